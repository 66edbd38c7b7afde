"""Tables: a caption, a header row that returns on every page, rows that stay whole, fixed widths, nothing merged."""

from collections.abc import Callable

from sessie_tool.kern.document import Inhoud, Rij, Tabel, drop_noten, plain
from sessie_tool.schrijvers.docx.bouw import Bouw
from sessie_tool.schrijvers.docx.breedtes import divide_width
from sessie_tool.schrijvers.docx.xml import attr, field, run

Render = Callable[[Inhoud, Bouw], str]

_HELE_RIJ = 1500
"""A row with more text than this may break over pages; it may not fit on one."""


def render_tabel(tabel: Tabel, bouw: Bouw, render: Render) -> str:
    """The caption and the table."""
    bouw.tabellen += 1
    breedtes = divide_width(tabel, bouw.breedte)
    kop = f"Tabel {bouw.tabellen}"
    bijschrift = bouw.tekens.clean(tabel.bijschrift)
    naam = f"{kop} – {bijschrift}" if bijschrift else kop
    grid = "".join(f'<w:gridCol w:w="{breedte}"/>' for breedte in breedtes)
    return (
        f"<w:p><w:pPr>{bouw.style('caption')}<w:keepNext/></w:pPr>{run('Tabel ')}"
        f"{field(chr(92).join(('SEQ Tabel ', '* ARABIC')), str(bouw.tabellen))}"
        f"{run(f' – {bijschrift}') if bijschrift else ''}</w:p>"
        f"<w:tbl>{_properties(tabel, naam, sum(breedtes), bouw)}<w:tblGrid>{grid}</w:tblGrid>"
        f"{_header(tabel, breedtes, bouw)}{_rows(tabel, breedtes, bouw, render)}</w:tbl>"
    )


def _properties(tabel: Tabel, naam: str, breedte: int, bouw: Bouw) -> str:
    beschrijving = bouw.tekens.clean(tabel.beschrijving)
    return (
        f"<w:tblPr><w:tblStyle w:val={attr(bouw.stijlen['Sessietabel'])}/>"
        f'<w:tblW w:w="{breedte}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0"'
        f' w:noVBand="1"/><w:tblCaption w:val={attr(naam)}/>'
        f"{f'<w:tblDescription w:val={attr(beschrijving)}/>' if beschrijving else ''}</w:tblPr>"
    )


def _header(tabel: Tabel, breedtes: list[int], bouw: Bouw) -> str:
    stijl = bouw.style("Tabelkop")
    cellen = "".join(
        _cell(run(bouw.tekens.clean(kolom.titel)) if kolom.titel else "", breedte, stijl)
        for kolom, breedte in zip(tabel.kolommen, breedtes, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cellen}</w:tr>"


def _rows(tabel: Tabel, breedtes: list[int], bouw: Bouw, render: Render) -> str:
    """The rows; no first or last one stands alone on a page."""
    los, vast = bouw.style("Tabeltekst"), f"{bouw.style('Tabeltekst')}<w:keepNext/>"
    bijeen = {0, len(tabel.rijen) - 2} if len(tabel.rijen) > 1 else set()
    return "".join(
        [_row(rij, breedtes, bouw, render, vast if plek in bijeen else los) for plek, rij in enumerate(tabel.rijen)]
    )


def _row(rij: Rij, breedtes: list[int], bouw: Bouw, render: Render, stijl: str) -> str:
    cellen = [render(cel, bouw) for cel in rij.cellen]
    cellen[0] = bouw.ankers.wrap(rij.anker, cellen[0])
    vol = (*cellen, *[""] * (len(breedtes) - len(cellen)))
    heel = "<w:trPr><w:cantSplit/></w:trPr>" if _fits_a_page(rij, cellen) else ""
    return f"<w:tr>{heel}{''.join([_cell(*cel, stijl) for cel in zip(vol, breedtes, strict=True)])}</w:tr>"


def _fits_a_page(rij: Rij, cellen: list[str]) -> bool:
    """Whether the row has little text; its XML is longer than its text, so mostly that is enough to know."""
    return sum(map(len, cellen)) < _HELE_RIJ or sum(len(plain(drop_noten(cel))) for cel in rij.cellen) < _HELE_RIJ


def _cell(runs: str, breedte: int, stijl: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/></w:tcPr><w:p><w:pPr>{stijl}</w:pPr>{runs}</w:p></w:tc>'
