"""ZoekenScherm: search in everything of the werkmap while typing; Enter opens the session where it stands.

The screen never waits: one search runs at a time, and when it is done only the newest question counts.
"""

from collections.abc import Sequence

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.zoekwoorden import parse_zoekvraag, show_around
from sessie_tool.opslag.vindplaatsen import NAMEN, Filter
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zoeken import HOEVEEL, Uitkomst, Vondst, name_plek, search
from sessie_tool.tui.lijstweergave import format_lijstdatum
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.onderdelen.zoekscherm import Zoekscherm
from sessie_tool.tui.schermen.opener import Opener
from sessie_tool.tui.schijf import Schijf

SOORTEN = ("", "rode_draad", "advies", "actie", "vraag", "signaal", "notitie")
"""What the key goes through; "" is everything."""
UITLEG = """Typ wat u zoekt. U vindt signalen, rode draden, adviezen, acties, notities en al het andere in uw sessies. \
Het begin van een woord is genoeg, en alle woorden moeten er staan. Wilt u woorden precies na elkaar? \
Zet er dan aanhalingstekens omheen."""
REGELS, MEESTE = 3, 120
"""Lines, and characters at most, of a text around what was found."""


class Zoekstand(msgspec.Struct, frozen=True):
    """What is searched, to go on with later."""

    tekst: str = ""
    soort: str = ""
    jaar: int = 0


class ZoekenScherm(Venster[Zoekstand], Zoekscherm[Zoekstand]):
    """Gives what was searched last."""

    KADER = "#venster"
    UITLEG = UITLEG

    BINDINGS = [
        Binding("enter", "open", "openen"),
        Binding("f3", "kind", "wat u zoekt", priority=True),
        Binding("f4", "year", "welk jaar", priority=True),
        Binding("escape", "back", "terug"),
    ]

    def __init__(
        self, werkmap: Werkmap, schijf: Schijf, opener: Opener, jaren: Sequence[int], stand: Zoekstand
    ) -> None:
        """Search a werkmap with sessions of these years, going on with what was searched before."""
        super().__init__()
        self.werkmap, self._schijf, self._opener = werkmap, schijf, opener
        self._jaren = (0, *jaren)
        self._stand, self._gezocht = stand, Zoekstand()
        self._uitkomst = Uitkomst()
        self._zoekt, self._gaat_open = False, False

    def compose(self) -> ComposeResult:
        """Search line, list, keys."""
        with Vertical(id="venster", classes="groot"):
            yield Input(self._stand.tekst, placeholder="zoek in alle sessies", id="zoek", compact=True)
            yield RecordTabel(kenmerken=40, deel=0.4, nummer=17, id="vondsten")
            yield Static(Content(UITLEG), id="leeg")

    def on_screen_resume(self) -> None:
        """Search at the start, and anew after a session was open: it may have changed."""
        self._search()

    # Search.

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the user types."""
        if event.value != self._stand.tekst:
            self._change(tekst=event.value)

    def action_kind(self) -> None:
        """Search in another kind of records, or in all."""
        self._change(soort=_next(SOORTEN, self._stand.soort))

    def action_year(self) -> None:
        """Search in another year, or in all."""
        self._change(jaar=_next(self._jaren, self._stand.jaar))

    def _change(self, **anders: object) -> None:
        self._stand = msgspec.structs.replace(self._stand, **anders)
        self._gaat_open = False
        self._search()

    def _search(self) -> None:
        """Search what is asked now, unless a search is running: then it follows."""
        self.show()
        if not self._zoekt:
            self._zoekt, stand = True, self._stand
            vraag, eis = parse_zoekvraag(stand.tekst), Filter(stand.soort, stand.jaar)
            sessies = self.werkmap.sessies
            self._schijf.lees(lambda: search(sessies, vraag, eis), lambda one: self._take(stand, one), self._fail, self)

    def _take(self, stand: Zoekstand, uitkomst: Uitkomst) -> None:
        self._zoekt, self._uitkomst = False, uitkomst
        is_other, self._gezocht = stand != self._gezocht, stand
        if stand != self._stand:
            self._search()
            return
        self.show()
        if is_other:
            self.lijst.move_cursor(0)
        if self._gaat_open:
            self._gaat_open = False
            self.action_open()

    def _fail(self, fout: SessieToolError) -> None:
        self._zoekt = False
        self.query_one("#leeg", Static).update(Content(str(fout)))

    # Show.

    def find(self, zoek: str) -> Sequence[Tabelrij]:  # noqa: ARG002  # what was found last, until the next is there
        """The finds."""
        vraag = parse_zoekvraag(self._gezocht.tekst)
        breedte = min(MEESTE, REGELS * self.lijst.size.width // 3)
        rows: list[Tabelrij] = []
        for vondst in self._uitkomst.vondsten:
            rond = "".join(show_around(vondst.vind.tekst, vraag, breedte)).replace("\n", " ")
            naam = f"{vondst.sessie}/{vondst.vind.record}/{vondst.vind.soort}/{len(rows)}"
            rows.append(Tabelrij(naam, name_plek(vondst.vind), rond, _describe(vondst)))
        return rows

    def describe(self, aantal: int) -> str:
        """How many there are; without any, what to do."""
        soort, jaar = self._stand.soort, self._stand.jaar
        delen = ["Zoeken in alle sessies", NAMEN.get(soort, ""), f"{jaar}" if jaar else ""]
        self.query_one(self.KADER).border_title = Content(" · ".join(deel for deel in delen if deel))
        if not parse_zoekvraag(self._stand.tekst).delen:
            return UITLEG
        if self._stand != self._gezocht:
            return f"{aantal or ''} … zoekt".strip()
        if self._uitkomst.is_meer:
            return f"de eerste {HOEVEEL}; typ een woord erbij"
        filters = "F3 zoekt in alles, F4 in alle jaren. " if soort or jaar else ""
        return f"{aantal} gevonden" if aantal else f"Niets gevonden. {filters}Typ minder woorden, of alleen het begin."

    # To the session and back.

    def action_open(self) -> None:
        """Open the session at the record under the cursor; who is quicker than the search waits for it."""
        if self._stand != self._gezocht:
            self._gaat_open = True
        elif self._uitkomst.vondsten and self.is_current:
            vondst = self._uitkomst.vondsten[self.lijst.cursor_row]
            self._opener.open(vondst.sessie, bij=vondst.vind.record)

    def action_back(self) -> None:
        """Back to the overview; what was searched stays."""
        self.dismiss(self._stand)


def _next(keuzes: Sequence[object], nu: object) -> object:
    """The choice after this one, round and round."""
    return keuzes[(keuzes.index(nu) + 1) % len(keuzes)] if nu in keuzes else keuzes[0]


def _describe(vondst: Vondst) -> str:
    """Where it stands: session, date and step; and who may read it."""
    vind = vondst.vind
    delen = [vondst.titel, format_lijstdatum(vondst.datum).strip()]
    delen += [f"stap {vind.stap} {vondst.stap}"] if vind.stap else []
    delen += ["alleen begeleider"] if vind.eigen else []
    return " · ".join(delen)
