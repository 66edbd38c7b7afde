"""Older files: the table of steps that bring the tables of a file to the schema of this version, one at a time.

A new schema is one function here and one line in the table. The original is kept as a version (opslag/versies.py), and
what the journal knows beyond it is carried out before the step, for it was written in the older one (opslag/keten.py).
A list or a search reads straight from older files: what a step renames, an Uittreksel has to know by both names.
"""

from collections.abc import Callable, Mapping
from typing import Any

SCHEMA = 2
"""The schema that this version writes; a file with a higher one is only read."""

Tables = dict[str, Any]
Tree = dict[str, Any]
Migratie = Callable[[Tables], Tables]

# What schema 2 knows and the first files of schema 1 did not, by the kind of bouwsteen or the type of record.
_SESSIE: Tree = {"inleiding": "", "vervangingen": [], "vaststelling": None, "parkeerplaats": []}
_VERLOOP = {"gedaan": [], "pauze_sinds": "", "pauze": 0.0}
_OVERNEMEN = {"uit": "", "periode": "dit jaar"}
_BOUWSTENEN: dict[str, Tree] = {
    "toelichting": _OVERNEMEN,
    "notities": _OVERNEMEN,
    "signalen": _OVERNEMEN,
    "rode_draden": _OVERNEMEN,
    "stemming": {**_OVERNEMEN, "stemmen": "open", "onthuld": 0, "beperkt": False},
    "koers": _OVERNEMEN,
    "vragen": _OVERNEMEN,
    "acties": {**_OVERNEMEN, "van": ""},
}
_RECORD = {"overgenomen": None}
_ACTIE: Tree = {**_RECORD, "partner_is": "", "draden": [], "adviezen": [], "doel": []}
_RECORDS: dict[str, Tree] = {
    "deelnemer": _RECORD,
    "opmerking": _RECORD,
    "notitie": _RECORD,
    "signaal": {**_RECORD, "citaat": False},
    "rode_draad": {**_RECORD, "draden": [], "vervolg_op": [], "doel": []},
    "stem": {**_RECORD, "ronde": 1, "wie": ""},
    "koersbepaling": _RECORD,
    "vraag": {**_RECORD, "grond": ""},
    "actie": _ACTIE,
    "opvolging": {**_ACTIE, "uitgesteld": 0, "vorige": "", "begin": ""},
    "adviesopvolging": {"vorige": "", "begin": ""},
}


def _complete(tables: Tables) -> Tables:
    """Schema 2: every field that came after the first files of schema 1, with the value that its lack stood for."""
    for sessie in _rows(tables, "sessie"):
        _fill(sessie, _SESSIE)
        _fill(sessie.get("verloop"), _VERLOOP)
    for deelnemer in _rows(tables, "deelnemers"):
        _fill(deelnemer, _RECORD)
    for stap in _rows(tables, "stappen"):
        bouwsteen = stap.get("bouwsteen")
        if isinstance(bouwsteen, dict):
            _fill(bouwsteen, _BOUWSTENEN.get(str(bouwsteen.get("soort")), {}))
            _complete_records(bouwsteen.get("records"))
    return tables


def _complete_records(records: object) -> None:
    for record in filter(_is_tree, records if isinstance(records, list) else []):
        _fill(record, _RECORDS.get(str(record.get("type")), {}))
        _fill(record.get("overgenomen"), {"soort": ""})


def _fill(tree: object, nieuw: Tree) -> None:
    """Add what is missing; a list of its own each time, for a tree may be changed."""
    if isinstance(tree, dict):
        for naam, waarde in nieuw.items():
            tree.setdefault(naam, list(waarde) if isinstance(waarde, list) else waarde)


def _rows(tables: Tables, naam: str) -> list[Tree]:
    """The rows of a table; none where a damaged file holds something else."""
    table = tables.get(naam)
    return list(filter(_is_tree, table.values())) if isinstance(table, dict) else []


def _is_tree(value: object) -> bool:
    return isinstance(value, dict)


MIGRATIES: dict[int, Migratie] = {1: _complete}
"""From schema n → the function that makes n + 1 of it; it may change the tables that it is given."""


def migrate(tables: Tables, schema: int, *, migraties: Mapping[int, Migratie] = MIGRATIES, tot: int = SCHEMA) -> Tables:
    """The tables of a file of an older schema as this version would have written them.

    Raises:
        KeyError: there is no step for a schema on the way.
    """
    for stap in range(schema, tot):
        tables = migraties[stap](tables)
    return tables
