"""Word files: what stands beside the text comes along, and what is dangerous does not come in."""

import io
import zipfile

import pytest
from inlees_hulp import all_text, read, records
from word_maken import RUIMTES, p, r, word

from sessie_tool.inlezen.blokken import Alinea, Kop, Lijstpunt, Noot, Tabel
from sessie_tool.inlezen.lezen import read_rapport
from sessie_tool.inlezen.pakket import LeesError


def blokken(*body, **anders):
    return read_rapport("x.docx", word(*body, **anders)).blokken


def test_the_letters_and_numbers_that_word_counts_are_read():
    gelezen = blokken(
        p("een", lijst=1), p("twee", lijst=1), p("los"), p("drie", lijst=1), p("punt", lijst=3),
        p("zes", lijst=2), p("dieper", lijst=2, diepte=1), p("zeven", lijst=2), p("romeins", lijst=4),
    )  # fmt: skip
    merken = [een.merk for een in gelezen if isinstance(een, Lijstpunt)]
    assert merken == ["a.", "b.", "c.", "-", "1.", "1.1", "2.", "I)"]


def test_headings_are_found_by_style_also_through_a_style_of_ones_own():
    gelezen = blokken(
        p("Titel", stijl="Titel"), p("Een", stijl="Kop1"), p("Twee", stijl="Hoofdstuk"), p("Drie", stijl="Kop2")
    )
    assert [een.niveau for een in gelezen if isinstance(een, Kop)] == [0, 1, 1, 2]


def test_emphasis_and_links_are_kept_and_signs_of_markdown_stay_text():
    link = '<w:hyperlink r:id="web">' + r("hier") + "</w:hyperlink>"
    (alinea,) = blokken(
        p("Een ", r("vet ", "<w:b/>"), r("schuin", "<w:i/>"), r(" niet", '<w:b w:val="0"/>'),
          r(" sterk", '<w:rStyle w:val="Zwaar"/>'), " 3*4 #5 ", link),
        relaties='<Relationship Id="web" Type="x/hyperlink" Target="https://voorbeeld.nl/a b" TargetMode="External"/>',
    )  # fmt: skip
    assert alinea.opmaak == r"Een **vet** *schuin* niet **sterk** 3\*4 #5 [hier](<https://voorbeeld.nl/a%20b>)"
    assert alinea.tekst == "Een vet schuin niet sterk 3*4 #5 hier"


def test_a_line_that_looks_like_a_list_or_heading_in_markdown_stays_a_line():
    (alinea,) = blokken(p("# geen kop"))
    assert alinea.opmaak == r"\# geen kop"


@pytest.mark.parametrize("soort", ("footnote", "endnote"))
def test_a_footnote_stays_with_the_reflection_that_points_at_it(soort):
    noot = f'<w:r><w:{soort}Reference w:id="7"/></w:r>'
    leeg = f'<w:{soort} w:type="separator" w:id="-1">{p("streep")}</w:{soort}>'
    ruw = word(
        p("Verslag Board", stijl="Titel"), p("Reflecties", stijl="Kop1"), p("Wonen", stijl="Kop2"),
        p("Er is te weinig.", noot),
        delen={f"{soort}s": leeg + f'<w:{soort} w:id="7">{p("Zie de ", r("monitor", "<w:b/>"), ".")}</w:{soort}>'},
    )  # fmt: skip
    (reflectie,) = records(read("x.docx", ruw).sessie, "reflecties")
    assert reflectie.tekst == "Er is te weinig.[^1]\n\n[^1]: Zie de **monitor**."


def test_a_footnote_that_nothing_points_at_is_kept():
    inlezing = read(
        "x.docx", word(p("Tekst."), delen={"footnotes": f'<w:footnote w:id="3">{p("verdwaald")}</w:footnote>'})
    )
    assert "verdwaald" in inlezing.sessie.niet_geplaatst
    assert any("verdwaald" in een for een in inlezing.meldingen)


def test_comments_headers_footers_and_hidden_and_deleted_text_are_kept_and_said():
    ruw = word(
        p("Hallo", '<w:r><w:commentReference w:id="1"/></w:r>', r("geheim", "<w:vanish/>"),
          '<w:del w:id="2"><w:r><w:delText>geschrapt</w:delText></w:r></w:del>',
          '<w:ins w:id="3">' + r(" toegevoegd") + "</w:ins>"),
        delen={
            "comments": f'<w:comment w:id="1" w:author="A. Denkbeeldig">{p("Zeker?")}</w:comment>',
            "header": p("Gemeente Voorbeeldstad") + p("Gemeente Voorbeeldstad"),
            "footer": f"<w:tbl><w:tr><w:tc>{p('bladzijde')}</w:tc><w:tc>{p('twee')}</w:tc></w:tr></w:tbl>",
        },
    )  # fmt: skip
    inlezing = read("x.docx", ruw)
    rest = inlezing.sessie.niet_geplaatst
    assert "A. Denkbeeldig bij 'Hallo toegevoegd': Zeker?" in rest
    assert rest.count("Gemeente Voorbeeldstad") == 1
    for woord in ("geheim", "geschrapt", "bladzijde"):
        assert woord in rest
        assert any(woord in een for een in inlezing.meldingen)
    assert "toegevoegd" in all_text(inlezing.sessie)


