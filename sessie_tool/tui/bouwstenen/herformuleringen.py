"""herformuleringen: the question in other words, with which of them is the vraag achter de vraag now."""

from collections.abc import Sequence

from sessie_tool.kern.bouwstenen.herformuleringen import Herformulering, find_kern
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.veld import velden
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij

KERN = "★"
"""Stands before the vraag achter de vraag."""


class HerformulerEditor(Editor):
    """A list in which the vraag achter de vraag stands out; ! says that it is this one, and no other."""

    def rows(self) -> Sequence[Tabelrij]:
        """Each reformulation with who said it and when."""
        kern = find_kern(self.zitting.omgeving)
        return [self._row(one, is_kern=one is kern) for one in self._records()]

    def _records(self) -> list[Herformulering]:
        return [one for one in self.bouwsteen.records if isinstance(one, Herformulering)]

    def _row(self, record: Herformulering, *, is_kern: bool) -> Tabelrij:
        delen = ["vraag achter de vraag"] if is_kern else []
        delen += [deel for deel in (record.wie, record.wanneer) if deel]
        delen += ["alleen begeleider"] if record.bereik == "begeleider" else []
        tekst = f"{KERN} {record.vraag}" if is_kern else record.vraag
        return Tabelrij(record.id, self.zitting.omgeving.nummer(record.id), tekst, " · ".join(delen))

    def take_character(self, teken: str) -> None:
        """The sign makes the one under the cursor the vraag achter de vraag, and every other one not."""
        gekozen = self.record(self.tabel.current_id)
        if teken != velden(Herformulering)["kern"].merk or not isinstance(gekozen, Herformulering):
            super().take_character(teken)
            return
        alle = self.zitting.omgeving.of_type(Herformulering.type_tag())
        nieuw = [
            replace(one, kern=one is gekozen and not gekozen.kern) for one in alle if isinstance(one, Herformulering)
        ]
        wat = f"{gekozen.ENKEL} {self.zitting.omgeving.nummer(gekozen.id)} gekozen als vraag achter de vraag"
        self.doe("keuze teruggenomen" if gekozen.kern else wat, lambda sessie: replace_records(sessie, nieuw))
