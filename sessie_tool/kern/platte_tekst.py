"""A whole session as plain text: every word in it, in the order of the session, line by line."""

from collections.abc import Iterator

from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, plain
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.parkeerplaats import describe_geparkeerd
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap, environment
from sessie_tool.kern.taal import format_aantal, format_datum, format_geld
from sessie_tool.kern.veld import Veld, velden


def describe_sessie(sessie: Sessie, opgaven: tuple[str, ...] = ()) -> Iterator[str]:
    """The lines of a session: its head, its participants, and every step with what was written down."""
    omgeving = environment(sessie, opgaven)
    yield sessie.titel
    for label, waarde in (
        ("Datum", format_datum(sessie.datum)),
        ("Plaats", sessie.plaats),
        ("Aanleiding", sessie.aanleiding),
        ("Opgaven", ", ".join(sessie.opgaven)),
        ("Status", describe_status(sessie)),
        ("Sjabloon", sessie.sjabloon),
        ("Id", sessie.id),
    ):
        if waarde:
            yield f"{label}: {waarde}"
    if sessie.deelnemers:
        yield ""
        yield "Deelnemers"
        yield from (f"- {describe_deelnemer(one)}" for one in sessie.deelnemers)
    for stap in sessie.stappen:
        yield ""
        yield from describe_stap(sessie, stap, omgeving)
    if sessie.parkeerplaats:
        yield from ("", "Parkeerplaats", *(f"- {describe_geparkeerd(een)}" for een in sessie.parkeerplaats))
    if sessie.niet_geplaatst:
        yield from ("", "Niet geplaatst", sessie.niet_geplaatst)


def describe_status(sessie: Sessie) -> str:
    """'vastgesteld op 4 april 2025 door het college'."""
    how = sessie.vaststelling
    if how is None:
        return sessie.status
    return f"{sessie.status} op {format_datum(how.datum)}{f' door {how.door}' if how.door else ''}"


def describe_deelnemer(deelnemer: Deelnemer) -> str:
    """A participant on one line."""
    delen = [deelnemer.naam, deelnemer.rol, deelnemer.organisatie]
    delen += [] if deelnemer.aanwezig else ["niet aanwezig"]
    delen += ["mag genoemd worden"] if deelnemer.mag_genoemd else []
    return ", ".join(filter(None, delen))


def describe_stap(sessie: Sessie, stap: Stap, omgeving: Omgeving) -> Iterator[str]:
    """A step and its records."""
    hier = ", nu bezig" if sessie.verloop.stap == stap.id else ""
    yield f"Stap {sessie.nummer(stap.id)}. {stap.titel} ({format_aantal(stap.minuten, 'minuut', 'minuten')}{hier})"
    if stap.doel:
        yield f"Doel: {stap.doel}"
    yield from (f"Vraag: {vraag}" for vraag in stap.vragen)
    if isinstance(stap.bouwsteen, OnbekendeBouwsteen):
        yield from (plain(blok.inhoud) for blok in stap.bouwsteen.report(omgeving) if isinstance(blok, Alinea))
    for record in stap.bouwsteen.seen().records:
        yield from describe_record(record, omgeving)
    yield from (f"Uitkomst: {zin}" for zin in stap.bouwsteen.tell(omgeving))


def describe_record(record: Record, omgeving: Omgeving) -> Iterator[str]:
    """A record: its number and text, then a line per field that was filled in."""
    hoofd = record.hoofdveld()
    veld = velden(type(record))[hoofd]
    tekst = omgeving.noem(record.hoofdtekst) if veld.vorm == "verwijzing" else record.hoofdtekst
    yield f"{omgeving.nummer(record.id)}. {tekst}"
    for naam, veld in velden(type(record)).items():
        waarde = getattr(record, naam)
        if naam != hoofd and waarde != getattr(type(record)(id=""), naam):
            yield f"   {veld.label}: {describe_waarde(veld, waarde, omgeving)}"


def describe_waarde(veld: Veld, waarde: object, omgeving: Omgeving) -> str:
    """The value of a field in words."""
    waarden = waarde if isinstance(waarde, tuple) else (waarde,)
    return "; ".join(_describe_one(veld, one, omgeving) for one in waarden)


def _describe_one(veld: Veld, waarde: object, omgeving: Omgeving) -> str:
    if veld.vorm == "verwijzing":
        return omgeving.noem(str(waarde))
    if veld.vorm == "datum":
        return format_datum(str(waarde))
    if veld.vorm == "geld" and isinstance(waarde, int):
        return format_geld(waarde)
    if veld.vorm == "janee":
        return "ja" if waarde else "nee"
    return str(waarde)
