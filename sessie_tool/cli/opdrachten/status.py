"""`sessie status`: how far the session is; or say that it is further."""

from argparse import ArgumentParser, Namespace

from sessie_tool.cli.opdrachten.nieuw import datum
from sessie_tool.cli.parser import add_id, tekst
from sessie_tool.cli.uitvoer import say
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import open_zitting, require_saved
from sessie_tool.fouten import GebruikError
from sessie_tool.kern.klok import pause, resume
from sessie_tool.kern.sessie import STATUSSEN, Sessie, Status, set_status
from sessie_tool.kern.taal import format_datum
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.nu import now


def add_arguments(parser: ArgumentParser) -> None:
    """The session, its new status, and how it was vastgesteld."""
    add_id(parser)
    keuzes = ", ".join(STATUSSEN)
    parser.add_argument("status", metavar="STATUS", nargs="?", choices=STATUSSEN, help=f"de nieuwe status: {keuzes}")
    parser.add_argument(
        "--door", metavar="NAAM", type=tekst, help='wie het verslag vaststelt, zoals "de Wetenschappelijke Board"'
    )
    parser.add_argument("--datum", metavar="DATUM", type=datum, help="wanneer het verslag is vastgesteld (anders nu)")


def run(args: Namespace) -> int:
    """Print the status, after changing it when asked."""
    if args.status != "vastgesteld" and (args.door is not None or args.datum is not None):
        raise GebruikError("--door en --datum horen bij de status vastgesteld. Typ die status erbij.")
    werkmap = open_werkmap(args)
    if args.status is None:
        say(werkmap.read(args.id).status)
        return 0
    vaststelling = _vaststelling(args) if args.status == "vastgesteld" else None
    with open_zitting(werkmap, args.id) as zitting:
        if vaststelling and vaststelling.datum < zitting.sessie.datum:
            raise GebruikError(
                f"De sessie was op {format_datum(zitting.sessie.datum)}, dus ze kan niet eerder zijn vastgesteld. "
                "Kies een latere datum."
            )
        zitting.apply(f"status {args.status}", lambda sessie: change_status(sessie, args.status, vaststelling))
        require_saved(zitting)
        say(zitting.sessie.status)
    return 0


def _vaststelling(args: Namespace) -> Vaststelling:
    return Vaststelling(args.datum or now().date().isoformat(), " ".join((args.door or "").split()))


def change_status(sessie: Sessie, status: Status, vaststelling: Vaststelling | None = None) -> Sessie:
    """The session with another status; the clock runs in a session that is lopend and in no other."""
    changed = set_status(sessie, status, vaststelling)
    return resume(changed, now()) if status == "lopend" else pause(changed, now())
