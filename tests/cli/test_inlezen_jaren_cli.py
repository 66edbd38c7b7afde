"""`sessie inlezen jaren.csv`: an id per year, nothing twice, and a later jaarronde begins with it."""

TABEL = (
    "Jaar;Opgave;Titel;Toelichting;Signalen\n"
    "2021;Groen;Het net zit vol;;a|b\n"
    "2022;Groen;Stroom is op;;c\n2022;Open;Wachten;;d|e\n"
)


def test_a_file_of_years_gives_an_id_per_year_and_the_next_jaarronde_begins_with_the_last(
    sessie, goed, als_json, werkmap
):
    (werkmap / "jaren.csv").write_text(TABEL, encoding="utf-8")
    code, uit, fout = sessie("inlezen", werkmap / "jaren.csv")
    assert (code, fout) == (0, "jaren.csv: De dag staat niet in het bestand. Elk jaar krijgt de datum 31 december.\n")
    assert [(een["jaar"], een["sjabloon"], een["status"]) for een in als_json("lijst")] == [
        (2022, "jaarronde", "afgerond"), (2021, "jaarronde", "afgerond")
    ]  # fmt: skip
    code, weer, fout = sessie("inlezen", werkmap / "jaren.csv")
    assert (code, weer, len(als_json("lijst"))) == (0, uit, 2)
    assert fout.count("al eerder ingelezen") == 2
    nieuw = goed("nieuw", "jaarronde", "--titel", "Jaarronde 2023", "--datum", "2023-06-01").strip()
    stappen = [stap["bouwsteen"] for stap in als_json("toon", nieuw)["stappen"]]
    vorig = next(een for een in stappen if een["soort"] == "eerdere_draden")
    assert [(een["titel"], een["gewicht"]) for een in vorig["records"]] == [("Stroom is op", 1), ("Wachten", 2)]


def test_a_second_jaarronde_of_a_year_is_made_and_told(sessie, goed, als_json, werkmap):
    eerste = goed("nieuw", "jaarronde", "--titel", "De ronde", "--datum", "2022-06-01").strip()
    (werkmap / "jaren.csv").write_text(TABEL, encoding="utf-8")
    code, uit, fout = sessie("inlezen", werkmap / "jaren.csv")
    assert (code, len(uit.split()), len(als_json("lijst"))) == (0, 2, 3)
    assert f"Van 2022 was er al een jaarronde: 'De ronde' ({eerste})" in fout
    assert "Van 2021" not in fout


def test_a_file_of_years_needs_a_step_for_draden_and_no_session_that_is_there(sessie, goed, werkmap):
    (werkmap / "jaren.csv").write_text(TABEL, encoding="utf-8")
    bestaand = goed("nieuw", "jaarronde", "--titel", "De ronde", "--datum", "2022-06-01").strip()
    for opties in (("--sjabloon", "bijdragescore"), ("--sessie", bestaand), ("--datum", "2021-01-01")):
        code, uit, fout = sessie("inlezen", werkmap / "jaren.csv", *opties)
        assert (code, uit, len(fout.splitlines())) == (1, "", 1)
