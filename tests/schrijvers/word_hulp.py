"""What the tests of the Word writer share: a rich document, and ways to look into the file that comes out."""

import re
import zipfile
from io import BytesIO

from lxml import etree
from openxml_audit import OpenXmlValidator

from sessie_tool.kern.document import (
    Alinea,
    Document,
    Kolom,
    Kop,
    Lijst,
    Opmaak,
    Passagemerk,
    Punt,
    Rij,
    Tabel,
    Tekst,
    Verwijzing,
    lijst,
    tekst,
)
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

UITLEG = """Zonder ruimte op het net staan **alle** plannen stil.^[Zie [de nota](https://nota.example).]
Het gaat om:

1. woningen in *Oost*;
   - laadpalen
     - snel
2. het `bedrijventerrein`.

> De netbeheerder schoof aan en vroeg: ==begin in *Oost*==.[^wie]

[^wie]: Op uitnodiging.

## Wat er speelt

Meer op [de pagina van Waterveen](https://www.waterveen.example/net?a=1&b=é) of ~~later~~.

| Wanneer | Wat |
|---|---|
| april | een gesprek.^[besloten] |

```
12  13
```
"""


def signaal(nummer):
    return Rij((tekst(str(nummer)), tekst(f"Signaal {nummer}: netcongestie"), tekst("buiten")), f"s{nummer}")


def make_document(**changes):
    """Every kind of block, as in minutes of a session."""
    waarden = {
        "titel": "Signalensessie Groen & duurzaam",
        "ondertitel": "Verslag van 21 maart 2024",
        "onderwerp": "Verslag signalensessie",
        "moment": "2024-03-22T10:00:00+01:00",
        "bron_id": "abcd2345",
        "blokken": (
            Alinea(tekst("Concept van 22 maart 2024."), "status"),
            Alinea((*tekst("Plaats: ", vet=True), *tekst("Stadhuis Waterveen"))),
            Kop(1, tekst("Signalen"), "k1"),
            Alinea(tekst("Gevraagd:", vet=True)),
            lijst(["Wat ziet u?", "Wat hoort u?"]),
            Tabel(
                (Kolom("Nr.", 0.6), Kolom("Signaal", 4), Kolom("Herkomst", 1.5)),
                tuple(signaal(nummer) for nummer in range(1, 4)),
                "3 signalen",
                "Elke rij is een signaal; de kolommen zijn nummer, signaal, herkomst.",
            ),
            Alinea(tekst("Meteen na de tabel.")),
            Kop(1, tekst("Rode draden")),
            Kop(2, tekst("1. Het stroomnet bepaalt het tempo"), "d1"),
            Opmaak(UITLEG, passages=(Passagemerk("begin in *Oost*", "p1", "advies 1"),)),
            Alinea((Tekst("Zie "), Verwijzing("signaal 2", "s2"), Tekst(" en "), Verwijzing("niets", "weg"))),
            Lijst((Punt((Alinea(tekst("Welke wijk eerst?")), Alinea(tekst("Rust op draad 1."))), "v1"),), "letter"),
            Lijst((Punt((Alinea(tekst("Nog een vraag"), anker="v2"),)),), "letter"),
        ),
    }
    return resolve_opmaak(Document(**waarden | changes))


def write_word(document, huisstijl=None):
    """The bytes of the Word file."""
    return schrijf(document, "docx", huisstijl)[0]


def parts(blob):
    """Name → bytes of every part."""
    with zipfile.ZipFile(BytesIO(blob)) as archive:
        return {naam: archive.read(naam) for naam in archive.namelist()}


def body(blob):
    """The w:body element."""
    return etree.fromstring(parts(blob)["word/document.xml"]).find(f"{W}body")


def style_names(blob):
    """Style id → name."""
    stijlen = etree.fromstring(parts(blob)["word/styles.xml"]).iter(f"{W}style")
    return {stijl.get(f"{W}styleId"): stijl.find(f"{W}name").get(f"{W}val") for stijl in stijlen}


def text_of(element):
    """The text of a paragraph or more; line breaks and tabs as they are."""
    namen = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        one.text or "" if one.tag == f"{W}t" else namen.get(one.tag, "")
        for one in element.iter()
        if one.tag != f"{W}tabs"
    )


def words(tekst):
    return set(re.findall(r"\w+", tekst))


def audit(blob, tmp_path):
    """The findings of the validator."""
    pad = tmp_path / "keuring.docx"
    pad.write_bytes(blob)
    result = OpenXmlValidator().validate(pad)
    return [str(fout) for fout in result.errors]
