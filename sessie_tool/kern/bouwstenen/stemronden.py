"""stemronden: the rounds of a stemming: who takes part, the dots on each option, and what stands now."""

from collections.abc import Collection, Mapping
from typing import Annotated, Literal, Self

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId
from sessie_tool.kern.bouwstenen.stem import Stem, join_stemmen, keep_last
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld

Stemwijze = Literal["open", "verborgen"]
STEMWIJZEN: tuple[Stemwijze, ...] = ("open", "verborgen")
"""Whether people see the dots while they vote."""

KIES_UIT = {
    "rode draden": "rode_draad",
    "signalen": "signaal",
    "vragen": "vraag",
    "eerdere draden": "eerdere_draad",
    "thema's": "thema",
    "adviezen": "advies",
    "opbrengsten": "opbrengst",
    "patronen": "patroon",
    "pilots": "pilot",
    "lessen": "les",
}
"""What people can choose from, as a sjabloon says it → the type of those records."""


class Stemronden(BouwsteenMetRecords, frozen=True):
    """Dots on the records of one type, in one round or more; earlier rounds are kept.

    Attributes:
        over: the type of those records; a sjabloon says it in words (`KIES_UIT`).
        stippen: dots per participant; None for a quarter of the options.
        stemmen: whether the dots can be seen while the group votes.
        onthuld: the last round of a hidden stemming whose dots may be seen.
        beperkt: whether only the options with a stem in this round take part in it.
    """

    over: Annotated[str, Veld("Kies uit", "keuze", "Waarover wordt gestemd?", keuzes=tuple(KIES_UIT))] = "rode_draad"
    stippen: Annotated[
        int | None, Veld("Stippen per deelnemer", "getal", "Zonder getal: een kwart van het aantal keuzes.")
    ] = None
    stemmen: Annotated[
        Stemwijze, Veld("Stemmen", "keuze", "Ziet de groep de stippen tijdens het stemmen?", STEMWIJZEN)
    ] = "open"
    onthuld: int = 0
    beperkt: bool = False
    records: tuple[Stem, ...] = ()

    @property
    def ronde(self) -> int:
        """The round that is counted now."""
        return max([stem.ronde for stem in self.records], default=1)

    @property
    def verborgen(self) -> bool:
        """Whether the dots of this round may not be seen yet."""
        return self.stemmen == "verborgen" and self.onthuld < self.ronde

    @property
    def hier(self) -> tuple[Stem, ...]:
        """The dots of this round."""
        ronde = self.ronde
        return tuple([stem for stem in self.records if stem.ronde == ronde])

    def tally(self) -> Mapping[str, int]:
        """The dots of this round per option."""
        geteld: dict[str, int] = {}
        for stem in self.hier:
            geteld[stem.onderwerp] = geteld.get(stem.onderwerp, 0) + stem.stippen
        return geteld

    @property
    def gekozen(self) -> frozenset[str]:
        """The options with which the group goes on."""
        return frozenset(stem.onderwerp for stem in keep_last(self.records) if stem.gekozen)

    def options(self, omgeving: Omgeving) -> tuple[Record, ...]:
        """The records that can get dots."""
        mee = {stem.onderwerp for stem in self.hier} if self.beperkt else None
        return tuple(one for one in omgeving.of_type(self.over) if mee is None or one.id in mee)

    def count(self, record_id: str) -> int:
        """The dots on an option in this round."""
        return self.tally().get(record_id, 0)

    def is_chosen(self, record_id: str) -> bool:
        """Whether the group goes on with an option."""
        return record_id in self.gekozen

    def ranked(self, omgeving: Omgeving) -> tuple[Record, ...]:
        """The options, most dots first; equal ones stay in their own order."""
        geteld = self.tally()
        return tuple(sorted(self.options(omgeving), key=lambda option: -geteld.get(option.id, 0)))

    def places(self, omgeving: Omgeving) -> dict[str, int]:
        """The place of each option with dots; options with equal dots share a place."""
        geteld = self.tally()
        counts = {option.id: dots for option in self.options(omgeving) if (dots := geteld.get(option.id, 0))}
        ordered = sorted(counts.values(), reverse=True)
        first = {dots: plaats for plaats, dots in reversed(list(enumerate(ordered, 1)))}
        return {option_id: first[dots] for option_id, dots in counts.items()}

    def per_person(self, omgeving: Omgeving) -> int:
        """Dots for each person: as the sjabloon says, else a quarter of the options, at least one."""
        return self.stippen or max(1, round(len(self.options(omgeving)) / 4))

    def budget(self, omgeving: Omgeving) -> int:
        """All dots together: per person times the participants who are present."""
        return self.per_person(omgeving) * sum(deelnemer.aanwezig for deelnemer in omgeving.deelnemers)

    def named(self, wie: str) -> Mapping[str, int]:
        """The dots of one person in this round, per option."""
        return {stem.onderwerp: stem.stippen for stem in self.hier if wie and stem.wie == wie}

    def with_stem(self, record_id: str, nieuw_id: str, wie: str = "", **changed: object) -> tuple[Self, Stem]:
        """The stemming with changed `stippen` or `gekozen` for one option; the record is made when needed.

        The dots are those of one person, or (without `wie`) those of nobody in particular.
        """
        old = next((stem for stem in self.hier if (stem.onderwerp, stem.wie) == (record_id, wie)), None)
        new = old or Stem(id=nieuw_id, onderwerp=record_id, ronde=self.ronde, wie=wie)
        stem = msgspec.structs.replace(new, **changed)
        if old is None:
            return self.with_records((*self.records, stem)), stem
        return self.with_records(stem if one is old else one for one in self.records), stem

    def with_telling(self, record_id: str, nieuw_id: str, stippen: int) -> tuple[Self, Stem]:
        """The stemming with so many dots on one option, of all people together; at 0 those by name are gone too.

        Raises:
            RegelError: people placed more on it by name.
        """
        op_naam = [stem for stem in self.hier if stem.onderwerp == record_id and stem.wie]
        samen = sum(stem.stippen for stem in op_naam)
        if not stippen:
            leeg = self.with_records(stem for stem in self.records if stem not in op_naam)
            return leeg.with_stem(record_id, nieuw_id, stippen=0)
        if stippen < samen:
            raise RegelError(f"Hier staan al {samen} stippen op naam. Haal ze daar eerst weg, zoals met @naam 2=0.")
        return self.with_stem(record_id, nieuw_id, stippen=stippen - samen)

    def reveal(self) -> Self:
        """The stemming with the dots of this round to be seen."""
        return msgspec.structs.replace(self, onthuld=self.ronde)

    def hide(self) -> Self:
        """The stemming with the dots of this round hidden, and of those that come."""
        return msgspec.structs.replace(self, stemmen="verborgen", onthuld=self.ronde - 1)

    def seen(self) -> Self:
        """Without the dots that may not be seen yet."""
        if not self.verborgen:
            return self
        hier = self.ronde
        return self.with_records(
            msgspec.structs.replace(stem, stippen=0, wie="") if stem.ronde == hier else stem for stem in self.records
        )

    def at(self, ronde: int) -> Self:
        """The stemming as one round left it, with only what took part in it."""
        return msgspec.structs.replace(
            self, records=tuple(stem for stem in self.records if stem.ronde == ronde), beperkt=True
        )

    def border(self, omgeving: Omgeving) -> tuple[str, ...]:
        """The options with equal dots between which the choice must still fall: at the border of what is chosen.

        When nothing is chosen, those that share the first place.
        """
        geteld, vast = self.tally(), self.gekozen
        counts = {one.id: geteld.get(one.id, 0) for one in self.options(omgeving)}
        gekozen = [aantal for one, aantal in counts.items() if one in vast]
        grens = min(gekozen) if gekozen else max(counts.values(), default=0)
        samen = tuple(one for one, aantal in counts.items() if aantal == grens and grens)
        return samen if len(samen) > 1 and not vast.issuperset(samen) else ()

    def next_round(self, omgeving: Omgeving, new_id: NewId, tussen: Collection[str] = ()) -> Self:
        """The stemming with a new, empty round between some options, or all; what was counted before is kept."""
        mee = [one.id for one in omgeving.of_type(self.over) if not tussen or one.id in tussen]
        geteld = {stem.onderwerp for stem in self.hier}
        nu, deed_mee = self.ronde, [one.id for one in self.options(omgeving) if one.id not in geteld]
        erbij = [Stem(id=new_id(), onderwerp=one, ronde=nu) for one in deed_mee]
        leeg = [Stem(id=new_id(), onderwerp=one, ronde=nu + 1) for one in mee]
        return msgspec.structs.replace(self, records=(*self.records, *erbij, *leeg), beperkt=bool(tussen))

    def tidy(self, onderwerp: str) -> Self:
        """The dots on one option in one record per round, after other options became that one."""
        return self.with_records(join_stemmen(self.records, onderwerp))
