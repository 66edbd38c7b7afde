"""adviezen: concrete advice, per giver; an advies carries what was decided about it, and what came of it."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.rapport import name_text, number_punten, show_waarde
from sessie_tool.kern.document import Alinea, Blok, Inhoud, Opmaak, Punt, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.opvolging import Opvolgbaar, Stand, mark
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld, velden

BESLUITEN = ("overgenomen", "deels overgenomen", "niet overgenomen", "nog niet besloten")


class Advies(Opvolgbaar, frozen=True):
    """One piece of advice."""

    ENKEL: ClassVar[str] = "advies"
    MEERVOUD: ClassVar[str] = "adviezen"
    GAAT_MEE: ClassVar[tuple[str, ...]] = (
        *("bereik", "tekst", "van", "besluit"),
        *("wie_besluit", "wanneer", "resultaat"),
    )

    tekst: Annotated[str, Veld("Advies", hulp="Wat raadt u aan? Zo concreet als kan.", kolom=True)] = ""
    van: Annotated[tuple[str, ...], Veld("Van", "deelnemer", "Wie geeft dit advies?", merk="@", kolom=True)] = ()
    vragen: Annotated[
        tuple[str, ...], Veld("Bij vraag", "verwijzing", "Op welke vraag is dit een antwoord?", naar="vraag", merk="+")
    ] = ()
    besluit: Annotated[
        str, Veld("Besluit", "keuze", "Wat is erover besloten?", keuzes=BESLUITEN, merk="!", kolom=True)
    ] = ""
    wie_besluit: Annotated[str, Veld("Wie besluit", "deelnemer", "Wie besluit of besloot hierover?")] = ""
    wanneer: Annotated[str, Veld("Wanneer", "datum", "Wanneer is of wordt dat besloten?", merk=">")] = ""
    resultaat: Annotated[str, Veld("Resultaat", hulp="Wat kwam ervan terecht?", merk="?", loopt_door=True)] = ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision, or for what comes of it."""
        return self.besluit != "niet overgenomen" and not self.resultaat.strip()

    def follow_up(self, nieuw_id: str, stand: Stand[Any]) -> "Adviesopvolging":
        """The record with which a later session starts for advice that is still open."""
        return Adviesopvolging(
            id=nieuw_id,
            **{name: getattr(self, name) for name in self.GAAT_MEE},
            advies=stand.eerste,
            sessie=stand.sessie,
            vorige=self.id,
            begin=mark(self),
            afspraak=f"advies {stand.nummer} van {stand.afspraak}" if stand.nummer else stand.afspraak,
        )


class Adviesopvolging(Advies, frozen=True):
    """What became of an advies of an earlier session; the earlier file is not touched, the newest follow-up counts.

    It has its number together with the earlier actions: both are what was open.

    Attributes:
        advies: id of the advies in the earlier session.
        sessie: id of that session.
        afspraak: which advies of which session, in words, so that this session stands alone.
        vorige: id of the record that was the newest one when this session began.
        begin: the `mark` of what this session began with.
    """

    ENKEL: ClassVar[str] = "eerder advies"
    MEERVOUD: ClassVar[str] = "eerdere adviezen"
    TELT_MET: ClassVar[str] = "opvolging"
    UITKOMST: ClassVar[str] = "resultaat"

    van: Annotated[tuple[str, ...], Veld("Van", "deelnemer", "Wie gaf dit advies?")] = ()
    wie_besluit: Annotated[str, Veld("Wie besluit", "deelnemer", "Wie besloot hierover?", merk="@", kolom=True)] = ""
    afspraak: Annotated[str, Veld("Gegeven als")] = ""
    advies: str = ""
    sessie: str = ""
    vorige: str = ""
    begin: str = ""

    @property
    def volgt(self) -> str:
        """The id of the advies that it is about."""
        return self.advies

    @property
    def van_sessie(self) -> str:
        """The id of the session in which it was given."""
        return self.sessie


class Adviezen(BouwsteenMetRecords, frozen=True):
    """A numbered list of advice."""

    TITEL: ClassVar[str] = "Adviezen"
    UITLEG: ClassVar[str] = (
        "Adviezen: elke regel is een concreet advies, met @ en de naam van wie het geeft. Met +b hoort het bij vraag b."
    )
    VOORBEELD: ClassVar[str] = "Begin met één wijk en vertel erbij waarom die @Jansen"
    RECORD: ClassVar[type[Record]] = Advies
    OPVOLGBAAR: ClassVar[bool] = True

    records: tuple[Advies, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The numbered list, in the order in which it was given."""
        return report_adviezen(self.printed(), omgeving)


def report_adviezen(
    adviezen: Iterable[Advies], omgeving: Omgeving, uit: Mapping[str, Inhoud] | None = None
) -> tuple[Blok, ...]:
    """A list of adviezen under the numbers by which people call them, each with what is known about it.

    `uit` says per advies where it stands, when that is in a text.
    """
    return number_punten([(one.id, _report(one, omgeving, (uit or {}).get(one.id, ()))) for one in adviezen], omgeving)


def _report(advies: Advies, omgeving: Omgeving, uit: Inhoud) -> Punt:
    blokken: list[Blok] = [Opmaak(name_text(advies.tekst))]
    regels = [("Uit", uit)]
    for name in ("van", "vragen", "besluit", "wie_besluit", "wanneer", "resultaat"):
        veld = velden(Advies)[name]
        regels.append((veld.label, show_waarde(veld, getattr(advies, name), omgeving)))
    blokken += [Alinea((*tekst(f"{label}: ", cursief=True), *inhoud)) for label, inhoud in regels if inhoud]
    return Punt(tuple(blokken), anker=advies.id)
