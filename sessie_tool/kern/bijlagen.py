"""Bijlagen: what the steps put at the end of the verslag, each under a letter."""

from collections.abc import Iterable

import msgspec

from sessie_tool.kern.bouwstenen.bijlage import Bijlage
from sessie_tool.kern.document import Blok, Kop, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.sessie import Sessie

replace = msgspec.structs.replace


def report_bijlagen(sessie: Sessie, omgeving: Omgeving) -> list[Blok]:
    """The appendices of a session; those of several steps with the same title are parts of one."""
    per_titel: dict[str, list[tuple[str, Bijlage]]] = {}
    for stap in sessie.stappen:
        bijlage = stap.bouwsteen.appendix(omgeving)
        if bijlage:
            per_titel.setdefault(bijlage.titel, []).append((stap.titel, bijlage))
    return [blok for delen in per_titel.values() for blok in _report(delen)]


def _report(delen: list[tuple[str, Bijlage]]) -> Iterable[Blok]:
    _, eerste = delen[0]
    if len(delen) == 1:
        return (Kop(1, tekst(eerste.titel), eerste.anker, "letter"), *eerste.blokken)
    per_stap = [blok for stap, een in delen for blok in (Kop(2, tekst(stap), een.anker), *map(_lower, een.blokken))]
    return (Kop(1, tekst(eerste.titel), nummering="letter"), *per_stap)


def _lower(blok: Blok) -> Blok:
    return replace(blok, niveau=blok.niveau + 1) if isinstance(blok, Kop) else blok
