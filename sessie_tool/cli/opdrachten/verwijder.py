"""`sessie verwijder`: a session to the bin, from which it can come back; or away for good, with all that is kept."""

from argparse import ArgumentParser, Namespace

from sessie_tool.cli.parser import add_id
from sessie_tool.cli.uitvoer import say_id, warn
from sessie_tool.cli.voorgoed import add_ja, ask
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.wissen import erase_sessie, plan_erase


def add_arguments(parser: ArgumentParser) -> None:
    """Which session, and how far."""
    add_id(parser)
    parser.add_argument(
        "--voorgoed", action="store_true", help="gooi alles weg: ook de prullenbak, eerdere versies en het journaal"
    )
    add_ja(parser)


def run(args: Namespace) -> int:
    """Move it, and say how it comes back."""
    werkmap = open_werkmap(args)
    if args.voorgoed:
        return _erase(args, werkmap)
    sessie = werkmap.read(args.id)
    werkmap.remove(args.id, now())
    say_id(sessie.id)
    warn(f"'{sessie.titel}' ligt in de prullenbak. Terughalen gaat met: sessie herstel {sessie.id} prullenbak")
    return 0


def _erase(args: Namespace, werkmap: Werkmap) -> int:
    plan = plan_erase(werkmap, args.id)
    ask(f"'{plan.titel}' gaat weg met alles wat ervan bewaard is.", plan.sessie, ja=args.ja)
    erase_sessie(werkmap, plan, now())
    say_id(plan.sessie)
    for export in plan.exports:
        warn(f"exports/{export.pad.name} blijft staan. Bewaar het in uw archief of gooi het weg.")
    for bestand in plan.sporen.elders:
        warn(f"Van deze sessie staat een kopie in een andere werkmap: '{bestand}'.")
    return 0
