r"""The quick notation: one line = one record, with marks for its fields.

`Netcongestie remt de nieuwbouw +buiten !trend #groen @Jansen bron="CBS 2024"`: a mark is the sign of a field and its
value, or the name of any field, `=` and its value. A mark counts only at the start of a word and only when its value
is known or unmistakable; all else stays text as typed. A backslash before a mark makes it text. A mark whose field
`loopt_door` takes the rest of the line. The signs come from the record's own fields (`Veld.merk`).
"""

import re
from typing import Any, TypeVar

import msgspec

from sessie_tool.kern.omgeving import JA_NEE, Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld, holds_many, velden

R = TypeVar("R", bound=Record)

_WORD = re.compile(r'(\s*)((?:\\*[^\s"\w]|\\*\w+=)"(?:[^"\\]|\\.)*"(?=\s|$)|\S+)', re.DOTALL)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)


class Merk(msgspec.Struct, frozen=True):
    """A recognised mark: the field and the value it gives."""

    veld: str
    waarde: Any


def marks_of(cls: type[Record]) -> dict[str, str]:
    """Sign → field name, for the fields that have a sign."""
    return {veld.merk: name for name, veld in velden(cls).items() if veld.merk}


def parse_regel(cls: type[R], regel: str, omgeving: Omgeving, nieuw_id: str) -> R:
    """Read one line into a new record of type `cls`; nothing that was typed is lost."""
    return msgspec.structs.replace(cls(id=nieuw_id), **parse_waarden(cls, regel, omgeving))


def parse_waarden(cls: type[Record], regel: str, omgeving: Omgeving) -> dict[str, Any]:
    """Read one line into field values; the text that is left goes to the hoofdveld."""
    tekst: list[str] = []
    waarden: dict[str, Any] = {}
    plaats = 0
    while match := _WORD.match(regel, plaats):
        ruimte, woord = match.groups()
        slashes = len(woord) - len(woord.lstrip("\\"))
        kaal = woord[slashes:]
        merk = _read_merk(cls, kaal, regel[match.end() :], omgeving)
        if merk is None or (not slashes and not _is_free(cls, merk, waarden)):
            tekst.append(ruimte + woord)
        elif slashes:
            tekst.append(ruimte + woord[1:])
        else:
            _keep(cls, merk, waarden)
            if _runs_on(velden(cls)[merk.veld], kaal):
                break
        plaats = match.end()
    return {cls.hoofdveld(): "".join(tekst).strip()} | waarden


def unread_marks(record: Record) -> list[str]:
    """The words in the text of a record that look like a mark (a sign and a letter) but were kept as text."""
    signs = "".join(marks_of(type(record)))
    return re.findall(rf"(?<!\S)[{re.escape(signs)}][^\W\d_]\S*", record.hoofdtekst) if signs else []


def format_regel(record: Record, omgeving: Omgeving) -> str:
    """The line that `parse_regel` reads back into the same values; line ends become spaces."""
    cls = type(record)
    kop = cls.hoofdveld()
    delen = [_escape(cls, record.hoofdtekst, omgeving)] if record.hoofdtekst else []
    lang: list[str] = []
    for name, veld in velden(cls).items():
        value = getattr(record, name)
        if name == kop or value == getattr(cls(id=""), name):
            continue
        waarden = value if isinstance(value, tuple) else (value,)
        doel = lang if veld.loopt_door else delen
        doel.extend(_format_merk(name, veld, waarde, omgeving) for waarde in waarden)
    return re.sub(r"[\r\n]+", " ", " ".join(delen + lang))


def _read_merk(cls: type[Record], woord: str, rest: str, omgeving: Omgeving) -> Merk | None:
    """The mark that a word (without backslashes) is, or None."""
    name, _, inhoud = woord.partition("=")
    if not inhoud or name not in velden(cls):
        name, inhoud = marks_of(cls).get(woord[:1], ""), woord[1:]
    if not name or not inhoud:
        return None
    veld = velden(cls)[name]
    quoted = _QUOTED.fullmatch(inhoud)
    if quoted:
        inhoud = re.sub(r"\\(.)", r"\1", quoted[1], flags=re.DOTALL)
    elif _runs_on(veld, woord):
        return Merk(name, (inhoud + rest).strip())
    waarde = omgeving.match(veld, inhoud, quoted=bool(quoted))
    return None if waarde is None else Merk(name, waarde)


def _runs_on(veld: Veld, woord: str) -> bool:
    """Whether this mark takes all that follows on the line (unless its value is quoted)."""
    return veld.loopt_door and woord.startswith(veld.merk) and not _QUOTED.fullmatch(woord[1:])


def _is_free(cls: type[Record], merk: Merk, waarden: dict[str, Any]) -> bool:
    """A field with one value takes one mark; a second one stays text."""
    return merk.veld != cls.hoofdveld() and (holds_many(cls, merk.veld) or merk.veld not in waarden)


def _keep(cls: type[Record], merk: Merk, waarden: dict[str, Any]) -> None:
    if holds_many(cls, merk.veld):
        al = waarden.get(merk.veld, ())
        waarden[merk.veld] = al if merk.waarde in al else (*al, merk.waarde)
    else:
        waarden[merk.veld] = merk.waarde


def _escape(cls: type[Record], tekst: str, omgeving: Omgeving) -> str:
    """Text with a backslash before every word that would be read as a mark."""
    uit: list[str] = []
    plaats = 0
    while match := _WORD.match(tekst, plaats):
        ruimte, woord = match.groups()
        kaal = woord.lstrip("\\")
        is_mark = _read_merk(cls, kaal, tekst[match.end() :], omgeving) is not None
        uit.append(f"{ruimte}{chr(92) if is_mark else ''}{woord}")
        plaats = match.end()
    return "".join(uit)


def _format_merk(name: str, veld: Veld, waarde: Any, omgeving: Omgeving) -> str:
    if veld.vorm == "verwijzing":
        tekst = omgeving.nummer(waarde)
    elif veld.vorm == "janee":
        tekst = next(woord for woord, is_waar in JA_NEE.items() if is_waar == waarde)
    else:
        tekst = str(waarde)
    kop = veld.merk or f"{name}="
    if veld.loopt_door and '"' not in tekst and tekst == tekst.strip():
        return kop + tekst
    if re.search(r'[\s"\\]', tekst) or not tekst or veld.vorm == "deelnemer":
        return f'{kop}"{_quote(tekst)}"'
    return kop + tekst


def _quote(tekst: str) -> str:
    """Text as it stands between quotes.

    A space at its beginning gets a backslash: else the opening quote could close one that stands in the text before.
    """
    tekst = tekst.replace("\\", "\\\\").replace('"', '\\"')
    return f"\\{tekst}" if tekst[:1].isspace() else tekst


def complete_regel(cls: type[Record], regel: str, omgeving: Omgeving) -> str | None:
    """The line with its last word filled in, when that is the unmistakable beginning of a mark; else None."""
    begin, ruimte, woord = regel.rpartition(" ")
    name = marks_of(cls).get(woord[:1], "")
    if not name or len(woord) < 2:
        return None
    veld = velden(cls)[name]
    waarde = omgeving.match(veld, woord[1:])
    if not isinstance(waarde, str) or veld.vorm not in ("keuze", "opgave", "deelnemer"):
        return None
    heel = woord[1:] + waarde[len(woord) - 1 :]
    if waarde.casefold().startswith(woord[1:].casefold()) and " " not in heel and heel != woord[1:]:
        return f"{begin}{ruimte}{woord[0]}{heel}"
    return None
