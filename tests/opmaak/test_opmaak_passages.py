"""A marked passage that is known becomes something to point at; the signs of another one are text."""

import pytest

from sessie_tool.kern.document import (
    Alinea,
    Document,
    Koppeling,
    Lijst,
    Noot,
    Opmaak,
    Passage,
    Passagemerk,
    Punt,
    Tekst,
    plain,
    tekst,
)
from sessie_tool.opmaak import read_opmaak, resolve_opmaak


def read(getypt, *bekend):
    """The content of the first paragraph, with these passages known as p0, p1, …"""
    merken = tuple(Passagemerk(woorden, f"p{plaats}", f"advies {plaats}") for plaats, woorden in enumerate(bekend))
    return read_opmaak(getypt, 0, merken)[0].inhoud


def test_a_known_passage_gets_its_anker_and_its_label():
    assert read("Wij ==spreiden de bouw== nu.", "spreiden de bouw") == (
        Tekst("Wij "),
        Passage(tekst("spreiden de bouw"), "p0", "advies 0"),
        Tekst(" nu."),
    )


def test_text_without_any_other_sign_is_read_too():
    assert isinstance(read("==zo==", "zo")[0], Passage)


@pytest.mark.parametrize(
    "getypt",
    ("Wij ==bouwen== nu", "a == b == c", "====", "==open", r"\==zo==", "==zo\n\nniet==", "x ==zo= y", "==niet==="),
)
def test_the_signs_of_what_is_not_known_stay(getypt):
    blokken = read_opmaak(getypt, 0, (Passagemerk("zo", "p", "advies"),))
    assert "\n\n".join(plain(blok.inhoud) for blok in blokken) == getypt.replace("\\", "")


@pytest.mark.parametrize("getypt", ("`==zo==`", "```\n==zo==\n```", "==zo `x== y`"))
def test_inside_code_a_sign_is_a_sign(getypt):
    inhoud = read(getypt, "zo", "zo `x")
    assert not [deel for deel in inhoud if isinstance(deel, Passage)]
    assert plain(inhoud) == getypt.replace("`", "").strip("\n")


def test_a_passage_keeps_its_emphasis_links_and_notes():
    woorden = "bouw *eerst* in [Oost](https://waterveen.example)^[de wijk]"
    assert read(f"=={woorden}==", woorden) == (
        Passage(
            (
                Tekst("bouw "),
                Tekst("eerst", cursief=True),
                Tekst(" in "),
                Koppeling("Oost", "https://waterveen.example"),
                Noot(tekst("de wijk")),
            ),
            "p0",
            "advies 0",
        ),
    )


def test_a_passage_may_stand_in_emphasis():
    assert read("**Ja, ==zo==**", "zo")[1] == Passage((Tekst("zo", vet=True),), "p0", "advies 0")


@pytest.mark.parametrize(
    ("getypt", "woorden"),
    (
        ("==een\ntwee==", "een\ntwee"),
        ("==een\r\ntwee==", "een\r\ntwee"),
        ("> ==een\n> twee==", "een\n> twee"),
        ("- punt ==een\n  twee==", "een\n  twee"),
    ),
)
def test_a_passage_may_run_over_a_line_end_as_it_was_typed(getypt, woorden):
    (blok,) = read_opmaak(getypt, 0, (Passagemerk(woorden, "p", "advies"),))
    alinea = blok.punten[0].blokken[0] if isinstance(blok, Lijst) else blok
    assert alinea.inhoud[-1] == Passage(tekst("een\ntwee"), "p", "advies")


def test_two_passages_with_the_same_words_are_taken_in_their_order():
    inhoud = read("==zo== en ==zo==", "zo", "zo")
    assert [deel.anker for deel in inhoud if isinstance(deel, Passage)] == ["p0", "p1"]


def test_the_longest_of_two_known_passages_is_taken():
    assert read("==a==b==", "a", "a==b")[0].anker == "p1"


def test_an_opmaak_block_hands_its_passages_on_also_inside_a_list():
    opmaak = Opmaak("==zo==", "r1", (Passagemerk("zo", "p1", "advies 1"),))
    document = resolve_opmaak(Document("t", (opmaak, Lijst((Punt((opmaak,)),)))))
    passage = Passage(tekst("zo"), "p1", "advies 1")
    assert document.blokken[0] == Alinea((passage,), anker="r1")
    assert document.blokken[1].punten[0].blokken == (Alinea((passage,), anker="r1"),)
