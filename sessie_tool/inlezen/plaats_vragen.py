"""Placing the introduction, the questions and the themes of a report."""

import re
from collections.abc import Iterable

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Tabel, cell_text, rich_of, text_of
from sessie_tool.inlezen.bouw import Bouw, one_line
from sessie_tool.inlezen.fragment import Fragment
from sessie_tool.inlezen.markdown import escape
from sessie_tool.inlezen.merken import letter_of, number_of, split_merk
from sessie_tool.inlezen.stukken import Punt, group, is_question, marker_kind, points
from sessie_tool.inlezen.tabellen import read_columns
from sessie_tool.inlezen.titels import split_title
from sessie_tool.inlezen.vraagzinnen import take_apart
from sessie_tool.inlezen.woorden import is_exact, part_of
from sessie_tool.kern.taal import letter

KOLOMMEN_VRAAG = {"vraag": ("vraag", "vragen"), "toelichting": ("toelichting", "uitleg", "antwoord", "reflectie")}
KOLOMMEN_THEMA = {
    "titel": ("thema", "themas", "titel", "onderwerp", "naam", "rode draad", "draad", "rode draden"),
    "tekst": ("reflectie", "reflecties", "toelichting", "omschrijving", "uitleg", "beschrijving", "wat zien we",
              "reactie", "reactie van de board", "bespreking"),
}  # fmt: skip
_RANG = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste")
_EERSTE = re.compile(rf"\b(?:de|deze|die) ({'|'.join(_RANG)}) (?:deel)?vraag\b")
_HOOFDVRAAG = re.compile(r"(?:de |het )?(?:hoofd|centrale |advies|kern)vraag\b.*\?", re.IGNORECASE | re.DOTALL)
_LETTERS = re.compile(r"\bvra(?:ag|gen)\s+((?:[a-z]|\d{1,2})\b(?:(?:\s*,\s*|\s+en\s+|\s*&\s*)(?:[a-z]|\d{1,2})\b)*)")


def place_inleiding(bouw: Bouw, plaats: int, fragment: Fragment) -> None:
    """The introduction; questions that stand in it become questions where the report has no part for them."""
    blokken: Iterable[Blok] = fragment.blokken
    if "vragen" not in bouw.soorten and bouw.stap("vragen"):
        blokken = _take_questions(bouw, fragment.blokken)
    begin = is_exact(fragment.kop) and fragment.kop.casefold().startswith(("inleiding", "introductie"))
    past = begin and bouw.title("toelichting", fragment.kop.capitalize())
    bouw.introduce(plaats, blokken, "" if past else fragment.kop)


def _take_questions(bouw: Bouw, blokken: tuple[Blok, ...]) -> list[Blok]:
    """Make questions of the lists that are questions; gives what is left."""
    over: list[Blok] = []
    plaats = 0
    while plaats < len(blokken):
        rij = _run(blokken, plaats)
        if rij and _are_questions(rij, over):
            for punt in group(rij, lambda blok: isinstance(blok, Lijstpunt) and not blok.diepte)[1]:
                _add_question(bouw, punt)
        else:
            over += rij or [blokken[plaats]]
        plaats += len(rij) or 1
    return over


def _run(blokken: tuple[Blok, ...], plaats: int) -> list[Blok]:
    eerste = blokken[plaats]
    rij: list[Blok] = []
    for blok in blokken[plaats:] if isinstance(eerste, Lijstpunt) and not eerste.diepte else ():
        anders = _differs(blok, eerste)
        if not isinstance(blok, Lijstpunt) or anders:
            break
        rij.append(blok)
    return rij


def _differs(blok: Blok, eerste: Blok) -> bool:
    """Whether an item begins another list: another sort of marker at the same depth."""
    if not isinstance(blok, Lijstpunt) or not isinstance(eerste, Lijstpunt):
        return False
    return not blok.diepte and marker_kind(blok) != marker_kind(eerste)


