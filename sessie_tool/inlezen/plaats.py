"""A report → a session: each part to the first step of its kind, all else under 'Niet geplaatst'."""

import re
from collections.abc import Callable

import msgspec

from sessie_tool.inlezen.blokken import Kop, Noot, Rapport, block_text, text_of
from sessie_tool.inlezen.bouw import Bouw
from sessie_tool.inlezen.eigen import take_eigen
from sessie_tool.inlezen.fragment import PER_THEMA, Fragment
from sessie_tool.inlezen.gegevens import Gegevens, guess_datum, read_gegevens, take_title
from sessie_tool.inlezen.herken import recognise
from sessie_tool.inlezen.inlezing import Inlezing
from sessie_tool.inlezen.koppen import match_numbered
from sessie_tool.inlezen.plaats_acties import place_acties, place_onderwerpen
from sessie_tool.inlezen.plaats_draden import place_draden, place_signalen
from sessie_tool.inlezen.plaats_eigen import place_delen
from sessie_tool.inlezen.plaats_inhoud import (
    is_noted,
    place_adviezen,
    place_personen,
    place_reflecties,
    place_rest,
)
from sessie_tool.inlezen.plaats_vragen import begins_elsewhere, place_inleiding, place_themas, place_vragen
from sessie_tool.inlezen.vraagzinnen import asked_in
from sessie_tool.inlezen.woorden import normalize, part_of, says_more
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.sessie import Sjabloon
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.taal import format_datum

Plaatser = Callable[[Bouw, int, Fragment], None]

PLAATSERS: dict[str, Plaatser] = {
    "aanwezig": place_personen,
    "afwezig": place_personen,
    "vragen": place_vragen,
    "themas": place_themas,
    "inleiding": place_inleiding,
    "draden": place_draden,
    "signalen": place_signalen,
    "reflecties": place_reflecties,
    "adviezen": place_adviezen,
    "acties": place_acties,
    "onderwerpen": place_onderwerpen,
    "rest": place_rest,
    "onbekend": place_rest,
}
"""Which function places which part. The first ones go first: later parts point at questions, themes and people."""

_EERST = {"aanwezig": 0, "afwezig": 0, "vragen": 1, "themas": 1, "draden": 1}
_EERST_EIGEN = {**_EERST, "signalen": 0}
"""In a verslag of this program the draden name signals of the list, which keep their numbers."""

_STAPPEN = {
    "vragen": "vragen",
    "themas": "themas",
    "draden": "rode_draden",
    "signalen": "signalen",
    "reflecties": "reflecties",
    "adviezen": "adviezen",
    "acties": "acties",
    "onderwerpen": "onderwerpen",
}
_EIGEN_WOORD = re.compile(r"^(?:(?:de|onze) )?(?:thema|reflecti)")
_GESPREK = re.compile(r"reflecti|bespreking|discussie|bevinding|beschouwing|gesprek|observatie|reactie", re.IGNORECASE)
_JAAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KORT = 70


def guess_sjabloon(rapport: Rapport) -> str:
    """'jaarronde' or 'boardsessie', by the title, the headings and the words of a report."""
    titel = normalize(f"{rapport.naam} {take_title(rapport)[0]} {rapport.titel}")
    for woord, naam in (("jaarronde", "jaarronde"), ("board", "boardsessie")):
        if woord in titel.split() or (woord == "board" and "boardsessie" in titel):
            return naam
    delen = [_part(text_of(blok)) for blok in rapport.blokken if isinstance(blok, Kop) or getattr(blok, "vet", False)]
    board = sum(deel in ("reflecties", "themas") for deel in delen) * 3
    jaar = sum(deel in ("draden", "signalen") for deel in delen) * 3
    tekst = normalize(" ".join(block_text(blok) for blok in rapport.blokken))
    board += len(re.findall(r"\b(?:board\w*|reflect\w+)\b", tekst))
    jaar += len(re.findall(r"\b(?:jaarronde\w*|signal\w+|signaal|rode dra\w+|opgaven?)\b", tekst))
    return "jaarronde" if jaar > board else "boardsessie"


