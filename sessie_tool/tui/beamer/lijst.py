"""Zaalvak: the list as the room sees it. The newest line is always in view; a long list goes up."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from sessie_tool.kern.bouwstenen.zaal import Zaalregel
from sessie_tool.kern.zaalbeeld import Zaalbeeld
from sessie_tool.kern.zichtbaar import show_regel, show_tekst
from sessie_tool.tui.onderdelen.afbreken import wrap

TWEE_KOLOMMEN = 130
"""From this width on a list that does not fit stands in two columns."""
TUSSEN = 4
"""Cells between them."""
BREEDSTE = 110
"""A longer line is hard to follow from a chair, and so is what stands at its end."""
LANGSTE = 8
"""So many lines of one text."""

Regels = list[Content]


class Zaalvak(Widget):
    """Shows as many lines as fit, those around the newest one."""

    DEFAULT_CSS = """
    Zaalvak { height: 1fr; border-top: solid $panel; border-title-color: $text-muted; border-title-style: bold;
              border-subtitle-color: $text-muted; padding: 0 1; }
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._beeld = Zaalbeeld("")
        self._eerste: int | None = None  # the line at the top when somebody scrolled; None follows the newest
        self._top = 0
        self._inhoud = Content("")

    def show(self, beeld: Zaalbeeld) -> None:
        """Show another view; something new comes into view by itself."""
        if beeld.nieuw != self._beeld.nieuw or beeld.stap != self._beeld.stap or beeld.groot != self._beeld.groot:
            self._eerste = None
        self._beeld = beeld
        self._draw()

    def on_resize(self) -> None:
        """Use the room that there is."""
        self._draw()

    def move(self, regels: int | None) -> None:
        """Go so many lines down (or, below 0, up); None follows the newest again."""
        self._eerste = None if regels is None else (self._eerste if self._eerste is not None else self._top) + regels
        self._draw()

    def render(self) -> Content:
        """The lines."""
        return self._inhoud

    def _draw(self) -> None:
        if not self.content_size.height:
            return
        blad = _lay_out(self._beeld, max(10, self.content_size.width), self.content_size.height)
        if self._eerste is not None:
            self._eerste = min(max(0, self._eerste), blad.laatste)
        self._top = blad.begin if self._eerste is None else self._eerste
        self._inhoud = blad.page(self._top, midden=bool(self._beeld.groot))
        kop = "" if self._beeld.groot else show_regel(self._beeld.lijst.kop)
        meer = ("▲" if self._top or self._beeld.lijst.eerder else "", kop, "▼" if self._top < blad.laatste else "")
        self.border_title = Content(" ".join(filter(None, meer)))
        self.refresh()


