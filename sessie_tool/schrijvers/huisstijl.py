"""`python -m sessie_tool.schrijvers.huisstijl PAD` writes the house style of the program as a Word file."""

import sys
from pathlib import Path

from sessie_tool.schrijvers.docx.huisstijl import make_huisstijl


def main(argumenten: list[str]) -> int:
    """Write the file; gives the exit code."""
    if len(argumenten) != 1:
        sys.stderr.write("Gebruik: python -m sessie_tool.schrijvers.huisstijl PAD\n")
        return 2
    Path(argumenten[0]).write_bytes(make_huisstijl())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
