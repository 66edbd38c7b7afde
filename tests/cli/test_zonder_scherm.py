"""A whole session without a screen: for who uses a screen reader, every step says what to do, and a line does it."""

import re

KADER = re.compile("[\u2500-\u257f\u2580-\u259f]")


def lead(goed, sessie_id, lines):
    """Lead a session: per step its text is read, lines are typed, and the text is given back."""
    teksten = []
    for nummer, regels in enumerate(lines, 1):
        teksten.append(goed("stap", sessie_id, nummer))
        if regels:
            goed("invoer", sessie_id, stdin="\n".join(regels).encode())
    return teksten


def test_a_signalensessie_is_led_from_the_first_step_to_the_verslag(sessie, goed, sessie_id):
    stappen = lead(
        goed,
        sessie_id,
        (
            (),
            ("We beginnen met de inwoners.",),
            ("Netcongestie remt de nieuwbouw +buiten !trend", "Jongeren wachten op een huis", "Dit was een vergissing"),
            ("Het stroomnet bepaalt het tempo +1", "Een generatie wacht +2"),
            ("1=5!", "2=3"),
            ("Eerst de wijken met ruimte op het net !ja +1 @voorbeeld",),
            ("Welke wijk gaat voor? +1",),
            ("Bellen met het netbedrijf @Voorbeeld >1-6-2025 ?waar nog ruimte is",),
            ("#1 Ik kijk anders naar de wachtlijst",),
        ),
    )
    assert all(KADER.search(tekst) is None for tekst in stappen)
    for nummer, tekst in enumerate(stappen, 1):
        for wat in (f"Stap {nummer} van 9", "Tijd: ", "nog ", "Doel: ", "Zeg: ", "Let op: ", "Regel voor ", "Hierna: "):
            assert wat in tekst
    assert "Hierna: stap 2, Welkom (10 minuten)" in stappen[0]
    assert "laatste stap" in stappen[-1]

    assert goed("regel", sessie_id, "--stap", "3").splitlines()[1] == "2. Jongeren wachten op een huis"
    verbeterd = goed(
        "regel", sessie_id, "2", "--stap", "3", "--wordt", "Jongeren wachten tien jaar op een huis +buiten"
    )
    assert verbeterd.startswith("Verbeterd: signaal 2.")
    assert "leeg" in sessie("regel", sessie_id, "2", "--stap", "3", "--wordt", " ")[2]
    goed("regel", sessie_id, "1", "--stap", "6", "--wordt", "Toch alle wijken !nee +1")
    goed("regel", sessie_id, "1", "--stap", "8", "--wordt", "Het netbedrijf schrijven @Voorbeeld >1-9-2025")
    goed("regel", sessie_id, "3", "--stap", "3", "--weg")
    goed("regel", sessie_id, "2", "--stap", "4", "--naar", "1")
    toon = goed("toon", sessie_id)
    assert KADER.search(toon) is None
    assert "vergissing" not in toon
    assert "Toch alle wijken" in toon
    assert "1 september 2025" in toon
    assert "Bellen met" not in toon
    assert "Jongeren wachten tien jaar op een huis" in toon
    assert "1. Een generatie wacht" in toon
    goed("regel", sessie_id, "2", "--stap", "3", "--weg")
    assert "Teruggenomen: signaal 2 verwijderd" in goed("regel", sessie_id, "--ongedaan")
    assert "Jongeren wachten tien jaar" in goed("toon", sessie_id)

    assert goed("status", sessie_id, "afgerond").strip() == "afgerond"
    pad = goed("verslag", sessie_id, "--formaat", "txt").strip()
    assert pad.endswith(".txt")


def test_a_peer_review_is_led_the_same_way(goed):
    sessie_id = goed(
        "nieuw", "peer-review", "--titel", "Het plein", "--datum", "2025-10-02",
        "--deelnemer", "Noor Voorbeeld; begeleider; Waterveen", "--deelnemer", "Bo Bedacht; inbrenger; Duinrand",
    ).strip()  # fmt: skip
    stappen = lead(
        goed,
        sessie_id,
        (
            ("#1 !ja",),
            (),
            ("Dilemma: Het plein wordt een park", "Vraag: Wie beslist?", "Inbrenger: Bo Bedacht"),
            ("Het plein is van iedereen",),
            ("Durven wij het de buurt te vragen? @Bo !ja",),
            (),
            ("Begin met één avond @Noor",),
            (),
            ("Eerst vragen, dan rekenen @Noor ?in ons team bespreken",),
            ("De avond plannen @Bo >1-12-2025",),
            ("Duinrand !ja @Bo",),
        ),
    )
    assert all(KADER.search(tekst) is None and "Hierna: " in tekst for tekst in stappen)
    toon = goed("toon", sessie_id)
    for tekst in ("Het plein wordt een park", "Durven wij het de buurt te vragen?", "Begin met één avond", "Duinrand"):
        assert tekst in toon


def test_a_line_that_is_not_there_is_said_with_what_to_do(sessie, goed, sessie_id):
    assert "staat nog niets" in goed("regel", sessie_id, "--stap", "3")
    assert "niets om terug te nemen" in goed("regel", sessie_id, "--ongedaan")
    code, _, fout = sessie("regel", sessie_id, "7", "--stap", "3", "--weg")
    assert code == 2
    assert "Regel 7 is er niet in stap 3" in fout
    code, _, fout = sessie("regel", sessie_id, "--stap", "3", "--weg")
    assert code == 2
    assert "Zeg ook welke regel" in fout
    goed("invoer", sessie_id, "--stap", "3", stdin=b"Een signaal\n")
    goed("invoer", sessie_id, "--stap", "4", stdin=b"Een draad +1\n")
    goed("invoer", sessie_id, "--stap", "5", stdin=b"1=5\n")
    assert "Een signaal" in goed("regel", sessie_id, "1", "--stap", "3")


def test_hidden_dots_a_tie_and_the_parkeerplaats_go_by_commands_and_toon_keeps_the_secret(goed, als_json, sessie_id):
    goed("invoer", sessie_id, "--stap", "4", stdin=b"Het net\nDe jeugd\nHet water")
    goed("invoer", sessie_id, "--stap", "5", stdin=b"verberg\n1=4 2=4\n@voorbeeld 3=1")
    toon = goed("toon", sessie_id)
    assert "Stippen: 4" not in toon
    assert "Uitkomst: De stippen zijn nog verborgen." in toon
    stippen = [one["stippen"] for one in als_json("toon", sessie_id)["stappen"][4]["bouwsteen"]["records"]]
    assert sorted(stippen) == [1, 4, 4]
    goed("invoer", sessie_id, "--stap", "5", stdin=b"onthul\nronde gelijk\nonthul\n2=5!")
    toon = goed("toon", sessie_id)
    assert "Stippen: 5" in toon
    assert "Gekozen: ja" in toon
    goed("invoer", sessie_id, "--stap", "3", "--parkeren", stdin=b"Wie betaalt?\n\nEn wanneer?")
    assert "- Wie betaalt? (tijdens Signalen ophalen)\n- En wanneer?" in goed("toon", sessie_id)
    volgende = goed("nieuw", "signalensessie", "--vorige", sessie_id).strip()
    assert "- Wie betaalt? (tijdens Signalen ophalen; uit " in goed("toon", volgende)
