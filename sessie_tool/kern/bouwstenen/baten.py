"""baten: who invests and who benefits, per party and year; see `baten_rapport` for how it is told."""

from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec

from sessie_tool.kern.bouwstenen.baten_rapport import balance_posten, report_groepen, tell_balans
from sessie_tool.kern.bouwstenen.per_optie import PerOptie, name_groep
from sessie_tool.kern.bouwstenen.post import Post, list_gaps
from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.document import Blok
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import join_woorden


class Baten(PerOptie, frozen=True):
    """Who pays and who gains."""

    TITEL: ClassVar[str] = "Baten en lasten"
    UITLEG: ClassVar[str] = (
        "Wie betaalt en wie heeft er voordeel van? Met @ zegt u welke partij, met !last of !baat de soort, met € het "
        "bedrag en met >2026 het jaar. Komt het elk jaar terug, typ dan tot_jaar=2030. +A is optie A."
    )
    VOORBEELD: ClassVar[str] = "Schulden overnemen @Schuldhulp !last € 8.000 >2026 +A"
    RECORD: ClassVar[type[Record]] = Post

    records: tuple[Post, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """What the options cost and yield together, then per option the posts and the balance."""
        return report_groepen(self.divided(omgeving), omgeving)

    def summary(self, omgeving: Omgeving) -> dict[str, Any]:
        """The balance of each option, in cents."""
        return {
            "balansen": [
                {"optie": optie} | msgspec.to_builtins(balance_posten(posten))
                for optie, posten in self.divided(omgeving)
            ]
        }

    def tell(self, omgeving: Omgeving) -> Iterable[str]:
        """Per option who pays and who gains."""
        for optie, posten in self.divided(omgeving):
            bij = f"{name_groep(optie, omgeving)}: " if optie else ""
            yield from (f"{bij}{zin}" for zin in tell_balans(balance_posten(posten)))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Posts that do not count in the sums yet, and what they lack."""
        if not self.printed():
            return super().missing(omgeving)
        return tuple(
            f"Deze post telt nog niet mee: {name_text(one.omschrijving)} ({join_woorden(leeg)})"
            for one in self.shown(omgeving)
            if (leeg := list_gaps(one))
        )
