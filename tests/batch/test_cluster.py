"""`--dask` on a cluster of worker processes on this machine, one of which is killed while it works."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.batch.slow_work import work

from ciextract.batch import cluster
from ciextract.batch.limits import Limits
from ciextract.batch.messages import Options, Request
from ciextract.batch.supervisor import Supervisor
from ciextract.errors import BadConfiguration

distributed = pytest.importorskip("distributed")

ROOT = Path(__file__).parents[2]
# The library leaves sockets and loops to the garbage collector when a cluster ends.
pytestmark = pytest.mark.filterwarnings("ignore")


def requests(folder, count=16):
    for place in range(count):
        path = folder / f"{place}.txt"
        path.write_text("x" * place)
        yield Request(place, str(path), "bad" if place == 7 else f"n{place}", Options())


def results(executor, folder, after=lambda done: None):
    """What became of each request; ``after`` is told how many are done."""
    found = {}
    try:
        for outcome in executor.run(requests(folder)):
            found[outcome.request.place] = getattr(outcome.result, "data", None) or outcome.result.what
            after(len(found))
    finally:
        executor.close()
    return found


@pytest.fixture(scope="module")
def scheduler():
    """A scheduler and two workers without a nanny, each a process of its own that may start children."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"]
    started = [subprocess.Popen([*command, "--host", "127.0.0.1"], stderr=subprocess.PIPE, env=environment, text=True)]
    address = next(line.split()[-1] for line in started[0].stderr if "Scheduler at:" in line)
    threading.Thread(target=started[0].stderr.read, daemon=True).start()
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1"]
    started += [
        subprocess.Popen([*worker, "--no-dashboard"], stderr=subprocess.DEVNULL, env=environment) for _ in range(2)
    ]
    yield address, started[1:]
    for process in started:
        process.kill()
        process.wait()


def test_a_worker_that_is_killed_costs_nothing(scheduler, tmp_path):
    address, workers = scheduler
    here = results(Supervisor(work, Limits(), 2), tmp_path)
    executor = cluster.Cluster(address, work, Limits())
    executor._client.wait_for_workers(2, timeout=60)
    there = results(executor, tmp_path, lambda done: workers[0].send_signal(signal.SIGKILL) if done == 4 else None)
    assert workers[0].wait(timeout=30) == -signal.SIGKILL
    assert there == here
    assert len(there) == 16
    assert there[7] == "bad"


def test_no_scheduler_is_told(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(BadConfiguration, match="no Dask scheduler answers"):
        cluster.Cluster("tcp://127.0.0.1:1", work, Limits())


def test_workers_that_may_not_start_processes_are_told(monkeypatch):
    class Daemon:
        daemon = True

    monkeypatch.setattr(cluster.multiprocessing, "current_process", Daemon)
    refusal = cluster.unpacked(
        cluster.read_there(work, Request(0, "", "n", Options(), b""), Limits(), cluster.program())
    )
    assert "may start no processes" in refusal.what


def test_a_worker_of_another_version_is_told():
    refusal = cluster.unpacked(cluster.read_there(work, Request(0, "", "n", Options(), b""), Limits(), "other"))
    assert "another version" in refusal.what
