"""The momentopname in a Word file of the session itself: a part of XML that Word keeps and shows to nobody."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from sessie_tool.kern.document import Document
from sessie_tool.kern.momentopname import take_momentopname
from sessie_tool.schrijvers.docx.bouw import Bouw
from sessie_tool.schrijvers.docx.xml import KOP, attr, escape
from sessie_tool.schrijvers.tekens import Tekens

RUIMTE = "urn:sessie-tool:momentopname:1"
"""The namespace of the part; a reader finds it by this."""

_STUK = ' stuk="ja"'
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ID = "{5C6F1E52-7B0A-4E7B-9B53-7D1E0B6A2F41}"
"""Word wants an id for each such part; there is one."""


def add_momentopname(main: Part, document: Document, bouw: Bouw) -> None:
    """Give the file what it says of each record; the open version, which names no session, gets nothing."""
    if not document.bron_id:
        return
    deel = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, _xml(document, bouw).encode(), main.package)
    props = (
        f'{KOP}<ds:datastoreItem xmlns:ds="{_DATA}" ds:itemID="{_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{RUIMTE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    naam = PackURI("/customXml/itemProps1.xml")
    eigen = Part(naam, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, props.encode(), main.package)
    deel.relate_to(eigen, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    main.relate_to(deel, RELATIONSHIP_TYPE.CUSTOM_XML)


def _xml(document: Document, bouw: Bouw) -> str:
    schoon = Tekens()  # what is cleaned here was told where it is printed
    toen = take_momentopname(document, schoon.clean if bouw.tekens.bevindingen() else str)
    delen = [
        f"<record id={attr(schoon.clean(een.id))} merk={attr(bouw.ankers.naam(een.id))}{_STUK * een.is_stuk}>"
        f"{_teksten(een.teksten)}</record>"
        for een in toen.afdrukken
    ]
    delen += [f"<los>{_teksten((een,))}</los>" for een in toen.los]
    kop = f'xmlns="{RUIMTE}" sessie={attr(schoon.clean(toen.sessie))} revisie="{toen.revisie}"'
    return f"{KOP}<momentopname {kop}>{''.join(delen)}</momentopname>"


def _teksten(teksten: tuple[str, ...]) -> str:
    return "".join([f"<t>{escape(een)}</t>" for een in teksten])
