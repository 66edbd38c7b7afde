"""NieuwScherm: choose a sjabloon, fill in what is known, and start. Who shows it reads and writes the files."""

from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.deelnemer import Deelnemer, format_deelnemer, parse_deelnemer
from sessie_tool.kern.overnemen import choose_bronnen
from sessie_tool.kern.sessie import Sjabloon, replace
from sessie_tool.kern.taal import format_aantal, join_woorden, parse_datum
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.rijen import Rij
from sessie_tool.tui.nieuw_hulp import Letters, find_next, sort_geplakt
from sessie_tool.tui.nieuwe_sessie import Aanbod, Concept, Nieuw, count_geparkeerd
from sessie_tool.tui.onderdelen.keuzelijst import Keuzelijst
from sessie_tool.tui.onderdelen.kiesscherm import KiesScherm
from sessie_tool.tui.onderdelen.sessievelden import Sessievelden
from sessie_tool.tui.onderdelen.tekstvak import Tekstvak
from sessie_tool.tui.onderdelen.veldinvoer import is_text
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.overnemen import TITEL, make_rows, soorten_of

EERDER = "Dit typte u eerder. F5 maakt alles leeg; nog eens F5 haalt het terug."


class Ingevuld(NamedTuple):
    """What the screen gives: what stands in the fields (None when nothing was typed), and what to make of it."""

    concept: Concept | None
    nieuw: Nieuw | None


