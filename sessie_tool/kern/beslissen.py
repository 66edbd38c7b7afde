"""What a person can decide about lijnen: each decision as the banden that keep it, checked against what there is. Pure.

`een` and `ander` are sleutels of draden in the Vergelijking; their years tell which of the two is the later one.
"""

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.banden import Band, Besluit
from sessie_tool.kern.lijnen import Draad, Vergelijking

Banden = tuple[Band, ...]


def link(vergelijking: Vergelijking, een: str, ander: str, moment: str) -> Banden:
    """The later draad goes on from the earlier one.

    Raises:
        SessieToolError: they are of the same year.
    """
    return (_pair(vergelijking, een, ander, "vervolg", moment),)


def unlink(vergelijking: Vergelijking, een: str, ander: str, moment: str) -> Banden:
    """The later draad does not go on from the earlier one, also when the session says so.

    Raises:
        SessieToolError: they are not linked.
    """
    band = _pair(vergelijking, een, ander, "los", moment)
    if band.eerder not in vergelijking.links.get(band.later, ()):
        raise SessieToolError(f"{_call(vergelijking, band)}. Er is dus niets los te maken.")
    return (band,)


def reject(vergelijking: Vergelijking, een: str, ander: str, moment: str) -> Banden:
    """The lijn of the earlier draad is not proposed again for the later one.

    Raises:
        SessieToolError: they are linked, or of the same year.
    """
    band = _pair(vergelijking, een, ander, "afgewezen", moment)
    if band.eerder in vergelijking.links.get(band.later, ()):
        raise SessieToolError("Deze draden zijn al gekoppeld. Maak ze eerst los.")
    return (band,)


def mark_nieuw(vergelijking: Vergelijking, sleutel: str, moment: str) -> Banden:
    """The draad goes on from nothing; what it was linked to, it is no more."""
    los = (Band(sleutel, eerder, "los", moment) for eerder in vergelijking.links.get(sleutel, ()))
    return (*los, Band(sleutel, "", "nieuw", moment))


def mark_verdwenen(vergelijking: Vergelijking, sleutel: str, moment: str) -> Banden:
    """Nothing goes on from the lijn of this draad, as it was in the year of this draad.

    Raises:
        SessieToolError: the lijn goes on in the next round, or there was none yet.
    """
    draad = vergelijking.draden[sleutel]
    naam = vergelijking.namen[sleutel]
    volgende = next((jaar for jaar in vergelijking.signalen if jaar > draad.jaar), None)
    if volgende is None:
        raise SessieToolError(f"Na {draad.jaar} was er nog geen ronde. Dan is nog niet te zeggen of {naam} verdween.")
    lijn = vergelijking.lijn_of(sleutel)
    if lijn and lijn.of_year(volgende):
        raise SessieToolError(f"{naam} loopt door in {volgende}. Maak eerst de koppeling los als dat niet klopt.")
    samen = lijn.of_year(draad.jaar) if lijn else (draad,)
    return tuple(Band(one.sleutel, "", "verdwenen", moment) for one in samen)


def _pair(vergelijking: Vergelijking, een: str, ander: str, besluit: Besluit, moment: str) -> Band:
    eerder, later = sorted((vergelijking.draden[een], vergelijking.draden[ander]), key=_year)
    if eerder.jaar == later.jaar:
        namen = f"{vergelijking.namen[een]} en {vergelijking.namen[ander]}"
        raise SessieToolError(f"{namen} zijn van hetzelfde jaar. Kies een draad van een eerder jaar.")
    return Band(later.sleutel, eerder.sleutel, besluit, moment)


def _year(draad: Draad) -> int:
    return draad.jaar


def _call(vergelijking: Vergelijking, band: Band) -> str:
    namen = vergelijking.namen
    return f"{namen[band.later]} is geen vervolg op {namen[band.eerder]}"
