"""`sessie huis`: the huis van sturing of the werkmap as text: to read, to write to a file, or to read from one."""

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from sessie_tool.cli.bytes_lezen import decode_tekst
from sessie_tool.cli.uitvoer import say, say_id, warn, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import OpslagError
from sessie_tool.kern.huis import LEEG_HUIS, Huis, gone, with_ids
from sessie_tool.kern.huis_tekst import format_huis, parse_huis
from sessie_tool.kern.taal import format_aantal, join_woorden, whole_text
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.atomair import explain, make_folder, write_atomic
from sessie_tool.opslag.huis import change_huis, load_huis
from sessie_tool.opslag.lezen import read_named
from sessie_tool.opslag.werkmap import Werkmap

_UITLEG = (
    "Er is nog geen huis van sturing. Zet het in een tekstbestand: een kop met # is een perspectief, met ## een "
    "doelstelling, met ### een succesfactor, en een regel met een streepje een indicator (eenheid; bron). Twee "
    "doelstellingen die wringen: 'spanning: X ↔ Y (waarom)'. Typ dan: sessie huis --lees BESTAND"
)


def add_arguments(parser: ArgumentParser) -> None:
    """Where the text goes, or where it comes from."""
    parser.description = "Toont het huis van sturing van uw werkmap, schrijft het naar een bestand of leest het in."
    vorm = parser.add_mutually_exclusive_group()
    vorm.add_argument("--uit", metavar="BESTAND", type=Path, help="schrijf het naar dit bestand (.md)")
    vorm.add_argument("--lees", metavar="BESTAND", type=Path, help="lees het uit dit bestand; dit vervangt het huis")


def run(args: Namespace) -> int:
    """Show it, write it or read it."""
    werkmap = open_werkmap(args, mag_nieuw=args.lees is not None)
    if args.lees:
        return read_in(werkmap, args.lees, now())
    tekst = format_huis(load_huis(werkmap.sessies))
    if not args.uit:
        say(tekst.rstrip("\n") or _UITLEG)
        return 0
    write_out(args.uit, tekst)
    say_id(str(args.uit))
    return 0


def read_in(werkmap: Werkmap, pad: Path, moment: datetime) -> int:
    """Replace the huis by what stands in a file; with anything wrong in it nothing is changed."""
    try:
        tekst = whole_text(decode_tekst(read_named(pad)).tekst.removeprefix("\ufeff"))
    except OSError as error:
        raise OpslagError(f"'{pad}' kan niet gelezen worden: {explain(error)}.") from error
    huis, bevindingen = parse_huis(tekst)
    if bevindingen or huis == LEEG_HUIS:
        warn_all(bevindingen)
        warn(f"'{pad}' is niet ingelezen; het huis van sturing is niet veranderd.")
        return 1
    oud, nieuw = replace_huis(werkmap, huis)
    weg = gone(oud, nieuw)
    say(f"Het huis van sturing is ingelezen: {describe(nieuw)}.")
    if weg:
        kopie = keep_copy(werkmap, oud, moment)
        namen = join_woorden([f"'{deel.naam}'" for deel in weg])
        warn(f"Niet meer in het huis: {namen}. De vorige versie staat in '{kopie}'.")
    return 0


def replace_huis(werkmap: Werkmap, huis: Huis) -> tuple[Huis, Huis]:
    """Keep another huis; gives the one before and the one after."""
    paar: list[Huis] = []

    def change(oud: Huis) -> Huis:
        paar.extend((oud, with_ids(huis, oud, iter(new_id, ""))))
        return paar[-1]

    make_folder(werkmap.sessies)
    change_huis(werkmap.sessies, change)
    return paar[0], paar[1]


def describe(huis: Huis) -> str:
    """'2 perspectieven, 5 doelstellingen en 12 indicatoren'."""
    return join_woorden(
        [
            format_aantal(len(huis.perspectieven), "perspectief", "perspectieven"),
            format_aantal(len(huis.doelstellingen), "doelstelling", "doelstellingen"),
            format_aantal(len(list(huis.plekken)), "indicator", "indicatoren"),
        ]
    )


def keep_copy(werkmap: Werkmap, huis: Huis, moment: datetime) -> Path:
    """The huis as it was, as a file among the exports."""
    pad = werkmap.exports / f"huis-van-sturing-{moment:%Y-%m-%d-%H%M%S}.md"
    make_folder(werkmap.exports)
    write_out(pad, format_huis(huis))
    return pad


def write_out(pad: Path, tekst: str) -> None:
    """Write the text; a file that says something else stays as it is.

    Raises:
        OpslagError: there is another file with this name, or it cannot be written.
    """
    inhoud = tekst.encode()
    try:
        if pad.exists() and pad.read_bytes() not in (inhoud, b""):
            raise OpslagError(
                f"'{pad}' bestaat al en zegt iets anders. Lees het eerst in met --lees, of kies een andere naam."
            )
        write_atomic(pad, inhoud)
    except OSError as error:
        raise OpslagError(f"'{pad}' kan niet geschreven worden: {explain(error)}.") from error
