"""Privacywerk: from the list of sessions to names that go for good, and to what is older than its term."""

from collections.abc import Callable

from textual.screen import Screen

from sessie_tool.fouten import GebruikError
from sessie_tool.kern.bewaren import Termijnen, Verlopen
from sessie_tool.kern.naamloos import Verzoek
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.bewaartermijn import read_termijnen, read_verlopen, set_termijnen
from sessie_tool.opslag.rijen import Rij
from sessie_tool.tui.lijstwerk import Lijstwerk
from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster

KEUZES = ("Namen voorgoed weghalen uit '{titel}'", "Wat ouder is dan de bewaartermijn", "De bewaartermijn kiezen")
PAST = 8
"""So many ids fit in the message line of the smallest screen."""
WEG = "De namen zijn weg. Kijk zelf in exports of er nog verslagen met namen staan."
VRAAG = (
    "Typ twee getallen: na hoeveel maanden horen de namen weg, en na hoeveel maanden een hele sessie? 0 is nooit. Er "
    "gaat niets vanzelf weg."
)


class Privacywerk:
    """Asks and does it, for a list."""

    def __init__(self, scherm: Screen[None], werk: Lijstwerk) -> None:
        """Work for the list on a screen; `werk` does what needs the disk."""
        self._scherm, self._werk = scherm, werk

    def begin(self, rij: Rij | None) -> None:
        """Choose what to do; `rij` is the session under the cursor."""
        keuzes: dict[str, Callable[[], None]] = {KEUZES[1]: self._show_verlopen, KEUZES[2]: self._ask_termijnen}
        if rij:
            keuzes = {KEUZES[0].format(titel=rij.titel): lambda: self._plan(rij.id), **keuzes}

        def chosen(plaats: int | None) -> None:
            if plaats is not None:
                list(keuzes.values())[plaats]()

        self._scherm.app.push_screen(Kiesvenster("Namen en bewaren", list(keuzes)), chosen)

    # Names for good.

    def _plan(self, sessie_id: str) -> None:
        from sessie_tool.opslag.anonimiseren import Plan
        from sessie_tool.tui.schermen.namenweg import Besluit, NamenwegScherm

        def show(plan: Plan) -> None:
            def decided(besluit: Besluit | None) -> None:
                if besluit:
                    self._carry_out(sessie_id, besluit.verzoek, met_exports=besluit.met_exports)

            self._scherm.app.push_screen(
                NamenwegScherm(plan, lambda verzoek, klaar: self._read_plan(sessie_id, verzoek, klaar)), decided
            )

        self._read_plan(sessie_id, Verzoek(), show)

    def _read_plan(self, sessie_id: str, verzoek: Verzoek, klaar: Callable[..., None]) -> None:
        from sessie_tool.opmaak.plat import read_plat
        from sessie_tool.opslag.anonimiseren import make_plan

        self._werk.read(lambda: make_plan(self._werk.werkmap, sessie_id, verzoek, read_plat), klaar)

    def _carry_out(self, sessie_id: str, verzoek: Verzoek, *, met_exports: bool) -> None:
        from sessie_tool.opmaak.plat import read_plat
        from sessie_tool.opslag.anonimiseren import Nu, anonimiseer, make_plan, remove_exports
        from sessie_tool.opslag.elders import find_elders, tell_elders

        def look() -> list[str]:
            plan = make_plan(self._werk.werkmap, sessie_id, verzoek, read_plat)
            return find_elders(self._werk.werkmap, sessie_id, plan.naamloos)

        def do() -> None:
            plan = anonimiseer(self._werk.werkmap, sessie_id, verzoek, Nu(now, new_id), read_plat)
            if met_exports:
                remove_exports(self._werk.werkmap, plan)

        def looked(elders: list[str]) -> None:
            self._werk.change(do, f"{WEG} {tell_elders(elders, PAST)}".strip())

        self._werk.read(look, looked)

    # Terms.

    def _show_verlopen(self) -> None:
        def show(verlopen: list[Verlopen]) -> None:
            def chosen(plaats: int | None) -> None:
                if plaats is not None:
                    self._offer(verlopen[plaats])

            if verlopen:
                self._scherm.app.push_screen(
                    Kiesvenster("Ouder dan de bewaartermijn", [_describe(one) for one in verlopen]), chosen
                )
            else:
                self._werk.meld("Er is niets ouder dan de bewaartermijn, of er is nog geen termijn gekozen (F5).")

        sessies = self._werk.werkmap.sessies
        self._werk.read(lambda: read_verlopen(sessies, now().date().isoformat()), show)

    def _offer(self, een: Verlopen) -> None:
        if een.wat == "namen":
            self._plan(een.sessie.id)
        else:
            self._werk.meld(f"Deze sessie mag weg. Dat gaat met: sessie verwijder {een.sessie.id} --voorgoed")

    def _ask_termijnen(self) -> None:
        sessies = self._werk.werkmap.sessies

        def show(nu: Termijnen) -> None:
            self._scherm.app.push_screen(Vraagvenster("Bewaartermijn", VRAAG, f"{nu.namen} {nu.sessies}"), typed)

        def typed(regel: str | None) -> None:
            if regel is None:
                return
            try:
                termijnen = parse_termijnen(regel)
            except GebruikError as fout:
                self._werk.meld(str(fout), fout=True)
            else:
                self._werk.change(lambda: set_termijnen(sessies, termijnen), "De bewaartermijn is bewaard.")

        self._werk.read(lambda: read_termijnen(sessies), show)


def parse_termijnen(regel: str) -> Termijnen:
    """'24 84' → the terms.

    Raises:
        GebruikError: these are not two numbers.
    """
    delen = regel.split()
    if len(delen) != 2 or not all(one.isascii() and one.isdigit() and len(one) < 5 for one in delen):
        raise GebruikError("Typ twee getallen met een spatie ertussen, zoals 24 84. Er is niets veranderd.")
    return Termijnen(int(delen[0]), int(delen[1]))


def _describe(een: Verlopen) -> str:
    wat = "namen horen weg" if een.wat == "namen" else "sessie hoort weg"
    return f"{een.sessie.datum}  {een.sessie.titel}: {wat} sinds {een.sinds}"
