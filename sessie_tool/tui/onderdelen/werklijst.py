"""Werklijst: a list with a line below it to type in; who types in the list means that line."""

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.message import Message

from sessie_tool.tui.onderdelen.recordtabel import RecordTabel


class Werklijst(RecordTabel):
    """A list whose owner sees every key the moment it arrives, so that the keys behind it go the right way too."""

    def __init__(
        self,
        pass_key: Callable[[events.Key], bool],
        kenmerken: int,
        deel: float = 0.4,
        nummer: int = 5,
        **kwargs: str,
    ) -> None:
        """Make an empty list; `pass_key` is True when it gave a key to another part."""
        super().__init__(kenmerken, deel, nummer, **kwargs)
        self._pass_key = pass_key

    def post_message(self, message: Message) -> bool:
        """Take a message, or let a key go elsewhere."""
        return (isinstance(message, events.Key) and self._pass_key(message)) or super().post_message(message)


class Kieslijst(Werklijst):
    """A list in which one chooses before anything else, so the foot tells its key."""

    BINDINGS = [Binding("space", "mark", "kies")]
