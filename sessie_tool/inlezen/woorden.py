"""The one table of heading words → part of a report. A heading that is not understood: add its words here."""

import re
import unicodedata

DELEN: dict[str, tuple[str, ...]] = {
    "reflecties": (
        "reflecties", "reflectie", "beschouwing", "beschouwingen", "bespreking", "discussie", "gesprek",
        "bevindingen", "observaties", "reactie van de board", "reacties van de board", "antwoorden", "conclusie",
        "conclusies", "slotbeschouwing", "tot slot", "slot", "slotopmerkingen", "slotwoord", "reflectie per thema",
        "opmerkingen van de board", "inbreng van de board", "visie van de board",
        "wat zei de board", "wat zegt de board", "wat vindt de board",
        "terugkoppeling", "naschrift", "nagekomen", "aanvulling", "aanvullingen",
    ),
    "vragen": (
        "vragen", "vraagstelling", "vraagstellingen", "hoofdvraag", "hoofdvragen", "deelvragen", "deelvraag",
        "adviesvraag", "adviesvragen", "reflectievragen", "reflectievraag", "onderzoeksvragen", "onderzoeksvraag",
        "kernvragen", "kernvraag", "centrale vraag", "centrale vragen", "discussievragen", "vraag aan de board",
        "vraag voor de board", "bespreekvragen",
    ),
    "themas": ("themas", "thema", "gespreksthemas", "hoofdthemas"),
    "draden": (
        "rode draden", "rode draad", "draden", "hoofdlijnen", "patronen", "rodedraden", "overkoepelende draden",
    ),
    "signalen": (
        "signalen", "trends", "trends en ontwikkelingen", "ontwikkelingen", "signalenlijst", "opgehaalde signalen",
        "signalen ophalen",
    ),
    "adviezen": (
        "adviezen", "advies", "aanbevelingen", "aanbeveling", "suggesties", "aandachtspunten voor het college",
        "conclusies en aanbevelingen", "conclusie en aanbevelingen", "conclusies en advies", "conclusies en adviezen",
        "conclusie en advies",
    ),
    "acties": (
        "acties", "actie", "actiepunten", "actiepunt", "actielijst", "actiepuntenlijst", "afspraken", "afspraak",
        "vervolgafspraken", "vervolgacties", "vervolgstappen", "vervolg", "co-learning-acties", "colearningacties",
        "co-learning acties", "hoe verder", "actie en besluitenlijst",
        "hoe nu verder", "en nu", "wat gaan we doen",
    ),
    "onderwerpen": (
        "onderwerpen volgende", "onderwerpen voor volgende", "onderwerpen voor de volgende", "onderwerpen komende",
        "onderwerpen voor een volgende", "volgende keer", "volgende bijeenkomst", "volgende bijeenkomsten",
        "volgende vergadering", "volgende sessie", "volgende sessies", "volgende boardsessie", "vooruitblik",
        "agenda volgende", "agenda voor de volgende", "komende onderwerpen", "toekomstige onderwerpen",
        "onderwerpen voor later", "onderwerpen",
    ),
    "aanwezig": (
        "aanwezig", "aanwezigen", "deelnemers", "deelnemer", "deelnemerslijst", "deelnemende leden", "presentielijst",
        "presentie", "aanw", "leden", "leden van de board", "deelgenomen hebben", "aan tafel",
        "samenstelling", "wie", "wie waren er", "wie was er", "wie waren erbij", "wie waren aanwezig", "wie deden mee",
    ),
    "afwezig": (
        "afwezig", "afwezigen", "afgemeld", "afmeldingen", "afmelding", "verhinderd", "afw", "niet aanwezig",
        "met kennisgeving afwezig", "bericht van verhindering", "met bericht afwezig", "afwezig met kennisgeving",
    ),
    "aanleiding": ("aanleiding", "gelegenheid", "aanleiding en doel", "betreft", "onderwerp", "waarom deze sessie",
                   "waarom deze bijeenkomst"),
    "inleiding": (
        "inleiding", "introductie", "vooraf", "voorwoord", "achtergrond", "context", "opening", "welkom",
        "mededelingen", "opzet", "werkwijze", "doel", "proces", "ten geleide", "samenvatting", "inleidende opmerkingen",
        "terugblik", "over deze sessie", "over deze bijeenkomst", "doel van de sessie", "doel van de bijeenkomst",
        "verantwoording", "leeswijzer",
    ),
    "datum": ("datum", "date", "datum bijeenkomst", "datum sessie", "datum overleg", "datum en tijd", "wanneer",
              "datum vergadering"),
    "plaats": ("plaats", "locatie", "plek", "waar", "plaats bijeenkomst", "vergaderlocatie"),
    "titel": ("titel", "title"),
    "rest": (
        "bijlage", "bijlagen", "bronnen", "bron", "literatuur", "colofon", "inhoud", "inhoudsopgave", "agenda",
        "verzendlijst", "rondvraag", "sluiting", "afsluiting", "noten", "voetnoten", "besluiten", "besluitenlijst",
        "versiebeheer", "koers", "wat verder ter tafel komt", "wvttk", "begrippen", "begrippenlijst",
    ),
}  # fmt: skip

