"""How values look on the screen, as plain text and Content; no widgets."""

from collections import Counter
from functools import cache

from textual.content import Content

from sessie_tool.kern.bouwstenen.basis import Bouwsteen
from sessie_tool.kern.gereed import list_open
from sessie_tool.kern.klok import planned
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.taal import format_aantal, format_datum, format_geld, join_woorden
from sessie_tool.kern.veld import Veld, velden
from sessie_tool.kern.zichtbaar import show_regel, show_tekst
from sessie_tool.opslag.stand import Opslagstand
from sessie_tool.tui.opmaak import format_opmaak
from sessie_tool.tui.rollen import format_nu, format_rolregel, sort_regels

OPEN_ACTIES = (
    "Hier komen de acties die van eerdere sessies openstaan. Het zijn er geen: ga door met de volgende stap.\n\n"
    "Ontbreekt er een? Typ haar hieronder, bijvoorbeeld:\nPilot evalueren @Jansen >1-6-2025"
)
OVERNEMEN = "Ctrl+T neemt ze over uit eerdere sessies."


def format_klok(seconden: float) -> str:
    """754 → '12:34'; below 0 '-0:10'."""
    teken, rest = ("-" if seconden < 0 else ""), int(abs(seconden))
    return f"{teken}{rest // 60}:{rest % 60:02d}"


def format_kenmerken(record: Record, omgeving: Omgeving) -> str:
    """The short fields of a record on one line: 'buiten · trend · Groen en duurzaam'."""
    delen = [format_waarde(veld, getattr(record, name), omgeving) for name, veld in _kolommen(type(record))]
    delen += ["alleen begeleider"] if record.bereik == "begeleider" else []
    return show_regel(" · ".join(deel for deel in delen if deel))


@cache
def stands_alone(cls: type[Record]) -> bool:
    """Whether what a list shows of a kind of record is the same whatever else is in the session."""
    return all(veld.vorm != "verwijzing" for _, veld in _kolommen(cls))


@cache
def _kolommen(cls: type[Record]) -> tuple[tuple[str, Veld], ...]:
    """The fields beside its text that a kind of record shows in a list."""
    return tuple((name, veld) for name, veld in velden(cls).items() if veld.kolom and name != cls.hoofdveld())


def format_merken(cls: type[Record], waarden: dict[str, object], omgeving: Omgeving) -> str:
    """The fields that marks fill in: 'Herkomst: buiten · Opgave: Groen en duurzaam'."""
    delen = [
        f"{veld.label}: {format_waarde(veld, waarden[name], omgeving)}"
        for name, veld in velden(cls).items()
        if name in waarden
    ]
    return show_regel(" · ".join(delen))


