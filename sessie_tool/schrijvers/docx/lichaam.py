"""The body: blocks of a Document → one string of XML (building elements one by one costs seconds at 2,000 rows)."""

from collections.abc import Sequence
from itertools import count

from sessie_tool.kern.document import (
    Afbeelding,
    Alinea,
    Blok,
    Inhoud,
    Inhoudsopgave,
    Inline,
    Kop,
    Koppeling,
    Lijst,
    Noot,
    Passage,
    Punt,
    Tabel,
    Tekst,
    drop_noten,
    plain,
)
from sessie_tool.kern.taal import letter
from sessie_tool.schrijvers.docx.bouw import Bouw
from sessie_tool.schrijvers.docx.figuur import render_figuur
from sessie_tool.schrijvers.docx.inhoudsopgave import mark_kop, render_inhoudsopgave
from sessie_tool.schrijvers.docx.nummering import DIEPTE, INSPRONG
from sessie_tool.schrijvers.docx.tabel import render_tabel
from sessie_tool.schrijvers.docx.voetnoten import render_noot
from sessie_tool.schrijvers.docx.xml import attr, run

_STIJL_VAN_ROL = {"": "", "status": "Statusregel", "citaat": "Quote", "code": "Codeblok"}
_VET = "<w:b/><w:bCs/>"
_ENKELE_REGELS = 300
"""Characters."""

_LETTERS = 26
"""Behind z Word counts aa, bb, cc, where people say aa, ab, ac; those letters are typed."""


def render_titel(titel: str, ondertitel: str, bouw: Bouw) -> str:
    """The title and the line below it."""
    return "".join(
        _paragraph(run(bouw.tekens.clean(regel)), bouw.style(stijl))
        for regel, stijl in ((titel, "Title"), (ondertitel, "Subtitle"))
        if regel
    )


def render_blokken(blokken: Sequence[Blok], bouw: Bouw) -> str:
    """The blocks of the document, each knowing its neighbours.

    No label parts from what it announces, and no line between two headings stays behind with the first.
    """
    delen = []
    vorige: Blok | None = None
    plaatsen = count()
    for blok, volgende in zip(blokken, [*blokken[1:], None], strict=False):
        na_tabel = isinstance(vorige, Tabel)
        if isinstance(blok, Alinea):
            between = isinstance(vorige, Kop) and isinstance(volgende, Kop)
            keep = _is_short(blok) and (between or _announces(blok, volgende))
            delen.append(_render_alinea(blok, bouw, na_tabel=na_tabel, keep=keep))
        elif isinstance(blok, Lijst):
            delen.append(_close_list(_render_lijst(blok, bouw, 0, na_tabel=na_tabel), bouw))
        elif isinstance(blok, Kop):
            delen.append(_render_kop(blok, bouw, next(plaatsen)))
        elif isinstance(blok, Inhoudsopgave):
            delen.append(render_inhoudsopgave(blok, bouw))
        else:
            delen.append(_render_blok(blok, bouw))
        vorige = blok
    return "".join(delen)


def _close_list(lijst: str, bouw: Bouw) -> str:
    """Give the last paragraph of a list the style with room behind it."""
    begin, stijl, einde = lijst.rpartition(bouw.style("List Paragraph"))
    return begin + bouw.style("Einde lijst") + einde if stijl else lijst


def _render_kop(blok: Kop, bouw: Bouw, plaats: int) -> str:
    runs = _runs(blok.inhoud, bouw, blok.anker)
    runs = mark_kop(plaats, runs) if bouw.has_inhoud else runs
    return _paragraph(runs, bouw.style(f"heading {blok.niveau}") + bouw.kopnummers.ppr(bouw.koppen[plaats]))


def _render_blok(blok: Blok, bouw: Bouw) -> str:
    if isinstance(blok, Tabel):
        return render_tabel(blok, bouw, render_inhoud)
    if isinstance(blok, Afbeelding):
        return render_figuur(blok, bouw)
    if isinstance(blok, Lijst):
        return _render_lijst(blok, bouw, 0)
    if isinstance(blok, Alinea):
        return _render_alinea(blok, bouw)
    raise TypeError("Los eerst de opmaak op met resolve_opmaak, en de figuren met resolve_figuren.")


def _paragraph(runs: str, ppr: str) -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr>{runs}</w:p>" if ppr else f"<w:p>{runs}</w:p>"


def _announces(blok: Alinea, volgende: Blok | None) -> bool:
    """Whether a paragraph belongs to the next block: a table, or what it is the label of (a colon, or all bold)."""
    if volgende is None or isinstance(volgende, Kop):
        return False
    if isinstance(volgende, (Tabel, Afbeelding)):
        return True
    is_bold = all(isinstance(deel, Tekst) and deel.vet for deel in blok.inhoud)
    return is_bold or plain(drop_noten(blok.inhoud)).rstrip().endswith(":")


def _is_short(blok: Alinea) -> bool:
    """Whether a paragraph is a few lines; a long one that must stay with what follows leaves half a page empty."""
    return len(plain(blok.inhoud)) <= _ENKELE_REGELS


