"""Stelling and Bijdrage: what a project may contribute to, and what both parties say that it does."""

from typing import Annotated, ClassVar

from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld

SCHAAL = ("geen bijdrage", "(zeer) kleine bijdrage", "matige bijdrage", "grote bijdrage", "zeer grote bijdrage")
"""What the scores 0 to 4 mean."""

SCORES = tuple(map(str, range(len(SCHAAL))))

PARTIJEN = ("opdrachtgever", "opdrachtnemer")
"""The two that score, as their fields are named."""

REDENEN = (
    "begrip anders opgevat",
    "bedoeld in plaats van feitelijk",
    "anders afgebakend",
    "opdracht overgenomen",
    "weinig overleg",
    "anders",
)
"""Why two parties can see the same project differently."""

SCHAALZIN = "; ".join(f"{score} {woorden}" for score, woorden in zip(SCORES, SCHAAL, strict=True))
"""The scale on one line."""


class Stelling(Record, frozen=True):
    """Something that a project may contribute to."""

    ENKEL: ClassVar[str] = "stelling"
    MEERVOUD: ClassVar[str] = "stellingen"

    tekst: Annotated[
        str, Veld("Stelling", hulp="Waaraan draagt een project bij? Eén ding per stelling.", kolom=True)
    ] = ""
    doelstelling: Annotated[
        str, Veld("Doelstelling", hulp="Bij welke doelstelling hoort dit?", merk="#", kolom=True, loopt_door=True)
    ] = ""


class Bijdrage(Record, frozen=True):
    """What both parties say that one project contributes to one statement, and what they make of the difference."""

    ENKEL: ClassVar[str] = "bijdrage"
    MEERVOUD: ClassVar[str] = "bijdragen"
    BIJ_NUMMER: ClassVar[bool] = False

    project: Annotated[str, Veld("Project", hulp="Over welk project gaat dit?", kolom=True)] = ""
    stelling: Annotated[
        str, Veld("Stelling", "verwijzing", "Bij welke stelling hoort deze score?", naar="stelling", kolom=True)
    ] = ""
    opdrachtgever: Annotated[
        int | None, Veld("Opdrachtgever", "getal", f"Wat is de bijdrage nu echt? {SCHAALZIN}.", SCORES, kolom=True)
    ] = None
    opdrachtnemer: Annotated[
        int | None, Veld("Opdrachtnemer", "getal", f"Wat is de bijdrage nu echt? {SCHAALZIN}.", SCORES, kolom=True)
    ] = None
    reden: Annotated[
        str, Veld("Reden", "keuze", "Waardoor zien de twee partijen dit anders?", REDENEN, merk="!", kolom=True)
    ] = ""
    waarom: Annotated[str, Veld("Uitleg", hulp="Wat zat er achter het verschil?")] = ""
    afspraak: Annotated[
        str, Veld("Afspraak", hulp="Wat spreken we af, en hoe volgen we dit voortaan?", merk="?", loopt_door=True)
    ] = ""
