"""Fields: declared once on a record, and storage, form, notation, plain text and verslag derive from them.

A record class writes `bron: Annotated[str, Veld("Bron", hulp="Waar komt dit vandaan?")] = ""`.
"""

from functools import cache
from typing import Literal, get_type_hints

import msgspec

Bereik = Literal["verslag", "begeleider"]
"""Who may read it: everyone who gets the verslag, or only the facilitator."""

Vorm = Literal[
    "regel", "tekst", "keuze", "opgave", "doelstelling", "deelnemer", "datum", "getal", "geld", "verwijzing", "janee"
]
"""regel: one line; tekst: Markdown, more lines; keuze: one of `keuzes`; opgave: of the werkmap's list; doelstelling: of
the huis van sturing, or another one; deelnemer: a name; datum: ISO date; getal: whole number or None; geld: whole cents
or None; verwijzing: id(s) of records of type `naar`; janee: a bool."""


class Veld(msgspec.Struct, frozen=True):
    """What a field is to a person.

    Attributes:
        label: its Dutch name on the screen and in the verslag.
        vorm: how it is filled in; see `Vorm`.
        hulp: one Dutch sentence of help.
        keuzes: the values of a keuze; they are stored as they are shown. Of a getal: the only ones it can be.
        naar: the record types that a verwijzing can point to, separated by a space; "" for any. A typed number means
            a record of the first of them that the session has.
        bereik: "begeleider" keeps it out of the verslag.
        merk: its sign in the quick notation, or "".
        kolom: whether it gets a column in a list on the screen.
        loopt_door: whether its mark takes the rest of the line, so that no quotes are needed.
    """

    label: str
    vorm: Vorm = "regel"
    hulp: str = ""
    keuzes: tuple[str, ...] = ()
    naar: str = ""
    bereik: Bereik = "verslag"
    merk: str = ""
    kolom: bool = False
    loopt_door: bool = False


DOEL = Veld("Bij doelstelling", "doelstelling", "Bij welke doelstelling uit het huis van sturing hoort dit?")
"""The field that ties a record to doelstellingen; `doel="…"` in a line."""


@cache
def velden(cls: type) -> dict[str, Veld]:
    """The fields of a class, in order of declaration (its bases first), but `bereik`, which all have, last."""
    hints = get_type_hints(cls, include_extras=True)
    order = sorted(hints, key="bereik".__eq__)
    found = {}
    for name in order:
        for extra in getattr(hints[name], "__metadata__", ()):
            if isinstance(extra, Veld):
                found[name] = extra
    return found


def holds_many(cls: type, name: str) -> bool:
    """Whether a field holds a tuple of values instead of one."""
    return isinstance(default_of(cls, name), tuple)


@cache
def default_of(cls: type, name: str) -> object:
    """The default value of a Struct's field (every Veld has one)."""
    return next(field.default for field in msgspec.structs.fields(cls) if field.name == name)
