"""One document in, what was made of it out, read in a process of its own; the errors are those of the library."""

from __future__ import annotations

from ciextract.batch.child import Work
from ciextract.batch.limits import Limits
from ciextract.batch.messages import Made, Refusal, Request
from ciextract.batch.supervisor import Supervisor


def alone(work: Work, request: Request, limits: Limits) -> Made:
    """What ``work`` makes of the request. Raises Reported, which tells what the child told or how it ended."""
    supervisor = Supervisor(work, limits, 1)
    try:
        (outcome,) = supervisor.run(iter([request]))
    finally:
        supervisor.close()
    if isinstance(outcome.result, Refusal):
        raise outcome.result.error()
    return outcome.result
