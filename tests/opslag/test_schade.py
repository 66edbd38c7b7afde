"""Whatever happened to a file in the werkmap: it is said in Dutch, nothing hangs or breaks, the rest goes on, and
reading changes nothing.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from schade_hulp import GOED, PLAATS, STUK, VREEMD
from zitting_hulp import make_sessie, make_werkmap, open_zitting, texts, use_zitting

from sessie_tool.cli.hoofd import main
from sessie_tool.fouten import OpslagError
from sessie_tool.kern.boom import to_tree
from sessie_tool.kern.sessie import replace
from sessie_tool.opslag import bestand, gedeeld
from sessie_tool.opslag.instellingen import read_instellingen
from sessie_tool.opslag.laden import load
from sessie_tool.opslag.versies import list_versies, read_versie
from sessie_tool.opslag.werkmap import OPGAVEN, Werkmap

HEEL = "Een sessie die heel is"


@pytest.fixture(scope="module")
def goed(tmp_path_factory):
    """A werkmap with two sessions, of which one will be damaged; no versions and no journal."""
    staat = os.environ.get("SESSIE_STAAT")
    map_ = tmp_path_factory.mktemp("goed")
    os.environ["SESSIE_STAAT"] = str(map_ / "staat")
    werkmap, pad = make_werkmap(map_ / "werkmap", make_sessie(HEEL), make_sessie("De andere"))
    use_zitting(werkmap, pad, "Netcongestie remt de nieuwbouw +buiten", "Een tweede signaal")
    os.environ.pop("SESSIE_STAAT") if staat is None else os.environ.update(SESSIE_STAAT=staat)
    shutil.rmtree(werkmap.sessies / ".versies")
    shutil.rmtree(werkmap.sessies / ".bezet")
    return werkmap.pad, pad.name


@pytest.fixture
def werkmap(goed, tmp_path):
    shutil.copytree(goed[0], tmp_path / "werkmap")
    return Werkmap(tmp_path / "werkmap")


@pytest.fixture
def pad(werkmap, goed):
    return werkmap.sessies / goed[1]


@pytest.fixture
def sessie(werkmap, capsys):
    """Run `sessie …` in the werkmap; gives the exit code and all that it said. A fault of its own is never told."""

    def run(*woorden):
        capsys.readouterr()
        code = main([*map(str, woorden), "--werkmap", str(werkmap.pad)])
        gezegd = "".join(capsys.readouterr())
        assert "fout in het programma" not in gezegd
        return code, gezegd

    return run


def content(map_):
    """Every name in a folder, with what it holds."""
    return {
        str(pad.relative_to(map_)): pad.read_bytes() if pad.is_file() and pad.stat().st_size < 10**6 else None
        for pad in sorted(map_.rglob("*"))
    }


def id_of(pad):
    return pad.stem.rpartition("-")[2]


@pytest.mark.parametrize("schade", STUK)
def test_a_damaged_session_is_told_and_stops_no_other(werkmap, pad, sessie, schade):
    pad.write_bytes(STUK[schade](pad.read_bytes()))
    was = content(werkmap.pad)
    code, gezegd = sessie("lijst")
    assert (code, HEEL in gezegd) == (0, True)
    code, gezegd = sessie("toon", id_of(pad))
    assert (code, pad.name in gezegd) == (1, True), gezegd
    code, gezegd = sessie("controleer")
    assert (code, pad.name in gezegd) == (1, True), gezegd
    with pytest.raises(OpslagError):
        open_zitting(werkmap, pad)
    shutil.rmtree(werkmap.sessies / ".bezet")
    assert content(werkmap.pad) == was


@pytest.mark.parametrize("schade", list(STUK)[::6])
def test_a_damaged_session_comes_back_from_its_journal_at_the_next_change(tmp_path, schade):
    werkmap, pad = make_werkmap(tmp_path)
    use_zitting(werkmap, pad, "Netcongestie remt de nieuwbouw", "Een tweede signaal")
    stuk = STUK[schade](pad.read_bytes())
    pad.write_bytes(stuk)
    zitting = use_zitting(werkmap, pad, "Een derde")
    assert texts(zitting.sessie) == ["Netcongestie remt de nieuwbouw", "Een tweede signaal", "Een derde"]
    assert load(pad).sessie == zitting.sessie
    assert stuk in [een.read_bytes() for een in (werkmap.sessies / ".versies").rglob("beschadigd-*")]


@pytest.mark.parametrize("schade", VREEMD)
def test_a_value_that_cannot_be_is_said_and_one_works_on(werkmap, pad, sessie, schade):
    pad.write_bytes(VREEMD[schade](pad.read_bytes()))
    was = content(werkmap.pad)
    uit = werkmap.pad.parent / "v.md"
    opdrachten = ("lijst",), ("toon", id_of(pad)), ("verslag", id_of(pad), "--formaat", "md", "--uit", uit)
    assert [sessie(*woorden)[0] for woorden in opdrachten] == [0, 0, 0]
    code, gezegd = sessie("controleer")
    assert (code, pad.name in gezegd) == (1, True), gezegd
    assert content(werkmap.pad) == was
    zitting = open_zitting(werkmap, pad)
    assert [een.bron for een in zitting.bevindingen] == [pad.name]
    zitting.apply("titel", lambda oud: replace(oud, titel="Anders"))
    zitting.close()
    assert load(pad).sessie == zitting.sessie
    assert load(pad).bevindingen == ()


@pytest.mark.parametrize("vorm", GOED)
def test_a_file_that_is_odd_but_whole_is_read_without_a_word(werkmap, pad, sessie, vorm):
    pad.write_bytes(GOED[vorm](pad.read_bytes()))
    assert sessie("controleer")[0] == 0
    code, gezegd = sessie("toon", id_of(pad), "--json")
    assert (code, "De andere" in gezegd) == (0, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="op Windows zijn er geen pijpen")
@pytest.mark.parametrize("schade", PLAATS)
def test_what_is_no_file_is_not_read_and_does_not_hang(werkmap, pad, sessie, schade):
    PLAATS[schade](pad)
    code, gezegd = sessie("lijst")
    assert (code, HEEL in gezegd) == (0, True)
    for woorden in (("toon", id_of(pad)), ("controleer",)):
        code, gezegd = sessie(*woorden)
        assert (code, pad.name in gezegd, "geheim" in gezegd) == (1, True, False), gezegd


NAMEN = {
    "regeleinde": "2024-03-21-a\nb-{id}.json",
    "besturing": "2024-03-21-\x1b[2J\x07-{id}.json",
    "geen UTF-8": b"2024-03-21-\xff\xfe-%s.json",
    "streepje voorop": "-rf-{id}.json",
    "punten": "a..b-{id}.json",
    "opmaak": "[b]vet[@click=app.quit]-{id}.json",
    "lang": "x" * 240 + "-{id}.json",
    "geen id": "Mijn sessie.json",
    "alleen punten": "x-...json",
}


@pytest.mark.parametrize("naam", NAMEN)
def test_a_session_under_any_name_is_found_shown_and_changed(werkmap, pad, sessie, naam):
    sessie_id = id_of(pad)
    vorm = NAMEN[naam]
    nieuw = os.fsdecode(vorm % sessie_id.encode()) if isinstance(vorm, bytes) else vorm.format(id=sessie_id)
    ander = pad.rename(pad.with_name(nieuw))
    code, gezegd = sessie("lijst")
    assert (code, sessie_id in gezegd, "\x1b" in gezegd) == (0, True, False)
    assert sessie("toon", sessie_id)[0] == 0
    assert sessie("controleer")[0] == 0
    assert werkmap.find(sessie_id) == ander
    zitting = use_zitting(werkmap, Path(f"x-{sessie_id}.json"), "Nog een")
    assert bestand.read_bestand(ander.read_bytes()).boom == to_tree(zitting.sessie)
    ander.write_bytes(b"stuk")
    code, gezegd = sessie("controleer")
    assert (code, "\x1b" in gezegd) == (1, False)
    assert re.search("beschadigd", gezegd)
    assert not (werkmap.pad.parent / "x").exists()


def test_two_names_that_differ_in_capitals_are_two_files_and_one_is_named(werkmap, pad, sessie):
    shutil.copy(pad, pad.with_name(pad.name.replace("de-andere", "DE-ANDERE")))
    code, gezegd = sessie("lijst")
    assert (code, gezegd.count("De andere")) == (0, 1)
    assert "tweede versie van een sessie" in gezegd


VORM = re.compile("afgekapt|leeg|nullen|witruimte|merk|UTF-16|null|lijst|getal$|achter elkaar|genest|meta|schema")
WERKMAPBESTAND = {naam: schade for naam, schade in STUK.items() if VORM.match(naam)}


@pytest.mark.parametrize("schade", WERKMAPBESTAND)
def test_a_damaged_file_of_the_werkmap_is_told_and_its_copy_serves(werkmap, sessie, schade):
    werkmap.set_opgaven(("Veilig",))
    pad = werkmap.sessies / gedeeld.NAAM
    pad.write_bytes(WERKMAPBESTAND[schade](pad.read_bytes()))
    assert werkmap.opgaven() == ("Veilig",)
    code, gezegd = sessie("controleer")
    assert (code, gedeeld.NAAM in gezegd) == (1, True)
    (werkmap.sessies / ".versies" / gedeeld.KOPIE / gedeeld.NAAM).write_bytes(b"stuk")
    was = content(werkmap.pad)
    assert werkmap.opgaven() == OPGAVEN
    assert sessie("lijst")[0] == sessie("nieuw", "signalensessie", "--titel", "Toch", "--datum", "2024-01-01")[0] == 0
    assert sessie("controleer")[0] == 1
    assert {naam: content(werkmap.pad)[naam] for naam in was} == was


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="op Windows zijn er geen pijpen")
@pytest.mark.parametrize("schade", PLAATS)
@pytest.mark.parametrize(
    "naam", ("sessies/_werkmap.json", "sjablonen/eigen.md", "exports/.gemaakt.json", "huisstijl.docx")
)
def test_nothing_in_the_werkmap_makes_the_program_hang(werkmap, pad, sessie, naam, schade):
    doel = werkmap.pad / naam
    doel.parent.mkdir(exist_ok=True)
    doel.write_bytes(b"x")
    PLAATS[schade](doel)
    for woorden in (("lijst",), ("sjablonen",), ("verslag", id_of(pad), "--formaat", "md"), ("controleer",)):
        code, gezegd = sessie(*woorden)
        assert code in (0, 1)
        assert "geheim" not in gezegd


SJABLOON = {
    "leeg": b"",
    "alleen nullen": bytes(500),
    "afgekapt": b"---\ntitel: Wijkgesprek\ndoel: pra",
    "UTF-16": "---\ntitel: Wijkgesprek\n---\n## 1. Begin (5 min)\n".encode("utf-16"),
    "Windows-1252": "---\ntitel: Café\n---\n## 1. Begin (5 min)\n".encode("cp1252"),
    "geen tekst": bytes(range(256)) * 20,
    "een megabyte": b"x" * 1_000_001,
    "json": b'{"meta": {}}',
}


@pytest.mark.parametrize("schade", SJABLOON)
def test_a_damaged_sjabloon_is_told_and_hides_no_other(werkmap, sessie, schade):
    werkmap.sjablonen.mkdir()
    pad = werkmap.sjablonen / "wijkgesprek.md"
    pad.write_bytes(SJABLOON[schade])
    code, gezegd = sessie("sjablonen")
    assert (code, "signalensessie" in gezegd) == (0, True)
    code, gezegd = sessie("sjablonen", "controleer", pad)
    assert (code, pad.name in gezegd) == (1, True)
    code, gezegd = sessie("controleer")
    assert (code, "Kijk hoe het in '" in gezegd) == (1, True)
    assert sessie("nieuw", "wijkgesprek", "--titel", "x", "--datum", "2024-01-01")[0] == 1
    assert pad.read_bytes() == SJABLOON[schade]


def test_a_sjabloon_with_the_mark_of_windows_is_read(werkmap, sessie):
    werkmap.sjablonen.mkdir()
    tekst = "---\ntitel: Wijkgesprek\n---\n\n## Begin (notities, 5 minuten)\n\nVertel.\n"
    (werkmap.sjablonen / "wijkgesprek.md").write_bytes(b"\xef\xbb\xbf" + tekst.replace("\n", "\r\n").encode())
    assert sessie("controleer")[0] == 0
    assert sessie("nieuw", "wijkgesprek", "--titel", "x", "--datum", "2024-01-01")[0] == 0


@pytest.mark.parametrize("inhoud", (b"", b"null", b"[]", bytes(100), b'{"pid": "x"}', b"[" * 100_000, b"\xff\xfe{}"))
def test_a_damaged_lease_of_nobody_stops_nobody(werkmap, pad, inhoud):
    bezet = werkmap.sessies / ".bezet"
    bezet.mkdir()
    (bezet / f"{pad.stem}.json").write_bytes(inhoud)
    open_zitting(werkmap, pad).close()


@pytest.mark.parametrize(
    "inhoud", (b"", b"null", b"[" * 100_000, b'{"a.docx": 5}', b"\xff\xfe{}", b'{"a": {"sessie": []}}')
)
def test_a_damaged_list_of_exports_or_of_settings_is_as_none(werkmap, pad, sessie, inhoud, monkeypatch):
    werkmap.exports.mkdir()
    (werkmap.exports / ".gemaakt.json").write_bytes(inhoud)
    instellingen = werkmap.pad / "instellingen.txt"
    instellingen.write_bytes(inhoud)
    monkeypatch.setenv("SESSIE_INSTELLINGEN", str(instellingen))
    assert read_instellingen() == {}
    assert sessie("verslag", id_of(pad), "--formaat", "md")[0] == 0


@pytest.mark.parametrize("schade", list(STUK)[::3])
def test_a_damaged_version_is_passed_over_or_refused(werkmap, pad, schade):
    goed = pad.read_bytes()
    use_zitting(werkmap, pad, "Een")
    versies = sorted((werkmap.sessies / ".versies").rglob("[0-9]*.json"))
    versies[0].write_bytes(STUK[schade](goed))
    for versie in list_versies(werkmap.sessies, id_of(pad)):
        with pytest.raises(OpslagError):
            read_versie(werkmap.sessies, id_of(pad), versie.naam)
    assert texts(load(pad).sessie)[-1] == "Een"
