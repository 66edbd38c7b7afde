"""Placing reflections, threads, signals, advice and participants."""

import re
from itertools import pairwise

import msgspec

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Tabel, rich_of, text_of
from sessie_tool.inlezen.bouw import Bouw
from sessie_tool.inlezen.fragment import Fragment
from sessie_tool.inlezen.markdown import escape
from sessie_tool.inlezen.merken import number_of
from sessie_tool.inlezen.personen import read_personen
from sessie_tool.inlezen.plaats_vragen import KOLOMMEN_THEMA, add_titled, mentioned, with_heading
from sessie_tool.inlezen.stukken import Punt, group, is_text, points
from sessie_tool.inlezen.tabellen import Gelezen, read_columns
from sessie_tool.inlezen.titels import is_same, split_title
from sessie_tool.inlezen.woorden import label_of, normalize, says_more

KOLOMMEN_ADVIES = {"tekst": ("advies", "adviezen", "aanbeveling", "aanbevelingen", "wat")}
_VOORAAN = re.compile(r"\*\*(?P<titel>[^*.:]{2,80})[.:]?\s?\*\*\s?[.:]?\s+\S")
_CURSIEF = re.compile(r"\*[^*\n]{1,78}[^*\W]\*|_[^_\n]{1,78}[^\W_]_")
_ADVIES = re.compile(r"((?:.*?[.!?]\s+)?\**(?:Advies|Aanbeveling)(?:\s+\d{1,2})?\**\s*:\**\s*)(\S.*)", re.DOTALL)


def place_reflecties(bouw: Bouw, _plaats: int, fragment: Fragment) -> None:
    """What was said: for each theme, and about which questions."""
    if is_noted(bouw, fragment):
        bouw.add("notities", vraag=fragment.item or fragment.kop, antwoord=bouw.text(fragment.blokken))
        return
    if bouw.stap("reflecties") is None:
        bouw.keep(fragment.kop or fragment.item or fragment.deel, with_heading(fragment))
        return
    if fragment.item or fragment.merk:
        _reflect(bouw, fragment.item, fragment.merk, fragment.vragen, list(fragment.blokken))
        return
    titels = (
        _numbered_titles(fragment.blokken) or _run_in_titles(bouw, fragment.blokken) or _italic_titles(fragment.blokken)
    )
    vooraf, punten = group(fragment.blokken, lambda blok: blok in titels or _names_theme(bouw, blok))
    over = [blok for blok in vooraf if not (isinstance(blok, Tabel) and _reflections_of_table(bouw, blok))]
    kop: list[Blok] = [Kop(3, fragment.kop)] if fragment.kop and _is_shown(fragment.kop, over) else []
    if over or kop or fragment.vragen:
        _reflect(bouw, "", "", fragment.vragen, [*kop, *over])
    for blok, erbij in punten:
        titel = split_title(text_of(blok))[0]
        zonder = _without_title(blok) if _is_whole_title(bouw, titel) else blok
        _reflect(bouw, titel, "", fragment.vragen, [zonder, *erbij])


def is_noted(bouw: Bouw, fragment: Fragment) -> bool:
    """Whether what was said becomes a note: in a session without reflections, such as a jaarronde."""
    return fragment.deel == "reflecties" and bouw.stap("reflecties") is None and bouw.stap("notities") is not None


def _is_whole_title(bouw: Bouw, titel: str) -> bool:
    """Whether a title has no words more than that of the theme it names; one that names none becomes a theme."""
    bekend = [een.titel for een in bouw.records("themas") if is_same(een.titel, titel)]
    return not bekend or normalize(bekend[0]) == normalize(titel)


def _is_shown(kop: str, over: list[Blok]) -> bool:
    """Whether the heading of what was said stands above it; one with 'reflectie' is the title of the step."""
    if kop.casefold().startswith("reflectie"):
        return False
    return says_more(kop) or (bool(over) and not kop.casefold().startswith(("bevinding", "bespreking")))


def _names_theme(bouw: Bouw, blok: Blok) -> bool:
    """Whether a paragraph or item begins with the title of a theme: 'Wonen: de Board ziet …'."""
    if not isinstance(blok, (Alinea, Lijstpunt)) or getattr(blok, "vast", False):
        return False
    titel, _ = split_title(blok.tekst)
    return bool(bouw.find("themas", titel))


