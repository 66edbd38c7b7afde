"""The quick notation: what is typed is never lost, and a record comes back from its own line."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kern_strategieen import DEELNEMERS, OPGAVEN, any_text, record_types, records

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.bouwstenen.vragen import Vraag
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.notatie import complete_regel, format_regel, parse_regel
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.veld import velden

DINGEN = {
    "sig1": Signaal(id="sig1", tekst="een"),
    "sig2": Signaal(id="sig2", tekst="twee"),
    "rd1": RodeDraad(id="rd1", titel="draad"),
    "vr1": Vraag(id="vr1", vraag="welke"),
    "vr2": Vraag(id="vr2", vraag="waarom"),
}
OMGEVING = Omgeving("2025-03-21", OPGAVEN, DEELNEMERS, DINGEN, {"sig1": 1, "sig2": 2, "rd1": 1, "vr1": 1, "vr2": 2})


def ids_of(naar):
    return [een.id for een in DINGEN.values() if een.type_tag() == naar]


TYPEN = [
    cls
    for kind in BOUWSTENEN.values()
    for cls in record_types(kind)
    if all(veld.naar for veld in velden(cls).values() if veld.vorm == "verwijzing")
] + [Deelnemer]


@pytest.mark.parametrize("cls", TYPEN)
@given(data=st.data())
def test_a_record_comes_back_from_its_own_line(cls, data):
    record = data.draw(records(cls, "nieuw", ids_of))
    record = msgspec.structs.replace(record, **{cls.hoofdveld(): record.hoofdtekst.strip()})
    regel = format_regel(record, OMGEVING)
    assert parse_regel(cls, regel, OMGEVING, "nieuw") == record


@pytest.mark.parametrize("cls", TYPEN)
@given(regel=any_text)
def test_any_line_becomes_a_record_and_its_line_gives_the_same_record(cls, regel):
    record = parse_regel(cls, regel, OMGEVING, "nieuw")
    regel = format_regel(record, OMGEVING)
    again = parse_regel(cls, regel, OMGEVING, "nieuw")
    assert format_regel(again, OMGEVING) == regel


@given(woorden=st.lists(st.text(alphabet="abcxyzéë.,'()&/[]{}-0123456789", min_size=1), min_size=1))
def test_words_without_a_sign_stay_as_typed(woorden):
    regel = " ".join(woorden)
    assert parse_regel(Signaal, regel, OMGEVING, "nieuw") == Signaal(id="nieuw", tekst=regel)


def test_the_line_of_a_signaal_fills_its_fields():
    regel = "Netcongestie remt de nieuwbouw +buiten !trend #groen @Jansen"
    assert parse_regel(Signaal, regel, OMGEVING, "n") == Signaal(
        id="n",
        tekst="Netcongestie remt de nieuwbouw",
        herkomst="buiten",
        soort="trend",
        opgaven=("Groen en duurzaam",),
        ingebracht_door="Jansen",
    )


def test_the_line_of_an_actie_fills_its_fields():
    regel = "Pilot evalueren @Jansen >1-6-2025 ?wat we willen leren"
    assert parse_regel(Actie, regel, OMGEVING, "n") == Actie(
        id="n", wat="Pilot evalueren", wie=("Jansen",), wanneer="2025-06-01", leren="wat we willen leren"
    )


@pytest.mark.parametrize("cls", TYPEN)
def test_a_line_without_known_marks_stays_text(cls):
    regel = "Waarom? Let op! #1 in 2025, 50 + 50, jan@voorbeeld.nl"
    assert parse_regel(cls, regel, OMGEVING, "n").hoofdtekst == regel


@pytest.mark.parametrize(
    ("regel", "tekst"),
    (
        ("Iets !onbekend", "Iets !onbekend"),
        ("Iets +", "Iets +"),
        ("Iets @Bestaatniet", "Iets @Bestaatniet"),
        ("Iets #zwembad", "Iets #zwembad"),
        ("Iets +buiten +binnen", "Iets +binnen"),
        (r"Iets \+buiten", "Iets +buiten"),
        (r"Iets \\+buiten", r"Iets \+buiten"),
        (r"C:\map\!trend", r"C:\map\!trend"),
        ("a!trend", "a!trend"),
        ("> 5 procent", "> 5 procent"),
        ("tekst=hoi", "tekst=hoi"),
        ("bron=", "bron="),
    ),
)
def test_what_is_no_mark_stays_text(regel, tekst):
    assert parse_regel(Signaal, regel, OMGEVING, "n").tekst == tekst


def test_a_beginning_that_fits_two_names_stays_text():
    omgeving = Omgeving(opgaven=("Groen", "Groei"), deelnemers=DEELNEMERS)
    record = parse_regel(Signaal, "Park #gro #groen", omgeving, "n")
    assert (record.tekst, record.opgaven) == ("Park #gro", ("Groen",))


def test_a_last_name_is_enough_when_one_participant_has_it():
    assert parse_regel(Signaal, "x @vries", OMGEVING, "n").ingebracht_door == "Noor de Vries"


@pytest.mark.parametrize("regel", ("@vries: begin klein", "begin klein @Noor,", "begin @vries; klein"))
def test_what_people_type_right_behind_a_name_is_no_part_of_it(regel):
    record = parse_regel(Signaal, regel, OMGEVING, "n")
    assert (record.tekst, record.ingebracht_door) == ("begin klein", "Noor de Vries")


def test_a_sign_without_a_name_or_with_one_that_nobody_has_stays_text():
    assert parse_regel(Signaal, "@Piet: begin @: klein", OMGEVING, "n").tekst == "@Piet: begin @: klein"


def test_a_name_in_quotes_is_taken_as_it_stands():
    assert parse_regel(Actie, 'x @"Jan"', OMGEVING, "n").wie == ("Jan",)
    assert parse_regel(Actie, 'x @"noor de vries"', OMGEVING, "n").wie == ("Noor de Vries",)


def test_a_quote_that_is_not_closed_takes_nothing_of_the_marks_behind_it():
    record = Signaal(id="n", tekst='zei @"Jan', bron=" krant")
    assert parse_regel(Signaal, format_regel(record, OMGEVING), OMGEVING, "n") == record


def test_a_date_without_a_year_is_the_first_one_after_the_session():
    assert parse_regel(Actie, "x >1-2", OMGEVING, "n").wanneer == "2026-02-01"
    assert parse_regel(Actie, "x >1-6", OMGEVING, "n").wanneer == "2025-06-01"


def test_line_ends_become_spaces_in_a_line():
    assert format_regel(Signaal(id="n", tekst="een\r\ntwee", bron="a\nb"), OMGEVING) == 'een twee bron="a b"'


def test_a_number_of_thousands_of_digits_is_text():
    for teken in ("+", "!", ">"):
        regel = f"x {teken}{'9' * 5000}"
        assert parse_regel(Actie, regel, OMGEVING, "n").wat == regel


@pytest.mark.parametrize(
    ("cls", "regel", "vol"),
    (
        (Signaal, "Net +bu", ["Net +buiten"]),
        (Signaal, "Net +b", ["Net +buiten", "Net +binnen"]),
        (Signaal, "Net +", ["Net +buiten", "Net +binnen"]),
        (Signaal, "Net @Ja", ["Net @Jansen"]),
        (Signaal, "Net @noo", ['Net @"Noor de Vries"']),
        (Signaal, "Net @vries", ['Net @"Noor de Vries"']),
        (Signaal, 'Net @"noor d', ['Net @"Noor de Vries"']),
        (Signaal, "Net #incl", ["Net #inclusief"]),
        (Signaal, "Net #groen", ['Net #"Groen en duurzaam"']),
        (Signaal, "Net opgaven=duur", ['Net opgaven="Groen en duurzaam"']),
        (Signaal, "Net #open #op", []),
        (Signaal, "Net +buiten", []),
        (Signaal, "Net +buiten +bi", []),
        (Signaal, "Net +buiten ", []),
        (Signaal, "Net", []),
        (Signaal, "a@noo", []),
        (Signaal, r"Net \@noo", []),
        (Signaal, 'Net @"Noor de Vries"', []),
        (Signaal, "", []),
        (RodeDraad, "Draad +twe", ["Draad +2"]),
        (RodeDraad, "Draad +2", []),
        (RodeDraad, "Draad +1 +", ["Draad +1 +2"]),
        (Actie, "Pilot ?wat we leren van @noo", []),
        (Signaal, "x" * 5000 + " @noo", []),
    ),
)
def test_the_mark_at_the_end_is_filled_in_with_every_value_that_fits(cls, regel, vol):
    assert [een.regel for een in complete_regel(cls, regel, OMGEVING)] == vol


def test_a_value_to_fill_in_is_shown_by_its_name_or_by_number_and_text():
    assert [een.label for een in complete_regel(Signaal, "x @noo", OMGEVING)] == ["Noor de Vries"]
    assert [een.label for een in complete_regel(RodeDraad, "x +", OMGEVING)] == ["1 een", "2 twee"]


@pytest.mark.parametrize("cls", TYPEN)
@given(data=st.data())
def test_a_filled_in_line_is_the_same_record_as_choosing_that_value_in_the_form(cls, data):
    begin = data.draw(any_text.map(lambda tekst: tekst and f"{tekst} "))
    namen = data.draw(st.lists(any_text.filter(bool), max_size=3))
    deelnemers = (*DEELNEMERS, *(Deelnemer(id=f"x{plaats}", naam=naam) for plaats, naam in enumerate(namen)))
    omgeving = msgspec.structs.replace(OMGEVING, deelnemers=deelnemers, opgaven=(*OPGAVEN, *namen))
    naam, veld = data.draw(st.sampled_from(sorted(velden(cls).items())))
    dicht = [een for een in namen if not set(een) & set('"\\')]
    heel = [een for een in dicht if len(een.split()) == 1 and een.strip() == een]
    getypt = data.draw(st.sampled_from(("", "n", "noo", "gr", "1", "tw", '"', *heel, *(f'"{een}' for een in dicht))))
    before = parse_regel(cls, begin, omgeving, "n")
    for een in complete_regel(cls, f"{begin}{veld.merk or f'{naam}='}{getypt}", omgeving):
        after = parse_regel(cls, een.regel, omgeving, "n")
        many = isinstance(getattr(after, naam), tuple)
        waarde = getattr(after, naam)[-1] if many else getattr(after, naam)
        toont = {"verwijzing": OMGEVING.noem, "janee": {True: "ja", False: "nee"}.get}.get(veld.vorm, str)
        assert toont(waarde) == een.label
        assert after == msgspec.structs.replace(before, **{naam: (*getattr(before, naam), waarde) if many else waarde})
