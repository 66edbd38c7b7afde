"""Every rule finds what breaks it, in a Word file that another program made, and nothing else."""

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor
from keuring_hulp import add_beeld, add_link, add_tabel, codes, make_goed, to_bytes

from sessie_tool.keuring import REGELS, check_docx

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
SIER = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative '
    'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def coloured(document, tekst, kleur, vlak="", **eigen):
    alinea = document.add_paragraph()
    run = alinea.add_run(tekst)
    run.font.color.rgb = RGBColor.from_string(kleur)
    for naam, waarde in eigen.items():
        setattr(run.font, naam, waarde)
    if vlak:
        alinea._p.get_or_add_pPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{vlak}"/>'))
    return alinea


def in_kop_van_bladzijde(document):
    add_beeld(document.sections[0].header)


def met_vml(document):
    alinea = document.add_paragraph("Zie: ")
    alinea._p.append(parse_xml(f'<w:r {nsdecls("w")} {VML}><w:pict><v:shape id="s"/></w:pict></w:r>'))


def verbonden(document):
    tabel = add_tabel(document)
    tabel.cell(1, 0).merge(tabel.cell(1, 1))


def onder_elkaar_verbonden(document):
    tabel = add_tabel(document)
    tabel.cell(0, 0).merge(tabel.cell(1, 0))


def andere_taal(document):
    document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang")).set(qn("w:val"), "en-US")


def lege_alinea(document):
    document.add_paragraph("")
    document.add_paragraph("Daarna.")


def met_veld(document):
    alinea = document.add_paragraph("Lees ")
    for soort, tekst in (("begin", ""), ("", ' HYPERLINK "https://x.example" '), ("separate", ""), ("t", "klik hier")):
        binnen = (
            f"<w:t>{tekst}</w:t>" if soort == "t"
            else f'<w:fldChar w:fldCharType="{soort}"/>' if soort else f"<w:instrText>{tekst}</w:instrText>"
        )  # fmt: skip
        alinea._p.append(parse_xml(f"<w:r {nsdecls('w')}>{binnen}</w:r>"))
    alinea._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>'))


def eigen_verslag(document):
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    xml = b'<Properties xmlns="urn:x"><property name="bron_id"/></Properties>'
    part = Part(PackURI("/docProps/custom.xml"), "application/xml", xml, document.part.package)
    soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    document.part.package.relate_to(part, soort)


def rood_woord(document):
    alinea = document.add_paragraph("Wat ")
    alinea.add_run("dringend").font.color.rgb = RGBColor(0xB0, 0, 0)
    alinea.add_run(" is.")


def witte_kop_op_geel(document):
    tabel = add_tabel(document)
    cel = tabel.cell(0, 0)
    cel.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    cel._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="FFFF00"/>'))


def lichte_stijl(document):
    document.styles["Heading 3"].font.color.rgb = RGBColor(0x99, 0x99, 0x99)
    document.add_heading("Onder", 2)
    document.add_heading("Nog dieper", 3)


def tabel_met_bijschrift(document):
    document.styles["Caption"].font.color.rgb = RGBColor(0, 0, 0)
    document.add_paragraph("Tabel 1: wie wat doet", style="Caption")
    add_tabel(document, bijschrift="")


FOUT = (
    ("titel-eigenschap", lambda d: setattr(d.core_properties, "title", " ")),
    ("titel-zegt-niets", lambda d: setattr(d.core_properties, "title", "Document1")),
    ("titel-zegt-niets", lambda d: setattr(d.core_properties, "title", "verslag def 2.docx")),
    ("taal", andere_taal),
    ("status", eigen_verslag),
    ("titel-meer", lambda d: d.add_paragraph("Nog een", style="Title")),
    ("kop-overgeslagen", lambda d: d.add_heading("Diep", 3)),
    ("kop-leeg", lambda d: (d.add_heading("", 2), d.add_paragraph("tekst"))),
    ("kop-vet", lambda d: d.add_paragraph().add_run("De uitkomst").__setattr__("bold", True)),
    ("tabel-kopregel", lambda d: add_tabel(d, kop=False)),
    ("tabel-samengevoegd", verbonden),
    ("tabel-samengevoegd", onder_elkaar_verbonden),
    ("tabel-omschrijving", lambda d: add_tabel(d, bijschrift="")),
    ("beeld-tekst", add_beeld),
    ("beeld-tekst", lambda d: add_beeld(d, soort="anchor")),
    ("beeld-tekst", in_kop_van_bladzijde),
    ("beeld-tekst", met_vml),
    ("beeld-zegt-niets", lambda d: add_beeld(d, "foto_12.JPG")),
    ("beeld-zegt-niets", lambda d: add_beeld(d, "Afbeelding 3")),
    ("lijst-getypt", lambda d: d.add_paragraph("- melk")),
    ("lijst-getypt", lambda d: (d.add_paragraph("1. eerst dit"), d.add_paragraph("2. dan dat"))),
    ("lijst-getypt", lambda d: d.add_paragraph("Gevraagd:\n• een plan\n• een brief")),
    ("alinea-leeg", lege_alinea),
    ("link-hier", lambda d: add_link(d, "Klik hier.")),
    ("link-hier", met_veld),
    ("link-adres", lambda d: add_link(d, "https://www.waterveen.example/net")),
    ("link-kort-adres", lambda d: add_link(d, "www.waterveen.example")),
    ("link-leeg", lambda d: add_link(d, "")),
    ("contrast", lambda d: coloured(d, "grijs op wit", "999999")),
    ("contrast", lambda d: coloured(d, "donker op donker", "333333", "0B4F6C")),
    ("contrast", witte_kop_op_geel),
    ("contrast", lichte_stijl),
    ("kleur-alleen", rood_woord),
)