def test_a_text_box_is_read_once_and_is_no_heading():
    kader = f"<w:txbxContent>{p(r('Inleiding', '<w:b/>'))}{p('Uit het kader.')}</w:txbxContent>"
    tekening = f"<wp:inline><a:graphic><wps:wsp><wps:txbx>{kader}</wps:txbx></wps:wsp></a:graphic></wp:inline>"
    beide = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{tekening}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{kader}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    gelezen = blokken(
        p("Voor.", beide), p(f"<w:r><w:pict><v:shape><v:textbox>{kader}</v:textbox></v:shape></w:pict></w:r>")
    )
    assert [een.tekst for een in gelezen] == ["Voor.", *["Inleiding", "Uit het kader."] * 2]
    assert all(een.vast for een in gelezen[1:])


def test_an_image_is_told_by_its_description():
    plaatje = '<wp:docPr id="1" name="x" descr="Kaart van de stad"/><a:blip/>'
    beeld = f"<w:r><w:drawing><wp:inline>{plaatje}</wp:inline></w:drawing></w:r>"
    assert Noot("afbeelding", "Kaart van de stad", "Kaart van de stad") in blokken(p("Zie:", beeld))


def test_merged_cells_nested_tables_and_content_controls_lose_nothing():
    binnen = f"<w:tbl><w:tr><w:tc>{p('diep')}</w:tc><w:tc>{p('dieper')}</w:tc></w:tr></w:tbl>"
    tabel = (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("samen")}</w:tc></w:tr>'
        f"<w:tr><w:tc>{p('links')}{binnen}{p()}</w:tc>"
        f"<w:sdt><w:sdtContent><w:tc>{p('rechts')}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    (gelezen, los) = blokken(tabel, f"<w:sdt><w:sdtContent>{p('veld')}</w:sdtContent></w:sdt>")
    assert isinstance(gelezen, Tabel)
    assert [len(rij) for rij in gelezen.rijen] == [2, 2]
    assert los == Alinea("veld", "veld")
    assert {"samen", "links", "diep", "dieper", "rechts"} <= set(
        all_text(read("x.docx", word(tabel)).sessie).replace("|", " ").split()
    )


def test_formulas_fields_tabs_and_line_ends_keep_their_text():
    veld = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' + r("12")
    som = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    (alinea,) = blokken(p("blz ", veld, "<w:r><w:tab/></w:r>", som, "<w:r><w:br/></w:r>", "einde"))
    assert alinea.tekst == "blz 12\tx=2\neinde"


def test_a_table_of_contents_makes_no_headings():
    inlezing = read(
        "x.docx",
        word(
            p("Verslag Board", stijl="Titel"),
            p("Reflecties 3", stijl="Inhopg1"),
            p("Reflecties", stijl="Kop1"),
            p("Goed."),
        ),
    )
    assert [een.tekst for een in records(inlezing.sessie, "reflecties")] == ["Goed."]
    assert "Reflecties 3" in inlezing.sessie.niet_geplaatst


# What does not come in


def refused(ruw):
    with pytest.raises(LeesError) as fout:
        read_rapport("x.docx", ruw)
    return str(fout.value)


def test_a_locked_or_old_file_and_one_that_is_no_word_say_what_to_do():
    assert "wachtwoord" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    assert "geen Word-bestand" in refused(b"%PDF-1.7 zomaar iets")
    assert "geen Word-bestand" in refused(b"PK\x03\x04 half")
    leeg = io.BytesIO()
    with zipfile.ZipFile(leeg, "w") as archief:
        archief.writestr("iets.txt", "x")
    assert "geen Word-bestand" in refused(leeg.getvalue())


def test_damaged_parts_are_said():
    assert "beschadigd" in refused(word(document="<w:document>"))
    ruw = bytearray(word(p("tekst " * 500)))
    plek = ruw.find(b"word/document.xml") + 40
    ruw[plek : plek + 30] = bytes(30)
    assert "beschadigd" in refused(bytes(ruw))


def test_entities_are_refused():
    lachen = '<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "DOCTYPE" in refused(word(p("&b;"), doctype=lachen))
    assert "DOCTYPE" in refused(word(p("&b;"), doctype='<!DOCTYPE w [<!ENTITY b SYSTEM "file:///etc/hostname">]>'))


def test_a_zip_that_grows_too_large_is_refused_before_it_is_read():
    groot = io.BytesIO()
    with zipfile.ZipFile(groot, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("word/document.xml", f"<w:document {RUIMTES}><w:body>")
        for nummer in range(3):
            archief.writestr(f"vulling{nummer}.xml", bytes(90_000_000))
    assert "te groot" in refused(groot.getvalue())


def test_a_part_that_says_it_is_small_is_not_believed():
    with_bomb = io.BytesIO()
    with zipfile.ZipFile(with_bomb, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("word/document.xml", bytes(70_000_000))
    assert "te groot" in refused(with_bomb.getvalue())


def test_deep_nesting_is_no_crash():
    diep = p("diep")
    for _ in range(300):
        diep = f"<w:tbl><w:tr><w:tc>{diep}</w:tc><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    try:
        gelezen = all_text(read("x.docx", word(p("Boven."), diep)).sessie)
    except LeesError as fout:
        gelezen = str(fout)
    assert "diep" in gelezen or "beschadigd" in gelezen
