"""acties: what we agree to do, and the follow-up of what was agreed and advised before."""

from typing import Annotated, Any, ClassVar, Self, TypeVar

import msgspec

from sessie_tool.kern.bouwstenen.adviezen import Adviesopvolging
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start, split_soorten
from sessie_tool.kern.bouwstenen.genummerd import require_number
from sessie_tool.kern.bouwstenen.rapport import report_records
from sessie_tool.kern.document import Blok
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.opvolging import Opvolgbaar, Stand, mark
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import DOEL, Veld

STATUSSEN = ("open", "bezig", "gedaan", "vervallen")
GESLOTEN = frozenset({"gedaan", "vervallen"})
PARTNERS = ("intern", "extern")

R = TypeVar("R", bound=Record)


class Actie(Opvolgbaar, frozen=True):
    """An agreement: what, who, by when, what we want to learn."""

    ENKEL: ClassVar[str] = "actie"
    MEERVOUD: ClassVar[str] = "acties"
    GAAT_MEE: ClassVar[tuple[str, ...]] = (
        *("bereik", "wat", "wie", "wanneer", "status"),
        *("partner", "partner_is", "doel", "leren", "geleerd"),
    )

    wat: Annotated[str, Veld("Actie", hulp="Wat gaan we doen?", kolom=True)] = ""
    wie: Annotated[
        tuple[str, ...],
        Veld(
            "Wie", "deelnemer", "Wie doet het? Een onbekende naam staat tussen aanhalingstekens.", merk="@", kolom=True
        ),
    ] = ()
    wanneer: Annotated[
        str, Veld("Wanneer", "datum", "Wanneer is het klaar? Bijvoorbeeld 1-6-2025.", merk=">", kolom=True)
    ] = ""
    status: Annotated[str, Veld("Status", "keuze", keuzes=STATUSSEN, merk="!", kolom=True)] = "open"
    partner: Annotated[str, Veld("Met wie", hulp="Met wie samen, binnen of buiten de organisatie?")] = ""
    partner_is: Annotated[str, Veld("Partner is", "keuze", "Hoort die partner bij de eigen organisatie?", PARTNERS)] = (
        ""
    )
    draden: Annotated[
        tuple[str, ...],
        Veld(
            "Bij rode draad", "verwijzing", "Uit welke rode draad komt dit?", naar="rode_draad eerdere_draad", merk="+"
        ),
    ] = ()
    adviezen: Annotated[
        tuple[str, ...], Veld("Bij advies", "verwijzing", "Welk advies voert dit uit?", naar="advies adviesopvolging")
    ] = ()
    doel: Annotated[tuple[str, ...], DOEL] = ()
    leren: Annotated[str, Veld("Wat willen we leren", merk="?", loopt_door=True)] = ""
    geleerd: Annotated[str, Veld("Wat leerden we")] = ""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status not in GESLOTEN

    def follow_up(self, nieuw_id: str, stand: Stand[Any]) -> "Opvolging":
        """The record with which a later session starts for an action that is still open."""
        return Opvolging(
            id=nieuw_id,
            **{name: getattr(self, name) for name in self.GAAT_MEE},
            actie=stand.eerste,
            sessie=stand.sessie,
            vorige=self.id,
            begin=mark(self),
            afspraak=stand.afspraak,
            eerder=self.wanneer,
            uitgesteld=stand.uitgesteld,
        )


class Opvolging(Actie, frozen=True):
    """What became of an action of an earlier session; the earlier file is not touched, the newest follow-up counts.

    Attributes:
        actie: id of the action in the earlier session.
        sessie: id of that session.
        afspraak: the earlier session, in words, so that this session stands alone.
        eerder: ISO date that was agreed before; `wanneer` may be a later one.
        uitgesteld: how many times a later date was agreed before this session.
        vorige: id of the record that was the newest one when this session began.
        begin: the `mark` of what this session began with.
    """

    ENKEL: ClassVar[str] = "eerdere actie"
    MEERVOUD: ClassVar[str] = "eerdere acties"
    UITKOMST: ClassVar[str] = "geleerd"

    afspraak: Annotated[str, Veld("Afgesproken op")] = ""
    actie: str = ""
    sessie: str = ""
    eerder: str = ""
    uitgesteld: int = 0
    vorige: str = ""
    begin: str = ""

    @property
    def volgt(self) -> str:
        """The id of the first record about this action."""
        return self.actie

    @property
    def van_sessie(self) -> str:
        """The id of the session in which it was agreed."""
        return self.sessie

    def postpones(self, vorige: Opvolgbaar | None) -> bool:
        """Whether it is postponed once more."""
        eerder = vorige.wanneer if isinstance(vorige, Actie) else self.eerder
        return bool(eerder) and self.wanneer > eerder


