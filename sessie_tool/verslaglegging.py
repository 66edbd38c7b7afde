"""From a session to the files of its minutes or its bestuursoplegger; screen and command line both go through here.

A file in the exports of the werkmap is replaced only when nobody changed it and it is no vastgesteld one (see
`opslag.exports`). A file that a person names is replaced, unless it says itself that it is vastgesteld.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.fouten import Bevinding, GebruikError, OpslagError
from sessie_tool.kern.document import Document
from sessie_tool.kern.oplegger import list_bronnen, make_oplegger
from sessie_tool.kern.publiceren import INTERN, Versie
from sessie_tool.kern.sessie import Sessie, replace
from sessie_tool.kern.taal import slug
from sessie_tool.kern.verslag import left_out, make_verslag
from sessie_tool.keuring.huisstijl import judge_huisstijl
from sessie_tool.keuring.schrijven import write_all
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.opslag.eerder import adviezen_over
from sessie_tool.opslag.exports import Exports, Stuk, write_file
from sessie_tool.opslag.herkomst import add_herkomst
from sessie_tool.opslag.laden import load
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.schrijvers import MET_BEELD, SCHRIJVERS
from sessie_tool.schrijvers.merk import is_vastgesteld

Meld = Callable[[str], None]
"""Told what is being done now, in a few Dutch words: "Word schrijven". Called in the thread that does the work."""


def stil(_fase: str) -> None:
    """A `Meld` that nobody listens to."""


FORMATEN = tuple(SCHRIJVERS)
"""The formats in which minutes can be written, the usual one first."""

HUISSTIJLEN = (".docx", ".dotx", ".docm")
"""What the house style of a werkmap may end in; the first one that is there is used."""

_LANGSTE_NAAM = 60


def export_verslag(
    werkmap: Werkmap,
    sessie: Sessie,
    moment: str,
    formaten: Sequence[str] = (),
    *,
    uit: Path | None = None,
    huisstijl: Path | None = None,
    versie: Versie = INTERN,
    meld: Meld = stil,
) -> tuple[list[Path], list[Bevinding]]:
    """Write the minutes of a session in one or more formats.

    Args:
        werkmap: where the session is; its own huisstijl.docx wins over the shipped one.
        sessie: any session, in any state.
        moment: ISO moment at which the verslag is made.
        formaten: names from `FORMATEN`; () is the ending of `uit`, or else the usual one.
        uit: a file, or a folder; None is the exports of the werkmap.
        huisstijl: a Word file whose styles are used.
        versie: for who was there, or for everyone.
        meld: told what is being done, while it is done.

    Returns:
        The files that were written, and what a person should know about them.
    """
    meld("Verslag opstellen")
    opgaven, over_werkmap = werkmap.read_opgaven()
    document = make_verslag(sessie, shown_moment(werkmap, sessie, moment), opgaven, versie.aanwezigen)
    status: Literal["concept", "vastgesteld"] = "vastgesteld" if sessie.status == "vastgesteld" else "concept"
    document = replace(document, status=status, revisie=_revisie(werkmap, sessie))
    uitgave = Uitgave(werkmap, document, (sessie,), _name_as(sessie, "verslag", versie), versie, meld)
    paden, bevindingen = uitgave.export(formaten, uit, huisstijl)
    return paden, [*over_werkmap, *_report_left_out(sessie), *bevindingen]


def export_oplegger(
    werkmap: Werkmap,
    sessie: Sessie,
    moment: str,
    formaten: Sequence[str] = (),
    *,
    uit: Path | None = None,
    huisstijl: Path | None = None,
    versie: Versie = INTERN,
    meld: Meld = stil,
) -> tuple[list[Path], list[Bevinding]]:
    """Write the bestuursoplegger of a jaarronde and its Boardsessie; `sessie` is one of the two.

    The arguments and what comes back are those of `export_verslag`.

    Raises:
        GebruikError: the session is neither, or its jaarronde is not in the werkmap.
    """
    meld("Oplegger opstellen")
    opgaven, over_werkmap = werkmap.read_opgaven()
    jaarronde, boardsessie = find_paar(werkmap, sessie)
    besluiten = {stand.eerste: stand.record for stand in adviezen_over(werkmap)}
    sessies = (jaarronde, *filter(None, (boardsessie,)))
    document = make_oplegger(jaarronde, boardsessie, moment, opgaven, besluiten)
    uitgave = Uitgave(werkmap, document, sessies, _name_as(jaarronde, "oplegger", versie), versie, meld)
    paden, bevindingen = uitgave.export(formaten, uit, huisstijl)
    return paden, [*over_werkmap, *bevindingen]


def find_paar(werkmap: Werkmap, sessie: Sessie) -> tuple[Sessie, Sessie | None]:
    """The jaarronde and the Boardsessie that took over from it, the newest one when there are more."""
    rijen = sorted(werkmap.rows()[0], key=lambda rij: (rij.datum, rij.id), reverse=True)
    if sessie.soort == "jaarronde":
        boards = (werkmap.read(rij.id) for rij in rijen if rij.soort == "boardsessie")
        return sessie, next((board for board in boards if sessie.id in list_bronnen(board)), None)
    if sessie.soort != "boardsessie":
        raise GebruikError("Een bestuursoplegger maakt u van een jaarronde of van een Boardsessie. Kies er zo een.")
    bronnen = list_bronnen(sessie)
    for rij in rijen:
        if rij.soort == "jaarronde" and rij.id in bronnen:
            return werkmap.read(rij.id), sessie
    raise GebruikError(
        f"'{sessie.titel}' nam niets over uit een jaarronde in deze werkmap. Geef het ID van de jaarronde."
    )


def shown_moment(werkmap: Werkmap, sessie: Sessie, moment: str) -> str:
    """The moment that a verslag shows: a vastgesteld one keeps its own, so that it is the same file each time.

    That is the day on which it became so, or else the moment of its first file.
    """
    if sessie.status != "vastgesteld":
        return moment
    if sessie.vaststelling:
        return sessie.vaststelling.datum
    return Exports(werkmap.exports).first_moment(sessie.id) or moment


def _revisie(werkmap: Werkmap, sessie: Sessie) -> int:
    """Which version of the kept session this is.

    0 when it is not the one that is kept now, and for a vastgestelde one: what is decided about names afterwards makes
    no other verslag.
    """
    if sessie.status == "vastgesteld":
        return 0
    try:
        geladen = load(werkmap.find(sessie.id))
    except OpslagError:
        return 0
    return geladen.meta.revisie if geladen.sessie == sessie else 0


def _name_as(sessie: Sessie, soort: str, versie: Versie) -> Callable[[Document], Stuk]:
    """How the files are named after a session: that tells no more than the version may."""

    def name(document: Document) -> Stuk:
        kop = replace(sessie, titel=document.titel) if versie.naam else sessie
        stam = "-".join(filter(None, (file_stem(kop, soort), versie.naam)))
        return Stuk(stam, sessie.id, document.moment, document.status == "vastgesteld")

    return name


class Uitgave:
    """A document in a version, on its way to its files."""

    def __init__(
        self,
        werkmap: Werkmap,
        document: Document,
        sessies: Sequence[Sessie],
        name: Callable[[Document], Stuk],
        versie: Versie,
        meld: Meld,
    ) -> None:
        """Make the version; `name` names its files after what it then tells."""
        if versie.naam:
            meld("Namen weghalen")
            sessies = add_herkomst(werkmap, sessies)
        self._document, self._bevindingen = versie.maak(resolve_opmaak(document), sessies)
        self._stuk = name(self._document)
        self._werkmap = werkmap
        self._exports = Exports(werkmap.exports)
        self._meld = meld

    def export(
        self, formaten: Sequence[str], uit: Path | None, huisstijl: Path | None
    ) -> tuple[list[Path], list[Bevinding]]:
        """Write it in these formats."""
        formaten = formaten or _formaten_of(uit)
        stijl, over_stijl = _judge(self._werkmap, choose_huisstijl(self._werkmap, huisstijl), formaten)
        inhouden, over_stuk = write_all(self._document, formaten, stijl, self._meld)
        bevindingen = [*self._bevindingen, *over_stijl, *over_stuk]
        self._meld("Bewaren")
        if uit is None:
            gemaakt = [self._exports.write(self._stuk, formaat, inhoud) for formaat, inhoud in inhouden.items()]
            return [pad for pad, _ in gemaakt], bevindingen + [one for _, over in gemaakt for one in over]
        paden = {_named(uit, formaat, self._stuk): inhoud for formaat, inhoud in inhouden.items()}
        for pad, inhoud in paden.items():
            self._require_replaceable(pad, inhoud)
        return [*paden], bevindingen + [one for pad, inhoud in paden.items() for one in _write_named(pad, inhoud)]

    def _require_replaceable(self, pad: Path, inhoud: bytes) -> None:
        """Refuse to write over a vastgesteld document with other words in it."""
        oud = _read(pad)
        if oud not in (b"", inhoud) and (self._exports.is_vast(pad) or is_vastgesteld(oud)):
            raise OpslagError(
                f"'{pad}' is een vastgesteld stuk en blijft zoals het is. Kies een andere naam, of haal het bestand "
                "eerst zelf weg."
            )


def choose_huisstijl(werkmap: Werkmap, gevraagd: Path | None) -> Path | None:
    """The Word file with the styles: the one that was asked for, the werkmap's own, or the shipped one.

    Raises:
        OpslagError: the one that was asked for is not there.
    """
    if gevraagd is not None:
        if not gevraagd.is_file():
            raise OpslagError(f"De huisstijl '{gevraagd}' is er niet. Kijk of de naam klopt.")
        return gevraagd
    eigen = find_huisstijl(werkmap)
    meegaand = shipped_sjablonen() / "huisstijl.docx"
    return eigen or (meegaand if meegaand.is_file() else None)


def find_huisstijl(werkmap: Werkmap) -> Path | None:
    """The house style that someone put in the sjablonen of the werkmap."""
    return next((pad for einde in HUISSTIJLEN if (pad := werkmap.sjablonen / f"huisstijl{einde}").is_file()), None)


def _judge(werkmap: Werkmap, stijl: Path | None, formaten: Sequence[str]) -> tuple[Path | None, list[Bevinding]]:
    """The house style when it can be used, and what there is to say about it, for formats that show it."""
    if MET_BEELD.isdisjoint(formaten):
        return stijl, []
    if stijl is None or stijl.parent == shipped_sjablonen():
        return stijl, _report_unused(werkmap)
    return judge_huisstijl(stijl)


def _report_unused(werkmap: Werkmap) -> list[Bevinding]:
    """A file that someone put there as the house style, of a kind that cannot be one."""
    anders = sorted(werkmap.sjablonen.glob("huisstijl.*"))
    advies = "Open het in Word en bewaar het als huisstijl.docx. Tot dan krijgt het verslag de gewone huisstijl."
    return [Bevinding(f"'{pad.name}' kan geen huisstijl zijn.", advies, ernst="let op") for pad in anders]


def file_stem(sessie: Sessie, stuk: str = "verslag") -> str:
    """'2024-03-21-signalensessie-inclusief-verslag': a name that every file system takes."""
    return "-".join(filter(None, (sessie.datum, slug(sessie.titel, _LANGSTE_NAAM), stuk)))


def _formaten_of(uit: Path | None) -> tuple[str, ...]:
    """The format that the name of a file asks for."""
    einde = uit.suffix.lstrip(".").lower() if uit is not None and not uit.is_dir() else ""
    if einde and einde not in FORMATEN:
        raise GebruikError(f"Een verslag als .{einde} kan niet. Kies uit: {', '.join(FORMATEN)}.")
    return (einde or FORMATEN[0],)


def _report_left_out(sessie: Sessie) -> list[Bevinding]:
    aantal = left_out(sessie)
    if not aantal:
        return []
    wat = "1 regel staat" if aantal == 1 else f"{aantal} regels staan"
    return [Bevinding(f"{wat} niet in het verslag: alleen voor de begeleider.", ernst="let op")]


def _named(uit: Path, formaat: str, stuk: Stuk) -> Path:
    """The file that the person named, with the ending of the format."""
    return uit / f"{stuk.stam}.{formaat}" if uit.is_dir() else uit.with_suffix(f".{formaat}")


def _read(pad: Path) -> bytes:
    """What is in a file; nothing when it is not there, or cannot be read (writing will tell why)."""
    try:
        return pad.read_bytes()
    except OSError:
        return b""


def _write_named(pad: Path, inhoud: bytes) -> list[Bevinding]:
    """Write the file that the person named; a file that was there is replaced, and that is said."""
    oud = _read(pad)
    if oud == inhoud:
        return [Bevinding("Het bestand stond er al en is precies gelijk.", bron=str(pad), ernst="let op")]
    write_file(pad, inhoud)
    return [Bevinding("Het bestand dat er stond is vervangen.", bron=str(pad), ernst="let op")] if oud else []
