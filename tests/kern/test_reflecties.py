"""Reflecties: an advies is a passage of the text, and stays the same advies whatever happens to that text."""

from itertools import count
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_kern_verslag import MOMENT, make_sessie, text_of

from sessie_tool.kern.bouwstenen.acties import Actie, Acties
from sessie_tool.kern.bouwstenen.basis import Start
from sessie_tool.kern.bouwstenen.reflecties import Reflectie, Reflecties
from sessie_tool.kern.bouwstenen.themas import Thema, Themas
from sessie_tool.kern.bouwstenen.vragen import Vraag, Vragen
from sessie_tool.kern.document import Alinea, Lijst, Passage, Passagemerk
from sessie_tool.kern.opvolging import Bron, fold
from sessie_tool.kern.overnemen import take_over
from sessie_tool.kern.passages import find_passages, rewrite_passages
from sessie_tool.kern.records import remove_records, replace_records
from sessie_tool.kern.sessie import apply_regel, environment, replace
from sessie_tool.kern.verslag import left_out, list_missing, make_verslag
from sessie_tool.opmaak import read_opmaak

WOORDEN = st.lists(st.sampled_from(["bouw", "wijk", "stroom", "net", "open", "kies", "huis"]), min_size=1)
STUKKEN = st.sampled_from(["==", "a b", "`", "\n", "\n\n", "> ", "- ", "*c*", "=", " ", "\\", "^[n]", "```\n", "d"])


def edit(reflectie, oud, nieuw):
    """The reflectie after a person changed its text."""
    return replace(reflectie, tekst=reflectie.tekst.replace(oud, nieuw))


@pytest.fixture
def reflectie():
    made = Reflectie(id="r1", tekst="Wij zien dit. ==Kies drie wijken.== En ook: ==Zeg hardop waarom.== Klaar.")
    eerste, tweede = made.adviezen
    besloten = replace(eerste, besluit="overgenomen", wie_besluit="het college", wanneer="2026-02-03")
    return replace(made, adviezen=(besloten, tweede))


def test_each_marked_passage_is_an_advies_with_an_id_of_its_own(reflectie):
    assert [(one.id, one.tekst) for one in reflectie.adviezen] == [
        ("r1-1", "Kies drie wijken."), ("r1-2", "Zeg hardop waarom.")
    ]  # fmt: skip
    assert reflectie.delen() == reflectie.adviezen


@pytest.mark.parametrize(
    ("oud", "nieuw", "ids"),
    (
        ("Wij zien dit.", "Wij zien nu iets anders.", ["r1-1", "r1-2"]),
        ("drie wijken", "vier wijken", ["r1-1", "r1-2"]),
        ("Wij zien dit.", "==Begin meteen met bouwen.==", ["r1-3", "r1-1", "r1-2"]),
        ("==Kies drie wijken.==", "Kies drie wijken.", ["r1-2"]),
    ),
)
def test_what_is_known_of_an_advies_follows_it_when_the_text_is_edited(reflectie, oud, nieuw, ids):
    na = edit(reflectie, oud, nieuw)
    assert [one.id for one in na.adviezen] == ids
    assert {one.id: one.besluit for one in na.adviezen}.get("r1-1", "overgenomen") == "overgenomen"


def test_it_follows_when_passages_change_places_and_words_at_once(reflectie):
    na = replace(reflectie, tekst="==Zeg hardop waarom niet.== Dan pas: ==Kies drie wijken.==")
    assert [(one.id, one.besluit) for one in na.adviezen] == [("r1-2", ""), ("r1-1", "overgenomen")]


def test_an_id_is_never_given_twice(reflectie):
    leeg = replace(reflectie, tekst="Niets meer.")
    assert leeg.adviezen == ()
    assert [one.id for one in replace(leeg, tekst="==Iets nieuws.==").adviezen] == ["r1-3"]


@given(st.lists(WOORDEN.map(" ".join), max_size=6))
def test_every_advies_has_its_own_id_whatever_is_typed_after_whatever(teksten):
    reflectie, gegeven = Reflectie(id="r1"), {}
    for tekst in teksten:
        reflectie = replace(reflectie, tekst=f"==begin {tekst}== en =={tekst} einde==")
        ids = [one.id for one in reflectie.adviezen]
        assert len(set(ids)) == 2
        assert [one.tekst for one in reflectie.adviezen] == [f"begin {tekst}", f"{tekst} einde"]
        gegeven |= dict.fromkeys(ids)
    assert len(gegeven) <= reflectie.teller


def test_what_is_filled_in_of_an_advies_is_kept_in_its_reflectie(reflectie):
    sessie = make_sessie(Reflecties(records=(reflectie,)))
    advies = replace(reflectie.adviezen[1], besluit="niet overgenomen", resultaat="te duur")
    (nieuw,) = replace_records(sessie, [advies]).stappen[0].bouwsteen.records
    assert nieuw.adviezen[1] == advies
    assert nieuw.tekst == reflectie.tekst


