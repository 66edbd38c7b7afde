"""opbrengsten: what earlier sessions brought: their question, their advice and what people took home.

Only what its organisations released is taken over. Of the rest one learns how much it is and who holds it back.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, ClassVar

import msgspec

from sessie_tool.kern.bouwstenen.adviezen import Advies
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.dilemma import Dilemma
from sessie_tool.kern.bouwstenen.herformuleringen import find_kern
from sessie_tool.kern.bouwstenen.oogst import Oogst
from sessie_tool.kern.bouwstenen.rapport import name_text, number_punten
from sessie_tool.kern.bouwstenen.vrijgave import holding_back, organisaties_of
from sessie_tool.kern.document import Alinea, Blok, Kop, Punt, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Overname, Record
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.veld import Veld


class Opbrengst(Record, frozen=True):
    """A question, an advies or an oogst of an earlier session."""

    ENKEL: ClassVar[str] = "opbrengst"
    MEERVOUD: ClassVar[str] = "opbrengsten"

    tekst: Annotated[str, Veld("Opbrengst", kolom=True)] = ""
    aard: Annotated[
        str,
        Veld("Is", "keuze", "Wat voor opbrengst is dit?", keuzes=("vraag", "advies", "oogst"), merk="!", kolom=True),
    ] = ""
    van: Annotated[str, Veld("Van", hulp="Van welke gemeente of organisatie?", kolom=True)] = ""
    uit: Annotated[str, Veld("Uit", hulp="Uit welke sessie?", kolom=True)] = ""


class Achterhouding(Record, frozen=True):
    """That something of an earlier session is not released yet, without what it says."""

    ENKEL: ClassVar[str] = "nog niet vrijgegeven"
    MEERVOUD: ClassVar[str] = "nog niet vrijgegeven"
    BIJ_NUMMER: ClassVar[bool] = False

    tekst: Annotated[str, Veld("Nog niet vrijgegeven", kolom=True)] = ""


class Opbrengsten(BouwsteenMetRecords, frozen=True):
    """What earlier sessions brought; one may be typed too."""

    TITEL: ClassVar[str] = "Opbrengsten"
    UITLEG: ClassVar[str] = (
        "Vragen, adviezen en oogsten uit eerdere sessies, alleen wat is vrijgegeven. "
        "Mist u er een, typ die dan, met !vraag, !advies of !oogst."
    )
    VOORBEELD: ClassVar[str] = 'Begin klein en vertel erover !advies van="Gemeente Waterrijk"'
    RECORD: ClassVar[type[Record]] = Opbrengst

    records: tuple[Opbrengst | Achterhouding, ...] = ()

    def take_over(self, bron: Omgeving, overname: Callable[[Record], Overname]) -> Iterable[Record]:
        """The question, the adviezen and the oogst of the earlier session, in as far as they are released."""
        achter: dict[tuple[str, ...], list[Record]] = {}
        for aard, inhoud, record in _find(bron):
            wie = holding_back(record, bron)
            if wie:
                achter.setdefault(wie, []).append(record)
                continue
            herkomst = overname(record)
            van = join_woorden([one for one in organisaties_of(record, bron) if one])
            yield Opbrengst(id=record.id, overgenomen=herkomst, tekst=inhoud, aard=aard, van=van, uit=herkomst.uit)
        for wie, records in achter.items():
            yield _tell_back(wie, len(records), overname(records[0]))

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """Per session a list of what was brought; what is held back only when a person wants that in the verslag."""
        per_sessie: dict[str, list[tuple[str, Punt]]] = {}
        for one in self.printed():
            if isinstance(one, Opbrengst):
                per_sessie.setdefault(one.uit if one.uit.strip() else "", []).append((one.id, _report(one)))
        blokken: list[Blok] = []
        for uit, punten in per_sessie.items():
            blokken += [Kop(2, tekst(uit or "Zonder sessie")), *number_punten(punten, omgeving)]
        achter = (one for one in self.printed() if isinstance(one, Achterhouding))
        return (*blokken, *(Alinea(tekst(name_text(one.tekst)), anker=one.id) for one in achter))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """That nothing was brought, or that something is held back."""
        gaten = [] if any(isinstance(one, Opbrengst) for one in self.printed()) else [_LEEG]
        if any(isinstance(one, Achterhouding) for one in self.records):
            gaten.append("Niet alles uit de eerdere sessies is vrijgegeven. De lijst van deze stap zegt wat er wacht.")
        return tuple(gaten)


_LEEG = "Er zijn nog geen opbrengsten opgeschreven."


def _report(opbrengst: Opbrengst) -> Punt:
    erbij = ", ".join(deel for deel in (opbrengst.aard, opbrengst.van) if deel)
    zin = f"{name_text(opbrengst.tekst)} ({erbij})" if erbij else name_text(opbrengst.tekst)
    return Punt((Alinea(tekst(zin)),), anker=opbrengst.id)


def _find(bron: Omgeving) -> Iterator[tuple[str, str, Record]]:
    """What an earlier session brought: what it is, its text and its record."""
    kern = find_kern(bron)
    if kern and kern.vraag.strip():
        yield "vraag", kern.vraag, kern
    for record in bron.records.values():
        if record.bereik != "verslag":
            continue
        if isinstance(record, Dilemma) and record.vraag.strip() and not kern:
            yield "vraag", record.vraag, record
        elif type(record) is Advies and record.tekst.strip():
            yield "advies", record.tekst, record
        elif isinstance(record, Oogst) and record.tekst.strip():
            yield "oogst", record.tekst, record


def _tell_back(wie: tuple[str, ...], aantal: int, herkomst: Overname) -> Achterhouding:
    """What is told of what is not released: how much, of whom and from where.

    It stands for no record of the earlier session, so that what is released later can still be taken over.
    """
    namen = join_woorden([one or "een onbekende organisatie" for one in wie])
    is_een = aantal == 1
    zin = f"{aantal} {'regel' if is_een else 'regels'} van {namen} {'is' if is_een else 'zijn'} nog niet vrijgegeven"
    return Achterhouding(
        id=herkomst.record,
        bereik="begeleider",
        overgenomen=msgspec.structs.replace(herkomst, record=f"{herkomst.sessie}: {namen}"),
        tekst=f"{zin} ({herkomst.uit}).",
    )
