"""pilots: trying something out in one place, to learn from it."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.bouwstenen.terugkerend import Terugkerend, Terugkerenden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import DOEL, Veld

FASEN = ("verkenning", "opbouw", "uitvoering", "afbouw")


class Pilot(Terugkerend, frozen=True):
    """One trial: where, with what assignment, how far it is, and who keeps the result."""

    ENKEL: ClassVar[str] = "pilot"
    MEERVOUD: ClassVar[str] = "pilots"

    titel: Annotated[str, Veld("Pilot", hulp="Kort: wat proberen we uit?", kolom=True)] = ""
    gebied: Annotated[
        str,
        Veld("Gebied", hulp="In welke wijk of bij welke groep? Hieraan herkennen we de pilot.", merk="#", kolom=True),
    ] = ""
    opdracht: Annotated[str, Veld("Opdracht", "tekst", "Wat is gevraagd, door wie en waarom?")] = ""
    fase: Annotated[str, Veld("Fase", "keuze", "Hoe ver is de pilot?", FASEN, merk="!", kolom=True)] = ""
    eigenaar: Annotated[str, Veld("Eigenaar", "deelnemer", "Wie trekt de pilot?", merk="@", kolom=True)] = ""
    bateneigenaar: Annotated[
        str,
        Veld(
            "Bateneigenaar",
            hulp="Wie houdt het resultaat na afloop in stand, en betaalt het?",
            merk="?",
            loopt_door=True,
        ),
    ] = ""
    doel: Annotated[tuple[str, ...], DOEL] = ()


class Pilots(Terugkerenden, frozen=True):
    """The pilots of a subject."""

    TITEL: ClassVar[str] = "Pilots"
    UITLEG: ClassVar[str] = (
        "Elke regel is een pilot: # en het gebied, ! en de fase, @ en de eigenaar, en na een ? wie het resultaat houdt "
        "als de pilot stopt. #2 !afbouw verandert de fase van pilot 2."
    )
    VOORBEELD: ClassVar[str] = "Buurtkamer in de oude school #Waterwijk !opbouw @Jansen ?het team Wijken"
    RECORD: ClassVar[type[Record]] = Pilot

    records: tuple[Pilot, ...] = ()

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Pilots that end without anybody who keeps the result, and pilots without a phase or an owner."""
        gaten = list(super().missing(omgeving))
        for een in self.printed():
            naam = f"Pilot {omgeving.nummer(een.id)} ({name_text(een.titel)})"
            if een.fase == "afbouw" and not een.bateneigenaar.strip():
                gaten.append(f"{naam} stopt, maar niemand houdt het resultaat. Wie wordt bateneigenaar?")
            gaten += [] if een.fase else [f"{naam} heeft nog geen fase."]
            gaten += [] if een.eigenaar else [f"{naam} heeft nog geen eigenaar."]
        return tuple(gaten)
