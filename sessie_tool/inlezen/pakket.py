"""The zip of a Word file, opened with care: no bomb, no entities, nothing from outside the file."""

import posixpath
import zipfile
from io import BytesIO
from typing import Any

from sessie_tool.fouten import SessieToolError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRIKT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}
"""Word's 'strict' files use other addresses for the same elements."""

GROOTSTE_DEEL = 64_000_000
GROOTSTE_GEHEEL = 256_000_000
MEESTE_DELEN = 5_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class LeesError(SessieToolError):
    """A file cannot be read; its text says why and what to do."""


class Pakket:
    """The parts of a Word file."""

    def __init__(self, ruw: bytes) -> None:
        """Open the zip.

        Raises:
            LeesError: it is no Word file, it is locked, or it is too large.
        """
        if ruw.startswith(_OLE):
            raise LeesError(
                "het is een Word-bestand met een wachtwoord, of van een oude versie (.doc). "
                "Open het in Word en bewaar het zonder wachtwoord als .docx."
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(ruw))
        except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
            raise LeesError("het is geen Word-bestand (.docx). Open het in Word en bewaar het als .docx.") from error
        self._namen = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        if any(info.flag_bits & 1 for info in self._namen.values()):
            raise LeesError("er zit een wachtwoord op. Haal dat eraf en probeer het opnieuw.")
        geheel = sum(info.file_size for info in self._namen.values())
        if len(self._namen) > MEESTE_DELEN or geheel > GROOTSTE_GEHEEL:
            raise LeesError(_TE_GROOT)
        self.hoofd = self._find_main()

    def _find_main(self) -> str:
        """The name of the part with the text."""
        for soort, doel in self.relations("").values():
            if soort == "officeDocument" and doel in self._namen:
                return doel
        if "word/document.xml" in self._namen:
            return "word/document.xml"
        raise LeesError("het is geen Word-bestand (.docx). Open het in Word en bewaar het als .docx.")

    def read(self, naam: str) -> Any:
        """A part as a tree; None when there is none.

        Raises:
            LeesError: it is damaged, too large, or has entities.
        """
        info = self._namen.get(naam)
        return parse_xml(self._unpack(info), naam) if info else None

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        """The bytes of a part; what the zip says of its size is not believed."""
        try:
            with self._zip.open(info) as deel:
                ruw = deel.read(GROOTSTE_DEEL + 1)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
            raise _beschadigd(info.filename) from error
        except Exception as error:
            if type(error).__name__ in ("error", "LZMAError"):  # zlib.error and the like share no base
                raise _beschadigd(info.filename) from error
            raise
        if len(ruw) > GROOTSTE_DEEL:
            raise LeesError(_TE_GROOT)
        return ruw

    def relations(self, deel: str) -> dict[str, tuple[str, str]]:
        """What a part ("" for the package) points at: id → (short kind, name of the part or an address)."""
        map_, naam = posixpath.split(deel)
        tree = self.read(posixpath.join(map_, "_rels", f"{naam}.rels"))
        gevonden = {}
        for rel in tree.iter(f"{_REL}Relationship") if tree is not None else ():
            doel = rel.get("Target", "")
            if rel.get("TargetMode") != "External":
                doel = posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
            gevonden[rel.get("Id", "")] = (rel.get("Type", "").rsplit("/", 1)[-1], doel)
        return gevonden


_TE_GROOT = "het is uitgepakt veel te groot. Kijk of dit echt een verslag is; bewaar het anders opnieuw vanuit Word."


def _beschadigd(naam: str) -> LeesError:
    return LeesError(f"het is beschadigd (bij '{naam}'). Open het in Word en bewaar het opnieuw.")


def parse_xml(ruw: bytes, naam: str) -> Any:
    """Bytes → the root of a tree, without entities and without the network.

    Raises:
        LeesError: it is damaged, or it declares entities, as no Word file does.
    """
    from lxml import etree

    for strikt, gewoon in _STRIKT.items():
        ruw = ruw.replace(strikt, gewoon)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(ruw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _beschadigd(naam) from error
    if root.getroottree().docinfo.doctype:
        raise LeesError("er zit iets in wat niet in een Word-bestand hoort (een DOCTYPE).")
    return root
