"""Guidance in Markdown is shown whole: bold, lists with their numbers, links with their address, tables as lines."""

from sessie_tool.tui.opmaak import format_opmaak


def test_markdown_is_shown_as_lines_without_its_signs():
    tekst = "Eén **vet** woord.\n\n3. drie\n4. vier\n\n- punt\n  - onder\n\n[site](https://voorbeeld.nl)"
    gezien = format_opmaak(tekst).plain.split("\n")
    assert gezien[:4] == ["Eén vet woord.", "3. drie", "4. vier", "• punt"]
    assert "onder" in gezien[4]
    assert gezien[5] == "site (https://voorbeeld.nl)"


def test_a_table_is_shown_row_by_row():
    assert format_opmaak("| wat | wie |\n|---|---|\n| bellen | Noor |").plain == "wat: bellen; wie: Noor"


def test_markup_of_the_screen_is_text():
    assert format_opmaak("[/] [b]x[/b] \x1b[2J").plain == "[/] [b]x[/b] ␛[2J"
