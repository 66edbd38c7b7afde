"""toelichting: a step in which people mainly talk; what is worth keeping is noted as a remark."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.document import Blok, Opmaak
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


class Opmerking(Record, frozen=True):
    """A remark, in Markdown."""

    ENKEL: ClassVar[str] = "opmerking"
    MEERVOUD: ClassVar[str] = "opmerkingen"

    tekst: Annotated[str, Veld("Opmerking", "tekst", kolom=True)] = ""


class Toelichting(BouwsteenMetRecords, frozen=True):
    """Explanation and talk, with remarks."""

    TITEL: ClassVar[str] = "Opmerkingen"
    UITLEG: ClassVar[str] = "Om te vertellen en te bespreken. Wat u wilt bewaren, typt u als opmerking."
    VOORBEELD: ClassVar[str] = "De wethouder sluit om half drie aan."
    RECORD: ClassVar[type[Record]] = Opmerking

    records: tuple[Opmerking, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """Each remark as Markdown."""
        return tuple(Opmaak(record.hoofdtekst, record.id) for record in self.printed())

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Nothing: remarks are free."""
        return ()