def format_waarde(veld: Veld, value: object, omgeving: Omgeving) -> str:
    """The value of a field as a list shows it; "" when it is not filled in."""
    if veld.vorm == "verwijzing":
        ids = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
        return f"→ {', '.join(omgeving.nummer(one) for one in ids)}" if ids else ""
    if veld.vorm == "janee":
        return veld.label.lower() if value else ""
    if veld.vorm == "datum":
        return format_datum(str(value))
    if veld.vorm == "geld" and isinstance(value, int):
        return format_geld(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def format_stapkop(stap: Stap, kernvraag: str, breedte: int, *, kort: bool) -> Content:
    """Purpose, question in view, what to say and rules of a step, in `breedte` cells; `kort`: F1 has what to say."""
    ruimte = max(20, breedte)
    regels = [_label("Doel", stap.doel)] if stap.doel else []
    if kernvraag:
        regels.append(_label("Vraag", kernvraag).truncate(ruimte, ellipsis=True))
    if stap.zeg and not kort:
        regels.append(_label("Zeg", stap.zeg).truncate(ruimte * 2 - 2, ellipsis=True))
    if stap.regels:
        regels.append(format_nu(stap.regels, ruimte))
    return Content("\n").join(regels)


def _label(label: str, tekst: str) -> Content:
    return Content.assemble((f"{label}: ", "bold"), show_regel(tekst))


def format_stand(stand: Opslagstand) -> str:
    """How safe the text is: 'opgeslagen 14:07:31'."""
    if stand.wachtend:
        return "wordt opgeslagen…"
    if stand.achter:
        return "veilig bewaard, map loopt achter"
    return f"opgeslagen {stand.opgeslagen[11:19]}" if stand.opgeslagen else "alles opgeslagen"


def format_gids(sessie: Sessie, stap: Stap) -> Content:
    """The whole guidance of a step: to say, to watch, how to lead and to type it, and what comes next.

    What to arrange for the session stands above it at the first step until the session begins, and below it elsewhere.
    """
    nummer, bouwsteen = sessie.nummer(stap.id), stap.bouwsteen
    volgende = sessie.stappen[nummer] if nummer < len(sessie.stappen) else None
    over = f"{bouwsteen.UITLEG}\nBijvoorbeeld: {bouwsteen.VOORBEELD}" if bouwsteen.UITLEG else ""
    delen: list[Content] = []
    sessie_deel = ("Over deze sessie", format_opmaak(sessie.inleiding))
    stap_delen = (
        ("Nu", Content("\n").join(Content.assemble("• ", format_rolregel(one)) for one in sort_regels(stap.regels))),
        ("Doel", Content(show_tekst(stap.doel))),
        ("Zeg", Content(show_tekst(stap.zeg))),
        ("Let op", Content(show_tekst(stap.let_op))),
        ("Als het stilvalt", Content(show_tekst(stap.als_het_stilvalt))),
        ("Vragen", Content("\n".join(f"• {vraag}" for vraag in stap.vragen))),
        ("Uitleg", format_opmaak(stap.uitleg)),
        ("Zo typt u", Content(over)),
        ("Hierna", Content(f"{volgende.titel} ({volgende.minuten} min)" if volgende else "Dit is de laatste stap.")),
    )
    openstaand = list_open(sessie) if sessie.status == "voorbereiding" else []
    sessie_delen = (
        ("Nog te regelen voor het begin", Content("\n".join(f"○ {show_regel(zin)}" for zin in openstaand))),
        sessie_deel,
    )
    is_begin = sessie.status == "voorbereiding" and stap.id == sessie.stappen[0].id
    for kop, tekst in (*sessie_delen, *stap_delen) if is_begin else (*stap_delen, *sessie_delen):
        if tekst.plain.strip():
            delen += [Content.styled(kop, "bold $accent"), tekst, Content("")]
    return Content("\n").join(delen[:-1])


def describe_hierna(sessie: Sessie, stap: Stap) -> str:
    """'hierna: Kiezen', so that nobody has to look for what comes next."""
    nummer = sessie.nummer(stap.id)
    volgende = sessie.stappen[nummer].titel if nummer < len(sessie.stappen) else ""
    return show_regel(f"hierna: {volgende}") if volgende else "laatste stap; hierna: het verslag"


def describe_leeg(bouwsteen: Bouwsteen, zoek: str) -> str:
    """What to do in a step in which there is nothing yet, or nothing that fits the search."""
    if zoek:
        return "Niets gevonden. Pas de zoekwoorden aan, of druk op Esc om alles te zien."
    if getattr(bouwsteen, "open_acties", False):
        return OPEN_ACTIES
    over = f"\n{OVERNEMEN}" if getattr(bouwsteen, "uit", "") else ""
    return f"{bouwsteen.UITLEG}{over}\n\nTyp hieronder, bijvoorbeeld:\n{bouwsteen.VOORBEELD}"


def find_stap(sessie: Sessie, record_id: str) -> Stap:
    """The step with this id, or in which a record stands or lives inside another one; else the current step."""
    for stap in sessie.stappen:
        ids = {one.id for record in stap.bouwsteen.records for one in (record, *record.delen())}
        if record_id in (stap.id, *ids):
            return stap
    return sessie.huidige


def format_stapregel(nummer: int, stap: Stap, sessie: Sessie, breedte: int, voorstel: int, *, klaar: bool) -> Content:
    """One line of the list of steps: '✓ 1 Open acties  5'; ▶ marks the step at which the session is.

    Where another number of minutes is proposed it stands behind the plan: '20→16'.
    """
    huidig = stap.id == sessie.verloop.stap
    teken = "▶" if huidig else "✓" if klaar else " "
    gepland = planned_minutes(sessie, stap)
    minuten = str(gepland) if voorstel == gepland else f"{gepland}→{voorstel}"
    kop = f"{teken} {nummer:>2} "
    ruimte = max(3, breedte - len(kop) - len(minuten) - 1)
    titel = Content(show_regel(stap.titel)).truncate(ruimte, ellipsis=True, pad=True)
    return Content.assemble(kop, titel.stylize("bold") if huidig else titel, " ", (minuten, "$text-muted"))


def planned_minutes(sessie: Sessie, stap: Stap) -> int:
    """The minutes of a step, with what the facilitator added."""
    return round(planned(sessie, stap.id) / 60)


def is_klaar(sessie: Sessie, nummer: int) -> bool:
    """Whether the session has passed the step with this number."""
    if sessie.status in ("afgerond", "vastgesteld"):
        return True
    return bool(sessie.verloop.stap) and nummer < sessie.nummer(sessie.verloop.stap)


def describe_aantal(records: list[Record]) -> str:
    """'3 signalen' for records of one type, else '3 regels'."""
    enkel, meer = (records[0].ENKEL, records[0].MEERVOUD) if records and is_alike(records) else ("regel", "regels")
    return format_aantal(len(records), enkel, meer)


def is_alike(records: list[Record]) -> bool:
    """Whether these records are all of one type."""
    return len({type(record) for record in records}) < 2


def count_soorten(records: list[Record]) -> str:
    """'2 eerdere draden en 30 signalen': how many there are of each type; "" when there are none."""
    per_soort = Counter([type(one) for one in records])
    return join_woorden([format_aantal(aantal, soort.ENKEL, soort.MEERVOUD) for soort, aantal in per_soort.items()])
