"""A Word file from bare XML, for what python-docx cannot write."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUIMTES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STIJLEN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Hoofdstuk"><w:name w:val="Hoofdstuk"/><w:basedOn w:val="Kop1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Zwaar"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
VORMEN = (("lowerLetter", "%1."), ("decimal", "%1."), ("bullet", "•"), ("upperRoman", "%1)"))
LIJSTEN = "".join(
    f'<w:abstractNum w:abstractNumId="{nummer}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/>'
    f'<w:lvlText w:val="{tekst}"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    for nummer, (vorm, tekst) in enumerate(VORMEN)
) + "".join(f'<w:num w:numId="{num + 1}"><w:abstractNumId w:val="{num}"/></w:num>' for num in range(4))  # fmt: skip


def p(*inhoud, stijl="", lijst=0, diepte=0):
    """A paragraph of runs, or of text."""
    eigen = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    if lijst:
        eigen += f'<w:numPr><w:ilvl w:val="{diepte}"/><w:numId w:val="{lijst}"/></w:numPr>'
    delen = "".join(een if een.startswith("<") else r(een) for een in inhoud)
    return f"<w:p><w:pPr>{eigen}</w:pPr>{delen}</w:p>"


def r(tekst, stijl=""):
    """A run; `stijl` is the XML of its properties."""
    return f'<w:r><w:rPr>{stijl}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def word(*body, delen=None, relaties="", kern="", document=None, doctype=""):
    """A Word file; `delen` holds other parts: kind → content of its root."""
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header": "hdr", "footer": "ftr"}
    alle = {"styles": STIJLEN, "numbering": LIJSTEN} | (delen or {})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        hoofd = (
            document
            or f"<?xml version='1.0'?>{doctype}<w:document {RUIMTES}><w:body>{''.join(body)}</w:body></w:document>"
        )
        archief.writestr("word/document.xml", hoofd)
        archief.writestr(
            "_rels/.rels", _rels({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"})
        )
        archief.writestr("word/_rels/document.xml.rels", _rels({soort: f"{soort}.xml" for soort in alle}, relaties))
        for soort, inhoud in alle.items():
            naam = roots.get(soort, soort)
            archief.writestr(f"word/{soort}.xml", f"<w:{naam} {RUIMTES}>{inhoud}</w:{naam}>")
        archief.writestr("docProps/core.xml", kern or "<x/>")
    return buffer.getvalue()


def _rels(doelen, extra=""):
    regels = (
        f'<Relationship Id="rel{nummer}" Type="{REL}/{soort}" Target="{doel}"/>'
        for nummer, (soort, doel) in enumerate(doelen.items())
    )
    ruimte = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{ruimte}">{"".join(regels)}{extra}</Relationships>'
