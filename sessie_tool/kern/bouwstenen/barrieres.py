"""barrieres: what in the system blocks a pilot, and who can take it away."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.bouwstenen.terugkerend import Terugkerend, Terugkerenden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld

STANDEN = ("open", "aangekaart", "opgeheven", "blijft")


class Barriere(Terugkerend, frozen=True):
    """Something in the system that blocks: a rule, a habit, money in the wrong place."""

    ENKEL: ClassVar[str] = "barrière"
    MEERVOUD: ClassVar[str] = "barrières"

    tekst: Annotated[str, Veld("Barrière", hulp="Wat in het systeem houdt dit tegen?", kolom=True)] = ""
    wie_opheffen: Annotated[
        str,
        Veld(
            "Wie kan dit wegnemen", "deelnemer", 'Een persoon of organisatie, zoals @"het Rijk".', merk="@", kolom=True
        ),
    ] = ""
    pilot: Annotated[
        tuple[str, ...], Veld("Bij pilot", "verwijzing", "Welke pilot loopt hier vast?", naar="pilot", merk="+")
    ] = ()
    status: Annotated[str, Veld("Status", "keuze", "Hoe staat het ermee?", STANDEN, merk="!", kolom=True)] = "open"

    @property
    def is_klaar(self) -> bool:
        """Whether it is taken away."""
        return self.status == "opgeheven"


class Barrieres(Terugkerenden, frozen=True):
    """What blocks the pilots."""

    TITEL: ClassVar[str] = "Barrières"
    UITLEG: ClassVar[str] = (
        "Wat in het systeem houdt de pilot tegen? Zet er met @ bij wie het kan wegnemen en met +2 bij welke pilot het "
        "hoort. #3 !opgeheven sluit barrière 3; wat niet is opgeheven, komt terug in een volgende sessie."
    )
    VOORBEELD: ClassVar[str] = 'Twee potjes geld mogen niet samen @"de directie" !aangekaart'
    RECORD: ClassVar[type[Record]] = Barriere

    records: tuple[Barriere, ...] = ()

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Barriers without anybody who can lift them."""
        los = (een for een in self.printed() if not een.wie_opheffen and not een.is_klaar)
        zinnen = (f"Barrière zonder naam (wie kan dit wegnemen?): {name_text(een.tekst)}" for een in los)
        return (*super().missing(omgeving), *zinnen)
