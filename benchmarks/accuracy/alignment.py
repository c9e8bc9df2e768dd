"""In: two lists in reading order and how well any two entries go together. Out: the pairs, each entry used once.

A longest common subsequence by weight comes first, so that repeated equal facts pair off in order; what it leaves
behind is paired greedily, best first, so that a fact out of order is still found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

Left = TypeVar("Left")
Right = TypeVar("Right")
Weights = list[list[float]]
Pairs = list[tuple[int, int]]

ALIKE = 60.0  # rapidfuzz ratio, 0 to 100: below it two texts are shown apart. For display only, it decides no score.


def align(left: Sequence[Left], right: Sequence[Right], *weights: Callable[[Left, Right], float]) -> Pairs:
    """Pairs of positions, in the order of the left list; a weight of 0 says that two entries do not go together.

    Each further weight pairs what the ones before it left: the strictest comes first.
    """
    pairs: Pairs = []
    for weight in weights:
        rows = _others(len(left), {row for row, _ in pairs})
        columns = _others(len(right), {column for _, column in pairs})
        found = _pair([[weight(left[row], right[column]) for column in columns] for row in rows])
        pairs += [(rows[row], columns[column]) for row, column in found]
    return sorted(pairs)


def alike(left: Sequence[str], right: Sequence[str]) -> Pairs:
    """Pairs of positions of texts that resemble each other, the closest first served."""
    weights = [[fuzz.ratio(one, other) for other in right] for one in left]
    close = [[value if value >= ALIKE else 0.0 for value in row] for row in weights]
    return sorted(_greedy(close, []))


def _others(length: int, taken: set[int]) -> list[int]:
    return [at for at in range(length) if at not in taken]


def _pair(weights: Weights) -> Pairs:
    pairs = _subsequence(weights)
    return pairs + _greedy(weights, pairs)


def _subsequence(weights: Weights) -> Pairs:
    best = _best_sums(weights)
    pairs: Pairs = []
    row, column = 0, 0
    while row < len(weights) and column < len(weights[row]):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs.append((row, column))
            row, column = row + 1, column + 1
    return pairs


def _best_sums(weights: Weights) -> Weights:
    """Entry [i][j]: the greatest sum that the lists from i and from j on can give."""
    width = len(weights[0]) if weights else 0
    best = [[0.0] * (width + 1) for _ in range(len(weights) + 1)]
    for row in range(len(weights) - 1, -1, -1):
        for column in range(width - 1, -1, -1):
            value = weights[row][column]
            paired = value + best[row + 1][column + 1] if value > 0 else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    return best


def _greedy(weights: Weights, taken: Pairs) -> Pairs:
    rows, columns = {row for row, _ in taken}, {column for _, column in taken}
    candidates = sorted(
        (-value, abs(row - column), row, column)
        for row, line in enumerate(weights)
        for column, value in enumerate(line)
        if value > 0 and row not in rows and column not in columns
    )
    pairs: Pairs = []
    for _, _, row, column in candidates:
        if row not in rows and column not in columns:
            pairs.append((row, column))
            rows.add(row)
            columns.add(column)
    return pairs