def test_other_words_for_an_advies_come_into_the_text(reflectie):
    sessie = make_sessie(Reflecties(records=(reflectie,)))
    anders = replace(reflectie.adviezen[0], tekst="Kies twee wijken.")
    (nieuw,) = replace_records(sessie, [anders]).stappen[0].bouwsteen.records
    assert "Wij zien dit. ==Kies twee wijken.== En ook" in nieuw.tekst
    assert nieuw.adviezen[0] == anders


@pytest.mark.parametrize(
    ("getypt", "staat_er"),
    (
        ("kan\n\nniet", "kan niet"),
        (" Kies nu ", "Kies nu"),
        ("a == b === c", "a = = b = = = c"),
        ("- eerst\n- dan", "- eerst - dan"),
        ("", "Kies drie wijken."),
    ),
)
def test_words_for_an_advies_that_cannot_be_a_passage_are_not_lost(reflectie, getypt, staat_er):
    sessie = make_sessie(Reflecties(records=(reflectie,)))
    (nieuw,) = replace_records(sessie, [replace(reflectie.adviezen[0], tekst=getypt)]).stappen[0].bouwsteen.records
    assert (nieuw.adviezen[0].id, nieuw.adviezen[0].tekst) == ("r1-1", staat_er)
    assert f"=={staat_er}==" in nieuw.tekst


def test_a_text_full_of_passages_is_edited_without_waiting():
    getypt = "".join(f"==a{nummer}" for nummer in range(15_000))
    vol = Reflectie(id="r1", tekst=getypt)
    begin = perf_counter()
    na = replace(vol, tekst=getypt.replace("a", "zo "))
    assert perf_counter() - begin < 2
    assert len({one.id for one in na.adviezen}) == len(na.adviezen) == len(vol.adviezen)


def test_a_removed_advies_leaves_its_words_and_a_removed_thema_its_reflectie(reflectie):
    thema = Thema(id="t1", titel="Wonen")
    sessie = make_sessie(Themas(records=(thema,)), Reflecties(records=(replace(reflectie, thema="t1"),)))
    na = remove_records(sessie, ["r1-1", "t1"])
    (nieuw,) = na.stappen[1].bouwsteen.records
    assert nieuw.tekst.startswith("Wij zien dit. Kies drie wijken. En ook: ==Zeg")
    assert [one.id for one in nieuw.adviezen] == ["r1-2"]
    assert nieuw.thema == ""


def test_a_removed_question_is_forgotten_by_the_advies_too(reflectie):
    met_vraag = replace(reflectie, adviezen=(replace(reflectie.adviezen[0], vragen=("v1",)), reflectie.adviezen[1]))
    sessie = make_sessie(Vragen(records=(Vraag(id="v1", vraag="Wie?"),)), Reflecties(records=(met_vraag,)))
    (nieuw,) = remove_records(sessie, ["v1"]).stappen[1].bouwsteen.records
    assert nieuw.adviezen[0].vragen == ()


def test_the_verslag_stands_per_thema_and_the_adviezen_point_back(reflectie):
    sessie = make_sessie(
        Vragen(records=(Vraag(id="v1", vraag="Wie?"),)),
        Themas(records=(Thema(id="t1", titel="Wonen"), Thema(id="t2", titel="Stroom"))),
        Reflecties(
            records=(
                Reflectie(id="r0", tekst="Los. ==Doe iets.=="),
                replace(reflectie, thema="t2", vragen=("v1",), wie=("Jansen",)),
                Reflectie(id="r3", tekst="Over wonen.", thema="t1"),
            )
        ),
    )
    tekst = text_of(make_verslag(sessie, MOMENT))
    volgorde = ["Thema 1: Wonen", "Over wonen.", "Thema 2: Stroom"]
    volgorde += ["Reflectie 2 van Jansen, bij vraag a", "Zonder thema"]
    assert sorted(volgorde, key=tekst.index) == volgorde
    assert "Uit: reflectie 2, thema 2 Stroom" in tekst
    assert tekst.rindex("Kies drie wijken.") > tekst.index("Adviezen")


def test_an_advies_in_a_reflectie_of_the_facilitator_stays_out_everywhere(reflectie):
    eigen = replace(reflectie, bereik="begeleider")
    sessie = make_sessie(Reflecties(records=(eigen, Reflectie(id="r2", tekst="Open. ==Doe iets.=="))))
    tekst = text_of(make_verslag(sessie, MOMENT))
    assert "wijken" not in tekst
    assert "advies 3" not in tekst or "Doe iets." in tekst
    assert left_out(sessie) == 3
    assert not environment(sessie).is_printed("r1-1")


