"""A house style of any make: the verslag is made, and what is wrong with the house style is said in Dutch."""

import os
import zipfile
from io import BytesIO

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, RGBColor
from PIL import Image

from sessie_tool.cli.hoofd import main
from sessie_tool.keuring import check_docx
from sessie_tool.keuring.huisstijl import ONBRUIKBAAR, PROEF, check_huisstijl, inspect_huisstijl, judge_huisstijl
from sessie_tool.keuring.huisstijlregels import REGELS, STIJLNAMEN
from sessie_tool.schrijvers import schrijf
from sessie_tool.schrijvers.docx.huisstijl import make_huisstijl
from sessie_tool.schrijvers.docx.stijlen import STIJLEN

_RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make_goed():
    """The house style of the program, to change one thing in."""
    return docx.Document(BytesIO(make_huisstijl()))


def save(document):
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def element(xml):
    """XML in which w: is known."""
    return parse_xml(f"<x {nsdecls('w')}>{xml}</x>")[0]


def header(document):
    return document.sections[0].header.paragraphs[0]


def letter_paper(document):
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)


def light_headings(document):
    document.styles["Heading 2"].font.color.rgb = RGBColor(0x99, 0x99, 0x99)


def no_language(document):
    taal = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    taal.getparent().remove(taal)


def missing_styles(document):
    for naam in ("Heading 3", "Quote"):
        document.styles[naam].delete()


def border(document):
    header(document).text = "Gemeente Waterveen"
    header(document)._p.get_or_add_pPr().append(
        element('<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>')
    )


def rare_font(document):
    document.styles["Normal"].font.name = "Waterveen Sans Pro"


def own_numbers(document):
    niveau = '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    lijst = f'<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">{niveau}</w:lvl></w:abstractNum>'
    for xml in (lijst, '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'):
        document.part.numbering_part.element.append(element(xml))
    document.styles["Heading 1"].element.get_or_add_pPr().append(element('<w:numPr><w:numId w:val="7"/></w:numPr>'))


