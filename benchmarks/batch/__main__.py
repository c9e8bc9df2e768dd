"""In: the command line. Out: one measure of a batch on standard output; 1 where it does not keep its promise."""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from .corpus import halves, made, make, mixed, start

SEED = 20_261_130
TURNS = 3
"""Times that a speed is taken; the shortest counts."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure one thing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description="Measure batches.")
    parser.add_argument("what", choices=("kill", "speed", "memory"))
    parser.add_argument("--files", type=int, default=200, metavar="N")
    parser.add_argument("--times", type=int, default=50, metavar="N", help="runs that are killed")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if arguments.what == "kill":
            return kill(place, arguments.files, arguments.times)
        return (speed if arguments.what == "speed" else memory)(place, arguments.files)


def kill(folder: Path, files: int, times: int) -> int:
    """Kill a batch at random moments, run it again, and hold its output against one that was not killed."""
    source = make(folder / "in", files, 2)
    began = time.monotonic()
    start(source, folder / "whole", 2).wait()
    seconds, expected = time.monotonic() - began, made(folder / "whole")
    chance, different, halfway = random.Random(SEED), 0, []
    for _ in range(times):
        out = folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        process = start(source, out, 2)
        time.sleep(chance.uniform(0.1, seconds))
        process.send_signal(signal.SIGKILL)
        process.wait()
        halfway.append(len(made(out)))
        start(source, out, 2).wait()
        different += made(out) != expected
    print(f"{times} kills of a batch of {files} files, at {min(halfway)} to {max(halfway)} files: {different} differ")
    return 1 if different else 0


def speed(folder: Path, files: int) -> int:
    """Two children against one; beside them two programs at once with one child and half of the files each."""
    whole = mixed(folder / "mixed", files)
    _compare("documents of the fixtures", folder, whole)
    _compare("short texts", folder, make(folder / "in", files, 30))
    parts = halves(whole, folder / "first", folder / "second")
    seconds = min(_seconds(folder, parts, 1) for _ in range(TURNS))
    print(f"two programs with half of the documents each: {seconds:.1f} s")
    return 0


def _compare(named: str, folder: Path, source: Path) -> None:
    one, two = (min(_seconds(folder, (source,), jobs) for _ in range(TURNS)) for jobs in (1, 2))
    print(f"{named}: {one:.1f} s with one child, {two:.1f} s with two: {one / two:.2f} times as fast")


def _seconds(folder: Path, sources: Sequence[Path], jobs: int) -> float:
    """Seconds until batches that start at once, one of each source, have all ended."""
    outs = [folder / f"out-{number}" for number, _ in enumerate(sources)]
    for out in outs:
        shutil.rmtree(out, ignore_errors=True)
    began = time.monotonic()
    for process in [start(source, out, jobs) for source, out in zip(sources, outs, strict=True)]:
        process.wait()
    return time.monotonic() - began


def memory(folder: Path, files: int) -> int:
    """Peak memory of the parent for some files, and for ten times as many."""
    peaks = []
    for count in (files, 10 * files):
        source = make(folder / f"in-{count}", count, 1)
        process = start(source, folder / f"out-{count}", 2)
        peak = 0
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(0.05)
        peaks.append(peak / 1024)
    print(f"peak of the parent: {peaks[0]:.1f} MB for {files} files, {peaks[1]:.1f} MB for {10 * files}")
    return 0


def _resident(pid: int) -> int:
    """Kilobytes that a process held at the most, 0 once it is gone. Its children are not counted."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)


if __name__ == "__main__":
    sys.exit(main())
