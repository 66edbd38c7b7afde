"""Lines of a report: where a title ends and its explanation begins, when two are the same, what is no title."""

import re

from sessie_tool.inlezen.blokken import Alinea, Blok, Lijstpunt, block_text, rich_of
from sessie_tool.inlezen.markdown import escape
from sessie_tool.inlezen.woorden import normalize

_TITEL = re.compile(r"(?P<titel>[^.:?!;\n]{2,90}?)\s*(?::|\s[–—-]\s|\.\s(?=[A-Z])|\n)\s*(?P<rest>\S.*)", re.DOTALL)


def split_title(tekst: str) -> tuple[str, str]:
    """'Wonen: er is te weinig' → ('Wonen', 'er is te weinig'); the rest is "" when it is all title."""
    match = _TITEL.fullmatch(tekst.strip())
    return (match["titel"].strip(), match["rest"]) if match else (tekst.strip(), "")


def is_same(een: str, ander: str) -> bool:
    """Whether two headings are about the same theme: the same words, or one is the beginning of the other."""
    een, ander = normalize(een), normalize(ander)
    kort, lang = sorted((een, ander), key=len)
    return een == ander or (len(kort) > 7 and lang.startswith(f"{kort} "))


def is_prose(blok: Blok) -> bool:
    """Whether a paragraph is a sentence or more, and so no name."""
    tekst = block_text(blok).strip()
    return isinstance(blok, Alinea) and len(tekst.split()) > 12 and tekst.endswith((".", "?", ":")) and ";" not in tekst


def as_item(blok: Blok, match: re.Match[str]) -> Lijstpunt:
    """'Advies 2: doe dit' as an item with the number of its label."""
    rest = match["rest"].strip()
    opmaak = rich_of(blok) or escape(rest)
    plek = opmaak.find(rest)
    rijk = opmaak[plek:] if plek >= 0 and not opmaak[plek:].count("**") % 2 else escape(rest)
    return Lijstpunt(rest, rijk, f"{match['merk']}." if match["merk"] else "-")
