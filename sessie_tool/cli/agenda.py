"""Actions as tasks for a calendar program (iCalendar, RFC 5545); the only module that knows icalendar."""

from collections.abc import Iterable
from datetime import date, datetime

from icalendar import Calendar, Todo

from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.taal import parse_datum
from sessie_tool.kern.zichtbaar import show_tekst

STATUSSEN = {"open": "NEEDS-ACTION", "bezig": "IN-PROCESS", "gedaan": "COMPLETED", "vervallen": "CANCELLED"}


def write_agenda(standen: Iterable[Stand[Actie]], moment: datetime) -> bytes:
    """The actions as one calendar file: a task each, due on the day that was agreed.

    The uid of a task is the id of its action, so that reading the file again changes tasks instead of doubling them.
    """
    agenda = Calendar()
    agenda.add("prodid", "-//sessie_tool//acties//NL")
    agenda.add("version", "2.0")
    for stand in standen:
        agenda.add_component(_task(stand, moment))
    return bytes(agenda.to_ical())


def _task(stand: Stand[Actie], moment: datetime) -> Todo:
    actie = stand.record
    task = Todo()
    task.add("uid", f"{stand.eerste}@sessie_tool")
    task.add("dtstamp", moment)
    task.add("summary", show_tekst(actie.wat))
    task.add("status", STATUSSEN.get(actie.status, "NEEDS-ACTION"))
    klaar_op = parse_datum(actie.wanneer)
    if klaar_op:
        task.add("due", date.fromisoformat(klaar_op))
    task.add("description", show_tekst(_describe(stand)))
    return task


def _describe(stand: Stand[Actie]) -> str:
    actie = stand.record
    regels = [
        ("Wie", ", ".join(actie.wie)),
        ("Met wie", actie.partner),
        ("Wat willen we leren", actie.leren),
        ("Wat leerden we", actie.geleerd),
        ("Uitgesteld", f"{stand.uitgesteld} keer" if stand.uitgesteld else ""),
        ("Afgesproken op", stand.afspraak),
    ]
    return "\n".join(f"{label}: {waarde}" for label, waarde in regels if waarde)
