"""The commands, on a real werkmap."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from sessie_tool import nu
from sessie_tool.cli.tabel import OPDRACHTEN
from sessie_tool.kern.klok import pause
from sessie_tool.opslag.ongelukken import list_ongelukken
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

VIJANDIG = [
    "[/] [b]vet[/b] [@click=app.quit]",
    "\x1b[2J\x1b]0;x\x07",
    "{{x}} {% y %}",
    "=1+1",
    "🙂 👩‍👩‍👧 é́",
    "שלום \u202eomgekeerd",
    "x" * 100_000,
    "nul\x00teken",
    "\u2028 \x85 \x0b \x0c binnen een regel",
    "<w:p>&amp;",
    "Waarom? Let op! #1 in 2025, 50 + 50, jan@voorbeeld.nl",
]


def test_a_whole_session_can_be_led_without_the_screen(sessie_id, goed, als_json):
    assert "Stap 1 van 9" in goed("stap", sessie_id)
    assert goed("status", sessie_id) == "voorbereiding\n"
    assert "Stap 3 van 9: Signalen ophalen" in goed("stap", sessie_id, "3")
    assert goed("status", sessie_id) == "lopend\n"
    ids = goed("invoer", sessie_id, "--stap", 3, stdin=b"Netcongestie +buiten\nSchooluitval +binnen !trend")
    assert len(ids.split()) == 2
    goed("invoer", sessie_id, "--stap", 4, stdin=b"Het net bepaalt het tempo +1\n")
    goed("invoer", sessie_id, "--stap", 5, stdin=b"1=4!\n")
    goed("invoer", sessie_id, "--stap", 6, stdin=b"Eerst het net +1 !ja\n")
    goed("invoer", sessie_id, "--stap", 7, stdin=b"Wat mag het net kosten?\n")
    goed("invoer", sessie_id, "--stap", 8, stdin=b"Pilot evalueren @Voorbeeld >1-6-2025\n")
    assert goed("status", sessie_id, "afgerond") == "afgerond\n"
    tree = als_json("toon", sessie_id)
    assert [stap["nummer"] for stap in tree["stappen"]] == list(range(1, 10))
    signalen = tree["stappen"][2]["bouwsteen"]
    assert signalen["soort"] == "signalen"
    assert [one["tekst"] for one in signalen["records"]] == ["Netcongestie", "Schooluitval"]
    assert [one["id"] for one in signalen["records"]] == ids.split()
    tekst = Path(goed("verslag", sessie_id, "--formaat", "md").strip()).read_text(encoding="utf-8")
    assert all(woord in tekst for woord in ("Netcongestie", "Het net bepaalt het tempo", "Pilot evalueren"))


def test_hostile_text_goes_in_and_comes_out_as_typed(sessie_id, goed, als_json):
    goed("invoer", sessie_id, "--stap", 3, stdin="\n".join(VIJANDIG).encode())
    records = als_json("toon", sessie_id)["stappen"][2]["bouwsteen"]["records"]
    assert [one["tekst"] for one in records] == [tekst.strip() for tekst in VIJANDIG]
    assert "\x1b" not in goed("toon", sessie_id)


def test_a_session_shows_its_stable_keys(sessie_id, als_json):
    tree = als_json("toon", sessie_id)
    keys = ["id", "titel", "datum", "plaats", "sjabloon", "status", "opgaven", "deelnemers", "stappen"]
    assert set(keys) <= set(tree)
    assert tree["deelnemers"][0] | {"id": 0} == {
        "type": "deelnemer", "id": 0, "bereik": "verslag", "overgenomen": None, "naam": "J. Voorbeeld",
        "rol": "begeleider", "organisatie": "Gemeente Voorbeeldstad", "aanwezig": True, "mag_genoemd": False,
    }  # fmt: skip
    assert all({"nummer", "titel", "minuten", "bouwsteen"} <= set(stap) for stap in tree["stappen"])


def test_the_list_shows_its_stable_keys_the_newest_first(sessie_id, goed, als_json):
    ouder = goed("nieuw", "signalensessie", "--titel", "Ouder", "--datum", "21-3-2024").strip()
    rijen = als_json("lijst")
    assert [rij["id"] for rij in rijen] == [sessie_id, ouder]
    assert {"id", "titel", "datum", "jaar", "sjabloon", "status", "opgaven"} <= set(rijen[0])
    assert rijen[1]["datum"] == "2024-03-21"
    assert [rij["id"] for rij in als_json("lijst", "--jaar", 2024)] == [ouder]
    assert "Ouder" in goed("lijst")


def test_an_empty_werkmap_says_what_to_do(goed, als_json):
    assert als_json("lijst") == als_json("acties") == []
    assert "sessie nieuw" in goed("lijst")


def test_the_sjablonen_show_their_stable_keys_and_the_own_one_wins(werkmap, als_json, goed):
    shipped = {one["naam"]: one for one in als_json("sjablonen")}
    assert set(shipped["signalensessie"]) == {"naam", "titel", "doel", "minuten", "bron"}
    eigen = werkmap / "sjablonen" / "signalensessie.md"
    eigen.parent.mkdir()
    origineel = Path(shipped["signalensessie"]["bron"]).read_text(encoding="utf-8")
    eigen.write_text(origineel.replace("titel: Signalensessie", "titel: Van ons"), encoding="utf-8")
    assert next(one for one in als_json("sjablonen") if one["naam"] == "signalensessie")["titel"] == "Van ons"
    assert "Van ons" in goed("toon", goed("nieuw", "signalensessie").strip())


def test_checking_a_sjabloon_shows_every_finding_with_its_line(werkmap, sessie):
    fout = werkmap / "fout.md"
    fout.write_text(
        "---\nnaam: fout\ntitel: Fout\n---\n\n## Een (signaln, 5 minuten)\n\n## Twee (acties)\n", encoding="utf-8"
    )
    code, uit, _ = sessie("sjablonen", "controleer", fout)
    assert code == 1
    assert "regel 6" in uit
    assert "Bedoelt u 'signalen'" in uit


def test_a_line_that_is_refused_is_named_and_the_others_go_in(sessie_id, sessie, als_json, goed):
    goed("invoer", sessie_id, "--stap", 4, stdin=b"Een draad\n")
    code, uit, fout = sessie("invoer", sessie_id, "--stap", 5, stdin=b"\nonzin\n1=3\n\nmeer onzin\n")
    assert code == 1
    assert len(uit.split()) == 1
    assert re.findall(r"^Regel (\d+):", fout, re.MULTILINE) == ["2", "5"]
    assert als_json("toon", sessie_id)["stappen"][4]["bouwsteen"]["records"][0]["stippen"] == 3


def test_lines_come_from_a_file_wherever_it_stands_in_the_command(werkmap, sessie_id, goed):
    bestand = werkmap / "regels.txt"
    bestand.write_bytes(b"een\r\ntwee\n")
    assert len(goed("invoer", sessie_id, "--stap", 3, bestand).split()) == 2
    assert len(goed("invoer", "--stap", 3, sessie_id, bestand).split()) == 2
    assert len(goed("invoer", sessie_id, bestand, "--stap", 3, "--werkmap", werkmap).split()) == 2


def test_a_line_that_is_not_utf8_is_read_and_said(sessie_id, sessie, als_json):
    code, _, fout = sessie("invoer", sessie_id, "--stap", 3, stdin="één €".encode("cp1252"))
    assert code == 0
    assert fout.startswith("Let op: regel 1 is geen UTF-8")
    assert als_json("toon", sessie_id)["stappen"][2]["bouwsteen"]["records"][0]["tekst"] == "één €"


def test_a_new_session_starts_with_what_is_still_open(sessie_id, goed, als_json, sessie):
    goed("invoer", sessie_id, "--stap", 8, stdin=b"Klaar @Voorbeeld !gedaan\nNog doen @Denk >1-6-2025 ?hoe")
    nieuw = goed("nieuw", "signalensessie", "--datum", "2025-09-01", "--opgave", "inclu").strip()
    begin = als_json("toon", nieuw)["stappen"][0]["bouwsteen"]["records"]
    assert [(one["wat"], one["sessie"]) for one in begin] == [("Nog doen", sessie_id)]
    goed("invoer", nieuw, "--stap", 1, stdin=b'#1 >1-12-2025 geleerd="Het duurt langer"')
    acties = {one["wat"]: one for one in als_json("acties")}
    assert acties["Nog doen"] | {"id": 0} == {
        "id": 0, "sessie": sessie_id, "datum": "2025-03-20", "titel": "Proef Inclusief", "wat": "Nog doen",
        "wie": ["A. Denkbeeldig"], "wanneer": "2025-12-01", "status": "open", "uitgesteld": 1, "eerder": ["2025-06-01"],
        "geleerd": "Het duurt langer", "leren": "hoe",
    }  # fmt: skip
    assert [one["wat"] for one in als_json("acties", "--open")] == ["Nog doen"]
    assert [one["wat"] for one in als_json("acties", "--wie", "voorbeeld")] == ["Klaar"]
    rijen = list(csv.DictReader(io.StringIO(goed("acties", "--csv").removeprefix("\ufeff")), delimiter=";"))
    assert {rij["wat"] for rij in rijen} == {"Klaar", "Nog doen"}
    assert "Nog doen" in goed("acties")


def test_an_opgave_that_is_not_in_the_list_is_kept_and_said(sessie, als_json):
    code, uit, fout = sessie("nieuw", "signalensessie", "--opgave", "Incluusief", "--opgave", "groen")
    assert code == 0
    assert "Bedoelt u 'Inclusief'?" in fout
    assert als_json("toon", uit.strip())["opgaven"] == ["Incluusief", "Groen en duurzaam"]


def test_a_vastgestelde_session_is_not_changed(sessie_id, goed, sessie):
    goed("status", sessie_id, "vastgesteld")
    for woorden in (["status", sessie_id, "lopend"], ["stap", sessie_id, "2"], ["invoer", sessie_id, "--stap", "3"]):
        code, uit, fout = sessie(*woorden, stdin=b"nog iets\n")
        assert (code, uit) == (1, "")
        assert "is vastgesteld" in fout


@pytest.mark.parametrize(
    "woorden",
    (
        ("toon", "bestaatniet"),
        ("toon", ""),
        ("open",),
        ("lijst", "--werkmap", "bestaat/niet"),
        ("nieuw", "signaalsessie"),
        ("invoer", "ID", "--stap", "3", "bestaatniet.txt"),
        ("invoer", "ID", "--stap", "3", "."),
        ("verslag", "ID", "--uit", "bestaat/niet.docx"),
        ("verslag", "ID", "--huisstijl", "bestaatniet.docx"),
        ("sjablonen", "controleer", "bestaatniet.md"),
        ("controleer", "bestaatniet.json"),
        ("controleer", "plaatje.png"),
    ),
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_dutch_and_gives_1(woorden, sessie_id, sessie):
    code, uit, fout = sessie(*(sessie_id if woord == "ID" else woord for woord in woorden))
    assert code == 1
    regels = (uit + fout).splitlines()
    assert 1 <= len(regels) <= 2
    assert "Traceback" not in fout
    assert ".tmp" not in fout


def test_a_step_that_is_not_there_is_wrong_use(sessie_id, sessie):
    for woorden in (["stap", sessie_id, "10"], ["invoer", sessie_id, "--stap", "10"]):
        code, _, fout = sessie(*woorden)
        assert (code, fout) == (2, "Stap 10 is er niet: deze sessie heeft 9 stappen.\n")


def test_a_werkmap_in_order_is_said_to_be(sessie_id, goed):
    assert goed("controleer") == "1 bestand gecontroleerd: alles is in orde.\n"


def test_a_damaged_file_is_found(werkmap, sessie_id, sessie):
    pad = next((werkmap / "sessies").glob("*.json"))
    pad.write_bytes(pad.read_bytes().replace(b"Proef", b"Pruef", 1))
    for woorden in (["controleer"], ["controleer", pad]):
        code, uit, _ = sessie(*woorden)
        assert code == 1
        assert pad.name in uit


def test_any_word_file_can_be_checked(sessie_id, sessie, goed, tmp_path):
    goed("verslag", sessie_id, "--uit", tmp_path / "goed.docx")
    assert goed("controleer", tmp_path / "goed.docx") == "1 bestand gecontroleerd: alles is in orde.\n"
    (tmp_path / "geen.docx").write_text("geen Word")
    code, uit, _ = sessie("controleer", tmp_path / "geen.docx", tmp_path / "goed.docx")
    assert code == 1
    assert "het is geen Word-bestand" in uit
    assert uit.endswith("2 bestanden gecontroleerd: 1 fout, 0 meldingen.\n")


def test_what_only_a_person_can_tell_is_no_fault(sessie, tmp_path):
    document = Document()
    document.core_properties.title = "Verslag van het gesprek in Waterveen"
    document.styles.element.xpath("w:docDefaults//w:lang")[0].set(qn("w:val"), "nl-NL")
    document.add_paragraph("Verslag van het gesprek", style="Title")
    document.add_paragraph().add_run("De uitkomst").bold = True
    document.save(str(tmp_path / "x.docx"))
    code, uit, _ = sessie("controleer", tmp_path / "x.docx")
    assert code == 0
    assert "Kijk zelf: een regel met alleen vette letters lijkt een kop: 'De uitkomst'" in uit


def test_every_command_prints_json_that_a_program_can_read(sessie_id, goed):
    for naam in ("lijst", "sjablonen", "acties"):
        assert isinstance(json.loads(goed(naam, "--json")), list)
    assert len(OPDRACHTEN) >= 11


def test_a_fault_of_the_program_itself_is_one_line_too(sessie, monkeypatch):
    monkeypatch.setattr("sessie_tool.cli.hoofd.load_opdracht", {}.__getitem__)
    code, uit, fout = sessie("lijst")
    assert (code, uit) == (1, "")
    assert fout.startswith("Er zit een fout in het programma zelf. ")
    assert "(KeyError in sessie_tool.cli.hoofd, regel " in fout
    assert fout.count("\n") == 1
    assert str(list_ongelukken()[0]) in fout


def test_going_to_a_step_starts_a_session_and_leaves_a_pause_a_pause(goed, sessie_id, werkmap):
    def loopt():
        return bool(Werkmap(werkmap).read(sessie_id).verloop.sinds)

    goed("stap", sessie_id, "2")
    assert goed("status", sessie_id) == "lopend\n"
    assert loopt()
    zitting = Zitting.open(Werkmap(werkmap), sessie_id, clock=nu.now, new_id=nu.new_id)
    zitting.apply("pauze", lambda sessie: pause(sessie, nu.now()), "verloop")
    zitting.close()
    goed("stap", sessie_id, "3")
    assert not loopt()
    goed("status", sessie_id, "lopend")
    assert loopt()


@pytest.mark.parametrize("naam", ("peer-review", "signalensessie.md"))
def test_a_shipped_sjabloon_can_be_checked_by_its_name(goed, naam):
    assert "bruikbaar" in goed("sjablonen", "controleer", naam)
