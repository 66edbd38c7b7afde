"""What a session takes over from earlier ones: copies that say where they come from, with their links kept."""

from itertools import count

import pytest

from sessie_tool.kern.bouwstenen.acties import Acties
from sessie_tool.kern.bouwstenen.draad import EerdereDraad, RodeDraad, describe_loop
from sessie_tool.kern.bouwstenen.eerdere_draden import EerdereDraden
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.stemming import Stem, Stemming
from sessie_tool.kern.bouwstenen.vragen import Vraag, Vragen
from sessie_tool.kern.bouwstenen.vrijgave import Vrijgaven
from sessie_tool.kern.overnemen import choose_bronnen, take_geparkeerd, take_over
from sessie_tool.kern.parkeerplaats import Geparkeerd
from sessie_tool.kern.records import remove_records
from sessie_tool.kern.sessie import Sessie, Sjabloon, Stap, Stapvorm, environment, replace
from sessie_tool.kern.starten import Eerder, as_sjabloon, start_sessie

OPGAVEN = ("Inclusief", "Groen en duurzaam", "Aantrekkelijk", "Open")
NET = Signaal(id="s1", tekst="Het net is vol")
JEUGD = Signaal(id="s2", tekst="Meer thuiszitters")
GEHEIM = Signaal(id="s3", tekst="Onder ons", bereik="begeleider")
DRAAD = RodeDraad(id="r1", titel="Het net bepaalt het tempo", signalen=("s1", "s2"))


def make_ids():
    nummers = count(1)
    return lambda: f"n{next(nummers)}"


def make_sessie(sessie_id, datum, *bouwstenen, soort="signalensessie", opgaven=("Open",)):
    stappen = tuple(Stap(id=f"t{n}", titel=f"Stap {n}", minuten=5, bouwsteen=een) for n, een in enumerate(bouwstenen))
    return Sessie(
        id=sessie_id, titel=f"Sessie {sessie_id}", datum=datum, sjabloon=soort, soort=soort, opgaven=opgaven,
        stappen=stappen,
    )  # fmt: skip


def signalensessie(sessie_id="oud", datum="2025-03-21", **rest):
    stem = Stem(id="x1", onderwerp="r1", stippen=7)
    return make_sessie(
        sessie_id, datum, Signalen(records=(NET, JEUGD, GEHEIM)), RodeDraden(records=(DRAAD,)),
        Stemming(records=(stem,)), Vragen(records=(Vraag(id="v1", vraag="Hoe nu?", draden=("r1",)),)), **rest,
    )  # fmt: skip


def start(*bouwstenen, bronnen, datum="2025-12-01", gekozen=frozenset()):
    stappen = tuple(Stapvorm(titel=een.soort, minuten=10, bouwsteen=een) for een in bouwstenen)
    sjabloon = Sjabloon(naam="jaarronde", titel="Jaarronde", soort="jaarronde", stappen=stappen)
    eerder = Eerder(bronnen=choose_bronnen(stappen, bronnen, datum, gekozen), gekozen=gekozen, opgaven=OPGAVEN)
    return start_sessie(sjabloon, titel="", datum=datum, new_id=make_ids(), eerder=eerder)


JAARRONDE = (Signalen(uit="signalensessie"), EerdereDraden(uit="signalensessie"))


def test_signals_and_threads_come_over_with_their_origin_and_their_links():
    sessie = start(*JAARRONDE, bronnen=[signalensessie()])
    signalen, (draad,) = (stap.bouwsteen.records for stap in sessie.stappen)
    assert [one.tekst for one in signalen] == ["Het net is vol", "Meer thuiszitters", "Onder ons"]
    assert signalen[0].overgenomen.uit == "Sessie oud, 21 maart 2025"
    assert (draad.titel, draad.gewicht, draad.stippen, draad.opgaven) == (DRAAD.titel, 2, 7, ("Open",))
    assert draad.signalen == (signalen[0].id, signalen[1].id)
    assert not {"s1", "s2", "r1"} & set(environment(sessie).records)


def test_what_the_facilitator_kept_for_herself_stays_so():
    sessie = start(*JAARRONDE, bronnen=[signalensessie()])
    assert [one.bereik for one in sessie.stappen[0].bouwsteen.records] == ["verslag", "verslag", "begeleider"]


@pytest.mark.parametrize(
    ("periode", "verwacht"),
    (("dit jaar", ["b", "c"]), ("laatste", ["c"]), ("alle", ["a", "b", "c"])),
)
def test_a_step_says_from_which_sessions_it_takes_over(periode, verwacht):
    bronnen = [
        signalensessie("c", "2025-06-01"), signalensessie("a", "2024-03-01"), signalensessie("b", "2025-03-01"),
        signalensessie("later", "2026-01-01"), make_sessie("x", "2025-02-01", Acties(), soort="peer-review"),
    ]  # fmt: skip
    stap = Stapvorm(titel="Signalen", minuten=5, bouwsteen=Signalen(uit="signalensessie", periode=periode))
    assert [one.id for one in choose_bronnen([stap], bronnen, "2025-12-01")] == verwacht


