"""LibreOffice: the Word file as OpenDocument and as a tagged PDF, on a computer that has it.

It runs hidden, with a profile of its own that is thrown away, so that an office that someone has open is left alone.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from sessie_tool.fouten import Bevinding, SessieToolError
from sessie_tool.kern.document import Document
from sessie_tool.opslag.tijdelijk import temp_folder
from sessie_tool.schrijvers import docx
from sessie_tool.schrijvers.docx.eigenschappen import parse_moment
from sessie_tool.schrijvers.kantoordatum import fix_odt, fix_pdf

GEDULD = 180
"""Seconds for one file; a large one takes some ten."""

_NAMEN = ("soffice", "libreoffice")
_PLAATSEN = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
)
_WINDOWS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")
"""Environment variables with the folders in which Windows keeps programs."""

_INSTELLINGEN = {"UseTaggedPDF": "true", "PDFUACompliance": "true", "ExportBookmarks": "true"}
_PROFIEL = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        '<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">'
        f'<prop oor:name="{naam}" oor:op="fuse"><value>{waarde}</value></prop></item>'
        for naam, waarde in _INSTELLINGEN.items()
    )
    + "</oor:items>"
)


class KantoorError(SessieToolError):
    """LibreOffice is not there, or made no file."""


def write_odt(document: Document, huisstijl: Path | None) -> tuple[bytes, list[Bevinding]]:
    """The document as OpenDocument text."""
    inhoud, bevindingen = docx.write(document, huisstijl)
    return fix_odt(convert(inhoud, "odt"), parse_moment(document.moment)), bevindingen


def write_pdf(document: Document, huisstijl: Path | None) -> tuple[bytes, list[Bevinding]]:
    """The document as PDF with tags (PDF/UA), for who hears it."""
    inhoud, bevindingen = docx.write(document, huisstijl)
    return fix_pdf(convert(inhoud, "pdf"), parse_moment(document.moment)), bevindingen


def find_libreoffice() -> str | None:
    """The program, from the path or from where it is installed mostly; None when it is not there."""
    op_pad = (shutil.which(naam) for naam in _NAMEN)
    return next((pad for pad in (*op_pad, *map(str, _installed())) if pad), None)


def _installed() -> Iterator[Path]:
    for naam in _WINDOWS:
        map_ = os.environ.get(naam)
        yield from _files(Path(map_) if map_ else None, "LibreOffice*/program/soffice.com")
        yield from _files(Path(map_) / "Programs" if map_ else None, "LibreOffice*/program/soffice.com")
    for plaats in _PLAATSEN:
        pad = Path(plaats).expanduser()
        yield from _files(Path(pad.anchor), str(pad.relative_to(pad.anchor)))


def _files(map_: Path | None, patroon: str) -> list[Path]:
    return sorted(map_.glob(patroon), reverse=True) if map_ and map_.is_dir() else []


def convert(word: bytes, formaat: str, geduld: float = GEDULD) -> bytes:
    """A Word file in another format.

    Args:
        word: the file.
        formaat: the ending of the other one.
        geduld: seconds after which it is given up.

    Raises:
        KantoorError: LibreOffice is not there, or made no file.
    """
    programma = find_libreoffice()
    if programma is None:
        raise KantoorError(
            f"Voor een verslag als .{formaat} is LibreOffice nodig, en dat staat niet op deze computer. "
            f"Installeer LibreOffice, of maak een .docx en bewaar die in Word als .{formaat}."
        )
    with temp_folder() as map_:
        bron, uit = map_ / "verslag.docx", map_ / "uit"
        bron.write_bytes(word)
        gebruiker = map_ / "profiel" / "user"
        gebruiker.mkdir(parents=True)
        (gebruiker / "registrymodifications.xcu").write_text(_PROFIEL, encoding="utf-8")
        profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
        opties = ["--headless", "--norestore", "--convert-to", formaat, "--outdir", str(uit), str(bron)]
        _run([programma, profiel, *opties], formaat, geduld)
        try:
            return (uit / f"verslag.{formaat}").read_bytes()
        except OSError as fout:
            raise _mislukt(formaat) from fout


def _run(opdracht: list[str], formaat: str, geduld: float) -> None:
    """Run LibreOffice with everything that it starts; after the time limit all of that is ended."""
    stil = subprocess.DEVNULL
    try:
        proces = subprocess.Popen(  # noqa: S603 - the program that was found, with words of our own
            opdracht, stdin=stil, stdout=stil, stderr=stil, env={**os.environ, "TZ": "UTC"}, start_new_session=True
        )
    except OSError as fout:
        raise _mislukt(formaat) from fout
    try:
        proces.wait(geduld)
    except subprocess.TimeoutExpired as fout:
        _stop(proces)
        raise KantoorError(
            f"LibreOffice deed te lang over het .{formaat}-bestand en is gestopt. Probeer het nog eens, of maak een "
            ".docx."
        ) from fout
    except BaseException:
        _stop(proces)
        raise


def _stop(proces: subprocess.Popen[bytes]) -> None:
    groep: Callable[[int, int], None] | None = getattr(os, "killpg", None)
    if groep is None:  # Windows has no groups of processes
        opdracht = ["taskkill", "/T", "/F", "/PID", str(proces.pid)]
        subprocess.run(opdracht, capture_output=True, check=False)  # noqa: S603 - it stands in the path of Windows
    else:
        groep(proces.pid, signal.SIGKILL)
    proces.wait()


def _mislukt(formaat: str) -> KantoorError:
    return KantoorError(
        f"LibreOffice kon geen .{formaat} maken. Maak een .docx, open die in Word of LibreOffice en bewaar hem als "
        f".{formaat}."
    )
