"""Vergelijking → Document: the rode draden over the years, as a matrix, a drawing, and the story of each lijn."""

from collections.abc import Iterable, Mapping, Sequence

from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Document,
    Inhoud,
    Inhoudsopgave,
    Kolom,
    Kop,
    Lijst,
    Opmaak,
    Punt,
    Rij,
    Tabel,
    Tekst,
    Verwijzing,
    tekst,
)
from sessie_tool.kern.lijnen import Draad, Lijn, Vergelijking, format_aandeel, show_titel
from sessie_tool.kern.staten import MINSTENS, TEKENS, Staat
from sessie_tool.kern.taal import format_aantal, format_datum, join_woorden
from sessie_tool.kern.vergelijkbeeld import draw_lijnen
from sessie_tool.kern.verhaal import VONDSTSOORTEN, Verhaal, Vondst

JAREN_NAAST_ELKAAR = 6
"""So many years fit beside each other on a page; more come in a next table."""

_IN_HET_OOG: tuple[Staat, ...] = ("nieuw", "terug", "verdwenen")

Verhalen = Mapping[str, Verhaal]


def make_vergelijking(
    vergelijking: Vergelijking, verhalen: Iterable[Verhaal], moment: str, *, soort: str, opgave: str = ""
) -> Document:
    """The comparison as a Document.

    Args:
        vergelijking: the lijnen and their states.
        verhalen: what lies below them.
        moment: ISO moment at which it is made; its date stands in the status line.
        soort: the soort of sessions that is compared.
        opgave: the opgave that was asked for; "" for all.
    """
    per_lijn = {one.lijn: one for one in verhalen}
    jaren = vergelijking.jaren
    over = f"van {jaren[0]} tot en met {jaren[-1]}" if len(jaren) > 1 else f"van {jaren[0]}" if jaren else ""
    blokken: list[Blok] = [
        Alinea(
            tekst(f"Stand van {format_datum(moment[:10])}. Wat daarna wordt beslist, staat hier niet in."), "status"
        ),
        *_report_bron(vergelijking, soort, opgave),
        Inhoudsopgave(),
        *_report_kort(vergelijking),
        *_report_alles(vergelijking),
        *_report_oog(vergelijking),
        *_report_open(vergelijking),
        *_report_verhalen(vergelijking, per_lijn),
        *_report_bewijs(vergelijking, per_lijn),
    ]
    return Document(
        titel=f"Rode draden {over}".strip(),
        ondertitel="Vergelijking van de jaren",
        onderwerp="Vergelijking van rode draden",
        moment=moment,
        blokken=tuple(blokken),
    )


def _report_bron(vergelijking: Vergelijking, soort: str, opgave: str) -> list[Blok]:
    sessies = len({draad.sessie for draad in vergelijking.draden.values() if draad.jaar in vergelijking.jaren})
    bron = f"{format_aantal(sessies, 'sessie', 'sessies')} van de soort {soort}"
    delen = [("Gemaakt uit", bron), ("Strategische opgave", opgave)]
    return [Alinea((*tekst(f"{label}: ", vet=True), *tekst(waarde))) for label, waarde in delen if waarde]


def _report_kort(vergelijking: Vergelijking) -> list[Blok]:
    """How many lijnen are in which state, year by year; and how growth is measured."""
    punten = []
    for jaar in vergelijking.jaren:
        staten = [lijn.staten.get(jaar) for lijn in vergelijking.lijnen]
        delen = [f"{staten.count(staat)} {staat}" for staat in TEKENS if staat in staten and staat != "geen ronde"]
        zin = join_woorden(delen) if jaar in vergelijking.signalen else "geen ronde"
        punten.append(Punt((Alinea((*tekst(f"{jaar}: ", vet=True), *tekst(zin or "geen rode draden"))),)))
    uitleg = (
        "Een lijn is een rode draad door de jaren heen. Zij is gegroeid of gekrompen als haar deel van alle signalen "
        "van dat jaar minstens een kwart groter of een vijfde kleiner werd dan in de vorige ronde waarin zij er was, "
        f"en het om minstens {MINSTENS} signalen gaat. Wat bij elkaar hoort en wat nieuw is of verdween, hebben mensen "
        "beslist."
    )
    tellingen = [Lijst(tuple(punten))] if punten else []
    return [Kop(1, tekst("In het kort"), nummering="cijfer"), *tellingen, Alinea(tekst(uitleg))]


