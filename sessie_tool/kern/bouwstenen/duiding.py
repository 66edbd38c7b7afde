"""duiding: what the indicators of the huis van sturing tell: the value, what we see, the story, what it means.

No norm and no traffic lights: a figure begins a talk. A session carries its indicators, so that it stands alone.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Annotated, ClassVar, Self

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start
from sessie_tool.kern.bouwstenen.genummerd import find_numbered, require_number
from sessie_tool.kern.bouwstenen.rapport import kop_tekst, name_text
from sessie_tool.kern.document import Alinea, Blok, Inhoud, Kop, Opmaak, lijst, tekst
from sessie_tool.kern.huis import Plek
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Overname, Record
from sessie_tool.kern.taal import format_datum
from sessie_tool.kern.veld import Veld, velden

_TEKSTEN = ("zien", "verhaal", "betekenis")
"""The long texts of an indicator, in the order of the verslag."""


_KENMERKEN = ("succesfactor", "eenheid", "bron")
"""What one should know of an indicator before its values."""


class Duiding(Record, frozen=True):
    """An indicator and what the group makes of it.

    `vorige` are the values of earlier sessions in words, each with its moment and where it comes from.
    """

    ENKEL: ClassVar[str] = "indicator"
    MEERVOUD: ClassVar[str] = "indicatoren"

    indicator: Annotated[str, Veld("Indicator", hulp="Waar kijken we naar?", kolom=True)] = ""
    waarde: Annotated[
        str, Veld("Waarde", hulp="Hoe staat het ervoor? Een cijfer of een woord.", merk="=", kolom=True)
    ] = ""
    moment: Annotated[
        str, Veld("Moment", "datum", "Van wanneer is deze waarde? Zonder datum geldt die van de sessie.", merk=">")
    ] = ""
    vorige: Annotated[
        tuple[str, ...], Veld("Eerder", hulp="De waarden uit eerdere sessies, met een puntkomma ertussen.")
    ] = ()
    zien: Annotated[str, Veld("Wat we zien", "tekst", "Wat valt op aan deze waarde?")] = ""
    verhaal: Annotated[
        str, Veld("Beeld of verhaal erbij", "tekst", "Wat maakte iemand mee? Schrijf het op zonder naam.")
    ] = ""
    betekenis: Annotated[
        str, Veld("Wat het betekent", "tekst", "Wat zegt dit over onze doelstelling?", merk="?", loopt_door=True)
    ] = ""
    spanning: Annotated[str, Veld("Wringt met", hulp="Met welke andere doelstelling wringt dit, en hoe?")] = ""
    doelstelling: Annotated[
        str, Veld("Doelstelling", "doelstelling", "Bij welke doelstelling hoort deze indicator?", merk="#")
    ] = ""
    perspectief: Annotated[str, Veld("Perspectief", hulp="Vanuit wie of wat kijken we?")] = ""
    succesfactor: Annotated[str, Veld("Succesfactor", hulp="Wat moet goed gaan?")] = ""
    eenheid: Annotated[str, Veld("Eenheid", hulp="Waarin telt u? Zoals: procent van de inwoners.")] = ""
    bron: Annotated[str, Veld("Bron", hulp="Waar komt het cijfer vandaan?")] = ""

    @property
    def sleutel(self) -> tuple[str, str]:
        """By what an indicator is known in a later session."""
        return (self.doelstelling.casefold(), self.indicator.casefold())


class Duidingen(BouwsteenMetRecords, frozen=True, tag="duiding"):
    """The indicators of the huis van sturing, one after the other."""

    TITEL: ClassVar[str] = "Duiding"
    UITLEG: ClassVar[str] = (
        "De indicatoren uit het huis van sturing staan al in de lijst. #3 =41% is de waarde van indicator 3; de tekst "
        "erachter is wat we zien, na een ? staat wat het betekent. Met Enter vult u ook het beeld of verhaal in. "
        "In het scherm geldt een regel zonder nummer voor de indicator die u kiest; nieuw: maakt een nieuwe."
    )
    VOORBEELD: ClassVar[str] = "#3 =41% Meer mensen komen langs ?de drempel is lager"
    RECORD: ClassVar[type[Record]] = Duiding

    records: tuple[Duiding, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with a record for each indicator of the huis van sturing."""
        return self.with_records(_begin(plek, new_id()) for plek in start.huis.plekken)

    def take_over(self, bron: Omgeving, overname: Callable[[Record], Overname]) -> Iterable[Record]:
        """The values of the earlier session, each in words; what was the facilitator's own stays there."""
        blijft = ("indicator", "doelstelling", "perspectief", "succesfactor", "eenheid", "bron")
        for een in bron.of_type("duiding"):
            if isinstance(een, Duiding) and een.bereik == "verslag":
                uit = overname(een)
                waarden = (*een.vorige, describe_waarde(een, bron.datum, uit.uit)) if een.waarde else een.vorige
                kept = {name: getattr(een, name) for name in blijft}
                yield Duiding(id=een.id, overgenomen=uit, vorige=waarden, **kept)

    def take_in(self, records: Iterable[Record]) -> Self:
        """Earlier values go to the indicator that they are of.

        Without a huis van sturing the indicators of the earlier sessions are those of this one.
        """
        eigen = {een.sleutel: een for een in self.records}
        for nieuw in records:
            if isinstance(nieuw, Duiding) and (nieuw.sleutel in eigen or not self.records):
                oud = eigen.get(nieuw.sleutel, nieuw)
                vorige = tuple(dict.fromkeys((*oud.vorige, *nieuw.vorige)))
                eigen[nieuw.sleutel] = msgspec.structs.replace(oud, vorige=vorige)
        dubbel = (een for een in self.records if eigen[een.sleutel].id != een.id)
        return self.with_records((*eigen.values(), *dubbel))

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#3 =41% tekst ?betekenis' is about indicator 3; without such a number it is a new indicator."""
        old, rest = find_numbered(regel, self.records, omgeving)
        if old is None or not rest:
            require_number(regel, Duiding, omgeving)
            return super().apply_regel(regel, omgeving, nieuw_id)
        waarden = parse_waarden(Duiding, rest, omgeving)
        waarden["zien"] = "\n\n".join(deel for deel in (waarden.get("zien", ""), waarden.pop("indicator")) if deel)
        for name in _TEKSTEN:
            waarden[name] = "\n\n".join(deel for deel in (getattr(old, name), waarden.get(name, "")) if deel)
        nieuw = msgspec.structs.replace(old, **waarden)
        return self.with_records(nieuw if een is old else een for een in self.records), nieuw

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The walk through the huis: a heading per perspectief and doelstelling, then each indicator."""
        blokken: list[Blok] = []
        for perspectief, groep in groupby(_in_order(self.printed()), lambda een: een.perspectief):
            blokken.append(Kop(2, tekst(perspectief or "Zonder perspectief")))
            for doel, delen in groupby(groep, lambda een: een.doelstelling):
                blokken.append(Kop(3, tekst(doel or "Zonder doelstelling")))
                blokken += [blok for een in delen for blok in _report(een, omgeving)]
        return tuple(blokken)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Indicators without a value or a meaning."""
        gaten = list(super().missing(omgeving))
        for een in self.printed():
            leeg = [wat for name, wat in (("waarde", "waarde"), ("betekenis", "duiding")) if not getattr(een, name)]
            if leeg:
                gaten.append(
                    f"Indicator {omgeving.nummer(een.id)} heeft nog geen {' en geen '.join(leeg)}: "
                    f"{name_text(een.indicator)}"
                )
        return tuple(gaten)


