"""The program in a real terminal, for the tests of what only a real terminal shows."""

import os
import select
import subprocess
import sys
import time

import pytest

pty = pytest.importorskip("pty", reason="een echte terminal zoals deze is er niet op Windows")


class Terminal:
    """The program in a terminal of 80 by 24."""

    def __init__(self, werkmap, sessie_id, staat, opdracht="open", programma=("-m", "sessie_tool"), **omgeving):
        self.staat = staat
        self.ouder, kind = pty.openpty()
        env = os.environ | {"SESSIE_STAAT": str(staat), "TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80"}
        env |= omgeving
        command = [sys.executable, *programma, opdracht, sessie_id, "--werkmap", str(werkmap.pad)]
        self.proces = subprocess.Popen(
            command, stdin=kind, stdout=kind, stderr=kind, env=env, start_new_session=True, close_fds=True
        )
        os.close(kind)
        self.gezien = ""

    def wait_for(self, tekst, seconden=20):
        """Read the screen until a text stands on it."""
        eind = time.monotonic() + seconden
        while tekst not in self.gezien:
            assert time.monotonic() < eind, f"'{tekst}' kwam niet op het scherm: {self.gezien[-2000:]}"
            self.read()

    def type(self, tekst):
        self.gezien = ""
        os.write(self.ouder, tekst.encode())

    def enter(self, regel):
        """Type a line and wait until it is acknowledged: then it stands in the journal."""
        self.type(f"{regel}\r")
        eind = time.monotonic() + 20
        while not any(regel in pad.read_text(encoding="utf-8") for pad in self.staat.rglob("*.journaal")):
            assert time.monotonic() < eind, f"'{regel}' werd niet bewaard: {self.gezien[-2000:]}"
            self.read()

    def read(self):
        """Read what the program draws, for a moment."""
        if select.select([self.ouder], [], [], 0.05)[0]:
            self.gezien += os.read(self.ouder, 65536).decode("utf-8", "replace")

    def end(self):
        """Wait until the program has ended, reading what it still says."""
        eind = time.monotonic() + 15
        while self.proces.poll() is None and time.monotonic() < eind:
            try:
                self.read()
            except OSError:
                time.sleep(0.05)
        return self.proces.returncode
