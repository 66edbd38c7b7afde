"""One stap of a sjabloon: its heading, its labelled parts and its uitleg."""

import re
from collections.abc import Sequence

import msgspec

from sessie_tool.fouten import Bevinding, suggest
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.sessie import Regel, Stapvorm
from sessie_tool.kern.taal import join_woorden
from sessie_tool.sjabloon.blokken import Blok, read_kop
from sessie_tool.sjabloon.delen import Deel, normalise, read_rest, split_delen
from sessie_tool.sjabloon.instelling import labels_of, read_instellingen, settings_of
from sessie_tool.sjabloon.voorkant import read_minuten

TEKSTEN = {"doel": "doel", "zeg": "zeg", "let op": "let_op", "als het stilvalt": "als_het_stilvalt"}
"""The labels with text → the fields of a stap."""
LIJSTEN = ("regels", "vragen")
"""The labels with a list."""
LABELS = ("Doel", "Zeg", "Let op", "Als het stilvalt", "Regels", "Vragen")
"""All labels that every stap can have, as they are written."""
IEDEREEN = "iedereen"
_KOMMA = re.compile(r"(?<!\d),|,(?!\d)")  # not the comma of 2,5
VORM = "## Signalen ophalen (signalen, 30 minuten)"


class Stapkop(msgspec.Struct, frozen=True):
    """The heading of a stap; `soort` is "" and `minuten` None when they are missing or wrong."""

    titel: str
    soort: str
    minuten: int | None
    regel: int


def split_kop(kop: str) -> tuple[str, str]:
    """'Welkom (toelichting, 5 minuten)' → ('Welkom', 'toelichting, 5 minuten'); the second "" when it is not there."""
    if not kop.endswith(")") or "(" not in kop:
        return kop, ""
    titel, _, binnen = kop[:-1].rpartition("(")
    return titel.strip(), binnen.strip()


def find_soort(woord: str) -> str:
    """The bouwsteen with this name ('Rode draden' → 'rode_draden'); "" when there is none."""
    naam = "_".join(woord.casefold().replace("-", " ").replace("_", " ").split())
    return naam if naam in BOUWSTENEN else ""


def looks_like_stap(kop: str) -> bool:
    """Whether a heading says a bouwsteen or minutes behind its title."""
    delen = [deel.strip() for deel in split_kop(kop)[1].split(",")]
    return any(find_soort(deel) or read_minuten(deel) is not None for deel in delen)


def read_stapkop(kop: str, regel: int, bevindingen: list[Bevinding]) -> Stapkop:
    """Read the heading of a stap."""
    titel, binnen = split_kop(kop)
    if not titel and not binnen:
        bevindingen.append(Bevinding("Deze kop is leeg.", f"Schrijf bijvoorbeeld '{VORM}'.", regel))
        return Stapkop("", "", None, regel)
    delen = [deel.strip() for deel in _KOMMA.split(binnen) if deel.strip()]
    tijden = [deel for deel in delen if deel[0].isdigit()] or delen[1:2]
    woorden = [deel for deel in delen if deel not in tijden]
    if not titel:
        bevindingen.append(Bevinding("Deze stap heeft geen titel.", f"Schrijf bijvoorbeeld '{VORM}'.", regel))
    soort = _read_soort(titel, woorden[:1], regel, bevindingen)
    minuten = _read_tijd(titel, tijden[:1], regel, bevindingen)
    over = woorden[1:] + tijden[1:]
    if over:
        bevindingen.append(
            Bevinding(
                f"{_noem(titel)}: wat betekent '{join_woorden(over)}' achter de titel?",
                f"Achter de titel staan alleen de bouwsteen en de minuten: '{VORM}'.",
                regel,
            )
        )
    return Stapkop(titel, soort, minuten, regel)


def _noem(titel: str) -> str:
    return f"Stap '{titel}'" if titel else "Deze stap"


def _read_soort(titel: str, woorden: list[str], regel: int, bevindingen: list[Bevinding]) -> str:
    keuze = f"Kies uit {join_woorden(list(BOUWSTENEN))}."
    if not woorden:
        bevindingen.append(Bevinding(f"{_noem(titel)} heeft geen bouwsteen.", f"{keuze} Schrijf: '{VORM}'.", regel))
        return ""
    soort = find_soort(woorden[0])
    if not soort:
        advies = suggest(woorden[0], BOUWSTENEN) or keuze
        bevindingen.append(Bevinding(f"De bouwsteen '{woorden[0]}' bestaat niet.", advies, regel))
    return soort


def _read_tijd(titel: str, tijden: list[str], regel: int, bevindingen: list[Bevinding]) -> int | None:
    minuten = read_minuten(tijden[0]) if tijden else None
    if not tijden:
        bevindingen.append(Bevinding(f"{_noem(titel)} heeft geen minuten.", f"Schrijf: '{VORM}'.", regel))
    elif minuten is None:
        bevindingen.append(
            Bevinding(f"'{tijden[0]}' is geen aantal minuten.", "Schrijf hele minuten: '30 minuten'.", regel)
        )
    return minuten


