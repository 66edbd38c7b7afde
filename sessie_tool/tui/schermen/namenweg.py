"""NamenwegScherm: which names go out of a session for good, and the word that does it: undo cannot reach this."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sessie_tool.kern.naamloos import Verzoek
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.vervanging import Twijfel
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.opslag.anonimiseren import Plan
from sessie_tool.tui.onderdelen.veldinvoer import Veldinvoer
from sessie_tool.tui.onderdelen.venster import Venster

MEESTE = 500
UITLEG = (
    "Deze namen gaan overal weg: uit de sessie, uit eerdere versies en uit wat deze computer bewaart. Wat er gezegd "
    "is, blijft. Ongedaan maken kan daarna niet meer, ook niet van eerdere wijzigingen."
)


class Besluit(NamedTuple):
    """What goes: whose names, and the concepts in exports too or not."""

    verzoek: Verzoek
    met_exports: bool


Herplan = Callable[[Verzoek, Callable[[Plan], None]], None]
"""(what is asked, what takes the plan): looks again what would go."""


class NamenwegScherm(Venster[Besluit | None]):
    """Gives what was decided, or None when the user went back."""

    AUTO_FOCUS = "#veld-id"
    BINDINGS = [
        Binding("escape", "dismiss(None)", "terug"),
        Binding("f2", "more('allen')", "ook wie genoemd mag worden", priority=True),
        Binding("f3", "more('functies')", "ook rol en organisatie", priority=True),
        Binding("f6", "more('vermoedens')", "ook wat misschien een naam is", priority=True),
        Binding("f4", "exports", "ook conceptverslagen", priority=True),
    ]

    def __init__(self, plan: Plan, herplan: Herplan) -> None:
        """Show a plan; `herplan` makes another one."""
        super().__init__()
        self._plan, self._herplan = plan, herplan
        self._met_exports = False

    def compose(self) -> ComposeResult:
        """What happens, the names, what is chosen, and the id to type."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = Content(f"Namen voorgoed weghalen uit {show_regel(self._plan.sessie.titel)}")
            venster.border_subtitle = "Enter: weghalen · F2, F3, F4, F6: meer weghalen · Esc: terug"
            yield Static(Content(UITLEG), classes="hulp")
            yield OptionList(id="keuze")
            yield Static("", id="stand", markup=False)
            yield Static(Content(f"Typ {self._plan.sessie.id} of de titel om de namen weg te halen"), classes="label")
            yield Veldinvoer("", id="veld-id", compact=True)
            yield Static("", id="fout", markup=False)

    def on_mount(self) -> None:
        """Show the plan."""
        self._show(self._plan)

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        lijst = self.query_one(OptionList)
        lijst.clear_options()
        regels = _list_lines(plan)
        lijst.add_options(Option(Content(show_regel(one))) for one in regels[:MEESTE])
        if not regels:
            lijst.add_option(Option(Content("Er staan geen namen in die weg moeten."), disabled=True))
        self._show_stand(len(regels))

    def _show_stand(self, aantal: int) -> None:
        verzoek = self._plan.verzoek
        concepten = sum(not one.is_vast and not one.is_changed for one in self._plan.exports)
        keuzes = [
            f"F2 {_tick(verzoek.allen)} ook wie genoemd mag worden",
            f"F3 {_tick(verzoek.functies)} ook rol en organisatie",
            f"F6 {_tick(verzoek.vermoedens)} ook wat misschien een naam is (dat staat er met 'blijft')",
            f"F4 {_tick(self._met_exports)} ook {format_aantal(concepten, 'conceptverslag', 'conceptverslagen')}",
        ]
        tekst = f"{format_aantal(aantal, 'naam of schrijfwijze', 'namen en schrijfwijzen')}\n" + "\n".join(keuzes)
        self.query_one("#stand", Static).update(Content(tekst))

    def action_more(self, wat: str) -> None:
        """Ask for more, or for less again; what goes is looked up anew."""
        oud = self._plan.verzoek
        nieuw = msgspec.structs.replace(oud, **{wat: not getattr(oud, wat)})
        self._herplan(nieuw, self._show)

    def action_exports(self) -> None:
        """Throw the concepts in exports away too, or not."""
        self._met_exports = not self._met_exports
        self._show_stand(len(_list_lines(self._plan)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter does it when the id or the title was typed."""
        event.stop()
        getypt = " ".join(event.value.split()).casefold()
        sessie = self._plan.sessie
        if getypt not in (sessie.id.casefold(), " ".join(sessie.titel.split()).casefold()):
            self.query_one("#fout", Static).update(Content(f"Typ {sessie.id}, of druk op Esc. Er is niets veranderd."))
        elif self.is_current:
            self.dismiss(Besluit(self._plan.verzoek, self._met_exports))


def _list_lines(plan: Plan) -> list[str]:
    """'Jansen → deelnemer 3', what is doubtful first."""
    plekken = sorted(plan.naamloos.plekken, key=lambda one: not one.reden)
    tekst = [f"{'? ' if one.reden else '  '}{one.tekst} → {_outcome(one)}" for one in plekken]
    lijst = [f"  {naam} → {door}" for naam, door in plan.naamloos.namen.items()]
    return list(dict.fromkeys((*tekst, *lijst)))


def _outcome(een: Twijfel) -> str:
    return "blijft" if een.door == een.tekst else een.door


def _tick(aan: bool) -> str:  # noqa: FBT001 - it is the one thing it is about
    return "[x]" if aan else "[ ]"
