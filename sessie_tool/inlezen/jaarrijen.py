"""Rows of a file with rode draden of earlier years → the draden per year, and what about a row needs a look."""

import re
from collections.abc import Iterable
from itertools import pairwise

from sessie_tool.inlezen.csv_lezen import Csvblad, Csvrij
from sessie_tool.inlezen.datums import find_datum
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.vouwen import fold

KOLOMMEN = {
    "jaar": ("jaar", "jaartal", "jaren", "jaarronde"),
    "opgave": ("opgave", "opgaven", "opgaves", "strategische opgave", "strategische opgaven"),
    "titel": ("titel", "rode draad", "rode draden", "draad", "draden", "rode draad titel", "titel rode draad"),
    "toelichting": ("toelichting", "omschrijving", "beschrijving", "uitleg", "toelichting rode draad"),
    "signalen": ("signalen", "signaal", "signalen trends", "gedragen"),
    "stippen": ("stippen", "stip", "stemmen", "aantal stippen"),
    "vervolg_op": ("vervolg op", "vervolg", "voorganger", "eerdere draad", "draad vorig jaar", "vorig jaar"),
}
NODIG = ("jaar", "titel")

_JAAR = re.compile(r"(?:jaar\w*\s+)?((?:19|20)\d\d)(?:[.,]0+)?", re.IGNORECASE)
_STREEP = re.compile(r"(?<!\\)\|")
_OPSOMMING = re.compile(r"^[-–•*]\s+")
_NIETS = frozenset({"", "-", "–", "—", "n.v.t.", "nvt"})


def key(tekst: str) -> str:
    """How texts are compared: capitals, accents, spaces and a full stop at the end do not count."""
    return " ".join(fold(tekst).tekst.split()).rstrip(".")


def split_streep(cel: str) -> list[str]:
    r"""'a | b' → ['a', 'b']; a cell without | may hold one on each line. '\|' is a | in the text."""
    delen = _STREEP.split(cel) if _STREEP.search(cel) else cel.split("\n")
    kaal = [_OPSOMMING.sub("", " ".join(deel.split())).replace("\\|", "|") for deel in delen]
    return [deel for deel in kaal if deel.casefold() not in _NIETS]


class Draad:
    """A draad of one year while its rows are read.

    Attributes:
        regels: the lines of the file that are about it.
        signalen: text of a signal (as it is compared) → as it was typed first.
        stippen: its dots; None when the file says nothing.
        vervolg: line and text of what it follows up.
    """

    def __init__(self, titel: str) -> None:
        self.titel = titel
        self.regels: list[int] = []
        self.opgaven: list[str] = []
        self.toelichting: list[str] = []
        self.signalen: dict[str, str] = {}
        self.stippen: int | None = None
        self.vervolg: list[tuple[int, str]] = []


class Jaar:
    """One year while its rows are read.

    Attributes:
        draden: title (as it is compared) → draad.
        opgaven: signal (as it is compared) → where it was seen.
        rest: what found no place, with its line.
        meldingen: what needs a look, and did find a place.
    """

    def __init__(self) -> None:
        self.draden: dict[str, Draad] = {}
        self.opgaven: dict[str, list[str]] = {}
        self.rest: list[str] = []
        self.meldingen: list[str] = []
        self._vreemd: dict[str, list[str]] = {}

    def take(self, rij: Csvrij, titel: str, opgaven: list[str]) -> None:
        """One row of a draad; a title that comes twice is one draad."""
        draad = self.draden.setdefault(key(titel), Draad(titel))
        draad.regels.append(rij.regel)
        draad.opgaven += [one for one in opgaven if one not in draad.opgaven]
        tekst = rij.cellen.get("toelichting", "")
        draad.toelichting += [tekst] if tekst and tekst not in draad.toelichting else []
        self._take_signalen(rij, draad, opgaven)
        self._take_stippen(rij, draad)
        draad.vervolg += [(rij.regel, een) for een in split_streep(rij.cellen.get("vervolg_op", ""))]
        for kop, cel in rij.extra:
            self._vreemd.setdefault(kop, []).append(f"{rij.regel} ('{titel}'): {cel}")

    def _take_signalen(self, rij: Csvrij, draad: Draad, opgaven: list[str]) -> None:
        for tekst in split_streep(rij.cellen.get("signalen", "")):
            een = key(tekst)
            if een in draad.signalen:
                self.meldingen.append(
                    f"Regel {rij.regel}: '{tekst}' staat twee keer bij '{draad.titel}' en telt één keer."
                )
            draad.signalen.setdefault(een, tekst)
            bekend = self.opgaven.setdefault(een, [])
            bekend += [one for one in opgaven if one not in bekend]

    def _take_stippen(self, rij: Csvrij, draad: Draad) -> None:
        tekst = rij.get("stippen")
        if tekst.casefold() in _NIETS:
            return
        match = re.fullmatch(r"(\d{1,6})(?:[.,]0+)?", tekst)
        if match is None:
            self.rest.append(f"Regel {rij.regel}: '{tekst}' is geen aantal stippen ('{draad.titel}').")
        elif draad.stippen not in (None, int(match[1])):
            self.rest.append(
                f"Regel {rij.regel}: '{draad.titel}' had al {draad.stippen} stippen; {tekst} telt niet mee."
            )
        else:
            draad.stippen = int(match[1])

    def close(self) -> None:
        """Say what is about more rows: a title that came twice, a column that means nothing here."""
        for draad in self.draden.values():
            if len(draad.regels) > 1:
                regels = join_woorden(list(map(str, draad.regels)))
                self.meldingen.append(f"Regel {regels}: '{draad.titel}' staat er vaker en is nu één rode draad.")
        self.rest += [f"Kolom '{kop}' ken ik niet. Regel {'; regel '.join(one)}" for kop, one in self._vreemd.items()]


