"""Markdown: what a person typed reads as typed when a Markdown reader shows it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin
from word_hulp import make_document

from sessie_tool.fouten import GebruikError
from sessie_tool.kern.document import (
    Alinea,
    Document,
    Kolom,
    Kop,
    Koppeling,
    Lijst,
    Noot,
    Passage,
    Punt,
    Rij,
    Tabel,
    Tekst,
    lijst,
    tekst,
)
from sessie_tool.schrijvers import SCHRIJVERS, schrijf


def write_md(*blokken):
    inhoud, bevindingen = schrijf(Document("Titel", blokken), "md")
    assert bevindingen == []
    return inhoud.decode().removeprefix("# Titel\n\n").removesuffix("\n")


def read_back(markdown):
    """The text that a reader of the Markdown sees, in its paragraphs, headings and cells."""
    boom = SyntaxTreeNode(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown))
    return ["".join(_leaves(node)) for node in boom.walk() if node.type == "inline"]


def _leaves(node):
    for kind in node.children:
        if kind.children:
            yield from _leaves(kind)
        elif kind.type == "footnote_ref":
            yield f"<{kind.meta['id'] + 1}>"
        else:
            yield "\n" if kind.type in ("softbreak", "hardbreak") else kind.content


def test_a_document_reads_well_as_markdown():
    document = make_document(blokken=make_document().blokken[:9])
    assert (
        schrijf(document, "md")[0].decode()
        == """\
# Signalensessie Groen \\& duurzaam

Verslag van 21 maart 2024

Concept van 22 maart 2024.

**Plaats:** Stadhuis Waterveen

## Signalen

**Gevraagd:**

- Wat ziet u?
- Wat hoort u?

**Tabel 1 – 3 signalen**

| Nr. | Signaal | Herkomst |
| --- | --- | --- |
| 1 | Signaal 1: netcongestie | buiten |
| 2 | Signaal 2: netcongestie | buiten |
| 3 | Signaal 3: netcongestie | buiten |

Meteen na de tabel.

## Rode draden

