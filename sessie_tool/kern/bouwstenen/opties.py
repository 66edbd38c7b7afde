"""opties: the packages one can choose from, the zero option included."""

import re
from typing import Annotated, ClassVar, Literal, Self

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start
from sessie_tool.kern.bouwstenen.rapport import kop_tekst, name_text, show_waarde
from sessie_tool.kern.document import Alinea, Blok, Kop, Lijst, Opmaak, Punt, tekst
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import DOEL, Veld, velden

SCHALEN = ("stad", "stadsdeel", "wijk", "buurt", "straat")
TEMPI = ("binnen 4 jaar", "ongeveer 10 jaar", "langer dan 10 jaar")
NULOPTIE = "Alles blijft zoals het is"


class Optie(Record, frozen=True):
    """One package one can choose: a set of measures that belong together."""

    ENKEL: ClassVar[str] = "optie"
    MEERVOUD: ClassVar[str] = "opties"
    NUMMERING: ClassVar[Literal["cijfer", "letter", "hoofdletter"]] = "hoofdletter"

    titel: Annotated[str, Veld("Optie", hulp="Kort: wat doen we bij deze optie?", kolom=True)] = ""
    toelichting: Annotated[str, Veld("Toelichting", "tekst", "Wat hoort erbij, en wat niet?")] = ""
    nuloptie: Annotated[
        bool, Veld("Nuloptie", "janee", "Is dit de optie waarin alles blijft zoals het is?", kolom=True)
    ] = False
    schaal: Annotated[
        str,
        Veld(
            "Schaal", "keuze", "Waar speelt deze optie: in de hele stad of dichterbij?", SCHALEN, merk="!", kolom=True
        ),
    ] = ""
    tempo: Annotated[str, Veld("Tempo", "keuze", "Wanneer is het resultaat er?", TEMPI, merk=">", kolom=True)] = ""
    knelpunt: Annotated[str, Veld("Knelpunt", hulp="Wat maakt deze optie zinloos zolang het er is?")] = ""
    instrument: Annotated[str, Veld("Ontbrekend instrument", hulp="Welk instrument hebben wij niet?")] = ""
    valt_af: Annotated[
        bool, Veld("Valt af", "janee", "Kan deze optie nu niet? Dan staat ze buiten de rangorde.", kolom=True)
    ] = False
    doel: Annotated[tuple[str, ...], DOEL] = ()
    geleerd: Annotated[str, Veld("Geleerd", "tekst", "Wat leerden we eerder of elders over zo'n optie?")] = ""


_OVER = re.compile(r"\s*([A-Za-z]{1,2}):\s+(\S.*)", re.DOTALL)


class Opties(BouwsteenMetRecords, frozen=True):
    """The options, each with a letter. A new session begins with the zero option, so that it is never forgotten."""

    TITEL: ClassVar[str] = "Opties"
    UITLEG: ClassVar[str] = (
        "Wat kunnen we kiezen? Elke regel is een optie; !wijk zegt waar ze speelt en >binnen wanneer het resultaat er "
        'is (>binnen 4 jaar, >ongeveer 10, >langer). Met B: vult u optie B aan, zoals B: knelpunt="het net is vol" '
        "valt_af=ja als ze nu niet kan."
    )
    VOORBEELD: ClassVar[str] = "Schulden van jongeren vroeg overnemen !stad >binnen"
    RECORD: ClassVar[type[Record]] = Optie

    records: tuple[Optie, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with the option to change nothing: that is a choice too."""
        return self.with_records([Optie(id=new_id(), titel=NULOPTIE, nuloptie=True)])

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'B: tekst' is added to the toelichting of option B, with the fields that it fills; else a new option."""
        match = _OVER.fullmatch(regel)
        letter = match[1].upper() if match else ""
        old = next((one for one in self.records if omgeving.nummer(one.id) == letter), None)
        if match is None or old is None:
            return super().apply_regel(regel, omgeving, nieuw_id)
        waarden = parse_waarden(Optie, match[2], omgeving)
        erbij = "\n\n".join(deel for deel in (old.toelichting, waarden.pop("titel")) if deel)
        nieuw = msgspec.structs.replace(old, **{"toelichting": erbij} | waarden)
        return self.with_records(nieuw if one is old else one for one in self.records), nieuw

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A heading per option with all that is known of it."""
        return tuple(blok for one in self.printed() for blok in _report(one, omgeving))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Too few to choose from, no zero option, and options that are ruled out without a reason."""
        opties = self.printed()
        if not opties:
            return super().missing(omgeving)
        gaten = [] if any(one.nuloptie for one in opties) else ["Er is geen nuloptie: wat gebeurt er als u niets doet?"]
        gaten += ["Er is maar één optie: dan valt er niets te kiezen."] if len(opties) == 1 else []
        return (*gaten, *(f"{name_optie(one, omgeving)} valt af zonder reden." for one in opties if _lacks_reason(one)))


def name_optie(optie: Optie, omgeving: Omgeving) -> str:
    """'Optie B (Vroeg helpen)'."""
    return f"Optie {omgeving.nummer(optie.id)} ({name_text(optie.titel)})"


def reasons(optie: Optie) -> tuple[str, ...]:
    """What stands in the way of an option, in sentences."""
    zinnen = []
    if optie.knelpunt.strip():
        zinnen.append(f"Knelpunt: {optie.knelpunt}")
    if optie.instrument.strip():
        zinnen.append(f"Ontbrekend instrument: {optie.instrument}")
    return tuple(zinnen)


def _lacks_reason(optie: Optie) -> bool:
    return optie.valt_af and not reasons(optie)


_KORT = ("nuloptie", "schaal", "tempo", "valt_af", "knelpunt", "instrument", "doel")


def _report(optie: Optie, omgeving: Omgeving) -> list[Blok]:
    punten = []
    for name in _KORT:
        veld, value = velden(Optie)[name], getattr(optie, name)
        if value:
            inhoud = (*tekst(f"{veld.label}: ", vet=True), *show_waarde(veld, value, omgeving))
            punten.append(Punt((Alinea(inhoud),)))
    blokken: list[Blok] = [Kop(2, tekst(kop_tekst(optie, omgeving)), optie.id)]
    blokken += [Opmaak(optie.toelichting)] if optie.toelichting else []
    blokken += [Lijst(tuple(punten))] if punten else []
    if optie.geleerd:
        blokken += [Alinea(tekst("Wat we eerder of elders leerden:", vet=True)), Opmaak(optie.geleerd)]
    return blokken
