"""Two versions of one session on the screen: seen in the list, laid side by side, chosen with keys."""

import shutil

from scherm_hulp import make_werkmap, started

from sessie_tool import nu
from sessie_tool.zitting import Zitting


def type_in(werkmap, naam, *regels):
    zitting = Zitting.open(werkmap, naam, clock=nu.now, new_id=nu.new_id)
    zitting.type_regels(zitting.sessie.stappen[2].id, regels)
    zitting.close()


def make_twee(tmp_path):
    """A session, and a copy of it in which another computer went on."""
    werkmap, sessie_id = make_werkmap(tmp_path)
    type_in(werkmap, sessie_id, "samen", "[/] een")
    pad = werkmap.find(sessie_id)
    kopie = pad.with_name(f"{pad.stem}-LAPTOP-12.json")
    shutil.copy(pad, kopie)
    type_in(werkmap, sessie_id, "alleen links")
    type_in(werkmap, kopie.name, "alleen rechts", "ook rechts")
    zitting = Zitting.open(werkmap, kopie.name, clock=nu.now, new_id=nu.new_id)
    zitting.apply("titel", lambda sessie: type(sessie)(**{**_fields(sessie), "titel": "Rechts [b]vet"}))
    zitting.close()
    return werkmap, sessie_id, kopie


def _fields(sessie):
    return {naam: getattr(sessie, naam) for naam in sessie.__struct_fields__}


async def test_a_person_sees_both_versions_chooses_and_gets_one_session(tmp_path):
    werkmap, sessie_id, kopie = make_twee(tmp_path)
    async with started(werkmap) as begeleider:
        assert "2 versies: F9" in begeleider.seen()
        await begeleider.press("f9")
        beeld = begeleider.seen()
        assert "4 verschillen, nog 1 te kiezen" in beeld
        assert "Rechts [b]vet" in beeld
        assert "+ allebei" in beeld
        await begeleider.press("s")
        assert "Kies eerst" in begeleider.seen()
        await begeleider.press("right", "b", "b", "left")
        assert "alles is gekozen" in begeleider.seen()
        await begeleider.press("escape", "enter", "enter")
        assert "alles is gekozen" in begeleider.seen()
        await begeleider.press("s")
        for _ in range(100):
            if not kopie.exists():
                break
            await begeleider.pilot.pause(0.02)
        await begeleider.settle()
        assert "samengevoegd" in begeleider.melding
        assert "versies: F9" not in begeleider.seen()
    sessie = werkmap.read(sessie_id)
    assert sessie.titel == "Rechts [b]vet"
    assert [one.hoofdtekst for one in sessie.stappen[2].bouwsteen.records] == [
        "samen",
        "[/] een",
        "alleen links",
        "alleen rechts",
    ]


async def test_the_rest_is_chosen_in_one_go_and_one_version_says_so(tmp_path):
    werkmap, _, kopie = make_twee(tmp_path)
    async with started(werkmap, size=(160, 45)) as begeleider:
        await begeleider.press("f9", "a", "enter")
        assert "alles is gekozen" in begeleider.seen()
        await begeleider.press("escape")
        kopie.unlink()
        await begeleider.press("ctrl+l", "f9")
        assert "maar één versie" in begeleider.melding
