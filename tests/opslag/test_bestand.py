"""A session file: a TinyDB file that is whole, or an error that says so."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where
from zitting_hulp import make_sessie, make_werkmap

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.boom import clean, from_tree, to_tree
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.opslag import bestand
from sessie_tool.opslag.bestand import BeschadigdError, Meta, encode, pack, read_bestand
from sessie_tool.opslag.tinybestand import open_db

replace = msgspec.structs.replace
any_text = st.text(st.characters(codec=None, exclude_categories=()))


def test_a_session_file_is_a_valid_tinydb_file(tmp_path):
    _, pad = make_werkmap(tmp_path, make_sessie("Proef"))
    with TinyDB(pad, access_mode="r", encoding="utf-8") as db:
        assert db.tables() == {"meta", "sessie", "deelnemers", "stappen"}
        assert db.table("deelnemers").get(where("naam") == "Jansen")["rol"] == "begeleider"
        assert [rij["titel"] for rij in db.table("stappen")] == ["Signalen ophalen", "Acties"]


def test_a_file_that_stock_tinydb_writes_out_again_is_still_good(tmp_path):
    _, pad = make_werkmap(tmp_path, make_sessie("Proef met é en 🙂"))
    pad.write_text(json.dumps(json.loads(pad.read_text(encoding="utf-8"))), encoding="utf-8")
    assert read_bestand(pad.read_bytes()).boom["titel"] == "Proef met é en 🙂"


@pytest.mark.parametrize("inhoud", (b"", b"null", b"{}", b"[]", b"\0" * 500, b'{"meta": {"1": {}}}', b"\xff\xfe{}"))
def test_a_file_that_is_no_session_never_opens_as_an_empty_database(tmp_path, inhoud):
    pad = tmp_path / "x.json"
    pad.write_bytes(inhoud)
    with pytest.raises(OpslagError):
        open_db(pad).tables()
    with pytest.raises(OpslagError):
        open_db(pad).insert({"a": 1})
    assert pad.read_bytes() == inhoud


def test_reading_a_path_that_does_not_exist_makes_no_file(tmp_path):
    with pytest.raises(OpslagError):
        open_db(tmp_path / "verkeerd.json").tables()
    assert not list(tmp_path.iterdir())


@given(plaats=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_a_bit_that_flips_is_noticed_or_changes_nothing(plaats, bit):
    sessie = replace(make_sessie(), id="proef001", deelnemers=())
    data = bytearray(encode(pack(to_tree(sessie), Meta(laatste="0-proef001"))))
    heel = read_bestand(bytes(data))
    data[plaats % len(data)] ^= 1 << bit
    try:
        gelezen = read_bestand(bytes(data))
    except BeschadigdError:
        return
    assert gelezen == heel


@given(teksten=st.lists(any_text, min_size=3, max_size=3))
def test_any_text_comes_back_as_typed_and_a_second_save_gives_the_same_bytes(teksten):
    titel, plaats, naam = teksten
    sessie = replace(make_sessie(), titel=titel, plaats=plaats, deelnemers=(Deelnemer(id="d1", naam=naam),))
    try:
        boom = to_tree(sessie)
    except UnicodeEncodeError:
        sessie = clean(sessie)
        boom = to_tree(sessie)
    data = encode(pack(boom, Meta()))
    gelezen = read_bestand(data)
    assert from_tree(gelezen.boom) == sessie
    assert encode(pack(to_tree(from_tree(gelezen.boom)), gelezen.meta)) == data


def test_the_checksum_is_part_of_what_is_written(tmp_path):
    tables = pack(to_tree(make_sessie()), Meta(revisie=3))
    assert tables["meta"]["1"]["checksum"] == bestand.checksum(tables)
    open_db(tmp_path / "x.json").storage.write(tables)
    assert open_db(tmp_path / "x.json").table("meta").all()[0]["revisie"] == 3
