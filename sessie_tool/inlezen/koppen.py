"""What is a heading: by its style, or because it is bold, in capitals, numbered or one of the heading words."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Tabel, block_text, rich_of, text_of
from sessie_tool.inlezen.datums import find_datum
from sessie_tool.inlezen.loop import is_capitals
from sessie_tool.inlezen.markdown import escape, escape_begin
from sessie_tool.inlezen.merken import number_of, split_kopmerk, split_merk
from sessie_tool.inlezen.personen import is_role
from sessie_tool.inlezen.reeksen import is_series, join_questions, take_numbers, take_series
from sessie_tool.inlezen.woorden import is_exact, label_of, part_of, says_more

_LANGSTE_KOP = 110
_KORTE_KOP = 70
_LANGSTE_LABEL = 40
_DIEP = 20
"""The level of a bold paragraph in a report that has real headings: below all of them."""

_GENUMMERD = re.compile(
    r"(?P<woord>vraag|thema|rode draad|draad|advies|aanbeveling|actie|actiepunt|signaal|reflectie)"
    r"(?:\s+(?P<merk>\d{1,3}|[a-z])\s*(?:[.:)–—-]+\s*|$|(?<=\d)\s+(?=(?-i:[A-Z])))|\s*:\s+)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OOK_ZONDER = ("vraag", "thema", "rode draad", "draad", "actie", "actiepunt")
"""Words that say what a line is even without a number: 'Thema: wonen'."""

_KAAL_LABEL = re.compile(r"(?P<label>Datum|Locatie|Plaats)(?P<ruimte>[ \xa0]+)(?P<rest>\S.{2,80}[^.\s])")
"""A label without a colon: two spaces, or a date, behind it."""

_LABEL = re.compile(r"\s*(?P<label>[^\s:][^:\n]{0,45}?)\s*:[ \t\xa0]*(?P<rest>.*)", re.DOTALL)


def match_numbered(tekst: str) -> re.Match[str] | None:
    """'Vraag a: …', 'Thema 2 – …', 'Thema: …' with the groups `woord`, `merk` and `rest`; None for other lines."""
    match = _GENUMMERD.fullmatch(tekst)
    return match if match and (match["merk"] or match["woord"].lower() in _OOK_ZONDER) else None


def is_theme_heading(kop: Kop) -> bool:
    """Whether a heading says itself that it is a theme, or the part with the themes."""
    match = match_numbered(kop.tekst)
    return match["woord"].lower() == "thema" if match else part_of(kop.tekst) == "themas"


def split_label(tekst: str) -> tuple[str, str]:
    """'Datum: 21 maart' → ('datum', '21 maart'); ("", "") when it begins with no label of a report."""
    match = _LABEL.fullmatch(tekst)
    deel = label_of(match["label"]) if match else ""
    if match and deel:
        return deel, match["rest"].strip()
    kaal = _KAAL_LABEL.fullmatch(tekst)
    if kaal and (kaal["ruimte"] != " " or find_datum(kaal["rest"])[0]):
        return label_of(kaal["label"]), kaal["rest"].strip()
    voor, tab, na = tekst.partition("\t")
    deel = label_of(voor) if tab else ""
    return (deel, na.strip(" \t:")) if deel else ("", "")


def own_label(tekst: str, rest: str) -> str:
    """The label that `split_label` took from before `rest`, when it has words of its own: 'Nieuwe leden'; else ""."""
    label = (tekst.rpartition(rest)[0] if rest else tekst).strip(" \t\xa0\n:")
    return label if says_more(label) else ""


def find_headings(blokken: Iterable[Blok]) -> list[Blok]:
    """The blocks with every heading made a Kop, lines with labels apart, and frames of text opened."""
    delen = take_series(take_numbers([deel for blok in blokken for deel in _unpack(blok)]))
    echt = [blok for blok in delen if isinstance(blok, Kop) and blok.niveau]
    diep = _DIEP if any(part_of(kop.tekst) or match_numbered(kop.tekst) for kop in echt) else 2
    hoofdletters = any(isinstance(blok, Alinea) and blok.vet and is_capitals(blok.tekst) for blok in delen)
    basis = diep if echt else 2 if hoofdletters else 1
    klaar = join_questions(
        blok if _is_subtitle(delen, plaats) else _promote(blok, delen, plaats, basis)
        for plaats, blok in enumerate(delen)
    )
    return klaar if echt or any(getattr(blok, "vet", False) for blok in delen) else _promote_bare(klaar)


def _promote_bare(delen: list[Blok]) -> list[Blok]:
    """In a report without any emphasis a short line above a paragraph, below the first heading, is a heading."""
    klaar: list[Blok] = []
    binnen = False
    for blok, volgende in zip(delen, [*delen, None][1:], strict=True):
        binnen = binnen or isinstance(blok, Kop)
        is_kop = binnen and isinstance(blok, Alinea) and isinstance(volgende, Alinea) and _is_bare(blok, volgende)
        merk, lengte = split_kopmerk(text_of(blok)) if is_kop else ("", 0)
        klaar.append(Kop(2, " ".join(text_of(blok)[lengte:].split()), merk) if is_kop else blok)
    return klaar


def _is_bare(blok: Alinea, volgende: Alinea) -> bool:
    tekst = blok.tekst.strip()
    kort = len(tekst) < min(60, len(volgende.tekst)) and len(tekst.split()) < 8 and "[^" not in blok.opmaak
    return kort and tekst[:1].isupper() and tekst[-1].isalnum() and volgende.tekst.rstrip().endswith(".")


def _is_subtitle(delen: list[Blok], plaats: int) -> bool:
    """Whether a line right below the title is no heading: what follows it belongs to the head of the report."""
    volgende = delen[1] if len(delen) > 1 else None
    if plaats or is_exact(block_text(delen[0])) or volgende is None:
        return False
    return bool(split_label(block_text(volgende))[0]) or bool(find_datum(block_text(volgende))[0])


def _promote(blok: Blok, delen: list[Blok], plaats: int, basis: int) -> Blok:
    if not isinstance(blok, (Alinea, Lijstpunt)) or not blok.tekst.strip() or not _may_be(blok):
        return blok
    merk = "" if isinstance(blok, Alinea) or blok.merk == "-" else blok.merk
    if (
        isinstance(blok, Lijstpunt)
        and not is_series(merk)
        and ((not number_of(merk) and "." not in merk.strip("().")) or _in_list(delen, plaats))
    ):
        return blok
    kaal = blok.tekst.strip().rstrip(":").strip()
    if not (blok.vet or is_exact(kaal) or _is_short_part(blok, kaal) or _is_numbered_title(delen, plaats)):
        return blok
    niveau = 1 if basis == 2 and is_capitals(blok.tekst) else basis + _is_lower(blok, delen)
    opmaak = blok.opmaak.strip().strip("*_").rstrip(":").strip()
    return Kop(niveau + merk.strip("().").count("."), " ".join(kaal.split()), merk, opmaak if "[^" in opmaak else "")


def _is_lower(blok: Alinea | Lijstpunt, delen: list[Blok]) -> bool:
    """Whether a bare word with a colon stands below the bold headings of the report."""
    los = not blok.vet and blok.tekst.strip().endswith(":")
    return los and any(getattr(deel, "vet", False) and not split_label(block_text(deel))[1] for deel in delen)


def _may_be(blok: Alinea | Lijstpunt) -> bool:
    tekst = blok.tekst.strip()
    if getattr(blok, "vast", False) or len(tekst) > _LANGSTE_KOP or not any(map(str.isalpha, tekst)):
        return False
    deel, rest = split_label(tekst)
    return not tekst.endswith((".", ";", ",")) and (not rest or deel in ("rest", "themas", "draden"))


def _is_short_part(blok: Alinea | Lijstpunt, kaal: str) -> bool:
    """A line without any emphasis that can only be a heading: few words, the first of them a heading word."""
    woorden = kaal.split()
    is_kop = len(woorden) <= 7 and not kaal.endswith(("?", "!")) and kaal[:1].isupper() and bool(part_of(kaal))
    return is_kop and (isinstance(blok, Lijstpunt) or not blok.tekst.strip().endswith(":") or len(woorden) <= 4)


def _is_numbered_title(delen: list[Blok], plaats: int) -> bool:
    """Whether a short line with a number of two parts ('3.1 Wonen') stands above a paragraph."""
    blok, volgende = delen[plaats], delen[plaats + 1] if plaats + 1 < len(delen) else None
    diep = isinstance(blok, Lijstpunt) and "." in blok.merk.strip("().")
    return diep and isinstance(volgende, Alinea) and len(text_of(blok)) < _KORTE_KOP and text_of(blok)[-1:].isalnum()


def _in_list(delen: list[Blok], plaats: int) -> bool:
    """Whether an item has a neighbour of its own kind, so that it is a list (an agenda) and no heading."""
    dit = delen[plaats]
    buren = [delen[een] for een in (plaats - 1, plaats + 1) if 0 <= een < len(delen)]
    return any(
        isinstance(buur, Lijstpunt)
        and isinstance(dit, Lijstpunt)
        and buur.diepte == dit.diepte
        and number_of(buur.merk) is not None
        and abs((number_of(buur.merk) or 0) - (number_of(dit.merk) or 0)) == 1
        and buur.vet == dit.vet
        and (bool(part_of(buur.tekst)) or not part_of(dit.tekst))
        for buur in buren
    )


# Taking apart what was laid out


def _unpack(blok: Blok) -> Iterator[Blok]:
    if isinstance(blok, Tabel):
        yield from _unpack_table(blok)
    elif isinstance(blok, Alinea) and not blok.vast:
        yield from _split_lines(blok)
    else:
        yield blok


def _split_lines(blok: Alinea) -> Iterator[Blok]:
    """A paragraph whose lines begin with labels or markers is as many paragraphs."""
    regels = [regel for regel in blok.tekst.split("\n") if regel.strip()]
    if len(regels) < 2 or not any(_begins(regel) for regel in regels[1:]):
        yield blok
        return
    opmaak = [regel for regel in blok.opmaak.split("\n") if regel.strip()]
    gelijk = len(opmaak) == len(regels)
    groep: list[int] = []
    for plaats, regel in enumerate(regels):
        if groep and _begins(regel):
            yield _join(blok, regels, opmaak if gelijk else [], groep)
            groep = []
        groep.append(plaats)
    yield _join(blok, regels, opmaak if gelijk else [], groep)


def _begins(regel: str) -> bool:
    return bool(split_label(regel)[0] or split_merk(regel)[0] or match_numbered(regel.strip()))


def _join(blok: Alinea, regels: list[str], opmaak: list[str], groep: list[int]) -> Blok:
    tekst = "\n".join(regels[een].strip() for een in groep)
    rijk = escape_begin(escape(tekst))
    if opmaak:
        rijk = "\n".join(opmaak[een].strip().rstrip("\\") for een in groep)
    merk, lengte = split_merk(tekst)
    if merk and rijk.startswith(tekst[:lengte].rstrip(". )")):
        kaal = tekst[lengte:]
        plek = rijk.find(kaal[:1], lengte - 1) if not opmaak or tekst == rijk else -1
        return Lijstpunt(kaal, rijk[plek:] if plek >= 0 else escape_begin(escape(kaal)), merk)
    return msgspec.structs.replace(blok, tekst=tekst, opmaak=rijk)


def _unpack_table(tabel: Tabel) -> Iterator[Blok]:
    """A table that only lays out the page (labels or headings at the left) becomes what it holds."""
    vol = [rij for rij in tabel.rijen if any(rij)]
    links = [_first_text(rij) for rij in vol]
    bekend = sum(bool(label_of(tekst.rstrip(" :"))) for tekst in links)
    smal = all(sum(map(bool, rij)) <= 2 for rij in vol)
    if not vol or not smal or bekend * 2 < len(vol) or (len(vol) > 1 and bekend < 2):
        yield tabel
        return
    for rij, tekst in zip(vol, links, strict=True):
        cellen = [cel for cel in rij if cel]
        yield from _unpack_row(tekst, cellen)


def _first_text(rij: tuple[tuple[Blok, ...], ...]) -> str:
    eerste = next((cel for cel in rij if cel), ())
    return " ".join(block_text(blok) for blok in eerste).strip() if len(eerste) == 1 else ""


def _unpack_row(tekst: str, cellen: list[tuple[Blok, ...]]) -> Iterator[Blok]:
    deel = label_of(tekst.rstrip(" :"))
    waarde = cellen[1] if len(cellen) > 1 else ()
    if deel and len(waarde) == 1 and isinstance(waarde[0], Alinea):
        label = tekst.rstrip(" :")
        yield Alinea(f"{label}: {waarde[0].tekst}", f"{escape(label)}: {waarde[0].opmaak}")
    elif deel:
        yield Kop(1, tekst.rstrip(" :"))
        yield from waarde
    elif len(waarde) == 1 and isinstance(waarde[0], Alinea) and len(tekst) < _LANGSTE_LABEL and ":" not in tekst:
        links = cellen[0][0]
        yield Alinea(
            f"{tekst}: {waarde[0].tekst}",
            f"{rich_of(links)}: {waarde[0].opmaak}",
            vast=not is_role(f"{tekst}: {waarde[0].tekst}"),
        )
    else:
        for cel in cellen:
            yield from cel
