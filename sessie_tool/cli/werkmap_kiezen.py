"""Which werkmap a command works in."""

from argparse import Namespace
from pathlib import Path

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.werkmap import Werkmap, default_werkmap


def open_werkmap(args: Namespace, *, mag_nieuw: bool = False) -> Werkmap:
    """The werkmap that was named, or the usual one; a name that does not exist is only right for a new one.

    Raises:
        OpslagError: the werkmap that was named is not there.
    """
    if args.werkmap is None:
        return default_werkmap()
    pad = Path(args.werkmap)
    if not pad.is_dir() and not mag_nieuw:
        raise OpslagError(f"De werkmap '{pad}' is er niet. Kijk of de naam klopt.")
    return Werkmap(pad)
