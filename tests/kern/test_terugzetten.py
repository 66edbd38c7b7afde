"""An earlier version back in its place or beside it, and what changed since."""

from itertools import count

import pytest
from hypothesis import given
from kern_strategieen import any_text, sessies

from sessie_tool.kern.boom import clean, to_tree
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signalen
from sessie_tool.kern.bouwstenen.stemming import Stemming
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, Kop, plain
from sessie_tool.kern.platte_tekst import describe_sessie
from sessie_tool.kern.records import remove_records
from sessie_tool.kern.sessie import Sjabloon, Stapvorm, Verloop, apply_regel, replace
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.terugzetten import (
    as_kopie,
    count_regels,
    describe_sinds,
    format_moment,
    list_sinds,
    name_kopie,
    put_back,
    tell_sinds,
)
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.kern.versieblad import HETZELFDE, make_versieblad

SJABLOON = Sjabloon(
    naam="proef",
    titel="Proef",
    soort="signalensessie",
    stappen=(
        Stapvorm(titel="Signalen", minuten=10, bouwsteen=Signalen()),
        Stapvorm(titel="Draden", minuten=10, bouwsteen=RodeDraden()),
        Stapvorm(titel="Stemmen", minuten=10, bouwsteen=Stemming()),
    ),
)


@pytest.fixture
def ids():
    nummers = count(1)
    return lambda: f"id{next(nummers):06}"


@pytest.fixture
def oud(ids):
    sessie = start_sessie(
        SJABLOON,
        titel="Proef",
        datum="2024-03-21",
        new_id=ids,
        deelnemers=(Deelnemer(id=ids(), naam="A. Denkbeeldig"),),
    )
    signalen, draden, stemmen = (stap.id for stap in sessie.stappen)
    for stap, regel in ((signalen, "Wateroverlast"), (signalen, "Hitte"), (draden, "Klimaat: 1, 2"), (stemmen, "1=3")):
        sessie, _ = apply_regel(sessie, stap, regel, (), ids())
    return sessie


def test_what_changed_since_is_told_per_record(oud, ids):
    stap = oud.stappen[0]
    nu, _ = apply_regel(oud, stap.id, "Droogte", (), ids())
    nu = remove_records(nu, [stap.bouwsteen.records[1].id])
    nu = replace(nu, titel="Anders", status="afgerond", verloop=Verloop(stap=stap.id))
    sinds = list_sinds(oud, nu)
    assert [one.rechts for one in sinds.erbij] == ["Droogte"]
    assert [one.links for one in sinds.weg] == ["Hitte"]
    assert "Titel" in [one.wat for one in sinds.anders]
    assert describe_sinds(sinds).startswith("1 erbij, 1 weg, ")
    assert describe_sinds(list_sinds(oud, oud)) == "hetzelfde als nu"
    assert (count_regels(oud), count_regels(nu)) == (4, 4)


def test_content_comes_back_and_the_clock_and_the_status_stay(oud, ids):
    nu, _ = apply_regel(oud, oud.stappen[0].id, "Droogte", (), ids())
    verloop = Verloop(stap=oud.stappen[1].id, besteed={oud.stappen[0].id: 60.0})
    nu = replace(nu, status="lopend", verloop=verloop, titel="Anders")
    terug = put_back(nu, oud)
    assert (terug.stappen, terug.titel) == (oud.stappen, oud.titel)
    assert (terug.status, terug.verloop, terug.id) == ("lopend", verloop, oud.id)


def test_the_clock_stands_still_when_its_step_was_not_there_yet(oud):
    nu = replace(oud, verloop=Verloop(stap="later", sinds="2024-03-21T14:00:00"))
    assert put_back(nu, oud).verloop == Verloop()


def test_a_copy_says_the_same_and_shares_no_id_with_what_it_is_a_copy_of(oud, ids):
    vast = replace(
        oud,
        status="vastgesteld",
        vaststelling=Vaststelling("2024-04-01", "de raad"),
        verloop=Verloop(stap=oud.stappen[0].id, sinds="2024-03-21T14:00:00", besteed={oud.stappen[0].id: 60.0}),
    )
    kopie = as_kopie(vast, ids)
    assert (kopie.status, kopie.vaststelling, kopie.verloop.sinds) == ("afgerond", None, "")
    assert kopie.verloop.besteed == {kopie.stappen[0].id: 60.0}
    tekst = [regel for regel in describe_sessie(replace(oud, verloop=kopie.verloop)) if not regel.startswith("Id:")]
    nieuw = [regel for regel in describe_sessie(replace(kopie, status=oud.status)) if not regel.startswith("Id:")]
    assert [regel.replace(", nu bezig", "") for regel in nieuw] == tekst
    assert not every_id(to_tree(oud)) & every_id(to_tree(kopie))


@given(sessies(teksten=any_text, meeste=2))
def test_a_copy_of_any_session_says_the_same_with_other_ids(sessie):
    sessie = clean(sessie)
    teller = count()
    kopie = as_kopie(sessie, lambda: f"nieuw{next(teller)}")
    assert not every_id(to_tree(sessie)) & every_id(to_tree(kopie))
    verschil = {"id": sessie.id, "status": sessie.status, "vaststelling": None, "verloop": kopie.verloop}
    gelijk = (replace(one, **verschil) for one in (sessie, kopie))
    een, ander = ([regel for regel in describe_sessie(one) if "nu bezig" not in regel] for one in gelijk)
    assert een == ander


def test_a_text_that_reads_like_an_id_stays_what_was_typed(ids):
    sessie = start_sessie(SJABLOON, titel="x", datum="2024-03-21", new_id=ids)
    sessie, record = apply_regel(sessie, sessie.stappen[0].id, sessie.stappen[1].id, (), ids())
    sessie = replace(sessie, titel=record.id, niet_geplaatst=sessie.id)
    kopie = as_kopie(sessie, ids)
    assert kopie.stappen[0].bouwsteen.records[0].tekst == sessie.stappen[1].id
    assert (kopie.titel, kopie.niet_geplaatst) == (record.id, sessie.id)


def test_what_changed_since_is_told_in_words_with_what_was_and_what_is(oud):
    nu = replace(oud, titel="Anders")
    assert list(tell_sinds(list_sinds(oud, nu))) == [
        ("Is sindsdien veranderd", ["Sessie · Titel: was 'Proef', is nu 'Anders'"])
    ]
    blad = make_versieblad(oud, "Stand van toen.", list_sinds(oud, oud))
    assert HETZELFDE in [plain(blok.inhoud) for blok in blad.blokken if isinstance(blok, Alinea)]
    koppen = [plain(blok.inhoud) for blok in blad.blokken if isinstance(blok, Kop)]
    assert koppen[:4] == ["Wat er sindsdien veranderde", "Zo stond het er", "Gegevens", "Deelnemers"]


def every_id(value):
    if isinstance(value, list):
        return {one for each in value for one in every_id(each)}
    if not isinstance(value, dict):
        return set()
    own = {value["id"]} if value.get("id") else set()
    return own | {one for each in value.values() for one in every_id(each)}


def test_a_moment_is_told_in_dutch(oud):
    assert format_moment("2024-03-21T14:07:31+01:00") == "21 maart 2024, 14:07"
    assert format_moment("nooit") == "nooit"
    assert name_kopie(oud, "2024-03-21T14:07:31") == "Proef (versie van 21 maart 2024, 14:07)"
