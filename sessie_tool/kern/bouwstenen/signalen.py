"""signalen: observations of what is coming, from outside or inside the organisation."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.bijlage import NAAR_BIJLAGE, Bijlage
from sessie_tool.kern.bouwstenen.samenvatting import summarize
from sessie_tool.kern.document import Alinea, Blok, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.veld import Veld

_AANHALING = ('"', "“", "„", "‘", "'")
"""The signs with which a quote that was typed as one begins."""


class Signaal(Record, frozen=True):
    """One observation. Who brought it is for the facilitator."""

    ENKEL: ClassVar[str] = "signaal"
    MEERVOUD: ClassVar[str] = "signalen"

    tekst: Annotated[str, Veld("Signaal", kolom=True)] = ""
    herkomst: Annotated[
        str,
        Veld("Herkomst", "keuze", "Van buiten of van binnen?", keuzes=("buiten", "binnen"), merk="+", kolom=True),
    ] = ""
    soort: Annotated[
        str,
        Veld(
            "Soort",
            "keuze",
            "Een los signaal, een trend of een ontwikkeling?",
            keuzes=("signaal", "trend", "ontwikkeling"),
            merk="!",
            kolom=True,
        ),
    ] = ""
    opgaven: Annotated[
        tuple[str, ...], Veld("Opgave", "opgave", "Welke strategische opgave raakt dit?", merk="#", kolom=True)
    ] = ()
    bron: Annotated[str, Veld("Bron", hulp="Waar weten we dit van?")] = ""
    gebied: Annotated[str, Veld("Gebied", hulp="Waar in de stad speelt dit?")] = ""
    citaat: Annotated[
        bool,
        Veld(
            "Citaat",
            "janee",
            "Iemands eigen woorden? Dan komen er “ en ” om.",
            bereik="begeleider",
            kolom=True,
        ),
    ] = False
    ingebracht_door: Annotated[
        str,
        Veld(
            "Ingebracht door",
            "deelnemer",
            "Alleen voor de begeleider; komt niet in het verslag.",
            bereik="begeleider",
            merk="@",
        ),
    ] = ""

    @property
    def toontekst(self) -> str:
        """A quote stands between quotation marks, unless they were typed."""
        if not self.citaat or self.tekst[:1] in _AANHALING:
            return self.tekst
        return f"“{self.tekst}”"


class Signalen(BouwsteenMetRecords, frozen=True):
    """A list of signals."""

    TITEL: ClassVar[str] = "Signalen"
    UITLEG: ClassVar[str] = "Signalen, trends en ontwikkelingen: elke regel is er een."
    VOORBEELD: ClassVar[str] = "Netcongestie remt de nieuwbouw +buiten !trend #groen @Jansen"
    RECORD: ClassVar[type[Record]] = Signaal

    records: tuple[Signaal, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """How many there are and how they are spread; all of them stand in the appendix."""
        signalen = self.printed()
        if not signalen:
            return ()
        aantal = format_aantal(len(signalen), Signaal.ENKEL, Signaal.MEERVOUD)
        naar = Verwijzing(NAAR_BIJLAGE, _anker(signalen))
        zin = (*tekst(f"In totaal {aantal}; de hele lijst staat in "), naar, *tekst("."))
        return (Alinea(zin), *summarize(signalen))

    def appendix(self, omgeving: Omgeving) -> Bijlage | None:
        """Every signal, per session that it comes from."""
        signalen = self.printed()
        return Bijlage("Alle signalen", _anker(signalen), super().report(omgeving)) if signalen else None


def _anker(signalen: tuple[Signaal, ...]) -> str:
    return f"bijlage_{signalen[0].id}"
