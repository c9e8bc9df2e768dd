"""What a batch does comes in; a bar, lines or nothing go to standard error. A bar is for terminals only."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from ciextract.cli.streams import say
from ciextract.printing import printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from ciextract.batch.ledger import Entry
    from ciextract.batch.run import Tally

REFRESH = 0.1
"""Seconds between two drawings of the bar."""


class Watching:
    """Tells of a batch: refusals always, every document where ``verbose``, nothing where ``quiet``."""

    def __init__(self, inputs: int, *, quiet: bool, verbose: bool) -> None:
        self.quiet = quiet
        self._verbose = verbose
        self._pages = 0
        self._refused = 0
        self._drawn = 0.0
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        if not quiet and _on_terminal():
            self._bar, self._task = _bar(inputs)

    def __enter__(self) -> None:
        if self._bar is not None:
            self._bar.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.refresh()
            self._bar.stop()

    def page(self) -> None:
        """A page was read."""
        self._pages += 1
        self._draw(0)

    def done(self, entry: Entry, kept: bool) -> None:
        """An input is done."""
        self._refused += entry.refused
        if entry.refused:
            self._tell(entry.input, f"{entry.what}; {entry.remedy}")
        elif self._verbose:
            self._tell(entry.input, "kept" if kept else "done" if entry.complete else "done, incomplete")
            for warning in entry.warnings:
                self._tell(entry.input, warning)
        self._draw(1)

    def sum_up(self, tally: Tally, manifest: str) -> None:
        """The last line: what the inputs came to."""
        if self.quiet:
            return
        incomplete = f" ({tally.incomplete} incomplete)" if tally.incomplete else ""
        kept = f", {tally.kept} of them kept" if tally.kept else ""
        inputs = f"{tally.inputs} input{'' if tally.inputs == 1 else 's'}"
        records = f"{tally.records} record{'' if tally.records == 1 else 's'}"
        say(f"{inputs}: {records}{incomplete}, {tally.refused} refused{kept}; see {manifest}")

    def _tell(self, *parts: str) -> None:
        if self.quiet:
            return
        if self._bar is None:
            say(*parts)
            return
        from rich.text import Text

        self._bar.console.print(Text(printable(": ".join(("ciextract", *parts)))))

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._began, 0.001)
        return f"{self._pages / seconds:.0f} pages/s"

    def _draw(self, more: int) -> None:
        if self._bar is None or self._task is None:
            return
        self._bar.update(self._task, advance=more, pages=self._pages, refused=self._refused, rate=self._rate())
        if time.monotonic() - self._drawn > REFRESH:
            self._drawn = time.monotonic()
            self._bar.refresh()


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _bar(inputs: int) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    # It is drawn by calls alone: a thread that draws would be copied into children in the middle of its work.
    bar = Progress(
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pages]} pages"),
        TextColumn("{task.fields[refused]} refused"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True),
        auto_refresh=False,
        transient=True,
    )
    return bar, bar.add_task("", total=inputs, pages=0, refused=0, rate="")
