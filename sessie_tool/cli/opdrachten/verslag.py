"""`sessie verslag`: the minutes as files; prints where they are."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from sessie_tool.cli.parser import add_id
from sessie_tool.cli.uitvoer import say_id, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import suggest
from sessie_tool.kern.publiceren import INTERN, OPENBAAR
from sessie_tool.nu import now
from sessie_tool.verslaglegging import FORMATEN, export_verslag


def formaten(waarde: str) -> tuple[str, ...]:
    """'docx,md' → the formats."""
    namen = tuple(dict.fromkeys(naam.strip().lower() for naam in waarde.split(",") if naam.strip()))
    for naam in namen:
        if naam not in FORMATEN:
            hulp = suggest(naam, FORMATEN) or f"Kies uit: {', '.join(FORMATEN)}"
            raise ArgumentTypeError(f"'{naam}' is geen formaat. {hulp}")
    return namen


def add_arguments(parser: ArgumentParser) -> None:
    """Which session, where to and how."""
    add_id(parser)
    parser.add_argument("--uit", metavar="PAD", type=Path, help="het bestand of de map (anders exports in de werkmap)")
    keuzes = ", ".join(FORMATEN)
    parser.add_argument("--formaat", metavar="NAMEN", type=formaten, default=(), help=f"met komma's ertussen: {keuzes}")
    parser.add_argument("--huisstijl", metavar="X.docx", type=Path, help="een Word-bestand met uw stijlen")
    parser.add_argument(
        "--openbaar",
        dest="versie",
        action="store_const",
        const=OPENBAAR,
        default=INTERN,
        help="zonder de namen van wie niet genoemd mag worden; wat twijfelachtig is, wordt gemeld",
    )


def run(args: Namespace) -> int:
    """Write the minutes and print a path a line."""
    werkmap = open_werkmap(args)
    sessie = werkmap.read(args.id)
    moment = now().isoformat(timespec="seconds")
    paden, bevindingen = export_verslag(
        werkmap, sessie, moment, args.formaat, uit=args.uit, huisstijl=args.huisstijl, versie=args.versie
    )
    for pad in paden:
        say_id(str(pad))
    warn_all(bevindingen)
    return 0
