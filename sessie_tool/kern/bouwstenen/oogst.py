"""oogst: what each participant takes home from a session."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.veld import Veld

_LEIDING = frozenset({"begeleider", "secretaris"})
"""The roles of who lead the session; they need not take anything home."""


class Oogst(Record, frozen=True):
    """What one participant takes home."""

    ENKEL: ClassVar[str] = "oogst"
    MEERVOUD: ClassVar[str] = "oogsten"

    tekst: Annotated[str, Veld("Oogst", hulp="Wat neemt u mee?", kolom=True)] = ""
    wie: Annotated[str, Veld("Wie", "deelnemer", "Wie neemt dit mee?", merk="@", kolom=True)] = ""
    doet: Annotated[
        str,
        Veld(
            "Wat ga ik ermee doen", hulp="Wat doet u morgen anders of opnieuw?", merk="?", kolom=True, loopt_door=True
        ),
    ] = ""


class Oogsten(BouwsteenMetRecords, frozen=True, tag="oogst"):
    """A round in which everybody says what they take home."""

    TITEL: ClassVar[str] = "Oogst"
    UITLEG: ClassVar[str] = (
        "Wat neemt ieder mee? Typ de oogst, dan @ en de naam, en na een ? wat diegene ermee gaat doen."
    )
    VOORBEELD: ClassVar[str] = "Eerst vragen, dan pas rekenen @Jansen ?dit in ons team bespreken"
    RECORD: ClassVar[type[Record]] = Oogst

    records: tuple[Oogst, ...] = ()

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Who is there and has no oogst yet, in any step."""
        gehad = {one.wie.casefold() for one in omgeving.of_type(Oogst.type_tag()) if isinstance(one, Oogst)}
        namen = [
            one.naam
            for one in omgeving.deelnemers
            if one.aanwezig
            and one.bereik == "verslag"
            and one.rol.strip().casefold() not in _LEIDING
            and one.naam.casefold() not in gehad
        ]
        return (f"Er is nog geen oogst van {join_woorden(namen)}.",) if namen else super().missing(omgeving)
