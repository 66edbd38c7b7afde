"""`sessie invoer`: lines from a file or the keyboard into a step; an id is printed once its record is on the disk."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import cast

from sessie_tool.cli.bytes_lezen import Gelezen, Stroom, read_batches
from sessie_tool.cli.parser import add_id, getal
from sessie_tool.cli.uitvoer import say_id, warn
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import find_stap, open_zitting, require_saved
from sessie_tool.kern.notatie import unread_marks
from sessie_tool.kern.parkeerplaats import Geparkeerd
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import replace
from sessie_tool.nu import new_id
from sessie_tool.zitting import Zitting

Genomen = tuple[list[Record], list[tuple[str, str]]]
"""What came of lines: the records, and the lines that were refused with the reason."""


def add_arguments(parser: ArgumentParser) -> None:
    """Where the lines go and where they come from."""
    add_id(parser)
    parser.add_argument(
        "--stap", metavar="N", type=getal("een stap"), help="het nummer van de stap (anders de huidige)"
    )
    parser.add_argument(
        "--parkeren", action="store_true", help="zet de regels op de parkeerplaats: daar komt u later op terug"
    )
    parser.add_argument("bestand", metavar="BESTAND", nargs="?", default="-", help="een regel per signaal, actie, …")


def run(args: Namespace) -> int:
    """Take every line in; gives 1 when some were refused."""
    with open_stroom(args.bestand) as stroom, open_zitting(open_werkmap(args), args.id) as zitting:
        stap = find_stap(zitting.sessie, args.stap)
        neem = partial(park, zitting, stap.titel) if args.parkeren else partial(zitting.type_regels, stap.id)
        nummer, geweigerd = 0, 0
        for batch in read_batches(stroom):
            geweigerd += take_batch(zitting, neem, batch, nummer)
            nummer += len(batch)
    return 1 if geweigerd else 0


@contextmanager
def open_stroom(bestand: str) -> Iterator[Stroom]:
    """The file, or the keyboard (or a pipe) for '-'."""
    if bestand != "-":
        with Path(bestand).open("rb") as stroom:
            yield stroom
        return
    if sys.stdin.isatty():
        warn("Typ uw regels. Stop met Ctrl+D (op Windows: Ctrl+Z en dan Enter).")
    yield cast("Stroom", sys.stdin.buffer)


def park(zitting: Zitting, tijdens: str, regels: list[str]) -> Genomen:
    """Put subjects on the parkeerplaats."""
    erbij = tuple(Geparkeerd(id=new_id(), tekst=regel.strip(), tijdens=tijdens) for regel in regels)
    zitting.apply("geparkeerd", lambda sessie: replace(sessie, parkeerplaats=(*sessie.parkeerplaats, *erbij)))
    return list(erbij), []


def take_batch(zitting: Zitting, neem: Callable[[list[str]], Genomen], batch: list[Gelezen], voor: int) -> int:
    """Take lines in, print the ids when they are safe, name the lines that were refused; gives how many those were."""
    regels = [(nummer, one) for nummer, one in enumerate(batch, voor + 1) if one.tekst.strip()]
    records, refused = neem([one.tekst for _, one in regels])
    if records:
        require_saved(zitting)
    for record in records:
        say_id(record.id)
    if woorden := dict.fromkeys(woord for record in records for woord in unread_marks(record)):
        warn(f"Let op: bewaard als tekst: {' '.join(woorden)}. Klopt dat niet? 'sessie regel' verbetert de regel.")
    for nummer, one in regels:
        if not one.was_utf8:
            warn(f"Let op: regel {nummer} is geen UTF-8 en is gelezen als Windows-tekst. Kijk of hij klopt.")
    report_refused(regels, refused)
    return len(refused)


def report_refused(regels: list[tuple[int, Gelezen]], refused: list[tuple[str, str]]) -> None:
    """Say of each refused line which it was and why; both lists have the order of the file."""
    over = iter(regels)
    for tekst, reden in refused:
        nummer = next((nummer for nummer, one in over if one.tekst == tekst), None)
        warn(f"Regel {nummer}: {reden}")
