"""Many documents come in, their records go into a folder or a file; how that is done is decided in ``batch``."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from ciextract.batch.limits import MEMORY, Limits, deadline
from ciextract.batch.messages import Options
from ciextract.cli.answer import about
from ciextract.cli.arguments import (
    Encoding,
    MaxMemory,
    Ocr,
    Password,
    ProgrammeName,
    Retrieved,
    ScaleName,
    Strict,
    Timeout,
)
from ciextract.cli.codes import SOME_REFUSED
from ciextract.cli.declared import Argument, Option, wrong_use
from ciextract.cli.programmes import check_programme
from ciextract.cli.scales import check_scale
from ciextract.cli.signals import stopping
from ciextract.cli.streams import called, read_input, say

if TYPE_CHECKING:
    from ciextract.batch.executor import Executor
    from ciextract.batch.inputs import Given, Shard
    from ciextract.batch.listing import Listed
    from ciextract.batch.run import Batch, Tally
    from ciextract.batch.store import Store
    from ciextract.cli.watching import Watching


def _known_shard(text: str | None) -> str | None:
    found = re.fullmatch(r"([1-9]\d{0,5})/([1-9]\d{0,5})", text or "1/1")
    if found is None or int(found[1]) > int(found[2]):
        raise wrong_use(f"{text!r} is no shard; write it as 1/4 for the first of four")
    return text


@dataclass(frozen=True, slots=True)
class Asked:
    """The arguments and options of the command, each as it is declared for typer."""

    paths: Annotated[list[str] | None, Argument(metavar="[PATH]...", show_default=False, hidden=True)] = None
    out: Annotated[
        str | None,
        Option("--out", metavar="PLACE", help="Folder for the records, or a file that ends in .jsonl."),
    ] = None
    files_from: Annotated[
        str | None,
        Option("--files-from", metavar="FILE", help="Read paths from this file, one a line or in a CSV table."),
    ] = None
    null: Annotated[bool, Option("--null", "-0", help="Paths in --files-from end in NUL, not newline.")] = False
    jobs: Annotated[
        int | None,
        Option("--jobs", metavar="N", min=1, max=512, help="Documents read at one time; else one for each core."),
    ] = None
    shard: Annotated[
        str | None,
        Option("--shard", metavar="I/N", callback=_known_shard, help="Do this part of N alone, as in 1/4."),
    ] = None
    dask: Annotated[
        str | None, Option("--dask", metavar="ADDRESS", help="Read on the Dask cluster with this scheduler.")
    ] = None
    force: Annotated[bool, Option("--force", help="Do again what an earlier run has done.")] = False
    errors: Annotated[
        Literal["manifest", "inline"],
        Option(
            "--errors", metavar="WHERE", show_default=False, help="Tell refusals in the manifest, or inline as well."
        ),
    ] = "manifest"
    strict: Strict = False
    encoding: Encoding = None
    password: Password = None
    retrieved: Retrieved = None
    scale: ScaleName = None
    ocr: Ocr = "never"
    programme: ProgrammeName = None
    timeout: Timeout = None
    max_memory: MaxMemory = MEMORY
    verbose: Annotated[bool, Option("--verbose", help="Tell of each document on a line of its own.")] = False
    quiet: Annotated[bool, Option("--quiet", help="Say nothing but errors of the whole run.")] = False

    def options(self, indent: int | None) -> Options:
        """How each document is read."""
        return Options(
            self.encoding, self.password, self.retrieved, self.scale, self.strict, indent,
            programme=self.programme, ocr=self.ocr,
        )  # fmt: skip

    def limits(self) -> Limits:
        """What each document may take."""
        return Limits(deadline(self.timeout, self.ocr), self.max_memory)


def batch(asked: Asked) -> int:
    """Turn many documents into records, one for each, in folders or as JSON Lines.

    \b
    Examples:
      ciextract batch reports --out records
      ciextract batch 'reports/*.pdf' --out records.jsonl --jobs 2
      find . -name '*.pdf' -print0 | ciextract batch --files-from - -0 --out records
      ciextract batch reports --out records --shard 1/4

    PATH is a document, a folder or a pattern. Each document is read in a process of its own; one that crashes, hangs
    or needs too much memory is refused, and the others go on. A second run does only what is missing or has changed.
    """
    from ciextract.batch.inputs import find
    from ciextract.batch.plan import plan, refuse_output_within
    from ciextract.batch.run import Batch
    from ciextract.cli.watching import Watching

    out, given = _place(asked.out), _given(asked)
    store = _store(out, asked.shard)
    check_scale(asked.scale)
    check_programme(asked.programme)
    with about(out):
        refuse_output_within([one.path for one in given], out)
    with about(called(asked.files_from or out)):
        inputs = find(given)
    with about(out):
        planned = plan(inputs, store)
        store.prepare()
    options = asked.options(store.indent)
    watching = Watching(len(planned), quiet=asked.quiet, verbose=asked.verbose)
    work = Batch(planned, store, options, watching, asked.force, asked.errors == "inline")
    work.largest_first = asked.dask is not None or _jobs(asked) > 1
    return _do(work, watching, asked, out)


def _place(out: str | None) -> str:
    if not out:
        raise wrong_use("it is needed: a folder, or a file that ends in .jsonl", "--out")
    if out == "-":
        raise wrong_use("standard output holds no folder; name one, or a file that ends in .jsonl", "--out")
    return out


def _given(asked: Asked) -> list[Given]:
    from ciextract.batch.inputs import Given

    listed = _listed(asked.files_from, asked.null)
    if asked.files_from is not None and listed.ignored and asked.verbose and not asked.quiet:
        say(called(asked.files_from), f"columns left alone: {', '.join(listed.ignored)}")
    given = [*map(Given, asked.paths or ()), *listed.given]
    if "-" in (asked.paths or ()):
        raise wrong_use("standard input is one document, for parse; --files-from - reads paths from it", "PATH")
    if not given and asked.files_from is None:
        raise wrong_use("name a document or a folder, or give --files-from", "PATH")
    return given


def _store(out: str, shard: str | None) -> Store:
    from ciextract.batch.store import Store

    store = Store(out.rstrip("/") or "/", _shard(shard))
    if store.in_lines and store.shard is not None:
        raise wrong_use("shards write into a folder; join them afterwards", "--shard")
    return store


def _do(work: Batch, watching: Watching, asked: Asked, out: str) -> int:
    from ciextract.batch.lock import Lock

    with about(out), Lock(work.store) as private:
        executor = _executor(asked, private, watching)
        try:
            with watching, stopping(work.stop, executor.stop) as ended:
                tally = work.run(executor)
        except BaseException:
            if not watching.quiet:
                say(_left(work.tally))
            raise
        finally:
            executor.close()
    if ended.code is not None:
        say(f"interrupted: {_left(tally)}")
        return ended.code
    watching.sum_up(tally, work.store.manifest)
    return SOME_REFUSED if tally.refused else 0


def _executor(asked: Asked, private: tuple[int, ...], watching: Watching) -> Executor:
    from ciextract.batch.supervisor import Supervisor
    from ciextract.batch.work import record_of

    if asked.dask is not None:
        from ciextract.batch.cluster import Cluster

        return Cluster(asked.dask, record_of, asked.limits())
    return Supervisor(record_of, asked.limits(), _jobs(asked), private, watching.page)


def _left(tally: Tally) -> str:
    return f"{tally.done} done, {tally.left} left; run again to resume"


def _jobs(asked: Asked) -> int:
    """As many as asked for, else the cores that this process may use."""
    if asked.jobs is not None:
        return asked.jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _listed(file: str | None, null: bool) -> Listed:
    from ciextract.batch.listing import Listed, listed, paths_of

    if file is None:
        return Listed(())
    if null and sys.platform == "win32":
        raise wrong_use("paths are told apart by newlines here", "--null")
    with about(called(file)):
        content = read_input(file)
        return paths_of(content, b"\0") if null else listed(content)


def _shard(text: str | None) -> Shard | None:
    from ciextract.batch.inputs import Shard

    return None if text is None else Shard(*map(int, text.split("/")))
