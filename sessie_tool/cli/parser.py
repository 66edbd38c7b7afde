"""The parser of every command: argparse with Dutch words, that raises a `GebruikError` instead of leaving."""

import argparse
import os
import re
from collections.abc import Callable
from typing import Any, NoReturn

from sessie_tool.cli.bytes_lezen import decode_tekst
from sessie_tool.cli.nederlands import speak_dutch
from sessie_tool.fouten import GebruikError, suggest


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch."""

    def __init__(self, **opties: Any) -> None:
        """Take the options of argparse; a shortened option is not guessed at."""
        speak_dutch()
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **opties)

    def error(self, message: str) -> NoReturn:
        """Wrong use is one Dutch sentence."""
        raise GebruikError(f"{message[:1].upper()}{message[1:].rstrip('.')}. Typ '{self.prog} --help' voor uitleg.")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """A value that is not one of the choices gives those choices, and the nearest."""
        if action.choices is None or value in action.choices:
            return
        keuzes = [str(keuze) for keuze in action.choices]
        zin = f"'{value}' kan niet. {suggest(str(value), keuzes)} Kies uit: {', '.join(keuzes)}"
        raise argparse.ArgumentError(action, re.sub(" +", " ", zin))


def add_werkmap(parser: argparse.ArgumentParser) -> None:
    """The option that every command takes."""
    parser.add_argument("--werkmap", metavar="MAP", help="de map met uw sessies (anders SESSIE_WERKMAP)")


def add_id(parser: argparse.ArgumentParser) -> None:
    """The session a command is about."""
    parser.add_argument("id", metavar="ID", help="de sessie; het begin van het id is genoeg")


def add_vorm(parser: argparse.ArgumentParser, *vormen: str) -> None:
    """Options for output that other programs read: `json`, `csv`."""
    group = parser.add_mutually_exclusive_group()
    for vorm in vormen:
        uitleg = f"schrijf {vorm.upper()} voor andere programma's"
        group.add_argument(f"--{vorm}", dest="vorm", action="store_const", const=vorm, default="", help=uitleg)


def tekst(waarde: str) -> str:
    """A text from the command line; bytes that the locale could not read are read after all."""
    return decode_tekst(os.fsencode(waarde)).tekst


def getal(wat: str, vanaf: int = 1) -> Callable[[str], int]:
    """A reader of whole numbers; `wat` says what number it is: 'een stap'."""

    def read(waarde: str) -> int:
        if not (waarde.isascii() and waarde.isdigit() and len(waarde) < 7 and int(waarde) >= vanaf):
            raise argparse.ArgumentTypeError(f"'{waarde}' is geen nummer van {wat}. Vul een getal in vanaf {vanaf}")
        return int(waarde)

    return read
