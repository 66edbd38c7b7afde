"""Regelhulp: what the line of a step can do beside typing: correct the last line, repeat its marks, see look-alikes."""

from sessie_tool.kern.notatie import format_regel, parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.regelhulp import Gelijken, can_correct, correct, repeat_marks
from sessie_tool.kern.sessie import Stap
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.zitting import Zitting

LANGSTE = 32
"""So much of a look-alike is shown."""


class Regelhulp:
    """Knows per step what was typed last while this screen stands, and which record is being corrected."""

    def __init__(self, zitting: Zitting) -> None:
        """Help with typing in an open session."""
        self._zitting = zitting
        self._getypt: dict[str, list[str]] = {}
        self._verbetert: dict[str, str] = {}
        self._gelijken = Gelijken()

    def note(self, stap: Stap, records: list[Record]) -> None:
        """Remember what was typed."""
        self._getypt.setdefault(stap.id, []).extend(record.id for record in records)

    def last_line(self, stap: Stap) -> str:
        """The line that was typed last in a step and still is there, to be corrected; "" when there is none."""
        record = self._last(stap)
        if record is None or not self._zitting.veranderbaar or not can_correct(stap.bouwsteen, record, self._omgeving):
            return ""
        self._verbetert[stap.id] = record.id
        return format_regel(record, self._omgeving)

    def corrected(self, stap: Stap) -> Record | None:
        """The record whose line is in the input."""
        return self._omgeving.records.get(self._verbetert.get(stap.id, ""))

    def stop(self, stap: Stap) -> None:
        """Correct no longer: what is typed next is a new line."""
        self._verbetert.pop(stap.id, None)

    def is_unchanged(self, stap: Stap, regel: str) -> bool:
        """Whether a line that came back to be corrected is still as its record says."""
        record = self.corrected(stap)
        return record is not None and format_regel(record, self._omgeving) == regel

    def correct(self, stap: Stap, regel: str) -> Record | None:
        """Put a corrected line into its own record; None when no line is being corrected.

        Raises:
            SessieToolError: the session takes no change; the line is still being corrected then.
        """
        old = self.corrected(stap)
        if old is None:
            return None
        new = correct(old, regel, self._omgeving)
        if new != old:
            omschrijving = f"{old.ENKEL} {self._omgeving.nummer(old.id)} verbeterd"
            self._zitting.apply(omschrijving, lambda sessie: replace_records(sessie, [new]))
        self.stop(stap)
        return new

    def repeat(self, stap: Stap, regel: str) -> str:
        """A line with the marks of the last record in the step behind it."""
        soort = getattr(type(stap.bouwsteen), "RECORD", None)
        voorbeeld = self._last(stap) or next(iter(stap.bouwsteen.records[-1:]), None)
        return repeat_marks(regel, voorbeeld, self._omgeving) if voorbeeld and type(voorbeeld) is soort else regel

    def describe_gelijke(self, stap: Stap, regel: str) -> str:
        """'lijkt op signaal 4: Netcongestie …' for a line that is being typed; "" when it is like no other."""
        soort = getattr(type(stap.bouwsteen), "RECORD", None)
        if soort is None or not regel.strip():
            return ""
        tekst = parse_waarden(soort, regel, self._omgeving)[soort.hoofdveld()]
        eigen = self._verbetert.get(stap.id, "")
        anderen = (one for one in stap.bouwsteen.records if one.id != eigen and type(one) is soort)
        gelijke = self._gelijken.find(tekst, anderen)
        if gelijke is None:
            return ""
        kop = show_regel(gelijke.hoofdtekst)
        kort = kop if len(kop) <= LANGSTE else f"{kop[: LANGSTE - 1]}…"
        return f"lijkt op {gelijke.ENKEL} {self._omgeving.nummer(gelijke.id)}: {kort}"

    @property
    def _omgeving(self) -> Omgeving:
        return self._zitting.omgeving

    def _last(self, stap: Stap) -> Record | None:
        """What was typed last in a step and is still there."""
        hier = {record.id: record for record in stap.bouwsteen.records}
        return next((hier[one] for one in reversed(self._getypt.get(stap.id, ())) if one in hier), None)
