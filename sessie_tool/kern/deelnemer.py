"""Deelnemer: someone who takes part in a session."""

from typing import Annotated, ClassVar

from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


class Deelnemer(Record, frozen=True):
    """A participant. Nobody is named in the open version unless `mag_genoemd` (default: no)."""

    ENKEL: ClassVar[str] = "deelnemer"
    MEERVOUD: ClassVar[str] = "deelnemers"

    naam: Annotated[str, Veld("Naam", kolom=True)] = ""
    rol: Annotated[str, Veld("Rol", hulp="Bijvoorbeeld: begeleider, secretaris, deelnemer.", kolom=True)] = ""
    organisatie: Annotated[str, Veld("Organisatie", kolom=True)] = ""
    aanwezig: Annotated[bool, Veld("Aanwezig", "janee", kolom=True)] = True
    mag_genoemd: Annotated[
        bool, Veld("Mag genoemd", "janee", "Mag de naam in de openbare versie staan?", kolom=True)
    ] = False


def parse_deelnemer(regel: str, nieuw_id: str) -> Deelnemer:
    """'Naam; rol; organisatie' → Deelnemer; rol and organisatie may be left out."""
    delen = [deel.strip() for deel in regel.split(";", 2)] + ["", ""]
    return Deelnemer(id=nieuw_id, naam=delen[0], rol=delen[1], organisatie=delen[2])


def format_deelnemer(deelnemer: Deelnemer) -> str:
    """Deelnemer → 'Naam; rol; organisatie', the form that `parse_deelnemer` reads."""
    return f"{deelnemer.naam}; {deelnemer.rol}; {deelnemer.organisatie}".rstrip("; ")
