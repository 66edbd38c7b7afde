"""Duiding: a session carries the indicators of the huis, with what earlier sessions found, and walks through them."""

from itertools import count

import msgspec
from test_kern_verslag import MOMENT, text_of

from sessie_tool.kern.bouwstenen.duiding import Duidingen
from sessie_tool.kern.bouwstenen.spanningen import Spanningen
from sessie_tool.kern.document import Kop, plain
from sessie_tool.kern.huis import LEEG_HUIS, with_ids
from sessie_tool.kern.huis_tekst import parse_huis
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import Sjabloon, Stapvorm, apply_regel, environment
from sessie_tool.kern.starten import Eerder, start_sessie
from sessie_tool.kern.verslag import list_missing, make_verslag

TEKST = """\
# Bewoners
## Iedereen doet mee
### Hulp
- Hulpvragen (per jaar; telling)
- Bezoekers
# De stad
## Groen
### Schaduw
- Koele straten (%)
spanning: Groen ↔ Iedereen doet mee (Een boom kost een stoep)
"""
HUIS = with_ids(parse_huis(TEKST)[0], LEEG_HUIS, map(str, count(1)))
SJABLOON = Sjabloon(
    naam="duidingssessie",
    titel="Duiding",
    soort="duidingssessie",
    stappen=(
        Stapvorm(titel="Duiden", minuten=60, bouwsteen=Duidingen(uit="duidingssessie", periode="alle")),
        Stapvorm(titel="Wringt", minuten=10, bouwsteen=Spanningen(uit="duidingssessie", periode="laatste")),
    ),
)
NUMMERS = count(1)


def start(jaar, *regels, huis=HUIS, bronnen=()):
    sessie = start_sessie(
        SJABLOON,
        titel=f"Duiding {jaar}",
        datum=f"{jaar}-03-12",
        new_id=lambda: f"i{next(NUMMERS)}",
        eerder=Eerder(bronnen=tuple(bronnen), huis=huis),
    )
    for regel in regels:
        sessie, _ = apply_regel(sessie, sessie.stappen[0].id, regel, (), f"i{next(NUMMERS)}")
    return sessie


def duidingen(sessie):
    return sessie.stappen[0].bouwsteen.records


def test_a_session_begins_with_every_indicator_and_where_it_stands():
    een, twee, drie = duidingen(start(2024))
    assert (een.indicator, een.eenheid, een.bron) == ("Hulpvragen", "per jaar", "telling")
    assert (twee.doelstelling, twee.perspectief, twee.succesfactor) == ("Iedereen doet mee", "Bewoners", "Hulp")
    assert (drie.doelstelling, drie.waarde) == ("Groen", "")


def test_a_line_fills_an_indicator_and_a_next_one_adds_to_it():
    sessie = start(2024, "#1 =410 Meer dan eerst ?zij vinden ons", "#1 Vooral in de wijk", "Iets nieuws #groen =3")
    een, _, _, nieuw = duidingen(sessie)
    assert (een.waarde, een.zien, een.betekenis) == ("410", "Meer dan eerst\n\nVooral in de wijk", "zij vinden ons")
    assert (nieuw.indicator, nieuw.doelstelling, nieuw.waarde) == ("Iets nieuws", "Groen", "3")


def test_values_of_earlier_sessions_come_back_with_their_moment_and_origin():
    eerst = start(2022, "#1 =300", '#3 ="38%" >1-2-2022')
    daarna = start(2024, "#1 =410", bronnen=[eerst])
    nu = start(2026, "#1 =585", bronnen=[eerst, daarna])
    een, twee, drie = duidingen(nu)
    assert een.vorige == ("12 maart 2022: 300 (Duiding 2022)", "12 maart 2024: 410 (Duiding 2024)")
    assert (een.waarde, twee.vorige) == ("585", ())
    assert drie.vorige == ("1 februari 2022: 38% (Duiding 2022, 12 maart 2022)",)
    tekst = text_of(make_verslag(nu, MOMENT))
    assert tekst.index("12 maart 2022: 300") < tekst.index("12 maart 2024: 410") < tekst.index("12 maart 2026: 585")


def test_what_was_the_facilitators_own_does_not_come_back():
    eerst = start(2024, "#1 =410")
    eigen = msgspec.structs.replace(duidingen(eerst)[0], bereik="begeleider")
    nu = start(2026, bronnen=[replace_records(eerst, [eigen])])
    assert duidingen(nu)[0].vorige == ()


def test_an_indicator_that_left_the_huis_does_not_come_back_but_without_a_huis_all_do():
    eerst = start(2024, "#1 =410", "Los ding =7")
    met = start(2026, bronnen=[eerst])
    zonder = start(2026, huis=LEEG_HUIS, bronnen=[eerst])
    assert [een.indicator for een in duidingen(met)] == ["Hulpvragen", "Bezoekers", "Koele straten"]
    assert [een.indicator for een in duidingen(zonder)] == ["Hulpvragen", "Bezoekers", "Koele straten", "Los ding"]
    assert [een.waarde for een in duidingen(zonder)] == ["", "", "", ""]


def test_the_verslag_walks_through_the_huis_and_knows_no_norm():
    sessie = start(2024, "#1 =410 ?zij vinden ons", "Nog iets #iedereen", '#1 spanning="met Groen"')
    document = make_verslag(sessie, MOMENT)
    koppen = [(blok.niveau, plain(blok.inhoud)) for blok in document.blokken if isinstance(blok, Kop)]
    begin = koppen.index((1, "Duiden"))
    assert koppen[begin : begin + 6] == [
        (1, "Duiden"), (2, "Bewoners"), (3, "Iedereen doet mee"), (4, "Indicator 1: Hulpvragen"),
        (4, "Indicator 2: Bezoekers"),
        (2, "De stad"),
    ]  # fmt: skip
    assert (3, "Iedereen doet mee") in koppen[begin + 6 :]  # typed in the session: it has no perspectief yet
    assert "1 Hulpvragen: met Groen" in text_of(document)


def test_what_has_no_value_or_no_meaning_is_missing():
    sessie = start(2024, "#1 =410 ?zij vinden ons", "#2 =3")
    gaten = [gat for _, gat in list_missing(sessie, environment(sessie))]
    assert "Indicator 2 heeft nog geen duiding: Bezoekers" in gaten
    assert "Indicator 3 heeft nog geen waarde en geen duiding: Koele straten" in gaten
    assert not [gat for gat in gaten if "Hulpvragen" in gat]


def test_contradictions_begin_with_those_of_the_huis_and_come_back_once():
    eerst = start(2024)
    (spanning,) = eerst.stappen[1].bouwsteen.records
    assert (spanning.tekst, spanning.tussen, spanning.en) == ("Een boom kost een stoep", "Groen", "Iedereen doet mee")
    eerst, _ = apply_regel(eerst, eerst.stappen[1].id, "Doek is lelijk #groen +Mooi", (), "n1")
    eerst, _ = apply_regel(eerst, eerst.stappen[1].id, 'Doek is lelijk #groen +"Een mooie stad"', (), "n2")
    nu = start(2026, bronnen=[eerst])
    paren = [(een.tussen, een.en) for een in nu.stappen[1].bouwsteen.records]
    assert ("Groen", "Een mooie stad") in paren
    assert paren.count(("Groen", "Iedereen doet mee")) == 1


def test_a_session_stands_alone_when_the_huis_is_gone():
    sessie = start(2024, "#1 =410")
    omgeving = environment(sessie)
    assert omgeving.doelstellingen == ("Iedereen doet mee", "Groen")
