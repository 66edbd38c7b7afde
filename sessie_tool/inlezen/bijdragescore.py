"""Rows of scores → statements and bijdragen; a second file adds the scores of the other party."""

import re

import msgspec

from sessie_tool.inlezen.csv_lezen import Csvblad, Csvrij
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.bouwstenen.bijdrage import PARTIJEN, REDENEN, SCHAAL, Bijdrage, Stelling
from sessie_tool.kern.bouwstenen.bijdragescore import Bijdragescore
from sessie_tool.kern.omgeving import unique_beginning
from sessie_tool.kern.taal import join_woorden

KOLOMMEN = {
    "doelstelling": ("doelstelling", "doelstellingen", "doel", "doelen"),
    "stelling": ("stelling", "stellingen"),
    "project": ("project", "projecten", "projectnaam"),
    "opdrachtgever": ("opdrachtgever", "opdrachtgevers", "og", "opdrachtgever og"),
    "opdrachtnemer": ("opdrachtnemer", "opdrachtnemers", "on", "opdrachtnemer on"),
    "reden": ("reden",),
    "waarom": ("waarom", "uitleg", "toelichting"),
    "afspraak": ("afspraak", "afspraken"),
}
NODIG = ("stelling",)

_GEEN = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "?",
        "n.v.t.",
        "n.v.t",
        "nvt",
        "n/a",
        "niet van toepassing",
        "geen score",
        "onbekend",
        "weet niet",
    }
)
"""How people write that there is no score."""

_CIJFER = re.compile(r"0*([0-4])(?:[.,]0*)?")
_WOORDEN = {woord: score for score, woord in enumerate(SCHAAL)} | {"kleine bijdrage": 1, "zeer kleine bijdrage": 1}
_TEKSTEN = ("waarom", "afspraak")


class ScoreError(ValueError):
    """A text is no score."""


def read_score(tekst: str) -> int | None:
    """'3', '3,0' or 'grote bijdrage' → 3; '-', '?', 'n.v.t.' or nothing → None: there is no score.

    Raises:
        ScoreError: it is something else, also a number outside 0 to 4.
    """
    kaal = " ".join(tekst.casefold().split())
    if kaal in _GEEN:
        return None
    cijfer = _CIJFER.fullmatch(kaal)
    if cijfer is None and kaal not in _WOORDEN:
        raise ScoreError(tekst)
    return int(cijfer[1]) if cijfer else _WOORDEN[kaal]


def place_scores(bouwsteen: Bijdragescore, blad: Csvblad, new_id: NewId) -> tuple[Bijdragescore, list[str]]:
    """The bouwsteen with the rows of a file, and what could not be placed."""
    invoer = _Invoer(bouwsteen, blad, new_id)
    for rij in blad.rijen:
        invoer.take(rij)
    records = (*invoer.stellingen.values(), *invoer.dubbel, *invoer.bijdragen.values())
    return bouwsteen.with_records(records), [*invoer.over, *invoer.merged_cells(), *invoer.unknown_columns()]


