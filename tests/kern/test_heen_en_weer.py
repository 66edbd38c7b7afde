"""Every kind of bouwsteen, with any text in any field, through the real store: what was kept is what comes back."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
from kern_strategieen import any_text, sessies
from zitting_hulp import open_zitting

from sessie_tool.kern.boom import clean
from sessie_tool.kern.record import Overname
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.opslag.werkmap import Werkmap

MOMENT = datetime.fromisoformat("2025-03-21T10:00:00+01:00")

herkomsten = st.builds(Overname, record=any_text, sessie=any_text, uit=any_text, jaar=st.integers(0, 9999))


@st.composite
def volle_sessies(draw):
    """A session with every kind, of which some records were taken over."""
    sessie = clean(draw(sessies(teksten=any_text, meeste=2)))
    records = [record for stap in sessie.stappen for record in stap.bouwsteen.records]
    gekozen = draw(st.lists(st.sampled_from(records), max_size=3)) if records else []
    return clean(replace_records(sessie, [replace(one, overgenomen=draw(herkomsten)) for one in gekozen]))


@given(volle_sessies())
def test_what_is_kept_comes_back_and_is_kept_again_byte_for_byte(tmp_path_factory, sessie):
    folder = tmp_path_factory.mktemp("werkmap")
    een, twee = Werkmap(folder / "een"), Werkmap(folder / "twee")
    pad = een.create(sessie, MOMENT)
    gelezen = een.read(sessie.id)
    assert gelezen == sessie
    assert twee.create(gelezen, MOMENT).read_bytes() == pad.read_bytes()


@given(volle_sessies())
def test_a_change_that_is_undone_leaves_every_word_as_it_was(tmp_path_factory, sessie):
    werkmap = Werkmap(tmp_path_factory.mktemp("werkmap"))
    pad = werkmap.create(sessie, MOMENT)
    zitting = open_zitting(werkmap, pad)
    zitting.apply("alles weg", lambda een: replace(een, stappen=een.stappen[:1]))
    zitting.undo()
    zitting.close()
    assert werkmap.read(sessie.id).stappen == sessie.stappen
