"""Makes the pictures of the README and the handleiding, and the key card in Word: `python docs/maak_beelden.py`.

Everything comes from the example werkmap. Needs, beside the program, LibreOffice (soffice), pdftoppm, pdftotext and
rsvg-convert.
"""

import asyncio
import os
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
from PIL import Image

from sessie_tool.cli.opdrachten.demo import fill_werkmap
from sessie_tool.kern.document import Document, Kolom, Kop, Opmaak, Tabel, plain
from sessie_tool.keuring import check_docx
from sessie_tool.nu import now
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.schrijvers import schrijf
from sessie_tool.schrijvers.docx.huisstijl import make_huisstijl
from sessie_tool.tui.app import SessieApp
from sessie_tool.verslaglegging import export_verslag

DOCS = Path(__file__).parent
BEELDEN = DOCS / "beelden"
KAART = DOCS / "handleiding" / "toetsenkaart.md"
KLEUREN = 64
"""Enough for a screen of text, and a quarter of the file."""


class Beeld(NamedTuple):
    """A picture of the screen: its file, the session that is open ("" is the overview), the keys that lead to it."""

    naam: str
    sessie: str
    toetsen: tuple[str, ...] = ()
    grootte: tuple[int, int] = (110, 28)


def typ(tekst: str) -> tuple[str, ...]:
    """The keys that type a text."""
    return tuple("space" if teken == " " else teken for teken in tekst)


LOPEND = "Signalensessie Open 2026"
NIEUW = ("f2", "end", "enter", *typ("Signalensessie Inclusief 2027"), "tab", "tab", *typ("Zaal 3"))
SCHERMEN = (
    Beeld("overzicht", "", ("down",)),
    Beeld("nieuw", "", NIEUW),
    Beeld("scherm", LOPEND, ("ctrl+b", "ctrl+b"), (120, 34)),
    Beeld("hulp", LOPEND, ("ctrl+b", "ctrl+b", "f1"), (110, 32)),
    Beeld("rode-draden", LOPEND, ("ctrl+b", "f6", "space", "down", "space")),
    Beeld("kiezen", LOPEND, ("f6",)),
    Beeld("deelnemers", LOPEND, ("f3",)),
    Beeld("afronden", LOPEND, ("ctrl+e",)),
    Beeld("namen", LOPEND, ("ctrl+e", "i", "n")),
    Beeld("acties", "", ("ctrl+t",)),
    Beeld("zoeken", "", ("ctrl+f", *typ("stroomnet"))),
    Beeld("lijnen", "", ("f6",)),
    Beeld("lijn", "", ("f6", "enter")),
    Beeld("beoordelen", "", ("f6", "f2")),
)


async def draw_scherm(werkmap: Werkmap, beeld: Beeld) -> str:
    """The screen as SVG."""
    sessie_id = next((rij.id for rij in werkmap.rows()[0] if rij.titel == beeld.sessie), None)
    app = SessieApp(werkmap, sessie_id)
    async with app.run_test(size=beeld.grootte) as pilot:
        await pilot.pause(0.5)
        for toets in beeld.toetsen:
            await pilot.press(toets)
            await pilot.pause(0.3 if len(toets) > 1 else 0)
        await pilot.pause(0.8)
        svg = app.export_screenshot()
        app.close_all()
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # the fonts of this computer are good enough
    return svg.replace("Fira Code", "DejaVu Sans Mono").replace("<svg class", '<svg xml:space="preserve" class')


def make_png(svg: str, pad: Path) -> None:
    """SVG → a small PNG."""
    png = subprocess.run(["rsvg-convert", "-w", "1100"], input=svg.encode(), check=True, capture_output=True).stdout
    shrink(png, pad)


def shrink(png: bytes, pad: Path) -> None:
    """Keep a PNG with few colours."""
    beeld = Image.open(BytesIO(png)).convert("RGB").quantize(KLEUREN, dither=Image.Dither.NONE)
    beeld.save(pad, optimize=True)


