"""The shape of the house: what no tool checks by itself."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.cli.tabel import OPDRACHTEN
from sessie_tool.sjabloon import find_sjablonen

WORTEL = Path(__file__).parents[2]
MODULES = sorted([*(WORTEL / "sessie_tool").rglob("*.py"), *(WORTEL / "bench").rglob("*.py")])
PAKKET = [pad for pad in MODULES if pad.is_relative_to(WORTEL / "sessie_tool")]
KERN = [*(WORTEL / "sessie_tool" / "kern").rglob("*.py"), WORTEL / "sessie_tool" / "fouten.py"]
ZUIVER = {
    "abc", "array", "collections", "csv", "dataclasses", "datetime", "decimal", "difflib", "enum", "fractions",
    "functools", "heapq", "itertools", "math", "msgspec", "operator", "re", "sessie_tool", "statistics", "string",
    "textwrap", "types", "typing", "unicodedata", "zlib",
}  # fmt: skip
LANGSTE = 300
ONAF = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def short(pad):
    return pad.relative_to(WORTEL).as_posix()


def nodes(pad):
    return ast.walk(ast.parse(pad.read_text(encoding="utf-8")))


@pytest.mark.parametrize("pad", MODULES, ids=short)
def test_a_file_is_short_enough_to_read_in_one_go(pad):
    assert len(pad.read_text(encoding="utf-8").split("\n")) <= LANGSTE + 1


@pytest.mark.parametrize("pad", MODULES, ids=short)
def test_a_module_says_what_it_is_for(pad):
    assert ast.get_docstring(ast.parse(pad.read_text(encoding="utf-8")))


@pytest.mark.parametrize("pad", PAKKET, ids=short)
def test_nothing_is_left_unfinished(pad):
    assert not ONAF.search(pad.read_text(encoding="utf-8"))
    assert not any(isinstance(node, ast.Assert) for node in nodes(pad))


def test_the_kern_imports_only_what_is_pure():
    found = set()
    for pad in KERN:
        for node in nodes(pad):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            found |= {name.split(".")[0] for name in names}
    assert found <= ZUIVER


def test_the_kern_does_not_read_the_clock():
    clock = re.compile(r"\.(now|today|utcnow|time|fromtimestamp)\(")
    assert [short(pad) for pad in KERN if clock.search(pad.read_text(encoding="utf-8"))] == []


def test_every_command_has_its_file_and_every_file_its_command():
    folder = WORTEL / "sessie_tool" / "cli" / "opdrachten"
    files = {pad.stem for pad in folder.glob("*.py")} - {"__init__"}
    assert files == {opdracht.module for opdracht in OPDRACHTEN.values()}
    for name in files:
        module = import_module(f"sessie_tool.cli.opdrachten.{name}")
        assert callable(module.add_arguments)
        assert callable(module.run)


def test_the_sjablonen_that_ship_have_no_findings():
    sjablonen, bevindingen = find_sjablonen([shipped_sjablonen()])
    assert [str(one) for one in bevindingen] == []
    assert "signalensessie" in {one.naam for one in sjablonen}
    assert len(sjablonen) == len(list(shipped_sjablonen().glob("*.md")))
