"""Participants: names with their role and organisation, from a list, a line or a table."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from sessie_tool.inlezen.blokken import Alinea, Blok, Lijstpunt, Tabel, cell_text
from sessie_tool.inlezen.merken import split_merk
from sessie_tool.inlezen.tabellen import read_columns
from sessie_tool.inlezen.woorden import label_of, says_more

_HAAKJES = re.compile(r"(?P<naam>[^()]+?)\s*\((?P<wat>[^()]*)\)\s*(?P<rest>.*)", re.DOTALL)
_AFGEMELD = re.compile(r"\b(?:afwezig|afgemeld|verhinderd|m\.?k\.?|met kennisgeving|niet aanwezig)\b", re.IGNORECASE)
_LANGSTE_NAAM = 70
_MEESTE_WOORDEN = 9

KOLOMMEN = {
    "naam": ("naam", "deelnemer", "wie", "lid", "persoon", "leden", "deelnemers"),
    "rol": ("rol", "functie", "hoedanigheid", "rol en functie", "titel"),
    "organisatie": ("organisatie", "namens", "instelling", "gemeente", "afdeling", "vanuit", "werkgever"),
    "aanwezig": ("aanwezig", "aanwezigheid", "present", "status", "opmerking"),
}
_ZONDER_NAAM = KOLOMMEN | {"naam": ("aanwezig", "aanwezigen")}
"""The columns of a table whose names stand below 'Aanwezig'."""

_WEL = frozenset({"ja", "j", "x", "✓", "✔", "v", "aanwezig", "present"})
_NIET = frozenset({"nee", "n", "-", "–"})
_ROL = re.compile(
    r"(?P<rol>(?:plaatsvervangend )?voorzitter|(?:ambtelijk )?secretaris|notulist|verslaglegger|verslag(?:legging)?"
    r"|notulen|(?:proces)?begeleid(?:er|ing)|gespreksleid(?:er|ing)|moderator)\s*:\s*(?P<naam>.+)",
    re.IGNORECASE,
)
_INITIAAL = re.compile(r"(?:\b[\w.]+\.\s)*\b[A-Z]\.\s?(?:[A-Z]\.\s?)*(?:(?:van|de|den|der|ter|ten|'t)\s)*[A-Z][\w'-]+")
_GROEP = re.compile(r"(?:de\s+)?(?P<wie>dames|heren)\s+(?P<namen>.+)", re.IGNORECASE)
_NAMENS = re.compile(r"(?P<wie>(?:namens|vanuit|van) (?:de|het) \w+) (?P<naam>[A-Z]\.[^()]+)", re.IGNORECASE)
_AANSPREEK = {"dames": "mevrouw", "heren": "de heer"}


def is_role(tekst: str) -> bool:
    """Whether a line says who had which role: 'Notulist: A. Denkbeeldig'."""
    match = _ROL.fullmatch(tekst.strip())
    naam = match["naam"] if match else ""
    return bool(_INITIAAL.match(naam)) and len(naam.split()) < _MEESTE_WOORDEN


class Persoon(msgspec.Struct, frozen=True):
    """Someone who was named as a participant."""

    naam: str
    rol: str = ""
    organisatie: str = ""
    aanwezig: bool = True


def read_personen(blokken: Iterable[Blok], *, aanwezig: bool) -> tuple[list[Persoon], list[Blok]]:
    """The participants in a part of a report, and the blocks that are no names."""
    personen: list[Persoon] = []
    rest: list[Blok] = []
    for blok in blokken:
        gevonden = list(_read(blok))
        if gevonden:
            personen += [msgspec.structs.replace(een, aanwezig=een.aanwezig and aanwezig) for een in gevonden]
        else:
            rest.append(blok)
    return personen, rest


def _read(blok: Blok) -> Iterator[Persoon]:
    if isinstance(blok, Tabel):
        yield from _read_table(blok)
    elif isinstance(blok, (Alinea, Lijstpunt)) and "[^" not in blok.opmaak:
        regels = [regel for regel in blok.tekst.split("\n") if regel.strip()]
        delen = [deel for regel in regels for deel in split_names(regel, in_lijst=isinstance(blok, Lijstpunt))]
        if delen and all(_is_name(deel) for deel in delen):
            yield from map(read_persoon, delen)


def _read_table(tabel: Tabel) -> Iterator[Persoon]:
    gelezen = read_columns(tabel, KOLOMMEN)
    if gelezen is not None and not gelezen.has("naam"):
        gelezen = read_columns(tabel, _ZONDER_NAAM)
    if gelezen is None or not gelezen.has("naam"):
        if len(tabel.rijen[0]) > 3:
            return
        for rij in tabel.rijen:
            cellen = [cell_text(cel) for cel in rij if cel]
            if cellen:
                naam, rol, organisatie = [*cellen, "", ""][:3]
                yield Persoon(naam, rol, organisatie)
        return
    for een in gelezen.rijen:
        extra = ", ".join(een.erbij)
        status = een.get("aanwezig")
        kort = status.casefold().strip(" .")
        meer = "" if kort in _WEL | _NIET else status
        organisatie = ", ".join(filter(None, (een.get("organisatie"), extra, meer)))
        yield Persoon(een.get("naam"), een.get("rol"), organisatie, not _AFGEMELD.search(status) and kort not in _NIET)


def split_names(regel: str, *, in_lijst: bool) -> list[str]:
    """The names on a line; in a list the first comma stands before a role."""
    kaal = regel.strip().rstrip(".;")
    voor, dubbel, na = kaal.partition(":")
    if dubbel and na.strip() and len(voor) < 40 and "(" not in voor:
        return [
            f"{naam} ({voor.strip()})" if says_more(voor) or not label_of(voor) else naam
            for naam in split_names(na, in_lijst=False)
        ]
    _, lengte = split_merk(kaal)
    kaal = kaal[lengte:]
    if ";" in kaal:
        return [naam for stuk in kaal.split(";") for naam in split_names(stuk, in_lijst=False)]
    if "\t" in kaal:
        return [", ".join(filter(None, (deel.strip() for deel in kaal.split("\t"))))]
    if in_lijst or not _is_row(kaal):
        return _split_group(kaal) if kaal else []
    delen = [deel.strip() for deel in re.split(r",(?![^()]*\))", kaal)]
    laatste = [delen[-1]] if _GROEP.fullmatch(delen[-1]) else re.split(r"\s+en\s+(?![^()]*\))", delen[-1])
    return [naam for deel in (*delen[:-1], *map(str.strip, laatste)) for naam in _split_group(deel) if naam]


def _split_group(deel: str) -> list[str]:
    """'de heren A. Denkbeeldig en B. Verzonnen' → each with 'de heer' before it."""
    namens = _NAMENS.fullmatch(deel)
    if namens:
        return [f"{namens['naam']} ({namens['wie']})"]
    groep = _GROEP.fullmatch(deel)
    if not groep:
        return [deel.removeprefix("en ")]
    return [f"{_AANSPREEK[groep['wie'].lower()]} {naam}" for naam in re.split(r"\s+en\s+", groep["namen"])]


def _is_row(regel: str) -> bool:
    """Whether a line is a row of names with commas, and not one name with a role and an organisation."""
    delen = re.split(r",(?![^()]*\))", regel)
    groot = [
        deel
        for deel in delen
        if re.match(r"\s*(?:(?:van|de|den|der|ter|prof|dr|mr|drs|ir|mw|dhr|mevr)\b\.?\s*)*[A-Z]", deel)
    ]
    is_rij = len(delen) > 2 and len(groot) == len(delen)
    initialen = sum(bool(re.match(r"\s*(?:\w+\.?\s+)*[A-Z]\.", deel)) for deel in delen)
    return (
        is_rij
        or initialen > 1
        or bool(re.search(r"\)\s*(?:,|en\s)", regel))
        or bool(re.search(r"\s+en\s+[A-Z]", regel))
    )


def _is_name(tekst: str) -> bool:
    haakjes = _HAAKJES.fullmatch(tekst)
    naam = haakjes["naam"] if haakjes else tekst.split(",", maxsplit=1)[0]
    return 0 < len(naam) <= _LANGSTE_NAAM and len(naam.split()) <= 8 and any(map(str.isalpha, naam)) and "?" not in naam


def read_persoon(tekst: str) -> Persoon:
    """'A. Naam (voorzitter, Gemeente Voorbeeldstad)' or 'A. Naam, voorzitter' → its parts."""
    haakjes = _HAAKJES.fullmatch(tekst)
    if haakjes:
        delen = [haakjes["naam"].strip(" ,–-"), *re.split(r"\s*[,;]\s*", haakjes["wat"], maxsplit=1)]
        rest = haakjes["rest"].strip(" ,–-")
    else:
        delen = re.split(r"\s*,\s*|\s+[–—-]\s+", tekst, maxsplit=2)
        rest = ""
    naam, rol, organisatie = [*delen, "", ""][:3]
    organisatie = ", ".join(filter(None, (organisatie.strip(), rest)))
    return Persoon(naam.strip(), rol.strip(), organisatie, not _AFGEMELD.search(f"{rol} {organisatie}"))
