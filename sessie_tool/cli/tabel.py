"""The table of commands. A new command is one file in `opdrachten/` and one line here."""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import NamedTuple, Protocol, cast


class Opdracht(NamedTuple):
    """A command in the help; its code is loaded only when it is used."""

    module: str
    hulp: str


class OpdrachtModule(Protocol):
    """What a file in `opdrachten/` holds."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what the command takes."""

    def run(self, args: Namespace) -> int:
        """Do it; gives the exit code."""


OPDRACHTEN = {
    "open": Opdracht("openen", "opent het scherm, met een sessie als u een ID geeft"),
    "beamer": Opdracht("beamer", "opent het tweede scherm: wat de zaal ziet van een sessie die u leidt"),
    "proef": Opdracht("proef", "oefent een sessie op een kopie, waarvan niets bewaard blijft"),
    "demo": Opdracht("demo", "vult een lege werkmap met voorbeelden, om rond te kijken"),
    "sjablonen": Opdracht("sjablonen", "toont de soorten sessies, of controleert een sjabloon"),
    "nieuw": Opdracht("nieuw", "maakt een nieuwe sessie en toont het id"),
    "inlezen": Opdracht(
        "inlezen", "maakt sessies van een oud verslag (.docx, .md, .txt) of van rijen (.csv) en toont de id's"
    ),
    "voorbereiding": Opdracht("voorbereiding", "toont wat nog open is, schrijft een formulier of leest dat in"),
    "deelnemers": Opdracht("deelnemers", "toont de deelnemers, of neemt ze over uit een lijst of CSV-bestand"),
    "invoer": Opdracht("invoer", "zet regels uit een bestand of van het toetsenbord in een stap"),
    "regel": Opdracht("regel", "toont of verbetert een regel die er al staat, verplaatst of verwijdert hem"),
    "stap": Opdracht("stap", "toont de stap waar de sessie is, of gaat naar een andere stap"),
    "status": Opdracht("status", "toont of verandert de status van een sessie"),
    "lijst": Opdracht("lijst", "toont alle sessies, de nieuwste eerst"),
    "zoek": Opdracht("zoek", "zoekt woorden in alles wat in uw sessies staat"),
    "toon": Opdracht("toon", "toont alles wat in een sessie staat"),
    "verslag": Opdracht("verslag", "schrijft het verslag en toont waar het staat"),
    "vervangingen": Opdracht("vervangingen", "toont welke namen de openbare versie vervangt, of legt uw besluit vast"),
    "anonimiseer": Opdracht("anonimiseer", "haalt de namen voorgoed uit een afgeronde sessie, of toont welke"),
    "bewaartermijn": Opdracht("bewaartermijn", "toont of kiest hoe lang namen en sessies blijven, en wat ouder is"),
    "oplegger": Opdracht("oplegger", "schrijft één bladzijde voor het bestuur over een jaarronde en haar Boardsessie"),
    "vergelijk": Opdracht("vergelijk", "legt de rode draden van alle jaren naast elkaar"),
    "draden": Opdracht("draden", "toont welke rode draden op elkaar volgen en bewaart wat u daarover beslist"),
    "acties": Opdracht("acties", "toont de acties uit alle sessies"),
    "adviezen": Opdracht("adviezen", "toont de adviezen uit alle sessies en wat ermee gebeurde"),
    "bijdragen": Opdracht("bijdragen", "zet de bijdragescores van hetzelfde project in meer jaren naast elkaar"),
    "huis": Opdracht("huis", "toont het huis van sturing, schrijft het naar een bestand of leest het in"),
    "samenvoegen": Opdracht("samenvoegen", "legt twee versies van een sessie naast elkaar en voegt ze samen"),
    "verwijder": Opdracht("verwijder", "legt een sessie in de prullenbak"),
    "herstel": Opdracht("herstel", "toont eerdere versies van een sessie, of haalt er een terug, ook van wat weg is"),
    "controleer": Opdracht("controleer", "kijkt of de bestanden in uw werkmap in orde zijn"),
}


def load_opdracht(naam: str) -> OpdrachtModule:
    """The code of one command."""
    module = import_module(f"sessie_tool.cli.opdrachten.{OPDRACHTEN[naam].module}")
    return cast("OpdrachtModule", module)
