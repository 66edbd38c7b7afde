"""Hypothesis strategies for records and sessions, derived from the declared fields: a new kind needs nothing here."""

from datetime import date
from itertools import count
from typing import get_args, get_type_hints

from hypothesis import strategies as st

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.veld import holds_many, velden

OPGAVEN = ("Inclusief", "Groen en duurzaam", "Aantrekkelijk", "Open")
DOELSTELLINGEN = ("Iedereen doet mee", "Iedereen heeft een huis", "De stad is van 'ons \"samen\"'")
DEELNEMERS = (
    Deelnemer(id="d1", naam="Jansen", rol="begeleider"),
    Deelnemer(id="d2", naam="Noor de Vries", rol="deelnemer", aanwezig=False),
    Deelnemer(id="d3", naam="Sami Özturk", rol="deelnemer"),
)
STUKKEN = (
    "+1",
    "+b",
    "!trend",
    "!gedaan",
    "#groen",
    "@Jansen",
    "@",
    '"',
    "\\",
    " ",
    "  ",
    ">1-6-2025",
    "?wat",
    "bron=",
    'bron="',
    "vraag=x",
    "bereik=begeleider",
    "a",
    "[/]",
    "{{x}}",
    "50 + 50",
    "é",
    "#1 in 2025",
    "==advies==",
    "€5",
    "€ 5",
    "€ 2,5 miljoen",
)

any_text = st.one_of(st.lists(st.sampled_from(STUKKEN)).map("".join), st.text())
one_line = any_text.map(lambda tekst: tekst.replace("\r", " ").replace("\n", " "))


def record_types(kind):
    """The classes of the records that a kind holds."""
    een = get_args(get_type_hints(kind)["records"])[0]
    return get_args(een) or (een,)


def waarden(veld, ids, teksten):
    """Values for one field, not counting that it may hold more."""
    if veld.vorm in ("regel", "tekst"):
        return teksten
    if veld.vorm == "getal" and veld.keuzes:
        return st.sampled_from([*map(int, veld.keuzes)])
    namen = st.sampled_from([*(een.naam for een in DEELNEMERS), "Onbekende Gast", 'Piet "de lange"'])
    return {
        "keuze": st.sampled_from(veld.keuzes or ("",)),
        "opgave": st.sampled_from(OPGAVEN),
        "doelstelling": st.sampled_from([*DOELSTELLINGEN, "Iets anders", "iedereen doet mee"]),
        "deelnemer": namen,
        "datum": st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(date.isoformat),
        "getal": st.integers(0, 10**8),
        "geld": st.integers(0, 10**14),
        "janee": st.booleans(),
        "verwijzing": st.sampled_from(sorted(ids)) if ids else st.nothing(),
    }[veld.vorm]


@st.composite
def records(draw, cls, nieuw_id, ids_of={}.get, teksten=one_line):
    """A record of `cls` with every declared field filled at will."""
    gevuld = {}
    for naam, veld in velden(cls).items():
        ids = [one for naar in veld.naar.split() or [""] for one in ids_of(naar) or ()]
        if (veld.vorm == "verwijzing" and not ids) or not draw(st.booleans()):
            continue
        waarde = waarden(veld, ids, teksten)
        gevuld[naam] = tuple(draw(st.lists(waarde, unique=True, max_size=3))) if holds_many(cls, naam) else draw(waarde)
    return cls(id=nieuw_id, **gevuld)


@st.composite
def sessies(draw, teksten=one_line, meeste=3):
    """A session with one step per kind of BOUWSTENEN."""
    nummers = count(1)
    plan = [
        (kind, [(f"r{next(nummers)}", cls) for cls in record_types(kind) for _ in range(draw(st.integers(0, meeste)))])
        for kind in BOUWSTENEN.values()
    ]
    tags = {nieuw: cls.type_tag() for _, paren in plan for nieuw, cls in paren}

    def ids_of(naar):
        return [nieuw for nieuw, tag in tags.items() if tag == (naar or "rode_draad")]

    stappen = [
        Stap(
            id=f"s{nummer}",
            titel=f"Stap {nummer}",
            minuten=nummer,
            bouwsteen=kind(records=tuple(draw(records(cls, nieuw, ids_of, teksten)) for nieuw, cls in paren)),
        )
        for nummer, (kind, paren) in enumerate(plan, 1)
    ]
    return Sessie(
        id="x1",
        titel="Proef",
        datum="2025-03-21",
        sjabloon="proef",
        soort="proef",
        deelnemers=DEELNEMERS,
        stappen=tuple(stappen),
    )
