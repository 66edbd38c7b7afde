"""Typed Markdown becomes blocks; each test shows what was typed and what a reader gets."""

import pytest

from sessie_tool.kern.document import (
    Alinea,
    Document,
    Kop,
    Koppeling,
    Lijst,
    Opmaak,
    Punt,
    Tabel,
    Tekst,
    Verwijzing,
    plain,
    tekst,
)
from sessie_tool.opmaak import read_opmaak, resolve_opmaak


def show(blokken):
    """The blocks as a small tree of plain text."""
    boom = []
    for blok in blokken:
        if isinstance(blok, Lijst):
            boom.append((blok.nummering or "•", blok.start, [show(punt.blokken) for punt in blok.punten]))
        elif isinstance(blok, Kop):
            boom.append((f"kop{blok.niveau}", plain(blok.inhoud)))
        elif isinstance(blok, Tabel):
            rijen = [[plain(cel) for cel in rij.cellen] for rij in blok.rijen]
            boom.append(("tabel", [kolom.titel for kolom in blok.kolommen], rijen))
        else:
            boom.append((blok.rol, plain(blok.inhoud)) if blok.rol else plain(blok.inhoud))
    return boom


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    (
        ("Eén zin.", ["Eén zin."]),
        ("Regel een\r\nregel twee\r\n\r\nAlinea twee", ["Regel een\nregel twee", "Alinea twee"]),
        ("Regel *een*\nregel twee\n\nAlinea twee", ["Regel een\nregel twee", "Alinea twee"]),
        ("- een\n- twee\n  1. diep", [("•", 1, [["een"], ["twee", ("cijfer", 1, [["diep"]])]])]),
        ("1. een\n1. twee", [("cijfer", 1, [["een"], ["twee"]])]),
        ("3. drie\n4. vier\n7. zeven", [("cijfer", 3, [["drie"], ["vier"]]), ("cijfer", 7, [["zeven"]])]),
        ("2024. Een mooi jaar", [("cijfer", 2024, [["Een mooi jaar"]])]),
        ("20240321. Een lange datum", [("•", 1, [["20240321. Een lange datum"]])]),
        ("1. - genest", [("•", 1, [["1.", ("•", 1, [["genest"]])]])]),
        ("> citaat\n> tweede regel", [("citaat", "citaat\ntweede regel")]),
        ("> - punt", [("•", 1, [["punt"]])]),
        ("# Een\n### Drie\n## Twee", [("kop1", "Een"), ("kop2", "Drie"), ("kop2", "Twee")]),
        ("- # kop in een lijst", [("•", 1, [["kop in een lijst"]])]),
        ("```\na\n  b\n```", [("code", "a\n  b")]),
        ("```sql\nselect\n```", ["sql", ("code", "select")]),
        ("| a | b |\n|---|---|\n| 1 | *2* |", [("tabel", ["a", "b"], [["1", "2"]])]),
        ("| a |\n|---|\n| 1 | 2 |", ["| a |\n|---|\n| 1 | 2 |"]),
        ("<b>vet</b> &amp; <!-- weg -->", ["<b>vet</b> &amp; <!-- weg -->"]),
        ("<div>\nblok\n</div>", ["<div>\nblok\n</div>"]),
        ("Kop\n===", ["Kop\n==="]),
        ("    vier spaties", ["vier spaties"]),
        ("[x]: https://waterveen.example", ["[x]: https://waterveen.example"]),
        ("boven\n\n---\n\nonder", ["boven", "---", "onder"]),
        ("-", ["-"]),
        ("#", ["#"]),
        (r"\*geen nadruk\*", ["*geen nadruk*"]),
        ("", []),
        (" \n\t\n", []),
    ),
)
def test_what_is_typed_becomes_what_a_reader_expects(getypt, gelezen):
    assert show(read_opmaak(getypt)) == gelezen


def test_emphasis_code_and_strikethrough_are_kept():
    (alinea,) = read_opmaak("gewoon **vet *beide*** `code` ~~weg~~")
    assert alinea.inhoud == (
        Tekst("gewoon "),
        Tekst("vet ", vet=True),
        Tekst("beide", vet=True, cursief=True),
        Tekst(" "),
        Tekst("code", code=True),
        Tekst(" "),
        Tekst("weg", doorgehaald=True),
    )


@pytest.mark.parametrize(
    ("getypt", "inhoud"),
    (
        ("[site](https://waterveen.example/ë?a=1)", (Koppeling("site", "https://waterveen.example/ë?a=1"),)),
        ("[](https://waterveen.example)", (Koppeling("https://waterveen.example", "https://waterveen.example"),)),
        ('[site](tel:0531 "bel ons")', (Koppeling("site", "tel:0531"), Tekst(" (bel ons)"))),
        ("<jan@waterveen.example>", (Koppeling("jan@waterveen.example", "mailto:jan@waterveen.example"),)),
        ("[klik](javascript:alert)", (Tekst("klik (javascript:alert)"),)),
        ("[nota](nota.docx)", (Tekst("nota (nota.docx)"),)),
        ("![kaart](kaart.png)", (Tekst("kaart (kaart.png)"),)),
        ("![](kaart.png)", (Tekst("kaart.png"),)),
    ),
)
def test_a_link_keeps_its_address_and_an_image_becomes_words(getypt, inhoud):
    assert read_opmaak(getypt)[0].inhoud == inhoud


def test_headings_stand_below_the_heading_above_them():
    document = Document("t", (Kop(1, tekst("Stap")), Opmaak("# Een\n## Twee"), Kop(1, tekst("Stap")), Opmaak("## Een")))
    assert show(resolve_opmaak(document).blokken) == [
        ("kop1", "Stap"),
        ("kop2", "Een"),
        ("kop3", "Twee"),
        ("kop1", "Stap"),
        ("kop2", "Een"),
    ]


def test_a_heading_that_finds_no_level_is_bold():
    assert read_opmaak("# Diep", 6) == (Alinea((Tekst("Diep", vet=True),)),)


@pytest.mark.parametrize("getypt", ("tekst", "# kop", "- punt", "| a |\n|---|\n| 1 |", "| a |\n|---|"))
def test_the_anker_stays_with_the_first_block(getypt):
    document = resolve_opmaak(Document("t", (Opmaak(getypt, "r7"),)))
    eerste = document.blokken[0]
    if isinstance(eerste, Lijst):
        assert eerste.punten[0].anker == "r7"
    elif isinstance(eerste, Tabel):
        assert eerste.rijen[0].anker == "r7"
    else:
        assert eerste.anker == "r7"


def test_opmaak_inside_a_list_is_resolved_too():
    document = Document("t", (Lijst((Punt((Alinea(tekst("vraag")), Opmaak("# kop\n\n*zo*"))),)),))
    assert show(resolve_opmaak(document).blokken) == [("•", 1, [["vraag", "kop", "zo"]])]


def test_other_blocks_stay_as_they_are():
    blokken = (Kop(1, tekst("*k*")), Alinea((Verwijzing("*v*", "r1"),)), Lijst((Punt((Alinea(tekst("_p_")),)),)))
    assert resolve_opmaak(Document("t", blokken)).blokken == blokken
