"""From a session to a Document that is ready to be read, for the preview and the list of names; writes no file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.document import Document
from sessie_tool.kern.oplegger import make_oplegger
from sessie_tool.kern.publiceren import OPENBAAR, Versie, list_namen
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.kern.vervanging import Naamregel
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.opslag.eerder import adviezen_over
from sessie_tool.opslag.herkomst import add_herkomst
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.verslaglegging import export_oplegger, export_verslag, find_paar, shown_moment

Opzet = tuple[Document, tuple[Sessie, ...]]
"""A document in which every name still stands, and the sessions it was made of; the one that was asked for first."""


def _verslag(werkmap: Werkmap, sessie: Sessie, moment: str, versie: Versie) -> Opzet:
    moment = shown_moment(werkmap, sessie, moment)
    return make_verslag(sessie, moment, werkmap.read_opgaven()[0], versie.aanwezigen), (sessie,)


def _oplegger(werkmap: Werkmap, sessie: Sessie, moment: str, versie: Versie) -> Opzet:  # noqa: ARG001 - one interface
    jaarronde, boardsessie = find_paar(werkmap, sessie)
    besluiten = {stand.eerste: stand.record for stand in adviezen_over(werkmap)}
    document = make_oplegger(jaarronde, boardsessie, moment, werkmap.read_opgaven()[0], besluiten)
    ander = boardsessie if jaarronde.id == sessie.id else jaarronde
    return document, (sessie, ander) if ander else (sessie,)


class Soort(NamedTuple):
    """A kind of piece that is made of a session.

    Attributes:
        naam: how the user calls it.
        soorten: the kinds of sessions it can be made of; () is every kind.
        opzet: makes the document.
        export: writes its files.
    """

    naam: str
    soorten: tuple[str, ...]
    opzet: Callable[[Werkmap, Sessie, str, Versie], Opzet]
    export: Callable[..., tuple[list[Path], list[Bevinding]]]


STUKKEN = (
    Soort("verslag", (), _verslag, export_verslag),
    Soort("bestuursoplegger", ("jaarronde", "boardsessie"), _oplegger, export_oplegger),
)


def list_stukken(sessie: Sessie) -> Sequence[Soort]:
    """What can be made of a session."""
    return [one for one in STUKKEN if not one.soorten or sessie.soort in one.soorten]


def read_stuk(
    stuk: Soort, werkmap: Werkmap, sessie: Sessie, moment: str, versie: Versie
) -> tuple[Document, list[Bevinding]]:
    """The document as its file will have it, and what a person must look at."""
    document, sessies = stuk.opzet(werkmap, sessie, moment, versie)
    return versie.maak(resolve_opmaak(document), add_herkomst(werkmap, sessies) if versie.naam else sessies)


def read_namen(stuk: Soort, werkmap: Werkmap, sessie: Sessie, moment: str) -> list[Naamregel]:
    """What is replaced in the open version, what is doubtful and what was decided."""
    document, sessies = stuk.opzet(werkmap, sessie, moment, OPENBAAR)
    return list_namen(resolve_opmaak(document), add_herkomst(werkmap, sessies))
