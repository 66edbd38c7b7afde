"""The actions of many sessions as one list: each as it stands now, by its newest follow-up. Pure."""

from collections.abc import Iterable

import msgspec

from sessie_tool.kern.bouwstenen.acties import GESLOTEN, Actie, Opvolging, follow_up
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.taal import format_datum


class Actiebron(msgspec.Struct, frozen=True):
    """The actions and follow-ups of one session.

    Attributes:
        sessie: its id.
        datum: ISO date.
    """

    sessie: str
    titel: str
    datum: str
    opgaven: tuple[str, ...]
    acties: tuple[Actie | Opvolging, ...]


class ActieStand(msgspec.Struct, frozen=True):
    """One action as it stands now.

    Attributes:
        actie: the newest record about it: the action itself or a follow-up.
        actie_id: id of the action in the session where it was agreed.
        sessie: id of that session.
        datum: ISO date of that session.
        titel: title of that session.
        opgaven: the opgaven of that session.
        uitgesteld: how many times a later date was agreed.
    """

    actie: Actie
    actie_id: str
    sessie: str
    datum: str
    titel: str
    opgaven: tuple[str, ...]
    uitgesteld: int = 0

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.actie.status not in GESLOTEN

    @property
    def afspraak(self) -> str:
        """Where it was agreed, in words: 'Signalensessie Open, 21 maart 2024'."""
        return f"{self.titel}, {format_datum(self.datum)}"


def fold_acties(bronnen: Iterable[Actiebron]) -> tuple[ActieStand, ...]:
    """Every action of these sessions as it stands now, in the order in which they were agreed.

    The actions come first and the follow-ups after them: sessions of one day have no order of their own.
    """
    paren = [(bron, actie) for bron in sorted(bronnen, key=_order) for actie in bron.acties]
    standen = {
        actie.id: ActieStand(actie, actie.id, bron.sessie, bron.datum, bron.titel, bron.opgaven)
        for bron, actie in paren
        if not _is_vervolg(actie)
    }
    for bron, actie in paren:
        if isinstance(actie, Opvolging) and actie.actie:
            standen[actie.actie] = _follow(standen.get(actie.actie), actie, bron)
    return tuple(standen.values())


def _order(bron: Actiebron) -> tuple[str, str]:
    return (bron.datum, bron.sessie)


def _is_vervolg(actie: Actie) -> bool:
    return isinstance(actie, Opvolging) and bool(actie.actie)


def _follow(oud: ActieStand | None, opvolging: Opvolging, bron: Actiebron) -> ActieStand:
    """The action after a follow-up, which may be all that is left of it when the earlier session is gone."""
    if oud is None:
        sessie = opvolging.sessie or bron.sessie
        oud = ActieStand(opvolging, opvolging.actie, sessie, bron.datum, bron.titel, bron.opgaven)
    later = bool(opvolging.eerder) and opvolging.wanneer > opvolging.eerder
    return msgspec.structs.replace(oud, actie=opvolging, uitgesteld=oud.uitgesteld + later)


def concerns(stand: ActieStand, opgaven: tuple[str, ...]) -> bool:
    """Whether an action is about one of these opgaven; without opgaven on either side, it is."""
    return not opgaven or not stand.opgaven or not set(opgaven).isdisjoint(stand.opgaven)


def openstaand(
    bronnen: Iterable[Actiebron], opgaven: tuple[str, ...], datum: str, new_id: NewId
) -> tuple[Opvolging, ...]:
    """The follow-ups with which a new session starts: what is still open from sessions up to its date."""
    eerder = [bron for bron in bronnen if bron.datum <= datum]
    return tuple(
        follow_up(stand.actie, nieuw_id=new_id(), actie_id=stand.actie_id, sessie=stand.sessie, afspraak=stand.afspraak)
        for stand in fold_acties(eerder)
        if stand.is_open and concerns(stand, opgaven)
    )
