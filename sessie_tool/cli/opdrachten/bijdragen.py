"""`sessie bijdragen`: the scores of the same project in more sessions side by side."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from sessie_tool.cli.jaaropties import add_document, add_jaren, check_jaren
from sessie_tool.cli.openbaar import publish
from sessie_tool.cli.parser import add_vorm, tekst
from sessie_tool.cli.uitvoer import say, say_id, say_json, say_rows, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import GebruikError, suggest
from sessie_tool.kern.bijdrageblad import as_json, make_bijdrageblad, split_loops, tell_loops
from sessie_tool.kern.bijdragejaren import Projectloop, follow_projecten, key
from sessie_tool.kern.bijdragen import Gemiddelde
from sessie_tool.kern.bouwstenen.bijdrage_rapport import format_getal
from sessie_tool.kern.taal import slug
from sessie_tool.nu import now
from sessie_tool.opslag.bijdragen import read_scores
from sessie_tool.opslag.werkmap import Werkmap

SLEUTELS = (
    *("project", "doelstelling", "jaar", "datum", "sessie"),
    *("opdrachtgever", "opdrachtnemer", "verschil", "aantal"),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Which projects and years, and in which form."""
    parser.description = (
        "Zet de scores van hetzelfde project in twee of meer sessies naast elkaar: het gemiddelde per doelstelling, "
        "het verschil tussen de partijen, en wat het meest verschoof."
    )
    parser.add_argument(
        "--project", metavar="P", type=tekst, default="", help="alleen dit project; het begin is genoeg"
    )
    add_jaren(parser)
    add_document(parser)
    add_vorm(parser, "json", "csv")


def run(args: Namespace) -> int:
    """Print the course of the projects, or write it."""
    check_jaren(args)
    werkmap = open_werkmap(args)
    loops = choose_project(follow_projecten(read_scores(werkmap), args.van, args.tot), args.project)
    if args.uit:
        write(werkmap, loops, args)
        return 0
    loops = publish(loops, args.versie, werkmap, (one.sessie for loop in loops for one in loop.metingen))
    if args.vorm == "json":
        say_json([as_json(loop) for loop in loops])
    elif args.vorm:
        say_rows(args.vorm, SLEUTELS, (), list(list_rows(loops)))
    elif not loops:
        say("Er zijn nog geen bijdragescores in deze jaren.")
    else:
        say("\n".join(tell_loops(loops)).rstrip())
    return 0


def choose_project(loops: list[Projectloop], gevraagd: str) -> list[Projectloop]:
    """The projects whose name is, or begins with, what was asked.

    Raises:
        GebruikError: there is none.
    """
    begin = key(gevraagd)
    past = [one for one in loops if key(one.project) == begin] or [
        one for one in loops if key(one.project).startswith(begin)
    ]
    if gevraagd and not past:
        namen = [one.project for one in loops]
        raad = suggest(gevraagd, namen) or f"Er zijn scores van: {', '.join(namen) or 'geen enkel project'}."
        raise GebruikError(f"Het project '{gevraagd}' heeft geen scores in deze jaren. {raad}")
    return past if gevraagd else loops


def write(werkmap: Werkmap, loops: list[Projectloop], args: Namespace) -> None:
    """Make the document and print where it is."""
    from sessie_tool.opslag.exports import Stuk
    from sessie_tool.verslaglegging import Uitgave, stil

    if not split_loops(loops)[0]:
        raise GebruikError("Geen project is in twee sessies gescoord. Laat --uit weg, of kies andere jaren.")
    moment = now().isoformat(timespec="seconds")
    sessies = {one.sessie for loop in loops for one in loop.metingen}
    stam = "-".join(filter(None, ("bijdragescores", slug(args.project, 40), args.versie.naam)))
    uitgave = Uitgave(
        werkmap,
        make_bijdrageblad(loops, moment),
        [werkmap.read(one) for one in sorted(sessies)],
        lambda nieuw: Stuk(stam, stam, nieuw.moment),
        args.versie,
        stil,
    )
    paden, bevindingen = uitgave.export((), args.uit, args.huisstijl)
    for pad in paden:
        say_id(str(pad))
    warn_all(bevindingen)


def list_rows(loops: Iterable[Projectloop]) -> Iterator[dict[str, Any]]:
    """A row per project, doelstelling and session, for a table; numbers with a decimal comma."""
    for loop in loops:
        for doel in loop.doelen:
            for meting, een in zip(loop.metingen, doel.gemiddelden, strict=True):
                kop = {"project": loop.project, "doelstelling": doel.doelstelling, "jaar": meting.jaar}
                yield kop | {"datum": meting.datum, "sessie": meting.sessie} | _describe(een)


def _describe(een: Gemiddelde | None) -> dict[str, Any]:
    if een is None:
        return dict.fromkeys(("opdrachtgever", "opdrachtnemer", "verschil"), None) | {"aantal": 0}
    gever, nemer = (None if one is None else format_getal(one) for one in (een.opdrachtgever, een.opdrachtnemer))
    return {"opdrachtgever": gever, "opdrachtnemer": nemer, "verschil": een.verschil, "aantal": een.aantal}
