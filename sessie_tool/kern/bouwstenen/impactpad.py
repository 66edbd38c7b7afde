"""impactpad: per option the chain from doelgroep to impactdoel, thought out backwards, an assumption on every arrow."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Self

import msgspec

from sessie_tool.kern.bouwstenen.genummerd import find_numbered, require_number
from sessie_tool.kern.bouwstenen.per_optie import (
    OptieVeld,
    PerOptie,
    drop_known,
    head_groep,
    list_opties,
    name_groep,
    of_optie,
)
from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.document import Blok, Figuur, Kolom, Rij, Tabel, tekst
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.tekening import Keten, Pijl, Trede, Vak
from sessie_tool.kern.veld import Veld

PLAATSEN = ("impactdoel", "langetermijneffect", "kortetermijneffect", "output", "activiteit", "doelgroep")
"""The places of a chain in the order in which one thinks: backwards from the goal."""

NAMEN = {
    "doelgroep": "Doelgroep",
    "activiteit": "Activiteit",
    "output": "Output",
    "kortetermijneffect": "Effect op korte termijn",
    "langetermijneffect": "Effect op lange termijn",
    "impactdoel": "Impactdoel",
}
"""The places as they are shown, in the order in which the chain works."""

VRAGEN = {
    "impactdoel": "Wat is er uiteindelijk beter, en voor wie?",
    "langetermijneffect": "Wat moet er dan op lange termijn veranderd zijn?",
    "kortetermijneffect": "Wat moet er daarvoor als eerste veranderen?",
    "output": "Wat moet er dan liggen of gebeurd zijn?",
    "activiteit": "Wat doen we daarvoor, en met wie?",
    "doelgroep": "Voor wie doen we dat?",
}
"""What one asks at a place."""

_ZINNEN = {
    "doelgroep": "Het begint bij",
    "activiteit": "Daarvoor doen we",
    "output": "Dat levert op",
    "kortetermijneffect": "Op korte termijn verandert",
    "langetermijneffect": "Op lange termijn verandert",
    "impactdoel": "Zo komt het doel dichterbij",
}

_MEESTE_VAKKEN = 9
_LEEG = "nog leeg"


class Schakel(Record, frozen=True):
    """One link of a chain, with what we assume on the way to what follows from it."""

    ENKEL: ClassVar[str] = "schakel"
    MEERVOUD: ClassVar[str] = "schakels"

    tekst: Annotated[str, Veld("Schakel", hulp="Kort: wat staat op deze plaats in de keten?", kolom=True)] = ""
    plaats: Annotated[str, Veld("Plaats", "keuze", "Waar in de keten hoort dit?", PLAATSEN, merk="!", kolom=True)] = ""
    opties: OptieVeld = ()
    met_wie: Annotated[tuple[str, ...], Veld("Met wie", "deelnemer", "Wie hebt u hierbij nodig?", merk="@")] = ()
    aanname: Annotated[
        str,
        Veld(
            "Aanname",
            hulp="Waarom volgt de volgende stap hieruit? Wat moet daarvoor waar zijn?",
            merk="?",
            loopt_door=True,
        ),
    ] = ""
    zekerheid: Annotated[
        str,
        Veld("Hoe zeker", "keuze", "Hoe zeker is die aanname?", ("bewezen", "aannemelijk", "onzeker")),
    ] = ""


class Impactpad(PerOptie, frozen=True):
    """The chains of the options."""

    TITEL: ClassVar[str] = "Impactpad"
    UITLEG: ClassVar[str] = (
        "De keten van een optie. Begin bij het doel en denk terug: !impactdoel, !lange, !korte, !output, !activiteit, "
        "!doelgroep. +A is optie A, @ met wie, zekerheid=onzeker hoe zeker het is, en als laatste na een ? waarom de "
        "volgende stap hieruit volgt."
    )
    VOORBEELD: ClassVar[str] = "Jongeren maken hun opleiding af +A !korte ?zonder schuld is er rust om te leren"
    RECORD: ClassVar[type[Record]] = Schakel

    records: tuple[Schakel, ...] = ()

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#3 ?waarom' fills in fields of link 3 and adds to its assumption; with other words it is a new link."""
        old, rest = find_numbered(regel, self.records, omgeving)
        waarden = parse_waarden(Schakel, rest, omgeving) if old else {}
        if old is None or waarden.pop("tekst", "") or not waarden:
            require_number(regel, Schakel, omgeving)
            return super().apply_regel(regel, omgeving, nieuw_id)
        if waarden.get("aanname"):
            waarden["aanname"] = "; ".join(deel for deel in (old.aanname, waarden["aanname"]) if deel)
        nieuw = msgspec.structs.replace(old, **waarden)
        return self.with_records(nieuw if one is old else one for one in self.records), nieuw

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """Per option the chain as a figure, and the table with every link and assumption."""
        blokken: list[Blok] = []
        groepen, known = self.divided(omgeving), set[str]()
        for optie, schakels in groepen:
            blokken += head_groep(optie, omgeving, len(groepen))
            blokken += [_draw(optie, schakels, omgeving), _table(optie, schakels, omgeving, known)]
        return tuple(blokken)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Options without a goal, links without a place or an assumption."""
        if not self.printed():
            return super().missing(omgeving)
        shown = self.shown(omgeving)
        gaten = [
            f"Geen impactdoel bij {name_groep(optie.id, omgeving)}."
            for optie in list_opties(omgeving)
            if _is_open(optie) and not any(one.plaats == "impactdoel" for one in of_optie(shown, optie.id))
        ]
        gaten += [f"Schakel zonder plaats in de keten: {name_text(one.tekst)}" for one in shown if not one.plaats]
        zonder = (one for one in shown if one.plaats in NAMEN and lacks_aanname(one))
        gaten += [f"Schakel zonder aanname: {name_text(one.tekst)} ({NAMEN[one.plaats].lower()})" for one in zonder]
        return tuple(gaten)


def next_plaats(schakels: Iterable[Schakel]) -> str:
    """The place to think about now: the first empty one, backwards from the goal; "" when all are filled."""
    known = {one.plaats for one in schakels}
    return next((plaats for plaats in PLAATSEN if plaats not in known), "")


def lacks_aanname(schakel: Schakel) -> bool:
    """Whether the arrow from this link has no assumption yet; from the goal no arrow goes on."""
    return schakel.plaats != "impactdoel" and not schakel.aanname.strip()


def name_met(schakel: Schakel) -> str:
    """The text of a link with who is needed: 'Schuld overnemen (met Schuldhulp)'."""
    return name_text(schakel.tekst) + (f" (met {join_woorden(schakel.met_wie)})" if schakel.met_wie else "")


def at_plaats(schakels: Iterable[Schakel], plaats: str) -> list[Schakel]:
    """The links at one place."""
    return [one for one in schakels if one.plaats == plaats]


def _is_open(optie: Record) -> bool:
    """Whether an option still needs a chain: not the one to change nothing, and not one that is ruled out."""
    return not getattr(optie, "nuloptie", False) and not getattr(optie, "valt_af", False)


def _draw(optie: str, schakels: tuple[Schakel, ...], omgeving: Omgeving) -> Figuur:
    bijschrift = f"Het impactpad: {name_groep(optie, omgeving)}" if optie else "Het impactpad"
    treden = tuple(Trede(naam, _boxes(at_plaats(schakels, plaats))) for plaats, naam in NAMEN.items())
    verhaal = " ".join(_tell(plaats, at_plaats(schakels, plaats)) for plaats in NAMEN)
    begin = f"Een keten van zes stappen onder elkaar, met op elke pijl een aanname. {bijschrift}."
    return Figuur(Keten(treden, "Aanname"), f"{begin} {verhaal}", bijschrift)


def _boxes(schakels: list[Schakel]) -> tuple[Vak, ...]:
    if not schakels:
        return (Vak(_LEEG, open=True),)
    vakken = [Vak(name_met(one), _arrow(one)) for one in schakels]
    if len(vakken) > _MEESTE_VAKKEN:
        over = len(vakken) - _MEESTE_VAKKEN + 1
        vakken[_MEESTE_VAKKEN - 1 :] = [Vak(f"en nog {over} in de tabel")]
    return tuple(vakken)


def _arrow(schakel: Schakel) -> Pijl:
    if lacks_aanname(schakel):
        return Pijl("nog geen aanname", open=True)
    is_onzeker = schakel.zekerheid == "onzeker"
    return Pijl(f"{schakel.aanname}{' (onzeker)' if is_onzeker else ''}", open=is_onzeker)


def _tell(plaats: str, schakels: list[Schakel]) -> str:
    """One step of the chain in sentences."""
    if not schakels:
        return f"{NAMEN[plaats]}: {_LEEG}."
    zinnen = [f"{_ZINNEN[plaats]}: {'; '.join(name_met(one) for one in schakels)}."]
    for one in schakels:
        bij = f" bij '{name_text(one.tekst)}'" if len(schakels) > 1 else ""
        if lacks_aanname(one):
            zinnen.append(f"Er staat nog geen aanname{bij}.")
        elif one.aanname.strip():
            zeker = f" ({one.zekerheid})" if one.zekerheid else ""
            zinnen.append(f"De aanname{bij}: {one.aanname}{zeker}.")
    return " ".join(zinnen)


def _table(optie: str, schakels: tuple[Schakel, ...], omgeving: Omgeving, known: set[str]) -> Tabel:
    order = [*NAMEN, ""]
    op_plaats = sorted(schakels, key=lambda one: order.index(one.plaats) if one.plaats in order else len(NAMEN))
    rijen = (
        Rij(
            (
                tekst(one.plaats or "nog zonder plaats"),
                tekst(name_text(one.tekst)),
                tekst(", ".join(one.met_wie)),
                tekst(one.aanname),
                tekst(one.zekerheid),
            ),
            one.id,
        )
        for one in op_plaats
    )
    aantal = format_aantal(len(schakels), Schakel.ENKEL, Schakel.MEERVOUD)
    return Tabel(
        (
            Kolom("Plaats", 1.5),
            Kolom("Schakel", 3),
            Kolom("Met wie", 1.4),
            Kolom("Aanname", 3),
            Kolom("Hoe zeker", 1.2),
        ),
        drop_known(rijen, known),
        f"De keten in woorden: {aantal}" + (f", {name_groep(optie, omgeving)}" if optie else ""),
        "Elke rij is een schakel, van doelgroep naar impactdoel; de kolommen zijn plaats, schakel, met wie, de aanname "
        "op weg naar de volgende stap, en hoe zeker die is.",
    )
