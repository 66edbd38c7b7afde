"""A house style: can the program use it, what does it do with it, and what would a person do better?

`inspect_huisstijl` looks at the file alone and is quick; `check_huisstijl` also writes a small verslag with it and
checks that as any other; `judge_huisstijl` says it all in one line.
"""

from pathlib import Path

from msgspec.structs import replace

from sessie_tool.fouten import Bevinding
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.kern.document import Alinea, Document, Kolom, Kop, Lijst, Punt, Rij, Tabel, tekst
from sessie_tool.kern.taal import format_aantal
from sessie_tool.keuring import check_docx
from sessie_tool.keuring.huisstijlregels import REGELS
from sessie_tool.keuring.stuk import Stuk
from sessie_tool.schrijvers import schrijf

ONBRUIKBAAR = "huisstijl"
"""The code of the finding that a house style cannot be used at all."""

_ZWAAR = 5_000_000

PROEF = Document(
    titel="Proef van de huisstijl",
    ondertitel="Ondertitel",
    moment="2025-01-01",
    datum="1 januari 2025",
    plaats="Plaats",
    status="concept",
    blokken=(
        Alinea(tekst("Concept van 1 januari 2025."), "status"),
        *(Kop(niveau, tekst(f"Kop {niveau}")) for niveau in range(1, 7)),
        Alinea(tekst("Gewone tekst")),
        Alinea(tekst("Citaat"), "citaat"),
        Lijst((Punt((Alinea(tekst("Lijstalinea")),)),)),
        Tabel((Kolom("Tabelkop"),), (Rij((tekst("Tabeltekst"),)),), "Bijschrift", "Eén cel."),
    ),
)
"""A small verslag with every style in it, named by its own text, so that a finding names the style."""


def inspect_huisstijl(ruw: bytes, bron: str = "") -> list[Bevinding]:
    """What is there to say about a house style; a finding of ernst "fout" when it cannot be used.

    Args:
        ruw: the bytes of the file.
        bron: its name, for the findings.
    """
    if not ruw:
        return [tell_onbruikbaar("het bestand is leeg. Bewaar het opnieuw vanuit Word.", bron)]
    try:
        stuk = Stuk(ruw)
        zwaar = [_tell_zwaar(len(ruw), bron)] if len(ruw) > _ZWAAR else []
        return [*zwaar, *(bevinding for regel in REGELS for bevinding in regel.check(stuk, bron))]
    except LeesError as fout:
        return [tell_onbruikbaar(str(fout), bron)]


def check_huisstijl(pad: Path, ruw: bytes) -> list[Bevinding]:
    """The same, with what a verslag in this house style would have wrong.

    Args:
        pad: the file.
        ruw: its bytes.
    """
    bevindingen = inspect_huisstijl(ruw, str(pad))
    if any(one.code == ONBRUIKBAAR for one in bevindingen):
        return bevindingen
    inhoud, over_schrijven = schrijf(PROEF, "docx", pad)
    if any(one.code == ONBRUIKBAAR for one in over_schrijven):
        return [tell_onbruikbaar("het is beschadigd. Open het in Word en bewaar het opnieuw als .docx.", str(pad))]
    return [*bevindingen, *check_docx(inhoud, str(pad))]


def tell_onbruikbaar(reden: str, bron: str) -> Bevinding:
    """That a house style cannot be used, and why; `reden` ends with what to do."""
    bericht = f"Deze huisstijl kan niet worden gebruikt: {reden}"
    return Bevinding(bericht, "Tot dan krijgt het verslag de gewone huisstijl.", bron=bron, code=ONBRUIKBAAR)


def _tell_zwaar(lengte: int, bron: str) -> Bevinding:
    return Bevinding(
        f"Het bestand is groot ({lengte // 1_000_000} MB), en elk verslag wordt dat ook.",
        "Maak de afbeeldingen kleiner: klik erop en kies Afbeeldingsindeling, Afbeeldingen comprimeren.",
        bron=bron,
        ernst="let op",
        code="groot",
    )


def judge_huisstijl(pad: Path) -> tuple[Path | None, list[Bevinding]]:
    """For an export: the house style when it can be used, and in one line what there is to say about it."""
    try:
        bevindingen = inspect_huisstijl(pad.read_bytes())
    except OSError:
        bevindingen = [tell_onbruikbaar("het bestand kan niet gelezen worden.", "")]
    slecht = [replace(one, bron=str(pad), ernst="let op") for one in bevindingen if one.code == ONBRUIKBAAR]
    if slecht or not bevindingen:
        return (None if slecht else pad), slecht
    bericht = f"Over de huisstijl is iets te zeggen: {format_aantal(len(bevindingen), 'punt', 'punten')}."
    return pad, [Bevinding(bericht, f'Typ: sessie controleer --huisstijl "{pad}"', bron=pad.name, ernst="let op")]
