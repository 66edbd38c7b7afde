"""The open version as a file: no part of it, and not its name, tells who was there."""

import zipfile
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.publiceren import OPENBAAR
from sessie_tool.kern.sessie import apply_regel, replace
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.vervanging import Vervanging
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.verslaglegging import export_verslag

MOMENT = "2025-03-20T16:00:00+01:00"
SJABLOON = load_sjabloon(shipped_sjablonen() / "signalensessie.md")
lettergrepen = st.lists(st.sampled_from(["quax", "xozw", "zwiq", "vjux", "pfoq"]), min_size=2, max_size=3).map("".join)


def make_sessie(voor, achter):
    """A session with a name in every place that a person can type in."""
    teller = count(1)
    naam = f"{voor.title()} {achter.title()}"
    sessie = start_sessie(
        SJABLOON,
        titel=f"Gesprek met {achter.upper()}",
        datum="2025-03-20",
        plaats=f"Bij {naam}",
        deelnemers=(
            Deelnemer(id="d1", naam=naam, rol="adviseur", organisatie=f"Bureau {achter.title()}"),
            Deelnemer(id="d2", naam="Gnyp Tsjonk", rol="adviseur", mag_genoemd=True),
            Deelnemer(id="d3", naam="Brumm Wrokk", rol="adviseur", aanwezig=False),
            Deelnemer(id="d4", naam="Drilp Snorf", rol="adviseur", bereik="begeleider"),
        ),
        new_id=lambda: f"id{next(teller)}",
    )
    sessie = replace(sessie, aanleiding=f"Vraag van mevrouw {achter.title()}", niet_geplaatst=f"**{voor}**: {achter}s")
    regels = [(2, f"{achter.title()}s idee bron={voor}"), (2, "Snorf zei dit"), (2, "Tsjonk zei dat")]
    regels += [(3, f"Draad van {naam}"), (7, f"Bellen met {achter} @{achter.title()}")]
    for nummer, (stap, regel) in enumerate(regels):
        sessie, _ = apply_regel(sessie, sessie.stappen[stap].id, regel, (), f"r{nummer}")
    return sessie


def export(werkmap, sessie, *formaten):
    return export_verslag(werkmap, sessie, MOMENT, formaten, versie=OPENBAAR)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lettergrepen, lettergrepen)
def test_no_part_of_the_word_file_and_not_its_name_holds_a_name(tmp_path, voor, achter):
    (pad,), _ = export(Werkmap(tmp_path), make_sessie(voor, achter), "docx")
    with zipfile.ZipFile(pad) as archief:
        delen = [pad.name, *archief.namelist(), *(archief.read(naam).decode("latin-1") for naam in archief.namelist())]
        hoofddeel = archief.read("word/document.xml").decode()
    for deel in delen:
        assert not [naam for naam in (voor, achter, "wrokk", "snorf") if naam in deel.lower()]
    assert "Gnyp Tsjonk (adviseur)" in hoofddeel
    assert "Tsjonk zei dat" in hoofddeel
    assert not [deel for deel in delen if "bron_id" in deel]


@pytest.mark.parametrize("formaat", ("md", "txt"))
def test_the_open_formats_hold_no_name_either(tmp_path, formaat):
    (pad,), _ = export(Werkmap(tmp_path), make_sessie("vjuxpfoq", "zwiqxozw"), formaat)
    assert pad.name == f"2025-03-20-gesprek-met-adviseur-verslag-openbaar.{formaat}"
    inhoud = pad.read_text(encoding="utf-8").lower()
    assert not [naam for naam in ("vjuxpfoq", "zwiqxozw", "wrokk", "snorf") if naam in inhoud]
    assert "tsjonk zei dat" in inhoud
    assert "niet aanwezig zonder naam: 1" in inhoud


def test_the_decisions_of_the_secretary_are_kept_with_the_session(tmp_path):
    werkmap = Werkmap(tmp_path)
    sessie = replace(make_sessie("vjuxpfoq", "zwiqxozw"), vervangingen=(Vervanging("Snorf", "de gastheer"),))
    werkmap.create(sessie, datetime(2025, 3, 20, tzinfo=UTC))
    (pad,), _ = export(werkmap, werkmap.read(sessie.id), "txt")
    assert "De gastheer zei dit" in pad.read_text(encoding="utf-8")


def test_a_doubtful_name_is_told_with_the_words_around_it(tmp_path):
    sessie = replace(make_sessie("vjuxpfoq", "zwiqxozw"), aanleiding="Brief van mevrouw Tsjilp over de Zwiqxozwstraat")
    (pad,), bevindingen = export(Werkmap(tmp_path), sessie, "txt")
    verteld = [str(one) for one in bevindingen]
    assert any("'Tsjilp'" in one and "Brief van mevrouw" in one for one in verteld)
    assert any("'Zwiqxozwstraat' bevat een naam en is blijven staan" in one for one in verteld)
    assert "Tsjilp" not in pad.read_text(encoding="utf-8")
