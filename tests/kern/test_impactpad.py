"""The impactpad: thought out backwards from the goal, told forwards from the doelgroep."""

import pytest
from test_kern_verslag import MOMENT, make_sessie, text_of

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.impactpad import NAMEN, PLAATSEN, Impactpad, Schakel, next_plaats
from sessie_tool.kern.bouwstenen.opties import Optie, Opties
from sessie_tool.kern.document import Figuur, Kop, Tabel, plain
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.sessie import apply_regel, environment
from sessie_tool.kern.verslag import list_missing, make_verslag

OPTIES = Opties(
    records=(
        Optie(id="oa", titel="Vroeg helpen"),
        Optie(id="ob", titel="Alles blijft", nuloptie=True),
        Optie(id="oc", titel="Later helpen"),
    )
)
KETEN = (
    "Jongeren leven zonder schuld +A !impactdoel",
    "Jongeren hebben werk +A !lange ?met werk komt er geen nieuwe schuld bij",
    "Jongeren maken hun opleiding af +A !korte zekerheid=onzeker ?met een diploma is er werk",
    "200 schulden zijn overgenomen per jaar +A !output ?zonder schuld is er rust om te leren",
    'De gemeente neemt schulden over +A !activiteit @"Schuldhulp" ?schuldeisers doen mee',
    "Jongeren tot 27 jaar met schulden +A !doelgroep ?zij melden zich",
)


def typed(*regels):
    sessie = make_sessie(OPTIES, Impactpad())
    for nummer, regel in enumerate(regels):
        sessie, _ = apply_regel(sessie, "s2", regel, (), f"k{nummer}")
    return sessie


def blocks(sessie, soort):
    return [blok for blok in make_verslag(sessie, MOMENT).blokken if isinstance(blok, soort)]


def gaps(sessie):
    return [gat for stap, gat in list_missing(sessie, environment(sessie)) if stap == "s2"]


def test_a_line_names_option_place_who_and_assumption():
    schakel = typed(*KETEN).stappen[1].bouwsteen.records[4]
    assert (schakel.tekst, schakel.plaats, schakel.opties) == ("De gemeente neemt schulden over", "activiteit", ("oa",))
    assert (schakel.met_wie, schakel.aanname) == (("Schuldhulp",), "schuldeisers doen mee")


def test_one_thinks_backwards_from_the_goal():
    schakels = []
    for plaats in PLAATSEN:
        assert next_plaats(schakels) == plaats
        schakels.append(Schakel(id=plaats, plaats=plaats))
    assert (PLAATSEN[0], PLAATSEN[-1], next_plaats(schakels)) == ("impactdoel", "doelgroep", "")


def test_the_figure_works_from_doelgroep_to_goal_with_an_assumption_on_every_arrow():
    (figuur,) = blocks(typed(*KETEN), Figuur)
    assert [trede.titel for trede in figuur.tekening.treden] == list(NAMEN.values())
    vakken = [trede.vakken[0] for trede in figuur.tekening.treden]
    assert vakken[0].tekst == "Jongeren tot 27 jaar met schulden"
    assert vakken[1].tekst == "De gemeente neemt schulden over (met Schuldhulp)"
    assert vakken[1].pijl.tekst == "schuldeisers doen mee"
    assert (vakken[3].pijl.tekst, vakken[3].pijl.open) == ("met een diploma is er werk (onzeker)", True)


def test_the_words_for_who_does_not_see_the_figure_tell_the_chain():
    (figuur,) = blocks(typed(*KETEN), Figuur)
    assert "optie A Vroeg helpen" in figuur.alternatief
    plekken = [
        figuur.alternatief.index(tekst)
        for tekst in ("tot 27 jaar", "neemt schulden over", "200 schulden", "zonder schuld.")
    ]
    assert plekken == sorted(plekken)
    assert (
        "Daarvoor doen we: De gemeente neemt schulden over (met Schuldhulp). De aanname: schuldeisers doen mee."
        in figuur.alternatief
    )
    assert "De aanname: met een diploma is er werk (onzeker)." in figuur.alternatief


