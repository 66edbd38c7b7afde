"""post: an amount that a party pays or gains, in one year or in each of a row of years."""

from typing import Annotated, ClassVar

from sessie_tool.kern.balans import Bedrag
from sessie_tool.kern.bouwstenen.per_optie import OptieVeld
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2200
"""Between which a year makes sense; a slip of the pen must not give a table of a million years."""

SOORTEN = ("last", "baat")


class Post(Record, frozen=True):
    """Money that one party pays or gains, in one year or in each of a row of years."""

    ENKEL: ClassVar[str] = "post"
    MEERVOUD: ClassVar[str] = "posten"

    omschrijving: Annotated[
        str, Veld("Post", hulp="Waar gaat het geld heen, of waar komt het vandaan?", kolom=True)
    ] = ""
    partij: Annotated[
        str, Veld("Partij", hulp="Wie betaalt dit, of wie heeft er voordeel van?", merk="@", kolom=True)
    ] = ""
    soort: Annotated[
        str,
        Veld(
            "Last of baat", "keuze", "Kost het geld (last) of levert het geld op (baat)?", SOORTEN, merk="!", kolom=True
        ),
    ] = ""
    bedrag: Annotated[
        int | None, Veld("Bedrag per jaar", "geld", "Zoals 60.000 of 1.250,50. Altijd boven nul.", merk="€", kolom=True)
    ] = None
    jaar: Annotated[int | None, Veld("Jaar", "getal", "In welk jaar, of vanaf welk jaar?", merk=">", kolom=True)] = None
    tot_jaar: Annotated[
        int | None, Veld("Tot en met", "getal", "Alleen als het elk jaar terugkomt: tot en met welk jaar?")
    ] = None
    opties: OptieVeld = ()

    @property
    def jaren(self) -> range:
        """The years in which it counts; none when they make no sense."""
        eerste = self.jaar or 0
        laatste = eerste if self.tot_jaar is None else self.tot_jaar
        return range(eerste, laatste + 1) if eerste >= EERSTE_JAAR and laatste <= LAATSTE_JAAR else range(0)

    @property
    def bedragen(self) -> tuple[Bedrag, ...]:
        """What it is each year; () while something is missing."""
        if not self.partij.strip() or self.bedrag is None or self.soort not in SOORTEN:
            return ()
        centen = -self.bedrag if self.soort == "last" else self.bedrag
        return tuple(Bedrag(self.partij.strip(), jaar, centen) for jaar in self.jaren)


def list_gaps(post: Post) -> list[str]:
    """What a post lacks before it counts."""
    leeg = [] if post.partij.strip() else ["partij"]
    leeg += [] if post.soort in SOORTEN else ["last of baat"]
    leeg += [] if post.bedrag is not None else ["bedrag"]
    leeg += ["jaar"] if post.jaar is None else []
    return leeg + (["de jaren kloppen niet"] if post.jaar is not None and not post.jaren else [])
