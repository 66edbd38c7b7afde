"""rode_draden: signals and the threads of that year at the left, rode draden at the right, each with its course."""

from collections.abc import Iterable
from typing import cast

from textual.binding import Binding

from sessie_tool.kern.bouwstenen.draad import EerdereDraad, RodeDraad, describe_loop, find_draden, weigh
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.tui.bouwstenen.clusteren import ClusterEditor
from sessie_tool.tui.onderdelen.kiesscherm import KiesScherm
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij

GEEN_EERDERE = (
    "Er staan hier geen draden van een vorige keer. Neem ze over in een stap met eerdere draden, of typ ze daar."
)


class VervolgScherm(KiesScherm):
    """Chooses earlier threads; mostly it is one, so Enter alone ties the one under the cursor, or unties it."""

    def outcome(self) -> frozenset[str]:
        """What was marked; without any change of marks also the row under the cursor, or no longer that one."""
        return self.gekozen ^ frozenset([self.lijst.current_id] if self.gekozen == self.begin else [])


class DraadEditor(ClusterEditor):
    """Clusters signals into threads; v says of which earlier thread one is the vervolg."""

    BINDINGS = [
        Binding("n", "new", "nieuwe draad", id="nieuwe_bundel"),
        Binding("g", "give", "in draad…", id="in_bundel"),
        Binding("v", "follow", "vervolg op…", id="vervolg_op"),
    ]

    def pool(self) -> Iterable[Record]:
        """The threads of that year, then the signals in none of those, then the signals that they carry."""
        bron = list(super().pool())
        carried = {one for draad in bron if isinstance(draad, EerdereDraad) for one in draad.signalen}
        return sorted(bron, key=lambda one: one.id in carried)

    def origin(self, record: Record) -> str:
        """Where it comes from; of an earlier thread its own opgaven say more, of a carried signal its thread."""
        if isinstance(record, EerdereDraad):
            return ", ".join(record.opgaven) or super().origin(record) or record.afkomst
        return super().origin(record)

    def bundle_text(self, bundel: Record) -> str:
        """The title, and below it its course and of what it is the vervolg."""
        draad, omgeving = cast("RodeDraad", bundel), self.zitting.omgeving
        if not draad.draden and not draad.vervolg_op:
            return draad.titel
        namen = [eerder.titel for eerder in find_draden(draad.vervolg_op, omgeving)]
        vervolg = f"↳ vervolg op {join_woorden(namen)}" if namen else ""
        return "\n".join(deel for deel in (draad.titel, describe_loop(draad, omgeving), vervolg) if deel)

    def count(self, bundel: Record) -> str:
        """How many signals carry it, with those of the threads that it bundles."""
        draad, omgeving = cast("RodeDraad", bundel), self.zitting.omgeving
        delen = [format_aantal(len(draad.draden), "draad", "draden")] if draad.draden else []
        return " · ".join([*delen, format_aantal(weigh(draad, omgeving), *self.bundeling.INHOUD)])

    def action_follow(self) -> None:
        """Choose the earlier threads that the thread under the cursor goes on with."""
        draad = self.record(self.tabel.current_id)
        if not self.tabel.has_focus or not isinstance(draad, RodeDraad):
            self.meld("Ga met Tab naar een rode draad rechts; v zegt dan waarvan die het vervolg is.")
            return
        eerdere = self._followable()
        if not eerdere:
            self.meld(GEEN_EERDERE)
            return

        def tie(ids: frozenset[str] | None) -> None:
            vervolg = tuple(rij.id for rij in rows if ids and rij.id in ids)
            if ids is not None and vervolg != draad.vervolg_op:
                self._tie(draad, vervolg)

        omgeving = self.zitting.omgeving
        rows = [Tabelrij(one.id, omgeving.nummer(one.id), one.titel, one.afkomst) for one in eerdere]
        titel = f"Waarvan is '{draad.titel}' het vervolg?"
        self.app.push_screen(VervolgScherm(titel, rows, frozenset(draad.vervolg_op)), tie)

    def _tie(self, draad: RodeDraad, vervolg: tuple[str, ...]) -> None:
        nieuw = replace(draad, vervolg_op=vervolg)
        aantal = format_aantal(len(vervolg), "eerdere draad", "eerdere draden")
        nummer = self.zitting.omgeving.nummer(draad.id)
        wat = f"rode draad {nummer} is een vervolg op {aantal}" if vervolg else f"rode draad {nummer} is geen vervolg"
        self.doe(wat, lambda sessie: replace_records(sessie, [nieuw]))

    def _followable(self) -> list[EerdereDraad]:
        """The threads of an earlier session like this one, and those that were typed; never one of this year."""
        this_year = {one.id for one in self.pool() if one.overgenomen}
        eerdere = self.zitting.omgeving.of_type(EerdereDraad.type_tag())
        return [one for one in eerdere if isinstance(one, EerdereDraad) and one.id not in this_year]
