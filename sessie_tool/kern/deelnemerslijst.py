"""A list of participants from somewhere else: a CSV file, or cells and lines that were pasted."""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.taal import join_woorden

SCHEIDERS = (";", "\t", ",")

KOPPEN = {
    "naam": ("naam", "namen", "name", "deelnemer", "volledige naam", "voor en achternaam"),
    "voornaam": ("voornaam", "roepnaam"),
    "tussenvoegsel": ("tussenvoegsel", "tussenvoegsels", "voorvoegsel"),
    "achternaam": ("achternaam", "familienaam"),
    "rol": ("rol", "functie", "role"),
    "organisatie": ("organisatie", "gemeente", "instelling", "bedrijf", "werkgever", "organisation"),
    "aanwezig": ("aanwezig", "is aanwezig", "komt"),
    "mag_genoemd": ("mag genoemd", "mag genoemd worden", "mag de naam genoemd", "naam mag genoemd", "naam openbaar"),
}
"""Field → the headers that stand for it, in small letters."""

_NAAMDELEN = ("voornaam", "tussenvoegsel", "achternaam")
_JA = frozenset({"ja", "j", "yes", "y", "x", "1", "waar", "true", "✓", "v"})
_NEE = frozenset({"nee", "n", "no", "0", "onwaar", "false", "-", "niet"})


class Deelnemerslijst(NamedTuple):
    """Who was read, and what was left out or needs a look."""

    deelnemers: tuple[Deelnemer, ...]
    bevindingen: tuple[Bevinding, ...]


class _Rij(NamedTuple):
    regel: int
    cellen: dict[str, str]


def read_deelnemerslijst(tekst: str, bekend: Sequence[Deelnemer], new_id: NewId) -> Deelnemerslijst:
    """The participants in a text: with a row of headers in any order and case, else naam, rol, organisatie.

    Who is known already is not added again, and that is said.
    """
    rijen, bevindingen = _read_rows(tekst.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
    gelezen: list[Deelnemer] = []
    for rij in rijen:
        naam = rij.cellen.get("naam") or " ".join(filter(None, (rij.cellen.get(deel) for deel in _NAAMDELEN)))
        if not naam:
            bevindingen.append(_finding(rij.regel, "Hier staat geen naam.", "Vul de naam in en lees opnieuw.", "fout"))
            continue
        nieuw = Deelnemer(
            id=new_id(),
            naam=naam,
            rol=rij.cellen.get("rol", ""),
            organisatie=rij.cellen.get("organisatie", ""),
            aanwezig=_read_janee(rij, "aanwezig", bevindingen, leeg=True),
            mag_genoemd=_read_janee(rij, "mag_genoemd", bevindingen, leeg=False),
        )
        if is_known(nieuw, (*bekend, *gelezen)):
            bevindingen.append(_finding(rij.regel, f"'{naam}' staat er al.", "Deze regel is niet nog eens toegevoegd."))
        else:
            gelezen.append(nieuw)
    return Deelnemerslijst(tuple(gelezen), tuple(bevindingen))


def _finding(regel: int, bericht: str, raad: str, ernst: str = "let op") -> Bevinding:
    return Bevinding(bericht, raad, regel=regel, ernst="fout" if ernst == "fout" else "let op")


def is_known(een: Deelnemer, bekend: Sequence[Deelnemer]) -> bool:
    """Whether somebody is there already: with the same name, and no other organisation."""
    return any(_is_same(een, ander) for ander in bekend)


def _is_same(een: Deelnemer, ander: Deelnemer) -> bool:
    """One person: the same name, and no other organisation."""
    gelijk = _plain(een.naam) == _plain(ander.naam)
    organisaties = {_plain(een.organisatie), _plain(ander.organisatie)} - {""}
    return gelijk and len(organisaties) < 2


def _plain(tekst: str) -> str:
    return " ".join(re.findall(r"\w+", tekst.casefold()))


def _read_rows(tekst: str) -> tuple[list[_Rij], list[Bevinding]]:
    """The rows under the separator that fits best, and the columns that are not known."""
    per_scheider = {scheider: _split(tekst, scheider) for scheider in SCHEIDERS}
    koppen = {
        scheider: [_find_field(cel) for cel in rijen[0][1]] if rijen else [] for scheider, rijen in per_scheider.items()
    }
    beste = max(SCHEIDERS, key=lambda one: sum(map(bool, koppen[one])))
    if {"naam", "achternaam"} & set(koppen[beste]):
        return _under_header(per_scheider[beste], koppen[beste])
    scheider = next((one for one in SCHEIDERS if one in tekst), ";")
    return [_Rij(plaats, _name_cells(regel.split(scheider, 2))) for plaats, regel in _lines(tekst)], []


def _name_cells(cellen: list[str]) -> dict[str, str]:
    """Cells without a header are naam, rol and organisatie."""
    return {veld: _bare(cel) for veld, cel in zip(("naam", "rol", "organisatie"), cellen, strict=False)}


def _bare(cel: str) -> str:
    """A cell without the quotes around the whole of it."""
    kaal = cel.strip()
    return kaal[1:-1].strip() if len(kaal) > 1 and kaal[0] == kaal[-1] == '"' else kaal


def _under_header(rijen: list[tuple[int, list[str]]], velden: list[str]) -> tuple[list[_Rij], list[Bevinding]]:
    eerste, koppen = rijen[0]
    onbekend = [f"'{kop}'" for kop, veld in zip(koppen, velden, strict=True) if kop and not veld]
    bevindingen = []
    if onbekend:
        over = f"Niet overgenomen: {join_woorden(onbekend)}."
        bevindingen.append(
            _finding(eerste, over, "Een deelnemer heeft een naam, rol, organisatie, aanwezig en mag genoemd.")
        )
    gelezen = [
        _Rij(regel, {veld: cel for veld, cel in zip(velden, cellen, strict=False) if veld})
        for regel, cellen in rijen[1:]
    ]
    return gelezen, bevindingen


def _split(tekst: str, scheider: str) -> list[tuple[int, list[str]]]:
    """The rows that hold something, with the line (from 1) where each ends; none when they cannot be rows."""
    lezer = csv.reader([f"{regel}\n" for regel in tekst.split("\n")], delimiter=scheider)
    try:
        rijen = [(lezer.line_num, [" ".join(cel.split()) for cel in cellen]) for cellen in lezer]
    except csv.Error:  # a cell of a size that no name has
        return []
    return [(regel, cellen) for regel, cellen in rijen if any(cellen)]


def _lines(tekst: str) -> Iterator[tuple[int, str]]:
    return ((plaats, regel) for plaats, regel in enumerate(tekst.split("\n"), 1) if regel.strip())


def _find_field(kop: str) -> str:
    woorden = _plain(kop.replace("_", " "))
    return next((veld for veld, namen in KOPPEN.items() if woorden in namen), "")


def _read_janee(rij: _Rij, veld: str, bevindingen: list[Bevinding], *, leeg: bool) -> bool:
    """A yes or a no; what is neither is said and is taken as when nothing stood there."""
    cel = rij.cellen.get(veld, "").strip()
    if cel.casefold() in _JA or cel.casefold() in _NEE or not cel:
        return cel.casefold() in _JA if cel else leeg
    wat = "Mag genoemd" if veld == "mag_genoemd" else "Aanwezig"
    als = "ja" if leeg else "nee"
    bevindingen.append(_finding(rij.regel, f"{wat}: '{cel}' is geen ja of nee.", f"Dit is gelezen als {als}."))
    return leeg
