"""What a bouwsteen may look up."""

import pytest

from sessie_tool.fouten import Bevinding, suggest
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.koers import Koersbepaling
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.bouwstenen.stemming import Stem
from sessie_tool.kern.bouwstenen.vragen import Vraag
from sessie_tool.kern.deelnemer import Deelnemer, format_deelnemer, parse_deelnemer
from sessie_tool.kern.omgeving import Omgeving, references, unique_beginning
from sessie_tool.kern.veld import Veld, velden

RECORDS = {
    "s1": Signaal(id="s1", tekst="Netcongestie"),
    "r1": RodeDraad(id="r1", titel="Het net", signalen=("s1",)),
    "v1": Vraag(id="v1", vraag="Wie eerst?", bereik="begeleider"),
    "k1": Koersbepaling(id="k1", draden=("r1",)),
}
OMGEVING = Omgeving(
    "2025-03-21",
    ("Inclusief", "Open"),
    (Deelnemer(id="d1", naam="Noor de Vries"), Deelnemer(id="d2", naam="Noor de Wit")),
    RECORDS,
    dict.fromkeys(RECORDS, 1),
)


def test_a_record_is_called_by_its_number_or_letter():
    assert OMGEVING.noem("s1") == "1 Netcongestie"
    assert OMGEVING.noem("v1") == "a Wie eerst?"


def test_a_record_that_is_gone_is_called_so():
    assert (OMGEVING.nummer("weg"), OMGEVING.noem("weg")) == ("?", "(verwijderd)")
    assert not OMGEVING.is_printed("weg")


def test_what_the_facilitator_keeps_is_not_printed():
    assert [OMGEVING.is_printed(een) for een in ("s1", "v1")] == [True, False]


def test_the_records_about_a_record_are_found():
    assert list(OMGEVING.about("s1", "rode_draad")) == [RECORDS["r1"]]
    assert list(OMGEVING.about("weg", "rode_draad")) == []


def test_links_of_one_and_of_more_are_both_found():
    assert references(RECORDS["k1"]) == ("r1",)
    assert references(Stem(id="x", onderwerp="r1")) == ("r1",)


@pytest.mark.parametrize(
    ("vorm", "keuzes"),
    (("keuze", ("a", "b")), ("opgave", ("Inclusief", "Open")), ("janee", ("ja", "nee")), ("regel", ())),
)
def test_the_values_to_choose_from_are_known(vorm, keuzes):
    assert OMGEVING.options(Veld("X", vorm, keuzes=("a", "b"))) == keuzes


def test_participants_can_be_chosen():
    assert OMGEVING.options(Veld("X", "deelnemer")) == ("Noor de Vries", "Noor de Wit")


@pytest.mark.parametrize(
    ("vorm", "tekst", "waarde"),
    (
        ("regel", "x y", "x y"),
        ("datum", "1-6", "2025-06-01"),
        ("getal", "12", 12),
        ("getal", "-1", None),
        ("getal", "9" * 20, None),
        ("janee", "J", True),
        ("janee", "nee", False),
        ("janee", "misschien", None),
        ("opgave", "open", "Open"),
        ("deelnemer", "noor", None),
        ("deelnemer", "wit", "Noor de Wit"),
        ("deelnemer", "de", None),
    ),
)
def test_a_value_is_read_when_it_is_unmistakable(vorm, tekst, waarde):
    assert OMGEVING.match(Veld("X", vorm), tekst) == waarde


@pytest.mark.parametrize(
    ("naar", "tekst", "gevonden"),
    (
        ("signaal", "1", "s1"),
        ("signaal", "a", None),
        ("signaal", "2", None),
        ("vraag", "a", "v1"),
        ("vraag", "1", None),
    ),
)
def test_a_record_is_found_by_its_own_number_or_letter(naar, tekst, gevonden):
    assert OMGEVING.match(Veld("X", "verwijzing", naar=naar), tekst) == gevonden


def test_a_beginning_is_unique_or_nothing():
    assert unique_beginning("gr", ("Groen", "Rood")) == "Groen"
    assert unique_beginning("gr", ("Groen", "Groei")) is None
    assert unique_beginning("groei", ("Groei", "Groeikern")) == "Groei"
    assert unique_beginning("", ("Groei",)) is None


def test_a_participant_is_read_from_one_line():
    assert parse_deelnemer("Noor de Vries; strateeg; gemeente; zuid", "d") == Deelnemer(
        id="d", naam="Noor de Vries", rol="strateeg", organisatie="gemeente; zuid"
    )
    assert parse_deelnemer("Noor", "d") == Deelnemer(id="d", naam="Noor")


@pytest.mark.parametrize("regel", ("Noor de Vries; strateeg; gemeente", "Noor; strateeg", "Noor", "Noor; ; gemeente"))
def test_a_participant_comes_back_from_its_own_line(regel):
    assert format_deelnemer(parse_deelnemer(regel, "d")) == regel


def test_who_takes_part_is_not_named_unless_that_was_said():
    assert not Deelnemer(id="d").mag_genoemd


def test_the_bereik_is_the_last_field_of_every_record():
    assert list(velden(Deelnemer))[-1] == "bereik"


@pytest.mark.parametrize(
    ("bevinding", "zin"),
    (
        (Bevinding("Er is iets."), "Er is iets."),
        (Bevinding("Er is iets.", "Kijk."), "Er is iets. Kijk."),
        (Bevinding("Er is iets.", regel=3), "Regel 3: Er is iets."),
        (Bevinding("Er is iets.", regel=3, bron="a.md"), "a.md, regel 3: Er is iets."),
        (Bevinding("Er is iets.", bron="a.md"), "a.md: Er is iets."),
    ),
)
def test_a_finding_reads_as_one_line(bevinding, zin):
    assert str(bevinding) == zin


def test_a_suggestion_is_the_nearest_word():
    assert suggest("Afwegng", ("afweging", "acties")) == "Bedoelt u 'afweging'?"
    assert suggest("xyz", ("afweging",)) == ""