def _numbered_titles(blokken: tuple[Blok, ...]) -> list[Blok]:
    """The numbered lines that stand above paragraphs as titles: '1. Wonen', with what was said below it."""
    titels: list[Blok] = [
        blok
        for blok, volgende in pairwise(blokken)
        if isinstance(blok, Lijstpunt) and isinstance(volgende, Alinea) and _is_title(blok)
    ]
    return titels if len(titels) > 1 else []


def _run_in_titles(bouw: Bouw, blokken: tuple[Blok, ...]) -> list[Blok]:
    """The paragraphs that begin with a bold title: '**Wonen.** De Board ziet …'; who spoke is no title."""
    titels: list[Blok] = []
    for blok in blokken:
        match = _VOORAAN.match(blok.opmaak) if isinstance(blok, Alinea) else None
        if match and split_title(text_of(blok))[0] == match["titel"].strip() and not label_of(match["titel"]):
            titels.append(blok)
    titels = [blok for blok in titels if not _is_speaker(bouw, split_title(text_of(blok))[0])]
    return titels if len(titels) > 1 else []


def _is_speaker(bouw: Bouw, titel: str) -> bool:
    return any(een.naam.casefold().endswith(titel.casefold()) for een in bouw.deelnemers)


def _italic_titles(blokken: tuple[Blok, ...]) -> list[Blok]:
    """The short lines in italics that stand above paragraphs."""
    titels: list[Blok] = [
        blok
        for blok, volgende in pairwise(blokken)
        if isinstance(blok, Alinea) and isinstance(volgende, Alinea) and _CURSIEF.fullmatch(blok.opmaak)
    ]
    return titels if len(titels) > 1 else []


def _is_title(blok: Lijstpunt) -> bool:
    tekst = blok.tekst.strip()
    return number_of(blok.merk) is not None and len(tekst) < 80 and tekst[-1:].isalnum() and "[^" not in blok.opmaak


def _without_title(blok: Blok) -> Blok:
    titel, rest = split_title(text_of(blok))
    opmaak = rich_of(blok)
    kaal = re.match(rf"[*_]*{re.escape(titel)}[*_]*\s*[:.–—-]?[*_]*\s*", opmaak)
    return Alinea(rest, opmaak[kaal.end() :]) if kaal else Alinea(text_of(blok), opmaak)


def _reflect(bouw: Bouw, titel: str, merk: str, vragen: tuple[str, ...], blokken: list[Blok]) -> None:
    thema = add_titled(bouw, "themas", titel, merk, "") if titel or merk else ""
    langer = len(normalize(titel)) > len(normalize(_title_of(bouw, thema)))
    voor: list[Blok] = [Kop(3, titel)] if titel and langer and not _begins_with(blokken, titel) else []
    tekst = bouw.text([*voor, *map(mark_advice, blokken)])
    ids = tuple(bouw.vragen[een] for een in vragen if een in bouw.vragen)
    onbekend = [een for een in vragen if een not in bouw.vragen]
    tekst = "\n\n".join(filter(None, (f"Bij vraag {', '.join(onbekend)}" if onbekend else "", tekst)))
    if tekst:
        alle = tuple(dict.fromkeys((*ids, *mentioned(bouw, tekst))))
        bouw.add("reflecties", tekst=tekst, thema=thema, vragen=alle)


def _title_of(bouw: Bouw, thema: str) -> str:
    return next((een.titel for een in bouw.records("themas") if een.id == thema), "")


def _begins_with(blokken: list[Blok], titel: str) -> bool:
    return bool(blokken) and text_of(blokken[0]).startswith(titel)


def mark_advice(blok: Blok) -> Blok:
    """'Advies: doe dit' in a reflection becomes a marked passage, so that it gets a number and can be followed up."""
    if not isinstance(blok, (Alinea, Lijstpunt)):
        return blok
    match = _ADVIES.fullmatch(blok.opmaak)
    if not match or "==" in match[2] or "\n" in match[2] or match[2].count("**") % 2:
        return blok
    return msgspec.structs.replace(blok, opmaak=f"{match[1]}=={match[2].strip()}==")


