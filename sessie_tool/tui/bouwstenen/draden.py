"""rode_draden: signals and the threads of that year at the left, rode draden at the right, each with its course."""

from typing import cast

from textual.binding import Binding

from sessie_tool.kern.bouwstenen.draad import EerdereDraad, RodeDraad, describe_loop, find_draden, weigh
from sessie_tool.kern.gelijkenis import Voorstel
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.voorganger import Gelijkenis, describe_eerder
from sessie_tool.tui.bouwstenen.clusteren import ClusterEditor
from sessie_tool.tui.bouwstenen.editor import Doe
from sessie_tool.tui.onderdelen.kiesscherm import KiesScherm
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.zitting import Zitting

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

    def __init__(self, zitting: Zitting, stap_id: str, doe: Doe) -> None:
        """Work on one step of an open session; changes go through `doe`."""
        super().__init__(zitting, stap_id, doe)
        self._gelijkenis = Gelijkenis()
        self._vervolgbaar: tuple[Omgeving, list[EerdereDraad]] | None = None

    def find_pool(self, omgeving: Omgeving) -> list[Record]:
        """The threads of that year, then the signals in none of those, then the signals that they carry."""
        bron = super().find_pool(omgeving)
        carried = {one for draad in bron if isinstance(draad, EerdereDraad) for one in draad.signalen}
        return sorted(bron, key=lambda one: one.id in carried) if carried else bron

    def origin(self, record: Record) -> str:
        """Where it comes from; of an earlier thread its own opgaven say more, of a carried signal its thread."""
        if isinstance(record, EerdereDraad):
            return ", ".join(record.opgaven) or super().origin(record) or record.afkomst
        return super().origin(record)

    def bundle_text(self, bundel: Record) -> str:
        """The title, and below it its course and of what it is the vervolg, or may be."""
        draad, omgeving = cast("RodeDraad", bundel), self.zitting.omgeving
        namen = [eerder.titel for eerder in find_draden(draad.vervolg_op, omgeving)]
        vervolg = f"↳ vervolg op {join_woorden(namen)}" if namen else self._describe_gelijkenis(draad)
        loop = describe_loop(draad, omgeving) if draad.draden or draad.vervolg_op else ""
        return "\n".join(deel for deel in (draad.titel, loop, vervolg) if deel)

    def _describe_gelijkenis(self, draad: RodeDraad) -> str:
        """'leek vorig jaar op: Het net zit vol (deelt 'net')': a suggestion; v decides."""
        voorstel = next(iter(self._gelijkenis.find(draad, self.zitting.omgeving, self._followable())), None)
        if voorstel is None or voorstel.zekerheid == "zwak" or not (voorstel.redenen.woorden or voorstel.redenen.delen):
            return ""
        eerder = self.zitting.omgeving.records[voorstel.id]
        return f"? lijkt op {describe_eerder(cast('EerdereDraad', eerder))} ({voorstel.redenen.zin}); v koppelt"

    def count(self, bundel: Record) -> str:
        """How many signals carry it, with those of the threads that it bundles."""
        draad, omgeving = cast("RodeDraad", bundel), self.zitting.omgeving
        delen = [format_aantal(len(draad.draden), "draad", "draden")] if draad.draden else []
        return " · ".join([*delen, format_aantal(weigh(draad, omgeving), *self.bundeling.INHOUD)])

    def action_follow(self) -> None:
        """Choose the earlier threads that the thread under the cursor goes on with."""
        draad = self.record(self.tabel.current_id)
        if not self.tabel.has_focus or not isinstance(draad, RodeDraad):
            self.meld("Ga met Tab naar een rode draad rechts; v zegt dan waarvan die het vervolg is.", fout=True)
            return
        eerdere = self._followable()
        if not eerdere:
            self.meld(GEEN_EERDERE, fout=True)
            return

        def tie(ids: frozenset[str] | None) -> None:
            vervolg = tuple(rij.id for rij in rows if ids and rij.id in ids)
            if ids is not None and vervolg != draad.vervolg_op:
                self._tie(draad, vervolg)

        omgeving = self.zitting.omgeving
        voorstellen = {one.id: one for one in self._gelijkenis.find(draad, omgeving, eerdere)}
        eerdere.sort(key=lambda one: list(voorstellen).index(one.id) if one.id in voorstellen else len(voorstellen))
        rows = [
            Tabelrij(one.id, omgeving.nummer(one.id), _with_redenen(one, voorstellen.get(one.id)), one.afkomst)
            for one in eerdere
        ]
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
        omgeving = self.zitting.omgeving
        if self._vervolgbaar is None or self._vervolgbaar[0] is not omgeving:
            eerdere = [one for one in omgeving.of_type(EerdereDraad.type_tag()) if isinstance(one, EerdereDraad)]
            this_year = {one.id for one in self.pool() if one.overgenomen} if eerdere else set()
            self._vervolgbaar = omgeving, [one for one in eerdere if one.id not in this_year]
        return list(self._vervolgbaar[1])


def _with_redenen(eerder: EerdereDraad, voorstel: Voorstel | None) -> str:
    """The title, and below it why it may be the one."""
    return f"{eerder.titel}\n{voorstel.zekerheid}: {voorstel.redenen.zin}" if voorstel else eerder.titel