def _report_alles(vergelijking: Vergelijking) -> list[Blok]:
    """The drawing and the table, as many years at a time as a page holds."""
    blokken: list[Blok] = [Kop(1, tekst("Alle lijnen"), nummering="cijfer")]
    if not vergelijking.lijnen:
        return [*blokken, Alinea(tekst("In deze jaren zijn er geen rode draden.", cursief=True))]
    for begin in range(0, len(vergelijking.jaren), JAREN_NAAST_ELKAAR):
        jaren = vergelijking.jaren[begin : begin + JAREN_NAAST_ELKAAR]
        blokken += [draw_lijnen(vergelijking, jaren), _table(vergelijking, jaren)]
    return blokken


def _table(vergelijking: Vergelijking, jaren: Sequence[int]) -> Tabel:
    return Tabel(
        kolommen=(Kolom("Lijn", 3), *(Kolom(str(jaar), 1.5) for jaar in jaren)),
        rijen=tuple(
            Rij((_link(lijn), *(tekst(describe_cel(lijn, jaar)) for jaar in jaren))) for lijn in vergelijking.lijnen
        ),
        bijschrift=f"De lijnen {_span(jaren)}",
        beschrijving="Elke rij is een lijn, elke kolom een jaar. In een cel staan de staat, het aantal signalen en het "
        "deel van alle signalen van dat jaar. Een lege cel betekent dat de lijn er nog niet was.",
    )


def _span(jaren: Sequence[int]) -> str:
    return f"in {jaren[0]}" if len(jaren) == 1 else f"van {jaren[0]} tot en met {jaren[-1]}"


def _link(lijn: Lijn) -> Inhoud:
    return (Verwijzing(lijn.naam, _anker(lijn.id)),)


def _anker(sleutel: str) -> str:
    return f"lijn-{sleutel.replace('/', '-')}"


def describe_cel(lijn: Lijn, jaar: int) -> str:
    """'gegroeid, 10 (9 %)'; "" before its first year."""
    if jaar not in lijn.staten:
        return ""
    gewicht = lijn.gewichten.get(jaar)
    deel = format_aandeel(lijn.aandelen.get(jaar))
    return lijn.staten[jaar] if gewicht is None else f"{lijn.staten[jaar]}, {gewicht}{f' ({deel})' if deel else ''}"


def _report_oog(vergelijking: Vergelijking) -> list[Blok]:
    """What is new, came back or vanished, newest year first."""
    rijen = [
        Rij((tekst(str(jaar)), tekst(staat), _link(lijn), tekst(_describe_oog(lijn, jaar))))
        for jaar in reversed(vergelijking.jaren)
        for staat in _IN_HET_OOG
        for lijn in vergelijking.lijnen
        if lijn.staten.get(jaar) == staat and _is_change(vergelijking, lijn, jaar)
    ]
    kop = Kop(1, tekst("Nieuw, terug en verdwenen"), nummering="cijfer")
    if not rijen:
        return [kop, Alinea(tekst("In deze jaren kwam er geen lijn bij, kwam er geen terug en verdween er geen."))]
    tabel = Tabel(
        kolommen=(Kolom("Jaar", 1), Kolom("Staat", 1.5), Kolom("Lijn", 4), Kolom("Toen", 3)),
        rijen=tuple(rijen),
        bijschrift="Wat nieuw is, wat terugkwam en wat verdween",
        beschrijving="Elke rij is een verandering: het jaar, de staat, de lijn en haar gewicht.",
    )
    return [kop, tabel]


def _is_change(vergelijking: Vergelijking, lijn: Lijn, jaar: int) -> bool:
    """Whether something happened: in the very first round all is new, and what vanished vanishes only once."""
    if lijn.staten[jaar] == "nieuw":
        return jaar != min(vergelijking.signalen)
    eerder = [one for one in vergelijking.signalen if one < jaar]
    return lijn.staten[jaar] == "terug" or (bool(eerder) and max(eerder) in lijn.gewichten)


def _describe_oog(lijn: Lijn, jaar: int) -> str:
    if jaar in lijn.gewichten:
        return describe_gewicht(lijn, jaar)
    laatste = max(one for one in lijn.gewichten if one < jaar)
    return f"{describe_gewicht(lijn, laatste)} in {laatste}"


def describe_gewicht(lijn: Lijn, jaar: int) -> str:
    """'10 signalen (9 % van dat jaar), 7 stippen'."""
    deel, stippen = format_aandeel(lijn.aandelen[jaar]), lijn.stippen[jaar]
    wat = format_aantal(lijn.gewichten[jaar], "signaal", "signalen")
    wat += f" ({deel} van dat jaar)" if deel else ""
    return wat if stippen is None else f"{wat}, {format_aantal(stippen, 'stip', 'stippen')}"


