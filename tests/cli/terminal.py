"""A command and the words of its line in, what a terminal receives of it out."""

import os
import pty
import subprocess
import sys


def seen_on_terminal(*words, columns=80, stream="stdout", code=0, **variables):
    """What the command, run by this interpreter, writes to that stream; it ends with ``code``."""
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", **variables}
    if "NO_COLOR" not in variables:
        environment.pop("NO_COLOR", None)
    ours, theirs = pty.openpty()
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: theirs}
    process = subprocess.Popen([sys.executable, *map(str, words)], env=environment, **streams)
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:  # the other side is closed
        pass
    finally:
        os.close(ours)
    assert process.wait(timeout=60) == code
    return seen.decode().replace("\r\n", "\n")
