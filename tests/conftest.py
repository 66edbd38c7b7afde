"""What every test may use, and what no test may touch: the real folders of the person who runs the tests."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

WORTEL = Path(__file__).parent.parent

gewoon = settings.get_profile(settings.get_current_profile_name())
settings.register_profile("gewoon", gewoon, max_examples=60)
settings.register_profile("grondig", gewoon, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFIEL", "gewoon"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background of a shell: a program that a test starts would ignore Ctrl+C too, and never end.
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
