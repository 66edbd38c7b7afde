"""Word: a Document → .docx. The only place that knows python-docx, which does template, parts and relations."""

from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.document import Document
from sessie_tool.schrijvers.docx.bouw import Bouw
from sessie_tool.schrijvers.docx.eigenschappen import add_properties, parse_moment
from sessie_tool.schrijvers.docx.figuur import add_afbeeldingen
from sessie_tool.schrijvers.docx.huisstijl import make_huisstijl
from sessie_tool.schrijvers.docx.kopvoet import add_header_footer
from sessie_tool.schrijvers.docx.lichaam import render_blokken, render_titel
from sessie_tool.schrijvers.docx.momentopname import add_momentopname
from sessie_tool.schrijvers.docx.nummering import Nummering
from sessie_tool.schrijvers.docx.pakket import package_bytes
from sessie_tool.schrijvers.docx.sjabloon import Template
from sessie_tool.schrijvers.docx.voetnoten import add_voetnoten
from sessie_tool.schrijvers.docx.voorblad import break_before, fill, values
from sessie_tool.schrijvers.docx.xml import KOP, NAMESPACES


def write(document: Document, huisstijl: Path | None) -> tuple[bytes, list[Bevinding]]:
    """The document as a Word file; a house style that cannot be used never stops it."""
    if huisstijl is None:
        return _write(document, make_huisstijl())
    try:
        return _write(document, huisstijl.read_bytes())
    except Exception:  # noqa: BLE001 - python-docx raises all sorts at a bad file, and the minutes must be made
        inhoud, bevindingen = _write(document, make_huisstijl())
        bevinding = Bevinding(
            f"De huisstijl '{huisstijl.name}' kan niet worden gebruikt. Het verslag heeft nu de gewone huisstijl.",
            "Open het bestand in Word en bewaar het opnieuw als Word-document (.docx).",
            bron=str(huisstijl),
            ernst="let op",
            code="huisstijl",
        )
        return inhoud, [bevinding, *bevindingen]


def _write(document: Document, blob: bytes) -> tuple[bytes, list[Bevinding]]:
    template = Template(blob)
    if document.schoon:
        template.clean(document.schoon)
    nummering = Nummering(template.numbering)
    bouw = Bouw(document, template, nummering)
    titel = "" if template.voorblad.has_titel else render_titel(document.titel, document.ondertitel, bouw)
    inhoud = titel + render_blokken(document.blokken, bouw)
    nummering.finish()
    add_header_footer(template.main, template.section, document.titel, bouw)
    for adres, rel_id in bouw.koppelingen.items():
        template.main.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, adres, rel_id, is_external=True)
    add_afbeeldingen(template.main, bouw)
    add_voetnoten(template.main, template.settings, bouw)
    add_properties(template.package, document, bouw.tekens)
    add_momentopname(template.main, document, bouw)
    waarden = values(document, bouw.tekens)
    for root in template.kopvoeten:
        fill(root, waarden)
    voor, na = template.voorblad.render(waarden)
    inhoud = break_before(inhoud) if template.voorblad.breekt else inhoud
    body = f"{KOP}<w:document {NAMESPACES}><w:body>{voor}{inhoud}{na}{template.section.xml}</w:body></w:document>"
    moment = parse_moment(document.moment)
    return package_bytes(template.package, body.encode(), moment), bouw.tekens.bevindingen()
