"""Reading one session: its file, and what the journal knows beyond it. Changes nothing on any disk."""

import re
from pathlib import Path
from typing import Any

import msgspec

from sessie_tool.fouten import Bevinding, OpslagError
from sessie_tool.kern.boom import from_tree
from sessie_tool.kern.sessie import Sessie
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.bestand import BeschadigdError, Bestand, Meta, read_bestand
from sessie_tool.opslag.journaal import Bewaard, Journaal, adopt
from sessie_tool.opslag.keten import Keten
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.namen import session_id_of
from sessie_tool.opslag.staat import Staat, find_staat
from sessie_tool.opslag.stam import trace_stam
from sessie_tool.opslag.versies import read_versies, versies_folder
from sessie_tool.opslag.vertakking import find_best, find_conflicts, find_lost, sound_value

Kenmerk = tuple[int, int, int]
_ID = re.compile(rb'"sessie"\s*:\s*\{\s*"1"\s*:\s*\{\s*"id"\s*:\s*"([A-Za-z0-9_-]{1,64})"')
GEBREK = "gebrek"
"""The code of a finding about a value that cannot be; the file is whole, and so is what one works with."""


class Geladen(msgspec.Struct, frozen=True):
    """A session as it was read.

    Attributes:
        boom: the tree of `sessie`; not to be changed.
        meta: revision and last entry of `sessie`.
        in_bestand: what the file on the disk says; None when it is damaged.
        data: the content of the file on the disk.
        kenmerk: by which to see that the file was touched since.
        conflicten: values that were acknowledged, but are in no file and not in `sessie`.
        verdwenen: values that were in a file once, but of which this one knows nothing: someone replaced it.
        los: the last entries of pieces of the journal that fit on nothing any more.
        te_nieuw: made by a newer version, so only to be read.
    """

    sessie: Sessie
    boom: dict[str, Any]
    meta: Meta
    in_bestand: Meta | None
    data: bytes
    kenmerk: Kenmerk | None
    staat: Staat
    conflicten: tuple[Bestand, ...] = ()
    verdwenen: tuple[Bestand, ...] = ()
    los: tuple[str, ...] = ()
    te_nieuw: bool = False
    bevindingen: tuple[Bevinding, ...] = ()


def signature(pad: Path) -> Kenmerk | None:
    """Changes when someone replaces or writes the file; None when it is not there."""
    try:
        stat = pad.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def load(pad: Path) -> Geladen:
    """Read a session with every acknowledged change, also when its file is behind or damaged.

    Raises:
        OpslagError: it cannot be read, or nothing good of it is left.
    """
    kenmerk = signature(pad)
    try:
        data = read_own(pad)
    except OSError as error:
        raise OpslagError(f"'{pad.name}' kan niet gelezen worden: {explain(error)}.") from error
    try:
        bestand = read_bestand(data)
    except BeschadigdError as error:
        return _recover(pad, data, kenmerk, error)
    if bestand.meta.schema > SCHEMA:
        return _read_newer(pad, bestand, data, kenmerk)
    try:
        return _follow(pad, bestand, data, kenmerk)
    except msgspec.ValidationError as error:
        return _recover(pad, data, kenmerk, _impossible(error))


def read_sound(data: bytes) -> Bestand:
    """The bytes of a session file → a session that this version can open, or one of a newer version.

    Raises:
        BeschadigdError: empty, half, changed, something else, or with a value that cannot be.
    """
    bestand = read_bestand(data)
    try:
        if bestand.schema <= SCHEMA:
            from_tree(bestand.boom)
    except msgspec.ValidationError as error:
        raise _impossible(error) from error
    return bestand


def _impossible(error: msgspec.ValidationError) -> BeschadigdError:
    plek = re.search(r"at `\$\.?([^`]*)`", str(error))
    waar = f" bij '{plek[1]}'" if plek else ""
    return BeschadigdError(f"In het bestand staat een waarde die niet kan{waar}.")


def _follow(pad: Path, bestand: Bestand, data: bytes, kenmerk: Kenmerk | None) -> Geladen:
    """A good file: carry out what stands in the journal after its last entry.

    Raises:
        msgspec.ValidationError: a value in it cannot be.
    """
    staat = find_staat(pad, bestand.boom["id"])
    adopt(staat)
    journaal = Journaal(staat.journaal)
    laatste = bestand.meta.laatste
    boom, meta = bestand.boom, bestand.meta
    conflicten: tuple[Bestand, ...] = ()
    verdwenen: tuple[Bestand, ...] = ()
    los: tuple[str, ...] = ()
    bevindingen = [Bevinding(zin, bron=pad.name, ernst="let op", code=GEBREK) for zin in bestand.gebreken]
    if fout := journaal.why_unreadable():
        bevindingen.append(_tell_unreadable(pad, fout))
    elif not journaal.ends_with(laatste):
        keten = Keten(journaal.read()[0], {laatste: bestand.anker})
        eind = keten.follow(laatste)
        if keten.is_newer(eind):
            return _read_newer(pad, bestand, data, kenmerk)
        waarde = sound_value(keten, eind)
        if waarde is not None and (stand := keten.moment(eind)):
            erna = [regel for regel in keten.back_from(eind) if regel.revisie > meta.revisie][::-1]
            stam = trace_stam(meta, erna)
            boom, meta = waarde, Meta(revisie=stand[0], laatste=eind, bewaard=stand[1], stam=stam, apart=meta.apart)
        conflicten, los = find_conflicts(keten, meta)
        verdwenen = find_lost(keten, meta)
    return Geladen(
        sessie=from_tree(boom),
        boom=boom,
        meta=meta,
        in_bestand=bestand.meta,
        data=data,
        kenmerk=kenmerk,
        staat=staat,
        conflicten=conflicten,
        verdwenen=verdwenen,
        los=los,
        bevindingen=tuple(bevindingen),
    )


