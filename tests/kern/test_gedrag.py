"""Gedrag: the target behaviour in one sentence, and what holds it back or helps."""

import pytest
from test_kern_verslag import MOMENT, make_sessie, text_of

from sessie_tool.kern.bouwstenen.gedrag import Gedrag, Gedragingen, tell_doelgedrag
from sessie_tool.kern.document import Tabel, plain
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.verslag import make_verslag

POST = Gedrag(
    id="g1",
    gedrag="De post op tijd openen",
    wie="Jongeren met schulden",
    in_plaats_van="de post laten liggen",
    wat="de post samen openen",
    waar="bij de coach",
    wanneer="elke week",
    capaciteit_drempel="brieven zijn moeilijk",
    capaciteit_hefboom="brieven in gewone taal",
    motivatie_drempel="schaamte",
)


@pytest.mark.parametrize(
    ("gedrag", "zin"),
    (
        (POST, "Jongeren met schulden: niet de post laten liggen, maar de post samen openen, bij de coach, elke week."),
        (Gedrag(id="g", wie="Jongeren", wat="de post openen"), "Jongeren: de post openen."),
        (Gedrag(id="g", in_plaats_van="wachten"), "niet wachten."),
        (Gedrag(id="g", gedrag="Iets"), ""),
    ),
)
def test_the_target_behaviour_is_one_sentence_of_what_is_known(gedrag, zin):
    assert tell_doelgedrag(gedrag) == zin


def test_a_line_gives_the_behaviour_and_who():
    _, record = Gedragingen().apply_regel('De post openen @"jongeren met schulden" waar=thuis', Omgeving(), "n")
    assert record == Gedrag(id="n", gedrag="De post openen", wie="jongeren met schulden", waar="thuis")


def test_the_verslag_shows_drempel_and_hefboom_per_source():
    sessie = make_sessie(Gedragingen(records=(POST,)))
    assert "Doelgedrag: Jongeren met schulden: niet" in text_of(make_verslag(sessie, MOMENT))
    (tabel,) = (blok for blok in make_verslag(sessie, MOMENT).blokken if isinstance(blok, Tabel))
    rijen = [[plain(cel) for cel in rij.cellen] for rij in tabel.rijen]
    assert [rij[0].partition(":")[0] for rij in rijen] == ["Capaciteit", "Omgeving", "Motivatie"]
    assert rijen[0][1:] == ["brieven zijn moeilijk", "brieven in gewone taal"]


def test_what_is_missing_is_named():
    missing = Gedragingen(records=(POST, Gedrag(id="g2", gedrag="Bellen", wie="Coach"))).missing(Omgeving())
    assert missing == (
        "Drempel zonder hefboom: schaamte (motivatie, De post op tijd openen)",
        "Het doelgedrag is nog niet af: Bellen (in plaats van, wat, waar, wanneer).",
        "Nog geen drempels en hefbomen bij gedrag: Bellen",
    )
