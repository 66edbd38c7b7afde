"""The drawing of a comparison: the life lines of the first lijnen, with in words what it tells."""

from collections.abc import Sequence

from sessie_tool.kern.document import Figuur
from sessie_tool.kern.lijnen import Lijn, Vergelijking
from sessie_tool.kern.staten import TEKENS, Staat
from sessie_tool.kern.tekening import Levenslijn, Levenslijnen, Merkpunt, Vorm

HOOGSTENS = 16
"""So many lijnen fit in a drawing on a page; the table beside it has them all."""

VORMEN: dict[Staat, Vorm] = {
    "nieuw": "open",
    "terug": "ruit",
    "gegroeid": "op",
    "blijvend": "vol",
    "gekrompen": "neer",
    "verdwenen": "kruis",
    "nog niet beoordeeld": "vraag",
    "geen ronde": "punt",
}
"""The shape of each state."""


def draw_lijnen(vergelijking: Vergelijking, jaren: Sequence[int]) -> Figuur:
    """The life lines over these years."""
    shown = [lijn for lijn in vergelijking.lijnen if any(jaar in lijn.staten for jaar in jaren)][:HOOGSTENS]
    zwaarste = max((gewicht for lijn in shown for gewicht in lijn.gewichten.values()), default=0) or 1
    used = {lijn.staten[jaar] for lijn in shown for jaar in jaren if jaar in lijn.staten}
    tekening = Levenslijnen(
        kolommen=tuple(str(jaar) for jaar in jaren),
        lijnen=tuple(
            Levenslijn(lijn.naam, tuple(_punt(lijn, jaar, jaren, zwaarste) for jaar in jaren)) for lijn in shown
        ),
        legenda=tuple((VORMEN[staat], staat) for staat in TEKENS if staat in used),
    )
    wat = f"De bovenste {len(shown)} lijnen van de tabel" if len(shown) < len(vergelijking.lijnen) else "Alle lijnen"
    return Figuur(
        tekening,
        alternatief=f"De lijnen met hun aantal signalen: {' '.join(_tell(lijn, jaren) for lijn in shown)}",
        bijschrift=f"{wat} door de jaren; bij elk punt het aantal signalen, en de lijn is dikker als dat er meer zijn",
    )


def _punt(lijn: Lijn, jaar: int, jaren: Sequence[int], zwaarste: int) -> Merkpunt | None:
    if jaar not in lijn.staten:
        return None
    gewicht = lijn.gewichten.get(jaar)
    dikte = (gewicht or 0) / zwaarste if _runs_on(lijn, jaar, jaren) else None
    return Merkpunt(VORMEN[lijn.staten[jaar]], "" if gewicht is None else str(gewicht), dikte)


def _runs_on(lijn: Lijn, jaar: int, jaren: Sequence[int]) -> bool:
    volgende = next((one for one in jaren if one > jaar), None)
    return volgende is not None and lijn.is_alive(jaar) and lijn.is_alive(volgende)


def _tell(lijn: Lijn, jaren: Sequence[int]) -> str:
    """'Het stroomnet', nieuw in 2023 met 4, gegroeid in 2024 met 10."""
    delen = []
    for jaar in jaren:
        if jaar in lijn.staten:
            gewicht = lijn.gewichten.get(jaar)
            delen.append(f"{lijn.staten[jaar]} in {jaar}{'' if gewicht is None else f' met {gewicht}'}")
    return f"'{lijn.naam}', {', '.join(delen)}."
