"""Baten en lasten: who pays, who gains, and over how many years it pays; told so that a board understands it."""

from hypothesis import given
from hypothesis import strategies as st
from test_kern_verslag import MOMENT, make_sessie, text_of

from sessie_tool.kern.bouwstenen.baten import Baten
from sessie_tool.kern.bouwstenen.baten_rapport import balance_posten, describe_saldo, tell_balans
from sessie_tool.kern.bouwstenen.opties import Optie, Opties
from sessie_tool.kern.bouwstenen.post import Post
from sessie_tool.kern.document import Figuur, Tabel, plain
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.sessie import apply_regel, environment
from sessie_tool.kern.verslag import list_missing, make_verslag

VROEG = (
    "Schulden van een jongere overnemen @Schuldhulp !last € 8.000 >2026 +A",
    "Minder schuldhulp nodig @Schuldhulp !baat €10.000 >2026 +A",
    "Een coach in het eerste jaar @Schuldhulp !last € 12.000 >2026 +A",
    'Minder uitkering @"Werk en inkomen" !baat € 8.000 >2027 tot_jaar=2031 +A',
    "Minder zorg @zorg !baat bedrag=2.000 >2027 +A",
    "Minder zorg @Zorg !baat €2.000 >2028 tot_jaar=2031 +A",
)
"""Paying a young person's debt early: it saves € 60.000 over the years; who pays sees one of those years."""

OPTIES = Opties(records=(Optie(id="oa", titel="Vroeg helpen"), Optie(id="ob", titel="Alles blijft")))


def typed(*regels, bouwsteen=None):
    sessie = make_sessie(OPTIES, bouwsteen or Baten())
    for nummer, regel in enumerate(regels):
        sessie, _ = apply_regel(sessie, "s2", regel, (), f"p{nummer}")
    return sessie


def posten(sessie):
    return sessie.stappen[1].bouwsteen.records


def shown(tekst):
    return tekst.replace("\u00a0", " ")


def tables(sessie):
    return [blok for blok in make_verslag(sessie, MOMENT).blokken if isinstance(blok, Tabel)]


def cells(tabel):
    return [[shown(plain(cel)) for cel in rij.cellen] for rij in tabel.rijen]


def test_a_line_says_who_what_how_much_and_when():
    post = posten(typed(VROEG[3]))[0]
    assert (post.omschrijving, post.partij, post.soort) == ("Minder uitkering", "Werk en inkomen", "baat")
    assert (post.bedrag, post.jaar, post.tot_jaar, post.opties) == (8_000_00, 2027, 2031, ("oa",))
    assert [one.jaar for one in post.bedragen] == [2027, 2028, 2029, 2030, 2031]


def test_helping_early_saves_sixty_thousand_of_which_the_payer_sees_one_year():
    balans = balance_posten(posten(typed(*VROEG)))
    schuldhulp, werk, zorg = balans.partijen
    assert balans.samen.baten == 60_000_00
    assert (schuldhulp.lasten, schuldhulp.baten, schuldhulp.terugverdiend) == (20_000_00, 10_000_00, None)
    assert [jaar for jaar, centen in schuldhulp.per_jaar if centen] == [2026]
    assert (werk.saldo, zorg.saldo) == (40_000_00, 10_000_00)
    assert (balans.scheef, balans.jaren) == (10_000_00, 2)


def test_the_sentences_say_who_pays_who_gains_the_gap_and_the_years():
    zinnen = [shown(zin) for zin in tell_balans(balance_posten(posten(typed(*VROEG))))]
    assert zinnen == [
        "Schuldhulp betaalt € 20.000 en krijgt € 10.000: per saldo komt zij € 10.000 tekort.",
        "Werk en inkomen betaalt niets en krijgt € 40.000.",
        "Zorg betaalt niets en krijgt € 10.000.",
        (
            "Wie betaalt is niet wie ervan profiteert: € 10.000 van het voordeel komt terecht bij een partij die er "
            "zelf minder of niets in steekt."
        ),
        "Samen: € 20.000 aan lasten en € 60.000 aan baten. Dat is na 2 jaar terugverdiend, in 2027.",
    ]
    assert shown(describe_saldo(balance_posten(posten(typed(*VROEG))))).endswith(
        "samen € 40.000, terugverdiend in 2 jaar"
    )


def test_what_is_not_paid_back_says_so():
    zinnen = tell_balans(balance_posten(posten(typed("Coach @Zorg !last €5 >2026 +A"))))
    assert zinnen[-1].endswith("In deze jaren is dat niet terugverdiend.")


def test_the_verslag_shows_posts_parties_years_and_a_line_per_party():
    sessie = typed(*VROEG)
    lijst, partijen, jaren = tables(sessie)
    assert cells(lijst)[3] == ["Minder uitkering", "Werk en inkomen", "baat", "€ 8.000", "2027 tot en met 2031"]
    assert cells(partijen)[0] == ["Schuldhulp", "€ 20.000", "€ 10.000", "−€ 10.000", "niet"]
    assert cells(partijen)[-1] == ["Samen", "€ 20.000", "€ 60.000", "€ 40.000", "2027"]
    assert cells(jaren)[0] == ["2026", "−€ 10.000", "€ 0", "€ 0", "−€ 10.000"]
    (figuur,) = (blok for blok in make_verslag(sessie, MOMENT).blokken if isinstance(blok, Figuur))
    assert figuur.tekening.labels == ("2026", "2027", "2028", "2029", "2030", "2031")
    assert "Schuldhulp: het laagst in 2026 met −€ 10.000, het hoogst in 2027 met € 0." in shown(figuur.alternatief)


