"""Bytes → lines."""

import codecs
import io
import os
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.cli.bytes_lezen import decode_tekst, read_batches


class Stukjes:
    """A stream that gives its bytes in pieces, as a pipe does."""

    def __init__(self, *stukken):
        self.stukken = list(stukken)

    def read1(self, size=-1):
        return self.stukken.pop(0) if self.stukken else b""


def lines(*stukken):
    return [one.tekst for batch in read_batches(Stukjes(*stukken)) for one in batch]


def test_a_line_ends_at_a_newline_with_or_without_a_carriage_return_and_nowhere_else():
    tekst = "een\r\ntwee\x0bnog\x0c\x85\u2028twee\ndrie\rvier"
    assert lines(tekst.encode()) == ["een", "twee\x0bnog\x0c\x85\u2028twee", "drie\rvier"]


def test_the_last_line_needs_no_newline_and_adds_no_empty_one():
    assert lines(b"een\ntwee") == lines(b"een\ntwee\n") == ["een", "twee"]


def test_nothing_in_gives_nothing_out():
    assert lines() == []


@given(st.lists(st.binary(min_size=1, max_size=20), max_size=20))
def test_how_a_pipe_cuts_the_bytes_makes_no_difference(stukken):
    assert lines(*stukken) == lines(b"".join(stukken))


def test_bytes_that_are_not_utf8_are_read_as_windows_wrote_them_and_said():
    assert decode_tekst("café €".encode()) == ("café €", True)
    assert decode_tekst("café €".encode("cp1252")) == ("café €", False)


@given(st.binary(max_size=200))
def test_no_byte_is_thrown_away(ruw):
    tekst, was_utf8 = decode_tekst(ruw)
    assert len(tekst) == len(ruw) or was_utf8
    assert "\ufffd" not in tekst or was_utf8


@pytest.mark.parametrize("bom", (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
def test_a_file_that_powershell_wrote_as_utf16_is_read(bom):
    codec = "utf-16-le" if bom == codecs.BOM_UTF16_LE else "utf-16-be"
    ruw = bom + "één\r\ntwee".encode(codec)
    assert lines(ruw) == lines(ruw[:1], ruw[1:9], ruw[9:]) == ["één", "twee"]


def test_a_byte_order_mark_is_no_text():
    assert lines(codecs.BOM_UTF8 + b"een\ntwee") == lines(b"\xef", b"\xbb", b"\xbfeen\ntwee") == ["een", "twee"]


def test_a_line_comes_out_as_soon_as_it_is_in():
    lezen, schrijven = os.pipe()
    with os.fdopen(lezen, "rb") as stroom, io.FileIO(schrijven, "wb") as pijp:
        batches = read_batches(stroom)
        for tekst in (b"a", b"tweede"):
            threading.Timer(0.01, pijp.write, [tekst + b"\n"]).start()
            assert [one.tekst for one in next(batches)] == [tekst.decode()]
