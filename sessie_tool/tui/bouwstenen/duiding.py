"""DuidingEditor: the indicators in the order of the huis, each with its values; a line goes to the one chosen."""

from collections.abc import Sequence

from sessie_tool.kern.bouwstenen.duiding import Duiding
from sessie_tool.kern.record import Record
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij

_NIEUW = "nieuw:"
"""How a line begins that is an indicator of its own."""


class DuidingEditor(Editor):
    """What is typed is about the indicator under the cursor, unless the line names another one."""

    def rows(self) -> Sequence[Tabelrij]:
        """A row per indicator: its values, newest first, and how far the talk is."""
        return [self._row(een) for een in self.bouwsteen.records if isinstance(een, Duiding)]

    def _row(self, een: Duiding) -> Tabelrij:
        nu = [f"nu: {een.waarde}"] if een.waarde else []
        regels = [een.indicator, *nu, *(f"eerder: {waarde}" for waarde in reversed(een.vorige))]
        stand = "✓ geduid" if een.betekenis else "○ nog duiden" if een.waarde else "○ geen waarde"
        eigen = ["alleen begeleider"] if een.bereik == "begeleider" else []
        kenmerken = " · ".join(deel for deel in (stand, een.doelstelling, *eigen) if deel)
        return Tabelrij(een.id, self.zitting.omgeving.nummer(een.id), "\n".join(regels), kenmerken)

    def begin(self) -> None:
        """At the first indicator of which nobody said yet what it means."""
        nog = (een.id for een in self.bouwsteen.records if isinstance(een, Duiding) and not een.betekenis)
        self.tabel.move_to(next(nog, ""))

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "=41% wat we zien ?wat het betekent (kies met F6)"

    def prepare(self, regel: str) -> str:
        """A line is about the indicator under the cursor, unless it names one or is a new one."""
        kaal = regel.strip()
        if kaal.casefold().startswith(_NIEUW):
            return kaal[len(_NIEUW) :].strip()
        nummer = self.zitting.omgeving.nummer(self.tabel.current_id)
        is_elders = kaal.startswith("#") and kaal[1:2].isdigit()
        return regel if is_elders or not kaal or nummer == "?" else f"#{nummer} {kaal}"

    def after_regels(self, records: list[Record]) -> None:
        """Stay at the indicator: a next line is added to it."""
        if records:
            self.tabel.move_to(records[-1].id)
