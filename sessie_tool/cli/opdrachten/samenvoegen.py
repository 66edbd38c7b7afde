"""`sessie samenvoegen`: two versions of one session side by side, and one session of what you choose."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from sessie_tool.cli.parser import add_id, add_vorm, tekst
from sessie_tool.cli.uitvoer import say, say_json
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import open_zitting
from sessie_tool.fouten import GebruikError
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.verschillen import Keuze, Verschilpunt
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.paar import Paar, read_paar
from sessie_tool.samenvoeging import carry_out, describe, list_punten

KEUZES: dict[str, Keuze] = {"links": "links", "rechts": "rechts", "allebei": "allebei"}
ALLES = "alles"
WIE = {"links": "links gewijzigd", "rechts": "rechts gewijzigd", "beide": "aan beide kanten gewijzigd", "onbekend": ""}


def add_arguments(parser: ArgumentParser) -> None:
    """The session, the copy, and what is chosen."""
    add_id(parser)
    parser.add_argument(
        "kopie", metavar="KOPIE", nargs="?", default="", type=tekst, help="welke kopie: haar nummer of bestandsnaam"
    )
    parser.add_argument(
        "--kies",
        metavar="KEUZE",
        nargs="+",
        action="extend",
        default=[],
        type=tekst,
        help="wat u kiest: links, rechts of allebei voor alles zonder voorstel, 3=links voor verschil 3, alles=links "
        "voor elk verschil, of een bestand met op elke regel zo'n keuze. Zonder --kies verandert er niets",
    )
    add_vorm(parser, "json")


def run(args: Namespace) -> int:
    """Print what differs; with choices, bring the two together."""
    werkmap = open_werkmap(args)
    paar = read_paar(werkmap, args.id, args.kopie)
    punten = list_punten(paar, werkmap.opgaven())
    if not args.kies:
        _show(paar, punten, args.vorm)
        return 0
    keuzes = read_keuzes(list(_expand(args.kies)), punten)
    with open_zitting(werkmap, paar.links.sessie.id) as zitting:
        say(describe(carry_out(zitting, paar, keuzes, now(), new_id)))
    return 0


def _expand(woorden: Sequence[str]) -> Iterator[str]:
    """The choices, with those in a file."""
    for woord in woorden:
        if woord in KEUZES or "=" in woord:
            yield woord
            continue
        try:
            regels = Path(woord).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise GebruikError(
                f"'{woord}' is geen keuze. Typ links, rechts, allebei of een nummer: 3=links."
            ) from error
        yield from (regel.strip() for regel in regels if regel.strip() and not regel.lstrip().startswith("#"))


def read_keuzes(woorden: Sequence[str], punten: Sequence[Verschilpunt]) -> dict[str, Keuze]:
    """What is chosen for each point; a choice for the rest goes where nothing else is chosen or proposed.

    Raises:
        GebruikError: a choice that is none, or for something that does not differ.
    """
    keuzes: dict[str, Keuze] = {}
    alles: dict[str, Keuze] = {}
    rest: list[Keuze] = []
    for woord in woorden:
        wat, _, waarde = woord.rpartition("=")
        keuze = KEUZES.get(waarde.strip().casefold())
        if keuze is None:
            raise GebruikError(f"'{waarde}' is geen keuze. Kies uit: {', '.join(KEUZES)}.")
        if wat.strip() == ALLES:
            alles.update({punt.sleutel: keuze for punt in punten if keuze in punt.keuzes})
        elif wat:
            keuzes[_find(wat.strip(), punten).sleutel] = keuze
        else:
            rest.append(keuze)
    for punt in punten:
        passend = [one for one in rest if one in punt.keuzes]
        if passend and not punt.voorstel:
            alles.setdefault(punt.sleutel, passend[0])
    return alles | keuzes


def _find(wat: str, punten: Sequence[Verschilpunt]) -> Verschilpunt:
    if wat.isdecimal() and 1 <= int(wat) <= len(punten):
        return punten[int(wat) - 1]
    for punt in punten:
        if punt.sleutel == wat:
            return punt
    raise GebruikError(f"Verschil '{wat}' is er niet. Er zijn {format_aantal(len(punten), 'verschil', 'verschillen')}.")


def _show(paar: Paar, punten: Sequence[Verschilpunt], vorm: str) -> None:
    if vorm:
        say_json({"sessie": paar.links.sessie.id, "kopie": paar.kopie.name, "verschillen": list_rijen(punten)})
        return
    if not punten:
        say("De twee versies zeggen precies hetzelfde.")
    else:
        say(f"Links: {paar.links.sessie.titel}. Rechts: {paar.kopie.name}.")
    for nummer, punt in enumerate(punten, 1):
        say(f"{nummer}. {describe_punt(punt)}")
    keuze = "allebei" if all(punt.voorstel for punt in punten) else "1=links rechts"
    say(f"Er is niets veranderd. Kies zo: sessie samenvoegen {paar.links.sessie.id} --kies {keuze}")


def list_rijen(punten: Sequence[Verschilpunt]) -> list[dict[str, Any]]:
    """The stable keys of each point."""
    return [{"nummer": nummer} | msgspec.to_builtins(punt) for nummer, punt in enumerate(punten, 1)]


def describe_punt(punt: Verschilpunt) -> str:
    """A point in a few lines."""
    kop = " · ".join(filter(None, (punt.plaats, punt.wat, WIE[punt.gewijzigd])))
    keuze = "/".join(punt.keuzes) + (f" (voorstel: {punt.voorstel})" if punt.voorstel else "")
    return f"{kop}\n   links:  {punt.links or '(niets)'}\n   rechts: {punt.rechts or '(niets)'}\n   keuze:  {keuze}"
