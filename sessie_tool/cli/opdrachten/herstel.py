"""`sessie herstel`: what can come back, the earlier versions of a session, or one of these brought back."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from sessie_tool.cli.parser import add_vorm
from sessie_tool.cli.uitvoer import say, say_id, say_json, say_table, warn
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import GebruikError
from sessie_tool.herstelling import read_nu, restore, restore_kopie
from sessie_tool.kern.platte_tekst import describe_sessie
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.terugzetten import (
    Sinds,
    count_regels,
    describe_regels,
    describe_sinds,
    format_moment,
    list_sinds,
    tell_sinds,
)
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.herstelpunten import (
    AANLEIDINGEN,
    Herstelpunt,
    find_herstelpunt,
    find_sessie_id,
    list_herstelpunten,
    list_verdwenen,
)
from sessie_tool.opslag.werkmap import Werkmap

WAAR = {
    "prullenbak": "in de prullenbak",
    "versies": "bestand weg, er zijn versies",
    "journaal": "bestand weg, deze computer weet het nog",
}


def add_arguments(parser: ArgumentParser) -> None:
    """The session, the version, and what to do with it."""
    parser.add_argument("id", metavar="ID", nargs="?", help="de sessie, ook een die weg is; zonder ID: wat weg is")
    parser.add_argument(
        "versie", metavar="VERSIE", nargs="?", help="haal deze versie terug: haar nummer of haar naam uit de lijst"
    )
    parser.add_argument("--kopie", action="store_true", help="zet de versie als een nieuwe sessie naast de andere")
    parser.add_argument("--toon", action="store_true", help="toon wat in de versie staat, en wat sindsdien veranderde")
    add_vorm(parser, "json")


def run(args: Namespace) -> int:
    """List, show or bring back."""
    werkmap = open_werkmap(args)
    if args.versie is None and (args.kopie or args.toon):
        raise GebruikError("--kopie en --toon horen bij een versie. Typ haar nummer achter het ID.")
    if args.id is None:
        _list_verdwenen(werkmap, args.vorm)
        return 0
    sessie_id = find_sessie_id(werkmap, args.id)
    if args.versie is None:
        _list_versies(werkmap, sessie_id, args.vorm)
    elif args.toon:
        _show(werkmap, sessie_id, args.versie)
    else:
        doe = restore_kopie if args.kopie else restore
        uitkomst = doe(werkmap, sessie_id, args.versie, clock=now, new_id=new_id)
        say_id(uitkomst.sessie)
        warn(uitkomst.melding)
    return 0


def _list_verdwenen(werkmap: Werkmap, vorm: str) -> None:
    weg = list_verdwenen(werkmap)
    if vorm:
        say_json([one._asdict() for one in weg])
    elif weg:
        rijen = [(one.id, one.datum, format_moment(one.sinds), WAAR[one.waar], one.titel) for one in weg]
        say_table(("ID", "DATUM", "SINDS", "WAAR", "TITEL"), rijen)
        terug = weg[0]
        warn(f"Kijk met 'sessie herstel ID' wat er is. Terughalen gaat zo: sessie herstel {terug.id} {terug.punt}")
    else:
        say("Er is niets weg: de prullenbak is leeg en elke sessie met versies heeft haar bestand.")


def _list_versies(werkmap: Werkmap, sessie_id: str, vorm: str) -> None:
    punten = list_herstelpunten(werkmap, sessie_id)
    rijen = list(_compare(werkmap, sessie_id, punten))
    if vorm:
        say_json([_as_json(*rij) for rij in rijen])
    elif rijen:
        say_table(("VERSIE", "STAND VAN", "BEWAARD", "INHOUD", "SINDSDIEN", "TITEL"), [_as_row(*rij) for rij in rijen])
    else:
        say("Van deze sessie zijn nog geen eerdere versies. Die komen er vanzelf zodra u iets verandert.")


def _compare(
    werkmap: Werkmap, sessie_id: str, punten: list[Herstelpunt]
) -> Iterator[tuple[Herstelpunt, Sessie, Sinds]]:
    if punten:
        nu, opgaven = read_nu(werkmap, sessie_id, punten), werkmap.opgaven()
        for punt in punten:
            oud = punt.read()
            yield punt, oud, list_sinds(oud, nu, opgaven)


def _as_row(punt: Herstelpunt, oud: Sessie, sinds: Sinds) -> tuple[str, ...]:
    waarom = AANLEIDINGEN.get(punt.aanleiding, punt.aanleiding)
    naam = str(punt.nummer or punt.naam)
    return naam, format_moment(punt.moment), waarom, describe_regels(oud), describe_sinds(sinds), punt.titel


def _as_json(punt: Herstelpunt, oud: Sessie, sinds: Sinds) -> dict[str, Any]:
    return {
        "nummer": punt.nummer or None,
        "naam": punt.naam,
        "moment": punt.moment,
        "aanleiding": punt.aanleiding,
        "bewaard": punt.bewaard,
        "titel": punt.titel,
        "datum": punt.datum,
        "regels": count_regels(oud),
        "erbij": len(sinds.erbij),
        "weg": len(sinds.weg),
        "anders": len(sinds.anders),
    }


def _show(werkmap: Werkmap, sessie_id: str, naam: str) -> None:
    """What changed since a version, and what stood in it."""
    punten = list_herstelpunten(werkmap, sessie_id)
    oud, opgaven = find_herstelpunt(punten, naam).read(), werkmap.opgaven()
    sinds = list_sinds(oud, read_nu(werkmap, sessie_id, punten), opgaven)
    for kop, zinnen in tell_sinds(sinds):
        say("\n".join([kop, *(f"- {zin}" for zin in zinnen), ""]))
    say("\n".join(describe_sessie(oud, opgaven)))
