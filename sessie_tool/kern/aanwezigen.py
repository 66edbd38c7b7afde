"""Aanwezigen: who was there, as a part of the verslag; in the open version by function and number."""

from collections import Counter

from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, Blok, Kolom, Kop, Rij, Tabel, lijst, tekst
from sessie_tool.kern.personen import list_functies
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.taal import format_aantal


def show_aanwezigen(sessie: Sessie) -> list[Blok]:
    """The participants by name, for the verslag that stays in the house."""
    aanwezig, afwezig = _printed(sessie)
    blokken: list[Blok] = [_table_deelnemers(aanwezig)] if aanwezig else []
    blokken += _list("Niet aanwezig:", afwezig)
    return _below_kop(blokken)


def show_functies(sessie: Sessie) -> list[Blok]:
    """How many there were of each function, and by name only who may be named."""
    aanwezig, afwezig = _printed(sessie)
    functies = dict(zip((one.id for one in sessie.deelnemers), list_functies(sessie.deelnemers), strict=True))
    namen = [one for one in aanwezig if one.mag_genoemd]
    tellen = Counter((one.rol or functies[one.id]) if one.mag_genoemd else functies[one.id] for one in aanwezig)
    blokken: list[Blok] = [_table_functies(tellen)] if aanwezig else []
    blokken += _list("Met naam:", namen) + _list("Niet aanwezig:", [one for one in afwezig if one.mag_genoemd])
    rest = sum(not one.mag_genoemd for one in afwezig)
    blokken += [Alinea(tekst(f"Niet aanwezig zonder naam: {rest}."))] if rest else []
    return _below_kop(blokken)


def _below_kop(blokken: list[Blok]) -> list[Blok]:
    return [Kop(1, tekst("Deelnemers")), *blokken] if blokken else []


def _list(kop: str, deelnemers: list[Deelnemer]) -> list[Blok]:
    return [Alinea(tekst(kop, vet=True)), lijst([_noem(one) for one in deelnemers])] if deelnemers else []


def _printed(sessie: Sessie) -> tuple[list[Deelnemer], list[Deelnemer]]:
    """Who was there, by role, and who was not."""
    printed = [one for one in sessie.deelnemers if one.bereik == "verslag"]
    aanwezig = sorted((one for one in printed if one.aanwezig), key=lambda one: _rank(sessie, one))
    return aanwezig, [one for one in printed if not one.aanwezig]


def _rank(sessie: Sessie, deelnemer: Deelnemer) -> tuple[int, str]:
    """Participants stand by role, in the order of the sjabloon's roles; other roles after that."""
    rollen = [rol.casefold() for rol in sessie.rollen]
    rol = deelnemer.rol.casefold()
    return (rollen.index(rol) if rol in rollen else len(rollen), rol)


def _table_deelnemers(deelnemers: list[Deelnemer]) -> Tabel:
    rijen = (Rij((tekst(one.rol), tekst(one.naam), tekst(one.organisatie)), one.id) for one in deelnemers)
    return Tabel(
        kolommen=(Kolom("Rol", 2), Kolom("Naam", 3), Kolom("Organisatie", 3)),
        rijen=tuple(rijen),
        bijschrift=f"Aanwezig: {format_aantal(len(deelnemers), 'deelnemer', 'deelnemers')}",
        beschrijving="Elke rij is een deelnemer die er was; de kolommen zijn rol, naam en organisatie.",
    )


def _table_functies(tellen: Counter[str]) -> Tabel:
    return Tabel(
        kolommen=(Kolom("Rol", 4), Kolom("Aantal", 1)),
        rijen=tuple(Rij((tekst(rol), tekst(str(aantal)))) for rol, aantal in tellen.items()),
        bijschrift=f"Aanwezig: {format_aantal(tellen.total(), 'deelnemer', 'deelnemers')}",
        beschrijving="Elke rij is een rol; de kolommen zijn de rol en hoeveel deelnemers met die rol er waren.",
    )


def _noem(deelnemer: Deelnemer) -> str:
    achter = ", ".join(deel for deel in (deelnemer.rol, deelnemer.organisatie) if deel)
    return f"{deelnemer.naam} ({achter})" if achter else deelnemer.naam
