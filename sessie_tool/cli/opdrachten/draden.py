"""`sessie draden`: what belongs together over the years: see the suggestions and decide, without the screen."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sessie_tool.cli.levenslijn import call, tell_verhaal
from sessie_tool.cli.opdrachten.vergelijk import add_rondes, read_bronnen
from sessie_tool.cli.uitvoer import say, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import GebruikError, suggest
from sessie_tool.kern import beslissen
from sessie_tool.kern.banden import Band, stamp
from sessie_tool.kern.lijnen import Vergelijking, compare
from sessie_tool.kern.taal import join_woorden
from sessie_tool.nu import now
from sessie_tool.opslag.banden import decide, forget, read_banden
from sessie_tool.opslag.werkmap import Werkmap

Doe = Callable[[Werkmap, Vergelijking, list[str]], Iterator[str]]


class Handeling(NamedTuple):
    """What can be done: about how many draden, what it means, and the code."""

    minst: int
    meest: int
    hulp: str
    doe: Doe


def add_arguments(parser: ArgumentParser) -> None:
    """What to do, about which draden."""
    regels = "\n".join(f"  {naam:12} {one.hulp}" for naam, one in HANDELINGEN.items())
    parser.description = (
        "Toont de rode draden van alle jaren met een korte naam, zoals 2026.3, en bewaart wat u erover beslist.\n\n"
        f"{regels}\n\nVoorbeeld: sessie draden koppel 2026.3 2025.1"
    )
    parser.add_argument("wat", metavar="WAT", nargs="?", default="lijst", help="een woord uit de lijst hierboven")
    parser.add_argument("draden", metavar="DRAAD", nargs="*", help="de korte naam van een draad, zoals 2026.3")
    add_rondes(parser, "alleen sessies over deze opgave")


def run(args: Namespace) -> int:
    """Show, or decide."""
    werkmap = open_werkmap(args)
    if args.wat not in HANDELINGEN:
        raad = suggest(args.wat, HANDELINGEN) or f"Kies uit: {', '.join(HANDELINGEN)}."
        raise GebruikError(f"'sessie draden {args.wat}' bestaat niet. {raad}")
    handeling = HANDELINGEN[args.wat]
    if not handeling.minst <= len(args.draden) <= handeling.meest:
        raise GebruikError(f"Zo werkt het: sessie draden {args.wat} {handeling.hulp.partition(':')[0]}".rstrip())
    rondes = read_bronnen(werkmap, args)
    vergelijking = compare(rondes.draden, rondes.signalen, read_banden(werkmap.sessies))
    for regel in handeling.doe(werkmap, vergelijking, [find_draad(one, vergelijking) for one in args.draden]):
        say(regel)
    return 0


def find_draad(naam: str, vergelijking: Vergelijking) -> str:
    """The sleutel of a draad by its short name.

    Raises:
        GebruikError: there is none.
    """
    for sleutel, kort in vergelijking.namen.items():
        if kort == naam.strip():
            return sleutel
    raise GebruikError(f"Draad '{naam}' is er niet. Kijk met 'sessie draden' hoe de draden heten.")


def show_lijst(werkmap: Werkmap, vergelijking: Vergelijking, _: list[str]) -> Iterator[str]:
    """All draden with their short names, and what each goes on from."""
    banden = read_banden(werkmap.sessies)
    nieuw = {band.later for band in banden if band.besluit == "nieuw"}
    open_draden = {one.sleutel for one in vergelijking.onbeoordeeld}
    for draad in vergelijking.draden.values():
        eerder = [vergelijking.namen[one] for one in vergelijking.links.get(draad.sleutel, ())]
        if eerder:
            staat = f" (vervolg op {join_woorden(eerder)})"
        elif draad.sleutel in open_draden:
            staat = " (nog niet beoordeeld)"
        else:
            staat = " (nieuw)" if draad.sleutel in nieuw else ""
        yield f"{call(draad, vergelijking)}{staat}"


def show_voorstellen(werkmap: Werkmap, vergelijking: Vergelijking, sleutels: list[str]) -> Iterator[str]:
    """For each draad that nobody judged (or that was named) what it may go on from, and why."""
    from sessie_tool.kern.voorstellen import describe_waarom, find_voorstellen

    wachten = vergelijking.onbeoordeeld
    draden = [vergelijking.draden[one] for one in sleutels] or wachten[:_TEGELIJK]
    if not draden:
        yield "Over elke rode draad is al beslist."
        return
    voorstellen = find_voorstellen(vergelijking, read_banden(werkmap.sessies), draden)
    for draad in draden:
        yield call(draad, vergelijking)
        for one in voorstellen.get(draad.sleutel, ())[:_MEESTE]:
            waarom = describe_waarom(one, vergelijking, draad.jaar)
            yield f"  {one.zekerheid}: {call(vergelijking.draden[one.id], vergelijking)} ({waarom})"
        if not voorstellen.get(draad.sleutel):
            yield "  Geen draad van eerdere jaren lijkt hierop."
    yield ""
    if not sleutels and len(wachten) > _TEGELIJK:
        yield f"Dit zijn de oudste {_TEGELIJK} van {len(wachten)}. Noem een draad om de voorstellen erbij te zien."
    yield "Beslis zelf: sessie draden koppel 2026.3 2025.1, of: sessie draden nieuw 2026.3"


def show_verhaal(werkmap: Werkmap, vergelijking: Vergelijking, sleutels: list[str]) -> Iterator[str]:
    """Everything below the lijn of a draad."""
    from sessie_tool.opslag.verhaal import read_verhalen

    for lijn in vergelijking.lijnen:
        if any(draad.sleutel == sleutels[0] for draad in lijn.draden):
            gelezen = read_verhalen(werkmap, (lijn,))
            yield from tell_verhaal(lijn, gelezen.verhalen[0], vergelijking)
            warn_all(gelezen.bevindingen)


def _pairs(
    maak: Callable[[Vergelijking, str, str, str], tuple[Band, ...]], zin: str
) -> Callable[[Werkmap, Vergelijking, list[str]], Iterator[str]]:
    """Decide on a draad together with each of the others that were named."""

    def doe(werkmap: Werkmap, vergelijking: Vergelijking, sleutels: list[str]) -> Iterator[str]:
        eerste, *andere = sleutels
        moment = stamp(now())
        decide(werkmap.sessies, [band for ander in andere for band in maak(vergelijking, eerste, ander, moment)])
        namen = join_woorden([f"'{call(vergelijking.draden[one], vergelijking)}'" for one in andere])
        yield f"'{call(vergelijking.draden[eerste], vergelijking)}' {zin} {namen}."

    return doe


def _each(
    maak: Callable[[Vergelijking, str, str], tuple[Band, ...]], zin: str
) -> Callable[[Werkmap, Vergelijking, list[str]], Iterator[str]]:
    """Decide on each draad that was named."""

    def doe(werkmap: Werkmap, vergelijking: Vergelijking, sleutels: list[str]) -> Iterator[str]:
        moment = stamp(now())
        decide(werkmap.sessies, [band for one in sleutels for band in maak(vergelijking, one, moment)])
        for one in sleutels:
            yield f"'{call(vergelijking.draden[one], vergelijking)}' {zin}."

    return doe


def take_back(werkmap: Werkmap, vergelijking: Vergelijking, sleutels: list[str]) -> Iterator[str]:
    """Forget what was decided on a draad, or on a pair."""
    weg = forget(werkmap.sessies, *sleutels).oud
    naam = call(vergelijking.draden[sleutels[0]], vergelijking)
    yield f"{len(weg)} keer een besluit over '{naam}' teruggenomen." if weg else f"Over '{naam}' was niets besloten."


_VEEL = 99
_TEGELIJK, _MEESTE = 20, 3
"""So many draden, and so many suggestions for each, a person looks through at a time."""

HANDELINGEN: dict[str, Handeling] = {
    "lijst": Handeling(0, 0, "toont alle rode draden met hun korte naam", show_lijst),
    "voorstellen": Handeling(0, _VEEL, "[DRAAD…]: op welke eerdere draden lijken ze, en waarom?", show_voorstellen),
    "toon": Handeling(
        1, 1, "DRAAD: alles onder de lijn van deze draad: signalen, vragen, advies en acties", show_verhaal
    ),
    "koppel": Handeling(
        2, _VEEL, "DRAAD DRAAD…: de latere is een vervolg op de eerdere", _pairs(beslissen.link, "hoort nu bij")
    ),
    "los": Handeling(2, _VEEL, "DRAAD DRAAD…: ze horen niet bij elkaar", _pairs(beslissen.unlink, "staat nu los van")),
    "wijs-af": Handeling(
        2, _VEEL, "DRAAD DRAAD…: stel dit niet meer voor", _pairs(beslissen.reject, "wordt niet meer voorgesteld bij")
    ),
    "nieuw": Handeling(
        1, _VEEL, "DRAAD…: is geen vervolg op iets van eerdere jaren", _each(beslissen.mark_nieuw, "is nieuw")
    ),
    "verdwenen": Handeling(
        1,
        _VEEL,
        "DRAAD…: kwam na dat jaar niet meer terug",
        _each(beslissen.mark_verdwenen, "is na dat jaar verdwenen"),
    ),
    "herstel": Handeling(1, 2, "DRAAD [DRAAD]: neemt terug wat u hierover besloot", take_back),
}
"""What can be done, by the word for it."""
