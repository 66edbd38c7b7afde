"""koers: the rode draden with most dots first; Enter fills in the koers of the one under the cursor."""

from collections.abc import Sequence

from sessie_tool.kern.bouwstenen.koers import Koersbepaling
from sessie_tool.kern.bouwstenen.stem import standing
from sessie_tool.kern.bouwstenen.stemronden import Stemronden
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import add_records
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij


class KoersEditor(Editor):
    """A row per rode draad with its koers."""

    def rows(self) -> Sequence[Tabelrij]:
        """The threads, chosen ones first, then by dots."""
        omgeving = self.zitting.omgeving
        draden = sorted(omgeving.of_type("rode_draad"), key=lambda draad: self._rank(draad.id))
        return [Tabelrij(one.id, omgeving.nummer(one.id), self._text(one), self._status(one.id)) for one in draden]

    def begin(self) -> None:
        """At the first thread."""

    def _stem(self, draad_id: str) -> tuple[bool, int]:
        """Whether a thread is chosen, and its dots; those that are hidden in their own step are hidden here too."""
        stemmen = [one for one in standing(self.zitting.omgeving) if one.onderwerp == draad_id]
        inhoud = [stap.bouwsteen for stap in self.zitting.sessie.stappen]
        verborgen = any(isinstance(een, Stemronden) and een.verborgen for een in inhoud)
        return any(one.gekozen for one in stemmen), 0 if verborgen else sum(one.stippen for one in stemmen)

    def _rank(self, draad_id: str) -> tuple[bool, int]:
        gekozen, stippen = self._stem(draad_id)
        return not gekozen, -stippen

    def _koers(self, draad_id: str) -> list[Koersbepaling]:
        return [one for one in self.bouwsteen.records if isinstance(one, Koersbepaling) and draad_id in one.draden]

    def _text(self, draad: Record) -> str:
        regels = [f"  {one.wijziging or one.ambitie or one.waarom}" for one in self._koers(draad.id)]
        return "\n".join([draad.hoofdtekst, *(regel for regel in regels if regel.strip())])

    def _status(self, draad_id: str) -> str:
        gekozen, stippen = self._stem(draad_id)
        delen = [f"bijstellen: {one.bijstellen or '?'}" for one in self._koers(draad_id)] or ["nog geen koers"]
        delen += [f"{stippen} ●"] if stippen else []
        return " · ".join(delen + (["gekozen"] if gekozen else []))

    def empty_text(self) -> str:
        """What to do when there are no threads."""
        return "Er zijn nog geen rode draden. Maak ze eerst in een eerdere stap (Ctrl+B: vorige stap)."

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "Wat verandert er? !ja !nee @wie besluit"

    def prepare(self, regel: str) -> str:
        """A line is about the thread under the cursor, unless it names one itself."""
        names_draad = any(woord[:1] == "+" and woord[1:].isdigit() for woord in regel.split())
        nummer = self.zitting.omgeving.nummer(self.tabel.current_id) if self.tabel.current_id else ""
        return regel if names_draad or not nummer else f"{regel} +{nummer}"

    def after_regels(self, records: list[Record]) -> None:
        """Stay at the thread."""

    def action_edit(self) -> None:
        """Fill in the koers of the thread under the cursor."""
        draad_id = self.tabel.current_id
        if not draad_id:
            return
        known = self._koers(draad_id)
        if known:
            self.edit_record(known[-1])
            return

        def keep(new: Record | None) -> None:
            if new is not None:
                self.doe("koers ingevuld", lambda sessie: add_records(sessie, self.stap_id, [new]))

        fresh = Koersbepaling(id=new_id(), draden=(draad_id,))
        titel = f"Koers bij {self.zitting.omgeving.noem(draad_id)}"
        formulier = Formulier(
            fresh,
            self.zitting.omgeving,
            titel,
            bewerkbaar=self.zitting.veranderbaar,
            houder=self.zitting,
            naam=f"{self.stap_id}.{draad_id}",
        )
        self.app.push_screen(formulier, keep)

    def chosen(self) -> list[Record]:
        """The koers of the chosen threads: that is what is changed or removed here, never the thread."""
        return [koers for draad_id in self.tabel.chosen_ids for koers in self._koers(draad_id)]

    def action_move(self, plaatsen: int) -> None:
        """Threads are moved in their own step, not here."""
