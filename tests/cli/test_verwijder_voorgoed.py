"""`sessie verwijder --voorgoed`: nothing of the session stays, wherever it was."""

from pathlib import Path


def find(tekst, *folders):
    pads = [pad for folder in folders for pad in Path(folder).rglob("*") if pad.is_file()]
    return [pad for pad in pads if tekst in pad.name.encode() or tekst in pad.read_bytes()]


def test_a_session_goes_with_all_that_is_kept_but_for_the_files_in_exports(sessie, goed, sessie_id, werkmap, own_home):
    goed("invoer", sessie_id, "--stap", "3", stdin=b"Zwiqxozw ziet water\n")
    goed("invoer", sessie_id, "--stap", "3", stdin=b"Meer water\n")
    goed("verslag", sessie_id, "--formaat", "md")
    code, _, fout = sessie("verwijder", sessie_id, "--voorgoed")
    assert (code, "--ja" in fout) == (2, True)
    assert len(find(b"Zwiqxozw", werkmap, own_home)) > 2
    code, uit, fout = sessie("verwijder", sessie_id, "--voorgoed", "--ja")
    assert (code, uit.strip()) == (0, sessie_id)
    assert "exports/2025-03-20-proef-inclusief-verslag.md blijft staan" in fout
    assert find(b"Zwiqxozw", werkmap, own_home) == [werkmap / "exports" / "2025-03-20-proef-inclusief-verslag.md"]
    assert find(sessie_id.encode(), werkmap / "sessies", own_home) == []
    assert sessie("verwijder", sessie_id, "--voorgoed", "--ja")[0] == 1


def test_a_session_in_the_bin_goes_too_and_one_that_is_open_is_refused(sessie, goed, sessie_id, werkmap, own_home):
    goed("invoer", sessie_id, "--stap", "3", stdin=b"Zwiqxozw ziet water\n")
    sessie("verwijder", sessie_id)
    assert find(b"Zwiqxozw", werkmap / "sessies" / ".prullenbak")
    goed("verwijder", sessie_id, "--voorgoed", "--ja")
    assert find(b"Zwiqxozw", werkmap, own_home) == []
    assert find(sessie_id.encode(), werkmap, own_home) == []
