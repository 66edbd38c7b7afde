"""The three lists of the verslag screen: what is missing, what is chosen, and what came of it."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content

from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.taal import format_aantal, format_datum
from sessie_tool.kern.verslag import left_out
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.verslagwerk import Uitkomst


class Gatenlijst(RecordTabel):
    """What is missing."""

    BINDINGS = [Binding("enter", "select_cursor", "aanvullen"), Binding("space", "select_cursor", show=False)]


class Keuzetabel(RecordTabel):
    """What is chosen."""

    BINDINGS = [Binding("enter", "select_cursor", "wijzigen"), Binding("space", "select_cursor", show=False)]

    def on_resize(self) -> None:
        """Take the room that the rows need in this width."""
        super().on_resize()
        self._fit()

    def show_rows(self, rows: Sequence[Tabelrij]) -> None:
        """Show these rows, all of them."""
        super().show_rows(rows)
        self._fit()

    def _fit(self) -> None:
        self.styles.height = max(1, self.virtual_size.height)


class Uitkomstlijst(RecordTabel):
    """What was made, and what a person must look at; no path and no finding is cut."""

    BINDINGS = [Binding("enter", "select_cursor", "openen"), Binding("space", "select_cursor", show=False)]
    meeste = 100


def describe_stand(sessie: Sessie, gaten: int) -> Content:
    """How far the session is, what the verslag does not show, and whether something is missing."""
    regels = [Content.assemble("Status: ", (_status(sessie), "bold"))]
    weg = left_out(sessie)
    if weg:
        wat = format_aantal(weg, "regel", "regels")
        regels.append(Content(f"Niet in het verslag: {wat} alleen voor de begeleider."))
    if sessie.status == "vastgesteld":
        regels.append(
            Content("De sessie verandert niet meer. Wat u nu maakt, is definitief: die bestanden blijven staan.")
        )
    elif gaten:
        regels.append(Content(f"Nog aan te vullen ({gaten}); Enter gaat erheen:"))
    else:
        regels.append(Content("Het verslag is compleet."))
    return Content("\n").join(regels)


def _status(sessie: Sessie) -> str:
    if sessie.status != "vastgesteld":
        return f"{sessie.status} (het verslag is nog een concept)"
    vast = sessie.vaststelling
    if vast is None:
        return "vastgesteld"
    return f"vastgesteld op {format_datum(vast.datum)}" + (f" door {show_regel(vast.door)}" if vast.door else "")


def list_uitkomst(uitkomst: Uitkomst) -> list[Tabelrij]:
    """The files, then what a person must look at."""
    regels = [("✓", str(pad)) for pad in uitkomst.paden]
    regels += [("!", uitkomst.fout)] if uitkomst.fout else []
    regels += [("○" if one.ernst == "let op" else "!", str(one)) for one in uitkomst.bevindingen]
    return [Tabelrij(str(nummer), teken, tekst) for nummer, (teken, tekst) in enumerate(regels)]
