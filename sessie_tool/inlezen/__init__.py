"""Inlezen: an old report that this program did not write → a session, with every word of it."""

from sessie_tool.inlezen.lezen import read_rapport
from sessie_tool.inlezen.plaats import Inlezing, guess_sjabloon, place_rapport

__all__ = ["Inlezing", "guess_sjabloon", "place_rapport", "read_rapport"]
