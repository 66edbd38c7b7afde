"""`sessie vergelijk` and `sessie draden`: the years side by side, and what a person decides, without the screen."""

import csv
import io
import json

import pytest

from sessie_tool.cli.levenslijn import draw_matrix
from sessie_tool.kern.banden import Band
from sessie_tool.kern.lijnen import Draad, compare

SIGNALEN = (
    "Stroom komt later", "Kabels te dun", "Monteurs vertrekken", "Vacatures open", "Werkdruk hoog",
    "Loket dicht", "Balie leeg", "Markt vol",
)  # fmt: skip


@pytest.fixture
def ronden(goed):
    """Three jaarronden with two draden each; the net goes on from year to year, in the words of the sessions."""

    def make(jaar, *draden, vorige=()):
        sessie_id = goed("nieuw", "jaarronde", "--titel", f"Jaarronde {jaar}", "--datum", f"{jaar}-06-01").strip()
        stappen = json.loads(goed("toon", sessie_id, "--json"))["stappen"]
        nummer = {stap["bouwsteen"]["soort"]: stap["nummer"] for stap in stappen}
        signalen = "".join(f"{tekst} in {jaar}\n" for tekst in SIGNALEN)
        goed("invoer", sessie_id, "--stap", nummer["signalen"], stdin=signalen.encode())
        goed("invoer", sessie_id, "--stap", nummer["rode_draden"], stdin="\n".join(draden).encode())
        return sessie_id

    return [
        make(2023, "Het stroomnet +1 +2 #groen", "Te weinig handen +3 +4 +5"),
        make(2024, "Bouwen loopt vast +1 +2 +3 +4 +5 <1", "=Gratis +6"),
        make(2025, "Wie verdeelt wat er is? +1 +2 +3 +4 +5 <1", "De stad heeft geen mensen +6 +7"),
    ]


def test_the_years_stand_side_by_side_with_a_sign_a_weight_and_a_share(goed, ronden):
    regels = goed("vergelijk").splitlines()
    net = next(regel for regel in regels if regel.startswith("Wie verdeelt wat er is?"))
    assert "○2 25% ── ▲5 63% ── ●5 63%" in net
    assert "○ nieuw" in goed("vergelijk")
    assert "2024.2, 2025.2" in regels[-1].replace(" en ", ", ")


def test_the_same_in_words_for_who_listens(goed, ronden):
    uit = goed("vergelijk", "--lijst")
    assert "  2024: gegroeid, 5 signalen (63%): 2024.1 Bouwen loopt vast\n" in uit
    assert not set("○▲●─") & set(uit)


def test_other_programs_get_the_stable_keys(als_json, ronden):
    beeld = als_json("vergelijk")
    assert beeld["jaren"] == [2023, 2024, 2025]
    lijn = beeld["lijnen"][0]
    assert (lijn["titel"], lijn["staten"]["2024"]) == ("Wie verdeelt wat er is?", "gegroeid")
    draad = lijn["draden"][1]
    assert (draad["jaar"], draad["sessie"], draad["titel"], draad["gewicht"], draad["aandeel"]) == (
        2024, ronden[1], "Bouwen loopt vast", 5, 0.625,
    )  # fmt: skip
    assert als_json("vergelijk", "--van", 2025)["jaren"] == [2025]
    assert [lijn["titel"] for lijn in als_json("vergelijk", "--opgave", "gr")["lijnen"]] == ["Wie verdeelt wat er is?"]


def test_a_table_has_a_row_per_lijn_and_year_and_text_as_it_was_typed(goed, ronden):
    rijen = list(csv.DictReader(io.StringIO(goed("vergelijk", "--csv").removeprefix("\ufeff")), delimiter=";"))
    assert {"lijn": "=Gratis", "jaar": "2024", "gewicht": "1", "aandeel": "0,1250"}.items() <= next(
        rij for rij in rijen if rij["lijn"] == "=Gratis"
    ).items()
    assert len(rijen) == 3 + 3 + 2 + 1


def test_a_person_decides_with_short_names_and_can_take_it_back(goed, als_json, ronden):
    assert "2025.2 De stad heeft geen mensen (nog niet beoordeeld)" in goed("draden")
    assert "hoort nu bij '2023.2 Te weinig handen'" in goed("draden", "koppel", "2025.2", "2023.2")
    goed("draden", "nieuw", "2024.2")
    assert "2024.2 =Gratis (nieuw)" in goed("draden")
    staten = {lijn["titel"]: lijn["staten"] for lijn in als_json("vergelijk")["lijnen"]}
    assert staten["De stad heeft geen mensen"] == {"2023": "nieuw", "2024": "verdwenen", "2025": "terug"}
    assert staten["=Gratis"] == {"2024": "nieuw", "2025": "verdwenen"}
    goed("draden", "los", "2025.2", "2023.2")
    assert "1 keer een besluit" in goed("draden", "herstel", "2025.2", "2023.2")
    assert "was niets besloten" in goed("draden", "herstel", "2025.2")
    goed("draden", "verdwenen", "2023.2")
    assert als_json("vergelijk")["lijnen"][-1]["staten"]["2025"] == "verdwenen"


