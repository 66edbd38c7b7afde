"""The smallest Textual program that shows something and knows a key."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Leeg(App[None]):
    """One line of text; the key q changes it."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("leeg scherm")

    def on_key(self, event: events.Key) -> None:
        """Show that a key came."""
        if event.key == "q":
            self.query_one(Static).update("Niets gevonden")


if __name__ == "__main__":
    Leeg().run()
