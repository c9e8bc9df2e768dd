"""In: floors.toml and measured F1. Out: what fell below its floor, and floors raised or lowered; never both at once.

F1 is cut to three decimals, down, before it is written or compared.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .entry import OddValueError
from .layers import LAYERS

Floors = Mapping[str, Mapping[str, float]]
"""By group, then layer: F1 from 0 to 1."""

_HEADER = """\
# The F1 below which a layer of a group must not fall. Written by python -m benchmarks.accuracy --raise-floors, which
# only ever raises; lowering takes --lower-floors and a reason in the commit message.
"""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A layer of a group below its floor; measured is None where it was not measured at all."""

    group: str
    layer: str
    floor: float
    measured: float | None

    def __str__(self) -> str:
        measured = "not measured" if self.measured is None else f"{cut(self.measured):.3f}"
        return f"{self.group} {self.layer}: F1 {measured}, floor {self.floor:.3f}"


def cut(f1: float) -> float:
    """F1 cut down to three decimals; the small addend undoes the error of binary fractions."""
    return math.floor(f1 * 1000 + 1e-9) / 1000


def read_floors(path: Path) -> Floors:
    """The floors of a file; a missing file has none."""
    if not path.exists():
        return {}
    try:
        floors = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OddValueError(str(path), "(the whole file)", f"is not TOML: {error}") from None
    for group, layers in floors.items():
        _check(path, group, layers)
    return floors


def _check(path: Path, group: str, layers: object) -> None:
    if not isinstance(layers, Mapping):
        raise OddValueError(str(path), group, "expected a table of layers")
    for layer, floor in layers.items():
        if layer not in LAYERS:
            raise OddValueError(str(path), f"{group}.{layer}", f"unknown layer; known are {', '.join(LAYERS)}")
        if isinstance(floor, bool) or not isinstance(floor, int | float) or not 0 <= floor <= 1:
            raise OddValueError(str(path), f"{group}.{layer}", f"expected an F1 from 0 to 1, got {floor!r}")


def shortfalls(floors: Floors, measured: Floors, layers: Iterable[str], shared: bool) -> tuple[Shortfall, ...]:
    """What is below its floor among these layers; without the shared gold its groups are passed over."""
    wanted = set(layers)
    below = (
        Shortfall(group, layer, floor, measured.get(group, {}).get(layer))
        for group, values in floors.items()
        for layer, floor in values.items()
        if layer in wanted and (shared or not group.startswith("shared"))
    )
    return tuple(it for it in below if it.measured is None or cut(it.measured) < it.floor)


def raised(floors: Floors, measured: Floors) -> Floors:
    """The floors with every one below the measured F1 raised to it, new ones added."""
    groups = [*floors, *(group for group in measured if group not in floors)]
    return {group: _higher(floors.get(group, {}), measured.get(group, {})) for group in groups}


def _higher(floors: Mapping[str, float], measured: Mapping[str, float]) -> Mapping[str, float]:
    return {
        layer: max(floors.get(layer, 0.0), cut(measured.get(layer, 0.0)))
        for layer in LAYERS
        if layer in floors or layer in measured
    }


def lowered(floors: Floors, measured: Floors) -> Floors:
    """The floors with every one above the measured F1 lowered to it; what was not measured stays."""
    return {
        group: {layer: min(floor, cut(measured.get(group, {}).get(layer, floor))) for layer, floor in layers.items()}
        for group, layers in floors.items()
    }


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors, groups and layers in their order."""
    tables = (
        f"\n[{group}]\n" + "".join(f"{layer} = {floor:.3f}\n" for layer, floor in layers.items())
        for group, layers in floors.items()
        if layers
    )
    path.write_text(_HEADER + "".join(tables), encoding="utf-8")
