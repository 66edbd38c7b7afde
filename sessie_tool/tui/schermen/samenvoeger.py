"""Samenvoeger: brings two versions of a session together from the list: read, choose on the screen, carry out.

What is only needed then is imported then: the first screen has to be there at once.
"""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sessie_tool.fouten import SessieToolError
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.rijen import Rij
from sessie_tool.tui.schermen.opener import Opener
from sessie_tool.tui.schijf import Schijf

if TYPE_CHECKING:
    from sessie_tool.kern.verschillen import Keuze, Verschilpunt
    from sessie_tool.opslag.paar import Paar

    Gelezen = tuple[Paar, tuple[Verschilpunt, ...]]

GEEN = "Van deze sessie is maar één versie; er is niets samen te voegen."


class Samenvoeger:
    """Works beside the opener of the list, and keeps what was chosen while the program runs."""

    def __init__(self, opener: Opener, schijf: Schijf) -> None:
        """Work with what opens sessions."""
        self._opener, self._schijf = opener, schijf
        self._keuzes: dict[str, dict[str, Keuze]] = {}

    def offer(self, rij: Rij) -> None:
        """Opening a session with a second version: first ask what to do."""
        from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster

        regels = ["De twee versies naast elkaar leggen", "De sessie openen zoals zij is"]

        def chosen(plaats: int | None) -> None:
            if plaats == 0:
                self.begin(rij)
            elif plaats == 1:
                self._opener.open(rij.id)

        self._opener.show(Kiesvenster("Van deze sessie is er nog een versie", regels), chosen)

    def begin(self, rij: Rij) -> None:
        """Lay the session beside its copy; with more copies, ask which."""
        if len(rij.kopieen) == 1:
            self._read(rij, 0)
        elif not rij.kopieen:
            self._opener.say(GEEN)
        else:
            from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster

            self._opener.show(Kiesvenster("Welke kopie legt u ernaast?", rij.kopieen), partial(self._read, rij))

    def _read(self, rij: Rij, plaats: int | None) -> None:
        if plaats is None:
            return
        naam = rij.kopieen[plaats]
        doe = partial(self._compare, rij.id, naam)
        self._opener.wait(self._schijf.lees, "De versies worden vergeleken…", doe, self._show, self._opener.fail)

    def _compare(self, sessie_id: str, naam: str) -> "Gelezen":
        import sessie_tool.tui.schermen.naastelkaar  # noqa: F401  # so that showing it need not read it from the disk
        from sessie_tool.opslag.paar import read_paar
        from sessie_tool.samenvoeging import list_punten

        paar = read_paar(self._opener.werkmap, sessie_id, naam)
        return paar, list_punten(paar, self._opener.werkmap.opgaven())

    def _show(self, gelezen: "Gelezen") -> None:
        from sessie_tool.tui.schermen.naastelkaar import NaastElkaarScherm

        paar, punten = gelezen
        keuzes = self._keuzes.setdefault(paar.kopie.name, {})
        bekend = {punt.sleutel: punt.keuzes for punt in punten}
        for sleutel in [one for one, keuze in keuzes.items() if keuze not in bekend.get(one, ())]:
            del keuzes[sleutel]
        scherm = NaastElkaarScherm(paar.links.sessie.titel, _name(paar), punten, keuzes)

        def closed(samen: bool | None) -> None:  # noqa: FBT001  # what the screen gives
            if samen:
                self._carry_out(paar, keuzes)

        self._opener.show(scherm, closed)

    def _carry_out(self, paar: "Paar", keuzes: "dict[str, Keuze]") -> None:
        def done(melding: str) -> None:
            self._keuzes.pop(paar.kopie.name, None)
            self._opener.come_back(paar.links.sessie.id, melding)

        def failed(fout: SessieToolError) -> None:
            self._opener.come_back(paar.links.sessie.id, "")
            self._opener.fail(fout)

        doe = partial(self._join, paar, dict(keuzes))
        self._opener.wait(self._schijf.bewaar, "De versies worden samengevoegd…", doe, done, failed)

    def _join(self, paar: "Paar", keuzes: "dict[str, Keuze]") -> str:
        from sessie_tool.samenvoeging import carry_out, describe
        from sessie_tool.zitting import Zitting

        zitting = Zitting.open(self._opener.werkmap, paar.links.sessie.id, clock=now, new_id=new_id)
        try:
            return describe(carry_out(zitting, paar, keuzes, now(), new_id))
        finally:
            zitting.close()


def _name(paar: "Paar") -> str:
    """The copy by the moment of its last change: 'de kopie van 22-11-2026 14:07'; by its file when that is unknown."""
    try:
        return f"de kopie van {datetime.fromisoformat(paar.rechts.meta.bewaard):%d-%m-%Y %H:%M}"
    except ValueError:
        return paar.kopie.name
