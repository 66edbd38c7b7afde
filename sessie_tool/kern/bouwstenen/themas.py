"""themas: what the questions and draden come down to; the reflections stand per thema."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.rapport import name_text, number_punten, show_waarde
from sessie_tool.kern.document import Alinea, Blok, Opmaak, Punt, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld, velden


class Thema(Record, frozen=True):
    """A theme with the questions and threads that it rests on."""

    ENKEL: ClassVar[str] = "thema"
    MEERVOUD: ClassVar[str] = "thema's"

    titel: Annotated[str, Veld("Thema", hulp="Kort: waar gaat dit over?", kolom=True)] = ""
    toelichting: Annotated[str, Veld("Toelichting", "tekst", "Wat hoort erbij, en wat niet?")] = ""
    vragen: Annotated[
        tuple[str, ...],
        Veld("Vragen", "verwijzing", "Welke vragen komen hierin samen?", naar="vraag", merk="+", kolom=True),
    ] = ()
    draden: Annotated[
        tuple[str, ...],
        Veld("Rode draden", "verwijzing", "Op welke draden rust dit?", naar="rode_draad eerdere_draad", merk="~"),
    ] = ()


class Themas(BouwsteenMetRecords, frozen=True):
    """A numbered list of themes."""

    TITEL: ClassVar[str] = "Thema's"
    UITLEG: ClassVar[str] = "Thema's: waar de vragen samen over gaan. +a is vraag a, ~2 is draad 2."
    VOORBEELD: ClassVar[str] = "Bouwen als het net vol is +a +c ~1"
    RECORD: ClassVar[type[Record]] = Thema

    records: tuple[Thema, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The numbered list; below each thema what it rests on."""
        return number_punten([(one.id, _report(one, omgeving)) for one in self.printed()], omgeving)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Themes that rest on nothing, and questions in no theme."""
        gaten = list(super().missing(omgeving))
        gaten += [
            f"Thema zonder vraag of rode draad: {one.titel}"
            for one in self.printed()
            if not one.vragen and not one.draden
        ]
        used = {vraag for one in self.records for vraag in one.vragen}
        losse = [one for one in omgeving.of_type("vraag") if one.bereik == "verslag" and one.id not in used]
        return (*gaten, *(f"Vraag bij geen thema: {omgeving.noem(one.id)}" for one in losse if self.records))


def _report(thema: Thema, omgeving: Omgeving) -> Punt:
    blokken: list[Blok] = [Alinea(tekst(name_text(thema.titel), vet=True))]
    blokken += [Opmaak(thema.toelichting)] if thema.toelichting else []
    for name in ("vragen", "draden"):
        veld = velden(Thema)[name]
        inhoud = show_waarde(veld, getattr(thema, name), omgeving)
        blokken += [Alinea((*tekst(f"{veld.label}: ", cursief=True), *inhoud))] if inhoud else []
    return Punt(tuple(blokken), anker=thema.id)
