"""Zaalbeeld: all that the room may see of a session at one moment; nothing else goes to the second screen.

The clock is given as a moment, so that the room counts by itself and nothing has to be written each second.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

import msgspec

from sessie_tool.kern.bouwstenen.zaal import Zaalblik, Zaallijst, Zaalregel, cut, show_velden
from sessie_tool.kern.klok import planned
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.sessie import Regel, Sessie, Stap, find_kernvraag, whole
from sessie_tool.kern.zaalnamen import hide_names

replace = msgspec.structs.replace

Stand = Literal["aan", "vast", "leeg"]
"""The room follows, keeps what it sees, or sees nothing."""


class Zaalkeuze(msgspec.Struct, frozen=True):
    """What the facilitator lets the room see. It is no part of the session, so undo leaves it alone.

    Attributes:
        groot: id of the one record that is shown large, or "".
        namen: whether people are named.
        stippen: ids of the steps whose dots are shown.
        uitslag: ids of the steps whose result is shown.
    """

    stand: Stand = "aan"
    groot: str = ""
    namen: bool = False
    stippen: frozenset[str] = frozenset()
    uitslag: frozenset[str] = frozenset()

    def blik(self, stap_id: str) -> Zaalblik:
        """What may be seen of one step."""
        return Zaalblik(self.namen, stap_id in self.stippen, stap_id in self.uitslag)


class Zaalklok(msgspec.Struct, frozen=True, omit_defaults=True):
    """The clock of the step.

    Attributes:
        besteed: seconds spent up to `sinds`.
        gepland: seconds planned, with what the facilitator added.
        sinds: ISO moment from which it runs; "" when it stands still.
    """

    besteed: float = 0.0
    gepland: float = 0.0
    sinds: str = ""

    def rest(self, moment: datetime) -> float:
        """Seconds that are left at a moment; below 0 it runs over."""
        loopt = max(0.0, (moment - datetime.fromisoformat(self.sinds)).total_seconds()) if self.sinds else 0.0
        return self.gepland - self.besteed - loopt


class Zaalbeeld(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the room sees.

    Attributes:
        titel: of the session.
        stap: the title of the step; "" when the room sees nothing.
        regels: the rules of the moment, per role.
        vragen: the questions of the step.
        kernvraag: the question that the step keeps in view.
        groot: one record in large, line by line; () for the list.
        nieuw: id of the record that came last, so that it is in view.
    """

    titel: str
    stap: str = ""
    nummer: int = 0
    van: int = 0
    doel: str = ""
    regels: tuple[Regel, ...] = ()
    vragen: tuple[str, ...] = ()
    kernvraag: str = ""
    klok: Zaalklok | None = None
    lijst: Zaallijst = Zaallijst()
    groot: tuple[Zaalregel, ...] = ()
    nieuw: str = ""


def room_stap(sessie: Sessie, bekeken: str) -> Stap:
    """The step that the room is at: that of the clock while the session runs, else the one that is looked at.

    So a facilitator can look ahead without the room knowing.
    """
    return sessie.huidige if sessie.status == "lopend" else sessie.stap(bekeken)


def make_zaalbeeld(sessie: Sessie, omgeving: Omgeving, bekeken: str, keuze: Zaalkeuze, nieuw: str = "") -> Zaalbeeld:
    """What the room sees now.

    Args:
        sessie: the session.
        omgeving: that of the session.
        bekeken: id of the step that the facilitator looks at.
        keuze: what the facilitator lets see.
        nieuw: id of the record that came or changed last.
    """
    beeld = _show(sessie, omgeving, bekeken, keuze, nieuw) if keuze.stand != "leeg" else Zaalbeeld(sessie.titel)
    return beeld if keuze.namen else hide_names(beeld, omgeving)


def _show(sessie: Sessie, omgeving: Omgeving, bekeken: str, keuze: Zaalkeuze, nieuw: str) -> Zaalbeeld:
    stap = room_stap(sessie, bekeken)
    verloop = sessie.verloop
    gepland = planned(sessie, stap.id)
    loopt = sessie.status == "lopend" and gepland > 0
    sinds = verloop.sinds if verloop.stap == stap.id else ""
    return Zaalbeeld(
        titel=cut(sessie.titel),
        stap=cut(stap.titel),
        nummer=sessie.nummer(stap.id),
        van=len(sessie.stappen),
        doel=cut(stap.doel),
        regels=tuple(Regel(cut(one.rol), cut(one.tekst)) for one in stap.regels),
        vragen=tuple(map(cut, stap.vragen)),
        kernvraag=cut(find_kernvraag(sessie, stap.id, omgeving)),
        klok=Zaalklok(verloop.besteed.get(stap.id, 0.0), gepland, sinds) if loopt else None,
        lijst=stap.bouwsteen.zaal(omgeving, keuze.blik(stap.id)),
        groot=enlarge(sessie, omgeving, keuze),
        nieuw=nieuw if omgeving.is_printed(nieuw) else "",
    )


def enlarge(sessie: Sessie, omgeving: Omgeving, keuze: Zaalkeuze) -> tuple[Zaalregel, ...]:
    """The chosen record in large; () when there is none, or when the room may not see it."""
    for stap, record_id in _holders(sessie, keuze.groot):
        blik = keuze.blik(stap.id)
        los = stap.bouwsteen.with_records(one for one in stap.bouwsteen.records if one.id == record_id)
        in_zicht = any(regel.id == record_id for regel in los.zaal(omgeving, blik).regels)
        if in_zicht and omgeving.is_printed(keuze.groot):
            return show_velden(omgeving.records[keuze.groot], omgeving, blik)
    return ()


def _holders(sessie: Sessie, record_id: str) -> Iterator[tuple[Stap, str]]:
    """The step in which a record lives, and the id of the record that it lives in."""
    for stap in sessie.stappen if record_id else ():
        for record in stap.bouwsteen.records:
            if any(one.id == record_id for one in whole(record)):
                yield stap, record.id


def find_nieuw(before: Stap, now: Stap) -> str:
    """The id of the record that came or changed last in a step; "" when there is none.

    Only what is a line of its own: a dot on an option says nothing of the option, for dots may be hidden.
    """
    oud, nieuw = before.bouwsteen.records, now.bouwsteen.records
    if len(nieuw) < len(oud):
        return ""
    if len(nieuw) > len(oud):
        return nieuw[-1].id
    return next((new.id for old, new in zip(oud, nieuw, strict=True) if new is not old), "")
