"""dilemma: one question that pulls in two directions, prepared thoroughly by who brings it."""

from typing import Annotated, Any, ClassVar, Self

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern import notatie
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start
from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.bouwstenen.zaal import Zaalblik, Zaallijst, show_velden
from sessie_tool.kern.document import Alinea, Blok, Kop, Opmaak, tekst
from sessie_tool.kern.omgeving import Omgeving, unique_beginning
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld, velden


class Dilemma(Record, frozen=True):
    """A dilemma, as it was prepared and brought in."""

    ENKEL: ClassVar[str] = "dilemma"
    MEERVOUD: ClassVar[str] = "dilemma's"

    titel: Annotated[str, Veld("Dilemma", hulp="Kort: waar gaat dit over?", kolom=True)] = ""
    enerzijds: Annotated[str, Veld("Enerzijds", "tekst", "Wat trekt u de ene kant op?")] = ""
    anderzijds: Annotated[str, Veld("Anderzijds", "tekst", "Wat trekt u de andere kant op?")] = ""
    context: Annotated[str, Veld("Context", "tekst", "Wat moet iemand weten die er niet bij is?")] = ""
    cijfers: Annotated[str, Veld("Cijfers", "tekst", "Welke cijfers horen hierbij, en waar komen ze vandaan?")] = ""
    geprobeerd: Annotated[str, Veld("Geprobeerd", "tekst", "Wat is al geprobeerd, en wat kwam daarvan?")] = ""
    vraag: Annotated[str, Veld("Vraag", hulp="Welke vraag legt u aan de groep voor?")] = ""
    inbrenger: Annotated[str, Veld("Inbrenger", "deelnemer", "Wie brengt dit in?", merk="@", kolom=True)] = ""


_LABELS = {veld.label: name for name, veld in velden(Dilemma).items() if name != "bereik"}

_KOPPEN = {
    "enerzijds": "Enerzijds",
    "anderzijds": "Anderzijds",
    "cijfers": "Wat de cijfers zeggen",
    "geprobeerd": "Wat al is geprobeerd",
    "vraag": "De vraag zoals die is ingebracht",
}
"""The parts of the story after the title, who brought it and the context, in the order in which it is told."""

_GATEN = {
    "titel": "Het dilemma heeft nog geen titel.",
    "inbrenger": "Het dilemma heeft nog geen inbrenger.",
    "context": "De context van het dilemma is nog leeg.",
    "enerzijds": "De ene kant van het dilemma is nog leeg (enerzijds).",
    "anderzijds": "De andere kant van het dilemma is nog leeg (anderzijds).",
    "cijfers": "Er staan nog geen cijfers bij het dilemma.",
    "geprobeerd": "Bij het dilemma staat nog niet wat al is geprobeerd.",
    "vraag": "Het dilemma heeft nog geen vraag.",
}