def test_the_summary_holds_the_balance_of_each_option_in_cents():
    sessie = typed(*VROEG)
    (balans,) = sessie.stappen[1].bouwsteen.summary(environment(sessie))["balansen"]
    assert (balans["optie"], balans["scheef"], balans["jaren"]) == ("oa", 10_000_00, 2)
    assert balans["partijen"][0]["lasten"] == 20_000_00


def test_an_empty_step_asks_for_posts_and_a_balance_of_nothing_tells_nothing():
    assert Baten().missing(Omgeving()) == ("Er zijn nog geen posten opgeschreven.",)
    assert tell_balans(balance_posten([])) == []


def test_money_back_to_the_cent_is_equal_and_gains_alone_say_that_costs_lack():
    gelijk = typed("Coach @Zorg !last €5 >2026 +A", "Rust @Zorg !baat €5 >2027 +A")
    assert shown(tell_balans(balance_posten(posten(gelijk)))[0]) == "Zorg betaalt € 5 en krijgt € 5: dat is gelijk."
    winst = tell_balans(balance_posten(posten(typed("Rust @Zorg !baat €5 >2027 +A"))))
    assert winst[-1].endswith("Er staan nog geen lasten bij.")


def test_one_year_needs_no_lines():
    sessie = typed("Coach @Zorg !last €5 >2026 +A")
    assert not [blok for blok in make_verslag(sessie, MOMENT).blokken if isinstance(blok, Figuur)]


def test_options_stand_beside_each_other_before_each_by_itself():
    sessie = typed(*VROEG, "Uitkering loopt door @Zorg !last €30.000 >2027 +B")
    assert cells(tables(sessie)[0]) == [
        ["Optie A Vroeg helpen", "€ 20.000", "€ 60.000", "€ 40.000", "2027", "€ 10.000"],
        ["Optie B Alles blijft", "€ 30.000", "€ 0", "−€ 30.000", "niet", "€ 0"],
    ]


def test_many_parties_take_more_than_one_table_of_years():
    sessie = typed(*(f"Post @Partij{nummer} !baat €1 >2026 +A" for nummer in range(14)))
    jaren = [tabel for tabel in tables(sessie) if tabel.bijschrift.startswith("Saldo per jaar")]
    assert [len(tabel.kolommen) for tabel in jaren] == [8, 8, 4]
    assert len({kolom.titel for tabel in jaren for kolom in tabel.kolommen}) == 16


def test_a_post_that_is_not_complete_does_not_count_and_says_what_it_lacks():
    sessie = typed("Iets +A", "Coach @Zorg !last €5 >20260 +A", "Coach @Zorg !last €5 >2026 tot_jaar=2020 +A")
    assert balance_posten(posten(sessie)).partijen == ()
    gaten = [gat for stap, gat in list_missing(sessie, environment(sessie)) if stap == "s2"]
    assert gaten == [
        "Deze post telt nog niet mee: Iets (partij, last of baat, bedrag en jaar)",
        "Deze post telt nog niet mee: Coach (de jaren kloppen niet)",
        "Deze post telt nog niet mee: Coach (de jaren kloppen niet)",
    ]


def test_without_options_there_is_one_balance_without_headings_of_options():
    sessie = make_sessie(
        Baten(records=(Post(id="p", omschrijving="Coach", partij="Zorg", soort="last", bedrag=5, jaar=2026),))
    )
    tekst = text_of(make_verslag(sessie, MOMENT))
    assert "Wie betaalt en wie profiteert" in tekst
    assert "optie" not in tekst.casefold()


def test_posts_of_a_hidden_option_stay_out():
    sessie = typed(*VROEG)
    verborgen = Opties(records=(Optie(id="oa", titel="Vroeg helpen", bereik="begeleider"),))
    sessie = make_sessie(verborgen, sessie.stappen[1].bouwsteen)
    assert "Schuldhulp" not in text_of(make_verslag(sessie, MOMENT))


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ABc"),
            st.sampled_from(("last", "baat")),
            st.integers(0, 10**9),
            st.integers(2020, 2025),
            st.integers(0, 5),
        ),
        max_size=8,
    )
)
def test_the_totals_are_the_sums_of_the_posts(rijen):
    lijst = [
        Post(id=str(nr), partij=partij, soort=soort, bedrag=bedrag, jaar=jaar, tot_jaar=jaar + duur)
        for nr, (partij, soort, bedrag, jaar, duur) in enumerate(rijen)
    ]
    balans = balance_posten(lijst)
    assert balans.samen.lasten == sum(
        bedrag * (duur + 1) for _, soort, bedrag, _, duur in rijen if soort == "last" and bedrag
    )
    assert balans.samen.baten == sum(bedrag * (duur + 1) for _, soort, bedrag, _, duur in rijen if soort == "baat")
    assert len(tell_balans(balans)) >= len(balans.partijen)
