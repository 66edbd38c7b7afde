"""Every kind of damage to a session file, by name: one table for the tests of reading, checking and repairing."""

import json
import os

from sessie_tool.opslag import bestand


def afkappen(deel):
    return lambda data: data[: int(len(data) * deel)]


def sealed(change):
    """A file of which the checksum is right, though another program or a fault put an odd value in it."""

    def damage(data):
        tables = json.loads(data)
        change(tables)
        return bestand.encode(bestand.seal(tables))

    return damage


def in_sessie(naam, waarde):
    return sealed(lambda tables: tables["sessie"]["1"].__setitem__(naam, waarde))


def in_stap(naam, waarde):
    return sealed(lambda tables: tables["stappen"]["1"].__setitem__(naam, waarde))


def in_verloop(naam, waarde):
    return sealed(lambda tables: tables["sessie"]["1"]["verloop"].__setitem__(naam, waarde))


def in_record(naam, waarde):
    return sealed(lambda tables: tables["stappen"]["1"]["bouwsteen"]["records"][0].__setitem__(naam, waarde))


def double_name(data):
    return data.replace(b'"titel"', b'"titel": "Een andere titel", "titel"', 1)


def lone_surrogate(data):
    return data.replace(b"Netcongestie", b"\\ud800", 1)


def number(tekst):
    return lambda data: data.replace(b'"minuten": 30', b'"minuten": ' + tekst, 1)


STUK = {
    **{f"afgekapt op {deel:.0%}": afkappen(deel) for deel in (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99)},
    "laatste haakje weg": lambda data: data.rstrip()[:-1],
    "leeg": lambda _: b"",
    "alleen nullen": lambda data: b"\0" * len(data),
    "witruimte": lambda _: b" \n\t ",
    "nullen erachter": lambda data: data + b"\0" * 100,
    "merk voor UTF-8": lambda data: b"\xef\xbb\xbf" + data,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "Windows-1252": lambda data: data.decode().replace("Netcongestie", "café").encode("cp1252"),
    "null": lambda _: b"null",
    "lijst": lambda _: b"[]",
    "leeg object": lambda _: b"{}",
    "getal": lambda _: b"1",
    "twee keer achter elkaar": lambda data: data * 2,
    "twee keer dezelfde naam": double_name,
    "diep genest": lambda _: b"[" * 100_000,
    "diep genest in een tabel": lambda _: b'{"meta": {"1": ' + b'{"a": ' * 100_000,
    "halve letter": lone_surrogate,
    "getal buiten bereik": number(b"1e400"),
    "geen getal": number(b"NaN"),
    "een letter anders": lambda data: data.replace(b"Netcongestie", b"Netcongestia", 1),
    "geen meta": lambda data: json.dumps({**json.loads(data), "meta": {}}).encode(),
    "meta is een lijst": lambda data: json.dumps({**json.loads(data), "meta": []}).encode(),
    "schema 0": sealed(lambda tables: tables["meta"]["1"].update(schema=0)),
    "schema is tekst": sealed(lambda tables: tables["meta"]["1"].update(schema="een")),
    "sessie weg": sealed(lambda tables: tables.pop("sessie")),
    "sessie leeg": sealed(lambda tables: tables["sessie"].clear()),
    "stappen weg": sealed(lambda tables: tables.pop("stappen")),
    "deelnemers weg": sealed(lambda tables: tables.pop("deelnemers")),
    "stap is tekst": sealed(lambda tables: tables["stappen"].update({"1": "stap"})),
    "deelnemer is een getal": sealed(lambda tables: tables["deelnemers"].update({"1": 5})),
    "titel is een getal": in_sessie("titel", 5),
    "titel is een lijst": in_sessie("titel", []),
    "datum is niets": in_sessie("datum", None),
    "opgaven is tekst": in_sessie("opgaven", "Open"),
    "status bestaat niet": in_sessie("status", "kwijt"),
    "verloop is tekst": in_sessie("verloop", "ver"),
    "bouwsteen is tekst": in_stap("bouwsteen", "signalen"),
    "records is een object": in_stap("bouwsteen", {"soort": "signalen", "records": {}}),
    "record is tekst": in_stap("bouwsteen", {"soort": "signalen", "records": ["tekst"]}),
    "record van een andere soort": in_record("type", "actie"),
    "record zonder id": sealed(lambda tables: tables["stappen"]["1"]["bouwsteen"]["records"][0].pop("id")),
    "minuten is tekst": in_stap("minuten", "30"),
    "minuten met een breuk": in_stap("minuten", 30.5),
    "id met een pad": in_sessie("id", "../../x"),
    "id met een schuine streep": in_sessie("id", "a/b"),
    "id is leeg": in_sessie("id", ""),
    "id is een getal": in_sessie("id", 12),
    "id met een nul": in_sessie("id", "a\0b"),
    "id is heel lang": in_sessie("id", "a" * 300),
}
"""The file cannot be used any more."""

