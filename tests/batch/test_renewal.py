"""A child that has done enough, or holds too much, is replaced, and no document is lost or done twice for it."""

import os

import pytest

from ciextract.batch import handle
from ciextract.batch.limits import Limits
from ciextract.batch.messages import Made, Options, Request
from ciextract.batch.supervisor import Supervisor

COUNT = 7


def who(request, progress):
    """The child that does it."""
    return Made(str(os.getpid()).encode())


def children(jobs):
    """For each document the child that did it."""
    supervisor = Supervisor(who, Limits(30, 0), jobs)
    requests = [Request(place, os.devnull, None, Options()) for place in range(COUNT)]
    try:
        done = list(supervisor.run(iter(requests)))
    finally:
        supervisor.close()
    assert sorted(outcome.request.place for outcome in done) == list(range(COUNT))
    return [outcome.result.data for outcome in done]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("after", [1, 2, 3])
def test_after_so_many_documents(monkeypatch, jobs, after):
    monkeypatch.setattr(handle, "RENEWED_AFTER", after)
    done = children(jobs)
    assert max(done.count(child) for child in done) <= after


@pytest.mark.parametrize("jobs", [1, 2])
def test_after_too_much_memory(monkeypatch, jobs):
    monkeypatch.setattr(handle, "RENEWED_ABOVE", 0)
    done = children(jobs)
    assert max(done.count(child) for child in done) <= 2  # one document was handed over before the last was done


def test_not_before():
    assert len(set(children(1))) == 1
