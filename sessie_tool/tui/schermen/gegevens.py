"""GegevensScherm: title, date, place and the like of an open session."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.sessie import replace
from sessie_tool.tui.onderdelen.sessievelden import Sessievelden
from sessie_tool.tui.onderdelen.tekstvak import Tekstvak
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.zitting import Zitting


class GegevensScherm(Venster[None]):
    """Closing keeps what was typed; undo in the session brings the old values back."""

    BINDINGS = [Binding("escape", "keep", "bewaren en sluiten"), Binding("ctrl+s", "keep", show=False)]

    def __init__(self, zitting: Zitting) -> None:
        """Show the details of an open session."""
        super().__init__()
        self.zitting = zitting
        self._gezegd = ""

    def compose(self) -> ComposeResult:
        """The fields in a box."""
        sessie = self.zitting.sessie
        with Vertical(id="venster") as venster:
            venster.border_title = "Gegevens van de sessie"
            venster.border_subtitle = "Tab: volgend veld · Esc: bewaren en sluiten"
            with VerticalScroll(can_focus=False):
                yield Sessievelden(
                    self.zitting.opgaven,
                    titel=sessie.titel,
                    datum=sessie.datum,
                    plaats=sessie.plaats,
                    aanleiding=sessie.aanleiding,
                    gekozen=sessie.opgaven,
                )
                if sessie.niet_geplaatst:
                    yield Label("Niet geplaatst: zet dit in een stap en haal het hier weg", classes="label")
                    yield Tekstvak(sessie.niet_geplaatst, id="veld-niet-geplaatst")
            yield Static("", id="fout", markup=False)

    def action_keep(self) -> None:
        """Close with the new values; stay when the date cannot be understood."""
        waarden, opgaven, fout = self.query_one(Sessievelden).read()
        waarden["titel"] = waarden["titel"] or self.zitting.sessie.titel
        for vak in self.query("#veld-niet-geplaatst").results(Tekstvak):
            waarden["niet_geplaatst"] = vak.text
        if not fout:
            try:
                self._apply(waarden, opgaven)
            except SessieToolError as error:
                fout = str(error)
        if fout and fout != self._gezegd:
            self._gezegd = fout
            self.query_one("#fout", Static).update(Content(f"{fout} Nog eens Esc sluit zonder te bewaren."))
            return
        self.dismiss(None)

    def _apply(self, waarden: dict[str, str], opgaven: tuple[str, ...]) -> None:
        old = self.zitting.sessie
        new = replace(old, **waarden, opgaven=opgaven)
        if new != old:
            self.zitting.apply("gegevens gewijzigd", lambda sessie: replace(sessie, **waarden, opgaven=opgaven))
