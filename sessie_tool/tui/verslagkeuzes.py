"""What one can choose for a verslag, as rows of a list, and what this computer and this werkmap have for it."""

from pathlib import Path
from typing import NamedTuple

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.publiceren import INTERN, OPENBAAR
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.tui.verslagwerk import Keuze

VERSIES = {"intern": INTERN, "openbaar": OPENBAAR}
"""The versions of a piece, the usual one first."""

_OVER_VERSIE = {"intern": "intern: met namen, voor wie erbij was", "openbaar": "openbaar: zonder namen, voor iedereen"}

FORMATEN = {
    "docx": "Word",
    "odt": "OpenDocument, voor LibreOffice",
    "pdf": "PDF, met codes voor wie het stuk laat voorlezen",
    "md": "Markdown",
    "txt": "platte tekst, ook voor in een mail",
}
"""The formats, in the words of the user."""

MET_KANTOOR = frozenset({"odt", "pdf"})
"""The formats that LibreOffice makes."""

GEEN_KANTOOR = "Voor odt en pdf is LibreOffice nodig, en dat staat niet op deze computer. Kies Word, of installeer het."

HUISSTIJL = "huisstijl.docx"


class Aanbod(NamedTuple):
    """What there is to choose from.

    Attributes:
        huisstijlen: how each is called, and its file; None is the usual one.
        heeft_kantoor: whether LibreOffice is on this computer.
    """

    huisstijlen: tuple[tuple[str, Path | None], ...] = (("de huisstijl van het programma", None),)
    heeft_kantoor: bool = True


def read_aanbod(werkmap: Werkmap) -> Aanbod:
    """Look on the disk what there is."""
    eigen = werkmap.sjablonen / HUISSTIJL
    programma = shipped_sjablonen() / HUISSTIJL
    stijlen: list[tuple[str, Path | None]] = [("de huisstijl van het programma", None)]
    if eigen.is_file():
        stijlen = [(f"de huisstijl van uw werkmap ({HUISSTIJL})", None), ("de huisstijl van het programma", programma)]
    andere = sorted(werkmap.sjablonen.glob("*.docx")) if werkmap.sjablonen.is_dir() else []
    stijlen += [(pad.name, pad) for pad in andere if pad.name != HUISSTIJL and not pad.name.startswith(("~$", "."))]
    return Aanbod(tuple(stijlen), _find_libreoffice() is not None)


def _find_libreoffice() -> str | None:
    from sessie_tool.schrijvers.libreoffice import find_libreoffice  # heavy: only when a verslag is made

    return find_libreoffice()


def name_huisstijl(aanbod: Aanbod, pad: Path | None) -> str:
    """How a house style is called."""
    return next((naam for naam, een in aanbod.huisstijlen if een == pad), pad.name if pad else "")


def name_formaten(formaten: tuple[str, ...]) -> str:
    """'Word (docx) en PDF (pdf)'."""
    return join_woorden([f"{FORMATEN[naam].split(',')[0]} ({naam})" for naam in formaten])


def list_keuzes(keuze: Keuze, aanbod: Aanbod, sessie: Sessie) -> list[Tabelrij]:
    """The rows of what is chosen; the id of each is what the screen can change."""
    rijen = [Tabelrij("stuk", "stuk", keuze.stuk)] if sessie.soort in ("jaarronde", "boardsessie") else []
    rijen.append(Tabelrij("versie", "versie", _OVER_VERSIE[keuze.versie]))
    formaten = name_formaten(keuze.formaten)
    rijen.append(Tabelrij("formaten", "formaat", formaten if aanbod.heeft_kantoor else f"{formaten}. {GEEN_KANTOOR}"))
    rijen.append(Tabelrij("huisstijl", "stijl", name_huisstijl(aanbod, keuze.huisstijl)))
    if keuze.versie == "openbaar":
        besluiten = format_aantal(len(sessie.vervangingen), "besluit", "besluiten")
        rijen.append(Tabelrij("namen", "namen", f"wat er voor namen in de plaats komt ({besluiten})"))
    return rijen


def list_formaten(aanbod: Aanbod) -> list[Tabelrij]:
    """The rows to choose formats from; with why one cannot be made."""
    waarom = "" if aanbod.heeft_kantoor else "kan niet: LibreOffice staat niet op deze computer"
    return [Tabelrij(naam, naam, over, waarom * (naam in MET_KANTOOR)) for naam, over in FORMATEN.items()]
