"""MeeleesScherm: a session that someone else writes; every change of it is seen here within a second."""

from collections.abc import Callable
from typing import cast

from textual.binding import Binding

from sessie_tool.opslag.lease import Eigenaar
from sessie_tool.opslag.volgen import Blik, Volger
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.schermen.sessie import SessieScherm
from sessie_tool.tui.werkblad import HeeftSchijf
from sessie_tool.zitting import Zitting

KIJK = 0.4
"""Seconds between two looks."""


class MeeleesScherm(SessieScherm):
    """Follows the writer, with the cursor, the step and the place in the list where they are."""

    BINDINGS = [Binding("ctrl+g", "write", "zelf schrijven", priority=True, id="zelf_schrijven")]

    def __init__(self, zitting: Zitting, werkmap: Werkmap, bij: str, schrijf: Callable[[str], None]) -> None:
        """Read an open session; `schrijf` opens it for writing at a step, once this screen is gone."""
        super().__init__(zitting, werkmap, bij)
        self._schrijf = schrijf
        self._blik: Blik | None = None
        self._bezig = False

    def on_mount(self) -> None:
        """Begin to look (Textual calls the one of the session screen too)."""
        self.set_interval(KIJK, self._look)
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Look in the thread of the disk; one look at a time."""
        if self._bezig or self.zitting.volger is None:
            return
        self._bezig = True
        volger: Volger = self.zitting.volger
        cast("HeeftSchijf", self.app).schijf.lees(volger.kijk, self._seen, lambda _: self._seen(None), self)

    def _seen(self, blik: Blik | None) -> None:
        """Show what is new."""
        self._bezig = False
        if blik is None:
            return
        vorige, self._blik = self._blik, blik
        if blik.geladen:
            self._follow(blik)
        self.show_stand()
        if vorige and vorige.schrijver and blik.is_er and not blik.schrijver:
            self.meld(f"{vorige.schrijver.naam} is gestopt. Ctrl+G: zelf verder schrijven.")
        elif vorige and not vorige.schrijver and blik.schrijver:
            self.meld(f"{blik.schrijver.naam} schrijft nu. U leest mee.")

    def _follow(self, blik: Blik) -> None:
        if blik.geladen is None:
            return
        self.zitting.follow(blik.geladen)
        if self.stap_id not in {stap.id for stap in self.zitting.sessie.stappen}:
            self.show_stap(self.zitting.sessie.huidige.id)
        else:
            self.refresh_sessie()

    def describe_stand(self) -> str:
        """Who is followed."""
        if self._blik is None:
            return "alleen lezen"
        if not self._blik.is_er:
            return "alleen lezen · de map is even weg"
        return f"alleen lezen · {describe_schrijver(self._blik.schrijver)}"

    def action_write(self) -> None:
        """Write oneself from here; when someone else still writes, the opener says what to do."""
        if self._blik and self._blik.schrijver and not self._blik.schrijver.is_stil:
            self.meld(f"{self._blik.schrijver.naam} schrijft nog. U kunt schrijven zodra die persoon stopt.", fout=True)
            return
        stap_id = self.stap_id
        self.dismiss(None)
        self.app.call_later(self._schrijf, stap_id)


def describe_schrijver(schrijver: Eigenaar | None) -> str:
    """'volgt Jansen op laptop-12'."""
    if schrijver is None:
        return "niemand schrijft"
    return f"volgt {schrijver.naam}" + (" (reageert niet)" if schrijver.is_stil else "")
