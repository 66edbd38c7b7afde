"""A record is tied to a doelstelling: known ones are filled in, another one is kept as typed."""

from test_kern_verslag import MOMENT, make_sessie, text_of

from sessie_tool.kern.bouwstenen.acties import Actie, Acties, Opvolging
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.notatie import complete_regel, format_regel, parse_regel
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.sessie import apply_regel, environment
from sessie_tool.kern.verslag import make_verslag

HUIS = Omgeving(doelstellingen=("Iedereen doet mee", "Groen en koel", "Groen licht [b]"))


def doelen(regel, omgeving=HUIS):
    return parse_regel(Actie, regel, omgeving, "a1").doel


def test_a_known_doelstelling_is_found_by_its_beginning_and_another_one_is_kept_between_quotes():
    assert doelen("Tellen doel=iedereen") == ("Iedereen doet mee",)
    assert doelen('Tellen doel="groen en koel" doel="Iets nieuws"') == ("Groen en koel", "Iets nieuws")
    actie = parse_regel(Actie, "Tellen doel=groen", HUIS, "a1")
    assert (actie.wat, actie.doel) == ("Tellen doel=groen", ())


def test_what_is_typed_is_filled_in():
    regels = [one.regel for one in complete_regel(Actie, "Tellen doel=groen", HUIS)]
    assert [doelen(regel) for regel in regels] == [("Groen en koel",), ("Groen licht [b]",)]


def test_a_line_of_a_tied_record_reads_back_also_where_the_huis_is_not_known():
    draad = RodeDraad(id="a1", titel="Net", doel=('Zo "is" het', "Groen en koel"))
    assert parse_regel(RodeDraad, format_regel(draad, Omgeving()), Omgeving(), "a1") == draad


def test_a_session_knows_what_the_huis_and_its_own_records_name():
    sessie = make_sessie(Acties())
    sessie, _ = apply_regel(sessie, "s1", 'Tellen doel="Eigen doel"', (), "a1", doelstellingen=("Groen",))
    assert environment(sessie, doelstellingen=("Groen",)).doelstellingen == ("Groen", "Eigen doel")
    assert environment(sessie).doelstellingen == ("Eigen doel",)


def test_the_verslag_and_the_follow_up_of_an_action_keep_the_doelstelling():
    draden = RodeDraden(records=(RodeDraad(id="r1", titel="Net", doel=("Groen en koel",)),))
    actie = Actie(id="a1", wat="Tellen", doel=("Iedereen doet mee",))
    tekst = text_of(make_verslag(make_sessie(draden, Acties(records=(actie,))), MOMENT))
    assert "Doelstelling: Groen en koel" in tekst
    assert "Bij doelstelling: Iedereen doet mee" in tekst
    later = actie.follow_up("n", Stand(actie, "a1", "s", "2024-03-21", "Eerst", ()))
    assert isinstance(later, Opvolging)
    assert later.doel == ("Iedereen doet mee",)
