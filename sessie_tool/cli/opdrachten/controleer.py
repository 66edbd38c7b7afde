"""`sessie controleer`: is every file in the werkmap, or are the files that were named, in order."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.cli.parser import add_vorm
from sessie_tool.cli.uitvoer import say, say_json
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import Bevinding, OpslagError
from sessie_tool.inlezen.pakket import GROOTSTE_GEHEEL
from sessie_tool.kern.taal import format_aantal
from sessie_tool.keuring import check_docx
from sessie_tool.keuring.huisstijl import check_huisstijl
from sessie_tool.nu import new_id, now
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.anonimiseren import list_begonnen
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.huis import load_huis
from sessie_tool.opslag.hulpmappen import find_blocked
from sessie_tool.opslag.laden import GEBREK, load
from sessie_tool.opslag.ongelukken import check_ongelukken
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import check_sjabloon
from sessie_tool.verslaglegging import HUISSTIJLEN, find_huisstijl

if TYPE_CHECKING:
    from sessie_tool.opslag.herstellen import Hersteld

_WORD = (*HUISSTIJLEN, ".doc")
_HERSTELBAAR = Bevinding(
    f"'{gedeeld.NAAM}' is beschadigd.",
    "Het programma werkt met de laatste goede kopie. 'sessie controleer --herstel' zet die terug.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Which files; none is the whole werkmap."""
    hulp = "een sessie (.json), een sjabloon (.md) of een Word-bestand (.docx); zonder bestand: alles in de werkmap"
    parser.add_argument("bestanden", metavar="BESTAND", nargs="*", type=Path, help=hulp)
    parser.add_argument("--herstel", action="store_true", help="herstel wat beschadigd is uit de nieuwste goede versie")
    add_vorm(parser, "json")
    parser.add_argument(
        "--huisstijl", action="store_true", help="bekijk de Word-bestanden als huisstijl (een huisstijl.docx altijd)"
    )


def run(args: Namespace) -> int:
    """Print every finding; gives 1 when something cannot be used."""
    werkmap = open_werkmap(args)
    hersteld = repair(werkmap, args.bestanden or list_bestanden(werkmap)) if args.herstel else []
    paden = [pad for pad in args.bestanden if pad.exists() or not args.herstel] or list_bestanden(werkmap)
    bevindingen = [bevinding for pad in paden for bevinding in check_bestand(pad, als_huisstijl=args.huisstijl)]
    if not args.bestanden:
        bevindingen += [one for one in werkmap.rows()[1] if one.ernst != "fout"]
        bevindingen += [*check_mappen(werkmap), *list_begonnen(werkmap), *check_ongelukken(now())]
    fouten = sum(bevinding.ernst == "fout" for bevinding in bevindingen)
    if args.vorm:
        say_json({"bestanden": len(paden), "hersteld": hersteld, "bevindingen": bevindingen})
        return 1 if fouten else 0
    for een in hersteld:
        say(f"{een.bestand}: {een.soort}. {een.wat}")
    for bevinding in bevindingen:
        say(str(bevinding))
    say(summarize(len(paden), fouten, len(bevindingen) - fouten))
    return 1 if fouten else 0


def repair(werkmap: Werkmap, paden: Iterable[Path]) -> "list[Hersteld]":
    """Repair what is damaged of these files, as far as they are of this werkmap; a sjabloon is a person's to mend."""
    from sessie_tool.opslag.herstellen import Hersteller  # brings in all that writes

    eigen = [pad for pad in paden if pad.suffix == ".json" and pad.absolute().parent == werkmap.sessies.absolute()]
    return list(Hersteller(werkmap, clock=now, new_id=new_id).repair(eigen))


def list_bestanden(werkmap: Werkmap) -> list[Path]:
    """Every session, every sjabloon and the file of the werkmap itself."""
    eigen = [pad for pad in (werkmap.sessies / gedeeld.NAAM, find_huisstijl(werkmap)) if pad and pad.exists()]
    return [*werkmap.files(), *eigen, *sorted(werkmap.sjablonen.glob("*.md"))]


def check_mappen(werkmap: Werkmap) -> list[Bevinding]:
    """What stands in the place of a folder of the program itself."""
    bericht = "Hier hoort een map te staan. Zo kan het programma niet alles bewaren."
    advies = "Typ 'sessie controleer --herstel', of haal het zelf weg."
    return [Bevinding(bericht, advies, bron=pad.name) for pad in find_blocked(werkmap.sessies)]


def check_bestand(pad: Path, *, als_huisstijl: bool = False) -> Iterable[Bevinding]:
    """The findings in one file."""
    einde = pad.suffix.lower()
    if einde in _WORD and (als_huisstijl or pad.stem.lower().startswith("huisstijl")):
        return check_huisstijl(pad, _read(pad))
    if pad.suffix == ".md":
        return _check_sjabloon(pad)
    if einde == ".docx":
        return check_docx(_read(pad), str(pad))
    return _check_json(pad)


def _check_sjabloon(pad: Path) -> Iterable[Bevinding]:
    """The findings in a sjabloon; the last one of those that make it useless names an example to look at."""
    sjabloon, bevindingen = check_sjabloon(pad)
    if sjabloon is not None or not bevindingen:
        return bevindingen
    voorbeelden = sorted(een.stem for een in shipped_sjablonen().glob("*.md"))
    naast = get_close_matches(pad.stem, voorbeelden, n=1, cutoff=0.0)
    raad = f"Kijk hoe het in '{naast[0]}' staat: {shipped_sjablonen() / naast[0]}.md." if naast else ""
    return [*bevindingen[:-1], replace(bevindingen[-1], advies=f"{bevindingen[-1].advies} {raad}".strip())]


def _check_json(pad: Path) -> Iterable[Bevinding]:
    """The findings in a session, or in the file of the werkmap."""
    if pad.suffix != ".json":
        advies = "Kies een .json, een .md of een .docx."
        return [Bevinding("Dit soort bestand kan niet worden gecontroleerd.", advies, bron=str(pad))]
    try:
        if pad.name == gedeeld.NAAM:
            gedeeld.read_table(pad.parent, "opgaven")
            load_huis(pad.parent)
            return [_HERSTELBAAR] if gedeeld.is_damaged(pad.parent) else []
        geladen = load(pad)
    except OpslagError as fout:
        return [Bevinding(str(fout))]
    is_damaged = geladen.in_bestand is None
    return [replace(one, ernst="fout") if is_damaged or one.code == GEBREK else one for one in geladen.bevindingen]


def _read(pad: Path) -> bytes:
    """The bytes of a file.

    Raises:
        OpslagError: it cannot be read, or is far too large to be a document.
    """
    try:
        if pad.stat().st_size > GROOTSTE_GEHEEL:
            raise OpslagError(f"'{pad}' is veel te groot. Kijk of dit echt een verslag is.")
        return pad.read_bytes()
    except OSError as fout:
        raise OpslagError(f"'{pad}' kan niet gelezen worden: {explain(fout)}.") from fout


def summarize(bestanden: int, fouten: int, meldingen: int) -> str:
    """How it is, in one sentence."""
    kop = f"{format_aantal(bestanden, 'bestand', 'bestanden')} gecontroleerd"
    if not fouten and not meldingen:
        return f"{kop}: alles is in orde."
    return f"{kop}: {format_aantal(fouten, 'fout', 'fouten')}, {format_aantal(meldingen, 'melding', 'meldingen')}."