def read_stap(
    regels: Sequence[str],
    blokken: Sequence[Blok],
    eind: int,
    rollen: Sequence[str],
    bevindingen: list[Bevinding],
) -> tuple[Stapkop, Stapvorm | None]:
    """Read one stap: its heading is the first of `blokken`, its lines end before `eind`.

    Gives no Stapvorm when the heading does not say which bouwsteen it is or how long it takes.
    """
    begin = blokken[0].begin
    kop = read_stapkop(read_kop(regels[begin]), begin + 1, bevindingen)
    kind = BOUWSTENEN.get(kop.soort)
    delen = _known(split_delen(regels, blokken[1:]), kop, bevindingen)
    values = read_instellingen(kind, [deel for deel in delen if not _is_vast(deel)], bevindingen) if kind else {}
    gezegd = [_read_regel(tekst, regel, rollen, bevindingen) for regel, tekst in _items(delen, "regels")]
    if kind is None or kop.minuten is None:
        return kop, None
    return kop, Stapvorm(
        titel=kop.titel,
        minuten=kop.minuten,
        bouwsteen=kind(**values),
        uitleg=read_rest(regels, begin + 1, eind, delen),
        regels=tuple(gezegd),
        vragen=tuple(tekst for _, tekst in _items(delen, "vragen")),
        **{veld: _read_tekst(delen, label) for label, veld in TEKSTEN.items()},
    )


def _is_vast(deel: Deel) -> bool:
    """Whether every stap can have this label, whatever its bouwsteen."""
    return normalise(deel.label) in (*TEKSTEN, *LIJSTEN)


def _known(delen: Sequence[Deel], kop: Stapkop, bevindingen: list[Bevinding]) -> list[Deel]:
    """The parts that mean something; the other ones are reported and stay uitleg."""
    instellingen = settings_of(kop.soort)
    bekend = []
    for deel in delen:
        if _is_vast(deel) or normalise(deel.label) in instellingen:
            bekend.append(deel)
            if not deel.tekst.strip():
                bevindingen.append(
                    Bevinding(
                        f"Achter '{deel.label}' staat niets.", "Vul het in of haal het weg.", deel.regel, ernst="let op"
                    )
                )
        elif kop.soort:
            bevindingen.append(_unknown(deel, kop.soort))
    return bekend


def _unknown(deel: Deel, soort: str) -> Bevinding:
    """What to say of a label that means nothing here."""
    van = [naam for naam in BOUWSTENEN if normalise(deel.label) in settings_of(naam)]
    if van:
        bericht = f"De bouwsteen '{soort}' heeft geen instelling '{deel.label}'."
        return Bevinding(bericht, f"Die hoort bij {join_woorden(van)}.", deel.regel)
    mogelijk = {normalise(label): label for label in (*LABELS, *labels_of(soort))}
    bedoeld = suggest(deel.label, mogelijk.values())
    if bedoeld:
        return Bevinding(f"Het kopje '{deel.label}' bestaat niet.", bedoeld, deel.regel)
    return Bevinding(
        f"Het kopje '{deel.label}' bestaat niet; de tekst staat nu bij de uitleg van de stap.",
        f"U kunt kiezen uit {join_woorden(list(mogelijk.values()))}.",
        deel.regel,
        ernst="let op",
    )


def _items(delen: Sequence[Deel], label: str) -> list[tuple[int, str]]:
    return [punt for deel in delen if normalise(deel.label) == label for punt in deel.regels]


def _read_tekst(delen: Sequence[Deel], label: str) -> str:
    teksten = (deel.tekst.strip() for deel in delen if normalise(deel.label) == label)
    return "\n\n".join(tekst for tekst in teksten if tekst)


def _read_regel(tekst: str, regel: int, rollen: Sequence[str], bevindingen: list[Bevinding]) -> Regel:
    """'inbrenger: luistert' → a rule for the inbrenger; without a role it is for iedereen."""
    rol, dubbelepunt, rest = tekst.partition(":")
    rol = rol.strip().strip("*").strip()
    if not dubbelepunt or not rest.strip() or len(rol.split()) not in (1, 2, 3):
        return Regel(IEDEREEN, tekst)
    bekend = {naam.casefold(): naam for naam in (*rollen, IEDEREEN)}
    if rollen and rol.casefold() not in bekend:
        advies = suggest(rol, bekend.values()) or "Zet de rol erbij, of begin de regel met 'iedereen:'."
        bericht = f"De rol '{rol}' staat niet bij 'rollen' bovenaan."
        bevindingen.append(Bevinding(bericht, advies, regel, ernst="let op"))
    return Regel(bekend.get(rol.casefold(), rol), rest.strip())
