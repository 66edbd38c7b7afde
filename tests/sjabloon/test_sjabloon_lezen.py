"""Any text gives findings or a Sjabloon, never an exception, and no text below a stap is lost."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.stemming import KIES_UIT
from sessie_tool.sjabloon import read_sjabloon
from sessie_tool.sjabloon.stap import LABELS, LIJSTEN, TEKSTEN

VOORKANT = "---\ntitel: Proef\n---\n"
STUKKEN = (
    "---\n", "titel: x\n", "naam: proef\n", "duur: 5\n", "rollen: a, b\n", "# ", "## ", "### ", "##", "Stap", "(",
    ")", "signalen", "stemming", "acties", ", ", "5 minuten", "\n", "\n\n", "\r\n", "\r", "**Doel:** ", "**Regels:**\n",
    "**Vragen:**\n", "**Stippen:** ", "**Kies uit:** ", "**Open acties:** ja\n", "- ", "  ", "1. ", "> ", "```\n",
    "    ", "\t", "[x]: y\n", "<b>", "[/]", "{{x}}", "\x00", "\x0b", "\u2028", "\ufeff", "**", ":", "a: b\n", "| a |\n",
)  # fmt: skip
any_sjabloon = st.one_of(st.lists(st.sampled_from(STUKKEN), max_size=40).map("".join), st.text())
quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(any_sjabloon)
def test_any_text_gives_a_sjabloon_or_findings(tekst):
    sjabloon, bevindingen = read_sjabloon(tekst, "proef", "proef.md")
    fouten = [een for een in bevindingen if een.ernst == "fout"]
    assert (sjabloon is None) == bool(fouten)
    assert all(een.bron == "proef.md" and een.bericht for een in bevindingen)
    aantal = len(re.split(r"\r\n?|\n", tekst))
    assert all(een.regel is not None and 1 <= een.regel <= aantal for een in bevindingen)
    if sjabloon:
        assert sjabloon.titel
        assert sjabloon.stappen
        assert all(stap.titel and stap.bouwsteen.soort in BOUWSTENEN for stap in sjabloon.stappen)


@quick
@given(any_sjabloon)
def test_no_word_below_a_stap_is_lost(tekst):
    inhoud = re.sub(r"#|^---.*$", "", tekst, flags=re.MULTILINE)
    sjabloon, _ = read_sjabloon(f"{VOORKANT}## Stap (toelichting, 5 minuten)\n\n{inhoud}", "proef")
    if sjabloon is None:
        return
    (stap,) = sjabloon.stappen
    delen = [stap.doel, stap.uitleg, stap.zeg, stap.let_op, stap.als_het_stilvalt, *stap.vragen]
    gelezen = " ".join([*delen, *(f"{een.rol} {een.tekst}" for een in stap.regels)]).casefold()
    for woord in re.findall(r"\w{2,}", inhoud):
        bekend = {"doel", "regels", "vragen"}
        assert woord.casefold() in bekend or woord.casefold() in gelezen


@quick
@given(st.text(alphabet=st.characters(exclude_characters="\r\n#*`~<>-+_=|", exclude_categories=["Z", "C"]), min_size=1))
def test_text_of_a_user_stays_as_typed(tekst):
    sjabloon, _ = read_sjabloon(
        f"{VOORKANT}x{tekst}\n\n## Stap (toelichting, 5 minuten)\n\n**Zeg:** x{tekst}\n", "proef"
    )
    assert sjabloon.inleiding == f"x{tekst}"
    assert sjabloon.stappen[0].zeg == f"x{tekst}"


@pytest.mark.parametrize("einde", ("\n", "\r\n", "\r"))
def test_the_line_ends_of_every_system_are_read(einde):
    tekst = "\ufeff---\ntitel: Proef\n---\n## Praten (toelichting, 5 minuten)\n\n**Zeg:** een\ntwee\n\nUitleg\nhier\n"
    sjabloon, bevindingen = read_sjabloon(tekst.replace("\n", einde), "proef")
    assert bevindingen == ()
    assert (sjabloon.stappen[0].zeg, sjabloon.stappen[0].uitleg) == ("een twee", "Uitleg\nhier")


@pytest.mark.parametrize(("woorden", "tag"), KIES_UIT.items())
def test_a_vote_is_about_records_of_a_known_type(woorden, tag):
    tekst = f"{VOORKANT}## Kiezen (stemming, 5 minuten)\n\n**Kies uit:** {woorden}\n"
    assert read_sjabloon(tekst, "proef")[0].stappen[0].bouwsteen.over == tag
    assert tag in {kind.RECORD.type_tag() for kind in BOUWSTENEN.values()}


def test_the_list_of_labels_is_complete():
    assert {label.casefold() for label in LABELS} == {*TEKSTEN, *LIJSTEN}
