"""What a house style says around the document, in its front page, header and footer: the open version names nobody.

A name is found across the runs of a paragraph; what is replaced takes the form of the first of them.
"""

from collections.abc import Callable, Iterable
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from sessie_tool.schrijvers.docx.voorblad import TEXTPATH, texts_of
from sessie_tool.schrijvers.docx.xml import w

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_VML = "{urn:schemas-microsoft-com:vml}"
_GELEZEN = ("descr", "title", "name", "alt", "string", "{urn:schemas-microsoft-com:office:office}title")
"""Attributes that are read out or shown."""


def clean_rand(roots: Iterable[Any], rels: Iterable[Any], schoon: Callable[[str], str]) -> None:
    """Take the names out of parts of a house style.

    Args:
        roots: the parts.
        rels: their relations.
        schoon: gives a text without names.
    """
    for root in roots:
        for alinea in root.iter(w("p")):
            _clean_alinea(texts_of(alinea), schoon)
        for node in root.iter(_DRAWING, TEXTPATH, f"{_VML}shape", f"{_VML}imagedata"):
            for naam in _GELEZEN:
                if naam in node.attrib:
                    node.set(naam, schoon(node.get(naam)))
    for rel in rels:
        if rel.is_external and rel.reltype == RELATIONSHIP_TYPE.HYPERLINK:
            rel._target = "-".join(schoon(rel.target_ref).split())  # noqa: SLF001 - python-docx has no way to set it


def _clean_alinea(teksten: list[Any], schoon: Callable[[str], str]) -> None:
    heel = "".join(one.text or "" for one in teksten)
    nieuw = schoon(heel)
    if nieuw == heel:
        return
    for one in teksten:
        one.text = ""
    teksten[0].text = nieuw
    teksten[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
