"""The command line: one file per command in `opdrachten/`, one table of them; errors become one Dutch line."""
