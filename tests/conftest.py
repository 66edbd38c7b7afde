"""What every test may use, and what no test may touch: the real folders of the person who runs the tests."""

import os
import signal
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

WORTEL = Path(__file__).parent.parent

VAN_BUITEN = (
    "inlezen", "keuring", "opmaak", "opslag", "schrijvers", "tekenen", "tui", "verlies", "wacht", "test_demo.py",
    "test_vijandige_velden.py",
)  # fmt: skip
TELT_NIET_MEE = tuple(WORTEL / "tests" / naam for naam in VAN_BUITEN)
"""Tests of the outside: they meet the kern too, but say little of what it promises, and counting its lines makes each
of them take half as long again."""

basis = settings.get_profile(settings.get_current_profile_name())
gewoon = settings(basis, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gewoon", gewoon)
settings.register_profile("grondig", gewoon, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFIEL", "gewoon"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background of a shell: a program that a test starts would ignore Ctrl+C too, and never end.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def counts_lines(item: pytest.Item) -> bool:
    """Whether a test is about what the kern does; one that tries the same lines many times over tells no more."""
    van_buiten = any(item.path.is_relative_to(map_) for map_ in TELT_NIET_MEE)
    return not van_buiten and item.get_closest_marker("hypothesis") is None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Count the lines of the kern only where that tells something; fixtures of other tests do not count either."""
    telling = Coverage.current()
    if telling is None or counts_lines(item):
        return (yield)
    telling.stop()
    try:
        return (yield)
    finally:
        telling.start()


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
