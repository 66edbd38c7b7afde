"""Versieblad: an earlier version of a session to read, with first what changed since."""

from collections.abc import Iterable, Iterator

from sessie_tool.kern.document import Alinea, Blok, Document, Kop, Lijst, Punt, tekst
from sessie_tool.kern.platte_tekst import describe_sessie
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.terugzetten import Sinds, tell_sinds

HETZELFDE = "Deze versie is hetzelfde als nu."


def make_versieblad(oud: Sessie, waar: str, sinds: Sinds | None, opgaven: tuple[str, ...] = ()) -> Document:
    """The blad of a version; `waar` says what it is, `sinds` is None for a session that is not in the list any more."""
    eerst = () if sinds is None else _tell(sinds)
    return Document(titel=oud.titel, ondertitel=waar, blokken=(*eerst, *_show(describe_sessie(oud, opgaven))))


def _tell(sinds: Sinds) -> Iterator[Blok]:
    yield Kop(1, tekst("Wat er sindsdien veranderde"))
    delen = list(tell_sinds(sinds))
    if not delen:
        yield Alinea(tekst(HETZELFDE))
    for kop, zinnen in delen:
        yield Kop(2, tekst(kop))
        yield Lijst(tuple(Punt((Alinea(tekst(zin)),)) for zin in zinnen))


def _show(regels: Iterable[str]) -> Iterator[Blok]:
    """The plain text of the session: a heading for its head, its participants and each step."""
    yield Kop(1, tekst("Zo stond het er"))
    _titel, *over = regels
    deel = ["Gegevens"]
    for regel in (*over, ""):
        if regel:
            deel.append(regel)
        elif deel:
            yield Kop(2, tekst(deel[0]))
            if deel[1:]:
                yield Alinea(tekst("\n".join(deel[1:])))
            deel = []
