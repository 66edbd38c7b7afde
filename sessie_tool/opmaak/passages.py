"""The rule of the parser for a marked passage: `==words==`, where the words are known."""

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from sessie_tool.kern.document import Passagemerk

_TEKEN = "=="
_INSPRONG = re.compile(r"[ \t]*\n[ \t>]*")
"""A line end, with what stands around it in a list or a quote and does not reach the rule."""


class Passages:
    """Which passages of one text are known; where two have the same words, the first mark is the first passage."""

    def __init__(self, merken: Iterable[Passagemerk]) -> None:
        """Know these marks."""
        self._merken: dict[str, list[Passagemerk]] = {}
        for merk in merken:
            if merk.tekst.strip():
                self._merken.setdefault(_normalise(merk.tekst), []).append(merk)
        langste_eerst = sorted(self._merken, key=len, reverse=True)
        vormen = (r"[ \t]*\n[ \t]*".join(map(re.escape, woorden.split("\n"))) for woorden in langste_eerst)
        self._vorm = re.compile(f"{_TEKEN}({'|'.join(vormen)}){_TEKEN}") if self._merken else None

    def find(self, bron: str, plaats: int) -> str:
        """The words of the known passage that begins at this place, or ""."""
        match = self._vorm.match(bron, plaats) if self._vorm else None
        return match[1] if match else ""

    def take(self, woorden: str) -> Passagemerk:
        """The mark of a passage that was found."""
        merken = self._merken[_normalise(woorden)]
        return merken.pop(0) if len(merken) > 1 else merken[0]


def _normalise(woorden: str) -> str:
    return _INSPRONG.sub("\n", woorden.replace("\r\n", "\n").replace("\r", "\n"))


def passage_plugin(parser: MarkdownIt) -> None:
    """Give a parser the rule; the `Passages` stand in the environment of a run."""
    parser.inline.ruler.before("emphasis", "passage", _rule)


def _rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's interface
    """A known passage becomes a token around its parts; any other sign stays text."""
    passages: Passages = state.env["passages"]
    begin, einde = state.pos, state.posMax
    woorden = passages.find(state.src, begin)
    binnen = begin + len(_TEKEN)
    sluit = binnen + len(woorden)
    if not woorden or sluit + len(_TEKEN) > einde or not _is_whole(state, binnen, sluit):
        return False
    if not silent:
        state.push("passage_open", "", 1).meta = {"merk": passages.take(woorden)}
        state.pos, state.posMax = binnen, sluit
        state.md.inline.tokenize(state)
        state.push("passage_close", "", -1)
    state.pos, state.posMax = sluit + len(_TEKEN), einde
    return True


def _is_whole(state: StateInline, binnen: int, sluit: int) -> bool:
    """Whether the closing sign stands in the text itself, and not inside code or a link that began earlier."""
    begin, state.pos = state.pos, binnen
    while state.pos < sluit:
        state.md.inline.skipToken(state)
    ends_there = state.pos == sluit
    state.pos = begin
    return ends_there
