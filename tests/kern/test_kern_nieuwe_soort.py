"""A new kind of bouwsteen needs one file and one line: all else follows from its declared fields."""

from typing import Annotated, ClassVar

import pytest
from test_kern_verslag import MOMENT, make_sessie, text_of

from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import apply_regel, environment
from sessie_tool.kern.veld import Veld
from sessie_tool.kern.verslag import list_missing, make_verslag
from sessie_tool.sjabloon import read_sjabloon


class Proefbeeld(Record, frozen=True):
    """A picture in words."""

    ENKEL: ClassVar[str] = "beeld"
    MEERVOUD: ClassVar[str] = "beelden"

    beeld: Annotated[str, Veld("Beeld", kolom=True)] = ""
    kleur: Annotated[str, Veld("Kleur", "keuze", keuzes=("rood", "groen"), merk="!")] = ""
    duiding: Annotated[str, Veld("Duiding", "tekst")] = ""
    maker: Annotated[str, Veld("Maker", "deelnemer", bereik="begeleider", merk="@")] = ""


class Proefbeelden(BouwsteenMetRecords, frozen=True):
    """A kind that exists only here."""

    TITEL: ClassVar[str] = "Beelden"
    UITLEG: ClassVar[str] = "Beelden: elke regel is er een."
    VOORBEELD: ClassVar[str] = "Een volle trein !rood"
    RECORD: ClassVar[type[Record]] = Proefbeeld

    tinten: Annotated[tuple[str, ...], Veld("Tinten", "keuze", keuzes=("licht", "donker"))] = ()
    records: tuple[Proefbeeld, ...] = ()


@pytest.fixture
def kind(monkeypatch):
    monkeypatch.setitem(BOUWSTENEN, "proefbeelden", Proefbeelden)
    return Proefbeelden


def test_a_line_becomes_a_record_and_comes_back(kind):
    sessie = make_sessie(kind())
    sessie, record = apply_regel(sessie, "s1", 'Een volle trein !rood duiding="Het *loopt* vol" @"Fleur"', (), "b1")
    assert record == Proefbeeld(
        id="b1", beeld="Een volle trein", kleur="rood", duiding="Het *loopt* vol", maker="Fleur"
    )
    bouwsteen = sessie.stappen[0].bouwsteen
    regel = bouwsteen.format_record(record, environment(sessie))
    assert bouwsteen.apply_regel(regel, environment(sessie), "b1")[1] == record


def test_the_verslag_holds_it_but_not_what_is_the_facilitators(kind):
    record = Proefbeeld(id="b1", beeld="Een volle trein", kleur="rood", duiding="Het *loopt* vol", maker="Fleur")
    tekst = text_of(make_verslag(make_sessie(kind(records=(record,))), MOMENT))
    for woord in ("1 beeld", "Een volle trein", "rood", "Duiding bij 1 Een volle trein:", "Het *loopt* vol"):
        assert woord in tekst
    assert "Fleur" not in tekst


def test_it_is_stored_and_read_back(kind):
    sessie = make_sessie(kind(tinten=("licht",), records=(Proefbeeld(id="b1", beeld="x"),)))
    assert from_tree(to_tree(sessie)) == sessie


def test_it_says_what_is_missing(kind):
    sessie = make_sessie(kind())
    assert ("s1", "Er zijn nog geen beelden opgeschreven.") in list_missing(sessie, environment(sessie))


def test_a_sjabloon_can_use_it_with_its_settings(kind):
    tekst = "---\ntitel: Kijken\n---\n## Zien (proefbeelden, 5 minuten)\n\n**Tinten:** licht, donker\n"
    sjabloon, bevindingen = read_sjabloon(tekst, "kijken")
    assert bevindingen == ()
    assert sjabloon.stappen[0].bouwsteen == kind(tinten=("licht", "donker"))
    lijst = tekst.replace(" licht, donker", "\n- licht\n- donker")
    assert read_sjabloon(lijst, "kijken")[0] == sjabloon
    assert "past niet" in str(read_sjabloon(tekst.replace("donker", "paars"), "kijken")[1][0])
