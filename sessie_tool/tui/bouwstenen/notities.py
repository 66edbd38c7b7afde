"""notities: the questions of the step; what is typed answers the question under the cursor."""

from collections.abc import Sequence
from typing import cast

from sessie_tool.kern.bouwstenen.notities import Notitie
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij

LAATSTE = 3
"""How many lines of an answer are shown: the last ones, so that what was typed just now is always in view."""


class NotitiesEditor(Editor):
    """Each question with its answer below it."""

    def show(self) -> None:
        """Give an answer more room than another text: people read it back while they type."""
        self.tabel.meeste = 12
        super().show()

    def rows(self) -> Sequence[Tabelrij]:
        """A question and its answer in one row."""
        omgeving = self.zitting.omgeving
        records = cast("tuple[Notitie, ...]", self.bouwsteen.records)
        return [
            Tabelrij(
                one.id,
                omgeving.nummer(one.id),
                "\n".join(deel for deel in (one.vraag, _last(one.antwoord)) if deel),
                "beantwoord" if one.vraag and one.antwoord else "nog open" if one.vraag else "losse notitie",
            )
            for one in records
        ]

    def begin(self) -> None:
        """At the first question."""

    def placeholder(self) -> str:
        """What the input line asks for: an answer only where there is a question."""
        if not any(isinstance(one, Notitie) and one.vraag for one in self.bouwsteen.records):
            return "Een notitie: elke regel is er een"
        return "Antwoord op de gekozen vraag (#0: los)"

    def prepare(self, regel: str) -> str:
        """A line answers the question under the cursor, unless it names one itself."""
        record = self.record(self.tabel.current_id)
        if regel.startswith("#0 "):
            return regel[3:]
        if regel.startswith("#") or not isinstance(record, Notitie) or not record.vraag:
            return regel
        return f"#{self.zitting.omgeving.nummer(record.id)} {regel}"


def _last(antwoord: str) -> str:
    """The last lines of an answer; … stands for those before."""
    regels = [regel for regel in antwoord.splitlines() if regel.strip()]
    return "\n".join((["…"] if len(regels) > LAATSTE else []) + regels[-LAATSTE:])
