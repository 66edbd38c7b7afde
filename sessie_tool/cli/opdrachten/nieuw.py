"""`sessie nieuw`: a session from a sjabloon, beginning with what earlier sessions left open."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable

import msgspec

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.cli.parser import tekst
from sessie_tool.cli.uitvoer import say_id, warn, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import SjabloonError, suggest
from sessie_tool.kern.boom import clean
from sessie_tool.kern.deelnemer import parse_deelnemer
from sessie_tool.kern.omgeving import unique_beginning
from sessie_tool.kern.sessie import Sessie, Sjabloon
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.taal import parse_datum
from sessie_tool.kern.tijdplan import with_real_minutes
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.eerder import read_eerder
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import find_sjablonen

ZET_ERIN = "Zet de soort van die sessie in het sjabloon achter 'Neemt over uit:'."


def add_arguments(parser: ArgumentParser) -> None:
    """What a session is about and who takes part."""
    parser.add_argument("sjabloon", metavar="SJABLOON", help="de soort sessie; 'sessie sjablonen' toont ze")
    parser.add_argument(
        "--titel", metavar="TEKST", type=tekst, default="", help="de titel (anders die van het sjabloon)"
    )
    parser.add_argument("--datum", metavar="DATUM", type=datum, help="jaar-maand-dag (anders vandaag)")
    parser.add_argument("--plaats", metavar="TEKST", type=tekst, default="", help="waar de sessie is")
    parser.add_argument("--aanleiding", metavar="TEKST", type=tekst, default="", help="waarom u bij elkaar komt")
    add_herhaald(parser, "--opgave", "NAAM", "strategische opgave; mag vaker")
    add_herhaald(
        parser, "--bron", "ID", "sessie waaruit deze sessie overneemt; mag vaker (anders volgens het sjabloon)"
    )
    parser.add_argument("--tijden", metavar="ID", help="plan de stappen zo lang als ze in die sessie echt duurden")
    parser.add_argument("--vorige", metavar="ID", help="neem mee wat in die sessie nog op de parkeerplaats staat")
    add_herhaald(parser, "--deelnemer", '"NAAM; ROL; ORGANISATIE"', "deelnemer; mag vaker", deelnemer)


def datum(waarde: str) -> str:
    """A date from the command line, as ISO date."""
    iso = parse_datum(waarde)
    if iso is None:
        raise ArgumentTypeError(f"'{waarde}' is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2025-03-21")
    return iso


def deelnemer(waarde: str) -> str:
    """A participant from the command line, who has a name; blank stands for nobody."""
    regel = tekst(waarde)
    if regel.strip() and not regel.partition(";")[0].strip():
        raise ArgumentTypeError(f"'{waarde}' heeft geen naam. Schrijf \"Naam; rol; organisatie\"")
    return regel


def add_herhaald(parser: ArgumentParser, naam: str, vorm: str, hulp: str, lees: Callable[[str], str] = tekst) -> None:
    """An option that may be given more than once; `lees` reads each value."""
    parser.add_argument(naam, metavar=vorm, type=lees, action="append", default=[], help=hulp)


def run(args: Namespace) -> int:
    """Make the session and print its id."""
    werkmap = open_werkmap(args, mag_nieuw=True)
    sjabloon = find_sjabloon(werkmap, args.sjabloon)
    if args.tijden:
        sjabloon = plan_as(sjabloon, werkmap.read(args.tijden))
    moment = now()
    datum_iso = args.datum or moment.date().isoformat()
    bekend, bevindingen = werkmap.read_opgaven()
    warn_all(bevindingen)
    opgaven = choose_opgaven(args.opgave, bekend)
    gekozen = {bron.id: bron for bron in map(werkmap.read, args.bron)}
    eerder = read_eerder(werkmap, sjabloon, datum_iso, opgaven, frozenset(gekozen))
    if args.vorige:
        eerder = msgspec.structs.replace(eerder, vorige=werkmap.read(args.vorige))
    sessie = start_sessie(
        sjabloon,
        titel=args.titel.strip(),
        datum=datum_iso,
        new_id=new_id,
        plaats=args.plaats,
        aanleiding=args.aanleiding,
        opgaven=opgaven,
        deelnemers=tuple(parse_deelnemer(regel, new_id()) for regel in args.deelnemer if regel.strip()),
        eerder=eerder,
    )
    gebruikt = {bron.id for bron in eerder.bronnen}
    for bron in (bron for bron in gekozen.values() if bron.id not in gebruikt):
        warn(f"Let op: uit '{bron.titel}' neemt geen enkele stap iets over. {ZET_ERIN}")
    werkmap.create(clean(sessie), moment)
    say_id(sessie.id)
    return 0


def plan_as(sjabloon: Sjabloon, sessie: Sessie) -> Sjabloon:
    """The sjabloon with the real minutes of a session; what became other is said."""
    anders = with_real_minutes(sjabloon, sessie)
    warn(anders.doel if anders is not sjabloon else f"Let op: '{sessie.titel}' geeft geen andere minuten.")
    return msgspec.structs.replace(anders, titel=sjabloon.titel, doel=sjabloon.doel)


def find_sjabloon(werkmap: Werkmap, naam: str) -> Sjabloon:
    """The sjabloon with this name.

    Raises:
        SjabloonError: there is none, or its file has faults.
    """
    sjablonen, bevindingen = find_sjablonen([werkmap.sjablonen, shipped_sjablonen()])
    gevonden = {sjabloon.naam.casefold(): sjabloon for sjabloon in sjablonen}.get(naam.casefold())
    if gevonden:
        return gevonden
    zin = f"Het sjabloon '{naam}' is er niet. {suggest(naam, [one.naam for one in sjablonen])}".rstrip()
    raise SjabloonError(f"{zin} Typ 'sessie sjablonen' voor alle sjablonen.", tuple(bevindingen))


def choose_opgaven(gevraagd: list[str], bekend: tuple[str, ...]) -> tuple[str, ...]:
    """The opgaven as the werkmap spells them; a beginning is enough; another one is kept as typed, and said."""
    gekozen = []
    for naam in filter(None, map(str.strip, gevraagd)):
        opgave = unique_beginning(naam, bekend)
        if opgave is None:
            warn(f"Let op: '{naam}' staat niet bij de opgaven van deze werkmap. {suggest(naam, bekend)}".rstrip())
        gekozen.append(opgave or naam)
    return tuple(dict.fromkeys(gekozen))
