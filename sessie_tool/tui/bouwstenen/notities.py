"""notities: the questions of the step; what is typed answers the question under the cursor."""

from collections.abc import Sequence
from typing import cast

from sessie_tool.kern.bouwstenen.notities import Notitie
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij


class NotitiesEditor(Editor):
    """Each question with its answer below it."""

    def rows(self) -> Sequence[Tabelrij]:
        """A question and its answer in one row."""
        omgeving = self.zitting.omgeving
        records = cast("tuple[Notitie, ...]", self.bouwsteen.records)
        return [
            Tabelrij(
                one.id,
                omgeving.nummer(one.id),
                "\n".join(deel for deel in (one.vraag, one.antwoord) if deel),
                "beantwoord" if one.vraag and one.antwoord else "nog open" if one.vraag else "losse notitie",
            )
            for one in records
        ]

    def begin(self) -> None:
        """At the first question."""

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "Antwoord op de gekozen vraag (#0: los)"

    def prepare(self, regel: str) -> str:
        """A line answers the question under the cursor, unless it names one itself."""
        record = self.record(self.tabel.current_id)
        if regel.startswith("#0 "):
            return regel[3:]
        if regel.startswith("#") or not isinstance(record, Notitie) or not record.vraag:
            return regel
        return f"#{self.zitting.omgeving.nummer(record.id)} {regel}"
