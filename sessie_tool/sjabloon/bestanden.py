"""Sjablonen as files: read one, or all in a few folders."""

from collections.abc import Sequence
from pathlib import Path

from sessie_tool.fouten import Bevinding, SjabloonError
from sessie_tool.kern.sessie import Sjabloon
from sessie_tool.kern.taal import format_aantal
from sessie_tool.opslag.lezen import OngewoonError, read_own
from sessie_tool.sjabloon.lezer import read_sjabloon

GROOTST = 1_000_000
"""Bytes; the largest sjabloon that ships takes 20,000."""

GEEN_SJABLOON = frozenset({"leesmij", "readme"})


def check_sjabloon(pad: Path) -> tuple[Sjabloon | None, tuple[Bevinding, ...]]:
    """Read a file; gives the sjabloon (None when it cannot be used) and every finding."""
    try:
        inhoud = read_own(pad, GROOTST)
    except OngewoonError as fout:
        raad = "Zet hier een gewoon tekstbestand neer."
        return None, (Bevinding(f"Het sjabloon is niet gelezen: {fout}.", raad, bron=str(pad)),)
    except OSError:
        raad = "Kijk of het bestand bestaat en of u het mag openen."
        return None, (Bevinding("Het bestand is er niet of kan niet worden gelezen.", raad, bron=str(pad)),)
    try:
        tekst = inhoud.decode("utf-8")
    except UnicodeDecodeError as fout:
        return None, (_not_utf8(inhoud, fout.start, str(pad)),)
    return read_sjabloon(tekst, pad.stem, str(pad))


def _not_utf8(inhoud: bytes, plaats: int, bron: str) -> Bevinding:
    """Say where a file stops being UTF-8, and how that place reads in the encoding it probably has."""
    advies = "Open het in Kladblok, kies 'Opslaan als' en bij codering 'UTF-8'."
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Bevinding("Het bestand is opgeslagen als UTF-16 in plaats van UTF-8.", advies, 1, bron)
    begin = inhoud.rfind(b"\n", 0, plaats) + 1
    regel = inhoud[begin:].split(b"\n", 1)[0].strip().decode("cp1252", "replace")
    bericht = f"Het bestand is niet opgeslagen als UTF-8, maar waarschijnlijk als Windows-1252: '{regel}'."
    return Bevinding(bericht, advies, inhoud.count(b"\n", 0, plaats) + 1, bron)


def load_sjabloon(pad: Path) -> Sjabloon:
    """Read a file that has to be usable.

    Raises:
        SjabloonError: it cannot be used; the findings say why.
    """
    sjabloon, bevindingen = check_sjabloon(pad)
    if sjabloon is None:
        fouten = [een for een in bevindingen if een.ernst == "fout"]
        aantal = format_aantal(len(fouten), "fout", "fouten")
        raise SjabloonError(f"Het sjabloon '{pad.stem}' heeft {aantal}. {fouten[0]}", bevindingen)
    return sjabloon


def find_sjablonen(mappen: Sequence[Path]) -> tuple[list[Sjabloon], list[Bevinding]]:
    """The sjablonen in these folders by name; an earlier folder wins, a file that cannot be used gives way.

    Returns:
        The usable ones, and the findings of every file that was read.
    """
    gevonden: dict[str, Sjabloon] = {}
    bevindingen: list[Bevinding] = []
    for map_ in mappen:
        for pad in sorted(map_.glob("*.md")):
            if pad.stem in gevonden or pad.stem.casefold() in GEEN_SJABLOON or pad.is_dir():
                continue
            sjabloon, over = check_sjabloon(pad)
            bevindingen += over
            if sjabloon:
                gevonden[pad.stem] = sjabloon
    return [gevonden[naam] for naam in sorted(gevonden)], bevindingen
