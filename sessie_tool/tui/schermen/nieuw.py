"""NieuwScherm: choose a sjabloon, fill in what is known, and start."""

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.fouten import Bevinding, SessieToolError
from sessie_tool.kern.deelnemer import Deelnemer, format_deelnemer, parse_deelnemer
from sessie_tool.kern.sessie import Sessie, Sjabloon, replace
from sessie_tool.kern.starten import as_sjabloon, start_sessie
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.acties import openstaand
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.sessievelden import Sessievelden
from sessie_tool.tui.onderdelen.tekstvak import Tekstvak


class NieuwScherm(ModalScreen[str | None]):
    """Gives the id of the session that was made, or None."""

    BINDINGS = [
        Binding("f2,ctrl+s", "make", "sessie maken", priority=True),
        Binding("escape", "dismiss(None)", "terug"),
    ]

    def __init__(self, werkmap: Werkmap, zoals: Sessie | None = None) -> None:
        """Make a session in this werkmap; `zoals` is one whose steps, place and participants it takes over."""
        super().__init__()
        self.werkmap = werkmap
        self._zoals = zoals
        self._sjablonen: list[Sjabloon] = []

    def compose(self) -> ComposeResult:
        """The sjablonen, the fields, the participants."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Nieuwe sessie"
            venster.border_subtitle = "Tab: volgend veld · F2: sessie maken · Esc: terug"
            with Horizontal(id="keuze"):
                with Vertical(id="links"):
                    yield Label("Sjabloon", classes="label")
                    yield OptionList(id="sjablonen", compact=True)
                    yield Static("", id="doel", classes="hulp")
                with VerticalScroll(id="rechts", can_focus=False):
                    yield Sessievelden(self.werkmap.opgaven(), datum=now().date().isoformat(), **self._begin())
                    yield Label("Deelnemers: naam; rol; organisatie", classes="label")
                    deelnemers = self._zoals.deelnemers if self._zoals else ()
                    yield Tekstvak("\n".join(format_deelnemer(one) for one in deelnemers), id="deelnemers")
            yield Static("", id="fout", markup=False)

    def on_mount(self) -> None:
        """Read the sjablonen; a bad one is named, the good ones can be used."""
        from sessie_tool.sjabloon import find_sjablonen  # reads Markdown: only when it is used

        self._sjablonen, bevindingen = find_sjablonen([self.werkmap.sjablonen, shipped_sjablonen()])
        if self._zoals:
            self._sjablonen.insert(0, as_sjabloon(self._zoals))
        lijst = self.query_one("#sjablonen", OptionList)
        lijst.add_options(Option(Content(f"{one.titel} ({one.minuten} min)")) for one in self._sjablonen)
        lijst.highlighted = 0 if self._sjablonen else None
        lijst.focus()
        self._say(bevindingen)

    def _begin(self) -> dict[str, str | tuple[str, ...]]:
        """What the fields begin with."""
        zoals = self._zoals
        return {"titel": zoals.titel, "plaats": zoals.plaats, "gekozen": zoals.opgaven} if zoals else {}

    def _say(self, bevindingen: list[Bevinding]) -> None:
        namen = sorted({Path(one.bron).name for one in bevindingen if one.ernst == "fout"})
        if namen:
            zin = f"Niet te gebruiken: {', '.join(namen)}. 'sessie sjablonen controleer {namen[0]}' zegt waarom."
            self.query_one("#fout", Static).update(Content(zin))

    @property
    def sjabloon(self) -> Sjabloon | None:
        """The highlighted sjabloon."""
        index = self.query_one("#sjablonen", OptionList).highlighted
        return self._sjablonen[index] if index is not None and index < len(self._sjablonen) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the sjabloon is for."""
        if event.option_list.id == "sjablonen" and self.sjabloon:
            self.query_one("#doel", Static).update(Content(self.sjabloon.doel))
            self.query_one("#veld-titel", Input).placeholder = self.sjabloon.titel

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on a sjabloon goes to the title."""
        if event.option_list.id == "sjablonen":
            event.stop()
            self.query_one("#veld-titel", Input).focus()

    def on_input_submitted(self) -> None:
        """Enter in a field goes to the next."""
        self.focus_next()

    def action_make(self) -> None:
        """Make the session, after the letters that are still on their way to a field."""
        (self.focused or self).call_later(self.make)

    def make(self) -> None:
        """Make the session; stay when something is wrong."""
        waarden, opgaven, fout = self.query_one(Sessievelden).read()
        sjabloon = self.sjabloon
        if sjabloon is None:
            fout = "Er is geen sjabloon om mee te beginnen. Zet er een in de map sjablonen."
        if fout or sjabloon is None:
            self.query_one("#fout", Static).update(Content(fout))
            self.query_one("#veld-datum" if sjabloon else "#sjablonen").focus()
            return
        try:
            sessie_id = self._make(sjabloon, waarden, opgaven)
        except SessieToolError as error:
            self.query_one("#fout", Static).update(Content(str(error)))
            return
        self.dismiss(sessie_id)

    def _make(self, sjabloon: Sjabloon, waarden: dict[str, str], opgaven: tuple[str, ...]) -> str:
        sessie = start_sessie(
            sjabloon,
            new_id=new_id,
            opgaven=opgaven,
            deelnemers=self._deelnemers(),
            openstaand=openstaand(self.werkmap, opgaven, waarden["datum"], new_id),
            **waarden,
        )
        self.werkmap.create(sessie, now())
        return sessie.id

    def _deelnemers(self) -> tuple[Deelnemer, ...]:
        """The participants as typed; one of the earlier session whose line is the same keeps all that is known."""
        known = {format_deelnemer(one): one for one in self._zoals.deelnemers} if self._zoals else {}
        regels = [regel.strip() for regel in self.query_one("#deelnemers", Tekstvak).text.split("\n")]
        found = [known.get(regel) or parse_deelnemer(regel, "") for regel in regels if regel]
        return tuple(replace(one, id=new_id()) for one in found)
