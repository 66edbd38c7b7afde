"""LibreOffice opens the Word file and shows every word of it."""

import os
import shutil
import subprocess

import pytest
from word_hulp import make_document, words, write_word

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.demo import OPGAVEN, make_sessies
from sessie_tool.kern.document import Alinea, Document, Noot, Tabel, tekst
from sessie_tool.kern.oplegger import make_oplegger
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import apply_regel, environment, replace
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf
from sessie_tool.sjabloon import find_sjablonen

MOMENT = "2026-11-22T12:00:00"
SOFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(
    SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice staat niet op deze computer (soffice)"
)


@pytest.fixture(scope="module")
def to_pdf_text(tmp_path_factory):
    """Bytes of a .docx → (pages, text of the PDF that LibreOffice makes of it)."""
    map_ = tmp_path_factory.mktemp("kantoor")

    def convert(blob):
        pad = map_ / "verslag.docx"
        pad.write_bytes(blob)
        profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
        opdracht = [SOFFICE or "soffice", "--headless", profiel, "--convert-to", "pdf", "--outdir", str(map_), str(pad)]
        subprocess.run(opdracht, check=True, capture_output=True, timeout=180)
        gelezen = subprocess.run(["pdftotext", str(pad.with_suffix(".pdf")), "-"], check=True, capture_output=True)
        tekst_ = gelezen.stdout.decode()
        return tekst_.count("\f"), tekst_

    return convert


def test_every_word_is_on_a_page(to_pdf_text):
    document = make_document()
    _, getoond = to_pdf_text(write_word(document))
    platte_tekst = schrijf(document, "txt")[0].decode()
    adressen = words("https://www.waterveen.example/net?a=1&b=é https://nota.example noot Noot")
    assert words(platte_tekst) - words(getoond) - adressen == set()


def test_the_pages_are_numbered_and_the_title_stands_on_top(to_pdf_text):
    lang = tuple(Alinea(tekst(f"Alinea {nummer}")) for nummer in range(120))
    paginas, getoond = to_pdf_text(write_word(Document("Verslag van Waterveen", lang)))
    assert paginas >= 3
    for nummer, pagina in enumerate(getoond.split("\f")[:-1], 1):
        assert f"Pagina {nummer} van {paginas}" in pagina
        assert "Verslag van Waterveen" in pagina


def test_the_header_row_returns_on_every_page(to_pdf_text):
    voorbeeld = next(blok for blok in make_document().blokken if isinstance(blok, Tabel))
    lang = Tabel(voorbeeld.kolommen, voorbeeld.rijen * 40, "veel")
    paginas, getoond = to_pdf_text(write_word(Document("t", (lang,))))
    assert paginas >= 3
    assert getoond.count("Herkomst") == paginas


def test_a_note_stands_at_the_foot_of_the_page_of_its_word(to_pdf_text):
    def alinea(nummer):
        inhoud = tekst(f"Regel {nummer}.")
        return Alinea((*inhoud, Noot(tekst(f"Voetnoot bij {nummer}."))) if nummer in (3, 50) else inhoud)

    _, getoond = to_pdf_text(write_word(Document("t", tuple(map(alinea, range(70))))))
    eerste, tweede = getoond.split("\f")[:2]
    for pagina, nummer in ((eerste, 3), (tweede, 50)):
        laatste_regel = max(plaats for plaats in range(len(pagina)) if pagina.startswith("Regel ", plaats))
        assert pagina.index(f"Voetnoot bij {nummer}.") > laatste_regel


def test_letters_that_a_list_cannot_count_are_on_the_page(to_pdf_text):
    blob = write_word(make_document())
    getoond = to_pdf_text(blob)[1]
    assert "a." in getoond


@pytest.fixture(scope="module")
def paren():
    """The jaarrondes of the examples, each with its Boardsessie."""
    sjablonen, _ = find_sjablonen([shipped_sjablonen()])
    sessies = list(make_sessies({one.naam: one for one in sjablonen}))
    per_jaar = {(one.jaar, one.soort): one for one in sessies}
    return [(per_jaar[jaar, "jaarronde"], per_jaar[jaar, "boardsessie"]) for jaar in range(2023, 2027)]


def make_page(ronde, board):
    return write_word(resolve_opmaak(make_oplegger(ronde, board, MOMENT, OPGAVEN)))


def test_the_bestuursoplegger_of_every_year_is_one_page(to_pdf_text, paren):
    for ronde, board in paren:
        paginas, getoond = to_pdf_text(make_page(ronde, board))
        assert paginas == 1
        assert "De gekozen rode draden" in getoond


def test_the_bestuursoplegger_stays_one_page_when_there_is_far_too_much(to_pdf_text, paren):
    ronde, board = paren[2]
    lang = "Wij willen MEER weten over wat er in de wijken gebeurt voordat de gemeenteraad in december besluit. " * 5
    records = [replace(one, titel=lang) for one in environment(ronde).of_type("rode_draad")]
    ronde = replace_records(
        ronde, [*records, *(replace(one, gekozen=True) for one in environment(ronde).of_type("stem"))]
    )
    ronde, board = replace(ronde, titel=lang), replace(board, titel=lang)
    stap = next(one.id for one in board.stappen if one.titel == "Reflecties")
    for nummer in range(30):
        board, _ = apply_regel(board, stap, f"=={nummer} {lang.strip()}==", OPGAVEN, f"r{nummer}")
    assert to_pdf_text(make_page(ronde, board))[0] == 1
