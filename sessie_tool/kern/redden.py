"""Redden: the texts that can still be read in a session file that is too damaged to open, as a new session of notes."""

import re

import msgspec

from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.bouwstenen.notities import Notities
from sessie_tool.kern.sessie import Sessie, Stap

_STUK = re.compile(r'"((?:[^"\\]|\\.)*)(?:"(\s*:)?|\Z)', re.DOTALL)
_STIL = frozenset(
    {
        "id",
        "type",
        "soort",
        "bereik",
        "schema",
        "revisie",
        "laatste",
        "bewaard",
        "checksum",
        "sjabloon",
        "status",
        "sinds",
    }
)
"""Names of values that say nothing to a person."""
TITEL = "Gered uit een beschadigd bestand"


def read_teksten(data: bytes) -> list[str]:
    """Every text of more than one word or with capitals that stands in the bytes of a file, in order, once each."""
    gevonden: dict[str, None] = {}
    naam = ""
    for stuk in _STUK.finditer(_decode(data)):
        if stuk[2]:
            naam = stuk[1]
        elif naam not in _STIL and (tekst := _unescape(stuk[1]).strip()) and _is_text(tekst):
            gevonden[tekst] = None
    return list(gevonden)


def make_geredde_sessie(teksten: list[str], *, datum: str, bron: str, new_id: NewId) -> Sessie:
    """A session that holds these texts where a person can place them."""
    stap = Stap(id=new_id(), titel="Notities", minuten=0, bouwsteen=Notities())
    return Sessie(
        id=new_id(),
        titel=TITEL,
        datum=datum,
        sjabloon="",
        soort="",
        aanleiding=f"Uit '{bron}'.",
        stappen=(stap,),
        niet_geplaatst="\n\n".join(teksten),
    )


def _decode(data: bytes) -> str:
    """The bytes as text: UTF-16 when they look like that, else UTF-8 with what is no text left out."""
    begin = data[:2_000]
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "ignore")
    return data.replace(b"\0", b"").decode("utf-8", "ignore")


def _unescape(tekst: str) -> str:
    try:
        return msgspec.json.decode(f'"{tekst}"', type=str)
    except (msgspec.DecodeError, UnicodeError):
        return tekst


def _is_text(tekst: str) -> bool:
    """Whether a person wrote it: ids and values of a list have small letters and digits only, and no space."""
    return not re.fullmatch(r"[a-z0-9_:.+-]*", tekst)
