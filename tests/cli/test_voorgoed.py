"""What cannot be undone is asked, once, and only of a person."""

import io
import sys

import pytest

from sessie_tool.cli.voorgoed import ask
from sessie_tool.fouten import GebruikError


class Terminal(io.StringIO):
    """Someone at a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def typ(monkeypatch):
    def typ(antwoord):
        monkeypatch.setattr(sys, "stdin", Terminal(antwoord))
        monkeypatch.setattr(sys, "stderr", Terminal())

    return typ


def test_a_person_types_the_id_and_nothing_else_will_do(typ):
    typ("ab12cd34\n")
    ask("'Proef' gaat weg.", "ab12cd34", ja=False)
    assert "Dit is niet terug te draaien.\nTyp ab12cd34 om door te gaan:" in sys.stderr.getvalue()
    for antwoord in ("ja\n", "\n", ""):
        typ(antwoord)
        with pytest.raises(GebruikError, match="Er is niets veranderd"):
            ask("'Proef' gaat weg.", "ab12cd34", ja=False)


def test_a_script_says_it_beforehand(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("ab12cd34\n"))
    with pytest.raises(GebruikError, match="--ja"):
        ask("'Proef' gaat weg.", "ab12cd34", ja=False)
    ask("'Proef' gaat weg.", "ab12cd34", ja=True)
