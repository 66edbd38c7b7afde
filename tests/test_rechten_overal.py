"""Who may read what the program leaves: after a whole life of a session every file that there is was looked at."""

import os
import stat
import tempfile
import threading
from pathlib import Path

import pytest
from zitting_hulp import make_sessie, open_zitting, type_lines

from sessie_tool.cli.hoofd import main
from sessie_tool.kern.sessie import set_status
from sessie_tool.kern.zaalbeeld import Zaalbeeld
from sessie_tool.nu import now
from sessie_tool.opslag import index
from sessie_tool.opslag.index import databank
from sessie_tool.opslag.ongelukken import keep_ongeluk
from sessie_tool.opslag.opruimen import tidy
from sessie_tool.opslag.proef import open_proef
from sessie_tool.opslag.staat import state_folder
from sessie_tool.opslag.tijdelijk import temp_folder
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zaal import Zaalschrijver, find_plek

pytestmark = pytest.mark.skipif(os.name == "nt", reason="op Windows gelden de rechten van de map")


@pytest.fixture(params=(0o000, 0o077), ids=oct)
def masker(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(pad):
    return stat.S_IMODE(pad.lstat().st_mode)


def everything(folder):
    return [Path(boven) / naam for boven, mappen, namen in os.walk(folder) for naam in (*mappen, *namen)]


def live(werkmap):
    """Make, type, stop halfway, import, publish, search, show the room, try, remove, bring back, check, give a term."""
    sessie = make_sessie()
    pad = werkmap.create(sessie, now())
    for _ in range(2):
        zitting = open_zitting(werkmap, pad)
        type_lines(zitting, "Een signaal", "Nog een @Jansen")
        zitting.keep_concept(sessie.stappen[0].id, "wat nog getypt werd")
        zitting.close()
    klaar = threading.Event()
    zaal = Zaalschrijver(werkmap.pad, sessie.id, lambda _: None)
    zaal.put(lambda: Zaalbeeld("s1", "Titel"))
    beeld = find_plek(werkmap.pad, sessie.id).beeld
    assert any(beeld.exists() or klaar.wait(0.05) for _ in range(100))
    with open_proef(werkmap, sessie.id, now()) as proef:
        open_zitting(proef.werkmap, proef.werkmap.find(proef.sessie)).close()
    keep_ongeluk(ValueError("Jansen"), now())
    blijft = make_sessie("Blijft")
    pad = werkmap.create(blijft, now())
    zitting = open_zitting(werkmap, pad)
    zitting.apply("klaar", lambda one: set_status(one, "afgerond"))
    zitting.close()
    csv = werkmap.pad.parent / "lijst.csv"
    csv.write_text("naam;rol\nA. Denkbeeldig;adviseur\n", encoding="utf-8")
    opdrachten = [
        ("verslag", sessie.id, "--formaat", "docx,md"), ("zoek", "signaal"), ("acties",), ("lijst",),
        ("deelnemers", sessie.id, str(csv)), ("bewaartermijn", "--namen", "1"), ("controleer",),
        ("verwijder", sessie.id), ("anonimiseer", blijft.id, "--voorgoed"), ("lijst",),
    ]  # fmt: skip
    for opdracht in opdrachten:
        assert main(["--werkmap", str(werkmap.pad), *opdracht]) == 0, opdracht
    return zaal


def test_only_the_owner_reads_what_is_kept_beside_the_sessions_whatever_the_umask(
    tmp_path, own_home, masker, monkeypatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(index, "KLEIN", -1)
    monkeypatch.setattr(databank, "JONG", 0)
    werkmap = Werkmap(tmp_path / "werkmap")
    for folder in (tmp_path / "tmp", werkmap.sessies, werkmap.exports):
        folder.mkdir(mode=0o755, parents=True)
        folder.chmod(0o755)
    ruim = state_folder() / "journaal"
    ruim.mkdir(parents=True)
    ruim.chmod(0o777)
    zaal = live(werkmap)
    eigen = [pad for pad in everything(own_home) if "sessie_tool" in pad.parts and pad.name != "sessie_tool"]
    assert {pad.parent.name for pad in eigen if pad.is_file()} == {"journaal", "zaal", "index", "ongelukken"}
    for pad in eigen:
        assert mode(pad) == (0o700 if pad.is_dir() else 0o600), pad
    gezien = set()
    for pad in everything(werkmap.sessies):
        deel = pad.relative_to(werkmap.sessies).parts[0]
        gezien.add(deel if deel.startswith(".") else pad.suffix)
        if deel in (".versies", ".prullenbak"):
            assert mode(pad) == (0o700 if pad.is_dir() else 0o600), pad
        elif pad.is_file() and deel != ".bezet":
            assert mode(pad) == 0o666 & ~masker, pad
    assert gezien == {".versies", ".prullenbak", ".bezet", ".json"}
    assert mode(werkmap.exports / ".gemaakt.json") == 0o600
    assert {pad.suffix for pad in everything(tmp_path) if pad.is_file() and pad.parent == tmp_path} == {".csv"}
    assert everything(tmp_path / "tmp") == []
    zaal.close()


def test_a_session_keeps_the_rights_and_the_group_that_it_has_when_it_is_replaced(tmp_path):
    werkmap = Werkmap(tmp_path)
    werkmap.sessies.mkdir()
    groep = 54321 if os.getuid() == 0 else os.getgid()
    os.chown(werkmap.sessies, -1, groep)
    werkmap.sessies.chmod(0o2770)
    pad = werkmap.create(make_sessie(), now())
    pad.chmod(0o664)
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, "Een signaal")
    zitting.close()
    werkmap.set_opgaven(("Groen",))
    assert (mode(pad), pad.stat().st_gid) == (0o664, groep)
    assert (werkmap.sessies / "_werkmap.json").stat().st_gid == groep


def test_what_a_killed_program_left_in_the_folder_for_a_moment_goes_the_next_time(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for naam in ("sessie-proef-999999999-abc", "sessie-999999999-abc", "sessie-tekst-999999999-abc", "sessie-van-mij"):
        (tmp_path / naam).mkdir()
    os.utime(tmp_path / "sessie-tekst-999999999-abc", (1, 1))
    (tmp_path / "sessie-tekst-999999999-nu").mkdir()
    (tmp_path / "sessie-999999999-link").symlink_to(tmp_path / "sessie-van-mij")
    zaal = state_folder() / "zaal"
    zaal.mkdir(parents=True)
    for naam, moment in (("oud.beeld", 1), ("oud.kijkt", 1), ("nu.beeld", now().timestamp())):
        (zaal / naam).touch()
        os.utime(zaal / naam, (moment, moment))
    with temp_folder("proef-") as folder:
        tidy()
        assert mode(folder) == 0o700
        over = {pad.name for pad in tmp_path.iterdir()}
    assert over == {folder.name, "sessie-van-mij", "sessie-tekst-999999999-nu", "sessie-999999999-link"}
    assert not folder.exists()
    assert [pad.name for pad in zaal.iterdir()] == ["nu.beeld"]
