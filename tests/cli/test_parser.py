"""What argparse says, in Dutch."""

import argparse
import ast
import contextlib
import io
import re
from pathlib import Path

import pytest

from sessie_tool.cli.hoofd import main, make_parser, make_top_parser
from sessie_tool.cli.nederlands import ZINNEN, translate
from sessie_tool.cli.parser import Parser
from sessie_tool.cli.tabel import OPDRACHTEN
from sessie_tool.fouten import GebruikError

ENGELS = re.compile(
    r"\b(usage|positional|arguments?|options?|optional|show|this|help message|exit|error|required|invalid|choice|choose"
    r"|expected|at (least|most)|unrecognized|ambiguous|could|match|not allowed|with|default|the following|unknown"
    r"|ignored|explicit|maybe|you|meant|none|true|false)\b",
    re.IGNORECASE,
)
MAKER = re.compile(
    r"conflict|required' is an invalid|mutually exclusive|subparser|__call__|callable|cannot merge|option string|dest="
    r"|can't open|argument \"-\"|unable to|help string|is not|title|description|named"
)
"""Sentences for the programmer or for features that are not used; no user can see them."""

FOUT_GEBRUIK = [
    ["onzin"],
    ["lijsst"],
    ["--onzin"],
    ["--werkmap"],
    ["--werkmap=", "lijst", "--jaar"],
    ["lijst", "--jaar", "veel"],
    ["lijst", "--jaar", "-3"],
    ["lijst", "teveel"],
    ["lijst", "--json=ja"],
    ["lijst", "--jso"],
    ["toon"],
    ["invoer"],
    ["invoer", "abc", "--stap", "drie"],
    ["invoer", "abc", "--stap", "0"],
    ["stap", "abc", "x"],
    ["status", "abc", "afgrond"],
    ["nieuw"],
    ["nieuw", "signalensessie", "--datum", "2025-02-30"],
    ["nieuw", "signalensessie", "--datum", "morgen"],
    ["nieuw", "signalensessie", "--titel"],
    ["sjablonen", "controleer"],
    ["sjablonen", "contoleer"],
    ["verslag", "abc", "--formaat", "dox"],
    ["acties", "--json", "--csv"],
    ["-x", "lijst"],
]


def test_every_sentence_of_the_argparse_that_runs_is_translated():
    boom = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    zinnen = {
        arg.value
        for node in ast.walk(boom)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}
        for arg in node.args
        if isinstance(arg, ast.Constant)
    }
    assert {zin for zin in zinnen if zin not in ZINNEN and not MAKER.search(zin)} == set()


@pytest.mark.parametrize(
    "zin",
    (
        "show program's version number and exit",
        " (default: %(default)s)",
        "option '%(option)s' is deprecated",
        "argument '%(argument_name)s' is deprecated",
        "command '%(parser_name)s' is deprecated",
    ),
)
def test_what_a_newer_argparse_says_is_translated_on_every_python(zin):
    assert translate(zin) != zin


def test_a_translation_has_the_same_gaps_as_the_sentence():
    for engels, dutch in ZINNEN.items():
        gaten = [set(re.findall(r"%(?:\(\w+\))?[sr]", zin)) - {"%(prog)s", "%(type)s"} for zin in (engels, dutch)]
        assert gaten[0] == gaten[1], engels


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_the_help_of_a_command_is_dutch(naam):
    hulp = make_parser(naam).format_help()
    assert hulp.startswith("gebruik: sessie")
    assert "--werkmap MAP" in hulp
    assert not ENGELS.findall(hulp.replace(f"sessie {naam}", "").replace("--open", ""))


def test_the_help_of_the_program_is_dutch_and_lists_every_command():
    hulp = make_top_parser().format_help()
    assert not ENGELS.findall(hulp)
    assert all(f"  {naam} " in hulp and opdracht.hulp in hulp for naam, opdracht in OPDRACHTEN.items())


@pytest.mark.parametrize("argv", FOUT_GEBRUIK, ids=" ".join)
def test_wrong_use_gives_one_dutch_line_and_exit_code_2(argv, capsys):
    assert main(argv) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert len(fout.splitlines()) == 1
    assert not ENGELS.findall(fout)
    assert "Traceback" not in fout


def test_a_mistyped_command_gets_the_nearest(capsys):
    main(["lijsst"])
    assert "Bedoelt u 'lijst'?" in capsys.readouterr().err


def test_a_mistyped_status_gets_the_nearest(capsys):
    main(["status", "abc", "afgrond"])
    assert "Bedoelt u 'afgerond'?" in capsys.readouterr().err


def test_every_other_complaint_of_argparse_is_dutch_too():
    parser = Parser(prog="proef")
    een = parser.add_mutually_exclusive_group(required=True)
    een.add_argument("--rood", action="store_true")
    een.add_argument("--blauw", action="store_true")
    parser.add_argument("--twee", nargs=2)
    parser.add_argument("--meer", nargs="+")
    parser.add_argument("--getal", type=int)
    for argv in (
        [],
        ["--rood", "--blauw"],
        ["--rood", "--twee", "x"],
        ["--rood", "--meer"],
        ["--getal", "x"],
        ["--rood=x"],
    ):
        with pytest.raises(GebruikError) as fout:
            parser.parse_args(argv)
        assert not ENGELS.findall(str(fout.value)), argv


@pytest.mark.parametrize("argv", (["--help"], ["-h"], ["lijst", "--help"], ["--versie"]))
def test_help_and_version_end_well(argv):
    with contextlib.redirect_stdout(io.StringIO()) as uit:
        assert main(argv) == 0
    assert uit.getvalue()


def test_the_usage_in_the_help_of_a_command_begins_with_the_program(capsys):
    assert main(["toon", "--help"]) == 0
    assert capsys.readouterr().out.startswith("gebruik: sessie toon [")
