"""`sessie adviezen`: the advice of all sessions, with what was decided about it and what came of it."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sessie_tool.cli.openbaar import add_openbaar, is_for, publish
from sessie_tool.cli.parser import add_vorm, getal
from sessie_tool.cli.uitvoer import say, say_rows
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.kern.bouwstenen.adviezen import Advies
from sessie_tool.kern.gang import Gang, find_uitvoering, parse_welk, tell_gang, tell_gangen
from sessie_tool.kern.opvolging import Stand, fold
from sessie_tool.opslag.eerder import read_bronnen

T = TypeVar("T")
SLEUTELS = ("sessie", "datum", "nummer", "advies", "van", "besluit", "wie", "wanneer", "resultaat")
KOLOMMEN = ("datum", "titel", "nummer", "besluit", "wie", "advies")


def add_arguments(parser: ArgumentParser) -> None:
    """Which advice, and in which form."""
    parser.add_argument(
        "welk",
        metavar="JAAR.NUMMER",
        nargs="?",
        type=welk,
        default=(0, 0),
        help="één advies met zijn hele verloop: 2024.3",
    )
    parser.add_argument(
        "--jaar", metavar="JAAR", type=getal("een jaar"), default=0, help="alleen de adviezen uit dit jaar"
    )
    parser.add_argument(
        "--nummer",
        metavar="N",
        type=getal("een advies"),
        default=0,
        help="alleen het advies met dit nummer, met zijn verloop",
    )
    parser.add_argument("--open", action="store_true", help="alleen wat nog wacht op een besluit of een resultaat")
    add_openbaar(parser)
    add_vorm(parser, "json", "csv")


def welk(waarde: str) -> tuple[int, int]:
    """A year and the number of an advies from the command line."""
    gelezen = parse_welk(waarde)
    if gelezen is None:
        raise ArgumentTypeError(f"'{waarde}' is geen jaar en nummer. Schrijf bijvoorbeeld 2024.3")
    return gelezen


def run(args: Namespace) -> int:
    """Print the advice; of one number the whole course."""
    werkmap = open_werkmap(args)
    bronnen = read_bronnen(werkmap)
    standen, gangen = fold(bronnen), tell_gangen(bronnen)
    jaar, nummer = args.jaar or args.welk[0], args.nummer or args.welk[1]
    gevraagd = [
        stand
        for stand in standen
        if isinstance(stand.record, Advies)
        and is_for(stand.record, args.versie)
        and (stand.is_open or not args.open)
        and jaar in (0, int(stand.datum[:4]))
        and nummer in (0, stand.nummer)
    ]
    gevraagd.sort(key=lambda stand: nummer > 0 and stand.soort != "boardsessie")

    def version(waarde: T) -> T:
        return publish(waarde, args.versie, werkmap, (bron.sessie for bron in bronnen if bron.records))

    if args.vorm:
        rijen = [describe(one) | describe_gang(one, standen, gangen) for one in gevraagd]
        say_rows(args.vorm, SLEUTELS, KOLOMMEN, version(rijen))
    elif not gevraagd:
        say("Er zijn geen adviezen gevonden." if not nummer else _about_none(jaar, nummer))
    elif nummer:
        say("\n\n".join("\n".join(version(_tell(one, standen, gangen))) for one in gevraagd))
    else:
        say_rows("", SLEUTELS, KOLOMMEN, version([describe(one) for one in gevraagd]))
    return 0


def _about_none(jaar: int, nummer: int) -> str:
    uit = f" uit {jaar}" if jaar else ""
    return f"Advies {nummer}{uit} is er niet. Typ 'sessie adviezen{f' --jaar {jaar}' if jaar else ''}' voor de lijst."


def _tell(stand: Stand[Any], standen: Sequence[Stand[Any]], gangen: Mapping[str, Gang]) -> list[str]:
    gang = gangen.get(stand.eerste, ())
    return tell_gang(stand, gang, find_uitvoering(gang, standen, gangen))


def describe(stand: Stand[Advies]) -> dict[str, Any]:
    """The stable keys of an advies, and its own id beside them."""
    advies = stand.record
    return {
        "id": stand.eerste,
        "sessie": stand.sessie,
        "datum": stand.datum,
        "titel": stand.titel,
        "nummer": stand.nummer or None,
        "advies": advies.tekst,
        "van": advies.van,
        "besluit": advies.besluit,
        "wie": advies.wie_besluit,
        "wanneer": advies.wanneer,
        "resultaat": advies.resultaat,
        "open": stand.is_open,
    }


def describe_gang(stand: Stand[Any], standen: Sequence[Stand[Any]], gangen: Mapping[str, Gang]) -> dict[str, Any]:
    """The course of an advies, oldest first, and the actions that carry it out."""
    gang = gangen.get(stand.eerste, ())
    loop = [
        {
            "sessie": keer.sessie,
            "datum": keer.datum,
            "titel": keer.titel,
            "besluit": keer.record.besluit,
            "wie": keer.record.wie_besluit,
            "wanneer": keer.record.wanneer,
            "resultaat": keer.record.resultaat,
        }
        for keer in gang
        if isinstance(keer.record, Advies)
    ]
    acties = [
        {"id": one.eerste, "sessie": one.sessie, "wat": one.record.wat, "status": one.record.status}
        for one in find_uitvoering(gang, standen, gangen)
    ]
    return {"verloop": loop, "acties": acties}
