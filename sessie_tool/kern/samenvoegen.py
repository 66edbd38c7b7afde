"""Records that become one, and one that becomes more: links and dots follow, and no word and no dot gets lost."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.bouwstenen.stemronden import Stemronden
from sessie_tool.kern.omgeving import Omgeving, references
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import add_after, remove_records, replace_records
from sessie_tool.kern.sessie import Sessie, replace, whole
from sessie_tool.kern.veld import Veld, default_of, velden

R = TypeVar("R", bound=Record)

_TUSSEN = {"tekst": "\n\n", "deelnemer": ", "}
"""What stands between two texts that become one, by the form of their field."""


def merge(sessie: Sessie, records: Sequence[Record]) -> Sessie:
    """The session with records put together in the first of them; what pointed at the others points at that one.

    Raises:
        SessieToolError: they cannot become one.
    """
    eerste, weg = records[0], frozenset(one.id for one in records[1:])
    _check(records)
    samen = _redirect(_join(records), weg, eerste.id)
    anders = [_redirect(one, weg, eerste.id) for one in _every(sessie) if not weg.isdisjoint(references(one))]
    sessie = replace_records(sessie, [*(one for one in anders if one.id != eerste.id), samen])
    return _tidy(remove_records(sessie, weg), eerste.id)


def split(sessie: Sessie, record: Record, teksten: Sequence[str], new_id: NewId) -> Sessie:
    """The session with a record in parts: the first text stays in it, the others follow in records like it.

    Where it stands in a list of links, its parts stand too. What is about this one alone, such as dots, stays with it.
    """
    kop = record.hoofdveld()
    erbij = [replace(record, id=new_id(), **{kop: tekst}) for tekst in teksten[1:]]
    ids = tuple(one.id for one in erbij)
    anders = [_expand(one, record.id, ids) for one in _every(sessie) if record.id in references(one)]
    sessie = replace_records(sessie, [*anders, replace(record, **{kop: teksten[0]})])
    return add_after(sessie, record.id, erbij)


def list_verschillen(records: Sequence[Record], omgeving: Omgeving) -> tuple[str, ...]:
    """Of what can have one value only and differs: the label of the field, and the value that stays."""
    samen = _join(records)
    uit = []
    for name, veld in velden(type(samen)).items():
        waarde, leeg = getattr(samen, name), default_of(type(samen), name)
        if _is_single(veld, waarde) and {getattr(one, name) for one in records} - {waarde, leeg}:
            uit.append(f"{veld.label} blijft {omgeving.nummer(waarde) if veld.vorm == 'verwijzing' else waarde}")
    return tuple(uit)


def _check(records: Sequence[Record]) -> None:
    """Refuse what would change who may read a text, or where it comes from."""
    if len({type(one) for one in records}) > 1 or len({one.id for one in records}) < 2:
        raise SessieToolError("Kies twee of meer regels van dezelfde soort, met Spatie.")
    if len({one.bereik for one in records}) > 1:
        raise SessieToolError("Een van deze regels is alleen voor u. Maak eerst gelijk wie ze mag lezen.")
    if len({one.overgenomen.sessie if one.overgenomen else "" for one in records}) > 1:
        raise SessieToolError("Deze regels komen uit verschillende sessies en blijven daarom apart.")


def _every(sessie: Sessie) -> Iterator[Record]:
    return (one for stap in sessie.stappen for record in stap.bouwsteen.records for one in whole(record))


def _join(records: Sequence[R]) -> R:
    """The first record with what the others say too."""
    cls = type(records[0])
    waarden = {
        name: _join_waarden(veld, [getattr(one, name) for one in records], default_of(cls, name))
        for name, veld in velden(cls).items()
    }
    samen = replace(records[0], **waarden)
    delen = tuple(deel for one in records for deel in one.delen())
    return samen.with_delen(delen) if delen else samen


def _is_single(veld: Veld, waarde: object) -> bool:
    """Whether a field keeps the value of one record when they become one."""
    return not isinstance(waarde, tuple) and veld.vorm not in ("regel", "tekst", "deelnemer", "janee")


def _join_waarden(veld: Veld, waarden: list[Any], leeg: object) -> Any:
    if isinstance(leeg, tuple):
        return tuple(dict.fromkeys(one for waarde in waarden for one in waarde))
    if veld.vorm == "janee":
        return any(waarden)
    if _is_single(veld, leeg):
        return next((waarde for waarde in waarden if waarde != leeg), leeg)
    samen: list[str] = []
    for tekst in waarden:
        if tekst.strip() and tekst not in samen:
            samen.append(tekst)
    return _TUSSEN.get(veld.vorm, "; ").join(samen)


def _redirect(record: R, weg: Collection[str], naar: str) -> R:
    """The record with its links to what is gone pointing at `naar`, each once, and none at itself."""
    changed: dict[str, Any] = {}
    for name, value in _links(record):
        if isinstance(value, str):
            changed[name] = naar if value in weg else value
        else:
            ids = dict.fromkeys(naar if one in weg else one for one in value)
            changed[name] = tuple(one for one in ids if one != record.id)
    return replace(record, **changed)


def _expand(record: R, van: str, erbij: tuple[str, ...]) -> R:
    """The record with the parts of what it points at behind it, wherever it points at more."""
    changed = {
        name: tuple(deel for one in value for deel in ((one, *erbij) if one == van else (one,)))
        for name, value in _links(record)
        if not isinstance(value, str)
    }
    return replace(record, **changed)


def _links(record: Record) -> Iterator[tuple[str, Any]]:
    for name, veld in velden(type(record)).items():
        if veld.vorm == "verwijzing":
            yield name, getattr(record, name)


def _tidy(sessie: Sessie, record_id: str) -> Sessie:
    """The dots on what became one, put together."""
    stappen = (
        replace(stap, bouwsteen=stap.bouwsteen.tidy(record_id)) if isinstance(stap.bouwsteen, Stemronden) else stap
        for stap in sessie.stappen
    )
    return replace(sessie, stappen=tuple(stappen))
