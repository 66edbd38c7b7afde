"""Forms that reports of municipalities have: heads of letters and messages, rows of numbers, questions in prose."""

import docx
import pytest
from inlees_hulp import read, records, shipped
from test_inlezen_vormen import save

KOP = "# Boardsessie\n\n"


def board(inhoud, naam="verslag.md"):
    return read(naam, inhoud, shipped("boardsessie")).sessie


def questions(sessie):
    return [een.vraag for een in records(sessie, "vragen")]


def themes(sessie):
    return [een.titel for een in records(sessie, "themas")]


@pytest.mark.parametrize(
    "regel", ("Heuveldorp, 12-3-'21", "d.d. 12 maart 2021", "Verslag van de sessie op vrijdag 12 maart ’21 in De Brug")
)
def test_a_date_with_an_apostrophe_or_dd_before_it_is_the_date(regel):
    assert board(f"{KOP}{regel}\n\n## Vragen\n\n1. Wat?\n").datum == "2021-03-12"


def test_a_line_with_date_time_and_place_gives_the_place_and_keeps_the_time():
    sessie = board(f"{KOP}Vrijdag 12 maart 2021, 13.30 – 16.00 uur, Raadzaal stadhuis\n\n## Vragen\n\n1. Wat?\n")
    assert (sessie.datum, sessie.plaats, sessie.aanleiding) == ("2021-03-12", "Raadzaal stadhuis", "")
    assert "13.30 – 16.00 uur" in sessie.niet_geplaatst


def test_the_name_of_a_building_below_the_title_is_the_place():
    assert board(f"{KOP}Stadskantoor, kamer 4.12\n\n## Vragen\n\n1. Wat?\n").plaats == "Stadskantoor, kamer 4.12"


def test_the_head_of_a_memo_gives_its_subject_as_title():
    memo = "Aan: het college\nVan: de Board\nOnderwerp: Reflectie op de agenda\nDatum: 4 november 2020\n"
    sessie = board(memo, "memo.txt")
    assert (sessie.titel, sessie.datum) == ("Reflectie op de agenda", "2020-11-04")
    assert "Aan: het college" in records(sessie, "toelichting")[0].tekst


def test_the_date_of_a_message_is_not_that_of_the_session_it_reports():
    mail = (
        "Van: de secretaris\nVerzonden: donderdag 14 januari 2021 16:42\n\nHet verslag van donderdag 7 januari 2021.\n"
    )
    assert board(mail, "mail.txt").datum == "2021-01-07"


def test_a_title_that_only_names_the_sort_of_paper_or_its_sender_gets_the_subject():
    assert board("VERSLAG\n\nOnderwerp: Boardsessie wonen\n", "v.txt").titel == "Verslag: Boardsessie wonen"
    assert board("**Gemeente Voorbeeldstad**\n\n**Boardsessie wonen**\n\n17 sept. 2020\n").titel == "Boardsessie wonen"


@pytest.mark.parametrize("merken", (("I.", "II.", "III.", "IV."), ("A.", "B.", "C.", "D.")))
@pytest.mark.parametrize("stijl", ("kop", "vet"))
def test_headings_with_roman_numbers_or_capital_letters_are_understood(merken, stijl):
    document = docx.Document()
    document.add_heading("Boardsessie", 0)
    for merk, titel, regels in zip(
        merken, ("Inleiding", "Vragen", "Thema's", "Acties"),
        (["Welkom."], ["A. Hoe gaat het?", "B. Wat nu?"], ["1. Wonen", "2. Water"], ["- De brief gaat uit."]),
        strict=True,
    ):  # fmt: skip
        if stijl == "kop":
            document.add_heading(f"{merk} {titel}", 1)
        else:
            document.add_paragraph().add_run(f"{merk} {titel}").bold = True
        for regel in regels:
            document.add_paragraph(regel)
    sessie = board(save(document), "romeins.docx")
    assert (questions(sessie), themes(sessie)) == (["Hoe gaat het?", "Wat nu?"], ["Wonen", "Water"])
    assert [een.wat for een in records(sessie, "acties")] == ["De brief gaat uit."]
    assert sessie.niet_geplaatst == ""


def test_names_with_initials_in_bold_are_no_row_of_letters():
    sessie = board(f"{KOP}## Reflecties\n\n### A. Denkbeeldig\n\nMooi.\n\n### B. Verzonnen\n\nLelijk.\n")
    assert themes(sessie) == ["A. Denkbeeldig", "B. Verzonnen"]


