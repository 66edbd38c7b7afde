"""Sjabloon text → Sjabloon, with every finding at once. Any text gives an answer, never an exception."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.sessie import Sjabloon, Stapvorm
from sessie_tool.sjabloon.blokken import Blok, read_blokken, read_kop, split_regels
from sessie_tool.sjabloon.delen import normalise, split_delen
from sessie_tool.sjabloon.stap import LABELS, VORM, Stapkop, looks_like_stap, read_stap
from sessie_tool.sjabloon.voorkant import Voorkant, read_minuten, read_voorkant

_ZONDER_SPATIE = re.compile(r" {0,3}#{2,6}[^#\s]")


def read_sjabloon(tekst: str, naam: str, bron: str = "") -> tuple[Sjabloon | None, tuple[Bevinding, ...]]:
    """Read a sjabloon.

    Args:
        tekst: the text of the file.
        naam: its name without .md.
        bron: the file, for the findings.

    Returns:
        The sjabloon (None when a finding is a "fout") and all findings, in the order of the lines.
    """
    regels = split_regels(tekst)
    bevindingen: list[Bevinding] = []
    voorkant = read_voorkant(regels, bevindingen)
    blokken = read_blokken(regels, voorkant.eind)
    rollen = tuple(rol.strip() for rol in voorkant.waarden.get("rollen", "").split(",") if rol.strip())
    begin = [index for index, blok in enumerate(blokken) if blok.soort == "kop" and blok.niveau == 2]
    eerste = begin[0] if begin else len(blokken)
    titel, inleiding = _read_begin(regels, voorkant, blokken[:eerste], _line(blokken, eerste, regels), bevindingen)
    stappen = _read_stappen(regels, blokken, begin, rollen, bevindingen)
    _check_blokken(regels, blokken, eerste, bevindingen)
    _check_voorkant(voorkant, naam, stappen, bevindingen)
    if not begin:
        bevindingen.append(Bevinding("Dit sjabloon heeft geen stappen.", f"Schrijf er een: '{VORM}'.", len(regels)))
    gevonden = tuple(
        msgspec.structs.replace(een, bron=bron) for een in sorted(bevindingen, key=lambda een: een.regel or 0)
    )
    if any(een.ernst == "fout" for een in gevonden):
        return None, gevonden
    return Sjabloon(
        naam=naam,
        titel=titel or naam,
        soort=voorkant.waarden.get("soort", naam),
        doel=voorkant.waarden.get("doel", ""),
        rollen=rollen,
        versie=voorkant.waarden.get("versie", ""),
        inleiding=inleiding,
        stappen=tuple(stap for _, stap in stappen if stap),
        bron=bron,
    ), gevonden


def _line(blokken: Sequence[Blok], index: int, regels: Sequence[str]) -> int:
    """The line (from 0) on which a block begins; past the last block: the end of the text."""
    return blokken[index].begin if index < len(blokken) else len(regels)


def _read_begin(
    regels: Sequence[str], voorkant: Voorkant, blokken: Sequence[Blok], eind: int, bevindingen: list[Bevinding]
) -> tuple[str, str]:
    """The title and the inleiding: all that stands before the first stap."""
    titel = voorkant.waarden.get("titel", "")
    kop = next((blok for blok in blokken if blok.soort == "kop" and blok.niveau == 1), None)
    kop_tekst = read_kop(regels[kop.begin]) if kop else ""
    if titel and kop_tekst and kop_tekst != titel:
        bericht = f"De titel is '{titel}', maar de kop is '{kop_tekst}'. Het sjabloon heet nu '{titel}'."
        regel = kop.begin + 1 if kop else None
        bevindingen.append(Bevinding(bericht, "Haal één van de twee weg.", regel, ernst="let op"))
    if not titel and not kop_tekst:
        bevindingen.append(
            Bevinding("De titel ontbreekt.", "Zet bovenaan een regel 'titel: …'.", voorkant.eind or 1, ernst="let op")
        )
    for deel in split_delen(regels, blokken):
        if normalise(deel.label) in map(normalise, LABELS):
            bericht = f"'{deel.label}' staat boven de eerste stap; de tekst staat nu bij de inleiding."
            bevindingen.append(Bevinding(bericht, "Zet het onder een stap.", deel.regel, ernst="let op"))
    stukken = [regels[voorkant.eind : kop.begin], regels[kop.eind : eind]] if kop else [regels[voorkant.eind : eind]]
    teksten = ("\n".join(stuk).strip("\n") for stuk in stukken)
    return titel or kop_tekst, "\n\n".join(deel for deel in teksten if deel.strip())


def _read_stappen(
    regels: Sequence[str],
    blokken: Sequence[Blok],
    begin: Sequence[int],
    rollen: Sequence[str],
    bevindingen: list[Bevinding],
) -> list[tuple[Stapkop, Stapvorm | None]]:
    stappen = []
    titels: dict[str, int] = {}
    for index, einde in pairwise((*begin, len(blokken))):
        stap = read_stap(regels, blokken[index:einde], _line(blokken, einde, regels), rollen, bevindingen)
        kop = stap[0]
        eerder = titels.setdefault(kop.titel.casefold(), kop.regel)
        if kop.titel and eerder != kop.regel:
            bericht = f"Stap '{kop.titel}' staat al in regel {eerder}."
            bevindingen.append(Bevinding(bericht, "Geef elke stap een eigen titel.", kop.regel, ernst="let op"))
        stappen.append(stap)
    return stappen


def _check_blokken(regels: Sequence[str], blokken: Sequence[Blok], eerste: int, bevindingen: list[Bevinding]) -> None:
    """Look for headings with another level, headings without a space and code blocks that never end."""
    titels = 0
    for index, blok in enumerate(blokken):
        if blok.soort == "kop" and blok.niveau == 1 and index < eerste:
            titels += 1
        is_titel = blok.niveau == 1 and index < eerste and titels == 1
        if blok.soort == "kop" and blok.niveau != 2 and not is_titel:
            bevindingen.append(_wrong_level(read_kop(regels[blok.begin]), blok))
        if blok.open:
            bericht = "Het blok dat met ``` begint, houdt niet op; alles eronder hoort er nu bij."
            bevindingen.append(Bevinding(bericht, "Zet ``` op een eigen regel waar het blok ophoudt.", blok.begin + 1))
        for regel in range(blok.begin, blok.eind if blok.soort == "alinea" else blok.begin):
            if _ZONDER_SPATIE.match(regels[regel]):
                bericht = f"'{regels[regel].strip()}' is zo geen kop."
                bevindingen.append(Bevinding(bericht, "Zet een spatie achter de hekjes (#).", regel + 1))


def _wrong_level(kop: str, blok: Blok) -> Bevinding:
    hekjes = "#" * blok.niveau
    if looks_like_stap(kop):
        return Bevinding(f"Voor stap '{kop}' staat {hekjes}.", f"Een stap begint met ##: '{VORM}'.", blok.begin + 1)
    return Bevinding(
        f"De kop '{kop}' begint met {hekjes}; een stap begint met ##. De kop staat nu bij de tekst eromheen.",
        "Maak er een stap van, of zet de woorden tussen sterretjes: **zo**.",
        blok.begin + 1,
        ernst="let op",
    )


def _check_voorkant(
    voorkant: Voorkant, naam: str, stappen: Sequence[tuple[Stapkop, Stapvorm | None]], bevindingen: list[Bevinding]
) -> None:
    """Compare the front with the name of the file and the steps."""
    genoemd = voorkant.waarden.get("naam", naam)
    if genoemd != naam:
        bericht = f"De naam is '{genoemd}', maar het bestand heet '{naam}.md'."
        advies = f"Het sjabloon heet nu '{naam}'. Maak de twee gelijk."
        bevindingen.append(Bevinding(bericht, advies, voorkant.regels["naam"], ernst="let op"))
    if "duur" not in voorkant.waarden:
        return
    duur, regel = voorkant.waarden["duur"], voorkant.regels["duur"]
    minuten = read_minuten(duur)
    samen = [kop.minuten for kop, _ in stappen if kop.minuten is not None]
    if minuten is None:
        bevindingen.append(Bevinding(f"'{duur}' is geen duur.", "Schrijf de duur in minuten: 'duur: 120'.", regel))
    elif len(samen) == len(stappen) and minuten != sum(samen):
        bericht = f"Bij duur staat {minuten}, maar de stappen duren samen {sum(samen)} minuten."
        bevindingen.append(Bevinding(bericht, "Pas de duur of de stappen aan.", regel, ernst="let op"))
