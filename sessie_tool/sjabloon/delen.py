"""The parts of a stap: labelled paragraphs (`**Zeg:** …`), each with what belongs to it; all other lines are uitleg."""

from collections.abc import Sequence

import msgspec

from sessie_tool.sjabloon.blokken import LABEL, Blok, read_punten

replace = msgspec.structs.replace


class Deel(msgspec.Struct, frozen=True):
    """A labelled part.

    Attributes:
        label: as typed, without stars and colon.
        tekst: what follows; the lines of a paragraph are one line, a list or another block stays as typed.
        begin: index of its first line.
        eind: index after its last line.
        punten: the items of its list: line number (from 1) and text.
    """

    label: str
    tekst: str
    begin: int
    eind: int
    punten: tuple[tuple[int, str], ...] = ()

    @property
    def regel(self) -> int:
        """The line number (from 1) of the label."""
        return self.begin + 1

    @property
    def regels(self) -> tuple[tuple[int, str], ...]:
        """The text before the list (if any) as one item, and the items of the list."""
        kop = self.tekst.split("\n", 1)[0] if self.punten else self.tekst
        return ((self.regel, kop), *self.punten) if kop.strip() else self.punten


def normalise(label: str) -> str:
    """A label as it is compared: 'Let  op', 'let_op' → 'let op'."""
    return " ".join(label.replace("_", " ").casefold().split())


def split_delen(regels: Sequence[str], blokken: Sequence[Blok]) -> list[Deel]:
    """The labelled parts of these blocks.

    A part takes the list that follows without a blank line; a label with no text of its own takes the next block.
    """
    delen: list[Deel] = []
    neemt = False
    for blok in blokken:
        stuk = _make_deel(regels, blok)
        if stuk.label:
            delen.append(stuk)
            neemt = True
        elif neemt and blok.soort != "kop" and (not delen[-1].tekst or _follows(delen[-1], blok)):
            delen[-1] = _join(delen[-1], stuk, read_punten(regels, blok))
        else:
            neemt = False
    return delen


def _follows(deel: Deel, blok: Blok) -> bool:
    return blok.soort == "lijst" and blok.begin == deel.eind


def _join(deel: Deel, stuk: Deel, punten: tuple[tuple[int, str], ...]) -> Deel:
    tekst = f"{deel.tekst}\n{stuk.tekst}" if deel.tekst or punten else stuk.tekst
    return replace(deel, tekst=tekst, eind=stuk.eind, punten=punten)


def _make_deel(regels: Sequence[str], blok: Blok) -> Deel:
    """A block as a part; only a paragraph can have a label."""
    begin, eind = blok.begin, blok.eind
    if blok.soort != "alinea":
        return Deel("", "\n".join(regels[begin:eind]), begin, eind)
    match = LABEL.match(regels[begin])
    label, kop = (match[1].strip(), match[2]) if match else ("", regels[begin])
    tekst = " ".join(regel.strip() for regel in (kop, *regels[begin + 1 : eind]))
    return Deel(label, tekst.strip(), begin, eind)


def read_rest(regels: Sequence[str], begin: int, eind: int, delen: Sequence[Deel]) -> str:
    """The lines from `begin` to `eind` that no part holds, as typed; where a part stood, one blank line."""
    stukken = []
    for deel in (*sorted(delen, key=lambda one: one.begin), Deel("", "", eind, eind)):
        stukken.append("\n".join(regels[begin : deel.begin]).strip("\n"))
        begin = deel.eind
    return "\n\n".join(stuk for stuk in stukken if stuk.strip())
