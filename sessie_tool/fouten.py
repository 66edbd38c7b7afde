"""The error tree, and Bevinding: what is wrong with a user's content, as a value.

A user's content (a sjabloon, a line, a file) gives a list of `Bevinding`, all at once. What cannot go on raises a
`SessieToolError` whose text is one Dutch sentence; only the command line and the app catch it.
"""

from collections.abc import Iterable
from difflib import get_close_matches

import msgspec


class Bevinding(msgspec.Struct, frozen=True):
    """One finding: what is wrong, what to do now, and where.

    Attributes:
        bericht: one Dutch sentence: what is wrong.
        advies: one Dutch sentence: what to do now; "" when `bericht` already says it.
        regel: the line (from 1) in the text that was read, or None.
        bron: the file or place it is about; "" when that is clear.
        ernst: "fout" (cannot be used) or "let op" (can be used, but look at it).
        code: a short name of the kind of finding, which stays when the sentence changes; "" where none is needed.
    """

    bericht: str
    advies: str = ""
    regel: int | None = None
    bron: str = ""
    ernst: str = "fout"
    code: str = ""

    def __str__(self) -> str:
        """The whole finding as one Dutch line: 'bron, regel 12: bericht advies'."""
        plaats = [self.bron] if self.bron else []
        if self.regel is not None:
            plaats.append(f"regel {self.regel}")
        kop = ", ".join(plaats)
        kop = f"{kop[0].upper()}{kop[1:]}: " if kop and not self.bron else f"{kop}: " if kop else ""
        return f"{kop}{self.bericht}{' ' + self.advies if self.advies else ''}"


def suggest(woord: str, mogelijk: Iterable[str]) -> str:
    """'Bedoelt u 'x'?' for the nearest of `mogelijk`, or "" when nothing is near."""
    keuzes = {keuze.casefold(): keuze for keuze in mogelijk}
    naast = get_close_matches(woord.casefold(), keuzes, n=1, cutoff=0.6)
    return f"Bedoelt u '{keuzes[naast[0]]}'?" if naast else ""


class SessieToolError(Exception):
    """Something cannot go on; its text is one Dutch sentence for the user."""


class GebruikError(SessieToolError):
    """The command was used wrongly (exit code 2)."""


class RegelError(SessieToolError):
    """A typed line cannot become a record; nothing was changed."""


class SjabloonError(SessieToolError):
    """A sjabloon cannot be used; `bevindingen` holds every finding."""

    def __init__(self, bericht: str, bevindingen: tuple[Bevinding, ...] = ()) -> None:
        """Keep the sentence and the findings behind it."""
        super().__init__(bericht)
        self.bevindingen = bevindingen


class OpslagError(SessieToolError):
    """The werkmap or a file in it cannot be read or written."""


class BezetError(OpslagError):
    """Someone else has the session open for writing.

    Attributes:
        elders: True when the owner is on another computer or gives no sign of life, so that only a person can say
            whether it is gone.
    """

    def __init__(self, bericht: str, *, elders: bool = False) -> None:
        """Keep the sentence and whether a person may take it over."""
        super().__init__(bericht)
        self.elders = elders


class VastgesteldError(SessieToolError):
    """A vastgestelde session is not changed any more."""
