"""What the first screen says of sessions. It needs nothing of what is in one, so that this screen is there at once."""

from sessie_tool.kern.taal import format_datum
from sessie_tool.opslag.rijen import Rij
from sessie_tool.opslag.stand import Opslagstand

LEEG = """Hier komen uw sessies te staan. Er is er nog geen.

Druk op F2 om een sessie te beginnen: u kiest een sjabloon, vult de titel en de datum in, en het programma \
leidt u er stap voor stap doorheen. Alles wat u typt, wordt meteen bewaard.

Eerst oefenen? Stop met Ctrl+Q en typ: sessie demo --werkmap werkmap-demo. In die map leert 'Uw eerste sessie' u in \
vijf minuten de toetsen."""


def describe_slot(stand: Opslagstand) -> str:
    """What a person must know after a session is closed; "" when everything stands in its file."""
    if stand.wachtend:
        return f"Niet alles kon worden bewaard. {stand.melding}"
    if stand.achter:
        return "Uw tekst staat veilig op deze computer, maar nog niet in de map. Open de sessie later nog eens."
    return ""


def format_lijstdatum(iso: str) -> str:
    """'2026-03-21' → '21 mrt 2026'."""
    delen = format_datum(iso).split(" ")
    if len(delen) != 3:
        return iso
    dag, maand, jaar = delen
    return f"{dag:>2} {'mrt' if maand == 'maart' else maand[:3]} {jaar}"


def format_rij(rij: Rij) -> str:
    """What stands behind a title: 'lopend · signalensessie · Inclusief'; more versions of the session come first."""
    versies = f"{1 + len(rij.kopieen)} versies: F9" if rij.kopieen else ""
    delen = [versies, rij.status, rij.sjabloon, ", ".join(rij.opgaven)]
    return " · ".join(deel for deel in delen if deel)
