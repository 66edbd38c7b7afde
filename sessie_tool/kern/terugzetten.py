"""Terugzetten: an earlier version of a session back in its place, or beside it as a copy; and what changed since."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Verloop, environment, replace
from sessie_tool.kern.taal import format_aantal, format_datum
from sessie_tool.kern.veld import velden
from sessie_tool.kern.verschillen import Verschilpunt, compare
from sessie_tool.kern.versiebeeld import SESSIE, STAP

BLIJFT = frozenset({"sessie verloop", "sessie status"})
"""What does not come back with an earlier version: the time that went by, and how far the session is."""


_TEKSTEN = frozenset({*SESSIE, *STAP, "tekst", "door", "rol", "uit"}) - {"verloop"}
"""The fields of what is no record that hold what a person typed."""


class Sinds(NamedTuple):
    """What changed since an earlier version: its value at the left, that of now at the right."""

    erbij: tuple[Verschilpunt, ...] = ()
    weg: tuple[Verschilpunt, ...] = ()
    anders: tuple[Verschilpunt, ...] = ()


def put_back(nu: Sessie, oud: Sessie) -> Sessie:
    """The session with the content of an earlier version; clock, place and status stay as they are now."""
    return replace(oud, id=nu.id, status=nu.status, vaststelling=nu.vaststelling, verloop=_fit_verloop(nu, oud))


def _fit_verloop(nu: Sessie, oud: Sessie) -> Verloop:
    """The clock of now; where its step is not there any more it stands still in the step of then."""
    stappen = {stap.id for stap in oud.stappen}
    if not nu.verloop.stap or nu.verloop.stap in stappen:
        return nu.verloop
    return replace(nu.verloop, stap=oud.verloop.stap if oud.verloop.stap in stappen else "", sinds="")


def as_kopie(oud: Sessie, new_id: Callable[[], str]) -> Sessie:
    """An earlier version as a session of its own, to work on: nothing in it has an id that stands elsewhere."""
    tree = to_tree(oud)
    records = (*environment(oud).records.values(), *oud.deelnemers, *oud.parkeerplaats)
    teksten = {one.type_tag(): _list_teksten(type(one)) for one in records}
    namen = {one: new_id() for one in sorted(_list_ids(tree))}
    kopie = from_tree(_rename(tree, namen, teksten))
    return replace(
        kopie,
        status="afgerond" if oud.status == "vastgesteld" else oud.status,
        vaststelling=None,
        verloop=replace(kopie.verloop, sinds="", pauze_sinds=""),
    )


def _list_teksten(soort: type[Record]) -> frozenset[str]:
    """The fields of a record that hold what a person typed, and so no ids."""
    return frozenset(naam for naam, veld in velden(soort).items() if veld.vorm != "verwijzing")


def _list_ids(value: Any) -> set[str]:
    """The ids of all that stands in a tree, its own among them."""
    if isinstance(value, list):
        return set[str]().union(*map(_list_ids, value))
    if not isinstance(value, dict):
        return set()
    own = {value["id"]} if isinstance(value.get("id"), str) and value["id"] else set()
    return own.union(*map(_list_ids, value.values()))


def _rename(value: Any, namen: dict[str, str], teksten: dict[str, frozenset[str]]) -> Any:
    """The tree with other ids, wherever they stand: also what points at them. What people typed is left alone."""
    if isinstance(value, str):
        return namen.get(value, value)
    if isinstance(value, list):
        return [_rename(one, namen, teksten) for one in value]
    if not isinstance(value, dict):
        return value
    getypt = teksten.get(str(value.get("type")), _TEKSTEN)
    return {
        namen.get(naam, naam): one if naam in getypt and _is_tekst(one) else _rename(one, namen, teksten)
        for naam, one in value.items()
    }


def _is_tekst(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))


def name_kopie(oud: Sessie, moment: str) -> str:
    """The title of a copy: 'Signalensessie Groen (versie van 21 maart 2024, 14:07)'."""
    return f"{oud.titel} (versie van {format_moment(moment)})"


def format_moment(iso: str) -> str:
    """'2024-03-21T14:07:31+01:00' → '21 maart 2024, 14:07'; text that is no moment comes back as it is."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{format_datum(moment.date().isoformat())}, {moment:%H:%M}"


def list_sinds(oud: Sessie, nu: Sessie, opgaven: tuple[str, ...] = ()) -> Sinds:
    """What changed since an earlier version, in the order of the session."""
    punten = [one for one in compare(oud, nu, opgaven=opgaven) if one.sleutel not in BLIJFT]
    erbij = [one for one in punten if _is_whole(one) and not one.links]
    weg = [one for one in punten if _is_whole(one) and not one.rechts]
    return Sinds(tuple(erbij), tuple(weg), tuple(one for one in punten if one not in erbij and one not in weg))


def _is_whole(punt: Verschilpunt) -> bool:
    """Whether a point is about a whole record or step, and not about one field of it."""
    return punt.sleutel.startswith(("record ", "stap ")) and punt.sleutel.count(" ") == 1


def describe_sinds(sinds: Sinds) -> str:
    """'3 erbij, 1 weg, 2 anders'; "hetzelfde als nu" when nothing changed."""
    delen = [f"{len(lijst)} {naam}" for naam, lijst in sinds._asdict().items() if lijst]
    return ", ".join(delen) or "hetzelfde als nu"


def tell_sinds(sinds: Sinds) -> Iterator[tuple[str, list[str]]]:
    """What changed since, in words: a heading and its lines, for what is gone, new and changed."""
    if sinds.weg:
        yield "Stond er toen, en nu niet meer", [f"{_name(one)}: {one.links}" for one in sinds.weg]
    if sinds.erbij:
        yield "Staat er nu, en toen nog niet", [f"{_name(one)}: {one.rechts}" for one in sinds.erbij]
    if sinds.anders:
        regels = [f"{_name(one)}: was '{one.links}', is nu '{one.rechts}'" for one in sinds.anders]
        yield "Is sindsdien veranderd", regels


def _name(punt: Verschilpunt) -> str:
    return f"{punt.plaats} · {punt.wat}"


def count_regels(sessie: Sessie) -> int:
    """How many records stand in its steps."""
    return sum(len(stap.bouwsteen.records) for stap in sessie.stappen)


def describe_regels(sessie: Sessie) -> str:
    """'12 regels'."""
    return format_aantal(count_regels(sessie), "regel", "regels")