GOED = (
    add_tabel,
    tabel_met_bijschrift,
    lambda d: add_beeld(d, "Het stroomnet van Waterveen: drie wijken wachten op een aansluiting."),
    lambda d: add_beeld(d, extra=SIER),
    lambda d: add_link(d, "de nota over het stroomnet"),
    lambda d: add_link(d, "info@waterveen.example", "mailto:info@waterveen.example"),
    lambda d: d.add_paragraph("1. alleen dit"),
    lambda d: d.add_paragraph("In 2024. Toen was het net vol - en dat bleef zo."),
    lambda d: d.add_paragraph().add_run().add_break(docx.enum.text.WD_BREAK.PAGE),
    lambda d: coloured(d, "wit op donker", "FFFFFF", "0B4F6C"),
    lambda d: d.add_paragraph("Vet: ").add_run("zo").__setattr__("bold", True),
)


def test_a_good_document_of_another_program_has_no_findings():
    assert check_docx(to_bytes(make_goed())) == []


@pytest.mark.parametrize(("code", "breek"), FOUT, ids=[f"{nummer}-{code}" for nummer, (code, _) in enumerate(FOUT)])
def test_what_breaks_one_rule_gives_just_that_finding(code, breek):
    document = make_goed()
    breek(document)
    assert codes(document) == [code]


@pytest.mark.parametrize("maak", GOED)
def test_what_is_right_is_left_in_peace(maak):
    document = make_goed()
    maak(document)
    assert codes(document) == []


def test_a_document_without_a_title_in_its_text_is_told():
    document = make_goed()
    for alinea in list(document.paragraphs):
        if alinea.style.name in ("Title", "Heading 1"):
            alinea._p.getparent().remove(alinea._p)
    assert codes(document) == ["titel-tekst"]


def test_a_long_document_without_headings_is_told():
    document = make_goed()
    for alinea in list(document.paragraphs):
        if alinea.style.name == "Heading 1":
            alinea._p.getparent().remove(alinea._p)
    for _ in range(10):
        document.add_paragraph("Een lange alinea over het stroomnet en de wijken. " * 8)
    assert codes(document) == ["kop-geen"]


def test_every_rule_has_a_code_of_its_own_and_a_document_that_breaks_it():
    namen = [regel.code for regel in REGELS]
    assert len(namen) == len(set(namen))
    assert set(namen) == {code for code, _ in FOUT} | {"titel-tekst", "kop-geen"}


def test_a_finding_names_the_place_and_what_to_do_once_for_all_places():
    document = make_goed()
    for nummer in range(5):
        add_beeld(document).insert_paragraph_before(f"Over wijk {nummer}")
    add_beeld(document.sections[0].footer)
    [bevinding] = check_docx(to_bytes(document), "brief.docx")
    assert str(bevinding).startswith("brief.docx: Een afbeelding, vorm of tekstvak heeft geen tekst")
    assert "en op nog" in bevinding.bericht
    assert bevinding.advies.startswith("Klik er")


def test_deleted_text_and_the_second_form_of_a_drawing_are_not_counted():
    document = make_goed()
    alinea = document.add_paragraph("Zie ")
    alinea._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="9"><w:r><w:delText>- weg</w:delText></w:r></w:del>'))
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    tweede = f'<mc:Fallback xmlns:mc="{mc}"><w:pict {VML}><v:shape/></w:pict></mc:Fallback>'
    alinea._p.append(parse_xml(f"<w:r {nsdecls('w')}>{tweede}</w:r>"))
    assert codes(document) == []


def test_dutch_may_also_be_told_by_every_run():
    document = make_goed()
    andere_taal(document)
    for run in (run for alinea in document.paragraphs for run in alinea.runs):
        taal = OxmlElement("w:lang")
        taal.set(qn("w:val"), "nl-NL")
        run._r.get_or_add_rPr().append(taal)
    assert codes(document) == []
