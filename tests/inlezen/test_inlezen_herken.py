"""What is understood of reports that are laid out in other ways."""

import pytest
from inlees_hulp import read, records

from sessie_tool.inlezen.datums import find_datum
from sessie_tool.inlezen.woorden import DELEN, part_of


def session(*regels, naam="verslag.md"):
    return read(naam, "\n\n".join(["# Verslag Boardsessie 2 mei 2024", *regels])).sessie


def reflections(sessie):
    """The theme, the letters of the questions and the text of each reflection."""
    titels = {een.id: een.titel for een in records(sessie, "themas")}
    letters = {een.id: "abcdef"[plaats] for plaats, een in enumerate(records(sessie, "vragen"))}
    return [
        (titels.get(een.thema, ""), "".join(letters[vraag] for vraag in een.vragen), een.tekst)
        for een in records(sessie, "reflecties")
    ]


def test_themes_that_each_have_a_reflection_and_advice_of_their_own():
    sessie = session(
        "**Thema 1. Wonen**", "**Toelichting**", "Uitleg.", "**Reflectie**", "Zo.", "**Advies**", "Bouw.",
        "**Thema 2. Werk**", "**Reflectie**", "Dat.", "**Advies**", "Leer.",
    )  # fmt: skip
    assert reflections(sessie) == [
        ("Wonen", "", "Zo."), ("Wonen", "", "==Bouw.=="), ("Werk", "", "Dat."), ("Werk", "", "==Leer.=="),
    ]  # fmt: skip
    assert records(sessie, "themas")[0].toelichting.endswith("Uitleg.")


def test_questions_as_headings_with_the_reflection_below_each():
    sessie = session(
        "## Vraag a. Hoe?",
        "### Reflectie van de Board",
        "Zo.",
        "## Vraag b. Wat?",
        "### Reflectie van de Board",
        "Dat.",
    )
    assert [een.vraag for een in records(sessie, "vragen")] == ["Hoe?", "Wat?"]
    assert reflections(sessie) == [("", "a", "Zo."), ("", "b", "Dat.")]


def test_reflections_per_question_and_on_a_theme_by_its_number():
    sessie = session(
        "## Vragen", "1. Hoe?\n2. Wat?", "## Thema's", "- Wonen\n- Werk", "## Reflecties", "### Vraag a", "Zo.",
        "### Vragen a en b", "Samen.", "### Reflectie op thema 2", "Dat.",
    )  # fmt: skip
    assert reflections(sessie)[0] == ("", "a", "Zo.")
    assert reflections(sessie)[1][:2] == ("", "ab")
    assert reflections(sessie)[2] == ("Werk", "", "Dat.")


def test_headings_without_a_section_are_themes_when_nothing_is_called_reflection():
    sessie = session("## Inleiding", "Hallo.", "## Wonen", "Zo.", "## Werk", "Dat.", "## Bijlage 1", "Lijst.")
    assert reflections(sessie) == [("Wonen", "", "Zo."), ("Werk", "", "Dat.")]
    assert "Lijst." in sessie.niet_geplaatst


def test_titles_at_the_head_of_a_paragraph_and_numbered_lines_are_themes():
    los = session("## Reflecties", "**Wonen.** De Board ziet het.", "**Werk:** Dat ook.")
    assert reflections(los) == [("Wonen", "", "De Board ziet het."), ("Werk", "", "Dat ook.")]
    genummerd = session("## Reflecties", "1. Wonen", "De Board ziet het.", "2. Werk", "Dat ook.")
    assert reflections(genummerd) == reflections(los)


def test_a_heading_inside_a_reflection_is_no_theme_when_the_themes_are_listed():
    sessie = session(
        "## Thema's",
        "1. Wonen\n2. Werk",
        "## Reflecties",
        "### Wonen",
        "Zo.",
        "### Reactie wethouder",
        "Ja.",
        "### Werk",
        "Dat.",
    )
    assert [een.titel for een in records(sessie, "themas")] == ["Wonen", "Werk"]
    assert "Reactie wethouder" in reflections(sessie)[0][2]


