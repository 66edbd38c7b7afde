"""Every look can be read: contrast of at least 4.5 to 1, as WCAG 2.1 AA asks of text."""

import pytest

from sessie_tool.tui.thema import THEMAS


def luminance(kleur):
    """Relative luminance of '#rrggbb' (WCAG 2.1)."""
    delen = [int(kleur[plaats : plaats + 2], 16) / 255 for plaats in (1, 3, 5)]
    rood, groen, blauw = [deel / 12.92 if deel <= 0.03928 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een, ander):
    licht, donker = sorted((luminance(een), luminance(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize("thema", THEMAS, ids=lambda thema: thema.name)
def test_all_text_of_a_look_has_enough_contrast(thema):
    grijs, op_cursor, op_fout = (
        thema.variables[f"text-{naam}"] for naam in ("muted", "primary-cursor", "error-cursor")
    )
    paren = [
        (tekst, vlak) for tekst in (thema.foreground, grijs) for vlak in (thema.background, thema.surface, thema.panel)
    ]
    paren += [(op_cursor, thema.primary), (op_fout, thema.error), (thema.accent, thema.background)]
    assert [paar for paar in paren if contrast(*paar) < 4.5] == []