class Dilemmas(BouwsteenMetRecords, frozen=True, tag="dilemma"):
    """One dilemma, filled line by line or in its form."""

    TITEL: ClassVar[str] = "Dilemma"
    UITLEG: ClassVar[str] = (
        "Het dilemma. Begin een regel met Enerzijds:, Anderzijds:, Context:, Cijfers:, Geprobeerd:, Vraag: of "
        "Inbrenger: om dat deel aan te vullen. Met @ en een naam zegt u wie het inbrengt."
    )
    VOORBEELD: ClassVar[str] = "Enerzijds: de huizen zijn nu nodig"
    RECORD: ClassVar[type[Record]] = Dilemma

    records: tuple[Dilemma, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with the dilemma, still empty, so that it can be filled at once."""
        return self.with_records([Dilemma(id=new_id())])

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'Enerzijds: tekst' is added to that part; another line is the title, or else is added to the context."""
        if not regel.strip():
            raise RegelError("Deze regel is leeg. Typ eerst uw tekst.")
        old = self.records[-1] if self.records else Dilemma(id=nieuw_id)
        nieuw = _fill(old, regel.strip(), omgeving)
        return self.with_records((*self.records[:-1], nieuw)), nieuw

    def format_record(self, record: Record, omgeving: Omgeving) -> str:
        """The whole dilemma as one line; a title that looks like the label of a part gets a backslash."""
        regel = notatie.format_regel(record, omgeving)
        return f"\\{regel}" if _find_part(regel.lstrip("\\")) else regel

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """The dilemma as a story for who was not there."""
        return tuple(blok for one in self.printed() for blok in _tell(one))

    def zaal(self, omgeving: Omgeving, blik: Zaalblik) -> Zaallijst:
        """The dilemma with all its parts."""
        regels = tuple(regel for one in self.printed() for regel in show_velden(one, omgeving, blik))
        return Zaallijst(regels=regels, boven=True)

    def kernvraag(self, omgeving: Omgeving) -> str:
        """The question as it was brought in."""
        dilemma = find_vraag(omgeving)
        return dilemma.vraag if dilemma else ""

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """The parts that are still empty: the checklist of the preparation."""
        printed = self.printed() or (Dilemma(id=""),)
        return tuple(gat for name, gat in _GATEN.items() if not any(getattr(one, name).strip() for one in printed))


def find_vraag(omgeving: Omgeving) -> Dilemma | None:
    """The dilemma that comes into the verslag with the question as it was brought in; None when there is none yet."""
    for record in omgeving.of_type(Dilemma.type_tag()):
        if isinstance(record, Dilemma) and record.bereik == "verslag" and record.vraag.strip():
            return record
    return None


def _find_part(regel: str) -> str:
    """The field that a line says it is about; "" when it says none."""
    label, dubbelepunt, _ = regel.partition(":")
    found = unique_beginning(label.strip(), tuple(_LABELS)) if dubbelepunt else None
    return _LABELS[found] if found else ""


def _fill(old: Dilemma, regel: str, omgeving: Omgeving) -> Dilemma:
    name = _find_part(regel)
    if name:
        inhoud = regel.partition(":")[2].strip()
        if not inhoud:
            raise RegelError(f"Typ achter '{velden(Dilemma)[name].label}:' wat u wilt opschrijven.")
        return _add(old, name, _read(name, _as_sentence(inhoud), omgeving))
    is_escaped = regel.startswith("\\") and _find_part(regel.lstrip("\\"))
    waarden = notatie.parse_waarden(Dilemma, regel[1:] if is_escaped else regel, omgeving)
    losse_tekst = waarden.pop("titel")
    nieuw = _add(old, "context" if old.titel else "titel", losse_tekst)
    for name, waarde in waarden.items():
        nieuw = _add(nieuw, name, waarde)
    return nieuw


def _as_sentence(inhoud: str) -> str:
    """What was typed after a colon stands on its own in the verslag, so it begins with a capital."""
    return inhoud[:1].upper() + inhoud[1:]


def _read(name: str, inhoud: str, omgeving: Omgeving) -> Any:
    """The value that a text means for a field: of a name the beginning is enough."""
    veld = velden(Dilemma)[name]
    waarde = omgeving.match(veld, inhoud)
    return inhoud if waarde is None else waarde


def _add(old: Dilemma, name: str, waarde: Any) -> Dilemma:
    """The dilemma with a value added to a field: a paragraph, words, or another choice."""
    vorm = velden(Dilemma)[name].vorm
    if vorm in ("tekst", "regel"):
        naad = "\n\n" if vorm == "tekst" else " "
        waarde = naad.join(deel for deel in (getattr(old, name), waarde) if deel)
    return msgspec.structs.replace(old, **{name: waarde})


def _tell(dilemma: Dilemma) -> list[Blok]:
    if not any(getattr(dilemma, name).strip() for name in _GATEN):
        return []
    blokken: list[Blok] = [Kop(2, tekst(name_text(dilemma.titel)), dilemma.id)]
    if dilemma.inbrenger:
        blokken.append(Alinea(tekst(f"Ingebracht door {dilemma.inbrenger}.")))
    if dilemma.context.strip():
        blokken.append(Opmaak(dilemma.context))
    for name, kop in _KOPPEN.items():
        inhoud = getattr(dilemma, name)
        if inhoud.strip():
            is_regel = velden(Dilemma)[name].vorm == "regel"
            blokken += [Kop(3, tekst(kop)), Alinea(tekst(inhoud)) if is_regel else Opmaak(inhoud)]
    return blokken
