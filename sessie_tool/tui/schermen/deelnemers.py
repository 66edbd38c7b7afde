"""DeelnemersScherm: who takes part, who is there, and who may be named."""

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.deelnemer import Deelnemer, parse_deelnemer
from sessie_tool.kern.deelnemerslijst import Deelnemerslijst, is_known, read_deelnemerslijst
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import new_id
from sessie_tool.opslag.versies import INLEZEN
from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.lijstvenster import Lijstvenster
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.regelinvoer import RegelInvoer
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel
from sessie_tool.zitting import Zitting


class DeelnemersScherm(Lijstvenster[None]):
    """A list of participants above a line to type them in."""

    AUTO_FOCUS = "#invoer"

    BINDINGS = [
        Binding("a", "flip('aanwezig')", "aanwezig"),
        Binding("m", "flip('mag_genoemd')", "mag genoemd"),
        Binding("enter", "edit", "bewerken"),
        Binding("delete", "remove", "verwijderen"),
    ]

    def __init__(self, zitting: Zitting) -> None:
        """Show the participants of an open session."""
        super().__init__()
        self.zitting = zitting

    def compose(self) -> ComposeResult:
        """The list, the input line and the keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Deelnemers"
            yield Static("", id="uitleg", classes="hulp")
            yield Zoekregel("de deelnemers")
            yield RecordTabel(kenmerken=60, deel=0.62, id="deelnemers")
            with Horizontal(id="invoerregel"):
                yield Static("›", id="teken")
                invoer = RegelInvoer(self.take_regels, id="invoer")
                invoer.placeholder = "Naam; rol; organisatie   (plakken van een lijst kan ook)"
                yield invoer
            yield Meldregel()

    def on_mount(self) -> None:
        """Show who there is."""
        self.show()

    def show(self) -> None:
        """Show the participants as they are now."""
        deelnemers = self.zitting.sessie.deelnemers
        rijen = [Tabelrij(one.id, str(nummer), one.naam, _kenmerken(one)) for nummer, one in enumerate(deelnemers, 1)]
        hits = search_rows(rijen, self.zoek)
        self.tabel.show_rows(hits)
        aanwezig = sum(one.aanwezig for one in deelnemers)
        kop = f"{format_aantal(len(deelnemers), 'deelnemer', 'deelnemers')}, {aanwezig} aanwezig. "
        naar_lijst = "Met ↑ naar de lijst: a is aanwezig of niet, m is mag genoemd of niet."
        kop += naar_lijst if deelnemers else "Typ hieronder wie er zijn, één per regel, of plak een lijst."
        rollen = ", ".join(self.zitting.sessie.rollen)
        kop += f"\nRollen in deze sessie: {rollen}." if rollen else ""
        kop += (
            "\nNiemand gevonden. Pas de zoekwoorden aan, of druk op Esc om iedereen te zien."
            if rijen and not hits
            else ""
        )
        self.query_one("#uitleg", Static).update(Content(kop))

    def _apply(self, omschrijving: str, deelnemers: list[Deelnemer]) -> bool:
        """Keep these participants; whether that could be done."""
        nieuw = tuple(deelnemers)
        return self.probeer(lambda: self.zitting.apply(omschrijving, lambda sessie: replace(sessie, deelnemers=nieuw)))

    def take_regels(self, gegeven: list[str]) -> None:
        """A line becomes a participant, a pasted list many; who is there already is said, not added."""
        regels = [regel for regel in gegeven if regel.strip()]
        if not regels:
            return
        bekend = self.zitting.sessie.deelnemers
        lijst = self._read(regels, bekend)
        wat = format_aantal(len(lijst.deelnemers), "deelnemer toegevoegd", "deelnemers toegevoegd")
        if len(lijst.deelnemers) > 1:
            self.zitting.keep_versie(INLEZEN)
        if lijst.deelnemers and not self._apply(wat, [*bekend, *lijst.deelnemers]):
            self.query_one(RegelInvoer).give_back(regels)
        elif lijst.bevindingen or len(regels) > 1:
            zinnen = " ".join(str(one) for one in lijst.bevindingen)
            self.meld(f"{wat}. {zinnen}".strip(), fout=bool(zinnen))
        self.tabel.to_last()

    def _read(self, regels: list[str], bekend: tuple[Deelnemer, ...]) -> Deelnemerslijst:
        """One typed line holds a name as it is; in a pasted list a comma or a tab may stand between the cells."""
        if len(regels) > 1:
            return read_deelnemerslijst("\n".join(regels), bekend, new_id)
        nieuw = parse_deelnemer(regels[0], new_id())
        if is_known(nieuw, bekend):
            return Deelnemerslijst((), (Bevinding(f"'{nieuw.naam}' staat er al.", "Typ er een organisatie bij."),))
        return Deelnemerslijst((nieuw,), ())

    def action_flip(self, name: str) -> None:
        """Turn a yes into a no, or back, for the chosen participants."""
        chosen = set(self.tabel.chosen_ids)
        old = self.zitting.sessie.deelnemers
        new = [
            msgspec.structs.replace(one, **{name: not getattr(one, name)}) if one.id in chosen else one for one in old
        ]
        self._apply(format_aantal(len(chosen), "deelnemer gewijzigd", "deelnemers gewijzigd"), new)

    def action_remove(self) -> None:
        """Remove the chosen participants."""
        chosen = set(self.tabel.chosen_ids)
        self._apply(
            format_aantal(len(chosen), "deelnemer verwijderd", "deelnemers verwijderd"),
            [one for one in self.zitting.sessie.deelnemers if one.id not in chosen],
        )

    def action_edit(self) -> None:
        """Open the participant under the cursor in a form."""
        record = next((one for one in self.zitting.sessie.deelnemers if one.id == self.tabel.current_id), None)

        def keep(new: Record | None) -> None:
            if isinstance(new, Deelnemer):
                old = self.zitting.sessie.deelnemers
                self._apply("deelnemer gewijzigd", [new if one.id == new.id else one for one in old])

        if record is not None:
            bewerkbaar = self.zitting.veranderbaar
            formulier = Formulier(
                record, self.zitting.omgeving, "Deelnemer", bewerkbaar=bewerkbaar, houder=self.zitting
            )
            self.app.push_screen(formulier, keep)

    def close_venster(self) -> None:
        """Back to the session."""
        self.dismiss(None)


def _kenmerken(deelnemer: Deelnemer) -> str:
    delen = [deelnemer.rol, deelnemer.organisatie]
    delen += [] if deelnemer.aanwezig else ["afwezig"]
    delen += ["mag genoemd"] if deelnemer.mag_genoemd else []
    return " · ".join(deel for deel in delen if deel)
