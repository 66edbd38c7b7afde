"""Lijstwerk: what is done with a session from the list: another title, to the bin and back."""

from collections.abc import Callable
from typing import Protocol, TypeVar

import msgspec
from textual.message_pump import MessagePump

from sessie_tool.fouten import Bevinding, SessieToolError
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.rijen import Rij
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.schijf import Schijf

T = TypeVar("T")
Lezing = tuple[list[Rij], list[Bevinding]]
"""What `Werkmap.rows` gives."""


class Lijst(Protocol):
    """The screen with the list."""

    @property
    def pomp(self) -> MessagePump:
        """Where the outcome of the disk's work is dealt with."""

    def take(self, lezing: Lezing) -> None:
        """Show the list as it was read."""

    def show(self) -> None:
        """Show the list again."""

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something."""


class Lijstwerk:
    """Changes files for a list, which shows it at once.

    Attributes:
        gaat_weg: ids of the sessions that are on their way to the bin.
    """

    def __init__(self, lijst: Lijst, werkmap: Werkmap, schijf: Schijf) -> None:
        """Work for a list."""
        self._lijst, self.werkmap, self._schijf = lijst, werkmap, schijf
        self.gaat_weg: set[str] = set()
        self._removed: list[str] = []

    def rename(self, rij: Rij, titel: str) -> None:
        """Give a session another title."""
        if titel.strip() and titel != rij.titel:
            self.change(lambda: _rename(self.werkmap, rij.id, titel.strip()), "De titel is gewijzigd.")

    def remove(self, rij: Rij) -> None:
        """Put a session into the bin; it goes from the list at once."""

        def stay() -> None:
            self.gaat_weg.discard(rij.id)
            if rij.id in self._removed:
                self._removed.remove(rij.id)

        self.gaat_weg.add(rij.id)
        self._removed.append(rij.id)
        self._lijst.show()
        weg = f"'{rij.titel}' ligt in de prullenbak. Ctrl+Z haalt de sessie terug, en later F3."
        self.change(lambda: self.werkmap.remove(rij.id, now()), weg, stay)

    def undo(self) -> None:
        """Bring the session that was removed last back."""
        if self._removed:
            sessie_id = self._removed.pop()
            self.change(lambda: self.werkmap.restore(sessie_id), "De sessie is terug.")

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something below the list."""
        self._lijst.meld(tekst, fout=fout)

    def read(self, doe: Callable[[], T], klaar: Callable[[T], None]) -> None:
        """Read something for the list; say what goes wrong."""
        self._schijf.lees(doe, klaar, lambda fout: self.meld(str(fout), fout=True), self._lijst.pomp)

    def change(self, doe: Callable[[], object], melding: str, mislukt: Callable[[], object] = lambda: None) -> None:
        """Do something with a file and show the list anew; say that it went well, or what went wrong."""

        def change() -> Lezing:
            doe()
            return self.werkmap.rows()

        def done(lezing: Lezing) -> None:
            self.gaat_weg &= {rij.id for rij in lezing[0]}
            self._lijst.take(lezing)
            self._lijst.meld(melding)

        def failed(fout: SessieToolError) -> None:
            mislukt()
            self._lijst.show()
            self._lijst.meld(str(fout), fout=True)

        self._schijf.bewaar(change, done, failed, self._lijst.pomp)


def _rename(werkmap: Werkmap, sessie_id: str, titel: str) -> None:
    from sessie_tool.zitting import Zitting  # the first screen has to be there at once

    zitting = Zitting.open(werkmap, sessie_id, clock=now, new_id=new_id)
    try:
        zitting.apply("titel gewijzigd", lambda sessie: msgspec.structs.replace(sessie, titel=titel))
    finally:
        zitting.close()
