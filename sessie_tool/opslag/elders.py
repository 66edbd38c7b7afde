"""The other sessions in which somebody stands whose name goes out of one for good: they are told, and left alone."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from sessie_tool.kern.boom import texts_in
from sessie_tool.kern.naamloos import Naamloos
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.zoekwoorden import fold_woorden
from sessie_tool.opslag.bestand import BeschadigdError, read_bestand
from sessie_tool.opslag.index import list_session_files
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.werkmap import Werkmap


def find_elders(werkmap: Werkmap, sessie_id: str, naamloos: Naamloos) -> list[str]:
    """The ids of the other sessions that name somebody of this one in any text, the newest first.

    What was taken over is in a session itself, so also with the title of the session that it came from.
    """
    kenmerken = frozenset(map(fold_woorden, naamloos.kenmerken)) - {""}
    gevonden = []
    for naam in list_session_files(werkmap.sessies) if kenmerken else ():
        with suppress(OSError, BeschadigdError):
            boom = read_bestand(read_own(werkmap.sessies / naam)).boom
            if boom.get("id") != sessie_id and _names_someone(boom, kenmerken, naamloos):
                gevonden.append(str(boom.get("id", naam)))
    return gevonden


def tell_elders(ids: Sequence[str], hoeveel: int | None = None) -> str:
    """Where a name still stands, by so many ids, and what to do there; "" when it stands nowhere."""
    if not ids:
        return ""
    genoemd = ids[:hoeveel]
    rest = [f"nog {len(ids) - len(genoemd)}"] if len(ids) > len(genoemd) else []
    waar = f"{format_aantal(len(ids), 'andere sessie', 'andere sessies')}: {join_woorden([*genoemd, *rest])}"
    return f"Een van deze namen staat ook in {waar}. Kijk daar met: sessie anonimiseer ID"


def _names_someone(boom: Any, kenmerken: Iterable[str], naamloos: Naamloos) -> bool:
    """Whether a name stands in a session; few texts are worth the longer look."""
    teksten = list(texts_in(boom))
    alles = fold_woorden("\n".join(teksten))
    er_in = [one for one in kenmerken if one in alles]
    kandidaten = (one for one in teksten if any(kenmerk in fold_woorden(one) for kenmerk in er_in))
    return bool(er_in) and not all(map(naamloos.is_clean, kandidaten))