def _part(tekst: str) -> str:
    genummerd = match_numbered(tekst)
    if genummerd:
        return {"thema": "themas", "rode draad": "draden", "draad": "draden"}.get(genummerd["woord"].lower(), "")
    return part_of(tekst)


def place_rapport(rapport: Rapport, sjabloon: Sjabloon, *, new_id: NewId, vandaag: str, datum: str = "") -> Inlezing:
    """The session that a report tells of.

    Args:
        rapport: what was read.
        sjabloon: the format whose steps take the parts.
        new_id: gives ids.
        vandaag: ISO date for a report without a date.
        datum: ISO date that goes before what the report says.
    """
    eigen = take_eigen(rapport, sjabloon)
    rapport = eigen.rapport
    titel, blokken = take_title(rapport)
    noten = [blok for blok in rapport.blokken if isinstance(blok, Noot)]
    fragmenten = recognise(blokken, _loose(rapport, sjabloon))
    gegevens = read_gegevens(titel, fragmenten, rapport)
    vast = datum or gegevens.datum
    dag, over_dag = _choose_datum(titel, rapport, sjabloon.soort, vandaag) if not vast else (vast, "")
    stil = tuple(msgspec.structs.replace(stap, vragen=()) for stap in sjabloon.stappen)
    sessie = start_sessie(
        msgspec.structs.replace(sjabloon, stappen=stil),
        titel=gegevens.titel,
        datum=dag,
        new_id=new_id,
        plaats=gegevens.plaats,
        aanleiding=gegevens.aanleiding,
        opgaven=eigen.opgaven,
    )
    bouw = Bouw(sessie, new_id, noten, frozenset(een.deel for een in fragmenten))
    _place(bouw, fragmenten, gegevens, _EERST_EIGEN if eigen.is_eigen else _EERST)
    place_delen(bouw, eigen.delen)
    sessie = bouw.finish(noten)
    meldingen = [*rapport.meldingen, *filter(None, (over_dag,)), *_about_rest(bouw)]
    return Inlezing(msgspec.structs.replace(sessie, status="afgerond"), tuple(meldingen))


def _loose(rapport: Rapport, sjabloon: Sjabloon) -> str:
    """The part of headings in no section: of a report without any part of that name.

    A heading 'Bespreking' that comes back stands below each theme: it is no section for all of them.
    """
    soorten = {stap.bouwsteen.soort for stap in sjabloon.stappen}
    koppen = [blok for blok in rapport.blokken if isinstance(blok, Kop) or _is_short(text_of(blok))]
    delen = {_part(text_of(blok)) for blok in koppen}
    if "reflecties" in soorten:
        teksten = [text_of(blok) for blok in koppen]
        echt = [normalize(een) for een in teksten if part_of(een) == "reflecties" and _GESPREK.search(een)]
        is_per_thema = len(echt) > 1 and len(set(echt)) == 1 and echt[0] in PER_THEMA
        return "" if echt and not is_per_thema else "reflecties"
    return "" if "draden" in delen or "rode_draden" not in soorten else "draden"


def _is_short(tekst: str) -> bool:
    return 0 < len(tekst) < 60 and not tekst.rstrip().endswith((".", ";", ","))


def _place(bouw: Bouw, fragmenten: list[Fragment], gegevens: Gegevens, eerst: dict[str, int]) -> None:
    bouw.introduce(-1, gegevens.inleiding)
    for waar, blok in gegevens.rest:
        bouw.keep(waar, [blok])
    volgorde = sorted(enumerate(fragmenten), key=lambda een: eerst.get(een[1].deel, 2))
    for plaats, fragment in volgorde:
        if fragment.deel in PLAATSERS:
            PLAATSERS[fragment.deel](bouw, plaats, fragment)
            _take_heading(bouw, fragment)
    if "vragen" not in bouw.soorten and bouw.stap("vragen") and not bouw.records("vragen"):
        _ask_from_text(bouw, fragmenten)


