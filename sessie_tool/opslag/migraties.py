"""Older files: the table of steps that bring the tables of a file to the schema of this version, one at a time.

A new schema is one function here and one line in the table. The original is kept as a version (opslag/versies.py).
"""

from collections.abc import Callable, Mapping
from typing import Any

SCHEMA = 1
"""The schema that this version writes; a file with a higher one is only read."""

Tables = dict[str, Any]
Migratie = Callable[[Tables], Tables]

MIGRATIES: dict[int, Migratie] = {}
"""From schema n → the function that makes n + 1 of it."""


def migrate(tables: Tables, schema: int, *, migraties: Mapping[int, Migratie] = MIGRATIES, tot: int = SCHEMA) -> Tables:
    """The tables of a file of an older schema as this version would have written them.

    Raises:
        KeyError: there is no step for a schema on the way.
    """
    for stap in range(schema, tot):
        tables = migraties[stap](tables)
    return tables
