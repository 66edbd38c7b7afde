"""What may be told of a fault of the program: its kind and the way to it, never what people typed.

The text of an exception often quotes what it is about, and locals hold whole sessions; neither is read here.
"""

from collections.abc import Iterator
from types import CodeType, TracebackType

_DIEPST = 60
"""So many places of one fault; of endless recursion the first and the last are enough."""
_OORZAKEN = 5


def describe_fout(fout: BaseException) -> list[str]:
    """The kinds of a fault and of what led to it, each with its places, the last place last."""
    regels: list[str] = []
    for nummer, een in enumerate(_chain(fout)):
        regels += [f"{'Veroorzaakt door' if nummer else 'Soort'}: {name_fout(een)}{_detail(een)}"]
        plekken = [_plek(frame, regel) for frame, regel in _frames(een.__traceback__)]
        if len(plekken) > _DIEPST:
            midden = f"  … nog {len(plekken) - _DIEPST} plekken …"
            plekken = [*plekken[: _DIEPST // 2], midden, *plekken[-_DIEPST // 2 :]]
        regels += plekken
    return regels


def locate_fout(fout: BaseException) -> str:
    """'KeyError in sessie_tool.kern.sessie, regel 12': the kind and the last place of our own."""
    namen = [(str(frame.get("__name__", "?")), regel) for (frame, _), regel in _frames(fout.__traceback__)]
    eigen = [one for one in namen if one[0].startswith("sessie_tool")] or namen
    return f"{name_fout(fout)} in {eigen[-1][0]}, regel {eigen[-1][1]}" if eigen else name_fout(fout)


def name_fout(fout: BaseException) -> str:
    """The name of the kind of fault."""
    return type(fout).__name__


_Frame = tuple[dict[str, object], CodeType]


def _chain(fout: BaseException) -> Iterator[BaseException]:
    """A fault and what led to it."""
    gezien: set[int] = set()
    een: BaseException | None = fout
    while een is not None and id(een) not in gezien and len(gezien) < _OORZAKEN:
        gezien.add(id(een))
        yield een
        een = een.__cause__ or (None if een.__suppress_context__ else een.__context__)


def _frames(spoor: TracebackType | None) -> Iterator[tuple[_Frame, int]]:
    while spoor is not None:
        yield (spoor.tb_frame.f_globals, spoor.tb_frame.f_code), spoor.tb_lineno
        spoor = spoor.tb_next


def _plek(frame: _Frame, regel: int) -> str:
    wereld, code = frame
    return f"  {wereld.get('__name__', '?')}, {code.co_qualname}, regel {regel}"


def _detail(fout: BaseException) -> str:
    """What of the text of a fault is surely no text of a person: a number of the system, a name from the code."""
    if isinstance(fout, OSError) and isinstance(fout.errno, int):
        return f" (nummer {fout.errno})"
    if isinstance(fout, (AttributeError, NameError)):
        in_code = {naam for (_, code), _ in _frames(fout.__traceback__) for naam in code.co_names}
        return f" ({fout.name})" if fout.name in in_code else ""
    return ""
