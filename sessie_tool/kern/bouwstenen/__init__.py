"""The table of bouwstenen: the one place that knows every kind.

A new kind is one file beside this one and one line here (and one in the screen's table of editors).
"""

from typing import Any

import msgspec

from sessie_tool.kern.bouwstenen.acties import Acties
from sessie_tool.kern.bouwstenen.adviezen import Adviezen
from sessie_tool.kern.bouwstenen.afweging import Afweging
from sessie_tool.kern.bouwstenen.barrieres import Barrieres
from sessie_tool.kern.bouwstenen.basis import Bouwsteen, BouwsteenMetRecords, OnbekendeBouwsteen
from sessie_tool.kern.bouwstenen.baten import Baten
from sessie_tool.kern.bouwstenen.bijdragescore import Bijdragescore
from sessie_tool.kern.bouwstenen.checklist import Checklist
from sessie_tool.kern.bouwstenen.criteria import Criteria
from sessie_tool.kern.bouwstenen.dilemma import Dilemmas
from sessie_tool.kern.bouwstenen.doelgroep import Doelgroep
from sessie_tool.kern.bouwstenen.duiding import Duidingen
from sessie_tool.kern.bouwstenen.eerdere_draden import EerdereDraden
from sessie_tool.kern.bouwstenen.gedrag import Gedragingen
from sessie_tool.kern.bouwstenen.herformuleringen import Herformuleringen
from sessie_tool.kern.bouwstenen.impactpad import Impactpad
from sessie_tool.kern.bouwstenen.keuze import Keuzen
from sessie_tool.kern.bouwstenen.koers import Koers
from sessie_tool.kern.bouwstenen.lessen import Lessen
from sessie_tool.kern.bouwstenen.notities import Notities
from sessie_tool.kern.bouwstenen.onderwerpen import Onderwerpen
from sessie_tool.kern.bouwstenen.oogst import Oogsten
from sessie_tool.kern.bouwstenen.opbrengsten import Opbrengsten
from sessie_tool.kern.bouwstenen.opties import Opties
from sessie_tool.kern.bouwstenen.patronen import Patronen
from sessie_tool.kern.bouwstenen.pilots import Pilots
from sessie_tool.kern.bouwstenen.reflecties import Reflecties
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signalen
from sessie_tool.kern.bouwstenen.spanningen import Spanningen
from sessie_tool.kern.bouwstenen.stemming import Stemming
from sessie_tool.kern.bouwstenen.themas import Themas
from sessie_tool.kern.bouwstenen.toelichting import Toelichting
from sessie_tool.kern.bouwstenen.vragen import Vragen
from sessie_tool.kern.bouwstenen.vrijgave import Vrijgaven

BOUWSTENEN: dict[str, type[BouwsteenMetRecords]] = {
    str(kind.__struct_config__.tag): kind
    for kind in (
        Toelichting,
        Notities,
        Signalen,
        EerdereDraden,
        RodeDraden,
        Stemming,
        Koers,
        Vragen,
        Themas,
        Reflecties,
        Onderwerpen,
        Checklist,
        Dilemmas,
        Herformuleringen,
        Adviezen,
        Acties,
        Oogsten,
        Vrijgaven,
        Opbrengsten,
        Patronen,
        Opties,
        Impactpad,
        Gedragingen,
        Baten,
        Criteria,
        Afweging,
        Keuzen,
        Bijdragescore,
        Duidingen,
        Spanningen,
        Pilots,
        Barrieres,
        Lessen,
        Doelgroep,
    )
}


def read_bouwsteen(tree: dict[str, Any]) -> Bouwsteen:
    """A stored bouwsteen → its value; an unknown kind is kept as it is.

    Raises:
        msgspec.ValidationError: a known kind has fields of the wrong shape.
    """
    kind = BOUWSTENEN.get(tree.get("soort", ""))
    return msgspec.convert(tree, kind) if kind else OnbekendeBouwsteen(tree)