def make_pagina(docx: Path, folder: Path, woord: str) -> bytes:
    """The first page of a Word file on which a word stands, as PNG."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, docx], check=True)
    pdf = folder / f"{docx.stem}.pdf"
    paginas = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()
    nummer = next(nummer for nummer, een in enumerate(paginas.split("\f"), 1) if woord in een)
    kies = ["-f", str(nummer), "-l", str(nummer), "-singlefile"]
    subprocess.run(["pdftoppm", "-r", "80", *kies, "-png", pdf, folder / "blad"], check=True)
    return (folder / "blad.png").read_bytes()


# The key card.

_KOLOM = 4932
"""The width of one of the three columns, in twentieths of a point."""

_SMAL = f'<w:pgSz w:w="{_KOLOM}" w:h="11906"/><w:pgMar w:top="567" w:right="0" w:bottom="567" w:left="0"/>'
_BREED = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="567" w:right="680" w:bottom="567"'
    ' w:left="680" w:header="284" w:footer="284" w:gutter="0"/><w:cols w:num="3" w:space="340"/>'
)
_PAGINA = re.compile(r"<w:pgSz [^>]*/>\s*<w:pgMar [^>]*/>")
_BIJSCHRIFT = re.compile(
    r'<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr>(?:(?!</w:p>).)*</w:p>(?=<w:tbl>)'
)


def change_zip(blob: bytes, change: dict[str, Callable[[str], str]]) -> bytes:
    """A .docx with some of its parts changed."""
    uit = BytesIO()
    with ZipFile(BytesIO(blob)) as oud, ZipFile(uit, "w") as nieuw:
        for deel in oud.infolist():
            inhoud = oud.read(deel)
            if deel.filename in change:
                inhoud = change[deel.filename](inhoud.decode()).encode()
            nieuw.writestr(deel, inhoud, ZIP_DEFLATED)
    return uit.getvalue()


def _small_styles(xml: str) -> str:
    xml = re.sub(r'(?<=<w:sz w:val=")\d+|(?<=<w:szCs w:val=")\d+', lambda een: str(_small(int(een[0]))), xml)
    xml = re.sub(r'w:(before|after)="(\d+)"', lambda een: f'w:{een[1]}="{int(een[2]) // 3}"', xml)
    return re.sub(r'<w:(top|bottom) w:w="50"', r'<w:\1 w:w="40"', xml)


def _small(half_points: int) -> int:
    return min(36, round(half_points * (0.8 if half_points > 24 else 1)))


def _to_sheet(xml: str) -> str:
    """Three columns of the sheet; the headings name the tables, so their captions go."""
    return _PAGINA.sub(_BREED, _BIJSCHRIFT.sub("", xml))


def make_kaart(folder: Path) -> Path:
    """The key card of the handleiding as Word: one landscape sheet, by the writer of the program."""
    titel, _, inhoud = KAART.read_text(encoding="utf-8").partition("\n")
    document = resolve_opmaak(Document(titel.removeprefix("# "), (Opmaak(inhoud),), onderwerp="Toetsen"))
    blokken, kop = [], ""
    for blok in document.blokken:
        kop = plain(blok.inhoud) if isinstance(blok, Kop) else kop
        blokken.append(_name_tabel(blok, kop) if isinstance(blok, Tabel) else blok)
    stijl = folder / "kaartstijl.docx"
    smal = {"word/styles.xml": _small_styles, "word/document.xml": lambda xml: _PAGINA.sub(_SMAL, xml)}
    stijl.write_bytes(change_zip(make_huisstijl(), smal))
    docx, _ = schrijf(msgspec.structs.replace(document, blokken=tuple(blokken)), "docx", stijl)
    docx = change_zip(docx, {"word/document.xml": _to_sheet})
    if bevindingen := check_docx(docx):
        raise SystemExit("\n".join(map(str, bevindingen)))
    pad = KAART.with_suffix(".docx")
    pad.write_bytes(docx)
    return pad


def _name_tabel(tabel: Tabel, naam: str) -> Tabel:
    kolommen = tuple(Kolom(een.titel, deel) for een, deel in zip(tabel.kolommen, (2, 3), strict=True))
    return msgspec.structs.replace(tabel, bijschrift=naam, kolommen=kolommen)


def main() -> None:
    """Make every picture and the card."""
    BEELDEN.mkdir(exist_ok=True)
    with TemporaryDirectory() as naam:
        folder = Path(naam)
        os.environ |= {"SESSIE_STAAT": naam, "SESSIE_INSTELLINGEN": str(folder / "instellingen.txt")}
        for beeld in SCHERMEN:
            werkmap = Werkmap(folder / beeld.naam / "werkmap-demo")
            fill_werkmap(werkmap)
            make_png(asyncio.run(draw_scherm(werkmap, beeld)), BEELDEN / f"{beeld.naam}.png")
        sessie = next(rij.id for rij in werkmap.rows()[0] if rij.titel == "Signalensessie Groen en duurzaam 2026")
        paden, _ = export_verslag(werkmap, werkmap.read(sessie), now().isoformat(), ["docx"])
        shrink(make_pagina(paden[0], folder, "Herkomst"), BEELDEN / "verslag.png")
        shrink(make_pagina(make_kaart(folder), folder, "Toetsenkaart"), BEELDEN / "toetsenkaart.png")


if __name__ == "__main__":
    main()
