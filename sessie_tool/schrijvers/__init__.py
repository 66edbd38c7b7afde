"""Schrijvers: a Document as the bytes of a file. ONE table, format → writer; a writer is imported when it is used.

They take documents whose Opmaak is resolved (see `sessie_tool.opmaak`), and for `MET_BEELD` the figures drawn (see
`sessie_tool.tekenen`); what they make comes back as bytes.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from sessie_tool.fouten import Bevinding, GebruikError, suggest
from sessie_tool.kern.document import Document
from sessie_tool.kern.taal import join_woorden

Schrijver = Callable[[Document, Path | None], tuple[bytes, list[Bevinding]]]
"""(document, huisstijl or None) → (the file, what the user must know about it)."""


def _lazy(module: str, naam: str = "write") -> Schrijver:
    def write(document: Document, huisstijl: Path | None) -> tuple[bytes, list[Bevinding]]:
        schrijver: Schrijver = getattr(import_module(f"{__name__}.{module}"), naam)
        return schrijver(document, huisstijl)

    return write


SCHRIJVERS: dict[str, Schrijver] = {
    "docx": _lazy("docx"),
    "odt": _lazy("libreoffice", "write_odt"),
    "pdf": _lazy("libreoffice", "write_pdf"),
    "md": _lazy("md"),
    "txt": _lazy("tekst"),
}

MET_BEELD = frozenset({"docx", "odt", "pdf"})
"""The formats that show pictures: their figures must be drawn; the others tell a figure in words."""


def schrijf(document: Document, formaat: str, huisstijl: Path | None = None) -> tuple[bytes, list[Bevinding]]:
    """A resolved document in a format: the bytes of the file, and findings of ernst "let op".

    Args:
        document: the document; its Opmaak is resolved.
        formaat: a key of `SCHRIJVERS`.
        huisstijl: a .docx whose styles, headers, footers and page are used; None for the one of the program. Plain
            text and Markdown leave it.

    Raises:
        GebruikError: there is no such format.
        KantoorError: LibreOffice is needed for it, and is not there or fails.
    """
    schrijver = SCHRIJVERS.get(formaat)
    if schrijver is None:
        advies = suggest(formaat, SCHRIJVERS) or f"Kies {join_woorden(list(SCHRIJVERS))}."
        raise GebruikError(f"Het formaat '{formaat}' bestaat niet. {advies}")
    return schrijver(document, huisstijl)
