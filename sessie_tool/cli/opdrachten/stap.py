"""`sessie stap`: where the session is, with what the step asks; or go to another step."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from sessie_tool.cli.parser import add_id, getal
from sessie_tool.cli.uitvoer import say
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import find_stap, open_zitting, require_saved
from sessie_tool.kern.klok import go_to_stap, pause, planned, resume, spent, start, stretch
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.tijdplan import Tijdplan, make_tijdplan
from sessie_tool.nu import now


def add_arguments(parser: ArgumentParser) -> None:
    """The session, and the step to go to."""
    add_id(parser)
    parser.add_argument("nummer", metavar="N", type=getal("een stap"), nargs="?", help="ga naar deze stap")
    klok = parser.add_mutually_exclusive_group()
    klok.add_argument("--pauze", action="store_true", help="zet de klok stil; een pauze telt bij geen stap")
    klok.add_argument("--verder", action="store_true", help="laat de klok (weer) lopen")
    klok.add_argument("--langer", metavar="MIN", type=getal("minuten"), default=0, help="geef de stap minuten erbij")
    klok.add_argument("--korter", metavar="MIN", type=getal("minuten"), default=0, help="geef de stap minuten minder")


def run(args: Namespace) -> int:
    """Show the current step, after going to another one when asked."""
    werkmap = open_werkmap(args)
    sessie = werkmap.read(args.id)
    if args.nummer or args.pauze or args.verder or args.langer or args.korter:
        sessie = go(args)
    say("\n".join(describe(sessie, sessie.huidige)))
    return 0


def go(args: Namespace) -> Sessie:
    """Make a step the current one; that starts a session in voorbereiding, and leaves a pause a pause."""
    with open_zitting(open_werkmap(args), args.id) as zitting:
        if args.nummer:
            stap = find_stap(zitting.sessie, args.nummer)
            ga = start if zitting.sessie.status == "voorbereiding" else go_to_stap
            zitting.apply(f"naar stap {args.nummer}", lambda sessie: ga(sessie, stap.id, now()), "verloop")
        zitting.apply("klok", lambda sessie: set_klok(sessie, args), "verloop")
        require_saved(zitting)
        return zitting.sessie


def set_klok(sessie: Sessie, args: Namespace) -> Sessie:
    """The session with its clock as the options say."""
    if args.pauze:
        return pause(sessie, now())
    if args.verder:
        return resume(sessie, now())
    meer = args.langer - args.korter
    return stretch(sessie, sessie.huidige.id, meer) if meer else sessie


def describe_tijd(plan: Tijdplan) -> str:
    """How long the session still takes, when it ends, and whether that is as planned."""
    ligging = round(plan.voorsprong / 60)
    verschil = f"{format_aantal(abs(ligging), 'minuut', 'minuten')} {'voor' if ligging > 0 else 'achter'}"
    return (
        f"Sessie: nog {format_aantal(round(plan.nog / 60), 'minuut', 'minuten')}, klaar om {plan.einde:%H:%M}, "
        f"{verschil if ligging else 'op schema'}"
    )


def describe_klok(sessie: Sessie) -> Iterator[str]:
    """How the session lies in time, and that its clock stands still when it does."""
    if sessie.status == "lopend":
        yield describe_tijd(make_tijdplan(sessie, now()))
        if not sessie.verloop.sinds:
            yield "De klok staat stil. Met --verder loopt hij weer."
    elif sessie.status != "voorbereiding":
        yield f"Deze sessie is {sessie.status}; de klok loopt niet meer."


def describe(sessie: Sessie, stap: Stap) -> Iterator[str]:
    """What the facilitator needs to know about a step, line by line."""
    besteed, gepland = (round(seconden / 60) for seconden in (spent(sessie, stap.id, now()), planned(sessie, stap.id)))
    yield f"Stap {sessie.nummer(stap.id)} van {len(sessie.stappen)}: {stap.titel}"
    over = f"nog {gepland - besteed}" if gepland >= besteed else f"{besteed - gepland} over de tijd"
    yield f"Tijd: {besteed} van {gepland} minuten, {over}"
    yield from describe_klok(sessie)
    for label, inhoud in (
        ("Doel", stap.doel),
        ("Zeg", stap.zeg),
        ("Let op", stap.let_op),
        ("Als het stilvalt", stap.als_het_stilvalt),
    ):
        if inhoud:
            yield f"{label}: {inhoud}"
    yield from (
        f"Regel voor {regel.rol}: {regel.tekst}" if regel.rol else f"Regel: {regel.tekst}" for regel in stap.regels
    )
    yield from (f"Vraag {nummer}: {vraag}" for nummer, vraag in enumerate(stap.vragen, 1))
    if stap.uitleg:
        yield f"Uitleg: {stap.uitleg}"
    if stap.bouwsteen.UITLEG:
        yield f"Zo typt u hier: {stap.bouwsteen.UITLEG}"
    if stap.bouwsteen.VOORBEELD:
        yield f"Voorbeeld: {stap.bouwsteen.VOORBEELD}"
    yield describe_vervolg(sessie, stap)


def describe_vervolg(sessie: Sessie, stap: Stap) -> str:
    """Which step comes next, and what to type to get there."""
    nummer = sessie.nummer(stap.id)
    if nummer == len(sessie.stappen):
        return "Hierna: dit is de laatste stap. 'sessie verslag' maakt het verslag."
    volgende = sessie.stappen[nummer]
    minuten = format_aantal(volgende.minuten, "minuut", "minuten")
    return f"Hierna: stap {nummer + 1}, {volgende.titel} ({minuten})"
