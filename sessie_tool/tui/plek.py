"""Plek: where one was in a session, so that the program can go on there after a fault."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple

from textual.screen import Screen

from sessie_tool.tui.beamer.leiding import Zaalplaats
from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel
from sessie_tool.tui.onderdelen.schrijfscherm import SchrijfScherm
from sessie_tool.tui.schermen.opener import Opener
from sessie_tool.tui.schermen.sessie import SessieScherm
from sessie_tool.zitting import Zitting


class Lijstplek(NamedTuple):
    """Where one was in a list: the record under the cursor, and those that were marked."""

    lijst: str
    record: str
    gemerkt: frozenset[str]
    heeft_toetsen: bool


class Plek(NamedTuple):
    """Where one was.

    Attributes:
        zitting: the open session; its writers go on.
        stap: id of the step.
        positie: the place of the cursor in the line that was being typed, which the session keeps.
        lijsten: where one was in each list of the step.
        zaal: what the room saw.
        gezien: when the clock of the screen was last seen.
    """

    zitting: Zitting
    stap: str
    positie: int = 0
    lijsten: tuple[Lijstplek, ...] = ()
    zaal: Zaalplaats | None = None
    gezien: datetime | None = None


def remember(schermen: Sequence[Screen[Any]]) -> Plek | None:
    """Where one is in the session that is on the screen, if any; keep what stands in windows over it.

    After a fault anything may be broken; then less comes back.
    """
    for scherm in schermen:
        with suppress(Exception):
            if isinstance(scherm, (Formulier, SchrijfScherm)):
                scherm.on_unmount()
    open_scherm = next((one for one in schermen if isinstance(one, SessieScherm)), None)
    return _find_plek(open_scherm) if open_scherm else None


def _find_plek(scherm: SessieScherm) -> Plek:
    plek = Plek(scherm.zitting, scherm.stap_id, zaal=scherm.leave_zaal(), gezien=scherm.gezien)
    with suppress(Exception):
        scherm.werkblad.keep_concept()
        plek = plek._replace(positie=scherm.werkblad.invoer.cursor_position)
        plek = plek._replace(lijsten=tuple(_find_lijstplek(one) for one in scherm.werkblad.query(RecordTabel)))
    return plek


def _find_lijstplek(tabel: RecordTabel) -> Lijstplek:
    return Lijstplek(tabel.id or "", tabel.current_id, frozenset(tabel.gemerkt), tabel is tabel.screen.focused)


def go_back(plek: Plek, opener: Opener) -> SessieScherm:
    """Show the session again, at the step, the line and the records at which one was."""
    stappen = [stap.id for stap in plek.zitting.sessie.stappen]
    scherm = SessieScherm(plek.zitting, opener.werkmap)
    scherm.stap_id = plek.stap if plek.stap in stappen else scherm.stap_id
    scherm.gezien = plek.gezien
    if plek.zaal:
        scherm.enter_zaal(plek.zaal)
    opener.enter_again(plek.zitting, scherm)
    scherm.call_after_refresh(_wait_for_editor, plek, scherm)
    return scherm


def _wait_for_editor(plek: Plek, scherm: SessieScherm) -> None:
    """An editor first goes to its own beginning."""
    editor = scherm.werkblad.query("#editor > *").last()
    editor.call_later(editor.call_after_refresh, _restore, plek, scherm)


def _restore(plek: Plek, scherm: SessieScherm) -> None:
    scherm.werkblad.invoer.cursor_position = plek.positie
    tabellen = {one.id: one for one in scherm.werkblad.query(RecordTabel)}
    for lijst in plek.lijsten:
        if tabel := tabellen.get(lijst.lijst):
            tabel.gemerkt = set(lijst.gemerkt)
            tabel.move_to(lijst.record)
            tabel.refresh()
            if lijst.heeft_toetsen:
                scherm.set_focus(tabel)
