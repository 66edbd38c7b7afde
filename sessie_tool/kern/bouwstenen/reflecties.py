"""reflecties: what is said about a thema, as text; an advies is a marked passage in that text, and stays there."""

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Annotated, ClassVar, Self, cast

import msgspec

from sessie_tool.kern.bouwstenen.adviezen import Advies, report_adviezen
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.rapport import kop_tekst, name_text
from sessie_tool.kern.document import Blok, Inhoud, Inline, Kop, Opmaak, Passagemerk, Tekst, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.passages import find_passages, rewrite_passages
from sessie_tool.kern.record import Overname, Record
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.veld import Veld

_LIJKT = (0.5, 0.75)
"""From this share of the same words, or of the same signs, a passage is an earlier one that was edited."""

_VERGELEKEN, _MEESTE, _NABIJ = 500, 200, 20
"""The signs of a passage, the passages and for each the adviezen that are compared: no text makes a key press wait."""

replace = msgspec.structs.replace


class Reflectie(Record, frozen=True):
    """What was said about a thema.

    Attributes:
        adviezen: one for each marked passage in the text, in its order; what is known of an advies (what was decided,
            what came of it) stays with its passage when the text is edited or moved.
        teller: how many adviezen it ever had, so that no id is given twice.
    """

    ENKEL: ClassVar[str] = "reflectie"
    MEERVOUD: ClassVar[str] = "reflecties"

    tekst: Annotated[
        str, Veld("Reflectie", "tekst", "Zet == voor en achter een advies: ==zo==. Met ^[ ] maakt u een noot.")
    ] = ""
    thema: Annotated[
        str, Veld("Thema", "verwijzing", "Over welk thema gaat dit?", naar="thema", merk="#", kolom=True)
    ] = ""
    vragen: Annotated[
        tuple[str, ...],
        Veld("Bij vraag", "verwijzing", "Op welke vraag is dit een antwoord?", naar="vraag", merk="+", kolom=True),
    ] = ()
    wie: Annotated[tuple[str, ...], Veld("Wie", "deelnemer", "Wie zei dit?", merk="@", kolom=True)] = ()
    adviezen: tuple[Advies, ...] = ()
    teller: int = 0

    def __post_init__(self) -> None:
        """Bring the adviezen in line with the passages in the text."""
        passages = tuple(one.tekst for one in find_passages(self.tekst))
        if not passages and not self.adviezen:
            return
        known = _match(passages, self.adviezen)
        teller, adviezen = self.teller, []
        for passage, advies in zip(passages, known, strict=True):
            teller += advies is None
            nieuw = advies or Advies(id=f"{self.id}-{teller}")
            adviezen.append(replace(nieuw, tekst=passage, bereik=self.bereik, van=self.wie))
        msgspec.structs.force_setattr(self, "teller", teller)
        msgspec.structs.force_setattr(self, "adviezen", tuple(adviezen))

    def delen(self) -> tuple[Record, ...]:
        """The adviezen in the text."""
        return self.adviezen

    def with_delen(self, delen: Sequence[Record]) -> Self:
        """With other adviezen: changed words come into the text, and one that is gone is text again."""
        nieuw = {one.id: cast("Advies", one) for one in delen}
        teksten = [nieuw[one.id].tekst if one.id in nieuw else None for one in self.adviezen]
        kept = [nieuw[one.id] for one in self.adviezen if one.id in nieuw]
        tekst = rewrite_passages(self.tekst, teksten)
        passages = find_passages(tekst)
        if len(passages) == len(kept):  # each stays with its own passage, also when its words did not fit
            kept = [replace(one, tekst=passage.tekst) for one, passage in zip(kept, passages, strict=True)]
        return replace(self, tekst=tekst, adviezen=tuple(kept))

    def forget(self, ids: frozenset[str]) -> Self | None:
        """A reflectie whose thema is gone stays, without a thema."""
        kept = replace(self, thema="") if self.thema in ids else self
        return super(Reflectie, kept).forget(ids)


def _match(passages: tuple[str, ...], adviezen: tuple[Advies, ...]) -> list[Advies | None]:
    """For each passage its advies: the one with the same words, else in order one that was edited, else None."""
    rest: dict[str, list[Advies]] = {}
    for advies in adviezen:
        rest.setdefault(advies.tekst, []).append(advies)
    found = [rest[passage].pop(0) if rest.get(passage) else None for passage in passages]
    over = {one.id for same in rest.values() for one in same}
    kandidaten = [one for one in adviezen if one.id in over]
    nieuw = [plaats for plaats, one in enumerate(found) if one is None]
    for plaats in nieuw[:_MEESTE]:
        edited = next((one for one in kandidaten[:_NABIJ] if _is_like(one.tekst, passages[plaats])), None)
        kandidaten = [one for one in kandidaten if one is not edited]
        found[plaats] = edited
    return found


def _is_like(een: str, ander: str) -> bool:
    een, ander = een[:_VERGELEKEN], ander[:_VERGELEKEN]
    paren = ((een.split(), ander.split()), (een, ander))
    return any(
        SequenceMatcher(None, links, rechts, autojunk=False).ratio() >= grens
        for (links, rechts), grens in zip(paren, _LIJKT, strict=True)
    )