def _reflections_of_table(bouw: Bouw, tabel: Tabel) -> bool:
    gelezen = read_columns(tabel, KOLOMMEN_THEMA)
    if gelezen is None or not (gelezen.has("titel") and gelezen.has("tekst")):
        return False
    for rij in gelezen.rijen:
        extra: list[Blok] = [Alinea(een, escape(een)) for een in rij.erbij]
        _reflect(bouw, rij.get("titel"), "", (), [*rij.cellen.get("tekst", ()), *extra])
    return True


def place_adviezen(bouw: Bouw, _plaats: int, fragment: Fragment) -> None:
    """Advice: below a theme a marked passage of a reflection, else a numbered advice."""
    if "conclusie" in fragment.kop.casefold() and not any(isinstance(blok, Lijstpunt) for blok in fragment.blokken):
        place_reflecties(bouw, _plaats, fragment)
        return
    vooraf, punten = points(fragment.blokken, is_text)
    inleidend = [blok for blok in vooraf if isinstance(blok, Alinea)]
    for blok in vooraf:
        if isinstance(blok, Tabel) and (gelezen := read_columns(blok, KOLOMMEN_ADVIES)) and gelezen.has("tekst"):
            punten = [*_advice_of_table(gelezen), *punten]
        elif blok not in inleidend:
            bouw.keep(fragment.kop or "Adviezen", [blok])
    if not punten:
        bouw.keep(fragment.kop or "Adviezen", inleidend)
        return
    if (fragment.item and bouw.stap("reflecties")) or bouw.stap("adviezen") is None:
        _advise_inside(bouw, fragment, [*inleidend], punten)
        return
    begin = " ".join(bouw.text([blok]) for blok in inleidend)
    for blok, erbij in punten:
        tekst = bouw.text([Alinea(text_of(blok), rich_of(blok)), *erbij])
        bouw.add("adviezen", tekst=" ".join(filter(None, (begin, tekst))), vragen=mentioned(bouw, tekst))
        begin = ""


def _advice_of_table(gelezen: Gelezen) -> list[Punt]:
    punten: list[Punt] = []
    for rij in gelezen.rijen:
        extra: list[Blok] = [Alinea(een, escape(een)) for een in rij.erbij]
        punten.append((Lijstpunt(rij.get("tekst"), rij.get("tekst", opmaak=True)), extra))
    return punten


def _advise_inside(bouw: Bouw, fragment: Fragment, vooraf: list[Blok], punten: list[Punt]) -> None:
    """Advice as marked passages of a reflection on its theme."""
    if bouw.stap("reflecties") is None:
        bouw.keep(fragment.kop or "Adviezen", [*with_heading(fragment)])
        return
    los_kop = fragment.kop and not fragment.item and fragment.kop.casefold() not in ("advies", "adviezen")
    blokken: list[Blok] = [Kop(3, fragment.kop), *vooraf] if los_kop else list(vooraf)
    for blok, erbij in punten:
        opmaak = rich_of(blok)
        los = "==" in opmaak or "\n" in opmaak or isinstance(blok, Tabel)
        blokken += [blok if los else Alinea(text_of(blok), f"=={opmaak.strip()}=="), *erbij]
    _reflect(bouw, fragment.item, fragment.merk, fragment.vragen, blokken)


def place_personen(bouw: Bouw, _plaats: int, fragment: Fragment) -> None:
    """Who was there, and who was not."""
    personen, rest = read_personen(fragment.blokken, aanwezig=fragment.deel == "aanwezig")
    for een in personen:
        bouw.add_person(een.naam, een.rol, een.organisatie, aanwezig=een.aanwezig)
    bouw.keep(fragment.kop or fragment.deel, rest)


def place_rest(bouw: Bouw, _plaats: int, fragment: Fragment) -> None:
    """A part that no step is for."""
    if fragment.blokken:
        bouw.keep(fragment.kop or fragment.item or "zonder kop", with_heading(fragment))
    elif fragment.kop:
        bouw.keep("koppen", [Alinea(fragment.kop, fragment.kop)])
