"""doelgroep: who works on the same people: in which leefgebied, for whom, and what they agree."""

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.rapport import name_text, report_records
from sessie_tool.kern.document import Alinea, Blok, Figuur, Inhoud, Kolom, Kop, Rij, Tabel, Tekst, Verwijzing, tekst
from sessie_tool.kern.document import lijst as make_lijst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.tekening import Cel, Raster, Rasterrij
from sessie_tool.kern.veld import Veld

LEEFGEBIEDEN = ("netwerk en vrije tijd", "onderwijs", "veiligheid", "werk en inkomen", "wonen", "zorg")
NIEMAND, EEN, MEER = "–", "=", "+"
_LEGENDA = ((NIEMAND, "niemand"), (EEN, "één uitvoering"), (MEER, "meer uitvoeringen"))
_MEESTE = 6
"""The most opdrachtgevers that a table on a page holds beside each other."""

Groep = tuple["Betrokkenheid", ...]


class Betrokkenheid(Record, frozen=True):
    """Somebody who does something for the people this is about."""

    ENKEL: ClassVar[str] = "uitvoering"
    MEERVOUD: ClassVar[str] = "uitvoeringen"

    uitvoering: Annotated[str, Veld("Wie doet wat", hulp="Welk team of welke partij doet wat?", kolom=True)] = ""
    leefgebied: Annotated[
        str, Veld("Leefgebied", "keuze", "In welk deel van het leven helpt dit?", LEEFGEBIEDEN, merk="!", kolom=True)
    ] = ""
    opdrachtgever: Annotated[
        str, Veld("Opdrachtgever", hulp="Welke afdeling of organisatie vraagt en betaalt dit?", merk="@", kolom=True)
    ] = ""
    wethouder: Annotated[
        str, Veld("Wethouder", "deelnemer", "Welke wethouder gaat hierover? Een functie is genoeg.")
    ] = ""
    doelgroep: Annotated[
        str, Veld("Voor wie", hulp="Voor welke mensen? Leeg: iedereen over wie we het vandaag hebben.", merk="#")
    ] = ""
    afspraak: Annotated[str, Veld("Afspraak", hulp="Wat spreken we hierover af?", merk="?", loopt_door=True)] = ""