def describe_waarde(duiding: Duiding, datum: str, uit: str = "") -> str:
    """'12 maart 2024: 34% (Duidingssessie Waterveen)': a value with its moment and where it comes from."""
    moment = duiding.moment or datum
    bron = uit.removesuffix(f", {format_datum(datum)}") if moment == datum else uit
    herkomst = f" ({bron})" if bron else ""
    return f"{format_datum(moment)}: {duiding.waarde or 'nog geen waarde'}{herkomst}"


def _begin(plek: Plek, nieuw_id: str) -> Duiding:
    return Duiding(
        id=nieuw_id,
        indicator=plek.indicator.naam,
        eenheid=plek.indicator.eenheid,
        bron=plek.indicator.bron,
        doelstelling=plek.doelstelling.naam,
        perspectief=plek.perspectief.naam,
        succesfactor=plek.succesfactor.naam,
    )


def _in_order(duidingen: tuple[Duiding, ...]) -> Iterator[Duiding]:
    """By perspectief and doelstelling in the order in which they first come; a new indicator joins the others."""
    per: dict[str, dict[str, list[Duiding]]] = {}
    for een in duidingen:
        per.setdefault(een.perspectief, {}).setdefault(een.doelstelling, []).append(een)
    for doelen in per.values():
        for groep in doelen.values():
            yield from groep


def _report(duiding: Duiding, omgeving: Omgeving) -> list[Blok]:
    """One indicator: its values per moment, and what is said of it."""
    waarden = [waarde for waarde in duiding.vorige if waarde.strip()]
    waarden += [describe_waarde(duiding, omgeving.datum)] if duiding.waarde or duiding.moment else []
    blokken: list[Blok] = [
        Kop(4, tekst(kop_tekst(duiding, omgeving)), duiding.id),
    ]
    kenmerken = [_labelled(name, duiding) for name in _KENMERKEN if getattr(duiding, name)]
    blokken += [Alinea(_join(kenmerken))] if kenmerken else []
    blokken += [Alinea(tekst("Waarde per moment:", vet=True)), lijst(waarden)] if waarden else []
    for name in _TEKSTEN:
        if getattr(duiding, name):
            blokken += [Alinea(_label(name)), Opmaak(getattr(duiding, name))]
    return blokken + ([Alinea(_labelled("spanning", duiding))] if duiding.spanning else [])


def _label(name: str) -> Inhoud:
    return tekst(f"{velden(Duiding)[name].label}:", vet=True)


def _labelled(name: str, duiding: Duiding) -> Inhoud:
    return (*_label(name), *tekst(f" {getattr(duiding, name)}"))


def _join(delen: list[Inhoud]) -> Inhoud:
    """Parts of one paragraph, each on a line of its own."""
    return tuple(stuk for nummer, deel in enumerate(delen) for stuk in (*(tekst("\n") if nummer else ()), *deel))
