"""Where the files are that come with the program."""

from pathlib import Path

_HIER = Path(__file__).parent


def shipped_sjablonen() -> Path:
    """The folder with the sjablonen and the huisstijl that ship: in the installed program, else in the repository."""
    ingepakt = _HIER / "_sjablonen"
    return ingepakt if ingepakt.is_dir() else _HIER.parent / "sjablonen"