def test_what_a_person_chooses_replaces_what_the_step_says():
    bronnen = [signalensessie("a", "2023-03-01"), signalensessie("b", "2025-03-01")]
    sessie = start(*JAARRONDE, bronnen=bronnen, gekozen=frozenset({"a"}))
    assert {one.overgenomen.sessie for one in sessie.stappen[0].bouwsteen.records} == {"a"}


def test_taking_over_again_brings_only_what_is_new():
    sessie = start(*JAARRONDE, bronnen=[signalensessie("a")])
    weg = sessie.stappen[0].bouwsteen.records[0].id
    nieuw_id = iter(f"m{n}" for n in range(99))
    opnieuw = take_over(sessie, [signalensessie("a"), signalensessie("b")], lambda: next(nieuw_id))
    assert len(opnieuw.stappen[1].bouwsteen.records) == 1  # the two sessions share their ids here
    zonder = remove_records(sessie, [weg])
    terug = take_over(zonder, [signalensessie("a")], lambda: next(nieuw_id))
    assert [one.tekst for one in terug.stappen[0].bouwsteen.records] == ["Meer thuiszitters", "Onder ons", NET.tekst]


def test_a_question_brings_its_grounds_in_words():
    jaarronde = start(EerdereDraden(uit="signalensessie"), RodeDraden(), Vragen(), bronnen=[signalensessie()])
    een, twee, drie = (stap.bouwsteen for stap in jaarronde.stappen)
    draad = RodeDraad(id="j1", titel="Het net", draden=(een.records[0].id,))
    vraag = Vraag(id="q1", vraag="Wat mag het kosten?", draden=("j1",))
    jaarronde = make_sessie(
        "ronde", "2025-12-01", een, twee.with_records([draad]), drie.with_records([vraag]), soort="jaarronde"
    )
    board = start(Vragen(uit="jaarronde", periode="laatste"), bronnen=[jaarronde], datum="2026-02-01")
    (overgenomen,) = board.stappen[0].bouwsteen.records
    assert (overgenomen.vraag, overgenomen.grond) == ("Wat mag het kosten?", "Het net (in 1 van 4 opgaven)")
    assert overgenomen.draden == ()


def test_the_course_of_a_thread_counts_opgaven_now_and_before():
    vorig = EerdereDraad(id="e1", titel="Net vol", opgaven=("Open",))
    samen = [
        EerdereDraad(id=f"e{n}", titel="Net", opgaven=(opgave,)) for n, opgave in enumerate(OPGAVEN[:3], 2)
    ]  # fmt: skip
    bron = signalensessie("oud", "2024-03-21", soort="jaarronde")
    jaren = start(EerdereDraden(uit="jaarronde", periode="laatste"), bronnen=[bron])
    oud = jaren.stappen[0].bouwsteen.records[0]
    draad = RodeDraad(id="r9", titel="Het net", draden=("e2", "e3", "e4"), vervolg_op=(oud.id,))
    sessie = make_sessie("nu", "2025-12-01", EerdereDraden(records=(oud, vorig, *samen)), RodeDraden(records=(draad,)))
    omgeving = environment(sessie, OPGAVEN)
    assert describe_loop(draad, omgeving) == "in 3 van 4 opgaven, vorig jaar in 1"


def test_a_session_in_january_looks_back_on_the_year_before():
    stap = Stapvorm(titel="Signalen", minuten=5, bouwsteen=Signalen(uit="signalensessie"))
    bronnen = [signalensessie("a", "2024-03-01"), signalensessie("b", "2025-03-01"), signalensessie("c", "2025-11-01")]
    assert [one.id for one in choose_bronnen([stap], bronnen, "2026-01-15")] == ["b", "c"]
    assert choose_bronnen([stap], bronnen, "2028-01-15") == ()


def test_last_years_threads_are_followed_up_and_those_of_this_year_are_bundled():
    sessie = start(
        EerdereDraden(uit="jaarronde", periode="laatste"), EerdereDraden(uit="signalensessie"), RodeDraden(),
        bronnen=[signalensessie("j", "2024-11-01", soort="jaarronde"), signalensessie("s", "2025-03-01")],
    )  # fmt: skip
    pool = [one.afkomst for one in RodeDraden().pool(environment(sessie, OPGAVEN))]
    assert pool == ["Sessie s, 1 maart 2025"]


def test_what_waits_comes_along_with_where_it_comes_from_and_not_what_people_must_release_first():
    wacht, klaar = Geparkeerd(id="g1", tekst="De bomen", tijdens="Welkom"), Geparkeerd(id="g2", opgepakt=True)
    bron = replace(signalensessie(), parkeerplaats=(wacht, klaar))
    nieuw = start_sessie(as_sjabloon(bron), titel="", datum="2026-03-21", new_id=make_ids(), eerder=Eerder(vorige=bron))
    (een,) = nieuw.parkeerplaats
    assert (een.tekst, een.overgenomen.record, een.id == "g1") == ("De bomen", "g1", False)
    besloten = replace(make_sessie("b", "2025-03-21", Vrijgaven(), soort="peer-review"), parkeerplaats=(wacht,))
    assert take_geparkeerd(besloten, nieuw, make_ids()) == ()
    assert take_geparkeerd(besloten, replace(nieuw, soort="peer-review"), make_ids())
