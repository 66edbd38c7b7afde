"""lessen: what pilots taught, and whether it can be done in more places."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.bouwstenen.terugkerend import Terugkerend, Terugkerenden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld

OPSCHALEN = ("ja", "nee", "nog niet")


class Les(Terugkerend, frozen=True):
    """Something that was learned by doing."""

    ENKEL: ClassVar[str] = "les"
    MEERVOUD: ClassVar[str] = "lessen"

    tekst: Annotated[str, Veld("Les", hulp="Wat weten we nu, dat we eerst niet wisten?", kolom=True)] = ""
    opschalen: Annotated[
        str, Veld("Opschalen", "keuze", "Kan dit ook op andere plaatsen?", OPSCHALEN, merk="!", kolom=True)
    ] = ""
    waar: Annotated[
        str, Veld("Waar", hulp="Waar kan het ook, of waarom niet?", merk="?", kolom=True, loopt_door=True)
    ] = ""
    pilot: Annotated[
        tuple[str, ...], Veld("Uit pilot", "verwijzing", "Welke pilot leerde ons dit?", naar="pilot", merk="+")
    ] = ()


class Lessen(Terugkerenden, frozen=True):
    """What the pilots taught."""

    TITEL: ClassVar[str] = "Lessen"
    UITLEG: ClassVar[str] = (
        "Wat leerden we? +2 is uit welke pilot, !ja, !nee of !nog niet of het ook elders kan, en na een ? waar dan. "
        "#3 !ja verandert les 3."
    )
    VOORBEELD: ClassVar[str] = "Een vast gezicht werkt beter dan een folder !ja ?in alle buurtkamers"
    RECORD: ClassVar[type[Record]] = Les

    records: tuple[Les, ...] = ()

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Lessons of which nobody said whether they can be used elsewhere."""
        los = (een for een in self.printed() if not een.opschalen)
        return (*super().missing(omgeving), *(f"Kan dit ook elders? {name_text(een.tekst)}" for een in los))