class _Invoer:
    """The records while rows are taken in.

    Attributes:
        stellingen: id → statement.
        bijdragen: statement and project (as they are compared) → what was said.
        dubbel: what was said a second time in the session itself; it stays as it is.
        over: what could not be placed.
    """

    def __init__(self, bouwsteen: Bijdragescore, blad: Csvblad, new_id: NewId) -> None:
        self.stellingen = {one.id: one for one in bouwsteen.stellingen}
        self.bijdragen = {(one.stelling, _key(one.project)): one for one in bouwsteen.bijdragen}
        self.dubbel = [one for one in bouwsteen.bijdragen if self.bijdragen[one.stelling, _key(one.project)] is not one]
        self.over: list[str] = []
        self._bekend = {(_key(one.doelstelling), _key(one.tekst)): one.id for one in bouwsteen.stellingen}
        self._doel = ""
        self._onder: dict[str, list[str]] = {}
        self._vreemd: dict[str, list[str]] = {}
        self._namen = {_key(naam): naam for naam in bouwsteen.projecten}
        self._los = bouwsteen.projecten[0] if len(bouwsteen.projecten) == 1 else blad.naam
        self._met_project = "project" in blad.velden
        self._gezien: set[tuple[str, str]] = set()
        self._new_id = new_id

    def take(self, rij: Csvrij) -> None:
        """One row to its statement and project."""
        project = rij.get("project") if self._met_project else self._los
        if not rij.get("stelling") or not project:
            wat = "geen stelling" if not rij.get("stelling") else "geen project"
            self._keep(rij, f"{wat} in deze rij: {rij.show()}")
            return
        for kop, cel in rij.extra:
            self._vreemd.setdefault(kop, []).append(f"{rij.regel}: {cel}")
        naam = self._namen.setdefault(_key(project), project)
        plek = (self._find_stelling(rij), _key(naam))
        oud = self.bijdragen.get(plek) or Bijdrage(id=self._new_id(), project=naam, stelling=plek[0])
        self.bijdragen[plek] = self._add_texts(rij, self._add_scores(rij, oud, is_dubbel=plek in self._gezien))
        self._gezien.add(plek)

    def unknown_columns(self) -> list[str]:
        """A sentence for each column that means nothing here, with all that stands in it: not one for every cell."""
        return [f"Kolom '{kop}' ken ik niet. Regel {'; regel '.join(cellen)}" for kop, cellen in self._vreemd.items()]

    def _keep(self, rij: Csvrij, wat: str) -> None:
        self.over.append(f"Regel {rij.regel}: {wat}")

    def _find_doel(self, rij: Csvrij) -> str:
        """The doelstelling of a row; an empty cell is part of the merged cell above it, as a spreadsheet writes it."""
        if not rij.get("doelstelling") and self._doel:
            self._onder.setdefault(self._doel, []).append(str(rij.regel))
        self._doel = rij.get("doelstelling") or self._doel
        return self._doel

    def merged_cells(self) -> list[str]:
        """A sentence for each doelstelling that also counts for rows below it."""
        return [
            f"Regel {join_woorden(regels)}: de doelstelling is leeg. Hier geldt die van de rij erboven: {doel}"
            for doel, regels in self._onder.items()
        ]

    def _find_stelling(self, rij: Csvrij) -> str:
        """The id of the statement; a new one when it is not known. Without a doelstelling its text may be enough."""
        doel, tekst = self._find_doel(rij), rij.get("stelling")
        gevonden = self._bekend.get((_key(doel), _key(tekst)))
        if gevonden is None and not doel:
            zelfde = [one for (_, woorden), one in self._bekend.items() if woorden == _key(tekst)]
            gevonden = zelfde[0] if len(zelfde) == 1 else None
        if gevonden is None:
            gevonden = self._new_id()
            self.stellingen[gevonden] = Stelling(id=gevonden, tekst=tekst, doelstelling=doel)
            self._bekend[_key(doel), _key(tekst)] = gevonden
        return gevonden

    def _add_scores(self, rij: Csvrij, oud: Bijdrage, *, is_dubbel: bool) -> Bijdrage:
        nieuw: dict[str, int] = {}
        for partij in PARTIJEN:
            score = self._read(rij, partij)
            al = getattr(oud, partij)
            if score is not None and al is not None and al != score:
                self._keep(rij, f"{oud.project}, '{rij.get('stelling')}': {partij} had al {al}; {score} telt niet mee")
            elif score is not None and al is None:
                nieuw[partij] = score
        if is_dubbel and not nieuw:
            self._keep(rij, f"staat er vaker en telt één keer: {rij.show()}")
        return msgspec.structs.replace(oud, **nieuw)

    def _read(self, rij: Csvrij, partij: str) -> int | None:
        try:
            return read_score(rij.get(partij))
        except ScoreError:
            wat = f"'{rij.get(partij)}' is geen score van 0 tot en met 4"
            self._keep(rij, f"{wat} ({partij}, '{rij.get('stelling')}'). De score ontbreekt nu")
            return None

    def _add_texts(self, rij: Csvrij, oud: Bijdrage) -> Bijdrage:
        """What was said about it comes behind what was there; a reason that is not on the list is explanation."""
        teksten = {naam: rij.get(naam) for naam in _TEKSTEN}
        reden = unique_beginning(rij.get("reden"), REDENEN) or ""
        past = bool(reden) and oud.reden in ("", reden)
        if not past:
            teksten["waarom"] = _join(rij.get("reden"), teksten["waarom"])
        samen = {naam: _join(getattr(oud, naam), tekst) for naam, tekst in teksten.items()}
        return msgspec.structs.replace(oud, **samen, reden=reden if past else oud.reden)


def _key(tekst: str) -> str:
    """How texts are compared: capitals, spaces and a full stop at the end do not count."""
    return " ".join(tekst.casefold().split()).rstrip(".")


def _join(oud: str, nieuw: str) -> str:
    return "; ".join(dict.fromkeys(deel for deel in (oud, nieuw) if deel))
