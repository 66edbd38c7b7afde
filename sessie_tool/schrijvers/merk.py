"""Merk: whether a file says of itself that it is vastgesteld: a Word, OpenDocument or PDF file of this program.

The writers put the status among the keywords, the one property that all three formats carry.
"""

import re
import zipfile
from io import BytesIO

_GROOTSTE = 1_000_000
_DELEN = ("docProps/core.xml", "meta.xml")
_WOORD = re.compile(rb"<(cp:keywords|meta:keyword|pdf:Keywords)>\s*vastgesteld\s*</\1>")


def is_vastgesteld(inhoud: bytes) -> bool:
    """Whether the keywords of a file say so; False for what says nothing or cannot be read."""
    if inhoud.startswith(b"%PDF"):
        return _WOORD.search(inhoud) is not None
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archive:
            namen = [info for info in archive.infolist() if info.filename in _DELEN and info.file_size < _GROOTSTE]
            return any(_WOORD.search(archive.read(info)) for info in namen)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
