"""The open version names nobody who may not be named, in whatever form the name was typed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import (
    Alinea,
    Document,
    Figuur,
    Kolom,
    Koppeling,
    Lijst,
    Noot,
    Passage,
    Punt,
    Rij,
    Tabel,
    Tekst,
    tekst,
)
from sessie_tool.kern.openbaar import make_openbaar
from sessie_tool.kern.tekening import Keten, Trede, Vak
from sessie_tool.kern.vervanging import Vervanging

DEELNEMERS = (
    Deelnemer(id="1", naam="Anna Bea Jansen", rol="adviseur"),
    Deelnemer(id="2", naam="Bart Jansen", rol="adviseur", mag_genoemd=True),
    Deelnemer(id="3", naam="Fleur O'Connor", rol="controller"),
    Deelnemer(id="4", naam="Zoë van der Molen-Šimić", rol="controller"),
    Deelnemer(id="5", naam="Wil Bakker", rol="begeleider"),
    Deelnemer(id="6", naam="Xander Quist", rol="adviseur"),
)
VREEMD = ("J.(*)+ [x]", "A", "42", "1e", "🙂", "", " ", "-", "\\", "İ ß ﷽", "x" * 500, "\ud83d", "deelnemer", "Naam")
lettergrepen = st.lists(st.sampled_from(["qua", "xo", "zwi", "vju", "pfo", "gny"]), min_size=2, max_size=4).map("".join)


def clean(zin, deelnemers=DEELNEMERS, **meer):
    """The text in the open version, and the words that a person must look at."""
    document, _, twijfels = make_openbaar(Document(titel=zin, blokken=()), deelnemers, **meer)
    return document.titel, [one.tekst for one in twijfels]


@pytest.mark.parametrize(
    ("zin", "open_zin"),
    (
        ("Het idee van Quist", "Het idee van adviseur"),
        ("Volgens Quists idee", "Volgens adviseurs idee"),
        ("het plan van QUIST.", "het plan van adviseur."),
        ("mevrouw F. O’Connor zei", "Controller zei"),
        ("O'Connor's plan, OConnor", "Controllers plan, controller"),
        ("de heer Van der Molen-Šimić", "controller"),
        ("dit zei Simic", "dit zei controller"),
        ("dit zei ZOE", "dit zei controller"),
        ("dit zei Zoe\u0308", "dit zei controller"),
        ("dit zei A.B. Jansen", "dit zei adviseur"),
        ("dit zei AB Jansen", "dit zei adviseur"),
        ("dit zei Anna", "dit zei adviseur"),
        ("Quist, X.", "Adviseur."),
        ("Qu\u00adist zei", "Adviseur zei"),
        ("verslag_QUIST_def", "verslag_adviseur_def"),
        ("VanderMolen en de VanderMolens", "Controller en de controllers"),
        ("door Wil Bakker", "door deelnemer"),
    ),
)
def test_a_name_is_found_however_it_is_written(zin, open_zin):
    assert clean(zin) == (open_zin, [])


@pytest.mark.parametrize(
    ("zin", "open_zin", "twijfel"),
    (
        ("zo zei quist het", "zo zei adviseur het", "quist"),
        ("verslag_quist_def", "verslag_adviseur_def", "quist"),
        ("dit zei X.Q.", "dit zei adviseur", "X.Q."),
        ("dit zei FO’C", "dit zei controller", "FO’C"),
        ("dit zei ZvdM", "dit zei controller", "ZvdM"),
        ("het Quistje van de buurt", "het adviseur van de buurt", "Quistje"),
        ("foto Quist2025", "foto adviseur", "Quist2025"),
        ("map QuistJansen", "map adviseur", "QuistJansen"),
    ),
)
def test_another_form_of_a_name_is_replaced_and_told(zin, open_zin, twijfel):
    assert clean(zin) == (open_zin, [twijfel])


def test_capitals_and_points_that_are_no_initials_of_anyone_here_stay():
    zin = "De o.a. genoemde N.V. en de GGD, d.d. 3 mei, B.V. in D.C. en WiFi"
    assert clean(zin) == (zin, [])


def test_who_may_be_named_stays_and_is_told_apart_from_who_shares_the_last_name():
    assert clean("B. Jansen, Bart Jansen en Bart")[0] == "B. Jansen, Bart Jansen en Bart"
    assert clean("Bart Jansen en Anna Jansen")[0] == "Bart Jansen en adviseur"
    assert clean("dit zei Jansen") == ("dit zei adviseur", ["Jansen"])


def test_a_function_that_points_at_one_person_becomes_deelnemer():
    twee = (Deelnemer(id="1", naam="Qua Xozwi", rol="voorzitter"), Deelnemer(id="2", naam="Vju Pfogny", rol=""))
    assert clean("Xozwi en Pfogny", twee)[0] == "Deelnemer en deelnemer"


def test_a_name_in_a_function_does_not_come_out():
    twee = tuple(
        Deelnemer(id=str(n), naam=naam, rol="hulp van Xozwi") for n, naam in enumerate(("Qua Xozwi", "Pfogny"))
    )
    assert clean("dit zei Pfogny", twee)[0] == "dit zei deelnemer"


def test_a_word_that_is_a_name_too_is_none_without_a_capital_and_doubtful_with_one():
    assert clean("de bakker wil dat") == ("de bakker wil dat", [])
    assert clean("dit vindt Bakker") == ("dit vindt deelnemer", ["Bakker"])


def test_a_word_that_only_holds_a_name_stays_and_is_listed():
    assert clean("de Quiststraat en het quistplein") == (
        "de Quiststraat en het quistplein",
        ["Quiststraat", "quistplein"],
    )


@pytest.mark.parametrize(
    ("zin", "open_zin"),
    (
        ("dit zei mevrouw Verzonnen", "dit zei mevrouw [naam weggelaten]"),
        ("dit zei wethouder Verzonnen", "dit zei wethouder [naam weggelaten]"),
        ("dit zei P. van Verzonnen", "dit zei [naam weggelaten]"),
        ("dit zei Verdacht Verzonnen", "dit zei [naam weggelaten]"),
        ("dit zei Pieter", "dit zei [naam weggelaten]"),
        ("mail info@voorbeeld.example.", "mail [e-mailadres weggelaten]."),
        ("bel 06-12345678", "bel [telefoonnummer weggelaten]"),
    ),
)
def test_what_looks_like_a_person_is_replaced_and_listed(zin, open_zin):
    open_versie, twijfels = clean(zin)
    assert open_versie == open_zin
    assert len(twijfels) == 1


@pytest.mark.parametrize(
    "zin",
    (
        "De Wetenschappelijke Board van de Gemeente Voorbeeldstad",
        "Woningcorporatie De Brug en Wijkraad Verzonnen",
        "In 2025 was het 0,5 miljoen; EU en NL. Maar Groen blijft.",
        "Het college en de wethouder Wonen",
    ),
)
def test_places_organisations_and_numbers_stay(zin):
    assert clean(zin) == (zin, [])


def test_another_last_name_behind_a_known_first_name_is_a_name_too():
    assert clean("dit zei Bart Verzonnen") == ("dit zei Bart [naam weggelaten]", ["Verzonnen"])
    assert clean("dit zei Xander Verzonnen. Daarna niet.")[0] == "dit zei adviseur [naam weggelaten]. Daarna niet."


def test_a_name_at_a_record_is_a_name_and_an_organisation_is_none():
    assert clean("Vju Pfogny doet dit", genoemd=["Vju Pfogny", "het Rijk", "GGD"])[0] == "Betrokkene doet dit"
    assert clean("het Rijk en de GGD", genoemd=["Vju Pfogny", "het Rijk", "GGD"])[0] == "het Rijk en de GGD"


def test_what_the_secretary_decided_goes_first():
    keuzes = (Vervanging("Quist", "Quist"), Vervanging("wethouder Verzonnen", "het college"))
    assert clean("Quist en wethouder Verzonnen", vervangingen=keuzes) == ("Quist en het college", [])


def test_a_choice_for_a_word_leaves_the_whole_name_around_it_and_an_address():
    keuzes = (Vervanging("Quist", "quist"), Vervanging("anna jansen", "de spreker"), Vervanging("Jansen", "Jansen"))
    zin = "QUIST, Xander Quist, mevrouw Quist, Anna Jansen, A. Jansen, Jansen, x.quist@voorbeeld.example"
    open_zin = "QUIST, adviseur, mevrouw Quist, de spreker, adviseur, Jansen, [e-mailadres weggelaten]"
    assert clean(zin, vervangingen=keuzes)[0] == open_zin


def test_the_word_with_which_the_status_begins_is_the_programs_own():
    kees = (Deelnemer(id="1", naam="Kees Concept"),)
    status = Alinea(tekst("Concept van 3 mei, gelezen door Concept."), "status")
    document, vervangingen, _ = make_openbaar(Document("T", (status,)), kees)
    assert document.blokken[0].inhoud[0].tekst == "Concept van 3 mei, gelezen door deelnemer."
    assert len(vervangingen) == 1


def test_the_status_of_the_document_is_no_text_that_somebody_reads():
    kees = (Deelnemer(id="d1", naam="Kees Concept"),)
    document, vervangen, twijfels = make_openbaar(Document("Verslag", (), status="concept"), kees)
    assert (document.status, vervangen, twijfels) == ("concept", (), ())


def test_every_text_of_a_document_is_cleaned_and_a_name_across_two_styles_too():
    q = "Quist"
    blokken = (
        Alinea((Tekst("Qu"), Tekst("ist ", vet=True), Noot(tekst(q)), Passage(tekst(q), "a", q)), anker="a"),
        Alinea((Koppeling("hier", "https://x.example/qu%69st"), Koppeling("mail", "mailto:x@y.example"))),
        Lijst((Punt((Alinea(tekst(q)),)),)),
        Tabel((Kolom(q),), (Rij((tekst(q),)),), q, q),
        Figuur(Keten((Trede(q, (Vak(q),)),), q), q, q),
    )
    document, vervangingen, _ = make_openbaar(Document(q, blokken, q, q, bron_id="s1"), DEELNEMERS)
    assert "uist" not in repr(document).casefold()
    assert "example" not in repr(document)
    assert document.bron_id == ""
    assert Vervanging("Quist", "adviseur") in vervangingen


@given(lettergrepen, lettergrepen, st.sampled_from(["{}", "«{}»", "x {}, y", "a.{}.b", "{}\n{}", "({})"]), st.data())
def test_no_form_of_a_name_is_left_in_a_text(voor, achter, zin, data):
    namen = [f"{voor.title()} {achter.title()}", voor.title(), achter.title(), f"{voor[0].upper()}. {achter.title()}"]
    vormen = st.sampled_from([str, str.upper, str.lower, "{}s".format, "{}'s".format, "{}’s".format])
    vorm = data.draw(vormen)(data.draw(st.sampled_from(namen)))
    open_zin, _ = clean(zin.replace("{}", vorm), (Deelnemer(id="1", naam=namen[0]),))
    assert voor not in open_zin.casefold()
    assert achter not in open_zin.casefold()


@given(st.lists(st.one_of(st.sampled_from(VREEMD), st.text()), max_size=4), st.text())
def test_a_hostile_name_or_text_stops_nothing(namen, zin):
    deelnemers = tuple(Deelnemer(id=str(n), naam=naam, rol=naam) for n, naam in enumerate(namen))
    assert isinstance(clean(f"{zin} {' '.join(namen)}", deelnemers, genoemd=namen)[0], str)


@pytest.mark.parametrize("naam", ("A", "🙂", "42"))
def test_a_name_of_one_sign_is_replaced_where_it_stands_alone(naam):
    assert clean(naam, (Deelnemer(id="1", naam=naam),))[0] == "deelnemer"
    assert clean(f"vraag {naam} blijft", (Deelnemer(id="1", naam=naam),))[0] == f"vraag {naam} blijft"


@pytest.mark.parametrize("stuk", ("a", "a@", "A. ", "Aa ", "'", "Quist, ", "0 1", "AJ ", "é"))
def test_a_very_long_text_takes_no_more_than_its_length(stuk):
    begin = time.process_time()
    clean(stuk * (100_000 // len(stuk)))
    assert time.process_time() - begin < 5


def test_a_document_of_two_thousand_signals_names_none_of_five_hundred_people():
    deelnemers = [Deelnemer(id=str(n), naam=f"Qua{n:03} Xozwi{n:03}x", rol=f"rol {n % 9}") for n in range(500)]
    zin = "Een signaal van gewone lengte over de stad, de wijk en het net, zoals Quist het zei in {}. "
    rijen = tuple(Rij((tekst(str(n)), tekst(zin.format(n) * 2), tekst(deelnemers[n % 500].naam))) for n in range(2000))
    document, _, _ = make_openbaar(Document("T", (Tabel((Kolom("a"),) * 3, rijen, "b"),)), deelnemers)
    assert len(document.blokken[0].rijen) == 2000
    assert "Xozwi" not in str(document)
