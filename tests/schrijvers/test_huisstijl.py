"""The house style: the one of the program, and whatever a user puts in its place."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm
from lxml import etree
from word_hulp import W, audit, body, make_document, parts, style_names, text_of, words, write_word

from sessie_tool.schrijvers import schrijf
from sessie_tool.schrijvers.docx.huisstijl import make_huisstijl
from sessie_tool.schrijvers.docx.stijlen import ACCENT, GRIJS, STIJLEN, VLAK
from sessie_tool.schrijvers.huisstijl import main


def relative_luminance(kleur):
    kanalen = [int(kleur[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    lineair = [kanaal / 12.92 if kanaal <= 0.04045 else ((kanaal + 0.055) / 1.055) ** 2.4 for kanaal in kanalen]
    return sum(deel * gewicht for deel, gewicht in zip(lineair, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(een, ander):
    licht, donker = sorted((relative_luminance(een), relative_luminance(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.fixture
def save(tmp_path):
    """Save a Word file that was made with python-docx; gives its path."""

    def do(document, naam="eigen.docx"):
        document.save(str(tmp_path / naam))
        return tmp_path / naam

    return do


def rewrite(pad, change):
    """Change the bytes of parts in a file: change(name, bytes) → bytes, or None to leave the part out."""
    oud = parts(pad.read_bytes())
    with zipfile.ZipFile(pad, "w") as archive:
        for naam, blob in oud.items():
            nieuw = change(naam, blob)
            if nieuw is not None:
                archive.writestr(naam, nieuw)
    return pad


def test_the_committed_file_is_what_the_program_makes(wortel, tmp_path):
    assert main([str(tmp_path / "huisstijl.docx")]) == 0
    assert (wortel / "sjablonen" / "huisstijl.docx").read_bytes() == (tmp_path / "huisstijl.docx").read_bytes()


def test_the_command_says_how_to_use_it(capsys):
    assert main([]) == 2
    assert "PAD" in capsys.readouterr().err


def test_the_house_style_is_a_good_word_file(tmp_path):
    assert audit(make_huisstijl(), tmp_path) == []
    assert round(docx.Document(BytesIO(make_huisstijl())).sections[0].page_width.mm) == 210


@pytest.mark.parametrize("kleur", (ACCENT, GRIJS))
@pytest.mark.parametrize("vlak", ("FFFFFF", VLAK, "F3F6F8"))
def test_every_colour_of_text_reads_well_on_every_ground(kleur, vlak):
    assert contrast(kleur, vlak) >= 7


def test_the_file_and_no_file_give_the_same_minutes(wortel):
    document = make_document()
    assert write_word(document, wortel / "sjablonen" / "huisstijl.docx") == write_word(document)


def test_a_template_keeps_its_styles_page_header_and_footer_and_loses_its_text(save, tmp_path):
    sjabloon = docx.Document()
    sjabloon.add_paragraph("Dit gaat weg")
    sjabloon.add_table(2, 2)
    sjabloon.sections[0].page_width = Mm(200)
    sjabloon.sections[0].header.paragraphs[0].text = "Gemeente Waterveen"
    sjabloon.sections[0].footer.paragraphs[0].text = "Postbus 1"
    sjabloon.styles["Heading 1"].font.name = "Verdana"
    sjabloon.core_properties.author = "Jan de Maker"
    blob = write_word(make_document(), save(sjabloon))
    document = docx.Document(BytesIO(blob))
    assert "Dit gaat weg" not in text_of(body(blob))
    assert round(document.sections[0].page_width.mm) == 200
    assert document.sections[0].header.paragraphs[0].text == "Gemeente Waterveen"
    assert document.sections[0].footer.paragraphs[0].text == "Postbus 1"
    assert document.styles["Heading 1"].font.name == "Verdana"
    assert not any(b"Jan de Maker" in deel for deel in parts(blob).values())
    assert audit(blob, tmp_path) == []


def test_a_template_with_only_a_header_gets_our_footer(save):
    sjabloon = docx.Document()
    sjabloon.sections[0].header.paragraphs[0].text = "Gemeente Waterveen"
    sectie = docx.Document(BytesIO(write_word(make_document(), save(sjabloon)))).sections[0]
    assert sectie.header.paragraphs[0].text == "Gemeente Waterveen"
    assert sectie.footer.paragraphs[0].text == "Pagina 1 van 1"
    assert not sectie.different_first_page_header_footer


def test_a_template_with_only_a_footer_gets_our_header(save):
    sjabloon = docx.Document()
    sjabloon.sections[0].footer.paragraphs[0].text = "Postbus 1"
    sectie = docx.Document(BytesIO(write_word(make_document(), save(sjabloon)))).sections[0]
    assert sectie.header.paragraphs[0].text == "Signalensessie Groen & duurzaam"
    assert sectie.footer.paragraphs[0].text == "Postbus 1"


def test_a_template_without_any_of_our_styles_gets_them(save, tmp_path):
    def without_styles(naam, blob):
        if naam != "word/styles.xml":
            return blob
        root = etree.fromstring(blob)
        for stijl in [*root]:
            if stijl.get(f"{W}default") != "1":
                root.remove(stijl)
        return etree.tostring(root)

    pad = rewrite(save(docx.Document()), without_styles)
    blob = write_word(make_document(), pad)
    namen = {naam.lower() for naam in style_names(blob).values()}
    assert {stijl.naam.lower() for stijl in STIJLEN} <= namen
    assert audit(blob, tmp_path) == []


def test_a_template_with_ids_in_another_language_is_used_by_name(save, tmp_path):
    def dutch_ids(naam, blob):
        return blob.replace(b'"Heading1"', b'"Kop1"').replace(b'"Normal"', b'"Standaard"')

    blob = write_word(make_document(), rewrite(save(docx.Document()), dutch_ids))
    ids = {stijl.get(f"{W}val") for stijl in body(blob).iter(f"{W}pStyle")}
    assert "Kop1" in ids
    assert ids <= set(style_names(blob))
    assert audit(blob, tmp_path) == []


def test_a_template_without_styles_numbering_and_settings_is_filled_up(save, tmp_path):
    def bare(naam, blob):
        if naam == "word/_rels/document.xml.rels":
            return b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
        return blob

    blob = write_word(make_document(), rewrite(save(docx.Document()), bare))
    assert docx.Document(BytesIO(blob)).paragraphs[0].style.name == "Title"
    assert audit(blob, tmp_path) == []


def test_a_template_without_a_page_gets_ours(save):
    sjabloon = docx.Document()
    sjabloon.element.body.remove(sjabloon.element.body.sectPr)
    sectie = docx.Document(BytesIO(write_word(make_document(), save(sjabloon)))).sections[0]
    assert round(sectie.page_width.mm) == 210


def test_a_template_in_english_becomes_dutch(save):
    blob = parts(write_word(make_document(), save(docx.Document())))
    stijlen = etree.fromstring(blob["word/styles.xml"])
    assert {lang.get(f"{W}val") for lang in stijlen.iter(f"{W}lang")} == {"nl-NL"}
    assert etree.fromstring(blob["word/settings.xml"]).find(f"{W}themeFontLang").get(f"{W}val") == "nl-NL"


def test_what_points_at_others_does_not_come_along(save):
    sjabloon = docx.Document()
    sjabloon.add_paragraph("x")
    sjabloon.add_comment(sjabloon.paragraphs[0].runs, text="Notitie van Jan", author="Jan")
    instellingen = sjabloon.settings.element
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    instellingen.insert(0, parse_xml(f'<w:documentProtection xmlns:w="{namespace}" w:edit="readOnly"/>'))
    blob = parts(write_word(make_document(), save(sjabloon)))
    assert not any(b"Jan" in deel for deel in blob.values())
    assert b"documentProtection" not in blob["word/settings.xml"]


def test_the_header_of_another_section_and_the_path_of_a_template_do_not_come_along(save):
    sjabloon = docx.Document()
    sjabloon.sections[0].header.paragraphs[0].text = "Geheim hoofdstuk"
    tweede = sjabloon.add_section()
    tweede.header.is_linked_to_previous = False
    tweede.header.paragraphs[0].text = "Gemeente Waterveen"
    instellingen = sjabloon.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    instellingen.relate_to("file:///C:/Users/jan/stijl.dotx", "http://x.example/attachedTemplate", is_external=True)
    alles = b"".join(parts(write_word(make_document(), save(sjabloon))).values())
    assert b"Gemeente Waterveen" in alles
    assert b"Geheim" not in alles
    assert b"C:/Users" not in alles


def with_own_notes(pad):
    """Give a Word file a footnote, a style for it and settings for it, as Word does."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = "".join(
        f'<w:footnote {soort}w:id="{nummer}"><w:p><w:r>{inhoud}</w:r></w:p></w:footnote>'
        for nummer, soort, inhoud in (
            (-1, 'w:type="separator" ', "<w:separator/>"),
            (0, 'w:type="continuationSeparator" ', "<w:continuationSeparator/>"),
            (1, "", "<w:t>Oude noot</w:t>"),
        )
    )
    stijl = (
        '<w:style w:type="paragraph" w:styleId="Voetnoottekst"><w:name w:val="footnote text"/>'
        '<w:rPr><w:sz w:val="15"/></w:rPr></w:style>'
    )
    instelling = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    reltype = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relatie = f'<Relationship Id="rIdNoten" Type="{reltype}" Target="footnotes.xml"/></Relationships>'
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{content_type}"/></Types>'
    anders = {
        "word/styles.xml": ("</w:styles>", f"{stijl}</w:styles>"),
        "word/settings.xml": ("<w:compat>", instelling),
        "word/_rels/document.xml.rels": ("</Relationships>", relatie),
        "[Content_Types].xml": ("</Types>", override),
        "word/document.xml": ("</w:body>", '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:body>'),
    }

    def change(naam, blob):
        oud, nieuw = anders.get(naam, ("", ""))
        assert oud.encode() in blob
        return blob.replace(oud.encode(), nieuw.encode()) if oud else blob

    rewrite(pad, change)
    with zipfile.ZipFile(pad, "a") as archive:
        archive.writestr("word/footnotes.xml", f"<w:footnotes {w}>{notes}</w:footnotes>")
    return pad


