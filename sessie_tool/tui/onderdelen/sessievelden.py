"""Sessievelden: the fields with which a session is made or changed: title, date, place, occasion, opgave."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from sessie_tool.kern.taal import format_datum_kort, parse_datum
from sessie_tool.tui.onderdelen.keuzelijst import Keuzelijst
from sessie_tool.tui.onderdelen.veldinvoer import Veldinvoer


class Sessievelden(Vertical):
    """The fields; `read` gives their values or says what is wrong."""

    DEFAULT_CSS = "Sessievelden { height: auto; }"

    def __init__(self, opgaven: tuple[str, ...], **waarden: str | tuple[str, ...]) -> None:
        """Start with `titel`, `datum` (ISO), `plaats`, `aanleiding` and `gekozen` (opgaven)."""
        super().__init__()
        self._opgaven = opgaven
        self._waarden = waarden

    def compose(self) -> ComposeResult:
        """A label and an input per field."""
        datum = format_datum_kort(str(self._waarden["datum"]))
        for name, label, waarde in (
            ("titel", "Titel", self._waarden.get("titel", "")),
            ("datum", "Datum (dag-maand-jaar)", datum),
            ("plaats", "Plaats", self._waarden.get("plaats", "")),
            ("aanleiding", "Aanleiding", self._waarden.get("aanleiding", "")),
        ):
            yield Label(label, classes="label")
            yield Veldinvoer(str(waarde), id=f"veld-{name}", compact=True)
        yield Label("Strategische opgave (Spatie: kiezen)", classes="label")
        gekozen = self._waarden.get("gekozen", ())
        yield Keuzelijst(list(dict.fromkeys((*self._opgaven, *gekozen))), tuple(gekozen), id="veld-opgaven")

    def read(self) -> tuple[dict[str, str], tuple[str, ...], str]:
        """The values, the chosen opgaven, and what is wrong ("" when nothing is)."""
        waarden = {
            name: self.query_one(f"#veld-{name}", Input).value.strip() for name in ("titel", "plaats", "aanleiding")
        }
        typed = self.query_one("#veld-datum", Input).value.strip()
        datum = parse_datum(typed)
        fout = "" if datum else f"'{typed}' is geen datum. Typ bijvoorbeeld 21-3-2026."
        return waarden | {"datum": datum or ""}, self.query_one(Keuzelijst).gekozen, fout
