"""reflecties: per thema what was said, with the adviezen in it; beside it, when there is room, how it reads."""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from sessie_tool.kern.bouwstenen.adviezen import Advies
from sessie_tool.kern.bouwstenen.reflecties import Reflectie, Reflecties
from sessie_tool.kern.bouwstenen.themas import Thema
from sessie_tool.kern.passages import rewrite_passages
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import move_record, replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.veld import velden
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.concept import Concept
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.tui.onderdelen.schrijfscherm import write_tekst
from sessie_tool.tui.onderdelen.voorbeeld import Voorbeeld
from sessie_tool.tui.onderdelen.werklijst import Werklijst
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel
from sessie_tool.tui.weergave import format_waarde

LEESBREEDTE = 120
"""From this width of the screen the text under the cursor stands beside the list."""

ZONDER = "zonder"
"""The id of the row above the reflections without a thema."""


class Volglijst(Werklijst):
    """A list that says when its cursor goes to another row."""

    class Bewogen(Message):
        """The cursor went to another row."""

    def move_cursor(self, row: int) -> None:
        """Put the cursor on a row and say so."""
        super().move_cursor(row)
        self.post_message(self.Bewogen())


class ReflectieEditor(Editor):
    """What is typed comes under the thema of the row under the cursor; Enter writes on in a reflection."""

    BREED: ClassVar[bool] = True
    KENMERKEN: ClassVar[tuple[int, float]] = (24, 0.3)

    BINDINGS = [
        Binding("b", "decide", "besluit", id="besluit"),
        Binding("e", "fields", "alle velden", id="velden"),
    ]

    DEFAULT_CSS = """
    ReflectieEditor > Horizontal { height: 1fr; }
    ReflectieEditor #lijst { width: 1fr; height: 1fr; }
    ReflectieEditor #lezen { width: 1fr; height: 1fr; border-left: solid $panel; display: none; }
    ReflectieEditor.-leesbaar #lezen { display: block; }
    """

    @property
    def reflecties(self) -> tuple[Reflectie, ...]:
        """The reflections as they are now."""
        return cast("Reflecties", self.bouwsteen).records

    def compose(self) -> ComposeResult:
        """The list, and the text under the cursor."""
        yield Zoekregel()
        with Horizontal():
            with Vertical(id="lijst"):
                yield Volglijst(self.pass_typing, *self.KENMERKEN, id="records")
                yield Static("", id="leeg")
            with Vertical(id="lezen"):
                yield Voorbeeld()

    def begin(self) -> None:
        """At the first thema."""

    def on_resize(self) -> None:
        """Show the text beside the list when there is room."""
        self.set_class(self.app.size.width >= LEESBREEDTE, "-leesbaar")
        self.call_after_refresh(self._read)

    # The list.

    def rows(self) -> Sequence[Tabelrij]:
        """Each thema with its reflections, and below each of those its adviezen."""
        omgeving = self.zitting.omgeving
        themas = [one for one in omgeving.of_type(Thema.type_tag()) if isinstance(one, Thema)]
        rows: list[Tabelrij] = []
        for thema in themas:
            bij = [one for one in self.reflecties if one.thema == thema.id]
            aantal = format_aantal(len(bij), "reflectie", "reflecties") if bij else "nog leeg"
            rows.append(Tabelrij(thema.id, f"#{omgeving.nummer(thema.id)}", f"── {thema.titel}", aantal))
            rows += [rij for one in bij for rij in self._rows_of(one)]
        known = {thema.id for thema in themas}
        los = [one for one in self.reflecties if one.thema not in known]
        rows += [Tabelrij(ZONDER, "", "── Zonder thema", "")] if themas and los else []
        return [*rows, *(rij for one in los for rij in self._rows_of(one))]

    def _rows_of(self, reflectie: Reflectie) -> list[Tabelrij]:
        omgeving, alle = self.zitting.omgeving, velden(Reflectie)
        delen = [format_waarde(alle[name], getattr(reflectie, name), omgeving) for name in ("vragen", "wie")]
        delen += ["alleen begeleider"] if reflectie.bereik == "begeleider" else []
        kenmerken = " · ".join(deel for deel in delen if deel)
        tekst = " ".join(reflectie.tekst.replace("==", "").split())
        return [
            Tabelrij(reflectie.id, omgeving.nummer(reflectie.id), tekst, kenmerken),
            *(self._advies_row(advies) for advies in reflectie.adviezen),
        ]

    def _advies_row(self, advies: Advies) -> Tabelrij:
        omgeving, alle = self.zitting.omgeving, velden(Advies)
        namen = ("besluit", "wie_besluit", "wanneer")
        delen = [format_waarde(alle[name], getattr(advies, name), omgeving) for name in namen]
        tekst = f"advies {omgeving.nummer(advies.id)}: {' '.join(advies.tekst.split())}"
        return Tabelrij(advies.id, "  ↳", tekst, " · ".join(deel for deel in delen if deel) or "nog geen besluit")

    def show(self) -> None:
        """Show the list, and the text under the cursor as it is now."""
        super().show()
        self._read()

    def on_volglijst_bewogen(self, event: Volglijst.Bewogen) -> None:
        """Show the text of the row under the cursor."""
        event.stop()
        self._read()

    def _read(self) -> None:
        if not self.has_class("-leesbaar") or not self.staat:
            return
        record = self.record(self.tabel.current_id)
        tekst, deel = "", 0.0
        if isinstance(record, Thema):
            tekst = f"**{record.titel}**\n\n{record.toelichting}"
        elif reflectie := self._reflectie():
            nummer = self.zitting.omgeving.nummer
            tekst = rewrite_passages(
                reflectie.tekst, [f"advies {nummer(one.id)}: {one.tekst}" for one in reflectie.adviezen]
            )
            deel = max(0, tekst.find(record.tekst)) / max(1, len(tekst)) if isinstance(record, Advies) else 0.0
        self.query_one(Voorbeeld).show(tekst, deel)

    # What the row under the cursor is.

    def _reflectie(self) -> Reflectie | None:
        """The reflection under the cursor, or of the advies under the cursor."""
        current = self.tabel.current_id
        return next((one for one in self.reflecties if current in (one.id, *(a.id for a in one.adviezen))), None)

    def _thema(self) -> str:
        """The number of the thema to which the row under the cursor belongs, or ""."""
        reflectie = self._reflectie()
        thema = self.record(reflectie.thema if reflectie else self.tabel.current_id)
        return self.zitting.omgeving.nummer(thema.id) if isinstance(thema, Thema) else ""

    def _advies(self) -> Advies | None:
        """The advies under the cursor; of a reflection the first that is not decided on."""
        record, reflectie = self.record(self.tabel.current_id), self._reflectie()
        if isinstance(record, Advies):
            return record
        adviezen = reflectie.adviezen if reflectie else ()
        return next((one for one in adviezen if not one.besluit), next(iter(adviezen), None))

    def prepare(self, regel: str) -> str:
        """A line comes under the thema of the row under the cursor, unless it names one itself."""
        names_thema = any(woord[:1] == "#" and woord[1:].isdigit() for woord in regel.split())
        thema = self._thema()
        return regel if names_thema or not thema else f"{regel} #{thema}"

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "Wat zegt de groep hierover? ==zo== is een advies, +a vraag a, @wie"

    def chosen(self) -> list[Record]:
        """Reflections and adviezen; a thema is changed or removed in its own step."""
        return [one for one in super().chosen() if not isinstance(one, Thema)]

    # What the keys do.

    def action_edit(self) -> None:
        """Write on in the reflection under the cursor; of an advies, say what was decided."""
        record = self.record(self.tabel.current_id)
        if isinstance(record, Reflectie) and self.zitting.veranderbaar:
            self._write(record)
        elif isinstance(record, Advies):
            self.edit_record(record, "besluit")
        elif record is not None:
            self.edit_record(record)

    def _write(self, reflectie: Reflectie) -> None:
        def keep(tekst: str) -> None:
            nieuw = replace(reflectie, tekst=tekst)
            self.doe("reflectie gewijzigd", lambda sessie: replace_records(sessie, [nieuw]))

        concept = Concept(self.zitting, f"{reflectie.id}.tekst", reflectie.tekst)
        write_tekst(self.app, f"Reflectie {self.zitting.omgeving.nummer(reflectie.id)}", concept, keep)

    def action_decide(self) -> None:
        """Say what was decided about an advies, by whom and when."""
        advies = self._advies()
        if advies:
            self.edit_record(advies, "besluit")
        else:
            self.meld("Hier staat nog geen advies. Zet == voor en achter een zin van de reflectie: ==zo==.", fout=True)

    def action_fields(self) -> None:
        """All fields of the reflection: its thema, the questions, who said it."""
        reflectie = self._reflectie()
        if reflectie:
            self.edit_record(reflectie, "thema")

    def action_move(self, plaatsen: int) -> None:
        """Move a reflection past its neighbour under the same thema."""
        reflectie = self.record(self.tabel.current_id)
        if not isinstance(reflectie, Reflectie):
            return
        bij = [one.id for one in self.reflecties if one.thema == reflectie.thema]
        naar = bij.index(reflectie.id) + plaatsen
        if 0 <= naar < len(bij):
            alle = [one.id for one in self.reflecties]
            afstand = alle.index(bij[naar]) - alle.index(reflectie.id)
            self.doe("reflectie verplaatst", lambda sessie: move_record(sessie, reflectie.id, afstand))
