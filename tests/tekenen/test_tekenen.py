"""Figures: readable for everyone, the same every time, and drawn from any text."""

from io import BytesIO
from itertools import combinations, product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from sessie_tool.kern.document import Afbeelding, Alinea, Document, Figuur, Lijst, Punt, tekst
from sessie_tool.kern.tekening import (
    Cel,
    Keten,
    Levenslijn,
    Levenslijnen,
    Lijnen,
    Merkpunt,
    Meting,
    Pijl,
    Raster,
    Rasterrij,
    Reeks,
    Staven,
    Trede,
    Vak,
    Vorm,
    round_steps,
)
from sessie_tool.tekenen import TEKENAARS, draw_figuur, resolve_figuren
from sessie_tool.tekenen.doek import BREEDTE, PER_DUIM, VET, measure, wrap
from sessie_tool.tekenen.kleuren import ACCENT, GRIJS, LIJN, REEKSEN, TREDEN, VLAK, WIT, ZWART, contrast, text_on
from sessie_tool.tekenen.legenda import STREPEN

KETEN = Keten(
    (
        Trede("Doelgroep", (Vak("Jongeren met schulden", Pijl("Zij melden zich")),)),
        Trede("Activiteit", (Vak("Schuld overnemen", Pijl("", open=True)), Vak("Een vaste coach"))),
        Trede("Impactdoel", (Vak("nog leeg", open=True),)),
    )
)
STAVEN = Staven(("Inclusief", "Open"), (Reeks("Een", (Meting(1.5, "1,5"), Meting(None, "geen score"))),), 4)
LIJNEN = Lijnen(
    ("2026", "2027", "2028"),
    (Reeks("Zorg", (Meting(-100), Meting(None), Meting(300))),),
    (Meting(-100, "−100"), Meting(0, "0"), Meting(300, "300")),
)
RASTER = Raster(("Open",), (Rasterrij("Project 1", (Cel("3", "≠", 1.0),)),), (("≠", "ver uit elkaar"),))
LEVENSLIJNEN = Levenslijnen(
    ("2024", "2025", "2026"),
    (
        Levenslijn("Het stroomnet", (Merkpunt("open", "4", 0.2), Merkpunt("op", "10", 1.0), Merkpunt("vol", "11"))),
        Levenslijn("Wonen", (None, Merkpunt("ruit", "3"), Merkpunt("kruis"))),
        Levenslijn("Zorg", (Merkpunt("neer", "2"), Merkpunt("punt"), Merkpunt("vraag", "2"))),
    ),
    (("open", "nieuw"), ("op", "gegroeid"), ("vraag", "nog niet beoordeeld, en meer dan er op één regel past")) * 2,
)
ALLE = (KETEN, STAVEN, LIJNEN, RASTER, LEVENSLIJNEN)


def draw(tekening):
    return draw_figuur(Figuur(tekening, "In woorden.", "Een figuur"))


def picture(tekening):
    return Image.open(BytesIO(draw(tekening).png))


def dark(beeld):
    """How many dots are not light."""
    return sum(beeld.convert("L").histogram()[:160])


def test_every_kind_of_drawing_is_in_the_examples():
    assert {type(tekening) for tekening in ALLE} == set(TEKENAARS)


@pytest.mark.parametrize("tekening", ALLE, ids=lambda een: type(een).__name__)
def test_a_figure_is_a_sharp_picture_as_wide_as_the_text(tekening):
    afbeelding, beeld = draw(tekening), picture(tekening)
    assert beeld.format == "PNG"
    assert beeld.width / afbeelding.breedte * 72 == pytest.approx(PER_DUIM)
    assert beeld.height / afbeelding.hoogte * 72 == pytest.approx(PER_DUIM)
    assert PER_DUIM >= 200
    assert dark(beeld) > 500


@pytest.mark.parametrize("tekening", ALLE, ids=lambda een: type(een).__name__)
def test_the_same_drawing_gives_the_same_bytes(tekening):
    assert draw(tekening).png == draw(tekening).png


def test_all_text_has_enough_contrast():
    assert min(contrast(kleur, WIT) for kleur in (ZWART, ACCENT, GRIJS, *REEKSEN)) >= 4.5
    assert contrast(ACCENT, VLAK) >= 4.5
    assert min(contrast(text_on(vlak), vlak) for vlak in TREDEN) >= 4.5
    assert contrast(LIJN, WIT) >= 3


def test_reeksen_differ_without_their_colour():
    """Mark and line of a reeks together are never those of another one; nor without the colours."""
    merken = [(nummer % 8, STREPEN[nummer % len(STREPEN)]) for nummer in range(8)]
    assert len(set(merken)) == 8
    een, ander = (Reeks("x", (Meting(4, "4"),)), Reeks("y", (Meting(4, "4"),)))
    vol = picture(Staven(("a",), (een, ander), 4)).convert("L")
    eerste, tweede = (dark(vol.crop((520, top, 1300, top + 34))) for top in (84, 126))
    assert tweede < eerste * 0.8


