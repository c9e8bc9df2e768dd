"""Words of the program come in over a socket, a copy of this process that has imported it runs them; nothing is decided.

The pages run the program some hundred times, and most of the time of a small command goes into imports. A copy has the
caller's folder, environment and streams, a shell above it as a reader's has, and ends as the program does. That the
program starts by itself is tested in tests/cli/test_process.py and tests/package. Libraries that start threads, or take
much address space, are not imported.
"""

import atexit
import contextlib
import importlib
import json
import os
import pkgutil
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

CALLER = """#!{python} -IS
import array, json, os, socket, sys
line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
line.connect({place!r})
words = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)], ensure_ascii=True).encode() + b"\\n"
line.sendmsg([words[:1]], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))])
line.sendall(words[1:])
os._exit(int(line.makefile().readline()))
"""
LEFT_OUT = ("__main__", "cluster")


@cache
def programs():
    """A folder with a program ``ciextract`` that is run by a process on standby, which ends with this one."""
    folder = Path(tempfile.mkdtemp(prefix="standby-"))
    place = str(folder / "socket")
    words = ["bash", "-c", '"$@"; exit', "bash", sys.executable, "-m", "tests.docs.standby", place]
    started = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, start_new_session=True)
    atexit.register(_end, started, folder)
    assert started.stdout.readline() == "ready\n"
    caller = folder / "ciextract"
    caller.write_text(CALLER.format(python=sys.executable, place=place), "utf-8")
    caller.chmod(0o755)
    return folder


def _end(started, folder):
    os.killpg(started.pid, signal.SIGKILL)
    started.wait()
    started.stdout.close()
    shutil.rmtree(folder)


def serve(place):
    """Run what is asked for until the process is killed."""
    _import_all()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(place)
        door.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            line, _ = door.accept()
            if os.fork() == 0:
                door.close()
                _answer(line)
            line.close()
            _bury()


def _import_all():
    import ciextract

    for found in pkgutil.walk_packages(ciextract.__path__, "ciextract."):
        if found.name.rpartition(".")[2] not in LEFT_OUT:
            importlib.import_module(found.name)


def _bury():
    """Take leave of the copies that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _answer(line):
    """In a copy: run the words in another copy, and send the code that a shell gives to its end."""
    first, streams, _, _ = socket.recv_fds(line, 1, 3)
    words, folder, environment = json.loads(first + line.makefile("rb").readline())
    copy = os.fork()
    if copy == 0:
        line.close()
        _run(words, folder, environment, streams)
    for stream in streams:
        os.close(stream)
    code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    line.sendall(f"{code if code >= 0 else 128 - code}\n".encode())
    os._exit(0)


def _run(words, folder, environment, streams):
    from ciextract.cli import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["ciextract", *words]
    sys.stdin, sys.stdout, sys.stderr = (open(number, mode, encoding="utf-8") for number, mode in enumerate("rww"))  # noqa: SIM115 - they are those of a process
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve(sys.argv[1])
