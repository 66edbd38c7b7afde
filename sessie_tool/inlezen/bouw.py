"""The session while it is filled from a report: records per step, and what found no place."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from sessie_tool.inlezen.blokken import Blok, Kop, Noot, block_text, rich_of
from sessie_tool.inlezen.markdown import escape, escape_begin, to_markdown, used_marks
from sessie_tool.inlezen.titels import is_same
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap, with_bouwsteen
from sessie_tool.kern.veld import velden

replace = msgspec.structs.replace

TEKSTSTAPPEN = ("toelichting", "notities")
"""The kinds of steps that can hold running text, best first."""


ALTIJD = (
    "toelichting",
    "vragen",
    "themas",
    "reflecties",
    "rode_draden",
    "acties",
)
"""The kinds of steps that stay when the report says nothing for them, so that one can fill them in."""


class Rest(msgspec.Struct, frozen=True):
    """What found no place: where it stood, and its text as Markdown."""

    waar: str
    opmaak: str


class Bouw:
    """A session being filled.

    Attributes:
        soorten: the parts that the report has, to know what another part may stand for.
        deelnemers: the participants so far.
        rest: what found no place.
        vragen: marker of a question in the report → id.
        boven: the heading above the signal that was placed last.
    """

    def __init__(self, sessie: Sessie, new_id: NewId, noten: Iterable[Noot], soorten: frozenset[str]) -> None:
        self._sessie = sessie
        self._new_id = new_id
        self._noten: dict[str, Noot] = {}
        for noot in noten:
            if noot.merk:
                self._noten.setdefault(noot.merk, noot)
        self._gebruikt: set[str] = set()
        self._records: dict[str, list[Record]] = {stap.id: [] for stap in sessie.stappen}
        self._inleiding: list[tuple[int, str]] = []
        self._titels: dict[str, str] = {}
        self.soorten = soorten
        self.deelnemers: list[Deelnemer] = []
        self.rest: list[Rest] = []
        self.vragen: dict[str, str] = {}
        self.boven: Blok | None = None

    # Steps and records

    def stap(self, soort: str) -> Stap | None:
        """The first step of a kind; of the actions the first that is not about earlier ones."""
        stappen = [stap for stap in self._sessie.stappen if stap.bouwsteen.soort == soort]
        nieuw = [stap for stap in stappen if not getattr(stap.bouwsteen, "open_acties", False)]
        return next(iter(nieuw or stappen), None)

    def add(self, soort: str, /, **waarden: Any) -> str:
        """A new record in the first step of a kind; gives its id, "" when there is no such step."""
        stap = self.stap(soort)
        if stap is None or not isinstance(stap.bouwsteen, BouwsteenMetRecords):
            return ""
        kind = stap.bouwsteen.RECORD
        bekend = {naam: waarde for naam, waarde in waarden.items() if naam in velden(kind) and waarde}
        record = kind(id=self._new_id(), **bekend)
        self._records[stap.id].append(record)
        return record.id

    def take(self, soort: str, records: Iterable[Record]) -> None:
        """Records that are ready, at the end of the first step of a kind."""
        stap = self.stap(soort)
        if stap is not None:
            self._records[stap.id] += records

    def records(self, soort: str) -> list[Any]:
        """The records that were made in the first step of a kind."""
        stap = self.stap(soort)
        return self._records[stap.id] if stap else []

    def change(self, record_id: str, **waarden: Any) -> None:
        """Give a record other values; a text comes behind the one that is there, a row of ids too."""
        for records in self._records.values():
            for plaats, record in enumerate(records):
                if record.id == record_id:
                    nieuw = {naam: _behind(getattr(record, naam), waarde) for naam, waarde in waarden.items()}
                    records[plaats] = replace(record, **nieuw)

    def put(self, record: Record) -> None:
        """Put a record in the place of the one with its id."""
        for records in self._records.values():
            records[:] = [record if een.id == record.id else een for een in records]

    def find(self, soort: str, titel: str, merk: str = "") -> str:
        """The theme or thread with this title, or (without a title) with this number; "" when there is none."""
        for record in self.records(soort):
            if titel and is_same(record.hoofdtekst, titel):
                return str(record.id)
        if merk.isdigit() and not titel and 0 < int(merk) <= len(self.records(soort)):
            return str(self.records(soort)[int(merk) - 1].id)
        return ""

    # Text

    def text(self, blokken: Iterable[Blok]) -> str:
        """Blocks as Markdown with the footnotes they point at."""
        tekst = to_markdown(blokken, self._noten)
        self._gebruikt |= used_marks(tekst)
        return tekst

    def notes_of(self, blok: Blok) -> str:
        """The footnotes of a block whose text is kept without its marks, as Markdown."""
        merken = [merk for merk in used_marks(rich_of(blok)) if merk in self._noten]
        self._gebruikt |= set(merken)
        return "\n\n".join(f"Noot: {self._noten[merk].opmaak}" for merk in sorted(merken))

    def introduce(self, plaats: int, blokken: Iterable[Blok], kop: str = "") -> None:
        """Text for the introduction; pieces come in the order of the report."""
        tekst = self.text([Kop(3, kop), *blokken] if kop else blokken)
        if tekst:
            self._inleiding.append((plaats, tekst))

    def keep(self, waar: str, blokken: Iterable[Blok]) -> None:
        """Keep what found no place."""
        for blok in blokken:
            tekst = self.text([blok])
            if tekst.strip():
                self.rest.append(Rest(waar, tekst))

    def title(self, soort: str, kop: str) -> bool:
        """Let a step have the heading of the report; False when it has one from the report already."""
        stap = self.stap(soort)
        if stap is None or stap.id in self._titels:
            return stap is not None and self._titels[stap.id].casefold() == kop.casefold()
        self._titels[stap.id] = kop
        return True

    # The whole

    def finish(self, noten: Iterable[Noot]) -> Sessie:
        """The session with all that was placed, and the rest of it under 'Niet geplaatst'."""
        self._place_introduction()
        for noot in noten:
            if self._noten.get(noot.merk) is not noot or noot.merk not in self._gebruikt:
                self.rest.append(Rest(noot.waar, escape_begin(noot.opmaak or escape(noot.tekst))))
        sessie = self._sessie
        for stap in sessie.stappen:
            nieuw = self._records[stap.id]
            if nieuw:
                bouwsteen = stap.bouwsteen.with_records((*stap.bouwsteen.records, *nieuw))
                sessie = with_bouwsteen(sessie, stap.id, bouwsteen)
        return replace(
            sessie,
            stappen=self._own_steps(sessie),
            deelnemers=tuple(self.deelnemers),
            niet_geplaatst=format_rest(self.rest),
        )

    def _own_steps(self, sessie: Sessie) -> tuple[Stap, ...]:
        """The steps that a report can fill, with the headings of the report.

        What the sjabloon asks in a step was not asked in the session that the report tells of, so it is left out.
        """
        doelen = {stap.id for soort in ALTIJD if (stap := self.stap(soort))} | set(self._titels)
        kept = [stap for stap in sessie.stappen if stap.id in doelen or stap.bouwsteen.records] or sessie.stappen
        return tuple(
            replace(stap, titel=self._titels.get(stap.id, stap.titel), doel="", vragen=(), regels=()) for stap in kept
        )

    def _place_introduction(self) -> None:
        soort = next((soort for soort in TEKSTSTAPPEN if self.stap(soort)), "")
        veld = BOUWSTENEN[soort].RECORD.hoofdveld() if soort else ""
        if soort and self._inleiding:
            self.title(soort, "Inleiding")
        for _, tekst in sorted(self._inleiding, key=lambda deel: deel[0]):
            if soort:
                self.add(soort, **{veld: tekst})
            else:
                self.rest.append(Rest("inleiding", tekst))

    def add_person(self, naam: str, rol: str, organisatie: str, *, aanwezig: bool) -> None:
        """A participant; who was named before only gets what is new."""
        een = Deelnemer(id=self._new_id(), naam=naam, rol=rol, organisatie=organisatie, aanwezig=aanwezig)
        self.deelnemers.append(een)


def _behind(oud: Any, nieuw: Any) -> Any:
    if isinstance(oud, str) and isinstance(nieuw, str):
        return "\n\n".join(filter(None, (oud, nieuw)))
    return tuple(dict.fromkeys((*oud, *nieuw))) if isinstance(oud, tuple) else nieuw


def format_rest(rest: Iterable[Rest]) -> str:
    """What found no place as Markdown, under a heading for each place it stood."""
    per_plek: dict[str, list[str]] = {}
    for een in rest:
        per_plek.setdefault(een.waar, []).append(een.opmaak)
    return "\n\n".join(
        "\n\n".join([f"### {escape(waar[:1].upper() + waar[1:])}", *delen]) for waar, delen in per_plek.items()
    )


def one_line(blok: Blok) -> str:
    """The plain text of a block on one line."""
    return re.sub(r"\s+", " ", block_text(blok)).strip()
