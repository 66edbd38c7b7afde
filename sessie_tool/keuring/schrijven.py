"""From a document to its files, each checked: can everybody read them?"""

from collections.abc import Callable, Sequence
from pathlib import Path

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.document import Document
from sessie_tool.keuring import check_docx
from sessie_tool.schrijvers import MET_BEELD, schrijf
from sessie_tool.tekenen import resolve_figuren

_FASEN = {
    "docx": "Word schrijven",
    "odt": "OpenDocument maken met LibreOffice",
    "pdf": "PDF maken met LibreOffice",
    "md": "Markdown schrijven",
    "txt": "Platte tekst schrijven",
}
"""What is being done for each format, in the words of the user."""


def write_all(
    document: Document, formaten: Sequence[str], huisstijl: Path | None, meld: Callable[[str], None]
) -> tuple[dict[str, bytes], list[Bevinding]]:
    """A document in these formats, all of them or none; with what a person must still do.

    Every format with pictures is made from the Word file, so that is what is checked.

    Args:
        document: its Opmaak is resolved.
        formaten: keys of `SCHRIJVERS`.
        huisstijl: a .docx with styles, or None.
        meld: told what is being done, in Dutch.

    Returns:
        Format → the file, in the order of `formaten`, and the findings.
    """
    met_beeld = MET_BEELD.intersection(formaten)
    getekend = resolve_figuren(document) if met_beeld else document
    gemaakt: dict[str, tuple[bytes, list[Bevinding]]] = {}
    for naam in formaten:
        meld(_FASEN.get(naam, f"{naam} schrijven"))
        gemaakt[naam] = schrijf(getekend if naam in MET_BEELD else document, naam, huisstijl)
    bevindingen = [one for _, gevonden in gemaakt.values() for one in gevonden]
    if met_beeld:
        meld("Nakijken")
        word, _ = gemaakt.get("docx") or schrijf(getekend, "docx", huisstijl)
        bevindingen += check_docx(word)
    return {naam: inhoud for naam, (inhoud, _) in gemaakt.items()}, list(dict.fromkeys(bevindingen))
