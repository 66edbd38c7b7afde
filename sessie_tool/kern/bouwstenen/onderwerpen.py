"""onderwerpen: what a next meeting comes back to."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


class Onderwerp(Record, frozen=True):
    """A subject for a next meeting."""

    ENKEL: ClassVar[str] = "onderwerp"
    MEERVOUD: ClassVar[str] = "onderwerpen"

    tekst: Annotated[str, Veld("Onderwerp", hulp="Waar komt de groep op terug?", kolom=True)] = ""
    wanneer: Annotated[str, Veld("Wanneer", "datum", "Wanneer komt dit terug?", merk=">", kolom=True)] = ""
    wie: Annotated[tuple[str, ...], Veld("Wie", "deelnemer", "Wie bereidt het voor?", merk="@", kolom=True)] = ()
    waarom: Annotated[
        str, Veld("Waarom", hulp="Waarom is het de moeite waard om terug te komen?", merk="?", loopt_door=True)
    ] = ""


class Onderwerpen(BouwsteenMetRecords, frozen=True):
    """Subjects for next meetings."""

    TITEL: ClassVar[str] = "Onderwerpen"
    UITLEG: ClassVar[str] = (
        "Onderwerpen voor een volgende keer: wat, >wanneer, @wie het voorbereidt en ?waarom het terugkomt."
    )
    VOORBEELD: ClassVar[str] = "Wat het volle net van de wijken vraagt >1-10-2025 @Jansen ?dan zijn de cijfers er"
    RECORD: ClassVar[type[Record]] = Onderwerp

    records: tuple[Onderwerp, ...] = ()

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Nothing: there may be no subject left."""
        return ()
