"""signalen: observations of what is coming, from outside or inside the organisation."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


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


class Signalen(BouwsteenMetRecords, frozen=True):
    """A list of signals."""

    TITEL: ClassVar[str] = "Signalen"
    UITLEG: ClassVar[str] = "Signalen, trends en ontwikkelingen: elke regel is er een."
    VOORBEELD: ClassVar[str] = "Netcongestie remt de nieuwbouw +buiten !trend #groen @Jansen"
    RECORD: ClassVar[type[Record]] = Signaal

    records: tuple[Signaal, ...] = ()
