"""Blocks → fragments: which part of a report each piece is, and to which theme or thread it belongs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Noot, block_text
from sessie_tool.inlezen.fragment import GROET, LAAGST, OVER, PER_THEMA, VRAAG_KOP, WOORD_DEEL, Fragment, Sectie
from sessie_tool.inlezen.koppen import find_headings, is_theme_heading, match_numbered, own_label, split_label
from sessie_tool.inlezen.markdown import escape
from sessie_tool.inlezen.merken import number_of
from sessie_tool.inlezen.personen import is_role
from sessie_tool.inlezen.titels import as_item, is_prose, is_same, split_title
from sessie_tool.inlezen.woorden import normalize, part_of, says_more
from sessie_tool.kern.taal import letter

replace = msgspec.structs.replace

MET_ITEMS = frozenset({"themas", "reflecties", "draden"})
"""Parts in which an unknown heading is the name of a theme or a thread."""

_NESTBAAR = frozenset({"reflecties", "adviezen", "vragen", "signalen", "acties"})
_BIJ_LABEL = frozenset({"datum", "plaats", "aanwezig", "afwezig"})
_LOS_IN = frozenset({"hoofd", "inleiding", "aanwezig", "afwezig", "aanleiding"})


def recognise(blokken: Iterable[Blok], los: str) -> list[Fragment]:
    """The fragments of a report, in its order.

    Args:
        blokken: what was read, without the title.
        los: the part that headings are about that stand in no section; "" for none.
    """
    loper = _Loper(find_headings(blok for blok in blokken if not isinstance(blok, Noot)), los)
    return loper.walk()


class _Loper:
    def __init__(self, blokken: list[Blok], los: str) -> None:
        self._blokken = blokken
        self._los = los
        self._nu = Sectie()
        self._open: list[Blok] = []
        self._fragmenten: list[Fragment] = []
        koppen = [blok for blok in blokken if isinstance(blok, Kop)]
        self._vaak = Counter(normalize(kop.tekst) for kop in koppen)
        self._over = sum(bool(OVER.fullmatch(kop.tekst)) for kop in koppen)
        self._per_item = {een for een in PER_THEMA if los and self._vaak[een] > 1}
        self._antwoorden = los == "reflecties" and not any(map(is_theme_heading, koppen))
        self._diepe_items = False
        self._gevraagd: set[str] = set()
        self._aantal = 0

    def walk(self) -> list[Fragment]:
        """All fragments."""
        for blok in self._blokken:
            if isinstance(blok, Kop):
                self._heading(blok)
            elif isinstance(blok, Alinea) and GROET.match(blok.tekst):
                self._start(Sectie("rest", "Ondertekening", LAAGST))
                self._open.append(blok)
            elif not (self._numbered(blok) or self._labelled(blok)):
                self._add(blok)
        self._flush()
        return self._fragmenten

    # What a fragment is made of

    def _add(self, blok: Blok) -> None:
        if self._nu.deel in ("aanwezig", "afwezig") and (self._open or not self._nu.kop) and is_prose(blok):
            self._start(Sectie("inleiding", niveau=LAAGST))
        lijst = any(isinstance(een, Lijstpunt) for een in self._open)
        if self._nu.item and self._nu.sub == "signalen" and lijst and isinstance(blok, Alinea):
            self._start(replace(self._nu, kop="", sub=""))
        if self._nu.deel == "vragen" and isinstance(blok, Lijstpunt):
            self._aantal += 1
            self._gevraagd |= {blok.merk.strip("().").lower(), letter(self._aantal), str(self._aantal)}
        self._open.append(blok)

    def _flush(self) -> None:
        nu = self._nu
        if self._open or nu.kop or nu.item or nu.vragen:
            self._fragmenten.append(Fragment(nu.sub or nu.deel, nu.kop, nu.item, nu.merk, nu.vragen, tuple(self._open)))
        self._open = []

    def _start(self, sectie: Sectie) -> None:
        self._flush()
        self._nu = sectie

    def _once(self, deel: str, *blokken: Blok) -> None:
        """A fragment of another part in the middle of a section, which then goes on."""
        nu = self._nu
        self._flush()
        item, merk = (nu.item, nu.merk) if nu.deel in MET_ITEMS else ("", "")
        self._fragmenten.append(Fragment(deel, "", item, merk, (), blokken))
        self._nu = replace(nu, kop="", vragen=nu.vragen)

    # Headings

    def _heading(self, kop: Kop) -> None:
        vraag = VRAAG_KOP.fullmatch(kop.tekst)
        if vraag and self._question_heading(kop, vraag):
            return
        genummerd = match_numbered(kop.tekst)
        deel = WOORD_DEEL[genummerd["woord"].lower()] if genummerd else ""
        if genummerd and deel in ("themas", "draden"):
            self._item_of(deel, kop, genummerd["rest"].strip(), genummerd["merk"] or "")
            return
        if genummerd and genummerd["rest"] and genummerd["woord"].lower() != "reflectie":
            self._once(WOORD_DEEL[genummerd["woord"].lower()], as_item(kop, genummerd))
            return
        over = OVER.fullmatch(kop.tekst)
        if over and self._is_about_theme(over["wat"], over["merk"] or ""):
            self._item_of("reflecties", kop, over["wat"], over["merk"] or "")
            return
        deel = part_of(kop.tekst)
        if deel and deel not in ("datum", "plaats", "titel"):
            self._known(kop, deel)
        else:
            self._unknown(kop)

    def _is_about_theme(self, wat: str, merk: str) -> bool:
        """Whether 'Reflectie op …' names a theme: a known one, its number, or one of a row of such headings."""
        return bool(merk and not wat) or self._is_title(wat) or (self._over > 1 and not part_of(wat))

    def _question_heading(self, kop: Kop, vraag: re.Match[str]) -> bool:
        """'Vraag a' above what was said about it, or above the question itself."""
        merken = tuple(dict.fromkeys(re.findall(r"\d+|\b[a-z]\b", vraag["merken"].lower())))
        rest = (vraag["rest"] or "").strip()
        nieuw = not self._gevraagd.intersection(merken)
        if nieuw and rest and len(merken) == 1:
            self._start(Sectie("vragen", niveau=kop.niveau, vragen=merken))
            self._add(Lijstpunt(rest, (kop.opmaak and rest) or rest, f"{merken[0]}."))
            if self._antwoorden:
                self._start(Sectie("reflecties", niveau=kop.niveau, vragen=merken))
            return True
        if self._nu.deel not in MET_ITEMS:
            self._start(Sectie("reflecties", niveau=kop.niveau))
        if self._nu.item and kop.niveau > self._nu.item_niveau:
            self._start(replace(self._nu, kop="", sub="reflecties", vragen=merken))
        else:
            self._start(
                replace(self._nu, kop="", item="", merk="", sub="reflecties", vragen=merken, item_niveau=LAAGST)
            )
        if rest:
            self._open.append(replace(kop, niveau=4))
        return True

    def _item_of(self, deel: str, kop: Kop, titel: str, merk: str) -> None:
        """A heading that says itself that it is a theme or a thread."""
        past = deel == self._nu.deel or (deel == "themas" and self._nu.deel == "reflecties")
        if not past:
            eigen = self._los if deel == "themas" and self._los else deel
            self._start(Sectie(eigen, niveau=kop.niveau - 1))
        self._open_item(replace(kop, tekst=titel), merk or kop.merk)

    def _open_item(self, kop: Kop, merk: str) -> None:
        self._diepe_items |= kop.niveau > self._nu.niveau
        nu = self._nu
        if self._open or nu.item or nu.vragen or nu.kop:
            self._flush()
        self._nu = Sectie(nu.deel, "", nu.niveau, nu.nummer, kop.tekst, merk.strip("()."), kop.niveau)
        if "[^" in kop.opmaak:
            self._open.append(Alinea(kop.tekst, kop.opmaak))

    def _known(self, kop: Kop, deel: str) -> None:
        nu = self._nu
        dieper = kop.niveau > (nu.item_niveau if nu.item else nu.niveau)
        if nu.deel == "vragen" and nu.vragen and dieper and deel in ("reflecties", "adviezen"):
            self._start(Sectie(deel, niveau=kop.niveau, vragen=nu.vragen))
            self._open += [kop] if says_more(kop.tekst) else []
            return
        naam = normalize(kop.tekst)
        vaker = naam in self._per_item or (self._vaak[naam] > 1 and kop.niveau == nu.item_niveau)
        genest = nu.item and deel in _NESTBAAR and (dieper or vaker)
        if genest:
            self._start(replace(nu, kop="", sub=deel, vragen=()))
            if says_more(kop.tekst) or (deel not in normalize(kop.tekst) and len(kop.tekst.split()) > 1):
                self._open.append(replace(kop, niveau=4))
        elif self._stays_inside(deel, dieper=dieper):
            self._open.append(replace(kop, niveau=max(3, min(kop.niveau, 6))))
        else:
            zelfde = deel == nu.deel and kop.niveau > nu.niveau and deel in MET_ITEMS
            self._start(Sectie(deel, kop.tekst, nu.niveau if zelfde else kop.niveau, kop.merk))
            if "[^" in kop.opmaak:
                self._open.append(Alinea(kop.tekst, kop.opmaak))

    def _stays_inside(self, deel: str, *, dieper: bool) -> bool:
        """Whether a heading word is only a heading inside the piece it stands in."""
        nu = self._nu
        if not dieper or nu.deel == "hoofd":
            return False
        if nu.deel in ("rest", "onbekend"):
            return True
        if nu.item:
            return deel not in ("onderwerpen", "aanwezig", "afwezig")
        return deel == nu.deel or (deel in ("inleiding", "rest") and nu.deel not in _LOS_IN)

    def _unknown(self, kop: Kop) -> None:
        nu = self._nu
        dieper = kop.niveau > nu.niveau
        if self._is_inside_theme(kop):
            if nu.sub:
                self._start(replace(nu, kop="", sub=""))
            self._open.append(replace(kop, niveau=4))
        elif nu.deel in MET_ITEMS and dieper and not (nu.item and kop.niveau > nu.item_niveau):
            self._open_item(kop, kop.merk)
        elif self._is_sibling_item(kop):
            self._open_item(kop, kop.merk)
            self._diepe_items = False
        elif nu.deel != "hoofd" and dieper and not (self._per_item and nu.deel in _LOS_IN):
            self._open.append(replace(kop, niveau=max(3, min(kop.niveau, 6))))
        elif self._is_title(kop.tekst):
            self._start(Sectie("reflecties", niveau=kop.niveau))
            self._open_item(kop, kop.merk)
        elif self._los and (self._fragmenten or nu.deel != "hoofd"):
            self._start(Sectie(self._los, niveau=kop.niveau))
            self._open_item(kop, kop.merk)
        else:
            self._start(Sectie("onbekend", f"{kop.merk} {kop.tekst}".strip(), kop.niveau))

    def _is_sibling_item(self, kop: Kop) -> bool:
        """Whether a heading beside that of its section names a theme or thread all the same.

        It does not where '4 Vergelijking' follows on '3 Rode draden' and the list of threads below that.
        """
        nu = self._nu
        vorige, deze = number_of(nu.nummer), number_of(kop.merk)
        lijst = not nu.item and any(isinstance(blok, Lijstpunt) for blok in self._open)
        volgt = lijst and vorige is not None and deze == vorige + 1
        naast = nu.deel in MET_ITEMS and kop.niveau == nu.niveau
        return naast and (self._is_title(kop.tekst) or not (self._diepe_items or volgt))

    def _is_inside_theme(self, kop: Kop) -> bool:
        """Whether a heading is only a heading inside a reflection, as the report has a list of themes without it."""
        nu = self._nu
        lijst = any(
            een.deel == "themas" and any(isinstance(blok, Lijstpunt) for blok in een.blokken)
            for een in self._fragmenten
        )
        naam = normalize(kop.tekst)
        vaker = self._vaak[naam] > 1 or naam == "toelichting"
        past = vaker or (lijst and nu.deel == "reflecties" and not kop.merk)
        return bool(nu.item) and past and not self._is_title(kop.tekst)

    def _is_title(self, tekst: str) -> bool:
        return any(is_same(tekst, titel) for titel in self._titles())

    def _titles(self) -> Iterator[str]:
        """The themes that were named so far."""
        open_ = Fragment(self._nu.deel, blokken=tuple(self._open))
        for fragment in (*self._fragmenten, open_):
            if fragment.deel in MET_ITEMS and fragment.item:
                yield fragment.item
            if fragment.deel == "themas":
                yield from (split_title(blok.tekst)[0] for blok in fragment.blokken if isinstance(blok, Lijstpunt))

    # Lines that say themselves what they are

    def _numbered(self, blok: Blok) -> bool:
        match = match_numbered(block_text(blok).strip()) if isinstance(blok, (Alinea, Lijstpunt)) else None
        if not match or not match["rest"].strip() or getattr(blok, "vast", False):
            return False
        deel = WOORD_DEEL[match["woord"].lower()]
        kort = len(match["rest"]) < 110 and not match["rest"].rstrip().endswith((".", ";"))
        if deel == "themas" and kort and self._nu.deel == "reflecties":
            self._item_of("themas", Kop(self._nu.niveau + 1, match["rest"]), match["rest"].strip(), match["merk"] or "")
            return True
        if deel == self._nu.deel and not self._nu.sub:
            self._add(as_item(blok, match))
            return True
        if deel in ("vragen", "acties") and not (deel == "vragen" and self._gevraagd):
            self._once(deel, as_item(blok, match))
            return True
        return False

    def _labelled(self, blok: Blok) -> bool:
        if not isinstance(blok, Alinea) or blok.vast or self._nu.deel not in _LOS_IN:
            return False
        if is_role(blok.tekst):
            self._once("aanwezig", blok)
            return True
        deel, rest = split_label(blok.tekst)
        hoofd = self._nu.deel == "hoofd" or not self._nu.kop
        if not deel or deel == "rest" or not (hoofd or deel in _BIJ_LABEL):
            return False
        eigen = own_label(blok.tekst, rest)
        if eigen:
            self._once("rest", Alinea(eigen, escape(eigen)))
        opmaak = blok.opmaak if "[^" in blok.opmaak else ""
        inhoud = (Alinea(rest, opmaak or escape(rest)),) if rest else ()
        if inhoud and deel not in ("aanwezig", "afwezig"):
            self._once(deel, *inhoud)
        else:
            self._start(Sectie(deel, niveau=LAAGST))
            self._open += inhoud
        return True
