"""Formulier: every field of a record on one screen, made from the fields' declarations."""

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static, TextArea

from sessie_tool.kern.omgeving import Omgeving, references
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_datum_kort, format_geld
from sessie_tool.kern.veld import Veld, default_of, holds_many, velden
from sessie_tool.tui.onderdelen.concept import PAUZE, Concept, Houder, Nergens, Uitstel
from sessie_tool.tui.onderdelen.keuzelijst import Keuzelijst
from sessie_tool.tui.onderdelen.tekstvak import Tekstvak
from sessie_tool.tui.onderdelen.veldinvoer import Regelvak, Veldinvoer
from sessie_tool.tui.onderdelen.venster import Venster

GETYPT: dict[str, Callable[..., Tekstvak | Regelvak]] = {"tekst": Tekstvak, "regel": Regelvak}
"""The shapes of text that a person writes: kept while it is written."""


class Formulier(Venster[Record | None]):
    """Change a record. Closing keeps what was typed; one undo in the session brings the old values back."""

    UITLEG = (
        "Verander wat u wilt; sluiten bewaart het. Tab gaat naar het volgende veld en Shift+Tab naar het vorige. "
        "Spijt? Ctrl+Z in de sessie haalt terug wat er stond."
    )

    BINDINGS = [
        Binding("escape", "keep", "bewaren en sluiten"),
        Binding("ctrl+s", "keep", "bewaren en sluiten", show=False),
        Binding("f5", "write", "groot schrijven", id="schrijven"),
    ]

    def __init__(
        self,
        record: Record,
        omgeving: Omgeving,
        titel: str,
        *,
        bewerkbaar: bool = True,
        houder: Houder | None = None,
        naam: str = "",
        begin: str = "",
    ) -> None:
        """Show the fields of a record.

        Args:
            record: the record.
            omgeving: what it can refer to.
            titel: says in words what it is.
            bewerkbaar: whether the fields can be changed; else they are only read.
            houder: keeps the long texts while they are written (an open Zitting).
            naam: under which they are kept; the record's id, unless that is new every time.
            begin: the field in which one begins; the first one unless it is named.
        """
        super().__init__()
        self._record = record
        self._omgeving = omgeving
        self._titel = titel
        self._bewerkbaar = bewerkbaar
        self._eerste = begin
        getypt = {one: GETYPT[veld.vorm] for one, veld in velden(type(record)).items() if veld.vorm in GETYPT}
        teksten = {one: getattr(record, one) for one in getypt if bewerkbaar and isinstance(getattr(record, one), str)}
        self._concepten = {
            one: Concept(houder or Nergens(), f"{naam or record.id}.{one}", tekst) for one, tekst in teksten.items()
        }
        self._uitstel = {one: Uitstel(self, PAUZE, partial(self._keep_concept, one)) for one in teksten}
        self._vakken = {one: getypt[one](tekst, id=f"veld-{one}") for one, tekst in teksten.items()}
        self._begin = {one: vak.text for one, vak in self._vakken.items()}  # line ends as the field has them

    def compose(self) -> ComposeResult:
        """A label, a widget and help per field."""
        with Vertical(id="venster") as venster:
            venster.border_title = Content(self._titel)
            venster.border_subtitle = Content(self._describe_keys())
            with VerticalScroll(can_focus=not self._bewerkbaar):
                for name, veld in self._fields.items():
                    yield Label(Content(veld.label), classes="label")
                    widget = self._widget(name, veld)
                    widget.disabled = not self._bewerkbaar
                    yield widget
                    if veld.hulp:
                        yield Static(Content(veld.hulp), classes="hulp")
            yield Static("", id="fout", markup=False)

    def on_mount(self) -> None:
        """Begin in the first field; what is only read scrolls with the arrow keys."""
        eerste = self._eerste or type(self._record).hoofdveld()
        self._bring_back()
        begin = self.query_one(f"#veld-{eerste}" if self._bewerkbaar else "VerticalScroll")
        begin.focus(scroll_visible=False)
        if self._eerste:
            self.call_after_refresh(begin.scroll_visible, animate=False)
        else:
            self.call_after_refresh(self.query_one(VerticalScroll).scroll_home, animate=False)

    def _describe_keys(self) -> str:
        if not self._bewerkbaar:
            return "alleen lezen · Esc: terug"
        heeft_ruimte = any(isinstance(vak, Tekstvak) for vak in self._vakken.values())
        return f"Tab: volgend veld · {'F5: groot schrijven · ' * heeft_ruimte}Esc: bewaren en sluiten"

    # Long texts.

    def _bring_back(self) -> None:
        """Go on with the texts that were not in the session yet when the program stopped."""
        terug = []
        for name, concept in self._concepten.items():
            if concept.read() != concept.begin:
                self._vakken[name].change_to(concept.read())
                terug.append(velden(type(self._record))[name].label)
        if terug:
            self._meld(f"Nog niet af toen het programma stopte: {', '.join(terug)}. De tekst staat er weer.")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep a text that is being written, once it is quiet."""
        self._uitstel[(event.text_area.id or "").removeprefix("veld-")].wake()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep a text of one line in the same way."""
        if uitstel := self._uitstel.get((event.input.id or "").removeprefix("veld-")):
            uitstel.wake()

    def _keep_concept(self, name: str) -> None:
        self._concepten[name].keep(self._vakken[name].text)

    def on_unmount(self) -> None:
        """However the program ends: what was typed is kept."""
        for uitstel in self._uitstel.values():
            uitstel.flush()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's own
        """There is room to write for a text only."""
        return action != "write" or (self._bewerkbaar and isinstance(self.focused, Tekstvak))

    def action_write(self) -> None:
        """Write the text of the field on a screen of its own."""
        from sessie_tool.tui.onderdelen.schrijfscherm import SchrijfScherm  # only for who writes a long text

        vak = self.focused
        if not isinstance(vak, Tekstvak):
            return
        name = (vak.id or "").removeprefix("veld-")

        def back(tekst: str | None) -> None:
            if tekst is not None:
                vak.change_to(tekst)

        titel = f"{self._titel} · {velden(type(self._record))[name].label}"
        self.app.push_screen(SchrijfScherm(titel, vak.text, self._concepten[name].keep), back)

    # The fields.

    @property
    def _fields(self) -> dict[str, Veld]:
        """The fields to fill in; without a huis van sturing there are no doelstellingen to choose from."""
        fields = velden(type(self._record))
        return {name: veld for name, veld in fields.items() if not self._has_no_options(name, veld)}

    def _has_no_options(self, name: str, veld: Veld) -> bool:
        many = holds_many(type(self._record), name)
        return veld.vorm == "doelstelling" and many and not self._omgeving.options(veld)

    def _widget(self, name: str, veld: Veld) -> Widget:
        value = getattr(self._record, name)
        wid = f"veld-{name}"
        if name in self._vakken:
            return self._vakken[name]
        if veld.vorm in GETYPT:
            return GETYPT[veld.vorm](self._show(veld, value), id=wid)
        if veld.vorm == "keuze":
            keuzes = [(keuze, keuze) for keuze in veld.keuzes]
            blank = default_of(type(self._record), name) == "" or value not in veld.keuzes
            known = value if value in veld.keuzes else Select.NULL
            return Select(keuzes, value=known, prompt="(niet gekozen)", allow_blank=blank, id=wid, compact=True)
        if veld.vorm == "janee":
            return Keuzelijst([veld.label], (veld.label,) if value else (), id=wid)
        if veld.vorm in ("opgave", "doelstelling") and isinstance(value, tuple):
            return Keuzelijst(list(dict.fromkeys((*self._omgeving.options(veld), *value))), value, id=wid)
        return Veldinvoer(self._show(veld, value), id=wid, compact=True)

    def _show(self, veld: Veld, value: Any) -> str:
        if veld.vorm == "verwijzing":
            ids = (value,) if isinstance(value, str) and value else value or ()
            return ", ".join(self._omgeving.nummer(one) for one in ids)
        if veld.vorm == "datum":
            return format_datum_kort(value)
        if veld.vorm == "geld" and value is not None:
            return format_geld(value)
        if isinstance(value, tuple):
            return "; ".join(value)
        return "" if value is None else str(value)

    def action_keep(self) -> None:
        """Close with the new values; stay when a value cannot be understood."""
        if not self._bewerkbaar:
            self.dismiss(None)
            return
        values: dict[str, Any] = {}
        fouten = []
        for name, veld in self._fields.items():
            value = self._read(name, veld)
            getypt = self._typed(name)
            if value is None and (getypt or default_of(type(self._record), name) is not None):
                fouten.append(f"{veld.label}: '{getypt}' is niet bekend.")
            values[name] = value
        if fouten:
            self._meld(" ".join(fouten) + " Pas het aan of maak het veld leeg.")
            return
        for name, concept in self._concepten.items():
            self._uitstel[name].cancel()
            concept.forget()
        new = msgspec.structs.replace(self._record, **values)
        self.dismiss(None if new == self._record else new)

    def _typed(self, name: str) -> str:
        """What stands in a field of one line."""
        widget = self.query_one(f"#veld-{name}")
        return widget.value.strip() if isinstance(widget, Input) else ""

    def _meld(self, tekst: str) -> None:
        self.query_one("#fout", Static).update(Content(tekst))

    def _read(self, name: str, veld: Veld) -> Any:
        """The value in a field's widget; None when it cannot be understood."""
        widget = self.query_one(f"#veld-{name}")
        if isinstance(widget, TextArea):
            return getattr(self._record, name) if widget.text == self._begin.get(name) else widget.text
        if isinstance(widget, Select):
            return widget.value if isinstance(widget.value, str) else default_of(type(self._record), name)
        if isinstance(widget, Keuzelijst):
            return bool(widget.gekozen) if veld.vorm == "janee" else widget.gekozen
        tekst = widget.value if isinstance(widget, Input) else ""
        return self._parse(name, veld, tekst)

    def _parse(self, name: str, veld: Veld, tekst: str) -> Any:
        if tekst == self._show(veld, getattr(self._record, name)):
            return getattr(self._record, name)
        many = holds_many(type(self._record), name)
        if veld.vorm == "verwijzing":
            return self._parse_verwijzing(veld, tekst, many=many)
        if many:
            return tuple(deel.strip() for deel in tekst.split(";") if deel.strip())
        if veld.vorm in ("datum", "getal", "geld"):
            kaal = tekst.strip()
            return self._omgeving.match(veld, kaal) if kaal else default_of(type(self._record), name)
        return tekst

    def _parse_verwijzing(self, veld: Veld, tekst: str, *, many: bool) -> Any:
        known = {self._omgeving.nummer(one): one for one in references(self._record)}
        delen = tekst.replace(";", ",").replace(" ", ",").split(",")
        ids: list[Any] = [self._omgeving.match(veld, deel) or known.get(deel) for deel in delen if deel]
        if None in ids:
            return None
        return tuple(dict.fromkeys(ids)) if many else (ids or [""])[0]
