"""What an afweging says, in Dutch sentences; the verslag and the screen say the same."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from sessie_tool.kern import afwegen
from sessie_tool.kern.bouwstenen.criteria import Criterium, name_criterium
from sessie_tool.kern.bouwstenen.keuze import Keuze
from sessie_tool.kern.bouwstenen.opties import Optie, name_optie, reasons
from sessie_tool.kern.bouwstenen.weging import Weging, accept
from sessie_tool.kern.taal import format_aantal, format_getal, join_woorden

STEUN = "De scores steunen het gesprek; ze beslissen niet."

_ZEKER = (
    (Fraction(95, 100), "zeer zeker"),
    (Fraction(75, 100), "vrij zeker"),
    (Fraction(50, 100), "niet zeker; het hangt af van de gewichten"),
    (Fraction(0), "onzeker; bij de meeste gewichten staat een andere optie bovenaan"),
)
"""From which share of all possible weights on we say it so."""


def format_gemiddelde(waarde: Fraction) -> str:
    """A weighted mean: '2,83'."""
    return format_getal(waarde, 2)


def format_deel(deel: Fraction) -> str:
    """A share in percent that never says none or all when that is not so."""
    if 0 < deel < Fraction(1, 200):
        return "minder dan 1%"
    if Fraction(199, 200) <= deel < 1:
        return "meer dan 99%"
    return f"{format_getal(100 * deel, 0)}%"


def _gewicht(waarde: Fraction, nu: int) -> str:
    """A weight with at most two decimals that differs from the one of now."""
    kort = format_getal(waarde, 2).rstrip("0").rstrip(",")
    if kort == str(nu) and waarde != nu:
        return f"iets {'meer' if waarde > nu else 'minder'} dan {nu}"
    return kort


def tell_uitslag(weging: Weging) -> Iterator[str]:
    """All that the scores say, one sentence after another."""
    if not weging.cellen:
        return
    for plaats in weging.places():
        cijfer = format_gemiddelde(plaats.gemiddelde)
        yield f"Plaats {plaats.nummer}: {name_optie(plaats.optie, weging.omgeving)}, {cijfer}."
    yield from describe_lacking(weging)
    yield from describe_dominance(weging)
    yield from describe_flips(weging)
    yield from describe_sureness(weging)
    yield from describe_ruled_out(weging)
    yield STEUN


def describe_keuze(keuze: Keuze, weging: Weging) -> str:
    """Where the chosen option stands by score; plainly when that is not first."""
    gekozen = [one for one in weging.opties if one.id in keuze.opties]
    return " ".join(zin for optie in gekozen if (zin := _describe_plaats(optie, weging)))


def _describe_plaats(optie: Optie, weging: Weging) -> str:
    naam = f"Optie {weging.letter(optie)}"
    places = weging.places()
    plaats = next((one for one in places if one.optie.id == optie.id), None)
    if optie.valt_af:
        return f"Let op: optie {weging.letter(optie)} staat in de opties als een optie die nu niet kan."
    if plaats is None:
        return f"{naam} heeft geen totaal, omdat er scores ontbreken." if weging.cellen else ""
    eerste = [weging.letter(one.optie) for one in places if one.nummer == 1]
    cijfer = format_gemiddelde(plaats.gemiddelde)
    if plaats.nummer == 1:
        samen = f", samen met optie {join_woorden([one for one in eerste if one != weging.letter(optie)])}"
        return f"{naam} staat ook op de scores bovenaan{samen if len(eerste) > 1 else ''} (gemiddeld {cijfer})."
    hoogste = format_gemiddelde(places[0].gemiddelde)
    return (
        f"De groep kiest hiermee niet de hoogste score: optie {weging.letter(optie)} staat op plaats {plaats.nummer} "
        f"(gemiddeld {cijfer}), en optie {join_woorden(eerste)} staat bovenaan (gemiddeld {hoogste}). "
        "Dat mag: de reden geeft de doorslag, niet het cijfer."
    )


def describe_lacking(weging: Weging) -> Iterator[str]:
    """Options without a total, and which scores they lack."""
    for optie in weging.without_total():
        waar = join_woorden([weging.omgeving.nummer(one.id) for one in weging.lacking(optie)])
        yield f"{name_optie(optie, weging.omgeving)} heeft geen totaal: er ontbreekt een score op criterium {waar}."


def describe_dominance(weging: Weging) -> Iterator[str]:
    """Options that are nowhere better than another."""
    for beter, slechter in afwegen.dominated(weging.tabel):
        een, ander = weging.letter(weging.mee[beter]), weging.letter(weging.mee[slechter])
        yield f"Optie {een} is op elk criterium minstens even goed als optie {ander}, en ergens beter."


def describe_flips(weging: Weging) -> Iterator[str]:
    """For every criterium at which weight the first place goes to another option."""
    tabel = weging.tabel
    eerste = [weging.letter(weging.mee[one]) for one in afwegen.first(tabel)]
    if len(eerste) > 1:
        yield f"Optie {join_woorden(eerste)} delen de eerste plaats. Elk gewicht kan dan de doorslag geven."
    if len(eerste) != 1 or len(weging.places()) < 2:
        return
    punten = afwegen.flips(tabel)
    for index, criterium in enumerate(weging.criteria):
        eigen = [one for one in punten if one.criterium == index]
        naam = name_criterium(criterium, weging.omgeving)
        nu = criterium.gewicht or 0
        if not eigen and any(weging.waarde(one.optie, criterium) is None for one in weging.places()):
            yield f"Of {naam} kan kantelen, weten we pas als alle scores er zijn (nu gewicht {nu})."
        elif not eigen:
            yield f"{naam} kantelt niet, welk gewicht u ook geeft (nu {nu})."
        for punt in eigen:
            wie = weging.letter(weging.mee[punt.wordt])
            if punt.gewicht:
                bij = f"kantelt bij gewicht {_gewicht(punt.gewicht, nu)} (nu {nu})"
                yield f"{naam} {bij}: dan komt optie {wie} bovenaan."
            else:
                yield f"{naam} kantelt niet omlaag: bij gewicht 0 (nu {nu}) komt optie {wie} hooguit ernaast."


def describe_sureness(weging: Weging) -> Iterator[str]:
    """How sure the first place is: for which part of all weights, and by which small change it goes."""
    tabel = weging.tabel
    eerste = afwegen.first(tabel)
    if len(eerste) != 1 or len(weging.places()) < 2:
        return
    optie = weging.mee[eerste[0]]
    if weging.lacking(optie):
        yield f"Hoe zeker de eerste plaats is, weten we pas als optie {weging.letter(optie)} alle scores heeft."
        return
    delen = accept(tabel)
    eigen = delen[eerste[0]]
    woord = next(woord for grens, woord in _ZEKER if eigen >= grens)
    yield (
        f"De eerste plaats van optie {weging.letter(optie)} is {woord}. Bij {format_deel(eigen)} van alle mogelijke "
        "gewichten staat deze optie bovenaan."
    )
    rest = sorted(zip(weging.mee, delen, strict=True), key=lambda paar: -paar[1])
    ander = [f"optie {weging.letter(one)} bij {format_deel(deel)}" for one, deel in rest if deel and one.id != optie.id]
    if ander:
        yield f"Bij andere gewichten staat een andere optie bovenaan: {join_woorden(ander)}."
    yield _describe_smallest(weging, tabel)


def _describe_smallest(weging: Weging, tabel: afwegen.Tabel) -> str:
    punten = [one for one in afwegen.flips(tabel) if one.gewicht]  # at weight 0 the place is shared, not lost
    kleinste = afwegen.smallest_change(tabel, punten)
    for punt in punten:
        nu = int(tabel.gewichten[punt.criterium])
        if nu and abs(punt.gewicht - nu) / nu == kleinste:
            meer = f"{format_deel(abs(punt.gewicht - nu) / nu)} {'meer' if punt.gewicht > nu else 'minder'}"
            criterium = name_criterium(weging.criteria[punt.criterium], weging.omgeving)
            return (
                f"De kleinste verandering waarbij de eerste plaats kantelt: {criterium} gaat van gewicht {nu} naar "
                f"{_gewicht(punt.gewicht, nu)} ({meer})."
            )
    return "Geen enkele verandering van één gewicht dat al meetelt, laat de eerste plaats kantelen."


def describe_ruled_out(weging: Weging) -> Iterator[str]:
    """The options that cannot be chosen now, and what stands in the way."""
    for optie in weging.opties:
        if optie.valt_af:
            waarom = " · ".join(reasons(optie)) or "De reden is nog niet opgeschreven."
            yield f"{name_optie(optie, weging.omgeving)} valt af en staat buiten de rangorde. {waarom}"


def describe_hindered(weging: Weging) -> Iterator[str]:
    """The options that take part although something stands in their way."""
    for optie in weging.mee:
        if reasons(optie):
            yield f"{name_optie(optie, weging.omgeving)} doet mee, maar let op. {' · '.join(reasons(optie))}"


def describe_goals(weging: Weging) -> Iterator[str]:
    """The options that serve more goals at once."""
    for optie in weging.opties:
        doelen = weging.doelen(optie)
        if len(doelen) > 1:
            delen = [f"{doel} ({_list_scores(optie, criteria, weging)})" for doel, criteria in doelen.items()]
            naam = name_optie(optie, weging.omgeving) + (", die afvalt," if optie.valt_af else "")
            yield f"{naam} dient {format_aantal(len(doelen), 'doel', 'doelen')} tegelijk: {join_woorden(delen)}."


def _list_scores(optie: Optie, criteria: list[Criterium], weging: Weging) -> str:
    return ", ".join(f"criterium {weging.omgeving.nummer(one.id)}: {weging.waarde(optie, one)}" for one in criteria)


def describe_gewichten(weging: Weging, vast: Mapping[str, int]) -> Iterator[str]:
    """Whether the weights are those that were agreed before the first score, and what differs."""
    if not vast:
        return
    anders = [zin for one in weging.criteria if (zin := _describe_change(one, weging, vast))]
    weg = sum(one not in weging.omgeving.records for one in vast)
    anders += [f"{format_aantal(weg, 'criterium is', 'criteria zijn')} verwijderd"] if weg else []
    if not anders:
        yield "De gewichten zijn afgesproken vóór de eerste score en daarna niet veranderd."
        return
    yield f"Let op: na de eerste score zijn de gewichten veranderd: {'; '.join(anders)}."
    toen = weging.with_gewichten(vast.get(one.id, 0) for one in weging.criteria)
    eerste = [weging.letter(weging.mee[one]) for one in afwegen.first(toen)]
    if eerste:
        yield f"Met de gewichten van vóór de eerste score staat optie {join_woorden(eerste)} bovenaan."


def _describe_change(criterium: Criterium, weging: Weging, vast: Mapping[str, int]) -> str:
    naam, nu = f"criterium {weging.omgeving.nummer(criterium.id)}", criterium.gewicht
    if criterium.id not in vast:
        return f"{naam} kwam er later bij (gewicht {'nog geen' if nu is None else nu})"
    toen = vast[criterium.id]
    return "" if toen == nu else f"{naam} van {toen} naar {'geen gewicht' if nu is None else nu}"
