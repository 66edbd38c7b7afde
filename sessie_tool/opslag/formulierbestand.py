"""Where the form goes with which people prepare a session: into exports, under a name that is free."""

from itertools import count
from pathlib import Path

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.atomair import explain, write_atomic
from sessie_tool.opslag.werkmap import Werkmap


def keep_formulier(werkmap: Werkmap, sessie_id: str, tekst: str) -> Path:
    """Write the form; one that says something else, perhaps filled in, stays as it is.

    Raises:
        OpslagError: it cannot be written.
    """
    inhoud, stam = tekst.encode("utf-8", "replace"), f"{werkmap.find(sessie_id).stem}-voorbereiding"
    try:
        werkmap.exports.mkdir(parents=True, exist_ok=True)
        for nummer in count(1):
            pad = werkmap.exports / f"{stam}{f'-{nummer}' if nummer > 1 else ''}.md"
            if not pad.exists() or pad.read_bytes() == inhoud:
                break
        write_atomic(pad, inhoud)
    except OSError as error:
        raise OpslagError(f"Het formulier kan niet geschreven worden: {explain(error)}.") from error
    return pad
