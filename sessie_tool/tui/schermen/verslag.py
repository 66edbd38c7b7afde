"""VerslagScherm: round off a session, see what is missing, and make the minutes."""

from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessie_tool.fouten import Bevinding, SessieToolError
from sessie_tool.kern import klok
from sessie_tool.kern.sessie import Sessie, Status, set_status
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.verslag import left_out, list_missing
from sessie_tool.nu import now
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.regels import Meldregel, Voetregel
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster
from sessie_tool.zitting import Zitting

FORMATEN = {"w": ("docx", "Word"), "m": ("md", "Markdown")}


class VerslagScherm(ModalScreen[str | None]):
    """Gives the id of the step that the user wants to complete, or None."""

    BINDINGS = [
        Binding("w", "export('w')", "Word-verslag maken"),
        Binding("m", "export('m')", "Markdown"),
        Binding("a", "status('afgerond')", "afronden"),
        Binding("o", "status('lopend')", "weer openen"),
        Binding("v", "status('vastgesteld')", "vaststellen"),
        Binding("escape", "dismiss(None)", "terug"),
    ]

    class Gemaakt(Message):
        """The export ended (sent by the thread that made it)."""

        def __init__(self, paden: list[Path], bevindingen: list[Bevinding], fout: str) -> None:
            """Keep what was made, what to look at, and why it failed."""
            super().__init__()
            self.paden, self.bevindingen, self.fout = paden, bevindingen, fout

    def __init__(self, zitting: Zitting, werkmap: Werkmap) -> None:
        """Round off this open session; the minutes go to the exports of its werkmap."""
        super().__init__()
        self.zitting, self.werkmap = zitting, werkmap

    def compose(self) -> ComposeResult:
        """The state, what is missing, the result."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Afronden en verslag"
            yield Static("", id="stand")
            yield OptionList(id="gaten", compact=True)
            yield Static("", id="uitkomst")
            yield Meldregel()
            yield Voetregel()

    def on_mount(self) -> None:
        """Show the state and what is missing."""
        self.show()

    def show(self) -> None:
        """Show the session as it is now."""
        sessie = self.zitting.sessie
        gaten = list_missing(sessie, self.zitting.omgeving)
        weg = left_out(sessie)
        regels = [
            Content.assemble("Status van de sessie: ", (sessie.status, "bold")),
            Content("W maakt het Word-verslag. Dat kan altijd: ook halverwege is het compleet."),
            Content(
                f"Niet in het verslag: {format_aantal(weg, 'regel', 'regels')} alleen voor de begeleider."
                if weg
                else ""
            ),
            Content(""),
            Content(_kop(len(gaten)) if sessie.status != "vastgesteld" else "Het verslag is vastgesteld."),
        ]
        self.query_one("#stand", Static).update(Content("\n").join(regels))
        lijst = self.query_one("#gaten", OptionList)
        lijst.clear_options()
        lijst.add_options(Option(Content(f"○ {gat}"), f"{index}") for index, (_, gat) in enumerate(gaten))
        self._gaten = gaten

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the step where something is missing."""
        event.stop()
        stap_id, _ = self._gaten[int(event.option.id or 0)]
        if stap_id:
            self.dismiss(stap_id)
        else:
            self.query_one(Meldregel).show(
                "Dit vult u in met F3 (deelnemers) of F4 (gegevens) in de sessie. Esc: terug."
            )

    def action_status(self, status: Status) -> None:
        """Set the status; vaststellen cannot be undone, so it is asked."""
        if status == "vastgesteld":
            uitleg = "Daarna verandert de sessie niet meer. Typ ja om vast te stellen."
            self.app.push_screen(Vraagvenster("Verslag vaststellen?", uitleg), self._vaststellen)
        else:
            self._set(status)

    def _vaststellen(self, antwoord: str | None) -> None:
        if antwoord and antwoord.strip().casefold() == "ja":
            self._set("vastgesteld")

    def _set(self, status: Status) -> None:
        def change(sessie: Sessie) -> Sessie:
            return set_status(klok.pause(sessie, now()), status)

        try:
            self.zitting.apply(f"status {status}", change)
        except SessieToolError as fout:
            self.query_one(Meldregel).show(str(fout), fout=True)
            return
        self.show()
        self.query_one(Meldregel).show(f"De sessie is nu {status}.")

    def action_export(self, toets: str) -> None:
        """Make the minutes; the screen goes on meanwhile."""
        formaat, naam = FORMATEN[toets]
        self.query_one("#uitkomst", Static).update(Content(f"Het {naam}-verslag wordt gemaakt…"))
        self._export(self.zitting.sessie, formaat)

    @work(thread=True, exclusive=True)
    def _export(self, sessie: Sessie, formaat: str) -> None:
        from sessie_tool.verslaglegging import export_verslag  # heavy: only when it is used

        try:
            paden, bevindingen = export_verslag(self.werkmap, sessie, now().isoformat(), [formaat])
        except SessieToolError as fout:
            self.post_message(self.Gemaakt([], [], str(fout)))
        except OSError as fout:
            self.post_message(self.Gemaakt([], [], f"Dit kan niet: {explain(fout)}."))
        else:
            self.post_message(self.Gemaakt(paden, bevindingen, ""))

    def on_verslag_scherm_gemaakt(self, event: Gemaakt) -> None:
        """Say where the file stands, and what to look at."""
        regels = [f"Het verslag staat in:\n{pad}" for pad in event.paden] + [str(one) for one in event.bevindingen]
        if event.fout:
            regels = [f"Het verslag is niet gemaakt. {event.fout}"]
        self.query_one("#uitkomst", Static).update(Content("\n".join(regels)))


def _kop(aantal: int) -> str:
    if not aantal:
        return "Het verslag is compleet."
    return f"Nog aan te vullen ({aantal}); Enter gaat naar de stap:"
