"""From a comparison of the years to its files; screen and command line both go through here."""

from pathlib import Path

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.lijnen import Vergelijking
from sessie_tool.kern.publiceren import INTERN, Versie
from sessie_tool.kern.rondes import JAARRONDE
from sessie_tool.kern.vergelijking import make_vergelijking
from sessie_tool.opslag.exports import Stuk
from sessie_tool.opslag.verhaal import read_verhalen
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.verslaglegging import Meld, Uitgave, stil


def export_vergelijking(
    werkmap: Werkmap,
    vergelijking: Vergelijking,
    moment: str,
    *,
    soort: str = JAARRONDE,
    opgave: str = "",
    uit: Path | None = None,
    huisstijl: Path | None = None,
    versie: Versie = INTERN,
    meld: Meld = stil,
) -> tuple[list[Path], list[Bevinding]]:
    """Write the comparison in the format that the ending of `uit` asks for.

    Args:
        werkmap: where its sessions are.
        vergelijking: with the years and the lijnen to show.
        moment: ISO moment at which it is made.
        soort: the soort of sessions that is compared.
        opgave: the opgave that was asked for.
        uit: a file, or a folder; None is the exports of the werkmap.
        huisstijl: a Word file whose styles are used.
        versie: for who was there, or for everyone.
        meld: told what is being done, while it is done.

    Returns:
        The files that were written, and what a person should know about them.
    """
    meld("Vergelijking opstellen")
    gelezen = read_verhalen(werkmap, vergelijking.lijnen)
    document = make_vergelijking(vergelijking, gelezen.verhalen, moment, soort=soort, opgave=opgave)
    jaren = vergelijking.jaren
    stam = "-".join(filter(None, ("rode-draden", *(f"{jaar}" for jaar in dict.fromkeys((*jaren[:1], *jaren[-1:]))))))
    stam = "-".join(filter(None, (stam, versie.naam)))
    uitgave = Uitgave(werkmap, document, gelezen.sessies, lambda nieuw: Stuk(stam, stam, nieuw.moment), versie, meld)
    paden, bevindingen = uitgave.export((), uit, huisstijl)
    return paden, [*gelezen.bevindingen, *bevindingen]
