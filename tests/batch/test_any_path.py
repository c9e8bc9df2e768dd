"""Whatever befalls a folder of records, the next whole run leaves what a first run would: a machine that tries paths.

A kill is played in a forked copy of the program that ends at its n-th sync or rename without another word, as SIGKILL
ends it; so a path that fails can be made shorter and played again. The pipeline is the stand-in: what is tried is the
batch.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from tests.batch.test_batch_command import tree
from tests.cli import standin

from ciextract.batch.run import Batch
from ciextract.cli import main

NAMES = st.sampled_from(["a.txt", "b.txt", "A.txt", "deep/a.txt", "deep/er/b.txt"])
TEXTS = st.sampled_from(["One title\n", "Another\nundated\n", "Third\ndamaged\n", "raise NoText", "raise ValueError"])
JOBS = st.integers(1, 3)


class AnyPath(RuleBasedStateMachine):
    """Inputs come, change and go; runs are interrupted and killed; what is there is spoilt."""

    def __init__(self):
        super().__init__()
        self.before = sys.modules.get("ciextract.pipeline")
        standin.install()
        self.place = Path(tempfile.mkdtemp())
        self.source, self.out = self.place / "in", self.place / "out"

    def teardown(self):
        self.run_and_compare(1, False)
        shutil.rmtree(self.place)
        del sys.modules["ciextract.pipeline"]
        if self.before is not None:
            sys.modules["ciextract.pipeline"] = self.before

    @initialize(texts=st.lists(TEXTS, min_size=3, max_size=3))
    def begin(self, texts):
        for name, text in zip(("a.txt", "deep/a.txt", "z.txt"), texts, strict=True):
            self.put(name, text)
        self.batch(self.out, 1, False)

    @rule(name=NAMES, text=TEXTS)
    def put(self, name, text):
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    @rule(name=NAMES)
    def remove(self, name):
        """Its record is taken away too: those of inputs that are gone stay, as is documented."""
        (self.source / name).unlink(missing_ok=True)
        for path in self.out.rglob("*.json"):
            path.unlink()

    @rule(jobs=JOBS, force=st.booleans())
    def run_and_compare(self, jobs, force):
        self.batch(self.out, jobs, force)
        fresh = self.place / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        self.batch(fresh, 1, False)
        assert tree(self.out) == tree(fresh)

    @rule(jobs=JOBS, force=st.booleans(), count=st.integers(1, 15))
    def kill(self, jobs, force, count):
        process = os.fork()
        if process == 0:
            try:
                die_at(count)
                self.batch(self.out, jobs, force)
            finally:
                os._exit(0)
        os.waitpid(process, 0)

    @rule(jobs=JOBS, count=st.integers(0, 3))
    def interrupt(self, jobs, count):
        """As many records are made, then the signal comes: nothing more is begun."""
        take, made = Batch._take, []

        def counting(batch, *rest):
            made.append(rest)
            if len(made) > count:
                batch.stop()
            return take(batch, *rest)

        Batch._take = counting
        try:
            self.batch(self.out, jobs, False)
        finally:
            Batch._take = take

    @precondition(lambda self: self.files())
    @rule(data=st.data(), share=st.floats(0, 1))
    def tear(self, data, share):
        """A file of the output, or of the batch's own, loses its end."""
        path = data.draw(st.sampled_from(self.files()))
        content = path.read_bytes()
        path.write_bytes(content[: int(share * len(content))])

    def files(self):
        own = [self.out / ".ciextract" / "ledger.jsonl"]
        return sorted(path for path in (*self.out.rglob("*.json"), *self.out.glob("*.jsonl"), *own) if path.is_file())

    def batch(self, out, jobs, force):
        words = ["batch", str(self.source), "--out", str(out), "--jobs", str(jobs), "--quiet"]
        assert main([*words, *(["--force"] if force else [])]) in (0, 10)


def die_at(count):
    """End this process at its n-th sync or rename, before it is done."""
    left = [count]

    def dying(call):
        def called(*words):
            left[0] -= 1
            if left[0] == 0:
                os._exit(0)
            return call(*words)

        return called

    os.fsync, os.replace = dying(os.fsync), dying(os.replace)


TestAnyPath = AnyPath.TestCase
TestAnyPath.settings = settings(
    max_examples=12, stateful_step_count=5, deadline=None, suppress_health_check=list(HealthCheck)
)
