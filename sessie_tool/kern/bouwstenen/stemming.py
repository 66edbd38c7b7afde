"""stemming: choosing with dots; the facilitator counts the dots per option."""

import re
from typing import Annotated, ClassVar, Self, cast

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.zaal import Zaalblik, Zaallijst, Zaalregel, show_record, tell_regels
from sessie_tool.kern.document import Alinea, Blok, Kolom, Rij, Tabel, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.veld import Veld

_MEESTE = 12
"""More dots than this are not drawn one by one."""

_TELLING = re.compile(r"\s*([0-9]{1,4}|[a-z]{1,2})\s*=\s*([0-9]{1,6})\s*(!?)\s*")

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


class Stem(Record, frozen=True):
    """The dots on one option. It points at the option by id, so the dots follow it wherever it goes."""

    ENKEL: ClassVar[str] = "stem"
    MEERVOUD: ClassVar[str] = "stemmen"
    BIJ_NUMMER: ClassVar[bool] = False

    onderwerp: Annotated[str, Veld("Keuze", "verwijzing", kolom=True)] = ""
    stippen: Annotated[int, Veld("Stippen", "getal", kolom=True)] = 0
    gekozen: Annotated[bool, Veld("Gekozen", "janee", "Hiermee gaat de groep verder.", kolom=True)] = False


