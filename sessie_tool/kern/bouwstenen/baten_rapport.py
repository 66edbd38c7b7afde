"""How baten en lasten are told: posts, the balance per party and per year, and in sentences who pays and who gains."""

from collections.abc import Iterable, Iterator, Sequence

from sessie_tool.kern.balans import Balans, Bedrag, Partijbalans, balance
from sessie_tool.kern.bouwstenen.per_optie import drop_known, head_groep, name_groep
from sessie_tool.kern.bouwstenen.post import Post
from sessie_tool.kern.bouwstenen.rapport import name_text, show_waarde
from sessie_tool.kern.document import Blok, Figuur, Inhoud, Kolom, Kop, Rij, Tabel, lijst, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.taal import format_aantal, format_geld, join_woorden
from sessie_tool.kern.tekening import Lijnen, Meting, Reeks, round_steps
from sessie_tool.kern.veld import velden

_MEESTE_PARTIJEN = 6
"""The most parties beside each other in a table of years."""

_MEESTE_LIJNEN = 8

Groepen = Sequence[tuple[str, tuple[Post, ...]]]


def balance_posten(posten: Iterable[Post]) -> Balans:
    """The balance of posts; a party that is written with other capitals is the same party."""
    namen: dict[str, str] = {}
    bedragen = [bedrag for post in posten for bedrag in post.bedragen]
    return balance(
        Bedrag(namen.setdefault(one.partij.casefold(), one.partij), one.jaar, one.centen) for one in bedragen
    )


def report_groepen(groepen: Groepen, omgeving: Omgeving) -> tuple[Blok, ...]:
    """What the options cost and yield beside each other, then each by itself."""
    balansen = [(optie, balance_posten(posten)) for optie, posten in groepen]
    blokken: list[Blok] = []
    if len(groepen) > 1:
        blokken += [_compare(balansen, omgeving)]
    known: set[str] = set()
    for (optie, posten), (_, balans) in zip(groepen, balansen, strict=True):
        blokken += head_groep(optie, omgeving, len(groepen))
        blokken += [_list_posten(posten, known), *_report_balans(balans, name_groep(optie, omgeving) if optie else "")]
    return tuple(blokken)


def tell_balans(balans: Balans) -> list[str]:
    """Who pays, who gains, the gap between them, and over how many years it pays: a sentence each."""
    if not balans.partijen:
        return []
    zinnen = [_tell_partij(one) for one in balans.partijen]
    if balans.scheef:
        zinnen.append(
            f"Wie betaalt is niet wie ervan profiteert: {format_geld(balans.scheef)} van het voordeel komt terecht bij "
            "een partij die er zelf minder of niets in steekt."
        )
    return [*zinnen, _tell_samen(balans)]


def describe_saldo(balans: Balans) -> str:
    """'Schuldhulp −€ 7.000 · Onderwijs € 20.000 · samen € 13.000, terugverdiend in 2 jaar': a line for the screen."""
    delen = [f"{one.partij} {format_geld(one.saldo)}" for one in balans.partijen]
    terug = f", terugverdiend in {balans.jaren} jaar" if balans.jaren is not None else ""
    return " · ".join([*delen, f"samen {format_geld(balans.samen.saldo)}{terug}"])


def _tell_partij(partij: Partijbalans) -> str:
    naam = _capital(partij.partij)
    if not partij.lasten:
        return f"{naam} betaalt niets en krijgt {format_geld(partij.baten)}."
    if not partij.baten:
        return f"{naam} betaalt {format_geld(partij.lasten)} en krijgt niets."
    begin = f"{naam} betaalt {format_geld(partij.lasten)} en krijgt {format_geld(partij.baten)}"
    if partij.saldo < 0:
        return f"{begin}: per saldo komt zij {format_geld(-partij.saldo)} tekort."
    if partij.saldo == 0:
        return f"{begin}: dat is gelijk."
    return f"{begin}: per saldo houdt zij {format_geld(partij.saldo)} over."


def _tell_samen(balans: Balans) -> str:
    samen = f"Samen: {format_geld(balans.samen.lasten)} aan lasten en {format_geld(balans.samen.baten)} aan baten."
    if not balans.samen.lasten:
        return f"{samen} Er staan nog geen lasten bij."
    if balans.jaren is None:
        return f"{samen} In deze jaren is dat niet terugverdiend."
    jaren = "1 jaar" if balans.jaren == 1 else f"{balans.jaren} jaar"
    return f"{samen} Dat is na {jaren} terugverdiend, in {balans.samen.terugverdiend}."


def _compare(balansen: Sequence[tuple[str, Balans]], omgeving: Omgeving) -> Tabel:
    rijen = tuple(
        Rij((tekst(_capital(name_groep(optie, omgeving))), *_amounts(balans.samen), tekst(format_geld(balans.scheef))))
        for optie, balans in balansen
    )
    return Tabel(
        (Kolom("Optie", 2.5), *_KOLOMMEN, Kolom("Voordeel bij een ander", 1.6)),
        rijen,
        "Baten en lasten van alle partijen samen, per optie",
        "Elke rij is een optie; de kolommen zijn de optie, lasten, baten, saldo, het jaar waarin het is terugverdiend, "
        "en hoeveel voordeel terechtkomt bij een partij die er minder in steekt.",
    )


