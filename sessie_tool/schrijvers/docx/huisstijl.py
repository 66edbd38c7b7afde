"""The house style of the program: a Word file without text, made from strings.

It is not made by hand in Word, so that every choice in it can be read, reviewed and made again to the byte. Arial is
there in Word, and LibreOffice has Liberation Sans for it with the same widths, so lines break in the same places.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from sessie_tool.schrijvers.docx.pakket import zip_bytes
from sessie_tool.schrijvers.docx.stijlen import ACCENT, GRIJS, PAGINA, STIJLEN, VLAK, make_id, style_xml
from sessie_tool.schrijvers.docx.xml import KOP, NAMESPACES

LETTER = "Arial"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DEFAULTS = {"Normal", "Default Paragraph Font", "Normal Table"}


class Onderdeel(NamedTuple):
    """A part of the house style: its name, what it is, and what makes it."""

    naam: str
    content_type: str
    reltype: str
    make: Callable[[], str]


def _document() -> str:
    return f"{KOP}<w:document {NAMESPACES}><w:body><w:sectPr>{PAGINA}</w:sectPr></w:body></w:document>"


def _styles() -> str:
    ids = {stijl.naam: make_id(stijl.naam) for stijl in STIJLEN}
    stijlen = "".join(
        style_xml(stijl, ids[stijl.naam], ids, ' w:default="1"' if stijl.naam in _DEFAULTS else "") for stijl in STIJLEN
    )
    fonts = " ".join(f'w:{script}="{LETTER}"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
    return (
        f"{KOP}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>{stijlen}</w:styles>"
    )


def _numbering() -> str:
    return f"{KOP}<w:numbering {NAMESPACES}/>"


def _settings() -> str:
    return (
        f'{KOP}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
        ' w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"'
        ' w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts() -> str:
    def font(naam: str, panose: str, family: str, pitch: str) -> str:
        return (
            f'<w:font w:name="{naam}"><w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        )

    arial = font(LETTER, "020B0604020202020204", "swiss", "variable")
    courier = font("Courier New", "02070309020205020404", "modern", "fixed")
    return f"{KOP}<w:fonts {NAMESPACES}>{arial}{courier}</w:fonts>"


def _theme() -> str:
    """A theme: Word wants one; the styles name their own colours and font."""
    kleuren = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": ACCENT,
        "lt2": VLAK,
        "accent1": ACCENT,
        "accent2": GRIJS,
        "accent3": "3F6212",
        "accent4": "7A4100",
        "accent5": "5B2C6F",
        "accent6": "8B1E3F",
        "hlink": ACCENT,
        "folHlink": "5B2C6F",
    }
    scheme = "".join(f'<a:{naam}><a:srgbClr val="{kleur}"/></a:{naam}>' for naam, kleur in kleuren.items())
    fonts = f'<a:latin typeface="{LETTER}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{KOP}<a:theme xmlns:a="{_DRAWING}" name="Sessie"><a:themeElements><a:clrScheme name="Sessie">{scheme}'
        f'</a:clrScheme><a:fontScheme name="Sessie"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Sessie"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


ONDERDELEN = (
    Onderdeel("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, _styles),
    Onderdeel("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, _numbering),
    Onderdeel("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, _settings),
    Onderdeel("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, _fonts),
    Onderdeel("theme/theme1", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, _theme),
)
"""All that hangs on the main part; a template that lacks one of them gets it."""


@cache
def make_huisstijl() -> bytes:
    """The house style as the bytes of a .docx."""
    types = [("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)]
    types += [(f"/word/{deel.naam}.xml", deel.content_type) for deel in ONDERDELEN]
    overrides = "".join(f'<Override PartName="{naam}" ContentType="{soort}"/>' for naam, soort in types)
    content_types = (
        f'{KOP}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
        f' ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/><Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>'
        f"{overrides}</Types>"
    )
    related = [(deel.reltype, f"{deel.naam}.xml") for deel in ONDERDELEN]
    parts = [
        ("[Content_Types].xml", content_types),
        ("_rels/.rels", _relations([(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, "word/document.xml")])),
        ("word/document.xml", _document()),
        ("word/_rels/document.xml.rels", _relations(related)),
        *((f"word/{deel.naam}.xml", deel.make()) for deel in ONDERDELEN),
    ]
    return zip_bytes([(naam, xml.encode()) for naam, xml in parts], None)


def _relations(related: list[tuple[str, str]]) -> str:
    rels = "".join(
        f'<Relationship Id="rId{nummer}" Type="{reltype}" Target="{target}"/>'
        for nummer, (reltype, target) in enumerate(related, 1)
    )
    return f'{KOP}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'
