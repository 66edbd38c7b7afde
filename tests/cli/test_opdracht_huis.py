"""`sessie huis`: the huis van sturing goes in and out as text, and nothing of it is lost unseen."""

TEKST = "# Stad\n\n## Groen\n\n### Bomen\n\n- Aantal [b] (bomen; telling)\n\n## Samen\n\nspanning: Groen ↔ Samen\n"


def test_what_was_read_in_comes_out_as_it_was(werkmap, goed):
    assert "Er is nog geen huis van sturing" in goed("huis")
    (werkmap / "in.md").write_text(TEKST, encoding="utf-8")
    assert "1 perspectief, 2 doelstellingen en 1 indicator" in goed("huis", "--lees", "in.md")
    assert goed("huis") == TEKST
    assert goed("huis", "--uit", "uit.md") == "uit.md\n"
    assert (werkmap / "uit.md").read_text(encoding="utf-8") == TEKST
    assert "alles is in orde" in goed("controleer")


def test_a_text_with_faults_changes_nothing_and_every_fault_is_said(werkmap, goed, sessie):
    (werkmap / "in.md").write_text(TEKST, encoding="utf-8")
    goed("huis", "--lees", "in.md")
    (werkmap / "fout.md").write_text("### Los\n- ook los\n", encoding="utf-8")
    code, uit, fout = sessie("huis", "--lees", "fout.md")
    assert (code, uit) == (1, "")
    assert "Regel 1: " in fout
    assert "Regel 2: " in fout
    assert goed("huis") == TEKST


def test_what_is_not_in_the_huis_any_more_is_said_and_kept_as_a_file(werkmap, goed, sessie):
    (werkmap / "in.md").write_text(TEKST, encoding="utf-8")
    goed("huis", "--lees", "in.md")
    (werkmap / "in.md").write_text("# Stad\n## Samen\n", encoding="utf-8")
    code, _, fout = sessie("huis", "--lees", "in.md")
    assert code == 0
    assert "'Groen', 'Bomen' en 'Aantal [b]'" in fout
    (kopie,) = (werkmap / "exports").glob("huis-van-sturing-*.md")
    assert kopie.read_text(encoding="utf-8") == TEKST


def test_a_file_that_says_something_else_is_not_written_over(werkmap, goed, sessie):
    (werkmap / "in.md").write_text(TEKST, encoding="utf-8")
    goed("huis", "--lees", "in.md")
    (werkmap / "uit.md").write_text("# Nog niet ingelezen\n", encoding="utf-8")
    code, _, fout = sessie("huis", "--uit", "uit.md")
    assert code == 1
    assert "bestaat al" in fout
    assert sessie("huis", "--lees", "weg.md")[0] == 1


def test_a_doelstelling_of_the_huis_can_be_typed_in_a_session(werkmap, goed, als_json, sessie_id):
    (werkmap / "in.md").write_text(TEKST, encoding="utf-8")
    goed("huis", "--lees", "in.md")
    goed("invoer", sessie_id, "--stap", 4, stdin=b'Schaduw telt mee doel=groen\nAnders doel="Iets nieuws"\n')
    draden = als_json("toon", sessie_id)["stappen"][3]["bouwsteen"]["records"]
    assert [one["doel"] for one in draden] == [["Groen"], ["Iets nieuws"]]
    assert "Bij doelstelling: Groen" in goed("toon", sessie_id)
