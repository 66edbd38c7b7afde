"""Werkblad: the work on one step: its purpose and rules, the editor, and the line in which one types."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.notatie import Aanvulling, complete_regel, unread_marks
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Stap, find_kernvraag
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.bouwstenen import EDITORS
from sessie_tool.tui.bouwstenen.editor import Doe, Editor
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel
from sessie_tool.tui.onderdelen.regels import Tekst
from sessie_tool.tui.onderdelen.stapinvoer import StapInvoer
from sessie_tool.tui.regelhulp import Regelhulp
from sessie_tool.tui.schijf import Schijf
from sessie_tool.tui.weergave import describe_hierna, format_stapkop
from sessie_tool.zitting import Zitting


class HeeftSchijf(Protocol):
    """An app in which one works in a werkmap."""

    werkmap: Werkmap
    schijf: Schijf


class Melder(Protocol):
    """A screen that can say something."""

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""


class HeeftWerkblad(Protocol):
    """A screen with a Werkblad."""

    @property
    def werkblad(self) -> "Werkblad":
        """The work in the middle."""


S = TypeVar("S", bound=HeeftWerkblad)
P = ParamSpec("P")


def after_typing(doe: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """Let an action wait its turn behind the keys that were pressed before it and are still on their way."""

    def later(scherm: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        scherm.werkblad.invoer.call_later(doe, scherm, *args, **kwargs)

    later.__doc__ = doe.__doc__
    return later


class Werkblad(Vertical):
    """Shows one step at a time; what is typed goes into the session, the line being typed is kept."""

    BINDINGS = [
        Binding("ctrl+t", "take_over", "overnemen uit andere sessies", show=False, id="overnemen"),
        Binding("ctrl+r", "repeat_marks", "tekens van de vorige regel", show=False, id="tekens_herhalen"),
        Binding("f2", "park", "parkeren", show=False, id="parkeren"),
    ]

    class Getypt(Message):
        """Lines went into the session, or were refused."""

        def __init__(self, melding: str, *, fout: bool = False) -> None:
            """Say what happened, "" when that is plain to see."""
            super().__init__()
            self.melding, self.fout = melding, fout

    def __init__(self, zitting: Zitting, stap_id: str, doe: Doe) -> None:
        """Work on an open session, beginning with one step; changes of records go through `doe`."""
        super().__init__(id="werk")
        self.zitting, self.stap_id, self.doe = zitting, stap_id, doe
        self._titels = ("", "")
        self.hulp = Regelhulp(zitting)

    def compose(self) -> ComposeResult:
        """Purpose and rules, the editor, the input."""
        yield Tekst("", id="stapkop")
        yield Vertical(id="editor")
        with Horizontal(id="invoerregel"):
            yield Static("›", id="teken")
            yield StapInvoer(self.take_regels, self._complete, lambda: self.hulp.last_line(self.stap), id="invoer")

    @property
    def stap(self) -> Stap:
        """The step that is shown."""
        return self.zitting.sessie.stap(self.stap_id)

    @property
    def editor(self) -> Editor | None:
        """The editor of the step that is shown, once it stands."""
        return next((one for one in self.query(Editor) if one.staat), None)

    @property
    def invoer(self) -> StapInvoer:
        """The line in which one types."""
        return self.query_one(StapInvoer)

    @property
    def soort(self) -> type[Editor]:
        """The kind of editor that the step asks for."""
        return EDITORS.get(self.stap.bouwsteen.soort, Editor)

    def show_stap(self, stap_id: str) -> None:
        """Show another step, with the line that was being typed there."""
        if self.editor:
            self.keep_concept()
        self.stap_id = stap_id
        houder = self.query_one("#editor", Vertical)
        houder.remove_children()
        editor = self.soort(self.zitting, stap_id, self.doe)
        houder.mount(editor)
        self.invoer.value = self.zitting.concept(stap_id)
        self.invoer.cursor_position = len(self.invoer.value)
        self.invoer.placeholder = editor.placeholder()
        self.invoer.disabled = self.zitting.alleen_lezen
        self.invoer.focus()
        self.refresh_bindings()

    def go_to(self, record_id: str) -> None:
        """Put the cursor and the keys on a record of the step that is shown, once its editor stands and has begun."""
        alle = self.stap.bouwsteen.records
        ids = [record_id, *(one.id for one in alle if record_id in [deel.id for deel in one.delen()])]

        def go() -> None:
            for tabel in self.query(RecordTabel):
                for one in ids:
                    tabel.move_to(one)
                    if tabel.current_id == one:
                        self.screen.set_focus(tabel)
                        return

        if record_id:
            editor = self.query("#editor > *").last()
            editor.call_later(editor.call_after_refresh, go)

    def show_kop(self, *, kort: bool) -> None:
        """Show the number and title of the step, its purpose and its rules."""
        titel = show_regel(f"{self.zitting.sessie.nummer(self.stap_id)} · {self.stap.titel}")
        self._title(titel, self._describe_line(self.invoer.value))
        kop = self.query_one("#stapkop", Tekst)
        kernvraag = find_kernvraag(self.zitting.sessie, self.stap_id, self.zitting.omgeving)
        tekst = format_stapkop(self.stap, kernvraag, kop.size.width - 2, kort=kort)
        kop.update(tekst)
        kop.display = bool(tekst.plain)

    def _title(self, boven: str, onder: str) -> None:
        """Show texts in the border; setting one draws the whole part anew, so not at every key."""
        before, self._titels = self._titels, (boven, onder or describe_hierna(self.zitting.sessie, self.stap))
        if boven != before[0]:
            self.border_title = Content(boven)
        if self._titels[1] != before[1]:
            self.border_subtitle = Content(self._titels[1])

    def switch_focus(self) -> None:
        """From typing to the list and back."""
        if self.screen.focused is self.invoer and self.editor:
            self.editor.focus_list()
        else:
            self.screen.set_focus(self.invoer)

    def on_regel_invoer_verlaten(self) -> None:
        """The arrow up in the input goes to the list; a line that came back and is as it was, stays where it was."""
        self._drop_unchanged()
        if self.editor:
            self.editor.focus_list()

    def on_paste(self, event: events.Paste) -> None:
        """A paste in the list goes to the input too."""
        if not self.invoer.disabled and not self.invoer.has_focus:
            event.stop()
            self.invoer.focus()
            self.invoer.take_paste(event.text)

    # Taking over from other sessions.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's own
        """Only a step that says so takes over."""
        neemt_over = bool(getattr(self.stap.bouwsteen, "uit", "")) and self.zitting.veranderbaar
        return action != "take_over" or neemt_over

    def action_take_over(self) -> None:
        """Choose sessions and take over what they have for this step."""
        from sessie_tool.tui.overnemen import Overnemer  # only for who takes over

        app = cast("HeeftSchijf", self.app)
        Overnemer(self, app.werkmap, app.schijf).choose()

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        cast("Melder", self.screen).meld(tekst, fout=fout)

    # Typing.

    def take_regels(self, gegeven: list[str]) -> None:
        """Typed or pasted lines become records of this step; a line that is refused comes back in the input."""
        regels = [regel for regel in gegeven if regel.strip()]
        if not regels:
            return
        editor = self.editor  # None for the moment in which a step that was asked for is still being drawn
        try:
            verbeterd = self.hulp.correct(self.stap, regels[0])
            klaar = [editor.prepare(regel) if editor else regel for regel in regels[1 if verbeterd else 0 :]]
            records, geweigerd = self.zitting.type_regels(self.stap_id, klaar)
        except SessieToolError as fout:
            self.invoer.give_back(regels)
            self.post_message(self.Getypt(str(fout), fout=True))
            return
        self.invoer.give_back([regel for regel, _ in geweigerd])
        records = [verbeterd, *records] if verbeterd else records
        self.hulp.note(self.stap, records)
        if editor:
            editor.show()
            editor.after_regels(records)
        if geweigerd:
            self.post_message(self.Getypt(" ".join(dict.fromkeys(reden for _, reden in geweigerd)), fout=True))
        else:
            geplakt = f"{len(records)} regels geplakt. Ctrl+Z maakt dit in één keer ongedaan."
            self.post_message(self.Getypt(geplakt if len(regels) > 1 else self._describe_tekst(records)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the line that is being typed."""
        if event.input is self.invoer:
            self.keep_concept()
            if not self.invoer.value:
                self.hulp.stop(self.stap)
            self._title(self._titels[0], self._describe_line(event.value))

    def _describe_line(self, regel: str) -> str:
        """What Enter does with the line: which record it corrects, what it is like, how its marks are understood."""
        verbetert, nummer = self.hulp.corrected(self.stap), self.zitting.omgeving.nummer
        delen = [f"verbetert {verbetert.ENKEL} {nummer(verbetert.id)}"] if verbetert else []
        delen += [self.hulp.describe_gelijke(self.stap, regel)]
        return " · ".join(filter(None, (*delen, self.editor.describe_line(regel) if self.editor else "")))

    def _drop_unchanged(self) -> None:
        """A line that came back and stays as it was, is gone from the input."""
        if self.hulp.is_unchanged(self.stap, self.invoer.value):
            self.invoer.value = ""
            self.hulp.stop(self.stap)

    def action_park(self) -> None:
        """Park what is typed, from any step; without text, show what is parked."""
        from sessie_tool.tui.parkeren import ParkeerScherm, try_park  # only for who parks

        self._drop_unchanged()
        if not (regel := self.invoer.value.strip()):
            self.app.push_screen(ParkeerScherm(self.zitting, self.stap.titel), self._resume)
            return
        fout = try_park(self.zitting, regel, self.stap.titel)
        self.invoer.value = self.invoer.value if fout else ""
        self.meld(fout or "Geparkeerd. F2 in een lege regel toont de parkeerplaats.", fout=bool(fout))

    def _resume(self, tekst: str | None) -> None:
        """What is taken up again comes into the line."""
        if tekst:
            self.invoer.show_line(" ".join(filter(None, (self.invoer.value, tekst))))
            self.screen.set_focus(self.invoer)

    def action_repeat_marks(self) -> None:
        """Put the marks of the line before behind this one."""
        if not self.invoer.disabled:
            self.invoer.show_line(self.hulp.repeat(self.stap, self.invoer.value))
            self.screen.set_focus(self.invoer)

    def keep_concept(self) -> None:
        """Keep the line that is being typed; it comes back after a restart."""
        if not self.zitting.alleen_lezen:
            self.zitting.keep_concept(self.stap_id, self.invoer.value)

    def _describe_tekst(self, records: list[Record]) -> str:
        """Which words look like marks but are kept as text; "" when there are none."""
        woorden = [woord for record in records for woord in unread_marks(record)]
        return (
            f"Bewaard als tekst: {' '.join(woorden)}. Klopt dat niet? Enter in de lijst opent de regel."
            if woorden
            else ""
        )

    def _complete(self, regel: str) -> tuple[Aanvulling, ...]:
        record = getattr(type(self.stap.bouwsteen), "RECORD", None)
        return complete_regel(record, regel, self.zitting.omgeving) if record else ()
