"""The last guard before the terminal: no control character of a text goes out, whatever widget shows it."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from sessie_tool.kern.zichtbaar import show_regel


class Stuurtekens(LineFilter):
    """Takes control characters out of what is drawn; lists and titles show them as signs before it comes to this."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # Textual's form
        """The segments of a line, each as wide as it was."""
        if all(segment.control or segment.text.isprintable() for segment in segments):
            return segments
        return [segment if segment.control else Segment(_clean(segment.text), segment.style) for segment in segments]


def _clean(tekst: str) -> str:
    return "".join(teken if teken.isprintable() else show_regel(teken) if cell_len(teken) else "" for teken in tekst)
