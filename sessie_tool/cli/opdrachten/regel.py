"""`sessie regel`: a line that stands in a step already: read, correct, move or remove it, or take that back."""

from argparse import ArgumentParser, Namespace

from sessie_tool.cli.parser import add_id, getal, tekst
from sessie_tool.cli.uitvoer import say
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import find_stap, open_zitting, require_saved
from sessie_tool.fouten import GebruikError
from sessie_tool.kern.notatie import format_regel
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.platte_tekst import describe_record
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import move_record, remove_records, replace_records
from sessie_tool.kern.regelhulp import correct
from sessie_tool.kern.sessie import Sessie, Stap, environment
from sessie_tool.zitting import Zitting


def add_arguments(parser: ArgumentParser) -> None:
    """The line, by its step and its number, and what happens to it."""
    add_id(parser)
    parser.add_argument("nummer", metavar="NUMMER", type=tekst, nargs="?", help="het nummer van de regel in de stap")
    parser.add_argument(
        "--stap", metavar="N", type=getal("een stap"), help="het nummer van de stap (anders de huidige)"
    )
    wat = parser.add_mutually_exclusive_group()
    wat.add_argument("--wordt", metavar="REGEL", type=tekst, help="zo moet de hele regel worden")
    wat.add_argument("--naar", metavar="PLAATS", type=getal("een plaats"), help="verplaats de regel naar deze plaats")
    wat.add_argument("--weg", action="store_true", help="verwijder de regel")
    wat.add_argument("--ongedaan", action="store_true", help="neem de laatste wijziging in de sessie terug")


def run(args: Namespace) -> int:
    """Print the line, or change it and say what was done."""
    werkmap = open_werkmap(args)
    if args.ongedaan:
        with open_zitting(werkmap, args.id) as zitting:
            wat = zitting.undo()
            require_saved(zitting)
        say(f"Teruggenomen: {wat}." if wat else "Er is niets om terug te nemen.")
        return 0
    if args.wordt is None and args.naar is None and not args.weg:
        sessie = werkmap.read(args.id)
        say("\n".join(describe(sessie, find_stap(sessie, args.stap), args.nummer)))
        return 0
    with open_zitting(werkmap, args.id) as zitting:
        gedaan = change(zitting, find_stap(zitting.sessie, args.stap), args)
        require_saved(zitting)
    say(f"{gedaan} Terugnemen kan met --ongedaan.")
    return 0


def describe(sessie: Sessie, stap: Stap, nummer: str | None) -> list[str]:
    """A line as it can be typed, and all that it holds; without a number every line of the step."""
    omgeving, bouwsteen = environment(sessie), stap.bouwsteen
    if nummer is None:
        regels = [f"{omgeving.nummer(one.id)}. {bouwsteen.format_record(one, omgeving)}" for one in bouwsteen.records]
        return regels or [f"In stap {sessie.nummer(stap.id)} staat nog niets. Typen kan met: sessie invoer."]
    record = find_record(sessie, stap, nummer)
    return [bouwsteen.format_record(record, omgeving), *describe_record(record, omgeving)]


def find_record(sessie: Sessie, stap: Stap, nummer: str | None) -> Record:
    """The record with a number in a step.

    Raises:
        GebruikError: no number was given, or there is no such record.
    """
    if nummer is None:
        raise GebruikError("Zeg ook welke regel u bedoelt. 'sessie regel ID' toont de nummers.")
    omgeving = environment(sessie)
    found = next((one for one in stap.bouwsteen.records if omgeving.nummer(one.id) == nummer), None)
    if found is None:
        raise GebruikError(
            f"Regel {nummer} is er niet in stap {sessie.nummer(stap.id)}. 'sessie regel ID' toont de nummers."
        )
    return found


def change(zitting: Zitting, stap: Stap, args: Namespace) -> str:
    """Correct, move or remove the line; gives what was done."""
    record = find_record(zitting.sessie, stap, args.nummer)
    naam = f"{record.ENKEL} {zitting.omgeving.nummer(record.id)}"
    if args.weg:
        zitting.apply(f"{naam} verwijderd", lambda sessie: remove_records(sessie, [record.id]))
        return f"Verwijderd: {naam}."
    if args.naar:
        ids = [one.id for one in stap.bouwsteen.records]
        zitting.apply(
            f"{naam} verplaatst", lambda sessie: move_record(sessie, record.id, args.naar - 1 - ids.index(record.id))
        )
        return f"Verplaatst: {naam} staat nu op plaats {min(args.naar, len(ids))}."
    if not args.wordt.strip():
        raise GebruikError("De nieuwe regel is leeg. Typ wat er moet staan, of verwijder de regel met --weg.")
    if not reads_back(stap, record, zitting.omgeving):
        raise GebruikError(
            f"{naam.capitalize()} kunt u niet in één regel verbeteren. Haal het weg met --weg en typ het opnieuw met "
            "'sessie invoer'; 'sessie stap' zegt hoe u hier typt."
        )
    nieuw = correct(record, args.wordt, zitting.omgeving)
    zitting.apply(f"{naam} verbeterd", lambda sessie: replace_records(sessie, [nieuw]))
    return f"Verbeterd: {naam}."


def reads_back(stap: Stap, record: Record, omgeving: Omgeving) -> bool:
    """Whether the line that is shown of a record makes that record again, so that nothing of it gets lost."""
    regel = format_regel(record, omgeving)
    return stap.bouwsteen.format_record(record, omgeving) == regel and correct(record, regel, omgeving) == record
