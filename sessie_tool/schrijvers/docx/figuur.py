"""Figures: a caption and a picture in the line, with the words for who does not see it, never wider than the text."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from sessie_tool.kern.document import Afbeelding
from sessie_tool.schrijvers.docx.bouw import Bouw
from sessie_tool.schrijvers.docx.xml import attr, field, run

_EMU_PER_PUNT = 12_700
_TWIPS_PER_PUNT = 20
_HOOGSTE = 0.88
"""The most of a page that a picture takes; the rest is for its heading and caption."""

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def render_figuur(figuur: Afbeelding, bouw: Bouw) -> str:
    """The caption above the picture, kept together."""
    bouw.figuren += 1
    bijschrift = bouw.tekens.clean(figuur.bijschrift)
    titel = f"Figuur {bouw.figuren}" + (f" – {bijschrift}" if bijschrift else "")
    return (
        f"<w:p><w:pPr>{bouw.style('caption')}<w:keepNext/></w:pPr>{run('Figuur ')}"
        f"{field(chr(92).join(('SEQ Figuur ', '* ARABIC')), str(bouw.figuren))}"
        f"{run(f' – {bijschrift}') if bijschrift else ''}</w:p>"
        f"<w:p><w:pPr>{bouw.style('Figuur')}</w:pPr><w:r>{_drawing(figuur, titel, bouw)}</w:r></w:p>"
    )


def _drawing(figuur: Afbeelding, titel: str, bouw: Bouw) -> str:
    breedte, hoogte = (round(maat * _EMU_PER_PUNT) for maat in _fit(figuur, bouw))
    nummer, naam = bouw.figuren, f"Figuur {bouw.figuren}"
    beschrijving = attr(bouw.tekens.clean(figuur.alternatief))
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{breedte}" cy="{hoogte}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{nummer}" name="{naam}" descr={beschrijving} title={attr(titel)}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{nummer}" name="{naam}" descr={beschrijving}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{bouw.embed(figuur.png)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{breedte}" cy="{hoogte}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _fit(figuur: Afbeelding, bouw: Bouw) -> tuple[float, float]:
    """Width and height in points: as drawn, or smaller where the page asks for it."""
    breedte, hoogte = bouw.breedte / _TWIPS_PER_PUNT, bouw.hoogte / _TWIPS_PER_PUNT * _HOOGSTE
    schaal = min(1.0, breedte / figuur.breedte, hoogte / figuur.hoogte)
    return figuur.breedte * schaal, figuur.hoogte * schaal


def add_afbeeldingen(main: Part, bouw: Bouw) -> None:
    """Give the file the pictures that were rendered."""
    taken = {part.partname for part in main.package.iter_parts()}
    for nummer, (png, rel_id) in enumerate(bouw.afbeeldingen.items(), 1):
        naam = PackURI(f"/word/media/figuur{nummer}.png")
        naam = PackURI(f"/word/media/sessie-figuur{nummer}.png") if naam in taken else naam
        main.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, Part(naam, CONTENT_TYPE.PNG, png, main.package), rel_id)
