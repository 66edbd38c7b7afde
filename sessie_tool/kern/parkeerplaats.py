"""The parkeerplaats: what came up at a moment when there was no time for it, so that it is not lost."""

from typing import Annotated, ClassVar

from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


class Geparkeerd(Record, frozen=True):
    """A subject that waits."""

    ENKEL: ClassVar[str] = "geparkeerd onderwerp"
    MEERVOUD: ClassVar[str] = "geparkeerde onderwerpen"

    tekst: Annotated[str, Veld("Onderwerp", kolom=True)] = ""
    tijdens: Annotated[str, Veld("Tijdens", hulp="In welke stap kwam dit op?", kolom=True)] = ""
    opgepakt: Annotated[bool, Veld("Weer opgepakt", "janee", "Is de groep hierop teruggekomen?", kolom=True)] = False


def describe_geparkeerd(een: Geparkeerd) -> str:
    """'Wie betaalt de bomen? (tijdens Signalen ophalen; weer opgepakt)'; with the session that it was taken from."""
    tijdens = een.tijdens.strip()
    erbij = [f"tijdens {tijdens}"] if tijdens else []
    erbij += [f"uit {een.overgenomen.uit}"] if een.overgenomen else []
    erbij += ["weer opgepakt"] if een.opgepakt else []
    return f"{een.tekst} ({'; '.join(erbij)})" if erbij else een.tekst
