"""A werkmap in which sessions take over from earlier ones, for the tests of the screen."""

from pathlib import Path

from sessie_tool import nu
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.eerdere_draden import EerdereDraden
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sessie, Sjabloon, Stap, Stapvorm
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.eerder import read_eerder
from sessie_tool.opslag.werkmap import Werkmap

JAARRONDE = Sjabloon(
    naam="jaarronde",
    titel="Jaarronde",
    soort="jaarronde",
    stappen=(
        Stapvorm(titel="Signalen", minuten=10, bouwsteen=Signalen(uit="signalensessie")),
        Stapvorm(titel="Vorig jaar", minuten=10, bouwsteen=EerdereDraden(uit="jaarronde", periode="laatste")),
        Stapvorm(titel="Dit jaar", minuten=10, bouwsteen=EerdereDraden(uit="signalensessie")),
        Stapvorm(titel="Rode draden", minuten=30, bouwsteen=RodeDraden()),
    ),
)


def make_sessie(soort, titel, datum, *stappen, opgaven=(), deelnemers=()):
    """A session with the given bouwstenen as (title, bouwsteen), or a Stapvorm."""
    return Sessie(
        id=nu.new_id(),
        titel=titel,
        datum=datum,
        sjabloon=soort,
        soort=soort,
        opgaven=opgaven,
        deelnemers=tuple(Deelnemer(id=nu.new_id(), naam=naam) for naam in deelnemers),
        stappen=tuple(Stap(id=nu.new_id(), titel=naam, minuten=10, bouwsteen=inhoud) for naam, inhoud in stappen),
    )


def make_signalensessie(opgave, datum, signalen, draad):
    """A signalensessie with one thread that carries the first two signals."""
    records = tuple(Signaal(id=nu.new_id(), tekst=tekst) for tekst in signalen)
    draden = (RodeDraad(id=nu.new_id(), titel=draad, signalen=tuple(one.id for one in records[:2])),)
    stappen = (("Signalen", Signalen(records=records)), ("Draden", RodeDraden(records=draden)))
    return make_sessie("signalensessie", f"Signalensessie {opgave}", datum, *stappen, opgaven=(opgave,))


def make_keten(folder: Path) -> tuple[Werkmap, str]:
    """Last year's jaarronde, two signalensessies and this year's jaarronde; gives the id of the last."""
    werkmap = Werkmap(folder)
    vorige = RodeDraden(records=(RodeDraad(id=nu.new_id(), titel="Het net zit vol", opgaven=("Open",)),))
    for sessie in (
        make_sessie("jaarronde", "Jaarronde 2025", "2025-05-01", ("Rode draden", vorige)),
        make_signalensessie("Open", "2026-02-01", ["Balie dicht", "Brief te moeilijk", "App werkt"], "Loket te ver"),
        make_signalensessie("Inclusief", "2026-03-01", ["Schuld bij jongeren", "Wachtlijst zorg"], "Zorg te laat"),
    ):
        werkmap.create(sessie, nu.now())
    ronde = start_sessie(
        JAARRONDE,
        titel="Jaarronde 2026",
        datum="2026-05-01",
        new_id=nu.new_id,
        eerder=read_eerder(werkmap, JAARRONDE, "2026-05-01", ()),
    )
    werkmap.create(ronde, nu.now())
    return werkmap, ronde.id
