"""afweging: scores per option and criterium. Weights come before scores, and scores never decide by themselves."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar, Self, cast

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern.afwegen import flips
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.criteria import Criterium, name_criterium
from sessie_tool.kern.bouwstenen.weegverslag import report_weging
from sessie_tool.kern.bouwstenen.weegzinnen import describe_lacking, tell_uitslag
from sessie_tool.kern.bouwstenen.weging import Score, Weging, make_weging
from sessie_tool.kern.bouwstenen.zaal import Zaalblik, Zaallijst, list_regels, tell_regels
from sessie_tool.kern.document import Blok
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import join_woorden

_SCORE = re.compile(r"\s*([A-Za-z]{1,2})\s*([0-9]{1,3})\s*=\s*([0-9]{1,4}|\?)?(?:\s+(.*))?", re.DOTALL)


class Afweging(BouwsteenMetRecords, frozen=True):
    """The scores of the options on the criteria.

    Attributes:
        vast: the weights as they were when the first score was given, by id of the criterium.
    """

    TITEL: ClassVar[str] = "Afweging"
    UITLEG: ClassVar[str] = (
        "Scores van 0 tot en met 4 per optie en criterium. Typ A2=3 en de reden voor optie A op criterium 2; "
        "met A2=? zegt u dat de score nog ontbreekt. Eerst krijgen alle criteria een gewicht."
    )
    VOORBEELD: ClassVar[str] = "A2=3 omdat het er al is"
    RECORD: ClassVar[type[Record]] = Score

    vast: dict[str, int] = {}
    records: tuple[Score, ...] = ()

    def find(self, optie_id: str, criterium_id: str) -> Score | None:
        """The score of one option on one criterium."""
        found = (one for one in self.records if (one.optie, one.criterium) == (optie_id, criterium_id))
        return next(found, None)

    def with_score(self, optie_id: str, criterium_id: str, nieuw_id: str, **changed: object) -> tuple[Self, Score]:
        """The afweging with a changed `score` or `waarom`; the record is made when needed."""
        old = self.find(optie_id, criterium_id)
        score = msgspec.structs.replace(old or Score(id=nieuw_id, optie=optie_id, criterium=criterium_id), **changed)
        if old is None:
            return self.with_records((*self.records, score)), score
        return self.with_records(score if one is old else one for one in self.records), score

    def fix_weights(self, omgeving: Omgeving) -> Self:
        """The afweging with the weights of now kept, when no score was given yet.

        Raises:
            RegelError: a criterium has no weight; who knows the scores would weigh towards the result.
        """
        criteria = [one for one in omgeving.of_type("criterium") if isinstance(one, Criterium)]
        zonder = [name_criterium(one, omgeving) for one in criteria if one.gewicht is None]
        if zonder:
            raise RegelError(f"Eerst de gewichten, dan de scores. Geef nog een gewicht aan {join_woorden(zonder)}.")
        if not any(one.gewicht for one in criteria):
            raise RegelError("Eerst de gewichten, dan de scores. Geef minstens één criterium een gewicht boven 0.")
        if self.vast and any(one.waarde is not None for one in self.records):
            return self
        return msgspec.structs.replace(self, vast={one.id: one.gewicht or 0 for one in criteria})

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'A2=3 omdat het er al is': option A scores 3 on criterium 2, and why."""
        if not regel.strip():
            raise RegelError("Deze regel is leeg. Typ eerst uw tekst.")
        match = _SCORE.fullmatch(regel)
        if match is None:
            raise RegelError(
                f"'{regel.strip()}' is geen score. Typ de letter van de optie, het nummer van het criterium, = en de "
                "score: A2=3. Zet er daarna de reden achter."
            )
        letter, nummer, cijfer, waarom = match.groups()
        optie = _find("optie", letter.upper(), omgeving)
        criterium = _find("criterium", str(int(nummer)), omgeving)
        changed: dict[str, object] = {"waarom": waarom.strip()} if waarom and waarom.strip() else {}
        if cijfer == "?":
            changed["score"] = None
        elif cijfer is not None:
            changed["score"] = _read_score(cijfer)
        nieuw = self if changed.get("score") is None else self.fix_weights(omgeving)
        return nieuw.with_score(optie, criterium, nieuw_id, **changed)

    def format_record(self, record: Record, omgeving: Omgeving) -> str:
        """A score as the line that can be typed."""
        one = cast("Score", record)
        plek = f"{omgeving.nummer(one.optie)}{omgeving.nummer(one.criterium)}"
        waarom = " ".join(one.waarom.split())
        return f"{plek}={'?' if one.score is None else one.score} {waarom}".rstrip()

    def weigh(self, omgeving: Omgeving) -> Weging:
        """What is on the table, for the verslag: without what is the facilitator's own."""
        return make_weging(self.records, omgeving, ("verslag",))

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The choice first, then what the scores say of it, then the scores themselves."""
        return report_weging(self.weigh(omgeving), self.shown(omgeving), self.vast)

    def summary(self, omgeving: Omgeving) -> dict[str, Any]:
        """The ranking, and per criterium the weights at which another option is first; numbers as in the verslag."""
        weging = self.weigh(omgeving)
        return {
            "rangorde": [
                {"plaats": one.nummer, "optie": one.optie.id, "gemiddelde": float(one.gemiddelde)}
                for one in weging.places()
            ],
            "kantelpunten": [
                {
                    "criterium": weging.criteria[one.criterium].id,
                    "gewicht": float(one.gewicht),
                    "wordt": weging.mee[one.wordt].id,
                }
                for one in flips(weging.tabel)
            ],
            "valt_af": [one.id for one in weging.opties if one.valt_af],
        }

    def tell(self, omgeving: Omgeving) -> Iterable[str]:
        """Ranking, flips and how sure the first place is."""
        return tell_uitslag(self.weigh(omgeving))

    def zaal(self, omgeving: Omgeving, blik: Zaalblik) -> Zaallijst:
        """The options, and how far the scores are; what comes of them only when the facilitator shows it."""
        weging = self.weigh(omgeving)
        gegeven = sum(one.waarde is not None for one in self.shown(omgeving))
        kop = f"{gegeven} van {len(weging.opties) * len(weging.criteria)} scores gegeven"
        if blik.uitslag:
            return Zaallijst(kop, tell_regels(self.tell(omgeving)), boven=True)
        opties = [one for one in omgeving.of_type("optie") if omgeving.is_printed(one.id)]
        return Zaallijst(kop, list_regels(opties, omgeving, blik).regels, boven=True)

    def shown(self, omgeving: Omgeving) -> tuple[Score, ...]:
        """The scores of printed options on printed criteria."""
        return tuple(
            one for one in self.printed() if omgeving.is_printed(one.optie) and omgeving.is_printed(one.criterium)
        )

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Scores that are not there, and scores without a reason."""
        weging = self.weigh(omgeving)
        if not weging.opties or not weging.criteria:
            return ()
        if not self.shown(omgeving):
            return ("Er zijn nog geen scores gegeven.",)
        zonder = [
            f"{omgeving.nummer(one.optie)}{omgeving.nummer(one.criterium)}"
            for one in self.shown(omgeving)
            if one.waarde is not None and not one.waarom.strip()
        ]
        return (*describe_lacking(weging), *([f"Score zonder reden: {join_woorden(zonder)}."] if zonder else []))


def _find(tag: str, naam: str, omgeving: Omgeving) -> str:
    """The id of the option or criterium that is called so."""
    for record in omgeving.of_type(tag):
        if omgeving.nummer(record.id) == naam:
            return record.id
    soort = "welke letter" if tag == "optie" else "welk nummer"
    raise RegelError(f"{tag.capitalize()} {naam} is er niet. Kijk in de tabel {soort} u bedoelt.")


def _read_score(cijfer: str) -> int:
    if int(cijfer) > 4:
        raise RegelError(f"Een score is 0, 1, 2, 3 of 4, niet {cijfer}. Boven de tabel staat wat elke score betekent.")
    return int(cijfer)
