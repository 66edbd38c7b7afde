"""Keuring: can everybody read this Word file? ONE table of rules; any .docx is checked, also one from another program.

Nothing is changed and nothing is written; the file is opened with the care of `sessie_tool.inlezen.pakket`.
"""

from collections.abc import Callable, Iterable
from itertools import islice

import msgspec

from sessie_tool.fouten import Bevinding
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.keuring import beelden, eigenschappen, kleuren, koppelingen, koppen, lijsten, tabellen
from sessie_tool.keuring.stuk import Plek, Stuk

_MEESTE_PLEKKEN = 3
"""How many places a finding names; the person finds the others along the way."""

_BEKEKEN = 12
"""How many are looked at for that; some have the same words."""


class Regel(msgspec.Struct, frozen=True):
    """One thing that a document must meet.

    Attributes:
        code: its name, which stays the same.
        bericht: what is wrong, one Dutch sentence without its last full stop.
        advies: what to do now.
        zoek: gives the places where it is wrong; "" is the document as a whole.
        ernst: "fout", or "let op" where only a person can tell.
    """

    code: str
    bericht: str
    advies: str
    zoek: Callable[[Stuk], Iterable[Plek]]
    ernst: str = "fout"

    def check(self, stuk: Stuk, bron: str) -> Iterable[Bevinding]:
        """One finding with all its places, or none."""
        plekken = list(self.zoek(stuk))
        if plekken:
            yield Bevinding(
                f"{self.bericht}{_tell(plekken)}.", self.advies, bron=bron, ernst=self.ernst, code=self.code
            )


REGELS: tuple[Regel, ...] = (
    *(Regel(*one) for one in eigenschappen.REGELS),
    *(Regel(*one) for one in koppen.REGELS),
    *(Regel(*one) for one in tabellen.REGELS),
    *(Regel(*one) for one in beelden.REGELS),
    *(Regel(*one) for one in lijsten.REGELS),
    *(Regel(*one) for one in koppelingen.REGELS),
    *(Regel(*one) for one in kleuren.REGELS),
)
"""Every rule; docs/toegankelijk.md tells them to people."""


def check_docx(ruw: bytes, bron: str = "") -> list[Bevinding]:
    """What keeps people from reading a Word file, in the order of the rules.

    Args:
        ruw: the bytes of the file.
        bron: its name, for the findings; "" when that is clear.
    """
    try:
        stuk = Stuk(ruw)
        return [bevinding for regel in REGELS for bevinding in regel.check(stuk, bron)]
    except LeesError as fout:
        return [Bevinding(f"Dit bestand kan niet worden gecontroleerd: {fout}", bron=bron, code="onleesbaar")]


def _tell(plekken: list[Plek]) -> str:
    """': bij 'Een', bij 'Twee' en op nog 4 plekken'."""
    eerste = (plek if isinstance(plek, str) else plek() for plek in plekken[:_BEKEKEN])
    genoemd = list(islice(filter(None, dict.fromkeys(eerste)), _MEESTE_PLEKKEN))
    if not genoemd:
        return ""
    rest = len(plekken) - len(genoemd)
    nog = f" en op nog {rest} {'plek' if rest == 1 else 'plekken'}" if rest else ""
    return f": {', '.join(genoemd)}{nog}"
