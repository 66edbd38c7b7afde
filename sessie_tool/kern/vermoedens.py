"""Vermoedens: what looks like the name of somebody unknown, like an address for mail or like a telephone number."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from sessie_tool.kern.naamwoorden import AANSPREEK, FUNCTIES, GEEN_MENS, GEEN_NAAM, TUSSENVOEGSELS, VOORNAMEN
from sessie_tool.kern.namen import Vondst
from sessie_tool.kern.vouwen import Gevouwen, Woord

NAAM_WEG = "[naam weggelaten]"
MAIL_WEG = "[e-mailadres weggelaten]"
TELEFOON_WEG = "[telefoonnummer weggelaten]"

_REEKS = re.compile(r"\S+")
_MAIL = re.compile(r"[^@]*\w[^@]*@[^@]*\w\.\w.*", re.DOTALL)
_RAND = "<>()[]{},;:.!?'\"“”‘’„"
_TELEFOON = re.compile(r"(?<![\w+,.])(?:\+31|0031|0)(?:[\s-]?\(0\))?(?:[\s.-]{0,2}[0-9]){8,10}(?![\w,])")
_NAAST = " \u00a0-"
_LIJM = re.compile(r"[ \u00a0'\-]|\. ?|")


def find_adressen(tekst: str) -> Iterator[Vondst]:
    """The addresses for mail and the telephone numbers in a text."""
    if "@" in tekst:
        for reeks in _REEKS.finditer(tekst):
            kaal = reeks[0].strip(_RAND)
            if "@" in kaal and _MAIL.fullmatch(kaal):
                begin = reeks.start() + reeks[0].index(kaal)
                yield Vondst(begin, begin + len(kaal), MAIL_WEG, "is een e-mailadres")
    for nummer in _TELEFOON.finditer(tekst):
        yield Vondst(*nummer.span(), TELEFOON_WEG, "lijkt een telefoonnummer")


def find_vermoedens(
    vorm: Gevouwen, woorden: Sequence[Woord], bekend: Container[str], namen: Container[int] = ()
) -> Iterator[Vondst]:
    """The words with a capital that can be someone's name.

    Args:
        vorm: the text.
        woorden: its words.
        bekend: words that are no name: they stand somewhere without a capital, or name a place or organisation.
        namen: where the names of known people end: another name can follow, as in 'Jan Verzonnen'.
    """
    nummer = 0
    while nummer < len(woorden):
        eind = _run(vorm, woorden, nummer)
        if eind > nummer:
            voor = woorden[nummer - 1].vorm if nummer and _joins(vorm, woorden, nummer - 1) else ""
            reeks = _addressed(woorden[nummer:eind], voor) or _trim(woorden[nummer:eind], bekend)
            begin = vorm.plaatsen[woorden[nummer].begin]
            volgt = begin - 1 in namen and vorm.bron[begin - 1] in _NAAST and reeks[:1] == woorden[nummer : nummer + 1]
            is_sterk = bool(reeks) and (volgt or _is_named(vorm, woorden[nummer:eind], reeks, voor))
            if reeks and (is_sterk or _can_be_name(reeks)):
                begin, tot = vorm.plaatsen[reeks[0].begin], vorm.plaatsen[reeks[-1].eind]
                reden = "lijkt een naam van iemand die niet bij de deelnemers staat"
                yield Vondst(begin, tot, NAAM_WEG, reden, is_zwak=not is_sterk)
        nummer = max(eind, nummer + 1)


def _run(vorm: Gevouwen, woorden: Sequence[Woord], start: int) -> int:
    """The end of the words with a capital that stand together from here, over small words between them."""
    eind = nu = start
    while nu < len(woorden):
        woord = woorden[nu]
        if woord.is_groot and woord.getypt.isalpha():
            eind = nu + 1
        elif eind == start or woord.vorm not in TUSSENVOEGSELS:
            break
        if nu + 1 < len(woorden) and not _joins(vorm, woorden, nu):
            break
        nu += 1
    return eind


def _joins(vorm: Gevouwen, woorden: Sequence[Woord], nummer: int) -> bool:
    """Whether a word and the next one can be of one name; a point only behind an initial or a title."""
    woord, volgende = woorden[nummer], woorden[nummer + 1]
    tussen = vorm.tekst[woord.eind : min(volgende.begin, woord.eind + 3)]
    if not _LIJM.fullmatch(tussen):
        return False
    return "." not in tussen or len(woord.vorm) == 1 or woord.vorm in AANSPREEK


def _is_known(woord: Woord, bekend: Container[str]) -> bool:
    vorm = woord.vorm
    return vorm in bekend or vorm in GEEN_NAAM or vorm in TUSSENVOEGSELS or vorm in AANSPREEK or vorm in FUNCTIES


def _addressed(reeks: Sequence[Woord], voor: str) -> Sequence[Woord]:
    """The words behind 'mevrouw': a name, whatever they mean."""
    begin = next((nummer for nummer in range(len(reeks), 0, -1) if reeks[nummer - 1].vorm in AANSPREEK), 0)
    return reeks[begin:] if begin or voor in AANSPREEK else ()


def _trim(reeks: Sequence[Woord], bekend: Container[str]) -> Sequence[Woord]:
    """The words without those at both ends that are no name."""
    begin, eind = 0, len(reeks)
    while begin < eind and _is_known(reeks[begin], bekend):
        begin += 1
    while eind > begin and _is_known(reeks[eind - 1], bekend):
        eind -= 1
    return reeks[begin:eind]


def keep_weak(vondsten: Iterable[Vondst]) -> Iterator[Vondst]:
    """The same places, but a mere guess stays and is only told: what is taken away for good does not come back."""
    return (one._replace(door=None) if one.is_zwak else one for one in vondsten)


def _is_named(vorm: Gevouwen, heel: Sequence[Woord], reeks: Sequence[Woord], voor: str) -> bool:
    """Whether words with a capital name someone: by a title, an initial or a first name."""
    eerste = next((nummer for nummer, woord in enumerate(heel) if woord == reeks[0]), 0)
    titel = heel[eerste - 1].vorm if eerste else voor
    namen = _list_names(reeks)
    if not namen:
        return False
    if titel in AANSPREEK or titel in FUNCTIES or any(woord.vorm in VOORNAMEN for woord in namen):
        return True
    return len(reeks[0].vorm) == 1 and vorm.tekst[reeks[0].eind : reeks[0].eind + 1] == "."


def _can_be_name(reeks: Sequence[Woord]) -> bool:
    """Whether words with a capital are two or more that name nothing else."""
    namen = _list_names(reeks)
    return len(namen) > 1 and len(reeks[0].vorm) > 1 and not any(_names_else(woord) for woord in namen)


def _list_names(reeks: Sequence[Woord]) -> list[Woord]:
    return [woord for woord in reeks if len(woord.vorm) > 1 and woord.vorm not in TUSSENVOEGSELS]


def _names_else(woord: Woord) -> bool:
    """Whether a word names an organisation, a place or a meeting."""
    return woord.getypt.isupper() or woord.vorm in GEEN_NAAM or woord.vorm.endswith(GEEN_MENS)