class Stemming(BouwsteenMetRecords, frozen=True):
    """Dots on the records of one type, by default the rode draden.

    Attributes:
        over: the type of those records; a sjabloon says it in words (`KIES_UIT`).
        stippen: dots per participant; None for a quarter of the options.
    """

    TITEL: ClassVar[str] = "Stemming"
    UITLEG: ClassVar[str] = (
        "Kiezen met stippen. Typ 2=5 als keuze 2 vijf stippen heeft; 2=5! betekent dat de groep hiermee verdergaat."
    )
    VOORBEELD: ClassVar[str] = "2=5"
    RECORD: ClassVar[type[Record]] = Stem

    over: Annotated[str, Veld("Kies uit", "keuze", "Waarover wordt gestemd?", keuzes=tuple(KIES_UIT))] = "rode_draad"
    stippen: Annotated[
        int | None, Veld("Stippen per deelnemer", "getal", "Zonder getal: een kwart van het aantal keuzes.")
    ] = None
    records: tuple[Stem, ...] = ()

    @classmethod
    def read_instelling(cls, naam: str, tekst: str) -> object | None:
        """'rode draden' for 'Kies uit' becomes the record type: 'rode_draad'."""
        waarde = super().read_instelling(naam, tekst)
        return KIES_UIT.get(str(waarde)) if naam == "over" else waarde

    def options(self, omgeving: Omgeving) -> tuple[Record, ...]:
        """The records that can get dots."""
        return tuple(omgeving.of_type(self.over))

    def count(self, record_id: str) -> int:
        """The dots on an option."""
        return sum(stem.stippen for stem in self.records if stem.onderwerp == record_id)

    def is_chosen(self, record_id: str) -> bool:
        """Whether the group goes on with an option."""
        return any(stem.gekozen for stem in self.records if stem.onderwerp == record_id)

    def ranked(self, omgeving: Omgeving) -> tuple[Record, ...]:
        """The options, most dots first; equal ones stay in their own order."""
        return tuple(sorted(self.options(omgeving), key=lambda option: -self.count(option.id)))

    def places(self, omgeving: Omgeving) -> dict[str, int]:
        """The place of each option with dots; options with equal dots share a place."""
        counts = {option.id: dots for option in self.options(omgeving) if (dots := self.count(option.id))}
        ordered = sorted(counts.values(), reverse=True)
        first = {dots: plaats for plaats, dots in reversed(list(enumerate(ordered, 1)))}
        return {option_id: first[dots] for option_id, dots in counts.items()}

    def per_person(self, omgeving: Omgeving) -> int:
        """Dots for each person: as the sjabloon says, else a quarter of the options, at least one."""
        return self.stippen or max(1, round(len(self.options(omgeving)) / 4))

    def budget(self, omgeving: Omgeving) -> int:
        """All dots together: per person times the participants who are present."""
        return self.per_person(omgeving) * sum(deelnemer.aanwezig for deelnemer in omgeving.deelnemers)

    def with_stem(self, record_id: str, nieuw_id: str, **changed: object) -> tuple[Self, Stem]:
        """The stemming with changed `stippen` or `gekozen` for one option; the record is made when needed."""
        old = next((stem for stem in self.records if stem.onderwerp == record_id), None)
        stem = msgspec.structs.replace(old or Stem(id=nieuw_id, onderwerp=record_id), **changed)
        if old is None:
            return self.with_records((*self.records, stem)), stem
        return self.with_records(stem if one is old else one for one in self.records), stem

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'2=5' sets five dots on option 2; '2=5!' also says that the group goes on with it."""
        match = _TELLING.fullmatch(regel)
        option = self._numbered(match[1], omgeving) if match else None
        if match and option is None:
            raise RegelError(f"Keuze {match[1]} is er niet. Kijk in de lijst welk nummer u bedoelt.")
        if match is None or option is None:
            raise RegelError(
                f"'{regel.strip()}' is geen telling. Typ het nummer van de keuze, dan = en het aantal stippen: 2=5."
            )
        gekozen = {"gekozen": True} if match[3] else {}
        return self.with_stem(option.id, nieuw_id, stippen=int(match[2]), **gekozen)

    def _numbered(self, nummer: str, omgeving: Omgeving) -> Record | None:
        return next((one for one in self.options(omgeving) if omgeving.nummer(one.id) == nummer), None)

    def format_record(self, record: Record, omgeving: Omgeving) -> str:
        """A count as the line that can be typed."""
        stem = cast("Stem", record)
        return f"{omgeving.nummer(stem.onderwerp)}={stem.stippen}{'!' if stem.gekozen else ''}"

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """All options, also those without dots, most dots first, with what was chosen and where places are equal."""
        shown = self.with_records(self.shown(omgeving))
        options = [one for one in shown.ranked(omgeving) if omgeving.is_printed(one.id)]
        if not options:
            return ()
        places = shown.places(omgeving)
        tabel = Tabel(
            kolommen=(Kolom("Plaats", 1), Kolom("Keuze", 5), Kolom("Stippen", 1), Kolom("Gekozen", 1.2)),
            rijen=tuple(_row(shown, option, places.get(option.id), omgeving) for option in options),
            bijschrift=f"Uitslag: {format_aantal(sum(stem.stippen for stem in shown.records), 'stip', 'stippen')}",
            beschrijving="Elke rij is een keuze; de kolommen zijn plaats, keuze, aantal stippen en of de groep ermee "
            "verdergaat.",
        )
        return (tabel, *(Alinea(tekst(zin)) for zin in shown.ties(omgeving)))

    def shown(self, omgeving: Omgeving) -> tuple[Stem, ...]:
        """Only the dots on options that are printed: what is hidden counts in no place and no total."""
        return tuple(stem for stem in self.printed() if omgeving.is_printed(stem.onderwerp))

    def zaal(self, omgeving: Omgeving, blik: Zaalblik) -> Zaallijst:
        """The options; their dots only when those are shown, and the order of the result only with the result."""
        shown = self.with_records(self.shown(omgeving))
        options = [
            one
            for one in (shown.ranked(omgeving) if blik.uitslag else shown.options(omgeving))
            if omgeving.is_printed(one.id)
        ]
        regels = [self._zaalregel(shown, one, omgeving, blik) for one in options]
        gelijk = tell_regels(shown.ties(omgeving)) if blik.uitslag else ()
        geteld = sum(stem.stippen for stem in shown.records)
        per_persoon = f"{format_aantal(self.per_person(omgeving), 'stip', 'stippen')} per persoon"
        open_ = blik.stippen or blik.uitslag
        kop = f"{format_aantal(geteld, 'stip', 'stippen')} geteld" if open_ else per_persoon
        return Zaallijst(kop, (*regels, *gelijk))

    def _zaalregel(self, shown: Self, option: Record, omgeving: Omgeving, blik: Zaalblik) -> Zaalregel:
        """An option with its dots, as far as the room may see them."""
        dots = shown.count(option.id)
        getal = f"{'●' * min(dots, _MEESTE)} {dots}".strip() if blik.stippen or blik.uitslag else ""
        gekozen = "gekozen" if blik.uitslag and shown.is_chosen(option.id) else ""
        bij = " · ".join(filter(None, (getal, gekozen)))
        return msgspec.structs.replace(show_record(option, omgeving, blik), bij=bij)

    def ties(self, omgeving: Omgeving) -> tuple[str, ...]:
        """A sentence for every shared place."""
        places = self.places(omgeving)
        zinnen = []
        for plaats in sorted(set(places.values())):
            samen = [
                f"keuze {omgeving.nummer(one)} ({omgeving.records[one].hoofdtekst})"
                for one, where in places.items()
                if where == plaats and omgeving.is_printed(one)
            ]
            if len(samen) > 1:
                zinnen.append(f"Gelijk op plaats {plaats}: {join_woorden(samen)}.")
        return tuple(zinnen)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """That nothing was counted or chosen."""
        if not self.options(omgeving):
            return ()
        gaten = []
        if not any(stem.stippen for stem in self.records):
            gaten.append("Er zijn nog geen stippen geteld.")
        if not any(stem.gekozen for stem in self.records):
            gaten.append("Er is nog niets gekozen.")
        return tuple(gaten)


def _row(stemming: Stemming, option: Record, plaats: int | None, omgeving: Omgeving) -> Rij:
    stem = next((one for one in stemming.records if one.onderwerp == option.id), None)
    gekozen = "ja" if stemming.is_chosen(option.id) else "nee"
    cellen = (
        tekst(str(plaats or "–")),
        (Verwijzing(omgeving.noem(option.id), option.id),),
        tekst(str(stemming.count(option.id))),
        tekst(gekozen),
    )
    return Rij(cellen, anker=stem.id if stem else "")
