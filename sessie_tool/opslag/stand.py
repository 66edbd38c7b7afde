"""Opslagstand: how safe the work is, in figures and in one Dutch sentence."""

import msgspec


class Opslagstand(msgspec.Struct, frozen=True):
    """How safe the work is.

    Attributes:
        opgeslagen: ISO moment at which the last entry was acknowledged.
        wachtend: entries that are not acknowledged yet.
        achter: acknowledged on this computer, but the file in the werkmap is not up to date.
        melding: one Dutch sentence when something is wrong, else "".
    """

    opgeslagen: str = ""
    wachtend: int = 0
    achter: bool = False
    melding: str = ""


def tell(*, wachtend: int, achter: bool, journaal: str, bestand: str, doel: str) -> str:
    """What the user must know; "" when all is well.

    Args:
        wachtend: entries that are not acknowledged yet.
        achter: whether the file is behind.
        journaal: why the journal cannot be written, or "".
        bestand: why the file cannot be written, or "".
        doel: what happened to the file (a conflict), or "".
    """
    if wachtend and journaal and bestand:
        return f"NIET OPGESLAGEN: {bestand}. Laat het programma open; het probeert het steeds opnieuw."
    if achter:
        waarom = f": {bestand}" if bestand else ""
        return f"De map loopt achter{waarom}. Uw werk staat veilig op deze computer en gaat vanzelf mee."
    if journaal:
        return f"Het journaal op deze computer lukt niet: {journaal}. Uw werk staat wel in de werkmap."
    return doel
