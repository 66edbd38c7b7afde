"""A session with options, criteria, scores and a choice, typed line by line."""

import msgspec
from test_kern_verslag import make_sessie, text_of

from sessie_tool.kern.bouwstenen.afweging import Afweging
from sessie_tool.kern.bouwstenen.criteria import Criteria
from sessie_tool.kern.bouwstenen.keuze import Keuzen
from sessie_tool.kern.bouwstenen.opties import Opties
from sessie_tool.kern.document import Document, Tabel, plain
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import apply_regel, environment

OPTIES = ("Niets doen nuloptie=ja", "Helpen !wijk >binnen", "Bouwen !stad >langer")
CRITERIA = ("Snel =1 #Inclusief", "Duurzaam =2 #Groen", "Betaalbaar =1")
SCORES = ("A1=0", "A2=1", "A3=4", "B1=4 het team is er al", "B2=2", "B3=3", "C1=1", "C2=4", "C3=1")
STAPPEN = ("s1", "s2", "s3", "s4")


def make(opties=OPTIES, criteria=CRITERIA, scores=SCORES, keuzes=()):
    """A session in which these lines were typed."""
    sessie = make_sessie(Opties(), Criteria(), Afweging(), Keuzen())
    for stap, regels in zip(STAPPEN, (opties, criteria, scores, keuzes), strict=True):
        sessie = type_in(sessie, stap, *regels)
    return sessie


def type_in(sessie, stap, *regels):
    for regel in regels:
        aantal = sum(len(een.bouwsteen.records) for een in sessie.stappen)
        sessie, _ = apply_regel(sessie, stap, regel, (), f"{stap}r{aantal}")
    return sessie


def weigh(sessie):
    return sessie.stap("s3").bouwsteen.weigh(environment(sessie))


def report(sessie):
    """The blocks of the step 'afweging' in the verslag."""
    return sessie.stap("s3").bouwsteen.report(environment(sessie))


def words(sessie):
    return text_of(Document("", report(sessie)))


def ranking(sessie):
    """(place, letter, mean) as the verslag shows them."""
    tabel = next(een for een in report(sessie) if isinstance(een, Tabel) and een.bijschrift.startswith("Rangorde"))
    return [(plain(rij.cellen[0]), plain(rij.cellen[1])[0], plain(rij.cellen[2])) for rij in tabel.rijen]


def record(sessie, stap, nummer):
    return sessie.stap(stap).bouwsteen.records[nummer - 1]


def change(sessie, een, **waarden):
    return replace_records(sessie, [msgspec.structs.replace(een, **waarden)])
