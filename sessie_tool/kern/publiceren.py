"""Publiceren: which version of a document, and making the open one from what its sessions know about people."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.aanwezigen import show_aanwezigen, show_functies
from sessie_tool.kern.document import Blok, Document
from sessie_tool.kern.openbaar import find_context, find_plekken
from sessie_tool.kern.personen import list_genoemd
from sessie_tool.kern.sessie import Sessie, environment
from sessie_tool.kern.vervanging import Naamregel, Twijfel, fold_keuze

Maak = Callable[[Document, Sequence[Sessie]], tuple[Document, list[Bevinding]]]
"""(a document whose Opmaak is resolved, its sessions) → (the document in this version, what a person must know)."""


_VOLGORDE = ("twijfel", "besloten", "vervangen")


class Versie(NamedTuple):
    """A version of a document: for who was there, or for everyone.

    Attributes:
        naam: what stands behind the name of its file.
        aanwezigen: shows who was there.
        maak: makes the version.
    """

    naam: str
    aanwezigen: Callable[[Sessie], list[Blok]]
    maak: Maak


def publish(document: Document, sessies: Sequence[Sessie]) -> tuple[Document, list[Bevinding]]:
    """The document without the names of people who may not be named, and what a person must look at."""
    nieuw, plekken = _find(document, sessies)
    return nieuw, [tell_twijfel(one) for one in plekken if one.reden]


def list_namen(document: Document, sessies: Sequence[Sessie]) -> list[Naamregel]:
    """What a secretary goes through: what is doubtful, what was decided, and what is certain.

    Args:
        document: as for `publish`.
        sessies: the sessions it was made of; the first one is the one in which one decides.
    """
    _, plekken = _find(document, sessies)
    besloten = {one.sleutel: one for sessie in reversed(sessies) for one in sessie.vervangingen}
    eigen = {one.sleutel for one in sessies[0].vervangingen}
    open_plekken: dict[str, Twijfel] = {}
    for plek in sorted(plekken, key=lambda one: not one.reden):
        sleutel = fold_keuze(plek.tekst)
        if sleutel not in besloten:
            open_plekken.setdefault(sleutel, plek)
    regels = [
        Naamregel(one.tekst, one.door, "twijfel" if one.reden else "vervangen", one.reden, one.context)
        for one in open_plekken.values()
    ]
    regels += [
        Naamregel(one.tekst, one.door, "besloten", context=find_context(document, one.tekst), eigen=sleutel in eigen)
        for sleutel, one in besloten.items()
    ]
    return sorted(regels, key=lambda one: _VOLGORDE.index(one.soort))


def _find(document: Document, sessies: Sequence[Sessie]) -> tuple[Document, tuple[Twijfel, ...]]:
    return find_plekken(
        document,
        [one for sessie in sessies for one in sessie.deelnemers],
        [naam for sessie in sessies for naam in list_genoemd(environment(sessie).records.values())],
        [one for sessie in reversed(sessies) for one in sessie.vervangingen],
        [tekst for sessie in sessies for tekst in list_geen_namen(sessie)],
    )


def list_geen_namen(sessie: Sessie) -> Iterable[str]:
    """Texts whose words are places, organisations and titles."""
    yield from (sessie.plaats, *sessie.opgaven, *sessie.rollen)
    yield from (tekst for one in sessie.deelnemers for tekst in (one.organisatie, one.rol))
    yield from (tekst for stap in sessie.stappen for tekst in (stap.titel, *stap.vragen))


def tell_twijfel(twijfel: Twijfel) -> Bevinding:
    """One doubtful place, so that a person can decide."""
    gedaan = "en is blijven staan" if twijfel.door == twijfel.tekst else f"en is vervangen door '{twijfel.door}'"
    bericht = f"'{twijfel.tekst}' {twijfel.reden} {gedaan}."
    return Bevinding(bericht, f"Kijk of dat klopt, bij: '{twijfel.context}'.", ernst="let op")


def _keep(document: Document, sessies: Sequence[Sessie]) -> tuple[Document, list[Bevinding]]:  # noqa: ARG001 - a Maak
    return document, []


INTERN = Versie("", show_aanwezigen, _keep)
OPENBAAR = Versie("openbaar", show_functies, publish)
