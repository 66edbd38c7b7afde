"""The content of a paragraph can be read as bare text by whoever has no place for notes and no way to point."""

from sessie_tool.kern.document import (
    Koppeling,
    Noot,
    Passage,
    Tekst,
    Verwijzing,
    drop_noten,
    flatten,
    plain,
    show_passage,
    tekst,
)

NOOT = Noot((Tekst("zie "), Koppeling("nota", "https://waterveen.example")))
INHOUD = (
    Tekst("Wij "),
    Passage((Tekst("bouwen"), NOOT), "p1", "advies 3"),
    Tekst(" bij "),
    Verwijzing("draad 1", "d1"),
)


def test_bare_text_has_every_word_of_notes_and_passages():
    assert plain(INHOUD) == "Wij bouwen (noot: zie nota) (advies 3) bij draad 1"
    assert plain((NOOT,)) == " (noot: zie nota)"
    assert plain(()) == ""


def test_flat_content_keeps_links_and_shows_a_passage_in_bold():
    delen = [*flatten(INHOUD)]
    assert Koppeling("nota", "https://waterveen.example") in delen
    assert Tekst("bouwen", vet=True) in delen
    assert not [deel for deel in delen if isinstance(deel, (Noot, Passage))]


def test_a_passage_without_a_label_has_no_brackets():
    assert show_passage(Passage(tekst("zo"), "p1", "")) == (Tekst("zo", vet=True),)


def test_without_its_notes_the_content_is_what_stands_in_the_text():
    assert drop_noten((Tekst("a"), NOOT, Tekst("b"))) == (Tekst("a"), Tekst("b"))
    assert drop_noten(INHOUD) == INHOUD
