"""Placing the threads and the signals of a report, each thread with the signals that carry it."""

import re

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Tabel, text_of
from sessie_tool.inlezen.bouw import Bouw
from sessie_tool.inlezen.fragment import Fragment
from sessie_tool.inlezen.markdown import escape
from sessie_tool.inlezen.plaats_vragen import add_titled, place_titled, with_heading
from sessie_tool.inlezen.stukken import is_lead, is_text, plain_line, points
from sessie_tool.inlezen.tabellen import Gelezen, read_columns
from sessie_tool.inlezen.titels import split_title

KOLOMMEN_SIGNAAL = {
    "tekst": ("signaal", "signalen", "wat", "omschrijving", "trend", "ontwikkeling"),
    "herkomst": ("herkomst", "binnen of buiten"),
    "soort": ("soort", "type"),
    "opgaven": ("opgave", "strategische opgave", "opgaven"),
    "bron": ("bron", "bronnen"),
    "gebied": ("gebied", "wijk", "waar", "stadsdeel"),
}
KOLOMMEN_DRAAD = {
    "titel": ("rode draad", "rode draden", "draad", "titel", "naam"),
    "tekst": ("toelichting", "omschrijving", "uitleg", "beschrijving", "wat zien we"),
    "opgaven": ("opgave", "opgaven", "strategische opgave", "strategische opgaven"),
    "signalen": ("signalen", "signaal", "gedragen door", "onderbouwing"),
}
_DRAGERS = re.compile(r"(?:ook )?gedragen door[^:]{0,40}:|(?:bijbehorende |onderliggende )?signalen:", re.IGNORECASE)
_OPGAVE = re.compile(r"(?:strategische )?opgaven?: *([^:\n]{2,120})", re.IGNORECASE)
_SCHEIDING = re.compile(r"\s*(?:[;|]|\s/\s)\s*")


def place_draden(bouw: Bouw, plaats: int, fragment: Fragment) -> None:
    """The threads; a session without a step for them takes them as themes when the report has no themes."""
    soort = next((een for een in ("rode_draden", "eerdere_draden") if bouw.stap(een)), "rode_draden")
    if bouw.stap(soort) is None and "themas" not in bouw.soorten:
        soort = "themas"
    if soort != "rode_draden" or bouw.stap(soort) is None or bouw.stap("signalen") is None:
        place_titled(bouw, plaats, fragment, soort)
    elif fragment.item or fragment.merk:
        _add_draad(bouw, fragment.item, fragment.merk, list(fragment.blokken))
    else:
        _place_list(bouw, plaats, fragment)


def _place_list(bouw: Bouw, plaats: int, fragment: Fragment) -> None:
    """A list of threads, or a table."""
    tabellen = {id(blok) for blok in fragment.blokken if isinstance(blok, Tabel) and _draden_of_table(bouw, blok)}
    over = tuple(blok for blok in fragment.blokken if id(blok) not in tabellen)
    vooraf, punten = points(over, lambda _: False)
    if not any(_has_carriers(erbij) for _, erbij in punten):
        place_titled(bouw, plaats, Fragment(fragment.deel, fragment.kop, blokken=over), "rode_draden")
        return
    bouw.introduce(plaats, vooraf)
    for blok, erbij in punten:
        titel, rest = split_title(text_of(blok))
        uitleg: list[Blok] = [Alinea(rest, escape(rest))] if rest else []
        _add_draad(bouw, " ".join(titel.split()), "", [*uitleg, *erbij])


def _has_carriers(blokken: list[Blok]) -> bool:
    return any(isinstance(blok, Lijstpunt) for blok in blokken)


def _add_draad(bouw: Bouw, titel: str, merk: str, blokken: list[Blok]) -> None:
    """A thread: items of a list carry it, unless the line above them leads in something else."""
    over: list[Blok] = []
    dragers: list[Blok] = []
    opgaven: tuple[str, ...] = ()
    is_drager = True
    for blok in blokken:
        tekst = plain_line(blok)
        if isinstance(blok, Lijstpunt) and is_drager and not any(isinstance(een, Lijstpunt) for een in over[-1:]):
            dragers.append(blok)
            continue
        opgave = _OPGAVE.fullmatch(tekst) if isinstance(blok, Alinea) else None
        opgaven += _split(opgave[1], "[,;]") if opgave else ()
        over += [] if opgave else [blok]
        is_drager = bool(_DRAGERS.fullmatch(tekst)) or not is_lead(blok)
    draad = add_titled(bouw, "rode_draden", titel, merk, bouw.text(_without_leads(over, dragers)))
    ids = tuple(filter(None, (_add_signal(bouw, blok, "") for blok in dragers)))
    if draad and (ids or opgaven):
        bouw.change(draad, signalen=ids, opgaven=opgaven)


def _without_leads(blokken: list[Blok], dragers: list[Blok]) -> list[Blok]:
    """Without the line 'Signalen:' above what became signals."""
    return [blok for blok in blokken if not (dragers and _DRAGERS.fullmatch(plain_line(blok)))]


def _split(tekst: str, teken: str) -> tuple[str, ...]:
    return tuple(filter(None, (deel.strip(" .") for deel in re.split(teken, tekst))))


