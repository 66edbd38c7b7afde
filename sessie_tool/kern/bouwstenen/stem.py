"""stem: the dots on one option in one round, and what stands of all rounds together."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


class Stem(Record, frozen=True):
    """The dots on one option: of one person, or of nobody in particular.

    It points at the option by id, so the dots follow it wherever it goes.
    """

    ENKEL: ClassVar[str] = "stem"
    MEERVOUD: ClassVar[str] = "stemmen"
    BIJ_NUMMER: ClassVar[bool] = False

    onderwerp: Annotated[str, Veld("Keuze", "verwijzing", kolom=True)] = ""
    stippen: Annotated[int, Veld("Stippen", "getal", kolom=True)] = 0
    gekozen: Annotated[bool, Veld("Gekozen", "janee", "Hiermee gaat de groep verder.", kolom=True)] = False
    ronde: Annotated[int, Veld("Ronde", "getal", "In welke ronde van de stemming?")] = 1
    wie: Annotated[
        str,
        Veld(
            "Van wie",
            "deelnemer",
            "Alleen als u per persoon telt. Alleen voor de begeleider; komt niet in het verslag.",
            bereik="begeleider",
            merk="@",
        ),
    ] = ""


def keep_last(stemmen: Iterable[Stem]) -> tuple[Stem, ...]:
    """Of each option only the dots of the last round in which it took part."""
    alle = tuple(stemmen)
    if len({stem.ronde for stem in alle}) < 2:  # as nearly always, also among thousands
        return alle
    laatste: dict[str, int] = {}
    for stem in alle:
        laatste[stem.onderwerp] = max(stem.ronde, laatste.get(stem.onderwerp, stem.ronde))
    return tuple(stem for stem in alle if stem.ronde == laatste[stem.onderwerp])


def standing(omgeving: Omgeving) -> tuple[Stem, ...]:
    """The dots of a session as they stand: those of earlier rounds count no longer."""
    return keep_last(one for one in omgeving.of_type("stem") if isinstance(one, Stem))


def join_stemmen(stemmen: Iterable[Stem], onderwerp: str) -> tuple[Stem, ...]:
    """The dots, with those of one person on one option in the same round put together; no dot gets lost."""
    samen: dict[str | tuple[int, str], Stem] = {}
    for stem in stemmen:
        plek = (stem.ronde, stem.wie) if stem.onderwerp == onderwerp else stem.id
        samen[plek] = _add(samen[plek], stem) if plek in samen else stem
    return tuple(samen.values())


def _add(een: Stem, ander: Stem) -> Stem:
    eigen = "begeleider" in (een.bereik, ander.bereik)
    return Stem(
        id=een.id,
        bereik="begeleider" if eigen else "verslag",
        overgenomen=een.overgenomen,
        onderwerp=een.onderwerp,
        stippen=een.stippen + ander.stippen,
        gekozen=een.gekozen or ander.gekozen,
        ronde=een.ronde,
        wie=een.wie,
    )
