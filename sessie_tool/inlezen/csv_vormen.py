"""The one table of what can be read from a CSV file: soort of bouwsteen → its columns and what becomes of the rows."""

from collections.abc import Callable
from pathlib import PurePath

import msgspec

from sessie_tool.inlezen import bijdragescore
from sessie_tool.inlezen.bouw import Rest, format_rest
from sessie_tool.inlezen.csv_lezen import Csvblad, Kolommen, read_csv
from sessie_tool.inlezen.markdown import escape, escape_begin
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.inlezen.plaats import Inlezing
from sessie_tool.kern.bouwstenen.basis import Bouwsteen, NewId
from sessie_tool.kern.sessie import Sessie, Sjabloon, Stapvorm, replace, with_bouwsteen
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.taal import join_woorden

Plaatser = Callable[[Bouwsteen, Csvblad, NewId], tuple[Bouwsteen, list[str]]]
"""Puts the rows in a bouwsteen; gives it and what could not be placed: Dutch sentences with the line of the file."""


class Csvvorm(msgspec.Struct, frozen=True):
    """How rows of one kind are read.

    Attributes:
        nodig: the columns without which it is something else.
        sjabloon: the format of a new session when none is named.
    """

    kolommen: Kolommen
    nodig: tuple[str, ...]
    sjabloon: str
    plaats: Plaatser


VORMEN: dict[str, Csvvorm] = {
    "bijdragescore": Csvvorm(
        bijdragescore.KOLOMMEN,
        bijdragescore.NODIG,
        "bijdragescore",
        bijdragescore.place_scores,  # type: ignore[arg-type]
    ),
}


def guess_vorm(bestandsnaam: str, ruw: bytes) -> Csvvorm:
    """The kind whose columns a file has.

    Raises:
        LeesError: none has.
    """
    for vorm in VORMEN.values():
        try:
            read_csv(bestandsnaam, ruw, vorm.kolommen, vorm.nodig)
        except LeesError:
            continue
        return vorm
    soorten = join_woorden([f"'{soort}'" for soort in VORMEN])
    raise LeesError(f"de kolommen ken ik niet. Zeg met --sjabloon wat het is. Ik kan {soorten} uit een CSV lezen.")


def start_csv(bestandsnaam: str, ruw: bytes, sjabloon: Sjabloon, *, new_id: NewId, datum: str) -> Inlezing:
    """A new session with the rows of a file.

    Raises:
        LeesError: the sjabloon has no step for rows, or the file no columns for it.
    """
    _find_stap(sjabloon.stappen)
    titel = PurePath(bestandsnaam).stem.replace("_", " ").replace("-", " ").strip()
    sessie = start_sessie(sjabloon, titel=titel[:1].upper() + titel[1:], datum=datum, new_id=new_id)
    return add_csv(bestandsnaam, ruw, sessie, new_id=new_id)


def add_csv(bestandsnaam: str, ruw: bytes, sessie: Sessie, *, new_id: NewId) -> Inlezing:
    """A session with the rows of a file added to it.

    Raises:
        LeesError: the session has no step for rows, or the file no columns for it.
    """
    stap = sessie.stappen[_find_stap(sessie.stappen)]
    vorm = VORMEN[stap.bouwsteen.soort]
    blad = read_csv(bestandsnaam, ruw, vorm.kolommen, vorm.nodig)
    bouwsteen, over = vorm.plaats(stap.bouwsteen, blad, new_id)
    rest = [f"Regel {regel}: {tekst}" for regel, tekst in blad.vooraf] + over
    tekst = format_rest(Rest(PurePath(bestandsnaam).name, escape_begin(escape(zin))) for zin in rest)
    nieuw = replace(
        with_bouwsteen(sessie, stap.id, bouwsteen),
        niet_geplaatst="\n\n".join(filter(None, (sessie.niet_geplaatst, tekst))),
    )
    return Inlezing(nieuw, (*blad.meldingen, *rest))


def _find_stap(stappen: tuple[Stapvorm, ...]) -> int:
    """The place of the first step that can hold rows."""
    for plaats, stap in enumerate(stappen):
        if stap.bouwsteen.soort in VORMEN:
            return plaats
    soorten = join_woorden([f"'{soort}'" for soort in VORMEN])
    raise LeesError(f"hierin is geen stap voor een CSV-bestand. Kies een sjabloon met een stap {soorten}.")
