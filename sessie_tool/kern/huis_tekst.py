r"""The huis van sturing as Markdown that people read and write.

`# perspectief`, `## doelstelling`, `### succesfactor`, `- indicator (eenheid; bron)`; other lines explain what they
stand below; `spanning: X ↔ Y (why)` names two doelstellingen that pull against each other. A line of explanation that
looks like one of these has a backslash before it, and so has a bracket or a semicolon that would be misread.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from sessie_tool.fouten import Bevinding, suggest
from sessie_tool.kern.huis import (
    Deel,
    Doelstelling,
    Huis,
    Indicator,
    Perspectief,
    Succesfactor,
    Tegenspraak,
    children_of,
)

PIJL = "↔"
NIVEAUS = ("perspectief", "doelstelling", "succesfactor", "indicator")
_SOORTEN = (Perspectief, Doelstelling, Succesfactor, Indicator)
_KOP = re.compile(r"(#+)(?:\s+(.*))?")
_PUNT = re.compile(r"[-*+](?:\s+(.*))?")
_SPANNING = re.compile(r"spanning\s*:(.*)", re.IGNORECASE)
_BIJZONDER = re.compile(r"\\|#|[-*+](?:\s|$)|spanning\s*:", re.IGNORECASE)
"""How a line begins that is not an explanation."""


class _Regel(NamedTuple):
    """A line that makes a part: its level (0 is a perspectief), its text, its place."""

    niveau: int
    tekst: str
    nummer: int


class _Knoop:
    """A part while it is being read."""

    def __init__(self, deel: Deel, niveau: int) -> None:
        self.deel, self.niveau = deel, niveau
        self.kinderen: list[_Knoop] = []
        self.uitleg: list[str] = []

    def build(self) -> Deel:
        """The part with all below it."""
        uitleg = "\n".join(self.uitleg).strip()
        lager = tuple(one.build() for one in self.kinderen)
        names = ("doelstellingen", "succesfactoren", "indicatoren")
        below = {names[self.niveau]: lager} if self.niveau < len(names) else {}
        return msgspec.structs.replace(self.deel, toelichting=uitleg, **below)


class _Lezer:
    """Reads the lines one by one."""

    def __init__(self) -> None:
        self.top: list[_Knoop] = []
        self.pad: list[_Knoop] = []
        self.doelen: dict[str, tuple[str, int]] = {}
        self.spanningen: list[tuple[str, int]] = []
        self.bevindingen: list[Bevinding] = []

    def read(self, regel: str, nummer: int) -> None:
        """Take one line in."""
        if match := _SPANNING.fullmatch(regel):
            self.spanningen.append((match[1], nummer))
        elif match := _KOP.fullmatch(regel):
            self._add(_Regel(len(match[1]) - 1, match[2] or "", nummer))
        elif match := _PUNT.fullmatch(regel):
            self._add(_Regel(3, match[1] or "", nummer), is_punt=True)
        elif self.pad:
            self.pad[-1].uitleg.append(regel.removeprefix("\\"))
        elif regel:
            self._wrong(nummer, "Deze tekst staat boven het eerste perspectief.", "Begin met '# ' en een naam.")

    def _wrong(self, nummer: int, bericht: str, advies: str) -> None:
        self.bevindingen.append(Bevinding(bericht, advies, nummer))

    def _add(self, regel: _Regel, *, is_punt: bool = False) -> None:
        if regel.niveau > 2 and not is_punt:
            self._wrong(regel.nummer, "Een kop heeft hooguit drie hekjes.", "Begin een indicator met '- '.")
            return
        del self.pad[regel.niveau :]
        if len(self.pad) < regel.niveau:
            boven = NIVEAUS[regel.niveau - 1]
            wat = NIVEAUS[regel.niveau]
            voor = "#" * regel.niveau
            self._wrong(
                regel.nummer, f"Deze {wat} staat niet onder een {boven}.", f"Zet er een regel '{voor} {boven}' boven."
            )
            return
        deel = self._make(regel)
        self._check(deel, regel)
        knoop = _Knoop(deel, regel.niveau)
        (self.pad[-1].kinderen if self.pad else self.top).append(knoop)
        self.pad.append(knoop)

    def _make(self, regel: _Regel) -> Deel:
        if regel.niveau < 3:
            return _SOORTEN[regel.niveau](id=f"{regel.nummer}", naam=one_line(regel.tekst))
        naam, binnen = split_haakjes(regel.tekst)
        eenheid, bron = _split_eenheid(binnen)
        return Indicator(naam=naam, eenheid=eenheid, bron=bron)

    def _check(self, deel: Deel, regel: _Regel) -> None:
        wat, naam = NIVEAUS[regel.niveau], deel.naam
        if not naam:
            self._wrong(regel.nummer, f"Deze {wat} heeft geen naam.", "Typ er een naam achter.")
            return
        if isinstance(deel, Doelstelling):
            if PIJL in naam:
                self._wrong(regel.nummer, f"In de naam van een doelstelling mag geen '{PIJL}' staan.", "Haal het weg.")
            eerder = self.doelen.setdefault(naam.casefold(), (deel.id, regel.nummer))
            is_dubbel, waar = eerder[1] != regel.nummer, f" in regel {eerder[1]}"
        else:
            buren = self.pad[-1].kinderen if self.pad else self.top
            is_dubbel, waar = naam.casefold() in {one.deel.naam.casefold() for one in buren}, " op deze plaats"
        if is_dubbel:
            self._wrong(regel.nummer, f"De {wat} '{naam}' staat er al{waar}.", "Geef deze een andere naam.")

    def tegenspraken(self) -> Iterator[Tegenspraak]:
        """The contradictions, once all doelstellingen are known."""
        gezien: set[frozenset[str]] = set()
        for rest, nummer in self.spanningen:
            een = self._read_spanning(rest, nummer)
            paar = frozenset((een.tussen, een.en)) if een else frozenset()
            if een and len(paar) < 2:
                self._wrong(nummer, "Deze spanning noemt twee keer dezelfde doelstelling.", "Noem er twee.")
            elif een and paar in gezien:
                self._wrong(nummer, "Deze spanning staat er al.", "Haal een van de twee weg.")
            elif een:
                yield een
            gezien.add(paar)

    def _read_spanning(self, rest: str, nummer: int) -> Tegenspraak | None:
        links, pijl, rechts = rest.replace("<->", PIJL, PIJL not in rest).partition(PIJL)
        if not pijl:
            self._wrong(nummer, "Deze spanning noemt geen twee doelstellingen.", f"Schrijf 'spanning: X {PIJL} Y'.")
            return None
        naam, uitleg = split_haakjes(rechts)
        if naam.casefold() not in self.doelen and one_line(rechts).casefold() in self.doelen:
            naam, uitleg = one_line(rechts), ""
        tussen, en = self._find(one_line(links), nummer), self._find(naam, nummer)
        return Tegenspraak(tussen=tussen, en=en, toelichting=_unescape(uitleg)) if tussen and en else None

    def _find(self, naam: str, nummer: int) -> str:
        if naam.casefold() not in self.doelen:
            namen = [one.deel.naam for top in self.top for one in top.kinderen]
            raad = suggest(naam, namen) or "Schrijf de naam zoals hij achter de twee hekjes staat."
            self._wrong(nummer, f"De doelstelling '{naam}' bestaat niet.", raad)
            return ""
        return self.doelen[naam.casefold()][0]


def parse_huis(tekst: str) -> tuple[Huis, tuple[Bevinding, ...]]:
    """Markdown → huis, and everything that is wrong; its ids hold only within it (see `with_ids`)."""
    lezer = _Lezer()
    for nummer, regel in enumerate(tekst.replace("\r\n", "\n").split("\n"), 1):
        lezer.read(regel.strip(), nummer)
    tegenspraken = tuple(lezer.tegenspraken())
    perspectieven = tuple(one.build() for one in lezer.top)
    huis = Huis(tuple(one for one in perspectieven if isinstance(one, Perspectief)), tegenspraken)
    return huis, tuple(sorted(lezer.bevindingen, key=lambda one: one.regel or 0))


def format_huis(huis: Huis) -> str:
    """Huis → Markdown that `parse_huis` reads back."""
    regels = [regel for one in huis.perspectieven for regel in _format(one, 0)]
    regels += [_format_spanning(one, huis) for one in huis.tegenspraken]
    return "\n".join(regels).strip() + "\n" if regels else ""


def _format(deel: Deel, niveau: int) -> Iterator[str]:
    is_punt = isinstance(deel, Indicator)
    yield f"- {_format_indicator(deel)}" if isinstance(deel, Indicator) else f"{'#' * (niveau + 1)} {deel.naam}"
    if not is_punt:
        yield ""
    if deel.toelichting:
        for regel in deel.toelichting.split("\n"):
            gedekt = f"\\{regel}" if _BIJZONDER.match(regel) else regel
            yield f"  {gedekt}" if is_punt and regel else gedekt
        if not is_punt:
            yield ""
    kinderen = children_of(deel)
    for kind in kinderen:
        yield from _format(kind, niveau + 1)
    if kinderen and isinstance(kinderen[0], Indicator):
        yield ""


def _format_indicator(indicator: Indicator) -> str:
    if not indicator.eenheid and not indicator.bron:
        return f"{indicator.naam} ()" if indicator.naam.endswith(")") else indicator.naam
    eenheid = _escape(indicator.eenheid).replace(";", "\\;")
    bron = f"; {_escape(indicator.bron)}" if indicator.bron else ""
    return f"{indicator.naam} ({eenheid}{bron})"


def _format_spanning(een: Tegenspraak, huis: Huis) -> str:
    kop = f"spanning: {huis.noem(een.tussen)} {PIJL} {huis.noem(een.en)}"
    is_needed = een.toelichting or kop.endswith(")")
    return f"{kop} ({_escape(een.toelichting)})" if is_needed else kop


def one_line(tekst: str) -> str:
    """Text on one line, with single spaces."""
    return " ".join(tekst.split())


def _escape(tekst: str) -> str:
    """Text that can stand between brackets: its own stay when they are in pairs."""
    tekst = tekst.replace("\\", "\\\\")
    return tekst if _is_paired(tekst) else tekst.replace("(", "\\(").replace(")", "\\)")


def _unescape(tekst: str) -> str:
    return re.sub(r"\\(.)", r"\1", tekst)


def _is_paired(tekst: str) -> bool:
    diepte = 0
    for teken in tekst:
        diepte += (teken == "(") - (teken == ")")
        if diepte < 0:
            return False
    return not diepte


def split_haakjes(tekst: str) -> tuple[str, str]:
    """'Naam (binnen)' → 'Naam', 'binnen' as it stands there; without brackets at the end the second is ""."""
    heel = one_line(tekst)
    if not heel.endswith(")"):
        return heel, ""
    diepte = 0
    for plaats in _haakjes(heel):
        diepte += 1 if heel[plaats] == ")" else -1
        if not diepte:
            voor = heel[:plaats]
            is_apart = not voor or voor.endswith(" ")
            return (voor.rstrip(), heel[plaats + 1 : -1].strip()) if is_apart else (heel, "")
    return heel, ""


def _haakjes(tekst: str) -> Iterable[int]:
    """The places of the brackets that count, from the end."""
    for plaats in range(len(tekst) - 1, -1, -1):
        voor = tekst[:plaats]
        if tekst[plaats] in "()" and not (len(voor) - len(voor.rstrip("\\"))) % 2:
            yield plaats


def _split_eenheid(binnen: str) -> tuple[str, str]:
    """'%; CBS' → '%', 'CBS'; a semicolon after a backslash belongs to the text."""
    delen = re.fullmatch(r"((?:\\.|[^\\;])*)(?:;(.*))?", binnen)
    if delen is None:
        return _unescape(binnen), ""
    return _unescape(delen[1]).strip(), _unescape(delen[2] or "").strip()
