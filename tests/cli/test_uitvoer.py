"""What is printed."""

import csv
import io
import json

from sessie_tool.cli.uitvoer import say, say_csv, say_json, say_table, warn

VIJANDIG = ("\x1b[2J", "[/]", "{{x}}", "=1+1", "🙂", "שלום", "a;b", 'c"d', "e\nf", "\x00", "x\x9by")


def test_text_cannot_steer_a_terminal(capsys):
    say("een\x1b[2J\x9b\x00\ntwee")
    warn("een\x1b]0;titel\x07\ntwee")
    uit, fout = capsys.readouterr()
    assert uit == "een␛[2J\ufffd␀\ntwee\n"
    assert fout == "een␛]0;titel␇⏎twee\n"


def test_json_holds_every_text_as_typed_with_its_own_characters(capsys):
    say_json(VIJANDIG)
    uit = capsys.readouterr().out
    assert tuple(json.loads(uit)) == VIJANDIG
    assert "🙂" in uit
    assert "\x1b" not in uit


def test_csv_holds_every_text_as_typed(capsys):
    teksten = [tekst for tekst in VIJANDIG if tekst != "\x00"]
    say_csv(["wat", "wie"], [[tekst, "x"] for tekst in teksten])
    uit = capsys.readouterr().out
    assert uit.startswith("\ufeffwat;wie\n")
    rijen = list(csv.reader(io.StringIO(uit.removeprefix("\ufeff")), delimiter=";"))
    assert [rij[0] for rij in rijen[1:]] == teksten


def test_a_table_has_one_line_a_row_whatever_is_in_it(capsys):
    say_table(("ID", "TITEL"), [("a", "x" * 100 + "\n\x1b[2J"), ("bcd", "kort")])
    uit = capsys.readouterr().out
    assert uit.split("\n") == ["ID   TITEL", f"a    {'x' * 100}⏎␛[2J", "bcd  kort", ""]
