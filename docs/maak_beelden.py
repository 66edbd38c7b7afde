"""Makes the pictures of the README from the example werkmap: `python docs/maak_beelden.py`.

Needs, beside the program, LibreOffice (soffice), pdftoppm and rsvg-convert.
"""

import asyncio
import os
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from sessie_tool.cli.opdrachten.demo import fill_werkmap
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.app import SessieApp
from sessie_tool.verslaglegging import export_verslag

BEELDEN = Path(__file__).parent / "beelden"
GROOTTE = (120, 34)


async def draw_scherm(werkmap: Werkmap, sessie_id: str, stappen_terug: int) -> str:
    """The session screen as SVG, some steps before the one where the session is."""
    app = SessieApp(werkmap, sessie_id)
    async with app.run_test(size=GROOTTE) as pilot:
        await pilot.pause(0.5)
        for _ in range(stappen_terug):
            await pilot.press("ctrl+b")
        await pilot.pause(0.5)
        svg = app.export_screenshot()
        app.close_all()
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # the fonts of this computer are good enough
    return svg.replace("Fira Code", "DejaVu Sans Mono").replace("<svg class", '<svg xml:space="preserve" class')


def make_png(svg: str, pad: Path) -> None:
    """SVG → PNG."""
    subprocess.run(["rsvg-convert", "-w", "1200", "-o", pad], input=svg.encode(), check=True)


def make_pagina(docx: Path, folder: Path, pad: Path) -> None:
    """The second page of a Word file → PNG."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, docx], check=True)
    pdf = folder / f"{docx.stem}.pdf"
    subprocess.run(
        ["pdftoppm", "-r", "80", "-f", "3", "-l", "3", "-png", "-singlefile", pdf, pad.with_suffix("")], check=True
    )


def main() -> None:
    """Make every picture."""
    BEELDEN.mkdir(exist_ok=True)
    with TemporaryDirectory() as naam:
        folder = Path(naam)
        os.environ |= {"SESSIE_STAAT": naam, "SESSIE_INSTELLINGEN": str(folder / "instellingen.txt")}
        werkmap = Werkmap(folder / "werkmap-demo")
        fill_werkmap(werkmap)
        nieuwste, *_, sessie = werkmap.rows()[0][:4]
        make_png(asyncio.run(draw_scherm(werkmap, nieuwste.id, 2)), BEELDEN / "scherm.png")
        paden, _ = export_verslag(werkmap, werkmap.read(sessie.id), now().isoformat(), ["docx"])
        make_pagina(paden[0], folder, BEELDEN / "verslag.png")


if __name__ == "__main__":
    main()
