"""spanningen: doelstellingen that pull against each other, from the huis van sturing or seen in the talk."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Self

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start
from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.document import Alinea, Blok, Kolom, Lijst, Punt, Rij, Tabel, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.veld import Veld


class Spanning(Record, frozen=True):
    """Two doelstellingen that pull against each other."""

    ENKEL: ClassVar[str] = "spanning"
    MEERVOUD: ClassVar[str] = "spanningen"

    tekst: Annotated[str, Veld("Spanning", hulp="Wat gaat er niet samen?", kolom=True)] = ""
    tussen: Annotated[str, Veld("Tussen", "doelstelling", "Welke doelstelling trekt hier?", merk="#", kolom=True)] = ""
    en: Annotated[
        str, Veld("En", "doelstelling", "Welke doelstelling trekt de andere kant op?", merk="+", kolom=True)
    ] = ""

    @property
    def paar(self) -> frozenset[str]:
        """The two, whichever stands first."""
        return frozenset((self.tussen.casefold(), self.en.casefold()))


class Spanningen(BouwsteenMetRecords, frozen=True):
    """The contradictions of the huis van sturing, and those that the group sees."""

    TITEL: ClassVar[str] = "Spanningen"
    UITLEG: ClassVar[str] = (
        "Welke doelstellingen trekken aan elkaar? Typ in één zin wat er niet samengaat, dan # met de ene doelstelling "
        "en + met de andere; een naam met spaties staat tussen aanhalingstekens."
    )
    VOORBEELD: ClassVar[str] = 'Een boom kost een parkeerplaats #"De straat is groen" +"Iedereen kan er komen"'
    RECORD: ClassVar[type[Record]] = Spanning

    records: tuple[Spanning, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with the contradictions that stand in the huis van sturing."""
        huis = start.huis
        return self.with_records(
            Spanning(id=new_id(), tekst=een.toelichting, tussen=huis.noem(een.tussen), en=huis.noem(een.en))
            for een in huis.tegenspraken
        )

    def take_in(self, records: Iterable[Record]) -> Self:
        """Add what was taken over, but for the pairs that stand there already: the newest words stay."""
        nieuw: dict[frozenset[str], Record] = {}
        for een in (*records, *self.records):
            if isinstance(een, Spanning):
                nieuw[een.paar if len(een.paar) > 1 else frozenset((een.id,))] = een
        return self.with_records(nieuw.values())

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A table of the contradictions, then what was said of one at an indicator."""
        spanningen = self.printed()
        rijen = tuple(
            Rij((tekst(omgeving.nummer(een.id)), *map(tekst, (een.tussen, een.en, name_text(een.tekst)))), een.id)
            for een in spanningen
        )
        tabel = Tabel(
            kolommen=(Kolom("Nr.", 0.6), Kolom("Doelstelling", 2), Kolom("Doelstelling die trekt", 2), Kolom("Wat", 4)),
            rijen=rijen,
            bijschrift=format_aantal(len(rijen), "spanning", "spanningen"),
            beschrijving="Elke rij is een spanning; de kolommen zijn nummer, de ene doelstelling, de andere "
            "doelstelling en wat er niet samengaat.",
        )
        return ((tabel,) if rijen else ()) + _at_indicators(omgeving)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Contradictions that name no two doelstellingen, or do not say what pulls."""
        los = (een for een in self.printed() if not (een.tussen and een.en and een.tekst.strip()))
        zinnen = (
            f"Spanning {omgeving.nummer(een.id)} is niet compleet: noem twee doelstellingen en wat er trekt."
            for een in los
        )
        return (*super().missing(omgeving), *zinnen)


def _at_indicators(omgeving: Omgeving) -> tuple[Blok, ...]:
    """What the duiding says of contradictions, each with its indicator."""
    gezegd = [
        Punt((Alinea((Verwijzing(omgeving.noem(een.id), een.id), *tekst(f": {getattr(een, 'spanning', '')}"))),))
        for een in omgeving.of_type("duiding")
        if een.bereik == "verslag" and str(getattr(een, "spanning", "")).strip()
    ]
    return (Alinea(tekst("Genoemd bij een indicator:", vet=True)), Lijst(tuple(gezegd))) if gezegd else ()
