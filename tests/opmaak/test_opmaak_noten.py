"""A note is typed in the text or apart from it; either way it becomes a note at its place, and no word is lost."""

import pytest

from sessie_tool.kern.document import Alinea, Document, Kop, Koppeling, Lijst, Noot, Opmaak, Punt, Tekst, plain, tekst
from sessie_tool.opmaak import read_opmaak, resolve_opmaak


def noten(blokken):
    """The text of every note in paragraphs and headings."""
    for blok in blokken:
        yield from (plain(deel.inhoud) for deel in blok.inhoud if isinstance(deel, Noot))


def lines(blokken):
    """The text of every paragraph, with a note between brackets."""
    return [plain(blok.inhoud) for blok in blokken]


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    (
        ("Het net is vol.^[Gemeten in maart.]", ["Het net is vol. (noot: Gemeten in maart.)"]),
        ("Het net is vol.[^1]\n\n[^1]: Gemeten.", ["Het net is vol. (noot: Gemeten.)"]),
        ("[^1]: Eerst de noot.\n\nDan de zin.[^1]", ["Dan de zin. (noot: Eerst de noot.)"]),
        ("a[^net-1] b[^2]\n\n[^2]: twee\n[^net-1]: een", ["a (noot: een) b (noot: twee)"]),
        ("a[^1] b[^1]\n\n[^1]: dubbel", ["a (noot: dubbel) b (noot: dubbel)"]),
        ("a[^1]\n\n[^1]: regel\n    tweede\n\n    alinea twee", ["a (noot: regel\ntweede\nalinea twee)"]),
        ("a[^1]\n\n[^1]: - een\n    - twee", ["a (noot: - een\n- twee)"]),
        ("a[^1]\n\n[^1]: Zie\n\n    3. drie", ["a (noot: Zie\n3. drie)"]),
        ("a[^1]\n\n[^1]: | k |\n    |---|\n    | c |", ["a (noot: k\nc)"]),
        ("> citaat^[so]", ["citaat (noot: so)"]),
        ("a^[ ruimte]", ["a (noot: ruimte)"]),
    ),
)
def test_a_note_stands_where_it_belongs(getypt, gelezen):
    assert lines(read_opmaak(getypt)) == gelezen


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    (
        ("Zie [^x].", ["Zie [^x]."]),
        ("Zie [^x].\n\n[^y]: niemand", ["Zie [^x].", "[^y]: niemand"]),
        ("Tekst.\n\n[^y]: niemand\n\n    en meer", ["Tekst.", "[^y]: niemand", "en meer"]),
        ("a[^1]\n\n[^1]:", ["a[^1]", "[^1]:"]),
        ("a[^1]\n\n[^1]: een\n[^1]: nog een", ["a (noot: een)", "[^1]: nog een"]),
        ("leeg ^[] en ^[ ] en ^[open", ["leeg ^[] en ^[ ] en ^[open"]),
        ("`^[code]` en \\^[zo]", ["^[code] en ^[zo]"]),
        ("```\na^[b]\n```", ["a^[b]"]),
        ("2^10 en a^b", ["2^10 en a^b"]),
    ),
)
def test_what_is_no_note_stays_as_typed(getypt, gelezen):
    assert lines(read_opmaak(getypt)) == gelezen


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    (
        ("a^[b ^[c] d]", ["b ^[c] d"]),
        ("a[^1]\n\n[^1]: zie [^1] en ^[zo]", ["zie [^1] en ^[zo]"]),
        ("a[^1]\n\n[^1]: zie [^2]\n[^2]: zie [^1]", ["zie [^2]", "zie [^2]"]),
    ),
)
def test_a_note_inside_a_note_is_text_so_that_notes_never_run_in_circles(getypt, gelezen):
    assert [*noten(read_opmaak(getypt))] == gelezen
    for blok in read_opmaak(getypt):
        assert not [
            kind for deel in blok.inhoud if isinstance(deel, Noot) for kind in deel.inhoud if isinstance(kind, Noot)
        ]


def test_a_note_keeps_its_emphasis_and_its_links():
    (alinea,) = read_opmaak("**Vol^[Zie *de* [nota](https://waterveen.example).]**")
    assert alinea.inhoud == (
        Tekst("Vol", vet=True),
        Noot(
            (
                Tekst("Zie "),
                Tekst("de", cursief=True),
                Tekst(" "),
                Koppeling("nota", "https://waterveen.example"),
                Tekst("."),
            )
        ),
    )


def test_a_note_in_the_words_of_a_link_comes_behind_the_link():
    (alinea,) = read_opmaak("[de nota^[van maart]](https://waterveen.example)")
    assert alinea.inhoud == (Koppeling("de nota", "https://waterveen.example"), Noot(tekst("van maart")))


def test_a_note_works_in_a_heading_a_list_and_a_table():
    kop, punten, tabel = read_opmaak("# Kop^[k]\n\n- punt[^p]\n\n| a^[t] |\n|---|\n| cel^[c] |\n\n[^p]: p")
    assert kop == Kop(1, (Tekst("Kop"), Noot(tekst("k"))))
    assert punten == Lijst((Punt((Alinea((Tekst("punt"), Noot(tekst("p")))),)),))
    assert tabel.rijen[0].cellen == ((Tekst("cel"), Noot(tekst("c"))),)
    assert tabel.kolommen[0].titel == "a (noot: t)"


def test_the_labels_of_one_text_do_not_count_in_another():
    document = Document("t", (Opmaak("a[^1]\n\n[^1]: een"), Opmaak("b[^1]"), Opmaak("c[^1]\n\n[^1]: twee")))
    assert lines(resolve_opmaak(document).blokken) == ["a (noot: een)", "b[^1]", "c (noot: twee)"]
