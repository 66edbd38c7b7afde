"""What people type about a record becomes a link to it, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_kern_verslag import MOMENT, make_sessie

from sessie_tool.kern.ankers import list_ankers
from sessie_tool.kern.bouwstenen.acties import Actie, Acties
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.notities import Notitie, Notities
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.toelichting import Opmerking, Toelichting
from sessie_tool.kern.bouwstenen.vragen import Vraag, Vragen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, Koppeling, Noot, Tekst, Verwijzing, plain, tekst
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.kern.verwijzen import link_verwijzingen
from sessie_tool.opmaak import resolve_opmaak

INHOUD = (
    Toelichting(records=(Opmerking(id="t1", tekst="Welkom"),)),
    Signalen(records=tuple(Signaal(id=f"g{plaats}", tekst=f"Iets {plaats}") for plaats in range(1, 13))),
    RodeDraden(records=(RodeDraad(id="d1", titel="Een"), RodeDraad(id="d2", titel="Eigen", bereik="begeleider"))),
    Vragen(records=tuple(Vraag(id=f"v{letter}", vraag="Wat?") for letter in "abc")),
    Acties(records=(Actie(id="a1", wat="Doen"), Actie(id="a2", wat="Laten"))),
)


def links_in(getypt, *bouwstenen, deelnemers=()):
    """The links that a typed sentence gets, as (words, anker); its words stay what they were."""
    sessie = replace(make_sessie(*(bouwstenen or INHOUD)), deelnemers=deelnemers)
    document = make_verslag(sessie, MOMENT)
    zin = Alinea(getypt if isinstance(getypt, tuple) else tekst(getypt))
    eind = link_verwijzingen(replace(document, blokken=(*resolve_opmaak(document).blokken, zin))).blokken[-1]
    assert plain(eind.inhoud) == plain(zin.inhoud)
    return [(deel.tekst, deel.anker) for deel in eind.inhoud if isinstance(deel, Verwijzing)]


@pytest.mark.parametrize(
    ("getypt", "links"),
    (
        ("Zie vraag a.", [("vraag a", "va")]),
        ("Vraag B gaat voor", [("Vraag B", "vb")]),
        ("uit signaal 12, rode draad 1 en actie 2", [("signaal 12", "g12"), ("rode draad 1", "d1"), ("actie 2", "a2")]),
        ("acties 1 en 2", [("acties 1", "a1"), ("2", "a2")]),
        ("vragen a t/m c", [("vragen a", "va"), ("c", "vc")]),
        ("signalen 2, 3 of 99", [("signalen 2", "g2"), ("3", "g3")]),
        ("signalen 99 en 3", [("3", "g3")]),
        ("(signaal nr. 4)", [("signaal nr. 4", "g4")]),
        ("zie stap 2 en bijlage A", [("stap 2", "s2"), ("bijlage A", "bijlage_g1")]),
    ),
)
def test_what_people_type_leads_to_the_record(getypt, links):
    assert links_in(getypt) == links


@pytest.mark.parametrize(
    "getypt",
    (
        "actie 3",  # there are two
        "vraag d",
        "rode draad 2",  # it is not in the verslag
        "eerdere actie 1",  # another kind than actie
        "eerdere draad 1",
        "de actie 2 mei",
        "signaal 2%",
        "signaal 1,5",
        "reactie 1",
        "actie-1",
        "actie 12-3-2025",
        "vraag aan de Board",
        "de vragen in de wijk",
        "bijlage C",
        "volgens advies 3, 4 mensen",
        "stem 1",
        "score 1",
        "actie 1 van Boardsessie 2024, 3 oktober 2024",
        "zie vraag a uit 2024 en vraag b van vorig jaar",
    ),
)
def test_what_is_not_there_stays_text(getypt):
    assert links_in(getypt) == []


def test_a_comma_behind_one_thing_ends_it():
    assert links_in("Zie actie 1, 2 mensen kwamen") == [("actie 1", "a1")]


def test_code_links_and_names_stay_as_they_are():
    assert links_in((Tekst("actie 1", code=True), Koppeling("actie 1", "https://waterveen.example"))) == []
    stichting = Deelnemer(id="p1", naam="Noor Voorbeeld", organisatie="Stichting Actie 1")
    zin = "Stichting Actie 1 doet actie 1"
    assert links_in(zin, deelnemers=(stichting,)) == [("actie 1", "a1")]


def test_the_words_of_a_note_are_linked_too():
    sessie = make_sessie(*INHOUD)
    document = make_verslag(sessie, MOMENT)
    zin = Alinea((Tekst("Kijk"), Noot(tekst("bij actie 1"))))
    [_, noot] = (
        link_verwijzingen(replace(document, blokken=(*resolve_opmaak(document).blokken, zin))).blokken[-1].inhoud
    )
    assert noot.inhoud == (Tekst("bij "), Verwijzing("actie 1", "a1"))


def test_a_number_that_two_steps_share_means_neither():
    twee = (Notities(records=(Notitie(id=f"n{nummer}", antwoord="x"),)) for nummer in (1, 2))
    assert links_in("notitie 1", *twee) == []


def test_the_link_to_an_appendix_gets_its_letter():
    blokken = resolve_opmaak(make_verslag(make_sessie(*INHOUD), MOMENT)).blokken
    zinnen = [plain(blok.inhoud) for blok in blokken if isinstance(blok, Alinea)]
    assert "In totaal 12 signalen; de hele lijst staat in bijlage A." in zinnen


@given(st.text(alphabet="actievrgn 12ab,./%-\n", max_size=60))
def test_any_text_keeps_its_words_and_every_link_has_a_place(getypt):
    document = resolve_opmaak(make_verslag(make_sessie(*INHOUD), MOMENT))
    assert all(anker in set(list_ankers(document.blokken)) for _, anker in links_in(getypt or "x"))
