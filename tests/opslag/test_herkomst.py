"""What was taken over can name people who were only there: they go out of the open version and for good too."""

from zitting_hulp import make_sessie

from sessie_tool.cli.openbaar import publish
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.naamloos import Verzoek
from sessie_tool.kern.publiceren import OPENBAAR
from sessie_tool.kern.record import Overname
from sessie_tool.kern.sessie import replace
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.anonimiseren import Nu, anonimiseer
from sessie_tool.opslag.herkomst import add_herkomst
from sessie_tool.opslag.werkmap import Werkmap

ZWIQ = Deelnemer(id="d1", naam="Xander Zwiqxozw", rol="wethouder")
WROKK = Deelnemer(id="d2", naam="Brumm Wrokk", mag_genoemd=True)
TSJONK = Deelnemer(id="d3", naam="Gnyp Tsjonk")


def take_over(titel, tekst, bron, *deelnemers):
    """A closed session with one signal that comes from another session."""
    sessie = make_sessie(titel)
    stap, *rest = sessie.stappen
    signaal = Signaal(id=new_id(), tekst=tekst, overgenomen=Overname("x", bron, titel))
    stap = replace(stap, bouwsteen=replace(stap.bouwsteen, records=(signaal,)))
    return replace(sessie, stappen=(stap, *rest), deelnemers=deelnemers, status="afgerond")


def test_a_name_that_came_along_goes_and_who_may_be_named_here_or_there_stays(tmp_path):
    werkmap = Werkmap(tmp_path)
    bron = replace(make_sessie("Bron"), deelnemers=(ZWIQ, WROKK, TSJONK))
    midden = take_over("Midden", "niets", bron.id)
    mag = replace(TSJONK, mag_genoemd=True)
    laatste = take_over("Laatste", "Zwiqxozw vroeg het Tsjonk en Wrokk", midden.id, mag)
    kring = replace(midden, stappen=(*midden.stappen, replace(laatste.stappen[0], id=new_id())))
    for one in (bron, kring, laatste):
        werkmap.create(one, now())
    assert [one.naam for sessie in add_herkomst(werkmap, [laatste])[1:] for one in sessie.deelnemers] == [ZWIQ.naam]
    tekst = "Zwiqxozw vroeg het Tsjonk en Wrokk"
    assert publish(tekst, OPENBAAR, werkmap, [laatste.id]) == "Deelnemer vroeg het Tsjonk en Wrokk"
    anonimiseer(werkmap, laatste.id, Verzoek(), Nu(now, new_id))
    (signaal,) = werkmap.read(laatste.id).stappen[0].bouwsteen.records
    assert "Zwiqxozw" not in signaal.tekst
    assert signaal.tekst.endswith("vroeg het Tsjonk en Wrokk")


def test_a_source_that_is_not_there_changes_nothing(tmp_path):
    sessie = take_over("Los", "niets", "weg-x001")
    assert add_herkomst(Werkmap(tmp_path), [sessie]) == [sessie]
