"""Rows of rode draden of earlier years → a jaarronde for each year, with its signals and its draden."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePath

import msgspec

from sessie_tool.inlezen.bouw import Bouw, Rest, format_rest
from sessie_tool.inlezen.csv_lezen import Csvblad
from sessie_tool.inlezen.inlezing import Inlezing, settle
from sessie_tool.inlezen.jaarrijen import Draad, Jaar, key, read_jaarrijen
from sessie_tool.inlezen.markdown import escape, escape_begin
from sessie_tool.inlezen.opdracht import Leesopdracht
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.bouwstenen.draad import EerdereDraad
from sessie_tool.kern.bouwstenen.eerdere_draden import EerdereDraden
from sessie_tool.kern.overnemen import describe_overname
from sessie_tool.kern.sessie import Sessie, Sjabloon, environment, replace
from sessie_tool.kern.starten import start_sessie

_JAAR_ERBIJ = re.compile(r"^(?:19|20)\d\d\s*[:–—-]\s*|\s*\(?(?:19|20)\d\d\)?$")


def start_jaren(blad: Csvblad, opdracht: Leesopdracht) -> tuple[Inlezing, ...]:
    """A session for each year of the rows, oldest first; one that was read before stays as it is.

    Raises:
        LeesError: no row has a year, or one date was given for more years.
    """
    jaren, los = read_jaarrijen(blad, opdracht.opgaven)
    if not jaren:
        raise LeesError(f"geen enkele rij heeft een jaar. {' '.join(los)}".rstrip())
    if opdracht.datum and len(jaren) > 1:
        raise LeesError("er staan meer jaren in. Laat --datum weg, of lees elk jaar als een eigen bestand in.")
    eerste = next(iter(jaren.values()))
    eerste.rest[:0] = [*(f"Regel {regel}: {tekst}" for regel, tekst in blad.vooraf), *los]
    eerste.meldingen[:0] = blad.meldingen
    return tuple(_start_all(jaren, opdracht))


def _start_all(jaren: dict[int, Jaar], opdracht: Leesopdracht) -> Iterator[Inlezing]:
    bronnen = list(opdracht.eerder)
    if not opdracht.datum:
        eerste = next(iter(jaren.values()))
        eerste.meldingen.insert(0, "De dag staat niet in het bestand. Elk jaar krijgt de datum 31 december.")
    for jaar, inhoud in jaren.items():
        inlezing = settle(_start_jaar(jaar, inhoud, bronnen, opdracht), opdracht.eerder)
        bronnen = [*(one for one in bronnen if one.id != inlezing.sessie.id), inlezing.sessie]
        yield inlezing


def _start_jaar(jaar: int, inhoud: Jaar, bronnen: Sequence[Sessie], opdracht: Leesopdracht) -> Inlezing:
    sjabloon, datum = opdracht.sjabloon, _find_datum(jaar, inhoud, opdracht)
    sessie = start_sessie(_quiet(sjabloon), titel=f"{sjabloon.titel} {jaar}", datum=datum, new_id=opdracht.new_id)
    bouw = Bouw(sessie, opdracht.new_id, (), frozenset({"draden", "signalen"}))
    eerdere = _Eerdere(bouw, bronnen, jaar, opdracht.new_id)
    signalen = _add_signalen(bouw, inhoud)
    for draad in inhoud.draden.values():
        _add_draad(bouw, draad, tuple(signalen[one] for one in draad.signalen), eerdere.link(draad, inhoud))
    bouw.take("eerdere_draden", eerdere.gebruikt)
    rest = format_rest(Rest(PurePath(opdracht.bestandsnaam).name, escape_begin(escape(een))) for een in inhoud.rest)
    klaar = replace(bouw.finish(()), niet_geplaatst=rest, status="afgerond")
    return Inlezing(klaar, (*inhoud.meldingen, *inhoud.rest))


def _quiet(sjabloon: Sjabloon) -> Sjabloon:
    return replace(sjabloon, stappen=tuple(replace(stap, vragen=()) for stap in sjabloon.stappen))


def _find_datum(jaar: int, inhoud: Jaar, opdracht: Leesopdracht) -> str:
    """The date that was given; else the last day of the year, but not one that is still to come this year."""
    if opdracht.datum:
        if opdracht.datum[:4] != str(jaar):
            inhoud.meldingen.append(f"In het bestand staat {jaar}. Door --datum telt dit mee bij {opdracht.datum[:4]}.")
        return opdracht.datum
    if str(jaar) > opdracht.vandaag[:4]:
        inhoud.meldingen.append(f"Het jaar {jaar} moet nog komen. Kijk of dat klopt.")
    if opdracht.vandaag[:4] == str(jaar):
        inhoud.meldingen.append(f"Het jaar {jaar} loopt nog. Die sessie krijgt de datum van vandaag.")
        return opdracht.vandaag
    return f"{jaar}-12-31"


def _add_signalen(bouw: Bouw, inhoud: Jaar) -> dict[str, str]:
    """The signals of a year, each once → their ids."""
    teksten: dict[str, str] = {}
    for draad in inhoud.draden.values():
        for een, tekst in draad.signalen.items():
            teksten.setdefault(een, tekst)
    return {
        een: bouw.add("signalen", tekst=tekst, opgaven=tuple(inhoud.opgaven[een])) for een, tekst in teksten.items()
    }


def _add_draad(bouw: Bouw, draad: Draad, signalen: tuple[str, ...], vervolg_op: tuple[str, ...]) -> None:
    nieuw = bouw.add(
        "rode_draden",
        titel=draad.titel,
        toelichting="\n\n".join(escape_begin(escape(een)) for een in draad.toelichting),
        opgaven=tuple(draad.opgaven),
        signalen=tuple(filter(None, signalen)),
        vervolg_op=vervolg_op,
    )
    if draad.stippen is not None:
        bouw.add("stemming", onderwerp=nieuw, stippen=draad.stippen)


class _Eerdere:
    """The draden of the years before that a year follows up.

    Attributes:
        gebruikt: those that some draad follows up.
    """

    def __init__(self, bouw: Bouw, bronnen: Sequence[Sessie], jaar: int, new_id: NewId) -> None:
        self.gebruikt: list[EerdereDraad] = []
        self._kan = bouw.stap("eerdere_draden") is not None
        self._bekend: dict[str, EerdereDraad] = {}
        self._new_id = new_id
        for bron in sorted((one for one in bronnen if one.jaar < jaar), key=lambda one: one.datum):
            for een in EerdereDraden().take_over(environment(bron), partial(describe_overname, bron=bron)):
                self._bekend[key(een.hoofdtekst)] = een  # type: ignore[assignment]

    def link(self, draad: Draad, inhoud: Jaar) -> tuple[str, ...]:
        """The ids of what a draad follows up, newest year first; what is not found is said."""
        gevonden = {een: self._find(een) for _, een in draad.vervolg}
        for regel, een in draad.vervolg:
            if gevonden[een] is None:
                zin = f"Regel {regel}: een draad '{een}' is er in een eerder jaar niet. "
                inhoud.rest.append(f"{zin}Waar '{draad.titel}' op volgt, is nog niet beoordeeld.")
        return tuple(dict.fromkeys(one.id for one in gevonden.values() if one))

    def _find(self, tekst: str) -> EerdereDraad | None:
        bron = self._bekend.get(key(tekst)) or self._bekend.get(key(_JAAR_ERBIJ.sub("", tekst)))
        if bron is None or not self._kan:
            return None
        al = next((one for one in self.gebruikt if one.overgenomen == bron.overgenomen), None)
        if al is None:
            al = msgspec.structs.replace(bron, id=self._new_id(), signalen=())
            self.gebruikt.append(al)
        return al
