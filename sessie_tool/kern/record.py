"""Record: the smallest thing that is kept, with an id of its own."""

import re
from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal, Self

import msgspec

from sessie_tool.kern.veld import Bereik, Veld, velden


def snake(naam: str) -> str:
    """'RodeDraad' → 'rode_draad': the tag under which a class is stored."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", naam).lower()


class Overname(msgspec.Struct, frozen=True):
    """Where a record that was taken over from an earlier session comes from.

    Attributes:
        record: its id there.
        sessie: id of that session.
        uit: that session in words, so that this one stands alone: 'Signalensessie Open, 21 maart 2024'.
        opgaven: the opgaven of that session.
        jaar: the year of that session.
        soort: what that session counts as.
    """

    record: str
    sessie: str
    uit: str
    opgaven: tuple[str, ...] = ()
    jaar: int = 0
    soort: str = ""


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=snake):
    """One entry of a bouwsteen. Its first declared Veld is its text (`hoofdveld`).

    Attributes:
        id: unique in the werkmap; links and votes point at it, so it never changes.
        bereik: whether it comes into the verslag or is the facilitator's own.
        overgenomen: where it comes from, when it was taken over from an earlier session.
    """

    ENKEL: ClassVar[str] = "regel"
    MEERVOUD: ClassVar[str] = "regels"
    NUMMERING: ClassVar[Literal["cijfer", "letter", "hoofdletter"]] = "cijfer"
    TELT_MET: ClassVar[str] = ""
    """The type of record with which it shares its numbers; "" is its own."""
    BIJ_NUMMER: ClassVar[bool] = True
    """Whether people call it by its number in a text: 'actie 3' is a record, 'score 3' is a value."""
    PER_STAP: ClassVar[bool] = False
    """Whether its numbers begin again in every step, because people call it by its place on the screen."""

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
    overgenomen: Overname | None = None

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

    @property
    def toontekst(self) -> str:
        """That text as people read it."""
        return self.hoofdtekst

    def delen(self) -> "tuple[Record, ...]":
        """The records that live inside this one, such as the adviezen in a reflectie."""
        return ()

    def with_delen(self, delen: Sequence["Record"]) -> Self:  # noqa: ARG002 - for those that hold records
        """This record with other records inside it: changed ones, or fewer."""
        return self

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
