"""The door of the program: `sessie` and `python -m sessie_tool`."""

import sys

from sessie_tool.cli.hoofd import main

if __name__ == "__main__":
    sys.exit(main())
