"""What docs/bestandsformaat.md tells whoever reads the files without this program, and the shape that it tells of."""

import importlib.util
import json
import re
import subprocess
import sys

import pytest
from schema_maken import make_alles
from zitting_hulp import make_werkmap

from sessie_tool.kern.boom import to_tree
from sessie_tool.opslag.migraties import SCHEMA

STIL = frozenset({"type", "soort"})


@pytest.fixture(scope="module")
def maker(request):
    pad = request.config.rootpath / "docs" / "maak_bestandsformaat.py"
    spec = importlib.util.spec_from_file_location(pad.stem, pad)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_shape_of_a_file_changes_only_with_its_schema(maker):
    vastgelegd = json.loads(maker.VORM.read_bytes())
    assert maker.make_vorm() == vastgelegd, (
        f"Een bestand ziet er anders uit dan in {maker.VORM}. Is er al een versie met schema {SCHEMA} uitgebracht? "
        "Verhoog dan SCHEMA in opslag/migraties.py en schrijf de stap erheen. Draai daarna "
        "docs/maak_bestandsformaat.py en tests/opslag/schema_maken.py, en zet nieuwe velden in de migratie."
    )


def test_the_document_says_what_the_fields_say(maker):
    assert maker.make_document() == maker.DOCUMENT.read_text(encoding="utf-8"), "Draai docs/maak_bestandsformaat.py"


def records(waarde):
    """Every record in the tree of a session."""
    delen = waarde.values() if isinstance(waarde, dict) else waarde if isinstance(waarde, list) else ()
    eigen = [waarde] if isinstance(waarde, dict) and "type" in waarde else []
    return [*eigen, *(record for deel in delen for record in records(deel))]


def test_the_document_tells_of_every_field_of_every_record_also_one_called_as_its_bouwsteen(maker):
    verteld = {tuple(velden) for velden in maker.make_vorm().values()}
    assert [
        een for een in records(to_tree(make_alles())) if tuple(naam for naam in een if naam != "type") not in verteld
    ] == []


def words(waarde):
    """Every text in the tree of a session."""
    if isinstance(waarde, dict):
        return [tekst for naam, deel in waarde.items() if naam not in STIL for tekst in words(deel)]
    if isinstance(waarde, list):
        return [tekst for deel in waarde for tekst in words(deel)]
    return [waarde] if isinstance(waarde, str) and waarde else []


def test_the_reader_in_the_document_shows_every_word_and_sees_damage(maker, tmp_path):
    code = re.search(r"```python\n(.*?)```", maker.DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)[1]
    sessie = make_alles()
    _, pad = make_werkmap(tmp_path, sessie)

    def read():
        return subprocess.run([sys.executable, "-I", "-c", code, pad], capture_output=True, check=True)

    uit = read()
    gelezen = uit.stdout.decode()
    assert [tekst for tekst in words(to_tree(sessie)) if tekst not in gelezen] == []
    assert uit.stderr == b""
    pad.write_bytes(pad.read_bytes().replace(b"tekst 7", b"tekst 0", 1))
    assert "beschadigd of veranderd" in read().stderr.decode()
