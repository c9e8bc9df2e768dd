"""A command's work comes in, its exit code goes out, after one line on standard error where the work failed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ciextract.cli.codes import INTERRUPTED
from ciextract.cli.signals import unwound
from ciextract.cli.streams import end_by_closed_pipe, give_up_unwritten, say
from ciextract.errors import Reported, debugging, told
from ciextract.printing import printable


class Failure(Exception):
    """An error together with the name of the file that it is about."""

    def __init__(self, name: str, cause: Exception) -> None:
        super().__init__(name)
        self.name = name
        self.cause = cause


@contextmanager
def about(name: str) -> Iterator[None]:
    """Say of every error in the block that it is about ``name``."""
    try:
        yield
    except BrokenPipeError:
        raise
    except Exception as error:
        raise Failure(name or "''", error) from error


def answer(work: Callable[[], int]) -> int:
    """Do the work and return its exit code; no exception leaves this function."""
    try:
        with unwound():
            return work()
    except Failure as failure:
        return report(failure)
    except KeyboardInterrupt:
        say("interrupted; run the command again")
        return INTERRUPTED
    except BrokenPipeError:
        return end_by_closed_pipe()
    except Exception as error:
        return _tell(error)


def report(failure: Failure) -> int:
    """Write the one line of a failure and return its exit code."""
    return _tell(failure.cause, failure.name)


def _tell(error: Exception, *name: str) -> int:
    give_up_unwritten()
    spoken = told(error)
    if isinstance(spoken, Reported) and spoken.trace and debugging():
        sys.stderr.write(printable(spoken.trace, keep="\n"))
    say(*name, f"{spoken.what}; {spoken.remedy}")
    return spoken.exit_code