def test_every_shape_of_a_life_line_is_another_shape_without_its_colour():
    """Each mark differs from each other one in many dots, in black and white."""
    beelden = [
        picture(Levenslijnen(("2025",), (Levenslijn("", (Merkpunt(vorm),)),))).convert("L") for vorm in get_args(Vorm)
    ]
    for een, ander in combinations(beelden, 2):
        assert sum(ImageChops.difference(een, ander).histogram()[60:]) > 60


def test_a_life_line_is_thicker_when_more_signals_carry_it():
    dun, dik = (
        picture(Levenslijnen(("1", "2"), (Levenslijn("", (Merkpunt("vol", dikte=dikte), Merkpunt("vol"))),)))
        for dikte in (0.0, 1.0)
    )
    assert dark(dik) > dark(dun)


def test_what_is_open_looks_different_from_what_is_filled_in():
    dicht = Keten((Trede("Een", (Vak("iets", Pijl("zo")),)), Trede("Twee", (Vak("iets"),))))
    open_ = Keten((Trede("Een", (Vak("iets", Pijl("zo", open=True)),)), Trede("Twee", (Vak("iets", open=True),))))
    assert dark(picture(open_)) < dark(picture(dicht))


def test_a_chain_with_many_boxes_still_shows_them_all():
    smal, breed = (
        picture(Keten((Trede("Een", tuple(Vak(f"vak {een}", Pijl("omdat")) for een in range(aantal))),), "Aanname"))
        for aantal in (4, 9)
    )
    assert breed.height > 2 * smal.height


def test_a_long_word_is_cut_in_pieces_and_a_long_text_ends_with_an_ellipsis():
    woord = "arbeidsongeschiktheidsverzekeringsmaatschappijen"
    regels = wrap(woord, 200)
    assert "".join(regels).replace("-", "") == woord
    assert max(map(measure, regels)) <= 200
    kort = wrap("een zin die verder gaat " * 20, 300, VET, 3)
    assert len(kort) == 3
    assert kort[-1].endswith("…")
    assert max(measure(regel, VET) for regel in kort) <= 300
    assert not any("…" in regel for regel in wrap("past precies", 300))


def test_a_character_that_the_letter_lacks_is_cut_out_and_that_shows():
    assert wrap("naar → €5 ë 😀👩 日本", 900) == ["naar … €5 ë … …"]


@given(st.text(max_size=200), st.integers(40, BREEDTE), st.integers(1, 6))
@settings(deadline=None, max_examples=50)
def test_any_text_fits_where_it_is_put(inhoud, breedte, meeste):
    regels = wrap(inhoud, breedte, meeste=meeste)
    assert len(regels) <= meeste
    assert all(measure(regel) <= breedte or len(regel) <= 2 for regel in regels)


@pytest.mark.parametrize("woord", ("", " ", "[/]", "\x1b[2J\x00", "שלום 日本語 😀", "a" * 10_000, "half \ud83d"))
def test_hostile_text_does_not_stop_a_figure(woord):
    for tekening in (
        Keten((Trede(woord, (Vak(woord, Pijl(woord)),)), Trede(woord, (Vak(woord),)))),
        Staven((woord,), (Reeks(woord, (Meting(1, woord),)),), 0),
        Lijnen((woord,), (Reeks(woord, (Meting(1),)),), (Meting(1, woord[:50]),)),
        Raster((woord,), (Rasterrij(woord, (Cel(woord, woord, 3.0),)),), ((woord, woord),)),
    ):
        assert draw(tekening).png


@pytest.mark.parametrize(
    "tekening", (Keten(()), Keten((Trede("a", ()),)), Staven((), (), 0), Lijnen((), (), ()), Raster((), ()))
)
def test_a_drawing_of_nothing_is_still_a_picture(tekening):
    assert draw(tekening).png


def test_figures_are_drawn_wherever_they_stand_and_the_rest_stays():
    figuur = Figuur(KETEN, "In woorden.", "Een keten")
    alinea = Alinea(tekst("x"))
    lijst = Lijst((Punt((alinea, figuur)),))
    klaar = resolve_figuren(Document("t", (alinea, figuur, lijst)))
    assert klaar.blokken[0] == alinea
    assert isinstance(klaar.blokken[1], Afbeelding)
    assert (klaar.blokken[1].alternatief, klaar.blokken[1].bijschrift) == ("In woorden.", "Een keten")
    assert klaar.blokken[2].punten[0].blokken == (alinea, klaar.blokken[1])


@given(st.integers(-(10**14), 10**14), st.integers(-(10**14), 10**14))
def test_a_scale_has_few_round_steps_around_every_value_and_zero(een, ander):
    laag, hoog = sorted((een, ander))
    stappen = round_steps(laag, hoog)
    assert stappen[0] <= min(laag, 0)
    assert stappen[-1] >= max(hoog, 0)
    assert 0 in stappen
    assert 1 <= len(stappen) <= 8
    assert len({b - a for a, b in product(stappen, stappen) if stappen.index(b) == stappen.index(a) + 1}) <= 1
