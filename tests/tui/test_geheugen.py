"""Hours of use: what is gone takes its memory, its threads and its files along."""

import gc
import os
import threading

from scherm_hulp import make_werkmap, started
from textual import events
from textual.widget import Widget

from sessie_tool.kern.sessie import Sessie
from sessie_tool.tui import geheugen
from sessie_tool.tui.geheugen import HOOGSTENS, Opruimer, forget_drawings

RONDE = ("ctrl+n", "f6", "slash", "a", "escape", "f6", "ctrl+n", "ctrl+b", "ctrl+b", "f3", "escape", "f1", "f1")


def count():
    """What is there now: widgets, values of the session, threads, open files."""
    forget_drawings()
    gc.collect()
    alles = gc.get_objects()
    open_bestanden = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0  # noqa: PTH112, PTH208
    widgets = sum(isinstance(one, Widget) for one in alles)
    return widgets, sum(type(one) is Sessie for one in alles), threading.active_count(), open_bestanden


async def test_walking_through_steps_and_windows_leaves_nothing_behind(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as begeleider:
        await begeleider.press("ctrl+n")
        for _ in range(2):
            await begeleider.press(*RONDE)
        before = count()
        for _ in range(4):
            await begeleider.press(*RONDE)
        na = count()
        assert na[0] <= before[0] + 3
        assert na[1:] <= (before[1], *before[2:])


async def test_a_key_for_a_list_that_just_went_harms_nothing(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as begeleider:
        tabel = begeleider.scherm.werkblad.editor.tabel
        await begeleider.press("ctrl+n")
        tabel.post_message(events.Key("a", "a"))
        await begeleider.settle()
        assert begeleider.app.ongeluk is None


def test_who_types_is_not_held_up_but_for_ever_nothing_is_put_off(monkeypatch):
    keren = []
    monkeypatch.setattr(geheugen, "forget_drawings", lambda: keren.append(1))
    opruimer = Opruimer()
    for _ in range(HOOGSTENS):
        opruimer.note_key()
        opruimer.take_turn(0)
    assert keren == []
    opruimer.note_key()
    opruimer.take_turn(0)
    assert keren == [1]
    monkeypatch.setattr(geheugen, "STIL", 0.0)
    opruimer.take_turn(0)
    assert keren == [1, 1]