def _are_questions(rij: list[Blok], ervoor: list[Blok]) -> bool:
    hoofd = [blok for blok in rij if isinstance(blok, Lijstpunt) and not blok.diepte]
    vragend = sum(map(is_question, hoofd)) * 2 > len(hoofd)
    aangekondigd = bool(ervoor) and "vra" in one_line(ervoor[-1]).casefold()
    return vragend and (aangekondigd or bool(letter_of(hoofd[0].merk)))


def place_vragen(bouw: Bouw, plaats: int, fragment: Fragment) -> None:
    """The questions; what leads them in goes to the introduction."""
    blokken = take_apart(fragment.blokken)
    vooraf, punten = points(blokken, is_question)
    if (
        not punten
        and len(blokken) == 1
        and isinstance(blokken[0], Alinea)
        and not fragment.kop.casefold().endswith("n")
    ):
        vooraf, punten = [], [(blokken[0], [])]
    rest: list[Blok] = []
    for blok in vooraf:
        if isinstance(blok, Tabel):
            _questions_of_table(bouw, blok)
        elif is_question(blok) and (not punten or _HOOFDVRAAG.fullmatch(text_of(blok).strip())):
            bekend = dict(bouw.vragen)
            _add_question(bouw, (blok, []))
            bouw.vragen = bekend if punten else bouw.vragen
        else:
            rest.append(blok)
    eerder = len(bouw.records("vragen"))
    for punt in punten:
        _add_question(bouw, punt)
    _link_theme(bouw, fragment, eerder)
    bouw.introduce(plaats, rest, fragment.kop if begins_elsewhere(fragment) else "")


def begins_elsewhere(fragment: Fragment) -> bool:
    """Whether the heading of the questions is first about something else: 'Aanleiding en vraagstelling'."""
    return fragment.deel == "vragen" and part_of(fragment.kop.split(" en ")[0]) in ("aanleiding", "inleiding")


def _link_theme(bouw: Bouw, fragment: Fragment, eerder: int) -> None:
    thema = bouw.find("themas", fragment.item, fragment.merk) if fragment.item else ""
    if thema:
        bouw.change(thema, vragen=tuple(vraag.id for vraag in bouw.records("vragen")[eerder:]))


def _add_question(bouw: Bouw, punt: Punt) -> None:
    blok, erbij = punt
    tekst, merk = one_line(blok), getattr(blok, "merk", "")
    if isinstance(blok, (Lijstpunt, Kop)):
        tekst = " ".join(blok.tekst.split())
    if not letter_of(merk) and number_of(merk) is None:
        eigen, lengte = _own_marker(tekst)
        merk, tekst = eigen or merk, tekst[lengte:]
    groepskop = isinstance(blok, Kop) and not is_question(blok)
    toelichting = "\n\n".join(filter(None, (bouw.notes_of(blok), bouw.text(erbij))))
    if groepskop or not bouw.add("vragen", vraag=tekst, toelichting=toelichting):
        bouw.keep("vragen", [blok, *erbij])
        return
    aantal = len(bouw.records("vragen"))
    sleutel = letter_of(merk) or str(number_of(merk) or letter(aantal))
    for naam in (sleutel, letter(aantal), str(aantal)):
        bouw.vragen.setdefault(naam, bouw.records("vragen")[-1].id)


def _own_marker(tekst: str) -> tuple[str, int]:
    """A large letter before a question ('A. Hoe …?') is its marker; elsewhere it could be an initial."""
    groot = re.match(r"\(?([A-Z])[.)]\s+(?=[A-Z][a-z]+ )", tekst)
    return (f"{groot[1].lower()}.", groot.end()) if groot else split_merk(tekst)


def _questions_of_table(bouw: Bouw, tabel: Tabel) -> None:
    """A row per question: by its header, or a letter beside each question."""
    gelezen = read_columns(tabel, KOLOMMEN_VRAAG)
    if gelezen is None or not gelezen.has("vraag"):
        for rij in tabel.rijen:
            cellen = [cell_text(cel) for cel in rij if cel]
            if len(cellen) == 2 and "?" in cellen[1] and len(cellen[0]) < 4:
                _add_question(bouw, (Lijstpunt(cellen[1], cellen[1], f"{cellen[0].strip('.)')}."), []))
            else:
                bouw.keep("vragen", [blok for cel in rij for blok in cel])
        return
    for een in gelezen.rijen:
        uitleg = "; ".join(filter(None, (een.get("toelichting"), *een.erbij)))
        erbij: list[Blok] = [Alinea(uitleg, escape(uitleg))] if uitleg else []
        _add_question(bouw, (Lijstpunt(een.get("vraag"), een.get("vraag"), een.get("nummer") or "-"), erbij))


