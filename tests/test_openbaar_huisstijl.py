"""The open version names nobody, also where the house style itself has a name in its header, front page or links."""

from io import BytesIO
from itertools import count
from zipfile import ZipFile

import docx
import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.publiceren import INTERN, OPENBAAR
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.verslaglegging import export_verslag

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@pytest.fixture
def huisstijl(tmp_path):
    woord = docx.Document()
    kop = woord.sections[0].header.paragraphs[0]
    for deel in ("Afdeling van mevrouw O", "'Con", "nor, info@waterveen.example"):
        kop.add_run(deel)
    woord.sections[0].header.part.relate_to("https://waterveen.example/oconnor", HYPERLINK, is_external=True)
    woord.add_paragraph("{titel}, gemaakt door de heer Jansen")
    woord.add_paragraph("{verslag}")
    pad = tmp_path / "huis.docx"
    woord.save(str(pad))
    return pad


@pytest.fixture
def sessie():
    teller = count(1)
    sjabloon = load_sjabloon(shipped_sjablonen() / "signalensessie.md")
    made = start_sessie(sjabloon, titel="Proef", datum="2025-03-20", new_id=lambda: f"id{next(teller)}")
    namen = ("Piet Jansen", "Siobhan O'Connor", "Ann Quist")
    mensen = (
        Deelnemer(id=f"p{plek}", naam=naam, rol="adviseur", mag_genoemd=naam == "Ann Quist")
        for plek, naam in enumerate(namen)
    )
    return replace(made, plaats="Zaal 1", deelnemers=tuple(mensen))


def read(pad):
    with ZipFile(BytesIO(pad.read_bytes())) as zipped:
        return "".join(zipped.read(naam).decode(errors="ignore") for naam in zipped.namelist())


def test_names_in_the_house_style_are_replaced_in_the_open_version_only(tmp_path, sessie, huisstijl):
    werkmap = Werkmap(tmp_path / "werkmap")
    for versie, is_open in ((OPENBAAR, True), (INTERN, False)):
        (pad,), _ = export_verslag(werkmap, sessie, "2025-03-21T09:00:00", huisstijl=huisstijl, versie=versie)
        kop = "".join(alinea.text for alinea in docx.Document(str(pad)).sections[0].header.paragraphs)
        assert ("O'Connor" not in kop) is is_open
        assert "Afdeling van" in kop
        assert "info@waterveen.example" in kop
        assert ("jansen" not in read(pad).casefold()) is is_open
        assert not (is_open and "/oconnor" in read(pad))
        assert docx.Document(str(pad)).paragraphs[0].text.startswith("Proef, gemaakt door")
