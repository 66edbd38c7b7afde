"""Hostile content in every field of every kind of bouwsteen: each format is made, is valid, and shows what was typed.

The fields are found by walking the types (`vijandig_hulp`), so a new kind or field is tested without a line here.
"""

import os
import re
import zipfile
from datetime import datetime
from functools import cache
from io import BytesIO
from itertools import count

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ooxml_integrity import check as check_integriteit
from openxml_audit import OpenXmlValidator
from vijandig_hulp import MOMENT, Vuller, odt_text, word_text

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, Document, Opmaak, tekst
from sessie_tool.kern.oplegger import make_oplegger
from sessie_tool.kern.publiceren import OPENBAAR
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.keuring import check_docx
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.schrijvers import schrijf
from sessie_tool.schrijvers.libreoffice import convert, find_libreoffice
from sessie_tool.tekenen import resolve_figuren
from sessie_tool.verslaglegging import export_verslag

VIJANDIG = {
    "besturing": "a\x00b\x1b[2J\x07\x0b\x0c\x08\x7f\x85c",
    "halve tekens": "a\ud83d b \udc00 \ufffe\uffff c",
    "sjabloontaal": "{{ naam }} {titel} {% for x in y %} ${a} %s %(b)s {0}",
    "xml": "<w:p/> </w:t></w:r> & &amp; ]]> <!-- x --> <?xml v?> <b>",
    "markdown": "**vet** _schuin_ `code` ==merk== [^1] [tekst](https://x.example/a) ![b](b.png) # kop | c | \\*ster\\*",
    "rekenblad": "=1+1 +1 -1 @SUM(A1) \"dubbel\" 'enkel' ; ,",
    "schermtaal": "[/] [b]vet[/b] [@click=app.quit] :smile:",
    "talen": "שלום مرحبا \u202eomgekeerd\u202c \u2066los\u2069 😀 👩‍👩‍👧 e\u0301 ĳ ß \u200b \ufeff nul",
    "witruimte": "a\r\nb\rc\n\n\nd\te\u00a0f\u2028g\u2029h",
}


@cache
def make_sessie(woord):
    """A session with the words between a number of its own in every field, and where each number was put."""
    nummers = count(1)
    vuller = Vuller(lambda _plek: f"Begin{(nummer := next(nummers))} {woord} Eind{nummer}")
    return vuller.make_sessie(), vuller.plekken


def make_document(sessie, versie=None):
    if versie is None:
        return resolve_opmaak(make_verslag(sessie, MOMENT))
    return versie.maak(resolve_opmaak(make_verslag(sessie, MOMENT, (), versie.aanwezigen)), [sessie])[0]


def make_word(document):
    return schrijf(resolve_figuren(document), "docx")


def find_faults(blob, tmp_path):
    """What two validators and the own check have against a Word file."""
    pad = tmp_path / "nagekeken.docx"
    pad.write_bytes(blob)
    geldig = [str(fout) for fout in OpenXmlValidator().validate(pad).errors]
    heel = [str(one) for one in check_integriteit(pad)]
    eigen = [str(one) for one in check_docx(blob) if one.ernst == "fout"]
    return geldig + heel + eigen


def letters(tekst_):
    """What is left of a text when its signs and its white space are not counted."""
    return "".join(teken for teken in tekst_ if teken.isalnum())


def between(getoond, nummer):
    """What stands between the first 'Begin' of a field and its 'Eind', without the label that a passage gets."""
    gevonden = re.search(rf"Begin{nummer}\b(.*?)Eind{nummer}\b", getoond, re.DOTALL)
    return gevonden and re.sub(r" \(advies \d+\)", "", gevonden[1])


@pytest.fixture(scope="module")
def getoonde_velden():
    """The numbers of the fields that a verslag shows."""
    sessie, plekken = make_sessie("gewoon")
    getoond = word_text(make_word(make_document(sessie))[0])
    return [nummer for nummer in range(1, len(plekken) + 1) if between(getoond, nummer)]


