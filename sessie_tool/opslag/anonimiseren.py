"""Taking the names out of a closed session for good, in every file that holds a version of it.

The order is such that a computer that stops halfway leaves nothing that brings names back: first everything comes into
the session's file, then the journals go (so nothing can be undone any more), then the copies, and the file itself last.
What was asked and whom it is about stands meanwhile in a file for its owner only, so that doing it again finishes it.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from sessie_tool.fouten import Bevinding, GebruikError, OpslagError
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.naamloos import Lees, Mensen, Naamloos, Verzoek, list_mensen
from sessie_tool.kern.sessie import Sessie
from sessie_tool.opslag.atomair import explain, move_durable, write_atomic
from sessie_tool.opslag.atomair import sweep as sweep_half
from sessie_tool.opslag.bestand import BeschadigdError, Bestand, Meta, read_bestand
from sessie_tool.opslag.doel import write_sessie
from sessie_tool.opslag.exports import Export, Exports
from sessie_tool.opslag.herkomst import add_herkomst
from sessie_tool.opslag.keten import entry_id
from sessie_tool.opslag.laden import load
from sessie_tool.opslag.lease import Lease
from sessie_tool.opslag.lezen import OngewoonError, read_own
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.namen import CONFLICT, file_name
from sessie_tool.opslag.openen import open_sessie
from sessie_tool.opslag.sporen import Sporen, find_sporen, forget_elsewhere, remove
from sessie_tool.opslag.staat import BESTAND_MODE, find_staat, make_state_folder, state_folder
from sessie_tool.opslag.tijdelijk import sweep
from sessie_tool.opslag.versies import versies_folder
from sessie_tool.opslag.werkmap import Werkmap

GEDULD = 30.0
"""Seconds in which everything must have come into the file."""


class Nu(NamedTuple):
    """Where moments and ids come from."""

    clock: Callable[[], datetime]
    new_id: Callable[[], str]


class Klus(msgspec.Struct, frozen=True):
    """What was begun and is not finished: for whom, and what was asked."""

    sessie: str
    verzoek: Verzoek = Verzoek()
    namen: tuple[str, ...] = ()
    genoemd: tuple[str, ...] = ()


class Plan(NamedTuple):
    """What taking the names out will do.

    Attributes:
        sessie: as it is now.
        nieuw: as it will be.
        naamloos: knows what is replaced.
        sporen: where something of the session stands.
        stuk: the files that cannot be read and so go away.
        exports: what was made of it before; the program leaves that alone, unless it is asked.
        verzoek: what is asked, now and when it was begun before.
        is_begonnen: whether it was begun before and not finished.
    """

    sessie: Sessie
    nieuw: Sessie
    naamloos: Naamloos
    sporen: Sporen
    stuk: tuple[Path, ...]
    exports: tuple[Export, ...]
    verzoek: Verzoek
    is_begonnen: bool = False


def make_plan(werkmap: Werkmap, sessie_id: str, verzoek: Verzoek, lees: Lees = str) -> Plan:
    """Look what will be replaced and where; changes nothing.

    Raises:
        GebruikError: the session is not closed yet.
        OpslagError: it is not there, or made by a newer version.
    """
    pad = werkmap.find(sessie_id)
    geladen = load(pad)
    if CONFLICT in pad.name or geladen.te_nieuw:
        raise OpslagError(f"'{pad.name}' kan niet. Kies de sessie zelf, met een bijgewerkt programma.")
    sessie = geladen.sessie
    klus = _read_klus(werkmap.sessies, sessie.id)
    verzoek = verzoek | klus.verzoek if klus else verzoek
    if sessie.status not in ("afgerond", "vastgesteld"):
        raise GebruikError(
            f"'{sessie.titel}' heeft de status {sessie.status}. Rond de sessie eerst af: sessie status {sessie.id} "
            "afgerond."
        )
    sporen = find_sporen(werkmap, sessie.id)
    goed, stuk = _read_all(sporen, pad)
    versies = [sessie, *(from_tree(one.boom) for one in goed.values())]
    mensen = _add_klus(list_mensen(add_herkomst(werkmap, versies), verzoek), klus)
    naamloos = Naamloos(mensen, verzoek, _list_vast(werkmap), lees)
    exports = Exports(werkmap.exports).list_of(sessie.id)  # an open one too: who may be named can have changed
    return Plan(sessie, naamloos.clean(sessie), naamloos, sporen, stuk, tuple(exports), verzoek, klus is not None)


def anonimiseer(werkmap: Werkmap, sessie_id: str, verzoek: Verzoek, nu: Nu, lees: Lees = str) -> Plan:
    """Take the names out everywhere, for good; gives what was done.

    Raises:
        BezetError: someone has the session open.
        GebruikError: the session is not closed yet.
        OpslagError: it did not succeed; doing it again goes on where it stopped.
    """
    plan = make_plan(werkmap, sessie_id, verzoek, lees)
    pad = werkmap.find(plan.sessie.id)
    _bring_into_file(pad, nu)
    lease = Lease(pad, nu.clock())
    try:
        lease.take()
        plan = make_plan(werkmap, plan.sessie.id, verzoek, lees)  # conflicts may stand beside it now
        _carry_out(werkmap, pad, plan, nu)
    except OSError as error:
        raise OpslagError(
            f"Nog niet alle namen zijn weg: {explain(error)}. Los dat op en geef de opdracht nog eens."
        ) from error
    finally:
        lease.release()
    return plan


def list_begonnen(werkmap: Werkmap) -> list[Bevinding]:
    """The sessions of this werkmap whose names are not all gone, because the program was stopped halfway."""
    klussen = sorted((state_folder() / "naamloos").glob("*.json"))
    ids = [one for pad in klussen if pad == _klus_path(werkmap.sessies, one := _id_of(pad))]
    return [
        Bevinding(
            f"Bij sessie {one} is het weghalen van namen niet afgemaakt.",
            f"Geef de opdracht nog eens: sessie anonimiseer {one} --voorgoed",
            ernst="let op",
        )
        for one in ids
    ]


def _id_of(klus: Path) -> str:
    return klus.stem.rpartition("-")[0]


def _carry_out(werkmap: Werkmap, pad: Path, plan: Plan, nu: Nu) -> None:
    klus = _klus_path(werkmap.sessies, plan.sessie.id)
    make_state_folder(klus.parent)
    sweep_half(klus.parent, klus.name)
    sweep_half(versies_folder(werkmap.sessies, plan.sessie.id))
    begonnen = Klus(plan.sessie.id, plan.verzoek, tuple(plan.naamloos.namen), plan.naamloos.mensen.genoemd)
    write_atomic(klus, msgspec.json.encode(begonnen), mode=BESTAND_MODE)
    remove((*plan.sporen.staat, *plan.sporen.rest, *plan.stuk))
    sweep()
    nieuwe_stam = _rename(pad, plan)
    goed, _ = _read_all(plan.sporen, pad)
    for kopie, bestand in goed.items():
        nieuw = plan.naamloos.clean(from_tree(bestand.boom))
        _rewrite(_moved(kopie, pad, nieuwe_stam), kopie, nieuw, _stamp(bestand.meta, nu))
    moment = nu.clock().isoformat(timespec="seconds")
    meta = Meta(revisie=load(pad).meta.revisie + 1, bewaard=moment)
    _rewrite(pad.with_name(f"{nieuwe_stam}.json"), pad, plan.nieuw, _stamp(meta, nu))
    forget_elsewhere(werkmap, plan.sessie.id)
    Exports(werkmap.exports).forget_gone(plan.sessie.id)
    remove([klus])


def _stamp(meta: Meta, nu: Nu) -> Meta:
    """What a file without names says of itself: a last change that no journal knows, and nothing of what came before.

    So no journal, also not one on another computer, finds anything in it that it has to go on from or to put beside it.
    """
    return Meta(revisie=meta.revisie, laatste=entry_id(meta.revisie, nu.new_id()), bewaard=meta.bewaard)


def _rewrite(doel: Path, bron: Path, nieuw: Sessie, meta: Meta) -> None:
    """Put a version without names in the place of the one with names."""
    if doel != bron:
        move_durable(bron, doel)
    write_sessie(doel, to_tree(nieuw), meta)


def _rename(pad: Path, plan: Plan) -> str:
    """What the file is called from now on: another name only when there can be one of a person in it."""
    woorden = pad.stem.replace("-", " ")
    kan_blijven = plan.naamloos.is_clean(woorden) and plan.nieuw.titel == plan.sessie.titel
    return pad.stem if kan_blijven else Path(file_name(plan.nieuw)).stem


def _moved(kopie: Path, pad: Path, stam: str) -> Path:
    """Where a copy goes when its session gets another name; what has a name of its own keeps that."""
    return kopie if stam == pad.stem else kopie.with_name(kopie.name.replace(pad.stem, stam))


def _bring_into_file(pad: Path, nu: Nu) -> None:
    """Everything that the journal knows comes into the file, or beside it."""
    _, schrijver = open_sessie(pad, clock=nu.clock, new_id=nu.new_id, overnemen=False)
    if schrijver is None:
        raise OpslagError("U mag deze sessie alleen lezen, dus de namen kunnen er niet uit.")
    stand = schrijver.close(GEDULD)
    if stand.melding or load(pad).conflicten:
        raise OpslagError(f"Het bestand is nog niet bij. {stand.melding} Probeer het later nog eens.")


def _read_all(sporen: Sporen, pad: Path) -> tuple[dict[Path, Bestand], tuple[Path, ...]]:
    """The versions beside the file itself, and the files that cannot be read.

    Raises:
        OpslagError: one was made by a newer version.
    """
    goed, stuk = {}, []
    for kopie in sporen.kopieen:
        if kopie == pad or kopie in sporen.rest:
            continue
        try:
            bestand = read_bestand(read_own(kopie))
            from_tree(bestand.boom)
        except FileNotFoundError:
            continue
        except (BeschadigdError, OngewoonError, msgspec.ValidationError):
            stuk.append(kopie)
            continue
        if bestand.meta.schema > SCHEMA:
            raise OpslagError(f"'{kopie.name}' is gemaakt met een nieuwere versie van het programma. Werk het bij.")
        goed[kopie] = bestand
    return goed, tuple(stuk)


def _list_vast(werkmap: Werkmap) -> tuple[str, ...]:
    return (*werkmap.opgaven(), *werkmap.doelstellingen())


def _klus_path(sessies: Path, sessie_id: str) -> Path:
    return state_folder() / "naamloos" / f"{find_staat(sessies, sessie_id).journaal.stem}.json"


def _read_klus(sessies: Path, sessie_id: str) -> Klus | None:
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.json.decode(_klus_path(sessies, sessie_id).read_bytes(), type=Klus)
    return None


def _add_klus(mensen: Mensen, klus: Klus | None) -> Mensen:
    """The people with those of what was begun before, who may stand in no list any more."""
    return mensen.add(klus.namen, klus.genoemd) if klus else mensen


def remove_exports(werkmap: Werkmap, plan: Plan) -> tuple[Path, ...]:
    """Throw the concepts away that the program wrote and nobody changed; gives which.

    Raises:
        OpslagError: one cannot be thrown away.
    """
    weg = tuple(one.pad for one in plan.exports if not one.is_vast and not one.is_changed)
    try:
        Exports(werkmap.exports).remove(weg)
    except OSError as error:
        raise OpslagError(f"Een conceptverslag kan niet weg: {explain(error)}.") from error
    return weg
