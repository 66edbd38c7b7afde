"""Tables whose columns mean something: a header word → the field of a record."""

import re
from collections.abc import Mapping

import msgspec

from sessie_tool.inlezen.blokken import Cel, Tabel, cell_text
from sessie_tool.inlezen.woorden import normalize

_NUMMER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]?")

_VULLING = frozenset({"van", "de", "het", "door", "voor", "op", "in", "gereed", "datum", "en", "board"})
"""Words behind a header word that change nothing."""


class Tabelrij(msgspec.Struct, frozen=True):
    """A row: what stands under each known column, and the other columns with their own name."""

    cellen: dict[str, Cel] = {}
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def erbij(self) -> list[str]:
        """The other columns as texts: 'Kolom: waarde'."""
        return [f"{kop}: {tekst}" if kop else tekst for kop, tekst in self.extra]

    def get(self, veld: str, *, opmaak: bool = False) -> str:
        """The text under a column, on one line."""
        return cell_text(self.cellen.get(veld, ()), opmaak=opmaak)


class Gelezen(msgspec.Struct, frozen=True):
    """A table with a header that was understood."""

    velden: tuple[str, ...]
    rijen: tuple[Tabelrij, ...]

    def has(self, veld: str) -> bool:
        """Whether there is a column for a field."""
        return veld in self.velden


def read_columns(tabel: Tabel, kolommen: Mapping[str, tuple[str, ...]]) -> Gelezen | None:
    """A table by its header row; None when no header is known."""
    koppen = [cell_text(cel) for cel in tabel.rijen[0]]
    velden = [_field(kop, kolommen) for kop in koppen]
    velden = ["nummer" if not veld and _is_numbering(tabel, plaats) else veld for plaats, veld in enumerate(velden)]
    for plaats, veld in enumerate(velden):
        if veld in velden[:plaats]:
            velden[plaats] = ""
    if not any(velden) or len(tabel.rijen) < 2 or _has_bare_header(tabel, koppen, velden):
        return None
    rijen = []
    for rij in tabel.rijen[1:]:
        cellen = {veld: cel for veld, cel in zip(velden, rij, strict=True) if veld and cel}
        extra = tuple(
            (kop, cell_text(cel)) for veld, kop, cel in zip(velden, koppen, rij, strict=True) if not veld and cel
        )
        if cellen or extra:
            rijen.append(Tabelrij(cellen, extra))
    return Gelezen(tuple(velden), tuple(rijen))


def _is_numbering(tabel: Tabel, plaats: int) -> bool:
    """Whether a column without a header holds nothing but numbers or letters."""
    cellen = [cell_text(rij[plaats]) for rij in tabel.rijen]
    return not cellen[0] and len(cellen) > 1 and all(_NUMMER.fullmatch(cel) for cel in cellen[1:])


def _has_bare_header(tabel: Tabel, koppen: list[str], velden: list[str]) -> bool:
    """Whether a header that is not known stands above nothing: then the table is best kept as it is."""
    return any(
        kop and not veld and not any(rij[plaats] for rij in tabel.rijen[1:])
        for plaats, (kop, veld) in enumerate(zip(koppen, velden, strict=True))
    )


def _field(kop: str, kolommen: Mapping[str, tuple[str, ...]]) -> str:
    kaal = normalize(kop)
    for veld, woorden in kolommen.items():
        if kaal in woorden:
            return veld
    for veld, woorden in kolommen.items():
        if any(kaal.startswith(f"{woord} ") and _VULLING.issuperset(kaal[len(woord) :].split()) for woord in woorden):
            return veld
    return "nummer" if kop.strip(" .").lower() in ("", "nr", "nummer", "#", "no") and kop.strip() else ""
