"""keuze: what was chosen and why; the scores support that talk, they do not decide."""

from typing import Annotated, ClassVar

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.rapport import show_waarde
from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Kop,
    Lijst,
    Opmaak,
    Punt,
    Verwijzing,
    tekst,
)
from sessie_tool.kern.notatie import parse_regel
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.veld import Veld, velden


class Keuze(Record, frozen=True):
    """One choice: mostly of one option, sometimes of a few that go together."""

    ENKEL: ClassVar[str] = "keuze"
    MEERVOUD: ClassVar[str] = "keuzes"

    waarom: Annotated[str, Veld("Waarom", "tekst", "Wat gaf de doorslag? Schrijf het voor wie er niet bij was.")] = ""
    opties: Annotated[
        tuple[str, ...], Veld("Gekozen", "verwijzing", "Welke optie kiezen we?", naar="optie", merk="+", kolom=True)
    ] = ()
    voorwaarden: Annotated[str, Veld("Voorwaarden", hulp="Onder welke voorwaarden geldt deze keuze?")] = ""
    wie_besluit: Annotated[str, Veld("Wie besluit", "deelnemer", "Wie neemt het besluit?", merk="@", kolom=True)] = ""
    wanneer: Annotated[str, Veld("Wanneer", "datum", "Wanneer valt het besluit?", merk=">", kolom=True)] = ""


class Keuzen(BouwsteenMetRecords, frozen=True, tag="keuze"):
    """The choice that the session makes or advises, with its reason."""

    TITEL: ClassVar[str] = "Keuze"
    UITLEG: ClassVar[str] = (
        "Wat kiezen we, en waarom? Typ de reden en +B voor optie B; met @ wie besluit en met > wanneer. "
        "De keuze hoeft niet de hoogste score te hebben, als de reden er maar bij staat."
    )
    VOORBEELD: ClassVar[str] = "Dit helpt gezinnen nu al, en we leren ervan voor later +B @Jansen >1-6-2025"
    RECORD: ClassVar[type[Record]] = Keuze

    records: tuple[Keuze, ...] = ()

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple["Keuzen", Record]:
        """A line is the reason for the option that it names with +."""
        if not regel.strip():
            raise RegelError("Deze regel is leeg. Typ eerst uw tekst.")
        record = parse_regel(Keuze, regel, omgeving, nieuw_id)
        if not record.opties:
            raise RegelError(f"Welke optie kiest u met '{regel.strip()}'? Zet de letter erbij, bijvoorbeeld +B.")
        return self.with_records((*self.records, record)), record

    def lead(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """What was chosen and why; each with the way to its conditions."""
        blokken: list[Blok] = []
        for one in self.printed():
            naam = name_gekozen(one, omgeving)
            blokken += [Alinea((*tekst("Gekozen: ", vet=True), Verwijzing(naam, one.id)))] if naam else []
            blokken += [Opmaak(one.waarom)] if naam and one.waarom.strip() else []
        return (Kop(1, tekst("De keuze")), *blokken) if blokken else ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A heading per choice, its reason, then the conditions and the decision."""
        return tuple(blok for one in self.printed() for blok in _report(one, omgeving))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """No choice yet; a choice without an option or without a reason."""
        if not self.printed():
            return ("Er is nog geen keuze opgeschreven.",)
        gaten = []
        if any(not one.opties for one in self.printed()):
            gaten.append("Bij de keuze staat niet om welke optie het gaat.")
        if any(not one.waarom.strip() for one in self.printed()):
            gaten.append("Bij de keuze staat geen reden.")
        return tuple(gaten)


def name_gekozen(keuze: Keuze, omgeving: Omgeving) -> str:
    """'B Vroeg helpen en C Meer begeleiding': what was chosen, as it is printed; "" when nothing is."""
    return join_woorden([omgeving.noem(one) for one in keuze.opties if omgeving.is_printed(one)])


def _report(keuze: Keuze, omgeving: Omgeving) -> list[Blok]:
    gekozen = name_gekozen(keuze, omgeving)
    blokken: list[Blok] = [Kop(2, tekst(f"Gekozen: {gekozen or 'optie onbekend'}"), keuze.id)]
    if keuze.waarom:
        blokken += [Alinea(tekst("De reden:", vet=True)), Opmaak(keuze.waarom)]
    punten = []
    for name in ("voorwaarden", "wie_besluit", "wanneer"):
        veld = velden(Keuze)[name]
        inhoud = show_waarde(veld, getattr(keuze, name), omgeving)
        if inhoud:
            punten.append(Punt((Alinea((*tekst(f"{veld.label}: ", vet=True), *inhoud)),)))
    return blokken + ([Lijst(tuple(punten))] if punten else [])
