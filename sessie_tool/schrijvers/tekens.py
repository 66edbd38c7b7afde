"""Characters that a file cannot hold: replaced visibly, and counted so that the user is told."""

import re
from collections import Counter

from sessie_tool.fouten import Bevinding

_ONMOGELIJK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 has no place for; tab and line ends are allowed."""

_NAMEN = {"\x00": "NUL", "\x08": "backspace", "\x0c": "nieuwe pagina", "\x1b": "ESC"}


class Tekens:
    """Cleans the texts of one document and remembers what it replaced."""

    def __init__(self) -> None:
        """Nothing was replaced yet."""
        self._vervangen: Counter[tuple[str, str]] = Counter()

    def clean(self, tekst: str) -> str:
        """The text with plain line ends and without impossible characters."""
        if "\r" in tekst:
            tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
        if not _ONMOGELIJK.search(tekst):
            return tekst
        whole = tekst.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")  # joins pairs of halves
        return _ONMOGELIJK.sub(self._replace, whole)

    def _replace(self, match: re.Match[str]) -> str:
        teken = match[0]
        shown = chr(0x2400 + ord(teken)) if teken < " " else "\ufffd"
        self._vervangen[_noem(teken), shown] += 1
        return shown

    def bevindingen(self) -> list[Bevinding]:
        """One finding for each sort of character that was replaced."""
        return [_tell(naam, shown, aantal) for (naam, shown), aantal in sorted(self._vervangen.items())]


def _tell(naam: str, shown: str, aantal: int) -> Bevinding:
    wat = f"Eén teken ({naam}) past" if aantal == 1 else f"{aantal} tekens ({naam}) passen"
    return Bevinding(
        f"{wat} niet in het verslag. Daar staat nu {shown}.",
        f"Zoek in het verslag naar {shown} en kijk of de tekst klopt.",
        ernst="let op",
    )


def _noem(teken: str) -> str:
    if "\ud800" <= teken <= "\udfff":
        return "half teken"
    return _NAMEN.get(teken, f"onzichtbaar teken nummer {ord(teken)}")
