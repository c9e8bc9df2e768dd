"""Inputs and an output in, what is read and where each record goes out; two in one place are refused."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from ciextract.batch.inputs import Input, WrongUse
from ciextract.batch.naming import output_names
from ciextract.batch.run import Planned
from ciextract.batch.store import Store
from ciextract.printing import encodable


def plan(inputs: Sequence[Input], store: Store) -> list[Planned]:
    """Every input, or every one of the store's shard, with its output, in their order. Raises WrongUse."""
    _refuse_output_among(inputs, store)
    outputs = output_names([one.name for one in inputs])
    _refuse_twins(inputs, outputs)
    planned = [Planned(one, output) for one, output in zip(inputs, outputs, strict=True)]
    return [one for one in planned if store.shard is None or store.shard.holds(one.input.name)]


def refuse_output_within(paths: Iterable[str], out: str) -> None:
    """Raises WrongUse where the output is in a folder of inputs, as it would be an input the next time."""
    real = os.path.realpath(out)
    for path in paths:
        if os.path.isdir(path) and os.path.commonpath([real, folder := os.path.realpath(path)]) == folder:
            raise WrongUse(f"the output is inside the input {encodable(path)}", "name an output outside of it")


def _refuse_output_among(inputs: Sequence[Input], store: Store) -> None:
    places = {os.path.realpath(store.out), os.path.realpath(store.state)}
    for one in (each for each in inputs if each.refusal is None):
        real = os.path.realpath(one.path)
        if any(real == place or real.startswith(place + os.sep) for place in places):
            raise WrongUse(f"the input {encodable(one.name)} is of the output", "name another output")


def _refuse_twins(inputs: Sequence[Input], outputs: Sequence[str]) -> None:
    twice = {output for output, count in Counter(outputs).items() if count > 1}
    found = [one.path for one, output in zip(inputs, outputs, strict=True) if output in twice]
    if found:
        first, second = (encodable(path) for path in found[:2])
        raise WrongUse(f"{first} and {second} would have one output", "do them apart, or give the folder above them")