class Reflecties(BouwsteenMetRecords, frozen=True):
    """Reflections per thema, with the adviezen in them."""

    TITEL: ClassVar[str] = "Reflecties"
    UITLEG: ClassVar[str] = (
        "Reflecties: #2 is thema 2, +a is vraag a en @ zegt wie het zei. Zet == voor en achter een advies: ==zo==."
    )
    VOORBEELD: ClassVar[str] = "De stad kan niet alles tegelijk. ==Kies drie wijken en zeg waarom.== #1 +a @Jansen"
    RECORD: ClassVar[type[Record]] = Reflectie
    OPVOLGBAAR: ClassVar[bool] = True

    records: tuple[Reflectie, ...] = ()

    def take_over(self, bron: Omgeving, overname: Callable[[Record], Overname]) -> Iterable[Record]:
        """The reflections of the earlier session as text: an advies is followed up where it was given."""
        for one in super().take_over(bron, overname):
            yield cast("Reflectie", one).with_delen(())

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A heading per thema with its reflections, then those without a thema, then all adviezen as a list."""
        shown = self.printed()
        blokken: list[Blok] = []
        for thema in omgeving.of_type("thema"):
            bij = [one for one in shown if one.thema == thema.id]
            if bij and thema.bereik == "verslag":
                blokken += [Kop(2, tekst(kop_tekst(thema, omgeving))), *_report_all(bij, omgeving, 3)]
        los = [one for one in shown if not omgeving.is_printed(one.thema)]
        kop = [Kop(2, tekst("Zonder thema"))] if blokken and los else []
        return (*blokken, *kop, *_report_all(los, omgeving, 2 + len(kop)), *_report_adviezen(shown, omgeving))

    def left_out(self, omgeving: Omgeving) -> int:
        """The facilitator's own reflections, and the adviezen in them."""
        return sum(1 + len(one.adviezen) for one in self.records if one.bereik != "verslag")

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Themes without a reflectie, reflections without a thema, questions without an answer."""
        if not self.printed():
            return super().missing(omgeving)
        themas = [one.id for one in omgeving.of_type("thema") if one.bereik == "verslag"]
        used = {one.thema for one in self.printed()}
        gaten = [f"Thema zonder reflectie: {omgeving.noem(one)}" for one in themas if one not in used]
        if themas:
            los = (one for one in self.printed() if one.thema not in themas)
            gaten += [f"Reflectie {omgeving.nummer(one.id)} hoort nog bij geen thema." for one in los]
        answered = {vraag for tag in ("reflectie", "advies") for one in omgeving.of_type(tag) for vraag in _vragen(one)}
        open_vragen = (one for one in omgeving.of_type("vraag") if one.bereik == "verslag" and one.id not in answered)
        return (*gaten, *(f"Vraag zonder reflectie of advies: {omgeving.noem(one.id)}" for one in open_vragen))


def _vragen(record: Record) -> tuple[str, ...]:
    return record.vragen if record.bereik == "verslag" and isinstance(record, (Reflectie, Advies)) else ()


def _report_all(reflecties: Iterable[Reflectie], omgeving: Omgeving, niveau: int) -> list[Blok]:
    return [blok for one in reflecties for blok in _report(one, omgeving, niveau)]


def _report(reflectie: Reflectie, omgeving: Omgeving, niveau: int) -> tuple[Blok, ...]:
    """A heading with who says it and which questions it answers, then the text with its adviezen labelled.

    The bookmark of an advies is on its passage; the list of adviezen has it too, for where a passage cannot be shown.
    """
    kop = f"Reflectie {omgeving.nummer(reflectie.id)}"
    kop += f" van {join_woorden(list(reflectie.wie))}" if reflectie.wie else ""
    inhoud = (*tekst(kop), *_bij_vraag(reflectie, omgeving))
    merken = tuple(Passagemerk(one.tekst, one.id, f"advies {omgeving.nummer(one.id)}") for one in reflectie.adviezen)
    return (Kop(niveau, inhoud, reflectie.id), Opmaak(name_text(reflectie.tekst), passages=merken))


def _bij_vraag(reflectie: Reflectie, omgeving: Omgeving) -> Inhoud:
    """', bij vraag a, c', each letter a link to its question."""
    inhoud: list[Inline] = []
    for one in reflectie.vragen:
        if omgeving.is_printed(one):
            inhoud += [Tekst(", " if inhoud else ", bij vraag "), Verwijzing(omgeving.nummer(one), one)]
    return tuple(inhoud)


def _report_adviezen(reflecties: Sequence[Reflectie], omgeving: Omgeving) -> tuple[Blok, ...]:
    adviezen = tuple(advies for one in reflecties for advies in one.adviezen)
    uit = {advies.id: _terug(one, omgeving) for one in reflecties for advies in one.adviezen}
    return (Kop(2, tekst("Adviezen")), *report_adviezen(adviezen, omgeving, uit)) if adviezen else ()


def _terug(reflectie: Reflectie, omgeving: Omgeving) -> Inhoud:
    """Where an advies stands: its reflectie, and the thema of it."""
    thema = f", thema {omgeving.noem(reflectie.thema)}" if omgeving.is_printed(reflectie.thema) else ""
    return (Verwijzing(f"reflectie {omgeving.nummer(reflectie.id)}{thema}", reflectie.id),)
