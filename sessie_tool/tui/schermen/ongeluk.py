"""OngelukVenster: something went wrong in the program; what is kept, where the report is, and how to go on."""

import time
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sessie_tool.opslag.stand import Opslagstand
from sessie_tool.tui.onderdelen.veldinvoer import is_text
from sessie_tool.tui.vangnet import Ongeluk

Keuze = Literal["verder", "overzicht"]

RUST = 1.0
"""Seconds without a key after which one counts: who was typing is not answering this window."""


class OngelukVenster(ModalScreen[Keuze]):
    """Stands over the screen on which one goes on.

    Attributes:
        getypt: what was typed before this window was seen; it belongs in the line below.
    """

    BINDINGS = [
        Binding("enter", "choose('verder')", "verder", priority=True),
        Binding("o", "choose('overzicht')", "naar het overzicht", priority=True),
        Binding("ctrl+q", "app.quit", "stoppen", priority=True),
    ]

    def __init__(self, ongeluk: Ongeluk, stand: Opslagstand | None) -> None:
        """Tell of a fault; `stand` is how safe the session is that was open, None without one."""
        super().__init__()
        self._ongeluk, self._stand = ongeluk, stand
        self._laatst = time.monotonic()
        self.getypt = ""

    def compose(self) -> ComposeResult:
        """What happened, what is kept, where the report is, and the keys."""
        with Vertical(id="venster", classes="klein") as venster:
            venster.border_title = "Er ging iets mis in het programma"
            keuzes = "Enter: verder waar u was · o: overzicht" if self._stand else "Enter: verder in het overzicht"
            venster.border_subtitle = f"{keuzes} · Ctrl+Q: stoppen"
            yield Static(Content(self.text()))

    def text(self) -> str:
        """The whole message."""
        delen = ["Dat ligt niet aan u. Het programma is zelf opnieuw begonnen.", *self._describe_bewaard()]
        if self._ongeluk.verslag:
            delen.append(
                f"Wat er misging, staat in:\n{self._ongeluk.verslag}\n"
                "Daarin staat niets uit uw sessie. Stuur het naar wie het programma voor u beheert."
            )
        else:
            delen.append(f"Noteer dit voor wie het programma voor u beheert:\n{self._ongeluk.plek}")
        return "\n\n".join(delen)

    def _describe_bewaard(self) -> list[str]:
        if self._stand is None:
            return []
        if self._stand.wachtend:
            return ["Nog niet alles is bewaard. Het programma blijft het proberen; laat het nog even open staan."]
        tot = f" tot {self._stand.opgeslagen[11:19]}" if self._stand.opgeslagen else ""
        return [f"Alles wat u typte, is bewaard{tot}."]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key of someone who is still typing is no answer; without a session there is no other way than on."""
        if action != "choose":
            return super().check_action(action, parameters)
        return time.monotonic() - self._laatst >= RUST and (self._stand is not None or parameters == ("verder",))

    def on_key(self, event: events.Key) -> None:
        """Keep what was typed for the line below."""
        self._laatst = time.monotonic()
        if is_text(event):
            self.getypt += str(event.character)

    def action_choose(self, keuze: Keuze) -> None:
        """Go on."""
        self.dismiss(keuze)
