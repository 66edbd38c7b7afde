"""The person's own settings: one text file of `sleutel = waarde` lines, in the folder this computer keeps for that."""

import os
from pathlib import Path

from sessie_tool.opslag.atomair import make_folder, write_atomic
from sessie_tool.opslag.lezen import read_own

GROOTST = 1_000_000
KOP = "# Instellingen van sessie_tool. Een regel is: sleutel = waarde. Zie docs/toetsen.md voor wat er kan.\n"


def settings_file() -> Path:
    """The file; SESSIE_INSTELLINGEN names another one."""
    if own := os.environ.get("SESSIE_INSTELLINGEN"):
        return Path(own)
    from platformdirs import user_config_path  # costs 27 ms, so it is asked for after the first screen

    return user_config_path("sessie_tool", appauthor=False) / "instellingen.txt"


def read_instellingen() -> dict[str, str]:
    """The settings; none when the file is not there or cannot be read."""
    found: dict[str, str] = {}
    for regel in _read_regels():
        sleutel, teken, waarde = regel.partition("=")
        if teken and not regel.lstrip().startswith("#"):
            found[sleutel.strip()] = waarde.strip()
    return found


def keep_instelling(sleutel: str, waarde: str) -> None:
    """Keep one setting; the other lines of the file stay as they are.

    Raises:
        OSError: the file cannot be written.
    """
    nieuw = f"{sleutel} = {waarde}"
    regels = _read_regels() or [KOP.rstrip("\n")]
    plaatsen = [index for index, regel in enumerate(regels) if regel.partition("=")[0].strip() == sleutel]
    if plaatsen:
        regels[plaatsen[0]] = nieuw
    else:
        regels.append(nieuw)
    pad = settings_file()
    make_folder(pad.parent, 0o700)
    write_atomic(pad, ("\n".join(regels).rstrip("\n") + "\n").encode("utf-8"))


def _read_regels() -> list[str]:
    try:
        return read_own(settings_file(), GROOTST).decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
