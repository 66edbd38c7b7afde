"""The course of bijdragescores as text to read and as a Document."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from sessie_tool.kern.bijdragejaren import Doelloop, Projectloop, Stellingloop
from sessie_tool.kern.bijdragen import Gemiddelde
from sessie_tool.kern.bouwstenen.bijdrage import PARTIJEN
from sessie_tool.kern.bouwstenen.bijdrage_rapport import format_getal
from sessie_tool.kern.document import Alinea, Blok, Document, Kolom, Kop, Lijst, Punt, Rij, Tabel, tekst
from sessie_tool.kern.taal import MIN, format_aantal, format_datum, join_woorden

KOPPEN = ("Doelstelling", "Opdrachtgever", "Opdrachtnemer", "Verschil")
_UITLEG = (
    "Een score loopt van 0 tot en met 4. Tussen haakjes staat hoeveel het gemiddelde omhoog of omlaag ging, van de "
    "eerste tot de laatste keer. Een streepje betekent dat er geen score is."
)


def split_loops(loops: Iterable[Projectloop]) -> tuple[list[Projectloop], list[Projectloop]]:
    """The projects that were scored more often, and those that were scored once."""
    alle = list(loops)
    return [one for one in alle if len(one.metingen) > 1], [one for one in alle if len(one.metingen) == 1]


def describe_jaren(loop: Projectloop) -> str:
    """'2025 → 2026'."""
    return " → ".join(one.naam for one in loop.metingen)


def describe_verschillen(loop: Projectloop) -> list[str]:
    """How far the parties were apart each time, and over the statements that were scored every time."""
    delen = [
        f"{one.uitslag.verschil} over {format_aantal(one.uitslag.aantal, 'stelling', 'stellingen')} in {one.naam}"
        for one in loop.metingen
    ]
    zinnen = [f"Verschil {join_woorden(delen)}."]
    if len(loop.metingen) > 1 and loop.gedeeld:
        sommen = [sum(one.scores[plaats].verschil for one in loop.gedeeld) for plaats in range(len(loop.metingen))]  # type: ignore[union-attr,misc]
        over = format_aantal(len(loop.gedeeld), "stelling", "stellingen")
        zinnen.append(f"Over de {over} die elke keer door beide zijn gescoord: {' → '.join(map(str, sommen))}.")
    return zinnen


def table_rows(loop: Projectloop) -> list[tuple[str, ...]]:
    """Per doelstelling the means of each party and the difference, from the first session to the last."""
    return [
        (
            doel.doelstelling.strip() or "(zonder doelstelling)",
            *(_show_means(doel, partij) for partij in PARTIJEN),
            " → ".join(_show_verschil(one) for one in doel.gemiddelden),
        )
        for doel in loop.doelen
    ]


def _show_means(doel: Doelloop, partij: str) -> str:
    keren = _join(getattr(one, partij) if one else None for one in doel.gemiddelden)
    verandering = doel.change(partij)
    return keren if verandering is None else f"{keren} ({format_change(verandering)})"


def _join(getallen: Iterable[Any]) -> str:
    return " → ".join(format_getal(een) for een in getallen)


def _show_verschil(gemiddelde: Gemiddelde | None) -> str:
    return f"{gemiddelde.verschil} over {gemiddelde.aantal}" if gemiddelde and gemiddelde.aantal else format_getal(None)


def format_change(getal: Decimal) -> str:
    """Decimal('0.5') → '+0,5'; below zero with a minus; '0' for none."""
    if not getal:
        return "0"
    return f"{'+' if getal > 0 else MIN}{format_getal(abs(getal))}"


def describe_shift(stelling: Stellingloop) -> str:
    """'Meer inwoners doen mee: opdrachtgever 4 → 2, opdrachtnemer 1 → 2, verschil 3 → 0'."""
    delen = [
        f"{naam} {_join(getattr(one, naam) if one else None for one in stelling.scores)}"
        for naam in (*PARTIJEN, "verschil")
    ]
    return f"{stelling.stelling.rstrip('.')}: {', '.join(delen)}"


def describe_once(loops: Sequence[Projectloop]) -> str:
    """Which projects were scored once, and when."""
    return f"Eén keer gescoord: {join_woorden([f'{one.project} ({one.metingen[0].naam})' for one in loops])}."


def show_table(loop: Projectloop) -> list[str]:
    """The means in columns, for a wide screen."""
    rijen = [tuple(map(str.upper, KOPPEN)), *table_rows(loop)]
    breedtes = [max(len(rij[plaats]) for rij in rijen) for plaats in range(len(KOPPEN))]
    return ["  ".join(cel.ljust(breed) for cel, breed in zip(rij, breedtes, strict=True)).rstrip() for rij in rijen]


def show_points(loop: Projectloop) -> list[str]:
    """The means as lines that may be broken, for a narrow screen or one that reads aloud."""
    namen = [naam.lower() for naam in KOPPEN[1:]]
    return [
        f"- {doel}: {', '.join(f'{naam} {cel}' for naam, cel in zip(namen, cellen, strict=True))}"
        for doel, *cellen in table_rows(loop)
    ]


def tell_loops(loops: Iterable[Projectloop], show: Callable[[Projectloop], list[str]] = show_table) -> list[str]:
    """All of it as lines of plain text; `show` gives the means."""
    vaker, eens = split_loops(loops)
    regels = [regel for loop in vaker for regel in (*_tell(loop, show(loop)), "")]
    if not vaker:
        regels += ["Geen project is in twee sessies gescoord. Score het een volgende keer weer: dan komt het hier."]
    return [*regels, *([describe_once(eens)] if eens else [])]


def _tell(loop: Projectloop, gemiddelden: list[str]) -> list[str]:
    regels = [f"{loop.project} ({describe_jaren(loop)})", *describe_verschillen(loop), "", *gemiddelden]
    verschoven = [f"- {describe_shift(one)}" for one in loop.shifted()]
    return [*regels, *(["", "Dit verschoof het meest:", *verschoven] if verschoven else [])]


def make_bijdrageblad(loops: Iterable[Projectloop], moment: str) -> Document:
    """The course as a Document."""
    vaker, eens = split_loops(loops)
    jaren = sorted({one.jaar for loop in vaker for one in loop.metingen})
    blokken: list[Blok] = [
        Alinea(tekst(f"Stand van {format_datum(moment[:10])}."), "status"),
        Alinea(tekst(_UITLEG)),
    ]
    for loop in vaker:
        blokken += _report(loop)
    blokken += [Alinea(tekst(describe_once(eens)))] if eens else []
    return Document(
        titel=f"Bijdragescores {join_woorden(list(map(str, jaren)))}".strip(),
        ondertitel="Dezelfde projecten naast elkaar",
        onderwerp="Bijdragescores door de jaren heen",
        moment=moment,
        blokken=tuple(blokken),
    )


def _report(loop: Projectloop) -> list[Blok]:
    rijen = tuple(Rij(tuple(map(tekst, rij))) for rij in table_rows(loop))
    keren = [f"{one.naam}: {one.titel}, {format_datum(one.datum)}" for one in loop.metingen]
    blokken: list[Blok] = [
        Kop(1, tekst(loop.project)),
        Lijst(tuple(Punt((Alinea(tekst(een)),)) for een in keren)),
        *(Alinea(tekst(zin)) for zin in describe_verschillen(loop)),
        Tabel(
            kolommen=(Kolom(KOPPEN[0], 2), *(Kolom(kop, 1.4) for kop in KOPPEN[1:])),
            rijen=rijen,
            bijschrift=f"{loop.project}: gemiddelde score per doelstelling, {describe_jaren(loop)}",
            beschrijving="Elke rij is een doelstelling. In een cel staan de keren van oud naar nieuw, met een pijl "
            "ertussen; tussen haakjes de verandering.",
        ),
    ]
    verschoven = tuple(Punt((Alinea(tekst(describe_shift(one))),)) for one in loop.shifted())
    if verschoven:
        blokken += [Kop(2, tekst("Dit verschoof het meest")), Lijst(verschoven)]
    return blokken


def as_json(loop: Projectloop) -> dict[str, Any]:
    """One project with stable keys; numbers as numbers, missing as null."""
    return {
        "project": loop.project,
        "metingen": [
            {"jaar": one.jaar, "datum": one.datum, "sessie": one.sessie, "titel": one.titel}
            | {"verschil": one.uitslag.verschil, "aantal": one.uitslag.aantal}
            for one in loop.metingen
        ],
        "doelstellingen": [
            {
                "doelstelling": doel.doelstelling,
                "metingen": [_as_means(one) for one in doel.gemiddelden],
                "verandering": {partij: _number(doel.change(partij)) for partij in PARTIJEN},
            }
            for doel in loop.doelen
        ],
        "stellingen": [
            {
                "stelling": one.stelling,
                "doelstelling": one.doelstelling,
                "metingen": [
                    {naam: getattr(score, naam) if score else None for naam in (*PARTIJEN, "verschil")}
                    for score in one.scores
                ],
                "verandering": {naam: one.change(naam) for naam in (*PARTIJEN, "verschil")},
            }
            for one in loop.stellingen
        ],
    }


def _as_means(gemiddelde: Gemiddelde | None) -> dict[str, Any]:
    waarden = {partij: _number(getattr(gemiddelde, partij) if gemiddelde else None) for partij in PARTIJEN}
    return waarden | {
        "verschil": gemiddelde.verschil if gemiddelde else None,
        "aantal": gemiddelde.aantal if gemiddelde else 0,
    }


def _number(getal: Decimal | None) -> float | None:
    return None if getal is None else float(getal)
