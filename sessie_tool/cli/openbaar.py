"""Output that goes out of the house: the option `--openbaar`, and what then takes the names out."""

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import TypeVar

from sessie_tool.cli.uitvoer import warn_all
from sessie_tool.kern.publiceren import INTERN, OPENBAAR, Versie
from sessie_tool.kern.record import Record
from sessie_tool.opslag.werkmap import Werkmap

T = TypeVar("T")


def add_openbaar(parser: ArgumentParser) -> None:
    """For who was there, or for everyone."""
    hulp = "zonder de namen van wie niet genoemd mag worden"
    parser.add_argument("--openbaar", dest="versie", action="store_const", const=OPENBAAR, default=INTERN, help=hulp)


def is_for(record: Record, versie: Versie) -> bool:
    """Whether a record is for who reads this version: what is the facilitator's own never goes out."""
    return versie is INTERN or record.bereik == "verslag"


def publish(waarde: T, versie: Versie, werkmap: Werkmap, ids: Iterable[str]) -> T:
    """A value that was made of these sessions, in a version; what a person must look at is told."""
    if versie is INTERN:
        return waarde
    from sessie_tool.kern.naamvrij import Naamvrij  # only the open version needs it
    from sessie_tool.opslag.herkomst import add_herkomst

    naamvrij = Naamvrij(add_herkomst(werkmap, [werkmap.read(one) for one in sorted(set(ids))]))
    nieuw = naamvrij.clean(waarde)
    warn_all(naamvrij.tell())
    return nieuw