def test_every_kind_is_filled_and_most_of_it_is_shown(getoonde_velden):
    sessie, plekken = make_sessie("gewoon")
    assert {stap.bouwsteen.soort for stap in sessie.stappen} == set(BOUWSTENEN)
    assert all(stap.bouwsteen.records for stap in sessie.stappen)
    zichtbaar = {plekken[nummer - 1].split(".")[0] for nummer in getoonde_velden}
    types = {one.type_tag() for stap in sessie.stappen for one in stap.bouwsteen.records}
    assert types - zichtbaar <= {"achterhouding", "score", "stem"}, "these hold numbers and links"


@pytest.mark.parametrize("naam", VIJANDIG)
def test_hostile_text_in_every_field_gives_a_good_word_file_with_all_of_it(naam, getoonde_velden, tmp_path):
    woord = VIJANDIG[naam]
    blob, bevindingen = make_word(make_document(make_sessie(woord)[0]))
    assert find_faults(blob, tmp_path) == []
    als_opmaak = word_text(schrijf(resolve_opmaak(Document("t", (Opmaak(f"Begin0 {woord} Eind0"),))), "docx")[0])
    goed = {letters(woord), letters(between(als_opmaak, 0))}
    getoond = word_text(blob)
    fout = [nummer for nummer in getoonde_velden if letters(between(getoond, nummer) or "") not in goed]
    assert [make_sessie(woord)[1][nummer - 1] for nummer in fout] == []
    assert bool(bevindingen) == (naam in ("besturing", "halve tekens"))


@pytest.mark.parametrize("naam", ("besturing", "markdown", "talen"))
def test_the_open_version_and_the_plain_formats_are_made_of_it(naam, getoonde_velden, tmp_path):
    sessie, _ = make_sessie(VIJANDIG[naam])
    for formaat in ("md", "txt"):
        inhoud = schrijf(make_document(sessie), formaat)[0].decode()
        assert [nummer for nummer in getoonde_velden if f"Begin{nummer} " not in inhoud] == []
    blob = make_word(make_document(sessie, OPENBAAR))[0]
    assert find_faults(blob, tmp_path) == []


def test_a_text_of_a_hundred_thousand_characters_fits_in_every_kind():
    lang, gezien = "Heel lang. " * 9_100, set()

    def lang_of_kort(plek):
        waar = plek.split(".")[0]
        eerst = waar not in gezien
        gezien.add(waar)
        return lang if eerst else plek

    document = make_document(Vuller(lang_of_kort).make_sessie())
    blob, _ = make_word(document)
    assert len(gezien) > len(BOUWSTENEN)
    assert [one for one in check_docx(blob) if one.ernst == "fout"] == []
    assert word_text(blob).count("Heel lang.") > 9_100 * len(BOUWSTENEN)


def test_more_than_ten_million_characters_on_end_can_be_read_back(tmp_path):
    lang = "tien & miljoen "
    document = Document(lang * 10_000, (Alinea(tekst(lang * 700_000)),), moment=MOMENT)
    blob, _ = schrijf(document, "docx")
    assert word_text(blob).count(lang) == 710_000
    assert {one.code for one in check_docx(blob)} == {"kop-geen"}


def test_five_hundred_participants_are_all_named_and_in_the_open_version_none(tmp_path):
    namen = [f"Noor de Quax{a}{b}{c}" for a in "aeioubcdfg" for b in "aeioubcdfg" for c in "klmnp"]
    mensen = tuple(Deelnemer(id=naam, naam=naam, rol="deelnemer", organisatie="Waterveen") for naam in namen)
    sessie = Vuller(lambda _plek: "Dat zei mevrouw Quaxaak ook.").make_sessie(deelnemers=mensen)
    blob, _ = make_word(make_document(sessie))
    assert find_faults(blob, tmp_path) == []
    getoond = word_text(blob)
    assert [naam for naam in namen if naam not in getoond] == []
    assert "quax" not in word_text(make_word(make_document(sessie, OPENBAAR))[0]).lower()


