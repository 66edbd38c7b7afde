"""`sessie status`: how far the session is; or say that it is further."""

from argparse import ArgumentParser, Namespace

from sessie_tool.cli.parser import add_id
from sessie_tool.cli.uitvoer import say
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import open_zitting, require_saved
from sessie_tool.kern.klok import pause, resume
from sessie_tool.kern.sessie import STATUSSEN, Sessie, Status, set_status
from sessie_tool.nu import now


def add_arguments(parser: ArgumentParser) -> None:
    """The session, and its new status."""
    add_id(parser)
    keuzes = ", ".join(STATUSSEN)
    parser.add_argument("status", metavar="STATUS", nargs="?", choices=STATUSSEN, help=f"de nieuwe status: {keuzes}")


def run(args: Namespace) -> int:
    """Print the status, after changing it when asked."""
    werkmap = open_werkmap(args)
    if args.status is None:
        say(werkmap.read(args.id).status)
        return 0
    with open_zitting(werkmap, args.id) as zitting:
        zitting.apply(f"status {args.status}", lambda sessie: change_status(sessie, args.status))
        require_saved(zitting)
        say(zitting.sessie.status)
    return 0


def change_status(sessie: Sessie, status: Status) -> Sessie:
    """The session with another status; the clock runs in a session that is lopend and in no other."""
    changed = set_status(sessie, status)
    return resume(changed, now()) if status == "lopend" else pause(changed, now())
