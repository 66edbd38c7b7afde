"""Minutes with docxtpl, in its own environment: the content as JSON, then one rendering per line on stdin.

Prints the milliseconds of CPU of each. Run by `bench/word.py`.
"""

import json
import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any


def make_template(pad: Path) -> None:
    """A template with the loops that the content needs."""
    document = import_module("docx").Document()
    document.add_paragraph("{{ titel }}", style="Title")
    _loop(document, "p for thema in themas")
    document.add_paragraph("{{ thema.titel }}", style="Heading 1")
    _loop(document, "p for alinea in thema.alineas")
    document.add_paragraph("{{ alinea }}")
    _loop(document, "p endfor")
    _add_table(document, "thema.signalen", ("Signaal", "Herkomst", "Soort"))
    _loop(document, "p endfor")
    document.add_paragraph("Acties", style="Heading 1")
    _add_table(document, "acties", ("Wat", "Wie", "Wanneer", "Status"))
    document.save(str(pad))


def _loop(document: Any, opdracht: str) -> None:
    document.add_paragraph(f"{{%{opdracht} %}}")


def _add_table(document: Any, bron: str, koppen: tuple[str, ...]) -> None:
    tabel = document.add_table(rows=4, cols=len(koppen), style="Table Grid")
    for plaats, kop in enumerate(koppen):
        tabel.rows[0].cells[plaats].text = kop
        tabel.rows[2].cells[plaats].text = f"{{{{ rij[{plaats}] }}}}"
    tabel.rows[1].cells[0].text = f"{{%tr for rij in {bron} %}}"
    tabel.rows[3].cells[0].text = "{%tr endfor %}"


def main(inhoud: Path) -> None:
    """Render whenever a line comes in."""
    gegevens = json.loads(inhoud.read_text(encoding="utf-8"))
    template = inhoud.with_suffix(".docx")
    make_template(template)
    docxtpl = import_module("docxtpl")
    for _ in sys.stdin:
        begin = process_time()
        document = docxtpl.DocxTemplate(template)
        document.render(gegevens, autoescape=True)
        document.save(BytesIO())
        print(1000 * (process_time() - begin), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
