"""CPU of making Word minutes, beside the floor (strings and a zip), docxtpl and pandoc with the same content."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from bench.buren import vloer_word
from bench.inhoud import HERKOMST, SOORT, ZIN, make_env, make_sessie, with_signalen
from bench.klaarzetten import PYTHON, find_pandoc
from bench.meten import cpu_of, print_naast
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Document,
    Inhoudsopgave,
    Kolom,
    Kop,
    Noot,
    Rij,
    Tabel,
    lijst,
    tekst,
)
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.nu import now
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.schrijvers import schrijf

MATEN = {"klein": (4, 2, 5, 10, 0, 4.0), "groot": (40, 6, 50, 200, 47, 2.5)}
"""Themes, paragraphs and signals in each, actions, footnotes; and the goal beside the floor."""
LAT_DOCXTPL, DOEL_PROCES = 1.0, 0.25

Inhoud = dict[str, Any]


def main(argv: list[str]) -> int:
    """Measure and print; the first word is the number of rounds (default 9)."""
    rondes = int(argv[0]) if argv else 9
    if not PYTHON.exists():
        print("Zonder docxtpl en pandoc; die haalt u met: python -m bench klaarzetten")
    with TemporaryDirectory() as naam:
        goed = [_measure(Path(naam), soort, rondes) for soort in MATEN]
        if PYTHON.exists():
            _measure_proces(Path(naam), max(3, rondes // 3))
    return 0 if all(goed) else 1


def _measure(map_: Path, soort: str, rondes: int) -> bool:
    themas, alineas, signalen, acties, noten, doel = MATEN[soort]
    inhoud = make_inhoud(themas, alineas, signalen, acties, noten)
    document = make_document(inhoud)
    tijden: dict[str, list[float]] = {"vloer": [], "sessie": [], "docxtpl": [], "pandoc": []}
    buur = _Docxtpl(map_ / f"{soort}.json", inhoud) if PYTHON.exists() else None
    markdown = map_ / f"{soort}.md"
    markdown.write_bytes(schrijf(document, "md")[0])
    for ronde in range(rondes + 1):
        gemeten = {"vloer": _cpu(vloer_word.write, document), "sessie": _cpu(_write, document)}
        if buur:
            gemeten |= {"docxtpl": buur.render(), "pandoc": cpu_of(_pandoc(markdown), map_, os.environ)}
        for naam, tijd in gemeten.items() if ronde else ():
            tijden[naam].append(tijd)
    print(f"\n{soort}: {themas} thema's, {themas * signalen} signalen, {acties} acties, {noten} voetnoten")
    midden = {naam: median(ms) for naam, ms in tijden.items() if ms}
    print_naast("sessie", midden["sessie"], "vloer", midden["vloer"], doel=doel)
    if buur is None:
        return True
    buur.close()
    print_naast("sessie", midden["sessie"], "pandoc als proces", midden["pandoc"])
    return print_naast("sessie", midden["sessie"], "docxtpl", midden["docxtpl"], lat=LAT_DOCXTPL)


def _cpu(write: Callable[[Document], object], document: Document) -> float:
    begin = process_time()
    write(document)
    return 1000 * (process_time() - begin)


def _write(document: Document) -> None:
    schrijf(resolve_opmaak(document), "docx")


def _pandoc(markdown: Path) -> list[str]:
    """Pandoc with our house style as its reference document, and contents."""
    stijl = str(shipped_sjablonen() / "huisstijl.docx")
    opties = ["--from", "commonmark_x+footnotes", "--reference-doc", stijl, "--toc"]
    return [find_pandoc(), str(markdown), *opties, "--output", str(markdown.with_suffix(".uit.docx"))]


def _measure_proces(map_: Path, rondes: int) -> None:
    """The whole command on a session with 2,000 signals, beside pandoc on the Markdown of the same verslag."""
    sessie = with_signalen(make_sessie("Groot"), 2000, 40)
    Werkmap(map_).create(sessie, now())
    markdown = map_ / "proces.md"
    document = resolve_opmaak(make_verslag(sessie, now().isoformat()))
    markdown.write_bytes(schrijf(document, "md")[0])
    woorden = ["-m", "sessie_tool", "verslag", sessie.id, "--werkmap", str(map_), "--uit", str(map_ / "uit.docx")]
    eigen = median(cpu_of([sys.executable, *woorden], map_, make_env(map_)) for _ in range(rondes))
    pandoc = median(cpu_of(_pandoc(markdown), map_, os.environ) for _ in range(rondes))
    print("\nhet hele proces 'sessie verslag', 2.000 signalen")
    print_naast("sessie verslag", eigen, "pandoc als proces", pandoc, doel=DOEL_PROCES)


class _Docxtpl:
    """The peer, as a process that makes one file per line."""

    def __init__(self, pad: Path, inhoud: Inhoud) -> None:
        pad.write_text(json.dumps(inhoud), encoding="utf-8")
        script = Path(__file__).parent / "buren" / "docxtpl_verslag.py"
        self._proces = subprocess.Popen(
            [str(PYTHON), str(script), str(pad)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def render(self) -> float:
        """Milliseconds of CPU of one file."""
        if self._proces.stdin is None or self._proces.stdout is None:
            raise RuntimeError("Het proces van docxtpl is niet te bereiken.")
        self._proces.stdin.write("\n")
        return float(self._proces.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._proces.communicate()


def make_inhoud(themas: int, alineas: int, signalen: int, acties: int, noten: int) -> Inhoud:
    """Made-up content as plain values, the same for everyone; docxtpl knows no footnotes and leaves those out."""
    return {
        "titel": "Verslag van een verzonnen gesprek",
        "themas": [
            {
                "titel": f"Thema {nummer}",
                "alineas": [f"{ZIN}, en dat is punt {plaats}. {ZIN}." for plaats in range(alineas)],
                "signalen": [
                    [f"{nummer}.{plaats} {ZIN}", HERKOMST[plaats % 2], SOORT[plaats % 3]] for plaats in range(signalen)
                ],
            }
            for nummer in range(1, themas + 1)
        ],
        "noten": [f"Noot {nummer}: {ZIN}." for nummer in range(1, noten + 1)],
        "acties": [
            [f"Actie {nummer}: {ZIN}", "Noor Voorbeeld", "1 juni 2026", "open"] for nummer in range(1, acties + 1)
        ],
    }


def make_document(inhoud: Inhoud) -> Document:
    """The same as a Document: contents when there is much, lists that count again from 1, and notes."""
    noten = iter(inhoud["noten"])
    blokken: list[Blok] = [Inhoudsopgave()] if inhoud["noten"] else []
    for thema in inhoud["themas"]:
        eerste, *rest = thema["alineas"]
        blokken += [Kop(1, tekst(thema["titel"])), _with_noten(eerste, noten), lijst(rest, "cijfer")]
        blokken.append(_table(("Signaal", "Herkomst", "Soort"), thema["signalen"]))
    blokken += [Kop(1, tekst("Acties")), _table(("Wat", "Wie", "Wanneer", "Status"), inhoud["acties"])]
    return Document(titel=inhoud["titel"], blokken=tuple(blokken), moment="2026-03-21T12:00:00+01:00")


def _with_noten(alinea: str, noten: Iterator[str]) -> Alinea:
    """A paragraph with the next two notes, as far as there are any."""
    return Alinea((*tekst(alinea), *(Noot(tekst(noot)) for noot in islice(noten, 2))))


def _table(koppen: tuple[str, ...], rijen: list[list[str]]) -> Tabel:
    return Tabel(
        kolommen=tuple(Kolom(kop) for kop in koppen),
        rijen=tuple(Rij(tuple(tekst(cel) for cel in rij)) for rij in rijen),
        bijschrift=f"{len(rijen)} rijen",
        beschrijving="Elke rij is een punt.",
    )
