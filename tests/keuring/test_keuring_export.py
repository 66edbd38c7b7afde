"""What this program writes meets its own check, and an export says what a person must still do."""

import msgspec
import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.demo import OPGAVEN, make_sessies
from sessie_tool.kern.document import Alinea, Document, Kop, tekst
from sessie_tool.kern.oplegger import make_oplegger
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.keuring import check_docx
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf
from sessie_tool.sjabloon import find_sjablonen
from sessie_tool.tekenen import resolve_figuren

MOMENT = "2026-11-22T12:00:00"


@pytest.fixture(scope="module")
def sessies():
    sjablonen, _ = find_sjablonen([shipped_sjablonen()])
    return list(make_sessies({sjabloon.naam: sjabloon for sjabloon in sjablonen}))


def write_word(document):
    return schrijf(resolve_figuren(resolve_opmaak(document)), "docx")[0]


def test_the_verslag_of_every_example_session_has_no_findings(sessies):
    gevonden = {one.titel: check_docx(write_word(make_verslag(one, MOMENT, OPGAVEN))) for one in sessies}
    assert len(gevonden) > 30
    assert {titel: found for titel, found in gevonden.items() if found} == {}


def test_the_oplegger_of_every_year_has_no_findings(sessies):
    per_jaar = {(one.jaar, one.soort): one for one in sessies}
    for jaar in range(2023, 2027):
        ronde, board = per_jaar[jaar, "jaarronde"], per_jaar[jaar, "boardsessie"]
        assert check_docx(write_word(make_oplegger(ronde, board, MOMENT, OPGAVEN))) == []


def test_a_verslag_without_its_status_line_is_told():
    inhoud = (Alinea(tekst("Een alinea.")), Kop(1, tekst("Kop")), Alinea(tekst("Concept van 3 april 2025.")))
    document = Document("Verslag van Waterveen", inhoud, bron_id="abc")
    assert [one.code for one in check_docx(schrijf(document, "docx")[0])] == ["status"]
    anders = msgspec.structs.replace(document, blokken=(inhoud[2], *inhoud[:2]))
    assert check_docx(schrijf(anders, "docx")[0]) == []
