"""The promise: whatever stands in a report, every word of it is in the session."""

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inlees_hulp import KAAL, VOLLEDIG, all_text, as_rapport, place, read, records, words

from sessie_tool.inlezen.blokken import Alinea, Kop, Lijstpunt, Noot, Tabel, block_text
from sessie_tool.inlezen.markdown import escape, escape_begin
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.inlezen.woorden import DELEN, is_exact, label_of, part_of

KOPPEN = [
    "Inleiding", "Vragen", "Vragen aan de Board", "Thema's", "Reflecties", "Reflectie op zwanen", "Rode draden",
    "Signalen", "Adviezen", "Acties", "Afspraken", "Aanwezig", "Afwezig", "Onderwerpen volgende keer", "Aanleiding",
    "Thema 1: Zwanen", "Thema 2", "Vraag a", "Vraag b: Waarom?", "Vragen a en b", "Zwanen", "Bijlage 1", "Tot slot",
    "Rode draad 2 – Eenden", "Advies 1: doe iets", "Van buiten", "Besluiten en acties", "Reflectie", "Advies",
    "Twee deelnemers", "Drie belangrijke signalen", "Bevindingen uit Voorbeeldstad", "Concrete aanleiding",
    "Nieuwe vragen", "Aanwezigen (met stemrecht)",
]  # fmt: skip
REGELS = [
    "Datum: 21 maart 2024", "Datum: dinsdag 21 maart 2024 om 14.00 uur", "Plaats: zaal 3", "Aanwezig: A. Een, B. Twee",
    "Aanleiding: het regent", "Onderwerp: water", "Vraag c: Hoe dan?", "Advies: stop ermee.",
    "Actie 3: bellen", "Thema 1: Zwanen", "Zwanen: ze zwemmen.", "Signaal 1: het piept", "Voorbeeldstad, 3 mei 2024",
    "De groep vindt dat vraag a voorgaat.", "Wat nu?", "We vragen:", "Zwanen", "Signalen:", "VOORBEELD", "==markeren==",
    "Nieuwe leden: A. Een", "Aanwezig namens Voorbeeldstad: A. Een, B. Twee", "Nieuwe locatie: zaal 9",
    "Concrete aanleiding: het regent", "Afwezig wegens ziekte: C. Drie",
]  # fmt: skip

TEKST = st.text("abc de,.;:?!()*_|#=[]^<>`~\\-–'’123\n\tÉ", min_size=1, max_size=40).filter(lambda een: een.strip())
ZIN = st.one_of(st.sampled_from(REGELS), st.sampled_from(KOPPEN), TEKST)


@st.composite
def alineas(draw):
    tekst = draw(ZIN).strip()
    return Alinea(tekst, escape_begin(escape(tekst)), draw(st.booleans()), draw(st.booleans()))


@st.composite
def punten(draw):
    tekst = draw(ZIN).strip()
    merk = draw(st.sampled_from(["-", "-", "a.", "b.", "(c)", "1.", "2.", "3)", "2.1"]))
    return Lijstpunt(tekst, escape_begin(escape(tekst)), merk, draw(st.integers(0, 2)), draw(st.booleans()))


@st.composite
def tabellen(draw):
    breedte = draw(st.integers(1, 4))
    koppen = st.sampled_from(
        ["Actie", "Wie", "Wanneer", "Thema", "Reflectie", "Vraag", "Signaal", "Naam", "Advies", "x", "Nr"]
    )
    cel = st.one_of(koppen, ZIN, st.just(""))
    kop = draw(st.lists(st.one_of(koppen, cel), min_size=breedte, max_size=breedte))
    rijen = draw(st.lists(st.lists(cel, min_size=breedte, max_size=breedte), max_size=3))
    return Tabel(tuple(tuple(_cel(een.strip()) for een in rij) for rij in [kop, *rijen]))


def _cel(tekst):
    return (Alinea(tekst, escape_begin(escape(tekst))),) if tekst else ()


KOP = st.builds(
    lambda niveau, tekst, merk: Kop(niveau, " ".join(tekst.split()), merk),
    st.integers(0, 4),
    ZIN,
    st.sampled_from(["", "", "1.", "2.1"]),
)
NOOT = st.builds(
    lambda waar, tekst, merk: Noot(waar, tekst, escape(tekst), merk if waar == "voetnoot" else ""),
    st.sampled_from(["voetnoot", "opmerking", "koptekst", "voettekst", "afbeelding", "verborgen tekst"]),
    ZIN,
    st.sampled_from(["", "1", "2"]),
)
BLOKKEN = st.lists(st.one_of(alineas(), punten(), KOP, tabellen(), NOOT), min_size=1, max_size=14)

STRUCTUUR = {
    woord for zinnen in DELEN.values() for zin in zinnen for woord in words(zin)
} | {"nr", "en", "naam", "bij", "nummer", "signaal", "op", "wie"}  # fmt: skip
"""Words that say what something is: they may become the place where it stands (a step, a column, a field)."""