def test_what_is_missing_is_said(reflectie):
    sessie = make_sessie(
        Vragen(records=(Vraag(id="v1", vraag="Wie?"), Vraag(id="v2", vraag="Waar?"))),
        Themas(records=(Thema(id="t1", titel="Wonen", vragen=("v1", "v2")),)),
        Reflecties(records=(replace(reflectie, vragen=("v1",)),)),
    )
    gaten = [gat for _, gat in list_missing(sessie, environment(sessie))]
    for zin in (
        "Thema zonder reflectie: 1 Wonen",
        "Reflectie 1 hoort nog bij geen thema.",
        "Vraag zonder reflectie of advies: b Waar?",
    ):
        assert zin in gaten
    assert "Vraag zonder reflectie of advies: a Wie?" not in gaten


def test_an_advies_in_a_text_is_followed_up_like_any_other(reflectie):
    bron = Bron("s1", "Board", "2025-10-09", (), reflectie.adviezen, "boardsessie")
    _, tweede = fold([bron])
    volgende = tweede.record.follow_up("n1", tweede)
    assert (volgende.tekst, volgende.advies) == ("Zeg hardop waarom.", "r1-2")
    assert volgende.afspraak == "advies 2 van Board, 9 oktober 2025"


def test_a_reflectie_that_is_taken_over_is_text_so_that_its_advice_is_not_given_twice(reflectie):
    nummers = count(1)
    bron = replace(make_sessie(Reflecties(records=(reflectie,))), id="oud", soort="boardsessie")
    nieuw = replace(make_sessie(Reflecties(uit="boardsessie")), id="nieuw")
    (record,) = take_over(nieuw, [bron], lambda: f"k{next(nummers)}").stappen[0].bouwsteen.records
    assert record.adviezen == ()
    assert "Kies drie wijken." in record.tekst
    assert "==" not in record.tekst


def test_a_typed_line_holds_the_thema_the_question_and_who_said_it():
    sessie = make_sessie(Themas(), Vragen(), Reflecties())
    sessie, thema = apply_regel(sessie, sessie.stappen[0].id, "Wonen", (), "t1")
    sessie, vraag = apply_regel(sessie, sessie.stappen[1].id, "Wie?", (), "v1")
    regel = 'Kies. ==Drie wijken.== #1 +a @"Jansen"'
    _, record = apply_regel(sessie, sessie.stappen[2].id, regel, (), "r1")
    assert (record.thema, record.vragen, record.wie) == (thema.id, (vraag.id,), ("Jansen",))
    assert [(one.tekst, one.van) for one in record.adviezen] == [("Drie wijken.", ("Jansen",))]


# Passages


def shown(blokken):
    """The passages in blocks, also inside lists."""
    for blok in blokken:
        if isinstance(blok, Lijst):
            yield from (one for punt in blok.punten for one in shown(punt.blokken))
        elif isinstance(blok, Alinea):
            yield from (deel for deel in blok.inhoud if isinstance(deel, Passage))


@pytest.mark.parametrize(
    ("getypt", "gevonden"),
    (
        ("Wij ==bouwen nu== en ==straks==", ["bouwen nu", "straks"]),
        ("==over\neen regel==", ["over\neen regel"]),
        ("> ==in een\n> citaat==", ["in een\n> citaat"]),
        ("- ==in een lijst==", ["in een lijst"]),
        ("==met `code`, *nadruk* en ^[noot]==", ["met `code`, *nadruk* en ^[noot]"]),
        ("a == b == c", []),
        ("`==zo==`", []),
        ("```\n==zo==\n```", []),
        ("==een\n\ntwee==", []),
        ("- ==een\n- twee==", []),
        ("===kop===", []),
        (r"\==zo==", []),
        ("====", []),
    ),
)
def test_a_passage_stands_in_one_paragraph_and_not_in_code_and_the_verslag_agrees(getypt, gevonden):
    vondsten = find_passages(getypt)
    assert [one.tekst for one in vondsten] == gevonden
    merken = tuple(Passagemerk(one.tekst, f"p{nummer}", "advies") for nummer, one in enumerate(vondsten))
    assert [one.anker for one in shown(read_opmaak(getypt, 0, merken))] == [one.anker for one in merken]


@given(st.lists(STUKKEN).map("".join))
def test_a_passage_can_be_rewritten_and_taken_away_in_any_text(tekst):
    vondsten = find_passages(tekst)
    assert all(tekst[one.begin : one.einde] == one.tekst for one in vondsten)
    assert rewrite_passages(tekst, [one.tekst for one in vondsten]) == tekst
    weg = rewrite_passages(tekst, [None] * len(vondsten))
    assert len(weg) == len(tekst) - 4 * len(vondsten)


def test_a_step_may_begin_with_what_only_some_soorten_of_sessions_left_open(reflectie):
    standen = fold(
        Bron(soort, soort, "2025-06-05", (), (Actie(id=soort, wat=soort),), soort) for soort in ("a", "b", "c")
    )
    nummers = count(1)
    stap = Acties(open_acties=True, van="a, c").start(Start(openstaand=standen), lambda: f"n{next(nummers)}")
    assert [one.wat for one in stap.records] == ["a", "c"]
