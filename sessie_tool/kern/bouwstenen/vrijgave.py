"""vrijgave: each organisation says whether its own part of a session may be shared with others."""

from typing import Annotated, Any, ClassVar, Self, cast

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start
from sessie_tool.kern.bouwstenen.dilemma import Dilemma
from sessie_tool.kern.bouwstenen.genummerd import find_numbered, require_number
from sessie_tool.kern.bouwstenen.herformuleringen import Herformulering
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving, unique_beginning
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld, velden

_VAN_WIE = ("gever", "van", "inbrenger", "wie")
"""The fields that say whose words a record holds."""


class Vrijgave(Record, frozen=True):
    """What one organisation says about sharing its part."""

    ENKEL: ClassVar[str] = "vrijgave"
    MEERVOUD: ClassVar[str] = "vrijgaven"

    organisatie: Annotated[str, Veld("Organisatie", hulp="Van wie is dit deel?", kolom=True)] = ""
    akkoord: Annotated[
        str,
        Veld(
            "Mag gedeeld worden",
            "keuze",
            "Mag dit deel naar anderen?",
            keuzes=("ja", "nee", "onbekend"),
            merk="!",
            kolom=True,
        ),
    ] = "onbekend"
    wie: Annotated[str, Veld("Wie zegt dit", "deelnemer", "Wie gaf dit door?", merk="@", kolom=True)] = ""
    datum: Annotated[str, Veld("Wanneer", "datum", "Wanneer is dit gezegd?", merk=">", kolom=True)] = ""
    voorwaarde: Annotated[str, Veld("Voorwaarde", hulp="Onder welke voorwaarde? Zoals: zonder namen.")] = ""


