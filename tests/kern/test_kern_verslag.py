"""A verslag is complete at any moment, and holds nothing that is the facilitator's own."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kern_strategieen import record_types, sessies

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.koers import Koers, Koersbepaling
from sessie_tool.kern.bouwstenen.rapport import call_record, show_waarde
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.stemming import Stem, Stemming
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, Figuur, Kop, Lijst, Opmaak, Tabel, plain
from sessie_tool.kern.sessie import Sessie, Stap, environment, with_bouwsteen
from sessie_tool.kern.veld import velden
from sessie_tool.kern.verslag import left_out, list_missing, make_verslag

EIGEN = "begeleider"
OVER = {"koersbepaling": "draden", "schakel": "opties", "gedrag": "opties", "post": "opties"}
"""What stays out of the verslag when all that it is about does."""
MOMENT = "2025-03-22T09:00:00"


def flatten(blokken):
    for blok in blokken:
        yield blok
        if isinstance(blok, Lijst):
            yield from flatten(deel for punt in blok.punten for deel in punt.blokken)


def text_of(document):
    """Every word of a document, blocks joined by line ends."""
    delen = [document.titel, document.ondertitel, document.onderwerp]
    for blok in flatten(document.blokken):
        if isinstance(blok, (Kop, Alinea)):
            delen.append(plain(blok.inhoud))
        elif isinstance(blok, Opmaak):
            delen.append(blok.markdown)
        elif isinstance(blok, Tabel):
            delen += [blok.bijschrift, blok.beschrijving, *(kolom.titel for kolom in blok.kolommen)]
            delen += [plain(cel) for rij in blok.rijen for cel in rij.cellen]
        elif isinstance(blok, Figuur):
            delen += [blok.bijschrift, blok.alternatief, repr(blok.tekening)]
    return "\n".join(delen)


MET_NUMMER = {("reflectie", "vragen"), ("eerdere_draad", "signalen")}
"""Links that stand in a verslag as a number only: 'bij vraag a, c'."""

IN_KOP = {("reflectie", "thema"), ("koersbepaling", "draden")}
"""Links that stand in a heading, with the words by which people call them: 'Thema 1: wonen'."""


def mark_texts(sessie):
    """The session with an unmistakable beginning for every text in it, so that one can look for it."""
    for stap in sessie.stappen:
        nieuw = []
        for record in stap.bouwsteen.records:
            changed = {}
            for naam, veld in velden(type(record)).items():
                if veld.vorm in ("regel", "tekst") and (getattr(record, naam) or naam == record.hoofdveld()):
                    value = getattr(record, naam)
                    delen = value if isinstance(value, tuple) else (value,)
                    marked = tuple(f"⟦{record.id}.{naam}⟧{deel}" for deel in delen)
                    changed[naam] = marked if isinstance(value, tuple) else marked[0]
            nieuw.append(msgspec.structs.replace(record, **changed))
        sessie = with_bouwsteen(sessie, stap.id, stap.bouwsteen.with_records(nieuw))
    return sessie


def is_about_nothing_printed(record, omgeving):
    """A record that is about other records (a stem, a koersbepaling) stays out when these do."""
    over = getattr(record, OVER.get(record.type_tag(), ""), ())
    if over:
        return not any(map(omgeving.is_printed, over))
    if record.type_tag() == "reflectie":
        return False  # it stays, also when its thema does not
    enkele = [getattr(record, n) for n, v in velden(type(record)).items() if v.vorm == "verwijzing"]
    return any(isinstance(een, str) and not omgeving.is_printed(een) for een in enkele)


@given(sessies())
def test_a_verslag_holds_every_word_that_belongs_in_it(sessie):
    sessie = mark_texts(sessie)
    omgeving = environment(sessie)
    tekst = text_of(make_verslag(sessie, MOMENT))
    for record in omgeving.records.values():
        if record.bereik != "verslag" or is_about_nothing_printed(record, omgeving):
            continue
        for naam, veld in velden(type(record)).items():
            if naam == "bereik" or veld.bereik != "verslag" or veld.vorm in ("getal", "janee"):
                continue
            waarde = getattr(record, naam)
            for een in waarde if isinstance(waarde, tuple) else (waarde,):
                is_kort = (record.type_tag(), naam) in MET_NUMMER
                is_kop = (record.type_tag(), naam) in IN_KOP and omgeving.is_printed(een)
                shown = call_record(omgeving.records[een], omgeving)[1:] if is_kop else ""
                shown = omgeving.nummer(een) if is_kort else shown or plain(show_waarde(veld, een, omgeving))
                assert shown in tekst


@given(sessies())
def test_a_verslag_holds_no_word_of_the_facilitator_alone(sessie):
    sessie = mark_texts(sessie)
    omgeving = environment(sessie)
    tekst = text_of(make_verslag(sessie, MOMENT))
    for record in omgeving.records.values():
        for naam, veld in velden(type(record)).items():
            if record.bereik == "begeleider" or veld.bereik == "begeleider":
                assert f"⟦{record.id}.{naam}⟧" not in tekst
    weg = [
        een
        for een in omgeving.records.values()
        if een.bereik == "begeleider" or is_about_nothing_printed(een, omgeving)
    ]
    assert left_out(sessie) == len(weg)


@given(sessies())
def test_a_verslag_has_no_empty_paragraph_and_skips_no_level(sessie):
    niveau = 0
    for blok in flatten(make_verslag(sessie, MOMENT).blokken):
        if isinstance(blok, (Kop, Alinea)):
            assert plain(blok.inhoud).strip()
        if isinstance(blok, Kop):
            assert blok.niveau <= niveau + 1
            niveau = blok.niveau
        if isinstance(blok, Tabel):
            assert all(len(rij.cellen) == len(blok.kolommen) for rij in blok.rijen)


@given(sessies())
def test_every_printed_record_can_be_pointed_at_once(sessie):
    ankers = [een.anker for een in flatten(make_verslag(sessie, MOMENT).blokken) if getattr(een, "anker", "")]
    assert len(ankers) == len(set(ankers))


def test_the_name_of_who_brought_a_signaal_is_not_printed():
    bouwsteen = Signalen(records=(Signaal(id="r1", tekst="Iets", ingebracht_door="Fleur Fantasia"),))
    assert "Fleur" not in text_of(make_verslag(make_sessie(bouwsteen), MOMENT))


@pytest.mark.parametrize("kind", BOUWSTENEN.values())
def test_an_empty_step_says_so_where_something_was_expected(kind):
    sessie = make_sessie(kind())
    verwacht = bool(kind().missing(environment(sessie)))
    assert ("Hier is niets opgeschreven." in text_of(make_verslag(sessie, MOMENT))) == verwacht


def make_sessie(*bouwstenen, **rest):
    stappen = tuple(
        Stap(id=f"s{nr}", titel=f"Stap {nr}", minuten=5, bouwsteen=een, doel="Kijken", vragen=("Wat zien we?",))
        for nr, een in enumerate(bouwstenen, 1)
    )
    basis = {"id": "x1", "titel": "Proef", "datum": "2025-03-21", "sjabloon": "p", "soort": "p", "stappen": stappen}
    return Sessie(**basis | rest)


def test_participants_stand_by_role_and_the_absent_ones_apart():
    sessie = make_sessie(
        Signalen(),
        rollen=("begeleider", "deelnemer"),
        deelnemers=(
            Deelnemer(id="d1", naam="Aap", rol="gast"),
            Deelnemer(id="d2", naam="Noot", rol="deelnemer", organisatie="School"),
            Deelnemer(id="d3", naam="Mies", rol="begeleider"),
            Deelnemer(id="d4", naam="Wim", rol="deelnemer", aanwezig=False),
            Deelnemer(id="d5", naam="Zus", aanwezig=False),
            Deelnemer(id="d6", naam="Jet", bereik="begeleider"),
        ),
    )
    document = make_verslag(sessie, MOMENT)
    tabel = next(blok for blok in document.blokken if isinstance(blok, Tabel))
    assert [plain(rij.cellen[1]) for rij in tabel.rijen] == ["Mies", "Noot", "Aap"]
    tekst = text_of(document)
    assert "Wim (deelnemer)" in tekst
    assert "Jet" not in tekst


def test_only_absent_participants_give_no_table():
    sessie = make_sessie(Signalen(), deelnemers=(Deelnemer(id="d1", naam="Wim", aanwezig=False),))
    assert not any(isinstance(blok, Tabel) for blok in make_verslag(sessie, MOMENT).blokken)


def test_what_could_not_be_placed_is_in_the_verslag():
    assert "losse zin" in text_of(make_verslag(make_sessie(Signalen(), niet_geplaatst="losse zin"), MOMENT))


def test_what_is_missing_is_listed_until_the_verslag_is_vastgesteld():
    sessie = make_sessie(Signalen())
    assert "Nog aan te vullen" in text_of(make_verslag(sessie, MOMENT))
    assert "Nog aan te vullen" not in text_of(make_verslag(make_sessie(Signalen(), status="vastgesteld"), MOMENT))
    assert list_missing(sessie, environment(sessie))[-1] == ("s1", "Er zijn nog geen signalen opgeschreven.")


def test_a_full_verslag_misses_nothing():
    sessie = make_sessie(
        Signalen(records=(Signaal(id="r1", tekst="Iets"),)),
        plaats="Stadhuis",
        deelnemers=(Deelnemer(id="d", naam="A"),),
    )
    assert list_missing(sessie, environment(sessie)) == []
    assert "Nog aan te vullen" not in text_of(make_verslag(sessie, MOMENT))


def test_the_text_of_an_unknown_kind_is_in_the_verslag():
    ruw = {
        "soort": "hologram",
        "records": [{"id": "r1", "tekst": "een beeld", "leeg": "", "diep": {"x": 1, "ja": True}}],
        "meer": {"bereik": "begeleider", "t": "zwijg"},
    }
    tekst = text_of(make_verslag(make_sessie(OnbekendeBouwsteen(ruw)), MOMENT))
    assert "een beeld" in tekst
    assert "hologram" in tekst
    assert "\n1\n" in tekst
    assert "zwijg" not in tekst


def test_ids_and_marks_of_an_unknown_kind_are_no_text_and_what_is_hidden_in_it_is_counted():
    ruw = {
        "soort": "hologram",
        "over": ["r9"],
        "records": [
            {"id": "q1q1q1q1", "type": "beeld", "bereik": "verslag", "tekst": "een beeld"},
            {"id": "q2q2q2q2", "type": "beeld", "bereik": "begeleider", "tekst": "zwijg", "diep": {"tekst": "ook"}},
        ],
    }
    sessie = make_sessie(Signalen(records=(Signaal(id="r9", tekst="Iets"),)), OnbekendeBouwsteen(ruw))
    regels = text_of(make_verslag(sessie, MOMENT)).split("\n")
    assert "een beeld" in regels
    assert not {"q1q1q1q1", "q2q2q2q2", "beeld", "verslag", "hologram", "r9", "zwijg", "ook"} & set(regels)
    assert left_out(sessie) == 1


def test_a_koers_that_is_only_about_hidden_threads_stays_out_and_is_counted():
    sessie = make_sessie(
        RodeDraden(records=(RodeDraad(id="d1", titel="Zichtbaar"), RodeDraad(id="d2", titel="Eigen", bereik=EIGEN))),
        Koers(
            records=(
                Koersbepaling(id="k1", wijziging="Sneller", draden=("d1", "d2")),
                Koersbepaling(id="k2", wijziging="Zwijgen", draden=("d2",)),
                Koersbepaling(id="k3", wijziging="Zonder draad"),
            )
        ),
    )
    tekst = text_of(make_verslag(sessie, MOMENT))
    assert "Koers bij rode draad 1: Zichtbaar\n" in tekst
    assert "Zonder draad" in tekst
    assert "Zwijgen" not in tekst
    assert left_out(sessie) == 2


def test_dots_on_a_hidden_option_count_in_no_place_and_no_total():
    draden = (RodeDraad(id="d1", titel="Eigen", bereik=EIGEN), RodeDraad(id="d2", titel="Zichtbaar"))
    stemmen = (Stem(id="t1", onderwerp="d1", stippen=5), Stem(id="t2", onderwerp="d2", stippen=2))
    sessie = make_sessie(RodeDraden(records=draden), Stemming(records=stemmen))
    tabel = next(blok for blok in make_verslag(sessie, MOMENT).blokken if isinstance(blok, Tabel))
    assert tabel.bijschrift == "Uitslag: 2 stippen"
    assert [plain(cel) for rij in tabel.rijen for cel in rij.cellen] == ["1", "2 Zichtbaar", "2", "nee"]


def test_participants_for_the_facilitator_alone_are_counted_as_left_out():
    assert left_out(make_sessie(Signalen(), deelnemers=(Deelnemer(id="d6", naam="Jet", bereik=EIGEN),))) == 1


@given(st.data())
def test_every_record_type_has_names_for_one_and_for_more(data):
    for kind in BOUWSTENEN.values():
        for cls in record_types(kind):
            assert cls.ENKEL != "regel"
            assert cls.MEERVOUD != "regels"
            assert velden(cls)[cls.hoofdveld()].vorm in ("regel", "tekst", "verwijzing")
