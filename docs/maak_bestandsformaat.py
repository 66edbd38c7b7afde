"""Writes docs/bestandsformaat.md and the shape of the present schema: `python docs/maak_bestandsformaat.py`.

Everything comes from the declarations of the fields, so that the document cannot say something else than the program
does. Only the words for fields that nobody fills in on a screen stand here.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from sessie_tool.kern.banden import Band
from sessie_tool.kern.bewaren import Termijnen
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.huis import Perspectief, Tegenspraak
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.veld import velden
from sessie_tool.opslag.bestand import Meta
from sessie_tool.opslag.migraties import SCHEMA

DOCS = Path(__file__).parent
DOCUMENT = DOCS / "bestandsformaat.md"
VORM = DOCS.parent / "tests" / "golden" / "schema" / str(SCHEMA) / "vorm.json"

NAMEN = {
    "Meta": "meta",
    "Sessie": "sessie",
    "Stap": "stap",
    "Regel": "rolregel",
    "Verloop": "verloop",
    "Vervanging": "vervanging",
    "Vaststelling": "vaststelling",
    "Overname": "overname",
    "Band": "band",
    "Termijnen": "termijnen",
}
"""What has no name of its own in a file."""

BETEKENIS = {
    "id": "eigen naam van dit onderdeel; verwijzingen wijzen ernaar",
    "overgenomen": "waar dit vandaan komt, als het uit een eerdere sessie is overgenomen",
    "records": "wat er in deze bouwsteen staat, in volgorde",
    "meta.schema": "de versie van deze indeling",
    "meta.revisie": "telt elke wijziging sinds de sessie is gemaakt",
    "meta.laatste": "id van de laatste wijziging uit het journaal die in dit bestand zit",
    "meta.bewaard": "moment van die wijziging",
    "meta.checksum": "controlegetal, zie hierboven",
    "meta.stam": "de laatste wijziging van elke eerdere zitting die in dit bestand zit, de oudste eerst",
    "meta.apart": "de laatste wijziging van elke andere versie die als kopie ernaast kwam of ermee is samengevoegd",
    "sessie.titel": "titel",
    "sessie.datum": "dag van de sessie, JJJJ-MM-DD",
    "sessie.sjabloon": "naam van het sjabloon waarmee de sessie begon",
    "sessie.soort": "waar de sessie bij hoort in de loop van het jaar",
    "sessie.plaats": "waar de sessie is",
    "sessie.aanleiding": "waarom deze sessie er is",
    "sessie.inleiding": "wat de begeleider vooraf leest, in Markdown",
    "sessie.status": "hoe ver de sessie is",
    "sessie.opgaven": "de strategische opgaven waar de sessie over gaat",
    "sessie.rollen": "de rollen die deelnemers kunnen hebben",
    "sessie.deelnemers": "wie erbij hoort; in het bestand een tabel",
    "sessie.stappen": "de stappen; in het bestand een tabel",
    "sessie.verloop": "waar de sessie is en hoe de tijd ging",
    "sessie.niet_geplaatst": "tekst uit een ingelezen bestand die geen plek vond",
    "sessie.vervangingen": "wat de secretaris besloot over namen in de openbare versie",
    "sessie.vaststelling": "wanneer en door wie het verslag is vastgesteld",
    "sessie.parkeerplaats": "wat later terugkomt",
    "stap.titel": "titel van de stap",
    "stap.minuten": "geplande minuten; 0 is voor of na de bijeenkomst",
    "stap.bouwsteen": "de soort werk van deze stap, met wat erin staat",
    "stap.doel": "waar de stap voor is",
    "stap.uitleg": "uitleg voor de begeleider, in Markdown",
    "stap.zeg": "wat de begeleider kan zeggen",
    "stap.let_op": "waar de begeleider op let",
    "stap.als_het_stilvalt": "wat te doen als niemand iets zegt",
    "stap.regels": "de regels per rol",
    "stap.vragen": "de vragen van de stap",
    "rolregel.rol": "voor wie de regel geldt",
    "rolregel.tekst": "de regel",
    "verloop.stap": "id van de stap van nu",
    "verloop.sinds": "moment vanaf wanneer de klok van die stap loopt; leeg als hij stilstaat",
    "verloop.besteed": "seconden per stap, tot `sinds`",
    "verloop.extra": "minuten die een stap meer of minder kreeg",
    "verloop.gedaan": "de stappen die tijd kregen, in volgorde",
    "verloop.pauze_sinds": "moment vanaf wanneer het pauze is; leeg als het geen pauze is",
    "verloop.pauze": "seconden van alle eerdere pauzes samen",
    "vervanging.tekst": "de woorden",
    "vervanging.door": "wat er in de openbare versie staat; dezelfde woorden als ze blijven",
    "vaststelling.datum": "dag van vaststelling",
    "vaststelling.door": "wie het vaststelde",
    "overname.record": "id van het record daar",
    "overname.sessie": "id van die sessie",
    "overname.uit": "die sessie in woorden",
    "overname.opgaven": "de opgaven van die sessie",
    "overname.jaar": "het jaar van die sessie",
    "overname.soort": "de soort van die sessie",
    "stemming.onthuld": "tot en met welke ronde de stippen zijn onthuld",
    "stemming.beperkt": "of een nieuwe ronde alleen tussen enkele keuzes gaat",
    "reflectie.adviezen": "de adviezen die in de tekst zijn gemerkt",
    "reflectie.teller": "hoeveel adviezen er ooit zijn gemerkt; een nummer komt niet terug",
    "opvolging.actie": "id van de eerste actie die dit opvolgt",
    "opvolging.sessie": "id van de sessie van die actie",
    "opvolging.eerder": "wat er eerder over die actie is vastgelegd",
    "opvolging.uitgesteld": "hoe vaak de actie is uitgesteld",
    "opvolging.vorige": "de datum die er stond",
    "opvolging.begin": "wanneer de actie begon",
    "adviesopvolging.advies": "id van het advies dat dit opvolgt",
    "adviesopvolging.sessie": "id van de sessie van dat advies",
    "adviesopvolging.vorige": "de datum die er stond",
    "adviesopvolging.begin": "wanneer het advies begon",
    "afweging.vast": "of de gewichten vastliggen",
    "eerste": "id van het eerste record over hetzelfde, in een eerdere sessie",
    "naam": "naam",
    "toelichting": "wat men verder moet weten",
    "perspectief.doelstellingen": "wat de stad wil bereiken, gezien vanaf hier",
    "doelstelling.succesfactoren": "wat goed moet gaan voor de doelstelling",
    "succesfactor.indicatoren": "waaraan te zien is hoe het ermee staat",
    "indicator.eenheid": "waarin het wordt geteld",
    "indicator.bron": "waar het cijfer vandaan komt",
    "tegenspraak.tussen": "id van de ene doelstelling",
    "tegenspraak.en": "id van de andere doelstelling",
    "band.later": "de latere draad: id van de sessie, een schuine streep en id van de draad",
    "band.eerder": "de eerdere draad; leeg bij nieuw en verdwenen",
    "band.besluit": "wat er is besloten",
    "band.moment": "wanneer; van twee besluiten telt het nieuwste",
    "termijnen.namen": "na hoeveel maanden namen weg horen; 0 is nooit",
    "termijnen.sessies": "na hoeveel maanden een sessie weg hoort; 0 is nooit",
}
"""What the fields mean that no form asks for: by the name of what holds them and theirs, or by theirs alone."""

_GEWOON = {str: "tekst", int: "heel getal", float: "getal", bool: "ja of nee", Any: "iets"}


_IN_ELK_RECORD = frozenset(veld.name for veld in msgspec.structs.fields(Record))
"""These are told once."""


def name_of(cls: type[msgspec.Struct]) -> str:
    """The name of a kind of object: its tag in a file where it has one."""
    return str(cls.__struct_config__.tag or NAMEN.get(cls.__name__, cls.__name__.lower()))


def describe_type(hint: Any) -> str:
    """A type in Dutch words."""
    soort, delen = get_origin(hint) or hint, get_args(hint)
    samengesteld: dict[Any, Callable[[], str]] = {
        Annotated: lambda: describe_type(delen[0]),
        Literal: lambda: "een van " + ", ".join(f"`{deel}`" if deel != "" else "leeg" for deel in delen),
        Union: lambda: " of ".join("niets" if deel is NoneType else describe_type(deel) for deel in delen),
        UnionType: lambda: " of ".join("niets" if deel is NoneType else describe_type(deel) for deel in delen),
        tuple: lambda: f"lijst van {describe_type(delen[0])}",
        dict: lambda: f"object: {describe_type(delen[0])} → {describe_type(delen[1])}",
    }
    if soort in samengesteld:
        return samengesteld[soort]()
    if isinstance(soort, type) and issubclass(soort, msgspec.Struct):
        return f"`{name_of(soort)}`"
    return _GEWOON.get(soort, f"`{getattr(soort, '__name__', soort).lower()}`")


def default_of(veld: msgspec.structs.FieldInfo) -> str:
    """The value that a field has when nothing was filled in, as JSON; "" when it is never left out."""
    if veld.default is not msgspec.NODEFAULT:
        waarde = veld.default
    elif veld.default_factory is not msgspec.NODEFAULT:
        waarde = veld.default_factory()
    else:
        return ""
    return json.dumps(msgspec.to_builtins(waarde), ensure_ascii=False)


def find_objects(begin: Iterable[Any]) -> dict[str, type[msgspec.Struct]]:
    """Every kind of object that can stand in these, by name, in the order in which one meets them.

    A record may be called as its bouwsteen is; both are told of.
    """
    gevonden: dict[type[msgspec.Struct], str] = {}

    def walk(hint: Any) -> None:
        if isinstance(hint, type) and issubclass(hint, msgspec.Struct) and hint not in gevonden:
            naam = name_of(hint)
            gevonden[hint] = f"{naam} (record)" if naam in gevonden.values() else naam
            for deel in get_type_hints(hint).values():
                walk(deel)
        for deel in get_args(hint):
            walk(deel)

    for een in begin:
        walk(een)
    return {naam: cls for cls, naam in gevonden.items()}


def make_vorm() -> dict[str, dict[str, str]]:
    """Each kind of object with its fields: 'type = what it is when nothing was filled in'."""
    objecten = find_objects([Meta, Sessie, *BOUWSTENEN.values(), Perspectief, Tegenspraak, Band, Termijnen])
    return {
        naam: {
            veld.encode_name: f"{describe_type(get_type_hints(cls)[veld.name])} = {default_of(veld)}"
            for veld in msgspec.structs.fields(cls)
        }
        for naam, cls in sorted(objecten.items())
    }


def meaning(cls: type[msgspec.Struct], naam: str) -> str:
    """What a field means, in Dutch."""
    veld = velden(cls).get(naam)
    if veld is not None:
        zin = f"{veld.label}. {veld.hulp}".strip().removesuffix(".")
        naar = f"; verwijst naar {veld.naar.replace(' ', ' of ')}" if veld.naar else ""
        return zin + naar
    return BETEKENIS.get(f"{name_of(cls)}.{naam}") or BETEKENIS[naam]


def write_table(cls: type[msgspec.Struct], kop: str) -> Iterator[str]:
    """One kind of object: its heading and its fields."""
    yield f"### {kop}\n"
    yield "| veld | soort waarde | zonder invullen | wat het is |\n|---|---|---|---|"
    hints = get_type_hints(cls, include_extras=True)
    gewoon = _IN_ELK_RECORD if issubclass(cls, Record) and cls is not Record else frozenset()
    for veld in (een for een in msgspec.structs.fields(cls) if een.name not in gewoon):
        leeg = f"`{default_of(veld)}`" if default_of(veld) else "staat er altijd"
        zin = meaning(cls, veld.name).replace("|", "\\|")
        yield f"| `{veld.encode_name}` | {describe_type(hints[veld.name])} | {leeg} | {zin} |"
    yield ""


def write_objects(begin: Iterable[Any], al: set[str]) -> Iterator[str]:
    """The tables of all that can stand in these, without what was told already."""
    for naam, cls in find_objects(begin).items():
        if naam not in al:
            al.add(naam)
            yield from write_table(cls, f"`{name_of(cls)}`{naam.removeprefix(name_of(cls))}")


def make_document() -> str:
    """The whole document: what people wrote above the mark, then the tables."""
    begin = DOCUMENT.read_text(encoding="utf-8").partition(MERK)[0]
    al = {name_of(Record)}
    delen = [begin + MERK, "\n## Een sessiebestand\n", *write_objects([Meta, Sessie], al)]
    delen.append("## De bouwstenen\n")
    delen.append(
        "Elke soort bouwsteen heeft een `soort`, eigen instellingen en een lijst `records`. "
        "Een deelnemer en iets op de parkeerplaats zijn ook een record.\n"
    )
    delen += write_table(Record, "Wat elk record heeft, naast zijn `type`")
    for kind in BOUWSTENEN.values():
        delen.append(f"**{kind.TITEL or name_of(kind)}** (`{name_of(kind)}`): {kind.UITLEG}\n".replace("): \n", ")\n"))
        delen += write_objects([kind], al)
    delen.append("## Het bestand van de werkmap\n")
    delen += write_objects([Perspectief, Tegenspraak, Band, Termijnen], al)
    return "\n".join(delen).rstrip() + "\n"


MERK = "<!-- Hieronder schrijft docs/maak_bestandsformaat.py; verander het daar. -->\n"


def main() -> None:
    """Write both files."""
    DOCUMENT.write_text(make_document(), encoding="utf-8")
    VORM.parent.mkdir(exist_ok=True)
    VORM.write_text(json.dumps(make_vorm(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
