"""A session as plain text."""

from itertools import count

from sessie_tool.kern.bouwstenen.acties import Acties
from sessie_tool.kern.bouwstenen.afweging import Afweging
from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.kern.bouwstenen.baten import Baten
from sessie_tool.kern.bouwstenen.criteria import Criteria
from sessie_tool.kern.bouwstenen.opties import Opties
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signalen
from sessie_tool.kern.bouwstenen.stemming import Stemming
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.platte_tekst import describe_sessie
from sessie_tool.kern.sessie import Sjabloon, Stapvorm, apply_regel, replace
from sessie_tool.kern.starten import start_sessie

SJABLOON = Sjabloon(
    naam="proef",
    titel="Proef",
    soort="proef",
    stappen=(
        Stapvorm(titel="Ophalen", minuten=1, bouwsteen=Signalen(), doel="Zien wat er komt", vragen=("Wat ziet u?",)),
        Stapvorm(titel="Bundelen", minuten=20, bouwsteen=RodeDraden()),
        Stapvorm(titel="Kiezen", minuten=5, bouwsteen=Stemming()),
        Stapvorm(titel="Acties", minuten=5, bouwsteen=Acties()),
        Stapvorm(
            titel="Later", minuten=5, bouwsteen=OnbekendeBouwsteen({"soort": "nieuw", "records": [{"x": "Schat"}]})
        ),
    ),
)
REGELS = [
    (1, "Netcongestie remt de bouw +buiten !trend #groen @Voorbeeld"),
    (1, "Alleen voor mij bereik=begeleider"),
    (2, "Het net bepaalt het tempo +1"),
    (3, "1=4!"),
    (4, "Pilot evalueren @Voorbeeld >1-6-2025 ?wat werkt"),
]


def make_sessie():
    teller = count(1)

    def new_id():
        return f"id{next(teller)}"

    sessie = start_sessie(
        SJABLOON,
        titel="Proefsessie",
        datum="2025-03-20",
        new_id=new_id,
        plaats="Zaal 3",
        aanleiding="Zomaar",
        opgaven=("Groen en duurzaam",),
        deelnemers=(Deelnemer(id="d1", naam="J. Voorbeeld", rol="begeleider", aanwezig=False, mag_genoemd=True),),
    )
    for nummer, regel in REGELS:
        sessie, _ = apply_regel(sessie, sessie.stappen[nummer - 1].id, regel, (), new_id())
    return replace(sessie, niet_geplaatst="Los papier")


def test_every_word_of_a_session_is_in_its_plain_text():
    assert (
        "\n".join(describe_sessie(make_sessie()))
        == """\
Proefsessie
Datum: 20 maart 2025
Plaats: Zaal 3
Aanleiding: Zomaar
Opgaven: Groen en duurzaam
Status: voorbereiding
Sjabloon: proef
Id: id1

Deelnemers
- J. Voorbeeld, begeleider, niet aanwezig, mag genoemd worden

Stap 1. Ophalen (1 minuut)
Doel: Zien wat er komt
Vraag: Wat ziet u?
1. Netcongestie remt de bouw
   Herkomst: buiten
   Soort: trend
   Opgave: Groen en duurzaam
   Ingebracht door: J. Voorbeeld
2. Alleen voor mij
   Wie mag dit lezen: begeleider

Stap 2. Bundelen (20 minuten)
1. Het net bepaalt het tempo
   Signalen: 1 Netcongestie remt de bouw

Stap 3. Kiezen (5 minuten)
1. 1 Het net bepaalt het tempo
   Stippen: 4
   Gekozen: ja
Uitkomst: 4 stippen geteld · 1 per deelnemer

Stap 4. Acties (5 minuten)
1. Pilot evalueren
   Wie: J. Voorbeeld
   Wanneer: 1 juni 2025
   Wat willen we leren: wat werkt

Stap 5. Later (5 minuten)
Deze versie van het programma kent de bouwsteen 'nieuw' niet. Dit staat erin:
Schat

Niet geplaatst
Los papier"""
    )


def test_an_amount_reads_in_euros_as_it_was_typed():
    sjabloon = Sjabloon(naam="b", titel="B", soort="b", stappen=(Stapvorm(titel="Geld", minuten=1, bouwsteen=Baten()),))
    teller = count(1)
    sessie = start_sessie(sjabloon, titel="T", datum="2026-01-01", new_id=lambda: f"i{next(teller)}")
    sessie, _ = apply_regel(sessie, sessie.stappen[0].id, "Helpen @Wij !last € 8.000,50 >2026", (), "p1")
    regels = list(describe_sessie(sessie))
    assert "   Bedrag per jaar: €\N{NO-BREAK SPACE}8.000,50" in regels
    assert any(een.startswith("Uitkomst: Wij betaalt") for een in regels)


def test_who_hears_the_session_also_hears_what_the_scores_say():
    stappen = [Stapvorm(titel="S", minuten=1, bouwsteen=een) for een in (Opties(), Criteria(), Afweging())]
    sjabloon = Sjabloon(naam="a", titel="A", soort="a", stappen=tuple(stappen))
    teller = count(1)
    sessie = start_sessie(sjabloon, titel="T", datum="2026-01-01", new_id=lambda: f"i{next(teller)}")
    for plaats, regel in enumerate(("Helpen", "Snel =1", "Duurzaam =2")):
        sessie, _ = apply_regel(sessie, sessie.stappen[min(plaats, 1)].id, regel, (), f"r{plaats}")
    assert not any(een.startswith("Uitkomst") for een in describe_sessie(sessie))
    for plaats, regel in enumerate(("A1=4", "A2=1", "B1=1", "B2=3")):
        sessie, _ = apply_regel(sessie, sessie.stappen[2].id, regel, (), f"s{plaats}")
    regels = list(describe_sessie(sessie))
    assert "Uitkomst: Plaats 1: Optie B (Helpen), 2,33." in regels
    assert any("kantelt bij gewicht 1,33 (nu 1)" in een for een in regels)
