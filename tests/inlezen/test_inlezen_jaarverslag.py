"""A report of a jaarronde from before the program: threads with the signals that carry them, actions with who."""

import pytest
from inlees_hulp import read, records
from word_maken import p, word

KOP = "# Jaarronde 2019\n\n"
ONDER_KOPPEN = (
    KOP + "## Signalen\n\n- Formulieren te moeilijk\n- Het net raakt vol\n\n## Rode draden\n\n"
    "### Energie loopt vast\n\nEr is geen plek.\n\nSignalen:\n\n- Het net raakt vol.\n- Warmtenet vertraagd\n\n"
    "### Jongeren haken af\n\nOpgave: Inclusief, Open\n\nGedragen door 2 signalen:\n\n"
    "- Minder jongeren\n- Schooluitval\n"
)
SIGNALEN_NA = (
    KOP + "## Rode draden\n\n- Energie loopt vast: Er is geen plek.\n- Jongeren haken af\n\n## Signalen\n\n"
    "### Energie loopt vast\n\n- Het net raakt vol\n- Warmtenet vertraagd\n\n### Jongeren haken af\n\n"
    "- Minder jongeren\n- Schooluitval\n"
)
LIJST = (
    KOP + "Rode draden\n\n1. Energie loopt vast\n   - Het net raakt vol\n   - Warmtenet vertraagd\n"
    "2. Jongeren haken af\n   - Minder jongeren\n   - Schooluitval\n"
)
TABEL = (
    KOP + "## Rode draden\n\n| Rode draad | Toelichting | Opgave | Signalen |\n|---|---|---|---|\n"
    "| Energie loopt vast | Er is geen plek. | Groen | Het net raakt vol; Warmtenet vertraagd |\n"
    "| Jongeren haken af | | | Minder jongeren; Schooluitval |\n"
)
GENUMMERD = word(
    p("Jaarronde 2019", stijl="Titel"),
    p("Rode draad 1: Energie loopt vast", stijl="Kop1"),
    p("Er is geen plek."),
    p("Signalen", stijl="Kop2"),
    p("Het net raakt vol", lijst=3),
    p("Warmtenet vertraagd", lijst=3),
    p("Rode draad 2: Jongeren haken af", stijl="Kop1"),
    p("Signalen", stijl="Kop2"),
    p("Minder jongeren", lijst=3),
    p("Schooluitval", lijst=3),
)


def draden(sessie):
    teksten = {een.id: een.tekst.rstrip(".") for een in records(sessie, "signalen")}
    return [(een.titel, tuple(teksten[id_] for id_ in een.signalen)) for een in records(sessie, "rode_draden")]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    (("a.md", ONDER_KOPPEN), ("b.md", SIGNALEN_NA), ("c.md", LIJST), ("d.md", TABEL), ("e.docx", GENUMMERD)),
)
def test_each_draad_comes_in_with_the_signals_that_carry_it(naam, inhoud):
    inlezing = read(naam, inhoud)
    assert (inlezing.sessie.soort, inlezing.sessie.datum) == ("jaarronde", "2019-12-31")
    assert "31 december 2019" in inlezing.meldingen[0]
    assert draden(inlezing.sessie) == [
        ("Energie loopt vast", ("Het net raakt vol", "Warmtenet vertraagd")),
        ("Jongeren haken af", ("Minder jongeren", "Schooluitval")),
    ]
    assert inlezing.sessie.niet_geplaatst == ""


def test_a_signal_in_two_lists_is_one_and_the_opgaven_of_a_draad_are_read():
    sessie = read("a.md", ONDER_KOPPEN).sessie
    teksten = [een.tekst.rstrip(".") for een in records(sessie, "signalen")]
    assert sorted(teksten) == sorted(set(teksten))
    assert len(teksten) == 5
    energie, jongeren = records(sessie, "rode_draden")
    assert energie.toelichting == "Er is geen plek."
    assert (jongeren.opgaven, jongeren.toelichting) == (("Inclusief", "Open"), "")


def test_a_list_that_a_line_leads_in_as_something_else_stays_in_the_explanation():
    sessie = read("a.md", KOP + "## Rode draden\n\n### Energie\n\nWat wij doen:\n\n- bellen\n- schrijven\n").sessie
    (draad,) = records(sessie, "rode_draden")
    assert (draad.signalen, records(sessie, "signalen")) == ((), [])
    assert "bellen" in draad.toelichting


def test_what_was_said_in_a_jaarronde_becomes_a_note():
    sessie = read("a.md", ONDER_KOPPEN + "\n## Bespreking\n\nWij spraken lang over het net.\n").sessie
    assert [(een.vraag, een.antwoord) for een in records(sessie, "notities")] == [
        ("Bespreking", "Wij spraken lang over het net.")
    ]
    assert sessie.niet_geplaatst == ""


@pytest.mark.parametrize("kop", ("### Bespreking", "## Bespreking", "Bespreking", "**Bespreking**"))
def test_a_bare_heading_bespreking_below_each_theme_belongs_to_that_theme(kop):
    tekst = f"# Boardsessie\n\nDatum: 3 mei 2022\n\n## Wonen\n\n{kop}\n\nHet knelt.\n\n## Zorg\n\n{kop}\n\nTempo.\n"
    sessie = read("a.md", tekst).sessie
    themas = {een.id: een.titel for een in records(sessie, "themas")}
    gezegd = [(themas.get(een.thema), een.tekst) for een in records(sessie, "reflecties")]
    assert gezegd == [("Wonen", "Het knelt."), ("Zorg", "Tempo.")]


@pytest.mark.parametrize(
    ("regel", "wie"),
    (
        ("Cijfers ophalen, J. Voorbeeld, 1 juni 2022", ("J. Voorbeeld",)),
        ("Netbedrijf bellen, mevrouw Denkbeeld", ("mevrouw Denkbeeld",)),
        ("Brief sturen (A. Schets en B. van der Model, vóór 1-6-2022)", ("A. Schets", "B. van der Model")),
        ("Nog eens bellen, Parabel", ("P. Parabel",)),
        ("Praten met Groningen, Enschede en Zwolle", ()),
    ),
)
def test_who_stands_behind_a_comma_in_an_action_does_it(regel, wie):
    tekst = f"# Boardsessie\n\nDatum: 3 mei 2022\n\nAanwezig: P. Parabel\n\n## Acties\n\n- {regel}\n- Rusten\n"
    actie, _ = records(read("a.md", tekst).sessie, "acties")
    assert (actie.wat, actie.wie) == (regel, wie)


def test_the_year_of_a_jaarronde_goes_before_a_date_somewhere_in_its_text():
    inlezing = read("a.md", ONDER_KOPPEN + "\n## Acties\n\n- Bellen, 1 september 2020\n")
    assert inlezing.sessie.datum == "2019-12-31"
