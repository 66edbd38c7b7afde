"""The editor of the person's own choice: a text goes out in a file that only they can read, and comes back."""

import os
import shlex
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.taal import whole_text
from sessie_tool.opslag.tijdelijk import TEKST, temp_folder

KIJKEN = 0.5
"""Seconds between two looks at what the editor has kept."""

METEEN = 2.0
"""An editor that ends sooner than this without a change may have gone on in a window of its own."""

VOORBEELD = "Zet bijvoorbeeld EDITOR=nano in de instellingen van uw terminal"


class Terug(NamedTuple):
    """The text that came back, and what to say ("" when all went well)."""

    tekst: str
    melding: str


def find_editor(omgeving: Mapping[str, str]) -> list[str]:
    """The command of the editor, from VISUAL or else EDITOR.

    Raises:
        SessieToolError: there is none, or it cannot be read.
    """
    opdracht = omgeving.get("VISUAL", "").strip() or omgeving.get("EDITOR", "").strip()
    if not opdracht:
        raise SessieToolError(f"Het programma weet niet welke editor u wilt. {VOORBEELD} en start het opnieuw.")
    try:
        return shlex.split(opdracht, posix=os.name != "nt")
    except ValueError:
        raise SessieToolError(f"De editor '{opdracht}' is niet te lezen. Zet de aanhalingstekens goed.") from None


def edit_outside(opdracht: list[str], tekst: str, bewaar: Callable[[str], None]) -> Terug:
    """Let a person edit a text in their own editor; `bewaar` gets what they keep there meanwhile.

    Whatever happens, the text that comes back is not empty when there was one.
    """
    try:
        with temp_folder(TEKST) as folder:
            return _edit(opdracht, folder / "tekst.md", tekst, bewaar)
    except OSError:
        return Terug(tekst, "Er is geen tijdelijk bestand te maken. Is de schijf vol? Uw tekst staat hier nog.")


def _edit(opdracht: list[str], pad: Path, tekst: str, bewaar: Callable[[str], None]) -> Terug:
    heel = whole_text(tekst)
    with os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as bestand:
        bestand.write(heel.encode())
    begin = monotonic()
    try:
        code = _run([*opdracht, str(pad)], pad, heel, bewaar)
    except OSError:
        return Terug(tekst, f"De editor '{opdracht[0]}' start niet. {VOORBEELD}, met een editor die u hebt.")
    nieuw = _read(pad, heel)
    if not nieuw.strip() and tekst.strip():
        return Terug(tekst, "De editor gaf een lege tekst terug. Uw tekst staat hier nog. Leegmaken kan hier wel.")
    if nieuw == heel:
        return Terug(tekst, _describe_same(code, monotonic() - begin))
    stuk = "De editor stopte met een fout. Wat u daar bewaarde, staat hier. Ctrl+Z brengt uw oude tekst terug."
    return Terug(nieuw, stuk if code else "")


def _describe_same(code: int, seconden: float) -> str:
    if code:
        return "De editor stopte met een fout. Uw tekst is niet veranderd."
    if seconden < METEEN:
        return "Er is niets veranderd. Heeft uw editor een eigen venster? Laat hem wachten, zoals EDITOR='code --wait'."
    return "Er is niets veranderd."


def _run(opdracht: list[str], pad: Path, tekst: str, bewaar: Callable[[str], None]) -> int:
    """Wait for the editor; hand on what was kept in it, so that it is safe here too."""
    with _signals_to_editor():
        proces = subprocess.Popen(opdracht)  # noqa: S603  # the editor that the person chose
        while True:
            try:
                return proces.wait(KIJKEN)
            except subprocess.TimeoutExpired:
                nieuw = _read(pad, tekst)
            if nieuw != tekst and nieuw.strip():
                tekst = nieuw
                bewaar(tekst)


@contextmanager
def _signals_to_editor() -> Iterator[None]:
    """Ctrl+C and the like in the terminal are meant for the editor, not for this program."""
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []
    before = [(number, signal.signal(number, _pass_over)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _pass_over(_number: int, _frame: object) -> None:
    """Do nothing. Ignoring the signal instead would make the editor ignore it too."""


def _read(pad: Path, tekst: str) -> str:
    """What stands in the file; the line end that editors put at the end is not part of the text."""
    inhoud = b""
    with suppress(OSError):
        inhoud = pad.read_bytes()
    try:
        nieuw = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        nieuw = inhoud.decode("cp1252", "replace")
    nieuw = nieuw.replace("\r\n", "\n").replace("\r", "\n")
    return nieuw[:-1] if nieuw.endswith("\n") and not tekst.endswith("\n") else nieuw