class Doelgroep(BouwsteenMetRecords, frozen=True):
    """Who does what for the same people, laid side by side."""

    TITEL: ClassVar[str] = "Doelgroep"
    UITLEG: ClassVar[str] = (
        "Wie doet wat voor deze mensen? Typ de uitvoering, dan ! en het leefgebied, @ en de opdrachtgever, # voor wie, "
        "en na een ? de afspraak. Een naam met spaties staat tussen aanhalingstekens."
    )
    VOORBEELD: ClassVar[str] = (
        'Jongerenwerk bezoekt gezinnen !netwerk @Welzijn #"jongeren zonder werk" ?één vaste contactpersoon'
    )
    RECORD: ClassVar[type[Record]] = Betrokkenheid

    records: tuple[Betrokkenheid, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The matrix as a figure and a table, overlaps, gaps, then every uitvoering with what was agreed."""
        alle = self.printed()
        if not alle:
            return ()
        return (
            Kop(2, tekst("Overzicht")),
            draw_matrix(alle),
            *_tables(alle, omgeving),
            Kop(2, tekst("Overlap")),
            *_report_overlap(alle, omgeving),
            Kop(2, tekst("Witte vlekken")),
            Alinea(tekst(describe_gaps(alle))),
            Kop(2, tekst("Wie doet wat")),
            *report_records(alle, omgeving, "Wie doet wat"),
            *_report_afspraken(alle, omgeving),
        )

    def summary(self, omgeving: Omgeving) -> dict[str, Any]:
        """The overlaps and the gaps."""
        alle = self.printed()
        return {
            "overlap": [
                {"leefgebied": groep[0].leefgebied, "doelgroep": name_wie(groep), "records": [e.id for e in groep]}
                for groep in find_overlaps(alle)
            ],
            "witte_vlekken": list(find_gaps(alle)) if alle else [],
        }

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Uitvoeringen without a leefgebied or an opdrachtgever, and overlaps about which nothing is agreed."""
        gaten = list(super().missing(omgeving))
        for een in self.printed():
            leeg = [naam for naam in ("leefgebied", "opdrachtgever") if not getattr(een, naam)]
            gaten += [f"{name_text(een.uitvoering)} heeft nog geen {' en geen '.join(leeg)}."] if leeg else []
        for groep in find_overlaps(self.printed()):
            if not any(een.afspraak.strip() for een in groep):
                gaten.append(f"Er is overlap bij {name_groep(groep)}, maar nog geen afspraak.")
        return tuple(gaten)


def find_overlaps(alle: Iterable[Betrokkenheid]) -> tuple[Groep, ...]:
    """More than one uitvoering in the same leefgebied for the same people, in the order of the leefgebieden.

    Without a doelgroep it is for all people this is about, so it overlaps with what is for some of them.
    """
    records = tuple(alle)
    found = []
    for gebied in LEEFGEBIEDEN:
        hier = [een for een in records if een.leefgebied == gebied]
        wie = sorted({_key(een) for een in hier} - {""})
        found += [tuple(een for een in hier if _key(een) in ("", one)) for one in wie or [""]]
    return tuple(groep for groep in found if len(groep) > 1)


def _key(een: Betrokkenheid) -> str:
    return een.doelgroep.strip().casefold()


def find_gaps(alle: Iterable[Betrokkenheid]) -> tuple[str, ...]:
    """The leefgebieden in which nobody does anything."""
    bezet = {een.leefgebied for een in alle}
    return tuple(gebied for gebied in LEEFGEBIEDEN if gebied not in bezet)


def name_groep(groep: Groep) -> str:
    """'wonen' or 'wonen voor jongeren zonder werk'."""
    wie = name_wie(groep)
    return f"{groep[0].leefgebied} voor {wie}" if wie else groep[0].leefgebied


def name_wie(groep: Groep) -> str:
    """The people that an overlap is about; "" when they are all people this is about."""
    return next((een.doelgroep.strip() for een in groep if een.doelgroep.strip()), "")


def list_opdrachtgevers(alle: Iterable[Betrokkenheid]) -> tuple[str, ...]:
    """Every opdrachtgever once, by name; "" last when somebody has none."""
    namen: dict[str, str] = {}
    for een in alle:
        namen.setdefault(een.opdrachtgever.strip().casefold(), een.opdrachtgever.strip())
    return tuple(sorted(namen.values(), key=lambda naam: (not naam, naam.casefold())))


def in_cell(alle: Iterable[Betrokkenheid], leefgebied: str, opdrachtgever: str) -> Groep:
    """Who works in a leefgebied for an opdrachtgever."""
    wie = opdrachtgever.casefold()
    return tuple(een for een in alle if een.leefgebied == leefgebied and een.opdrachtgever.strip().casefold() == wie)


def describe_gaps(alle: Iterable[Betrokkenheid]) -> str:
    """In which leefgebieden nobody works, in a sentence."""
    gaps = find_gaps(alle)
    if not gaps:
        return "In elk leefgebied doet iemand iets voor deze mensen."
    return f"Niemand werkt voor deze mensen aan {join_woorden(gaps)}."


def draw_matrix(alle: Groep) -> Figuur:
    """How many work where, as a figure with words that tell the same."""
    wie = list_opdrachtgevers(alle)
    rijen = tuple(
        Rasterrij(gebied, tuple(_cel(len(in_cell(alle, gebied, een))) for een in wie)) for gebied in LEEFGEBIEDEN
    )
    delen = []
    for gebied in LEEFGEBIEDEN:
        aantallen = [(een or "zonder opdrachtgever", len(in_cell(alle, gebied, een))) for een in wie]
        met = [f"{een} {aantal}" for een, aantal in aantallen if aantal]
        delen.append(f"{gebied}: {join_woorden(met) if met else 'niemand'}")
    return Figuur(
        Raster(tuple(een or "zonder" for een in wie), rijen, _LEGENDA),
        f"Aantal uitvoeringen per leefgebied en opdrachtgever. {'. '.join(delen)}.",
        "Hoeveel uitvoeringen er zijn per leefgebied en opdrachtgever",
    )


def _cel(aantal: int) -> Cel:
    teken = NIEMAND if not aantal else EEN if aantal == 1 else MEER
    return Cel(str(aantal) if aantal else "", teken, min(1.0, aantal / 3))


def _tables(alle: Groep, omgeving: Omgeving) -> list[Blok]:
    """The matrix with who stands where; many opdrachtgevers take more tables."""
    wie = list_opdrachtgevers(alle)
    delen = [wie[begin : begin + _MEESTE] for begin in range(0, len(wie), _MEESTE)]
    return [
        _table(alle, deel, omgeving, f" ({nr} van {len(delen)})" if len(delen) > 1 else "")
        for nr, deel in enumerate(delen, 1)
    ]


def _table(alle: Groep, wie: tuple[str, ...], omgeving: Omgeving, welke: str) -> Tabel:
    rijen = tuple(
        Rij((tekst(gebied), *(_names(in_cell(alle, gebied, een), omgeving) for een in wie))) for gebied in LEEFGEBIEDEN
    )
    return Tabel(
        kolommen=(Kolom("Leefgebied", 1.6), *(Kolom(een or "Zonder opdrachtgever", 1.4) for een in wie)),
        rijen=rijen,
        bijschrift=f"Wie werkt waar, per leefgebied en opdrachtgever{welke}",
        beschrijving="Elke rij is een leefgebied, elke kolom een opdrachtgever. In een cel staat wie daar wat doet; "
        "een streepje betekent niemand.",
    )


def _names(groep: Groep, omgeving: Omgeving) -> Inhoud:
    inhoud: list[Tekst | Verwijzing] = []
    for een in groep:
        inhoud += [Tekst("; ")] if inhoud else []
        inhoud.append(Verwijzing(omgeving.noem(een.id), een.id))
    return tuple(inhoud) or tekst(NIEMAND)


def _report_overlap(alle: Groep, omgeving: Omgeving) -> list[Blok]:
    groepen = find_overlaps(alle)
    if not groepen:
        return [Alinea(tekst("Nergens doen meer partijen iets in hetzelfde leefgebied voor dezelfde mensen."))]
    return [make_lijst([_describe_overlap(groep, omgeving) for groep in groepen])]


def _describe_overlap(groep: Groep, omgeving: Omgeving) -> str:
    namen = join_woorden([f"'{name_text(een.uitvoering)}' ({omgeving.nummer(een.id)})" for een in groep])
    kop = name_groep(groep)
    return f"{kop[0].upper()}{kop[1:]}: {format_aantal(len(groep), 'uitvoering', 'uitvoeringen')}, namelijk {namen}."


def _report_afspraken(alle: Groep, omgeving: Omgeving) -> list[Blok]:
    zinnen = [f"{omgeving.noem(een.id)}: {een.afspraak}" for een in alle if een.afspraak.strip()]
    return [Kop(2, tekst("Afspraken")), make_lijst(zinnen)] if zinnen else []
