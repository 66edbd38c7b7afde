"""What was copied from a list comes into the verslag without its dash or dot; the session keeps what was typed."""

import pytest
from test_kern_verslag import MOMENT, make_sessie

from sessie_tool.kern.bouwstenen.acties import Actie, Acties
from sessie_tool.kern.bouwstenen.rapport import drop_merk
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.vragen import Vraag, Vragen
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.keuring import check_docx
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf


@pytest.mark.parametrize(
    ("getypt", "in_verslag"),
    (
        ("- een", "een"),
        ("•\ttwee", "twee"),
        ("– drie", "drie"),
        ("-vier", "-vier"),
        ("- 5 graden", "- 5 graden"),
        ("- ", "- "),
        ("- een\n- twee", "- een\n- twee"),
        ("", ""),
    ),
)
def test_a_mark_of_a_list_goes_and_other_text_stays(getypt, in_verslag):
    assert drop_merk(getypt) == in_verslag


def test_pasted_marks_make_no_typed_list_in_word():
    sessie = make_sessie(
        Signalen(records=tuple(Signaal(id=f"g{een}", tekst=f"- signaal {een}") for een in "abc")),
        Acties(records=(Actie(id="a1", wat="• Doen"), Actie(id="a2", wat="* Laten"))),
        Vragen(records=(Vraag(id="v1", vraag="- Wat?"),)),
    )
    word, _ = schrijf(resolve_opmaak(make_verslag(sessie, MOMENT)), "docx", None)
    assert not [een for een in check_docx(word) if een.code == "lijst-getypt"]
