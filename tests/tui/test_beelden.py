"""Three pictures of the screen, kept as text: calm at 80 by 24, with times taken out.

To make them anew after a change that is meant: set BEELDEN_OPNIEUW=1, run, and look at what git shows.
"""

import os
import re
from pathlib import Path

import pytest
from scherm_hulp import started

from sessie_tool.cli.opdrachten.demo import fill_werkmap
from sessie_tool.opslag.werkmap import Werkmap

BEELDEN = Path(__file__).parent / "beelden"
OPNIEUW = "BEELDEN_OPNIEUW" in os.environ


@pytest.fixture
def demo(tmp_path):
    werkmap = Werkmap(tmp_path / "werkmap-demo")
    fill_werkmap(werkmap)
    return werkmap


def compare(naam, gezien):
    regels = [regel.rstrip() for regel in re.sub(r"\d+:\d\d(:\d\d)?", "0:00", gezien).split("\n")]
    pad = BEELDEN / f"{naam}.txt"
    if OPNIEUW:
        pad.parent.mkdir(exist_ok=True)
        pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    assert "\n".join(regels) + "\n" == pad.read_text(encoding="utf-8")


async def test_the_overview_looks_as_it_was_drawn(demo):
    async with started(demo) as wie:
        await wie.press("down", "home")
        compare("overzicht", wie.seen())


async def test_the_session_screen_looks_as_it_was_drawn(demo):
    async with started(demo, "gro26x012") as wie:
        await wie.to_stap("Signalen ophalen")
        compare("signalen", wie.seen())


async def test_clustering_looks_as_it_was_drawn(demo):
    async with started(demo, "gro26x012") as wie:
        await wie.to_stap("Rode draden")
        await wie.press("f6", "down", "space")
        compare("rode-draden", wie.seen())
