"""What makes the files of a verslag, and what reads it for the preview; both run beside the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.document import Document
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.vervanging import Naamregel
from sessie_tool.kern.zichtbaar import show_tekst
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.verslagkeuzes import VERSIES
from sessie_tool.tui.verslagwerk import Keuze, Uitkomst

if TYPE_CHECKING:
    from sessie_tool.opstellen import Soort

Meld = Callable[[str], None]


def make_files(werkmap: Werkmap, sessie: Sessie, keuze: Keuze, meld: Meld) -> tuple[list[Path], list[Bevinding]]:
    """Make the files of a session as it is, with what is chosen."""
    export = _find_stuk(keuze.stuk).export
    versie, stijl = VERSIES[keuze.versie], keuze.huisstijl
    return export(werkmap, sessie, _moment(), keuze.formaten, huisstijl=stijl, versie=versie, meld=meld)


def read_voorbeeld(werkmap: Werkmap, sessie: Sessie, keuze: Keuze) -> Document:
    """The document as its file will have it."""
    from sessie_tool.opstellen import read_stuk  # heavy: only when it is used

    return read_stuk(_find_stuk(keuze.stuk), werkmap, sessie, _moment(), VERSIES[keuze.versie])[0]


def read_namenlijst(werkmap: Werkmap, sessie: Sessie, stuk: str) -> list[Naamregel]:
    """What the open version replaces, what is doubtful and what was decided."""
    from sessie_tool.opstellen import read_namen  # heavy: only when it is used

    return read_namen(_find_stuk(stuk), werkmap, sessie, _moment())


def tell_uitkomst(app: App[Any], titel: str, uitkomst: Uitkomst) -> None:
    """Say what came of it to who is elsewhere in the program by now."""
    waar = "\n".join(map(str, uitkomst.paden))
    tekst = f"'{titel}' is gemaakt:\n{waar}" if waar else f"'{titel}' is niet gemaakt. {uitkomst.fout}"
    app.notify(show_tekst(tekst), severity="error" if uitkomst.fout else "information", timeout=15, markup=False)


def _find_stuk(naam: str) -> "Soort":
    from sessie_tool.opstellen import STUKKEN  # heavy: only when it is used

    return next(one for one in STUKKEN if one.naam == naam)


def _moment() -> str:
    return now().isoformat(timespec="seconds")