def test_suggestions_tell_why_and_what_was_rejected_is_not_proposed_again(goed, ronden):
    uit = goed("draden", "voorstellen")
    assert "2025.2 De stad heeft geen mensen\n" in uit
    assert "sessie draden koppel" in uit
    voorstel = goed("draden", "voorstellen", "2025.1")
    assert "2023.1 Het stroomnet (" in voorstel or "2024.1 Bouwen loopt vast (" in voorstel
    goed("draden", "los", "2025.1", "2024.1")
    assert "2024.1 Bouwen" not in goed("draden", "voorstellen", "2025.1")


def test_when_everything_is_judged_there_is_nothing_to_propose(goed, ronden):
    goed("draden", "nieuw", "2024.2", "2025.2")
    assert goed("draden", "voorstellen") == "Over elke rode draad is al beslist.\n"


def test_of_many_open_draden_the_oldest_come_first_and_the_rest_is_counted(goed, ronden):
    tekst = "\n".join(f"Onderwerp {nummer} over {woord}" for nummer, woord in enumerate("abcdefghijklmnopqrstuvw"))
    stappen = json.loads(goed("toon", ronden[2], "--json"))["stappen"]
    nummer = next(stap["nummer"] for stap in stappen if stap["bouwsteen"]["soort"] == "rode_draden")
    goed("invoer", ronden[2], "--stap", nummer, stdin=tekst.encode())
    uit = goed("draden", "voorstellen")
    assert "Dit zijn de oudste 20 van 25." in uit
    assert uit.startswith("2024.2")
    assert "\n2025.24" not in uit


def test_a_document_is_written_where_it_was_asked_and_its_path_is_told(goed, ronden, werkmap):
    pad = werkmap / "jaren.md"
    assert goed("vergelijk", "--uit", pad, "--openbaar").strip() == str(pad)
    assert "Wie verdeelt wat er is?" in pad.read_text(encoding="utf-8")


def test_everything_below_a_lijn_can_be_read(goed, ronden):
    uit = goed("draden", "toon", "2023.1")
    assert "  - Stroom komt later in 2023 (Jaarronde 2023, 1 juni 2023)\n" in uit
    assert "2025: blijvend, 5 signalen (63%): 2025.1 Wie verdeelt wat er is?" in uit


FOUT = (
    ("vergelijk --van 2025 --tot 2024", 2, "Draai de jaren om"),
    ("vergelijk --opgave grijs", 2, "De opgave 'grijs' is niet bekend"),
    ("vergelijk --soort jaarond", 2, "Bedoelt u 'jaarronde'?"),
    ("vergelijk --van 2030", 1, "Er zijn geen rode draden om te vergelijken"),
    ("draden kopel", 2, "Bedoelt u 'koppel'?"),
    ("draden koppel 2025.1", 2, "Zo werkt het: sessie draden koppel DRAAD DRAAD…"),
    ("draden koppel 2025.9 2024.1", 2, "Draad '2025.9' is er niet"),
    ("draden koppel 2025.1 2025.2", 1, "van hetzelfde jaar"),
    ("draden verdwenen 2023.1", 1, "2023.1 loopt door in 2024"),
)


def test_what_cannot_be_is_told_in_one_sentence(sessie, ronden):
    for woorden, code, zin in FOUT:
        gekregen, uit, fout = sessie(*woorden.split())
        assert (gekregen, uit) == (code, "")
        assert zin in fout
        assert fout.count("\n") == 1


def test_without_any_round_it_says_what_to_do_and_programs_get_an_empty_answer(sessie, als_json):
    assert "houd eerst een sessie met rode draden" in sessie("vergelijk")[2]
    assert als_json("vergelijk")["lijnen"] == []


def test_a_line_runs_through_a_year_without_a_round_and_stops_where_nothing_is():
    een = Draad(id="a", sessie="s", jaar=2021, titel="[b]Net[/b]\x1b", gewicht=1)
    twee = Draad(id="b", sessie="t", jaar=2023, titel="Net", gewicht=1, vervolg_op=("s/a",))
    drie = Draad(id="c", sessie="u", jaar=2024, titel="Los", gewicht=1)
    kop, los, net, *_ = draw_matrix(compare([een, twee, drie], {2021: 4, 2023: 4, 2024: 4, 2026: 4}, tot=2026))
    assert kop.split() == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert "○1 25% ── · ───── ●1 25%" in net
    assert net.split()[-3:] == ["?", "·", "?"]
    assert los.startswith("Los ")
    zonder = compare([een], {2021: 4}, [Band("s/a")], tot=2022)
    assert next(regel for regel in draw_matrix(zonder) if "Net" in regel).startswith("[b]Net[/b]")


def test_a_damaged_file_of_decisions_is_told_and_the_last_good_copy_serves(goed, sessie, ronden, werkmap):
    goed("draden", "koppel", "2025.2", "2023.2")
    (werkmap / "sessies" / "_werkmap.json").write_text("{", encoding="utf-8")
    assert "2025.2 De stad heeft geen mensen (vervolg op 2023.2)" in goed("draden")
    code, gezegd, _ = sessie("controleer")
    assert (code, "laatste goede kopie" in gezegd) == (1, True)
    goed("draden", "nieuw", "2024.2")
    assert "alles is in orde" in goed("controleer")
    assert "(vervolg op 2023.2)" in goed("draden")
