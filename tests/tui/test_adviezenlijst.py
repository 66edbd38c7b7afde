"""Actions and adviezen of all sessions in one list."""

from keten_hulp import make_sessie
from scherm_hulp import VIJANDIG, make_werkmap, started

from sessie_tool import nu
from sessie_tool.kern.bouwstenen.acties import Actie, Acties, Opvolging
from sessie_tool.kern.bouwstenen.adviezen import Advies, Adviesopvolging, Adviezen
from sessie_tool.kern.sessie import with_bouwsteen
from sessie_tool.opslag.eerder import acties_over
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel
from sessie_tool.tui.schermen.sessie import SessieScherm


def make_board(pad, adviezen):
    acties = (
        Actie(id=nu.new_id(), wat="Pilot evalueren", wie=("Daan",), wanneer="2026-10-01"),
        Actie(id=nu.new_id(), wat="Brief sturen", status="gedaan", geleerd="kort is beter"),
    )
    stappen = (("Adviezen", Adviezen(records=tuple(adviezen))), ("Acties", Acties(records=acties)))
    sessie = make_sessie("boardsessie", "Board juni", "2026-06-01", *stappen)
    Werkmap(pad).create(sessie, nu.now())
    return Werkmap(pad)


def texts(wie):
    return [rij.tekst for rij in wie.app.screen.query_one("#acties")._shown]


ADVIEZEN = (
    Advies(id="advies1a", tekst="Kies drie wijken", van=("Noor",)),
    Advies(id="advies2a", tekst="Vraag de netbeheerder", besluit="overgenomen", wie_besluit="het college"),
    Advies(id="advies3a", tekst="Wacht niet", besluit="overgenomen", resultaat="gedaan in juni"),
)


async def test_the_list_shows_actions_and_adviezen_and_a_key_filters_them(tmp_path):
    async with started(make_board(tmp_path, ADVIEZEN)) as wie:
        await wie.press("ctrl+t")
        assert texts(wie) == ["Pilot evalueren", "advies: Kies drie wijken", "advies: Vraag de netbeheerder"]
        assert "overgenomen" in wie.seen()
        await wie.press("f3")
        assert texts(wie) == ["Pilot evalueren"]
        await wie.press("f3")
        assert texts(wie) == ["advies: Kies drie wijken", "advies: Vraag de netbeheerder"]
        assert "Adviezen uit alle sessies" in wie.seen()
        await wie.press("ctrl+t")
        assert texts(wie)[-1] == "advies: Wacht niet"
        assert "gedaan in juni" in wie.seen()
        await wie.press("f3")
        assert len(texts(wie)) == 5


async def test_a_key_tells_the_whole_course_and_another_sorts_by_how_often_it_was_postponed(tmp_path):
    werkmap = make_board(tmp_path, ADVIEZEN)
    eerste = next(one for one in acties_over(werkmap) if one.is_open)
    later = Opvolging(
        id="later1a", actie=eerste.eerste, wat="Pilot evalueren", wanneer="2027-10-01", vorige=eerste.eerste, begin="x"
    )
    laat = Actie(id="laat1a", wat="Eerst dit", wanneer="2026-01-01")
    stappen = (("Open acties", Acties(records=(later, laat))),)
    werkmap.create(make_sessie("jaarronde", "Ronde 2027", "2027-06-01", *stappen), nu.now())
    async with started(werkmap) as wie:
        await wie.press("ctrl+t", "f3")
        assert texts(wie) == ["Eerst dit", "Pilot evalueren"]
        await wie.press("f6")
        assert texts(wie) == ["Pilot evalueren", "Eerst dit"]
        await wie.press("down", "f4")
        assert "uitgesteld van 1 oktober 2026 naar" in wie.seen()
        await wie.press("escape", "f6")
        assert texts(wie) == ["Eerst dit", "Pilot evalueren"]


async def test_an_advies_is_found_by_its_besluit_and_enter_opens_where_it_was_given(tmp_path):
    async with started(make_board(tmp_path, ADVIEZEN), size=(160, 45)) as wie:
        await wie.press("ctrl+t", *"overgenomen college", "enter")
        while not isinstance(wie.app.screen, SessieScherm):
            await wie.settle()
        assert wie.sessie.titel == "Board juni"
        assert wie.scherm.stap.titel == "Adviezen"


async def test_enter_on_an_action_opens_the_step_in_which_it_was_agreed(tmp_path):
    async with started(make_board(tmp_path, ADVIEZEN)) as wie:
        await wie.press("ctrl+t", *"pilot", "enter")
        while not isinstance(wie.app.screen, SessieScherm):
            await wie.settle()
        assert wie.scherm.stap.titel == "Acties"


async def test_hostile_adviezen_are_shown_as_text(tmp_path):
    adviezen = [Advies(id=nu.new_id(), tekst=tekst, resultaat="") for tekst in VIJANDIG]
    async with started(make_board(tmp_path, adviezen)) as wie:
        await wie.press("ctrl+t", "f3", "f3", "down", "end")
        assert len(texts(wie)) == len(VIJANDIG)
        for _ in VIJANDIG:
            await wie.press("f4", "escape", "up")


async def test_a_later_session_reads_what_is_open_from_the_top_and_knows_an_advies_from_an_action(tmp_path):
    make_board(tmp_path, ADVIEZEN)
    _, sessie_id = make_werkmap(tmp_path)
    async with started(Werkmap(tmp_path), sessie_id) as wie:
        open_acties = (
            Opvolging(id="open1a", actie="a", wat="Pilot evalueren"),
            Adviesopvolging(id="open2a", advies="b", tekst="Kies drie wijken"),
        )
        bouwsteen = wie.sessie.stappen[0].bouwsteen.with_records(open_acties)
        wie.scherm.doe("klaargezet", lambda sessie: with_bouwsteen(sessie, sessie.stappen[0].id, bouwsteen))
        await wie.press("ctrl+n", "ctrl+b")
        tabel = wie.app.screen.query_one(RecordTabel)
        assert tabel.current_id == "open1a"
        assert (tabel._shown[1].tekst, tabel._shown[1].kenmerken) == ("advies: Kies drie wijken", "nog geen besluit")
        await wie.type("#1 !uitgesteld >1-10-2026")
        assert "Bewaard als tekst: !uitgesteld" in wie.melding
        assert wie.records("Open acties")[0].wanneer == "2026-10-01"
