"""Opener: opens and makes sessions from the overview, and closes them; all of it through Schijf.

What a session needs is imported when one is opened, in the thread: the first screen has to be there at once.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

from sessie_tool.fouten import BezetError, SessieToolError
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.lijstweergave import describe_slot
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster
from sessie_tool.tui.onderdelen.wachtvenster import Wachtvenster
from sessie_tool.tui.schijf import Mislukt, Schijf

if TYPE_CHECKING:
    from sessie_tool.tui.nieuwe_sessie import Aanbod, Concept, Nieuw
    from sessie_tool.tui.schermen.nieuw import Ingevuld
    from sessie_tool.tui.schermen.sessie import SessieScherm
    from sessie_tool.zitting import Zitting

T = TypeVar("T")
Manier = Callable[[Callable[[], T], Callable[[T], None], Mislukt, MessagePump], None]
"""`Schijf.lees` or `Schijf.bewaar`."""


class Thuis(Protocol):
    """The screen that one opens from and comes back to."""

    @property
    def pomp(self) -> MessagePump:
        """Where the outcome of the disk's work is dealt with."""

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something."""

    def come_back(self, sessie_id: str, melding: str) -> None:
        """A session was closed: show what is new of it, and say what a person must know."""


class Opener:
    """Keeps which sessions are open, and what was typed for new ones while the program runs."""

    def __init__(self, thuis: Thuis, app: Callable[[], App[object]], werkmap: Werkmap, schijf: Schijf) -> None:
        """Work for the screen `thuis` of an app."""
        self._thuis, self._app, self.werkmap, self._schijf = thuis, app, werkmap, schijf
        self._zittingen: list[Zitting] = []
        self._concepten: dict[str, Concept | None] = {}

    # Open and close.

    def open(self, sessie_id: str, *, bij: str = "", overnemen: bool = False) -> None:
        """Open a session for writing, at the record `bij`; when someone else has it, say who and offer to read."""
        doe = partial(self._open, sessie_id, overnemen=overnemen)
        mislukt, klaar = partial(self._refuse, sessie_id, bij), partial(self._enter, bij=bij)
        self.wait(self._schijf.bewaar, "De sessie wordt geopend…", doe, klaar, mislukt, self._close)

    def _open(self, sessie_id: str, *, overnemen: bool) -> "Zitting":
        zittingen = _import_zitting()
        zitting = zittingen.open(self.werkmap, sessie_id, clock=now, new_id=new_id, overnemen=overnemen)
        self._zittingen.append(zitting)
        return zitting

    def _lees(self, sessie_id: str) -> "Zitting":
        zitting = _import_zitting().lees(self.werkmap, sessie_id, clock=now, new_id=new_id)
        self._zittingen.append(zitting)
        return zitting

    def _enter(self, zitting: "Zitting", *, bij: str = "") -> None:
        from sessie_tool.tui.schermen.sessie import SessieScherm

        scherm = SessieScherm(zitting, self.werkmap, bij)
        if zitting.volger:
            from sessie_tool.tui.schermen.meelezen import MeeleesScherm

            scherm = MeeleesScherm(zitting, self.werkmap, bij, lambda stap: self.open(zitting.sessie.id, bij=stap))
        self._app().push_screen(scherm, lambda _: self._close(zitting))

    def release(self, zitting: "Zitting") -> None:
        """Leave a session open: another opener goes on with it."""
        self._zittingen.remove(zitting)

    def enter_again(self, zitting: "Zitting", scherm: "SessieScherm") -> None:
        """Go on with a session that another opener left open."""
        self._zittingen.append(zitting)
        self._app().push_screen(scherm, lambda _: self._close(zitting))

    def _refuse(self, sessie_id: str, bij: str, fout: SessieToolError) -> None:
        if isinstance(fout, BezetError):
            self._ask_read(sessie_id, bij, fout)
        else:
            self.fail(fout)

    def _ask_read(self, sessie_id: str, bij: str, bezet: BezetError) -> None:
        keuze = "Enter: alleen lezen." + (
            " Typ 'overnemen' als die computer niet meer meedoet." if bezet.elders else ""
        )

        def answer(tekst: str | None) -> None:
            if tekst is None:
                return
            if bezet.elders and tekst.strip().casefold() == "overnemen":
                self.open(sessie_id, bij=bij, overnemen=True)
            else:
                doe = partial(self._lees, sessie_id)
                klaar = partial(self._enter, bij=bij)
                self.wait(self._schijf.lees, "De sessie wordt gelezen…", doe, klaar, self.fail, self._close)

        self._app().push_screen(Vraagvenster("Iemand anders werkt hierin", f"{bezet} {keuze}"), answer)

    def _close(self, zitting: "Zitting") -> None:
        def closed(melding: str) -> None:
            self._thuis.come_back(zitting.sessie.id, melding)

        self._schijf.bewaar(partial(self._end, zitting), closed, self.fail, self._thuis.pomp)

    def _end(self, zitting: "Zitting") -> str:
        melding = describe_slot(zitting.close())
        self._zittingen.remove(zitting)
        return melding

    def close_all(self) -> list[str]:
        """Finish what was asked and close what is open, also without screens; what a person must know of it."""
        self._schijf.wait()
        meldingen = [describe_slot(zitting.close()) for zitting in list(self._zittingen)]
        self._zittingen = []
        return [melding for melding in meldingen if melding]

    # Make.

    def make(self, zoals: str = "") -> None:
        """Fill in a new session, like the one with the id `zoals` unless that is ""."""
        self.wait(
            self._schijf.lees,
            "De sjablonen worden gelezen…",
            lambda: _import_nieuw()(self.werkmap, zoals),
            lambda aanbod: self._fill_in(aanbod, zoals, ""),
            self.fail,
        )

    def _fill_in(self, aanbod: "Aanbod", zoals: str, fout: str) -> None:
        from sessie_tool.tui.schermen.nieuw import NieuwScherm

        def filled(ingevuld: "Ingevuld | None") -> None:
            if ingevuld:
                self._concepten[zoals] = ingevuld.concept
                if ingevuld.nieuw:
                    self._make(ingevuld.nieuw, aanbod, zoals)

        self._app().push_screen(NieuwScherm(aanbod, self._concepten.get(zoals), fout), filled)

    def _make(self, nieuw: "Nieuw", aanbod: "Aanbod", zoals: str) -> None:
        """Make the session and open it; what cannot be made comes back as it was typed."""
        from sessie_tool.tui.nieuwe_sessie import make_sessie

        def doe() -> "Zitting":
            return self._open(make_sessie(self.werkmap, nieuw), overnemen=False)

        def made(verder: Callable[["Zitting"], None], zitting: "Zitting") -> None:
            self._concepten.pop(zoals, None)
            verder(zitting)

        self.wait(
            self._schijf.bewaar,
            "De sessie wordt gemaakt…",
            doe,
            partial(made, self._enter),
            lambda fout: self._fill_in(aanbod, zoals, str(fout)),
            partial(made, self._close),
        )

    # Wait.

    def wait(
        self,
        manier: Manier[T],
        wat: str,
        doe: Callable[[], T],
        klaar: Callable[[T], None],
        mislukt: Mislukt,
        te_laat: Callable[[T], None] = lambda _: None,
    ) -> None:
        """Do something with the disk and then go on; `te_laat` when the user went back meanwhile."""
        venster = Wachtvenster(wat)
        self._app().push_screen(venster)

        def done(uitkomst: T) -> None:
            def verder() -> None:
                klaar(uitkomst)
                self._app().screen.call_after_refresh(venster.replay)

            venster.finish(verder, lambda: te_laat(uitkomst))

        def failed(fout: SessieToolError) -> None:
            venster.finish(lambda: mislukt(fout), lambda: self.fail(fout))

        manier(doe, done, failed, self._thuis.pomp)

    def fail(self, fout: SessieToolError) -> None:
        """Say what went wrong."""
        self._thuis.meld(str(fout), fout=True)

    def say(self, melding: str) -> None:
        """Say something."""
        self._thuis.meld(melding)

    def come_back(self, sessie_id: str, melding: str) -> None:
        """Show the list anew, with the cursor at a session, and say what was done."""
        self._thuis.come_back(sessie_id, "")
        self._thuis.meld(melding)

    def show(self, scherm: Screen[T], klaar: Callable[[T | None], None]) -> None:
        """Show a screen or window over the list."""
        self._app().push_screen(scherm, klaar)


def _import_zitting() -> "type[Zitting]":
    import sessie_tool.tui.schermen.sessie  # noqa: F401  # so that showing the session need not read it from the disk
    from sessie_tool.zitting import Zitting

    return Zitting


def _import_nieuw() -> "Callable[[Werkmap, str], Aanbod]":
    import sessie_tool.tui.schermen.nieuw  # noqa: F401  # see above
    from sessie_tool.tui.nieuwe_sessie import read_aanbod

    return read_aanbod
