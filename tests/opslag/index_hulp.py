"""Session files as they could have been there for an hour, and an index that is used for the smallest werkmap."""

import os
import time

import msgspec
from zitting_hulp import make_sessie, make_werkmap

from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.records import add_records
from sessie_tool.nu import new_id
from sessie_tool.opslag import index
from sessie_tool.opslag.index import databank
from sessie_tool.opslag.index.plek import cache_folder
from sessie_tool.opslag.werkmap import Werkmap


def make_vol(titel="Een", *teksten, acties=(), datum="2024-03-21"):
    """A session with these signals and actions."""
    sessie = make_sessie(titel, datum)
    signalen, stap_acties = (stap.id for stap in sessie.stappen)
    sessie = add_records(sessie, signalen, [Signaal(id=new_id(), tekst=tekst) for tekst in teksten])
    return add_records(sessie, stap_acties, [Actie(id=new_id(), wat=wat) for wat in acties])


def make_oud(folder, *sessies):
    """A werkmap whose files are an hour old, so that an index keeps them."""
    werkmap, _ = make_werkmap(folder, *sessies)
    age(werkmap)
    return werkmap


def age(werkmap: Werkmap):
    for pad in werkmap.files():
        os.utime(pad, (time.time() - 3600, time.time() - 3600))


def change(pad, oud, nieuw):
    """Change a text in a file, an hour ago."""
    pad.write_bytes(pad.read_bytes().replace(msgspec.json.encode(oud)[1:-1], msgspec.json.encode(nieuw)[1:-1]))
    os.utime(pad, (time.time() - 3600, time.time() - 3600))


def index_files():
    return sorted(cache_folder().glob("*.sqlite3"))


class Altijd:
    """Uses the index always, or never."""

    def __init__(self, monkeypatch):
        self._monkeypatch = monkeypatch

    def index(self):
        self._monkeypatch.setattr(index, "KLEIN", -1)
        self._monkeypatch.setattr(databank, "WEINIG", 0)

    def bestanden(self):
        self._monkeypatch.setattr(index, "KLEIN", 1 << 30)
