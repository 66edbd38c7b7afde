"""stemming: choosing with dots; the facilitator counts the dots per option."""

from collections.abc import Iterator
from itertools import count
from typing import Any, ClassVar, Self, cast

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.bouwstenen.stem import Stem
from sessie_tool.kern.bouwstenen.stemregel import Opdracht, read_opdracht, read_telling
from sessie_tool.kern.bouwstenen.stemronden import KIES_UIT, Stemronden
from sessie_tool.kern.bouwstenen.zaal import Zaalblik, Zaallijst, Zaalregel, show_record, tell_regels
from sessie_tool.kern.document import Alinea, Blok, Kolom, Rij, Tabel, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.veld import velden

__all__ = ["KIES_UIT", "Stem", "Stemming"]

_MEESTE = 12
"""More dots than this are not drawn one by one."""


class Stemming(Stemronden, frozen=True):
    """Dots on the records of one type, by default the rode draden."""

    TITEL: ClassVar[str] = "Stemming"
    UITLEG: ClassVar[str] = (
        "Kiezen met stippen. Typ 2=5 als keuze 2 vijf stippen heeft; 2=5! betekent dat de groep hiermee verdergaat. "
        "Telt u per persoon? Typ dan @naam 2=3 4=1. Verder kunt u typen: verberg, onthul, ronde, ronde 2 5 (een ronde "
        "tussen die twee) en ronde gelijk."
    )
    VOORBEELD: ClassVar[str] = "2=5"
    RECORD: ClassVar[type[Record]] = Stem

    records: tuple[Stem, ...] = ()

    @classmethod
    def read_instelling(cls, naam: str, tekst: str) -> object | None:
        """'rode draden' for 'Kies uit' becomes the record type: 'rode_draad'."""
        waarde = super().read_instelling(naam, tekst)
        return KIES_UIT.get(str(waarde)) if naam == "over" else waarde

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'2=5' sets five dots on option 2, '2=5!' also says that the group goes on with it; '@Jansen 2=2' counts hers.

        'onthul', 'verberg' and 'ronde' do what v, r and g do on the screen.
        """
        ids = (f"{nieuw_id}{nummer or ''}" for nummer in count())
        opdracht = read_opdracht(regel)
        if opdracht:
            return self._obey(opdracht, omgeving, lambda: next(ids))
        telling = read_telling(regel)
        if telling is None:
            raise RegelError(
                f"'{regel.strip()}' is geen telling. Typ het nummer van de keuze, dan = en het aantal stippen: 2=5."
            )
        options = [self._option(een.nummer, omgeving) for een in telling.delen]
        wie = self._require_person(telling.naam, omgeving) if telling.naam else ""
        nieuw, stem = self, Stem(id="")
        for option, een in zip(options, telling.delen, strict=True):
            if wie:
                nieuw, stem = nieuw.with_stem(option.id, next(ids), wie, stippen=een.stippen)
            else:
                nieuw, stem = nieuw.with_telling(option.id, next(ids), een.stippen)
            if een.gekozen:
                nieuw, gekozen = nieuw.with_stem(option.id, next(ids), gekozen=True)
                stem = stem if wie else gekozen
        nieuw.require_budget(wie, omgeving)
        return nieuw, stem

    def _option(self, nummer: str, omgeving: Omgeving) -> Record:
        """The option with a number."""
        found = next((one for one in self.options(omgeving) if omgeving.nummer(one.id) == nummer), None)
        if found is None:
            raise RegelError(f"Keuze {nummer} is er niet. Kijk in de lijst welk nummer u bedoelt.")
        return found

    def _require_person(self, naam: str, omgeving: Omgeving) -> str:
        """The participant who is meant, and who is there."""
        wie = omgeving.match(velden(Stem)["wie"], naam)
        if wie is None:
            raise RegelError(
                f"'{naam}' is geen deelnemer, of past op meer dan een. Typ meer van de naam (F3 toont ze)."
            )
        if not any(one.aanwezig for one in omgeving.deelnemers if one.naam == wie):
            raise RegelError(f"{wie} staat als afwezig. Pas dat eerst aan bij de deelnemers (F3).")
        return str(wie)

    def require_budget(self, wie: str, omgeving: Omgeving) -> None:
        """Refuse more dots of one person than a person has.

        Raises:
            RegelError: there are more.
        """
        geteld, budget = sum(self.named(wie).values()), self.per_person(omgeving)
        if geteld > budget:
            mag = format_aantal(budget, "stip", "stippen")
            raise RegelError(f"{wie} heeft {mag}, en dit zijn er samen {geteld}. Typ er minder.")

    def describe_person(self, wie: str, omgeving: Omgeving) -> str:
        """'Noor Voorbeeld: 2 van 3 stippen, nog 1'."""
        geteld, budget = sum(self.named(wie).values()), self.per_person(omgeving)
        return f"{wie}: {geteld} van {format_aantal(budget, 'stip', 'stippen')}, nog {budget - geteld}"

    def _obey(self, opdracht: Opdracht, omgeving: Omgeving, new_id: NewId) -> tuple[Self, Record]:
        """Reveal, hide, or begin another round; gives a stem of the round, one without dots when there was none."""
        options = self.options(omgeving)
        if not options:
            raise RegelError("Er is nog niets om uit te kiezen.")
        if opdracht.woord == "ronde":
            nieuw = self._begin_round(opdracht.rest, omgeving, new_id)
        else:
            nieuw = self.reveal() if opdracht.woord == "onthul" else self.hide()
        return (nieuw, nieuw.hier[-1]) if nieuw.hier else nieuw.with_stem(options[0].id, new_id())

    def _begin_round(self, rest: tuple[str, ...], omgeving: Omgeving, new_id: NewId) -> Self:
        """A new round: between all options, those with these numbers, or ('gelijk') those that are equal."""
        if not any(self.tally().values()):
            raise RegelError("In deze ronde is nog niets geteld. Tel eerst de stippen.")
        tussen = tuple(self._option(nummer, omgeving).id for nummer in rest if nummer != "gelijk")
        if "gelijk" in rest:
            if self.verborgen:
                raise RegelError("De stippen zijn nog verborgen. Onthul ze eerst.")
            tussen += self.border(omgeving)
            if not tussen:
                raise RegelError("Er is niets gelijk op de grens van wat is gekozen.")
        return self.next_round(omgeving, new_id, tussen)

    def format_record(self, record: Record, omgeving: Omgeving) -> str:
        """A count as the line that can be typed."""
        stem = cast("Stem", record)
        wie = f'@"{stem.wie}" ' if stem.wie else ""
        return f"{wie}{omgeving.nummer(stem.onderwerp)}={stem.stippen}{'!' if stem.gekozen else ''}"

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """All options, also those without dots, most dots first, with what was chosen and where places are equal.

        The last round stands first, the rounds before it below it.
        """
        shown = self.with_records(self.shown(omgeving))
        eerder = [shown.at(ronde) for ronde in sorted({stem.ronde for stem in shown.records}, reverse=True)[1:]]
        kop = f"Uitslag van ronde {shown.ronde}" if eerder else "Uitslag"
        blokken = [*shown.report_ronde(omgeving, kop, shown.gekozen), *map(_say, shown.tell_border(omgeving))]
        for een in eerder:
            blokken += een.report_ronde(omgeving, f"Stippen in ronde {een.ronde}", shown.gekozen)
        return tuple(blokken)

    def report_ronde(self, omgeving: Omgeving, kop: str, gekozen: frozenset[str]) -> tuple[Blok, ...]:
        """The table of one round, with what was chosen in the end, and where places are equal."""
        options = [one for one in self.ranked(omgeving) if omgeving.is_printed(one.id)]
        if not options:
            return ()
        places = self.places(omgeving)
        telling = format_aantal(sum(stem.stippen for stem in self.hier), "stip", "stippen")
        tabel = Tabel(
            kolommen=(Kolom("Plaats", 1), Kolom("Keuze", 5), Kolom("Stippen", 1), Kolom("Gekozen", 1.2)),
            rijen=tuple(_row(self, option, places.get(option.id), gekozen, omgeving) for option in options),
            bijschrift=f"{kop}: {telling}",
            beschrijving="Elke rij is een keuze; de kolommen zijn plaats, keuze, aantal stippen en of de groep ermee "
            "verdergaat.",
        )
        return (tabel, *map(_say, self.ties(omgeving)))

    def shown(self, omgeving: Omgeving) -> tuple[Stem, ...]:
        """Only the dots on options that are printed: what is hidden counts in no place and no total."""
        return tuple(stem for stem in self.printed() if omgeving.is_printed(stem.onderwerp))

    def zaal(self, omgeving: Omgeving, blik: Zaalblik) -> Zaallijst:
        """The options; their dots only when those are shown, and the order of the result only with the result."""
        blik = Zaalblik(blik.namen) if self.verborgen else blik
        shown = self.with_records(self.shown(omgeving))
        options = [
            one
            for one in (shown.ranked(omgeving) if blik.uitslag else shown.options(omgeving))
            if omgeving.is_printed(one.id)
        ]
        regels = [self._zaalregel(shown, one, omgeving, blik) for one in options]
        gelijk = tell_regels(shown.ties(omgeving)) if blik.uitslag else ()
        geteld = sum(stem.stippen for stem in shown.hier)
        per_persoon = f"{format_aantal(self.per_person(omgeving), 'stip', 'stippen')} per persoon"
        open_ = blik.stippen or blik.uitslag
        kop = f"{format_aantal(geteld, 'stip', 'stippen')} geteld" if open_ else per_persoon
        return Zaallijst(kop, (*regels, *gelijk), boven=True)

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

    def tell_border(self, omgeving: Omgeving) -> tuple[str, ...]:
        """That an option with as many dots as a chosen one was not chosen."""
        samen = [one for one in self.border(omgeving) if omgeving.is_printed(one)]
        wel = [f"keuze {omgeving.nummer(one)}" for one in samen if self.is_chosen(one)]
        niet = [f"keuze {omgeving.nummer(one)}" for one in samen if not self.is_chosen(one)]
        if not wel or not niet:
            return ()
        return (f"Evenveel stippen op de grens van gekozen: {join_woorden(wel)} wel, {join_woorden(niet)} niet.",)

    def summary(self, omgeving: Omgeving) -> dict[str, Any]:
        """Round, dots per person and what people can still give; the places only when they may be seen."""
        geteld, budget = sum(stem.stippen for stem in self.hier), self.budget(omgeving)
        uit = {
            "ronde": self.ronde,
            "verborgen": self.verborgen,
            "geteld": geteld,
            "per_deelnemer": self.per_person(omgeving),
            "te_verdelen": budget,
            "nog_te_verdelen": budget - geteld,
            "per_persoon": {
                wie: sum(self.named(wie).values()) for wie in dict.fromkeys(one.wie for one in self.hier) if wie
            },
        }
        if self.verborgen:
            return uit
        return uit | {"plaatsen": self.places(omgeving), "gelijk_op_de_grens": list(self.border(omgeving))}

    def tell(self, omgeving: Omgeving) -> tuple[str, ...]:
        """How much was counted, and where places are equal."""
        if not self.records:
            return ()
        kop = f"{f'ronde {self.ronde}: ' if self.ronde > 1 else ''}{self.describe_budget(omgeving)}"
        if self.verborgen:
            return (kop, "De stippen zijn nog verborgen. 'onthul' als regel in deze stap toont ze (op het scherm: v).")
        return (kop, *self._tell_samen(omgeving), *self.ties(omgeving), *self.tell_border(omgeving))

    def _tell_samen(self, omgeving: Omgeving) -> Iterator[str]:
        """The dots of each option together, where they were counted per person."""
        if any(stem.wie for stem in self.hier):
            for option in self.ranked(omgeving):
                yield f"Keuze {omgeving.noem(option.id)}: {format_aantal(self.count(option.id), 'stip', 'stippen')}."

    def describe_budget(self, omgeving: Omgeving) -> str:
        """'7 van 12 stippen geteld · 3 per deelnemer · nog 5'; without people no word about what there is."""
        geteld, budget = sum(stem.stippen for stem in self.hier), self.budget(omgeving)
        if not budget:
            return f"{format_aantal(geteld, 'stip', 'stippen')} geteld · {self.per_person(omgeving)} per deelnemer"
        over = budget - geteld
        slot = f"nog {over}" if over >= 0 else f"▲ {-over} meer dan er zijn"
        return f"{geteld} van {budget} stippen geteld · {self.per_person(omgeving)} per deelnemer · {slot}"

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """That nothing was counted or chosen."""
        if not self.options(omgeving):
            return ()
        gaten = []
        over = sum(self.tally().values()) - self.budget(omgeving)
        if over > 0 and any(one.aanwezig for one in omgeving.deelnemers):
            te_veel = format_aantal(over, "stip", "stippen")
            gaten.append(f"Er is {te_veel} meer geteld dan de aanwezigen samen hebben. Klopt de telling?")
        if not any(stem.stippen for stem in self.hier):
            gaten.append("Er zijn nog geen stippen geteld.")
        if not self.gekozen:
            gaten.append("Er is nog niets gekozen.")
        if self.verborgen and any(stem.stippen for stem in self.hier):
            gaten.append("De stippen zijn nog niet onthuld. In dit verslag staan ze wel.")
        return tuple(gaten)


def _say(zin: str) -> Alinea:
    return Alinea(tekst(zin))


def _row(stemming: Stemming, option: Record, plaats: int | None, gekozen: frozenset[str], omgeving: Omgeving) -> Rij:
    stem = next((one for one in stemming.hier if one.onderwerp == option.id), None)
    cellen = (
        tekst(str(plaats or "–")),
        (Verwijzing(omgeving.noem(option.id), option.id),),
        tekst(str(stemming.count(option.id))),
        tekst("ja" if option.id in gekozen else "nee"),
    )
    return Rij(cellen, anker=stem.id if stem else "")
