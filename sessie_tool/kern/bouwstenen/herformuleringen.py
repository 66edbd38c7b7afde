"""herformuleringen: the same question again and again in other words, up to the vraag achter de vraag."""

from typing import Annotated, ClassVar, Self, cast

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.dilemma import find_vraag
from sessie_tool.kern.bouwstenen.rapport import name_text, number_punten
from sessie_tool.kern.document import Alinea, Blok, Punt, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


class Herformulering(Record, frozen=True):
    """The question in other words."""

    ENKEL: ClassVar[str] = "herformulering"
    MEERVOUD: ClassVar[str] = "herformuleringen"

    vraag: Annotated[str, Veld("Vraag", hulp="Hoe klinkt de vraag nu?", kolom=True)] = ""
    wie: Annotated[str, Veld("Wie", "deelnemer", "Wie zei het zo?", merk="@", kolom=True)] = ""
    kern: Annotated[
        bool,
        Veld(
            "Dit is de vraag achter de vraag",
            "janee",
            "Zonder keuze is de laatste herformulering de vraag achter de vraag.",
            merk="!",
        ),
    ] = False
    wanneer: Annotated[str, Veld("Wanneer", hulp="Hoe laat was het? Dit vult het programma zelf in.")] = ""


class Herformuleringen(BouwsteenMetRecords, frozen=True):
    """The reformulations, in the order in which they were said; more steps may hold some."""

    TITEL: ClassVar[str] = "De vraag achter de vraag"
    UITLEG: ClassVar[str] = (
        "De vraag in andere woorden: elke regel is een nieuwe herformulering, met @ en de naam van wie het zo zegt. "
        "Met !ja zegt u dat dit de vraag achter de vraag is; anders is dat de laatste."
    )
    VOORBEELD: ClassVar[str] = "Durven wij te kiezen wie er moet wachten? @Jansen"
    RECORD: ClassVar[type[Record]] = Herformulering

    records: tuple[Herformulering, ...] = ()

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """A new reformulation, with the time at which it was typed."""
        nieuw, record = super().apply_regel(regel, omgeving, nieuw_id)
        if cast("Herformulering", record).wanneer or not omgeving.moment:
            return nieuw, record
        record = msgspec.structs.replace(record, wanneer=omgeving.moment[11:16])
        return self.with_records((*self.records, record)), record

    def kernvraag(self, omgeving: Omgeving) -> str:
        """The vraag achter de vraag, as far as the group got."""
        kern = find_kern(omgeving)
        return kern.vraag if kern else ""

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The way from the question as it was brought in to the vraag achter de vraag.

        The numbers are those of the whole session, so that a next step goes on where this one stopped.
        """
        printed = self.printed()
        if not printed:
            return ()
        blokken: list[Blok] = []
        dilemma = find_vraag(omgeving)
        if dilemma and printed[0] is _printed_of(omgeving)[0]:
            ingebracht = (*tekst("De vraag zoals die is ingebracht: "), Verwijzing(dilemma.vraag, dilemma.id))
            blokken.append(Alinea(ingebracht))
        kern = find_kern(omgeving)
        punten = [(one.id, _report(one, is_kern=one is kern)) for one in printed]
        return (*blokken, *number_punten(punten, omgeving))


def find_kern(omgeving: Omgeving) -> Herformulering | None:
    """The vraag achter de vraag: the reformulation that was marked as such, or else the last one that is printed."""
    printed = _printed_of(omgeving)
    marked = [one for one in printed if one.kern]
    return next(reversed(marked or printed), None)


def _printed_of(omgeving: Omgeving) -> list[Herformulering]:
    found = omgeving.of_type(Herformulering.type_tag())
    return [one for one in found if isinstance(one, Herformulering) and one.bereik == "verslag"]


def _report(record: Herformulering, *, is_kern: bool) -> Punt:
    erbij = ", ".join(deel for deel in (record.wie, record.wanneer) if deel)
    zin = (*tekst(name_text(record.vraag), vet=is_kern), *tekst(f" ({erbij})" if erbij else ""))
    blokken: list[Blok] = [Alinea(zin)]
    if is_kern:
        blokken.append(Alinea(tekst("Dit is de vraag achter de vraag.", cursief=True)))
    return Punt(tuple(blokken), anker=record.id)