def test_names_as_long_as_a_book_do_not_hold_up_the_open_version():
    naam = "Xander Quist van der Verzonnen " * 600
    vuller = Vuller(lambda plek: naam if plek.endswith((".naam", ".tekst", ".wie", ".plaats")) else "De rest.")
    mens = Deelnemer(id="d1", naam=naam, rol="deelnemer")
    sessie = vuller.make_sessie(tuple(BOUWSTENEN.values())[:6], deelnemers=(mens,))
    assert "Quist" not in word_text(make_word(make_document(sessie, OPENBAAR))[0])


@pytest.mark.parametrize("naam", ("besturing", "halve tekens"))
def test_hostile_text_goes_through_the_disk_into_every_format_without_libreoffice(naam, tmp_path):
    werkmap, sessie = Werkmap(tmp_path), make_sessie(VIJANDIG[naam])[0]
    werkmap.create(sessie, datetime.fromisoformat(MOMENT))
    paden, _ = export_verslag(werkmap, werkmap.read(sessie.id), MOMENT, ("docx", "md", "txt"))
    assert find_faults(paden[0].read_bytes(), tmp_path) == []
    assert all(pad.stat().st_size > 10_000 for pad in paden)


@pytest.mark.parametrize("naam", ("halve tekens", "markdown", "xml"))
def test_the_bestuursoplegger_of_it_is_a_good_word_file(naam, tmp_path):
    ronde, board = (
        msgspec.structs.replace(make_sessie(VIJANDIG[naam])[0], soort=soort) for soort in ("jaarronde", "boardsessie")
    )
    blob, _ = make_word(resolve_opmaak(make_oplegger(ronde, board, MOMENT, (VIJANDIG[naam],))))
    assert find_faults(blob, tmp_path) == []


alle_tekens = st.text(st.characters(blacklist_categories=()), max_size=30)


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.reuse, Phase.generate))
@given(st.lists(st.one_of(alle_tekens, st.sampled_from([*VIJANDIG.values()])), min_size=1, max_size=4))
def test_any_mix_of_texts_gives_a_word_file_without_faults(tmp_path, woorden):
    nummers = count()
    vuller = Vuller(lambda plek: ("Kop " if plek.endswith("titel") else "") + woorden[next(nummers) % len(woorden)])
    blob, _ = make_word(make_document(vuller.make_sessie()))
    assert find_faults(blob, tmp_path) == []


@pytest.mark.skipif(
    find_libreoffice() is None and not os.environ.get("CI"), reason="LibreOffice staat niet op deze computer"
)
def test_libreoffice_opens_all_of_it_and_keeps_every_word():
    woorden = [*VIJANDIG.values(), "lang " * 20_000]
    nummers, keuze = count(1), {}

    def kies(plek):
        nummer = next(nummers)
        keuze[nummer] = woorden[-1] if nummer == 200 else woorden[nummer % (len(woorden) - 1)]
        return f"Begin{nummer} {keuze[nummer]} Eind{nummer}"

    blob, _ = make_word(make_document(Vuller(kies).make_sessie()))
    getoond = odt_text(convert(blob, "odt"))
    eerst = word_text(blob)
    fout = [
        nummer for nummer in keuze if letters(between(eerst, nummer) or "") != letters(between(getoond, nummer) or "")
    ]
    assert fout == []
    assert len([nummer for nummer in keuze if between(getoond, nummer)]) > 500


def test_a_title_of_pages_stands_whole_on_the_first_one_and_short_above_the_others():
    lang = "Een hele lange titel. " * 5_000
    with zipfile.ZipFile(BytesIO(schrijf(Document(lang, (Alinea(tekst("x")),), moment=MOMENT), "docx")[0])) as archief:
        assert len(archief.read("word/header1.xml")) < 2_000
        assert archief.read("word/document.xml").count(b"Een hele lange titel.") == 5_000
