"""Lines that begin with the number of a record: '#2 tekst' says something about record 2 of the step."""

import re
from collections.abc import Iterable
from typing import TypeVar

from sessie_tool.fouten import RegelError
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record

R = TypeVar("R", bound=Record)

_GENUMMERD = re.compile(r"#(\d{1,4})(?:\s+|$)(.*)", re.DOTALL)


def find_numbered(regel: str, records: Iterable[R], omgeving: Omgeving) -> tuple[R | None, str]:
    """'#2 tekst' → record 2 and 'tekst'; None and the whole line when it is about none of these records."""
    regel = regel.strip()
    match = _GENUMMERD.fullmatch(regel)
    if match:
        for record in records:
            if omgeving.nummer(record.id) == match[1]:
                return record, match[2].strip()
    return None, regel


def require_number(regel: str, cls: type[Record], omgeving: Omgeving) -> None:
    """Refuse a line such as '#9 !ja' with nothing but marks, when it found no record: it can only be about one.

    Raises:
        RegelError: there is no such number.
    """
    match = _GENUMMERD.fullmatch(regel.strip())
    waarden = parse_waarden(cls, match[2], omgeving) if match else {}
    if match and not waarden.pop(cls.hoofdveld()) and waarden:
        raise RegelError(f"Nummer {match[1]} is hier niet te wijzigen. Kijk in de lijst welk nummer u bedoelt.")
