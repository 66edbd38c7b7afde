"""Jaarronde + Boardsessie → Document: the bestuursoplegger, one page for who governs. It only repeats what was said.

What a page can hold is counted in lines. What does not fit is not left out in silence: a sentence says how many more
there are and where.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.bouwstenen.adviezen import Advies
from sessie_tool.kern.bouwstenen.draad import RodeDraad, describe_loop
from sessie_tool.kern.bouwstenen.koers import Koersbepaling
from sessie_tool.kern.bouwstenen.rapport import number_punten
from sessie_tool.kern.bouwstenen.stem import standing
from sessie_tool.kern.document import Alinea, Blok, Document, Inhoud, Kop, Lijst, Punt, Tekst, plain, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, environment
from sessie_tool.kern.taal import format_aantal, format_datum, join_woorden

R = TypeVar("R", bound=Record)

_BLADZIJDE = 46.0
"""The lines of text that fit on the page below what stands on top of it."""

_KOP, _ZIN, _PUNT = 2.7, 1.7, 0.3
"""The lines that a heading and a sentence take, and the space around an item of a list."""

_VOORRANG = (0, 2, 1, 3)
"""Which part takes room first: the draden, what is asked, the adviezen, what was agreed."""

_TEKENS = 88
"""The signs in a line of text."""

_VET = 1.15
"""How much wider a bold sign is."""

_LANGSTE = 230
"""The signs of one text; a longer one ends in '…'."""

_LANGSTE_TITEL, _TITEL, _TITELREGEL = 45, 42, 2.4
"""The signs of the title of a session, those on a line of the title on top, and the lines that a second one takes."""

_NOOT = re.compile(r"\^\[[^\]]*\]")


class Deel(NamedTuple):
    """A part of the page.

    Attributes:
        punten: its items, each with the id of its record.
        leeg: what stands there when there is nothing.
        rest: what there is more of, one and many, and where.
        elders: how many there are elsewhere anyhow.
        nummers: where the items have the numbers of their records.
    """

    kop: str
    punten: Sequence[tuple[str, Punt]]
    leeg: str
    rest: tuple[str, str, str]
    elders: int = 0
    nummers: Omgeving | None = None


class Gegeven(NamedTuple):
    """An advies with the newest record about it."""

    advies: Advies
    nu: Advies

    @property
    def is_besloten(self) -> bool:
        """Whether something was decided about it."""
        return self.nu.besluit not in ("", "nog niet besloten")


def list_bronnen(sessie: Sessie) -> frozenset[str]:
    """The ids of the sessions that a session took over from."""
    records = (record for stap in sessie.stappen for record in stap.bouwsteen.records)
    return frozenset(record.overgenomen.sessie for record in records if record.overgenomen)


def make_oplegger(
    jaarronde: Sessie,
    boardsessie: Sessie | None,
    moment: str,
    opgaven: tuple[str, ...] = (),
    besluiten: Mapping[str, Advies] | None = None,
) -> Document:
    """The bestuursoplegger of a year.

    Args:
        jaarronde: gives the chosen rode draden and their koers.
        boardsessie: gives the adviezen; None when there is none yet.
        moment: ISO moment at which it is made.
        opgaven: the werkmap's list.
        besluiten: per advies the newest record about it, when later sessions say more.
    """
    ronde = environment(jaarronde, opgaven)
    board = environment(boardsessie, opgaven) if boardsessie else Omgeving()
    gegeven = [_find_besluit(one, besluiten or {}) for one in _printed(board, Advies)]
    laatste = boardsessie if boardsessie and _printed(board, Actie) else jaarronde
    delen = (
        _show_draden(jaarronde, ronde),
        _show_adviezen(boardsessie, gegeven, board),
        _show_gevraagd(jaarronde, ronde, gegeven, board),
        _show_vervolg(laatste, board if laatste is boardsessie else ronde),
    )
    titel = f"Bestuursoplegger bij {_noem(jaarronde)}"
    kop = _head(jaarronde, boardsessie, moment)
    ruimte = _BLADZIJDE - len(titel) // _TITEL * _TITELREGEL - _width(kop[-1].inhoud) // _TEKENS
    return Document(
        titel=titel,
        ondertitel="Voor het gemeentebestuur, op één bladzijde",
        onderwerp="Bestuursoplegger",
        moment=moment,
        blokken=(*kop, *_fill(delen, ruimte)),
        bron_id=jaarronde.id,
        datum=format_datum(jaarronde.datum),
    )


def _find_besluit(advies: Advies, besluiten: Mapping[str, Advies]) -> Gegeven:
    """An advies with its newest record, unless the facilitator keeps that one."""
    nu = besluiten.get(advies.id, advies)
    return Gegeven(advies, nu if nu.bereik == "verslag" else advies)


def _head(jaarronde: Sessie, boardsessie: Sessie | None, moment: str) -> tuple[Alinea, Alinea]:
    gehouden = [one for one in (jaarronde, boardsessie) if one]
    if all(one.status == "vastgesteld" for one in gehouden):
        status = f"Gemaakt op {format_datum(moment[:10])}. De verslagen zijn vastgesteld."
    else:
        status = f"Concept van {format_datum(moment[:10])}. Nog niet elk verslag is vastgesteld."
    zinnen = [_tell_sessie(one) for one in gehouden]
    zinnen += [] if boardsessie else ["Er is nog geen Boardsessie over deze jaarronde."]
    return (Alinea(tekst(status), "status"), Alinea(tekst(" ".join(zinnen))))


def _tell_sessie(sessie: Sessie) -> str:
    werkwoord = "staat gepland op" if sessie.status == "voorbereiding" else "was op"
    return f"{_noem(sessie)} {werkwoord} {format_datum(sessie.datum)}."


def _show_draden(jaarronde: Sessie, omgeving: Omgeving) -> Deel:
    """The chosen threads, most dots first, each with its course and what it asks."""
    stippen = {stem.onderwerp: stem.stippen for stem in standing(omgeving) if stem.gekozen and stem.bereik == "verslag"}
    draden = _printed(omgeving, RodeDraad)
    gekozen = sorted((one for one in draden if one.id in stippen), key=lambda one: -stippen[one.id])
    return Deel(
        "De gekozen rode draden",
        [(one.id, _show_draad(one, omgeving)) for one in gekozen],
        "Er zijn in de jaarronde nog geen rode draden gekozen.",
        ("rode draad staat", "rode draden staan", _tell_waar(jaarronde)),
        elders=len(draden) - len(gekozen),
    )


def _show_draad(draad: RodeDraad, omgeving: Omgeving) -> Punt:
    loop = describe_loop(draad, omgeving)
    kop = (*tekst(_short(draad.titel) or "(nog zonder tekst)", vet=True), *tekst(f" – {loop}" if loop else ""))
    koersen = [one for one in _printed(omgeving, Koersbepaling) if draad.id in one.draden]
    regels = [_tell_koers(one) for one in koersen] or ["Er is nog geen koers bepaald."]
    return Punt((Alinea(kop), *(Alinea(tekst(regel)) for regel in regels)))


def _tell_koers(koers: Koersbepaling) -> str:
    """'Koers bijstellen: ja. Ambitie: … Wat verandert er: …'."""
    paren = (
        ("Koers bijstellen", koers.bijstellen),
        ("Ambitie", koers.ambitie),
        ("Wat verandert er", koers.wijziging),
    )
    zinnen = [f"{label}: {_end(_short(waarde))}" for label, waarde in paren if waarde.strip()]
    return " ".join(zinnen) or "Er is nog geen koers bepaald."


def _show_adviezen(sessie: Sessie | None, gegeven: list[Gegeven], omgeving: Omgeving) -> Deel:
    punten = [(one.advies.id, Punt((Alinea(_tell_advies(one)),))) for one in gegeven]
    rest = ("advies staat", "adviezen staan", _tell_waar(sessie) if sessie else "")
    return Deel("Advies van de Board", punten, "Er is nog geen advies.", rest, nummers=omgeving)


def _tell_advies(one: Gegeven) -> Inhoud:
    """The advies, then 'Overgenomen door het college op 3 februari 2026.' when that is known."""
    woorden = tekst(_begin(_end(_short(one.advies.tekst) or "(nog zonder tekst)")))
    if not one.is_besloten:
        return woorden
    door = f" door {_short(one.nu.wie_besluit)}" if one.nu.wie_besluit else ""
    op = f" op {format_datum(one.nu.wanneer)}" if one.nu.wanneer else ""
    return (*woorden, *tekst(f" {_begin(one.nu.besluit)}{door}{op}.", cursief=True))


def _show_gevraagd(jaarronde: Sessie, ronde: Omgeving, gegeven: list[Gegeven], board: Omgeving) -> Deel:
    """Who is asked to decide on what: the koers of threads, and advice without a decision."""
    gevraagd: dict[str, list[str]] = {}
    for koers in _printed(ronde, Koersbepaling):
        namen = [_short(ronde.records[one].hoofdtekst) for one in koers.draden if ronde.is_printed(one)]
        if koers.bijstellen != "nee":
            gevraagd.setdefault(_short(koers.wie_besluit), []).extend(f"de koers bij '{naam}'" for naam in namen)
    for one in gegeven:
        if not one.is_besloten:
            voor = f" ({format_datum(one.nu.wanneer)})" if one.nu.wanneer else ""
            wat = f"een besluit over advies {board.nummer(one.advies.id)}{voor}"
            gevraagd.setdefault(_short(one.nu.wie_besluit), []).append(wat)
    punten = [("", _ask(wie, wat)) for wie, wat in gevraagd.items() if wat]
    rest = ("besluit staat", "besluiten staan", _tell_waar(jaarronde))
    return Deel("Wat we van het bestuur vragen", punten, "Er is nu niets te besluiten.", rest)


def _ask(wie: str, wat: list[str]) -> Punt:
    wie = _begin(wie) or "Nog niet bekend wie besluit"
    return Punt((Alinea((*tekst(f"{wie}: ", vet=True), *tekst(f"{join_woorden(wat)}."))),))


def _show_vervolg(sessie: Sessie, omgeving: Omgeving) -> Deel:
    """The actions that were agreed, soonest first."""
    acties = sorted(_printed(omgeving, Actie), key=lambda one: one.wanneer or "9999")
    punten = [(one.id, Punt((Alinea(tekst(_tell_actie(one))),))) for one in acties]
    rest = ("actie staat", "acties staan", _tell_waar(sessie))
    return Deel("Wat er is afgesproken", punten, "Er zijn nog geen acties afgesproken.", rest)


def _tell_actie(actie: Actie) -> str:
    """'De adviezen voorleggen (Jansen, 1 december 2024).'."""
    wie_wanneer = ", ".join(deel for deel in (join_woorden(list(actie.wie)), format_datum(actie.wanneer)) if deel)
    return f"{_short(actie.wat) or '(nog zonder tekst)'}{f' ({_short(wie_wanneer)})' if wie_wanneer else ''}."


def _printed(omgeving: Omgeving, cls: type[R]) -> list[R]:
    """The records of exactly this type that come into a verslag."""
    return [one for one in omgeving.records.values() if type(one) is cls and one.bereik == "verslag"]


def _tell_waar(sessie: Sessie) -> str:
    return f"in het verslag van {_noem(sessie)}"


def _noem(sessie: Sessie) -> str:
    return _short(sessie.titel, _LANGSTE_TITEL)


def _short(woorden: str, langste: int = _LANGSTE) -> str:
    """A text on one line, without its notes, not longer than a page can bear."""
    kaal = " ".join(_NOOT.sub("", woorden).split())
    if len(kaal) <= langste:
        return kaal
    begin, _, _ = kaal[:langste].rpartition(" ")
    return f"{begin or kaal[:langste]}…"


def _end(zin: str) -> str:
    return zin if zin.endswith((".", "!", "?", "…")) else f"{zin}."


def _begin(zin: str) -> str:
    return zin[:1].upper() + zin[1:]


def _fill(delen: Sequence[Deel], ruimte: float) -> list[Blok]:
    """The parts in their order, each with as many items as the page bears; the most important parts choose first."""
    ruimte -= len(delen) * (_KOP + _ZIN)
    gekozen: dict[int, list[tuple[str, Punt]]] = {}
    for plaats in _VOORRANG:
        gekozen[plaats] = punten = _take(delen[plaats], ruimte + _ZIN)
        ruimte += _ZIN - _measure(delen[plaats], punten)
    return [blok for plaats, deel in enumerate(delen) for blok in _show_deel(deel, gekozen[plaats])]


def _take(deel: Deel, ruimte: float) -> list[tuple[str, Punt]]:
    """The items that fit, with the sentence about the others."""
    mogelijk = (list(deel.punten[:aantal]) for aantal in range(len(deel.punten), 0, -1))
    return next((punten for punten in mogelijk if _measure(deel, punten) <= ruimte), [])


def _measure(deel: Deel, punten: list[tuple[str, Punt]]) -> float:
    """The lines that items take, with the sentence that stands below them or instead of them."""
    alineas = (blok for _, punt in punten for blok in punt.blokken if isinstance(blok, Alinea))
    has_zin = len(punten) < len(deel.punten) or bool(deel.elders) or not punten
    return sum(1 + _width(blok.inhoud) // _TEKENS + _PUNT for blok in alineas) + has_zin * _ZIN


def _width(inhoud: Inhoud) -> float:
    """The signs of a content; bold ones take more room."""
    return sum(len(plain((deel,))) * (_VET if isinstance(deel, Tekst) and deel.vet else 1) for deel in inhoud)


def _show_deel(deel: Deel, punten: list[tuple[str, Punt]]) -> list[Blok]:
    blokken: list[Blok] = [Kop(1, tekst(deel.kop)), *([] if deel.punten else [Alinea(tekst(deel.leeg))])]
    if deel.nummers:
        blokken += number_punten(punten, deel.nummers)
    elif punten:
        blokken.append(Lijst(tuple(punt for _, punt in punten)))
    rest = len(deel.punten) - len(punten) + deel.elders
    enkel, meer, waar = deel.rest
    zin = f"{'Nog ' if punten else ''}{format_aantal(rest, enkel, meer)} {waar}."
    return [*blokken, Alinea(tekst(zin))] if rest else blokken
