"""bijdragescore: two parties score what projects really contribute; the talk is about the largest differences."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, ClassVar, Self

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern import notatie
from sessie_tool.kern.bijdragen import Score, Uitslag, total_up
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.bijdrage import PARTIJEN, SCHAALZIN, SCORES, Bijdrage, Stelling
from sessie_tool.kern.bouwstenen.bijdrage_rapport import (
    as_summary,
    describe_verschil,
    report_projecten,
    report_stellingen,
)
from sessie_tool.kern.bouwstenen.genummerd import find_numbered
from sessie_tool.kern.bouwstenen.zaal import Zaalblik, Zaallijst, list_regels, tell_regels
from sessie_tool.kern.document import Alinea, Blok, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal, join_woorden

_NUMMER = re.compile(r"\\*#\d")
_SCORES = re.compile(r"(?<!\S)=([0-9.,-]*)(/?)([0-9.,-]*)(?!\S)")
_LEEG = "-"
"""A missing score in a line."""

GROOT = 2
"""From this difference on one wants to know the reason."""


class Bijdragescore(BouwsteenMetRecords, frozen=True):
    """Statements, and per project what both parties say about them."""

    TITEL: ClassVar[str] = "Bijdragescore"
    UITLEG: ClassVar[str] = (
        "Typ een stelling met # en de doelstelling. Typ daarna scores van 0 tot en met 4 bij het nummer van een "
        "stelling: #1 Stadspark =2/4 is 2 van de opdrachtgever en 4 van de opdrachtnemer. Van één kant: =2/ of =/4. "
        "Reden en afspraak: #1 Stadspark !begrip ?elk jaar samen nalopen."
    )
    VOORBEELD: ClassVar[str] = "Het project maakt de buurt koeler #Groene stad"
    RECORD: ClassVar[type[Record]] = Stelling

    records: tuple[Stelling | Bijdrage, ...] = ()

    @property
    def stellingen(self) -> tuple[Stelling, ...]:
        """The statements, in order."""
        return tuple(one for one in self.records if isinstance(one, Stelling))

    @property
    def bijdragen(self) -> tuple[Bijdrage, ...]:
        """What was said about them, in the order of the records."""
        return tuple(one for one in self.records if isinstance(one, Bijdrage))

    @property
    def projecten(self) -> tuple[str, ...]:
        """The projects, in the order in which they came by."""
        return tuple(dict.fromkeys(one.project for one in self.bijdragen))

    def find_project(self, naam: str) -> str:
        """The project as it is written already, capitals or not; else the name itself."""
        return next((one for one in self.projecten if one.casefold() == naam.casefold()), naam)

    def find(self, stelling_id: str, project: str) -> Bijdrage | None:
        """What was said about a statement for a project."""
        for one in self.bijdragen:
            if one.stelling == stelling_id and one.project.casefold() == project.casefold():
                return one
        return None

    def with_bijdrage(self, stelling_id: str, project: str, nieuw_id: str, **waarden: Any) -> tuple[Self, Bijdrage]:
        """The same with other values for a statement and a project; the record is made when needed."""
        old = self.find(stelling_id, project)
        basis = old or Bijdrage(id=nieuw_id, stelling=stelling_id, project=self.find_project(project))
        nieuw = msgspec.structs.replace(basis, **waarden)
        if old is None:
            return self.with_records((*self.records, nieuw)), nieuw
        return self.with_records(nieuw if one is old else one for one in self.records), nieuw

    # The sums, all from kern/bijdragen.py.

    def uitslagen(self, omgeving: Omgeving) -> tuple[Uitslag, ...]:
        """What comes out per project, over what comes into the verslag."""
        getoond = self.shown(omgeving)
        stellingen = [one for one in getoond if isinstance(one, Stelling)]
        plaats = {one.id: index for index, one in enumerate(stellingen)}
        bijdragen = [one for one in getoond if isinstance(one, Bijdrage)]
        projecten = {naam: index for index, naam in enumerate(dict.fromkeys(one.project for one in bijdragen))}
        bijdragen.sort(key=lambda one: (projecten[one.project], plaats.get(one.stelling, -1)))
        return total_up([_score(one, omgeving) for one in bijdragen])

    def shown(self, omgeving: Omgeving) -> tuple[Any, ...]:
        """Without the scores of statements that are the facilitator's own: what is hidden counts in no sum."""
        return tuple(one for one in self.printed() if isinstance(one, Stelling) or omgeving.is_printed(one.stelling))

    def waiting(self, omgeving: Omgeving) -> dict[str, dict[str, int]]:
        """Per project how many scores each party still misses.

        A project need not serve every doelstelling: only those with a score count.
        """
        getoond = self.shown(omgeving)
        doelen = {one.id: one.doelstelling for one in getoond if isinstance(one, Stelling)}
        bijdragen = [one for one in getoond if isinstance(one, Bijdrage)]
        projecten = dict.fromkeys(one.project for one in bijdragen)
        return {naam: _count_waiting([one for one in bijdragen if one.project == naam], doelen) for naam in projecten}

    def is_complete(self, omgeving: Omgeving) -> bool:
        """Whether both parties have given all their scores, so that they may see each other's."""
        return bool(self.bijdragen) and not any(sum(one.values()) for one in self.waiting(omgeving).values())

    # Lines.

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#1 Stadspark =2/4' is about statement 1; another line is a new statement."""
        if not _NUMMER.match(regel.lstrip()):
            return self._add_stelling(regel, omgeving, nieuw_id)
        kaal = regel.strip()
        if kaal.startswith("\\"):
            return self._add_stelling(kaal[1:], omgeving, nieuw_id)
        stelling, rest = find_numbered(kaal, self.stellingen, omgeving)
        if stelling is None:
            raise RegelError(f"De stelling in '{_shorten(kaal)}' is er niet. Kijk in de lijst welk nummer u bedoelt.")
        return self._score(stelling, rest, omgeving, nieuw_id)

    def _add_stelling(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        nieuw, record = super().apply_regel(regel, omgeving, nieuw_id)
        if not record.hoofdtekst:
            raise RegelError("Typ eerst de stelling, en daarna # en de doelstelling.")
        return nieuw, record

    def _score(self, stelling: Stelling, rest: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        scores = _SCORES.search(rest)
        if scores:
            rest = rest[: scores.start()] + rest[scores.end() :]
        waarden = notatie.parse_waarden(Bijdrage, rest, omgeving)
        waarden.pop("stelling", None)
        project = waarden.pop("project") or (self.projecten[0] if len(self.projecten) == 1 else "")
        if not project:
            raise RegelError("Over welk project gaat dit? Typ bijvoorbeeld: #1 Stadspark =2/4")
        return self.with_bijdrage(stelling.id, project, nieuw_id, **waarden | (_read_scores(scores) if scores else {}))

    def format_record(self, record: Record, omgeving: Omgeving) -> str:
        """A statement or a score as the line that can be typed."""
        if isinstance(record, Bijdrage):
            kaal = msgspec.structs.replace(record, stelling="", opdrachtgever=None, opdrachtnemer=None)
            kop = f"#{omgeving.nummer(record.stelling)} ={_show(record.opdrachtgever)}/{_show(record.opdrachtnemer)}"
            return f"{kop} {notatie.format_regel(kaal, omgeving)}"
        regel = notatie.format_regel(record, omgeving)
        return f"\\{regel}" if _NUMMER.match(regel) else regel

    # The verslag.

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The scale, the projects side by side, per project the differences and all scores, then the statements."""
        getoond = self.shown(omgeving)
        stellingen = [one for one in getoond if isinstance(one, Stelling)]
        bijdragen = {one.id: one for one in getoond if isinstance(one, Bijdrage)}
        schaal = (Alinea(tekst(f"De scores: {SCHAALZIN}.")),) if bijdragen else ()
        projecten = report_projecten(self.uitslagen(omgeving), bijdragen, omgeving)
        return (*schaal, *projecten, *report_stellingen(stellingen, omgeving))

    def summary(self, omgeving: Omgeving) -> dict[str, Any]:
        """The differences and means per project."""
        return {"projecten": [as_summary(one) for one in self.uitslagen(omgeving)]}

    def zaal(self, omgeving: Omgeving, blik: Zaalblik) -> Zaallijst:
        """The statements; the scores only when the facilitator shows what came out."""
        if blik.uitslag:
            return Zaallijst("Verschil per project", tell_regels(self.tell(omgeving)), boven=True)
        return list_regels([one for one in self.shown(omgeving) if isinstance(one, Stelling)], omgeving, blik)

    def tell(self, omgeving: Omgeving) -> Iterable[str]:
        """The difference per project."""
        return (f"{one.project}: {describe_verschil(one)}" for one in self.uitslagen(omgeving))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Missing scores as counts per party, statements without a doelstelling, large differences without a reason."""
        getoond = self.shown(omgeving)
        stellingen = [one for one in getoond if isinstance(one, Stelling)]
        bijdragen = {one.id: one for one in getoond if isinstance(one, Bijdrage)}
        if not stellingen:
            return ("Er zijn nog geen stellingen opgeschreven.",)
        zonder = sum(not one.doelstelling.strip() for one in stellingen)
        gaten = [f"{format_aantal(zonder, 'stelling', 'stellingen')} zonder doelstelling."] if zonder else []
        gaten += [] if bijdragen else ["Er zijn nog geen scores."]
        gaten += [gat for naam, aantal in self.waiting(omgeving).items() for gat in _describe_waiting(naam, aantal)]
        for uitslag in self.uitslagen(omgeving):
            kaal = sum((one.verschil or 0) >= GROOT and not bijdragen[one.bron].reden for one in uitslag.scores)
            if kaal:
                wat = format_aantal(kaal, "groot verschil", "grote verschillen")
                gaten.append(f"{uitslag.project}: {wat} zonder reden.")
        return (*gaten, *self._describe_doubles(omgeving))

    def _describe_doubles(self, omgeving: Omgeving) -> list[str]:
        """Statements with more than one score for a project: each counts, so somebody has to choose."""
        paren = Counter((one.stelling, one.project) for one in self.shown(omgeving) if isinstance(one, Bijdrage))
        dubbel = [paar for paar, aantal in paren.items() if aantal > 1]
        return [f"{project}: stelling {omgeving.nummer(one)} heeft meer dan één score." for one, project in dubbel]


def _score(bijdrage: Bijdrage, omgeving: Omgeving) -> Score:
    stelling = omgeving.records.get(bijdrage.stelling)
    doel = stelling.doelstelling if isinstance(stelling, Stelling) else ""
    wat = stelling.hoofdtekst if stelling else ""
    return Score(bijdrage.project, doel, wat, bijdrage.opdrachtgever, bijdrage.opdrachtnemer, bijdrage.id)


def _count_waiting(bijdragen: list[Bijdrage], doelen: dict[str, str]) -> dict[str, int]:
    """How many scores each party still misses, in the doelstellingen that the project serves."""
    by_partij = {partij: {one.stelling for one in bijdragen if getattr(one, partij) is not None} for partij in PARTIJEN}
    gediend = {doelen.get(one) for gescoord in by_partij.values() for one in gescoord}
    nodig = {one for one, doel in doelen.items() if doel in gediend}
    return {partij: len(nodig - gescoord) for partij, gescoord in by_partij.items()}


def _describe_waiting(project: str, aantal: dict[str, int]) -> list[str]:
    delen = [f"de {partij} mist {format_aantal(mist, 'score', 'scores')}" for partij, mist in aantal.items() if mist]
    return [f"{project}: {join_woorden(delen)}."] if delen else []


def _read_scores(match: re.Match[str]) -> dict[str, int | None]:
    """'=2/4' → what each party says; what is left out stays as it is, '-' takes a score away."""
    gever, streep, nemer = match.groups()
    if not streep or not gever + nemer or not {gever, nemer} <= {"", _LEEG, *SCORES}:
        raise RegelError(
            f"'{match[0]}' is geen score. Typ =2/4: eerst de opdrachtgever, dan de opdrachtnemer, elk van 0 tot en met "
            "4. Van één kant: =2/ of =/4."
        )
    getypt = zip(PARTIJEN, (gever, nemer), strict=True)
    return {partij: None if score == _LEEG else int(score) for partij, score in getypt if score}


def _show(score: int | None) -> str:
    return _LEEG if score is None else str(score)


def _shorten(regel: str) -> str:
    return regel if len(regel) <= 40 else f"{regel[:39]}…"
