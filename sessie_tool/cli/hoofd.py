"""From the words that were typed to the command that does it; every error ends here as one Dutch line."""

import os
import sys
from collections.abc import Sequence

from sessie_tool import __version__
from sessie_tool.cli.parser import Parser, add_werkmap
from sessie_tool.cli.tabel import OPDRACHTEN, load_opdracht
from sessie_tool.cli.uitvoer import use_utf8, warn, warn_all
from sessie_tool.fouten import GebruikError, SessieToolError, SjabloonError, suggest

GOED, KON_NIET, VERKEERD_GEBRUIK, AFGEBROKEN = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; gives the exit code: 0 good, 1 could not, 2 wrong use."""
    use_utf8()
    try:
        code = run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except SystemExit:  # argparse leaves this way after --help
        return GOED
    except KeyboardInterrupt:
        return AFGEBROKEN
    except BrokenPipeError:
        _close_stdout()
        return GOED
    except Exception as fout:  # noqa: BLE001 - whatever goes wrong, a person reads one Dutch line
        return report(fout)
    return code


def report(fout: BaseException) -> int:
    """One Dutch line about an error, with the findings behind it; gives the exit code."""
    if isinstance(fout, SjabloonError):
        warn_all(fout.bevindingen)
    warn(explain(fout))
    return VERKEERD_GEBRUIK if isinstance(fout, GebruikError) else KON_NIET


def explain(fout: BaseException) -> str:
    """An error as one Dutch sentence."""
    if isinstance(fout, SessieToolError):
        return str(fout)
    if isinstance(fout, FileNotFoundError):
        return f"'{fout.filename}' is er niet. Kijk of de naam klopt."
    if isinstance(fout, IsADirectoryError):
        return f"'{fout.filename}' is een map en geen bestand. Geef de naam van een bestand."
    if isinstance(fout, OSError):
        from sessie_tool.opslag.atomair import explain as explain_oserror

        return f"Lezen of schrijven van '{fout.filename or 'de uitvoer'}' lukt niet: {explain_oserror(fout)}."
    if isinstance(fout, (MemoryError, RecursionError)):
        return "Dit is te groot voor deze computer. Probeer het met minder tegelijk."
    return _explain_ongeluk(fout)


def _explain_ongeluk(fout: BaseException) -> str:
    """A fault of the program itself: where its report is. Imported here, as it is rarely needed."""
    from sessie_tool.kern.ongeluk import locate_fout
    from sessie_tool.nu import now
    from sessie_tool.opslag.ongelukken import keep_ongeluk

    kop = "Er zit een fout in het programma zelf. Wat al bewaard was, blijft bewaard."
    verslag = keep_ongeluk(fout, now())
    if verslag is None:
        return f"{kop} Meld deze regel: {locate_fout(fout)}."
    return f"{kop} Stuur dit bestand naar wie het programma voor u beheert: {verslag} ({locate_fout(fout)})"


def run(argv: list[str]) -> int:
    """Find the command and run it; no command is the screen."""
    before, after = split(argv)
    top = make_top_parser().parse_args(before)
    naam, rest = (after[0], after[1:]) if after else ("open", [])
    args = make_parser(naam).parse_intermixed_args(rest)  # options may stand anywhere
    args.werkmap = args.werkmap or top.werkmap
    return load_opdracht(naam).run(args)


def split(argv: list[str]) -> tuple[list[str], list[str]]:
    """The options before the command, and the command with what follows it."""
    plaats = 0
    while plaats < len(argv) and argv[plaats].startswith("-") and argv[plaats] != "--":
        plaats += 2 if argv[plaats] == "--werkmap" else 1
    return argv[:plaats], argv[plaats:]


def make_top_parser() -> Parser:
    """The parser of what stands before the command; its help lists the commands."""
    breedte = max(map(len, OPDRACHTEN))
    regels = "\n".join(f"  {naam.ljust(breedte)}  {opdracht.hulp}" for naam, opdracht in OPDRACHTEN.items())
    parser = Parser(
        prog="sessie",
        usage="sessie [--werkmap MAP] [OPDRACHT] …",
        description="Begeleidt sessies, bewaart elk woord en schrijft het verslag.\nZonder opdracht opent het scherm.",
        epilog=f"opdrachten:\n{regels}\n\nTyp 'sessie OPDRACHT --help' voor uitleg bij een opdracht.",
    )
    add_werkmap(parser)
    parser.add_argument("--versie", action="version", version=f"sessie {__version__}", help="toon de versie en stop")
    return parser


def make_parser(naam: str) -> Parser:
    """The parser of one command."""
    if naam not in OPDRACHTEN:
        zin = f"De opdracht '{naam}' bestaat niet. {suggest(naam, OPDRACHTEN)}".rstrip()
        raise GebruikError(f"{zin} Typ 'sessie --help' voor alle opdrachten.")
    hulp = OPDRACHTEN[naam].hulp
    parser = Parser(prog=f"sessie {naam}", description=f"{hulp[:1].upper()}{hulp[1:]}.")
    load_opdracht(naam).add_arguments(parser)
    add_werkmap(parser)
    parser.usage = parser.format_usage().partition(" ")[2].rstrip()  # else argparse cuts off as much as "usage: " takes
    return parser


def _close_stdout() -> None:
    """The reader is gone: what is still in the buffer goes nowhere, without a complaint at the end."""
    leeg = os.open(os.devnull, os.O_WRONLY)
    os.dup2(leeg, sys.stdout.fileno())
