r"""The quick notation: one line = one record, with marks for its fields.

`Netcongestie remt de nieuwbouw +buiten !trend #groen @Jansen bron="CBS 2024"`: a mark is the sign of a field and its
value, or the name of any field, `=` and its value. A mark counts only at the start of a word and only when its value
is known or unmistakable; all else stays text as typed. A backslash before a mark makes it text. A mark whose field
`loopt_door` takes the rest of the line. The signs come from the record's own fields (`Veld.merk`).
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import msgspec

from sessie_tool.kern.omgeving import JA_NEE, Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import EURO, GELD_WOORD, format_geld
from sessie_tool.kern.veld import Veld, holds_many, velden

R = TypeVar("R", bound=Record)

_WORD = re.compile(rf'(\s*)((?:\\*[^\s"\w]|\\*\w+=)"(?:[^"\\]|\\.)*"(?=\s|$)|\\*{GELD_WOORD}(?=\s|$)|\S+)', re.DOTALL)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)


_BEGIN = re.compile(r'(?<!\S)([^\s"\\\w]|\w+=)("[^"\\]*|[^\s"]*)$')
"""A mark at the end of a line, perhaps with a quote that is still open."""

LANGSTE_REGEL = 1_000
"""In a longer line nothing is filled in, so that every key stays quick."""

MEESTE = 20
"""The most values that one beginning offers; one more letter makes them fewer."""


class Aanvulling(NamedTuple):
    """A way to go on with a line: the whole line, and the value as it is shown."""

    regel: str
    label: str


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
    """The words that look like a mark but were kept as text: in the text of a record, or in what came of it."""
    signs = "".join(marks_of(type(record)))
    tekst = f"{record.hoofdtekst} {getattr(record, getattr(record, 'UITKOMST', ''), '')}"
    return re.findall(rf"(?<!\S)[{re.escape(signs)}][^\W\d_]\S*", tekst) if signs else []


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
    elif _is_number_sign(veld, woord):
        return None
    elif _runs_on(veld, woord):
        return Merk(name, (inhoud + rest).strip())
    waarde = omgeving.match(veld, inhoud, quoted=bool(quoted))
    return None if waarde is None else Merk(name, waarde)


def _runs_on(veld: Veld, woord: str) -> bool:
    """Whether this mark takes all that follows on the line (unless its value is quoted)."""
    return veld.loopt_door and woord.startswith(veld.merk) and not _QUOTED.fullmatch(woord[1:])


def _is_number_sign(veld: Veld, woord: str) -> bool:
    """Whether a word is '#3' where # stands for free text: that calls a record by its number, as everywhere."""
    return veld.merk == "#" and veld.vorm == "regel" and woord[:1] == "#" and woord[1:2].isdigit()


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
    elif veld.vorm == "geld":
        tekst = format_geld(waarde).removeprefix(EURO)
    else:
        tekst = str(waarde)
    kop = veld.merk or f"{name}="
    is_nummer = _is_number_sign(veld, kop + tekst)
    if veld.loopt_door and '"' not in tekst and tekst == tekst.strip() and not is_nummer:
        return kop + tekst
    if re.search(r'[\s"\\]', tekst) or not tekst or veld.vorm in ("deelnemer", "doelstelling") or is_nummer:
        return f'{kop}"{_quote(tekst)}"'
    return kop + tekst


def _quote(tekst: str) -> str:
    """Text as it stands between quotes.

    A space at its beginning gets a backslash: else the opening quote could close one that stands in the text before.
    """
    tekst = tekst.replace("\\", "\\\\").replace('"', '\\"')
    return f"\\{tekst}" if tekst[:1].isspace() else tekst


def complete_regel(cls: type[Record], regel: str, omgeving: Omgeving) -> tuple[Aanvulling, ...]:
    """The lines in which the mark at the end is filled in, one per value that has a word with its beginning.

    Each reads back as the line without that mark and with that value chosen; when none does, the value is left out.
    """
    match = _BEGIN.search(regel) if len(regel) <= LANGSTE_REGEL else None
    name = (marks_of(cls).get(match[1]) or match[1][:-1]) if match else ""
    if match is None or name not in velden(cls):
        return ()
    getypt, begin = match[2].removeprefix('"'), regel[: match.start()]
    before = parse_waarden(cls, begin, omgeving)
    found = []
    for waarde, tekst, label in _find_choices(velden(cls)[name], getypt, omgeving):
        wens = dict(before)
        _keep(cls, Merk(name, waarde), wens)
        lines = [f"{begin}{match[1]}{vorm}" for vorm in _spell(tekst, getypt)]
        line = next((line for line in lines if parse_waarden(cls, line, omgeving) == wens), "")
        found += [Aanvulling(line, label)] if line not in ("", regel) and wens != before else []
    return tuple(found)


def _spell(tekst: str, getypt: str) -> tuple[str, ...]:
    """The ways to type a value, the one that goes on with what was typed first."""
    verder = getypt + tekst[len(getypt) :] if tekst.casefold().startswith(getypt.casefold()) else tekst
    return verder, tekst, f'"{_quote(tekst)}"'


def _find_choices(veld: Veld, begin: str, omgeving: Omgeving) -> Iterator[tuple[object, str, str]]:
    """Value, how it is typed and how it is shown, for the values that have a word with this beginning."""
    if veld.vorm != "verwijzing":
        every = (((JA_NEE[one] if veld.vorm == "janee" else one), one, one) for one in omgeving.options(veld))
    elif begin and omgeving.match(veld, begin):
        return iter(())
    else:
        every = ((one.id, omgeving.nummer(one.id), omgeving.noem(one.id)) for one in omgeving.targets(veld))
    zoek = begin.casefold()
    return islice((one for one in every if f" {zoek}" in f" {one[2]}".casefold()), MEESTE)
