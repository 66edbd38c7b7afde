"""Zitting: the one owner of an open session. Used by the screen and by `invoer` alike.

Every change gives a new value at once; two threads bring it to the disk (opslag/schrijver.py). Moments and ids are
passed in.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Self

import msgspec

from sessie_tool.fouten import OpslagError, RegelError, SessieToolError
from sessie_tool.kern.boom import clean, from_tree, to_tree
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.geschiedenis import Geschiedenis, Mutatie, Soort, Turn, do_again, take_back, turn_with_status
from sessie_tool.kern.groei import Groei
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import describe_getypt
from sessie_tool.kern.sessie import Sessie, environment, require_open, with_bouwsteen
from sessie_tool.kern.taal import whole_text
from sessie_tool.kern.verschil import diff
from sessie_tool.kern.vervanging import Vervanging
from sessie_tool.opslag.bestand import Meta
from sessie_tool.opslag.boombouw import grow_tree, take_fresh
from sessie_tool.opslag.invoer import Invoer
from sessie_tool.opslag.journaal import Journaal
from sessie_tool.opslag.keten import Keten, entry_id
from sessie_tool.opslag.laden import Geladen, load
from sessie_tool.opslag.openen import open_sessie
from sessie_tool.opslag.schrijver import Schrijver
from sessie_tool.opslag.staat import read_concept
from sessie_tool.opslag.stam import grow_stam, put_apart
from sessie_tool.opslag.stand import Opslagstand
from sessie_tool.opslag.versies import INLEZEN, Tevoren
from sessie_tool.opslag.volgen import Volger
from sessie_tool.opslag.werkmap import Werkmap

replace = msgspec.structs.replace
Clock = Callable[[], datetime]

VEEL = 20
"""More lines than these at once come from somewhere else: then the session is kept as it was before."""

__all__ = ["Opslagstand", "Zitting"]


class Zitting:
    """An open session. Changes come from one thread.

    Attributes:
        sessie: its value now.
        opgaven: the werkmap's list.
        doelstellingen: those of the werkmap's huis van sturing.
        bevindingen: what was found or repaired when it was opened.
        volger: sees what someone else writes in it, when it is open only to read.
    """

    def __init__(
        self, geladen: Geladen, werkmap: Werkmap, *, clock: Clock, new_id: NewId, schrijver: Schrijver | None
    ) -> None:
        """Use `open` or `lees`."""
        self.sessie = geladen.sessie
        self.opgaven, gevonden = werkmap.read_opgaven()
        self.doelstellingen = werkmap.doelstellingen()
        self.bevindingen = (*geladen.bevindingen, *gevonden)
        self._geladen = geladen
        self._boom = geladen.boom
        self._meta = geladen.meta
        self.gewijzigd = geladen.meta.bewaard  # when something last changed before this sitting
        self._clock = clock
        self._new_id = new_id
        self._token = new_id()
        self._schrijver = schrijver
        self._verleden: Geschiedenis | None = None
        self._gedaan: list[Mutatie] = []
        self.volger: Volger | None = None
        self._omgeving: tuple[Sessie, Omgeving] | None = None

    @classmethod
    def open(cls, werkmap: Werkmap, sessie_id: str, *, clock: Clock, new_id: NewId, overnemen: bool = False) -> Self:
        """Open a session for writing; only for reading where it cannot be written (`bevindingen` says why).

        Raises:
            BezetError: someone else has it open; `overnemen` takes it over.
            OpslagError: it is not there, or nothing good of it is left.
        """
        geladen, schrijver = open_sessie(werkmap.find(sessie_id), clock=clock, new_id=new_id, overnemen=overnemen)
        return cls(geladen, werkmap, clock=clock, new_id=new_id, schrijver=schrijver)

    @classmethod
    def lees(cls, werkmap: Werkmap, sessie_id: str, *, clock: Clock, new_id: NewId) -> Self:
        """Open a session only to read it; its `volger` sees what someone else writes in it.

        Raises:
            OpslagError: it is not there, or nothing good of it is left.
        """
        pad = werkmap.find(sessie_id)
        geladen = load(pad)
        zitting = cls(geladen, werkmap, clock=clock, new_id=new_id, schrijver=None)
        zitting.volger = Volger(pad, geladen, clock())
        return zitting

    def follow(self, geladen: Geladen) -> None:
        """Show a session that is only read as someone else made it meanwhile."""
        self.sessie, self._geladen, self._boom, self._meta = geladen.sessie, geladen, geladen.boom, geladen.meta

    @property
    def alleen_lezen(self) -> bool:
        """Whether this session cannot be changed here."""
        return self._schrijver is None

    @property
    def veranderbaar(self) -> bool:
        """Whether a change would be taken: not in a session to read, nor in one that is vastgesteld."""
        return not self.alleen_lezen and self.sessie.status != "vastgesteld"

    @property
    def omgeving(self) -> Omgeving:
        """What the bouwstenen can look up; made once per value."""
        if self._omgeving is None or self._omgeving[0] is not self.sessie:
            self._omgeving = (self.sessie, environment(self.sessie, self.opgaven, doelstellingen=self.doelstellingen))
        return self._omgeving[1]

    # Changing

    def note_apart(self, ander: Meta) -> None:
        """Note another version that is brought together with this one, so that it does not come back as a copy."""
        self._meta = put_apart(self._meta, [ander.laatste])

    def keep_versie(self, aanleiding: str) -> None:
        """Keep the session as it is now as a version, before a change of many records; see opslag/versies.py."""
        if self._schrijver:
            self._schrijver.keep_before(Tevoren(self._boom, self._meta, aanleiding))

    def apply(self, omschrijving: str, change: Callable[[Sessie], Sessie], soort: Soort = "doe") -> None:
        """Make one change, which one undo takes back. Returns at once; never waits for the disk.

        Raises:
            VastgesteldError: the session is vastgesteld.
            OpslagError: the session is open only for reading.
        """
        self._require_writable()
        require_open(self.sessie)
        self._record(soort, omschrijving, change(self.sessie))

    def decide(self, omschrijving: str, vervangingen: tuple[Vervanging, ...]) -> None:
        """Keep decisions for the open version, also of a vastgestelde session: its content stays as it is."""
        self._require_writable()
        self._record("doe", omschrijving, replace(self.sessie, vervangingen=vervangingen))

    def type_regel(self, stap_id: str, regel: str) -> Record:
        """Take one typed line into a step; gives the record that was made or changed.

        Raises:
            RegelError: the line cannot be understood; nothing was changed.
        """
        records, geweigerd = self.type_regels(stap_id, [regel])
        if geweigerd:
            raise RegelError(geweigerd[0][1])
        if not records:
            raise RegelError("Typ eerst een regel.")
        return records[0]

    def type_regels(self, stap_id: str, regels: Sequence[str]) -> tuple[list[Record], list[tuple[str, str]]]:
        """Take many lines into a step as one change; empty lines are passed over.

        Returns:
            The records that were made or changed, and the lines that were refused with the reason.
        """
        self._require_writable()
        require_open(self.sessie)
        bouwsteen = self.sessie.stap(stap_id).bouwsteen
        gemaakt, geweigerd = [], []
        moment = self._clock().isoformat(timespec="seconds")
        groei = Groei(self.sessie, stap_id, replace(self.omgeving, moment=moment), self.doelstellingen)
        for regel in filter(str.strip, map(whole_text, regels)):
            try:
                bouwsteen, record = bouwsteen.apply_regel(regel, groei.omgeving(bouwsteen), self._new_id())
            except RegelError as error:
                geweigerd.append((regel, str(error)))
            else:
                gemaakt.append(record)
        if gemaakt:
            omschrijving = describe_getypt(gemaakt, self.omgeving)
            if len(gemaakt) > VEEL:
                self.keep_versie(INLEZEN)
            self._record("doe", omschrijving, with_bouwsteen(self.sessie, stap_id, bouwsteen))
        return gemaakt, geweigerd

    def undo(self) -> str:
        """Take the last change back; gives what it was, "" when there is nothing.

        Raises:
            VastgesteldError: the session was vastgesteld in an earlier sitting.
            SessieToolError: the change does not fit on the session any more; nothing was changed.
        """
        return self._turn("ongedaan", self._history().gedaan, take_back, "na")

    def redo(self) -> str:
        """Do again what was taken back last; gives what it was, "" when there is nothing."""
        return self._turn("opnieuw", self._history().teruggenomen, do_again, "voor")

    def _turn(self, soort: Soort, stapel: tuple[Mutatie, ...], turn: Turn, kant: str) -> str:
        self._require_writable()
        if self._geladen.sessie.status == "vastgesteld" and not (stapel and stapel[-1].is_besluit):
            require_open(self.sessie)
        if not stapel:
            return ""
        mutatie = stapel[-1]
        self._record(soort, mutatie.omschrijving, turn_with_status(turn, self.sessie, mutatie, self._boom, kant))
        return mutatie.omschrijving

    def _record(self, soort: Soort, omschrijving: str, nieuw: Sessie) -> None:
        """Make a value the current one and hand the change to the writer.

        Raises:
            SessieToolError: the value could not be read back from a file; nothing was changed.
        """
        if self._schrijver is None or nieuw is self.sessie:
            return
        try:
            nieuw, boom = self._grow(nieuw)
        except msgspec.ValidationError as error:
            raise SessieToolError(
                f"'{omschrijving}' kan niet: er zit een waarde in die niet bestaat. Er is niets veranderd."
            ) from error
        verschil = diff(self._boom, boom)
        if not verschil and soort in ("doe", "verloop"):
            return
        mutatie = Mutatie(soort, whole_text(omschrijving), verschil)
        revisie = self._meta.revisie + 1
        moment = self._clock().isoformat(timespec="seconds")
        stam, apart = grow_stam(self._meta, self._token), self._meta.apart
        meta = Meta(revisie=revisie, laatste=entry_id(revisie, self._token), bewaard=moment, stam=stam, apart=apart)
        self._schrijver.put(Invoer(self._meta.laatste, meta, mutatie, boom))
        self.sessie, self._boom, self._meta = nieuw, boom, meta
        self._gedaan.append(mutatie)

    def _grow(self, nieuw: Sessie) -> tuple[Sessie, dict[str, Any]]:
        """A value as it can be kept, and its tree; what is new in it was read back, so that the file stays readable."""
        try:
            boom = grow_tree(self.sessie, self._boom, nieuw)
        except UnicodeEncodeError:
            nieuw = clean(nieuw)
            return nieuw, to_tree(nieuw)
        from_tree(take_fresh(self._boom, boom))
        return nieuw, boom

    def _history(self) -> Geschiedenis:
        """What can be undone and redone; what the journal knows of earlier sittings is read when it is first needed."""
        if self._verleden is None:
            lijnen, _ = Journaal(self._geladen.staat.journaal).read()
            self._verleden = Keten(lijnen, {}).history(self._geladen.meta.laatste)
        for mutatie in self._gedaan:
            self._verleden = self._verleden.push(mutatie)
        self._gedaan = []
        return self._verleden

    def _require_writable(self) -> None:
        if self._schrijver is None:
            raise OpslagError("Deze sessie is alleen te lezen, dus u kunt hier niets veranderen.")

    # Keeping

    @property
    def stand(self) -> Opslagstand:
        """How safe the work is."""
        return self._schrijver.stand if self._schrijver else Opslagstand(self._meta.bewaard)

    @property
    def on_stand(self) -> Callable[[Opslagstand], None] | None:
        """Called from a writer thread when `stand` changes; must return at once."""
        return self._schrijver.on_stand if self._schrijver else None

    @on_stand.setter
    def on_stand(self, doe: Callable[[Opslagstand], None] | None) -> None:
        if self._schrijver:
            self._schrijver.on_stand = doe

    def wait_saved(self, timeout: float) -> bool:
        """Wait until every change is acknowledged; False when that takes longer than `timeout` seconds."""
        return self._schrijver is None or self._schrijver.wait_saved(timeout)

    def keep_concept(self, stap_id: str, tekst: str) -> None:
        """Keep the line being typed on this computer, after a short pause; "" forgets it. Never blocks."""
        if self._schrijver:
            self._schrijver.keep_concept(stap_id, tekst)

    def concept(self, stap_id: str) -> str:
        """The line that was being typed in a step when the program last stopped."""
        if self._schrijver:
            return self._schrijver.concept(stap_id)
        return read_concept(self._geladen.staat.concept).get(stap_id, "")

    def close(self, timeout: float = 5.0) -> Opslagstand:
        """Bring everything to the disk, for `timeout` seconds at most, and let others write."""
        return self._schrijver.close(timeout) if self._schrijver else self.stand
