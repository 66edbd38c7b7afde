"""The comparison as a document: all that the years tell, readable for everybody, in the open version without names."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessie_tool.cli.opdrachten.demo import fill_werkmap
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, Figuur, Kop, Lijst, Tabel, plain
from sessie_tool.kern.lijnen import Draad, compare
from sessie_tool.kern.personen import list_functies
from sessie_tool.kern.publiceren import OPENBAAR
from sessie_tool.kern.vergelijkbeeld import VORMEN
from sessie_tool.kern.vergelijking import make_vergelijking
from sessie_tool.kern.verhaal import Verhaal, Vondst
from sessie_tool.keuring import check_docx
from sessie_tool.opslag.draden import read_vergelijking
from sessie_tool.opslag.verhaal import read_verhalen
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tekenen import resolve_figuren
from sessie_tool.vergelijkstuk import export_vergelijking

MOMENT = "2026-11-21T12:00:00+01:00"


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory):
    werkmap = Werkmap(tmp_path_factory.mktemp("demo"))
    fill_werkmap(werkmap)
    return werkmap


@pytest.fixture(scope="module")
def vergelijking(werkmap):
    return read_vergelijking(werkmap)


@pytest.fixture(scope="module")
def document(werkmap, vergelijking):
    verhalen = read_verhalen(werkmap, vergelijking.lijnen).verhalen
    return make_vergelijking(vergelijking, verhalen, MOMENT, soort="jaarronde")


def text_of(blokken):
    """All words of blocks, one block a line."""
    regels = []
    for blok in blokken:
        if isinstance(blok, (Kop, Alinea)):
            regels.append(plain(blok.inhoud))
        elif isinstance(blok, Lijst):
            regels += [text_of(punt.blokken) for punt in blok.punten]
        elif isinstance(blok, Tabel):
            regels += [" | ".join(map(plain, rij.cellen)) for rij in blok.rijen]
        elif isinstance(blok, Figuur):
            regels.append(blok.alternatief)
    return "\n".join(regels)


def koppen(document):
    return [plain(blok.inhoud) for blok in document.blokken if isinstance(blok, Kop)]


def test_the_document_tells_all_lijnen_at_once_and_then_each_in_its_own_order(document, vergelijking):
    assert document.titel == "Rode draden van 2023 tot en met 2026"
    titels = [lijn.titel for lijn in vergelijking.lijnen]
    (tabel, oog) = (blok for blok in document.blokken if isinstance(blok, Tabel))
    assert [plain(rij.cellen[0]) for rij in tabel.rijen] == titels
    assert [kolom.titel for kolom in tabel.kolommen] == ["Lijn", "2023", "2024", "2025", "2026"]
    assert [plain(cel) for rij in oog.rijen for cel in rij.cellen[:3]] == [
        "2026", "terug", "De stad draait op te weinig handen",
        "2026", "verdwenen", "Mensen zoeken weer een tafel",
        "2025", "nieuw", "Een generatie die wacht",
        "2025", "verdwenen", "De stad draait op te weinig handen",
    ]  # fmt: skip
    begin = koppen(document).index("Het verhaal per lijn")
    verhaal = koppen(document)[begin + 1 :]
    plek = verhaal.index("De stad draait op te weinig handen")
    assert verhaal[plek + 1 : plek + 5] == ["Nieuw in 2023", "Blijvend in 2024", "Verdwenen in 2025", "Terug in 2026"]
    assert "2026: Delen wordt gewoon" in text_of(document.blokken)


def test_the_story_tells_wording_weight_questions_advice_actions_and_what_was_learned(document):
    tekst = text_of(document.blokken)
    volgorde = [
        "Rode draad: Bouwen loopt vast op wat je niet ziet, vervolg op 'Het stroomnet wordt een grens' (2023)",
        "Gewicht: 10 signalen (9\u00a0% van dat jaar), 7 stippen",
        "Wie mag er stroom gebruiken als er niet genoeg is, en wie hoort dat te bepalen? (Jaarronde 2024",
        "Maak samen met het netbedrijf een openbare volgorde",
        "Uitzoeken wat andere steden doen met een volgorde voor stroom (Jaarronde 2024",
        "Geen enkele stad mag het verplichten.",
    ]
    assert sorted(volgorde, key=tekst.index) == volgorde
    bijlage = tekst[tekst.index("De signalen per lijn") :]
    assert "Woningbouw aan het Noorderdok ligt stil: 420 huizen wachten op een trafohuisje" in bijlage


def test_the_drawing_says_in_words_what_it_shows_and_has_a_shape_for_each_state(document, vergelijking):
    (figuur,) = (blok for blok in document.blokken if isinstance(blok, Figuur))
    assert "'De stad draait op te weinig handen', nieuw in 2023 met 15" in figuur.alternatief
    assert "terug in 2026 met 8" in figuur.alternatief
    assert len(figuur.tekening.lijnen) == len(vergelijking.lijnen)
    assert len(set(VORMEN.values())) == len(VORMEN)


def test_the_files_can_be_read_by_everybody_and_the_open_version_names_nobody(werkmap, vergelijking, tmp_path):
    (pad,), bevindingen = export_vergelijking(werkmap, vergelijking, MOMENT, uit=tmp_path / "v.docx")
    assert bevindingen == []
    assert check_docx(pad.read_bytes()) == []
    assert "Sanne Schets" in ZipFile(pad).read("word/document.xml").decode()
    (open_pad,), _ = export_vergelijking(werkmap, vergelijking, MOMENT, uit=tmp_path, versie=OPENBAAR)
    assert open_pad.name == "rode-draden-2023-2026-openbaar.docx"
    with ZipFile(BytesIO(open_pad.read_bytes())) as bestand:
        alles = "".join(bestand.read(naam).decode("utf-8", "replace") for naam in bestand.namelist())
    assert "Youssef" not in alles
    assert "Sanne Schets" not in alles  # named in one session, but not in another
    (tekst,), _ = export_vergelijking(werkmap, vergelijking, MOMENT, uit=tmp_path / "v.txt")
    assert "Terug in 2026" in tekst.read_text(encoding="utf-8")


def test_a_function_of_one_person_in_many_sessions_is_still_that_of_one_person():
    paar = [Deelnemer(id=str(nummer), naam="A. Verzonnen", rol="wethouder") for nummer in range(2)]
    assert list_functies(paar) == ["deelnemer", "deelnemer"]
    assert list_functies([*paar, Deelnemer(id="3", naam="B. Bedacht", rol="wethouder")]) == ["wethouder"] * 3


def test_the_document_goes_to_the_exports_when_nobody_names_a_file(werkmap, vergelijking):
    (pad,), _ = export_vergelijking(werkmap, vergelijking, MOMENT)
    assert pad == werkmap.exports / "rode-draden-2023-2026.docx"


def test_many_years_come_in_more_tables_and_nothing_at_all_is_said_too():
    draden = [Draad(id=str(jaar), sessie=str(jaar), jaar=jaar, titel="Net", gewicht=1) for jaar in range(2010, 2024)]
    document = make_vergelijking(compare(draden, {}), (), MOMENT, soort="jaarronde")
    assert sum(isinstance(blok, Figuur) for blok in document.blokken) == 3
    leeg = make_vergelijking(compare([], {}), (), MOMENT, soort="jaarronde")
    assert "In deze jaren zijn er geen rode draden." in text_of(leeg.blokken)
    assert not any(isinstance(blok, Lijst) and not blok.punten for blok in leeg.blokken)


TEKSTEN = st.text(max_size=60)


@given(
    st.lists(st.tuples(TEKSTEN, TEKSTEN, st.integers(2020, 2023), st.integers(0, 9)), max_size=5),
    TEKSTEN,
)
@settings(max_examples=25, deadline=None)
def test_any_text_makes_a_document_without_an_empty_block(rijen, tekst):
    draden = [
        Draad(id=str(nummer), sessie="s", jaar=jaar, titel=titel, toelichting=uitleg, gewicht=gewicht)
        for nummer, (titel, uitleg, jaar, gewicht) in enumerate(rijen)
    ]
    beeld = compare(draden, {2020: 9})
    vondst = Vondst("advies", tekst, "s", "r", tekst, tekst)
    verhalen = [Verhaal(lijn.id, dict.fromkeys(lijn.gewichten, (vondst,))) for lijn in beeld.lijnen]
    document = make_vergelijking(beeld, verhalen, MOMENT, soort="jaarronde")
    assert all(plain(blok.inhoud).strip() for blok in document.blokken if isinstance(blok, (Kop, Alinea)))
    assert resolve_figuren(document).titel
