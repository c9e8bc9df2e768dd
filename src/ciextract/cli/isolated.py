"""A document or a user's file and what to make of it come in, what a child made goes out; nothing is read here."""

from __future__ import annotations

from functools import partial

from ciextract.batch.child import Work
from ciextract.batch.limits import MEMORY, Limits, deadline
from ciextract.batch.messages import Made, Options, Request
from ciextract.cli.streams import say
from ciextract.errors import BadConfiguration, LimitExceeded, ParserDied, Reported

SETTLED = 20.0
"""Seconds in which a user's own file is checked: one that is right takes less than a second."""


def isolated(work: Work | partial[Made], request: Request, timeout: float | None, memory: int) -> Made:
    """What ``work`` makes of the request, in a process of its own. Raises Reported."""
    from ciextract.batch.alone import alone

    return alone(work, request, Limits(deadline(timeout, request.options.ocr), memory))


def settled(work: Work | partial[Made], file: str) -> Made:
    """What ``work`` makes of a file of settings, in a process of its own. Raises Reported and BadConfiguration."""
    try:
        return isolated(work, Request(0, file, None, Options()), SETTLED, MEMORY)
    except Reported as error:
        if error.exit_code not in (LimitExceeded.exit_code, ParserDied.exit_code):
            raise
        what = f"{file}: cannot be checked: {error.what}"
        raise BadConfiguration(what, "give it simpler patterns and fewer keys") from error


def remark(made: Made, name: str) -> None:
    """Write the reasons why a record is incomplete, and its warnings, one line each."""
    for kind, words in made.remarks:
        say(name, kind, words)
