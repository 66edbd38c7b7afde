"""Inlezen: an old report that this program did not write → a session, with every word of it."""

from sessie_tool.inlezen.csv_lezen import SOORTEN as CSV_SOORTEN
from sessie_tool.inlezen.csv_vormen import add_csv, guess_vorm, start_csv
from sessie_tool.inlezen.inlezing import Inlezing, settle
from sessie_tool.inlezen.lezen import read_rapport
from sessie_tool.inlezen.opdracht import Leesopdracht
from sessie_tool.inlezen.plaats import guess_sjabloon, place_rapport

__all__ = [
    "CSV_SOORTEN",
    "Inlezing",
    "Leesopdracht",
    "add_csv",
    "guess_sjabloon",
    "guess_vorm",
    "place_rapport",
    "read_rapport",
    "settle",
    "start_csv",
]
