"""Draden: the records that rode_draden and eerdere_draden are about, and the course of a thread."""

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import DOEL, Veld


class EerdereDraad(Record, frozen=True):
    """A thread as an earlier session left it.

    Attributes:
        signalen: its signals, in as far as this session took them over too.
        gewicht: how many signals carried it; None when that is not known.
        stippen: the dots it got.
    """

    ENKEL: ClassVar[str] = "eerdere draad"
    MEERVOUD: ClassVar[str] = "eerdere draden"

    titel: Annotated[str, Veld("Eerdere draad", kolom=True)] = ""
    afkomst: Annotated[str, Veld("Uit", hulp="Uit welke sessie komt deze draad?", kolom=True)] = ""
    gewicht: Annotated[int | None, Veld("Signalen", "getal", "Hoeveel signalen droegen deze draad?", kolom=True)] = None
    stippen: Annotated[int | None, Veld("Stippen", "getal", "Hoeveel stippen kreeg deze draad?")] = None
    opgaven: Annotated[tuple[str, ...], Veld("Opgave", "opgave", "Welke strategische opgave raakt dit?", merk="#")] = ()
    toelichting: Annotated[str, Veld("Toelichting", "tekst", "Wat bond deze signalen?")] = ""
    signalen: Annotated[
        tuple[str, ...], Veld("Gedragen door", "verwijzing", "De signalen van deze draad.", naar="signaal", merk="+")
    ] = ()


class RodeDraad(Record, frozen=True):
    """A thread and the signals that carry it; in a jaarronde also the threads of that year that it bundles."""

    ENKEL: ClassVar[str] = "rode draad"
    MEERVOUD: ClassVar[str] = "rode draden"

    titel: Annotated[str, Veld("Rode draad", hulp="Kort: waar gaat dit over?", kolom=True)] = ""
    toelichting: Annotated[str, Veld("Toelichting", "tekst", "Wat bindt deze signalen?")] = ""
    signalen: Annotated[
        tuple[str, ...],
        Veld("Signalen", "verwijzing", "Welke signalen dragen deze draad?", naar="signaal", merk="+", kolom=True),
    ] = ()
    draden: Annotated[
        tuple[str, ...],
        Veld("Bundelt", "verwijzing", "Welke eerdere draden komen hierin samen?", naar="eerdere_draad", merk="~"),
    ] = ()
    vervolg_op: Annotated[
        tuple[str, ...],
        Veld("Vervolg op", "verwijzing", "Welke draad van een vorig jaar is dit?", naar="eerdere_draad", merk="<"),
    ] = ()
    opgaven: Annotated[
        tuple[str, ...], Veld("Opgave", "opgave", "Welke strategische opgave raakt dit?", merk="#", kolom=True)
    ] = ()
    doel: Annotated[tuple[str, ...], DOEL] = ()


def find_draden(ids: tuple[str, ...], omgeving: Omgeving) -> Iterator[EerdereDraad]:
    """The earlier threads with these ids that are still there."""
    for one in ids:
        record = omgeving.records.get(one)
        if isinstance(record, EerdereDraad):
            yield record


def _printed(ids: tuple[str, ...], omgeving: Omgeving) -> Iterator[EerdereDraad]:
    """The earlier threads of `find_draden` that come into the verslag: only they count in what is told."""
    return (one for one in find_draden(ids, omgeving) if one.bereik == "verslag")


def signals_of(draad: RodeDraad, omgeving: Omgeving) -> tuple[str, ...]:
    """The ids of all signals that carry a thread: its own and those of the threads it bundles, each once."""
    return _join_signalen(draad, find_draden(draad.draden, omgeving))


def _join_signalen(draad: RodeDraad, bundled: Iterable[EerdereDraad]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*draad.signalen, *(signaal for one in bundled for signaal in one.signalen))))


def weigh(draad: RodeDraad, omgeving: Omgeving) -> int:
    """How many signals carry a thread; of a bundled thread whose signals are not here its own count is used.

    What the facilitator keeps counts in no total.
    """
    bundled = list(_printed(draad.draden, omgeving))
    signalen = [one for one in _join_signalen(draad, bundled) if not omgeving.is_hidden(one)]
    return len(signalen) + sum(one.gewicht or 0 for one in bundled if not one.signalen)


def opgaven_of(draad: RodeDraad, omgeving: Omgeving) -> tuple[str, ...]:
    """The opgaven in which a thread was seen: its own, of the threads it bundles, of the sessions of its signals."""
    found = list(draad.opgaven)
    for one in _printed(draad.draden, omgeving):
        found += one.opgaven
    for signaal in (omgeving.records[one] for one in draad.signalen if omgeving.is_printed(one)):
        found += signaal.overgenomen.opgaven if signaal.overgenomen else getattr(signaal, "opgaven", ())
    return tuple(dict.fromkeys(found))


def describe_loop(draad: RodeDraad, omgeving: Omgeving) -> str:
    """The course of a thread in words: 'in 3 van 4 opgaven, vorig jaar in 1'; "" when there is nothing to tell."""
    nu = opgaven_of(draad, omgeving)
    alle = {*omgeving.opgaven, *nu}  # a session may be about an opgave that the werkmap does not list
    delen = [f"in {len(nu)} van {len(alle)} opgaven"] if nu and omgeving.opgaven else []
    jaren: dict[int, set[str]] = {}
    for eerder in _printed(draad.vervolg_op, omgeving):
        if eerder.overgenomen:
            jaren.setdefault(eerder.overgenomen.jaar, set()).update(eerder.opgaven)
    jaar_nu = int(omgeving.datum[:4]) if omgeving.datum else 0
    for jaar, opgaven in sorted(jaren.items(), reverse=True):
        wanneer = "vorig jaar" if jaar == jaar_nu - 1 else f"in {jaar}"
        delen.append(f"{wanneer} in {len(opgaven)}" if opgaven else f"{wanneer} ook")
    return ", ".join(delen)