@pytest.mark.parametrize("naam", ("v.md", "v.txt"))
def test_questions_below_each_other_with_capital_letters_are_questions_of_their_own(naam):
    sessie = board("BOARDSESSIE\n\nVRAGEN\n\nA. Waar begint gezondheid?\nB. Hoe krijgt de fiets ruimte?\n", naam)
    assert questions(sessie) == ["Waar begint gezondheid?", "Hoe krijgt de fiets ruimte?"]


def test_a_question_below_its_number_is_one_question():
    sessie = board("BOARDSESSIE\n\nVRAGEN\n\nVraag 1\nHoe gaat het?\n\nVraag 2\nWat nu?\n", "v.txt")
    assert questions(sessie) == ["Hoe gaat het?", "Wat nu?"]


def test_questions_in_one_paragraph_with_labels_are_questions_of_their_own():
    assert questions(board(f"{KOP}## Vragen\n\n*Vraag a*: Wat kan er?\n*Vraag b*: Wat nu?\n")) == [
        "Wat kan er?",
        "Wat nu?",
    ]


def test_a_theme_needs_no_sign_between_its_number_and_its_name():
    sessie = board(
        "BOARDSESSIE\n\nREFLECTIES\n\nThema 1 Vroeg erbij\n\nScholen zien veel.\n\nThema 2 De buurt\n\nMooi zo.\n",
        "v.txt",
    )
    assert themes(sessie) == ["Vroeg erbij", "De buurt"]
    assert [een.tekst for een in records(sessie, "reflecties")] == ["Scholen zien veel.", "Mooi zo."]


def test_short_lines_with_two_numbers_are_headings_of_a_text():
    mail = (
        "Board\n\n3. Bespreking\n-------------\n3.1 Binnenstad\nDe winkels gaan weg.\n\n3.2 Leren\nDat vraagt rust.\n"
    )
    assert themes(board(mail, "mail.txt")) == ["Binnenstad", "Leren"]


def test_headings_that_ask_are_understood():
    sessie = board(
        f"{KOP}## Wie waren er?\n\n- A. Denkbeeldig\n\n## Wat zei de Board?\n\nVeel.\n\n## En nu?\n\n- De brief.\n"
    )
    assert [een.naam for een in sessie.deelnemers] == ["A. Denkbeeldig"]
    assert [een.wat for een in records(sessie, "acties")] == ["De brief."]
    assert "Veel." in records(sessie, "reflecties")[0].tekst


def test_headings_that_go_on_with_a_clause_are_understood():
    sessie = board(
        f"{KOP}## Vragen die voorlagen\n\n1. Wat?\n\n## Thema's die de Board meegeeft\n\n1. Wonen\n2. Water\n"
    )
    assert (questions(sessie), themes(sessie)) == (["Wat?"], ["Wonen", "Water"])


def test_conclusions_and_advice_are_advice_when_they_are_a_list():
    lijst, tekst = (
        records(board(f"{KOP}## Conclusies en advies\n\n{inhoud}\n"), "reflecties")[0]
        for inhoud in ("1. Begin klein.\n2. Blijf kijken.", "De Board is positief.")
    )
    assert [een.tekst for een in lijst.adviezen] == ["Begin klein.", "Blijf kijken."]
    assert (tekst.adviezen, "De Board is positief." in tekst.tekst) == ((), True)


@pytest.mark.parametrize(
    ("alinea", "vragen"),
    (
        ("Dit: (a) hoe eerlijk is het, (b) wie helpt en (c) wat nu?", ["hoe eerlijk is het", "wie helpt", "wat nu?"]),
        ("Er zijn twee vragen. Hoe gaat het? En wat nu?", ["Hoe gaat het?", "En wat nu?"]),
        ("Hoe gaat het met de stad?", ["Hoe gaat het met de stad?"]),
    ),
)  # fmt: skip
def test_questions_in_one_paragraph_are_questions_of_their_own(alinea, vragen):
    assert questions(board(f"{KOP}## Vragen\n\n{alinea}\n")) == vragen


def test_the_main_question_above_a_list_is_a_question_too():
    sessie = board(f"{KOP}## Vragen\n\nDe hoofdvraag luidt: Hoe blijft het leefbaar?\n\n1. Wat komt?\n2. Wat kan?\n")
    assert questions(sessie) == ["De hoofdvraag luidt: Hoe blijft het leefbaar?", "Wat komt?", "Wat kan?"]


