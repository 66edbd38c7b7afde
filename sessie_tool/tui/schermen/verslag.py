"""VerslagScherm: what a secretary does with a session: complete it, read the verslag, make files, round it off."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern import klok
from sessie_tool.kern.sessie import Sessie, Status, set_status
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.kern.verslag import DEELNEMERS, GEGEVENS, list_missing
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.onderdelen.verslaglijsten import (
    Gatenlijst,
    Keuzetabel,
    Uitkomstlijst,
    describe_stand,
    list_uitkomst,
)
from sessie_tool.tui.schijf import Schijf
from sessie_tool.tui.toon_bestand import toon_bestand
from sessie_tool.tui.verslagkeuzes import Aanbod, list_keuzes, read_aanbod
from sessie_tool.tui.verslagkiezer import Verslagkiezer
from sessie_tool.tui.verslagmaken import make_files, read_voorbeeld, tell_uitkomst
from sessie_tool.tui.verslagwerk import Keuze, Verslagwerk, Verslagwerken
from sessie_tool.zitting import Zitting


class HeeftVerslagwerk(Protocol):
    """An app that remembers what was chosen, and in which files are made."""

    schijf: Schijf
    verslagwerk: Verslagwerken


class VerslagScherm(Venster[str | None]):
    """Gives the id of the step that the user wants to complete, or None."""

    UITLEG: ClassVar[str] = (
        "Bovenaan staat wat er nog ontbreekt; Enter brengt u erheen en Ctrl+E brengt u hier terug. Daaronder kiest u "
        "wat u maakt: Enter wijzigt de regel. Onderaan staat waar het bestand staat en wat u zelf nog moet nakijken; "
        "Enter opent het. Tab gaat van de ene naar de andere lijst. Uw keuzes blijven staan zolang het programma "
        "loopt. W mag altijd, ook halverwege, en u kunt intussen verder werken."
    )

    BINDINGS = [
        Binding("w", "make", "maken"),
        Binding("p", "preview", "voorbeeld"),
        Binding("n", "names", "namen"),
        Binding("b", "open_file", "openen"),
        Binding("escape", "dismiss(None)", "terug"),
        Binding("v", "settle", "vaststellen"),
        Binding("a", "status('afgerond')", "afronden"),
        Binding("o", "status('lopend')", "weer openen"),
        Binding("m", "open_folder", "map openen"),
        Binding("i", "change('versie')", "intern of openbaar", show=False),
        Binding("f", "change('formaten')", "formaten kiezen", show=False),
        Binding("h", "change('huisstijl')", "huisstijl kiezen", show=False),
    ]

    def __init__(self, zitting: Zitting, werkmap: Werkmap) -> None:
        """Round off this open session; its files go to the exports of its werkmap."""
        super().__init__()
        self.zitting, self.werkmap = zitting, werkmap
        self._gaten: list[tuple[str, str]] = []

    # What is on the screen.

    def compose(self) -> ComposeResult:
        """The state, what is missing, what is chosen, what came of it."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Afronden en verslag"
            yield Static("", id="stand")
            yield Gatenlijst(kenmerken=0, deel=0.01, nummer=3, id="gaten")
            yield Static(Content("Zo wordt het gemaakt"), classes="tussenkop")
            yield Keuzetabel(kenmerken=0, deel=0.01, nummer=10, id="keuzes")
            yield Static("", id="uitkop", classes="tussenkop")
            yield Uitkomstlijst(kenmerken=0, deel=0.01, nummer=3, id="uitkomst")
            yield Meldregel()

    def on_mount(self) -> None:
        """Show the state; look beside the screen what there is to choose from."""
        self.werk.luister = self.show_werk
        self.kiezer = Verslagkiezer(self, self.werk, self._show_change)
        self.show()
        self.show_werk()
        gaten = self.query_one(Gatenlijst)
        gaten.move_cursor(self.werk.plek)
        (gaten if self._gaten else self.query_one(Keuzetabel)).focus()
        self._huis.schijf.lees(partial(read_aanbod, self.werkmap), self._take_aanbod, self._fail, self)

    def on_unmount(self) -> None:
        """What is being made goes on; who looks later finds it here."""
        if self.werk.luister == self.show_werk:
            self.werk.luister = None

    @property
    def _huis(self) -> HeeftVerslagwerk:
        return cast("HeeftVerslagwerk", self.app)

    @property
    def werk(self) -> Verslagwerk:
        """What is made for this session."""
        return self._huis.verslagwerk[self.zitting.sessie.id]

    @property
    def keuze(self) -> Keuze:
        """What is chosen now."""
        return self.werk.keuze

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(Meldregel).show(tekst, fout=fout)

    def _fail(self, fout: SessieToolError) -> None:
        self.meld(str(fout), fout=True)

    def _take_aanbod(self, aanbod: Aanbod) -> None:
        self.kiezer.aanbod = aanbod
        self.show_keuzes()

    def show(self) -> None:
        """Show the session as it is now."""
        sessie = self.zitting.sessie
        self._gaten = list_missing(sessie, self.zitting.omgeving) if sessie.status != "vastgesteld" else []
        self.query_one("#stand", Static).update(describe_stand(sessie, len(self._gaten)))
        rijen = [Tabelrij(str(nummer), "○", gat) for nummer, (_, gat) in enumerate(self._gaten)]
        self.query_one(Gatenlijst).show_rows(rijen)
        self.show_keuzes()
        self.refresh_bindings()

    def show_keuzes(self) -> None:
        """Show what is chosen."""
        rijen = list_keuzes(self.keuze, self.kiezer.aanbod, self.zitting.sessie)
        self.query_one(Keuzetabel).show_rows(rijen)

    def show_werk(self) -> None:
        """Show what is being made, or what came of it."""
        uitkomst = self.werk.uitkomst
        kop = "Nog niets gemaakt. W maakt het bestand; dat kan altijd, ook halverwege."
        if self.werk.bezig:
            kop = f"Bezig: {self.werk.bezig}… U kunt intussen verder werken."
        elif uitkomst and uitkomst.fout:
            kop = "Het bestand is niet gemaakt."
        elif uitkomst:
            kop = "Het verslag staat in:" if self.keuze.stuk == "verslag" else "De bestuursoplegger staat in:"
        self.query_one("#uitkop", Static).update(Content(kop))
        self.query_one(Uitkomstlijst).show_rows(list_uitkomst(uitkomst) if uitkomst and not self.werk.bezig else [])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now stands in the foot."""
        status, open_ = self.zitting.sessie.status, self.zitting.veranderbaar
        if action == "status":
            return open_ and (status == "afgerond") == (parameters[0] == "lopend")
        if action == "names":
            return self.keuze.versie == "openbaar" or None
        if action in ("open_file", "open_folder"):
            return bool(self.werk.uitkomst and self.werk.uitkomst.paden)
        return open_ if action == "settle" else super().check_action(action, parameters)

    # The lists.

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter in one of the lists."""
        event.stop()
        if self.focused is self.query_one(Gatenlijst):
            self._complete(self._gaten[self.query_one(Gatenlijst).cursor_row][0])
        elif self.focused is self.query_one(Keuzetabel):
            self.action_change(self.query_one(Keuzetabel).current_id)
        else:
            self._open_row(self.query_one(Uitkomstlijst).cursor_row)

    def _complete(self, waar: str) -> None:
        """Go to where something is missing."""
        from sessie_tool.tui.schermen.deelnemers import DeelnemersScherm
        from sessie_tool.tui.schermen.gegevens import GegevensScherm

        scherm = {DEELNEMERS: DeelnemersScherm, GEGEVENS: GegevensScherm}.get(waar)
        if scherm is None:
            self.werk.plek = self.query_one(Gatenlijst).cursor_row
            self.dismiss(waar)
        else:
            self.app.push_screen(scherm(self.zitting), lambda _: self.show())

    def _open_row(self, nummer: int) -> None:
        paden = self.werk.uitkomst.paden if self.werk.uitkomst else ()
        if nummer < len(paden):
            self._toon(lambda: toon_bestand(paden[nummer]), f"'{paden[nummer].name}' wordt geopend.")

    def action_open_file(self) -> None:
        """Open the first file that was made."""
        self._open_row(0)

    def action_open_folder(self) -> None:
        """Open the folder in which it stands."""
        if self.werk.uitkomst:
            map_ = self.werk.uitkomst.paden[0].parent
            self._toon(lambda: toon_bestand(map_), f"De map '{map_}' wordt geopend.")

    def _toon(self, doe: Callable[[], None], gelukt: str) -> None:
        self._huis.schijf.lees(doe, lambda _: self.meld(gelukt), self._fail, self)

    # What is chosen.

    def action_change(self, wat: str) -> None:
        """Change one of the choices."""
        if wat == "namen":
            self.action_names()
        else:
            self.kiezer.change(wat)

    def _show_change(self, fout: str) -> None:
        self.show_keuzes()
        self.refresh_bindings()
        if fout:
            self.meld(fout, fout=True)

    # Reading and making.

    def action_make(self) -> None:
        """Make the files; the screen goes on meanwhile, and so may the user."""
        if self.werk.bezig:
            self.meld("Er wordt al een bestand gemaakt. Wacht tot het klaar is.")
            return
        sessie = self.zitting.sessie
        maak = partial(make_files, self.werkmap, sessie, self.keuze)
        self.werk.start(maak, self.app, partial(tell_uitkomst, self.app, sessie.titel))
        self.show_werk()

    def action_preview(self) -> None:
        """Read it in the terminal."""
        from sessie_tool.tui.schermen.voorbeeld import VoorbeeldScherm

        titel = f"Voorbeeld: {self.keuze.stuk}, {self.keuze.versie}"
        lees = partial(read_voorbeeld, self.werkmap, self.zitting.sessie, self.keuze)
        self.app.push_screen(VoorbeeldScherm(titel, lees, self._huis.schijf))

    def action_names(self) -> None:
        """What stands instead of names in the open version."""
        from sessie_tool.tui.schermen.vervangingen import VervangingenScherm

        scherm = VervangingenScherm(self.zitting, self.werkmap, self.keuze.stuk, self._huis.schijf)
        self.app.push_screen(scherm, lambda _: self.show())

    # The status.

    def action_status(self, status: Status) -> None:
        """Round off, or open again."""
        self._set(status)

    def action_settle(self) -> None:
        """Ask when it was vastgesteld and by whom; that cannot be taken back later, so it is asked."""

        def settle(vaststelling: Vaststelling | None) -> None:
            if vaststelling:
                self._set("vastgesteld", vaststelling)

        from sessie_tool.tui.schermen.vaststellen import VaststellenScherm

        self.app.push_screen(VaststellenScherm(now().date().isoformat(), len(self._gaten)), settle)

    def _set(self, status: Status, vaststelling: Vaststelling | None = None) -> None:
        def change(sessie: Sessie) -> Sessie:
            return klok.pause(set_status(sessie, status, vaststelling), now())

        try:
            self.zitting.apply(f"status {status}", change)
        except SessieToolError as fout:
            self._fail(fout)
            return
        self.show()
        daarna = " W maakt nu het definitieve bestand." if status == "vastgesteld" else ""
        self.meld(f"De sessie is nu {status}.{daarna}")
