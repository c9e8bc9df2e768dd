"""Requests in, an outcome for each out, from children of the workers of a Dask cluster. Needs ciextract[dask]."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from ciextract.batch.child import Work
from ciextract.batch.executor import Outcome
from ciextract.batch.limits import Limits
from ciextract.batch.messages import Made, Refusal, Request, packed, refusal_of, unpacked
from ciextract.batch.supervisor import Supervisor
from ciextract.batch.versions import program
from ciextract.errors import BadConfiguration, CiextractError, ParserDied, Reported
from ciextract.frozen import frozen
from ciextract.intake import read_file

if TYPE_CHECKING:
    from distributed import Client

AHEAD = 2
"""Documents for each thread of the cluster that are handed out at one time."""
LOOK = 0.5
PATIENCE = 20
"""Seconds in which the scheduler must answer."""
_OF_THREAD = threading.local()


class Future(Protocol):
    """What distributed promises."""

    def result(self) -> bytes: ...


@frozen
class _Handed:
    request: Request
    since: float


class Cluster:
    """An executor on a Dask cluster. What a worker that dies had in hand, another one does."""

    def __init__(self, address: str, work: Work, limits: Limits) -> None:
        self._client = _connected(address)
        self._work = work
        self._limits = limits
        self._stopped = False

    def run(self, requests: Iterator[Request]) -> Iterator[Outcome]:
        """An outcome for each request, as they come. Raises BadConfiguration where the workers cannot do the work."""
        handed: dict[Future, _Handed] = {}
        while not self._stopped:
            yield from self._hand_out(requests, handed)
            if not handed:
                return
            for future in self._ready(handed):
                one = handed.pop(future)
                yield Outcome(one.request, _result(future), time.monotonic() - one.since)

    def stop(self) -> None:
        """Take no more requests."""
        self._stopped = True

    def close(self) -> None:
        """Leave the cluster, which goes on for others."""
        self._client.close()

    def _hand_out(self, requests: Iterator[Request], handed: dict[Future, _Handed]) -> Iterator[Outcome]:
        """Keep the cluster in work; what cannot be read here is an outcome at once."""
        room = AHEAD * max(sum(self._client.nthreads().values()), 1)
        while len(handed) < room and (request := next(requests, None)) is not None:
            # Another machine need not see the file: its bytes are sent.
            try:
                whole = replace(request, content=read_file(request.path))
            except CiextractError as error:
                yield Outcome(request, refusal_of(error), 0.0)
                continue
            future = self._client.submit(read_there, self._work, whole, self._limits, program(), pure=False)
            handed[future] = _Handed(request, time.monotonic())

    def _ready(self, handed: dict[Future, _Handed]) -> list[Future]:
        from distributed import wait

        try:
            return list(wait(list(handed), timeout=LOOK, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            return []


def read_there(work: Work, request: Request, limits: Limits, known: str) -> bytes:
    """On a worker: what a child of it makes of the request, as a message."""
    if program() != known:
        return packed(_unfit("a worker has another version of ciextract", "install one version everywhere"))
    if multiprocessing.current_process().daemon:
        remedy = "set distributed.worker.daemon to False, or start them without a nanny"
        return packed(_unfit("the workers of the cluster may start no processes", remedy))
    if not hasattr(_OF_THREAD, "supervisor"):
        # A worker has many threads, in the midst of whose work it must not be copied.
        _OF_THREAD.supervisor = Supervisor(work, limits, 1, origin=multiprocessing.get_context("spawn"))
    (outcome,) = _OF_THREAD.supervisor.run(iter([request]))
    return packed(outcome.result)


def _unfit(what: str, remedy: str) -> Refusal:
    return Refusal(what, remedy, BadConfiguration.exit_code, passing=True, died=True)


def _result(future: Future) -> Made | Refusal:
    from distributed import KilledWorker

    try:
        result = unpacked(future.result())
    except KilledWorker:
        what = "each worker that read it died"
        return Refusal(what, "save it again from the program that made it", ParserDied.exit_code, passing=True)
    except Exception as error:
        return refusal_of(error)
    if isinstance(result, Refusal) and result.died and result.exit_code == BadConfiguration.exit_code:
        raise BadConfiguration(result.what, result.remedy)
    if isinstance(result, (Made, Refusal)):
        return result
    raise Reported("a worker sent something else than a result", "install one version everywhere", 1)


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise BadConfiguration("--dask needs the library distributed", "pip install 'ciextract[dask]'") from None
    try:
        return Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise BadConfiguration(f"no Dask scheduler answers at {address}", "check the address") from error
