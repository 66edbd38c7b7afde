"""A verslag knows what it said when it was made, so that what a person changed in Word can be told."""

import zipfile
from io import BytesIO

import docx
import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.demo import make_sessies
from sessie_tool.inlezen.momentopname import find_veranderingen, read_momentopname
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.publiceren import OPENBAAR
from sessie_tool.kern.sessie import Sessie, Stap, replace, whole
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf
from sessie_tool.schrijvers.libreoffice import convert, find_libreoffice
from sessie_tool.sjabloon import find_sjablonen
from sessie_tool.tekenen import resolve_figuren

MOMENT = "2025-03-20T16:00:00"


def make_sessie(*signalen, **anders):
    """A small session with these signals."""
    stap = Stap(id="st1", titel="Signalen ophalen", minuten=30, bouwsteen=Signalen(records=signalen))
    return Sessie(
        id="s1", titel="Proef", datum="2025-03-20", sjabloon="x", soort="x", stappen=(stap,), status="afgerond",
        deelnemers=(Deelnemer(id="d1", naam="Xandra Quist"),), **anders,
    )  # fmt: skip


SIGNALEN = tuple(
    Signaal(id=f"r{nummer}", tekst=tekst, herkomst="buiten")
    for nummer, tekst in enumerate(("Het net is vol", "Scholen zoeken leraren", "De rivier stijgt", "Geheim"), 1)
)
SESSIE = make_sessie(*SIGNALEN[:3], replace(SIGNALEN[3], bereik="begeleider"))


def write(sessie, versie=None, revisie=7):
    document = resolve_opmaak(make_verslag(sessie, MOMENT))
    document = versie.maak(document, (sessie,))[0] if versie else replace(document, revisie=revisie)
    return schrijf(resolve_figuren(document), "docx")[0]


def change(ruw, doe):
    document = docx.Document(BytesIO(ruw))
    doe(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def rows(document):
    """Each row of the table with the signals."""
    tabel = next(one for one in document.tables if any("Het net is vol" in cel.text for cel in one._cells))
    return tabel.rows


def edit(document):
    """What a secretary does: better words, a row less, a row more."""
    for rij in rows(document):
        for cel in rij.cells:
            if cel.text == "Het net is vol":
                cel.paragraphs[0].add_run(" in Oost")
    weg = next(rij for rij in rows(document) if any("rivier" in cel.text for cel in rij.cells))
    weg._tr.getparent().remove(weg._tr)
    tabel = next(one for one in document.tables if any("Het net is vol" in cel.text for cel in one._cells))
    tabel.add_row().cells[1].text = "Met de hand erbij"


def show(veranderingen):
    anders = [(one.id, " ".join(one.nu)) for one in veranderingen.anders]
    return anders, veranderingen.weg, [" ".join(one).split() for one in veranderingen.nieuw]


def test_a_file_that_nobody_touched_has_no_changes_and_knows_its_session():
    ruw = write(SESSIE)
    toen = read_momentopname(ruw)
    assert (toen.sessie, toen.revisie) == ("s1", 7)
    assert {"r1", "r2", "r3", "st1"} <= {een.id for een in toen.afdrukken}
    assert show(find_veranderingen(ruw)) == ([], (), [])


def test_what_is_for_the_facilitator_is_not_in_it():
    ruw = write(SESSIE)
    assert "r4" not in {een.id for een in read_momentopname(ruw).afdrukken}
    with zipfile.ZipFile(BytesIO(ruw)) as archief:
        assert b"Geheim" not in b"".join(map(archief.read, archief.namelist()))


def test_every_record_that_is_printed_has_a_bookmark_and_is_read_back_as_it_was():
    sjablonen = {one.naam: one for one in find_sjablonen([shipped_sjablonen()])[0]}
    for sessie in list(make_sessies(sjablonen))[-11:]:
        toen = read_momentopname(ruw := write(sessie))
        records = {one.id: one for stap in sessie.stappen for een in stap.bouwsteen.records for one in whole(een)}
        zichtbaar = {een for een, record in records.items() if record.bereik == "verslag"}
        assert zichtbaar <= {een.id for een in toen.afdrukken}, sessie.titel
        assert show(find_veranderingen(ruw)) == ([], (), []), sessie.titel


def test_the_open_version_holds_no_snapshot_and_no_ids():
    ruw = write(SESSIE, OPENBAAR)
    assert read_momentopname(ruw) is None
    assert find_veranderingen(ruw) is None
    with zipfile.ZipFile(BytesIO(ruw)) as archief:
        assert not [naam for naam in archief.namelist() if "customXml" in naam]
        heel = b"".join(map(archief.read, archief.namelist()))
    for merk in (b"r_r1", b"r_st1", b'"s1"', b">s1<", b"momentopname"):
        assert merk not in heel


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is er niet")
def test_every_change_is_found_also_after_another_program_saved_the_file():
    ruw = change(write(SESSIE), edit)
    verwacht = show(find_veranderingen(ruw))
    anders, weg, nieuw = verwacht
    assert [een for een, _ in anders] == ["r1"]
    assert "Het net is vol in Oost" in anders[0][1]
    assert weg == ("r3",)
    assert nieuw == [["Met", "de", "hand", "erbij"]]
    assert show(find_veranderingen(convert(ruw, "docx"))) == verwacht


def test_a_paragraph_under_a_record_belongs_to_it():
    def add(document):
        kop = next(one for one in document.paragraphs if one.text == "Signalen ophalen" and "Heading" in one.style.name)
        kop.insert_paragraph_before("")
        kop._p.addnext(document.add_paragraph("Erbij getypt")._p)

    (een,) = find_veranderingen(change(write(SESSIE), add)).anders
    assert een.id == "st1"
    assert een.nu[:2] == ("Signalen ophalen", "Erbij getypt")


def test_text_that_word_cannot_hold_is_read_back_as_it_is_printed():
    vreemd = (replace(SIGNALEN[0], tekst="a\x0bb\x1cc\x00d\ud800e  f\tg"), replace(SIGNALEN[1], id='i\x00"<>&'))
    ruw = write(make_sessie(*vreemd))
    assert "a␋b␜c␀d�e f g" in [tekst for een in read_momentopname(ruw).afdrukken for tekst in een.teksten]
    assert show(find_veranderingen(ruw)) == ([], (), [])


def test_a_word_file_of_another_program_tells_nothing():
    assert read_momentopname(change(write(SESSIE, OPENBAAR), lambda _: None)) is None
