"""A person's own keys: `toets.verslag = ctrl+g` in the settings, checked before they are used."""

from collections.abc import Mapping

from textual.binding import Binding

from sessie_tool.fouten import Bevinding, suggest
from sessie_tool.tui.toetsen import name_key

VOOR = "toets."

NIET_AANKOMEND = {
    "ctrl+h": "Backspace",
    "ctrl+backspace": "Backspace",
    "ctrl+i": "Tab",
    "ctrl+j": "Enter",
    "ctrl+m": "Enter",
    "alt+enter": "Enter",
    "ctrl+enter": "Enter",
    "shift+enter": "Enter",
}
"""Keys that most terminals send as another key, so that they never arrive (seen in tmux and Windows Terminal)."""


def known_bindings() -> dict[str, Binding]:
    """The keys that a person can change, by name."""
    from sessie_tool.tui.bouwstenen.afvinken import VinkEditor  # see the app: only for who has keys of their own
    from sessie_tool.tui.bouwstenen.afweging import AfwegingEditor
    from sessie_tool.tui.bouwstenen.bijdragescore import BijdrageEditor
    from sessie_tool.tui.bouwstenen.clusteren import ClusterEditor
    from sessie_tool.tui.bouwstenen.criteria import CriteriaEditor
    from sessie_tool.tui.bouwstenen.draden import DraadEditor
    from sessie_tool.tui.bouwstenen.editor import Editor
    from sessie_tool.tui.bouwstenen.keten import KetenEditor
    from sessie_tool.tui.bouwstenen.reflecties import ReflectieEditor
    from sessie_tool.tui.bouwstenen.samenvoegen import SignalenEditor, VoegEditor
    from sessie_tool.tui.bouwstenen.stemmen import StemEditor
    from sessie_tool.tui.klokscherm import KlokScherm
    from sessie_tool.tui.onderdelen.formulier import Formulier
    from sessie_tool.tui.onderdelen.matrix import Matrix
    from sessie_tool.tui.schermen.overzicht import OverzichtScherm
    from sessie_tool.tui.schermen.sessie import SessieScherm
    from sessie_tool.tui.werkblad import Werkblad

    classes: tuple[type, ...] = (
        SessieScherm,
        KlokScherm,
        Werkblad,
        OverzichtScherm,
        Editor,
        VoegEditor,
        SignalenEditor,
        ClusterEditor,
        DraadEditor,
        KetenEditor,
        ReflectieEditor,
        VinkEditor,
        StemEditor,
        BijdrageEditor,
        AfwegingEditor,
        CriteriaEditor,
        Matrix,
        Formulier,
    )
    declared = (one for cls in classes for one in cls.__dict__.get("BINDINGS", ()))
    return {one.id: one for one in declared if isinstance(one, Binding) and one.id}


def make_keymap(instellingen: Mapping[str, str]) -> tuple[dict[str, str], list[Bevinding]]:
    """Name → key for the settings that can be used, and what is wrong with the others."""
    keymap: dict[str, str] = {}
    bevindingen: list[Bevinding] = []
    eigen = {naam.removeprefix(VOOR): key.lower() for naam, key in instellingen.items() if naam.startswith(VOOR)}
    known = known_bindings() if eigen else {}
    for naam, key in eigen.items():
        fout = _check(naam, key, known, keymap)
        if fout:
            bevindingen.append(Bevinding(fout, bron="instellingen"))
        else:
            keymap[naam] = key
    return keymap, bevindingen


def _check(naam: str, key: str, known: Mapping[str, Binding], keymap: Mapping[str, str]) -> str:
    """What is wrong with a key for a name, "" when nothing is."""
    if naam not in known:
        return f"'{VOOR}{naam}' bestaat niet. {suggest(naam, known)}".rstrip()
    if not key:
        return f"'{VOOR}{naam}' heeft geen toets. Zet er een achter het =-teken, bijvoorbeeld ctrl+g."
    if key in NIET_AANKOMEND:
        return f"{name_key(key)} komt niet aan: de terminal stuurt {NIET_AANKOMEND[key]}. Kies een andere toets."
    for andere, binding in known.items():
        keys = keymap.get(andere, binding.key).split(",")
        if andere != naam and key in keys:
            return f"{name_key(key)} is al van '{andere}'. Kies een andere toets voor '{naam}'."
    return ""
