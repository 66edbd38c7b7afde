"""Inlezen: a report → a session, with every word of it.

`lezen.read_rapport` reads a file, `plaats.place_rapport` makes the session; `csv_vormen` does both for rows.
"""
