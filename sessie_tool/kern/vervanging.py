"""Vervanging, Twijfel and Naamregel: what stands in the open version instead of a name, and what one decides."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from sessie_tool.kern.vouwen import fold


class Vervanging(msgspec.Struct, frozen=True):
    """Words, and what stands in the open version instead of them; the same words on both sides let them stay."""

    tekst: str
    door: str

    @property
    def sleutel(self) -> str:
        """The words as they are looked for: capitals and accents make no difference."""
        return fold_keuze(self.tekst)

    @property
    def blijft(self) -> bool:
        """Whether the words stay."""
        return self.sleutel == fold_keuze(self.door)


class Twijfel(msgspec.Struct, frozen=True):
    """Words that the program cannot judge.

    Attributes:
        tekst: the words.
        door: what stands there now; the words themselves when they stayed.
        reden: why it is not certain, as the end of a Dutch sentence: "bevat een naam".
        context: the words around the first place.
    """

    tekst: str
    door: str
    reden: str
    context: str


class Naamregel(NamedTuple):
    """One line of the list that a secretary goes through before the open version is published.

    Attributes:
        tekst: the words.
        door: what stands there in the open version; the words themselves when they stay.
        soort: "twijfel" when the program is not certain, "besloten" when a person decided, "vervangen" when it is.
        reden: why it is doubtful, as the end of a Dutch sentence; "" when it is not.
        context: the words around the first place; "" when they stand nowhere.
        eigen: whether it can be decided in this session; False for what another session of the same piece decided.
    """

    tekst: str
    door: str
    soort: Literal["twijfel", "besloten", "vervangen"]
    reden: str = ""
    context: str = ""
    eigen: bool = True

    @property
    def blijft(self) -> bool:
        """Whether the words stay."""
        return Vervanging(self.tekst, self.door).blijft


def fold_keuze(woorden: str) -> str:
    """Words as they are looked for in a text."""
    return fold(woorden.strip()).tekst


def decide(vervangingen: Sequence[Vervanging], nieuw: Vervanging) -> tuple[Vervanging, ...]:
    """The decisions with a new one; one about the same words gives way, in its place."""
    sleutels = [one.sleutel for one in vervangingen]
    if nieuw.sleutel not in sleutels:
        return (*vervangingen, nieuw)
    return tuple(nieuw if one.sleutel == nieuw.sleutel else one for one in vervangingen)


def forget(vervangingen: Sequence[Vervanging], tekst: str) -> tuple[Vervanging, ...]:
    """The decisions without the one about these words."""
    sleutel = fold_keuze(tekst)
    return tuple(one for one in vervangingen if one.sleutel != sleutel)
