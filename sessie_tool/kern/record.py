"""Record: the smallest thing that is kept, with an id of its own."""

import re
from typing import Annotated, ClassVar, Literal, Self

import msgspec

from sessie_tool.kern.veld import Bereik, Veld, velden


def snake(naam: str) -> str:
    """'RodeDraad' → 'rode_draad': the tag under which a class is stored."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", naam).lower()


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=snake):
    """One entry of a bouwsteen. Its first declared Veld is its text (`hoofdveld`).

    Attributes:
        id: unique in the werkmap; links and votes point at it, so it never changes.
        bereik: whether it comes into the verslag or is the facilitator's own.
    """

    ENKEL: ClassVar[str] = "regel"
    MEERVOUD: ClassVar[str] = "regels"
    NUMMERING: ClassVar[Literal["cijfer", "letter"]] = "cijfer"

    id: str
    bereik: Annotated[
        Bereik,
        Veld(
            "Wie mag dit lezen",
            "keuze",
            "begeleider: alleen u; het komt niet in het verslag.",
            keuzes=("verslag", "begeleider"),
        ),
    ] = "verslag"

    @classmethod
    def type_tag(cls) -> str:
        """The name of this kind of record in a file: 'rode_draad'."""
        return str(cls.__struct_config__.tag)

    @classmethod
    def hoofdveld(cls) -> str:
        """The field that holds the text of the line."""
        return next(iter(velden(cls)))

    @property
    def hoofdtekst(self) -> str:
        """The text by which a person knows this record."""
        return str(getattr(self, self.hoofdveld()))

    def forget(self, ids: frozenset[str]) -> Self | None:
        """This record without its links to `ids`; None when it was only about one of them."""
        changed = {}
        for name, veld in velden(type(self)).items():
            value = getattr(self, name)
            if veld.vorm != "verwijzing" or not value:
                continue
            if isinstance(value, str) and value in ids:
                return None
            if isinstance(value, tuple) and not ids.isdisjoint(value):
                changed[name] = tuple(one for one in value if one not in ids)
        return msgspec.structs.replace(self, **changed) if changed else self
