"""`sessie vergelijk`: the rode draden over the years, to read, for other programs, or as a document."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from sessie_tool.cli.jaaropties import add_document, add_jaren, check_jaren
from sessie_tool.cli.levenslijn import draw_matrix, tell_lijnen, tell_open
from sessie_tool.cli.openbaar import publish
from sessie_tool.cli.parser import add_vorm, tekst
from sessie_tool.cli.uitvoer import say, say_id, say_json, say_rows, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import GebruikError, SessieToolError, suggest
from sessie_tool.kern.lijnen import Draad, Lijn, Vergelijking, compare
from sessie_tool.kern.omgeving import unique_beginning
from sessie_tool.kern.rondes import JAARRONDE, Ronde, Rondes, collect
from sessie_tool.nu import now
from sessie_tool.opslag.banden import read_banden
from sessie_tool.opslag.draden import read_rondes
from sessie_tool.opslag.werkmap import Werkmap

SLEUTELS = (
    *("lijn", "jaar", "staat", "gewicht", "aandeel", "stippen"),
    *("draden", "sessies", "opgaven"),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Which years and rounds, and in which form."""
    parser.description = (
        "Legt de rode draden van alle jaren naast elkaar: wat is nieuw, wat bleef, groeide, kromp of verdween, en wat "
        "kwam terug. Met --uit maakt u er een document van."
    )
    add_jaren(parser)
    add_rondes(parser, "alleen lijnen in deze opgave")
    parser.add_argument("--lijst", action="store_true", help="zonder tekening: per lijn een regel per jaar, in woorden")
    add_document(parser)
    add_vorm(parser, "json", "csv")


def add_rondes(parser: ArgumentParser, over_opgave: str) -> None:
    """Which rounds are compared."""
    parser.add_argument("--opgave", metavar="OPGAVE", type=tekst, default="", help=over_opgave)
    parser.add_argument(
        "--soort", metavar="SOORT", type=tekst, default=JAARRONDE, help=f"welke sessies (anders: {JAARRONDE})"
    )


def run(args: Namespace) -> int:
    """Print the comparison, or write it."""
    werkmap = open_werkmap(args)
    vergelijking = read_asked(werkmap, args)
    if not args.vorm:
        require_lijnen(vergelijking, args)
    if args.uit:
        from sessie_tool.vergelijkstuk import export_vergelijking

        moment = now().isoformat(timespec="seconds")
        paden, bevindingen = export_vergelijking(
            werkmap,
            vergelijking,
            moment,
            soort=args.soort,
            opgave=args.opgave,
            uit=args.uit,
            huisstijl=args.huisstijl,
            versie=args.versie,
        )
        for pad in paden:
            say_id(str(pad))
        warn_all(bevindingen)
    else:
        sessies = (draad.sessie for draad in vergelijking.draden.values())
        _print(publish(vergelijking, args.versie, werkmap, sessies), args)
    return 0


def _print(vergelijking: Vergelijking, args: Namespace) -> None:
    if args.vorm == "json":
        say_json({"soort": args.soort, "opgave": args.opgave, **describe(vergelijking)})
    elif args.vorm:
        say_rows(args.vorm, SLEUTELS, (), list(list_rows(vergelijking)))
    else:
        show(vergelijking, args)


def read_asked(werkmap: Werkmap, args: Namespace) -> Vergelijking:
    """The comparison of the years and the rounds that were asked for.

    Raises:
        GebruikError: there is no such opgave or soort, or the years are the wrong way round.
    """
    check_jaren(args)
    rondes, banden = read_bronnen(werkmap, args), read_banden(werkmap.sessies)
    return compare(rondes.draden, rondes.signalen, banden, van=args.van, tot=args.tot, opgave=args.opgave)


def read_bronnen(werkmap: Werkmap, args: Namespace) -> Rondes:
    """The draden of the rounds that were asked for; `args.opgave` becomes its full name.

    Raises:
        GebruikError: there is no such opgave or soort.
    """
    rondes = read_rondes(werkmap)
    met_draden = [one for one in rondes if one.draden]
    check_soort(args.soort, met_draden)
    args.opgave = find_opgave(args.opgave, werkmap, met_draden)
    return collect(rondes, args.soort, args.opgave)


def check_soort(soort: str, rondes: Iterable[Ronde]) -> None:
    """Whether there are sessions of this soort; of the usual one there may be none yet."""
    soorten = sorted({one.soort for one in rondes})
    if soort != JAARRONDE and soort not in soorten:
        raad = suggest(soort, soorten) or f"Wel van: {', '.join(soorten) or 'geen enkele soort'}."
        raise GebruikError(f"Er zijn geen sessies van de soort '{soort}' met rode draden. {raad}")


