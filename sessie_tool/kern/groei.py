"""Groei: the Omgeving while many lines go into one step, without making it anew for every line."""

from collections import Counter

import msgspec

from sessie_tool.kern.bouwstenen.basis import Bouwsteen
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, counts_in, environment, with_bouwsteen


class Groei:
    """Follows the content of one step. A line may point at a record that a line before it made."""

    def __init__(self, sessie: Sessie, stap_id: str, omgeving: Omgeving, doelstellingen: tuple[str, ...] = ()) -> None:
        """Start from a session and its Omgeving, which stays as it is; `doelstellingen` are the werkmap's."""
        self._sessie = sessie
        self._doelstellingen = doelstellingen
        self._stap_id = stap_id
        self._bouwsteen = sessie.stap(stap_id).bouwsteen
        self._omgeving = omgeving
        self._tellers: Counter[str] = Counter()
        self._later: frozenset[str] | None = None

    def omgeving(self, bouwsteen: Bouwsteen) -> Omgeving:
        """What can be looked up when the step has this content; good until the next call."""
        oud, self._bouwsteen = self._bouwsteen.records, bouwsteen
        nieuw = bouwsteen.records
        if nieuw is oud:
            return self._omgeving
        if self._later is None:
            self._later = self._find_later()
            self._begin(self._omgeving)
        if nieuw[:-1] == oud and counts_in(nieuw[-1]) not in self._later and not nieuw[-1].delen():
            self._add(nieuw[-1])
        else:  # something in the middle changed, or the numbers of later steps move along
            sessie = with_bouwsteen(self._sessie, self._stap_id, bouwsteen)
            eerst = self._omgeving
            self._begin(environment(sessie, eerst.opgaven, eerst.moment, self._doelstellingen))
        return self._omgeving

    def _find_later(self) -> frozenset[str]:
        """The types of the records in later steps that count on from those in this one."""
        stappen = self._sessie.stappen[self._sessie.nummer(self._stap_id) :]
        records = (record for stap in stappen for record in stap.bouwsteen.records)
        return frozenset(counts_in(record) for record in records if not record.PER_STAP)

    def _begin(self, omgeving: Omgeving) -> None:
        eigen = {"records": dict(omgeving.records), "nummers": dict(omgeving.nummers)}
        self._omgeving = msgspec.structs.replace(omgeving, **eigen)
        hier = {record.id for record in self._bouwsteen.records}
        counted = (one for one in omgeving.records.values() if not one.PER_STAP or one.id in hier)
        self._tellers = Counter(map(counts_in, counted))

    def _add(self, record: Record) -> None:
        self._tellers[counts_in(record)] += 1
        self._omgeving.records[record.id] = record
        self._omgeving.nummers[record.id] = self._tellers[counts_in(record)]
