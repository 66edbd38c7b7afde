"""Samenvatting: many records of one type in a few lines: how many there are, and how they are spread."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sessie_tool.kern.document import Alinea, Inhoud, Lijst, Punt, tekst
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import velden

_TELBAAR = ("keuze", "opgave")


def summarize(records: Sequence[Record]) -> list[Lijst]:
    """A list with a line per field that people choose a value for, and one for where the records come from."""
    regels = [*_per_veld(records), *_per_herkomst(records)]
    return [Lijst(tuple(Punt((Alinea(regel),)) for regel in regels))] if regels else []


def _per_veld(records: Sequence[Record]) -> Iterator[Inhoud]:
    """'Herkomst: buiten (14), binnen (8), zonder herkomst (2)' for every field of choice that is in use."""
    for name, veld in velden(type(records[0])).items():
        if veld.vorm not in _TELBAAR or not veld.kolom:
            continue
        waarden = [_as_tuple(getattr(record, name)) for record in records]
        telling = Counter(waarde for een in waarden for waarde in een)
        leeg = sum(not een for een in waarden)
        if telling:
            zonder = [(f"zonder {veld.label.lower()}", leeg)] if leeg else []
            yield _regel(veld.label, [*telling.most_common(), *zonder])


def _per_herkomst(records: Sequence[Record]) -> Iterator[Inhoud]:
    telling = Counter(record.overgenomen.uit if record.overgenomen else "deze sessie" for record in records)
    if len(telling) > 1:
        yield _regel("Uit", telling.items())


def _as_tuple(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else tuple(value)


def _regel(label: str, telling: Iterable[tuple[str, int]]) -> Inhoud:
    delen = [f"{waarde} ({aantal})" for waarde, aantal in telling]
    tussen = "; " if any("," in deel for deel in delen) else ", "
    return (*tekst(f"{label}: ", vet=True), *tekst(tussen.join(delen)))
