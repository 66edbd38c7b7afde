"""`python -m bench` lists the measurements, `python -m bench NAAM` runs one."""

import sys
from importlib import import_module

METINGEN = {
    "start": "CPU-tijd van 'sessie --help' en 'sessie lijst' naast een leeg Python-proces",
    "scherm": "van start tot het scherm te gebruiken is, met 200 sessies, naast een leeg Textual-scherm",
    "toetsen": "van toets tot beeld bij 2.000 signalen, naast een pijl in een DataTable van 500 rijen",
    "druk": "hetzelfde bij 5.000 signalen, 500 deelnemers en 3.000 stemmen, met de andere schermen",
    "lang": "twee uur gebruik achter elkaar: groeien geheugen, threads en open bestanden",
    "beamer": "van toets tot beeld op het tweede scherm, in twee terminals",
    "verlies": "honderden ongelukken (kill -9, stroom weg, schijf vol, schade): gaat er ooit werk verloren",
    "samen": "met twee in een sessie: overnemen onder het typen, meelezen, en twee versies samenvoegen",
    "schijf": "van een getypte regel tot de schijf, en een sessie openen, naast de schijf zelf en gewone TinyDB",
    "versies": "een eerdere versie bewaren, opzoeken, vergelijken en terugzetten, naast het bestand vervangen",
    "word": "CPU van een verslag in Word, naast strings met een zip, docxtpl en pandoc",
    "schaal": "lijst, zoeken en vergelijken bij 1.000 sessies van 36 KB (of meer), naast gewone TinyDB",
    "gelijkenis": "hoe goed de voorstellen voor rode draden zijn, op een bestand met de goede antwoorden",
    "openbaar": "de openbare versie van 2.000 signalen, naast de versie voor wie erbij was",
    "namen": "namen voorgoed weghalen, met kill -9 op een willekeurig moment: blijft er ooit een naam achter",
    "pdfua": "wat veraPDF vindt in de PDF van voorbeeldverslagen: is die voor iedereen te lezen",
    "klaarzetten": "haalt docxtpl, pandoc en veraPDF voor 'word' en 'pdfua', in een eigen omgeving (build/bench)",
}
"""A measurement is one file beside this one with `main(argv) -> int`, and one line here."""


def main(argv: list[str]) -> int:
    """List or run; gives the exit code."""
    if not argv:
        for naam, uitleg in METINGEN.items():
            print(f"{naam:12}{uitleg}")
        return 0
    if argv[0] not in METINGEN:
        print(f"De meting '{argv[0]}' bestaat niet. Kies uit: {', '.join(METINGEN)}", file=sys.stderr)
        return 2
    return int(import_module(f"bench.{argv[0]}").main(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
