"""Placing actions, and subjects for a next meeting."""

import re

from sessie_tool.inlezen.blokken import Alinea, Tabel
from sessie_tool.inlezen.bouw import Bouw, one_line
from sessie_tool.inlezen.datums import find_datum
from sessie_tool.inlezen.fragment import Fragment
from sessie_tool.inlezen.plaats_vragen import with_heading
from sessie_tool.inlezen.stukken import is_lead, plain_line, points
from sessie_tool.inlezen.tabellen import Tabelrij, read_columns

KOLOMMEN_ACTIE = {
    "wat": ("actie", "acties", "wat", "afspraak", "actiepunt", "omschrijving", "actiepunten", "afspraken", "onderwerp"),
    "wie": ("wie", "door", "actiehouder", "eigenaar", "verantwoordelijke", "trekker", "houder", "uitvoerder"),
    "wanneer": ("wanneer", "datum", "gereed", "deadline", "termijn", "klaar", "uiterlijk", "planning", "datum gereed"),
    "status": ("status", "stand", "voortgang", "stand van zaken"),
    "partner": ("met wie", "met", "partner", "partners", "samen met"),
    "leren": ("leren", "wat willen we leren", "leervraag", "leerdoel"),
}
_VAKJE = re.compile(r"\[(?:\s|(?P<aan>[xX]))\]\s+(?=\S)")
_TITELS = re.compile(
    r"^(?:(?:prof|dr|drs|mr|ir|ing|dhr|mw|mevr)\.\s*|(?:de heer|heer|mevrouw|burgemeester|wethouder)\s+)*",
    re.IGNORECASE,
)
_PERSOON = re.compile(
    r"(?:(?:de heer|mevrouw|dhr\.?|mw\.?|mevr\.?|wethouder|burgemeester)\s+|(?:[A-Z]\w?\.\s?)+)"
    r"(?:(?:van|de|der|den|ten|ter|te)\s+)*[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?"
)
"""A person as one is named in a list: with a title or initials; a word with a capital alone may be a place."""

_VOORAAN = re.compile(r"^(?:[A-Z]\w?\.\s?)+")
KOLOMMEN_ONDERWERP = {"tekst": ("onderwerp", "onderwerpen", "thema", "themas", "wat")}
_STAND = {
    "gedaan": "gedaan",
    "gereed": "gedaan",
    "afgerond": "gedaan",
    "klaar": "gedaan",
    "bezig": "bezig",
    "loopt": "bezig",
    "lopend": "bezig",
    "in behandeling": "bezig",
    "open": "open",
    "nieuw": "open",
    "vervallen": "vervallen",
}


def place_acties(bouw: Bouw, _plaats: int, fragment: Fragment) -> None:
    """The actions, from a list, paragraphs or a table."""
    waar = fragment.kop or "Acties"
    if bouw.stap("acties") is None:
        bouw.keep(waar, with_heading(fragment))
        return
    vooraf, punten = points(fragment.blokken, lambda blok: isinstance(blok, Alinea) and not is_lead(blok))
    for blok in vooraf:
        if isinstance(blok, Tabel) and (gelezen := read_columns(blok, KOLOMMEN_ACTIE)) and gelezen.has("wat"):
            for rij in gelezen.rijen:
                _action_of_row(bouw, rij)
        else:
            bouw.keep(waar, [blok])
    for blok, erbij in punten:
        noten = [een.replace("\n\n", "; ") for een in [bouw.notes_of(blok)] if een]
        teksten = [plain_line(blok), *(one_line(een) for een in erbij if not isinstance(een, Tabel)), *noten]
        _add_action(bouw, " ".join(filter(None, teksten)))
        for een in erbij:
            if isinstance(een, Tabel):
                place_acties(bouw, _plaats, Fragment("acties", waar, blokken=(een,)))


