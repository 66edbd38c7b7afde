"""`sessie inlezen FILE.csv`: published score tables in, the same sums and means out; nothing is dropped."""

import pytest

KOP = "doelstelling;stelling;project;opdrachtgever;opdrachtnemer\n"
TABEL = KOP + (
    "Groene stad;Koeler;Park;4;1\n"
    "Groene stad;Dieren;Park;2;2\n"
    "Groene stad;Water;Park;3;n.v.t.\n"
    "Inclusieve stad;Iedereen;Park;0;3\n"
    "Groene stad;Koeler;Plein;1;4\n"
    "Groene stad;Dieren;Plein;2;\n"
)
UITSLAG = [
    ("Park", 6, 3, [("Groene stad", 3.0, 1.5), ("Inclusieve stad", 0.0, 3.0)]),
    ("Plein", 3, 1, [("Groene stad", 1.5, 4.0)]),
]


@pytest.fixture
def projecten(als_json):
    """What `toon --json` says about the projects of a session."""

    def read(sessie_id):
        (bouwsteen,) = (
            stap["bouwsteen"]
            for stap in als_json("toon", sessie_id)["stappen"]
            if stap["bouwsteen"]["soort"] == "bijdragescore"
        )
        return bouwsteen["projecten"]

    return read


def in_short(projecten):
    return [
        (
            een["project"],
            een["verschil"],
            een["aantal"],
            [(een["doelstelling"], een["opdrachtgever"], een["opdrachtnemer"]) for een in een["gemiddelden"]],
        )
        for een in projecten
    ]


@pytest.mark.parametrize(
    "ruw",
    (
        TABEL.encode(),
        TABEL.encode("utf-8-sig"),
        TABEL.encode("utf-16"),
        TABEL.replace("\n", "\r\n").encode("cp1252"),
        TABEL.replace(";", "\t").encode(),
        TABEL.replace(";", ",").encode(),
        b"sep=;\n" + TABEL.encode(),
        TABEL.replace(";4;", ';"4,0";').replace(";2;", ";2.0;").encode(),
        TABEL.replace("Groene stad;", '"Groene stad";').encode(),
    ),
)
def test_a_table_gives_the_sums_and_means_that_belong_to_it(goed, projecten, werkmap, ruw):
    (werkmap / "scores.csv").write_bytes(ruw)
    sessie_id = goed("inlezen", werkmap / "scores.csv", "--sjabloon", "bijdragescore").strip()
    assert in_short(projecten(sessie_id)) == UITSLAG


def test_the_columns_may_stand_in_any_order_and_in_capitals(goed, projecten, werkmap):
    rijen = [regel.split(";") for regel in TABEL.splitlines()]
    omgekeerd = "\n".join(";".join(reversed(rij)) for rij in rijen)
    kop, _, rest = omgekeerd.partition("\n")
    (werkmap / "scores.csv").write_text(f"{kop.upper()}\n{rest}", encoding="utf-8")
    sessie_id = goed("inlezen", werkmap / "scores.csv").strip()
    assert in_short(projecten(sessie_id)) == UITSLAG


def test_each_party_has_a_form_of_its_own_and_the_second_one_comes_to_the_first(sessie, goed, projecten, werkmap):
    rijen = [regel.split(";") for regel in TABEL.splitlines()]
    for naam, plek in (("gever.csv", 3), ("nemer.csv", 4)):
        tekst = "\n".join(";".join([*rij[:3], rij[plek]]) for rij in rijen)
        (werkmap / naam).write_text(tekst, encoding="utf-8")
    sessie_id = goed("inlezen", werkmap / "gever.csv", "--sjabloon", "bijdragescore").strip()
    assert [(een["verschil"], een["aantal"]) for een in projecten(sessie_id)] == [(0, 0), (0, 0)]
    assert goed("inlezen", werkmap / "nemer.csv", "--sessie", sessie_id).strip() == sessie_id
    assert in_short(projecten(sessie_id)) == UITSLAG
    assert sessie("inlezen", werkmap / "nemer.csv", "--sessie", sessie_id) == (0, f"{sessie_id}\n", "")
    assert in_short(projecten(sessie_id)) == UITSLAG


