"""The exports of a werkmap: which name a file gets, and what the program wrote there before.

A file is replaced only when it is still as the program wrote it for the same session, as a concept. What someone
changed, what another session made, what is vastgesteld and what is not known any more stays; the new file gets a
number.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from sessie_tool.fouten import Bevinding, OpslagError
from sessie_tool.kern.taal import join_woorden
from sessie_tool.opslag.atomair import explain, write_atomic
from sessie_tool.opslag.lease import Werkmapslot
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.rechten import private_rights, set_rights

_BOEK = ".gemaakt.json"


class Stuk(msgspec.Struct, frozen=True):
    """What the files of one document have in common.

    Attributes:
        stam: name of the file without the ending.
        sessie: id of the session that it belongs to.
        moment: ISO moment that it shows.
        is_vast: whether it is vastgesteld, so that its files stay as they are.
    """

    stam: str
    sessie: str
    moment: str = ""
    is_vast: bool = False


class Gemaakt(msgspec.Struct, frozen=True):
    """What the program wrote under a name: for which session, the checksum of the file, and as in `Stuk`."""

    sessie: str
    som: str
    moment: str = ""
    is_vast: bool = False


class Export(NamedTuple):
    """A file in the folder that the program wrote: whether it is vastgesteld, and whether somebody changed it since."""

    pad: Path
    is_vast: bool
    is_changed: bool


class InGebruikError(OpslagError):
    """A file is there and may not be replaced now, as Word on Windows does with what it shows."""

    def __init__(self, pad: Path) -> None:
        """Say what to do about the file."""
        super().__init__(f"'{pad}' kan niet vervangen worden. Sluit het in andere programma's of kies een andere naam.")


class _VeranderdError(Exception):
    """A file changed between the moment it was looked at and the moment it would be replaced."""


class Exports:
    """The folder, with its bookkeeping."""

    def __init__(self, map_: Path) -> None:
        """Use this folder; it is made when something is written."""
        self._map = map_

    def first_moment(self, sessie: str) -> str:
        """The moment that the first vastgestelde file of a session shows; "" when there is none."""
        vast = (one.moment for one in _read_boek(self._map).values() if one.sessie == sessie and one.is_vast)
        return min(filter(None, vast), default="")

    def is_vast(self, pad: Path) -> bool:
        """Whether a file in this folder was written as vastgesteld."""
        gemaakt = _read_boek(self._map).get(pad.name)
        return gemaakt is not None and gemaakt.is_vast and pad.resolve().parent == self._map.resolve()

    def list_of(self, sessie: str) -> list[Export]:
        """What the program wrote for a session and is still there, in the order of the names."""
        boek = _read_boek(self._map)
        eigen = [(self._map / naam, one) for naam, one in sorted(boek.items()) if one.sessie == sessie]
        return [
            Export(pad, one.is_vast, is_changed=_som(pad.read_bytes()) != one.som)
            for pad, one in eigen
            if pad.is_file()
        ]

    def remove(self, paden: Sequence[Path]) -> None:
        """Take files away, and what is noted of them.

        Raises:
            OSError: one cannot be taken away.
            OpslagError: another program writes here for too long.
        """
        if not paden:
            return
        with Werkmapslot(self._map):
            boek = _read_boek(self._map)
            for pad in paden:
                pad.unlink(missing_ok=True)
                boek.pop(pad.name, None)
            _keep_boek(self._map, boek)

    def forget_gone(self, sessie: str) -> None:
        """Forget the files of a session that somebody took away: the name of a file can have one of a person in it.

        Raises:
            OpslagError: it cannot be written, or another program writes here for too long.
        """
        if not self._list_gone(_read_boek(self._map), sessie):
            return
        with Werkmapslot(self._map):
            boek = _read_boek(self._map)
            for naam in self._list_gone(boek, sessie):
                del boek[naam]
            _keep_boek(self._map, boek)

    def _list_gone(self, boek: dict[str, Gemaakt], sessie: str) -> list[str]:
        return [naam for naam, one in boek.items() if one.sessie == sessie and not (self._map / naam).exists()]

    def write(self, stuk: Stuk, formaat: str, inhoud: bytes) -> tuple[Path, list[Bevinding]]:
        """Write a file under the first name that is free or may be had again; a file that is equal is not made twice.

        Raises:
            OpslagError: it cannot be written, or another program writes here for too long.
        """
        _make(self._map)
        with Werkmapslot(self._map):
            boek = _read_boek(self._map)
            bezet: list[Path] = []
            blijft: list[Path] = []
            for pad in self._names(stuk.stam, formaat):
                try:
                    oud = _read(pad)
                    if oud == inhoud:
                        break
                    if oud is None or _is_ours(boek.get(pad.name), stuk, oud):
                        write_file(pad, inhoud, oud)
                        break
                except InGebruikError:
                    bezet.append(pad)
                except _VeranderdError:
                    oud = None
                blijft.append(pad)
            boek[pad.name] = Gemaakt(stuk.sessie, _som(inhoud), stuk.moment, stuk.is_vast)
            _keep_boek(self._map, boek)
        over_bezet = [_tell_bezet(one, pad) for one in bezet]
        return pad, over_bezet + (_tell_vast(pad, blijft, boek, is_new=oud != inhoud) if stuk.is_vast else [])

    def _names(self, stam: str, formaat: str) -> Iterator[Path]:
        """'naam.docx', 'naam-2.docx' and so on."""
        return (self._map / f"{stam}{f'-{nummer}' if nummer > 1 else ''}.{formaat}" for nummer in count(1))


def write_file(pad: Path, inhoud: bytes, *eerder: bytes | None) -> None:
    """Write a file as a whole.

    Args:
        pad: the file.
        inhoud: what comes in it.
        eerder: what must still be in it right before (None: nothing); without it anything may be.

    Raises:
        InGebruikError: another program holds it.
        OpslagError: it cannot be written.
    """

    def check(_: Path) -> None:
        if eerder and _read(pad) != eerder[0]:
            raise _VeranderdError

    try:
        write_atomic(pad, inhoud, before_replace=check)
    except OSError as fout:
        if isinstance(fout, PermissionError) and pad.exists():
            raise InGebruikError(pad) from fout
        raise OpslagError(f"'{pad}' kan niet bewaard worden: {explain(fout)}.") from fout


def _make(map_: Path) -> None:
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise OpslagError(f"De map '{map_}' kan niet gemaakt worden: {explain(fout)}.") from fout


def _read(pad: Path) -> bytes | None:
    """What is in a file; None when there is none."""
    try:
        return read_own(pad)
    except FileNotFoundError:
        return None
    except OSError as fout:
        raise InGebruikError(pad) from fout


def _is_ours(gemaakt: Gemaakt | None, stuk: Stuk, inhoud: bytes) -> bool:
    """Whether a file is a concept that the program wrote for this session, and that nobody changed."""
    return gemaakt is not None and (gemaakt.sessie, gemaakt.som, gemaakt.is_vast) == (stuk.sessie, _som(inhoud), False)


def _read_boek(map_: Path) -> dict[str, Gemaakt]:
    """What the program wrote before; without what is not known any more."""
    try:
        ruw: dict[str, Any] = msgspec.json.decode(read_own(map_ / _BOEK), type=dict[str, Any])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return {naam: gemaakt for naam, een in ruw.items() if (gemaakt := _read_gemaakt(een)) is not None}


def _keep_boek(map_: Path, boek: dict[str, Gemaakt]) -> None:
    """Note what the program wrote: for the owner, and for who may write in this folder too."""
    write_file(map_ / _BOEK, msgspec.json.encode(boek))
    set_rights(map_ / _BOEK, private_rights(map_).bestand)


def _read_gemaakt(een: Any) -> Gemaakt | None:
    try:
        return msgspec.convert(een, Gemaakt)
    except msgspec.ValidationError:
        return None


def _som(inhoud: bytes) -> str:
    return sha256(inhoud).hexdigest()


def _tell_bezet(bezet: Path, pad: Path) -> Bevinding:
    bericht = f"'{bezet.name}' kan niet vervangen worden: misschien staat het open in Word."
    return Bevinding(bericht, f"Het nieuwe bestand staat in '{pad.name}'.", ernst="let op")


def _tell_vast(pad: Path, blijft: list[Path], boek: dict[str, Gemaakt], *, is_new: bool) -> list[Bevinding]:
    """Which file there is already beside a vastgesteld one."""
    if not is_new:
        return [Bevinding(f"'{pad.name}' stond er al en is precies gelijk.", "Er is niets veranderd.", ernst="let op")]
    if not blijft:
        return []
    is_vast = all((gemaakt := boek.get(one.name)) is not None and gemaakt.is_vast for one in blijft)
    er_al = "Er is al een vastgesteld verslag" if is_vast else "Er stond al iets onder deze naam"
    namen = join_woorden([f"'{one.name}'" for one in blijft])
    bericht = f"{er_al}: {namen}. Dat blijft zoals het is."
    return [Bevinding(bericht, f"Het nieuwe is anders en heet '{pad.name}'. Kijk welke u bewaart.", ernst="let op")]