def wanted(blokken):
    """The words that must be found: all but numbers, markers and those that only say what something is."""
    alle = (woord for blok in blokken for woord in words(block_text(blok)))
    return Counter(woord for woord in alle if woord not in STRUCTUUR and len(woord) > 1 + woord.isdigit())


def lost(blokken, sessie):
    """The words that are not there as often.

    Those of a title are there once, for every heading that names it; a signal that is said twice is one signal.
    """
    gevonden = Counter(words(all_text(sessie))) + repeated(blokken, sessie)
    titels = [een.titel for soort in ("themas", "rode_draden") for een in records(sessie, soort)]
    genoemd = {woord for titel in titels for woord in words(titel)}
    return Counter({woord: keren for woord, keren in (wanted(blokken) - gevonden).items() if woord not in genoemd})


def repeated(blokken, sessie):
    """The words of signals as often as they were said again."""
    gezegd = [words(block_text(blok)) for blok in blokken]
    terug = Counter()
    for een in records(sessie, "signalen"):
        woorden = words(een.hoofdtekst)
        keren = sum(bool(woorden) and zin[-len(woorden) :] == woorden for zin in gezegd)
        terug += Counter({woord: keren - 1 for woord in woorden if keren > 1})
    return terug


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(BLOKKEN)
def test_every_word_of_any_list_of_blocks_is_in_the_session(blokken):
    assert not lost(blokken, place(as_rapport(*blokken)).sessie)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(BLOKKEN)
def test_every_word_is_kept_in_a_session_that_has_no_place_for_any_of_it(blokken):
    assert not lost(blokken, place(as_rapport(*blokken), KAAL).sessie)


def test_the_words_that_are_not_looked_for_are_only_those_of_headings():
    assert all(is_exact(zin) or label_of(zin) or part_of(zin) for zinnen in DELEN.values() for zin in zinnen)
    assert "zwemmen" not in STRUCTUUR
    assert VOLLEDIG.stappen


_MERK_IN_WOORD = re.compile(r"(?<=\w)[*_~`=\[\]\\]+(?=\w)")


def lost_of_text(tekst, sessie):
    """The words of a text file that are not there; '*1*1a' is there as '11a', for its marks are emphasis."""
    heel = set(words(_MERK_IN_WOORD.sub("", tekst))) & set(words(all_text(sessie))) - set(words(tekst))
    return {woord for woord in lost([Alinea(tekst, "")], sessie) if not any(woord in een for een in heel)}


REGEL = st.builds(
    lambda voor, zin: voor + zin.replace("\n", " "),
    st.sampled_from(
        ["", "", "- ", "a. ", "1. ", "(b) ", "  - ", "\t", "# ", "## ", "> ", "| ", "**", "[^1]: ", "    "]
    ),
    ZIN,
)
LOS = st.sampled_from(
    ["", "", "===", "---", "```", "| a1 | b1 |", "|---|---|", "kop\tkolom", "een\ttwee", "<!-- weg -->"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(st.one_of(REGEL, LOS), min_size=1, max_size=16), st.sampled_from(["v.txt", "v.md"]))
def test_every_word_of_any_text_file_is_in_the_session(regels, naam):
    tekst = "\n".join(regels)
    try:
        sessie = read(naam, tekst, VOLLEDIG).sessie
    except LeesError:
        assert not words(tekst)
        return
    assert not lost_of_text(tekst, sessie)


@pytest.mark.parametrize(("tekst", "woord"), (("*1*1a", "11a"), ("snel**le**re", "snellere")))
def test_emphasis_in_the_middle_of_a_word_leaves_the_word_whole(tekst, woord):
    sessie = read("v.md", tekst, VOLLEDIG).sessie
    assert woord in words(all_text(sessie))
    assert not lost_of_text(tekst, sessie)


@pytest.mark.parametrize(
    "tekst",
    (
        "een\ttwee\nAanwezig",
        "# Verslag\n\n## Twee deelnemers\n\n- A. Een\n- B. Verzonnen\n",
        "# Verslag\n\n## Aanwezigen (met stemrecht)\n\n- A. Een\n",
        "# Verslag\n\nNieuwe leden: A. Een\n\n## Reflecties\n\nHet piept.\n",
        "# Verslag\n\nNieuwe locatie: zaal 9\n\nConcrete aanleiding: het regent\n\n## Reflecties\n\nHet piept.\n",
        "# Verslag\n\n## Concrete aanleiding\n\nHet regent.\n",
        "# Verslag\n\n## Bevindingen uit Voorbeeldstad\n\nHet piept.\n",
        "# Verslag\n\n## Thema 1: Zwanen\n\n### Drie belangrijke signalen\n\n- Het piept.\n",
    ),
)
def test_a_heading_or_label_with_words_of_its_own_keeps_them(tekst):
    assert not lost([Alinea(tekst, "")], read("v.md", tekst, VOLLEDIG).sessie)
