"""Inputs, an executor and a store in; records, a ledger and a manifest out, the same bytes whatever did the work."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from glob import escape, glob
from typing import Protocol

from ciextract.batch.executor import Executor, Outcome
from ciextract.batch.inputs import Input
from ciextract.batch.ledger import Entry, Ledger, entry_of, manifest_lines
from ciextract.batch.messages import Made, Options, Refusal, Request
from ciextract.batch.store import Store
from ciextract.batch.versions import key_of
from ciextract.frozen import frozen
from ciextract.intake import sha256_of
from ciextract.printing import encodable, json_bytes
from ciextract.shape import Json

LEDGER = "ledger.jsonl"
LOG = "log.jsonl"


@frozen
class Planned:
    """An input and the relative path of its record."""

    input: Input
    output: str

    @property
    def name(self) -> str:
        return encodable(self.input.name)


class Listener(Protocol):
    """Is told how a batch goes on."""

    def done(self, entry: Entry, kept: bool) -> None:
        """An input is done; ``kept`` where an earlier run had done it."""
        ...


@dataclass(slots=True)
class Tally:
    """How many inputs there are, and what came of them so far."""

    inputs: int
    records: int = 0
    incomplete: int = 0
    refused: int = 0
    kept: int = 0

    @property
    def done(self) -> int:
        return self.records + self.refused

    @property
    def left(self) -> int:
        return self.inputs - self.done

    def add(self, entry: Entry, kept: bool) -> None:
        self.records += not entry.refused
        self.refused += entry.refused
        self.incomplete += entry.complete is False
        self.kept += kept


@dataclass(slots=True)
class Batch:
    """One run over many documents. ``inline`` writes a record with ``error`` for an input that is refused.

    ``largest_first`` begins with the largest, so that at the end no child reads on while the others have nothing to do.
    """

    planned: Sequence[Planned]
    store: Store
    options: Options
    listener: Listener
    force: bool = False
    inline: bool = False
    largest_first: bool = False
    tally: Tally = field(init=False)
    _key_of_all: str = field(init=False)
    _stopped: bool = False

    def __post_init__(self) -> None:
        self.tally = Tally(len(self.planned))
        self._key_of_all = key_of(self.options)

    def run(self, executor: Executor) -> Tally:
        """Do what is missing or has changed, then write the manifest. The store must be locked. Raises CannotWrite."""
        self.store.sweep()
        ledger = Ledger(self.store.of_state(LEDGER))
        try:
            self._take_shards_over(ledger)
            with open(self.store.of_state(LOG), "ab") as log:
                for outcome in executor.run(self._requests(ledger)):
                    entry = self._take(self.planned[outcome.request.place], outcome.result, ledger)
                    log.write(_log_line(entry, outcome))
            if not self._stopped:
                self._finish(ledger)
        finally:
            ledger.close()
        return self.tally

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopped = True

    def _requests(self, ledger: Ledger) -> Iterator[Request]:
        for place in self._order():
            if self._stopped:
                return
            one = self.planned[place]
            if one.input.refusal is not None:
                self._take(one, one.input.refusal, ledger)
                continue
            known = None if self.force else ledger.get(one.name)
            if known is not None and self._stands(known, one):
                self._count(known, kept=True)
            else:
                name = encodable(os.path.basename(one.input.path))
                yield Request(place, one.input.path, name, self._options(one))

    def _order(self) -> Sequence[int]:
        places = range(len(self.planned))
        if not self.largest_first:
            return places
        return sorted(places, key=lambda place: self.planned[place].input.size, reverse=True)

    def _options(self, one: Planned) -> Options:
        """How the input is read: what is said of it alone comes before what is said of all."""
        own = one.input
        said = (own.source_url or self.options.source_url, own.retrieved or self.options.retrieved)
        return replace(self.options, source_url=said[0], retrieved=said[1])

    def _key(self, one: Planned) -> str:
        own = one.input
        return self._key_of_all if own.row is None else key_of(self._options(one))

    def _stands(self, known: Entry, one: Planned) -> bool:
        """What an earlier run made of the input is what this one would make of it."""
        if known.passing or known.key != self._key(one) or sha256_of(one.input.path) != known.sha256:
            return False
        if known.refused and not self.inline:
            return known.output is None
        return known.output == one.output and self.store.holds(one.output, known.digest)

    def _take(self, one: Planned, result: Made | Refusal, ledger: Ledger) -> Entry:
        key = self._key(one)
        data = result.data if isinstance(result, Made) else self._error_record(one, result)
        if data is None:
            self.store.remove(one.output)
            entry = entry_of(one.name, key, result)
        else:
            entry = entry_of(one.name, key, result, one.output, self.store.write(one.output, data))
        if entry != ledger.get(one.name):
            ledger.append(entry)
        self._count(entry, kept=False)
        return entry

    def _count(self, entry: Entry, kept: bool) -> None:
        self.tally.add(entry, kept)
        self.listener.done(entry, kept)

    def _error_record(self, one: Planned, refusal: Refusal) -> bytes | None:
        if not self.inline:
            return None
        source: Json = {"file_name": encodable(os.path.basename(one.input.path)), "sha256": refusal.sha256}
        error: Json = {"exit_code": refusal.exit_code, "what": refusal.what, "remedy": refusal.remedy}
        return json_bytes({"source": source, "error": error}, self.store.indent)

    def _finish(self, ledger: Ledger) -> None:
        entries = (ledger[one.name] for one in self.planned)
        outputs = (one.output for one in self.planned if ledger[one.name].output is not None)
        self.store.finish(outputs, manifest_lines(entries))

    def _take_shards_over(self, ledger: Ledger) -> None:
        if self.store.shard is None:
            pattern = os.path.join(escape(self.store.state), f"{LEDGER}-*-of-*")
            for path in sorted(glob(pattern)):
                ledger.take_over(path)


def _log_line(entry: Entry, outcome: Outcome) -> bytes:
    at = datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="milliseconds")
    values: Json = {"at": at, "input": entry.input, "exit_code": entry.exit_code, "seconds": round(outcome.seconds, 3)}
    return json_bytes(values, None)
