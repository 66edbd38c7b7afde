"""What the kinds share whose records belong to options of the afweging: impactpad, gedrag, baten."""

from collections.abc import Iterable
from typing import Annotated, Any

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.document import Kop, Rij, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld

OptieVeld = Annotated[
    tuple[str, ...],
    Veld("Optie", "verwijzing", "Bij welke optie hoort dit? Meer dan één mag.", naar="optie", merk="+", kolom=True),
]
"""The options that a record belongs to; none where nothing is weighed."""


class PerOptie(BouwsteenMetRecords, frozen=True):
    """A kind whose records name their options in a field `opties`."""

    def shown(self, omgeving: Omgeving) -> tuple[Any, ...]:
        """Without what is only about options that are the facilitator's own."""
        return tuple(one for one in self.printed() if not one.opties or not all(map(omgeving.is_hidden, one.opties)))

    def divided(self, omgeving: Omgeving) -> list[tuple[str, tuple[Any, ...]]]:
        """The shown records per option (its id), in the order of the options, then those without one ("")."""
        shown = self.shown(omgeving)
        groepen = [(optie.id, of_optie(shown, optie.id)) for optie in list_opties(omgeving)]
        los = tuple(one for one in shown if not any(map(omgeving.is_printed, one.opties)))
        return [(optie, records) for optie, records in [*groepen, ("", los)] if records]


def list_opties(omgeving: Omgeving) -> list[Record]:
    """The options that come into the verslag."""
    return [one for one in omgeving.of_type("optie") if one.bereik == "verslag"]


def of_optie(records: Iterable[Any], optie: str) -> tuple[Any, ...]:
    """The records of one option; those without one for ""."""
    return tuple(one for one in records if (optie in one.opties if optie else not one.opties))


def name_groep(optie: str, omgeving: Omgeving) -> str:
    """'optie A Vroeg helpen'; 'zonder optie' for ""."""
    if not optie:
        return "zonder optie"
    return f"optie {omgeving.nummer(optie)} {name_text(omgeving.records[optie].hoofdtekst)}"


def head_groep(optie: str, omgeving: Omgeving, groepen: int) -> list[Kop]:
    """The heading above what is said of an option; none when there is nothing but what belongs to no option."""
    naam = name_groep(optie, omgeving)
    return [Kop(2, tekst(naam[0].upper() + naam[1:]))] if optie or groepen > 1 else []


def drop_known(rijen: Iterable[Rij], known: set[str]) -> tuple[Rij, ...]:
    """The rows, each anker only the first time: a record of two options stands in two tables."""
    klaar = []
    for rij in rijen:
        klaar.append(Rij(rij.cellen, "" if rij.anker in known else rij.anker))
        known.add(rij.anker)
    return tuple(klaar)
