"""SessieScherm: a session, led step by step."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern import klok
from sessie_tool.kern.gereed import DEELNEMERS, GEGEVENS
from sessie_tool.kern.geschiedenis import Soort
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.beamer.leiding import Zaalleiding
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.klokscherm import KlokScherm
from sessie_tool.tui.onderdelen.regels import Kopregel, Meldregel, Tekst, Voetregel
from sessie_tool.tui.onderdelen.stappenlijst import Stappenlijst
from sessie_tool.tui.schermen.deelnemers import DeelnemersScherm
from sessie_tool.tui.schermen.gegevens import GegevensScherm
from sessie_tool.tui.schermen.verslag import VerslagScherm
from sessie_tool.tui.weergave import find_stap, format_gids, format_stand
from sessie_tool.tui.werkblad import Werkblad, after_typing
from sessie_tool.zitting import Opslagstand, Zitting


class SessieScherm(KlokScherm, Zaalleiding):
    """Steps at the left, the work in the middle, guidance at the right when there is room."""

    CSS_PATH = "sessie.tcss"
    AUTO_FOCUS = "#invoer"
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-gewoon"), (140, "-breed")]
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (32, "-hoog")]

    BINDINGS = [
        Binding("f1", "app.help", "hulp", priority=True, id="hulp"),
        Binding("ctrl+n", "step(1)", "volgende", priority=True, id="volgende_stap"),
        Binding("ctrl+e", "report", "verslag", priority=True, id="verslag"),
        Binding("ctrl+z", "undo", "ongedaan", priority=True, id="ongedaan"),
        Binding("ctrl+p", "app.commands", "menu", priority=True, id="menu"),
        Binding("ctrl+b", "step(-1)", "vorige stap", show=False, priority=True, id="vorige_stap"),
        Binding("ctrl+y", "redo", "opnieuw doen", show=False, priority=True, id="opnieuw"),
        Binding("f3", "participants", "deelnemers", show=False, priority=True, id="deelnemers"),
        Binding("f4", "details", "gegevens van de sessie", show=False, priority=True, id="gegevens"),
        Binding("ctrl+k", "prepare", "voorbereiding", show=False, priority=True, id="voorbereiding"),
        Binding("f6", "switch", "lijst of typen", priority=True, id="lijst"),
        Binding("ctrl+o", "leave", "naar het overzicht", show=False, priority=True, id="overzicht"),
    ]

    class Opgeslagen(Message):
        """How safe the text is changed (sent by the thread that writes)."""

        def __init__(self, stand: Opslagstand) -> None:
            """Keep the new state."""
            super().__init__()
            self.stand = stand

    def __init__(self, zitting: Zitting, werkmap: Werkmap, bij: str = "") -> None:
        """Show an open session of a werkmap, at the record `bij`; who opened it closes it."""
        super().__init__()
        self.zitting, self.werkmap = zitting, werkmap
        self.stap_id, self._bij = find_stap(zitting.sessie, bij).id, bij
        self._stand = Opslagstand()
        self._gewaarschuwd = False

    # What is on the screen.

    def compose(self) -> ComposeResult:
        """Title, steps, work, guidance, input, message and foot."""
        yield Kopregel()
        with Horizontal(id="midden"):
            yield Stappenlijst()
            yield Werkblad(self.zitting, self.stap_id, self.doe)
            with VerticalScroll(id="gids", can_focus=False):
                yield Tekst("", id="gidstekst")
        yield Meldregel()
        yield Voetregel()

    def on_mount(self) -> None:
        """Show the current step, and what was found when the session was opened."""
        self.query_one("#midden Stappenlijst").border_title = "Stappen"
        self.query_one("#gids").border_title = "Begeleiding"
        self.zitting.on_stand = self._on_stand
        self._stand = self.zitting.stand
        self.set_interval(1, self.tick)
        self.show_stap(self.stap_id)
        self.werkblad.go_to(self._bij)
        bevindingen = [str(one) for one in self.zitting.bevindingen]
        if bevindingen:
            self.meld(" ".join(bevindingen), fout=True)
        elif self.zitting.alleen_lezen:
            self.meld("U leest mee en kunt hier niets veranderen. Ctrl+O gaat terug naar het overzicht.")
        elif self.zitting.sessie.status == "voorbereiding":
            self.meld(f"F9 start de klok. Typen kan altijd; F6 gaat naar de lijst.{self.describe_open()}")
        self.take_up()

    def on_resize(self) -> None:
        """Use the room that there is."""
        self.call_after_refresh(self._show_around)

    @property
    def werkblad(self) -> Werkblad:
        """The work in the middle."""
        return self.query_one(Werkblad)

    @property
    def stap(self) -> Stap:
        """The step that is shown."""
        return self.zitting.sessie.stap(self.stap_id)

    def show_stap(self, stap_id: str) -> None:
        """Show another step."""
        self.query_one(Meldregel).hide()
        self.stap_id = stap_id
        self.werkblad.show_stap(stap_id)
        self.set_class(self.werkblad.soort.BREED, "-werkbreed")
        self._show_around()
        self.call_after_refresh(self._show_around)  # the width may be another one then

    def refresh_sessie(self) -> None:
        """Show what changed in the session."""
        if self.werkblad.editor:
            self.werkblad.editor.show()
        self._show_around()

    def _show_around(self) -> None:
        """Everything beside the list: the room, which waits longest, then steps, title of the work, guidance, clock."""
        self.show_zaal()
        self.werkblad.show_kop(kort=not self.has_class("-hoog") or self.has_class("-breed"))
        if self.has_class("-breed"):
            self.query_one("#gidstekst", Tekst).update(self.help_text())
        self.show_tijd()
        self.show_stand()

    def show_stand(self) -> None:
        """Show in the foot what the room sees, and how safe the text is."""
        stand = self.describe_stand()
        self.query_one(Voetregel).show_rechts(" · ".join(filter(None, (self.zaalteken, stand))))

    def describe_stand(self) -> str:
        """How safe the text is."""
        return "alleen lezen" if self.zitting.alleen_lezen else format_stand(self._stand)

    def _on_stand(self, stand: Opslagstand) -> None:
        self.post_message(self.Opgeslagen(stand))

    def on_sessie_scherm_opgeslagen(self, event: Opgeslagen) -> None:
        """Show how safe the text is; say it in words when something is wrong."""
        if event.stand.melding and event.stand.melding != self._stand.melding:
            self.meld(event.stand.melding, fout=True)
        self._stand = event.stand
        self.show_stand()

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(Meldregel).show(tekst, fout=fout)

    def help_text(self) -> Content:
        """The whole guidance of the step that is shown."""
        return format_gids(self.zitting.sessie, self.stap)

    # Changes.

    def doe(self, omschrijving: str, change: Callable[[Sessie], Sessie], soort: Soort = "doe") -> None:
        """Carry out a change and show it."""
        try:
            self.zitting.apply(omschrijving, change, soort)
        except SessieToolError as fout:
            self.meld(str(fout), fout=True)
            return
        self.refresh_sessie()
        if soort == "doe":
            self.meld(f"{omschrijving[:1].upper()}{omschrijving[1:]}. Ctrl+Z maakt dit ongedaan.")

    def on_editor_melding(self, event: Editor.Melding) -> None:
        """Say what an editor has to say."""
        self.meld(event.tekst, fout=event.fout)

    def on_werkblad_getypt(self, event: Werkblad.Getypt) -> None:
        """Show what the typed lines changed around the list."""
        self._show_around()
        self.meld(event.melding, fout=event.fout)

    @after_typing
    def action_undo(self) -> None:
        """Take the last change back and say which."""
        self._travel(self.zitting.undo, "Ongedaan: {}. Ctrl+Y doet het opnieuw.", "Er is niets om ongedaan te maken.")

    @after_typing
    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._travel(self.zitting.redo, "Opnieuw gedaan: {}.", "Er is niets om opnieuw te doen.")

    def _travel(self, reis: Callable[[], str], gelukt: str, leeg: str) -> None:
        before = self.zitting.sessie.stappen
        try:
            wat = reis()
        except SessieToolError as fout:
            self.meld(str(fout), fout=True)
            return
        changed = [new.id for old, new in zip(before, self.zitting.sessie.stappen, strict=False) if old != new]
        if changed and self.stap_id not in changed:
            self.show_stap(changed[0])
        else:
            self.refresh_sessie()
        self.meld(gelukt.format(wat) if wat else leeg)

    # Going through the steps, and the clock.

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Look at another step; the clock stays where it is."""
        if event.option.id and event.option_list.id == "stappen":
            event.stop()
            self.show_stap(event.option.id)

    @after_typing
    def action_step(self, verder: int) -> None:
        """Go to the next (or previous) step; in a running session the clock goes along."""
        sessie = self.zitting.sessie
        nummer = sessie.nummer(self.stap_id) + verder
        if not 1 <= nummer <= len(sessie.stappen):
            self.meld(
                "Dit is de laatste stap. Ctrl+E: rond af en maak het verslag."
                if verder > 0
                else "Dit is de eerste stap."
            )
            return
        stap_id = sessie.stappen[nummer - 1].id
        if sessie.status == "lopend" and not self.zitting.alleen_lezen:
            self.doe("stap", lambda oud: klok.go_to_stap(oud, stap_id, now()), "verloop")
        self.show_stap(stap_id)

    # To other screens and parts.

    def action_switch(self) -> None:
        """From typing to the list and back."""
        self.werkblad.switch_focus()

    def action_participants(self) -> None:
        """Who is there."""
        self.app.push_screen(DeelnemersScherm(self.zitting), lambda _: self.refresh_sessie())

    def action_details(self) -> None:
        """Title, date, place and the like."""
        self.app.push_screen(GegevensScherm(self.zitting), lambda _: self.refresh_sessie())

    @after_typing
    def action_prepare(self) -> None:
        """What is still open before the session begins, and the form for who prepares it."""
        from sessie_tool.tui.schermen.voorbereiding import VoorbereidingScherm  # only for who prepares

        naar = {GEGEVENS: self.action_details, DEELNEMERS: self.action_participants}

        def back(plek: str | None) -> None:
            self.refresh_sessie()
            if plek:
                naar.get(plek, lambda: self.show_stap(plek))()

        self.app.push_screen(VoorbereidingScherm(self.zitting), back)

    @after_typing
    def action_report(self) -> None:
        """Round off and make the minutes."""
        self.werkblad.keep_concept()

        def back(stap_id: str | None) -> None:
            self.show_stap(stap_id or self.stap_id)
            if stap_id:
                self.meld("Vul hier aan wat ontbreekt. Ctrl+E gaat terug naar het verslag.")

        self.app.push_screen(VerslagScherm(self.zitting, self.werkmap), back)

    @after_typing
    def action_leave(self) -> None:
        """Back to the overview; the session is closed, everything is kept."""
        if self.may_leave():
            self.dismiss(None)

    def may_leave(self) -> bool:
        """Keep the line being typed; when something is nowhere on a disk, say so first and ask for a second press."""
        self.werkblad.keep_concept()
        if not self.zitting.stand.wachtend or self.zitting.wait_saved(0.5) or self._gewaarschuwd:
            return True
        self._gewaarschuwd = True
        self.meld("Nog niet alles is bewaard. Wacht even, of druk nog eens om toch weg te gaan.", fout=True)
        return False
