"""Table of contents: a field whose entries are filled in, so it is right when opened and Word asks nothing.

The entries are links to bookmarks around the headings. There are no page numbers: only a program that lays the pages
out knows them, and a wrong one is worse than none. Word makes the same list when a person updates the field.
"""

from sessie_tool.kern.document import Inhoudsopgave, Kop
from sessie_tool.kern.koppen import Genummerd, list_inhoud
from sessie_tool.schrijvers.docx.bouw import Bouw
from sessie_tool.schrijvers.docx.xml import run

_EERSTE = 400_000_000
"""Word's own names for these bookmarks have nine figures."""

_EERSTE_ID = 1_000_000
"""Ids of bookmarks above those of the ankers."""


def _naam(plaats: int) -> str:
    return f"_Toc{_EERSTE + plaats}"


def mark_kop(plaats: int, runs: str) -> str:
    """The runs of the heading at a place among all headings, inside the bookmark that the table of contents uses."""
    start = f'<w:bookmarkStart w:id="{_EERSTE_ID + plaats}" w:name="{_naam(plaats)}"/>'
    return f'{start}{runs}<w:bookmarkEnd w:id="{_EERSTE_ID + plaats}"/>'


def render_inhoudsopgave(blok: Inhoudsopgave, bouw: Bouw) -> str:
    """The title and the entries; nothing when there is little to look up."""
    plaatsen = {id(kop): plaats for plaats, kop in enumerate(bouw.koppen)}
    entries = [(kop, plaatsen[id(kop)]) for kop in list_inhoud(blok, bouw.koppen)]
    if not entries:
        return ""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC '
        f'\\o "1-{blok.niveaus}" \\n \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    einde = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    regels = [_entry(kop, plaats, bouw) for kop, plaats in entries]
    stijlen = [bouw.style(f"toc {kop.kop.niveau}") for kop, _ in entries]
    regels[0] = begin + regels[0]
    regels[-1] += einde
    geen_nummer = bouw.kopnummers.ppr(Genummerd(Kop(1, ())))  # Word bases this style on that of a heading
    titel = run(bouw.tekens.clean(blok.titel))
    kop = f"<w:p><w:pPr>{bouw.style('TOC Heading')}{geen_nummer}</w:pPr>{titel}</w:p>"
    return kop + "".join(
        f"<w:p><w:pPr>{stijl}</w:pPr>{regel}</w:p>" for stijl, regel in zip(stijlen, regels, strict=True)
    )


def _entry(kop: Genummerd, plaats: int, bouw: Bouw) -> str:
    nummer = bouw.kopnummers.label(kop)
    tussen = " " if kop.is_bijlage and len(kop.plaatsen) == 1 else "\t"
    titel = bouw.tekens.clean(f"{nummer}{tussen}{kop.titel}" if nummer else kop.titel)
    return f'<w:hyperlink w:anchor="{_naam(plaats)}" w:history="1">{run(titel)}</w:hyperlink>'
