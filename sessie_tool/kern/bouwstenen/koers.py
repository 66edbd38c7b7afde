"""koers: what a rode draad means for the course: adjust or not, which ambitie, what changes, why, who decides."""

from typing import Annotated, ClassVar

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.rapport import call_record, show_waarde
from sessie_tool.kern.bouwstenen.stem import standing
from sessie_tool.kern.document import Alinea, Blok, Kop, Lijst, Opmaak, Punt, tekst
from sessie_tool.kern.notatie import parse_regel
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld, velden


class Koersbepaling(Record, frozen=True):
    """The koers of one rode draad, or of a few that go together."""

    ENKEL: ClassVar[str] = "koersbepaling"
    MEERVOUD: ClassVar[str] = "koersbepalingen"

    wijziging: Annotated[str, Veld("Wat verandert er", hulp="Wat gaan we anders doen?", kolom=True)] = ""
    draden: Annotated[
        tuple[str, ...],
        Veld(
            "Rode draad",
            "verwijzing",
            "Over welke rode draad gaat dit?",
            naar="rode_draad eerdere_draad",
            merk="+",
            kolom=True,
        ),
    ] = ()
    bijstellen: Annotated[
        str,
        Veld(
            "Koers bijstellen",
            "keuze",
            "Geeft deze draad reden om de koers bij te stellen?",
            keuzes=("ja", "nee", "onbekend"),
            merk="!",
            kolom=True,
        ),
    ] = ""
    ambitie: Annotated[str, Veld("Ambitie", hulp="Om welke ambitie gaat het?", kolom=True)] = ""
    waarom: Annotated[str, Veld("Waarom", "tekst", "Wat is de reden?")] = ""
    wie_besluit: Annotated[str, Veld("Wie besluit", "deelnemer", "Wie besluit hierover?", merk="@")] = ""


class Koers(BouwsteenMetRecords, frozen=True):
    """The koers per rode draad."""

    TITEL: ClassVar[str] = "Koers"
    UITLEG: ClassVar[str] = (
        "De koers per rode draad. +2 is rode draad 2; !ja, !nee of !onbekend zegt of de koers moet veranderen."
    )
    VOORBEELD: ClassVar[str] = 'Eerst het net, dan de wijk +2 !ja ambitie="1.000 woningen per jaar" @"het college"'
    RECORD: ClassVar[type[Record]] = Koersbepaling

    records: tuple[Koersbepaling, ...] = ()

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple["Koers", Record]:
        """A line is the koers of the rode draad that it names with +."""
        record = parse_regel(Koersbepaling, regel, omgeving, nieuw_id)
        if not record.draden:
            raise RegelError(f"Bij welke rode draad hoort '{regel.strip()}'? Zet het nummer erbij, bijvoorbeeld +2.")
        return self.with_records((*self.records, record)), record

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A heading per koersbepaling (its threads), in the order of the threads, with every filled in field."""
        by_draad = sorted(
            self.shown(omgeving), key=lambda one: [omgeving.nummers.get(draad, 0) for draad in one.draden]
        )
        return tuple(blok for record in by_draad for blok in _report(record, omgeving))

    def shown(self, omgeving: Omgeving) -> tuple[Koersbepaling, ...]:
        """Without the koers of threads that are all the facilitator's own."""
        return tuple(one for one in self.printed() if not one.draden or not all(map(omgeving.is_hidden, one.draden)))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Chosen threads without a koers; without a choice, all threads."""
        has_koers = {draad for record in self.records for draad in record.draden if record.bijstellen}
        chosen = {stem.onderwerp for stem in standing(omgeving) if stem.gekozen}
        return tuple(
            f"Rode draad zonder koers: {omgeving.noem(draad.id)}"
            for draad in omgeving.of_type("rode_draad")
            if draad.bereik == "verslag" and draad.id not in has_koers and (not chosen or draad.id in chosen)
        )


def _report(record: Koersbepaling, omgeving: Omgeving) -> list[Blok]:
    draden = (omgeving.records[one] for one in record.draden if omgeving.is_printed(one))
    over = "; ".join(call_record(draad, omgeving) for draad in draden)
    blokken: list[Blok] = [Kop(2, tekst(f"Koers bij {over or 'rode draad onbekend'}"), record.id)]
    punten = []
    for name in ("bijstellen", "ambitie", "wijziging", "wie_besluit"):
        veld = velden(Koersbepaling)[name]
        inhoud = show_waarde(veld, getattr(record, name), omgeving)
        if inhoud:
            punten.append(Punt((Alinea((*tekst(f"{veld.label}: ", vet=True), *inhoud)),)))
    blokken += [Lijst(tuple(punten))] if punten else []
    if record.waarom:
        blokken += [Alinea(tekst("Waarom:", vet=True)), Opmaak(record.waarom)]
    return blokken
