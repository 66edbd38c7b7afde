"""From a session to the files of its minutes or its bestuursoplegger; screen and command line both go through here.

A file in the exports of the werkmap is replaced only when it is still as the program wrote it for this session: what
someone changed in Word stays, and the new file gets a number.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

import msgspec

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.fouten import Bevinding, GebruikError, OpslagError
from sessie_tool.kern.document import Document
from sessie_tool.kern.oplegger import list_bronnen, make_oplegger
from sessie_tool.kern.publiceren import INTERN, Versie
from sessie_tool.kern.sessie import Sessie, replace
from sessie_tool.kern.taal import slug
from sessie_tool.kern.verslag import left_out, make_verslag
from sessie_tool.keuring.schrijven import write_all
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.opslag.atomair import explain, write_atomic
from sessie_tool.opslag.eerder import adviezen_over
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.schrijvers import SCHRIJVERS

Meld = Callable[[str], None]
"""Told what is being done now, in a few Dutch words: "Word schrijven". Called in the thread that does the work."""


def stil(_fase: str) -> None:
    """A `Meld` that nobody listens to."""


FORMATEN = tuple(SCHRIJVERS)
"""The formats in which minutes can be written, the usual one first."""

_LANGSTE_NAAM = 60
_BOEKHOUDING = ".gemaakt.json"


class _InGebruikError(OpslagError):
    """A file is there and may not be replaced now, as Word on Windows does with what it shows."""

    def __init__(self, pad: Path) -> None:
        """Say what to do about the file."""
        super().__init__(f"'{pad}' kan niet vervangen worden. Sluit het in andere programma's of kies een andere naam.")


class Stuk(msgspec.Struct, frozen=True):
    """A document that is ready to be written.

    Attributes:
        document: its Opmaak is resolved.
        stam: name of its file without the ending.
        sessie: id of the session that it belongs to.
    """

    document: Document
    stam: str
    sessie: str


class Gemaakt(msgspec.Struct, frozen=True):
    """What the program wrote under a name: for which session, and the checksum of the file."""

    sessie: str
    som: str


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
    document = make_verslag(sessie, moment, opgaven, versie.aanwezigen)
    stuk, over_namen = _make_stuk(document, (sessie,), "verslag", versie, meld)
    paden, bevindingen = _export(werkmap, stuk, formaten, uit, huisstijl, meld)
    return paden, [*over_werkmap, *_report_left_out(sessie), *over_namen, *bevindingen]


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
    document = make_oplegger(jaarronde, boardsessie, moment, opgaven, besluiten)
    stuk, over_namen = _make_stuk(document, (jaarronde, *filter(None, (boardsessie,))), "oplegger", versie, meld)
    paden, bevindingen = _export(werkmap, stuk, formaten, uit, huisstijl, meld)
    return paden, [*over_werkmap, *over_namen, *bevindingen]


def _make_stuk(
    document: Document, sessies: Sequence[Sessie], soort: str, versie: Versie, meld: Meld
) -> tuple[Stuk, list[Bevinding]]:
    """The document in a version; the name of its file tells no more than the version may."""
    if versie.naam:
        meld("Namen weghalen")
    nieuw, bevindingen = versie.maak(resolve_opmaak(document), sessies)
    kop = replace(sessies[0], titel=nieuw.titel) if versie.naam else sessies[0]
    return Stuk(nieuw, "-".join(filter(None, (file_stem(kop, soort), versie.naam))), kop.id), bevindingen


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


def _export(
    werkmap: Werkmap, stuk: Stuk, formaten: Sequence[str], uit: Path | None, huisstijl: Path | None, meld: Meld
) -> tuple[list[Path], list[Bevinding]]:
    """Write a document in these formats."""
    formaten = formaten or _formaten_of(uit)
    document = stuk.document
    stijl = choose_huisstijl(werkmap, huisstijl)
    paden: list[Path] = []
    inhouden, bevindingen = write_all(document, formaten, stijl, meld)
    meld("Bewaren")
    for formaat, inhoud in inhouden.items():
        pad = _named(uit, formaat, stuk)
        if pad is None:
            pad, over_naam = _write_export(werkmap.exports, stuk, formaat, inhoud)
            bevindingen += over_naam
        else:
            bevindingen += _write_named(pad, inhoud)
        paden.append(pad)
    return paden, bevindingen


def choose_huisstijl(werkmap: Werkmap, gevraagd: Path | None) -> Path | None:
    """The Word file with the styles: the one that was asked for, the werkmap's own, or the shipped one.

    Raises:
        OpslagError: the one that was asked for is not there.
    """
    if gevraagd is not None:
        if not gevraagd.is_file():
            raise OpslagError(f"De huisstijl '{gevraagd}' is er niet. Kijk of de naam klopt.")
        return gevraagd
    mogelijk = (werkmap.sjablonen / "huisstijl.docx", shipped_sjablonen() / "huisstijl.docx")
    return next((pad for pad in mogelijk if pad.is_file()), None)


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
    wat = "1 regel is" if aantal == 1 else f"{aantal} regels zijn"
    return [Bevinding(f"{wat} alleen voor de begeleider en staat niet in het verslag.", ernst="let op")]


def _named(uit: Path | None, formaat: str, stuk: Stuk) -> Path | None:
    """The file that the person named, with the ending of the format."""
    if uit is None:
        return None
    return uit / f"{stuk.stam}.{formaat}" if uit.is_dir() else uit.with_suffix(f".{formaat}")


def _write_named(pad: Path, inhoud: bytes) -> list[Bevinding]:
    """Write the file that the person named; a file that was there is replaced, and that is said."""
    vervangen = pad.is_file() and pad.stat().st_size > 0
    _write(pad, inhoud)
    return [Bevinding("Het bestand dat er stond is vervangen.", bron=str(pad), ernst="let op")] if vervangen else []


def _write_export(exports: Path, stuk: Stuk, formaat: str, inhoud: bytes) -> tuple[Path, list[Bevinding]]:
    """Write a file in the exports under the first name that is free, or that this session may have again.

    A name whose file another program holds (Word, on Windows) is passed over, and that is said.
    """
    _make_exports(exports)
    gemaakt = _read_gemaakt(exports)
    bezet: list[Path] = []
    for pad in _names(exports, stuk.stam, formaat):
        try:
            if _may_write(pad, stuk, gemaakt):
                _write(pad, inhoud)
                break
        except _InGebruikError:
            bezet.append(pad)
    gemaakt[pad.name] = Gemaakt(stuk.sessie, _som(inhoud))
    _write(exports / _BOEKHOUDING, msgspec.json.encode(gemaakt))
    return pad, [_report_bezet(one, pad) for one in bezet]


def _names(exports: Path, stam: str, formaat: str) -> Iterator[Path]:
    """'naam.docx', 'naam-2.docx' and so on."""
    return (exports / f"{stam}{f'-{nummer}' if nummer > 1 else ''}.{formaat}" for nummer in count(1))


def _report_bezet(bezet: Path, pad: Path) -> Bevinding:
    bericht = f"'{bezet.name}' kan niet vervangen worden: misschien staat het open in Word."
    return Bevinding(bericht, f"Het nieuwe verslag staat in '{pad.name}'.", ernst="let op")


def _make_exports(exports: Path) -> None:
    try:
        exports.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise OpslagError(f"De map '{exports}' kan niet gemaakt worden: {explain(fout)}.") from fout


def _write(pad: Path, inhoud: bytes) -> None:
    try:
        write_atomic(pad, inhoud)
    except OSError as fout:
        if isinstance(fout, PermissionError) and pad.exists():
            raise _InGebruikError(pad) from fout
        raise OpslagError(f"'{pad}' kan niet bewaard worden: {explain(fout)}.") from fout


def _may_write(pad: Path, stuk: Stuk, gemaakt: dict[str, Gemaakt]) -> bool:
    """Whether a name is free, or holds what the program wrote for this session and nobody changed."""
    try:
        return not pad.exists() or gemaakt.get(pad.name) == Gemaakt(stuk.sessie, _som(pad.read_bytes()))
    except PermissionError as fout:
        raise _InGebruikError(pad) from fout


def _read_gemaakt(exports: Path) -> dict[str, Gemaakt]:
    """What the program wrote before; nothing when that is not known any more."""
    try:
        return msgspec.json.decode((exports / _BOEKHOUDING).read_bytes(), type=dict[str, Gemaakt])
    except (OSError, msgspec.DecodeError):
        return {}


def _som(inhoud: bytes) -> str:
    return sha256(inhoud).hexdigest()
