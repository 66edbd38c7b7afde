"""One report in many forms (styles, bold, capitals, numbers, Markdown, text, Windows) always gives the same session."""

import io

import docx
import pytest
from inlees_hulp import read, records

TITEL = "Verslag van de Boardsessie over de café's en de stad"
GEGEVENS = [
    ("Datum", "21 maart 2024"),
    ("Plaats", "Stadhuis, zaal 3"),
    ("Aanleiding", "De uitkomst van de jaarronde"),
    ("Aanwezig", "A. Denkbeeldig (voorzitter), B. Verzonnen en C. van der Proef"),
]
BOARD = [
    ("Inleiding", ["De Board kwam bijeen om naar de draden te kijken.", "Het gesprek duurde twee uur."]),
    (
        "Vragen aan de Board",
        ["De gemeente stelde deze vragen:", "a. Welke draad weegt het zwaarst?", "b. Wie doet wat?"],
    ),
    ("Thema's", ["1. Bestaanszekerheid", "2. Ruimte en energie"]),
    ("Reflecties", []),
    (
        "> Thema 1: Bestaanszekerheid",
        ["De Board ziet drie dingen (vraag a).", "- geld", "- tijd", "Dat vraagt om rust."],
    ),
    ("> Thema 2: Ruimte en energie", ["Het net is vol.", "Advies: kies drie wijken."]),
    ("Adviezen", ["1. Begin klein.", "2. Vertel waarom."]),
    ("Acties", ["- B. Verzonnen deelt de cijfers voor 1 mei 2024.", "- Het verslag gaat rond."]),
    ("Onderwerpen volgende keer", ["- Vergrijzing", "- Water"]),
]


def as_docx(kop, onderkop):
    document = docx.Document()
    document.add_heading(TITEL, 0)
    for label, waarde in GEGEVENS:
        document.add_paragraph(f"{label}: {waarde}")
    nummer = 0
    for titel, regels in BOARD:
        diep = titel.startswith("> ")
        nummer += not diep
        (onderkop if diep else kop)(document, titel.removeprefix("> "), nummer)
        for regel in regels:
            document.add_paragraph(regel)
    return document


