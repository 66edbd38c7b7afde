"""The table of editors: which editor serves which kind of bouwsteen. What is not named here gets the generic one."""

from sessie_tool.tui.bouwstenen.acties import ActiesEditor
from sessie_tool.tui.bouwstenen.afvinken import VinkEditor
from sessie_tool.tui.bouwstenen.afweging import AfwegingEditor
from sessie_tool.tui.bouwstenen.baten import BatenEditor
from sessie_tool.tui.bouwstenen.bijdragescore import BijdrageEditor
from sessie_tool.tui.bouwstenen.clusteren import ClusterEditor
from sessie_tool.tui.bouwstenen.criteria import CriteriaEditor
from sessie_tool.tui.bouwstenen.doelgroep import DoelgroepEditor
from sessie_tool.tui.bouwstenen.draden import DraadEditor
from sessie_tool.tui.bouwstenen.duiding import DuidingEditor
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.bouwstenen.herformuleringen import HerformulerEditor
from sessie_tool.tui.bouwstenen.keten import KetenEditor
from sessie_tool.tui.bouwstenen.koers import KoersEditor
from sessie_tool.tui.bouwstenen.notities import NotitiesEditor
from sessie_tool.tui.bouwstenen.reflecties import ReflectieEditor
from sessie_tool.tui.bouwstenen.samenvoegen import SignalenEditor
from sessie_tool.tui.bouwstenen.stemmen import StemEditor
from sessie_tool.tui.bouwstenen.velden import VeldenEditor

EDITORS: dict[str, type[Editor]] = {
    "toelichting": Editor,
    "notities": NotitiesEditor,
    "signalen": SignalenEditor,
    "eerdere_draden": Editor,
    "rode_draden": DraadEditor,
    "stemming": StemEditor,
    "koers": KoersEditor,
    "vragen": Editor,
    "themas": Editor,
    "reflecties": ReflectieEditor,
    "onderwerpen": Editor,
    "checklist": VinkEditor,
    "dilemma": VeldenEditor,
    "herformuleringen": HerformulerEditor,
    "adviezen": Editor,
    "acties": ActiesEditor,
    "oogst": Editor,
    "vrijgave": Editor,
    "opbrengsten": Editor,
    "patronen": ClusterEditor,
    "impactpad": KetenEditor,
    "gedrag": Editor,
    "baten": BatenEditor,
    "opties": Editor,
    "criteria": CriteriaEditor,
    "afweging": AfwegingEditor,
    "keuze": Editor,
    "bijdragescore": BijdrageEditor,
    "duiding": DuidingEditor,
    "spanningen": Editor,
    "pilots": Editor,
    "barrieres": Editor,
    "lessen": Editor,
    "doelgroep": DoelgroepEditor,
}
