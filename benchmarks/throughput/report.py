"""Timings in, tables of Markdown out, with what the figures mean. Nothing is measured here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks import starting

from .measuring import MEGABYTE, Timing, Timings

COMMAND = "make bench"
_FAST = 1000
"""Megabytes a second from which the figure says no more than that nothing was there to do."""

_PAGE = """\
# Benchmarks

> Made by `python -m benchmarks.throughput --write`; {command} prints the same tables.

Two texts are measured, both made of the sentences of `fixtures/`, again and again with other numbers. **Dense** is
their paragraphs as they stand: fixtures are written to hold many findings. **Like a report** has the same sentences so
far apart as findings stand in real reports, of which the densities are given below; a fifth of it stands under a
heading that tells how the inspection was made, the rest under statements. Seconds are CPU seconds of one process; for
the smallest text they are the least of several runs. They differ from machine to machine; the ratios, measured in the
same run, differ less.

{tables}

## What the figures mean

- **MB/s**: megabytes of text for one CPU second. The goal is 2 MB/s for all extractors together on text
  like a report's.
- **Together** runs the extractors over a reading that nothing was asked of yet, so it holds the sentences that they
  share. An extractor alone has the sentences at hand.
- **Reading and outline** is what stands before them: the bytes, the layout, the programme, the headings.
- **The programme** is given: one that grades. The sentences are of all programmes, and what they hold of signs would
  be taken for one that concludes in words and gives no evaluations.
- **Twice the text**: the seconds for twice the text over those for the text. Linear is 2.
- **Peer**: Python's `re` splitting the same text into words (`\\S+`); a step's ratio is its time over the peer's.
- **Starting**: the CPU seconds of a whole process. `python -c pass` is the floor of any Python program; a document
  without options does not wait for the reader of options (typer), which `--compact` shows. Modules are compiled, as
  they are where pip installed them.
"""


def tables(
    measured: Sequence[tuple[str, Timings, Timings | None]],
    held: Mapping[str, Mapping[str, float]],
    report: Mapping[str, float],
    started: Sequence[starting.Start],
) -> str:
    """All tables.

    ``measured`` holds the name of each text, its timings and, where they were taken, those of twice as much; ``held``
    what stands in a thousand characters of each text and ``report`` the same for real reports.
    """
    throughput = (_throughput(name, one, doubled) for name, one, doubled in measured)
    return "\n\n".join((_densities(held, report), *throughput, f"## Starting\n\n{starting.table(started)}"))


def _densities(held: Mapping[str, Mapping[str, float]], report: Mapping[str, float]) -> str:
    rows = [(name, *(f"{counts[what]:.1f}" for what in report)) for name, counts in held.items()]
    rows.append(("real reports, as aimed at", *(f"{aim:.1f}" for aim in report.values())))
    head = ("in a thousand characters", "shares", "words that can be part of one", "numbers")
    return f"## The texts\n\n{_table(head, rows)}"


def _throughput(name: str, one: Timings, doubled: Timings | None) -> str:
    rows = [_row(timing, one, doubled) for timing in _steps(one)]
    head = ("step", "CPU s", "MB/s", "times the peer", *(("twice the text",) if doubled else ()))
    return f"## {one.size / MEGABYTE:.0f} MB of text, {name}\n\n{_table(head, rows)}"


def _steps(one: Timings) -> tuple[Timing, ...]:
    return (one.reading, *one.extractors, one.together, one.peer)


def _row(timing: Timing, one: Timings, doubled: Timings | None) -> tuple[str, ...]:
    figures = (timing.name, f"{timing.seconds:.3f}", _rate(timing), f"{timing.seconds / one.peer.seconds:.1f}")
    if doubled is None:
        return figures
    twice = next(other for other in _steps(doubled) if other.name == timing.name)
    return (*figures, f"{twice.seconds / timing.seconds:.2f}" if timing.seconds else "")


def _rate(timing: Timing) -> str:
    return f"{timing.rate:.2f}" if timing.rate < _FAST else f"over {_FAST}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(body: str) -> str:
    """The page of the documentation around the tables."""
    return _PAGE.format(command=f"`{COMMAND}`", tables=body)
