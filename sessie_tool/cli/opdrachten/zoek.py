"""`sessie zoek`: where words stand in the sessions of a werkmap."""

import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_vorm, getal, tekst
from sessie_tool.cli.uitvoer import say, say_json
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import GebruikError, suggest
from sessie_tool.kern.taal import format_datum
from sessie_tool.kern.zoekwoorden import Zoekvraag, parse_zoekvraag, show_around
from sessie_tool.opslag.vindplaatsen import NAMEN, RECORDS, Filter
from sessie_tool.opslag.zoeken import HOEVEEL, Vondst, name_plek, search

BREEDTE = 100
"""Characters of a text around what was found."""


def add_arguments(parser: ArgumentParser) -> None:
    """What to search, where, and in which form."""
    uitleg = (
        "alle woorden moeten er staan; het begin van een woord is genoeg; '\"tussen aanhalingstekens\"' blijft bijeen"
    )
    parser.add_argument("woorden", metavar="WOORD", nargs="+", type=tekst, help=uitleg)
    parser.add_argument("--jaar", metavar="JAAR", type=getal("een jaar"), default=0, help="alleen sessies van dit jaar")
    parser.add_argument("--soort", metavar="SOORT", type=tekst, default="", help="zoals: signaal, rode draad of advies")
    add_vorm(parser, "json")


def run(args: Namespace) -> int:
    """Print what was found, the best first."""
    vraag = parse_zoekvraag(" ".join(args.woorden))
    if not vraag.delen and not args.vorm:
        say("Typ een woord of getal om naar te zoeken.")
        return 0
    hoeveel = sys.maxsize - 1 if args.vorm else HOEVEEL
    uitkomst = search(open_werkmap(args).sessies, vraag, Filter(find_soort(args.soort), args.jaar), hoeveel)
    if args.vorm:
        say_json([describe(one, vraag) for one in uitkomst.vondsten])
    elif uitkomst.vondsten:
        say("\n".join(_format(one, vraag) for one in uitkomst.vondsten))
        if uitkomst.is_meer:
            say(f"Dit zijn de eerste {HOEVEEL}. Typ een woord erbij om minder te vinden.")
    else:
        say("Niets gevonden. Typ minder woorden, of alleen het begin van een woord.")
    return 0


def find_soort(naam: str) -> str:
    """The soort that a person means; "" for all.

    Raises:
        GebruikError: there is no such soort.
    """
    namen = NAMEN | {soort: cls.MEERVOUD for soort, cls in RECORDS.items()}
    for soort in NAMEN:
        if not naam or naam.casefold() in (soort, NAMEN[soort], namen[soort]):
            return soort if naam else ""
    raad = suggest(naam, NAMEN.values())
    raise GebruikError(
        f"De soort '{naam}' bestaat niet. {raad} Kies uit: {', '.join(NAMEN.values())}".replace("  ", " ")
    )


def describe(vondst: Vondst, vraag: Zoekvraag) -> dict[str, Any]:
    """The stable keys of a find."""
    vind = vondst.vind
    return {
        "sessie": vondst.sessie,
        "titel": vondst.titel,
        "datum": vondst.datum,
        "jaar": int(vondst.datum[:4]) if vondst.datum[:4].isdecimal() else 0,
        "stap": vind.stap,
        "staptitel": vondst.stap,
        "soort": vind.soort,
        "nummer": vind.nummer,
        "id": vind.record,
        "bereik": "begeleider" if vind.eigen else "verslag",
        "overgenomen": vind.over,
        "rond": "".join(show_around(vind.tekst, vraag, BREEDTE)),
        "tekst": vind.tekst,
    }


def _format(vondst: Vondst, vraag: Zoekvraag) -> str:
    """A line that says where it stands, and one with the words around it."""
    waar = [name_plek(vondst.vind), f"{vondst.titel}, {format_datum(vondst.datum)}"]
    waar += [f"stap {vondst.vind.stap} {vondst.stap}"] if vondst.vind.stap else []
    waar += ["alleen begeleider"] if vondst.vind.eigen else []
    rond = "".join(show_around(vondst.vind.tekst, vraag, BREEDTE)).replace("\n", " ")
    return f"{' · '.join([*waar, vondst.sessie])}\n    {rond}"