class NieuwScherm(Venster[Ingevuld]):
    """Going back loses nothing: who opens it again gives the `Concept` that it gave."""

    BINDINGS = [
        Binding("f2,ctrl+s", "make", "sessie maken", priority=True),
        Binding("ctrl+t", "sources", "overnemen uit…", priority=True),
        Binding("ctrl+g", "parked", "parkeerplaats wel of niet mee", priority=True),
        Binding("f5", "swap", "leeg beginnen, of terug", priority=True),
        Binding("escape", "back", "terug"),
    ]

    def __init__(self, aanbod: Aanbod, concept: Concept | None = None, fout: str = "") -> None:
        """Offer what there is; `concept` was typed before, `fout` says why that could not be made."""
        super().__init__()
        self._aanbod = aanbod
        self._eerder = concept
        self._fout = fout
        self._leeg: Concept | None = None
        self._bronnen: dict[str, frozenset[str]] = {}
        self._geparkeerd = count_geparkeerd(aanbod.zoals)
        self._neemt_mee = self._geparkeerd > 0
        self._letters = Letters()

    def compose(self) -> ComposeResult:
        """The sjablonen, the fields, the participants."""
        zoals = self._aanbod.zoals
        deelnemers = zoals.deelnemers if zoals else ()
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Nieuwe sessie"
            venster.border_subtitle = "Tab: volgend veld · F2: sessie maken · F5: leeg beginnen · Esc: terug"
            with Horizontal(id="keuze"):
                with Vertical(id="links"):
                    yield Label("Sjabloon", classes="label")
                    yield OptionList(id="sjablonen", compact=True)
                    yield Static("", id="doel", classes="hulp")
                    yield Static("", id="bronnen", classes="hulp")
                    yield Static("", id="parkeerplaats", classes="hulp")
                with VerticalScroll(id="rechts", can_focus=False):
                    yield Static(EERDER if self._eerder else "", id="eerder", classes="hulp")
                    yield Sessievelden(self._aanbod.opgaven, datum=now().date().isoformat(), **self._begin())
                    yield Label("Deelnemers: naam; rol; organisatie", classes="label")
                    yield Tekstvak("\n".join(format_deelnemer(one) for one in deelnemers), id="deelnemers")
            yield Static("", id="fout", markup=False)

    def _begin(self) -> dict[str, str | tuple[str, ...]]:
        """What the fields begin with."""
        zoals = self._aanbod.zoals
        return {"titel": zoals.titel, "plaats": zoals.plaats, "gekozen": zoals.opgaven} if zoals else {}

    def on_mount(self) -> None:
        """Show the sjablonen and what was typed before; a bad sjabloon is named, the good ones can be used."""
        lijst = self.query_one("#sjablonen", OptionList)
        lijst.add_options(Option(Content(f"{one.titel} ({one.minuten} min)")) for one in self._aanbod.sjablonen)
        lijst.highlighted = 0 if self._aanbod.sjablonen else None
        lijst.focus()
        self._show_geparkeerd()
        self._leeg = self._read()
        if self._eerder:
            self._fill(self._eerder)
        self._say(self._fout or _describe(self._aanbod.bevindingen))

    def _say(self, tekst: str) -> None:
        self.query_one("#fout", Static).update(Content(tekst))

    # What stands in the fields.

    def _read(self) -> Concept:
        return Concept(
            sjabloon=self.sjabloon.titel if self.sjabloon else "",
            velden={str(veld.id): veld.value for veld in self.query(Input)},
            gekozen=self.query_one(Keuzelijst).gekozen,
            deelnemers=self.query_one("#deelnemers", Tekstvak).text,
            bronnen=dict(self._bronnen),
        )

    def _fill(self, concept: Concept) -> None:
        titels = [one.titel for one in self._aanbod.sjablonen]
        if concept.sjabloon in titels:
            self.query_one("#sjablonen", OptionList).highlighted = titels.index(concept.sjabloon)
        for naam, waarde in concept.velden.items():
            self.query_one(f"#{naam}", Input).value = waarde
        self.query_one(Keuzelijst).choose(concept.gekozen)
        self.query_one("#deelnemers", Tekstvak).text = concept.deelnemers
        self._bronnen = dict(concept.bronnen)
        self._show_bronnen()

    def _typed(self) -> Concept | None:
        """What the user filled in; None when everything is as it was at first."""
        concept = self._read()
        return None if concept == self._leeg else concept

    def action_swap(self) -> None:
        """Make the fields as they were at first; when they are, bring back what was typed before."""
        typed = self._typed()
        self._fill(self._eerder if typed is None and self._eerder else self._leeg or self._read())
        self._eerder = typed or self._eerder
        self._say("")

    @property
    def sjabloon(self) -> Sjabloon | None:
        """The highlighted sjabloon."""
        index, sjablonen = self.query_one("#sjablonen", OptionList).highlighted, self._aanbod.sjablonen
        return sjablonen[index] if index is not None and index < len(sjablonen) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the sjabloon is for."""
        if event.option_list.id == "sjablonen" and self.sjabloon:
            self.query_one("#doel", Static).update(Content(self.sjabloon.doel))
            self.query_one("#veld-titel", Input).placeholder = self.sjabloon.titel
            self._show_bronnen()

    # The sessions that it takes over from.

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another date may mean other sessions to take over from."""
        if event.input.id == "veld-datum":
            self._show_bronnen()

    def _sources(self) -> tuple[list[Rij], frozenset[str]]:
        """The sessions that the sjabloon can take over from, and the ids of those that are chosen."""
        stappen = self.sjabloon.stappen if self.sjabloon else ()
        soorten = soorten_of(stappen)
        rijen = [rij for rij in self._aanbod.sessies if rij.soort in soorten]
        datum = parse_datum(self.query_one("#veld-datum", Input).value.strip()) or now().date().isoformat()
        eigen = self._bronnen.get(self.sjabloon.titel) if self.sjabloon else None
        standaard = frozenset(rij.id for rij in choose_bronnen(stappen, rijen, datum))
        return rijen, standaard if eigen is None else eigen

    def _show_bronnen(self) -> None:
        """Say from how many sessions it takes over."""
        soorten = soorten_of(self.sjabloon.stappen) if self.sjabloon else frozenset()
        rijen, gekozen = self._sources()
        regel = f"Neemt over uit: {format_aantal(len(gekozen), 'sessie', 'sessies')}."
        regel += " Ctrl+T: kiezen." if rijen else ""
        self.query_one("#bronnen", Static).update(Content(regel if soorten else ""))

    def action_sources(self) -> None:
        """Choose the sessions to take over from."""
        rijen, gekozen = self._sources()
        sjabloon = self.sjabloon
        if not rijen or sjabloon is None:
            self._say("Bij dit sjabloon is er geen sessie om uit over te nemen.")
            return

        def choose(ids: frozenset[str] | None) -> None:
            if ids is not None:
                self._bronnen[sjabloon.titel] = ids
                self._show_bronnen()

        self.app.push_screen(KiesScherm(TITEL, make_rows(rijen), gekozen), choose)

    # What is parked in the session that it follows.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's own
        """Only where something is parked can it come along."""
        return action != "parked" or self._geparkeerd > 0

    def action_parked(self) -> None:
        """Take along what is parked, or not."""
        self._neemt_mee = not self._neemt_mee
        self._show_geparkeerd()

    def _show_geparkeerd(self) -> None:
        aantal = format_aantal(self._geparkeerd, "onderwerp", "onderwerpen")
        gaat = "gaat mee" if self._geparkeerd == 1 else "gaan mee"
        wat = f"{aantal} van de parkeerplaats {gaat}." if self._neemt_mee else "De parkeerplaats gaat niet mee."
        regel = f"{wat} Ctrl+G: {'niet' if self._neemt_mee else 'wel'}." if self._geparkeerd else ""
        self.query_one("#parkeerplaats", Static).update(Content(regel))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on a sjabloon goes to the title."""
        if event.option_list.id == "sjablonen":
            event.stop()
            self.query_one("#veld-titel", Input).focus()

    def on_key(self, event: events.Key) -> None:
        """Letters in the list of sjablonen go to the next one that begins with them."""
        lijst = self.query_one("#sjablonen", OptionList)
        if lijst.has_focus and is_text(event) and event.key not in self.active_bindings:
            event.stop()
            titels = [one.titel.casefold() for one in self._aanbod.sjablonen]
            getypt = self._letters.add(str(event.character).casefold(), titels, event.time)
            lijst.highlighted = find_next(titels, getypt, lijst.highlighted)

    def on_paste(self, event: events.Paste) -> None:
        """A paste outside a field is what one has of the session: a title and the rest, or a list of people."""
        event.stop()
        veld, vak = self.query_one("#veld-titel", Input), self.query_one("#deelnemers", Tekstvak)
        titel, mensen, rest = sort_geplakt(event.text, met_titel=not veld.value.strip())
        aanleiding = self.query_one("#veld-aanleiding", Input)
        veld.value = titel or veld.value
        vak.text = "\n".join(filter(None, (vak.text.rstrip(), *mensen)))
        aanleiding.value = " ".join(filter(None, (aanleiding.value.strip(), *rest)))
        waar = (("Titel", titel), ("Aanleiding", rest), ("Deelnemers", mensen))
        gevuld = [naam for naam, inhoud in waar if inhoud]
        if gevuld:
            self._say(f"Geplakt bij {join_woorden(gevuld)}. Kijk of dat klopt.")
            (veld if titel else vak if mensen else aanleiding).focus()

    def on_input_submitted(self) -> None:
        """Enter in a field goes to the next."""
        self.focus_next()

    # Leaving.

    def action_back(self) -> None:
        """Back to the overview; what was typed is given along."""
        self.dismiss(Ingevuld(self._typed(), None))

    def action_make(self) -> None:
        """Make the session, after the letters that are still on their way to a field."""
        (self.focused or self).call_later(self.make)

    def make(self) -> None:
        """Give the session to make; stay when something is wrong."""
        waarden, opgaven, fout = self.query_one(Sessievelden).read()
        sjabloon = self.sjabloon
        if sjabloon is None:
            fout = "Er is geen sjabloon om mee te beginnen. Zet er een in de map sjablonen."
        if fout or sjabloon is None:
            self._say(fout)
            self.query_one("#veld-datum" if sjabloon else "#sjablonen").focus()
        elif self.is_current:  # a second F2 may come before the window is gone
            vorige = self._aanbod.zoals if self._neemt_mee else None
            nieuw = Nieuw(sjabloon, waarden, opgaven, self._deelnemers(), self._bronnen.get(sjabloon.titel), vorige)
            self.dismiss(Ingevuld(self._typed(), nieuw))

    def _deelnemers(self) -> tuple[Deelnemer, ...]:
        """The participants as typed; who stood in the earlier session keeps all that is known, but an absence then."""
        zoals = self._aanbod.zoals
        known = {format_deelnemer(one): one for one in zoals.deelnemers} if zoals else {}
        regels = [regel.strip() for regel in self.query_one("#deelnemers", Tekstvak).text.split("\n")]
        found = [known.get(regel) or parse_deelnemer(regel, "") for regel in regels if regel]
        return tuple(replace(one, id=new_id(), aanwezig=True) for one in found)


def _describe(bevindingen: list[Bevinding]) -> str:
    """Which sjablonen cannot be used, and who says why; "" when all can."""
    namen = sorted({Path(one.bron).name for one in bevindingen if one.ernst == "fout"})
    if not namen:
        return ""
    return f"Niet te gebruiken: {', '.join(namen)}. 'sessie sjablonen controleer {namen[0]}' zegt waarom."