def _tell_unreadable(pad: Path, fout: str) -> Bevinding:
    return Bevinding(
        f"Het journaal op deze computer is niet te lezen: {fout}. Misschien ontbreken de laatste regels.",
        "Kijk of ze er staan. Start de computer opnieuw en open de sessie nog eens.",
        bron=pad.name,
        ernst="let op",
    )


def _recover(pad: Path, data: bytes, kenmerk: Kenmerk | None, error: BeschadigdError) -> Geladen:
    """A damaged file: the best of the journal and the kept versions."""
    sessie_id = _find_id(pad, data)
    staat = find_staat(pad, sessie_id)
    adopt(staat)
    versies = {bestand.meta.laatste: bestand for _, bestand in read_versies(pad.parent, sessie_id)}
    lijnen, stuk = Journaal(staat.journaal).read()
    lijnen = [lijn for lijn in lijnen if not isinstance(lijn, Bewaard)]  # what they say to be saved is damaged now
    keten = Keten(lijnen, {naam: one.anker for naam, one in versies.items()})
    best = find_best(keten, list(versies.values()))
    if best is None:
        raise OpslagError(
            f"'{pad.name}': {error} Er is geen goede versie van. Typ 'sessie controleer --herstel': dan maakt het "
            "programma een nieuwe sessie van alles wat nog te lezen is."
        )
    conflicten, los = find_conflicts(keten, best.meta)
    zeker = not stuk and not los and keten.moment(best.meta.laatste) is not None
    return Geladen(
        sessie=_to_sessie(pad, best.boom),
        boom=best.boom,
        meta=best.meta,
        in_bestand=None,
        data=data,
        kenmerk=kenmerk,
        staat=staat,
        conflicten=conflicten,
        los=los,
        bevindingen=(_tell_recovered(pad, best, error, zeker=zeker),),
    )


def _find_id(pad: Path, data: bytes) -> str:
    """The id of a damaged session: that in its name, or that inside it when somebody gave the file another name."""
    in_naam = session_id_of(pad)
    binnen = _ID.search(data)
    if binnen is None or versies_folder(pad.parent, in_naam).is_dir() or find_staat(pad, in_naam).journaal.exists():
        return in_naam
    return binnen[1].decode()


def _tell_recovered(pad: Path, best: Bestand, error: BeschadigdError, *, zeker: bool) -> Bevinding:
    """What came back of a damaged file: everything that was acknowledged, or what can be seen to be short of it."""
    from sessie_tool.kern.terugzetten import format_moment  # only a damaged file needs it

    tot = "de laatste wijziging die bewaard was" if zeker else format_moment(best.meta.bewaard)
    kijk = "" if zeker else "Ook het journaal is niet heel: kijk na of de laatste regels er staan. "
    return Bevinding(
        f"{error} De sessie is hersteld tot en met {tot}.",
        f"{kijk}Het beschadigde bestand blijft bewaard in de map .versies/{best.boom['id']}.",
        bron=pad.name,
        ernst="let op",
    )


def _read_newer(pad: Path, bestand: Bestand, data: bytes, kenmerk: Kenmerk | None) -> Geladen:
    bevinding = Bevinding(
        "Deze sessie is gemaakt met een nieuwere versie van het programma, dus u kunt haar alleen lezen.",
        "Werk het programma bij om er verder in te schrijven.",
        bron=pad.name,
        ernst="let op",
    )
    return Geladen(
        sessie=_to_sessie(pad, bestand.boom),
        boom=bestand.boom,
        meta=bestand.meta,
        in_bestand=bestand.meta,
        data=data,
        kenmerk=kenmerk,
        staat=find_staat(pad, str(bestand.boom.get("id", ""))),
        te_nieuw=True,
        bevindingen=(bevinding,),
    )


def _to_sessie(pad: Path, boom: dict[str, Any]) -> Sessie:
    try:
        return from_tree(boom)
    except msgspec.ValidationError as error:
        raise OpslagError(
            f"'{pad.name}' heeft een vorm die deze versie van het programma niet kent ({error}). Het bestand blijft "
            "zoals het is. Werk het programma bij."
        ) from error
