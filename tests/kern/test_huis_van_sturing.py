"""The huis van sturing: what people write as Markdown comes back as it was, and what is wrong is said with its line."""

from itertools import count

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.huis import (
    LEEG_HUIS,
    Doelstelling,
    Huis,
    Indicator,
    Perspectief,
    Succesfactor,
    Tegenspraak,
    gone,
    walk,
    with_ids,
)
from sessie_tool.kern.huis_tekst import format_huis, one_line, parse_huis

TEKST = """\
# Bewoners

Hoe mensen de stad beleven.

## Iedereen doet mee

### Mensen vinden de weg

- Aantal klachten over het loket (klachten per maand; eigen telling)
  Meer klachten kan goed nieuws zijn.
- Bezoekers van het buurthuis (per week)

## De stad is groen

### Genoeg schaduw

- Bomen in de straat

spanning: Iedereen doet mee ↔ De stad is groen (een boom kost een parkeerplaats (soms twee))
"""

STUKKEN = ("#", "- ", "(", ")", "\\", ";", "spanning:", "spanning: a ↔ b", " ", "  ", "x", "é", "[b]", "{{x}}", "=1+1")
stuk = st.one_of(st.lists(st.sampled_from(STUKKEN)).map("".join), st.text(st.characters(exclude_categories=["Cs"])))
naam = stuk.map(one_line).filter(bool)
doelnaam = naam.filter(lambda one: "↔" not in one)
uitleg = stuk.map(lambda one: "\n".join(regel.strip() for regel in one.replace("\r", "").split("\n")).strip())


def no_twins(namen):
    return len({one.casefold() for one in namen}) == len(namen)


@st.composite
def huizen(draw):
    """A huis with ids as `parse_huis` never gives them, and names of every kind."""
    ids = map(str, count(1))

    def lijst(strategie, min_size=0):
        return draw(st.lists(strategie, min_size=min_size, max_size=3, unique_by=str.casefold))

    def indicator(een):
        return Indicator(
            id=next(ids), naam=een, eenheid=one_line(draw(stuk)), bron=one_line(draw(stuk)), toelichting=draw(uitleg)
        )

    def factor(een):
        return Succesfactor(
            id=next(ids), naam=een, toelichting=draw(uitleg), indicatoren=tuple(map(indicator, lijst(naam)))
        )

    def doel(een):
        return Doelstelling(
            id=next(ids), naam=een, toelichting=draw(uitleg), succesfactoren=tuple(map(factor, lijst(naam)))
        )

    doelen = [doel(een) for een in lijst(doelnaam, 2)]
    half = draw(st.integers(0, len(doelen)))
    delen = [doelen[:half], doelen[half:]]
    perspectieven = tuple(
        Perspectief(id=next(ids), naam=een, toelichting=draw(uitleg), doelstellingen=tuple(deel))
        for een, deel in zip(draw(st.lists(naam, min_size=2, max_size=2, unique_by=str.casefold)), delen, strict=True)
    )
    wringt = Tegenspraak(id=next(ids), tussen=doelen[0].id, en=doelen[1].id, toelichting=one_line(draw(stuk)))
    return Huis(perspectieven, (wringt,) if draw(st.booleans()) else ())


@given(huizen())
def test_a_huis_written_as_markdown_comes_back_as_it_was(huis):
    gelezen, bevindingen = parse_huis(format_huis(huis))
    assert bevindingen == ()
    assert with_ids(gelezen, huis, iter(())) == huis


@given(stuk)
def test_any_text_is_read_or_said_to_be_wrong_and_never_lost(tekst):
    huis, bevindingen = parse_huis(tekst)
    assert all(one.regel for one in bevindingen)
    if not bevindingen:
        again, erbij = parse_huis(format_huis(huis))
        assert erbij == ()
        assert [(pad, deel.toelichting) for pad, deel in walk(again.perspectieven)] == [
            (pad, deel.toelichting) for pad, deel in walk(huis.perspectieven)
        ]


def test_the_words_of_a_person_become_the_parts():
    huis, bevindingen = parse_huis(TEKST)
    assert bevindingen == ()
    assert [one.naam for one in huis.doelstellingen] == ["Iedereen doet mee", "De stad is groen"]
    klachten, bezoekers, bomen = (plek.indicator for plek in huis.plekken)
    assert (klachten.eenheid, klachten.bron) == ("klachten per maand", "eigen telling")
    assert klachten.toelichting == "Meer klachten kan goed nieuws zijn."
    assert (bezoekers.eenheid, bezoekers.bron, bomen.eenheid) == ("per week", "", "")
    assert huis.perspectieven[0].toelichting == "Hoe mensen de stad beleven."
    (spanning,) = huis.tegenspraken
    assert huis.noem(spanning.en) == "De stad is groen"
    assert spanning.toelichting == "een boom kost een parkeerplaats (soms twee)"
    assert format_huis(huis) == TEKST


@pytest.mark.parametrize(
    ("tekst", "regel", "woorden"),
    (
        ("zomaar\n# A", 1, "boven het eerste perspectief"),
        ("# A\n### C", 2, "succesfactor staat niet onder een doelstelling"),
        ("# A\n## B\n- i", 3, "indicator staat niet onder een succesfactor"),
        ("#### D", 1, "hooguit drie hekjes"),
        ("# A\n##", 2, "heeft geen naam"),
        ("# A\n## B\n# C\n## b", 4, "'b' staat er al in regel 2"),
        ("# A\n# a", 2, "'a' staat er al"),
        ("# A\n## Groen\n## Samen\nspanning: Groem ↔ Samen", 4, "Bedoelt u 'Groen'?"),
        ("# A\n## B\nspanning: B en C", 3, "noemt geen twee doelstellingen"),
        ("# A\n## B\nspanning: B ↔ B", 3, "twee keer dezelfde"),
        ("# A\n## B\n## C\nspanning: B ↔ C\nspanning: C <-> B", 5, "staat er al"),
        ("# A\n## B ↔ C", 2, "mag geen '↔'"),
    ),
)
def test_what_is_wrong_is_said_with_its_line(tekst, regel, woorden):
    _, bevindingen = parse_huis(tekst)
    assert [(one.regel, woorden in str(one)) for one in bevindingen] == [(regel, True)]


def test_parts_keep_their_id_when_the_text_around_them_changes():
    nummers = map(str, count(1))
    eerst = with_ids(parse_huis(TEKST)[0], LEEG_HUIS, nummers)
    anders = TEKST.replace("(per week)", "(per dag)").replace("## De stad is groen", "# Natuur\n\n## De stad is groen")
    daarna = with_ids(parse_huis(anders)[0], eerst, nummers)
    assert [one.id for one in daarna.doelstellingen] == [one.id for one in eerst.doelstellingen]
    assert daarna.tegenspraken == eerst.tegenspraken
    assert [plek.indicator.id for plek in daarna.plekken][:2] == [plek.indicator.id for plek in eerst.plekken][:2]
    ids = [deel.id for _, deel in walk(daarna.perspectieven)]
    assert len(set(ids)) == len(ids)


def test_what_is_gone_is_known():
    eerst = with_ids(parse_huis(TEKST)[0], LEEG_HUIS, map(str, count(1)))
    minder = parse_huis(TEKST.replace("- Bezoekers van het buurthuis (per week)\n", ""))[0]
    daarna = with_ids(minder, eerst, map(str, count(100)))
    assert [deel.naam for deel in gone(eerst, daarna)] == ["Bezoekers van het buurthuis"]
    assert gone(daarna, msgspec.structs.replace(daarna)) == ()
