"""Writing a file as a whole."""

import pytest

from sessie_tool.opslag.atomair import EVEN_BEZET, replace_patiently, write_atomic


class EvenBezetError(OSError):
    """What Windows says while a virus scanner holds a file."""

    winerror = min(EVEN_BEZET)


def test_a_file_is_replaced_as_a_whole_and_nothing_stays_beside_it(tmp_path):
    pad = tmp_path / "een.json"
    for inhoud in (b"eerst", b"daarna"):
        write_atomic(pad, inhoud)
    assert pad.read_bytes() == b"daarna"
    assert [one.name for one in tmp_path.iterdir()] == ["een.json"]


def test_a_file_that_was_made_read_only_is_not_replaced(tmp_path):
    pad = tmp_path / "een.json"
    pad.write_bytes(b"eerst")
    pad.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomic(pad, b"daarna")
    assert pad.read_bytes() == b"eerst"


def test_a_write_that_is_stopped_right_before_the_end_changes_nothing(tmp_path):
    pad = tmp_path / "een.json"
    pad.write_bytes(b"eerst")

    def refuse(nieuw):
        assert nieuw.read_bytes() == b"daarna"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_atomic(pad, b"daarna", before_replace=refuse)
    assert pad.read_bytes() == b"eerst"
    assert len(list(tmp_path.iterdir())) == 1


def test_the_rights_of_a_file_stay_as_they_were(tmp_path):
    pad = tmp_path / "een.json"
    pad.write_bytes(b"eerst")
    pad.chmod(0o640)
    write_atomic(pad, b"daarna")
    assert pad.stat().st_mode & 0o777 == 0o640


def test_a_replace_that_windows_refuses_for_a_moment_is_tried_again(tmp_path):
    bron, doel = tmp_path / "bron", tmp_path / "doel"
    bron.write_bytes(b"nieuw")
    pogingen = []

    def replace(van, naar):
        pogingen.append(van)
        if len(pogingen) < 3:
            raise EvenBezetError
        van.replace(naar)

    replace_patiently(bron, doel, replace=replace)
    assert doel.read_bytes() == b"nieuw"
    assert len(pogingen) == 3


def test_a_replace_that_stays_refused_is_told(tmp_path):
    def replace(_van, _naar):
        raise EvenBezetError

    with pytest.raises(EvenBezetError):
        replace_patiently(tmp_path / "bron", tmp_path / "doel", replace=replace, geduld=0.05)
