"""Overnemen: choose the sessions that a step takes over from, and take over what is not there yet."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol

from textual.message_pump import MessagePump
from textual.screen import Screen

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.overnemen import bronnen_of, take_over
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stapvorm
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import new_id
from sessie_tool.opslag.rijen import Rij
from sessie_tool.opslag.versies import INLEZEN
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.bouwstenen.editor import Doe
from sessie_tool.tui.lijstweergave import format_lijstdatum
from sessie_tool.tui.onderdelen.kiesscherm import KiesScherm
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.tui.schijf import Schijf
from sessie_tool.tui.weergave import count_soorten
from sessie_tool.zitting import Zitting

TITEL = "Overnemen uit welke sessies?"


class Werkplek(Protocol):
    """Where one takes over: the work on a step, in an app with a disk."""

    zitting: Zitting
    stap_id: str
    doe: Doe

    @property
    def screen(self) -> Screen[object]:
        """The screen it stands in."""

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something."""


def soorten_of(stappen: Iterable[Stapvorm]) -> frozenset[str]:
    """The soorten of sessions that these steps take over from."""
    bouwstenen = (stap.bouwsteen for stap in stappen)
    return frozenset(soort for one in bouwstenen if isinstance(one, BouwsteenMetRecords) for soort in one.soorten)


def make_rows(rijen: Iterable[Rij], known: Callable[[str], int] = lambda _: 0) -> list[Tabelrij]:
    """Sessions to choose from, newest first; `known` says how much of a session is there already."""
    return [
        Tabelrij(
            rij.id,
            format_lijstdatum(rij.datum),
            rij.titel,
            " · ".join(deel for deel in (", ".join(rij.opgaven) or rij.soort, _describe_known(known(rij.id))) if deel),
        )
        for rij in rijen
    ]


def _describe_known(aantal: int) -> str:
    return f"{aantal} al overgenomen" if aantal else ""


def count_new(voor: Sessie, na: Sessie) -> str:
    """'12 signalen overgenomen uit 3 sessies': what a session has more than before; "" when nothing."""
    known = {record.id for stap in voor.stappen for record in stap.bouwsteen.records}
    erbij = [one for stap in na.stappen for one in stap.bouwsteen.records if one.id not in known]
    sessies = {one.overgenomen.sessie for one in erbij if one.overgenomen}
    uit = format_aantal(len(sessies), "sessie", "sessies")
    return f"{count_soorten(erbij)} overgenomen uit {uit}" if erbij else ""


class Overnemer:
    """Takes over into the step that is shown; nothing waits for the disk."""

    def __init__(self, plek: Werkplek, werkmap: Werkmap, schijf: Schijf) -> None:
        """Work for one step of an open session."""
        self._plek, self._werkmap, self._schijf = plek, werkmap, schijf
        self._zitting = plek.zitting
        self._stap = self._zitting.sessie.stap(plek.stap_id)

    @property
    def _pomp(self) -> MessagePump:
        return self._plek.screen

    def choose(self) -> None:
        """Let the user choose the sessions; those that the step says are chosen already."""
        self._schijf.lees(lambda: self._werkmap.rows()[0], self._offer, self._fail, self._pomp)

    def _offer(self, alle: list[Rij]) -> None:
        sessie, soorten = self._zitting.sessie, soorten_of([self._stap])
        rijen = [rij for rij in alle if rij.soort in soorten and rij.id != sessie.id]
        if not rijen:
            self._plek.meld(f"Er is nog geen sessie om uit over te nemen. Deze stap kijkt naar: {_name(soorten)}.")
        elif self._plek.screen.is_current:
            gekozen = frozenset(rij.id for rij in bronnen_of(self._stap, rijen, sessie.datum))
            uitleg = "Wat er al staat, blijft zoals het is. Het programma neemt alleen over wat er nog niet is."
            scherm = KiesScherm(TITEL, make_rows(rijen, self._count_known), gekozen, uitleg)
            self._plek.screen.app.push_screen(scherm, self._read)

    def _count_known(self, sessie_id: str) -> int:
        def is_from(record: Record) -> bool:
            return record.overgenomen is not None and record.overgenomen.sessie == sessie_id

        return sum(is_from(one) for stap in self._zitting.sessie.stappen for one in stap.bouwsteen.records)

    def _read(self, ids: frozenset[str] | None) -> None:
        if not ids:
            self._plek.meld("U koos geen sessies. Er is niets overgenomen." if ids is not None else "")
            return
        self._plek.meld("De sessies worden gelezen…")
        lees = partial(_read_all, self._werkmap, sorted(ids))
        self._schijf.lees(lees, partial(self._take, ids), self._fail, self._pomp)

    def _take(self, ids: frozenset[str], bronnen: Sequence[Sessie]) -> None:
        voor = self._zitting.sessie
        na = take_over(voor, bronnen, new_id, ids, self._zitting.opgaven)
        erbij = count_new(voor, na)
        if erbij:
            self._zitting.keep_versie(INLEZEN)
            self._plek.doe(erbij, lambda _: na)
        else:
            self._plek.meld("Alles uit deze sessies staat er al.")

    def _fail(self, fout: SessieToolError) -> None:
        self._plek.meld(str(fout), fout=True)


def _read_all(werkmap: Werkmap, ids: Iterable[str]) -> list[Sessie]:
    return [werkmap.read(one) for one in ids]


def _name(soorten: Iterable[str]) -> str:
    return ", ".join(sorted(soorten))