class _Blad(NamedTuple):
    """All lines as they are laid out: in columns of a width and a height, and where one begins to read."""

    lijnen: Regels
    kolommen: int
    breedte: int
    hoogte: int
    begin: int

    @property
    def laatste(self) -> int:
        """The last line at which a page can begin."""
        return max(0, len(self.lijnen) - self.kolommen * self.hoogte)

    def page(self, top: int, *, midden: bool) -> Content:
        """What is in view from a line on; `midden` puts a short text not at the top but towards the middle."""
        getoond = self.lijnen[top : top + self.kolommen * self.hoogte]
        boven = [Content("")] * ((self.hoogte - len(getoond)) // 3 if midden else 0)
        regels = [*boven, *getoond]
        return _columns(regels, self.hoogte, self.breedte) if self.kolommen == 2 else _join(regels)


def _lay_out(beeld: Zaalbeeld, breedte: int, hoogte: int) -> _Blad:
    """A list that does not fit on a wide screen stands in two columns; one that fits gets air between its records."""
    regels, kolommen = beeld.groot or beeld.lijst.regels, 1
    gezet = _set(regels, breedte, beeld.nieuw)
    if _count(gezet) > hoogte and breedte >= TWEE_KOLOMMEN:
        breedte, kolommen = (breedte - TUSSEN) // 2, 2
        gezet = _set(regels, breedte, beeld.nieuw)
    ruim = _count(gezet) + len(regels) <= hoogte * kolommen
    lijnen, nieuwste = _space(gezet, regels, beeld.nieuw, ruim=ruim)
    blad = _Blad(lijnen, kolommen, breedte, hoogte, 0)
    if ruim or beeld.groot or (beeld.lijst.boven and nieuwste is None):
        return blad
    return blad._replace(begin=_begin(blad, gezet, nieuwste))


def _begin(blad: _Blad, gezet: list[Regels], nieuwste: int | None) -> int:
    """The line at which a page begins that has the newest record in view, or else the end."""
    plek = len(blad.lijnen) - 1 if nieuwste is None else nieuwste
    is_einde = plek == len(blad.lijnen) - 1
    begin = blad.laatste if is_einde else min(max(0, plek - blad.kolommen * blad.hoogte // 2), blad.laatste)
    return _whole(begin, gezet, plek)


def _count(gezet: list[Regels]) -> int:
    return sum(map(len, gezet))


def _join(lijnen: Iterable[Content]) -> Content:
    return Content("\n").join(lijnen)


def _columns(lijnen: Regels, hoogte: int, breedte: int) -> Content:
    """The lines in two columns, the second beside the first."""
    links, rechts = lijnen[:hoogte], lijnen[hoogte:]
    rechts += [Content("")] * (len(links) - len(rechts))
    paren = zip(links, rechts, strict=True)
    return _join(Content.assemble(een, " " * (breedte - een.cell_length + TUSSEN), ander) for een, ander in paren)


def _whole(top: int, gezet: list[Regels], nieuwste: int) -> int:
    """The first line from `top` on at which a record begins, so that none is cut; not past the newest one."""
    begin = 0
    for een in gezet:
        if begin >= top:
            return begin
        if begin + len(een) > nieuwste:
            return top
        begin += len(een)
    return top


def _set(regels: tuple[Zaalregel, ...], breedte: int, nieuw: str) -> list[Regels]:
    """The lines that each record takes at a width."""
    nummers = max((cell_len(one.nummer) for one in regels), default=0)
    vet = any(one.diep for one in regels)  # what stands above other lines is a heading
    return [_wrap(one, breedte, nummers, one.id == nieuw != "", vet and not one.diep) for one in regels]


def _space(gezet: list[Regels], regels: tuple[Zaalregel, ...], nieuw: str, *, ruim: bool) -> tuple[Regels, int | None]:
    """All lines, with air between the records when there is room, and the last line of the newest record."""
    lijnen: Regels = []
    nieuwste = None
    for een, regel in zip(gezet, regels, strict=True):
        if ruim and lijnen and not (regel.diep and not regel.label):
            lijnen.append(Content(""))
        lijnen += een
        if regel.id == nieuw != "":
            nieuwste = len(lijnen) - 1
    return lijnen, nieuwste


@lru_cache(5_000)
def _wrap(regel: Zaalregel, breedte: int, nummers: int, nieuw: bool, vet: bool) -> Regels:  # noqa: FBT001  # a key
    """A record as lines: number, text, and at the right its characteristics."""
    marge = nummers + 3
    ruimte = max(8, min(breedte, BREEDSTE) - marge - (2 if regel.diep else 0))
    if regel.label:
        tekst = [Content.styled(show_regel(regel.label), "bold $accent")]
        tekst += [Content(deel) for deel in wrap(show_tekst(regel.tekst), ruimte, LANGSTE)]
    else:
        stijl = "bold" if nieuw or vet else ""
        tekst = [Content.styled(deel, stijl) for deel in wrap(show_regel(regel.tekst), ruimte, LANGSTE)]
    if regel.bij:
        tekst = _beside(tekst, show_regel(regel.bij), ruimte)
    teken = "▶" if nieuw else " "
    kop = Content.assemble((teken, "$accent"), " ", (regel.nummer.rjust(nummers), "$primary"), " ")
    if regel.diep:
        kop = Content.assemble((teken, "$accent"), " " * (marge - 1), "" if regel.label else ("· ", "$text-muted"))
    leeg = Content(" " * kop.cell_length)
    return [Content.assemble(leeg if plaats else kop, deel) for plaats, deel in enumerate(tekst)]


def _beside(tekst: Regels, bij: str, ruimte: int) -> Regels:
    """Characteristics at the right of the last line, or on lines of their own when there is no room."""
    vrij = ruimte - tekst[-1].cell_length
    if cell_len(bij) + 2 <= vrij:
        laatste = Content.assemble(tekst[-1], " " * (vrij - cell_len(bij)), (bij, "$text-muted"))
        return [*tekst[:-1], laatste]
    return [*tekst, *(Content.styled(deel, "$text-muted") for deel in wrap(bij, ruimte, 2))]
