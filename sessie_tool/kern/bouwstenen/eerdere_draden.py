"""eerdere_draden: threads of earlier sessions, as they were then, to build on: of last year, or of each opgave."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.draad import EerdereDraad, RodeDraad, opgaven_of, signals_of, weigh
from sessie_tool.kern.bouwstenen.rapport import group_herkomst, name_text, number_punten, show_waarde
from sessie_tool.kern.bouwstenen.stem import standing
from sessie_tool.kern.document import Alinea, Blok, Inhoud, Inline, Kop, Opmaak, Punt, Tekst, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Overname, Record
from sessie_tool.kern.veld import velden


class EerdereDraden(BouwsteenMetRecords, frozen=True):
    """Threads taken over from earlier sessions; one may be typed too, when its session is not in the werkmap."""

    TITEL: ClassVar[str] = "Eerdere draden"
    UITLEG: ClassVar[str] = (
        "Rode draden uit eerdere sessies, zoals ze toen waren. Mist u er een, typ dan de titel; afkomst= zegt waaruit."
    )
    VOORBEELD: ClassVar[str] = 'Het stroomnet zit vol afkomst="Jaarronde 2023" gewicht=12 #groen'
    RECORD: ClassVar[type[Record]] = EerdereDraad

    records: tuple[EerdereDraad, ...] = ()

    def take_over(self, bron: Omgeving, overname: Callable[[Record], Overname]) -> Iterable[Record]:
        """The rode draden of the earlier session, each with its weight and its dots."""
        stippen = {one.onderwerp: one.stippen for one in standing(bron)}
        for draad in bron.of_type("rode_draad"):
            if isinstance(draad, RodeDraad):
                uit = overname(draad)
                yield EerdereDraad(
                    id=draad.id,
                    bereik=draad.bereik,
                    overgenomen=uit,
                    titel=draad.titel,
                    toelichting=draad.toelichting,
                    afkomst=uit.uit,
                    opgaven=tuple(dict.fromkeys((*uit.opgaven, *_seen_in(draad, uit, bron)))),
                    signalen=signals_of(draad, bron),
                    gewicht=weigh(draad, bron),
                    stippen=stippen.get(draad.id),
                )

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The threads per session they come from: what they are about, and how they stood then."""
        blokken: list[Blok] = []
        for uit, draden in group_herkomst(self.printed()):
            blokken += [Kop(2, tekst(uit))] if uit else []
            blokken += number_punten([(one.id, _report(one, omgeving)) for one in draden], omgeving)
        return tuple(blokken)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Nothing: there may be no earlier session."""
        return ()


def _seen_in(draad: RodeDraad, uit: Overname, bron: Omgeving) -> tuple[str, ...]:
    """Where a thread was seen; in a session about an opgave that is there, and where the group said so."""
    return draad.opgaven if uit.opgaven else opgaven_of(draad, bron)


def _report(draad: EerdereDraad, omgeving: Omgeving) -> Punt:
    blokken: list[Blok] = [Alinea(tekst(name_text(draad.titel), vet=True))]
    blokken += [Opmaak(draad.toelichting)] if draad.toelichting else []
    regels: list[Inhoud] = []
    for name in ("afkomst", "opgaven", "gewicht", "stippen"):
        veld = velden(EerdereDraad)[name]
        inhoud = show_waarde(veld, getattr(draad, name), omgeving)
        is_bekend = draad.overgenomen is not None and draad.afkomst == draad.overgenomen.uit and name == "afkomst"
        regels += [(*tekst(f"{veld.label}: ", cursief=True), *inhoud)] if inhoud and not is_bekend else []
    signalen = _list_nummers(draad.signalen, omgeving)
    regels += [(*tekst("Gedragen door: ", cursief=True), *signalen)] if signalen else []
    inhoud = tuple(deel for plaats, regel in enumerate(regels) for deel in (*tekst("; " if plaats else ""), *regel))
    return Punt((*blokken, *([Alinea(inhoud)] if inhoud else [])), anker=draad.id)


def _list_nummers(ids: tuple[str, ...], omgeving: Omgeving) -> Inhoud:
    """'signaal 4, 12, 15', each number a link: the signals themselves stand in their own step."""
    inhoud: list[Inline] = []
    for one in ids:
        if omgeving.is_printed(one):
            inhoud += [Tekst(", " if inhoud else "signaal "), Verwijzing(omgeving.nummer(one), one)]
    return tuple(inhoud)
