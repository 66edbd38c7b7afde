"""A list of participants comes in as somebody has it: any separator, any header, and nobody twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.deelnemerslijst import read_deelnemerslijst


def read(tekst, *bekend):
    teller = iter(range(10_000))
    return read_deelnemerslijst(tekst, bekend, lambda: f"d{next(teller)}")


def rows(tekst):
    return [(one.naam, one.rol, one.organisatie) for one in read(tekst).deelnemers]


@pytest.mark.parametrize("scheider", (";", ",", "\t"))
def test_columns_are_known_by_their_header_in_any_order_and_case(scheider):
    tekst = "\ufeffGEMEENTE;Naam;Mag genoemd;Functie\r\nWaterveen;Noor Voorbeeld;JA;begeleider\r\n\r\n"
    tekst += ";Daan Denkbeeld;nee;\r\n"
    lijst = read(tekst.replace(";", scheider))
    assert [(one.naam, one.rol, one.organisatie, one.mag_genoemd) for one in lijst.deelnemers] == [
        ("Noor Voorbeeld", "begeleider", "Waterveen", True),
        ("Daan Denkbeeld", "", "", False),
    ]
    assert lijst.bevindingen == ()


def test_a_name_may_come_in_parts():
    assert rows("Achternaam,Tussenvoegsel,Voornaam\nDenkbeeld,van,Daan\nFictie,,Fatima\n") == [
        ("Daan van Denkbeeld", "", ""),
        ("Fatima Fictie", "", ""),
    ]


@pytest.mark.parametrize("scheider", (";", ", ", "\t"))
def test_without_a_header_it_is_naam_rol_organisatie(scheider):
    tekst = "Noor Voorbeeld;begeleider;Waterveen\nFatima Fictie"
    assert rows(tekst.replace(";", scheider)) == [
        ("Noor Voorbeeld", "begeleider", "Waterveen"),
        ("Fatima Fictie", "", ""),
    ]


def test_everything_that_needs_a_look_is_said_at_once():
    tekst = "naam;e-mail;mag genoemd;aanwezig\nNoor;n@voorbeeld.nl;misschien;ja\n;;ja;\nnoor;;ja;\nDaan;;x;nee\n"
    lijst = read(tekst, Deelnemer(id="k", naam="Daan", organisatie="Waterveen"))
    assert [one.naam for one in lijst.deelnemers] == ["Noor"]
    assert [str(one).split(".")[0] for one in lijst.bevindingen] == [
        "Regel 1: Niet overgenomen: 'e-mail'",
        "Regel 2: Mag genoemd: 'misschien' is geen ja of nee",
        "Regel 3: Hier staat geen naam",
        "Regel 4: 'noor' staat er al",
        "Regel 5: 'Daan' staat er al",
    ]
    assert not lijst.deelnemers[0].mag_genoemd


def test_two_people_of_one_name_are_known_by_their_organisation():
    assert len(rows("Jan Jansen;;Waterveen\nJan Jansen;;Waterrijk\nJAN JANSEN;adviseur")) == 2


@given(st.text(max_size=200))
def test_no_text_stops_it_and_nobody_is_without_a_name(tekst):
    assert all(one.naam for one in read(tekst).deelnemers)