class Vrijgaven(BouwsteenMetRecords, frozen=True, tag="vrijgave"):
    """One vrijgave per organisation."""

    TITEL: ClassVar[str] = "Vrijgave"
    UITLEG: ClassVar[str] = (
        "Elke organisatie zegt zelf of haar deel gedeeld mag worden. Typ de naam en !ja of !nee, met @ wie het zegt. "
        "Het begin of een deel van de naam is genoeg; #2 !ja gaat over regel 2."
    )
    VOORBEELD: ClassVar[str] = "Gemeente Waterrijk !ja @Jansen >1-6-2025"
    RECORD: ClassVar[type[Record]] = Vrijgave

    records: tuple[Vrijgave, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with every organisation of the participants that are known already."""
        return self.with_records(Vrijgave(id=new_id(), organisatie=one) for one in _organisaties(start.deelnemers))

    def waiting(self, omgeving: Omgeving) -> tuple[str, ...]:
        """The organisations of participants that are not on the list, such as those of who came later."""
        known = {_key(one.organisatie) for one in self.records}
        return tuple(one for one in _organisaties(omgeving.deelnemers) if _key(one) not in known)

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'Gemeente Waterrijk !ja' changes the line of that organisation, or makes it."""
        old, rest = find_numbered(regel, self.records, omgeving)
        waarden = parse_waarden(Vrijgave, rest, omgeving)
        naam = waarden.pop("organisatie")
        if old is None:
            old = self._find(naam)
        elif naam:
            old = None  # '#2 in de stad' is no line about number 2
        if old is None:
            return self._make(regel, omgeving, nieuw_id)
        nieuw = msgspec.structs.replace(old, **waarden)
        return self.with_records(nieuw if one is old else one for one in self.records), nieuw

    def _make(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """A new line; of an organisation of the participants the beginning of its name is enough."""
        require_number(regel, Vrijgave, omgeving)
        record = cast("Vrijgave", super().apply_regel(regel, omgeving, nieuw_id)[1])
        if not record.organisatie:
            raise RegelError("Van welke organisatie is dit? Typ eerst haar naam en dan !ja of !nee.")
        heel = _find_naam(record.organisatie, self.waiting(omgeving)) or record.organisatie
        made = msgspec.structs.replace(record, organisatie=heel)
        return self.with_records((*self.records, made)), made

    def _find(self, naam: str) -> Vrijgave | None:
        """The line of the organisation whose name this is, or is a part of."""
        found = _find_naam(naam, tuple(one.organisatie for one in self.records))
        return next((one for one in self.records if one.organisatie == found), None)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Which organisations have not said yes."""
        gaten = [f"{one} heeft nog niet gezegd of het eigen deel gedeeld mag worden." for one in self._silent(omgeving)]
        gaten += [
            f"{one.organisatie} wil niet dat het eigen deel gedeeld wordt."
            for one in self.printed()
            if one.akkoord == "nee"
        ]
        return tuple(gaten) if self.printed() or gaten else super().missing(omgeving)

    def _silent(self, omgeving: Omgeving) -> tuple[str, ...]:
        onbekend = (one.organisatie for one in self.printed() if one.akkoord not in ("ja", "nee"))
        return (*onbekend, *self.waiting(omgeving))


VRAAGT = Vrijgaven().soort
"""The kind of bouwsteen by which a session asks for release."""


def organisaties_of(record: Record, omgeving: Omgeving) -> tuple[str, ...]:
    """The organisations whose part a record is, each once; "" stands for one that is not known.

    A reformulation is also of who brought the dilemma in: it is their question in other words.
    """
    organisatie = {one.naam: one.organisatie.strip() for one in omgeving.deelnemers}
    namen = _names(record) or _names_around(record, omgeving)
    if isinstance(record, Herformulering):
        namen += tuple(naam for one in omgeving.of_type(Dilemma.type_tag()) for naam in _names(one))
    return tuple(dict.fromkeys(organisatie.get(naam, "") for naam in namen)) or ("",)


def holding_back(record: Record, omgeving: Omgeving) -> tuple[str, ...]:
    """The organisations of a record that have not released it ("" is one that is not known); () when it is free."""
    if VRAAGT not in omgeving.bouwstenen:
        return ()
    return tuple(one for one in organisaties_of(record, omgeving) if not _is_akkoord(one, omgeving))


def is_vrij(record: Record, omgeving: Omgeving) -> bool:
    """Whether a record may be shared: every organisation whose part it is said yes, or the session does not ask."""
    return not holding_back(record, omgeving)


def _is_akkoord(organisatie: str, omgeving: Omgeving) -> bool:
    found = [
        one.akkoord
        for one in omgeving.of_type(Vrijgave.type_tag())
        if isinstance(one, Vrijgave) and _key(one.organisatie) == _key(organisatie)
    ]
    return bool(organisatie and found) and set(found) == {"ja"}


def _names(record: Record) -> tuple[str, ...]:
    """The people whose words a record holds."""
    namen: list[str] = []
    for name in _VAN_WIE:
        if name in velden(type(record)) and velden(type(record))[name].vorm == "deelnemer":
            value: Any = getattr(record, name)
            namen += [value] if isinstance(value, str) else value
    return tuple(naam for naam in namen if naam)


def _names_around(record: Record, omgeving: Omgeving) -> tuple[str, ...]:
    """The people of the record in which this one lives."""
    for one in omgeving.records.values():
        if any(deel.id == record.id for deel in one.delen()):
            return _names(one)
    return ()


def _organisaties(deelnemers: tuple[Deelnemer, ...]) -> tuple[str, ...]:
    """The organisations of participants, each once, in their order."""
    found: dict[str, str] = {}
    for one in deelnemers:
        if one.organisatie.strip() and one.bereik == "verslag":
            found.setdefault(_key(one.organisatie), one.organisatie.strip())
    return tuple(found.values())


def _find_naam(naam: str, mogelijk: tuple[str, ...]) -> str | None:
    """The one organisation that is meant: by its name, by the beginning of it, or by that of a word in it.

    A 'nee' that is said of 'Berkel' has to reach the line of 'Gemeente Berkel': else her words could be shared.
    """
    deel = f" {naam.strip().casefold()}"
    hits = [one for one in mogelijk if deel.strip() and deel in f" {one.casefold()}"]
    return unique_beginning(naam, mogelijk) or (hits[0] if len(hits) == 1 else None)


def _key(organisatie: str) -> str:
    return organisatie.strip().casefold()