def _render_alinea(blok: Alinea, bouw: Bouw, *, na_tabel: bool = False, keep: bool = False, indent: str = "") -> str:
    naam = _STIJL_VAN_ROL[blok.rol] or ("Alinea na tabel" if na_tabel else "")
    ppr = (bouw.style(naam) if naam else "") + ("<w:keepNext/>" if keep else "") + indent
    return _paragraph(_runs(blok.inhoud, bouw, blok.anker), ppr)


def _runs(inhoud: Inhoud, bouw: Bouw, anker: str = "") -> str:
    return bouw.ankers.wrap(anker, render_inhoud(inhoud, bouw))


def render_inhoud(inhoud: Inhoud, bouw: Bouw) -> str:
    """The runs and links of a paragraph."""
    return "".join([_render_inline(deel, bouw) for deel in inhoud])


def _render_inline(deel: Inline, bouw: Bouw, vet: str = "") -> str:
    """One part; `vet` is the formatting that the words of a passage have besides their own."""
    if isinstance(deel, Tekst):
        return run(bouw.tekens.clean(deel.tekst), _format(deel, bouw, vet))
    if isinstance(deel, Noot):
        return render_noot(render_inhoud(deel.inhoud, bouw.in_noot), bouw)
    if isinstance(deel, Passage):
        return _render_passage(deel, bouw)
    tekst = bouw.tekens.clean(deel.tekst)
    if isinstance(deel, Koppeling):
        rpr = bouw.char_style("Hyperlink") + vet
        return f'<w:hyperlink r:id="{bouw.relate(deel.adres)}" w:history="1">{run(tekst, rpr)}</w:hyperlink>'
    naam = bouw.ankers.naam(deel.anker)
    if not naam:
        return run(tekst, vet)
    rpr = bouw.char_style("Verwijzing") + vet
    return f'<w:hyperlink w:anchor={attr(naam)} w:history="1">{run(tekst, rpr)}</w:hyperlink>'


def _render_passage(passage: Passage, bouw: Bouw) -> str:
    """A bookmark around the words in bold, then the label."""
    runs = "".join([_render_inline(deel, bouw, _VET) for deel in passage.inhoud])
    label = bouw.tekens.clean(passage.label)
    return bouw.ankers.mark(passage.anker, runs) + (run(f" ({label})") if label else "")


def _format(deel: Tekst, bouw: Bouw, vet: str) -> str:
    return (
        (bouw.char_style("Codetekst") if deel.code else "")
        + (_VET if deel.vet else vet)
        + ("<w:i/><w:iCs/>" if deel.cursief else "")
        + ("<w:strike/>" if deel.doorgehaald else "")
    )


def _render_lijst(blok: Lijst, bouw: Bouw, niveau: int, *, na_tabel: bool = False) -> str:
    stand = min(niveau, DIEPTE - 1)
    nummer = bouw.nummering.new_list(blok.nummering, stand, blok.start)
    delen = []
    for plaats, punt in enumerate(blok.punten):
        stijl = bouw.style("Lijst na tabel" if na_tabel and not plaats else "List Paragraph")
        label = ""
        ppr = f'<w:numPr><w:ilvl w:val="{stand}"/><w:numId w:val="{nummer}"/></w:numPr>'
        if blok.nummering == "letter" and plaats + blok.start > _LETTERS:
            label, ppr = f"{letter(plaats + blok.start)}.\t", _indent(niveau, f' w:hanging="{INSPRONG}"')
        delen.append(_render_punt(punt, bouw, niveau, stijl, ppr, label))
    return "".join(delen)


def _indent(niveau: int, extra: str = "") -> str:
    return f'<w:ind w:left="{INSPRONG * (min(niveau, DIEPTE - 1) + 1)}"{extra}/>'


def _render_punt(punt: Punt, bouw: Bouw, niveau: int, stijl: str, ppr: str, label: str) -> str:
    """An item: its first paragraph carries the number, what follows stands under its text."""
    eerste, rest = (punt.blokken[0], punt.blokken[1:]) if punt.blokken else (None, ())
    delen = []
    if isinstance(eerste, Alinea):
        runs = (run(label) if label else "") + _runs(eerste.inhoud, bouw, eerste.anker)
        keep = "<w:keepNext/>" if rest and _announces(eerste, rest[0]) else ""
        delen.append(_paragraph(bouw.ankers.wrap(punt.anker, runs), stijl + keep + ppr))
    else:
        rest = punt.blokken
        bouw.ankers.wait(punt.anker)
    for blok in rest:
        if isinstance(blok, Lijst):
            delen.append(_render_lijst(blok, bouw, niveau + 1))
        elif isinstance(blok, Alinea) and not blok.rol:
            delen.append(_paragraph(_runs(blok.inhoud, bouw, blok.anker), stijl + _indent(niveau)))
        elif isinstance(blok, Alinea):
            delen.append(_render_alinea(blok, bouw, indent=_indent(niveau)))
        else:
            delen.append(_render_blok(blok, bouw))
    return "".join(delen)