def test_what_cannot_be_placed_is_said_with_its_line_and_kept(sessie, projecten, als_json, werkmap):
    (werkmap / "scores.csv").write_text(
        "Bron: een rapport\n" + KOP.replace("\n", ";Opmerking\n") + "Groen;Koeler;Park;7;veel;mooi\n"
        "Groen;Dieren;Park;2,5;-1;\nGroen;;Park;1;1;\nGroen;Water;;1;1;\nGroen;Lucht;Park;1;2;\nGroen;Lucht;Park;3;2;\n"
        "Groen;Lucht;Park;;2;;los\n",
        encoding="utf-8",
    )
    code, sessie_id, fout = sessie("inlezen", werkmap / "scores.csv", "--sjabloon", "bijdragescore")
    assert code == 0
    regels = fout.splitlines()
    for regel, wat in (
        (1, "Bron: een rapport"), (3, "'7' is geen score"), (3, "'veel' is geen score"), (3, "mooi"),
        (4, "'2,5' is geen score"), (4, "'-1' is geen score"), (5, "geen stelling"), (6, "geen project"),
        (8, "opdrachtgever had al 1; 3 telt niet mee"), (9, "los"), (9, "staat er vaker"),
    ):  # fmt: skip
        assert any(f"Regel {regel}: " in een and wat in een for een in regels), (regel, wat)
    (park,) = projecten(sessie_id.strip())
    assert [(een["stelling"], een["opdrachtgever"], een["opdrachtnemer"]) for een in park["stellingen"]] == [
        ("Koeler", None, None),
        ("Dieren", None, None),
        ("Lucht", 1, 2),
    ]
    bewaard = als_json("toon", sessie_id.strip())["niet_geplaatst"]
    assert all(wat in bewaard for wat in ("rapport", "veel", "mooi", "2,5", "Water", "los"))


def test_a_file_that_is_no_table_is_refused_in_one_line(sessie, werkmap):
    for naam, tekst in (("a.csv", "geen kop\n1;2\n"), ("b.csv", ""), ("c.csv", "\0")):
        (werkmap / naam).write_text(tekst, encoding="utf-8")
        code, uit, fout = sessie("inlezen", werkmap / naam, "--sjabloon", "bijdragescore")
        assert (code, uit, len(fout.splitlines())) == (1, "", 1)
    (werkmap / "goed.csv").write_text(TABEL, encoding="utf-8")
    code, uit, fout = sessie("inlezen", werkmap / "goed.csv", "--sjabloon", "signalensessie")
    assert (code, uit) == (1, "")
    assert "geen stap" in fout
    assert sessie("inlezen", werkmap / "oud.txt", "--sessie", "abc")[0] == 2


def test_one_project_without_a_column_has_the_name_of_the_file(goed, projecten, werkmap):
    (werkmap / "Stadspark.csv").write_text("stelling,opdrachtgever,opdrachtnemer\nKoeler,1,2\n", encoding="utf-8")
    sessie_id = goed("inlezen", werkmap / "Stadspark.csv", "--sjabloon", "bijdragescore").strip()
    assert in_short(projecten(sessie_id)) == [("Stadspark", 1, 1, [("", 1.0, 2.0)])]


MET_DE_HAND = {
    # doelstelling: scores (opdrachtgever, opdrachtnemer), sums 16/16 of 7, 16/14 of 8, 15/15 of 6, 10/9 and 10/10 of 5
    "Wonen": ((4, 3), (2, 2), (3, 3), (1, 0), (4, 4), (0, 1), (2, 3)),
    "Groen": ((3, 1), (1, 1), (2, 2), (4, 4), (3, 3), (0, 0), (2, 1), (1, 2)),
    "Meedoen": ((2, 4), (3, 3), (1, 2), (4, 3), (2, 2), (3, 1)),
    "Werk": ((0, 0), (1, 1), (2, 3), (3, 3), (4, 2)),
    "Bestuur": ((1, 1), (2, 2), (3, 4), (0, 0), (4, 3)),
}


def test_a_table_of_31_statements_gives_the_sums_and_means_that_were_worked_out_by_hand(goed, projecten, werkmap):
    regels = [
        f"{doel},Stelling {nr} van {doel},Haven,{een},{ander}"
        for doel, scores in MET_DE_HAND.items()
        for nr, (een, ander) in enumerate(scores, 1)
    ]
    kop = "Doelstelling,Stelling,Project,Opdrachtgever,Opdrachtnemer"
    (werkmap / "haven.csv").write_text("\n".join([kop, *regels]), encoding="utf-8")
    sessie_id = goed("inlezen", werkmap / "haven.csv", "--sjabloon", "bijdragescore", "--datum", "2025-06-12").strip()
    gemiddelden = [
        ("Wonen", 2.3, 2.3),
        ("Groen", 2.0, 1.8),
        ("Meedoen", 2.5, 2.5),
        ("Werk", 2.0, 1.8),
        ("Bestuur", 2.0, 2.0),
    ]
    assert in_short(projecten(sessie_id)) == [("Haven", 19, 31, gemiddelden)]
    goed("verslag", sessie_id, "--formaat", "md", "--uit", werkmap / "uit.md")
    assert "Verschil 19 over 31 stellingen." in (werkmap / "uit.md").read_text(encoding="utf-8")