def save(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def style(niveau):
    return lambda document, tekst, _nummer: document.add_heading(tekst, niveau)


def bold(document, tekst, nummer):
    document.add_paragraph().add_run(tekst).bold = True


def bold_numbered(document, tekst, nummer):
    document.add_paragraph().add_run(f"{nummer}. {tekst}").bold = True


def underlined(document, tekst, nummer):
    document.add_paragraph().add_run(tekst).underline = True


def capitals(document, tekst, nummer):
    document.add_paragraph(tekst.upper())


def style_numbered(document, tekst, nummer):
    document.add_heading(f"{nummer}. {tekst}", 1)


def bare(document, tekst, nummer):
    document.add_paragraph(tekst)


def with_lists():
    """With the lists of Word itself instead of typed markers."""
    document = as_docx(style(1), style(2))
    for alinea in document.paragraphs:
        if alinea.text.startswith("- "):
            alinea.text = alinea.text[2:]
            alinea.style = "List Bullet"
    return document


def with_table_head():
    """With the head of the report in a table."""
    document = as_docx(style(1), style(2))
    for alinea in document.paragraphs[1 : 1 + len(GEGEVENS)]:
        alinea._element.getparent().remove(alinea._element)
    tabel = document.add_table(rows=len(GEGEVENS), cols=2)
    for rij, (label, waarde) in zip(tabel.rows, GEGEVENS, strict=True):
        rij.cells[0].text, rij.cells[1].text = label, waarde
    document.paragraphs[0]._element.addnext(tabel._element)
    return document


def md():
    regels = [f"# {TITEL}", "", *(f"**{label}:** {waarde}  " for label, waarde in GEGEVENS), ""]
    for titel, inhoud in BOARD:
        regels += [f"### {titel[2:]}" if titel.startswith("> ") else f"## {titel}", ""]
        for regel, volgende in zip(inhoud, [*inhoud, ""][1:], strict=True):
            regels += [regel] if volgende[:1] == "-" == regel[0] else [regel, ""]
        regels.append("")
    return "\n".join(regels)


def txt(kop, onderkop):
    regels = [TITEL, "", *(f"{label}: {waarde}" for label, waarde in GEGEVENS), ""]
    for titel, inhoud in BOARD:
        vorm = onderkop if titel.startswith("> ") else kop
        regels += [*vorm(titel.removeprefix("> ")), *inhoud, ""]
    return "\n".join(regels)


VORMEN = {
    "kopstijlen.docx": lambda: save(as_docx(style(1), style(2))),
    "een-niveau.docx": lambda: save(as_docx(style(1), style(1))),
    "vet.docx": lambda: save(as_docx(bold, bold)),
    "vet-genummerd.docx": lambda: save(as_docx(bold_numbered, bold)),
    "onderstreept.docx": lambda: save(as_docx(bold, underlined)),
    "hoofdletters.docx": lambda: save(as_docx(capitals, bold)),
    "stijl-en-vet.docx": lambda: save(as_docx(style(1), bold)),
    "genummerde-stijl.docx": lambda: save(as_docx(style_numbered, style(2))),
    "kaal.docx": lambda: save(as_docx(bare, bare)),
    "woordlijsten.docx": lambda: save(with_lists()),
    "kop-in-tabel.docx": lambda: save(with_table_head()),
    "markdown.md": lambda: md().encode(),
    "markdown-windows.md": lambda: md().replace("\n", "\r\n").encode("utf-8-sig"),
    "onderstreept.txt": lambda: txt(lambda k: [k, "=" * len(k)], lambda k: [k, "-" * len(k)]).encode(),
    "hoofdletters.txt": lambda: txt(lambda k: [k.upper(), ""], lambda k: [k, ""]).encode(),
    "kaal-windows.txt": lambda: txt(lambda k: [k], lambda k: [k]).replace("\n", "\r\n").encode("cp1252"),
    "dubbele-punt.txt": lambda: txt(lambda k: [f"{k}:"], lambda k: [k]).encode("utf-16"),
}


@pytest.mark.parametrize("naam", VORMEN)
def test_a_board_report_gives_the_same_session_in_every_form(naam):
    inlezing = read(naam, VORMEN[naam]())
    sessie = inlezing.sessie
    assert (sessie.sjabloon, sessie.titel, sessie.datum) == ("boardsessie", TITEL, "2024-03-21")
    assert (sessie.plaats, sessie.aanleiding) == ("Stadhuis, zaal 3", "De uitkomst van de jaarronde")
    assert [(een.naam, een.rol) for een in sessie.deelnemers] == [
        ("A. Denkbeeldig", "voorzitter"), ("B. Verzonnen", ""), ("C. van der Proef", ""),
    ]  # fmt: skip
    inleiding = "\n".join(een.tekst for een in records(sessie, "toelichting"))
    assert inleiding.index("De Board kwam bijeen") < inleiding.index("twee uur") < inleiding.index("deze vragen:")
    vragen = records(sessie, "vragen")
    assert [een.vraag for een in vragen] == ["Welke draad weegt het zwaarst?", "Wie doet wat?"]
    themas = records(sessie, "themas")
    assert [een.titel.casefold() for een in themas] == ["bestaanszekerheid", "ruimte en energie"]
    eerste, tweede, *rest = records(sessie, "reflecties")
    assert (eerste.thema, eerste.vragen) == (themas[0].id, (vragen[0].id,))
    assert "- geld\n- tijd\n\nDat vraagt om rust." in eerste.tekst
    assert (tweede.thema, tweede.tekst.startswith("Het net is vol.")) == (themas[1].id, True)
    adviezen = [een.tekst for een in records(sessie, "adviezen")] + [
        advies.tekst for reflectie in (tweede, *rest) for advies in reflectie.adviezen
    ]
    assert adviezen == ["kies drie wijken.", "Begin klein.", "Vertel waarom."]
    acties = records(sessie, "acties")
    assert [een.wat for een in acties] == ["B. Verzonnen deelt de cijfers voor 1 mei 2024.", "Het verslag gaat rond."]
    assert (acties[0].wie, acties[0].wanneer) == (("B. Verzonnen",), "2024-05-01")
    assert [een.tekst for een in records(sessie, "onderwerpen")] == ["Vergrijzing", "Water"]
    assert (sessie.niet_geplaatst, inlezing.meldingen) == ("", ())


JAAR = [
    ("Aanwezig", ["- A. Denkbeeldig, strateeg, Gemeente Voorbeeldstad", "- B. Verzonnen (secretaris)"]),
    ("Inleiding", ["In de jaarronde komen de signalen van de vier opgaven samen."]),
    ("Rode draden", []),
    ("> 1. Het stroomnet bepaalt het tempo", ["Overal loopt de bouw vast.", "Vorig jaar zagen we dit in één opgave."]),
    ("> 2. Jongeren haken af", ["Zij missen een plek."]),
    ("Vragen voor de Board", ["a) Welke wijken gaan voor?", "b) Hoe bereiken we jongeren?"]),
]


@pytest.mark.parametrize("naam", ("stijl.docx", "vet.docx", "onderstreept.docx", "kop.md"))
def test_a_jaarronde_gives_its_threads_with_their_explanation(naam, monkeypatch):
    monkeypatch.setitem(globals(), "BOARD", JAAR)
    monkeypatch.setitem(globals(), "TITEL", "Jaarronde 2024")
    monkeypatch.setitem(globals(), "GEGEVENS", [("Datum", "3 april 2024")])
    vormen = {"stijl": lambda: save(as_docx(style(1), style(2))), "vet": lambda: save(as_docx(bold, bold)),
              "onderstreept": lambda: save(as_docx(underlined, underlined)), "kop": lambda: md().encode()}  # fmt: skip
    sessie = read(naam, vormen[naam.split(".")[0]]()).sessie
    assert (sessie.sjabloon, sessie.datum) == ("jaarronde", "2024-04-03")
    assert [(een.naam, een.rol, een.organisatie) for een in sessie.deelnemers] == [
        ("A. Denkbeeldig", "strateeg", "Gemeente Voorbeeldstad"), ("B. Verzonnen", "secretaris", ""),
    ]  # fmt: skip
    assert [(een.titel, een.toelichting) for een in records(sessie, "rode_draden")] == [
        ("Het stroomnet bepaalt het tempo", "Overal loopt de bouw vast.\n\nVorig jaar zagen we dit in één opgave."),
        ("Jongeren haken af", "Zij missen een plek."),
    ]
    assert [een.vraag for een in records(sessie, "vragen")] == ["Welke wijken gaan voor?", "Hoe bereiken we jongeren?"]
    assert sessie.niet_geplaatst == ""
