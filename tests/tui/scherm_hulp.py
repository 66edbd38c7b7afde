"""The real app on a real werkmap, for the tests of the screen."""

from contextlib import asynccontextmanager
from pathlib import Path

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.deelnemer import parse_deelnemer
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.tui.app import SessieApp
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel
from sessie_tool.tui.onderdelen.regelinvoer import RegelInvoer
from sessie_tool.tui.onderdelen.regels import Meldregel, Voetregel
from sessie_tool.tui.schermen.sessie import SessieScherm

DEELNEMERS = (
    "Noor Voorbeeld; begeleider; Waterveen",
    "Daan Denkbeeld; secretaris; Waterveen",
    "Fatima Fictie; deelnemer",
)
VIJANDIG = (
    "[/] [b]vet[/b] [Jan] [@click=app.quit]klik[/]",
    "\x1b[2J\x07 stuurtekens \x00",
    ":smile: {{x}} =1+1 ${HOME} %s {0}",
    "שלום عربي 日本語 😀👩‍👩‍👧",
    "half \ud83d teken",
    "a" * 100_000,
)
TITELS = ["Open acties", "Welkom", "Signalen ophalen", "Rode draden", "Kiezen", "Koers per draad"]


def make_werkmap(folder: Path, titel: str = "Signalensessie Inclusief") -> tuple[Werkmap, str]:
    """A werkmap with one signalensessie; gives the id too."""
    werkmap = Werkmap(folder)
    sessie = start_sessie(
        load_sjabloon(shipped_sjablonen() / "signalensessie.md"),
        titel=titel,
        datum="2026-03-21",
        plaats="Stadhuis",
        opgaven=("Inclusief",),
        new_id=nu.new_id,
        deelnemers=tuple(parse_deelnemer(regel, nu.new_id()) for regel in DEELNEMERS),
    )
    werkmap.create(sessie, nu.now())
    return werkmap, sessie.id


class Begeleider:
    """Someone at the keyboard."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self):
        """Wait until the disk has done what was asked, and the screen shows it."""
        await self.pilot.pause()
        while self.app.schijf._rij:
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    async def type(self, *regels):
        """Type lines in the input and press Enter after each."""
        for regel in regels:
            invoer = self.app.screen.query_one(RegelInvoer)
            invoer.focus()
            invoer.value = regel
            await self.press("enter")

    async def to_stap(self, titel):
        """Go to a step by its title, with Ctrl+N."""
        if titel not in [stap.titel for stap in self.sessie.stappen[self.sessie.nummer(self.scherm.stap_id) - 1 :]]:
            self.scherm.show_stap(self.sessie.stappen[0].id)
        while self.scherm.stap.titel != titel:
            await self.press("ctrl+n")

    @property
    def scherm(self) -> SessieScherm:
        return next(one for one in self.app.screen_stack if isinstance(one, SessieScherm))

    @property
    def sessie(self):
        return self.scherm.zitting.sessie

    def texts(self, titel):
        """The texts of the records in a step."""
        stap = next(one for one in self.sessie.stappen if one.titel == titel)
        return [record.hoofdtekst for record in stap.bouwsteen.records]

    def records(self, titel):
        return next(one for one in self.sessie.stappen if one.titel == titel).bouwsteen.records

    def row_ids(self, selector="#records"):
        return [rij.id for rij in self.app.screen.query_one(selector, RecordTabel)._shown]

    @property
    def melding(self):
        return str(self.app.screen.query_one(Meldregel).render())

    @property
    def voet(self):
        return str(self.app.screen.query_one(Voetregel).render())

    def seen(self):
        """Everything that stands on the screen now, as text."""
        width = self.app.size.width
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip)[:width] for strip in strips)


@asynccontextmanager
async def started(werkmap, sessie_id=None, size=(80, 24)):
    """The app running; with a session that one is open."""
    app = SessieApp(werkmap, sessie_id)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        begeleider = Begeleider(app, pilot)
        await begeleider.settle()
        for _ in range(100):  # a busy computer asks for the session a little later
            if not sessie_id or len(app.screen_stack) > 2:
                break
            await pilot.pause(0.02)
        await begeleider.settle()
        yield begeleider
        app.close_all()
