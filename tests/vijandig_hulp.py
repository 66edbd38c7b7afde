"""A session with a text of one's choice in every field of every kind of bouwsteen, found by walking the types.

Nothing here names a kind or a field, so that a new one is in the tests that use this without anybody thinking of it.
"""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from lxml import etree

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.veld import velden

Woord = Callable[[str], str]
"""(where it stands) → the text that is put there."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ODT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DATUM, MOMENT = "2025-03-21", "2025-03-22T10:00:00+01:00"
_EIGEN = {"id": "r", "record": "r", "sessie": "x", "soort": "", "sjabloon": "", "bereik": "verslag", "status": "lopend"}
"""What is no text: ids, and what keeps all of it in the verslag."""


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


class Vuller:
    """Makes values of any type with texts in every place that can hold one.

    Attributes:
        plekken: where a text was put, in order.
    """

    def __init__(self, woord: Woord) -> None:
        self._woord = woord
        self._nummers = count(1)
        self.plekken: list[str] = []
        self._ids = {
            een.type_tag(): f"{een.type_tag()}1" for kind in BOUWSTENEN.values() for een in _record_types(_hints(kind))
        }

    def make_sessie(self, kinds=tuple(BOUWSTENEN.values()), **anders) -> Sessie:
        """A session with a step per kind, each with two records of every type that it holds."""
        stappen = tuple(
            msgspec.structs.replace(self._struct(Stap, f"stap {kind().soort}", kind), id=f"stap{nummer}")
            for nummer, kind in enumerate(kinds, 1)
        )
        waarden = {"id": "x1", "datum": DATUM, "soort": "proef", "sjabloon": "proef", "stappen": stappen, **anders}
        return msgspec.structs.replace(self._struct(Sessie, "sessie", None), **waarden)

    def _struct(self, cls, plek, kind):
        waarden = {}
        for veld in msgspec.structs.fields(cls):
            naam = veld.name
            if naam in _EIGEN:
                waarden[naam] = _EIGEN[naam]
            elif naam == "bouwsteen":
                waarden[naam] = self._bouwsteen(kind)
            elif naam not in ("records", "stappen", "verloop", "vervangingen"):
                waarden[naam] = self._value(_hints(cls)[naam], f"{plek}.{naam}", velden(cls).get(naam))
        if issubclass(cls, Record):
            waarden["id"] = f"{cls.type_tag()}{next(self._nummers)}"
        return cls(**waarden)

    def _bouwsteen(self, kind):
        records = []
        for cls in _record_types(_hints(kind)):
            eerste = msgspec.structs.replace(self._struct(cls, cls.type_tag(), None), id=self._ids[cls.type_tag()])
            records += [eerste, self._struct(cls, cls.type_tag(), None)]
        bouwsteen = self._struct(kind, kind().soort, None)
        return msgspec.structs.replace(bouwsteen, records=tuple(records))

    def _value(self, hint, plek, veld):
        if get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
        vast = self._of_vorm(hint, veld) if veld is not None else None
        return self._of_type(hint, plek, veld) if vast is None else vast

    def _of_type(self, hint, plek, veld):
        """A value of a type; what is no text has the same value everywhere."""
        soort, delen = get_origin(hint) or hint, get_args(hint)
        if soort is str:
            self.plekken.append(plek)
            return self._woord(plek)
        if isinstance(soort, type) and issubclass(soort, msgspec.Struct):
            return self._struct(soort, plek, None)
        maak = {
            Literal: lambda: delen[-1],
            Union: lambda: self._value(next(deel for deel in delen if deel is not NoneType), plek, veld),
            UnionType: lambda: self._value(next(deel for deel in delen if deel is not NoneType), plek, veld),
            tuple: lambda: tuple(self._value(een, plek, veld) for een in (delen[:1] * 2 if ... in delen else delen)),
            dict: lambda: {self._value(delen[0], plek, veld): self._value(delen[1], plek, veld)},
        }
        return maak.get(soort, lambda: soort(1))()

    def _of_vorm(self, hint, veld):
        """What a field with a fixed set of values holds; None for text."""
        if veld.vorm == "verwijzing":
            soorten = [een for een in veld.naar.split() or self._ids if een in self._ids]
            waarde = self._ids[soorten[0]] if soorten else "onbekend"
        elif veld.vorm == "datum":
            waarde = DATUM
        elif veld.vorm == "keuze" and veld.keuzes:
            waarde = veld.keuzes[-1]
        elif veld.vorm == "getal" and veld.keuzes:
            return int(veld.keuzes[-1])
        else:
            return None
        return (waarde,) if get_origin(hint) is tuple else waarde


def _record_types(hints):
    een = get_args(hints["records"])[0]
    return get_args(een) or (een,)


def word_text(blob):
    """The text of the body and the notes of a Word file, with its line ends and tabs."""
    with zipfile.ZipFile(BytesIO(blob)) as archief:
        delen = [
            archief.read(naam) for naam in ("word/document.xml", "word/footnotes.xml") if naam in archief.namelist()
        ]
    tekens = {f"{_W}br": "\n", f"{_W}tab": "\t", f"{_W}p": "\n"}
    nodes = (one for deel in delen for one in etree.fromstring(deel).iter(f"{_W}t", *tekens))
    return "".join((one.text or "") if one.tag == f"{_W}t" else tekens[one.tag] for one in nodes)


def odt_text(blob):
    """The same for an OpenDocument text."""
    with zipfile.ZipFile(BytesIO(blob)) as archief:
        inhoud = etree.fromstring(archief.read("content.xml"), etree.XMLParser(huge_tree=True))
    for leeg in inhoud.iter(f"{_ODT}s", f"{_ODT}tab", f"{_ODT}line-break"):
        leeg.text = " "
    return "\n".join("".join(alinea.itertext()) for alinea in inhoud.iter(f"{_ODT}p", f"{_ODT}h"))
