"""Editors in which records can become one (&), and for signalen also become more (|) or be marked as a quote."""

import msgspec
from textual.binding import Binding

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.bouwstenen.stem import standing
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.samenvoegen import list_verschillen, merge, split
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.taal import join_woorden
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel
from sessie_tool.tui.onderdelen.veldinvoer import Veldinvoer
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster


class Splitsvenster(Vraagvenster):
    """Asks where a text is to be cut; nothing is selected, so that the first key does not replace it."""

    def on_mount(self) -> None:
        """Put the cursor behind the text."""
        invoer = self.query_one(Veldinvoer)
        invoer.select_on_focus = False
        invoer.cursor_position = len(invoer.value)


class VoegEditor(Editor):
    """A list in which chosen records can become one."""

    BINDINGS = [Binding("ampersand", "merge", "samenvoegen", show=False, id="samenvoegen")]

    def action_merge(self) -> None:
        """Put what is chosen together in the first of them."""
        records = self.chosen()
        omgeving = self.zitting.omgeving
        try:
            nieuw = merge(self.zitting.sessie, records) if records else self.zitting.sessie
        except SessieToolError as fout:
            self.meld(str(fout), fout=True)
            return
        if not records:
            return
        nummers = [omgeving.nummer(one.id) for one in records]
        wat = f"{records[0].MEERVOUD} {join_woorden(nummers)} samengevoegd tot {nummers[0]}"
        erbij = [*list_verschillen(records, omgeving), "koppelingen en stippen gaan mee"]
        for lijst in self.query(RecordTabel):
            lijst.clear_marks()
        self.doe("; ".join((wat, *erbij)), lambda _: nieuw)
        self.tabel.move_to(records[0].id)


class SignalenEditor(VoegEditor):
    """The signals; one can be split, and be marked as a quote."""

    BINDINGS = [
        Binding("vertical_line", "split", "splitsen", show=False, id="splitsen"),
        Binding("quotation_mark", "quote", "citaat", show=False, id="citaat"),
    ]

    def action_split(self) -> None:
        """Ask where the signal under the cursor is to be cut."""
        record = self.record(self.tabel.current_id)
        if record is None or not self.zitting.veranderbaar:
            return
        teken = "||" if "|" in record.hoofdtekst else "|"

        def cut(tekst: str | None) -> None:
            delen = [deel.strip() for deel in (tekst or "").split(teken) if deel.strip()]
            if len(delen) > 1:
                self._split(record, delen)
            elif tekst is not None:
                self.meld(f"Er is niets gesplitst. Zet {teken} op de plek waar het volgende signaal begint.", fout=True)

        titel = f"{record.ENKEL.capitalize()} {self.zitting.omgeving.nummer(record.id)} splitsen"
        self.app.push_screen(Splitsvenster(titel, f"Zet {teken} op de plek waar u splitst.", record.hoofdtekst), cut)

    def _split(self, record: Record, delen: list[str]) -> None:
        nummer = self.zitting.omgeving.nummer(record.id)
        heeft = any(stem.onderwerp == record.id and stem.stippen for stem in standing(self.zitting.omgeving))
        blijft = f"; de stippen blijven bij {nummer}" if heeft else ""

        def change(sessie: Sessie) -> Sessie:
            return split(sessie, record, delen, new_id)

        self.doe(f"{record.ENKEL} {nummer} in {len(delen)} delen gesplitst{blijft}", change)

    def action_quote(self) -> None:
        """Mark the chosen signals as quotes, or no longer when the first is one."""
        signalen = [one for one in self.chosen() if isinstance(one, Signaal)]
        if signalen:
            citaat = not signalen[0].citaat
            new = [msgspec.structs.replace(one, citaat=citaat) for one in signalen]
            self.doe("citaat" if citaat else "geen citaat meer", lambda sessie: replace_records(sessie, new))
