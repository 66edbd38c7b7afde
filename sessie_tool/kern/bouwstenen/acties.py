"""acties: what we agree to do, and the follow-up of what was agreed before."""

from typing import Annotated, ClassVar, Self

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start
from sessie_tool.kern.bouwstenen.rapport import report_records
from sessie_tool.kern.document import Blok
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld

STATUSSEN = ("open", "bezig", "gedaan", "vervallen")
GESLOTEN = frozenset({"gedaan", "vervallen"})


class Actie(Record, frozen=True):
    """An agreement: what, who, by when, what we want to learn."""

    ENKEL: ClassVar[str] = "actie"
    MEERVOUD: ClassVar[str] = "acties"

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
    leren: Annotated[str, Veld("Wat willen we leren", merk="?", loopt_door=True)] = ""
    geleerd: Annotated[str, Veld("Wat leerden we")] = ""


class Opvolging(Actie, frozen=True):
    """What became of an action of an earlier session; the earlier file is not touched, the newest follow-up counts.

    Attributes:
        actie: id of the action in the earlier session.
        sessie: id of that session.
        afspraak: the earlier session, in words, so that this session stands alone.
        eerder: ISO date that was agreed before; `wanneer` may be a later one.
    """

    ENKEL: ClassVar[str] = "eerdere actie"
    MEERVOUD: ClassVar[str] = "eerdere acties"

    afspraak: Annotated[str, Veld("Afgesproken op")] = ""
    actie: str = ""
    sessie: str = ""
    eerder: str = ""


class Acties(BouwsteenMetRecords, frozen=True):
    """Actions; a step with 'Open acties: ja' begins with those of earlier sessions."""

    TITEL: ClassVar[str] = "Acties"
    UITLEG: ClassVar[str] = (
        "Acties: wat, @wie, >wanneer en ?wat we willen leren. Typ #3 !gedaan als de eerdere actie 3 klaar is."
    )
    VOORBEELD: ClassVar[str] = "Pilot evalueren @Jansen >1-6-2025 ?wat we willen leren"
    RECORD: ClassVar[type[Record]] = Actie

    open_acties: Annotated[
        bool, Veld("Open acties", "janee", "Begint deze stap met de open acties van eerdere sessies?")
    ] = False
    records: tuple[Actie | Opvolging, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with what is still open from earlier sessions, when the sjabloon asks for it."""
        return self.with_records(start.openstaand) if self.open_acties else self

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#3 !gedaan het werkte' changes the earlier action 3; the text goes to what was learned.

        A line without any mark, such as '#3 in de wijk', is a new action, as every other line is.
        """
        kop, _, rest = regel.strip().partition(" ")
        old = self._earlier(kop, omgeving)
        waarden = parse_waarden(Actie, rest, omgeving)
        tekst = waarden.pop("wat")
        if old is None or not waarden:
            return super().apply_regel(regel, omgeving, nieuw_id)
        geleerd = " ".join(deel for deel in (old.geleerd, waarden.pop("geleerd", ""), tekst) if deel)
        nieuw = msgspec.structs.replace(old, geleerd=geleerd, **waarden)
        return self.with_records(nieuw if one is old else one for one in self.records), nieuw

    def _earlier(self, woord: str, omgeving: Omgeving) -> Opvolging | None:
        earlier = (one for one in self.records if isinstance(one, Opvolging))
        return next((one for one in earlier if woord == f"#{omgeving.nummer(one.id)}"), None)

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A table of the follow-ups and one of the new actions."""
        earlier = tuple(one for one in self.printed() if isinstance(one, Opvolging))
        nieuw = tuple(one for one in self.printed() if not isinstance(one, Opvolging))
        return report_records(earlier, omgeving, "Eerdere acties") + report_records(nieuw, omgeving, "Acties")

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Actions without who or when; a step for earlier actions may stay empty."""
        nieuw = [one for one in self.printed() if not isinstance(one, Opvolging)]
        gaten = [] if nieuw or self.open_acties else list(super().missing(omgeving))
        gaten += [f"Actie zonder naam (wie?): {one.wat}" for one in nieuw if not one.wie]
        gaten += [f"Actie zonder datum (wanneer?): {one.wat}" for one in nieuw if not one.wanneer]
        return tuple(gaten)


def follow_up(actie: Actie, *, nieuw_id: str, actie_id: str, sessie: str, afspraak: str) -> Opvolging:
    """The record with which a later session starts for an action that is still open."""
    return Opvolging(
        id=nieuw_id,
        bereik=actie.bereik,
        wat=actie.wat,
        wie=actie.wie,
        wanneer=actie.wanneer,
        status=actie.status,
        partner=actie.partner,
        leren=actie.leren,
        actie=actie_id,
        sessie=sessie,
        afspraak=afspraak,
        eerder=actie.wanneer,
    )
