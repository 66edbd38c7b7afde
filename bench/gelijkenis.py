"""How good the suggestions for rode draden are, on a file with the right answers, and what they cost."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import msgspec

from bench.meten import print_naast
from sessie_tool.kern.gelijkenis import Vergelijker, Voorstel, Woorden, suggest_voorgangers

NIEUW, OUD, RONDES = 40, 760, 7
"""The case that is timed: so many new draden against so many old ones."""

GEBRUIK = """\
Zo gebruikt u deze meting: python -m bench gelijkenis BESTAND.jsonl [--toen] [--json]
  --toen   gebruik per jaar alleen de draden tot en met dat jaar; anders alle jaren van het bestand, als één werkmap
  --json   alleen de cijfers, als JSON"""


class Regel(msgspec.Struct, frozen=True):
    """One draad of the file, with the lijn it is really in."""

    taak: str
    id: str
    jaar: int
    titel: str
    lijn: str
    tekst: str = ""
    signalen: tuple[str, ...] = ()

    @property
    def woorden(self) -> Woorden:
        """What the program gets to see: not the lijn."""
        return Woorden(self.id, self.id, self.titel, self.tekst, self.signalen, jaar=self.jaar)


class Uitslag(msgspec.Struct):
    """One query: where the first right answer stood (0 is none), whether there is one, and what was called strong."""

    plaats: int
    heeft: bool
    sterk: bool


def main(argv: list[str]) -> int:
    """Measure and print."""
    opties = [woord for woord in argv if woord.startswith("--")]
    paden = [woord for woord in argv if not woord.startswith("--")]
    if len(paden) != 1 or not set(opties) <= {"--json", "--toen"}:
        print(GEBRUIK, file=sys.stderr)
        return 2
    try:
        regels = read_regels(Path(paden[0]))
    except OSError:
        print(f"Het bestand {paden[0]} is niet te lezen. Kijk of de naam en de map kloppen.", file=sys.stderr)
        return 2
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    cijfers = count_cijfers(list(find_uitslagen(regels, toen="--toen" in opties)))
    if "--json" in opties:
        print(msgspec.json.encode(cijfers).decode())
        return 0
    print(" ".join(f"{naam} {_format(waarde)}" for naam, waarde in cijfers.items()))
    print_tijden([een.woorden for een in regels])
    return 0


def read_regels(pad: Path) -> list[Regel]:
    """The draden of a file.

    Raises:
        ValueError: a line is not right, or there is none.
    """
    regels: list[Regel] = []
    gezien: set[tuple[str, str]] = set()
    for nummer, rauw in enumerate(pad.read_bytes().splitlines(), 1):
        if not rauw.strip():
            continue
        try:
            een = msgspec.json.decode(rauw, type=Regel)
        except msgspec.ValidationError as error:
            raise ValueError(
                f"Regel {nummer} van {pad.name} mist een veld of heeft er een van de verkeerde soort. Nodig zijn taak, "
                "id, jaar (een getal), titel, tekst, signalen (een lijst met teksten) en lijn."
            ) from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ValueError(
                f"Regel {nummer} van {pad.name} is geen JSON. Zet op elke regel één JSON-object."
            ) from error
        if (een.taak, een.id) in gezien:
            raise ValueError(f"Regel {nummer} van {pad.name}: id '{een.id}' komt in deze taak twee keer voor.")
        gezien.add((een.taak, een.id))
        regels.append(een)
    if not regels:
        raise ValueError(f"In {pad.name} staat geen enkele draad.")
    return regels


def find_uitslagen(regels: Sequence[Regel], *, toen: bool = False) -> Iterator[Uitslag]:
    """Ask the program about every draad that has a year before it, among the draden of that year.

    The other draden of the task are the rest of the werkmap: they are no candidates.
    """
    for taak in dict.fromkeys(een.taak for een in regels):
        eigen = [een for een in regels if een.taak == taak]
        alles = Vergelijker([een.woorden for een in eigen])
        for jaar in sorted({een.jaar for een in eigen}):
            nieuw = [een for een in eigen if een.jaar == jaar]
            eerder = {een.id: een for een in eigen if een.jaar == jaar - 1}
            if not eerder:
                continue
            zoeker = Vergelijker([een.woorden for een in eigen if een.jaar <= jaar]) if toen else alles
            gevonden = zoeker.suggest([een.woorden for een in nieuw], jaren=(jaar - 1,))
            for een in nieuw:
                yield _judge(een, eerder, gevonden[een.id])


def count_cijfers(uitslagen: Sequence[Uitslag]) -> dict[str, float | int | None]:
    """The figures; one without anything to count is None."""
    plaatsen = [een.plaats for een in uitslagen if een.heeft]
    sterk = [een.plaats == 1 for een in uitslagen if een.sterk]
    return {
        "R@1": _mean([plaats == 1 for plaats in plaatsen]),
        "R@3": _mean([0 < plaats <= 3 for plaats in plaatsen]),
        "MRR": _mean([1 / plaats if plaats else 0 for plaats in plaatsen]),
        "precisie_sterk": _mean(sterk),
        "dekking_sterk": round(sum(sterk) / len(plaatsen), 4) if plaatsen else None,
        "n": len(plaatsen),
    }


def print_tijden(draden: Sequence[Woorden]) -> None:
    """What 40 new against 760 old costs, and one draad that is being typed, beside only counting the word parts."""
    rij = [
        msgspec.structs.replace(draden[nummer % len(draden)], id=str(nummer), lijn=str(nummer), jaar=nummer // NIEUW)
        for nummer in range(NIEUW + OUD)
    ]
    oud, nieuw = rij[:OUD], rij[OUD:]
    klaar = Vergelijker(oud)
    werk: dict[str, Callable[[], object]] = {
        "vloer": lambda: _count_parts(rij),
        "alles": lambda: suggest_voorgangers(nieuw, oud),
        "een": lambda: klaar.suggest(nieuw[:1]),
    }
    tijden: dict[str, list[float]] = {naam: [] for naam in werk}
    for _ in range(RONDES):
        for naam, doe in werk.items():
            begin = perf_counter()
            doe()
            tijden[naam].append(1000 * (perf_counter() - begin))
    tijd = {naam: median(gemeten) for naam, gemeten in tijden.items()}
    print_naast(f"{NIEUW} nieuwe naast {OUD} oude draden", tijd["alles"], "stukjes tellen", tijd["vloer"])
    print_naast(f"één draad naast {OUD}, klaargezet", tijd["een"], "stukjes tellen", tijd["vloer"])


def _judge(een: Regel, eerder: Mapping[str, Regel], voorstellen: Sequence[Voorstel]) -> Uitslag:
    goed = [eerder[voorstel.id].lijn == een.lijn for voorstel in voorstellen]
    return Uitslag(
        plaats=goed.index(True) + 1 if True in goed else 0,
        heeft=any(ander.lijn == een.lijn for ander in eerder.values()),
        sterk=bool(voorstellen) and voorstellen[0].zekerheid == "sterk",
    )


def _count_parts(draden: Sequence[Woorden]) -> list[Counter[str]]:
    """The least that comparing by parts of four letters can cost: cut every text and count."""
    teksten = [" ".join((een.titel, een.toelichting, *een.signalen)).lower() for een in draden]
    return [Counter(tekst[plek : plek + 4] for plek in range(len(tekst) - 3)) for tekst in teksten]


def _mean(waarden: Sequence[float]) -> float | None:
    return round(sum(waarden) / len(waarden), 4) if waarden else None


def _format(waarde: float | None) -> str:
    if waarde is None:
        return "–"
    return str(waarde) if isinstance(waarde, int) else f"{waarde:.3f}"