def find_opgave(tekst: str, werkmap: Werkmap, rondes: Iterable[Ronde]) -> str:
    """The opgave that begins this way; "" for none."""
    if not tekst:
        return ""
    gezien = (opgave for ronde in rondes for draad in ronde.draden for opgave in draad.opgaven)
    opgaven = tuple(dict.fromkeys((*werkmap.opgaven(), *gezien)))
    found = unique_beginning(tekst, opgaven)
    if found is None:
        raad = suggest(tekst, opgaven) or f"Kies uit: {', '.join(opgaven)}."
        raise GebruikError(f"De opgave '{tekst}' is niet bekend. {raad}")
    return found


def require_lijnen(vergelijking: Vergelijking, args: Namespace) -> None:
    """Whether there is anything to show.

    Raises:
        SessieToolError: there is not, with what to do then.
    """
    if not vergelijking.lijnen:
        bij = f" bij de opgave {args.opgave}" if args.opgave else ""
        raise SessieToolError(
            f"Er zijn geen rode draden om te vergelijken in sessies van de soort '{args.soort}'{bij}. "
            "Kies andere jaren of een andere soort, of houd eerst een sessie met rode draden."
        )


def show(vergelijking: Vergelijking, args: Namespace) -> None:
    """The comparison as text."""
    regels = tell_lijnen(vergelijking) if args.lijst else draw_matrix(vergelijking)
    for regel in (*regels, *tell_open(vergelijking)):
        say(regel)


def describe(vergelijking: Vergelijking) -> dict[str, Any]:
    """The stable keys of a comparison, and what stands beside them."""
    return {
        "jaren": vergelijking.jaren,
        "signalen": {str(jaar): aantal for jaar, aantal in vergelijking.signalen.items() if jaar in vergelijking.jaren},
        "lijnen": [_describe_lijn(lijn, vergelijking) for lijn in vergelijking.lijnen],
        "onbeoordeeld": [vergelijking.namen[one.sleutel] for one in vergelijking.onbeoordeeld],
    }


def _describe_lijn(lijn: Lijn, vergelijking: Vergelijking) -> dict[str, Any]:
    shown = [draad for draad in lijn.draden if draad.jaar in vergelijking.jaren]
    jaren = sorted({draad.jaar for draad in shown})
    return {
        "id": lijn.id,
        "titel": lijn.titel,
        "opgaven": lijn.opgaven,
        "staat": lijn.staat,
        "staten": {str(jaar): staat for jaar, staat in lijn.staten.items()},
        "gewichten": {str(jaar): lijn.gewichten[jaar] for jaar in jaren},
        "aandelen": {str(jaar): _round(lijn.aandelen[jaar]) for jaar in jaren},
        "stippen": {str(jaar): lijn.stippen[jaar] for jaar in jaren},
        "draden": [_describe_draad(draad, vergelijking) for draad in shown],
    }


def _describe_draad(draad: Draad, vergelijking: Vergelijking) -> dict[str, Any]:
    velden = {naam: getattr(draad, naam) for naam in ("jaar", "sessie", "id", "titel", "toelichting", "opgaven")}
    eerder = [vergelijking.namen[one] for one in vergelijking.links.get(draad.sleutel, ())]
    return velden | {
        "naam": vergelijking.namen[draad.sleutel],
        "gewicht": draad.gewicht,
        "aandeel": _round(draad.aandeel),
        "stippen": draad.stippen,
        "vervolg_op": eerder,
    }


def _round(aandeel: float | None) -> float | None:
    return None if aandeel is None else round(aandeel, 4)


def list_rows(vergelijking: Vergelijking) -> Iterator[dict[str, Any]]:
    """A row per lijn and year, for a table."""
    for lijn in vergelijking.lijnen:
        for jaar, staat in lijn.staten.items():
            draden = lijn.of_year(jaar)
            aandeel = lijn.aandelen.get(jaar)
            yield {
                "lijn": lijn.titel,
                "jaar": jaar,
                "staat": staat,
                "gewicht": lijn.gewichten.get(jaar),
                "aandeel": None if aandeel is None else f"{aandeel:.4f}".replace(".", ","),
                "stippen": lijn.stippen.get(jaar),
                "draden": " | ".join(draad.titel for draad in draden),
                "sessies": " | ".join(dict.fromkeys(draad.sessie for draad in draden)),
                "opgaven": tuple(dict.fromkeys(opgave for draad in draden for opgave in draad.opgaven)),
            }