def _add_action(bouw: Bouw, tekst: str) -> None:
    """An action of running text: the text stays whole; a name and a date in it are filled in as well."""
    datum, _ = find_datum(tekst)
    vakje = _VAKJE.match(tekst)
    tekst = tekst[vakje.end() :] if vakje else tekst
    wie = tuple(een.naam for een in bouw.deelnemers if _is_named(een.naam, tekst)) or _named_last(bouw, tekst)
    bouw.add("acties", wat=tekst, wie=wie, wanneer=datum, **({"status": "gedaan"} if vakje and vakje["aan"] else {}))


def _named_last(bouw: Bouw, tekst: str) -> tuple[str, ...]:
    """Who stands behind a comma or in brackets: 'Cijfers ophalen, J. Voorbeeld, 1 juni' or 'Bellen (Voorbeeld)'."""
    bekend = {_VOORAAN.sub("", _TITELS.sub("", een.naam)): een.naam for een in bouw.deelnemers}
    namen: list[str] = []
    for deel in re.split(r"[,();]", tekst)[1:]:
        delen = [een.strip(" .") for een in re.split(r"\ben\b|/|&", deel)]
        gevonden = [bekend.get(_TITELS.sub("", een)) or (een if _PERSOON.fullmatch(een) else "") for een in delen]
        namen += gevonden if all(gevonden) else []
    return tuple(dict.fromkeys(namen))


def _is_named(naam: str, tekst: str) -> bool:
    """Whether an action names someone: with initials anywhere, by the last name alone only where it begins."""
    kaal = _TITELS.sub("", naam)
    achter = _VOORAAN.sub("", kaal)
    begin = re.match(rf"[\[(]?(?:{_TITELS.pattern[1:]})?{re.escape(achter)}\b", tekst) if achter != kaal else None
    return bool(re.search(rf"\b{re.escape(kaal)}\b", tekst)) or bool(begin)


def _action_of_row(bouw: Bouw, rij: Tabelrij) -> None:
    wanneer, stand = rij.get("wanneer"), rij.get("status")
    datum, woorden = find_datum(wanneer)
    erbij = rij.erbij
    erbij += [f"wanneer: {wanneer}"] if wanneer and wanneer.strip(" .") != woorden else []
    status = _STAND.get(stand.casefold().strip(" ."), "")
    erbij += [f"status: {stand}"] if stand and (not status or status != stand.casefold()) else []
    wat = " – ".join(filter(None, (rij.get("wat"), "; ".join(erbij))))
    wie = tuple(deel.strip() for deel in re.split(r"\s*(?:[,;/]|\ben\b)\s*", rij.get("wie")) if deel.strip())
    vast = {"status": status} if status else {}
    bouw.add("acties", wat=wat, wie=wie, wanneer=datum, partner=rij.get("partner"), leren=rij.get("leren"), **vast)


def place_onderwerpen(bouw: Bouw, _plaats: int, fragment: Fragment) -> None:
    """Subjects for a next meeting."""
    waar = fragment.kop or "Onderwerpen volgende keer"
    if bouw.stap("onderwerpen") is None:
        bouw.keep(waar, with_heading(fragment))
        return
    vooraf, punten = points(fragment.blokken, lambda blok: isinstance(blok, Alinea) and not is_lead(blok))
    for blok in vooraf:
        if isinstance(blok, Tabel) and (gelezen := read_columns(blok, KOLOMMEN_ONDERWERP)) and gelezen.has("tekst"):
            for rij in gelezen.rijen:
                extra = f"({'; '.join(rij.erbij)})" if rij.erbij else ""
                bouw.add("onderwerpen", tekst=f"{rij.get('tekst')} {extra}".strip())
        else:
            bouw.keep(waar, [blok])
    for blok, erbij in punten:
        teksten = (plain_line(blok), *(one_line(een) for een in erbij), bouw.notes_of(blok))
        bouw.add("onderwerpen", tekst=" ".join(filter(None, teksten)))
