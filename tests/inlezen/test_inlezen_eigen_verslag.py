"""A verslag of this program comes back as the session it was made of; only what no step holds is kept apart."""

from itertools import count

import msgspec
import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.demo import make_sessies
from sessie_tool.inlezen.lezen import read_rapport
from sessie_tool.inlezen.plaats import place_rapport
from sessie_tool.kern.publiceren import INTERN
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf
from sessie_tool.sjabloon import find_sjablonen

IDS = ("id", "draden", "signalen", "onderwerp", "overgenomen", "afkomst", "ingebracht_door")


@pytest.fixture(scope="module")
def sjablonen():
    return {een.naam: een for een in find_sjablonen([shipped_sjablonen()])[0]}


@pytest.fixture(scope="module")
def signalensessie(sjablonen):
    return next(een for een in make_sessies(sjablonen) if een.soort == "signalensessie" and een.jaar == 2026)


def read_back(sessie, sjablonen, formaat):
    document, _ = INTERN.maak(resolve_opmaak(make_verslag(sessie, "2026-11-21T12:00:00")), (sessie,))
    ruw, _ = schrijf(document, formaat, None)
    teller = count(1)
    rapport = read_rapport(f"verslag.{formaat}", ruw)
    return place_rapport(
        rapport,
        sjablonen.get(sessie.soort, sjablonen["boardsessie"]),
        new_id=lambda: f"n{next(teller)}",
        vandaag="2026-11-21",
    )


def records(sessie, soort):
    return [
        {naam: waarde for naam, waarde in msgspec.to_builtins(een).items() if waarde and naam not in IDS}
        for stap in sessie.stappen
        if stap.bouwsteen.soort == soort and not getattr(stap.bouwsteen, "open_acties", False)
        for een in stap.bouwsteen.records
    ]


def carriers(sessie):
    draden = next(stap.bouwsteen.records for stap in sessie.stappen if stap.bouwsteen.soort == "rode_draden")
    signalen = next(stap.bouwsteen.records for stap in sessie.stappen if stap.bouwsteen.soort == "signalen")
    nummers = {een.id: nummer for nummer, een in enumerate(signalen, 1)}
    return {draad.titel: sorted(nummers[een] for een in draad.signalen) for draad in draden}


@pytest.mark.parametrize("formaat", ("docx", "md"))
def test_a_signalensessie_comes_back_as_it_was(signalensessie, sjablonen, formaat):
    inlezing = read_back(signalensessie, sjablonen, formaat)
    terug = inlezing.sessie
    assert (terug.titel, terug.datum, terug.plaats, terug.opgaven) == (
        signalensessie.titel, signalensessie.datum, signalensessie.plaats, signalensessie.opgaven
    )  # fmt: skip
    assert {een.naam for een in terug.deelnemers} == {een.naam for een in signalensessie.deelnemers}
    for soort in ("signalen", "rode_draden", "vragen", "stemming", "koers"):
        assert sorted(map(str, records(terug, soort))) == sorted(map(str, records(signalensessie, soort))), soort
    assert carriers(terug) == carriers(signalensessie)
    assert len(records(terug, "acties")) == len(records(signalensessie, "acties"))
    assert {een["vraag"] for een in records(terug, "notities")} >= {"Wat nemen we mee uit deze sessie?"}
    kept = [melding for melding in inlezing.meldingen if melding.startswith("Niet geplaatst")]
    assert len(kept) <= 4
    assert all("(Open acties)" in melding or "(Bijlage: Werkwijze)" in melding for melding in kept)


def test_plain_text_comes_back_without_its_contents_and_with_every_signal_once(signalensessie, sjablonen):
    inlezing = read_back(signalensessie, sjablonen, "txt")
    assert len(records(inlezing.sessie, "signalen")) == len(records(signalensessie, "signalen"))
    assert not any("Inhoud" in melding or "4.1" in melding for melding in inlezing.meldingen)


def test_every_kind_of_session_comes_back_without_its_contents(sjablonen):
    for sessie in {een.soort: een for een in make_sessies(sjablonen)}.values():
        inlezing = read_back(sessie, sjablonen, "md")
        assert inlezing.sessie.titel == sessie.titel
        assert not any("(Inhoud)" in melding for melding in inlezing.meldingen)
