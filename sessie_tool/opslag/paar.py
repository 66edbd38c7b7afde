"""Paar: a session file and a copy with another version of the same session, to lay side by side."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Self

import msgspec

from sessie_tool.fouten import BezetError, OpslagError, suggest
from sessie_tool.kern.boom import from_tree
from sessie_tool.kern.sessie import Sessie
from sessie_tool.opslag.atomair import explain, sync_folder
from sessie_tool.opslag.bestand import encode, pack
from sessie_tool.opslag.journaal import Journaal
from sessie_tool.opslag.keten import Keten
from sessie_tool.opslag.kopieen import find_by_name
from sessie_tool.opslag.laden import Geladen, load, signature
from sessie_tool.opslag.lease import Lease
from sessie_tool.opslag.stam import find_shared
from sessie_tool.opslag.versies import keep_versie, read_versies
from sessie_tool.opslag.werkmap import Werkmap

AANLEIDING = "samenvoegen"


class Paar(msgspec.Struct, frozen=True):
    """Two versions of one session.

    Attributes:
        links: the session itself.
        kopie: the file with the other version.
        rechts: what stands in it.
        basis: the version that both began from, when this computer knows it.
    """

    links: Geladen
    kopie: Path
    rechts: Geladen
    basis: Sessie | None


def read_paar(werkmap: Werkmap, sessie_id: str, kopie: str = "") -> Paar:
    """A session beside a copy: the one that is named, by its number or (a part of) its file name, or the only one.

    Raises:
        OpslagError: there is no such copy or more than one, or it cannot be read.
    """
    pad = werkmap.find(sessie_id)
    rij = next((one for one in werkmap.rows()[0] if one.pad == pad), None)
    naam = _choose(rij.kopieen if rij else (), kopie)
    links, rechts = load(pad), load(werkmap.sessies / naam)
    if rechts.te_nieuw:
        raise OpslagError(f"'{naam}' is gemaakt met een nieuwere versie van het programma. Werk het programma bij.")
    return Paar(links, werkmap.sessies / naam, rechts, find_basis(links, rechts, werkmap.sessies))


def _choose(kopieen: tuple[str, ...], gevraagd: str) -> str:
    if not kopieen:
        raise OpslagError("Van deze sessie is maar één versie. Er is niets samen te voegen.")
    if not gevraagd and len(kopieen) == 1:
        return kopieen[0]
    lijst = "; ".join(f"{nummer}. {naam}" for nummer, naam in enumerate(kopieen, 1))
    if not gevraagd:
        raise OpslagError(f"Van deze sessie zijn {len(kopieen)} kopieën: {lijst}. Noem het nummer van een kopie.")
    if gevraagd.isdecimal() and 1 <= int(gevraagd) <= len(kopieen):
        return kopieen[int(gevraagd) - 1]
    deel = [naam for naam in kopieen if gevraagd in naam and not gevraagd.isdecimal()]
    if found := find_by_name(gevraagd, kopieen) or (deel[0] if len(deel) == 1 else None):
        return found
    raad = suggest(gevraagd, kopieen)
    raise OpslagError(f"De kopie '{gevraagd}' is er niet. {raad} Kies uit: {lijst}.".replace("  ", " "))


def find_basis(links: Geladen, rechts: Geladen, sessies: Path) -> Sessie | None:
    """The version that both began from, as far as the files tell which and the journal or the kept versions have it."""
    gedeeld = find_shared(links.meta, rechts.meta)
    if not gedeeld:
        return None
    ankers = {one.meta.laatste: one.anker for _, one in read_versies(sessies, links.sessie.id)}
    boom = Keten(Journaal(links.staat.journaal).read()[0], ankers).value(gedeeld)
    with suppress(msgspec.ValidationError):
        return from_tree(boom) if boom else None
    return None


class Kopieslot:
    """The right to put a copy aside: nobody has it open, and it is as it was read."""

    def __init__(self, paar: Paar, moment: datetime) -> None:
        """For the copy of `paar`."""
        self._paar, self._moment = paar, moment
        self._lease = Lease(paar.kopie, moment)

    def __enter__(self) -> Self:
        """Take the copy.

        Raises:
            BezetError: someone has it open.
            OpslagError: the folder cannot be written.
        """
        try:
            self._lease.take()
        except OSError as error:
            raise OpslagError(f"De kopie kan niet weg: {explain(error)}. Er is niets veranderd.") from error
        if signature(self._paar.kopie) != self._paar.rechts.kenmerk:
            self._lease.release()
            raise BezetError("De kopie is zojuist veranderd. Leg de twee versies opnieuw naast elkaar.")
        return self

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        self._lease.release()

    def keep(self) -> Path:
        """Keep what stands in the copy as a version of the session.

        Raises:
            OpslagError: it did not succeed.
        """
        rechts, links = self._paar.rechts, self._paar.links
        vers = rechts.in_bestand == rechts.meta
        data = rechts.data if vers else encode(pack(rechts.boom, rechts.meta))
        try:
            return keep_versie(
                self._paar.kopie.parent, links.sessie.id, data, rechts.meta, self._moment, aanleiding=AANLEIDING
            )
        except OSError as error:
            raise OpslagError(f"De kopie kan niet bewaard worden: {explain(error)}. Er is niets veranderd.") from error

    def remove(self) -> None:
        """Take the copy out of the list, once it is kept and the session holds what was chosen.

        Raises:
            OpslagError: it is still there.
        """
        pad = self._paar.kopie
        if signature(pad) != self._paar.rechts.kenmerk:
            raise OpslagError(f"'{pad.name}' is intussen veranderd en blijft daarom staan. Voeg nog eens samen.")
        try:
            pad.unlink(missing_ok=True)
            sync_folder(pad.parent)
        except OSError as error:
            raise OpslagError(f"'{pad.name}' kan niet weg: {explain(error)}. Haal het zelf weg.") from error
