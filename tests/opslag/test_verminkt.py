"""Any bytes in a file of ours give a session or one Dutch sentence, and what opens can be used, kept and reported."""

import json

import msgspec
from hypothesis import assume, example, given
from hypothesis import strategies as st
from schema_maken import make_alles
from zitting_hulp import make_sessie

from sessie_tool.cli.opdrachten.toon import number_stappen
from sessie_tool.fouten import OpslagError
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.gebreken import mend
from sessie_tool.kern.klok import read_klok
from sessie_tool.kern.platte_tekst import describe_sessie
from sessie_tool.kern.redden import read_teksten
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.nu import now
from sessie_tool.opslag import bestand, gedeeld
from sessie_tool.opslag.banden import read_banden
from sessie_tool.opslag.bestand import BeschadigdError, Meta, encode, pack, seal
from sessie_tool.opslag.huis import load_huis
from sessie_tool.opslag.journaal import Basis, Bewaard, Journaal, Regel, as_raw, frame, read_frames
from sessie_tool.opslag.keten import Keten
from sessie_tool.opslag.laden import load, read_sound
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.rijen import KOPPEN
from sessie_tool.opslag.staat import find_staat
from sessie_tool.opslag.uittreksel import read_one

ALLES = pack(to_tree(make_alles()), Meta(laatste="0-allesoort1"))
DATA = encode(ALLES)
gek = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["", "../x", "2024-02-31", "signaal1", "stap1", -1, 10**20, [], {}, "9999-99-99", "\x1b[2J"]),
    lambda deel: (
        st.lists(deel, max_size=2) | st.dictionaries(st.sampled_from(["id", "type", "soort", "a"]), deel, max_size=2)
    ),
    max_leaves=3,
)


@st.composite
def changed(draw, boom):
    """A tree with another value in a few places."""
    tree = msgspec.json.decode(msgspec.json.encode(boom))
    for _ in range(draw(st.integers(1, 3))):
        doel = tree
        while True:
            sleutels = sorted(doel) if isinstance(doel, dict) else list(range(len(doel)))
            if not sleutels:
                break
            sleutel = draw(st.sampled_from(sleutels))
            if not isinstance(doel[sleutel], dict | list) or draw(st.integers(0, 5)) == 0:
                if isinstance(doel, dict) and draw(st.booleans()):
                    del doel[sleutel]
                else:
                    doel[sleutel] = draw(gek)
                break
            doel = doel[sleutel]
    return tree


def use(sessie):
    """All that a person may do with a session that opened."""
    number_stappen(sessie)
    describe_sessie(sessie, ())
    make_verslag(sessie, now().isoformat())
    read_klok(sessie, now())


def probeer(data):
    """What the bytes of a session file give; None when that is a sentence."""
    try:
        gelezen = read_sound(data)
    except BeschadigdError as error:
        assert str(error)  # noqa: PT017
        return None
    if gelezen.schema > SCHEMA:
        return None
    sessie = from_tree(gelezen.boom)
    assert mend(to_tree(sessie)) == []
    return sessie


@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda rommel: DATA[:60] + rommel))
def test_any_bytes_are_a_session_or_a_sentence(data):
    assert probeer(data) is None
    assert isinstance(read_teksten(data), list)


@given(st.integers(0, len(DATA)), st.integers(0, 200), st.binary(max_size=5))
def test_a_piece_that_is_replaced_is_seen(begin, lengte, erin):
    data = DATA[:begin] + erin + DATA[begin + lengte :]
    sessie = probeer(data)
    assert sessie is None or to_tree(sessie) == to_tree(from_tree(bestand.read_bestand(DATA).boom))


@given(changed(ALLES))
def test_any_values_under_a_right_checksum_are_used_or_refused(tables):
    assume(isinstance(tables.get("meta"), dict) and isinstance(tables["meta"].get("1"), dict))
    sessie = probeer(encode(seal(tables)))
    if sessie is not None:
        use(sessie)


@given(changed(ALLES["stappen"]))
def test_any_content_under_a_right_checksum_is_used_or_refused(stappen):
    sessie = probeer(encode(seal({**ALLES, "stappen": stappen})))
    if sessie is not None:
        use(sessie)


