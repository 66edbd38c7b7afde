"""Dates as people write them in a report: '21 maart 2024', 'do 21 mrt. 2024', '21-03-2024', '20240321'."""

import re
from datetime import date

from sessie_tool.kern.taal import MAANDEN

_KORT = {maand[:3]: nummer for nummer, maand in enumerate(MAANDEN, 1)} | {"mrt": 3}
_NAMEN = "|".join([*MAANDEN, *(f"{kort}\\." for kort in _KORT), *_KORT, "sept\\.?"])
_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DAG = rf"(?:(?:{'|'.join(_DAGEN)}|ma|di|wo|do|vr|za|zo)\.?,?\s+)?"

_VORMEN = (
    re.compile(
        rf"\b{_DAG}(?P<dag>\d{{1,2}})(?:e)?[\s.-]+(?P<naam>{_NAMEN})[\s,.-]+(?P<jaar>\d{{4}}|['’‘´`]\d\d)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_DAG}(?P<dag>\d{{1,2}})[-/.](?P<maand>\d{{1,2}})[-/.](?P<jaar>\d{{4}})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<jaar>(?:19|20)\d\d)[-_.](?P<maand>\d{1,2})[-_.](?P<dag>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<jaar>(?:19|20)\d\d)(?P<maand>[01]\d)(?P<dag>[0-3]\d)(?!\d)"),
    re.compile(
        rf"\b{_DAG}(?P<dag>\d{{1,2}})[-/](?P<maand>\d{{1,2}})[-/](?P<jaar>['’‘´`]?\d{{2}})(?!\d)", re.IGNORECASE
    ),
)


def find_datum(tekst: str) -> tuple[str, str]:
    """The first date in a text: its ISO form and the words as they stand there; ("", "") when there is none."""
    gevonden = [
        (match.start(), iso, match[0]) for vorm in _VORMEN for match in vorm.finditer(tekst) if (iso := _iso(match))
    ]
    return min(gevonden)[1:] if gevonden else ("", "")


def _iso(match: re.Match[str]) -> str:
    delen = match.groupdict()
    naam = (delen.get("naam") or "").lower()
    maand = _KORT[naam[:3]] if naam else int(delen["maand"])
    jaar = int(delen["jaar"].lstrip("'’‘´`"))
    try:
        return date(jaar + 2000 if jaar < 100 else jaar, maand, int(delen["dag"])).isoformat()
    except ValueError:
        return ""


def is_said_by(woorden: str, iso: str) -> bool:
    """Whether the words of a date say no more than the date itself: no weekday, or the right one."""
    eerste = woorden.split(maxsplit=1)[0].lower().strip(".,") if woorden.split() else ""
    if not eerste or eerste[0].isdigit():
        return True
    dag = _DAGEN[date.fromisoformat(iso).weekday()]
    return dag.startswith(eerste)
