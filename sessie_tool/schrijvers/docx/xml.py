"""Names of XML and small pieces of it."""

from collections.abc import Iterator

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

_LANGSTE = 1_000_000
"""What stands between two tags: a reader of XML stops at ten million characters."""

_LANGSTE_ATTRIBUUT = 10_000
_IN_ATTRIBUUT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", " "), ("\r", " "), ("\t", " "))
_NAAD = '</w:t><w:t xml:space="preserve">'
_BREUK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


def w(naam: str) -> str:
    """'p' → the full name of w:p."""
    return f"{{{W}}}{naam}"


def escape(tekst: str) -> str:
    """A text between two tags; what `xml.sax.saxutils` does, which loads the networking of Python."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attr(waarde: str) -> str:
    """A value for an attribute, with its quotes; it is no place for a text of pages."""
    kort = waarde if len(waarde) <= _LANGSTE_ATTRIBUUT else f"{waarde[: _LANGSTE_ATTRIBUUT - 1]}…"
    for teken, vorm in _IN_ATTRIBUUT:
        kort = kort.replace(teken, vorm)
    return f'"{kort}"'


def run(tekst: str, rpr: str = "") -> str:
    """A w:r with a clean text; line ends and tabs become the elements for them."""
    inhoud = escape(tekst) if len(tekst) <= _LANGSTE else _NAAD.join(map(escape, _pieces(tekst)))
    if "\n" in inhoud:
        inhoud = inhoud.replace("\n", _BREUK)
    if "\t" in inhoud:
        inhoud = inhoud.replace("\t", _TAB)
    eigen = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{eigen}<w:t xml:space="preserve">{inhoud}</w:t></w:r>'


def _pieces(tekst: str) -> Iterator[str]:
    return (tekst[begin : begin + _LANGSTE] for begin in range(0, len(tekst), _LANGSTE))


def field(code: str, uitkomst: str, rpr: str = "") -> str:
    """A complex field with its result filled in, so that it also reads well where fields are not computed."""
    eigen = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return (
        f'<w:r>{eigen}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{eigen}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r>{eigen}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(uitkomst, rpr)}"
        f'<w:r>{eigen}<w:fldChar w:fldCharType="end"/></w:r>'
    )
