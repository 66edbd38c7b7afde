"""VeldenEditor: one record of many fields, such as a dilemma: a row per field, with what is still open."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.omgeving import unique_beginning
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import add_records, replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.veld import Veld, default_of, velden
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.concept import Concept
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.tui.onderdelen.schrijfscherm import write_tekst
from sessie_tool.tui.weergave import format_waarde


class VeldenEditor(Editor):
    """What is typed fills the field under the cursor; Enter opens that field."""

    @property
    def vorm(self) -> type[Record]:
        """The kind of record that is filled in."""
        return cast("BouwsteenMetRecords", self.bouwsteen).RECORD

    @property
    def delen(self) -> dict[str, Veld]:
        """The fields that are filled in, by name."""
        return {name: veld for name, veld in velden(self.vorm).items() if name != "bereik"}

    @property
    def deel(self) -> str:
        """The name of the field under the cursor."""
        return self.tabel.current_id.rpartition(".")[2]

    def _heel(self) -> list[Record]:
        """The records; one to fill in when there is none yet."""
        return list(self.bouwsteen.records) or [self.vorm(id="")]

    def _current(self) -> Record:
        record_id = self.tabel.current_id.rpartition(".")[0]
        return next((one for one in self._heel() if one.id == record_id), self._heel()[-1])

    def rows(self) -> Sequence[Tabelrij]:
        """A row per field: filled in or not, its label, and what stands in it."""
        heel = self._heel()
        return [
            self._row(one, name, veld, f"{one.ENKEL.capitalize()} {plaats} · " if len(heel) > 1 else "")
            for plaats, one in enumerate(heel, 1)
            for name, veld in self.delen.items()
        ]

    def _row(self, record: Record, name: str, veld: Veld, kop: str) -> Tabelrij:
        tekst = format_waarde(veld, getattr(record, name), self.zitting.omgeving).strip()
        label = f"{kop}{veld.label}"
        regels = [label, *(regel for regel in tekst.split("\n") if regel.strip())]
        return Tabelrij(f"{record.id}.{name}", "✓" if tekst else "○", "\n".join(regels), "" if tekst else "nog open")

    def begin(self) -> None:
        """At the first field that is open."""
        self.tabel.move_to(next((rij.id for rij in self.rows() if rij.nummer == "○"), ""))

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "Tekst bij het deel dat u kiest (F6), of begin met de naam van een deel en :"

    def prepare(self, regel: str) -> str:
        """A line fills the field under the cursor, unless it names a field itself or is a mark alone."""
        labels = {veld.label: name for name, veld in self.delen.items()}
        label, dubbelepunt, _ = regel.partition(":")
        names_deel = dubbelepunt and unique_beginning(label.strip(), tuple(labels))
        if names_deel or not self.deel or self._is_mark(regel):
            return regel
        return f"{self.delen[self.deel].label}: {regel}"

    def _is_mark(self, regel: str) -> bool:
        """Whether a line is only a sign with a value, such as '@Jansen'."""
        signs = [veld.merk for veld in self.delen.values() if veld.merk]
        return regel.strip()[:1] in signs and len(regel.split()) == 1

    def describe_line(self, regel: str) -> str:
        """To which field the line goes."""
        return self.prepare(regel).partition(":")[0] if regel.strip() else ""

    def after_regels(self, records: list[Record]) -> None:
        """Stay at the field: a next line is added to it."""

    def chosen(self) -> list[Record]:
        """None: rows are fields here, which are not removed or changed with a sign."""
        return []

    def action_move(self, plaatsen: int) -> None:
        """Fields have their own order."""

    def action_remove(self) -> None:
        """Empty the field under the cursor."""
        record, name = self._current(), self.deel
        if name and record.id and getattr(record, name):
            leeg = replace(record, **{name: default_of(type(record), name)})
            self._keep(leeg, f"{self.delen[name].label} leeggemaakt")

    def action_edit(self) -> None:
        """Open the field under the cursor: a long text on a screen of its own, another one in the form."""
        record, name = self._current(), self.deel
        if not name:
            return
        veld = self.delen[name]
        if veld.vorm != "tekst" or not self.zitting.veranderbaar:
            self.edit_fields(record if record.id else self.vorm(id=new_id()), self._keep, name)
            return
        concept = Concept(self.zitting, f"{record.id or self.stap_id}.{name}", getattr(record, name))
        titel = f"{record.ENKEL.capitalize()} · {veld.label}"
        write_tekst(self.app, titel, concept, partial(self._keep_tekst, record, name))

    def _keep_tekst(self, record: Record, name: str, tekst: str) -> None:
        self._keep(replace(record, **{name: tekst}), f"{self.delen[name].label} gewijzigd")

    def _keep(self, record: Record, omschrijving: str = "") -> None:
        wat = omschrijving or f"{record.ENKEL} gewijzigd"
        if record.id and self.record(record.id):
            self.doe(wat, lambda sessie: replace_records(sessie, [record]))
        else:
            nieuw = replace(record, id=record.id or new_id())
            self.doe(wat, lambda sessie: add_records(sessie, self.stap_id, [nieuw]))
