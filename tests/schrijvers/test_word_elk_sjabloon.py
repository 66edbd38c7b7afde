"""The Word file of every sjabloon: two validators and the own check find nothing, and LibreOffice opens it whole."""

import os
import subprocess

import pytest
from ooxml_integrity import check as check_integriteit
from word_hulp import audit, words

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.demo import OPGAVEN, make_sessies
from sessie_tool.kern.document import Afbeelding
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.keuring import check_docx
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf
from sessie_tool.schrijvers.libreoffice import find_libreoffice
from sessie_tool.sjabloon import find_sjablonen
from sessie_tool.tekenen import resolve_figuren

SJABLONEN = {one.naam: one for one in find_sjablonen([shipped_sjablonen()])[0]}
MOMENT = "2026-11-22T12:00:00"


@pytest.fixture(scope="module")
def verslagen():
    """Name of a sjabloon → the document and the Word file of one example session."""
    sessies = {one.sjabloon: one for one in make_sessies(SJABLONEN)}
    documenten = {
        naam: resolve_figuren(resolve_opmaak(make_verslag(one, MOMENT, OPGAVEN))) for naam, one in sessies.items()
    }
    return {naam: (document, schrijf(document, "docx")[0]) for naam, document in documenten.items()}


def test_the_examples_hold_a_session_of_every_sjabloon(verslagen):
    assert set(SJABLONEN) <= set(verslagen)


@pytest.mark.parametrize("naam", SJABLONEN)
def test_nothing_is_wrong_with_the_word_file_of_a_sjabloon(naam, verslagen, tmp_path):
    _, blob = verslagen[naam]
    assert audit(blob, tmp_path) == []
    assert [str(one) for one in check_integriteit(tmp_path / "keuring.docx")] == []
    assert check_docx(blob) == []


@pytest.mark.skipif(find_libreoffice() is None and not os.environ.get("CI"), reason="LibreOffice is er niet")
def test_libreoffice_opens_all_of_them_and_shows_every_word(verslagen, tmp_path):
    for naam, (_, blob) in verslagen.items():
        (tmp_path / f"{naam}.docx").write_bytes(blob)
    profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    opties = ["--headless", profiel, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    bestanden = sorted(map(str, tmp_path.glob("*.docx")))
    subprocess.run([find_libreoffice() or "soffice", *opties, *bestanden], check=True, capture_output=True, timeout=300)
    for naam, (document, _) in verslagen.items():
        getoond = words((tmp_path / f"{naam}.txt").read_text(encoding="utf-8-sig"))
        beelden = (blok.alternatief for blok in document.blokken if isinstance(blok, Afbeelding))
        verwacht = words(schrijf(document, "txt")[0].decode()) - words(" ".join(beelden))
        assert verwacht - getoond == set(), naam
