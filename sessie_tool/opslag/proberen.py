"""Trying something with a disk, in a thread that must go on whatever happens."""

from collections.abc import Callable

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.ongeluk import locate_fout
from sessie_tool.nu import now
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.ongelukken import keep_once


def attempt(doe: Callable[[], object]) -> str:
    """Do something with a disk; "" when it succeeded, else why not, as the end of a Dutch sentence."""
    try:
        doe()
    except OSError as error:
        return explain(error)
    except SessieToolError as error:
        return str(error).rstrip(".")
    except Exception as error:  # noqa: BLE001  # a thread that ended would stop saving without anybody seeing it
        keep_once(error, now())
        return f"er zit een fout in het programma ({locate_fout(error)})"
    return ""
