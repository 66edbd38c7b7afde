"""VaststellenScherm: when a verslag became definite and by whom; after it the session does not change any more."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, Static

from sessie_tool.kern.taal import format_aantal, format_datum_kort, parse_datum
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.tui.onderdelen.veldinvoer import Veldinvoer
from sessie_tool.tui.onderdelen.venster import Venster


class VaststellenScherm(Venster[Vaststelling | None]):
    """Gives the Vaststelling, or None when the user went back."""

    AUTO_FOCUS = "#veld-door"
    BINDINGS = [Binding("escape", "dismiss(None)", "terug")]

    def __init__(self, vandaag: str, gaten: int) -> None:
        """Ask it on a day (ISO); so much is missing still."""
        super().__init__()
        self._vandaag, self._gaten = vandaag, gaten

    def compose(self) -> ComposeResult:
        """What happens, the date, by whom, and the word that does it."""
        with Vertical(id="venster", classes="klein") as venster:
            venster.border_title = "Verslag vaststellen?"
            venster.border_subtitle = "Enter: verder · Shift+Tab: vorig veld · Esc: terug"
            gaten = f"Er is nog {format_aantal(self._gaten, 'punt', 'punten')} aan te vullen. " if self._gaten else ""
            uitleg = (
                "Daarna verandert de sessie niet meer. Wat u daarna maakt, blijft naast de eerdere bestanden staan."
            )
            yield Static(Content(f"{gaten}{uitleg}"), classes="hulp")
            yield Label("Datum van vaststelling (dag-maand-jaar)", classes="label")
            yield Veldinvoer(format_datum_kort(self._vandaag), id="veld-datum", compact=True)
            yield Label("Door wie, zoals: de Wetenschappelijke Board", classes="label")
            yield Veldinvoer("", id="veld-door", compact=True)
            yield Label("Typ ja om vast te stellen", classes="label")
            yield Veldinvoer("", id="veld-ja", compact=True)
            yield Static("", id="fout", markup=False)

    def _read(self, naam: str) -> str:
        return " ".join(self.query_one(f"#veld-{naam}", Input).value.split())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field; in the last one it gives the date and who, or says what is wrong."""
        event.stop()
        if event.input.id != "veld-ja":
            self.focus_next()
            return
        datum, getypt = parse_datum(self._read("datum")), self._read("datum")
        fout = ""
        if datum is None:
            fout = f"'{getypt}' is geen datum. Typ bijvoorbeeld 21-3-2026."
        elif datum > self._vandaag:
            fout = "Die datum is nog niet geweest. Vul de dag in waarop het verslag is vastgesteld."
        elif self._read("ja").casefold() != "ja":
            fout = "Typ ja in het onderste veld om vast te stellen, of druk op Esc."
        self.query_one("#fout", Static).update(Content(fout))
        if datum and not fout and self.is_current:
            self.dismiss(Vaststelling(datum, self._read("door")))
