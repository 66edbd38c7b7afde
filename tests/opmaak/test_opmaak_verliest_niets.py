"""Whatever a person types, every word of it is in the document."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessie_tool.kern.document import Koppeling, Lijst, Passagemerk, Tabel, flatten, plain
from sessie_tool.opmaak import _as_typed, read_opmaak
from sessie_tool.opmaak.lezer import Lezer

MERKEN = st.sampled_from(
    (
        *("*", "**", "_", "`", "```", "~~", "#", "##", "-", "+", ">", "|", "|---|", "[", "]", "(", ")", "!", "\\", "<"),
        *("&", ";", ":", "1.", "3.", "7)", "0.", "123456.", "\t", "---", "===", "[a](b)", "&copy;", "<b>", "<!--"),
        *("[^1]", "[^ab]", "\n[^1]: ", "\n\n[^ab]: ", "^[", "^", "=="),
        *("\n", "\n\n", "    ", "  ", "\r\n", "> > ", "\n- ", "\n  - ", "| a | b |\n|---|---|\n| c | d | e |\n"),
    )
)
WOORDEN = st.from_regex(r"[a-zé]{1,6}|[A-Z]{2}|\d{1,3}", fullmatch=True)
TEKSTEN = st.lists(MERKEN | WOORDEN | st.just(" "), max_size=40).map("".join) | st.text(max_size=80)


def words(tekst):
    return re.findall(r"[^\W_]+", tekst)


def shown(blokken):
    """Everything that a reader of the blocks sees, numbers of lists and addresses too."""
    for blok in blokken:
        if isinstance(blok, Lijst):
            for nummer, punt in enumerate(blok.punten, blok.start):
                yield str(nummer) if blok.nummering else ""
                yield from shown(punt.blokken)
        elif isinstance(blok, Tabel):
            yield from (kolom.titel for kolom in blok.kolommen)
            for rij in blok.rijen:
                yield from (plain(cel) for cel in rij.cellen)
                yield from (deel.adres for cel in rij.cellen for deel in flatten(cel) if isinstance(deel, Koppeling))
        else:
            yield plain(blok.inhoud)
            yield from (deel.adres for deel in flatten(blok.inhoud) if isinstance(deel, Koppeling))


def is_markup(woord, tekst):
    """A number before a dot may be the sign of a list, and a word in [^…] that of a note: Markdown counts those."""
    return (woord.isdigit() and re.search(rf"{woord}[.)]", tekst)) or re.search(rf"\[\^[^\]\s]*{woord}", tekst)


def marks(tekst):
    """Every second passage between == signs is known, its neighbour is not."""
    passages = re.findall(r"(?s)==(.+?)==", tekst)[::2]
    return tuple(Passagemerk(passage, f"p{plaats}", "") for plaats, passage in enumerate(passages))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEKSTEN)
def test_every_word_that_is_typed_is_shown(tekst):
    gezien = "\n".join(shown(read_opmaak(tekst, 0, marks(tekst))))
    for woord in words(tekst):
        assert woord in gezien or is_markup(woord, tekst)


GEWOON = st.characters(blacklist_characters="*_`[]<~|\\!>#+-", blacklist_categories=("Cs", "Cc", "Z"))


@settings(max_examples=200, deadline=None)
@given(st.text(GEWOON | st.sampled_from(" \t\n"), max_size=120))
def test_text_without_marks_reads_the_same_with_and_without_the_parser(tekst):
    if re.search(r"^\s*\d+[.)]", tekst, re.MULTILINE):
        return
    assert Lezer(0).read(tekst) == _as_typed(tekst)


@pytest.mark.parametrize(
    "tekst",
    (
        *("> " * 90 + "diep", "- " * 3000 + "diep", "[" * 2000 + "x", "*a " * 2000, "`" * 3000 + "x"),
        *(
            "**" * 2000 + "x",
            "^[" * 500 + "x",
            "^[" * 90 + "x" + "]" * 90,
            "==a" * 2000,
            "a[^1]" * 2000 + "\n\n[^1]: b",
        ),
    ),
    ids=["citaten", "lijsten", "haken", "nadruk", "code", "vet", "open-noten", "noten-in-noten", "merken", "noten"],
)
def test_text_that_no_parser_likes_is_shown_as_typed(tekst):
    gezien = "\n".join(shown(read_opmaak(tekst, 0, marks(tekst))))
    assert words(tekst)[-1] in gezien
