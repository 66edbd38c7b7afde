"""The styles of a verslag: what the house style of the program holds, and what is added to a template that lacks one.

Only the house style sets a font; an added style takes the font of the template. Styles are found by their name: Word
and LibreOffice change ids. `@naam@` stands for the id of another style.
"""

from typing import Literal, NamedTuple

ACCENT = "0B4F6C"
"""The one accent colour: contrast 8,9 on white and 7,7 on `VLAK`."""

GRIJS = "4A4A4A"
VLAK = "E8F0F4"
LIJN = "9FB3BD"


PAGINA = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1304" w:bottom="1304" w:left="1304"'
    ' w:header="624" w:footer="624" w:gutter="0"/>'
)
"""A4 with margins of 2,3 cm: lines that read well, and room for a table."""


class Stijl(NamedTuple):
    """A style: its name as Word stores it, its type, and what stands inside its element."""

    naam: str
    soort: Literal["paragraph", "character", "table"]
    xml: str


def _alinea(
    naam: str, ppr: str, rpr: str = "", basis: str = "Normal", volgende: str = "", prioriteit: int | None = 10
) -> Stijl:
    """A paragraph style; without `prioriteit` it is no quick style."""
    xml = f'<w:basedOn w:val="@{basis}@"/>' if basis else ""
    xml += f'<w:next w:val="@{volgende}@"/>' if volgende else ""
    xml += f'<w:uiPriority w:val="{prioriteit or 99}"/>' + ("<w:qFormat/>" if prioriteit else "")
    xml += f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    return Stijl(naam, "paragraph", xml + (f"<w:rPr>{rpr}</w:rPr>" if rpr else ""))


def _spacing(before: int, after: int, line: int = 0) -> str:
    regel = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{regel}/>'


def _letter(half_points: int, color: str = "", *, vet: bool = False) -> str:
    kleur = f'<w:color w:val="{color}"/>' if color else ""
    return f'{"<w:b/><w:bCs/>" if vet else ""}{kleur}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _kop(niveau: int, half_points: int, before: int, after: int, color: str = ACCENT) -> Stijl:
    ppr = f'<w:keepNext/><w:keepLines/>{_spacing(before, after, 264)}<w:outlineLvl w:val="{niveau - 1}"/>'
    return _alinea(f"heading {niveau}", ppr, _letter(half_points, color, vet=True), volgende="Normal", prioriteit=9)


def _rand(kant: str, color: str, size: int, space: int) -> str:
    return f'<w:{kant} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def _inhoudsregel(niveau: int, inspring: int, nummer: int, before: int) -> Stijl:
    """A line of the table of contents: the number, then the words, which go on below each other."""
    ind = f'<w:ind w:left="{inspring + nummer}" w:hanging="{nummer}"/>'
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{inspring + nummer}"/></w:tabs>'
    return _alinea(f"toc {niveau}", f"{tabs}{_spacing(before, 20, 264)}{ind}", prioriteit=None)


_TABELRANDEN = "".join(_rand(kant, LIJN, 4, 0) for kant in ("top", "bottom", "insideH"))

_TABEL = f"""<w:basedOn w:val="@Normal Table@"/><w:uiPriority w:val="59"/><w:qFormat/>
<w:tblPr><w:tblBorders>{_TABELRANDEN}</w:tblBorders>
<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>
<w:tcPr><w:tcBorders>{_rand("bottom", ACCENT, 8, 0)}</w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="{VLAK}"/></w:tcPr></w:tblStylePr>""".replace("\n", "")

_GEWONE_TABEL = """<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>""".replace("\n", "")

_VASTE_LETTER = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'

