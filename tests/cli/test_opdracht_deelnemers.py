"""`sessie deelnemers`: a list that somebody has already goes in at once; everything that is odd is said."""


def test_a_list_becomes_participants_and_what_is_odd_is_said_at_once(werkmap, sessie_id, sessie, goed):
    lijst = werkmap / "lijst.csv"
    lijst.write_bytes("Naam,Organisatie,Mag genoemd\nZoë Voorbeeld,Waterveen,ja\n,Waterrijk,\n".encode("cp1252"))
    code, uit, fout = sessie("deelnemers", sessie_id, lijst)
    assert (code, uit) == (1, "Zoë Voorbeeld, Waterveen, mag genoemd worden\n")
    assert fout == "Regel 3: Hier staat geen naam. Vul de naam in en lees opnieuw.\n1 deelnemer toegevoegd.\n"
    assert goed("deelnemers", sessie_id).endswith("Zoë Voorbeeld, Waterveen, mag genoemd worden\n")


def test_a_pasted_list_comes_from_the_keyboard_and_nobody_comes_in_twice(sessie_id, sessie):
    assert sessie("deelnemers", sessie_id, "-", stdin=b"Noor Proef\tbegeleider\nDaan Proef\n")[0] == 0
    code, uit, fout = sessie("deelnemers", sessie_id, "-", stdin=b"noor proef\n")
    assert (code, uit) == (0, "")
    assert "'noor proef' staat er al" in fout
    assert "0 deelnemers toegevoegd" in fout