def _draden_of_table(bouw: Bouw, tabel: Tabel) -> bool:
    """A row per thread, with its signals and opgaven where there are columns for them."""
    gelezen = read_columns(tabel, KOLOMMEN_DRAAD)
    if gelezen is None or not gelezen.has("titel"):
        return False
    for rij in gelezen.rijen:
        tekst = "\n\n".join(filter(None, (rij.get("tekst", opmaak=True), *map(escape, rij.erbij))))
        draad = add_titled(bouw, "rode_draden", rij.get("titel"), rij.get("nummer"), tekst)
        teksten = [
            deel for blok in rij.cellen.get("signalen", ()) for deel in _SCHEIDING.split(plain_line(blok)) if deel
        ]
        signalen = tuple(_add_signal(bouw, Alinea(een, escape(een)), "") for een in teksten)
        bouw.change(draad, signalen=signalen, opgaven=_split(rij.get("opgaven"), "[,;/]"))
    return True


def place_signalen(bouw: Bouw, _plaats: int, fragment: Fragment) -> None:
    """The signals, each with the heading it stood under; those below a thread carry it."""
    if bouw.stap("signalen") is None:
        soort = "rode_draden" if fragment.item and bouw.stap("rode_draden") else ""
        if soort:
            add_titled(bouw, soort, fragment.item, fragment.merk, bouw.text(fragment.blokken))
        else:
            bouw.keep(fragment.kop or "Signalen", with_heading(fragment))
        return
    ids: list[str] = []
    kop: Blok | None = None
    vooraf, punten = points(fragment.blokken, is_text)
    for blok in (*vooraf, *(een for punt, erbij in punten for een in (punt, *erbij))):
        if isinstance(blok, Kop):
            _keep_heading(bouw, kop)
            kop = blok
        else:
            ids += _place_signal(bouw, blok, kop, los=blok in vooraf)
    _keep_heading(bouw, kop)
    if fragment.item and ids:
        draad = add_titled(bouw, "rode_draden", fragment.item, fragment.merk, "")
        if draad:
            bouw.change(draad, signalen=tuple(ids))


def _place_signal(bouw: Bouw, blok: Blok, kop: Blok | None, *, los: bool) -> list[str]:
    """A block among signals: an item or paragraph is one, a table holds more of them. Gives the ids."""
    if isinstance(blok, Lijstpunt) or (isinstance(blok, Alinea) and not los):
        bouw.boven = kop
        return [_add_signal(bouw, blok, plain_line(kop) if kop else "")]
    if isinstance(blok, Tabel) and (gelezen := read_columns(blok, KOLOMMEN_SIGNAAL)) and gelezen.has("tekst"):
        eerder = len(bouw.records("signalen"))
        _signals_of_table(bouw, gelezen)
        return [een.id for een in bouw.records("signalen")[eerder:]]
    bouw.keep("Signalen", [blok])
    return []


def _keep_heading(bouw: Bouw, kop: Blok | None) -> None:
    """Keep a heading below which no signal stood."""
    if kop is not None and bouw.boven is not kop:
        bouw.keep("Signalen", [kop])


def _add_signal(bouw: Bouw, blok: Blok, kop: str) -> str:
    """A signal under a heading: where it comes from, the thread it carries, or its opgave. One said twice is one."""
    laag = kop.casefold()
    herkomst = next((een for een in ("buiten", "binnen") if een in laag), "")
    draad = bouw.find("rode_draden", kop) if kop else ""
    velden = {"herkomst": herkomst} if herkomst else {"opgaven": (kop,) if kop and not draad else ()}
    tekst, noten = plain_line(blok), bouw.notes_of(blok)
    bekend = "" if noten or herkomst else _find_signal(bouw, tekst)
    if bekend:
        bouw.change(bekend, **velden)
    signaal = bekend or bouw.add("signalen", tekst=tekst, bron=noten, **velden)
    if herkomst and len(kop.split()) > 2:
        bouw.change(signaal, bron=kop)
    if draad:
        bouw.change(draad, signalen=(signaal,))
    return signaal


def _find_signal(bouw: Bouw, tekst: str) -> str:
    """The signal with the same words; a full stop or a capital makes no other one."""
    kaal = " ".join(tekst.casefold().split()).rstrip(".")
    return next((een.id for een in bouw.records("signalen") if een.tekst.casefold().rstrip(".") == kaal), "")


def _signals_of_table(bouw: Bouw, gelezen: Gelezen) -> None:
    for rij in gelezen.rijen:
        extra = rij.erbij
        herkomst, soort = rij.get("herkomst").casefold(), rij.get("soort").casefold()
        vast = {"herkomst": herkomst if herkomst in ("buiten", "binnen") else "",
                "soort": soort if soort in ("signaal", "trend", "ontwikkeling") else ""}  # fmt: skip
        los = [rij.get(naam) for naam, waarde in vast.items() if not waarde and rij.get(naam)]
        bouw.add(
            "signalen",
            tekst=rij.get("tekst"),
            opgaven=tuple(deel.strip() for deel in rij.get("opgaven").split(",") if deel.strip()),
            bron="; ".join(filter(None, (rij.get("bron"), *los, *extra))),
            gebied=rij.get("gebied"),
            **vast,
        )
