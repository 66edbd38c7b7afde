"""The keys that work now, for the foot, the help and the list of commands: ours only, never Textual's own."""

from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.screen import Screen

KEY_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "delete": "Del",
    "space": "Spatie",
    "tab": "Tab",
    "backspace": "Backspace",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


class Toets(NamedTuple):
    """One key: how it is called, what it does, and the action behind it on the widget that has it."""

    naam: str
    doet: str
    actie: str
    doel: DOMNode
    key: str
    in_voet: bool


def name_key(key: str) -> str:
    """'ctrl+z' → '^Z', 'shift+up' → 'Shift+↑', 'f1' → 'F1', 'vertical_line' → '|'."""
    if key.startswith("ctrl+"):
        return f"^{key[5:].upper()}"
    if key.startswith("shift+"):
        return f"Shift+{name_key(key[6:])}"
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key_to_character(key) or key


def active_keys(screen: Screen[object]) -> list[Toets]:
    """The keys that work now: those of the widget with the focus first, each action once."""
    found: dict[tuple[DOMNode, str], tuple[tuple[int, int], Toets]] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        place = _place(node, binding)
        if not enabled or not binding.description or place is None:
            continue
        rank = (2 if node is screen.app else 1 if node is screen else 0, place)
        toets = Toets(
            name_key(binding.key),
            binding.description,
            binding.action,
            node,
            binding.key,
            binding.show,
        )
        key = (node, binding.action)
        if key not in found or rank < found[key][0]:
            found[key] = (rank, toets)
    return [toets for _, toets in sorted(found.values(), key=lambda one: one[0])]


def _place(node: DOMNode, binding: Binding) -> int | None:
    """Where a binding stands among those that our own classes declare; None when it is Textual's."""
    place = 0
    for cls in type(node).__mro__:
        if not cls.__module__.startswith("sessie_tool"):
            continue
        for declared in cls.__dict__.get("BINDINGS", ()):
            keys = declared.key.split(",") if isinstance(declared, Binding) else []
            if declared.action == binding.action and (binding.key in keys or binding.id):
                return place + (keys.index(binding.key) if binding.key in keys else 0)
            place += len(keys)
    return None
