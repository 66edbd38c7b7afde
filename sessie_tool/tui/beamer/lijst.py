"""Zaalvak: the list as the room sees it. The newest line is always in view; a long list goes up."""

from collections.abc import Iterable
from functools import lru_cache

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
        breedte, hoogte = max(10, self.content_size.width), self.content_size.height
        if not hoogte:
            return
        beeld = self._beeld
        regels = beeld.groot or beeld.lijst.regels
        kolommen = 1
        gezet = _set(regels, breedte, beeld.nieuw)
        if _count(gezet) > hoogte and breedte >= TWEE_KOLOMMEN:
            kolommen = 2
            gezet = _set(regels, (breedte - TUSSEN) // 2, beeld.nieuw)
        past = hoogte * kolommen
        ruim = _count(gezet) + len(regels) <= past
        lijnen, nieuwste = _space(gezet, regels, beeld.nieuw, ruim=ruim)
        laatste = max(0, len(lijnen) - past)
        volgt = min(max(0, nieuwste - past // 2), laatste) if nieuwste < len(lijnen) - 1 else laatste
        volgt = _whole(volgt, gezet, nieuwste) if not ruim else volgt
        self._top = volgt if self._eerste is None else min(max(0, self._eerste), laatste)
        self._eerste = None if self._eerste is None else self._top
        getoond = lijnen[self._top : self._top + past]
        boven = [Content("")] * ((hoogte - len(getoond)) // 3 if beeld.groot else 0)
        inhoud = [*boven, *getoond]
        self._inhoud = _columns(inhoud, hoogte, (breedte - TUSSEN) // 2) if kolommen == 2 else _join(inhoud)
        eerder = "▲ " if self._top or beeld.lijst.eerder else ""
        kop = "" if beeld.groot else beeld.lijst.kop
        self.border_title = Content(show_regel(f"{eerder}{kop}"))
        self.refresh()

    _top = 0


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


def _space(gezet: list[Regels], regels: tuple[Zaalregel, ...], nieuw: str, *, ruim: bool) -> tuple[Regels, int]:
    """All lines, with air between the records when there is room, and the last line of the newest record."""
    lijnen: Regels = []
    nieuwste = -1
    for een, regel in zip(gezet, regels, strict=True):
        if ruim and lijnen and not (regel.diep and not regel.label):
            lijnen.append(Content(""))
        lijnen += een
        if regel.id == nieuw != "":
            nieuwste = len(lijnen) - 1
    return lijnen, nieuwste if nieuwste >= 0 else len(lijnen) - 1


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
