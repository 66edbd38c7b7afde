"""eerdere_draden: threads of earlier sessions, as they were then, to build on: of last year, or of each opgave."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.draad import EerdereDraad, RodeDraad, opgaven_of, signals_of, weigh
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Overname, Record


class EerdereDraden(BouwsteenMetRecords, frozen=True):
    """Threads taken over from earlier sessions; one may be typed too, when its session is not in the werkmap."""

    TITEL: ClassVar[str] = "Eerdere draden"
    UITLEG: ClassVar[str] = (
        "Rode draden uit eerdere sessies, zoals ze toen waren. Mist u er een, typ dan de titel; afkomst= zegt waaruit."
    )
    VOORBEELD: ClassVar[str] = 'Het stroomnet zit vol afkomst="Jaarronde 2023" gewicht=12 #groen'
    RECORD: ClassVar[type[Record]] = EerdereDraad

    records: tuple[EerdereDraad, ...] = ()

    def take_over(self, bron: Omgeving, overname: Callable[[Record], Overname]) -> Iterable[Record]:
        """The rode draden of the earlier session, each with its weight and its dots."""
        stippen = {getattr(one, "onderwerp", ""): getattr(one, "stippen", None) for one in bron.of_type("stem")}
        for draad in bron.of_type("rode_draad"):
            if isinstance(draad, RodeDraad):
                uit = overname(draad)
                yield EerdereDraad(
                    id=draad.id,
                    bereik=draad.bereik,
                    overgenomen=uit,
                    titel=draad.titel,
                    toelichting=draad.toelichting,
                    afkomst=uit.uit,
                    opgaven=tuple(dict.fromkeys((*uit.opgaven, *_seen_in(draad, uit, bron)))),
                    signalen=signals_of(draad, bron),
                    gewicht=weigh(draad, bron),
                    stippen=stippen.get(draad.id),
                )

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Nothing: there may be no earlier session."""
        return ()


def _seen_in(draad: RodeDraad, uit: Overname, bron: Omgeving) -> tuple[str, ...]:
    """Where a thread was seen; in a session about an opgave that is there, and where the group said so."""
    return draad.opgaven if uit.opgaven else opgaven_of(draad, bron)
