"""Text as it may go to a terminal: control characters are shown as signs, so that they cannot steer the screen."""

_SIGNS = {code: 0x2400 + code for code in range(0x20)}  # ␀ … ␟, the pictures Unicode has for them
_SIGNS |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_ONE_LINE = _SIGNS | {ord("\t"): "  ", ord("\n"): "⏎"}
_MORE_LINES = _SIGNS | {ord("\t"): "    ", ord("\n"): "\n", ord("\r"): None}


def show_regel(tekst: str) -> str:
    """Text on one line; a line end becomes ⏎."""
    return tekst.translate(_ONE_LINE)


def show_tekst(tekst: str) -> str:
    """Text on as many lines as it has."""
    return tekst.translate(_MORE_LINES)
