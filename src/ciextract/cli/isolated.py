"""A document and what to make of it come in, what a child made goes out, with its remarks; nothing is parsed here."""

from __future__ import annotations

from functools import partial

from ciextract.batch.child import Work
from ciextract.batch.limits import Limits, deadline
from ciextract.batch.messages import Made, Request
from ciextract.cli.streams import say


def isolated(work: Work | partial[Made], request: Request, timeout: float | None, memory: int) -> Made:
    """What ``work`` makes of the request, in a process of its own. Raises Reported."""
    from ciextract.batch.alone import alone

    return alone(work, request, Limits(deadline(timeout, request.options.ocr), memory))


def remark(made: Made, name: str) -> None:
    """Write the reasons why a record is incomplete, and its warnings, one line each."""
    for kind, words in made.remarks:
        say(name, kind, words)