def test_a_reflection_on_the_first_question_belongs_to_it():
    sessie = board(
        f"{KOP}## Vragen\n\n1. Wat komt?\n2. Wat kan?\n\n## Reflecties\n\nOver de tweede vraag is meer bekend.\n"
    )
    assert records(sessie, "reflecties")[0].vragen == (records(sessie, "vragen")[1].id,)


def test_a_table_of_names_with_a_column_for_who_was_there_tells_who_was_not():
    tabel = (
        "| Naam | Functie | Aanwezig |\n|---|---|---|\n| A. Denkbeeldig | lid | ja |\n| B. Verzonnen | lid | nee |\n"
    )
    sessie = board(f"{KOP}## Deelnemers\n\n{tabel}")
    assert [(een.naam, een.organisatie, een.aanwezig) for een in sessie.deelnemers] == [
        ("A. Denkbeeldig", "", True), ("B. Verzonnen", "", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("regel", "namen"),
    (
        ("de dames S. Bloem en T. Tak, de heren U. Steen en V. Zand",
         [("mevrouw S. Bloem", ""), ("mevrouw T. Tak", ""), ("de heer U. Steen", ""), ("de heer V. Zand", "")]),
        ("Prof. X. Schim, dr. Y. Vlek en Z. Stip; van de gemeente: A. Punt.",
         [("Prof. X. Schim", ""), ("dr. Y. Vlek", ""), ("Z. Stip", ""), ("A. Punt", "van de gemeente")]),
    ),
)  # fmt: skip
def test_names_in_a_sentence_are_people_of_their_own(regel, namen):
    assert [(een.naam, een.rol) for een in board(f"{KOP}Aanwezig: {regel}\n").deelnemers] == namen


def test_who_wrote_the_report_is_a_participant_and_not_absent():
    tabel = "| | |\n|---|---|\n| Datum | 24 september 2021 |\n| Afwezig | I. Onecht |\n| Verslag | J. Pen |\n"
    assert [(een.naam, een.rol, een.aanwezig) for een in board(KOP + tabel).deelnemers] == [
        ("I. Onecht", "", False), ("J. Pen", "Verslag", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "actie", ("Sprookje zoekt dit uit.", "T. Sprookje zoekt dit uit.", "[x] Sprookje: zoekt dit uit.")
)
def test_an_action_that_begins_with_the_last_name_of_a_participant_is_theirs(actie):
    sessie = board(f"{KOP}Aanwezig: prof. dr. T. Sprookje, V. Fabel\n\n## Acties\n\n- {actie}\n")
    (een,) = records(sessie, "acties")
    assert (een.wie, een.status) == (("prof. dr. T. Sprookje",), "gedaan" if "[x]" in actie else "open")


def test_what_stands_below_a_greeting_is_kept_apart():
    sessie = board(f"{KOP}## Onderwerpen volgende keer\n\n- Water\n\nMet vriendelijke groet,\n\nT. Sprookje\n")
    assert [een.tekst for een in records(sessie, "onderwerpen")] == ["Water"]
    assert "T. Sprookje" in sessie.niet_geplaatst


def test_the_section_after_a_list_of_threads_is_no_thread():
    signalen, draden = "## 2 Signalen\n\n### 2.1 Groen\n\n- Droogte\n", "## 3 Rode draden\n\n1. Wonen\n2. Water\n"
    inhoud = f"# Jaarronde\n\n{signalen}\n{draden}\n## 4 Vergelijking\n\nMeer.\n"
    sessie = read("jaarronde.md", inhoud).sessie
    assert [een.titel for een in records(sessie, "rode_draden")] == ["Wonen", "Water"]
    assert [een.opgaven for een in records(sessie, "signalen")] == [("Groen",)]
    assert "Meer." in sessie.niet_geplaatst


def test_a_sentence_that_begins_with_the_name_of_a_theme_is_kept():
    sessie = board(f"{KOP}## Thema's\n\n1. Kwaliteit\n\n## Reflecties\n\nKwaliteit meet je niet met vinkjes.\n")
    assert "Kwaliteit meet je niet met vinkjes." in records(sessie, "reflecties")[0].tekst


def test_the_longer_heading_of_a_theme_is_kept_above_its_reflection():
    sessie = board(f"{KOP}## Thema's\n\n1. Kwaliteit\n\n## Reflecties\n\n### Kwaliteit van zorg\n\nMooi.\n")
    assert records(sessie, "reflecties")[0].tekst == "### Kwaliteit van zorg\n\nMooi."


def test_lines_with_a_number_without_a_dot_are_a_list():
    sessie = board("BOARDSESSIE\n\nTHEMA'S\n1 Eerlijk verdelen\n2 Kwaliteit\n\nREFLECTIES\n\nMooi zo.\n", "v.txt")
    assert themes(sessie) == ["Eerlijk verdelen", "Kwaliteit"]


def test_questions_with_roman_numbers_are_questions_of_their_own():
    sessie = board("BOARDSESSIE\n\nVRAGEN\n\nI.  Hoe gaat het?\nII. Wie kijkt mee?\nIII. Wat nu?\n", "v.txt")
    assert questions(sessie) == ["Hoe gaat het?", "Wie kijkt mee?", "Wat nu?"]


def test_short_lines_in_italics_are_the_themes_of_the_reflections():
    sessie = board(f"{KOP}## Reflecties\n\n*Haast*\n\nRustig aan.\n\n*Water*\n\n**Advies**: bouw hoger.\n")
    assert themes(sessie) == ["Haast", "Water"]
    assert [een.tekst for een in records(sessie, "reflecties")[1].adviezen] == ["bouw hoger."]


def test_what_stands_below_a_heading_with_a_question_is_the_reflection_on_it():
    sessie = board(f"{KOP}## Vraag A – Hoe gaat het?\n\nGoed.\n\n## Vraag B – Wat nu?\n\nVerder.\n")
    ids = [een.id for een in records(sessie, "vragen")]
    assert [(een.tekst, een.vragen) for een in records(sessie, "reflecties")] == [
        ("Goed.", (ids[0],)), ("Verder.", (ids[1],)),
    ]  # fmt: skip


def test_what_stands_below_the_signals_of_a_thread_is_about_the_thread():
    draad = "## Rode draad 1: Te snel\n\n### Signalen\n\n- Loketten dicht\n\n**Koers?** Ja.\n"
    sessie = read("jaarronde.md", f"# Jaarronde\n\n{draad}").sessie
    assert [een.tekst for een in records(sessie, "signalen")] == ["Loketten dicht"]
    assert "**Koers?** Ja." in records(sessie, "rode_draden")[0].toelichting


def test_subjects_in_a_table_are_subjects():
    tabel = "| Datum | Onderwerp |\n|---|---|\n| 7 oktober 2021 | Wonen |\n"
    (een,) = records(board(f"{KOP}## Volgende sessies\n\n{tabel}"), "onderwerpen")
    assert een.tekst == "Wonen (Datum: 7 oktober 2021)"


def test_a_line_of_text_that_had_room_for_the_next_word_was_not_broken_off():
    lang = "Deze regel is veel langer dan de andere regels en bepaalt hoe breed de tekst is"
    mail = f"Board\n\nINLEIDING\n\n{lang}\nen door.\n\nACTIES\n\nLus maakt het verslag van de dag af.\nKrul belt.\n"
    assert [een.wat for een in records(board(mail, "v.txt"), "acties")] == [
        "Lus maakt het verslag van de dag af.", "Krul belt.",
    ]  # fmt: skip


def test_a_name_on_behalf_of_the_municipality_is_the_name_alone():
    sessie = board(f"{KOP}Aanwezig: R. Vlaag, S. Storm; namens de gemeente T. Lucht\n")
    assert [(een.naam, een.rol) for een in sessie.deelnemers][2] == ("T. Lucht", "namens de gemeente")


def test_a_question_in_the_introduction_is_a_question_when_no_part_holds_them():
    sessie = board(
        f"{KOP}## Aanleiding en vraag\n\nGroei. De vraag was: hoe maken we keuzes?\n\n## Reflectie\n\nSnel.\n"
    )
    assert questions(sessie) == ["hoe maken we keuzes?"]
    assert sessie.aanleiding == "Groei. De vraag was: hoe maken we keuzes?"


def test_who_spoke_is_no_theme():
    sessie = board(
        f"{KOP}Aanwezig: R. Vlaag, S. Storm\n\n## Reflecties\n\n**Vlaag:** Dat is mooi.\n\n**Storm:** Ja, mooi.\n"
    )
    assert themes(sessie) == []
    assert "**Vlaag:** Dat is mooi." in records(sessie, "reflecties")[0].tekst
