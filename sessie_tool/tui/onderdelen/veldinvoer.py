"""Veldinvoer: one line in a form or a question, in which every character that is typed or pasted stays."""

import re
import unicodedata

from textual import events
from textual.widgets import Input


def is_text(event: events.Key) -> bool:
    """Whether a key gives text; so do the joiners in an emoji, marks of direction and a space that does not break."""
    return bool(event.character) and unicodedata.category(str(event.character)[0]) not in ("Cc", "Cs")


class Veldinvoer(Input):
    """An Input that keeps what Textual's own drops: the further lines of a paste, and text that is not printable."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(re.sub(r"\r\n|[\r\n]", " ", event.text), *self.selection)

    async def _on_key(self, event: events.Key) -> None:
        if is_text(event) and not event.is_printable:
            event.stop()
            event.prevent_default()
            self.replace(event.character or "", *self.selection)


class Regelvak(Veldinvoer):
    """A sentence: it is added to, not replaced, so whoever opened it by mistake and types on loses no word."""

    def __init__(self, tekst: str, **kwargs: str) -> None:
        """Start with a text."""
        super().__init__(tekst, compact=True, select_on_focus=False, **kwargs)  # type: ignore[arg-type]

    @property
    def text(self) -> str:
        """What stands there; Tekstvak has the same name for it."""
        return self.value

    def change_to(self, tekst: str) -> None:
        """Another text; the cursor stays as near as it can."""
        plaats = self.cursor_position
        self.value = tekst
        self.cursor_position = plaats
