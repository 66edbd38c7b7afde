"""rode_draden: threads distilled from signals; a thread is a bundle with a title and an explanation."""

from collections.abc import Iterator
from typing import ClassVar

from sessie_tool.kern.bouwstenen.bundeling import Bundeling, list_references
from sessie_tool.kern.bouwstenen.draad import (
    EerdereDraad,
    RodeDraad,
    describe_loop,
    find_draden,
    signals_of,
    weigh,
)
from sessie_tool.kern.bouwstenen.rapport import kop_tekst
from sessie_tool.kern.document import Alinea, Blok, Inline, Kop, Opmaak, Tekst, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal


class RodeDraden(Bundeling, frozen=True):
    """Threads of signals; in a jaarronde they also bundle the threads of that year's sessions."""

    TITEL: ClassVar[str] = "Rode draden"
    UITLEG: ClassVar[str] = (
        "Rode draden: bundel de signalen die bij elkaar horen. Met +3 hoort signaal 3 erbij, met ~3 eerdere draad 3; "
        "<3 zegt dat dit een vervolg is op eerdere draad 3."
    )
    VOORBEELD: ClassVar[str] = "Het stroomnet bepaalt het tempo +1 +4 #groen"
    RECORD: ClassVar[type[Record]] = RodeDraad
    BUNDELT: ClassVar[dict[str, str]] = {"eerdere_draad": "draden", "signaal": "signalen"}
    INHOUD: ClassVar[tuple[str, str]] = ("signaal", "signalen")

    records: tuple[RodeDraad, ...] = ()

    def pool(self, omgeving: Omgeving) -> Iterator[Record]:
        """Signals and threads of other sessions; a thread of an earlier session like this one is followed up."""
        for tag in self.BUNDELT:
            records = omgeving.of_type(tag)
            is_draad = tag == EerdereDraad.type_tag()
            yield from (one for one in records if not _is_vorige(one, omgeving)) if is_draad else records

    def held(self, bundel: Record, omgeving: Omgeving) -> tuple[str, ...]:
        """What is in a thread, with the signals of the threads that it bundles."""
        own = super().held(bundel, omgeving)
        return (*own, *signals_of(bundel, omgeving)) if isinstance(bundel, RodeDraad) else own

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A heading per thread with its explanation, opgaven and signals; then the signals in no thread."""
        blokken: list[Blok] = []
        for record in self.records:
            if record.bereik == "verslag":
                blokken += _report_draad(record, omgeving)
        return (*blokken, *self._report_rest(omgeving))

    def _report_rest(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        rest = [one.id for one in self.unclustered(omgeving) if one.bereik == "verslag"]
        if not rest or not self.printed():
            return ()
        blokken: list[Blok] = []
        for enkel, meer, ids in _per_type(rest, omgeving):
            kop = f"Niet ingedeeld: {format_aantal(len(ids), enkel, meer)}"
            blokken += [Kop(2, tekst(kop)), list_references(ids, omgeving)]
        return tuple(blokken)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Threads without signals, signals without a thread."""
        gaten = list(super().missing(omgeving))
        gaten += [f"Rode draad zonder signalen: {d.titel}" for d in self.printed() if not self.held(d, omgeving)]
        rest = sum(1 for _ in self.unclustered(omgeving))
        if rest and self.records:
            gaten.append(f"{format_aantal(rest, 'signaal hoort', 'signalen horen')} nog niet bij een rode draad.")
        return tuple(gaten)


def _is_vorige(draad: Record, omgeving: Omgeving) -> bool:
    """Whether a thread comes from an earlier session of the same soort, such as last year's jaarronde."""
    return draad.overgenomen is not None and draad.overgenomen.soort == omgeving.soort


def _per_type(ids: list[str], omgeving: Omgeving) -> Iterator[tuple[str, str, list[str]]]:
    """The ids of each type of record, with the words to count them."""
    for tag in RodeDraden.BUNDELT:
        of_type = [one for one in ids if omgeving.records[one].type_tag() == tag]
        if of_type:
            cls = type(omgeving.records[of_type[0]])
            yield cls.ENKEL, cls.MEERVOUD, of_type


def _report_draad(record: RodeDraad, omgeving: Omgeving) -> list[Blok]:
    blokken: list[Blok] = [Kop(2, tekst(kop_tekst(record, omgeving)), record.id)]
    if record.toelichting:
        blokken.append(Opmaak(record.toelichting))
    if record.opgaven:
        blokken.append(_labelled("Opgave", ", ".join(record.opgaven)))
    if record.doel:
        blokken.append(_labelled("Doelstelling", ", ".join(record.doel)))
    if record.draden or record.vervolg_op:
        loop = describe_loop(record, omgeving)
        blokken += [_labelled("Verloop", loop)] if loop else []
    return [
        *blokken,
        *_report_vervolg(record, omgeving),
        *_report_bundled(record, omgeving),
        *_report_signalen(record, omgeving),
    ]


def _report_vervolg(record: RodeDraad, omgeving: Omgeving) -> list[Blok]:
    """The earlier threads that it follows up, each with the session that it comes from."""
    inhoud: list[Inline] = []
    for eerder in find_draden(record.vervolg_op, omgeving):
        if omgeving.is_printed(eerder.id):
            inhoud += [Tekst("; ")] if inhoud else []
            inhoud.append(Verwijzing(omgeving.noem(eerder.id), eerder.id))
            inhoud += [Tekst(f" ({eerder.afkomst})")] if eerder.afkomst.strip() else []
    return [Alinea((*tekst("Vervolg op: ", vet=True), *inhoud))] if inhoud else []


def _report_bundled(record: RodeDraad, omgeving: Omgeving) -> list[Blok]:
    draden = [one for one in record.draden if omgeving.is_printed(one)]
    if not draden:
        return []
    kop = f"Hierin komen samen ({format_aantal(weigh(record, omgeving), 'signaal', 'signalen')}):"
    return [Alinea(tekst(kop)), list_references(draden, omgeving)]


def _report_signalen(record: RodeDraad, omgeving: Omgeving) -> list[Blok]:
    """The signals of its own; those of a bundled thread stand there."""
    signalen = [one for one in record.signalen if omgeving.is_printed(one)]
    if not signalen:
        return []
    ook = "Ook gedragen" if record.draden else "Gedragen"
    kop = f"{ook} door {format_aantal(len(signalen), 'signaal', 'signalen')}:"
    return [Alinea(tekst(kop)), list_references(signalen, omgeving)]


def _labelled(label: str, inhoud: str) -> Alinea:
    return Alinea((*tekst(f"{label}: ", vet=True), *tekst(inhoud)))
