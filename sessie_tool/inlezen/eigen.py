"""A verslag that this program wrote itself: what it printed for the reader alone goes out before the parts are found.

That is the contents, the captions, what a step asks according to its sjabloon, counts, and what was still missing. The
list of signals goes from its appendix back to its step, and labels inside a cell become columns.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from sessie_tool.inlezen.blokken import Alinea, Blok, Cel, Kop, Lijstpunt, Noot, Rapport, Tabel, cell_text, text_of
from sessie_tool.inlezen.markdown import escape
from sessie_tool.kern.sessie import Sjabloon

replace = msgspec.structs.replace

_KENMERK = re.compile(r"(?:Verslag van \d{1,2} [a-z]+ \d{4}|(?:Concept van|Vastgesteld)\b.*\.)")
_NUMMER = re.compile(r"(?P<merk>\d{1,3}(?:\.\d{1,3})*|Bijlage [A-Z]{1,2}:)\s+(?=\S)")
_BIJSCHRIFT = re.compile(r"(?:Tabel|Figuur) \d+(?::| –) .*", re.DOTALL)
_TELLING = re.compile(r"In totaal \d+ \w+; de hele lijst staat in bijlage [A-Z]\.")
_ERONDER = re.compile(r" (Bron|Gebied|Met wie|Wat willen we leren): ")
"""What stands below the text of a cell; plain text has it on the same line."""

_GETELD = re.compile(r"(?:Herkomst|Soort|Opgave): .*\(\d+\)")
_ADRES = re.compile(r" \(#[^)\s]*\)")
_KOPPELING = re.compile(r"\[((?:[^\]\\]|\\.)*)\]\(#[^)\s]*\)")
_REGEL = re.compile(r"\n|<br ?/?>| / (?=[A-Z][^:/\n]{1,40}: )")
_REGEL_OPMAAK = re.compile(r"\\?\n|<br ?/?>| / (?=\*[A-Z][^*:\n]{1,40}:\*)")
_LABEL = re.compile(r"\*(?P<label>[^*:\n]{2,40}):\*\s*(?P<waarde>.*)", re.DOTALL)
_GENUMMERD = re.compile(r"(?P<nummer>\d{1,4}) (?P<tekst>\S.*)", re.DOTALL)
_OPGAVE = re.compile(r"Strategische opgave: (.+)")
_KOLOMMEN = (
    "Nr.", "Rol", "Naam", "Organisatie", "Signaal", "Herkomst", "Soort", "Opgave", "Actie", "Wie", "Wanneer", "Status",
    "Plaats", "Keuze", "Stippen", "Gekozen", "Advies", "Besluit", "Wie besluit", "Stap", "Gepland", "Werkelijk",
    "Regels",
)  # fmt: skip
_CEL = re.compile(rf"(?:^|; )({'|'.join(map(re.escape, _KOLOMMEN))}): ")
_EERDER = re.compile(r"Tabel \d+(?::| –) \d+ eerdere? \w+")
_BLADRAND = re.compile(r"Pagina \d+ van \d+")
_KOPREGELS = 8
_OPNIEUW = frozenset({"Inhoud", "Nog aan te vullen"})
"""Sections that a next verslag makes again."""

EERDER = "eerder"
"""What earlier sessions agreed: it stands in those, and the next session that looks back takes it from there."""

EIGEN_STAPPEN = frozenset({"toelichting", "notities", "stemming", "koers", EERDER})
"""The kinds of steps that only a verslag of this program tells of, under the title of the step."""


class Deel(msgspec.Struct, frozen=True):
    """A section that is one step of the sjabloon.

    Attributes:
        soort: one of `EIGEN_STAPPEN`, or that of another step.
    """

    soort: str
    kop: str
    blokken: tuple[Blok, ...]


class Eigen(msgspec.Struct, frozen=True):
    """A report ready for what every report goes through.

    Attributes:
        rapport: it, without what was for the reader alone.
        opgaven: what it says to be about.
        delen: the sections that are placed by their step.
        is_eigen: whether this program wrote it; else the rest is as it came.
    """

    rapport: Rapport
    opgaven: tuple[str, ...] = ()
    delen: tuple[Deel, ...] = ()
    is_eigen: bool = False


def take_eigen(rapport: Rapport, sjabloon: Sjabloon) -> Eigen:
    """The report as the rest of the reading understands it; one of another program comes back as it is."""
    lopend = [blok for blok in rapport.blokken if not isinstance(blok, Noot)]
    kop = [text_of(blok) for blok in lopend[:_KOPREGELS]]
    if sum(bool(_KENMERK.fullmatch(regel)) for regel in kop) < 2:
        return Eigen(rapport)
    noten = [blok for blok in rapport.blokken if isinstance(blok, Noot) and not _is_margin(blok, kop[0])]
    begin, secties = _cut([_plain(blok) for blok in lopend])
    gevraagd = {_fold(een) for stap in sjabloon.stappen for een in (f"Doel: {stap.doel}", "Gevraagd:", *stap.vragen)}
    opgaven = [een for blok in begin if (een := _OPGAVE.fullmatch(text_of(blok)))]
    soorten = {_fold(stap.titel): stap.bouwsteen.soort for stap in sjabloon.stappen}
    soorten |= {_fold(kop.tekst): EERDER for kop, blokken in secties if any(map(_is_earlier, blokken))}
    schoon = [(kop, _clean(blokken, gevraagd)) for kop, blokken in secties if kop.tekst not in _OPNIEUW]
    schoon = list(_put_signals_back(schoon))
    delen = [Deel(soorten.get(_fold(kop.tekst), ""), kop.tekst, tuple(blokken)) for kop, blokken in schoon]
    rest = [blok for (kop, blokken), deel in zip(schoon, delen, strict=True) if not _is_own(deel)
            for blok in (kop, *blokken)]  # fmt: skip
    hoofd = [blok for blok in begin if not (_KENMERK.fullmatch(text_of(blok)) or _OPGAVE.fullmatch(text_of(blok)))]
    return Eigen(
        replace(rapport, blokken=(*hoofd, *rest, *noten)),
        tuple(opgave.strip() for een in opgaven for opgave in een[1].split(",")),
        tuple(filter(_is_own, delen)),
        is_eigen=True,
    )


def _is_own(deel: Deel) -> bool:
    return deel.soort in EIGEN_STAPPEN


def _is_earlier(blok: Blok) -> bool:
    return bool(_EERDER.fullmatch(text_of(blok)))


def _is_margin(noot: Noot, titel: str) -> bool:
    """Whether a note is the contents, or what stands in the header and footer of every verslag."""
    rand = noot.waar in ("koptekst", "voettekst") and (noot.tekst == titel or bool(_BLADRAND.fullmatch(noot.tekst)))
    return rand or noot.waar == "inhoudsopgave"


def _fold(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


def _plain(blok: Blok) -> Blok:
    """A block without links inside the file, and a heading without the number that Word or a text shows before it."""
    if isinstance(blok, Tabel):
        return Tabel(tuple(tuple(tuple(map(_plain, cel)) for cel in rij) for rij in blok.rijen))
    kaal = replace(blok, tekst=_ADRES.sub("", blok.tekst), opmaak=_KOPPELING.sub(r"\1", blok.opmaak))
    nummer = _NUMMER.match(kaal.tekst) if isinstance(kaal, Kop) else None
    if isinstance(kaal, Kop) and nummer:
        return Kop(kaal.niveau, kaal.tekst[nummer.end() :], nummer["merk"])
    return kaal


def _cut(blokken: list[Blok]) -> tuple[list[Blok], list[tuple[Kop, list[Blok]]]]:
    """What stands above the sections, and the sections; the contents are no part of it."""
    koppen = [plaats for plaats, blok in enumerate(blokken) if isinstance(blok, Kop)]
    eerste = koppen[1] if len(koppen) > 1 else len(blokken)
    begin = blokken[:eerste]
    inhoud = next((plaats for plaats, blok in enumerate(begin) if text_of(blok) == "Inhoud"), len(begin))
    secties: list[tuple[Kop, list[Blok]]] = []
    for blok in blokken[eerste:]:
        if isinstance(blok, Kop) and (not secties or blok.niveau <= secties[0][0].niveau):
            secties.append((_appendix(blok), []))
        else:
            secties[-1][1].append(blok)
    return begin[:inhoud], secties


def _appendix(kop: Kop) -> Kop:
    """The heading of the appendix about the way of working says that it is one; it is no part of the session."""
    is_werkwijze = kop.merk.startswith("Bijlage") and kop.tekst == "Werkwijze"
    return replace(kop, tekst="Bijlage: Werkwijze", merk="", opmaak="") if is_werkwijze else kop


def _clean(blokken: list[Blok], gevraagd: set[str]) -> list[Blok]:
    """A section without what the sjabloon or the program put in it."""
    kept: list[Blok] = []
    weg = False
    rijen: list[Blok] = []
    for blok in blokken:
        tekst = text_of(blok)
        if isinstance(blok, Kop):
            weg = bool(re.match(r"Niet ingedeeld: \d+ ", tekst))
        cellen = _split_row(tekst)
        if cellen:
            rijen.append(blok)
            continue
        kept += _make_table(rijen)
        rijen = []
        if not (weg or _is_made(blok, gevraagd)):
            kept.append(_widen(blok) if isinstance(blok, Tabel) else blok)
    return kept + _make_table(rijen)


def _is_made(blok: Blok, gevraagd: set[str]) -> bool:
    """Whether a block is what the sjabloon asks, a caption, or a count."""
    if isinstance(blok, (Kop, Tabel)):
        return False
    geteld = isinstance(blok, Lijstpunt) and _GETELD.fullmatch(blok.tekst)
    vaste = geteld or _TELLING.fullmatch(blok.tekst) or _BIJSCHRIFT.fullmatch(blok.tekst)
    return bool(vaste) or _fold(blok.tekst) in gevraagd


def _split_row(tekst: str) -> list[tuple[str, str]]:
    """A row of a table in plain text: 'Nr.: 1; Signaal: …' as pairs; [] for other lines."""
    plekken = list(_CEL.finditer(tekst))
    if len(plekken) < 2 or plekken[0].start():
        return []
    einden = [een.start() for een in plekken[1:]] + [len(tekst)]
    cellen = [(een[1], _ERONDER.split(tekst[een.end() : eind])) for een, eind in zip(plekken, einden, strict=True)]
    erbij = [paar for _, delen in cellen for paar in zip(delen[1::2], delen[2::2], strict=True)]
    return [*((kop, delen[0]) for kop, delen in cellen), *erbij]


def _make_table(regels: list[Blok]) -> list[Blok]:
    if not regels:
        return []
    rijen = [dict(_split_row(text_of(blok))) for blok in regels]
    koppen = list(dict.fromkeys(kop for rij in rijen for kop in rij))
    return [Tabel((tuple(map(_cell, koppen)), *(tuple(_cell(rij.get(kop, "")) for kop in koppen) for rij in rijen)))]


def _cell(tekst: str) -> Cel:
    return (Alinea(tekst, escape(tekst)),) if tekst else ()


def _widen(tabel: Tabel) -> Tabel:
    """A table in which '*Bron:* …' below the text of a cell has a column of its own."""
    gesplitst = [[_take_labels(cel) for cel in rij] for rij in tabel.rijen]
    labels = list(dict.fromkeys(label for rij in gesplitst for _, erbij in rij for label in erbij))
    if not labels:
        return tabel
    rijen: list[tuple[Cel, ...]] = [(*tabel.rijen[0], *map(_cell, labels))]
    for rij in gesplitst[1:]:
        waarden = {label: waarde for _, erbij in rij for label, waarde in erbij.items()}
        rijen.append((*(cel for cel, _ in rij), *(_cell(waarden.get(label, "")) for label in labels)))
    return Tabel(tuple(rijen))


def _take_labels(cel: Cel) -> tuple[Cel, dict[str, str]]:
    kept: list[Blok] = []
    erbij: dict[str, str] = {}
    for blok in cel:
        opmaak = [] if isinstance(blok, Tabel) else _REGEL_OPMAAK.split(blok.opmaak or blok.tekst)
        regels = [] if isinstance(blok, Tabel) else _REGEL.split(blok.tekst)
        if len(opmaak) != len(regels) or isinstance(blok, Tabel):
            kept.append(blok)
            continue
        gelezen = [_LABEL.fullmatch(regel.strip()) for regel in opmaak]
        erbij |= {
            een["label"]: regel.partition(":")[2].strip() for een, regel in zip(gelezen, regels, strict=True) if een
        }
        over = [(rijk, regel) for een, rijk, regel in zip(gelezen, opmaak, regels, strict=True) if not een]
        if over:
            kept.append(Alinea("\n".join(regel for _, regel in over), "\n".join(rijk for rijk, _ in over)))
    return tuple(kept), erbij


def _put_signals_back(secties: list[tuple[Kop, list[Blok]]]) -> Iterator[tuple[Kop, list[Blok]]]:
    """The sections, with the list of signals in the step that it belongs to instead of at the end."""
    lijst = next(
        (deel for deel in secties if deel[0].tekst == "Alle signalen" and deel[0].merk.startswith("Bijlage")), None
    )
    doel = next((kop for kop, _ in secties if kop.tekst.casefold().startswith("signalen")), None)
    teksten = _numbered(lijst[1]) if lijst else {}
    for kop, blokken in secties:
        if lijst and doel and kop is lijst[0]:
            continue
        erbij = lijst[1] if lijst and kop is doel else []
        yield kop, [_without_number(blok, teksten) for blok in (*blokken, *erbij)]


def _numbered(blokken: Iterable[Blok]) -> dict[str, str]:
    rijen = (rij for blok in blokken if isinstance(blok, Tabel) for rij in blok.rijen[1:] if len(rij) > 1)
    return {cell_text(rij[0]): _fold(cell_text(rij[1])) for rij in rijen}


def _without_number(blok: Blok, teksten: dict[str, str]) -> Blok:
    """'7 Bij de tandarts …' below a draad is signal 7."""
    match = _GENUMMERD.fullmatch(blok.tekst) if isinstance(blok, Lijstpunt) else None
    if match is None or not teksten.get(match["nummer"], "").startswith(_fold(match["tekst"])):
        return blok
    return Lijstpunt(match["tekst"], escape(match["tekst"]))