VREEMD = {
    "31 februari": in_sessie("datum", "2024-02-31"),
    "maand 13": in_sessie("datum", "2024-13-01"),
    "datum is tekst": in_sessie("datum", "gisteren"),
    "datum is leeg": in_sessie("datum", ""),
    "minuten onder nul": in_stap("minuten", -30),
    "minuten als een eeuw": in_stap("minuten", 10**30),
    "geen stappen": sealed(lambda tables: tables["stappen"].clear()),
    "twee stappen met een id": sealed(lambda tables: tables["stappen"]["2"].update(id=tables["stappen"]["1"]["id"])),
    "twee records met een id": sealed(
        lambda tables: tables["stappen"]["1"]["bouwsteen"]["records"].append(
            tables["stappen"]["1"]["bouwsteen"]["records"][0]
        )
    ),
    "stap zonder id": in_stap("id", ""),
    "huidige stap is er niet": in_verloop("stap", "weg"),
    "klok loopt sinds nooit": in_verloop("sinds", "nooit"),
    "klok zonder tijdzone": in_verloop("sinds", "2024-03-21T14:00:00"),
    "pauze sinds nooit": in_verloop("pauze_sinds", "99:99"),
    "tijd als een eeuw": in_verloop("besteed", {"x": 1e300}),
}
"""The file opens: what cannot be is made such that one can work, and said."""

GOED = {
    "meta zegt niets": sealed(lambda tables: tables["meta"]["1"].clear()),
    "andere witruimte": lambda data: json.dumps(json.loads(data)).encode(),
    "andere tekens": lambda data: json.dumps(json.loads(data), ensure_ascii=True, sort_keys=True).encode(),
    "een tabel die niemand kent": sealed(lambda tables: tables.update(nieuw={"1": {"a": 1}})),
    "een veld dat niemand kent": in_sessie("nieuw", [1, 2]),
    "een bouwsteen die niemand kent": in_stap("bouwsteen", {"soort": "kristallen_bol", "records": 7}),
    "verwijzing naar niets": in_stap(
        "bouwsteen",
        {
            "soort": "rode_draden",
            "records": [{"type": "rode_draad", "id": "d1", "titel": "Draad", "signalen": ["weg"], "draden": ["weg"]}],
        },
    ),
    "een heel groot getal": in_stap("bouwsteen", {"soort": "kristallen_bol", "aantal": 2**80}),
}
"""Odd, but whole: nothing is told."""


def fifo(pad):
    pad.unlink()
    os.mkfifo(pad)


def folder(pad):
    pad.unlink()
    pad.mkdir()


def link_to(doel):
    def damage(pad):
        pad.unlink()
        pad.symlink_to(doel(pad))

    return damage


def outside(pad):
    geheim = pad.parent.parent / "geheim.txt"
    geheim.write_text("root:x:0:0:geheim:/root")
    return geheim


def sparse(pad):
    with pad.open("r+b") as open_bestand:
        open_bestand.truncate(300_000_000)


PLAATS = {
    "koppeling naar buiten": link_to(outside),
    "koppeling naar een map": link_to(lambda pad: pad.parent),
    "koppeling naar zichzelf": link_to(lambda pad: pad.name),
    "koppeling naar niets": link_to(lambda _: "weg.json"),
    "koppeling naar een apparaat": link_to(lambda _: "/dev/zero"),
    "een pijp": fifo,
    "een map": folder,
    "300 MB": sparse,
}
"""What stands in the place of the file is no file, or none that is read."""
