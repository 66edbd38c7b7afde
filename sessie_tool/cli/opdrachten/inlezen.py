"""`sessie inlezen`: old reports and rows become sessions; what found no place is kept, and said."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from sessie_tool.cli.opdrachten.nieuw import datum, find_sjabloon
from sessie_tool.cli.uitvoer import say_id, warn
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import open_zitting, require_saved
from sessie_tool.fouten import GebruikError, SessieToolError
from sessie_tool.inlezen.csv_lezen import SOORTEN as CSV_SOORTEN
from sessie_tool.inlezen.csv_vormen import add_csv, guess_vorm, start_csv
from sessie_tool.inlezen.inlezing import Inlezing, settle
from sessie_tool.inlezen.lezen import read_rapport
from sessie_tool.inlezen.opdracht import Leesopdracht
from sessie_tool.inlezen.plaats import guess_sjabloon, place_rapport
from sessie_tool.kern.boom import clean
from sessie_tool.kern.sessie import Sessie
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.lezen import read_named
from sessie_tool.opslag.rijen import Rij
from sessie_tool.opslag.versies import INLEZEN
from sessie_tool.opslag.werkmap import Werkmap


def add_arguments(parser: ArgumentParser) -> None:
    """Which reports, and what they are."""
    parser.add_argument(
        "bestanden", metavar="BESTAND", nargs="+", type=Path, help="een oud verslag (.docx, .md, .txt) of rijen (.csv)"
    )
    parser.add_argument("--sjabloon", metavar="SJABLOON", help="de soort sessie (anders boardsessie of jaarronde)")
    parser.add_argument("--datum", metavar="DATUM", type=datum, help="jaar-maand-dag (anders uit het verslag)")
    parser.add_argument("--sessie", metavar="ID", help="zet de rijen van een .csv bij deze sessie")


def run(args: Namespace) -> int:
    """Make sessions of every file that can be read; gives 1 when one could not."""
    werkmap = open_werkmap(args, mag_nieuw=True)
    if args.sjabloon:
        find_sjabloon(werkmap, args.sjabloon)
    if args.sessie and not all(map(_holds_rows, args.bestanden)):
        raise GebruikError("Met --sessie kunt u alleen een .csv-bestand inlezen. Laat --sessie weg voor een verslag.")
    gelukt = [_read_one(werkmap, bestand, args) for bestand in args.bestanden]
    return int(not all(gelukt))


def _read_one(werkmap: Werkmap, bestand: Path, args: Namespace) -> bool:
    """Make the sessions of one file, or say why that cannot be; the others still go in."""
    try:
        ruw = read_named(bestand)
        gelezen = (_add(werkmap, bestand, ruw, args.sessie),) if args.sessie else _create(werkmap, bestand, ruw, args)
    except FileNotFoundError:
        warn(f"'{bestand}' is er niet. Kijk of de naam klopt.")
    except OSError as fout:
        warn(f"'{bestand}' kan niet gelezen worden: {explain(fout)}.")
    except SessieToolError as fout:
        warn(f"'{bestand}' is niet ingelezen: {fout}")
    else:
        for inlezing in gelezen:
            say_id(inlezing.sessie.id)
            for melding in inlezing.meldingen:
                warn(f"{bestand.name}: {melding}")
        return True
    return False


def _holds_rows(bestand: Path) -> bool:
    return bestand.suffix.lower() in CSV_SOORTEN


def _create(werkmap: Werkmap, bestand: Path, ruw: bytes, args: Namespace) -> tuple[Inlezing, ...]:
    """New sessions with what stands in a file; what was read before is there already."""
    moment = now()
    vandaag, datum_iso = moment.date().isoformat(), args.datum or ""
    rijen = werkmap.rows()[0]
    if _holds_rows(bestand):
        sjabloon = find_sjabloon(werkmap, args.sjabloon or guess_vorm(bestand.name, ruw).sjabloon)
        opdracht = Leesopdracht(
            bestandsnaam=bestand.name,
            sjabloon=sjabloon,
            new_id=new_id,
            vandaag=vandaag,
            datum=datum_iso,
            opgaven=werkmap.opgaven(),
            eerder=_read_all(werkmap, [rij for rij in rijen if rij.soort == sjabloon.soort]),
        )
        gelezen = start_csv(bestand.name, ruw, opdracht)
    else:
        rapport = read_rapport(bestand.name, ruw)
        sjabloon = find_sjabloon(werkmap, args.sjabloon or guess_sjabloon(rapport))
        inlezing = place_rapport(rapport, sjabloon, new_id=new_id, vandaag=vandaag, datum=datum_iso)
        titel = clean(inlezing.sessie).titel
        gelezen = (settle(inlezing, _read_all(werkmap, [rij for rij in rijen if rij.titel == titel])),)
    return tuple(_keep(werkmap, inlezing, rijen, moment) for inlezing in gelezen)


def _read_all(werkmap: Werkmap, rijen: Iterable[Rij]) -> list[Sessie]:
    """The sessions of these rows that can be read; `sessie lijst` tells about the others."""
    gelezen = []
    for rij in rijen:
        with suppress(SessieToolError):
            gelezen.append(werkmap.read(rij.id))
    return gelezen


def _keep(werkmap: Werkmap, inlezing: Inlezing, rijen: Iterable[Rij], moment: datetime) -> Inlezing:
    """Write a new session; a second jaarronde of a year is said."""
    if inlezing.is_bekend:
        return inlezing
    sessie = clean(inlezing.sessie)
    werkmap.create(sessie, moment)
    dubbel = [rij for rij in rijen if rij.soort == sessie.soort == "jaarronde" and rij.jaar == sessie.jaar]
    zinnen = [
        f"Van {rij.jaar} was er al een jaarronde: '{rij.titel}' ({rij.id}). Deze komt ernaast. Kijk welke u houdt."
        for rij in dubbel
    ]
    return msgspec.structs.replace(inlezing, meldingen=(*zinnen, *inlezing.meldingen))


def _add(werkmap: Werkmap, bestand: Path, ruw: bytes, sessie_id: str) -> Inlezing:
    """The rows of a file to a session that is there, as one change that can be undone."""
    with open_zitting(werkmap, sessie_id) as zitting:
        inlezing = add_csv(bestand.name, ruw, zitting.sessie, new_id=new_id)
        zitting.keep_versie(INLEZEN)
        zitting.apply(f"{bestand.name} ingelezen", lambda _: inlezing.sessie)
        require_saved(zitting)
    return inlezing