class Acties(BouwsteenMetRecords, frozen=True):
    """Actions; a step with 'Open acties: ja' begins with what earlier sessions left open, adviezen too."""

    TITEL: ClassVar[str] = "Acties"
    UITLEG: ClassVar[str] = (
        "Acties: wat, @wie, >wanneer en ?wat we willen leren. Typ #3 !gedaan als wat onder 3 openstond klaar is, "
        "#3 >1-10-2025 als het later wordt, of #4 !overgenomen en het resultaat bij een eerder advies."
    )
    VOORBEELD: ClassVar[str] = "Pilot evalueren @Jansen >1-6-2025 ?wat we willen leren"
    RECORD: ClassVar[type[Record]] = Actie
    OPVOLGBAAR: ClassVar[bool] = True

    open_acties: Annotated[
        bool, Veld("Open acties", "janee", "Begint deze stap met de open acties van eerdere sessies?")
    ] = False
    van: Annotated[
        str, Veld("Open acties van", hulp="Alleen die uit deze soorten sessies? Zoals: jaarronde, boardsessie.")
    ] = ""
    records: tuple[Actie | Opvolging | Adviesopvolging, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with what is still open from earlier sessions, when the sjabloon asks for it."""
        if not self.open_acties:
            return self
        soorten = split_soorten(self.van)
        openstaand = (stand for stand in start.openstaand if not soorten or stand.soort in soorten)
        return self.with_records(stand.record.follow_up(new_id(), stand) for stand in openstaand)

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#3 !gedaan het werkte' changes the earlier action or advies 3; the text goes to what came of it.

        A line without any mark, such as '#3 in de wijk', is a new action, as every other line is. '#99 !gedaan' can
        only be about what was open before: it is refused, so that nobody takes it for followed up.
        """
        kop, _, rest = regel.strip().partition(" ")
        old = self._earlier(kop, omgeving)
        waarden = parse_waarden(type(old), rest, omgeving) if old else {}
        tekst = waarden.pop(old.hoofdveld()) if old else ""
        if old is None or not waarden:
            require_number(regel, Actie, omgeving)
            return super().apply_regel(regel, omgeving, nieuw_id)
        uitkomst = " ".join(deel for deel in (getattr(old, old.UITKOMST), waarden.pop(old.UITKOMST, ""), tekst) if deel)
        nieuw = msgspec.structs.replace(old, **waarden | {old.UITKOMST: uitkomst})
        return self.with_records(nieuw if one is old else one for one in self.records), nieuw

    def _earlier(self, woord: str, omgeving: Omgeving) -> Opvolging | Adviesopvolging | None:
        earlier = (one for one in self.records if isinstance(one, (Opvolging, Adviesopvolging)))
        return next((one for one in earlier if woord == f"#{omgeving.nummer(one.id)}"), None)

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A table of the earlier actions, one of the earlier adviezen and one of the new actions."""
        return (
            *report_records(self._printed_of(Opvolging), omgeving, "Eerdere acties"),
            *report_records(self._printed_of(Adviesopvolging), omgeving, "Eerdere adviezen"),
            *report_records(self._printed_of(Actie), omgeving, "Acties"),
        )

    def _printed_of(self, cls: type[R]) -> tuple[R, ...]:
        """The records of exactly this type that come into the verslag."""
        return tuple(one for one in self.printed() if type(one) is cls)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Actions without who or when; a step for earlier actions may stay empty."""
        nieuw = self._printed_of(Actie)
        gaten = [] if nieuw or self.open_acties else list(super().missing(omgeving))
        gaten += [f"Actie zonder naam (wie?): {one.wat}" for one in nieuw if not one.wie]
        gaten += [f"Actie zonder datum (wanneer?): {one.wat}" for one in nieuw if not one.wanneer]
        return tuple(gaten)
