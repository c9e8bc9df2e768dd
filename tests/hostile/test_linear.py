"""What reading looks for, and what nearly is that, again and again in one paragraph: the work grows with the text.

Asserted is a bound on work, not a speed: work that grows with the square of the text would take many times the CPU
seconds that are allowed here, work that grows with the text a fraction of them.
"""

import time
from contextlib import suppress

import pytest

from ciextract.batch.limits import Limits
from ciextract.batch.messages import Made, Options, Request
from ciextract.batch.supervisor import Supervisor

LENGTH = 40_000
SECONDS = 30
PIECES = [
    "almost all of the ",
    "of the 80 records that we read, ",
    "one in ten of those who ",
    "12% to 15% and 3 (4%) of 5 ",
    "three of the nine partnerships, ",
    "1 2 3 ",
    "(",
    "a",
    "“",
    "We evaluated quality indicator ",
    "between August 2021 and ",
    "said that ",
    "x: ",
    "1.1 ",
]


def reading(request, progress):
    """CPU seconds of reading a document as far as its record, whatever becomes of it."""
    from ciextract.errors import CiextractError
    from ciextract.pipeline import parse

    began = time.process_time()
    with suppress(CiextractError):
        parse(request.content)
    return Made(str(time.process_time() - began).encode())


@pytest.fixture(scope="module")
def child():
    supervisor = Supervisor(reading, Limits(timeout=600), 1)
    yield supervisor
    supervisor.close()


@pytest.mark.parametrize("piece", PIECES)
def test_the_work_grows_with_the_text(child, piece):
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH] + "!"
    (outcome,) = child.run(iter([Request(0, "", piece, Options(), f"A report\n\n{text}\n".encode())]))
    assert isinstance(outcome.result, Made)
    assert float(outcome.result.data) < SECONDS
