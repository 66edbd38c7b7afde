"""Lijnen: the rode draden of all years, tied to lines through the years, with a state per year. Pure, over small rows.

A person ties draden, in a session ('vervolg op') or afterwards (`Band`); nothing here guesses.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

import msgspec

from sessie_tool.kern.banden import Band, newest
from sessie_tool.kern.samenhang import join
from sessie_tool.kern.staten import Beeld, Oordeel, Staat, find_staten
from sessie_tool.kern.taal import format_getal

_LANGSTE = 100


def show_titel(titel: str) -> str:
    """A title on one line; a blank one says so, since a heading may not be empty."""
    return " ".join(titel.split()) or "(zonder titel)"


class Draad(msgspec.Struct, frozen=True):
    """One rode draad of one round.

    Attributes:
        id: its record in the session.
        sessie: id of the session.
        gewicht: how many signals carry it.
        aandeel: its part (0 to 1) of the signals of that year; None when that year has none.
        stippen: the dots it got; None when nobody voted.
        signalen: the texts of its signals.
        vervolg_op: the sleutels of the earlier draden that the session itself links it to.
        dragers: what carries it, by where it was said first → for how many signals it counts; {} when not known.
        datum: ISO date of the session.
        nummer: its place (from 1) in the session.
    """

    id: str
    sessie: str
    jaar: int
    titel: str
    toelichting: str = ""
    opgaven: tuple[str, ...] = ()
    gewicht: int = 0
    aandeel: float | None = None
    stippen: int | None = None
    signalen: tuple[str, ...] = ()
    vervolg_op: tuple[str, ...] = ()
    dragers: dict[str, int] = {}
    datum: str = ""
    nummer: int = 0

    @property
    def sleutel(self) -> str:
        """What it is called over all sessions."""
        return f"{self.sessie}/{self.id}"

    @property
    def naam(self) -> str:
        """Its title on one line, also when it has none."""
        return show_titel(self.titel)


class Lijn(msgspec.Struct, frozen=True):
    """One thread through the years.

    Attributes:
        id: the sleutel of its oldest draad.
        titel: that of its newest draad (the heaviest, when there are more).
        draden: oldest first.
        staten: per year of the comparison, from its first year on.
        gewichten: per year in which it is present, how many signals carry it (one in two of its draden counts once).
        aandelen: the same as a part of the signals of that year; None when that year has none.
        stippen: the same for its dots; None when nobody voted.
    """

    id: str
    titel: str
    draden: tuple[Draad, ...]
    staten: dict[int, Staat]
    gewichten: dict[int, int]
    aandelen: dict[int, float | None]
    stippen: dict[int, int | None]

    @property
    def naam(self) -> str:
        """Its title on one line, also when it has none."""
        return show_titel(self.titel)

    @property
    def opgaven(self) -> tuple[str, ...]:
        """The opgaven in which it was ever seen."""
        return tuple(dict.fromkeys(opgave for draad in self.draden for opgave in draad.opgaven))

    @property
    def staat(self) -> Staat:
        """Its state in the last year with a round; 'geen ronde' when there was none since."""
        return next((one for one in reversed(self.staten.values()) if one != "geen ronde"), "geen ronde")

    def of_year(self, jaar: int) -> tuple[Draad, ...]:
        """Its draden of one year."""
        return tuple(draad for draad in self.draden if draad.jaar == jaar)

    def is_alive(self, jaar: int) -> bool:
        """Whether its line runs through a year: it is there, or in the rounds around a year without one."""
        if jaar in self.gewichten:
            return True
        rondes = [one for one, staat in self.staten.items() if staat != "geen ronde"]
        voor, na = [one for one in rondes if one < jaar], [one for one in rondes if one > jaar]
        return self.staten.get(jaar) == "geen ronde" and bool(voor and na) and {voor[-1], na[0]} <= {*self.gewichten}


class Vergelijking(msgspec.Struct, frozen=True):
    """The lijnen over a number of years.

    Attributes:
        jaren: every year of the range, also those without a round.
        lijnen: those of the newest year first, the heaviest first.
        signalen: per year with a round, how many signals there were.
        draden: every draad up to the end of the range by its sleutel.
        links: of each draad the sleutels of the earlier ones from which it goes on.
        namen: of each draad a short name: '2026.3' is the third one of 2026.
        onbeoordeeld: the draden of these lijnen and years about which nobody decided yet.
        plaatsen: of each draad that is shown, the place (from 0) of its lijn.
    """

    jaren: tuple[int, ...]
    lijnen: tuple[Lijn, ...]
    signalen: dict[int, int]
    draden: dict[str, Draad]
    links: dict[str, tuple[str, ...]]
    namen: dict[str, str]
    onbeoordeeld: tuple[Draad, ...]
    plaatsen: dict[str, int]

    def lijn_of(self, sleutel: str) -> Lijn | None:
        """The lijn that a draad is in; None when it is not shown."""
        plaats = self.plaatsen.get(sleutel)
        return None if plaats is None else self.lijnen[plaats]


def compare(
    draden: Iterable[Draad],
    rondes: Mapping[int, int],
    banden: Iterable[Band] = (),
    *,
    van: int | None = None,
    tot: int | None = None,
    opgave: str = "",
) -> Vergelijking:
    """The lijnen of these draden, as they stood at the end of `tot`.

    Args:
        draden: of all years: what came before `van` decides on the states in it.
        rondes: per year with a round, how many signals there were.
        banden: what a person decided; on the same pair the newest counts.
        van: the first year that is shown; None is the first with a round.
        tot: the last year; None is the last with a round.
        opgave: only the lijnen in which this opgave was ever seen; "" is all.
    """
    kept = {one.sleutel: one for one in sorted(draden, key=_order) if tot is None or one.jaar <= tot}
    signalen = {one.jaar: 0 for one in kept.values()}
    signalen |= {jaar: aantal for jaar, aantal in rondes.items() if tot is None or jaar <= tot}
    signalen = dict(sorted(signalen.items()))
    besluiten = newest(banden)
    links = _find_links(kept, besluiten)
    oordeel = _judge(kept, links, besluiten, signalen)
    jaren = _range(signalen, van, tot)
    groepen = ([kept[one] for one in groep] for groep in join(kept, links))
    lijnen = [_make_lijn(groep, jaren, signalen, oordeel) for groep in groepen]
    shown = sorted((one for one in lijnen if _is_shown(one, jaren, signalen, opgave)), key=_weight_order)
    return Vergelijking(
        jaren=jaren,
        lijnen=tuple(shown),
        signalen=signalen,
        draden=kept,
        links=links,
        namen=_name(kept.values()),
        onbeoordeeld=_list_open(shown, jaren, oordeel),
        plaatsen={draad.sleutel: plaats for plaats, lijn in enumerate(shown) for draad in lijn.draden},
    )


def _order(draad: Draad) -> tuple[int, str, str, int, str]:
    return draad.jaar, draad.datum, draad.sessie, draad.nummer, draad.id


def _weight_order(lijn: Lijn) -> tuple[int, int, str]:
    laatste = lijn.draden[-1].jaar
    return -laatste, -lijn.gewichten[laatste], lijn.id


def _name(draden: Iterable[Draad]) -> dict[str, str]:
    per_jaar = groupby(draden, key=lambda one: one.jaar)
    return {one.sleutel: f"{jaar}.{nummer}" for jaar, groep in per_jaar for nummer, one in enumerate(groep, 1)}


def _list_open(lijnen: Iterable[Lijn], jaren: Sequence[int], oordeel: Oordeel) -> tuple[Draad, ...]:
    draden = (draad for lijn in lijnen for draad in lijn.draden if draad.jaar in jaren)
    return tuple(sorted((one for one in draden if one.sleutel not in oordeel.beoordeeld), key=_order))


def _range(signalen: Mapping[int, int], van: int | None, tot: int | None) -> tuple[int, ...]:
    """Every year from the first to the last; with a date of ages ago among them only the years with a round."""
    if not signalen:
        return tuple(range(van, tot + 1)) if van is not None and tot is not None else ()
    begin, einde = min(signalen) if van is None else van, max(signalen) if tot is None else tot
    if einde - begin > _LANGSTE:
        return tuple(jaar for jaar in signalen if begin <= jaar <= einde)
    return tuple(range(begin, einde + 1))


Besluiten = Mapping[tuple[str, str, bool], Band]


def _find_links(draden: Mapping[str, Draad], besluiten: Besluiten) -> dict[str, tuple[str, ...]]:
    """From each draad to the earlier ones that it goes on from; a link that does not go back in time is none."""
    paren = {(draad.sleutel, eerder) for draad in draden.values() for eerder in draad.vervolg_op}
    paren |= {(band.later, band.eerder) for band in besluiten.values() if _is_vervolg(band, besluiten)}
    paren -= {(band.later, band.eerder) for band in besluiten.values() if band.besluit == "los"}
    found: dict[str, list[Draad]] = {}
    for later, eerder in paren:
        if later in draden and eerder in draden and draden[eerder].jaar < draden[later].jaar:
            found.setdefault(later, []).append(draden[eerder])
    return {later: tuple(one.sleutel for one in sorted(found[later], key=_order)) for later in draden if later in found}


def _is_vervolg(band: Band, besluiten: Besluiten) -> bool:
    """Whether a decision ties two draden: not when somebody else decided since that the later one is new."""
    nieuw = besluiten.get((band.later, "", False))
    return band.besluit == "vervolg" and not (nieuw and nieuw.besluit == "nieuw" and nieuw.moment > band.moment)


def _judge(
    draden: Mapping[str, Draad],
    links: Mapping[str, Sequence[str]],
    besluiten: Besluiten,
    rondes: Mapping[int, int],
) -> Oordeel:
    nieuw = {band.later for band in besluiten.values() if band.besluit == "nieuw"}
    eerste = min(rondes, default=0)
    beoordeeld = {one.sleutel for one in draden.values() if one.jaar == eerste}
    beoordeeld |= {sleutel for sleutel in draden if sleutel in links or sleutel in nieuw}
    wachten = {one.jaar for one in draden.values() if one.sleutel not in beoordeeld}
    verdwenen = frozenset(band.later for band in besluiten.values() if band.besluit == "verdwenen")
    return Oordeel(frozenset(beoordeeld), frozenset({one.jaar for one in draden.values()} - wachten), verdwenen)


def _make_lijn(draden: list[Draad], jaren: Sequence[int], signalen: Mapping[int, int], oordeel: Oordeel) -> Lijn:
    per_jaar = {jaar: tuple(groep) for jaar, groep in groupby(draden, key=lambda one: one.jaar)}
    gewichten = {jaar: weigh_samen(groep) for jaar, groep in per_jaar.items()}
    beeld = Beeld({jaar: [one.sleutel for one in groep] for jaar, groep in per_jaar.items()}, gewichten)
    laatste = max(per_jaar[max(per_jaar)], key=lambda one: one.gewicht)
    return Lijn(
        id=draden[0].sleutel,
        titel=laatste.titel,
        draden=tuple(draden),
        staten=find_staten(beeld, jaren, signalen, oordeel),
        gewichten=gewichten,
        aandelen={jaar: share(gewicht, signalen[jaar]) for jaar, gewicht in gewichten.items()},
        stippen={jaar: _add_stippen(groep) for jaar, groep in per_jaar.items()},
    )


def weigh_samen(draden: Iterable[Draad]) -> int:
    """How many signals carry draden together: one that is in two of them counts once."""
    samen: dict[str, int] = {}
    for draad in draden:
        samen |= draad.dragers or {draad.sleutel: draad.gewicht}
    return sum(samen.values())


def share(gewicht: int, signalen: int) -> float | None:
    """A weight as a part of all signals of that year; None when there are none."""
    return gewicht / signalen if signalen else None


def format_aandeel(aandeel: float | None, eenheid: str = "\u00a0%") -> str:
    """0.183 → '18 %', with a space at which no line breaks; "" when there is nothing to divide by."""
    return "" if aandeel is None else f"{format_getal(Fraction(aandeel) * 100, 0)}{eenheid}"


def _add_stippen(draden: Iterable[Draad]) -> int | None:
    geteld = [draad.stippen for draad in draden if draad.stippen is not None]
    return sum(geteld) if geteld else None


def _is_shown(lijn: Lijn, jaren: Sequence[int], signalen: Mapping[int, int], opgave: str) -> bool:
    """Whether a lijn is present in the range, or was in the last round before it: then it may have vanished in it."""
    if (opgave and opgave not in lijn.opgaven) or not jaren:
        return False
    vorige = max((jaar for jaar in signalen if jaar < jaren[0]), default=jaren[0])
    return any(one.jaar == vorige or one.jaar in jaren for one in lijn.draden)