def test_a_template_with_footnotes_of_its_own_keeps_their_style_and_loses_their_text(save, tmp_path):
    blob = write_word(make_document(), with_own_notes(save(docx.Document())))
    alles = parts(blob)
    assert not any(b"Oude noot" in deel for deel in alles.values())
    noten = etree.fromstring(alles["word/footnotes.xml"])
    assert [noot.get(f"{W}id") for noot in noten] == ["-1", "0", "1", "2", "3"]
    assert {stijl.get(f"{W}val") for stijl in noten.iter(f"{W}pStyle")} == {"Voetnoottekst"}
    assert len(etree.fromstring(alles["word/settings.xml"]).findall(f"{W}footnotePr")) == 1
    assert audit(blob, tmp_path) == []


@pytest.mark.parametrize("soort", ("template.main", "document.macroEnabled.main"))
def test_a_dotx_or_docm_gives_an_ordinary_document(save, soort, tmp_path):
    def other_type(naam, blob):
        return blob.replace(b"wordprocessingml.document.main", f"wordprocessingml.{soort}".encode())

    pad = rewrite(save(docx.Document()), other_type)
    blob, bevindingen = schrijf(make_document(), "docx", pad)
    assert bevindingen == []
    assert audit(blob, tmp_path) == []


def bad_zip(tmp_path):
    (tmp_path / "kapot.docx").write_bytes(make_huisstijl()[:900])