_KOLOMMEN = (Kolom("Lasten", 1.3), Kolom("Baten", 1.3), Kolom("Saldo", 1.3), Kolom("Terugverdiend", 1.3))


def _amounts(partij: Partijbalans) -> tuple[Inhoud, ...]:
    terug = str(partij.terugverdiend) if partij.terugverdiend is not None else "niet" if partij.lasten else "niet nodig"
    bedragen = (format_geld(bedrag) for bedrag in (partij.lasten, partij.baten, partij.saldo))
    return (*(tekst(bedrag) for bedrag in bedragen), tekst(terug))


def _capital(naam: str) -> str:
    return naam[0].upper() + naam[1:]


def _list_posten(posten: tuple[Post, ...], known: set[str]) -> Tabel:
    rijen = (
        Rij(
            (
                tekst(name_text(post.omschrijving)),
                tekst(post.partij),
                tekst(post.soort),
                show_waarde(velden(Post)["bedrag"], post.bedrag, Omgeving()),
                tekst(_name_jaren(post)),
            ),
            post.id,
        )
        for post in posten
    )
    return Tabel(
        (
            Kolom("Post", 3),
            Kolom("Partij", 1.8),
            Kolom("Soort", 0.9),
            Kolom("Bedrag per jaar", 1.4),
            Kolom("Jaar", 1.4),
        ),
        drop_known(rijen, known),
        format_aantal(len(posten), Post.ENKEL, Post.MEERVOUD),
        "Elke rij is een post; de kolommen zijn de post, de partij, last of baat, het bedrag per jaar en het jaar.",
    )


def _name_jaren(post: Post) -> str:
    if post.jaar is None or post.tot_jaar in (None, post.jaar):
        return "" if post.jaar is None else str(post.jaar)
    return f"{post.jaar} tot en met {post.tot_jaar}"


def _report_balans(balans: Balans, van: str) -> Iterator[Blok]:
    if not balans.partijen:
        return
    bij = f", {van}" if van else ""
    yield Kop(3 if van else 2, tekst("Wie betaalt en wie profiteert"))
    yield lijst(tell_balans(balans))
    yield _list_partijen(balans, bij)
    yield from _list_jaren(balans, bij)
    if len(balans.samen.per_jaar) > 1:
        yield _draw(balans, van)


def _list_partijen(balans: Balans, bij: str) -> Tabel:
    rijen = tuple(Rij((tekst(one.partij), *_amounts(one))) for one in (*balans.partijen, balans.samen))
    return Tabel(
        (Kolom("Partij", 2.5), *_KOLOMMEN),
        rijen,
        f"Lasten, baten en saldo per partij{bij}",
        "Elke rij is een partij, de laatste rij is alle partijen samen; de kolommen zijn lasten, baten, saldo en het "
        "jaar waarin het is terugverdiend.",
    )


def _list_jaren(balans: Balans, bij: str) -> Iterator[Tabel]:
    """The balance of every party in every year; many parties take more than one table."""
    for begin in range(0, len(balans.partijen), _MEESTE_PARTIJEN):
        deel = balans.partijen[begin : begin + _MEESTE_PARTIJEN]
        kolommen = (*deel, balans.samen)
        rijen = tuple(
            Rij((tekst(str(jaar)), *(tekst(format_geld(one.per_jaar[plaats][1])) for one in kolommen)))
            for plaats, (jaar, _) in enumerate(balans.samen.per_jaar)
        )
        yield Tabel(
            (Kolom("Jaar", 0.8), *(Kolom(one.partij, 1.4) for one in kolommen)),
            rijen,
            f"Saldo per jaar{bij}",
            f"Elke rij is een jaar; de kolommen zijn het saldo van {join_woorden([one.partij for one in kolommen])}.",
        )


def _draw(balans: Balans, van: str) -> Figuur:
    partijen = balans.partijen if len(balans.partijen) <= _MEESTE_LIJNEN else (balans.samen,)
    per_jaar = [centen // 100 for one in partijen for _, centen in one.per_jaar]
    schaal = tuple(Meting(stap, format_geld(stap * 100)) for stap in round_steps(min(per_jaar), max(per_jaar)))
    reeksen = tuple(
        Reeks(one.partij, tuple(Meting(centen / 100, format_geld(centen)) for _, centen in one.per_jaar))
        for one in partijen
    )
    labels = tuple(str(jaar) for jaar, _ in balans.samen.per_jaar)
    bijschrift = f"Saldo per jaar van elke partij{f', {van}' if van else ''}"
    return Figuur(Lijnen(labels, reeksen, schaal), f"Een lijn per partij. {_tell_lijnen(partijen)}", bijschrift)


def _tell_lijnen(partijen: Sequence[Partijbalans]) -> str:
    """What the lines show: the lowest and the highest year of each party."""
    return " ".join(_tell_lijn(one) for one in partijen)


def _tell_lijn(partij: Partijbalans) -> str:
    laag, hoog = min(partij.per_jaar, key=lambda one: one[1]), max(partij.per_jaar, key=lambda one: one[1])
    if laag[1] == hoog[1]:
        return f"{partij.partij}: elk jaar {format_geld(laag[1])}."
    van, tot = (f"in {jaar} met {format_geld(centen)}" for jaar, centen in (laag, hoog))
    return f"{partij.partij}: het laagst {van}, het hoogst {tot}."
