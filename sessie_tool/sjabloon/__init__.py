"""Sjablonen: Markdown files that describe a session format, read into `Sjabloon` values with every finding at once."""

from sessie_tool.sjabloon.bestanden import check_sjabloon, find_sjablonen, load_sjabloon
from sessie_tool.sjabloon.lezer import read_sjabloon

__all__ = ["check_sjabloon", "find_sjablonen", "load_sjabloon", "read_sjabloon"]
