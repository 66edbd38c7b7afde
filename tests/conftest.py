"""What every test may use, and what no test may touch: the real folders of the person who runs the tests."""

import os
from pathlib import Path

import pytest

WORTEL = Path(__file__).parent.parent


@pytest.fixture
def wortel() -> Path:
    """The root of the repository."""
    return WORTEL


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own for each test, so that journals and documents never mix with real ones."""
    home = tmp_path_factory.mktemp("thuis")
    for name in [name for name in os.environ if name.startswith(("XDG_", "SESSIE_"))]:
        monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    return home