def read_jaarrijen(blad: Csvblad, opgaven: Iterable[str] = ()) -> tuple[dict[int, Jaar], list[str]]:
    """The draden per year, oldest first, and the rows above which no year stands.

    Args:
        blad: the rows.
        opgaven: how the werkmap spells its opgaven.
    """
    lezer = _Lezer(blad, opgaven)
    for rij in blad.rijen:
        lezer.take(rij)
    for jaar in lezer.jaren.values():
        jaar.close()
    return dict(sorted(lezer.jaren.items())), lezer.los


class _Lezer:
    """The years while rows are taken in; an empty cell may be part of the merged cell above it.

    Attributes:
        los: the rows without a year, before the first year.
    """

    def __init__(self, blad: Csvblad, opgaven: Iterable[str]) -> None:
        self.jaren: dict[int, Jaar] = {}
        self.los: list[str] = []
        jaren = [rij.get("jaar") for rij in blad.rijen]
        self._samengevoegd = not any(een and een == ander for een, ander in pairwise(jaren))
        self._lijst = {key(one): one for one in opgaven}
        self._bekend = dict(self._lijst)
        for rij in blad.rijen:
            for deel in split_streep(rij.cellen.get("opgave", "")):
                self._bekend.setdefault(key(deel), deel)
        self._jaar = 0
        self._plek = 0
        self._titel = ""
        self._opgaven: list[str] = []

    def take(self, rij: Csvrij) -> None:
        """One row to its year and its draad, or to what found no place."""
        vol = rij.get("jaar")
        self._jaar = _read_jaar(vol) if vol else self._jaar * self._samengevoegd
        titel = rij.get("titel")
        if not self._jaar:
            self._keep(rij, f"'{vol}' is geen jaar." if vol else "er is geen jaar.")
            return
        self._plek = self._jaar
        hoort_bij = titel or ("" if vol or rij.get("opgave") else self._titel)
        if not hoort_bij:
            self._titel = ""
            self._keep(rij, "er is geen titel.")
            return
        self._place(rij, hoort_bij, is_jaar=bool(vol))

    def _place(self, rij: Csvrij, titel: str, *, is_jaar: bool) -> None:
        opgaven = self._read_opgaven(rij)
        opgaven = opgaven if opgaven or is_jaar else self._opgaven
        jaar = self.jaren.setdefault(self._jaar, Jaar())
        if not is_jaar:
            zin = f"Regel {rij.regel}: het jaar is leeg. Voor '{titel}' geldt dat van de rij erboven: {self._jaar}."
            jaar.meldingen.append(zin)
        elif not _JAAR.fullmatch(rij.get("jaar")):
            jaar.rest.append(f"Regel {rij.regel}: van '{rij.get('jaar')}' telt alleen het jaar mee ('{titel}').")
        jaar.take(rij, titel, opgaven)
        self._titel, self._opgaven = titel, opgaven

    def _read_opgaven(self, rij: Csvrij) -> list[str]:
        """The opgaven of a row as they were spelled first; a comma separates only names that are known."""
        found: list[str] = []
        for deel in split_streep(rij.cellen.get("opgave", "")):
            los = [one.strip() for one in re.split("[,;]", deel) if one.strip()]
            is_heel = key(deel) in self._lijst or not all(key(one) in self._bekend for one in los)
            found += [self._bekend.get(key(one), one) for one in ([deel] if is_heel else los)]
        return list(dict.fromkeys(found))

    def _keep(self, rij: Csvrij, wat: str) -> None:
        zin = f"Regel {rij.regel}: {wat} Er staat: {rij.show()}"
        if self._plek:
            self.jaren.setdefault(self._plek, Jaar()).rest.append(zin)
        else:
            self.los.append(zin)


def _read_jaar(tekst: str) -> int:
    """'2021', '2021,0', 'jaarronde 2021' or '4 juni 2021' → 2021; 0 when it is no single year."""
    match = _JAAR.fullmatch(tekst)
    if match:
        return int(match[1])
    iso, woorden = find_datum(tekst)
    return int(iso[:4]) if woorden and woorden == tekst else 0
