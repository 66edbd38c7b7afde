"""Plain text: what a screen reader reads aloud."""

from word_hulp import make_document

from sessie_tool.kern.document import Alinea, Document, Kolom, Kop, Koppeling, Rij, Tabel, tekst
from sessie_tool.schrijvers import schrijf


def test_a_document_reads_well_as_plain_text():
    assert (
        schrijf(make_document(), "txt")[0].decode()
        == """\
Signalensessie Groen & duurzaam
===============================

Verslag van 21 maart 2024

Concept van 22 maart 2024.

Plaats: Stadhuis Waterveen

Signalen
========

Gevraagd:

- Wat ziet u?
- Wat hoort u?

Tabel 1: 3 signalen
Nr.: 1; Signaal: Signaal 1: netcongestie; Herkomst: buiten
Nr.: 2; Signaal: Signaal 2: netcongestie; Herkomst: buiten
Nr.: 3; Signaal: Signaal 3: netcongestie; Herkomst: buiten

Meteen na de tabel.

Rode draden
===========

1. Het stroomnet bepaalt het tempo
----------------------------------

Zonder ruimte op het net staan alle plannen stil.
Het gaat om:

1. woningen in Oost;
   - laadpalen
     - snel
2. het bedrijventerrein.

De netbeheerder schoof aan.

Wat er speelt

Meer op de pagina van Waterveen (https://www.waterveen.example/net?a=1&b=é) of later.

Tabel 2
Wanneer: april; Wat: gesprek

12  13

Zie signaal 2 en niets

a. Welke wijk eerst?
   Rust op draad 1.

a. Nog een vraag
"""
    )


def test_an_empty_cell_has_nothing_to_say():
    tabel = Tabel((Kolom("Wat"), Kolom(""), Kolom("Wie")), (Rij((tekst("praten"), tekst("ja"), ())),), "")
    assert schrijf(Document("t", (tabel,)), "txt")[0].decode() == "t\n=\n\nTabel 1\nWat: praten; ja\n"


def test_an_address_that_is_its_own_text_is_said_once():
    koppelingen = (Koppeling("https://x.example", "https://x.example"), Koppeling("a@x.example", "mailto:a@x.example"))
    blokken = tuple(Alinea((koppeling,)) for koppeling in koppelingen)
    assert schrijf(Document("t", blokken), "txt")[0].decode() == "t\n=\n\nhttps://x.example\n\na@x.example\n"


def test_nothing_in_it_steers_a_terminal():
    inhoud, bevindingen = schrijf(Document("t\x1b", (Kop(3, tekst("a\x9bb")), Alinea(tekst("c\x7f")))), "txt")
    assert inhoud.decode() == "t␛\n==\n\na�b\n\nc␡\n"
    assert len(bevindingen) == 1
