"""What scores of contribution add to a verslag: sentences, tables and a picture per project; and to JSON."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sessie_tool.kern.bijdragen import Gemiddelde, Score, Uitslag, by_difference
from sessie_tool.kern.bouwstenen.bijdrage import Bijdrage, Stelling
from sessie_tool.kern.bouwstenen.rapport import name_text, number_punten
from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Figuur,
    Inhoud,
    Kolom,
    Kop,
    Punt,
    Rij,
    Tabel,
    Verwijzing,
    tekst,
)
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.tekening import Cel, Raster, Rasterrij

_NIETS = "–"
_STREEPJE = "Een streepje betekent dat er geen score is."

AFSTANDEN = (
    ("=", "gemiddeld minder dan 1 punt verschil"),
    ("≈", "gemiddeld 1 tot 2 punten verschil"),
    ("≠", "gemiddeld 2 punten verschil of meer"),
)
"""How far two parties are apart: the sign and what it means."""


def format_getal(getal: Decimal | int | None) -> str:
    """Decimal('2.3') → '2,3'; nothing → a dash."""
    return _NIETS if getal is None else str(getal).replace(".", ",")


def describe_verschil(uitslag: Uitslag) -> str:
    """'Verschil 19 over 31 stellingen.'."""
    if not uitslag.aantal:
        return "Nog geen stelling heeft een score van beide partijen."
    return f"Verschil {uitslag.verschil} over {format_aantal(uitslag.aantal, 'stelling', 'stellingen')}."


def as_summary(uitslag: Uitslag) -> dict[str, Any]:
    """What comes out for one project, as JSON with stable keys."""
    return {
        "project": uitslag.project,
        "verschil": uitslag.verschil,
        "aantal": uitslag.aantal,
        "gemiddelden": [
            {
                "doelstelling": one.doelstelling,
                "opdrachtgever": None if one.opdrachtgever is None else float(one.opdrachtgever),
                "opdrachtnemer": None if one.opdrachtnemer is None else float(one.opdrachtnemer),
                "verschil": one.verschil,
                "aantal": one.aantal,
            }
            for one in uitslag.gemiddelden
        ],
        "stellingen": [
            {
                "doelstelling": one.doelstelling,
                "stelling": one.stelling,
                "opdrachtgever": one.opdrachtgever,
                "opdrachtnemer": one.opdrachtnemer,
                "verschil": one.verschil,
            }
            for one in uitslag.scores
        ],
    }


def report_projecten(uitslagen: Sequence[Uitslag], bijdragen: Mapping[str, Bijdrage], omgeving: Omgeving) -> list[Blok]:
    """The projects side by side when there are more, then each of them."""
    blokken: list[Blok] = []
    if len(uitslagen) > 1:
        blokken += [Kop(2, tekst("De projecten naast elkaar")), _side_by_side(uitslagen)]
    if any(uitslag.aantal for uitslag in uitslagen):
        blokken.append(_draw(uitslagen))
    for uitslag in uitslagen:
        blokken += _report_project(uitslag, bijdragen, omgeving)
    return blokken


def _side_by_side(uitslagen: Sequence[Uitslag]) -> Tabel:
    rijen = [
        Rij((tekst(_name_doel(doel)), *(tekst(_show_paar(_find(uitslag, doel))) for uitslag in uitslagen)))
        for doel in _doelen(uitslagen)
    ]
    som = tuple(tekst(f"{one.verschil} over {one.aantal}" if one.aantal else _NIETS) for one in uitslagen)
    return Tabel(
        kolommen=(Kolom("Doelstelling", 2.5), *(Kolom(name_text(one.project), 1.5) for one in uitslagen)),
        rijen=(*rijen, Rij((tekst("Verschil over alle stellingen", vet=True), *som))),
        bijschrift="Gemiddelde score: eerst de opdrachtgever, dan de opdrachtnemer",
        beschrijving="Elke rij is een doelstelling en elke kolom een project. In een cel staat eerst het gemiddelde "
        f"van de opdrachtgever en dan dat van de opdrachtnemer. {_STREEPJE} De laatste rij telt de verschillen op.",
    )


def _doelen(uitslagen: Sequence[Uitslag]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.doelstelling for uitslag in uitslagen for one in uitslag.gemiddelden))


def _find(uitslag: Uitslag, doel: str) -> Gemiddelde | None:
    return next((one for one in uitslag.gemiddelden if one.doelstelling == doel), None)


def _name_doel(doel: str) -> str:
    return doel if doel.strip() else "(zonder doelstelling)"


def _show_paar(gemiddelde: Gemiddelde | None) -> str:
    if gemiddelde is None:
        return _NIETS
    return f"{format_getal(gemiddelde.opdrachtgever)} en {format_getal(gemiddelde.opdrachtnemer)}"


def _draw(uitslagen: Sequence[Uitslag]) -> Figuur:
    """How far the parties are apart, project against doelstelling."""
    doelen = _doelen(uitslagen)
    rijen = tuple(
        Rasterrij(name_text(one.project), tuple(_draw_cel(_find(one, doel)) for doel in doelen)) for one in uitslagen
    )
    zinnen = [
        f"{name_text(uitslag.project)}, {_name_doel(one.doelstelling)}: {_describe_afstand(one)}."
        for uitslag in uitslagen
        for one in uitslag.gemiddelden
        if one.aantal
    ]
    return Figuur(
        Raster(tuple(map(_name_doel, doelen)), rijen, (*AFSTANDEN, (_NIETS, "geen scores van beide partijen"))),
        "Hoe ver opdrachtgever en opdrachtnemer uit elkaar liggen, per project en doelstelling. " + " ".join(zinnen),
        "Overeenstemming per project en doelstelling: de som van de verschillen, en over hoeveel stellingen",
    )


def _draw_cel(gemiddelde: Gemiddelde | None) -> Cel:
    if gemiddelde is None or not gemiddelde.aantal:
        return Cel("", _NIETS)
    sterkte = gemiddelde.verschil / gemiddelde.aantal / 4
    return Cel(f"{gemiddelde.verschil} over {gemiddelde.aantal}", _afstand(gemiddelde)[0], min(1.0, sterkte))


def _afstand(gemiddelde: Gemiddelde) -> tuple[str, str]:
    return AFSTANDEN[min(gemiddelde.verschil // gemiddelde.aantal, len(AFSTANDEN) - 1)]


def _describe_afstand(gemiddelde: Gemiddelde) -> str:
    over = format_aantal(gemiddelde.aantal, "stelling", "stellingen")
    return f"verschil {gemiddelde.verschil} over {over}, {_afstand(gemiddelde)[1]}"


def _report_project(uitslag: Uitslag, bijdragen: Mapping[str, Bijdrage], omgeving: Omgeving) -> list[Blok]:
    blokken: list[Blok] = [Kop(2, tekst(name_text(uitslag.project))), Alinea(tekst(describe_verschil(uitslag)))]
    blokken.append(_means(uitslag))
    verschillen = _rows_to_discuss(uitslag, bijdragen)
    if verschillen:
        blokken += [Kop(3, tekst("De grootste verschillen")), _differences(uitslag, verschillen, bijdragen, omgeving)]
    return [*blokken, Kop(3, tekst("Alle scores")), _all_scores(uitslag, bijdragen, omgeving)]


def _means(uitslag: Uitslag) -> Tabel:
    rijen = tuple(
        Rij(
            (
                tekst(_name_doel(one.doelstelling)),
                tekst(format_getal(one.opdrachtgever)),
                tekst(format_getal(one.opdrachtnemer)),
                tekst(f"{one.verschil} over {one.aantal}" if one.aantal else _NIETS),
            )
        )
        for one in uitslag.gemiddelden
    )
    return Tabel(
        kolommen=(
            Kolom("Doelstelling", 3),
            Kolom("Opdrachtgever", 1.2),
            Kolom("Opdrachtnemer", 1.2),
            Kolom("Verschil"),
        ),
        rijen=rijen,
        bijschrift=f"{name_text(uitslag.project)}: gemiddelde score per doelstelling",
        beschrijving="Elke rij is een doelstelling; de kolommen zijn het gemiddelde van elke partij en de som van de "
        f"verschillen over het aantal stellingen. {_STREEPJE}",
    )


def _rows_to_discuss(uitslag: Uitslag, bijdragen: Mapping[str, Bijdrage]) -> list[Score]:
    """The statements on which the parties differ, the largest first, then the others about which something was said."""
    eerst = [one for one in by_difference(uitslag.scores) if one.verschil]
    rest = [one for one in uitslag.scores if not one.verschil and _is_discussed(bijdragen[one.bron])]
    return eerst + rest


def _is_discussed(bijdrage: Bijdrage) -> bool:
    return any((bijdrage.reden, bijdrage.waarom, bijdrage.afspraak))


def _differences(uitslag: Uitslag, scores: list[Score], bijdragen: Mapping[str, Bijdrage], omgeving: Omgeving) -> Tabel:
    rijen = []
    for score in scores:
        bijdrage = bijdragen[score.bron]
        reden = ": ".join(deel for deel in (bijdrage.reden, bijdrage.waarom) if deel)
        wat = (_link(bijdrage, omgeving), tekst(format_getal(score.verschil)), tekst(_show_scores(score)))
        rijen.append(Rij((*wat, tekst(reden or _NIETS), tekst(bijdrage.afspraak or _NIETS))))
    return Tabel(
        kolommen=(
            Kolom("Stelling", 3),
            Kolom("Verschil", 0.9),
            Kolom("Scores", 0.9),
            Kolom("Reden", 2),
            Kolom("Afspraak", 2),
        ),
        rijen=tuple(rijen),
        bijschrift=f"{name_text(uitslag.project)}: waar de partijen verschillen, het grootste verschil eerst",
        beschrijving="Elke rij is een stelling. Bij de scores staat eerst de opdrachtgever, dan de opdrachtnemer. "
        f"{_STREEPJE}",
    )


def _show_scores(score: Score) -> str:
    return f"{format_getal(score.opdrachtgever)} en {format_getal(score.opdrachtnemer)}"


def _link(bijdrage: Bijdrage, omgeving: Omgeving) -> Inhoud:
    return (Verwijzing(omgeving.noem(bijdrage.stelling), bijdrage.stelling),)


def _all_scores(uitslag: Uitslag, bijdragen: Mapping[str, Bijdrage], omgeving: Omgeving) -> Tabel:
    rijen = tuple(
        Rij(
            (
                _link(bijdragen[one.bron], omgeving),
                tekst(_name_doel(one.doelstelling)),
                tekst(format_getal(one.opdrachtgever)),
                tekst(format_getal(one.opdrachtnemer)),
                tekst(format_getal(one.verschil)),
            ),
            one.bron,
        )
        for one in uitslag.scores
    )
    return Tabel(
        kolommen=(
            Kolom("Stelling", 4),
            Kolom("Doelstelling", 1.8),
            Kolom("Opdrachtgever", 1.1),
            Kolom("Opdrachtnemer", 1.1),
            Kolom("Verschil", 0.9),
        ),
        rijen=rijen,
        bijschrift=f"{name_text(uitslag.project)}: {format_aantal(len(rijen), 'stelling', 'stellingen')}",
        beschrijving="Elke rij is een stelling; de kolommen zijn de doelstelling, de score van elke partij en het "
        f"verschil. {_STREEPJE}",
    )


def report_stellingen(stellingen: Sequence[Stelling], omgeving: Omgeving) -> list[Blok]:
    """All statements with their numbers, per doelstelling; also those without a score."""
    blokken: list[Blok] = [Kop(2, tekst("De stellingen"))] if stellingen else []
    for doel in dict.fromkeys(one.doelstelling for one in stellingen):
        punten = [
            (one.id, Punt((Alinea(tekst(name_text(one.tekst))),), one.id))
            for one in stellingen
            if one.doelstelling == doel
        ]
        blokken += [Kop(3, tekst(_name_doel(doel))), *number_punten(punten, omgeving)]
    return blokken
