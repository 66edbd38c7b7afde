"""Preparation before the day: a form that anyone can fill in, of which no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.bouwstenen.dilemma import Dilemmas
from sessie_tool.kern.deelnemer import parse_deelnemer
from sessie_tool.kern.gereed import list_open
from sessie_tool.kern.sessie import replace, with_bouwsteen
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.voorbereiding import read_formulier, write_formulier
from sessie_tool.sjabloon import load_sjabloon

SJABLOON = load_sjabloon(shipped_sjablonen() / "peer-review.md")


def make_ids():
    teller = iter(range(100_000))
    return lambda: f"i{next(teller)}"


def make(**waarden):
    deelnemers = (parse_deelnemer("Noor Voorbeeld; begeleider; Waterveen", "n"),)
    return start_sessie(
        SJABLOON, titel="Avond", datum="2026-03-21", new_id=make_ids(), deelnemers=deelnemers, **waarden
    )


def read(sessie, tekst):
    teller = iter(range(100_000))
    return read_formulier(sessie, tekst, lambda: f"r{next(teller)}")


def dilemma_of(sessie):
    return next(stap.bouwsteen.records[0] for stap in sessie.stappen if isinstance(stap.bouwsteen, Dilemmas))


def records_of(sessie, titel):
    return next(stap.bouwsteen.records for stap in sessie.stappen if stap.titel == titel)


def filled(sessie):
    """The form as an inbrenger sends it back."""
    tekst = write_formulier(sessie).replace("Plaats: ", "Plaats: Raadhuis", 1)
    tekst = tekst.replace("- [ ] Het dilemma staat op papier", "- [x] Het dilemma staat op papier", 1)
    tekst = tekst.replace(
        "> Wat trekt u de ene kant op?\n", "> Wat trekt u de ene kant op?\n\nHuizen zijn nu nodig.\n\n- en snel\n", 1
    )
    tekst = tekst.replace("> Wie brengt dit in?\n", "> Wie brengt dit in?\n\nFatima Fictie\n", 1)
    tekst = tekst.replace(
        "- Noor Voorbeeld; begeleider; Waterveen\n",
        "- Noor Voorbeeld; begeleider; Waterveen\n- Fatima Fictie; inbrenger\n",
        1,
    )
    return tekst + "\n## Advies\n\n- Begin klein @Fatima\n"


def test_a_filled_in_form_goes_to_the_steps_and_the_parts_of_the_dilemma():
    gelezen = read(make(), filled(make()))
    assert gelezen.bevindingen == ()
    sessie, dilemma = gelezen.sessie, dilemma_of(gelezen.sessie)
    assert (sessie.plaats, dilemma.enerzijds, dilemma.inbrenger) == (
        "Raadhuis", "Huizen zijn nu nodig.\n\n- en snel", "Fatima Fictie",
    )  # fmt: skip
    assert [one.naam for one in sessie.deelnemers] == ["Noor Voorbeeld", "Fatima Fictie"]
    assert [one.gedaan for one in records_of(sessie, "Voorbereiding")][:2] == [True, False]
    assert [one.hoofdtekst for one in records_of(sessie, "Advies")] == ["Begin klein"]
    assert sessie.niet_geplaatst == ""


@pytest.mark.parametrize(
    ("vakje", "gedaan"), (("[X]", True), ("[v]", True), ("[ x ]", True), ("[✓]", True), ("[]", False))
)
def test_a_point_is_ticked_however_people_tick(vakje, gedaan):
    sessie = make()
    punten = records_of(sessie, "Voorbereiding")
    gelezen = read(sessie, write_formulier(sessie).replace("- [ ]", f"- {vakje}", 1)).sessie
    assert [one.gedaan for one in records_of(gelezen, "Voorbereiding")] == [gedaan] + [False] * (len(punten) - 1)


def test_reading_the_same_form_again_changes_nothing():
    sessie = read(make(), filled(make())).sessie
    assert read(sessie, filled(make())).sessie == sessie
    assert read(sessie, write_formulier(sessie)) == (sessie, ())


def test_what_finds_no_place_and_what_was_there_stays_and_all_of_it_is_said_at_once():
    sessie = make(plaats="Stadhuis")
    cijfers = "410\n#### Bron\nde wijk\n> eigen citaat"
    tekst = f"Losse zin\nPlaats: Raadhuis\n# Anderzijd\nTekst\n## Cijfers\n{cijfers}\n## Zomaar\nbewaar mij\n"
    gelezen = read(sessie, tekst)
    assert [one.regel for one in gelezen.bevindingen] == [1, 2, 3, 10]
    assert "Bedoelt u 'Anderzijds'?" in str(gelezen.bevindingen[2])
    assert dilemma_of(gelezen.sessie).cijfers == cijfers
    for woord in ("Losse zin", "Stadhuis", "Anderzijd", "Tekst", "Zomaar", "bewaar mij"):
        assert woord in gelezen.sessie.niet_geplaatst


TEKST = st.text(alphabet=st.sampled_from("ab #>-*[]x1.:\\\n"), max_size=40)


@given(TEKST, TEKST, TEKST)
def test_the_form_of_any_session_can_be_read_back_without_a_change(context, plaats, titel):
    sessie = make(plaats=plaats)
    stap = next(one for one in sessie.stappen if isinstance(one.bouwsteen, Dilemmas))
    dilemma = replace(stap.bouwsteen.records[0], context=context, titel=titel)
    sessie = with_bouwsteen(sessie, stap.id, stap.bouwsteen.with_records([dilemma]))
    assert read(sessie, write_formulier(sessie)) == (sessie, ())


@given(st.text(max_size=120))
def test_every_word_of_any_text_is_somewhere_in_the_session(tekst):
    sessie = read(make(), f"## Zomaar\n{tekst}").sessie
    woorden = tekst.replace("\\", " ").split()
    overal = f"{sessie.niet_geplaatst} {dilemma_of(sessie)} {sessie.stappen} {sessie.deelnemers}"
    assert all(woord.strip("#>-*+.)") in overal or repr(woord)[1:-1] in overal for woord in woorden)


def test_what_is_open_before_the_beginning_is_named_until_it_is_done():
    openstaand = list_open(make())
    assert openstaand[:2] == ["De plaats is nog leeg.", "Niemand heeft nog de rol inbrenger."]
    assert any("Het dilemma staat op papier" in zin for zin in openstaand)
    assert "Het dilemma heeft nog geen vraag." in openstaand
    assert len(list_open(read(make(), filled(make())).sessie)) == len(openstaand) - 5


def test_a_session_without_an_opgave_says_so_last_as_something_it_can_do_without():
    assert list_open(make())[-1] == "Let op: er is nog geen strategische opgave gekozen."
    assert "opgave" not in " ".join(list_open(replace(make(), opgaven=("Inclusief",))))
