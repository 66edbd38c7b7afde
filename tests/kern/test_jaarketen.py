"""From session to session: what a later verslag tells about where things come from."""

from test_kern_verslag import MOMENT, text_of
from test_overnemen import OPGAVEN, make_sessie, signalensessie, start

from sessie_tool.kern.bouwstenen.draad import RodeDraad, describe_loop, weigh
from sessie_tool.kern.bouwstenen.eerdere_draden import EerdereDraden
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.vragen import Vraag, Vragen
from sessie_tool.kern.records import remove_records, replace_records
from sessie_tool.kern.sessie import apply_regel, environment, replace
from sessie_tool.kern.verslag import make_verslag


def test_a_thread_was_seen_in_the_opgave_of_its_session_and_where_the_group_said_so():
    signaal = Signaal(id="s1", tekst="Iets", opgaven=("Aantrekkelijk",))
    draad = RodeDraad(id="r1", titel="Net", signalen=("s1",), opgaven=("Inclusief",))
    bron = make_sessie("oud", "2025-03-21", Signalen(records=(signaal,)), RodeDraden(records=(draad,)))
    sessie = start(EerdereDraden(uit="signalensessie"), bronnen=[bron])
    assert sessie.stappen[0].bouwsteen.records[0].opgaven == ("Open", "Inclusief")


def test_what_the_facilitator_keeps_counts_in_no_weight_and_no_course():
    signalen = (
        Signaal(id="s1", tekst="Iets", opgaven=("Open",)),
        Signaal(id="s2", tekst="Geheim", opgaven=("Inclusief",), bereik="begeleider"),
    )
    draad = RodeDraad(id="r1", titel="Net", signalen=("s1", "s2"))
    bron = make_sessie("oud", "2025-03-21", Signalen(records=signalen), RodeDraden(records=(draad,)), opgaven=())
    sessie = start(EerdereDraden(uit="signalensessie"), Signalen(uit="signalensessie"), bronnen=[bron])
    (eerder,) = sessie.stappen[0].bouwsteen.records
    assert (eerder.gewicht, eerder.opgaven, len(eerder.signalen)) == (1, ("Open",), 2)
    bundel = RodeDraad(id="b1", titel="Samen", draden=(eerder.id,))
    omgeving = environment(sessie, OPGAVEN)
    assert (weigh(bundel, omgeving), describe_loop(bundel, omgeving)) == (1, "in 1 van 4 opgaven")
    verborgen = replace_records(sessie, [replace(eerder, bereik="begeleider")])
    assert weigh(bundel, environment(verborgen, OPGAVEN)) == 0


def test_an_opgave_that_the_werkmap_does_not_list_counts_on_both_sides():
    draad = RodeDraad(id="r1", titel="Net", opgaven=(*OPGAVEN, "Zorg"))
    assert describe_loop(draad, environment(make_sessie("nu", "2025-03-21"), OPGAVEN)) == "in 5 van 5 opgaven"


def test_what_was_taken_over_stands_per_session_and_what_is_new_below_it():
    bronnen = [signalensessie("een"), signalensessie("twee", "2025-04-01")]
    sessie = start(Signalen(uit="signalensessie"), EerdereDraden(uit="signalensessie"), bronnen=bronnen)
    sessie, _ = apply_regel(sessie, sessie.stappen[0].id, "Nog een signaal", OPGAVEN, "z1")
    tekst = text_of(make_verslag(sessie, MOMENT, OPGAVEN))
    volgorde = ["Sessie een, 21 maart 2025", "Sessie twee, 1 april 2025", "Uit deze sessie", "Nog een signaal"]
    assert sorted(volgorde, key=tekst.index) == volgorde
    assert "Gedragen door: signaal " in tekst


def test_a_question_that_was_taken_over_says_its_grounds_once_and_points_at_its_threads():
    ronde = start(EerdereDraden(uit="signalensessie"), bronnen=[signalensessie()])
    draad = RodeDraad(id="j1", titel="Het net", draden=(ronde.stappen[0].bouwsteen.records[0].id,))
    vraag = Vraag(id="q1", vraag="Wie eerst?", draden=("j1",), grond="cijfers 2024")
    ronde = make_sessie(
        "ronde", "2025-12-01", ronde.stappen[0].bouwsteen, RodeDraden(records=(draad,)), Vragen(records=(vraag,)),
        soort="jaarronde",
    )  # fmt: skip
    board = start(
        EerdereDraden(uit="jaarronde", periode="laatste"), Vragen(uit="jaarronde", periode="laatste"),
        bronnen=[ronde], datum="2026-02-01",
    )  # fmt: skip
    tekst = text_of(make_verslag(board, MOMENT, OPGAVEN))
    assert "Rust op: Het net (in 1 van 4 opgaven); cijfers 2024 – zie eerdere draad 1" in tekst
    assert tekst.count("cijfers 2024") == 1
    zonder = remove_records(board, [board.stappen[0].bouwsteen.records[0].id])
    assert "Rust op: Het net (in 1 van 4 opgaven); cijfers 2024\n" in text_of(make_verslag(zonder, MOMENT, OPGAVEN))