def test_questions_in_the_introduction_become_questions():
    sessie = session("## Inleiding", "De vragen waren:", "a. Hoe?\nb. Wat?", "Daarna was er soep.")
    assert [een.vraag for een in records(sessie, "vragen")] == ["Hoe?", "Wat?"]
    assert "Daarna was er soep." in records(sessie, "toelichting")[0].tekst


def test_tables_of_actions_participants_and_themes_are_read_by_their_columns():
    sessie = session(
        "## Deelnemers", "| Naam | Functie | Organisatie |\n|---|---|---|\n| A. Een | lid | Hogeschool |",
        "## Reflecties", "| Thema | Reflectie |\n|---|---|\n| Wonen | **Zo.** |",
        "## Acties", "| Nr | Wat | Wie | Gereed | Status |\n|---|---|---|---|---|\n"
        "| 1 | Bel | A. Een en B. Twee | 1 juni 2024 | loopt |",
    )  # fmt: skip
    (deelnemer,) = sessie.deelnemers
    assert (deelnemer.naam, deelnemer.rol, deelnemer.organisatie) == ("A. Een", "lid", "Hogeschool")
    assert reflections(sessie) == [("Wonen", "", "**Zo.**")]
    (actie,) = records(sessie, "acties")
    assert (actie.wie, actie.wanneer, actie.status) == (("A. Een", "B. Twee"), "2024-06-01", "bezig")
    assert "loopt" in actie.wat


def test_signals_below_a_thread_carry_it_and_those_below_a_heading_have_its_opgave():
    sessie = read(
        "Jaarronde 2024.md",
        "# Jaarronde\n\n## Rode draden\n\n### Net\n\nVol.\n\nSignalen:\n\n- wachtlijst\n\n"
        "## Signalen\n\n### Groen\n\n- hitte\n",
    ).sessie
    (draad,) = records(sessie, "rode_draden")
    eerste, tweede = records(sessie, "signalen")
    assert (draad.toelichting, draad.signalen) == ("Vol.", (eerste.id,))
    assert (tweede.tekst, tweede.opgaven) == ("hitte", ("Groen",))


@pytest.mark.parametrize(
    ("tekst", "iso"),
    (
        ("21 maart 2024", "2024-03-21"), ("do. 7 dec. 2023 om 9 uur", "2023-12-07"), ("21-03-2024", "2024-03-21"),
        ("3/5/2021", "2021-05-03"), ("20240321_verslag", "2024-03-21"), ("2024-03-21 verslag", "2024-03-21"),
        ("31 februari 2024", ""), ("kamer 12.3", ""), ("1 mei 2024 en 2 mei 2024", "2024-05-01"),
    ),
)  # fmt: skip
def test_dates_are_read_as_people_write_them(tekst, iso):
    assert find_datum(tekst)[0] == iso


def test_a_time_behind_the_date_is_kept():
    sessie = read("a.txt", "Verslag\n\nDatum: donderdag 21 maart 2024, 14.00 uur\n\nInleiding\n\nHallo.\n").sessie
    assert sessie.datum == "2024-03-21"
    assert "14.00 uur" in sessie.niet_geplaatst


@pytest.mark.parametrize(
    ("kop", "deel"),
    (
        ("Vragen aan de Wetenschappelijke Board", "vragen"), ("3. De rode draden van 2024", "draden"),
        ("Thema´s", "themas"), ("Reflecties en adviezen", "reflecties"), ("Besluiten en actiepunten", "acties"),
        ("Adviezen aan het college", "adviezen"), ("Vier rode draden", "draden"), ("Vraag het de Board", ""),
        ("Wonen in de stad", ""), ("Met kennisgeving afwezig", "afwezig"), ("Bijlage 2: cijfers", "rest"),
    ),
)  # fmt: skip
def test_headings_are_understood_with_the_words_around_them(kop, deel):
    assert part_of(kop) == deel


def test_no_heading_word_stands_for_two_parts():
    woorden = [woord for zinnen in DELEN.values() for woord in zinnen]
    assert len(woorden) == len(set(woorden))
