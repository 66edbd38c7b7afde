"""Asking before what cannot be undone: a person types the id, a script says `--ja`."""

import sys
from argparse import ArgumentParser

from sessie_tool.cli.uitvoer import warn
from sessie_tool.fouten import GebruikError


def add_ja(parser: ArgumentParser) -> None:
    """The option that answers the question beforehand."""
    parser.add_argument("--ja", action="store_true", help="vraag niets; voor wie de opdracht in een script zet")


def can_ask() -> bool:
    """Whether a person is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(vraag: str, sessie_id: str, *, ja: bool) -> None:
    """Let a person confirm by typing the id.

    Raises:
        GebruikError: it was not confirmed, or nobody can be asked.
    """
    if ja:
        return
    if not can_ask():
        raise GebruikError(f"{vraag} Dit is niet terug te draaien. Zet --ja achter de opdracht als u het zeker weet.")
    warn(f"{vraag} Dit is niet terug te draaien.")
    sys.stderr.write(f"Typ {sessie_id} om door te gaan: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip() != sessie_id:
        raise GebruikError("Er is niets veranderd.")
