"""The folders of the program itself in sessies/: a file in the place of one keeps everything from being saved."""

import os
from datetime import datetime
from pathlib import Path

from sessie_tool.opslag import lease, prullenbak, versies

NAMEN = (versies.MAP, lease.MAP, prullenbak.MAP)


def find_blocked(sessies: Path) -> list[Path]:
    """What stands where a folder belongs: a file of a sync client, or a link to nowhere."""
    return [pad for pad in (sessies / naam for naam in NAMEN) if os.path.lexists(pad) and not pad.is_dir()]


def move_aside(pad: Path, moment: datetime) -> Path:
    """Give what stands there another name, which it returns; the program makes the folder when it needs it.

    Raises:
        OSError: it did not succeed.
    """
    return pad.rename(pad.with_name(f"{pad.name}-{moment:%Y%m%dT%H%M%S}"))
