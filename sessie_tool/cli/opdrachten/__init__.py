"""One file per command: `add_arguments` says what it takes, `run` does it. The table is in `cli/tabel.py`."""
