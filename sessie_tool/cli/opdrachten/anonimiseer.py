"""`sessie anonimiseer`: which names would go out of a closed session; or take them out for good."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_id, add_vorm
from sessie_tool.cli.uitvoer import say, say_rows, warn
from sessie_tool.cli.voorgoed import add_ja, ask, can_ask
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import GebruikError
from sessie_tool.kern.naamloos import Verzoek
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.vervanging import Twijfel, fold_keuze
from sessie_tool.nu import new_id, now
from sessie_tool.opmaak.plat import read_plat
from sessie_tool.opslag.anonimiseren import Nu, Plan, anonimiseer, make_plan, remove_exports
from sessie_tool.opslag.elders import find_elders, tell_elders
from sessie_tool.opslag.werkmap import Werkmap

SLEUTELS = ("soort", "woorden", "door", "reden", "context")
_VOLGORDE = ("twijfel", "vervangen", "blijft")
KOLOMMEN = ("soort", "woorden", "door", "context")


def add_arguments(parser: ArgumentParser) -> None:
    """Which session, and how far to go."""
    add_id(parser)
    parser.add_argument("--voorgoed", action="store_true", help="haal de namen weg; dit is niet terug te draaien")
    parser.add_argument("--allen", action="store_true", help="ook de namen van wie genoemd mag worden")
    parser.add_argument("--ook-functies", action="store_true", help="haal ook hun rol en organisatie weg")
    parser.add_argument(
        "--ook-vermoedens", action="store_true", help="ook woorden die misschien een naam zijn; kijk ze eerst na"
    )
    parser.add_argument(
        "--ook-exports", action="store_true", help="gooi ook de conceptverslagen weg die het programma maakte"
    )
    add_ja(parser)
    add_vorm(parser, "json", "csv")


def run(args: Namespace) -> int:
    """Print what would be replaced, or replace it."""
    if args.ook_exports and not args.voorgoed:
        raise GebruikError("--ook-exports hoort bij --voorgoed. Typ dat erbij.")
    werkmap, verzoek = open_werkmap(args), Verzoek(args.allen, args.ook_functies, args.ook_vermoedens)
    plan = make_plan(werkmap, args.id, verzoek, read_plat)
    if not args.voorgoed:
        _show(args, werkmap, plan)
        return 0
    vraag = f"De namen gaan weg uit '{plan.sessie.titel}', en uit alle eerdere versies. Ongedaan maken kan daarna niet."
    ask(vraag, plan.sessie.id, ja=args.ja or not can_ask())
    elders = find_elders(werkmap, plan.sessie.id, plan.naamloos)
    plan = anonimiseer(werkmap, plan.sessie.id, verzoek, Nu(now, new_id), read_plat)
    weg = remove_exports(werkmap, plan) if args.ook_exports else ()
    _tell_done(plan, len(weg))
    _tell_rest([one.pad.name for one in plan.exports if one.pad not in weg], elders, plan)
    return 0


def _show(args: Namespace, werkmap: Werkmap, plan: Plan) -> None:
    rijen = describe(plan)
    if rijen or args.vorm:
        say_rows(args.vorm, SLEUTELS, KOLOMMEN, rijen)
    else:
        say("In deze sessie staan geen namen die weg moeten.")
    if plan.is_begonnen:
        warn("Het weghalen is eerder begonnen en niet afgemaakt. Met --voorgoed gaat het verder.")
    elif rijen and not args.vorm:
        say(f"Er is niets veranderd. Haal ze weg met: sessie anonimiseer {plan.sessie.id} --voorgoed")
    elders = find_elders(werkmap, plan.sessie.id, plan.naamloos)
    _tell_rest([one.pad.name for one in plan.exports], elders, plan)


def describe(plan: Plan) -> list[dict[str, Any]]:
    """The stable keys of each line: who stands in the list, then what stands in the text, what is doubtful first."""
    lijst = [_row("deelnemer", naam, door) for naam, door in plan.naamloos.namen.items()]
    bekend = {fold_keuze(naam) for naam in plan.naamloos.namen}
    tekst = [
        _row(_soort(one), one.tekst, one.door, one.reden, one.context)
        for one in plan.naamloos.plekken
        if fold_keuze(one.tekst) not in bekend
    ]
    blijft = [_row("blijft", one.tekst, one.door) for one in plan.sessie.vervangingen if one.blijft]
    return [*lijst, *sorted((*tekst, *blijft), key=lambda one: _VOLGORDE.index(one["soort"]))]


def _soort(een: Twijfel) -> str:
    if een.door == een.tekst:
        return "blijft"
    return "twijfel" if een.reden else "vervangen"


def _row(soort: str, woorden: str, door: str, reden: str = "", context: str = "") -> dict[str, Any]:
    return {"soort": soort, "woorden": woorden, "door": door, "reden": reden, "context": context}


def _tell_done(plan: Plan, exports: int) -> None:
    say(f"De namen zijn weg uit '{plan.nieuw.titel}' en uit alles wat ervan bewaard was.")
    if plan.stuk:
        say(f"{format_aantal(len(plan.stuk), 'beschadigd bestand', 'beschadigde bestanden')} weggegooid.")
    if exports:
        say(f"{format_aantal(exports, 'conceptverslag', 'conceptverslagen')} weggegooid.")


def _tell_rest(exports: list[str], elders: list[str], plan: Plan) -> None:
    """Where names can still stand, with what to do about it."""
    for naam in exports:
        warn(f"In exports/{naam} kunnen de namen nog staan. Bewaar het in uw archief of gooi het weg.")
    if elders:
        warn(tell_elders(elders))
    for bestand in plan.sporen.elders:
        warn(f"Van deze sessie staat een kopie in een andere werkmap: '{bestand}'. Geef daar dezelfde opdracht.")
