"""Whatever is in a file that is read in: a report or one sentence, nothing from outside it, and no endless work."""

import io
import os
import struct
import subprocess
import sys
import zipfile
from contextlib import suppress
from functools import cache
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_maken import RUIMTES, p, word

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.inlezen.csv_vormen import VORMEN, start_csv
from sessie_tool.inlezen.lezen import LEZERS, MEESTE_REGELS, read_rapport
from sessie_tool.inlezen.momentopname import find_veranderingen
from sessie_tool.inlezen.opdracht import Leesopdracht
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.kern.deelnemerslijst import read_deelnemerslijst
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.keuring import check_docx
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.sjabloon.lezer import read_sjabloon

SJABLONEN = {naam: load_sjabloon(shipped_sjablonen() / f"{naam}.md") for naam in {v.sjabloon for v in VORMEN.values()}}
GEHEIM = "dit staat in een ander bestand"


@cache
def gewoon():
    return word(p("Verslag", stijl="Titel"), p("Actiepunten", stijl="Kop1"), p("Bellen met Jansen", lijst=1))


def read_all(ruw):
    """The file for everything that reads Word; gives what came of it as text."""
    uit = []
    with suppress(LeesError):
        uit.append(read_rapport("x.docx", ruw))
    with suppress(LeesError):
        uit.append(find_veranderingen(ruw))
    return str([*uit, *check_docx(ruw)])


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=8), st.booleans())
def test_a_word_file_with_any_bytes_changed_is_a_report_or_a_sentence(plaats, rommel, erbij):
    plaats %= len(gewoon())
    read_all(gewoon()[:plaats] + rommel + gewoon()[plaats if erbij else plaats + len(rommel) :])


@given(st.integers(0, 2000), st.binary(max_size=6) | st.sampled_from([b"<", b"/>", b"<w:tbl>", b"&#0;", b"\xff", b'"']))
def test_a_word_file_with_any_part_of_its_text_changed_is_a_report_or_a_sentence(plaats, rommel):
    xml = document(f"{p('een')}<w:tbl><w:tr><w:tc>{p('twee')}</w:tc></w:tr></w:tbl>").encode()
    plaats %= len(xml)
    read_all(word(document=(xml[:plaats] + rommel + xml[plaats + len(rommel) :])))


def zipped(delen, leeg=0, soort=zipfile.ZIP_STORED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", soort) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
        for nummer in range(leeg):
            archief.writestr(f"word/{nummer}.xml", "")
    return buffer.getvalue()


def lying():
    """A zip of which the index says that a part is 4 GB."""
    ruw = bytearray(gewoon())
    plaats = ruw.find(b"PK\x01\x02") + 24
    ruw[plaats : plaats + 4] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(ruw)


def document(body):
    return f"<?xml version='1.0'?><w:document {RUIMTES}><w:body>{body}</w:body></w:document>"


def laughs():
    namen = "abcdefghij"
    regels = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(namen))
    return word(p("&j;"), doctype=f'<!DOCTYPE w [<!ENTITY a "ha">{regels}]>')


def outside(geheim):
    """Every way to make a reader of XML look into another file."""
    entiteit = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{geheim}">]>'
    insluiting = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{geheim}" parse="text"/>' + p(
        "tekst"
    )
    relatie = f'<Relationship Id="q" Type="http://x/image" Target="file://{geheim}" TargetMode="External"/>'
    return (
        word(p("&x;"), doctype=entiteit),
        zipped({"word/document.xml": document(p("&x;")).replace("?>", f"?>{entiteit}", 1).encode("utf-16")}),
        word(p("&x;"), doctype=f'<!DOCTYPE w [<!ENTITY % p SYSTEM "file://{geheim}"> %p;]>'),
        word(insluiting),
        word(p("tekst"), relaties=relatie),
        zipped({"word/document.xml": document(p("tekst")), f"../../../../..{geheim}": "vervangen"}),
    )


def test_nothing_from_outside_the_file_is_read_or_written(tmp_path):
    geheim = tmp_path / "geheim.txt"
    geheim.write_text(GEHEIM)
    assert [GEHEIM in read_all(ruw) for ruw in outside(geheim)] == [False] * 6
    assert geheim.read_text() == GEHEIM