STIJLEN: tuple[Stijl, ...] = (
    _alinea("Normal", f"<w:widowControl/>{_spacing(0, 120, 288)}", basis="", prioriteit=1),
    Stijl("Default Paragraph Font", "character", '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>'),
    Stijl("Normal Table", "table", _GEWONE_TABEL),
    _alinea(
        "Title",
        f"<w:keepNext/><w:keepLines/>{_spacing(0, 60, 252)}",
        _letter(48, ACCENT, vet=True),
        volgende="Subtitle",
    ),
    _alinea("Subtitle", f"<w:keepNext/>{_spacing(0, 240, 264)}", _letter(26, GRIJS), volgende="Normal", prioriteit=11),
    _kop(1, 32, 360, 100),
    _kop(2, 26, 260, 80),
    _kop(3, 23, 220, 60),
    _kop(4, 21, 180, 60, "1A1A1A"),
    _kop(5, 21, 160, 40, GRIJS),
    _kop(6, 20, 160, 40, GRIJS),
    _alinea("TOC Heading", f"<w:keepNext/><w:keepLines/>{_spacing(240, 100, 264)}", _letter(26, ACCENT, vet=True)),
    _inhoudsregel(1, 0, 567, 60),
    _inhoudsregel(2, 567, 737, 0),
    _inhoudsregel(3, 1304, 907, 0),
    _alinea(
        "Statusregel",
        f'<w:keepLines/><w:shd w:val="clear" w:color="auto" w:fill="{VLAK}"/>{_spacing(0, 280)}',
        _letter(21, ACCENT, vet=True),
        volgende="Normal",
    ),
    _alinea("Alinea na tabel", _spacing(200, 120), volgende="Normal", prioriteit=None),
    _alinea("List Paragraph", f'{_spacing(0, 60)}<w:contextualSpacing w:val="0"/>', prioriteit=34),
    _alinea("Einde lijst", _spacing(0, 160), basis="List Paragraph", volgende="Normal", prioriteit=None),
    _alinea("Lijst na tabel", _spacing(200, 60), basis="List Paragraph", volgende="List Paragraph", prioriteit=None),
    _alinea(
        "Quote",
        f'{_spacing(0, 120)}<w:ind w:left="567" w:right="400"/>',
        f'<w:i/><w:iCs/><w:color w:val="{GRIJS}"/>',
        prioriteit=29,
    ),
    _alinea(
        "Codeblok",
        f'<w:shd w:val="clear" w:color="auto" w:fill="F3F6F8"/>{_spacing(60, 180, 252)}',
        f"{_VASTE_LETTER}{_letter(18)}",
        prioriteit=35,
    ),
    _alinea("caption", f"<w:keepNext/><w:keepLines/>{_spacing(200, 80)}", _letter(19, GRIJS, vet=True), prioriteit=35),
    _alinea("Figuur", f"<w:keepLines/>{_spacing(0, 200, 240)}", volgende="Normal", prioriteit=None),
    _alinea("Tabeltekst", _spacing(0, 0, 259), _letter(19), prioriteit=36),
    _alinea("Tabelkop", "<w:keepNext/>", f'<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>', "Tabeltekst", prioriteit=36),
    _alinea("header", _spacing(0, 0, 240), _letter(17, GRIJS), prioriteit=None),
    _alinea("footer", f'{_spacing(0, 0, 240)}<w:jc w:val="right"/>', _letter(17, GRIJS), prioriteit=None),
    _alinea("footnote text", _spacing(0, 40, 259), _letter(18), prioriteit=None),
    Stijl(
        "footnote reference",
        "character",
        '<w:basedOn w:val="@Default Paragraph Font@"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    ),
    Stijl(
        "Hyperlink",
        "character",
        '<w:basedOn w:val="@Default Paragraph Font@"/><w:uiPriority w:val="99"/>'
        f'<w:rPr><w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr>',
    ),
    Stijl(
        "Verwijzing",
        "character",
        '<w:basedOn w:val="@Default Paragraph Font@"/><w:uiPriority w:val="99"/>'
        f'<w:rPr><w:color w:val="{ACCENT}"/><w:u w:val="dotted" w:color="{LIJN}"/></w:rPr>',
    ),
    Stijl(
        "Codetekst",
        "character",
        f'<w:basedOn w:val="@Default Paragraph Font@"/><w:uiPriority w:val="99"/><w:rPr>{_VASTE_LETTER}</w:rPr>',
    ),
    Stijl("Sessietabel", "table", _TABEL),
)


def style_xml(stijl: Stijl, stijl_id: str, ids: dict[str, str], extra: str = "") -> str:
    """The w:style element.

    Args:
        stijl: the style.
        stijl_id: its id.
        ids: name → id of the other styles.
        extra: attributes for the element, such as ' w:default="1"'.
    """
    xml = stijl.xml
    for naam, other in ids.items():
        xml = xml.replace(f"@{naam}@", other)
    return (
        f'<w:style w:type="{stijl.soort}"{extra} w:styleId="{stijl_id}"><w:name w:val="{stijl.naam}"/>{xml}</w:style>'
    )


def make_id(naam: str) -> str:
    """'heading 1' → 'Heading1': a style id without spaces."""
    return "".join(woord[:1].upper() + woord[1:] for woord in naam.split())
