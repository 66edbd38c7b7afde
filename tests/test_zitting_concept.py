"""The line that is being typed survives, also when nothing else happens after it."""

import time

from zitting_hulp import make_werkmap, open_zitting

from sessie_tool.opslag.staat import read_concept


def test_a_line_being_typed_is_on_the_disk_within_a_second_though_nothing_else_happens(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = open_zitting(werkmap, pad)
    stap_id = zitting.sessie.stappen[0].id
    time.sleep(0.1)  # the writer has nothing to do and waits
    zitting.keep_concept(stap_id, "half getypt")
    eind = time.monotonic() + 1
    bestand = zitting._geladen.staat.concept
    while time.monotonic() < eind and not read_concept(bestand):
        time.sleep(0.05)
    assert read_concept(bestand) == {stap_id: "half getypt"}
    zitting.close()
