"""BeoordelenScherm: draad by draad, is this one of an earlier year under another name, or new? A person decides."""

from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern import beslissen
from sessie_tool.kern.banden import Band
from sessie_tool.kern.gelijkenis import Voorstel
from sessie_tool.kern.lijnen import Draad
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.voorstellen import Voorstelzoeker, describe_waarom
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.lijnenwerk import Keuze, Lijnenwerk
from sessie_tool.tui.onderdelen.kiesscherm import KiesScherm
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.onderdelen.venster import Venster

ZOEKEND = "Even zoeken waar dit op lijkt…"
GEKOPPELD = "● gekoppeld"
GEEN_STERKE = "Geen sterke kandidaat. Herkent u er een? Zo niet, dan is de draad nieuw: n."
NIETS = "Geen draad van eerdere jaren lijkt hierop. N: de draad is nieuw. Met / zoekt u zelf."


class Voorstellen(RecordTabel):
    """What a draad may go on from."""

    BINDINGS = [Binding("enter", "select_cursor", "is een vervolg hierop")]


class BeoordelenScherm(Venster[None]):
    """Goes through draden; every decision is kept at once and can be taken back."""

    AUTO_FOCUS = "Voorstellen"
    UITLEG = (
        "Boven staat een rode draad, eronder op welke eerdere draden hij lijkt en waarom. Enter zegt dat hij een "
        "vervolg is op de draad onder de cursor. Is hij dat op meer draden, kies ze dan eerst met Spatie. X zegt dat "
        "het iets anders is: dat voorstel komt niet terug. N zegt dat de draad nieuw is. Met / kiest u zelf uit alle "
        "draden."
    )

    BINDINGS = [
        Binding("n", "new", "is nieuw"),
        Binding("x,delete", "reject", "is iets anders"),
        Binding("slash", "choose", "zelf zoeken"),
        Binding("right", "go(1)", "volgende draad"),
        Binding("left", "go(-1)", "vorige draad", show=False),
        Binding("ctrl+z", "undo", "ongedaan", priority=True, id="ongedaan"),
        Binding("escape", "dismiss(None)", "klaar"),
    ]

    def __init__(self, draden: Sequence[Draad], soort: str, werk: Lijnenwerk) -> None:
        """Ask about these draden, one after another; the rounds compared are sessions of `soort`."""
        super().__init__()
        self._draden, self._werk, self._keuze = list(draden), werk, Keuze(soort)
        self._plaats = 0
        self._zoeker = Voorstelzoeker()
        self._voorstellen: Mapping[str, tuple[Voorstel, ...]] = {}

    def compose(self) -> ComposeResult:
        """The draad, what it may go on from, the keys."""
        with Vertical(id="venster", classes="groot"):
            yield Static("", id="draad")
            yield Static(ZOEKEND, id="leeg")
            yield Voorstellen(kenmerken=14, deel=0.2, nummer=8)
            yield Meldregel()

    def on_mount(self) -> None:
        """Show the first draad."""
        self.show()

    # What is shown.

    @property
    def draad(self) -> Draad:
        """The one that is asked about."""
        return self._draden[self._plaats]

    @property
    def lijst(self) -> Voorstellen:
        """The list of what it may go on from."""
        return self.query_one(Voorstellen)

    def show(self) -> None:
        """Show the draad as it is decided on now, and look for what it is like."""
        self._vergelijking = self._werk.compare(self._keuze)
        wacht = len(self._vergelijking.onbeoordeeld)
        venster = self.query_one("#venster")
        venster.border_title = Content(f"Draad {self._plaats + 1} van {len(self._draden)}: is dit nieuw?")
        nog = f"nog {format_aantal(wacht, 'draad', 'draden')} te beoordelen" if wacht else "alles is beoordeeld"
        venster.border_subtitle = Content(nog)
        self.query_one("#draad", Static).update(self._describe_draad())
        self._show_rows()
        vergelijking, banden, draad = self._vergelijking, self._werk.banden, self.draad

        def found(voorstellen: Mapping[str, tuple[Voorstel, ...]]) -> None:
            self._voorstellen = voorstellen
            if self.draad.sleutel == draad.sleutel:
                self._show_rows()

        self._werk.schijf.lees(lambda: self._zoeker.find(vergelijking, banden, (draad,)), found, self._fail, self)

    def _describe_draad(self) -> Content:
        draad = self.draad
        delen = [
            format_aantal(draad.gewicht, "signaal", "signalen"),
            *([format_aantal(draad.stippen, "stip", "stippen")] if draad.stippen is not None else []),
            *draad.opgaven,
        ]
        regels: list[Content | tuple[str, str] | str] = [
            (f"{draad.jaar}  {show_regel(draad.titel)}\n", "bold"),
            (" · ".join(delen), "$text-muted"),
        ]
        if draad.toelichting.strip():
            regels += ["\n", show_regel(" ".join(draad.toelichting.split()))[:400]]
        besluit = self._describe_besluit()
        return Content.assemble(*regels, "\n", (besluit, "bold")) if besluit else Content.assemble(*regels)

    def _describe_besluit(self) -> str:
        eerder = [self._vergelijking.draden[one] for one in self._links]
        if eerder:
            return f"Besloten: vervolg op {join_woorden([f'{one.titel} ({one.jaar})' for one in eerder])}."
        return "" if self.draad in self._vergelijking.onbeoordeeld else "Besloten: nieuw."

    @property
    def _links(self) -> tuple[str, ...]:
        return self._vergelijking.links.get(self.draad.sleutel, ())

    def _show_rows(self) -> None:
        voorstellen = self._voorstellen.get(self.draad.sleutel)
        gekoppeld = [self._row(sleutel, GEKOPPELD) for sleutel in self._links]
        anders = (one for one in voorstellen or () if one.id not in self._links)
        self.lijst.show_rows([*gekoppeld, *(self._row(one.id, one.zekerheid, self._explain(one)) for one in anders)])
        self.query_one("#leeg", Static).update(Content(self._describe_voorstellen(voorstellen)))

    def _explain(self, voorstel: Voorstel) -> str:
        return describe_waarom(voorstel, self._vergelijking, self.draad.jaar)

    def _row(self, sleutel: str, staat: str, waarom: str = "") -> Tabelrij:
        eerder = self._vergelijking.draden[sleutel]
        regels = filter(None, (eerder.titel, waarom))
        return Tabelrij(sleutel, str(eerder.jaar), "\n".join(regels), staat)

    def _describe_voorstellen(self, voorstellen: Sequence[Voorstel] | None) -> str:
        if voorstellen is None:
            return ZOEKEND
        if not voorstellen:
            return "" if self._links else NIETS
        return "Lijkt op:" if self._links or voorstellen[0].zekerheid == "sterk" else f"Lijkt op: {GEEN_STERKE}"

    # Deciding.

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter: it goes on from what is chosen; from what it was linked to, no more."""
        event.stop()
        self._link(self.lijst.chosen_ids)

    def _link(self, eerdere: Sequence[str]) -> None:
        links, moment = self._links, self._werk.moment
        los = [one for one in eerdere if one in links]
        if los:
            self._decide(lambda: self._make(beslissen.unlink, los, moment), "Losgemaakt.")
        else:
            self._decide(lambda: self._make(beslissen.link, eerdere, moment), "Gekoppeld.", verder=True)

    def _make(self, maak: Callable[..., tuple[Band, ...]], eerdere: Sequence[str], moment: str) -> tuple[Band, ...]:
        return tuple(band for one in eerdere for band in maak(self._vergelijking, self.draad.sleutel, one, moment))

    def action_reject(self) -> None:
        """What is chosen is something else."""
        gekozen, moment = self.lijst.chosen_ids, self._werk.moment
        if not gekozen:
            return
        maak = beslissen.unlink if gekozen[0] in self._links else beslissen.reject
        gelijk = [one for one in gekozen if (one in self._links) == (gekozen[0] in self._links)]
        self._decide(lambda: self._make(maak, gelijk, moment), "Dit voorstel komt niet terug.")

    def action_new(self) -> None:
        """It goes on from nothing."""
        moment = self._werk.moment
        self._decide(
            lambda: beslissen.mark_nieuw(self._vergelijking, self.draad.sleutel, moment), "Nieuw.", verder=True
        )

    def _decide(self, maak: Callable[[], tuple[Band, ...]], melding: str, *, verder: bool = False) -> None:
        """Keep a decision; then go on to the next draad that waits for one."""
        titel = self.draad.titel

        def kept() -> None:
            self.lijst.clear_marks()
            if verder:
                self._to_next_open()
            self.show()
            self._meld(f"{show_regel(titel)}: {melding.lower()} Ctrl+Z neemt het terug.")

        try:
            self._werk.decide(maak(), kept, self._fail, self)
        except SessieToolError as fout:
            self._fail(fout)

    def _to_next_open(self) -> None:
        wachten = {one.sleutel for one in self._werk.compare(self._keuze).onbeoordeeld}
        verder = [*range(self._plaats + 1, len(self._draden)), *range(self._plaats)]
        self._plaats = next((one for one in verder if self._draden[one].sleutel in wachten), self._plaats)

    def action_choose(self) -> None:
        """Choose from all earlier draden."""
        eerder = [one for one in self._vergelijking.draden.values() if one.jaar < self.draad.jaar]
        rijen = [
            Tabelrij(one.sleutel, str(one.jaar), one.titel, " · ".join(one.opgaven))
            for one in sorted(eerder, key=lambda one: (-one.jaar, one.titel))
        ]

        def chosen(gekozen: frozenset[str] | None) -> None:
            if gekozen is None or gekozen == frozenset(self._links):
                return
            moment, links = self._werk.moment, set(self._links)
            self._decide(
                lambda: (
                    *self._make(beslissen.unlink, sorted(links - gekozen), moment),
                    *self._make(beslissen.link, sorted(gekozen - links), moment),
                ),
                "Gekoppeld.",
                verder=bool(gekozen),
            )

        titel = f"Waarop is '{self.draad.titel}' een vervolg?"
        self.app.push_screen(KiesScherm(titel, rijen, frozenset(self._links), "Spatie kiest er meer."), chosen)

    def action_go(self, verder: int) -> None:
        """To the next or the previous draad, without deciding."""
        self._plaats = (self._plaats + verder) % len(self._draden)
        self.lijst.clear_marks()
        self.show()

    def action_undo(self) -> None:
        """Take the last decision back."""
        if not self._werk.can_undo:
            self._meld("Er is geen besluit om terug te nemen.")
            return

        def back() -> None:
            self.show()
            self._meld("Het laatste besluit is teruggenomen.")

        self._werk.undo(back, self._fail, self)

    def _meld(self, tekst: str) -> None:
        self.query_one(Meldregel).show(tekst)

    def _fail(self, fout: SessieToolError) -> None:
        self.query_one(Meldregel).show(str(fout), fout=True)
