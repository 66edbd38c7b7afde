"""Headings count themselves: chapters in numbers, appendices in letters, and the rest not at all."""

import pytest
from test_kern_verslag import MOMENT, make_sessie

from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.document import Inhoudsopgave, Kop, Noot, Tekst, tekst
from sessie_tool.kern.koppen import count_koppen, list_inhoud
from sessie_tool.kern.record import Overname
from sessie_tool.kern.verslag import make_verslag


def kop(niveau, nummering=""):
    return Kop(niveau, tekst("x"), nummering=nummering)


def test_chapters_count_and_what_stands_below_counts_along():
    koppen = [
        kop(1), kop(2), kop(1, "cijfer"), kop(2), kop(3), kop(4), kop(3), kop(2), kop(1), kop(2), kop(1, "cijfer"),
        kop(2), kop(1, "letter"), kop(2), kop(3), kop(1, "letter"),
    ]  # fmt: skip
    assert [een.nummer for een in count_koppen(koppen)] == [
        "", "", "1", "1.1", "1.1.1", "", "1.1.2", "1.2", "", "", "2",
        "2.1", "Bijlage A:", "A.1", "A.1.1", "Bijlage B:",
    ]  # fmt: skip


def test_a_skipped_level_never_counts_from_nought():
    assert [een.nummer for een in count_koppen([kop(1, "cijfer"), kop(3), kop(2)])] == ["1", "1.1.1", "1.2"]


@pytest.mark.parametrize(("aantal", "regels"), ((2, 0), (3, 3)))
def test_a_table_of_contents_is_there_when_there_is_something_to_look_up(aantal, regels):
    koppen = list(count_koppen([*[kop(1)] * aantal, kop(3)]))
    assert len(list_inhoud(Inhoudsopgave(), koppen)) == regels


def test_the_title_of_an_entry_has_no_note_and_no_line_end():
    [een] = count_koppen([Kop(1, (Tekst("Wat\nnu"), Noot(tekst("noot"))))])
    assert een.titel == "Wat nu"


def nummers(*bouwstenen):
    koppen = count_koppen(make_verslag(make_sessie(*bouwstenen), MOMENT).blokken)
    return [f"{een.nummer} {een.titel}".strip() for een in koppen]


def signalen(stap, *uit):
    return Signalen(
        records=tuple(
            Signaal(id=f"{stap}{plaats}", tekst="x", overgenomen=Overname("r", naam, naam) if naam else None)
            for plaats, naam in enumerate(uit)
        )
    )


def test_step_three_is_heading_three_and_its_signals_stand_in_an_appendix():
    assert nummers(Signalen(), Signalen(), signalen("s", "", "Sessie Open")) == [
        "1 Stap 1", "2 Stap 2", "3 Stap 3", "Nog aan te vullen", "Bijlage A: Alle signalen", "A.1 Uit deze sessie",
        "A.2 Sessie Open",
    ]  # fmt: skip


def test_the_signals_of_two_steps_share_one_appendix():
    koppen = nummers(signalen("s", ""), signalen("z", "", "Sessie Open"))
    assert koppen[-5:] == [
        "Bijlage A: Alle signalen", "A.1 Stap 1", "A.2 Stap 2", "A.2.1 Uit deze sessie", "A.2.2 Sessie Open"
    ]  # fmt: skip
