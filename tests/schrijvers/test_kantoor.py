"""OpenDocument and PDF through LibreOffice: tagged, the same again, with every word; a sentence when it is missing."""

import os
import shutil
import stat
import subprocess
import sys
import time
import zipfile
from io import BytesIO

import pytest
from lxml import etree
from word_hulp import make_document, words

from sessie_tool.schrijvers import SCHRIJVERS, libreoffice, schrijf
from sessie_tool.schrijvers.kantoordatum import fix_pdf
from sessie_tool.schrijvers.libreoffice import KantoorError, convert, find_libreoffice

nodig = pytest.mark.skipif(
    find_libreoffice() is None and not os.environ.get("CI"), reason="LibreOffice staat niet op deze computer"
)


@pytest.fixture(scope="module")
def bestanden():
    return {formaat: schrijf(make_document(), formaat)[0] for formaat in ("odt", "pdf")}


@nodig
def test_the_pdf_has_tags_a_title_a_language_and_every_word(bestanden, tmp_path):
    pad = tmp_path / "x.pdf"
    pad.write_bytes(bestanden["pdf"])
    weet = subprocess.run(["pdfinfo", str(pad)], check=True, capture_output=True, text=True).stdout
    assert "Tagged:          yes" in weet
    assert "Title:           Signalensessie Groen & duurzaam" in weet
    assert "CreationDate:    Fri Mar 22" in weet
    assert b"<pdfuaid:part>1</pdfuaid:part>" in bestanden["pdf"]
    assert b"/Lang(nl-NL)" in bestanden["pdf"]
    tekst = subprocess.run(["pdftotext", str(pad), "-"], check=True, capture_output=True).stdout.decode()
    platte_tekst = schrijf(make_document(), "txt")[0].decode()
    adressen = words("https://www.waterveen.example/net?a=1&b=é https://nota.example noot Noot")
    assert words(platte_tekst) - words(tekst) - adressen == set()


@nodig
def test_the_odt_is_opendocument_with_the_headings_and_the_title(bestanden):
    with zipfile.ZipFile(BytesIO(bestanden["odt"])) as archive:
        eerste = archive.infolist()[0]
        inhoud = etree.fromstring(archive.read("content.xml"))
        assert b"Signalensessie Groen &amp; duurzaam</dc:title>" in archive.read("meta.xml")
    assert (eerste.filename, eerste.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    koppen = ["".join(kop.itertext()) for kop in inhoud.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}h")]
    assert {"Signalen", "Rode draden"} <= set(koppen)


@nodig
@pytest.mark.parametrize("formaat", ("odt", "pdf"))
def test_the_same_document_gives_the_same_file(bestanden, formaat):
    time.sleep(1.1)
    assert schrijf(make_document(), formaat)[0] == bestanden[formaat]


@nodig
def test_no_profile_and_no_file_stays_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    schrijf(make_document(), "odt")
    assert [pad.name for pad in tmp_path.iterdir() if pad.name.startswith("sessie-")] == []


@nodig
def test_what_libreoffice_cannot_make_gives_a_sentence():
    with pytest.raises(KantoorError, match=r"LibreOffice kon geen \.nietbestaand maken"):
        convert(schrijf(make_document(), "docx")[0], "nietbestaand")


def test_without_libreoffice_the_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    with pytest.raises(KantoorError, match=r"Installeer LibreOffice, of maak een \.docx"):
        schrijf(make_document(), "odt")


@pytest.mark.skipif(os.name == "nt", reason="het namaakprogramma is een script")
def test_a_libreoffice_that_hangs_is_stopped_with_all_it_started(tmp_path, monkeypatch):
    merk = tmp_path / "nog-bezig"
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\n(sleep 2; touch {merk}) &\nwait\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert find_libreoffice() == str(script)
    with pytest.raises(KantoorError, match="deed te lang"):
        convert(b"", "pdf", geduld=0.5)
    time.sleep(2)
    assert not merk.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="op een andere computer staat het elders")
def test_libreoffice_is_found_where_windows_and_a_person_put_it(tmp_path, monkeypatch):
    programma = tmp_path / "LibreOffice 24" / "program" / "soffice.com"
    programma.parent.mkdir(parents=True)
    programma.touch()
    monkeypatch.setattr(shutil, "which", lambda _naam: None)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_libreoffice() == str(programma)


def test_the_dates_of_a_pdf_change_and_its_length_does_not():
    pdf = (
        b"(D:20990101010101Z') <xmp:CreateDate>2099-01-01T01:01:01Z /ID [ <" + b"A" * 32 + b">\n<" + b"A" * 32 + b"> ]"
    )
    vast = fix_pdf(pdf, None)
    assert len(vast) == len(pdf)
    assert b"D:20000101000000" in vast
    assert b">2000-01-01T00:00:00Z" in vast
    assert b"A" * 32 not in vast
    assert fix_pdf(pdf.replace(b"A", b"B"), None) == vast


def test_the_usual_format_stays_word():
    assert next(iter(SCHRIJVERS)) == "docx"
