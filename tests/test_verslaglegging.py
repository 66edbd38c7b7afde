"""From a session to files."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from docx import Document
from docx.shared import RGBColor

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.fouten import GebruikError, OpslagError, SessieToolError
from sessie_tool.kern.publiceren import OPENBAAR
from sessie_tool.kern.sessie import environment, replace
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag import exports
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.schrijvers import libreoffice
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.verslaglegging import choose_huisstijl, export_verslag, file_stem

MOMENT = "2025-03-20T16:00:00+01:00"


@pytest.fixture
def werkmap(tmp_path):
    return Werkmap(tmp_path)


@pytest.fixture
def sessie(werkmap):
    teller = count(1)
    sjabloon = load_sjabloon(shipped_sjablonen() / "signalensessie.md")
    made = start_sessie(sjabloon, titel="Één / twee: «proef»", datum="2025-03-20", new_id=lambda: f"id{next(teller)}")
    werkmap.create(made, datetime(2025, 3, 20, tzinfo=UTC))
    return made


def export(werkmap, sessie, *formaten, **opties):
    return export_verslag(werkmap, sessie, MOMENT, formaten, **opties)[0]


def test_the_verslag_comes_in_the_exports_under_a_name_that_every_system_takes(werkmap, sessie):
    assert export(werkmap, sessie) == [werkmap.exports / "2025-03-20-een-twee-proef-verslag.docx"]
    assert [pad.suffix for pad in export(werkmap, sessie, "docx", "md")] == [".docx", ".md"]
    assert file_stem(replace(sessie, titel="שלום")) == "2025-03-20-verslag"
    assert len(file_stem(replace(sessie, titel="x" * 500))) < 100


def test_the_same_verslag_again_takes_the_same_name(werkmap, sessie):
    assert export(werkmap, sessie) == export(werkmap, replace(sessie, plaats="Zaal 3"))


def test_what_someone_changed_in_word_is_never_replaced(werkmap, sessie):
    eerste = export(werkmap, sessie)[0]
    woord = Document(str(eerste))
    woord.add_paragraph("Met de hand erbij")
    woord.save(str(eerste))
    tweede = export(werkmap, sessie)[0]
    assert tweede.name == "2025-03-20-een-twee-proef-verslag-2.docx"
    assert export(werkmap, sessie) == [tweede]
    assert Document(str(eerste)).paragraphs[-1].text == "Met de hand erbij"


def test_a_verslag_of_another_session_with_the_same_name_is_never_replaced(werkmap, sessie):
    assert export(werkmap, sessie) != export(werkmap, replace(sessie, id="ander"))


@pytest.mark.parametrize("lezen", (True, False))
def test_a_verslag_that_is_open_in_word_stays_and_the_new_one_gets_a_number(werkmap, sessie, monkeypatch, lezen):
    (eerste,) = export(werkmap, sessie, "md")
    inhoud = eerste.read_bytes()
    echt_lezen, echt_schrijven = Path.read_bytes, exports.write_atomic

    def read(pad):
        if pad == eerste and not lezen:
            raise PermissionError(13, "in gebruik")
        return echt_lezen(pad)

    def write(pad, data, **opties):
        if pad == eerste:
            raise PermissionError(13, "in gebruik")
        echt_schrijven(pad, data, **opties)

    monkeypatch.setattr(Path, "read_bytes", read)  # only Windows holds a file that is open
    monkeypatch.setattr(exports, "write_atomic", write)
    (tweede,), bevindingen = export_verslag(werkmap, replace(sessie, plaats="Zaal 3"), MOMENT, ("md",))
    assert tweede.name == "2025-03-20-een-twee-proef-verslag-2.md"
    assert [one for one in bevindingen if eerste.name in one.bericht and tweede.name in one.advies]
    with pytest.raises(OpslagError, match="Sluit het"):
        export(werkmap, replace(sessie, plaats="Zaal 4"), uit=eerste)
    monkeypatch.undo()
    assert eerste.read_bytes() == inhoud
    assert "Zaal 3" in tweede.read_text(encoding="utf-8")


def test_a_named_file_gets_the_format_of_its_ending_and_a_folder_takes_any(werkmap, sessie, tmp_path):
    assert export(werkmap, sessie, uit=tmp_path / "v.md") == [tmp_path / "v.md"]
    assert export(werkmap, sessie, uit=tmp_path)[0].parent == tmp_path
    assert export(werkmap, sessie, "docx", "md", uit=tmp_path / "v.docx") == [tmp_path / "v.docx", tmp_path / "v.md"]
    with pytest.raises(GebruikError, match=r"\.xyz"):
        export(werkmap, sessie, uit=tmp_path / "v.xyz")


def test_a_named_file_that_was_there_is_replaced_and_that_is_said(werkmap, sessie, tmp_path):
    pad = tmp_path / "v.md"
    pad.write_text("oud", encoding="utf-8")
    _, bevindingen = export_verslag(werkmap, sessie, MOMENT, uit=pad)
    assert any("vervangen" in str(one) for one in bevindingen)


def test_what_cannot_be_written_is_said_and_leaves_nothing_half(werkmap, sessie, tmp_path):
    with pytest.raises(OpslagError, match="niet"):
        export(werkmap, sessie, uit=tmp_path / "weg" / "v.docx")
    werkmap.exports.write_text("geen map", encoding="utf-8")
    with pytest.raises(OpslagError, match="exports"):
        export(werkmap, sessie)


def test_the_huisstijl_of_the_werkmap_wins_over_the_shipped_one(werkmap, tmp_path):
    assert choose_huisstijl(werkmap, None) == shipped_sjablonen() / "huisstijl.docx"
    eigen = werkmap.sjablonen / "huisstijl.docx"
    eigen.parent.mkdir()
    Document().save(str(eigen))
    assert choose_huisstijl(werkmap, None) == eigen
    assert choose_huisstijl(werkmap, eigen) == eigen
    with pytest.raises(OpslagError):
        choose_huisstijl(werkmap, tmp_path / "bestaatniet.docx")


def test_a_house_style_of_another_kind_is_said_and_one_that_is_broken_too(werkmap, sessie):
    werkmap.sjablonen.mkdir()
    (werkmap.sjablonen / "huisstijl.odt").write_bytes(b"x")
    assert "'huisstijl.odt' kan geen huisstijl zijn" in str(export_verslag(werkmap, sessie, MOMENT, ["docx"])[1])
    assert export_verslag(werkmap, sessie, MOMENT, ["md"])[1] == [], "Markdown has no house style"
    (werkmap.sjablonen / "huisstijl.dotx").write_bytes(b"")
    (pad,), bevindingen = export_verslag(werkmap, sessie, MOMENT, ["docx"])
    assert [one.ernst for one in bevindingen] == ["let op"]
    assert "huisstijl.dotx: Deze huisstijl kan niet worden gebruikt: het bestand is leeg" in str(bevindingen[0])
    assert Document(str(pad)).paragraphs


def test_records_for_the_facilitator_stay_out_and_that_is_said(werkmap, sessie):
    stap = sessie.stappen[2]
    bouwsteen, _ = stap.bouwsteen.apply_regel("Geheim bereik=begeleider", environment(sessie), "r1")
    stappen = tuple(replace(one, bouwsteen=bouwsteen) if one is stap else one for one in sessie.stappen)
    (pad,), bevindingen = export_verslag(werkmap, replace(sessie, stappen=stappen), MOMENT, ("md",))
    assert "Geheim" not in pad.read_text(encoding="utf-8")
    assert any("begeleider" in str(one) for one in bevindingen)


def test_an_export_says_what_a_person_must_still_do_and_is_made_all_the_same(werkmap, sessie, tmp_path):
    huisstijl = Document()
    huisstijl.styles["Normal"].font.color.rgb = RGBColor(0xAA, 0xAA, 0xAA)
    huisstijl.save(str(tmp_path / "licht.docx"))
    paden, bevindingen = export_verslag(werkmap, sessie, MOMENT, ["docx", "md"], huisstijl=tmp_path / "licht.docx")
    assert [pad.suffix for pad in paden] == [".docx", ".md"]
    assert "contrast" in [one.code for one in bevindingen]
    assert export_verslag(werkmap, sessie, MOMENT, ["docx"])[1] == []


def test_what_is_being_done_is_told_in_dutch_while_it_is_done(werkmap, sessie):
    fasen = []
    export_verslag(werkmap, sessie, MOMENT, ("docx", "md"), versie=OPENBAAR, meld=fasen.append)
    assert fasen == [
        "Verslag opstellen",
        "Namen weghalen",
        "Word schrijven",
        "Markdown schrijven",
        "Nakijken",
        "Bewaren",
    ]


def test_without_libreoffice_nothing_is_written_and_the_sentence_says_what_to_do(werkmap, sessie, monkeypatch):
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    with pytest.raises(SessieToolError, match=r"Voor een verslag als \.pdf is LibreOffice nodig"):
        export(werkmap, sessie, "docx", "pdf")
    assert not werkmap.exports.exists()