### 1. Het stroomnet bepaalt het tempo
"""
    )


@pytest.mark.parametrize(
    ("blok", "markdown"),
    (
        (
            Alinea((Tekst("vet ", vet=True), Tekst("a`b", code=True), Tekst("weg", doorgehaald=True))),
            "**vet** ``a`b``~~weg~~",
        ),
        (Alinea((Koppeling("site", "https://x.example/a b(c)"),)), "[site](<https://x.example/a%20b(c)>)"),
        (Alinea(tekst("a\nb"), "citaat"), "> a\\\n> b"),
        (Alinea(tekst("x = 1\n```"), "code"), "````\nx = 1\n```\n````"),
        (lijst(["een", "twee"], "cijfer"), "1. een\n2. twee"),
        (Lijst((Punt((Alinea(tekst("vijf")), lijst(["diep"]))),), "cijfer", 5), "5. vijf\n\n   - diep"),
        (lijst(["wie?", "wat?"], "letter"), "a. wie?\n\nb. wat?"),
        (Kop(6, tekst("diep")), "###### diep"),
        (Tabel((Kolom("a|b"),), (Rij((tekst("c|d\ne"),)),), ""), "**Tabel 1**\n\n| a\\|b |\n| --- |\n| c\\|d / e |"),
    ),
)
def test_every_block_has_its_markdown(blok, markdown):
    assert write_md(blok) == markdown


@pytest.mark.parametrize(
    "getypt",
    (
        "# geen kop",
        "- geen lijst",
        "1. geen lijst",
        "12) geen lijst",
        "> geen citaat",
        "a\n===",
        "a\n---",
        "    geen code",
        "*geen* _nadruk_ `code`",
        "<b>geen html</b> &amp; &copy;",
        "[geen](koppeling) ![noch](beeld)",
        "| geen | tabel |\n|---|---|",
        "C:\\map\\#1",
        "~~niet weg~~",
        "```\ngeen hek",
        "<https://x.example>",
    ),
)
def test_typed_signs_stay_signs(getypt):
    assert read_back(write_md(Alinea(tekst(getypt)))) == [getypt.strip()]


WOORD = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.lists(WOORD, min_size=1, max_size=6), st.booleans(), st.booleans())
def test_any_text_reads_back_as_typed_in_a_paragraph_and_in_a_cell(woorden, vet, cursief):
    getypt = " ".join(woorden)
    inhoud = (Tekst(getypt, vet=vet and getypt.isalnum(), cursief=cursief and getypt.isalnum()),)
    assert read_back(write_md(Alinea(inhoud))) == [getypt]
    assert read_back(write_md(Tabel((Kolom("k"),), (Rij((inhoud,)),), "")))[-1] == getypt


def read_noten(markdown):
    """What a reader of Markdown with notes sees: the paragraphs with a number at each note, then the notes."""
    boom = SyntaxTreeNode(MarkdownIt("commonmark").enable("strikethrough").use(footnote_plugin).parse(markdown))
    return ["".join(_leaves(node)) for node in boom.walk() if node.type == "inline"]


def test_notes_have_a_number_and_stand_at_the_end():
    noot = Noot((Tekst("Zie "), Koppeling("nota", "https://x.example"), Tekst("\nen *meer*")))
    tabel = Tabel((Kolom("k"),), (Rij(((Tekst("cel"), Noot(tekst("c"))),)),), "")
    kop = Kop(1, (Tekst("Kop"), Noot(tekst("- k"))))
    assert write_md(kop, tabel, Alinea((Tekst("a"), noot, Tekst(" b"))), Alinea(tekst("slot"))) == (
        "## Kop[^1]\n\n**Tabel 1**\n\n| k |\n| --- |\n| cel[^2] |\n\na[^3] b\n\nslot\n\n"
        "[^1]: \\- k\n[^2]: c\n[^3]: Zie [nota](<https://x.example>)\\\n    en \\*meer\\*"
    )


@pytest.mark.parametrize("achter", ("(x)", ": x", "[x]", "[x](y)", "^[x]", "[^1]"))
def test_what_follows_a_note_is_never_taken_for_a_part_of_it(achter):
    assert read_noten(write_md(Alinea((Noot(tekst("zo")), Tekst(achter))))) == [f"<1>{achter}", "zo"]


@pytest.mark.parametrize("voor", ("x^", "Kijk!", "!^", "[x]"))
def test_what_stands_before_a_link_or_a_note_makes_nothing_else_of_it(voor):
    markdown = write_md(Alinea((Tekst(voor), Koppeling("site", "https://x.example"), Tekst(voor), Noot(tekst("zo")))))
    assert read_noten(markdown) == [f"{voor}site{voor}<1>", "zo"]


@settings(max_examples=200, deadline=None)
@given(WOORD, WOORD, WOORD)
def test_any_text_before_in_and_behind_a_note_reads_back_as_typed(voor, noot, achter):
    markdown = write_md(Alinea((Tekst(voor), Noot(tekst(noot)), Tekst(achter))))
    assert read_noten(markdown) == [f"{voor}<1>{achter}", noot]


def test_a_passage_is_bold_and_its_label_is_between_brackets():
    passage = Passage((Tekst("bouw "), Tekst("eerst", cursief=True)), "p1", "advies 1")
    assert write_md(Alinea((Tekst("Wij "), passage))) == "Wij **bouw** ***eerst*** (advies 1)"


def test_what_a_file_cannot_hold_is_replaced_and_told():
    inhoud, bevindingen = schrijf(Document("t", (Alinea(tekst("\x1b[2J \ud83d")),)), "md")
    assert inhoud.decode() == "# t\n\n␛\\[2J �\n"
    assert len(bevindingen) == 2


def test_an_unknown_format_is_refused_with_what_there_is():
    with pytest.raises(GebruikError, match=r"Het formaat 'pages' bestaat niet\. Kies docx, odt, pdf, md en txt\."):
        schrijf(Document("t", ()), "pages")
    with pytest.raises(GebruikError, match=re.escape("Bedoelt u 'docx'?")):
        schrijf(Document("t", ()), "doc")


@pytest.mark.parametrize("formaat", tuple(SCHRIJVERS))
def test_every_writer_takes_any_document(formaat):
    inhoud, bevindingen = schrijf(make_document(), formaat)
    assert inhoud
    assert bevindingen == []