def test_the_table_holds_every_link_and_assumption_in_the_same_order():
    (tabel,) = blocks(typed(*KETEN), Tabel)
    rijen = [[plain(cel) for cel in rij.cellen] for rij in tabel.rijen]
    assert [rij[0] for rij in rijen] == list(NAMEN)
    assert rijen[3] == [
        "kortetermijneffect",
        "Jongeren maken hun opleiding af",
        "",
        "met een diploma is er werk",
        "onzeker",
    ]
    assert rijen[1][2] == "Schuldhulp"


def test_what_is_missing_is_the_goal_the_place_and_the_assumptions():
    assert gaps(typed(*KETEN)) == ["Geen impactdoel bij optie C Later helpen."]
    assert gaps(typed("Coach +A !activiteit", "Los +A")) == [
        "Geen impactdoel bij optie A Vroeg helpen.",
        "Geen impactdoel bij optie C Later helpen.",
        "Schakel zonder plaats in de keten: Los",
        "Schakel zonder aanname: Coach (activiteit)",
    ]


def test_an_empty_place_is_seen_in_the_figure_and_heard_in_its_words():
    (figuur,) = blocks(typed("Coach +A !activiteit"), Figuur)
    assert figuur.tekening.treden[0].vakken[0].open
    assert "Doelgroep: nog leeg." in figuur.alternatief
    assert "Er staat nog geen aanname." in figuur.alternatief


def test_a_link_can_serve_more_options_and_is_pointed_at_once():
    sessie = typed("Jongeren met schulden +A +C !doelgroep", "Geen schuld +C !impactdoel")
    koppen = [plain(kop.inhoud) for kop in blocks(sessie, Kop) if kop.niveau == 2]
    assert "Optie A Vroeg helpen" in koppen
    ankers = [rij.anker for tabel in blocks(sessie, Tabel) for rij in tabel.rijen]
    assert (ankers.count("k0"), ankers.count("k1"), ankers.count("")) == (1, 1, 1)


def test_very_many_links_at_a_place_end_with_how_many_more_the_table_has():
    (figuur,) = blocks(typed(*(f"Doen {nummer} +A !activiteit" for nummer in range(30))), Figuur)
    vakken = figuur.tekening.treden[1].vakken
    assert (len(vakken), vakken[-1].tekst) == (9, "en nog 22 in de tabel")


def test_links_without_an_option_stand_by_themselves():
    sessie = make_sessie(Impactpad(records=(Schakel(id="k", tekst="Geen schuld", plaats="impactdoel"),)))
    tekst = text_of(make_verslag(sessie, MOMENT))
    assert "Het impactpad\n" in tekst
    assert "optie" not in tekst.casefold()


def test_a_number_in_front_fills_in_that_link_and_adds_to_its_assumption():
    sessie = typed("Coach +A", "#1 !activiteit ?zij komen", "#1 ?en zij blijven", "#1 een nieuwe regel")
    een, *nieuw = sessie.stappen[1].bouwsteen.records
    assert (een.tekst, een.plaats, een.aanname) == ("Coach", "activiteit", "zij komen; en zij blijven")
    assert [one.tekst for one in nieuw] == ["#1 een nieuwe regel"]


def test_an_empty_step_asks_for_links():
    assert Impactpad().missing(Omgeving()) == ("Er zijn nog geen schakels opgeschreven.",)


def test_links_of_a_hidden_option_stay_out():
    bouwsteen = typed(*KETEN).stappen[1].bouwsteen
    sessie = make_sessie(Opties(records=(Optie(id="oa", titel="Stil", bereik="begeleider"),)), bouwsteen)
    assert "schulden" not in text_of(make_verslag(sessie, MOMENT))


def test_a_line_about_a_link_that_is_not_there_is_refused():
    with pytest.raises(RegelError, match="Nummer 9"):
        typed(*KETEN, "#9 !output")


def test_what_one_types_as_the_help_says_gives_how_sure_the_assumption_is():
    sessie = typed("Minder stress +A !korte zekerheid=bewezen ?rust om te leren")
    (een,) = sessie.stap("s2").bouwsteen.records
    assert (een.zekerheid, een.aanname) == ("bewezen", "rust om te leren")