def no_zip(tmp_path):
    (tmp_path / "kapot.docx").write_text("geen Word", encoding="utf-8")


def other_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "kapot.docx", "w") as archive:
        archive.writestr("a.txt", "b")


def bad_xml(tmp_path):
    (tmp_path / "kapot.docx").write_bytes(make_huisstijl())
    rewrite(tmp_path / "kapot.docx", lambda naam, blob: blob[:-40] if naam == "word/styles.xml" else blob)


def a_folder(tmp_path):
    (tmp_path / "kapot.docx").mkdir()


def nothing(tmp_path):
    """The file is not there."""


@pytest.mark.parametrize("make", (bad_zip, no_zip, other_zip, bad_xml, a_folder, nothing))
def test_a_template_that_cannot_be_read_never_stops_the_minutes(make, tmp_path):
    make(tmp_path)
    blob, bevindingen = schrijf(make_document(), "docx", tmp_path / "kapot.docx")
    assert blob == write_word(make_document())
    (bevinding,) = bevindingen
    assert bevinding.ernst == "let op"
    assert "De huisstijl 'kapot.docx' kan niet worden gebruikt." in bevinding.bericht


def test_the_text_is_the_same_in_every_template(save):
    document = make_document()
    eigen = write_word(document, save(docx.Document()))
    assert words(text_of(body(eigen))) == words(text_of(body(write_word(document))))
