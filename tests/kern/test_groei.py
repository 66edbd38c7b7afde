"""Many lines into one step: the same surroundings as when they are made anew for every line."""

from hypothesis import given
from hypothesis import strategies as st
from kern_strategieen import sessies

from sessie_tool.kern.groei import Groei
from sessie_tool.kern.sessie import environment, with_bouwsteen


@given(sessies(), st.integers(0, 20), st.lists(st.sampled_from(["toe", "weg", "schuif", "niets"]), max_size=6))
def test_growing_gives_what_making_it_anew_gives(sessie, plaats, acties):
    stap = sessie.stappen[plaats % len(sessie.stappen)]
    bouwsteen, cls = stap.bouwsteen, type(stap.bouwsteen).RECORD
    begin = environment(sessie, ("Open",))
    groei = Groei(sessie, stap.id, begin)
    for nummer, actie in enumerate(acties):
        records = bouwsteen.records
        if actie == "toe":
            bouwsteen = bouwsteen.with_records((*records, cls(id=f"nieuw{nummer}")))
        elif actie == "weg":
            bouwsteen = bouwsteen.with_records(records[1:])
        elif actie == "schuif":
            bouwsteen = bouwsteen.with_records((*records[1:], *records[:1]))
        assert groei.omgeving(bouwsteen) == environment(with_bouwsteen(sessie, stap.id, bouwsteen), ("Open",))
    assert begin == environment(sessie, ("Open",))