def _report_open(vergelijking: Vergelijking) -> list[Blok]:
    if not vergelijking.onbeoordeeld:
        return []
    zin = "Over deze rode draden besliste nog niemand of zij een vervolg zijn, en zo ja waarop:"
    regels = (f"{one.jaar}: {one.naam}" for one in vergelijking.onbeoordeeld)
    punten = tuple(Punt((Alinea(tekst(regel)),)) for regel in regels)
    return [Kop(1, tekst("Nog niet beoordeeld"), nummering="cijfer"), Alinea(tekst(zin)), Lijst(punten)]


def _report_verhalen(vergelijking: Vergelijking, verhalen: Verhalen) -> list[Blok]:
    blokken: list[Blok] = [Kop(1, tekst("Het verhaal per lijn"), nummering="cijfer")] if vergelijking.lijnen else []
    for lijn in vergelijking.lijnen:
        blokken.append(Kop(2, tekst(lijn.naam), _anker(lijn.id)))
        if lijn.opgaven:
            blokken.append(Alinea((*tekst("Opgaven: ", vet=True), *tekst(join_woorden(lijn.opgaven)))))
        jaren = [jaar for jaar in sorted({*lijn.staten, *lijn.gewichten}) if jaar <= max(vergelijking.jaren)]
        for jaar in jaren:
            blokken += report_jaar(lijn, jaar, verhalen.get(lijn.id), vergelijking)
    return blokken


def report_jaar(
    lijn: Lijn, jaar: int, verhaal: Verhaal | None, vergelijking: Vergelijking, niveau: int = 3
) -> list[Blok]:
    """A year of a lijn under a heading: how it went, its wording, its weight, and what came of it."""
    staat = lijn.staten.get(jaar, "aanwezig")
    blokken: list[Blok] = [Kop(niveau, tekst(f"{staat.capitalize()} in {jaar}"))]
    if jaar not in lijn.gewichten:
        zin = "Er was dit jaar geen ronde." if staat == "geen ronde" else "In deze ronde was de lijn er niet."
        return [*blokken, Alinea(tekst(zin))]
    for draad in lijn.of_year(jaar):
        blokken += _report_draad(draad, vergelijking)
    blokken.append(Alinea((*tekst("Gewicht: ", vet=True), *tekst(describe_gewicht(lijn, jaar)))))
    for soort, kop in VONDSTSOORTEN.items():
        vondsten = verhaal.of(jaar, soort) if verhaal and soort != "signaal" else ()
        if vondsten:
            blokken += [Alinea(tekst(f"{kop}:", vet=True)), Lijst(tuple(report_vondst(one) for one in vondsten))]
    return blokken


def _report_draad(draad: Draad, vergelijking: Vergelijking) -> list[Blok]:
    """What it was called and how it was explained, and from what it went on."""
    eerder = [vergelijking.draden[one] for one in vergelijking.links.get(draad.sleutel, ())]
    vervolg = join_woorden([f"'{one.naam}' ({one.jaar})" for one in eerder])
    naam = f"{draad.naam}{f', vervolg op {vervolg}' if vervolg else ''}"
    kop = Alinea((*tekst("Rode draad: ", vet=True), *tekst(naam)))
    return [kop, Opmaak(draad.toelichting)] if draad.toelichting.strip() else [kop]


def report_vondst(vondst: Vondst) -> Punt:
    """'Tekst (uit): verloop' as one item."""
    inhoud: Inhoud = (*tekst(show_titel(vondst.tekst)), Tekst(f" ({vondst.uit})", cursief=True))
    verloop = vondst.verloop if vondst.soort != "geleerd" else f"bij: {vondst.verloop}"
    return Punt((Alinea((*inhoud, *tekst(f" – {verloop}" if vondst.verloop else ""))),))


def _report_bewijs(vergelijking: Vergelijking, verhalen: Verhalen) -> list[Blok]:
    """The evidence: the signals below each lijn, per year."""
    blokken: list[Blok] = []
    for lijn in vergelijking.lijnen:
        signalen = report_signalen(lijn, verhalen[lijn.id]) if lijn.id in verhalen else []
        blokken += [Kop(2, tekst(lijn.naam)), *signalen] if signalen else []
    return [Kop(1, tekst("De signalen per lijn"), nummering="letter"), *blokken] if blokken else []


def report_signalen(lijn: Lijn, verhaal: Verhaal) -> list[Blok]:
    """The signals below a lijn, per year."""
    blokken: list[Blok] = []
    for jaar in sorted(lijn.gewichten):
        signalen = verhaal.of(jaar, "signaal")
        if signalen:
            blokken += [Alinea(tekst(f"{jaar}:", vet=True)), Lijst(tuple(report_vondst(one) for one in signalen))]
    return blokken
