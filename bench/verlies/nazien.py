"""After an accident: is everything there that was promised, is every file whole, and can the program go on."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench.verlies.gevallen import open_zitting
from bench.verlies.plek import Plek
from sessie_tool.fouten import SessieToolError
from sessie_tool.opslag.bestand import BeschadigdError, decode
from sessie_tool.opslag.staat import find_staat, read_concept
from sessie_tool.opslag.werkmap import OPGAVEN


class Bevonden(msgspec.Struct):
    """What was found after one accident or more.

    Attributes:
        aantal: accidents.
        erkend: promises.
        verloren: promises that were not kept.
        onleesbaar: files that are not whole, and sessions that do not open.
        voorbeeld: the first that went wrong, to look for.
    """

    aantal: int = 0
    erkend: int = 0
    verloren: int = 0
    onleesbaar: int = 0
    voorbeeld: str = ""

    def add(self, ander: "Bevonden") -> None:
        """Count another one in."""
        self.aantal += ander.aantal
        self.erkend += ander.erkend
        self.verloren += ander.verloren
        self.onleesbaar += ander.onleesbaar
        self.voorbeeld = self.voorbeeld or ander.voorbeeld

    @property
    def is_goed(self) -> bool:
        """Whether nothing was lost."""
        return not self.verloren and not self.onleesbaar


def inspect(plek: Plek, erkend: Sequence[str], *, was_stuk: Sequence[bytes] = (), uitleg: str = "") -> Bevonden:
    """Look at the folder; `was_stuk` are files that were damaged before the accident, and may still be."""
    stuk = [pad.name for pad in _kept_files(plek) if not _is_whole(pad) and pad.read_bytes() not in was_stuk]
    weg: list[str] = []
    try:
        weg = _missing(plek, list(erkend))
    except SessieToolError as error:
        stuk.append(f"niet te openen: {error}")
    fout = f"{uitleg}: weg {weg}, stuk {stuk}" if weg or stuk else ""
    return Bevonden(1, len(erkend), len(weg), len(stuk), fout)


def _kept_files(plek: Plek) -> list[Path]:
    """Every file that must be whole: those with a dot are the ones being made."""
    mappen = (plek.werkmap.sessies, *plek.werkmap.sessies.glob(".versies/*"), plek.werkmap.sessies / ".prullenbak")
    return [pad for map_ in mappen for pad in map_.glob("[!.]*.json")]


def _is_whole(pad: Path) -> bool:
    try:
        decode(pad.read_bytes())
    except BeschadigdError:
        return False
    return True


def _missing(plek: Plek, erkend: list[str]) -> list[str]:
    """The promises that were not kept."""
    staan = _standing(plek)
    opgaven = [one for one in erkend if one.startswith("opgaven")]
    if opgaven and plek.werkmap.opgaven()[0] in _outdated(opgaven):
        return [opgaven[-1]]
    for one in erkend:
        if one.startswith("naamloos") and _stands_somewhere(plek, one.partition(" ")[2]):
            return [one]
    overal = [one for one in erkend if one.startswith("overal") and not _stands_somewhere(plek, one.partition(" ")[2])]
    if overal:
        return overal
    if "bak" in erkend:
        return [] if "ergens" in staan else ["bak"]
    return [one for one in erkend if one not in staan and not one.startswith(("opgaven", "naamloos", "overal"))]


def _stands_somewhere(plek: Plek, woord: str) -> bool:
    """Whether a word stands in any file, or in the name of one."""
    paden = [pad for pad in plek.wortel.rglob("*") if ".bezet" not in pad.parts]
    return any(woord in pad.name or (pad.is_file() and woord.encode() in pad.read_bytes()) for pad in paden)


def _standing(plek: Plek) -> set[str]:
    """Everything that can be promised of the session, and is so now."""
    in_bak = list((plek.werkmap.sessies / ".prullenbak").glob("*.json"))
    if not plek.werkmap.files():
        return {"ergens", "bak"} if in_bak else set()
    sessie = plek.werkmap.read(plek.sessie_id)
    concept = read_concept(find_staat(plek.bestand, plek.sessie_id).concept)
    regels = {f"regel {record.hoofdtekst}" for record in sessie.stappen[0].bouwsteen.records}
    return {"sessie", "ergens", "terug"} | regels | {f"concept {tekst}" for tekst in concept.values()}


def _outdated(opgaven: Sequence[str]) -> set[str]:
    """What the list of opgaven may not be: the usual one, or one that was followed by a promised other one."""
    return {OPGAVEN[0]} | {one.partition(" ")[2] for one in opgaven[:-1]}


def reopen(plek: Plek) -> str:
    """Open, undo, redo, close; "" when the program went on as if nothing happened, else what was wrong."""
    try:
        zitting = open_zitting(plek)
    except SessieToolError as error:
        return f"niet te openen: {error}"
    try:
        voor = zitting.sessie
        if zitting.undo() and not zitting.redo():
            return "opnieuw lukt niet"
        if [stap.bouwsteen for stap in zitting.sessie.stappen] != [stap.bouwsteen for stap in voor.stappen]:
            return "ongedaan en opnieuw geeft iets anders"
        zitting.wait_saved(2)
    finally:
        zitting.close(2)
    if (plek.werkmap.sessies / "_werkmap.json").exists():
        plek.werkmap.set_opgaven(plek.werkmap.opgaven())
    return _leftovers(plek)


def _leftovers(plek: Plek) -> str:
    """Files that a crash left and that nobody clears away: they must not grow."""
    resten = list(plek.wortel.rglob("*.tmp"))
    resten += (plek.werkmap.sessies / ".bezet").glob(f"*{plek.sessie_id}.*")  # of a copy or the werkmap there is one
    return f"blijft staan: {[pad.name for pad in resten]}" if resten else ""
