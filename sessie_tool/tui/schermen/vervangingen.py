"""VervangingenScherm: the names of the open version: what is replaced, what is doubtful, what one decided."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.vervanging import Naamregel, Vervanging, decide, fold_keuze, forget
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.lijstvenster import Lijstvenster
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel
from sessie_tool.tui.schijf import Schijf
from sessie_tool.tui.verslagmaken import read_namenlijst
from sessie_tool.zitting import Zitting

_TEKENS = {"twijfel": "?", "besloten": "✓", "vervangen": " "}
LEZEND = "De namen worden gezocht…"


class Namenlijst(RecordTabel):
    """The words, and what stands there instead."""

    BINDINGS = [Binding("enter", "select_cursor", "ander woord"), Binding("space", "mark", "kies", show=False)]

    class Verplaatst(Message):
        """The cursor went to another name."""

    def move_cursor(self, row: int) -> None:
        """Put the cursor on a row, and tell it."""
        super().move_cursor(row)
        self.post_message(self.Verplaatst())


class VervangingenScherm(Lijstvenster[None]):
    """What one decides is kept in the session, also after vaststellen: it changes nothing of the verslag itself."""

    AUTO_FOCUS = "Namenlijst"
    UITLEG: ClassVar[str] = (
        "Dit is wat de openbare versie met namen doet. Een ? is twijfel: kijk naar de woorden eromheen, onder de "
        "lijst. A is akkoord met wat er staat, L laat de woorden staan, Enter geeft iets anders. Met + voegt u "
        "woorden toe die het programma niet vond. Del haalt uw besluit weg. Spatie kiest er meer tegelijk. Uw "
        "besluiten blijven bij de sessie, ook als die is vastgesteld: het verslag zelf verandert er niet door."
    )

    BINDINGS = [
        Binding("a", "accept", "akkoord"),
        Binding("l", "keep", "laten staan"),
        Binding("plus", "add", "toevoegen"),
        Binding("delete", "forget", "besluit weg"),
    ]

    def __init__(self, zitting: Zitting, werkmap: Werkmap, stuk: str, schijf: Schijf) -> None:
        """Go through the names of a piece of an open session."""
        super().__init__()
        self.zitting, self.werkmap, self._stuk, self._schijf = zitting, werkmap, stuk, schijf
        self._regels: dict[str, Naamregel] = {}
        self._gedaan = 0

    def compose(self) -> ComposeResult:
        """The list, the words around what is under the cursor, the keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Namen in de openbare versie"
            yield Static(LEZEND, id="uitleg", classes="hulp")
            yield Zoekregel("de namen")
            yield Namenlijst(kenmerken=60, deel=0.6, nummer=3, id="namen")
            yield Static("", id="context")
            yield Meldregel()

    def on_mount(self) -> None:
        """Look for the names; the screen does not wait for it."""
        self.read()

    def read(self) -> None:
        """Look for the names in the session as it is now."""
        lees = partial(read_namenlijst, self.werkmap, self.zitting.sessie, self._stuk)
        self._schijf.lees(lees, self._take, lambda fout: self.meld(str(fout), fout=True), self)

    def _take(self, regels: list[Naamregel]) -> None:
        self._regels = {fold_keuze(one.tekst): one for one in regels}
        self.show()

    def show(self) -> None:
        """Show the names that fit the search."""
        rijen = [_row(sleutel, one) for sleutel, one in self._regels.items()]
        self.tabel.show_rows(search_rows(rijen, self.zoek))
        aantal = {soort: sum(one.soort == soort for one in self._regels.values()) for soort in _TEKENS}
        kop = (
            f"{aantal['twijfel']} te bekijken (?), {format_aantal(aantal['besloten'], 'besluit', 'besluiten')} (✓), "
            f"{aantal['vervangen']} zeker."
        )
        if not self._regels:
            kop = "Er staan geen namen in dit stuk. Met + voegt u woorden toe die weg moeten."
        elif not aantal["twijfel"]:
            kop += " Alles is bekeken."
        self.query_one("#uitleg", Static).update(Content(kop))
        self._show_context()

    def on_namenlijst_verplaatst(self) -> None:
        """Show the words around the other name."""
        self._show_context()

    def _show_context(self) -> None:
        """Show the words around what is under the cursor, and why it is doubtful."""
        regel = self._regels.get(self.tabel.current_id)
        tekst = Content("") if regel is None else _describe(regel)
        self.query_one("#context", Static).update(tekst)

    # Deciding.

    def _chosen(self) -> list[Naamregel]:
        return [self._regels[sleutel] for sleutel in self.tabel.chosen_ids if sleutel in self._regels]

    def _decide(self, nieuw: Iterable[Vervanging], wat: str) -> None:
        vervangingen = self.zitting.sessie.vervangingen
        for one in nieuw:
            vervangingen = decide(vervangingen, one)
        self._keep(vervangingen, wat)

    def _keep(self, vervangingen: tuple[Vervanging, ...], wat: str) -> None:
        if vervangingen == self.zitting.sessie.vervangingen:
            self.meld("Dat is al zo.")
            return
        try:
            self.zitting.decide(wat, vervangingen)
        except SessieToolError as fout:
            self.meld(str(fout), fout=True)
            return
        self._gedaan += 1
        self.tabel.clear_marks()
        self.meld(f"{wat[:1].upper()}{wat[1:]}. Ctrl+Z maakt dit ongedaan.")
        self._show_besluiten()

    def _show_besluiten(self) -> None:
        """Show the decisions at once; what else they change is looked for beside the screen."""
        for one in self.zitting.sessie.vervangingen:
            oud = self._regels.get(one.sleutel, Naamregel(one.tekst, one.door, "besloten"))
            self._regels[one.sleutel] = oud._replace(door=one.door, soort="besloten", reden="", eigen=True)
        self.show()
        self.read()

    def action_accept(self) -> None:
        """What stands there is right."""
        gekozen = self._chosen()
        if gekozen:
            self._decide((Vervanging(one.tekst, one.door) for one in gekozen), _name("akkoord met", gekozen))
            self._to_next()

    def action_keep(self) -> None:
        """The words may stay."""
        gekozen = self._chosen()
        if gekozen:
            self._decide((Vervanging(one.tekst, one.tekst) for one in gekozen), _name("blijft staan:", gekozen))
            self._to_next()

    def _to_next(self) -> None:
        """To the next name to look at, as one goes down the list."""
        volgende = next((sleutel for sleutel, one in self._regels.items() if one.soort == "twijfel"), "")
        self.tabel.move_to(volgende)
        self._show_context()

    def action_edit(self) -> None:
        """Ask what stands there instead."""
        regel = self._regels.get(self.tabel.current_id)
        if regel is None:
            return

        def change(door: str | None) -> None:
            if door is not None:
                self._decide([Vervanging(regel.tekst, door.strip())], _name("vervangen:", [regel]))

        uitleg = "Leeg laten haalt de woorden weg."
        self.app.push_screen(Vraagvenster(f"Wat komt er voor '{_short(regel.tekst)}'?", uitleg, regel.door), change)

    def action_add(self) -> None:
        """Replace words that the program did not find."""

        def ask(woorden: str | None) -> None:
            if woorden and fold_keuze(woorden):
                vraag = f"Wat komt er voor '{_short(woorden.strip())}'?"
                self.app.push_screen(Vraagvenster(vraag, "", "[naam weggelaten]"), partial(add, woorden.strip()))

        def add(woorden: str, door: str | None) -> None:
            if door is not None:
                self._decide([Vervanging(woorden, door.strip())], f"toegevoegd: {_short(woorden)}")
                self.tabel.move_to(fold_keuze(woorden))

        uitleg = "Typ de woorden zoals ze in het verslag staan. Hoofdletters maken niet uit."
        self.app.push_screen(Vraagvenster("Welke woorden moeten weg?", uitleg), ask)

    def action_forget(self) -> None:
        """Take decisions away, so that the program judges again."""
        gekozen = [one for one in self._chosen() if one.soort == "besloten"]
        vervangingen = self.zitting.sessie.vervangingen
        for one in gekozen:
            vervangingen = forget(vervangingen, one.tekst)
        if vervangingen == self.zitting.sessie.vervangingen:
            elders = any(not one.eigen for one in gekozen)
            self.meld("Dit is in de andere sessie besloten." if elders else "Hier is geen besluit om weg te halen.")
            return
        for one in gekozen:
            self._regels.pop(fold_keuze(one.tekst))
        self._keep(vervangingen, _name("besluit weg:", gekozen))

    def action_undo(self) -> None:
        """Take back the last of what was decided here; what was done before this screen is left alone."""
        if not self._gedaan:
            self.meld("Hier is niets om ongedaan te maken.")
            return
        try:
            wat = self.zitting.undo()
        except SessieToolError as fout:
            self.meld(str(fout), fout=True)
            return
        self._gedaan -= 1
        self.meld(f"Ongedaan: {wat}.")
        self.read()

    def close_venster(self) -> None:
        """Back to the verslag."""
        self.dismiss(None)


def _row(sleutel: str, regel: Naamregel) -> Tabelrij:
    daar = "blijft staan" if regel.blijft else f"→ {regel.door}" if regel.door else "→ niets"
    return Tabelrij(sleutel, _TEKENS[regel.soort], regel.tekst, daar)


def _describe(regel: Naamregel) -> Content:
    """Why it stands in the list, and the words around it."""
    waarom = {
        "twijfel": f"Twijfel: '{show_regel(regel.tekst)}' {regel.reden}.",
        "besloten": "Door u besloten." if regel.eigen else "Besloten in de andere sessie van dit stuk.",
        "vervangen": "Dit is zeker een naam van een deelnemer of betrokkene.",
    }[regel.soort]
    waar = f"… {show_regel(regel.context)} …" if regel.context else "Deze woorden staan nu nergens in het stuk."
    return Content.assemble((waarom, "bold"), "\n", waar)


def _name(wat: str, regels: list[Naamregel]) -> str:
    meer = f" en {len(regels) - 1} meer" if len(regels) > 1 else ""
    return f"{wat} {_short(regels[0].tekst)}{meer}"


def _short(woorden: str) -> str:
    regel = show_regel(woorden)
    return regel if len(regel) <= 40 else f"{regel[:39]}…"
