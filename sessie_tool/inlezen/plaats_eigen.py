"""Placing the steps that only a verslag of this program tells of: remarks, notes, the dots, the koers per draad."""

import re
from collections.abc import Callable
from typing import Any

import msgspec

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Tabel, text_of
from sessie_tool.inlezen.bouw import Bouw
from sessie_tool.inlezen.eigen import EERDER, Deel
from sessie_tool.inlezen.stukken import group, plain_line
from sessie_tool.inlezen.tabellen import read_columns
from sessie_tool.kern.bouwstenen.koers import Koersbepaling
from sessie_tool.kern.bouwstenen.vragen import Vraag
from sessie_tool.kern.veld import holds_many, velden

replace = msgspec.structs.replace

_DRAAD = re.compile(r"(?:[Rr]ode draad )?(?P<nummer>\d{1,3})[: ]\s*(?P<titel>.*)")
_KEUZE = re.compile(r"(?:(?P<nummer>\d{1,3}) )?(?P<titel>.*)", re.DOTALL)
_GELIJK = re.compile(r"Gelijk op plaats |Evenveel stippen op de grens ")
KOLOMMEN_STEM = {"keuze": ("keuze",), "stippen": ("stippen",), "gekozen": ("gekozen",), "plaats": ("plaats",)}


def place_delen(bouw: Bouw, delen: tuple[Deel, ...]) -> None:
    """Each section to its step; what that cannot hold is kept."""
    for vraag in bouw.records("vragen") if delen else ():
        bouw.put(_rest_on(bouw, vraag))
    for deel in delen:
        bouw.keep(deel.kop, _PLAATSERS[deel.soort](bouw, deel))


def _rest_on(bouw: Bouw, vraag: Vraag) -> Vraag:
    """A question with the draden and the ground that stand below it."""
    draden, grond = vraag.draden, vraag.grond
    over: list[str] = []
    for tekst in vraag.toelichting.split("\n\n"):
        label, _, waarde = tekst.partition(": ")
        gevonden = tuple(_find_draad(bouw, _DRAAD, naam) for naam in waarde.split("; ")) if label == "Rust op" else ()
        if gevonden and all(gevonden):
            draden = gevonden
        elif label == "Grond" and not over and "\n" not in waarde:
            grond = waarde
        else:
            over.append(tekst)
    return replace(vraag, draden=draden, grond=grond, toelichting="\n\n".join(over))


def _place_toelichting(bouw: Bouw, deel: Deel) -> list[Blok]:
    bouw.add("toelichting", tekst=bouw.text(deel.blokken))
    return []


def _place_notities(bouw: Bouw, deel: Deel) -> list[Blok]:
    """A heading is the question, what stands below it the answer."""
    vooraf, punten = group(deel.blokken, lambda blok: isinstance(blok, Kop))
    if vooraf:
        bouw.add("notities", antwoord=bouw.text(vooraf))
    for kop, erbij in punten:
        bouw.add("notities", vraag=text_of(kop), antwoord=bouw.text(erbij))
    return []


def _place_stemming(bouw: Bouw, deel: Deel) -> list[Blok]:
    """The result in a table; which of them are equal is worked out again."""
    over: list[Blok] = []
    for blok in deel.blokken:
        gelezen = read_columns(blok, KOLOMMEN_STEM) if isinstance(blok, Tabel) else None
        rijen = gelezen.rijen if gelezen else ()
        stemmen = [(_find_draad(bouw, _KEUZE, rij.get("keuze")), rij) for rij in rijen]
        if stemmen and all(draad for draad, _ in stemmen):
            for draad, rij in stemmen:
                stippen = int(rij.get("stippen")) if rij.get("stippen").isdigit() else 0
                bouw.add("stemming", onderwerp=draad, stippen=stippen, gekozen=rij.get("gekozen") == "ja")
        elif not _GELIJK.match(text_of(blok)):
            over.append(blok)
    return over


def _place_koers(bouw: Bouw, deel: Deel) -> list[Blok]:
    """A heading names the draden; below it the fields, and why."""
    over, punten = group(deel.blokken, lambda blok: isinstance(blok, Kop) and blok.tekst.startswith("Koers bij "))
    for kop, erbij in punten:
        namen = text_of(kop).removeprefix("Koers bij ").split("; ")
        draden = tuple(_find_draad(bouw, _DRAAD, naam) for naam in namen)
        if all(draden):
            _add_koers(bouw, draden, erbij)
        else:
            over += [kop, *erbij]
    return over


def _add_koers(bouw: Bouw, draden: tuple[str, ...], blokken: list[Blok]) -> None:
    labels = {veld.label: naam for naam, veld in velden(Koersbepaling).items()}
    waarden: dict[str, Any] = {}
    tekst: list[Blok] = []
    for blok in blokken:
        label, _, waarde = plain_line(blok).partition(": ")
        naam = labels.get(label, "") if isinstance(blok, Lijstpunt) else ""
        if naam and not holds_many(Koersbepaling, naam) and naam not in waarden:
            waarden[naam] = waarde
        elif not (isinstance(blok, (Alinea, Kop)) and blok.tekst.rstrip(":") == "Waarom"):
            tekst.append(blok)
    bouw.add("koers", draden=draden, **{**waarden, "waarom": bouw.text(tekst)})


def _find_draad(bouw: Bouw, vorm: re.Pattern[str], tekst: str) -> str:
    """The rode draad that is called by its number and title; its title decides."""
    match = vorm.fullmatch(tekst.strip())
    return bouw.find("rode_draden", match["titel"]) if match else ""


_PLAATSERS: dict[str, Callable[[Bouw, Deel], list[Blok]]] = {
    "toelichting": _place_toelichting,
    "notities": _place_notities,
    "stemming": _place_stemming,
    "koers": _place_koers,
    EERDER: lambda _bouw, deel: list(deel.blokken),
}
"""How each kind of `EIGEN_STAPPEN` is placed."""
