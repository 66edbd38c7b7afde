"""ParkeerScherm: what waits for a better moment; to read, to change, and to take up again."""

from collections.abc import Iterable

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.parkeerplaats import Geparkeerd
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import new_id
from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.lijstvenster import Lijstvenster
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.regelinvoer import RegelInvoer
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel
from sessie_tool.zitting import Zitting

UITLEG = (
    "Wat nu te veel tijd kost, zet u hier: typ het en druk op Enter. Het staat in het verslag onder Parkeerplaats.\n"
    "Met F6 gaat u naar de lijst; o zet een onderwerp in de regel van de stap waar u nu bent."
)


class ParkeerScherm(Lijstvenster[str]):
    """Gives the text that is taken up again, "" when there is none."""

    AUTO_FOCUS = "#invoer"

    BINDINGS = [
        Binding("o", "resume", "weer oppakken"),
        Binding("enter", "edit", "bewerken"),
        Binding("delete", "remove", "verwijderen"),
    ]

    def __init__(self, zitting: Zitting, tijdens: str) -> None:
        """Show what is parked in an open session; `tijdens` is the title of the step on the screen."""
        super().__init__()
        self.zitting, self._tijdens = zitting, tijdens

    def compose(self) -> ComposeResult:
        """The list, the input line and the keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Parkeerplaats"
            yield Static(Content(UITLEG), classes="hulp")
            yield Zoekregel("de parkeerplaats")
            yield RecordTabel(kenmerken=40, deel=0.4, id="geparkeerd")
            with Horizontal(id="invoerregel"):
                yield Static("›", id="teken")
                invoer = RegelInvoer(self.take_regels, id="invoer")
                invoer.placeholder = "Waar komen we later op terug?"
                invoer.disabled = not self.zitting.veranderbaar
                yield invoer
            yield Meldregel()

    def on_mount(self) -> None:
        """Show what waits."""
        self.show()

    def show(self) -> None:
        """Show what is parked as it is now."""
        alle = self.zitting.sessie.parkeerplaats
        rijen = [Tabelrij(een.id, str(nr), een.tekst, _kenmerken(een)) for nr, een in enumerate(alle, 1)]
        self.tabel.show_rows(search_rows(rijen, self.zoek))

    def take_regels(self, gegeven: list[str]) -> None:
        """Park lines; those that cannot be kept come back in the input."""
        regels = [regel for regel in gegeven if regel.strip()]
        if regels and not self.probeer(lambda: park(self.zitting, regels, self._tijdens)):
            self.query_one(RegelInvoer).give_back(regels)
        self.tabel.to_last()

    @property
    def _current(self) -> Geparkeerd | None:
        alle = self.zitting.sessie.parkeerplaats
        return next((een for een in alle if een.id == self.tabel.current_id), None)

    def action_resume(self) -> None:
        """Take the subject under the cursor up again: it goes to the line of the step, and stays here as opgepakt."""
        een = self._current
        if een is not None and self.probeer(lambda: keep(self.zitting, msgspec.structs.replace(een, opgepakt=True))):
            self.dismiss(een.tekst)

    def action_edit(self) -> None:
        """Open the subject under the cursor in a form."""
        een = self._current

        def done(new: Record | None) -> None:
            if isinstance(new, Geparkeerd):
                self.probeer(lambda: keep(self.zitting, new))

        if een is not None:
            bewerkbaar = self.zitting.veranderbaar
            formulier = Formulier(een, self.zitting.omgeving, "Geparkeerd", bewerkbaar=bewerkbaar, houder=self.zitting)
            self.app.push_screen(formulier, done)

    def action_remove(self) -> None:
        """Remove the chosen subjects; undo brings them back."""
        weg = set(self.tabel.chosen_ids)
        over = [een for een in self.zitting.sessie.parkeerplaats if een.id not in weg]
        wat = format_aantal(len(weg), "geparkeerd onderwerp", "geparkeerde onderwerpen")
        if weg:
            self.probeer(lambda: _set(self.zitting, f"{wat} verwijderd", over))

    def close_venster(self) -> None:
        """Nothing is taken up again."""
        self.dismiss("")


def park(zitting: Zitting, regels: Iterable[str], tijdens: str) -> None:
    """Put subjects on the parkeerplaats.

    Raises:
        SessieToolError: the session takes no change.
    """
    erbij = [Geparkeerd(id=new_id(), tekst=regel.strip(), tijdens=tijdens) for regel in regels]
    _set(zitting, "geparkeerd", [*zitting.sessie.parkeerplaats, *erbij])


def try_park(zitting: Zitting, regel: str, tijdens: str) -> str:
    """Put one subject on the parkeerplaats; why that could not be done, "" when it was."""
    try:
        park(zitting, [regel], tijdens)
    except SessieToolError as fout:
        return str(fout)
    return ""


def keep(zitting: Zitting, new: Geparkeerd) -> None:
    """Change one subject."""
    alle = zitting.sessie.parkeerplaats
    _set(zitting, "geparkeerd onderwerp gewijzigd", [new if een.id == new.id else een for een in alle])


def _set(zitting: Zitting, omschrijving: str, alle: Iterable[Geparkeerd]) -> None:
    nieuw = tuple(alle)
    zitting.apply(omschrijving, lambda sessie: replace(sessie, parkeerplaats=nieuw))


def _kenmerken(een: Geparkeerd) -> str:
    uit = f"uit {een.overgenomen.uit}" if een.overgenomen else ""
    delen = [een.tijdens, uit, "✓ weer opgepakt" if een.opgepakt else ""]
    delen += ["alleen begeleider"] if een.bereik == "begeleider" else []
    return " · ".join(filter(None, delen))
