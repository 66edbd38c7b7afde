"""dilemma: one dilemma that is filled part by part and reads as a story."""

from functools import reduce

import msgspec
import pytest
from hypothesis import given
from kern_strategieen import DEELNEMERS, records
from test_kern_verslag import make_sessie, text_of

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.basis import Start
from sessie_tool.kern.bouwstenen.dilemma import Dilemma, Dilemmas, find_vraag
from sessie_tool.kern.document import Document, Kop, Tabel, plain
from sessie_tool.kern.sessie import environment

START = Dilemmas().start(Start(), lambda: "d1")
VOL = Dilemma(
    id="d1",
    titel="Bouwen of wachten",
    enerzijds="De huizen zijn **nu** nodig.",
    anderzijds="Het net is vol.",
    context="Een wijk met 400 huizen.",
    cijfers="- 400 huizen",
    geprobeerd="Een batterij in de wijk.",
    vraag="Wanneer beginnen we?",
    inbrenger="Jansen",
)


def around(bouwsteen):
    return environment(make_sessie(bouwsteen, deelnemers=DEELNEMERS))


def typ(*regels, begin=START):
    return reduce(lambda stap, regel: stap.apply_regel(regel, around(stap), "x")[0], regels, begin)


def one_of(bouwsteen):
    (dilemma,) = bouwsteen.records
    return dilemma


def test_the_dilemma_is_there_from_the_start_and_says_which_parts_are_empty():
    assert one_of(START) == Dilemma(id="d1")
    assert len(START.missing(around(START))) == 8
    assert START.report(around(START)) == ()
    vol = START.with_records([VOL])
    assert vol.missing(around(vol)) == ()


def test_a_label_fills_that_part_and_a_second_time_adds_a_paragraph():
    dilemma = one_of(typ("Enerzijds: huizen nu", "an: het net is vol", "enerz: en *betaalbaar*", "V: wanneer?"))
    assert dilemma == Dilemma(
        id="d1", enerzijds="Huizen nu\n\nEn *betaalbaar*", anderzijds="Het net is vol", vraag="Wanneer?"
    )


def test_what_was_typed_after_a_colon_begins_with_a_capital_because_it_will_stand_alone():
    assert one_of(typ("Context: één wijk")).context == "Één wijk"
    assert one_of(typ("Cijfers: 400 huizen")).cijfers == "400 huizen"


def test_of_the_one_who_brings_it_in_the_beginning_of_a_name_is_enough():
    assert one_of(typ("Inbrenger: jans")).inbrenger == "Jansen"
    assert one_of(typ("Inbrenger: Een gast")).inbrenger == "Een gast"
    assert one_of(typ("Bouwen of wachten @Noor")).inbrenger == "Noor de Vries"


def test_a_line_without_label_is_the_title_and_then_adds_to_the_context():
    dilemma = one_of(typ("Bouwen of wachten", "Een wijk van 400 huizen", "Let op: het net"))
    assert (dilemma.titel, dilemma.context) == ("Bouwen of wachten", "Een wijk van 400 huizen\n\nLet op: het net")


def test_a_beginning_that_two_labels_share_is_text():
    assert one_of(typ("C: 400 huizen")).titel == "C: 400 huizen"


def test_a_label_without_text_says_what_to_type():
    with pytest.raises(RegelError, match="achter 'Enerzijds:'"):
        typ("Enerzijds:  ")


@given(records(Dilemma, "d1"))
def test_the_whole_dilemma_comes_back_from_its_own_line(dilemma):
    strak = {name: getattr(dilemma, name).strip() for name in ("titel", "context")}
    dilemma = msgspec.structs.replace(dilemma, **strak)
    regel = START.format_record(dilemma, around(START))
    if regel:
        assert one_of(typ(regel)) == dilemma


@pytest.mark.parametrize("titel", ("Vraag: bouwen of wachten", "\\Enerzijds: beide"))
def test_a_title_that_looks_like_a_label_stays_a_title(titel):
    dilemma = Dilemma(id="d1", titel=titel)
    assert one_of(typ(START.format_record(dilemma, around(START)))) == dilemma


def test_the_verslag_tells_it_as_a_story_under_headings():
    bouwsteen = START.with_records([VOL])
    blokken = bouwsteen.report(around(bouwsteen))
    assert not any(isinstance(blok, Tabel) for blok in blokken)
    assert [(blok.niveau, plain(blok.inhoud)) for blok in blokken if isinstance(blok, Kop)] == [
        (2, "Bouwen of wachten"), (3, "Enerzijds"), (3, "Anderzijds"), (3, "Wat de cijfers zeggen"),
        (3, "Wat al is geprobeerd"), (3, "De vraag zoals die is ingebracht"),
    ]  # fmt: skip
    tekst = text_of(Document("", blokken))
    assert tekst.index("Ingebracht door Jansen.") < tekst.index("Een wijk met 400 huizen.") < tekst.index("nu")


def test_the_question_as_brought_is_found_when_it_may_be_seen():
    assert find_vraag(around(START.with_records([VOL]))) == VOL
    assert find_vraag(around(START)) is None
    eigen = msgspec.structs.replace(VOL, bereik="begeleider")
    assert find_vraag(around(START.with_records([eigen]))) is None