@given(changed(ALLES), st.booleans())
def test_the_list_takes_any_file(tmp_path_factory, tables, heel):
    map_ = tmp_path_factory.mktemp("x", numbered=True)
    data = json.dumps(tables).encode() if heel else DATA[: len(str(tables)) % len(DATA)]
    (map_ / "x.json").write_bytes(data)
    gelezen = read_one(map_, "x.json", KOPPEN)
    assert gelezen.waarde is None or gelezen.waarde.id


WERKMAP = seal(
    {
        "meta": {"1": {"schema": SCHEMA, "revisie": 1, "laatste": "", "bewaard": "", "checksum": ""}},
        "opgaven": {"1": {"naam": "Open"}},
        "huis": {"1": {"soort": "perspectief", "id": "p", "naam": "P", "toelichting": "", "doelstellingen": []}},
        "banden": {"1": {"later": "s/a", "eerder": "", "besluit": "nieuw", "moment": ""}},
    }
)


@given(changed(WERKMAP))
def test_any_values_in_the_file_of_the_werkmap_are_used_or_refused(tmp_path_factory, tables):
    sessies = tmp_path_factory.mktemp("x", numbered=True)
    assume(isinstance(tables.get("meta"), dict) and isinstance(tables["meta"].get("1"), dict))
    (sessies / gedeeld.NAAM).write_bytes(encode(seal(tables)))
    for read in (
        lambda: gedeeld.read_table(sessies, "opgaven"),
        lambda: load_huis(sessies),
        lambda: read_banden(sessies),
    ):
        try:
            read()
        except OpslagError as error:
            assert str(error)  # noqa: PT017


REGEL = Regel("1-z", "0-a", 1, "2024-03-21T14:00:00+00:00", "doe", "iets", as_raw([]), SCHEMA)
ruw = st.one_of(gek, st.just([{"pad": ["titel"], "voor": "a", "na": "b"}])).map(as_raw)
verschil = st.lists(
    st.fixed_dictionaries(
        {
            "pad": gek
            | st.lists(st.sampled_from(["stappen", "@stap1", "bouwsteen", "records", "titel", ""]), max_size=4)
        },
        optional={"voor": gek, "na": gek, "start": gek},
    ),
    max_size=2,
).map(as_raw)
lijn = st.one_of(
    st.builds(Basis, st.sampled_from(["0-a", "1-z", ""]), st.integers(-1, 3), ruw, schema=st.integers(-1, SCHEMA + 1)),
    st.builds(
        Regel,
        st.sampled_from(["1-z", "2-z", "0-a", "x"]),
        st.sampled_from(["0-a", "1-z", "2-z", ""]),
        st.integers(-1, 3),
        st.text(max_size=5),
        st.sampled_from(["doe", "ongedaan", "opnieuw", "verloop"]),
        st.text(max_size=5),
        verschil | ruw,
        st.integers(-1, SCHEMA + 1),
    ),
    st.builds(Bewaard, st.sampled_from(["0-a", "1-z", "2-z", "", "x"])),
)


@given(st.lists(lijn, max_size=5))
@example([REGEL])
def test_any_lines_in_a_journal_leave_a_good_file_readable(tmp_path_factory, lijnen):
    map_ = tmp_path_factory.mktemp("x", numbered=True)
    pad = map_ / "2024-03-21-proef-a.json"
    sessie = msgspec.structs.replace(make_sessie("Proef"), id="a")
    pad.write_bytes(encode(pack(to_tree(sessie), Meta(laatste="0-a"))))
    staat = find_staat(pad, "a")
    staat.journaal.unlink(missing_ok=True)
    journaal = Journaal(staat.journaal)
    journaal.append(lijnen)
    journaal.close()
    use(load(pad).sessie)
    pad.write_bytes(b"stuk")
    try:
        use(load(pad).sessie)
    except OpslagError as error:
        assert str(error)  # noqa: PT017


@given(st.lists(lijn, max_size=4), st.integers(0, 400), st.binary(max_size=20))
def test_any_bytes_in_a_journal_cost_only_the_lines_that_they_hit(lijnen, plaats, rommel):
    data = b"".join(map(frame, lijnen))
    gelezen, _ = read_frames(data[:plaats] + rommel + data[plaats:])
    keten = Keten(gelezen, {})
    assert all(keten.value(eind) is None or keten.moment(eind) for eind in keten.ends())