def mentioned(bouw: Bouw, tekst: str) -> tuple[str, ...]:
    """The ids of the questions that a text names: 'zie vraag a en c'."""
    merken = [merk for rij in _LETTERS.findall(tekst.lower()) for merk in re.findall(r"\b(?:[a-z]|\d{1,2})\b", rij)]
    merken += [str(_RANG.index(woord) + 1) for woord in _EERSTE.findall(tekst.lower())]
    return tuple(dict.fromkeys(bouw.vragen[merk] for merk in merken if merk in bouw.vragen))


def place_themas(bouw: Bouw, plaats: int, fragment: Fragment) -> None:
    """The themes, or (where the session has none) the threads."""
    soort = "themas" if bouw.stap("themas") or "draden" in bouw.soorten else "rode_draden"
    place_titled(bouw, plaats, fragment, soort)


def place_titled(bouw: Bouw, plaats: int, fragment: Fragment, soort: str) -> None:
    """Records with a title and an explanation: one for the item, or one for each point of a list."""
    if bouw.stap(soort) is None:
        bouw.keep(fragment.kop or fragment.item or fragment.deel, with_heading(fragment))
        return
    if fragment.item or fragment.merk:
        add_titled(bouw, soort, fragment.item, fragment.merk, bouw.text(fragment.blokken))
        return
    vooraf, punten = points(fragment.blokken, lambda blok: isinstance(blok, Alinea) and _is_title(blok))
    for blok, erbij in punten:
        titel, rest = split_title(text_of(blok))
        uitleg = _rest_of(blok, rest)
        tekst = "\n\n".join(filter(None, (uitleg, bouw.notes_of(blok) if not uitleg else "", bouw.text(erbij))))
        add_titled(bouw, soort, " ".join(titel.split()), "", tekst)
    over = [blok for blok in vooraf if not (isinstance(blok, Tabel) and _titled_of_table(bouw, blok, soort))]
    bouw.introduce(plaats, over)


def _is_title(blok: Alinea) -> bool:
    titel, rest = split_title(blok.tekst)
    return bool(rest and blok.opmaak.startswith("**")) or (
        not rest and len(titel) < 90 and not titel.endswith((".", ":"))
    )


def _rest_of(blok: Blok, rest: str) -> str:
    """The explanation behind a title on the same line, as Markdown where that can be cut at the same place."""
    opmaak = rich_of(blok)
    eerste = " ".join(rest.split()[:3])
    plek = opmaak.find(eerste) if eerste else -1
    return opmaak[plek:] if plek >= 0 and not opmaak[plek:].count("**") % 2 else rest


def add_titled(bouw: Bouw, soort: str, titel: str, merk: str, toelichting: str) -> str:
    """A theme or thread; one that is there already gets the text too. Gives its id."""
    bekend = bouw.find(soort, titel, merk)
    if bekend:
        bouw.change(bekend, toelichting=toelichting)
        return bekend
    return bouw.add(soort, titel=titel or f"Nummer {merk}", toelichting=toelichting)


def _titled_of_table(bouw: Bouw, tabel: Tabel, soort: str) -> bool:
    gelezen = read_columns(tabel, KOLOMMEN_THEMA)
    if gelezen is None or not gelezen.has("titel"):
        return False
    for rij in gelezen.rijen:
        extra = rij.erbij
        tekst = "\n\n".join(filter(None, (rij.get("tekst", opmaak=True), *extra)))
        add_titled(bouw, soort, rij.get("titel"), "", tekst)
    return True


def with_heading(fragment: Fragment) -> list[Blok]:
    """The blocks of a fragment with the name of its item above them."""
    kop: list[Blok] = [Kop(4, fragment.item, fragment.merk)] if fragment.item else []
    return [*kop, *fragment.blokken]