LABELS_ALLEEN = frozenset({"datum", "plaats", "titel"})
"""Parts that are only a label before a value, never a section."""

_WOORDEN = {woord: deel for deel, woorden in DELEN.items() for woord in woorden}
_KOPWOORDEN = frozenset(los for woord in _WOORDEN for los in re.findall(r"\w+", woord))
_VOORAF = frozenset(
    {
        "de", "het", "een", "onze", "deze", "gestelde", "voorgelegde", "belangrijkste", "besproken", "algemene",
        "concrete", "nieuwe", "open", "overige", "gezamenlijke", "openstaande", "gemaakte", "verdere", "overzicht",
        "lijst", "van", "alle", "korte", "lopende", "gedeelde", "opgehaalde", "eerste", "board", "wetenschappelijke",
        "jaarlijkse", "stedelijke", "strategische", "centrale", "overkoepelende", "bestuurlijke",
        "losse", "belangrijke", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "nadere",
    }
)  # fmt: skip
_DAARNA = re.compile(
    r"(?:die|dat|waar|waarover|aan|voor|van|op|uit|over|en|door|tijdens|per|bij|in|met|vanuit|namens|jaarronde|board|boardsessie|\d{4}|\d+)\b"
)
_VOORRANG = ("reflecties", "draden", "signalen", "vragen")
"""Which part a heading with two is about: 'Thema's en reflecties' holds reflections."""

MEESTE_WOORDEN = 12


def normalize(tekst: str) -> str:
    """Words to compare: small letters, no accents, no punctuation, no number in front."""
    kaal = unicodedata.normalize("NFKD", re.sub(r"['’‘´`]", "", tekst.casefold()))
    kaal = re.sub(r"[\u0300-\u036f]", "", kaal)
    kaal = re.sub(r"\([^)]*\)", " ", kaal)
    kaal = re.sub(r"[^\w/&-]+|_", " ", kaal.replace("&", " en ").replace("/", " en "))
    return re.sub(r"^\s*(?:\d+\s+)+", "", " ".join(kaal.split()))


def part_of(tekst: str) -> str:
    """The part that a heading opens; "" when it is not one of the table."""
    woorden = normalize(tekst).split()
    zin = " ".join(woorden)
    if not woorden or len(woorden) > MEESTE_WOORDEN:
        return ""
    if tekst.rstrip().endswith("?"):
        return _WOORDEN.get(zin, "")
    return _find(zin) or _find(_strip(woorden)) or _last(zin)


def is_exact(tekst: str) -> bool:
    """Whether a text is nothing but a heading word, so that it is a heading even when nothing shows it."""
    kaal = normalize(tekst)
    return not tekst.rstrip().endswith("?") and (kaal in _WOORDEN or _strip(kaal.split()) in _WOORDEN)


def says_more(tekst: str) -> bool:
    """Whether a heading or label has words of its own ('Twee deelnemers'): then it may not give way to its part."""
    woorden = re.findall(r"\d{3,}|[^\W\d_]{2,}", re.sub(r"['’‘´`]", "", tekst.casefold()))
    return not _KOPWOORDEN.issuperset(woorden)


def label_of(tekst: str) -> str:
    """The part that a label before a colon stands for; "" when it is none."""
    kaal = normalize(tekst)
    if kaal.startswith(("afwezig ", "aanwezig ", "aanwezigen ", "afgemeld ", "deelnemers ")) and len(kaal.split()) < 5:
        return _WOORDEN[kaal.split()[0]]
    return _WOORDEN.get(kaal, "") or _WOORDEN.get(_strip(kaal.split()), "")


def _find(zin: str) -> str:
    """The part of a phrase that stands in the table, or begins with one and goes on as a heading does."""
    if zin in _WOORDEN:
        return _WOORDEN[zin]
    begin = [woord for woord in _WOORDEN if zin.startswith(f"{woord} ")]
    if not begin:
        return ""
    woord = max(begin, key=len)
    rest = zin[len(woord) :].strip()
    deel = _WOORDEN[woord]
    if deel == "rest" and woord in ("bijlage", "bijlagen"):
        return deel
    if deel in LABELS_ALLEEN or not (_DAARNA.match(rest) or woord.startswith(("onderwerpen ", "agenda "))):
        return ""
    ander = {_WOORDEN[een] for een in re.split(r"\ben\b", zin) for een in [een.strip()] if een in _WOORDEN}
    beter = next((een for een in _VOORRANG if een in ander), deel)
    return next(iter(sorted(ander - {"rest"})), beter) if beter == "rest" else beter


def _strip(woorden: list[str]) -> str:
    plaats = 0
    while plaats < len(woorden) - 1 and woorden[plaats] in _VOORAF:
        plaats += 1
    return " ".join(woorden[plaats:])


def _last(zin: str) -> str:
    """'Besluiten en actiepunten', 'Themas: reflecties': the last part counts when the first is no word of ours."""
    _, en, laatste = zin.rpartition(" en ")
    return _WOORDEN.get(laatste.strip(), "") if en and len(zin.split()) < 7 else ""
