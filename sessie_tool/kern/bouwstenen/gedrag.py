"""gedrag: where behaviour is the lever: the target behaviour, and what holds it back or helps (COM-B)."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.per_optie import OptieVeld, PerOptie
from sessie_tool.kern.bouwstenen.rapport import kop_tekst, name_text, show_waarde
from sessie_tool.kern.document import Alinea, Blok, Kolom, Kop, Rij, Tabel, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld, velden

BRONNEN = {
    "capaciteit": "Capaciteit: kunnen en weten ze het?",
    "omgeving": "Omgeving: krijgen ze de ruimte en de kans?",
    "motivatie": "Motivatie: willen ze het, en gaat het vanzelf?",
}
"""Where behaviour comes from in COM-B: capability, opportunity, motivation."""


class Gedrag(Record, frozen=True):
    """A behaviour that one wants to see, and per source what holds it back (drempel) and what helps (hefboom)."""

    ENKEL: ClassVar[str] = "gedrag"
    MEERVOUD: ClassVar[str] = "gedragingen"

    gedrag: Annotated[str, Veld("Gedrag", hulp="Kort: welk gedrag wilt u zien?", kolom=True)] = ""
    wie: Annotated[str, Veld("Wie", hulp="Wie gaat iets anders doen?", merk="@", kolom=True)] = ""
    in_plaats_van: Annotated[str, Veld("In plaats van", hulp="Wat doen ze nu? Zoals: de post laten liggen.")] = ""
    wat: Annotated[str, Veld("Wat", hulp="Wat doen ze straks? Zoals: de post samen openen.")] = ""
    waar: Annotated[str, Veld("Waar", hulp="Waar doen ze dat?")] = ""
    wanneer: Annotated[str, Veld("Wanneer", hulp="Wanneer, of hoe vaak?")] = ""
    capaciteit_drempel: Annotated[str, Veld("Capaciteit: drempel", hulp="Wat kunnen of weten ze niet?")] = ""
    capaciteit_hefboom: Annotated[str, Veld("Capaciteit: hefboom", hulp="Wat leert of helpt u hen?")] = ""
    omgeving_drempel: Annotated[str, Veld("Omgeving: drempel", hulp="Wat om hen heen staat in de weg?")] = ""
    omgeving_hefboom: Annotated[str, Veld("Omgeving: hefboom", hulp="Wat maakt het om hen heen makkelijker?")] = ""
    motivatie_drempel: Annotated[str, Veld("Motivatie: drempel", hulp="Waarom willen ze het niet?")] = ""
    motivatie_hefboom: Annotated[str, Veld("Motivatie: hefboom", hulp="Wat is er voor hen te winnen?")] = ""
    opties: OptieVeld = ()


_DOEL = ("wie", "in_plaats_van", "wat", "waar", "wanneer")


class Gedragingen(PerOptie, frozen=True, tag="gedrag"):
    """The behaviours that the options count on."""

    TITEL: ClassVar[str] = "Gedrag"
    UITLEG: ClassVar[str] = (
        "Welk gedrag is nodig? Noem het kort, met +A de optie en met @ wie. Enter in de lijst opent het formulier: "
        "wat doen ze in plaats van wat, waar en wanneer, en wat houdt hen tegen of helpt hen."
    )
    VOORBEELD: ClassVar[str] = 'De post op tijd openen @"jongeren met schulden" +A'
    RECORD: ClassVar[type[Record]] = Gedrag

    records: tuple[Gedrag, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """Per behaviour the sentence that says what is wanted, and the table of what holds it back or helps."""
        return tuple(blok for one in self.shown(omgeving) for blok in _report(one, omgeving))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """The parts of the target behaviour that are empty, sources without a word, drempels without a hefboom."""
        if not self.printed():
            return super().missing(omgeving)
        return tuple(gat for one in self.shown(omgeving) for gat in _gaps(one))


def tell_doelgedrag(gedrag: Gedrag) -> str:
    """'Jongeren: niet de post laten liggen, maar de post openen, thuis, elke week.'; "" when nothing is filled in."""
    niet = f"niet {gedrag.in_plaats_van}" if gedrag.in_plaats_van.strip() else ""
    wel = f"{'maar ' if niet and gedrag.wat.strip() else ''}{gedrag.wat}"
    delen = ", ".join(deel for deel in (niet, wel, gedrag.waar, gedrag.wanneer) if deel.strip())
    zin = ": ".join(deel for deel in (gedrag.wie, delen) if deel.strip())
    return f"{zin}." if zin else ""


def _report(gedrag: Gedrag, omgeving: Omgeving) -> list[Blok]:
    naam = name_text(gedrag.gedrag)
    blokken: list[Blok] = [Kop(2, tekst(kop_tekst(gedrag, omgeving)), gedrag.id)]
    bij = show_waarde(velden(Gedrag)["opties"], gedrag.opties, omgeving)
    blokken += [Alinea((*tekst("Bij optie: ", vet=True), *bij))] if bij else []
    zin = tell_doelgedrag(gedrag)
    blokken += [Alinea((*tekst("Doelgedrag: ", vet=True), *tekst(zin)))] if zin else []
    return blokken + ([_table(gedrag, naam)] if any(_sources(gedrag)) else [])


def _sources(gedrag: Gedrag) -> list[str]:
    return [getattr(gedrag, f"{bron}_{kant}") for bron in BRONNEN for kant in ("drempel", "hefboom")]


def _table(gedrag: Gedrag, naam: str) -> Tabel:
    rijen = (
        Rij((tekst(uitleg), tekst(getattr(gedrag, f"{bron}_drempel")), tekst(getattr(gedrag, f"{bron}_hefboom"))))
        for bron, uitleg in BRONNEN.items()
    )
    return Tabel(
        (Kolom("Waar gedrag vandaan komt", 2), Kolom("Drempel", 2.5), Kolom("Hefboom", 2.5)),
        tuple(rijen),
        f"Wat tegenhoudt en wat helpt: {naam}",
        "Elke rij is een bron van gedrag: capaciteit, omgeving en motivatie; de kolommen zijn wat tegenhoudt (drempel) "
        "en wat helpt (hefboom).",
    )


def _gaps(gedrag: Gedrag) -> list[str]:
    naam = name_text(gedrag.gedrag)
    leeg = [velden(Gedrag)[deel].label.lower() for deel in _DOEL if not getattr(gedrag, deel).strip()]
    gaten = [f"Het doelgedrag is nog niet af: {naam} ({', '.join(leeg)})."] if leeg else []
    if not any(one.strip() for one in _sources(gedrag)):
        return [*gaten, f"Nog geen drempels en hefbomen bij gedrag: {naam}"]
    for bron in BRONNEN:
        drempel, hefboom = (getattr(gedrag, f"{bron}_{kant}").strip() for kant in ("drempel", "hefboom"))
        if drempel and not hefboom:
            gaten.append(f"Drempel zonder hefboom: {drempel} ({bron}, {naam})")
    return gaten
