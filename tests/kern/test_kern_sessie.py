"""Transitions of a session: links and votes follow, nothing of an earlier session is touched."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kern_strategieen import sessies

from sessie_tool.fouten import RegelError, SessieToolError, VastgesteldError
from sessie_tool.kern.bouwstenen.acties import Actie, Acties
from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.koers import Koers, Koersbepaling
from sessie_tool.kern.bouwstenen.notities import Notities
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.stemming import Stem, Stemming
from sessie_tool.kern.bouwstenen.toelichting import Toelichting
from sessie_tool.kern.omgeving import references
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.records import add_records, move_record, remove_records, replace_records
from sessie_tool.kern.sessie import Sjabloon, Stapvorm, apply_regel, environment, require_open, set_status
from sessie_tool.kern.starten import Eerder, as_sjabloon, start_sessie


def make_ids():
    nummers = count(1)
    return lambda: f"id{next(nummers)}"


def make_sjabloon(*bouwstenen, **rest):
    stappen = tuple(Stapvorm(titel=een.soort, minuten=10, bouwsteen=een, **rest) for een in bouwstenen)
    return Sjabloon(naam="proef", titel="Proefsessie", soort="signalensessie", rollen=("begeleider",), stappen=stappen)


def start(*bouwstenen, openstaand=(), **rest):
    sjabloon = make_sjabloon(*bouwstenen, **rest)
    return start_sessie(sjabloon, titel="", datum="2025-03-21", new_id=make_ids(), eerder=Eerder(openstaand))


def fill():
    sessie = start(Signalen(), RodeDraden(), Stemming(), Koers())
    een, twee, drie, vier = (stap.id for stap in sessie.stappen)
    sessie = add_records(sessie, een, [Signaal(id="s1", tekst="a"), Signaal(id="s2", tekst="b")])
    sessie = add_records(sessie, twee, [RodeDraad(id="r1", signalen=("s1", "s2")), RodeDraad(id="r2")])
    sessie = add_records(sessie, drie, [Stem(id="t1", onderwerp="r1", stippen=3)])
    return add_records(sessie, vier, [Koersbepaling(id="k1", draden=("r1", "r2"))])


def test_a_session_carries_the_steps_of_its_sjabloon():
    sessie = start(Signalen(), Notities(), vragen=("Wat valt op?",))
    assert sessie.titel == "Proefsessie"
    assert (sessie.jaar, sessie.soort, sessie.rollen) == (2025, "signalensessie", ("begeleider",))
    assert [stap.titel for stap in sessie.stappen] == ["signalen", "notities"]
    assert [een.vraag for een in sessie.stappen[1].bouwsteen.records] == ["Wat valt op?"]
    assert make_sjabloon(Signalen(), Notities()).minuten == 20


def test_a_sjabloon_without_steps_starts_no_session():
    with pytest.raises(SessieToolError, match="geen stappen"):
        start()


def test_open_actions_of_earlier_sessions_come_once_even_when_two_steps_ask_for_them():
    actie = Actie(id="oud", wat="Bellen", wanneer="2025-01-01")
    stand = Stand(actie, "oud", "s0", "2025-01-15", "Sessie van januari", ())
    sessie = start(Acties(open_acties=True), Acties(open_acties=True), Acties(), openstaand=(stand,))
    (vervolg,), *rest = [stap.bouwsteen.records for stap in sessie.stappen]
    assert rest == [(), ()]
    assert (vervolg.eerder, vervolg.actie) == ("2025-01-01", "oud")


def test_the_current_step_is_the_first_one_before_the_session_begins():
    sessie = fill()
    assert sessie.huidige is sessie.stappen[0]
    with pytest.raises(KeyError):
        sessie.nummer("bestaat niet")


def test_records_are_numbered_through_the_session_by_type():
    omgeving = environment(fill(), ("Open",))
    assert [omgeving.nummer(een) for een in ("s1", "s2", "r1", "r2", "t1")] == ["1", "2", "1", "2", "1"]
    assert omgeving.opgaven == ("Open",)


def test_the_questions_of_every_step_are_numbered_from_one():
    sessie = start(Notities(), Notities(), vragen=("Wat zien we?", "Wat nu?"))
    een, twee = (stap.id for stap in sessie.stappen)
    sessie, _ = apply_regel(sessie, een, "Een losse notitie", (), "los")
    sessie, _ = apply_regel(sessie, twee, "#2 Morgen bellen", (), "nieuw")
    assert [note.antwoord for note in sessie.stap(twee).bouwsteen.records] == ["", "Morgen bellen"]


def test_a_typed_line_becomes_a_record_in_its_step():
    sessie = fill()
    sessie, record = apply_regel(sessie, sessie.stappen[0].id, "Nieuw +buiten", (), "s3")
    assert sessie.stappen[0].bouwsteen.records[-1] == record == Signaal(id="s3", tekst="Nieuw", herkomst="buiten")


def test_an_edited_record_keeps_its_links_and_votes():
    sessie = replace_records(fill(), [RodeDraad(id="r1", titel="anders", signalen=("s1",))])
    assert sessie.stappen[1].bouwsteen.records[0].titel == "anders"
    assert sessie.stappen[2].bouwsteen.count("r1") == 3


def test_steps_that_do_not_change_stay_the_same_value():
    before = fill()
    after = replace_records(before, [Signaal(id="s1", tekst="z")])
    assert after.stappen[1] is before.stappen[1]
    assert replace_records(before, [Signaal(id="weg")]) == before


def test_removing_a_draad_takes_its_votes_and_the_links_to_it_along():
    sessie = remove_records(fill(), ["r1"])
    assert sessie.stappen[2].bouwsteen.records == ()
    assert sessie.stappen[3].bouwsteen.records[0].draden == ("r2",)
    assert [een.id for een in sessie.stappen[0].bouwsteen.records] == ["s1", "s2"]


@given(sessies(), st.data())
def test_after_a_removal_nothing_points_at_what_is_gone(sessie, data):
    ids = sorted(environment(sessie).records)
    weg = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    after = environment(remove_records(sessie, weg)).records
    assert after.keys().isdisjoint(weg)
    assert all(doel in after for een in after.values() for doel in references(een) if doel)


@pytest.mark.parametrize(("plaatsen", "volgorde"), ((1, "bac"), (5, "bca"), (-1, "abc"), (0, "abc")))
def test_a_record_moves_within_its_step_as_far_as_it_goes(plaatsen, volgorde):
    sessie = start(Signalen(), RodeDraden())
    sessie = add_records(sessie, sessie.stappen[0].id, [Signaal(id=een) for een in "abc"])
    moved = move_record(sessie, "a", plaatsen)
    assert "".join(een.id for een in moved.stappen[0].bouwsteen.records) == volgorde


def test_a_vastgestelde_session_does_not_change_any_more():
    sessie = set_status(fill(), "vastgesteld")
    with pytest.raises(VastgesteldError, match="vastgesteld"):
        require_open(sessie)
    with pytest.raises(VastgesteldError):
        set_status(sessie, "lopend")


def test_an_unknown_kind_is_kept_as_it_is():
    onbekend = OnbekendeBouwsteen({"soort": "hologram", "x": [1]})
    assert onbekend.start(None, None) is onbekend
    assert onbekend.with_records([Signaal(id="s1")]) is onbekend
    assert onbekend == OnbekendeBouwsteen({"soort": "hologram", "x": [1]})
    assert onbekend != OnbekendeBouwsteen({"soort": "hologram"})
    assert len({onbekend, OnbekendeBouwsteen({"soort": "hologram"})}) == 2
    assert onbekend.format_record(Signaal(id="s", tekst="hoi"), environment(fill())) == "hoi"
    with pytest.raises(RegelError, match="hologram"):
        onbekend.apply_regel("x", environment(fill()), "n")


def test_a_session_like_an_earlier_one_takes_over_no_word_that_was_written_down():
    onbekend = OnbekendeBouwsteen({"soort": "hologram", "records": [{"id": "h1", "tekst": "van vorige keer"}]})
    eerder = start(Signalen(), onbekend)
    eerder = add_records(eerder, eerder.stappen[0].id, [Signaal(id="s1", tekst="van vorige keer")])
    vormen = as_sjabloon(eerder).stappen
    assert [vorm.bouwsteen for vorm in vormen] == [Signalen(), Toelichting()]
    assert [vorm.titel for vorm in vormen] == [stap.titel for stap in eerder.stappen]
