"""Plain text: what a screen reader reads aloud."""

from word_hulp import make_document

from sessie_tool.kern.document import (
    Alinea,
    Document,
    Kolom,
    Kop,
    Koppeling,
    Lijst,
    Noot,
    Passage,
    Punt,
    Rij,
    Tabel,
    Tekst,
    tekst,
)
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

Zonder ruimte op het net staan alle plannen stil. (noot 1)
Het gaat om:
Noot 1: Zie de nota (https://nota.example).

1. woningen in Oost;
   - laadpalen
     - snel
2. het bedrijventerrein.

De netbeheerder schoof aan en vroeg: begin in Oost (advies 1). (noot 2)
Noot 2: Op uitnodiging.

Wat er speelt

Meer op de pagina van Waterveen (https://www.waterveen.example/net?a=1&b=é) of later.

Tabel 2
Wanneer: april; Wat: een gesprek. (noot 3)
Noot 3: besloten

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


def test_a_note_is_said_straight_after_what_it_belongs_to():
    def met_noot(woord):
        return (Tekst(woord), Noot(tekst(f"over {woord}\nen meer")))

    blokken = (
        Kop(1, met_noot("kop")),
        Lijst((Punt((Alinea(met_noot("punt")),)), Punt((Alinea(tekst("volgende")),)))),
        Tabel((Kolom("Wat"),), (Rij((met_noot("cel"),)), Rij((tekst("rij"),))), "twee"),
        Alinea((Passage((*met_noot("passage"), Tekst("!", vet=True)), "p1", "advies 1"),)),
    )
    assert (
        schrijf(Document("t", blokken), "txt")[0].decode()
        == """\
t
=

kop (noot 1)
============

Noot 1: over kop
en meer

- punt (noot 2)
  Noot 2: over punt
  en meer
- volgende

Tabel 1: twee
Wat: cel (noot 3)
Noot 3: over cel
en meer
Wat: rij

passage (noot 4)! (advies 1)
Noot 4: over passage
en meer
"""
    )


def test_nothing_in_it_steers_a_terminal():
    inhoud, bevindingen = schrijf(
        Document("t\x1b", (Kop(3, tekst("a\x9bb")), Alinea((Tekst("c\x7f"), Noot(tekst("d\x9b")))))), "txt"
    )
    assert inhoud.decode() == "t␛\n==\n\na�b\n\nc␡ (noot 1)\nNoot 1: d�\n"
    assert len(bevindingen) == 1