def macros(document):
    deel = Part(PackURI("/word/vbaProject.bin"), "application/vnd.ms-office.vbaProject", b"x", document.part.package)
    document.part.relate_to(deel, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")


def other_template(document):
    rel_id = document.part._settings_part.relate_to(
        "file:///S:/Sjablonen/Brief.dotx", f"{_RELATIES}/attachedTemplate", is_external=True
    )
    document.settings.element.insert(0, parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{rel_id}"/>'))


def protection(document):
    document.settings.element.append(element('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'))


def remarks(document):
    document.add_comment(document.add_paragraph("x").runs, text="Kan dit?", author="Jan de Maker")


def bound(document):
    eigen = '<w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr>'
    inhoud = "<w:sdtContent><w:r><w:t>Afdeling</w:t></w:r></w:sdtContent>"
    header(document)._p.append(element(f"<w:sdt>{eigen}{inhoud}</w:sdt>"))


def changing(document):
    header(document)._p.append(
        element('<w:fldSimple w:instr=" DATE \\@ &quot;d MMMM yyyy&quot; "><w:r><w:t>vandaag</w:t></w:r></w:fldSimple>')
    )


def no_number(document):
    document.sections[0].footer.paragraphs[0].text = "Postbus 1"


def elsewhere(document):
    document.sections[0].header.part.relate_to(
        "https://volger.example/logo.png", RELATIONSHIP_TYPE.IMAGE, is_external=True
    )
    header(document).text = "x"


def unknown(document):
    document.add_paragraph("{titl} van {datum}")


def logo(document):
    buffer = BytesIO()
    Image.new("RGB", (60, 20), "#0B4F6C").save(buffer, "PNG")
    header(document).add_run().add_picture(buffer)


FOUT = {
    "papier": (letter_paper, "21,6 bij 27,9 cm"),
    "contrast": (light_headings, "Kop 2"),
    "taal": (no_language, "geen taal"),
    "stijl-mist": (missing_styles, "Kop 3, Citaat"),
    "kopvoet-rand": (border, "in de koptekst"),
    "lettertype": (rare_font, "Waterveen Sans Pro"),
    "kopnummers": (own_numbers, "Kop 1"),
    "macro": (macros, "gaan niet mee"),
    "sjabloon-elders": (other_template, "andere plek"),
    "beveiligd": (protection, "beveiligd"),
    "resten": (remarks, "opmerkingen"),
    "gekoppeld": (bound, "in de koptekst"),
    "veranderlijk": (changing, "{datum}"),
    "paginanummer": (no_number, "geen paginanummer"),
    "beeld-elders": (elsewhere, "volger.example"),
    "invulveld": (unknown, "Bedoelt u 'titel'?"),
    "beeld-tekst": (logo, "in de koptekst"),
}


@pytest.fixture
def put(tmp_path):
    """A house style in a file."""

    def do(ruw, naam="huisstijl.docx"):
        (tmp_path / naam).write_bytes(ruw)
        return tmp_path / naam

    return do


def test_there_is_nothing_to_say_about_the_house_style_of_the_program(put):
    ruw = make_huisstijl()
    assert [str(one) for one in check_huisstijl(put(ruw), ruw)] == []
    assert judge_huisstijl(put(ruw)) == (put(ruw), [])


def test_every_rule_has_an_example_here():
    assert {one.code for one in REGELS} <= set(FOUT)
    assert set(STIJLNAMEN) <= {stijl.naam.lower() for stijl in STIJLEN}


@pytest.mark.parametrize("code", FOUT)
def test_one_thing_that_is_wrong_is_said_and_never_stops_the_verslag(code, put):
    break_it, woorden = FOUT[code]
    document = make_goed()
    break_it(document)
    ruw = save(document)
    bevindingen = {one.code: str(one) for one in check_huisstijl(put(ruw), ruw)}
    assert woorden in bevindingen[code]
    inhoud, over = schrijf(PROEF, "docx", put(ruw))
    assert over == []
    assert "Gewone tekst" in [alinea.text for alinea in docx.Document(BytesIO(inhoud)).paragraphs]
    assert "onleesbaar" not in [one.code for one in check_docx(inhoud)]
    with zipfile.ZipFile(BytesIO(inhoud)) as archief:
        heel = b"".join(archief.read(naam) for naam in archief.namelist())
    for weg in (b"volger.example", b"vbaProject", b"Sjablonen", b"Maker", b"dataBinding", b"documentProtection"):
        assert weg not in heel


def _half():
    return make_huisstijl()[:2000]


def _without_text():
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(make_huisstijl())) as oud, zipfile.ZipFile(buffer, "w") as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, b"<half" if naam == "word/styles.xml" else oud.read(naam))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("ruw", "woorden"),
    (
        (b"", "leeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "wachtwoord"),
        (b"{\\rtf1 brief}", "geen Word-bestand"),
        (_half(), "geen Word-bestand"),
        (_without_text(), "beschadigd"),
    ),
    ids=("leeg", "wachtwoord of .doc", "rtf", "half", "stuk"),
)
def test_a_file_that_is_no_house_style_is_said_and_the_verslag_is_made_all_the_same(ruw, woorden, put):
    pad = put(ruw)
    (bevinding,) = check_huisstijl(pad, ruw)
    assert (bevinding.code, bevinding.ernst) == (ONBRUIKBAAR, "fout")
    assert woorden in str(bevinding)
    bruikbaar, gezegd = judge_huisstijl(pad)
    assert bruikbaar is None
    assert woorden in str(gezegd[0])
    assert docx.Document(BytesIO(schrijf(PROEF, "docx", pad)[0])).paragraphs


def test_a_large_file_is_said():
    document = make_goed()
    document.part.relate_to(
        Part(PackURI("/word/media/groot.png"), "image/png", os.urandom(5_100_000), document.part.package),
        RELATIONSHIP_TYPE.IMAGE,
    )
    assert "groot" in {one.code for one in inspect_huisstijl(save(document))}


def test_the_command_tells_it_for_a_file_with_that_name_or_when_asked(put, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("SESSIE_WERKMAP", str(tmp_path))
    document = make_goed()
    letter_paper(document)
    for woorden in ([put(save(document))], ["--huisstijl", put(save(document), "brief.docx")]):
        assert main(["controleer", *map(str, woorden)]) == 0
        assert "geen A4" in capsys.readouterr().out
    assert main(["controleer", str(put(save(document), "brief.docx"))]) == 1
    assert "geen A4" not in capsys.readouterr().out
    (tmp_path / "sjablonen").mkdir()
    put(save(document), "sjablonen/huisstijl.dotx")
    main(["controleer"])
    assert "geen A4" in capsys.readouterr().out
