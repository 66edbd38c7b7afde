"""Random damage to every file that the program keeps: nothing may be silently wrong.

Found is: the program says so, or passes over what is not whole. Healed is: all work is there as if nothing happened.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.verlies.gevallen import EERDER, open_zitting, sit
from bench.verlies.nazien import Bevonden
from bench.verlies.plek import Plek, make_sessie
from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.sessie import Sessie
from sessie_tool.nu import now
from sessie_tool.opslag.staat import find_staat, read_concept
from sessie_tool.opslag.versies import list_versies, read_versie

Toeval = random.Random
BLOK = 512
CONCEPT = "half getypte regel"


def _cut(data: bytes, toeval: Toeval) -> bytes:
    return data[: toeval.randrange(len(data))]


def _zero(data: bytes, toeval: Toeval) -> bytes:
    begin = toeval.randrange(len(data))
    lengte = min(BLOK, len(data) - begin)
    return data[:begin] + b"\0" * lengte + data[begin + lengte :]


def _flip(data: bytes, toeval: Toeval) -> bytes:
    uit = bytearray(data)
    uit[toeval.randrange(len(data))] ^= 1 << toeval.randrange(8)
    return bytes(uit)


def _swap(data: bytes, toeval: Toeval) -> bytes:
    """Two blocks in each other's place."""
    maat = min(BLOK, len(data) // 2)
    een, twee = 0, toeval.randrange(maat, len(data) - maat + 1)
    return data[twee : twee + maat] + data[een + maat : twee] + data[:maat] + data[twee + maat :]


def _delete(_data: bytes, _toeval: Toeval) -> None:
    return None


SCHADE: dict[str, Callable[[bytes, Toeval], bytes | None]] = {
    "afgekapt": _cut,
    "nullen": _zero,
    "één bit": _flip,
    "verwisseld": _swap,
    "weg": _delete,
}


class Doelwit(NamedTuple):
    """A kind of file, and what must be so after damage to one of them."""

    wat: str
    find: Callable[[Plek], list[Path]]
    is_heel: Callable[[Plek, str], bool]
    """Whether nothing is silently wrong; the second is the name of the damage."""


def prepare(plek: Plek) -> tuple[Sessie, list[Sessie]]:
    """A werkmap with a session, versions, a journal, a line being typed and a list; the session and its versions."""
    plek.put_back({})
    with plek.thuis():
        plek.werkmap.create(make_sessie(plek.sessie_id), now())
        plek.werkmap.set_opgaven(("Nul",))
        sit(plek, *(one.partition(" ")[2] for one in EERDER))
        sit(plek, "later")
        zitting = open_zitting(plek)
        zitting.keep_concept(zitting.sessie.stappen[0].id, CONCEPT)
        zitting.close(2.0)
        namen = [one.naam for one in list_versies(plek.werkmap.sessies, plek.sessie_id)]
        versies = [read_versie(plek.werkmap.sessies, plek.sessie_id, naam) for naam in namen]
        return plek.werkmap.read(plek.sessie_id), versies


class Proef:
    """Damages one file after the other and looks what the program makes of it."""

    def __init__(self, plek: Plek) -> None:
        """Make what is damaged."""
        self._plek = plek
        self._sessie, self._versies = prepare(plek)
        self._begin = plek.read()
        self.genezen = 0

    def damage(self, doelwit: Doelwit, soort: str, toeval: Toeval) -> Bevonden:
        """One damage; counts as lost when something is silently wrong."""
        plek = self._plek
        plek.put_back(self._begin)
        with plek.thuis():
            pad = toeval.choice(doelwit.find(plek))
            stuk = SCHADE[soort](pad.read_bytes(), toeval)
            if stuk is None:
                pad.unlink()
            else:
                pad.write_bytes(stuk)
            fout = self._look(doelwit, soort)
        return Bevonden(1, 1, 1 if fout else 0, 0, f"{doelwit.wat}, {soort}: {fout}" if fout else "")

    def damage_both(self, toeval: Toeval) -> Bevonden:
        """The file and the journal damaged at once: what is not there any more is told, and kept aside."""
        plek = self._plek
        plek.put_back(self._begin)
        with plek.thuis():
            soorten = []
            for pad in (plek.bestand, find_staat(plek.bestand, plek.sessie_id).journaal):
                soorten.append(toeval.choice(("afgekapt", "nullen", "één bit", "verwisseld")))
                pad.write_bytes(SCHADE[soorten[-1]](pad.read_bytes(), toeval) or b"")
            try:
                zitting = open_zitting(plek)
            except SessieToolError as error:
                return Bevonden(1, 1, 1, 0, f"{soorten}: {error}")
            is_heel = zitting.sessie.stappen == self._sessie.stappen
            gezegd = " ".join(f"{one.bericht} {one.advies}" for one in zitting.bevindingen)
            zitting.close(2.0)
        fout = "" if is_heel or "kijk na" in gezegd or "past niet meer" in gezegd else f"{soorten}: {gezegd}"
        return Bevonden(1, 1, 1 if fout else 0, 0, fout)

    def _look(self, doelwit: Doelwit, soort: str) -> str:
        plek = self._plek
        if doelwit.wat == "sessiebestand" and soort == "weg":
            return "" if not plek.werkmap.rows()[0] else "een verwijderd bestand staat nog in de lijst"
        try:
            zitting = open_zitting(plek)
        except SessieToolError as error:
            return f"opent niet: {error}"
        try:
            if zitting.sessie.stappen != self._sessie.stappen:
                return "de sessie is anders"
            zitting.undo()
            zitting.redo()
            if [one.bouwsteen for one in zitting.sessie.stappen] != [one.bouwsteen for one in self._sessie.stappen]:
                return "ongedaan en opnieuw geeft iets anders"
        finally:
            zitting.close(2.0)
        return "" if doelwit.is_heel(plek, soort) else "iets is ongemerkt anders"

    def holds_versions(self, plek: Plek, _soort: str) -> bool:
        """Every version that is listed is one that was made."""
        namen = [one.naam for one in list_versies(plek.werkmap.sessies, plek.sessie_id)]
        gelezen = [read_versie(plek.werkmap.sessies, plek.sessie_id, naam) for naam in namen]
        return all(one in [*self._versies, self._sessie] for one in gelezen)


def _concept_is_sound(plek: Plek, _soort: str) -> bool:
    concept = read_concept(find_staat(plek.bestand, plek.sessie_id).concept)
    return concept in ({}, {next(iter(concept), ""): CONCEPT})


def _opgaven_are_sound(plek: Plek, soort: str) -> bool:
    opgaven, bevindingen = plek.werkmap.read_opgaven()
    return opgaven == ("Nul",) or bool(bevindingen) or soort == "weg"


def _always(_plek: Plek, _soort: str) -> bool:
    return True


def targets(proef: Proef) -> list[Doelwit]:
    """The kinds of files."""
    return [
        Doelwit("sessiebestand", lambda plek: [plek.bestand], proef.holds_versions),
        Doelwit("journaal", lambda plek: [find_staat(plek.bestand, plek.sessie_id).journaal], _always),
        Doelwit("versie", lambda plek: list(plek.werkmap.sessies.glob(".versies/ver*/*.json")), proef.holds_versions),
        Doelwit("regel die getypt wordt", _concept_of, _concept_is_sound),
        Doelwit("_werkmap.json", lambda plek: [plek.werkmap.sessies / "_werkmap.json"], _opgaven_are_sound),
    ]


def _concept_of(plek: Plek) -> list[Path]:
    return [find_staat(plek.bestand, plek.sessie_id).concept]


def measure(rondes: int) -> Iterator[tuple[str, Bevonden]]:
    """So many damages to each kind of file, of every sort in turn."""
    toeval = Toeval(rondes)  # places to damage, no secret
    with TemporaryDirectory() as map_:
        proef = Proef(Plek(Path(map_, "plek").resolve()))
        for doelwit in targets(proef):
            gevonden = Bevonden()
            for nummer in range(max(5, rondes // 6)):
                gevonden.add(proef.damage(doelwit, list(SCHADE)[nummer % len(SCHADE)], toeval))
            yield f"schade aan {doelwit.wat}", gevonden
        gevonden = Bevonden()
        for _ in range(max(5, rondes // 6)):
            gevonden.add(proef.damage_both(toeval))
        yield "schade aan sessiebestand en journaal tegelijk", gevonden
