"""Dutch wording of dates, numbers and lists (plain language, B1)."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

EURO = "€\u00a0"
"""The sign before an amount, with a space at which no line breaks."""

MIN = "\u2212"

_MAAL = {"duizend": 1_000, "miljoen": 1_000_000, "mln": 1_000_000, "mln.": 1_000_000, "miljard": 1_000_000_000}
_GELD = re.compile(
    r"(?:€\s?)?([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]{1,15})(?:,([0-9]{1,2}|-|[0-9]{1,9}(?=\s[dm])))?"
    r"(?:\s(duizend|miljoen|mln\.?|miljard))?(?:\seuro)?",
    re.IGNORECASE,
)
_MEESTE_GELD = 10**17

GELD_WOORD = r"€[ \u00a0]?[0-9][0-9.,]*(?:[ \u00a0](?i:duizend|miljoen|mln\.?|miljard))?"
"""How an amount looks in a line: the one thing that may hold a space and needs no quotes."""


def format_datum(iso: str) -> str:
    """'2024-03-21' → '21 maart 2024'; text that is no ISO date comes back as it is."""
    try:
        dag = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def format_datum_kort(iso: str) -> str:
    """'2024-03-21' → '21-3-2024', as people type it; text that is no ISO date comes back as it is."""
    try:
        dag = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{dag.day}-{dag.month}-{dag.year}"


def format_aantal(aantal: int, enkel: str, meer: str) -> str:
    """1, 'signaal', 'signalen' → '1 signaal'."""
    return f"{aantal} {enkel if aantal == 1 else meer}"


def format_getal(waarde: int | Fraction, decimalen: int) -> str:
    """Fraction(17, 6), 2 → '2,83': rounded half up, with a decimal comma."""
    keer: int = 10**decimalen
    afgerond = (2 * abs(Fraction(waarde)) * keer + 1) // 2
    heel, rest = divmod(afgerond, keer)
    return f"{MIN if waarde < 0 and afgerond else ''}{heel}{f',{rest:0{decimalen}d}' if decimalen else ''}"


def join_woorden(woorden: Sequence[str]) -> str:
    """['a', 'b', 'c'] → 'a, b en c'."""
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} en {woorden[-1]}"


def slug(tekst: str, langste: int) -> str:
    """'Één / twee!' → 'een-twee': at most `langste` signs that every file system takes; "" when none is left."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:langste].strip("-")


def whole_text(tekst: str) -> str:
    """The text with half characters (lone surrogates), which no file can hold, as U+FFFD."""
    return tekst.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def format_geld(centen: int) -> str:
    """6000000 → '€ 60.000', 125050 → '€ 1.250,50', with a space that does not break; below 0 with a minus in front."""
    euro, rest = divmod(abs(centen), 100)
    heel = f"{euro:,}".replace(",", ".")
    return f"{MIN if centen < 0 else ''}{EURO}{heel}{f',{rest:02d}' if rest else ''}"


def parse_geld(tekst: str) -> int | None:
    """'€ 60.000', '1250', '1.250,50', '€5' or '2,5 miljoen' → whole cents; None when it is not unmistakable.

    An amount below zero is none: whether it is paid or gained is said beside it. '60,000', '1.25' and '1.250 miljoen'
    are none either: they can mean two things.
    """
    match = _GELD.fullmatch(tekst.strip())
    if not match:
        return None
    heel, rest, woord = match.groups()
    if woord and "." in heel:
        return None
    keer = _MAAL[woord.casefold()] if woord else 1
    rest = (rest or "").rstrip("0-")
    centen, over = divmod(int(heel.replace(".", "") + rest) * keer * 100, 10 ** len(rest))
    return centen if not over and centen < _MEESTE_GELD else None


def letter(nummer: int) -> str:
    """1 → 'a', 26 → 'z', 27 → 'aa' (as in a lettered list)."""
    tekens = ""
    while nummer > 0:
        nummer, rest = divmod(nummer - 1, 26)
        tekens = chr(ord("a") + rest) + tekens
    return tekens


def letter_number(tekens: str) -> int | None:
    """'a' → 1, 'aa' → 27; None when it is no letter number."""
    if not 0 < len(tekens) < 5 or not all("a" <= teken <= "z" for teken in tekens):
        return None
    nummer = 0
    for teken in tekens:
        nummer = nummer * 26 + ord(teken) - ord("a") + 1
    return nummer


def parse_datum(tekst: str, vanaf: str = "") -> str | None:
    """'21-3-2024', '2024-03-21' or '21-3' → ISO date; None when it is no date.

    A date without a year is the first one on or after `vanaf` (ISO), the date of the session.
    """
    delen = tekst.replace("/", "-").split("-")
    if not all(deel.isascii() and deel.isdigit() and len(deel) < 5 for deel in delen) or len(delen) not in (2, 3):
        return None
    getallen = [int(deel) for deel in delen]
    if len(delen) == 3 and len(delen[0]) == 4:
        return _iso(*getallen)
    if len(delen) == 3:
        dag, maand, jaar = getallen
        return _iso(jaar + 2000 if len(delen[2]) == 2 else jaar, maand, dag) if len(delen[2]) in (2, 4) else None
    return _next_iso(getallen[1], getallen[0], vanaf)


def _iso(jaar: int, maand: int, dag: int) -> str | None:
    try:
        return date(jaar, maand, dag).isoformat()
    except (ValueError, OverflowError):
        return None


def _next_iso(maand: int, dag: int, vanaf: str) -> str | None:
    """The first such day on or after `vanaf`; up to eight years on, for 29 February."""
    if not vanaf[:4].isdigit():
        return None
    for jaar in range(int(vanaf[:4]), int(vanaf[:4]) + 9):
        iso = _iso(jaar, maand, dag)
        if iso and iso >= vanaf:
            return iso
    return None
