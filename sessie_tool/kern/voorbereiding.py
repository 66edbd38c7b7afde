"""Preparation before the day: a form in Markdown to fill in, and what it says taken into the session.

A heading is a step or a part of the dilemma. Nothing is lost: what finds no place stands under Niet geplaatst, and so
does a text that another one came in the place of.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from sessie_tool.fouten import Bevinding, RegelError, suggest
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.bouwstenen.checklist import Checklist, Controlepunt
from sessie_tool.kern.bouwstenen.dilemma import Dilemma, Dilemmas
from sessie_tool.kern.deelnemer import format_deelnemer
from sessie_tool.kern.deelnemerslijst import read_deelnemerslijst
from sessie_tool.kern.sessie import Sessie, Stap, environment, with_bouwsteen
from sessie_tool.kern.taal import format_datum
from sessie_tool.kern.veld import velden

replace = msgspec.structs.replace

UITLEG = (
    "> Vul onder de koppen in wat u al weet; een lege kop mag blijven staan.\n"
    "> De regels met een > ervoor zijn uitleg; laat ze gerust staan.\n"
)
_GEGEVENS = {"plaats": "Plaats", "aanleiding": "Aanleiding"}
_KOP = re.compile(r"(#{1,6})\s+(.*?)[\s#]*$")
_PUNT = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(?:\[\s*([xXvV✓✔]?)\s*\]\s*)?")
_DELEN = {name: veld for name, veld in velden(Dilemma).items() if name != "bereik"}


class Gelezen(NamedTuple):
    """The session with what a form says, and what needs a look."""

    sessie: Sessie
    bevindingen: tuple[Bevinding, ...]


# The form.


def write_formulier(sessie: Sessie) -> str:
    """The form, with what is known already in it; who reads it in again changes nothing."""
    delen = [f"# Voorbereiding: {sessie.titel} ({format_datum(sessie.datum)})\n\n{UITLEG}"]
    delen.append("\n".join(f"{label}: {_one_line(getattr(sessie, name))}" for name, label in _GEGEVENS.items()) + "\n")
    deelnemers = "".join(f"- {format_deelnemer(one)}\n" for one in sessie.deelnemers)
    delen.append(f"## Deelnemers\n\n> Een regel per persoon: naam; rol; organisatie\n\n{deelnemers}")
    anders = []
    for stap in sessie.stappen:
        if isinstance(stap.bouwsteen, Checklist):
            delen.append(_write_checklist(stap, stap.bouwsteen))
        elif isinstance(stap.bouwsteen, Dilemmas):
            delen += _write_dilemma(stap, stap.bouwsteen)
        elif stap.bouwsteen.UITLEG:
            anders.append(f"> - {stap.titel}\n")
    if anders:
        uitleg = "> Al iets voor een andere stap? Maak een kop met twee hekjes en haar naam, en een regel per punt:"
        delen.append(f"{uitleg}\n{''.join(anders)}")
    return "\n".join(delen)


def _write_checklist(stap: Stap, lijst: Checklist) -> str:
    punten = "".join(f"- [{'x' if one.gedaan else ' '}] {_one_line(one.tekst)}\n" for one in lijst.records)
    return f"## {stap.titel}\n\n> Zet een x tussen de haken als een punt klaar is.\n\n{punten}"


def _write_dilemma(stap: Stap, bouwsteen: Dilemmas) -> Iterator[str]:
    dilemma = bouwsteen.records[-1] if bouwsteen.records else Dilemma(id="")
    yield f"## {stap.titel}\n\n> {_DELEN['titel'].hulp}\n\n{_block(_one_line(dilemma.titel))}"
    for name, veld in _DELEN.items():
        if name != "titel":
            waarde = getattr(dilemma, name)
            inhoud = _block(waarde if veld.vorm == "tekst" else _one_line(waarde))
            yield f"### {veld.label}\n\n> {veld.hulp}\n\n{inhoud}"


def _block(tekst: str) -> str:
    """A text, with a backslash before what would be read as a heading or as guidance."""
    return re.sub(r"^(\\*[#>])", r"\\\1", tekst.strip(), flags=re.MULTILINE) + "\n" if tekst.strip() else ""


def _one_line(tekst: str) -> str:
    return " ".join(tekst.split())


# Reading it in.


class _Deel(NamedTuple):
    """What stands under one heading: the line it begins at, the heading (as written and as read), and the lines."""

    regel: int
    kop: str
    naam: str
    regels: list[tuple[int, str]]

    @property
    def tekst(self) -> str:
        return "\n".join(regel for _, regel in self.regels).strip()


class _Lezing:
    """Takes the parts of a form into a session, one by one."""

    def __init__(self, sessie: Sessie, new_id: NewId) -> None:
        self.sessie, self.new_id = sessie, new_id
        self.bevindingen: list[Bevinding] = []
        self.rest: list[str] = []
        self.stappen = {_plain(stap.titel): stap.id for stap in reversed(sessie.stappen)}
        self.dilemma = next((one.id for one in sessie.stappen if isinstance(one.bouwsteen, Dilemmas)), "")
        self.velden = {_plain(veld.label): name for name, veld in _DELEN.items()} if self.dilemma else {}

    def say(self, regel: int, bericht: str, advies: str = "") -> None:
        self.bevindingen.append(Bevinding(bericht, advies, regel=regel, ernst="let op"))

    def knows(self, naam: str) -> bool:
        return naam in self.stappen or naam in self.velden or naam == "deelnemers"

    def take(self, deel: _Deel) -> None:
        """Put one part where it belongs."""
        if not deel.kop:
            self._take_gegevens(deel)
        elif not deel.tekst and self.knows(deel.naam):
            return
        elif deel.naam in self.stappen:
            self._take_stap(self.sessie.stap(self.stappen[deel.naam]), deel)
        elif deel.naam in self.velden:
            self._take_dilemma(self.sessie.stap(self.dilemma), deel, self.velden[deel.naam])
        elif deel.naam == "deelnemers":
            self._take_deelnemers(deel)
        else:
            self._leave(deel)

    def _leave(self, deel: _Deel) -> None:
        namen = [stap.titel for stap in self.sessie.stappen]
        raad = suggest(deel.kop, [*namen, *(one.label for one in _DELEN.values())])
        self.rest.append(f"{deel.kop}\n{deel.tekst}".strip())
        wat = f"De kop '{deel.kop}' hoort bij geen stap. {raad}".rstrip()
        self.say(deel.regel, wat, "De tekst staat bij Niet geplaatst.")

    def _take_gegevens(self, deel: _Deel) -> None:
        """What stands above the first step: 'Plaats: …' and 'Aanleiding: …'."""
        for nummer, regel in deel.regels:
            label, dubbelepunt, waarde = regel.partition(":")
            name = next((one for one, wat in _GEGEVENS.items() if dubbelepunt and _plain(label) == wat.casefold()), "")
            if (
                name
                and waarde.strip()
                and self._keep_old(_GEGEVENS[name], getattr(self.sessie, name), waarde.strip(), nummer)
            ):
                self.sessie = replace(self.sessie, **{name: waarde.strip()})
            elif not name and regel.strip():
                self.rest.append(regel.strip())
                self.say(nummer, "Deze tekst staat boven de eerste stap.", "Ze staat nu bij Niet geplaatst.")

    def _take_deelnemers(self, deel: _Deel) -> None:
        tekst = "\n".join(_PUNT.sub("", regel, count=1) for _, regel in deel.regels if regel.strip())
        bekend = {format_deelnemer(one) for one in self.sessie.deelnemers}
        nieuw = "\n".join(regel for regel in tekst.split("\n") if regel not in bekend)
        lijst = read_deelnemerslijst(nieuw, self.sessie.deelnemers, self.new_id)
        self.sessie = replace(self.sessie, deelnemers=(*self.sessie.deelnemers, *lijst.deelnemers))
        self.bevindingen += [replace(one, regel=deel.regel) for one in lijst.bevindingen]

    def _take_stap(self, stap: Stap, deel: _Deel) -> None:
        if isinstance(stap.bouwsteen, Dilemmas):
            self._take_dilemma(stap, deel, "titel")
        elif isinstance(stap.bouwsteen, Checklist):
            self._take_checklist(stap, stap.bouwsteen, deel)
        else:
            self._take_regels(stap, deel)

    def _take_dilemma(self, stap: Stap, deel: _Deel, name: str) -> None:
        records = stap.bouwsteen.records
        old = records[-1] if records and isinstance(records[-1], Dilemma) else Dilemma(id=self.new_id())
        waarde, over = (deel.tekst, "") if _DELEN[name].vorm == "tekst" else _first_line(deel.tekst)
        if name == "inbrenger":
            waarde = str(environment(self.sessie).match(_DELEN[name], waarde) or waarde)
        if not self._keep_old(_DELEN[name].label, getattr(old, name), waarde, deel.regel):
            waarde = getattr(old, name)
        nieuw = replace(old, **{name: waarde})
        if over and over not in nieuw.context:
            nieuw = replace(nieuw, context="\n\n".join(filter(None, (nieuw.context, over))))
        self.sessie = with_bouwsteen(self.sessie, stap.id, stap.bouwsteen.with_records((*records[:-1], nieuw)))

    def _keep_old(self, label: str, old: str, nieuw: str, regel: int) -> bool:
        """Keep a text that another one comes in the place of under Niet geplaatst; False when it is the same text."""
        if _one_line(old) == _one_line(nieuw):
            return False
        if old.strip() and old.strip() not in nieuw:
            self.rest.append(f"{label} was eerst: {old.strip()}")
            self.say(regel, f"Bij '{label}' stond al iets anders.", "De oude tekst staat bij Niet geplaatst.")
        return True

    def _take_checklist(self, stap: Stap, lijst: Checklist, deel: _Deel) -> None:
        punten = list(lijst.records)
        for _, regel in deel.regels:
            vink, tekst = _PUNT.match(regel), _PUNT.sub("", regel, count=1).strip()
            gedaan = bool(vink and vink[1])
            plek = next((een for een, one in enumerate(punten) if _plain(one.tekst) == _plain(tekst)), None)
            if plek is not None:
                punten[plek] = replace(punten[plek], gedaan=punten[plek].gedaan or gedaan)
            elif tekst:
                punten.append(Controlepunt(id=self.new_id(), tekst=tekst, gedaan=gedaan))
        self.sessie = with_bouwsteen(self.sessie, stap.id, lijst.with_records(punten))

    def _take_regels(self, stap: Stap, deel: _Deel) -> None:
        """Each line becomes a record, as if it was typed; one that stands there already is passed over."""
        for nummer, regel in deel.regels:
            tekst, bouwsteen = _PUNT.sub("", regel, count=1).strip(), self.sessie.stap(stap.id).bouwsteen
            if not tekst:
                continue
            try:
                nieuw, record = bouwsteen.apply_regel(tekst, environment(self.sessie), self.new_id())
            except RegelError as fout:
                self.rest.append(f"{stap.titel}: {tekst}")
                self.say(nummer, str(fout), "De regel staat bij Niet geplaatst.")
            else:
                if all(replace(one, id=record.id) != record for one in bouwsteen.records):
                    self.sessie = with_bouwsteen(self.sessie, stap.id, nieuw)


def read_formulier(sessie: Sessie, tekst: str, new_id: NewId) -> Gelezen:
    """The session with what stands in a form. Reading the same form again changes nothing more."""
    lezing = _Lezing(sessie, new_id)
    uitleg = {regel for regel in write_formulier(sessie).split("\n") if regel.startswith(">")}
    regels = tekst.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    genummerd = [(nummer, regel) for nummer, regel in enumerate(regels, 1) if regel.rstrip() not in uitleg]
    for deel in _split(genummerd, lezing.knows):
        lezing.take(deel)
    nieuw = [een for een in lezing.rest if een not in sessie.niet_geplaatst]
    rest = "\n\n".join(filter(None, (sessie.niet_geplaatst, *nieuw)))
    return Gelezen(replace(lezing.sessie, niet_geplaatst=rest), tuple(lezing.bevindingen))


def _split(regels: list[tuple[int, str]], knows: Callable[[str], bool]) -> list[_Deel]:
    """The parts of a form; a deeper heading that is no part of its own is text of the part it stands in."""
    delen, diepte = [_Deel(1, "", "", [])], 6
    for nummer, regel in regels:
        kop = _KOP.match(regel)
        naam = _plain(kop[2]) if kop else ""
        if kop and naam.startswith("voorbereiding:"):
            continue
        if kop and (knows(naam) or len(kop[1]) <= diepte):
            delen.append(_Deel(nummer, kop[2], naam, []))
            diepte = len(kop[1])
        else:
            delen[-1].regels.append((nummer, re.sub(r"^\\(\\*[#>])", r"\1", regel)))
    return delen


def _plain(tekst: str) -> str:
    """A heading or a line as it is compared: in small letters, without a number before it."""
    return " ".join(re.sub(r"^\s*\d+[.)]\s+", "", tekst).casefold().split()).rstrip(":")


def _first_line(tekst: str) -> tuple[str, str]:
    """The first paragraph on one line, and what comes after it."""
    eerste, _, over = tekst.partition("\n\n")
    return _one_line(eerste), over.strip()
