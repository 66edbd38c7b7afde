"""What the tests of reading reports share: a session made of blocks or of a file, and its words."""

import itertools
import re
from datetime import date

import msgspec

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.inlezen.blokken import Rapport
from sessie_tool.inlezen.lezen import read_rapport
from sessie_tool.inlezen.plaats import guess_sjabloon, place_rapport
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.sessie import Sjabloon, Stapvorm
from sessie_tool.kern.taal import format_datum
from sessie_tool.sjabloon import find_sjablonen

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

VOLLEDIG = Sjabloon(
    naam="alles",
    titel="Alles",
    soort="alles",
    stappen=tuple(
        Stapvorm(titel=soort.capitalize(), minuten=5, bouwsteen=BOUWSTENEN[soort]())
        for soort in (
            "toelichting", "vragen", "themas", "reflecties", "rode_draden", "signalen", "adviezen", "onderwerpen",
            "acties",
        )
    ),
)  # fmt: skip
"""A format with a step of every kind that a report can fill."""

KAAL = Sjabloon(
    naam="kaal",
    titel="Kaal",
    soort="kaal",
    stappen=(Stapvorm(titel="Stemmen", minuten=5, bouwsteen=BOUWSTENEN["stemming"]()),),
)
"""A format in which nothing of a report has a place."""


def make_ids():
    teller = itertools.count(1)
    return lambda: f"id{next(teller)}"


def place(rapport, sjabloon=VOLLEDIG, **anders):
    return place_rapport(rapport, sjabloon, new_id=make_ids(), vandaag="2026-01-02", **anders)


def read(naam, inhoud, sjabloon=None, **anders):
    """A file → its session, as the command makes it; with the sjabloon that is guessed unless one is given."""
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    rapport = read_rapport(naam, ruw)
    return place(rapport, sjabloon or shipped(guess_sjabloon(rapport)), **anders)


def shipped(naam):
    sjablonen, _ = find_sjablonen([shipped_sjablonen()])
    return next((een for een in sjablonen if een.naam == naam), msgspec.structs.replace(VOLLEDIG, naam=naam))


def records(sessie, soort):
    """What stands in the steps of a kind."""
    return [een for stap in sessie.stappen if stap.bouwsteen.soort == soort for een in stap.bouwsteen.records]


def texts(waarde):
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for een in waarde.values():
            yield from texts(een)
    elif isinstance(waarde, (list, tuple)):
        for een in waarde:
            yield from texts(een)


def all_text(sessie):
    """Every text of a session, as it stands in its file, and its dates also as people write them."""
    boom = to_tree(sessie)
    assert from_tree(boom) == sessie
    gevonden = list(texts(boom))
    dagen = [DAGEN[date.fromisoformat(een).weekday()] for een in gevonden if re.fullmatch(r"\d{4}-\d\d-\d\d", een)]
    return "\n".join([*gevonden, *map(format_datum, gevonden), *dagen])


def words(tekst):
    return re.findall(r"[^\W_]+", tekst.casefold())


def as_rapport(*blokken, naam="verslag"):
    return Rapport(naam, tuple(blokken))
