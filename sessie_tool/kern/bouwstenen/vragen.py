"""vragen: lettered questions, for instance for the Board, with the threads they rest on."""

from collections.abc import Callable, Iterable
from typing import Annotated, ClassVar, cast

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.draad import RodeDraad, describe_loop
from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.document import Alinea, Blok, Inhoud, Inline, Lijst, Opmaak, Punt, Tekst, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Overname, Record
from sessie_tool.kern.veld import Veld


class Vraag(Record, frozen=True):
    """A question; people call it by its letter."""

    ENKEL: ClassVar[str] = "vraag"
    MEERVOUD: ClassVar[str] = "vragen"
    NUMMERING = "letter"

    vraag: Annotated[str, Veld("Vraag", kolom=True)] = ""
    draden: Annotated[
        tuple[str, ...],
        Veld(
            "Rust op",
            "verwijzing",
            "Op welke rode draden rust deze vraag?",
            naar="rode_draad eerdere_draad",
            merk="+",
            kolom=True,
        ),
    ] = ()
    grond: Annotated[str, Veld("Grond", hulp="Waar rust deze vraag nog meer op? Zoals cijfers of een advies.")] = ""
    toelichting: Annotated[str, Veld("Toelichting", "tekst", "Wat moet de lezer weten om te antwoorden?")] = ""


class Vragen(BouwsteenMetRecords, frozen=True):
    """A lettered list of questions."""

    TITEL: ClassVar[str] = "Vragen"
    UITLEG: ClassVar[str] = "Vragen, met letters a, b, … Met +2 rust de vraag op rode draad 2."
    VOORBEELD: ClassVar[str] = "Welke wijken gaan voor als het stroomnet vol is? +1"
    RECORD: ClassVar[type[Record]] = Vraag

    records: tuple[Vraag, ...] = ()

    def take_over(self, bron: Omgeving, overname: Callable[[Record], Overname]) -> Iterable[Record]:
        """The questions of the earlier session, each with the course of the threads it rests on, in words."""
        for record in super().take_over(bron, overname):
            vraag = cast("Vraag", record)
            grond = "; ".join(deel for deel in (_describe_grond(vraag, bron), vraag.grond) if deel)
            yield msgspec.structs.replace(vraag, grond=grond)

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A lettered list; below each question the threads it rests on and its explanation.

        The letters of the list are the letters people use, so a question outside the verslag keeps its place.
        """
        punten = tuple(_report(record, omgeving) for record in self.records)
        return (Lijst(punten, "letter"),) if self.printed() else ()


def _report(record: Vraag, omgeving: Omgeving) -> Punt:
    if record.bereik != "verslag":
        return Punt((Alinea(tekst("(niet in dit verslag)", cursief=True)),))
    blokken: list[Blok] = [Alinea(tekst(name_text(record.vraag)))]
    regels = [_join_grond(record, omgeving)] if record.overgenomen and record.grond else _list_grond(record, omgeving)
    blokken += [Alinea((*tekst(label), *inhoud)) for label, inhoud in regels if inhoud]
    if record.toelichting:
        blokken.append(Opmaak(record.toelichting))
    return Punt(tuple(blokken), anker=record.id)


def _list_grond(record: Vraag, omgeving: Omgeving) -> list[tuple[str, Inhoud]]:
    return [("Rust op: ", _report_grond(record, omgeving)), ("Grond: ", tekst(record.grond))]


def _join_grond(record: Vraag, omgeving: Omgeving) -> tuple[str, Inhoud]:
    """The grounds of a question that was taken over: its threads are in the words already, so a number is enough."""
    links: list[Inline] = []
    for one in record.draden:
        if omgeving.is_printed(one):
            label = f"{omgeving.records[one].ENKEL} {omgeving.nummer(one)}"
            links += [*tekst(", " if links else ""), Verwijzing(label, one)]
    zie = (*tekst(" – zie "), *links) if links else ()
    return "Rust op: ", (*tekst(record.grond), *zie)


def _report_grond(record: Vraag, omgeving: Omgeving) -> Inhoud:
    """The threads a question rests on, as links; a thread of this session with its course."""
    inhoud: list[Inline] = []
    for one in record.draden:
        if omgeving.is_printed(one):
            inhoud += [Tekst("; ")] if inhoud else []
            inhoud.append(Verwijzing(omgeving.noem(one), one))
            loop = _loop(one, omgeving)
            inhoud += [Tekst(f" ({loop})")] if loop else []
    return tuple(inhoud)


def _loop(draad_id: str, omgeving: Omgeving) -> str:
    draad = omgeving.records.get(draad_id)
    return describe_loop(draad, omgeving) if isinstance(draad, RodeDraad) and draad.draden else ""


def _describe_grond(vraag: Vraag, omgeving: Omgeving) -> str:
    """The threads a question rests on, in words, for a session in which they may not be."""
    delen = []
    for one in vraag.draden:
        if omgeving.is_printed(one):
            loop = _loop(one, omgeving)
            delen.append(f"{omgeving.records[one].hoofdtekst} ({loop})" if loop else omgeving.records[one].hoofdtekst)
    return "; ".join(delen)