ZWAAR = {
    "een index die liegt": lying,
    "een lach die vertienvoudigt": laughs,
    "meer delen dan Word maakt": lambda: zipped({"word/document.xml": document(p("hoi"))}, leeg=5_001),
    "50.000 tabellen in elkaar": lambda: word("<w:tbl><w:tr><w:tc>" * 50_000 + "</w:tc></w:tr></w:tbl>" * 50_000),
    "een cel over twee miljard kolommen": lambda: word(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{p("x")}</w:tc></w:tr></w:tbl>'
    ),
    "een lijst op diepte 99 miljoen": lambda: word(p("x", lijst=1, diepte=99_999_999)),
    "stijlen die op elkaar berusten": lambda: word(
        p("x", stijl="A"),
        delen={
            "styles": '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        },
    ),
}


@pytest.mark.parametrize("naam", ZWAAR)
def test_a_word_file_that_would_take_the_computer_down_is_answered(naam):
    assert read_all(ZWAAR[naam]())


TEKSTEN = {
    "citaat in citaat": "> " * 2_000 + "x",
    "lijst in lijst": "- " * 2_000 + "x",
    "trap": "\n".join(" " * nummer + "- x" for nummer in range(200)),
    "haken": "[" * 20_000,
    "sterren": "*" * 20_000 + "x",
    "koppelingen": "[a](" * 10_000,
    "opmerkingen": "<!--" * 20_000,
    "noten": "[^" * 20_000,
    "kop": "#" * 20_000,
    "kolommen": "|" * 20_000 + "\n" + "|-" * 20_000,
    "aanhalingstekens": '"' * 20_000,
    "een regel": "woord " * 100_000,
}


@pytest.mark.parametrize("naam", TEKSTEN)
def test_a_text_that_is_hard_to_read_is_answered(naam):
    ruw = TEKSTEN[naam].encode()
    for soort in LEZERS.keys() - {".docx", ".docm"}:
        with suppress(LeesError):
            read_rapport(f"x{soort}", ruw)
    read_sjabloon(f"---\ntitel: x\n---\n## 1. Stap (5 min)\n\n{TEKSTEN[naam]}", "x")
    read_deelnemerslijst(TEKSTEN[naam], (), lambda: "d")


@pytest.mark.parametrize("soort", (".txt", ".md"))
@pytest.mark.parametrize("ruw", (b"a\n" * (MEESTE_REGELS + 1), b"\r" * 200_000, b"a\0b\n" * 10))
def test_a_text_that_is_too_long_or_none_is_one_sentence(soort, ruw):
    with pytest.raises(LeesError):
        read_rapport(f"x{soort}", ruw)


@given(
    st.sampled_from(list(VORMEN)), st.binary(max_size=120) | st.text(";,\t\n\"'=<0142%-", max_size=80).map(str.encode)
)
def test_any_rows_below_a_right_header_are_sessions_or_a_sentence(soort, rijen):
    vorm = VORMEN[soort]
    kop = ";".join(vorm.kolommen[veld][0] for veld in vorm.kolommen)
    ids = count(1)
    opdracht = Leesopdracht(
        bestandsnaam="x.csv",
        sjabloon=SJABLONEN[vorm.sjabloon],
        new_id=lambda: f"i{next(ids)}",
        vandaag="2026-05-04",
    )
    with suppress(LeesError):
        for inlezing in start_csv("x.csv", f"{kop}\n".encode() + rijen, opdracht):
            make_verslag(inlezing.sessie, "2026-05-04T10:00:00+02:00")


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen grens voor het geheugen van één programma")
def test_the_worst_files_are_answered_within_a_gigabyte_and_some_seconds(tmp_path):
    (tmp_path / "sessies").mkdir()
    for naam in ("groot.docx", "groot.md", "groot.csv", "sessies/groot.json"):
        with (tmp_path / naam).open("wb") as bestand:
            bestand.truncate(300_000_000)
    (tmp_path / "sessies" / "diep.json").write_bytes(b"[" * 10_000_000)
    (tmp_path / "bom.docx").write_bytes(zipped({"word/document.xml": bytes(70_000_000)}, soort=zipfile.ZIP_DEFLATED))
    code = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from sessie_tool.cli.hoofd import main
print([main(woorden.split()) for woorden in sys.argv[1:]])
"""
    opdrachten = ("inlezen groot.docx groot.md groot.csv bom.docx", "controleer", "lijst", "toon groot")
    uit = subprocess.run(
        [sys.executable, "-c", code, *opdrachten],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
    )
    assert uit.stdout.splitlines()[-1] == "[1, 1, 0, 1]", uit.stderr
    assert "Traceback" not in uit.stderr
    assert uit.stderr.count("groter dan 200 MB") >= 4
