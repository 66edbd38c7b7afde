"""Who reads a session that someone else writes sees it follow, keeps the place, and can go on when the other stops."""

from scherm_hulp import make_werkmap, started

from sessie_tool import nu
from sessie_tool.zitting import Zitting


async def wait_for(wie, is_zo):
    """Wait until it is so on the screen; looking takes half a second."""
    for _ in range(150):
        if is_zo():
            return
        await wie.pilot.pause(0.02)


async def test_a_reader_follows_keeps_the_place_and_takes_over_the_pen_with_one_key(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    schrijver = Zitting.open(werkmap, sessie_id, clock=nu.now, new_id=nu.new_id)
    stap_id = schrijver.sessie.stappen[2].id
    schrijver.type_regels(stap_id, [f"signaal {nr}" for nr in range(30)])
    async with started(werkmap, size=(160, 30)) as wie:
        await wie.press("enter", "enter")
        await wait_for(wie, lambda: "volgt" in wie.voet)
        assert "alleen lezen · volgt" in wie.voet
        await wie.to_stap("Signalen ophalen")
        await wie.press("f6", "home", "down", "down")
        onder_cursor = wie.scherm.werkblad.editor.tabel.current_id
        schrijver.type_regel(stap_id, "[/] net getypt")
        await wait_for(wie, lambda: len(wie.row_ids()) == 31)
        assert wie.texts("Signalen ophalen")[-1] == "[/] net getypt"
        assert (wie.scherm.stap.titel, wie.scherm.werkblad.editor.tabel.current_id) == (
            "Signalen ophalen",
            onder_cursor,
        )
        await wie.press("ctrl+g")
        assert "schrijft nog" in wie.melding
        schrijver.close()
        await wait_for(wie, lambda: "gestopt" in wie.melding)
        assert "niemand schrijft" in wie.voet
        await wie.press("ctrl+g")
        await wait_for(wie, lambda: not wie.scherm.zitting.alleen_lezen)
        assert wie.scherm.stap.titel == "Signalen ophalen"
        await wie.type("van mij")
        assert wie.texts("Signalen ophalen")[-1] == "van mij"
