"""Quick typing: marks repeated, lines corrected in their own record, look-alikes found."""

from hypothesis import given
from hypothesis import strategies as st
from kern_strategieen import one_line, sessies

from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.notatie import format_regel
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.regelhulp import Gelijken, can_correct, correct, repeat_marks
from sessie_tool.kern.sessie import environment

SIGNALEN = [Signaal(id=f"s{n}", tekst=t) for n, t in enumerate(("Het net is vol in de wijk", "Jeugd trekt weg", "Net"))]


@given(sessies(meeste=1), one_line)
def test_a_line_that_comes_back_to_be_corrected_reads_as_its_own_record(sessie, regel):
    omgeving = environment(sessie)
    for stap in sessie.stappen:
        for record in stap.bouwsteen.records:
            if can_correct(stap.bouwsteen, record, omgeving):
                assert correct(record, format_regel(record, omgeving), omgeving) == record
                assert correct(record, regel, omgeving).id == record.id


@given(st.sampled_from(("", "Tekst", "Tekst +binnen", 'Zeg "dit')))
def test_repeated_marks_add_only_what_the_line_does_not_say(regel):
    voorbeeld = Signaal(id="a", tekst="x", herkomst="buiten", soort="trend", bron="krant")
    nieuw = correct(Signaal(id="b"), repeat_marks(regel, voorbeeld, Omgeving()), Omgeving())
    assert nieuw.soort == "trend"
    assert nieuw.herkomst == ("binnen" if "+binnen" in regel else "buiten")
    assert nieuw.bron == ""


def test_a_look_alike_shares_most_words_whatever_their_order_and_capitals():
    assert Gelijken().find("In de WIJK is het net al vol", SIGNALEN) is SIGNALEN[0]
    assert Gelijken().find("De jeugd trekt wég", SIGNALEN) is SIGNALEN[1]
    assert Gelijken().find("Net", SIGNALEN) is None
    assert Gelijken().find("Het water staat hoog", SIGNALEN) is None


def test_among_thousands_a_look_alike_is_found_within_a_few_keys_and_none_of_them_waits_for_all():
    veel = [Signaal(id=f"v{n}", tekst=f"Onderwerp {n} in straat {n}") for n in range(1000)]
    gelijken = Gelijken()
    gevonden = [gelijken.find("Net vol in de wijk", [*veel, SIGNALEN[0]]) for _ in range(12)]
    assert gevonden[0] is None
    assert gevonden[-1] is SIGNALEN[0]
