"""criteria: by what the options are weighed, each with its weight and with what every score means."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Self

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.genummerd import find_numbered, require_number
from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.document import Alinea, Blok, Kolom, Rij, Tabel, tekst
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_getal, join_woorden
from sessie_tool.kern.veld import Veld

SCORES = (0, 1, 2, 3, 4)
"""The scores one can give."""

SOORTEN = ("meetbaar", "merkbaar")

_GEEN_HEEL_GETAL = re.compile(r"=-?[\d.,]+%?")
"""A weight as somebody may type it that is none: a part, a share, or less than nothing."""


class Criterium(Record, frozen=True):
    """One thing that counts in the choice."""

    ENKEL: ClassVar[str] = "criterium"
    MEERVOUD: ClassVar[str] = "criteria"

    titel: Annotated[str, Veld("Criterium", hulp="Wat telt mee bij de keuze?", kolom=True)] = ""
    gewicht: Annotated[
        int | None, Veld("Gewicht", "getal", "Hoe zwaar telt dit? Een heel getal.", merk="=", kolom=True)
    ] = None
    doel: Annotated[str, Veld("Doel", hulp="Welk doel dient dit criterium?", merk="#", kolom=True)] = ""
    merkbaar: Annotated[
        str,
        Veld("Soort", "keuze", "Is het te meten, of merken mensen het?", SOORTEN, merk="!", kolom=True),
    ] = ""
    anker_0: Annotated[str, Veld("Score 0 betekent")] = ""
    anker_1: Annotated[str, Veld("Score 1 betekent")] = ""
    anker_2: Annotated[str, Veld("Score 2 betekent")] = ""
    anker_3: Annotated[str, Veld("Score 3 betekent")] = ""
    anker_4: Annotated[str, Veld("Score 4 betekent")] = ""

    @property
    def ankers(self) -> tuple[str, ...]:
        """What the scores 0 to 4 mean, in that order."""
        return (self.anker_0, self.anker_1, self.anker_2, self.anker_3, self.anker_4)


class Criteria(BouwsteenMetRecords, frozen=True):
    """The criteria with their weights; these are agreed before the first score is given."""

    TITEL: ClassVar[str] = "Criteria"
    UITLEG: ClassVar[str] = (
        "Wat telt mee, en hoe zwaar? Elke regel is een criterium; =3 is het gewicht, # het doel dat het dient, en "
        '!meetbaar of !merkbaar hoe u het ziet. #2 =4 geeft criterium 2 een ander gewicht, #2 anker_3="..." zegt wat '
        "score 3 daar betekent; met Enter kan dat ook."
    )
    VOORBEELD: ClassVar[str] = "Jongeren hebben binnen een jaar weer rust =3 #Inclusief !merkbaar"
    RECORD: ClassVar[type[Record]] = Criterium

    records: tuple[Criterium, ...] = ()

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#2 =4' gives criterium 2 another weight; any field can be filled so. A line without a mark is a new one."""
        old, rest = find_numbered(regel, self.records, omgeving)
        waarden = parse_waarden(Criterium, rest, omgeving) if old else {}
        erbij = waarden.pop("titel", "")
        if old and _GEEN_HEEL_GETAL.fullmatch(erbij):
            raise RegelError(f"Een gewicht is een heel getal van 0 of meer, zoals =3; '{erbij}' kan niet.")
        if old is None or erbij or not waarden:
            require_number(regel, Criterium, omgeving)
            return super().apply_regel(regel, omgeving, nieuw_id)
        nieuw = msgspec.structs.replace(old, **waarden)
        return self.with_records(nieuw if one is old else one for one in self.records), nieuw

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The criteria with their weights and shares, and what each score means unless an afweging says so later."""
        criteria = self.printed()
        if not criteria:
            return ()
        elders = "afweging" in omgeving.bouwstenen
        return (_table(criteria, omgeving), *(() if elders else report_ankers(criteria, omgeving)))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Criteria without a weight, or without a text at a score."""
        gaten = [zin for one in self.printed() for zin in _gaps(one, omgeving)]
        return tuple(gaten) if self.printed() else super().missing(omgeving)


def name_criterium(criterium: Criterium, omgeving: Omgeving) -> str:
    """'Criterium 2 (Snel merkbaar)'."""
    return f"Criterium {omgeving.nummer(criterium.id)} ({name_text(criterium.titel)})"


def describe_deel(gewicht: int, criteria: Sequence[Criterium]) -> str:
    """'30%': which part of all weights together one weight is."""
    som = sum(one.gewicht or 0 for one in criteria)
    return f"{format_getal(Fraction(100 * gewicht, som), 0)}%" if som else "–"


def report_ankers(criteria: Sequence[Criterium], omgeving: Omgeving) -> tuple[Blok, ...]:
    """What each score means, per criterium: a table."""
    bekend = [one for one in criteria if any(one.ankers)]
    if not bekend:
        return ()
    tabel = Tabel(
        kolommen=(Kolom("Criterium", 2), *(Kolom(f"Score {score}", 2) for score in SCORES)),
        rijen=tuple(Rij((tekst(omgeving.noem(one.id)), *map(tekst, one.ankers))) for one in bekend),
        bijschrift="Wat de scores betekenen",
        beschrijving="Elke rij is een criterium; de kolommen zeggen wat score 0 tot en met 4 daar betekent.",
    )
    return (Alinea(tekst("Zo zijn de scores bedoeld:")), tabel)


def _table(criteria: Sequence[Criterium], omgeving: Omgeving) -> Tabel:
    som = sum(one.gewicht or 0 for one in criteria)
    return Tabel(
        kolommen=(
            Kolom("Nr.", 0.6),
            Kolom("Criterium", 4),
            Kolom("Gewicht", 1.2),
            Kolom("Aandeel", 1.2),
            Kolom("Doel", 1.8),
            Kolom("Soort", 1.5),
        ),
        rijen=tuple(_row(one, criteria, omgeving) for one in criteria),
        bijschrift=f"Criteria en gewichten, samen {som}",
        beschrijving="Elke rij is een criterium; de kolommen zijn nummer, criterium, gewicht, aandeel in het totaal, "
        "het doel dat het dient, en of het meetbaar of merkbaar is.",
    )


def _row(one: Criterium, criteria: Sequence[Criterium], omgeving: Omgeving) -> Rij:
    gewicht = "nog geen" if one.gewicht is None else str(one.gewicht)
    deel = "–" if one.gewicht is None else describe_deel(one.gewicht, criteria)
    cellen = (omgeving.nummer(one.id), name_text(one.titel), gewicht, deel, one.doel, one.merkbaar)
    return Rij(tuple(map(tekst, cellen)), anker=one.id)


def _gaps(one: Criterium, omgeving: Omgeving) -> list[str]:
    naam = name_criterium(one, omgeving)
    gaten = [f"{naam} heeft nog geen gewicht."] if one.gewicht is None else []
    leeg = [str(score) for score, anker in zip(SCORES, one.ankers, strict=True) if not anker.strip()]
    if leeg:
        gaten.append(f"{naam}: nog niet opgeschreven wat score {join_woorden(leeg)} betekent.")
    return gaten
