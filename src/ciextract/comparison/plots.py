"""Shares come in, a drawing of their intervals on one axis goes out as SVG, the same bytes each time."""

from __future__ import annotations

import io
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ciextract.comparison.shares import Axis, ShareOf
from ciextract.errors import MissingExtra
from ciextract.record import Bounds

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Okabe and Ito's colours, told apart with every kind of colour vision.
_INTERVAL = "#0072B2"
_CONVENTION = "#E69F00"
_POINT = "#D55E00"
_ROW = 0.28
_MARGIN = 0.9
_WIDTH = 8.0
_LONGEST_LABEL = 46


def check_plots() -> None:
    """Raise ``MissingExtra`` where the library that draws is not installed."""
    if find_spec("matplotlib") is None:
        raise MissingExtra("matplotlib", "plots")


def plot(axis: Axis) -> str:
    """The shares of an axis as an ``<svg>`` element: words and hedged numbers as lines, single numbers as points.

    Bounds that a convention gives ("about") are dashed. The drawing has no text of its own for a reader of screens: the
    page has a table of the same values.
    """
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "ciextract", "font.family": "sans-serif"}):
        figure = Figure(figsize=(_WIDTH, len(axis.shares) * _ROW + _MARGIN), layout="constrained")
        axes = figure.add_subplot()
        for row, share in enumerate(axis.shares):
            _mark(axes, row, share.proportion.bounds)
        _frame(axes, [_label(each) for each in axis.shares])
        drawing = io.StringIO()
        figure.savefig(drawing, format="svg", metadata={"Date": None, "Creator": None})
    text = drawing.getvalue()
    return text[text.index("<svg") :]


def _mark(axes: Axes, row: int, bounds: Bounds) -> None:
    if bounds.low == bounds.high:
        axes.plot([bounds.low], [row], "o", color=_POINT, markersize=6)
        return
    dashed = bounds.basis == "convention"
    axes.plot(
        [bounds.low, bounds.high],
        [row, row],
        color=_CONVENTION if dashed else _INTERVAL,
        linewidth=5,
        linestyle=(0, (0.6, 0.3)) if dashed else "solid",
        solid_capstyle="butt",
    )


def _frame(axes: Axes, labels: list[str]) -> None:
    # parse_math: a dollar sign in a phrase is a dollar sign
    axes.set_yticks(range(len(labels)), labels, parse_math=False)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_xlim(-1, 101)
    axes.set_xticks(range(0, 101, 25), [f"{each}%" for each in range(0, 101, 25)])
    axes.grid(axis="x", color="#cccccc", linewidth=0.6)
    axes.spines[["top", "right", "left"]].set_visible(False)


def _label(share: ShareOf) -> str:
    quote = " ".join(share.proportion.quote.split())
    label = f"{share.area.name}: {quote}"
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"
