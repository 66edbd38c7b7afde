"""Who invests and who benefits: amounts per party and year, and over how many years it pays. Pure, in whole cents."""

from collections.abc import Iterable

import msgspec


class Bedrag(msgspec.Struct, frozen=True):
    """An amount in cents of one party in one year; below 0 it is a last, above 0 a baat."""

    partij: str
    jaar: int
    centen: int


class Partijbalans(msgspec.Struct, frozen=True):
    """What one party puts in and gets out.

    Attributes:
        lasten: the sum of what it pays, in cents, 0 or more.
        baten: the sum of what it gains.
        per_jaar: pairs of (year, balance of that year), every year of the table.
        terugverdiend: the first year at whose end it has its money back, for good or for the time being; None: never,
            or it paid nothing.
    """

    partij: str
    lasten: int
    baten: int
    per_jaar: tuple[tuple[int, int], ...]
    terugverdiend: int | None

    @property
    def saldo(self) -> int:
        """What is left: baten minus lasten."""
        return self.baten - self.lasten


class Balans(msgspec.Struct, frozen=True):
    """All parties and all together.

    Attributes:
        scheef: cents that are gained by parties that put in less than they get out: the gap between who pays and who
            gains, as far as the lasten of the others go.
        jaren: years from the first last up to and with the year in which all together have their money back; None:
            that does not happen within the table.
    """

    partijen: tuple[Partijbalans, ...]
    samen: Partijbalans
    scheef: int
    jaren: int | None


SAMEN = "Samen"


def balance(bedragen: Iterable[Bedrag]) -> Balans:
    """The balance of the parties over the years, in the order in which they come by first."""
    alle = tuple(bedragen)
    jaren = sorted({one.jaar for one in alle})
    reeks = range(jaren[0], jaren[-1] + 1) if jaren else range(0)
    partijen = tuple(
        _balance(partij, [one for one in alle if one.partij == partij], reeks)
        for partij in dict.fromkeys(one.partij for one in alle)
    )
    samen = _balance(SAMEN, list(alle), reeks)
    tekort = -sum(one.saldo for one in partijen if one.saldo < 0)
    winst = sum(one.saldo for one in partijen if one.saldo > 0)
    begin = min((one.jaar for one in alle if one.centen < 0), default=None)
    duur = samen.terugverdiend - begin + 1 if samen.terugverdiend is not None and begin is not None else None
    return Balans(partijen, samen, min(tekort, winst), duur)


def _balance(partij: str, bedragen: list[Bedrag], jaren: range) -> Partijbalans:
    per_jaar = tuple((jaar, sum(one.centen for one in bedragen if one.jaar == jaar)) for jaar in jaren)
    lasten = -sum(one.centen for one in bedragen if one.centen < 0)
    baten = sum(one.centen for one in bedragen if one.centen > 0)
    return Partijbalans(partij, lasten, baten, per_jaar, _earned_back(per_jaar) if lasten else None)


def _earned_back(per_jaar: tuple[tuple[int, int], ...]) -> int | None:
    """The first year at whose end the sum so far is 0 or more after it has been below 0."""
    stand, betaald = 0, False
    for jaar, saldo in per_jaar:
        stand += saldo
        betaald = betaald or stand < 0
        if betaald and stand >= 0:
            return jaar
    return None if betaald or not per_jaar else per_jaar[0][0]
