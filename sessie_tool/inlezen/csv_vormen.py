"""The one table of what can be read from a CSV file: soort of bouwsteen → its columns and what becomes of the rows."""

from collections.abc import Callable
from pathlib import PurePath

import msgspec

from sessie_tool.inlezen import bijdragescore, jaarrijen
from sessie_tool.inlezen.bouw import Rest, format_rest
from sessie_tool.inlezen.csv_lezen import Csvblad, Kolommen, read_csv
from sessie_tool.inlezen.inlezing import Inlezing, settle
from sessie_tool.inlezen.jaren import start_jaren
from sessie_tool.inlezen.markdown import escape, escape_begin
from sessie_tool.inlezen.opdracht import Leesopdracht
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.kern.bouwstenen.basis import Bouwsteen, NewId
from sessie_tool.kern.sessie import Sessie, Stapvorm, replace, with_bouwsteen
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.taal import join_woorden

Plaatser = Callable[[Bouwsteen, Csvblad, NewId], tuple[Bouwsteen, list[str]]]
"""Puts the rows in a bouwsteen; gives it and what could not be placed: Dutch sentences with the line of the file."""

Starter = Callable[[bytes, Leesopdracht], tuple[Inlezing, ...]]
"""Makes sessions of the rows."""


class Csvvorm(msgspec.Struct, frozen=True):
    """How rows of one kind are read.

    Attributes:
        nodig: the columns without which it is something else.
        sjabloon: the format of a new session when none is named.
        wat: what such a file holds, in Dutch.
        start: makes new sessions of the rows.
        plaats: adds the rows to a session that is there; None when that cannot be.
    """

    kolommen: Kolommen
    nodig: tuple[str, ...]
    sjabloon: str
    wat: str
    start: Starter
    plaats: Plaatser | None = None


def _start_one(ruw: bytes, opdracht: Leesopdracht) -> tuple[Inlezing, ...]:
    """One session with all rows."""
    titel = PurePath(opdracht.bestandsnaam).stem.replace("_", " ").replace("-", " ").strip()
    sessie = start_sessie(
        opdracht.sjabloon,
        titel=titel[:1].upper() + titel[1:],
        datum=opdracht.datum or opdracht.vandaag,
        new_id=opdracht.new_id,
    )
    inlezing = add_csv(opdracht.bestandsnaam, ruw, sessie, new_id=opdracht.new_id)
    return (settle(inlezing, opdracht.eerder),)


def _start_jaren(ruw: bytes, opdracht: Leesopdracht) -> tuple[Inlezing, ...]:
    """A session for each year."""
    blad = read_csv(opdracht.bestandsnaam, ruw, jaarrijen.KOLOMMEN, jaarrijen.NODIG)
    return start_jaren(blad, opdracht)


VORMEN: dict[str, Csvvorm] = {
    "bijdragescore": Csvvorm(
        bijdragescore.KOLOMMEN,
        bijdragescore.NODIG,
        "bijdragescore",
        "scores",
        _start_one,
        bijdragescore.place_scores,  # type: ignore[arg-type]
    ),
    "rode_draden": Csvvorm(
        jaarrijen.KOLOMMEN, jaarrijen.NODIG, "jaarronde", "rode draden van eerdere jaren", _start_jaren
    ),
}


def guess_vorm(bestandsnaam: str, ruw: bytes) -> Csvvorm:
    """The kind whose columns a file has.

    Raises:
        LeesError: none has.
    """
    return VORMEN[_guess_soort(bestandsnaam, ruw)]


def _guess_soort(bestandsnaam: str, ruw: bytes) -> str:
    for soort, vorm in VORMEN.items():
        try:
            read_csv(bestandsnaam, ruw, vorm.kolommen, vorm.nodig)
        except LeesError:
            continue
        return soort
    kan = [f"{vorm.wat} (met {join_woorden(vorm.nodig)})" for vorm in VORMEN.values()]
    raise LeesError(f"er is geen rij met de namen van de kolommen. Ik kan dit lezen: {join_woorden(kan)}.")


def start_csv(bestandsnaam: str, ruw: bytes, opdracht: Leesopdracht) -> tuple[Inlezing, ...]:
    """New sessions with the rows of a file.

    Raises:
        LeesError: the sjabloon has no step for these rows, or the file no columns that are known.
    """
    soort = _guess_soort(bestandsnaam, ruw)
    _find_stap(soort, opdracht.sjabloon.stappen)
    return VORMEN[soort].start(ruw, opdracht)


def add_csv(bestandsnaam: str, ruw: bytes, sessie: Sessie, *, new_id: NewId) -> Inlezing:
    """A session with the rows of a file added to it.

    Raises:
        LeesError: the session has no step for these rows, or the file no columns that are known.
    """
    soort = _guess_soort(bestandsnaam, ruw)
    vorm = VORMEN[soort]
    if vorm.plaats is None:
        raise LeesError(f"{vorm.wat} kunnen niet bij een sessie die er al is. Laat --sessie weg.")
    stap = sessie.stappen[_find_stap(soort, sessie.stappen)]
    blad = read_csv(bestandsnaam, ruw, vorm.kolommen, vorm.nodig)
    bouwsteen, over = vorm.plaats(stap.bouwsteen, blad, new_id)
    rest = [f"Regel {regel}: {tekst}" for regel, tekst in blad.vooraf] + over
    tekst = format_rest(Rest(PurePath(bestandsnaam).name, escape_begin(escape(zin))) for zin in rest)
    nieuw = replace(
        with_bouwsteen(sessie, stap.id, bouwsteen),
        niet_geplaatst="\n\n".join(filter(None, (sessie.niet_geplaatst, tekst))),
    )
    return Inlezing(nieuw, (*blad.meldingen, *rest))


def _find_stap(soort: str, stappen: tuple[Stapvorm, ...]) -> int:
    """The place of the first step of a kind."""
    for plaats, stap in enumerate(stappen):
        if stap.bouwsteen.soort == soort:
            return plaats
    raise LeesError(f"hierin is geen stap '{soort}'. Kies een sjabloon met zo'n stap, of laat --sjabloon weg.")
