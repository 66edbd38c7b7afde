"""patronen: every pattern stands with its evidence, and what is in no pattern is not forgotten."""

from test_kern_verslag import make_sessie, text_of

from sessie_tool.kern.bouwstenen.opbrengsten import Opbrengst, Opbrengsten
from sessie_tool.kern.bouwstenen.patronen import Patronen, Patroon
from sessie_tool.kern.bouwstenen.stemming import Stemming
from sessie_tool.kern.document import Document, Opmaak
from sessie_tool.kern.sessie import environment

OPBRENGSTEN = Opbrengsten(
    records=(
        Opbrengst(id="p1", tekst="Begin klein", aard="advies", van="Gemeente Waterrijk", uit="Peer review"),
        Opbrengst(id="p2", tekst="Wie moet er wachten?", aard="vraag", van="Gemeente Duinzicht"),
        Opbrengst(id="p3", tekst="Eerst vragen", aard="oogst"),
        Opbrengst(id="p4", tekst="Zomaar iets"),
        Opbrengst(id="p5", tekst="Alleen voor mij", aard="oogst", bereik="begeleider"),
    )
)
PATRONEN = Patronen(
    records=(
        Patroon(id="k1", titel="Laat kiezen", toelichting="Het **kan** eerder.", bewijs=("p1", "p2", "p5")),
        Patroon(id="k2", titel="Zonder bewijs", wat_nu="Volgend jaar vragen"),
    )
)


def around(*bouwstenen):
    return environment(make_sessie(*bouwstenen))


def test_a_line_bundles_opbrengsten_and_says_what_now():
    _, record = Patronen().apply_regel("Laat kiezen +1 +3 ?eerder om tafel", around(OPBRENGSTEN), "k")
    assert record == Patroon(id="k", titel="Laat kiezen", bewijs=("p1", "p3"), wat_nu="eerder om tafel")


def test_an_opbrengst_goes_from_one_pattern_to_another():
    nieuw = PATRONEN.assign([OPBRENGSTEN.records[0]], "k2")
    assert [one.bewijs for one in nieuw.records] == [("p2", "p5"), ("p1",)]
    assert [one.id for one in nieuw.unclustered(around(OPBRENGSTEN, nieuw))] == ["p3", "p4"]


def test_the_verslag_shows_the_evidence_by_kind_with_whose_it_is():
    blokken = PATRONEN.report(around(OPBRENGSTEN, PATRONEN))
    assert text_of(Document("", blokken)).split("\n")[3:] == [
        "Patroon 1: Laat kiezen",
        "Het **kan** eerder.",
        "Vragen:",
        "2 Wie moet er wachten? (Gemeente Duinzicht)",
        "Adviezen:",
        "1 Begin klein (Gemeente Waterrijk, Peer review)",
        "Patroon 2: Zonder bewijs",
        "Wat nu: Volgend jaar vragen",
        "In geen patroon: 2 opbrengsten",
        "Oogst:",
        "3 Eerst vragen",
        "Overig:",
        "4 Zomaar iets",
    ]
    assert any(isinstance(blok, Opmaak) for blok in blokken)


def test_missing_is_a_pattern_without_evidence_and_what_has_no_pattern():
    assert PATRONEN.missing(around(OPBRENGSTEN, PATRONEN)) == (
        "Patroon zonder bewijs: Zonder bewijs",
        "2 opbrengsten horen nog niet bij een patroon.",
    )
    assert Patronen().missing(around(OPBRENGSTEN)) == ("Er zijn nog geen patronen opgeschreven.",)


def test_the_group_can_choose_from_patterns():
    stemming = Stemming(over="patroon")
    stemming, stem = stemming.apply_regel("2=4!", around(OPBRENGSTEN, PATRONEN, stemming), "t")
    assert (stem.onderwerp, stem.stippen, stem.gekozen) == ("k2", 4, True)
