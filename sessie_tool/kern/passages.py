"""Marked passages: `==words==` in a text of a person, the way to point at a part of it, such as an advies."""

import re
from collections.abc import Sequence
from typing import NamedTuple

TEKEN = "=="
"""Stands before and after a passage."""

_CODE = re.compile(
    r"^[ \t>]*(?P<hek>`{3,}|~{3,})[^\n]*(?:\n.*?(?:^[ \t>]*(?P=hek)[`~]*[ \t]*$|\Z)|\Z)"
    r"|(?<![`\\])(?P<tik>`+)(?!`)(?:(?!\n[ \t\r]*\n).)+?(?<!`)(?P=tik)(?!`)",
    re.DOTALL | re.MULTILINE,
)
"""What is code, in which no sign means anything: between fences, and between backticks in one paragraph."""

_PASSAGE = re.compile(
    rf"(?<![\\=]){TEKEN}(?![\s=])"
    r"((?:(?!==)(?!\n[ \t>\r]*(?:\n|$|[-*+][ \t]|\d+[.)][ \t]|#{1,6}[ \t]|`{3}|~{3}|\|)).)+)"
    rf"(?<![\s\\=]){TEKEN}(?!=)",
    re.DOTALL,
)
"""Words between two signs, in one paragraph: no blank line and no other block begins inside it."""


class Passagevondst(NamedTuple):
    """A passage and where it stands in its text, without its signs."""

    begin: int
    einde: int
    tekst: str


def find_passages(markdown: str) -> tuple[Passagevondst, ...]:
    """The marked passages of a text, in order."""
    if markdown.count(TEKEN) < 2:
        return ()
    zichtbaar = _CODE.sub(_hide, markdown)
    return tuple(
        Passagevondst(*match.span(1), markdown[match.start(1) : match.end(1)]) for match in _PASSAGE.finditer(zichtbaar)
    )


def _hide(code: re.Match[str]) -> str:
    """As many signs without a meaning; code between fences parts what is around it, as blank lines do."""
    return ("\n" if code["hek"] else "x") * len(code[0])


def rewrite_passages(markdown: str, teksten: Sequence[str | None]) -> str:
    """The text with other words for its passages, in order; None takes the signs away and leaves the words.

    Words that cannot stand as a passage are put on one line, with their own signs apart; if that does not help, or
    there are none, the passage stays as it was.
    """
    delen, plaats = [], 0
    for vondst, nieuw in zip(find_passages(markdown), teksten, strict=True):
        if nieuw is None:
            delen += [markdown[plaats : vondst.begin - len(TEKEN)], vondst.tekst]
            plaats = vondst.einde + len(TEKEN)
        else:
            delen += [markdown[plaats : vondst.begin], _fit(nieuw) or vondst.tekst]
            plaats = vondst.einde
    return "".join([*delen, markdown[plaats:]])


def _fit(tekst: str) -> str:
    """The words as they can stand as a passage; "" when they cannot."""
    regel = " ".join(tekst.split())
    vormen = (tekst, regel, re.sub("==+", lambda tekens: " ".join(tekens[0]), regel))
    return next((one for one in vormen if _is_passage(one)), "")


def _is_passage(tekst: str) -> bool:
    """Whether words can stand as a passage."""
    return [one.tekst for one in find_passages(f"{TEKEN}{tekst}{TEKEN}")] == [tekst]
