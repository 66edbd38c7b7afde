"""baten: the list of posts, with per option what each party has left or is short of, as it stands now."""

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.content import Content

from sessie_tool.kern.bouwstenen.baten import Baten
from sessie_tool.kern.bouwstenen.baten_rapport import balance_posten, describe_saldo
from sessie_tool.kern.bouwstenen.per_optie import of_optie
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.afbreken import wrap_parts
from sessie_tool.tui.onderdelen.regels import Tekst

MEESTE = 4
"""The most options with a line each; the list keeps its room."""


class BatenEditor(Editor):
    """The posts, and below them the totals."""

    BREED: ClassVar[bool] = True

    DEFAULT_CSS = """
    BatenEditor > #saldo { height: auto; max-height: 6; padding: 0 1; color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        """The list with the totals below it."""
        yield from super().compose()
        yield Tekst("", id="saldo")

    def show(self) -> None:
        """Show the posts and the totals."""
        super().show()
        regels = self._lines()
        saldo = self.query_one("#saldo", Tekst)
        saldo.display = bool(regels)
        breedte = max(20, self.app.size.width - 6)
        saldo.update(Content("\n".join(deel for regel in regels for deel in wrap_parts(show_regel(regel), breedte, 3))))

    def _lines(self) -> list[str]:
        """A line per option: 'A: Schuldhulp −€ 7.000 · samen € 13.000'."""
        posten, omgeving = cast("Baten", self.bouwsteen).records, self.zitting.omgeving
        groepen = [(one.id, of_optie(posten, one.id)) for one in omgeving.of_type("optie")]
        regels = []
        for optie, eigen in [*groepen, ("", of_optie(posten, ""))]:
            balans = balance_posten(eigen)
            if balans.partijen:
                kop = f"{omgeving.nummer(optie)}: " if optie else ""
                regels.append(kop + describe_saldo(balans))
        return regels if len(regels) <= MEESTE else [*regels[: MEESTE - 1], f"en nog {len(regels) - MEESTE + 1} opties"]