def _ask_from_text(bouw: Bouw, fragmenten: list[Fragment]) -> None:
    """Of a report without a part for its questions: those that its introduction names; the text stays where it is."""
    for fragment in fragmenten:
        for blok in fragment.blokken if fragment.deel in ("hoofd", "aanleiding", "inleiding") else ():
            for vraag in asked_in(text_of(blok)):
                bouw.add("vragen", vraag=vraag)


def _take_heading(bouw: Bouw, fragment: Fragment) -> None:
    """A heading that names its part becomes the title of the step; another one is kept, unless it says nothing more."""
    soort = "" if is_noted(bouw, fragment) else _STAPPEN.get(fragment.deel, "")
    soort = (
        "eerdere_draden" if soort == "rode_draden" and not bouw.stap(soort) and bouw.stap("eerdere_draden") else soort
    )
    eigen = fragment.deel not in ("reflecties", "themas") or bool(_EIGEN_WOORD.search(normalize(fragment.kop)))
    bewaard = begins_elsewhere(fragment) or any(een.waar == fragment.kop for een in bouw.rest)
    in_tekst = _stands_in_text(bouw, fragment) or (fragment.deel == "reflecties" and not eigen)
    weg = bewaard or (in_tekst and fragment.blokken and bouw.stap("reflecties") is not None)
    if fragment.deel in ("aanwezig", "afwezig") and says_more(fragment.kop) and not bewaard:
        bouw.keep("koppen", [Kop(4, fragment.kop)])
    if not fragment.kop or not soort or weg:
        return
    if not (eigen and bouw.title(soort, _quiet(fragment.kop))):
        bouw.keep("koppen", [Kop(4, fragment.kop)])


def _stands_in_text(bouw: Bouw, fragment: Fragment) -> bool:
    """Whether the heading of advice went along with it, into a reflection."""
    return fragment.deel == "adviezen" and bouw.stap("adviezen") is None and bouw.stap("reflecties") is not None


def _quiet(kop: str) -> str:
    """A heading in capitals in small letters."""
    return kop.capitalize().replace("board", "Board") if kop.isupper() else kop


def _choose_datum(titel: str, rapport: Rapport, soort: str, vandaag: str) -> tuple[str, str]:
    """The date of a report that does not say it in its head, and what to tell about it."""
    gevonden, zeker = guess_datum(titel, rapport)
    if zeker:
        return gevonden, ""
    jaren = set(_JAAR.findall(f"{titel} {rapport.naam}"))
    jaar = jaren.pop() if len(jaren) == 1 else ""
    past = not gevonden or (soort == "jaarronde" and gevonden[:4] != jaar)
    if "" < jaar <= vandaag[:4] and past:
        dag = min(f"{jaar}-12-31", vandaag)
        return dag, f"Van {jaar} staat er geen dag in. De datum is nu {format_datum(dag)}; geef de goede met --datum."
    if gevonden:
        dag = format_datum(gevonden)
        return gevonden, f"De datum {dag} is een gok. Klopt die niet? Lees het verslag dan in met --datum."
    dag = format_datum(vandaag)
    zin = f"Er staat geen datum in. De sessie heeft nu de datum van vandaag ({dag}); geef de goede met --datum."
    return vandaag, zin


def _about_rest(bouw: Bouw) -> list[str]:
    """A line for each piece that found no place."""
    return [
        f"Niet geplaatst ({een.waar}): {_shorten(een.opmaak)} Zet het zelf op zijn plek, of laat het staan."
        for een in bouw.rest
    ]


def _shorten(opmaak: str) -> str:
    regel = " ".join(opmaak.split())
    return f"'{regel}'" if len(regel) <= _KORT else f"'{regel[: _KORT - 1].rstrip()}…'"
