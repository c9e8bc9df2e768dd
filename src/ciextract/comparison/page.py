"""Records beside each other come in, one HTML page goes out that loads nothing and runs nothing."""

from __future__ import annotations

from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ciextract.comparison.beside import Beside
from ciextract.comparison.plots import check_plots, plot
from ciextract.comparison.shares import Axis
from ciextract.record import Bounds, GradeRange, PopulationCategory


def page(shown: Beside) -> str:
    """The page: what was left out, grades by area and year, shares with a drawing and a table each, messages.

    Raises ``MissingExtra`` where the library that draws is not installed.
    """
    check_plots()
    environment = Environment(
        loader=PackageLoader("ciextract.comparison"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(words=words, percent=percent, statement=statement, group=group)
    drawn = [(f"shares-{number}", axis, Markup(plot(axis))) for number, axis in enumerate(shown.axes, 1)]
    statements = [list(axes) for _, axes in groupby(drawn, lambda each: (each[1].statement, each[1].title))]
    return environment.get_template("compare.html").render(shown=shown, statements=statements, alternative=alternative)


def words(name: str | None) -> str:
    """A name of the record's as words: ``very_good`` is very good."""
    return (name or "").replace("_", " ")


def population(category: PopulationCategory) -> str:
    """Whom or what a share is of, in words."""
    return "parents and carers" if category is PopulationCategory.PARENTS_CARERS else words(category)


def percent(bounds: Bounds) -> str:
    """An interval in words: ``above 75 up to 100%``."""
    if bounds.low == bounds.high:
        return f"{_short(bounds.low)}%"
    low = f"{'from' if bounds.low_inclusive else 'above'} {_short(bounds.low)}"
    return f"{low} {'to' if bounds.high_inclusive else 'to below'} {_short(bounds.high)}%"


def condition(grade: GradeRange | None) -> str:
    """A condition on quality in words; empty where there is none."""
    if grade is None:
        return ""
    low, high = words(grade.min), words(grade.max)
    return f"found {low}" if low == high else f"found {low} to {high}"


def statement(axis: Axis) -> str:
    """What a statement is called: its number, and its words where they are known."""
    return f"Statement {axis.statement}" + (f": {axis.title.rstrip('.')}" if axis.title else "")


def group(axis: Axis) -> str:
    """Of whom or what the shares of an axis are said."""
    return ", ".join(filter(None, (population(axis.category), condition(axis.grade))))


def alternative(axis: Axis) -> str:
    """What a drawing shows, for those who do not see it."""
    areas = sorted({share.area.name for share in axis.shares})
    shared = f"{population(axis.category)} {condition(axis.grade)}".strip()
    return (
        f"Shares of {shared} in statement {axis.statement}: "
        f"{len(axis.shares)} phrases from {', '.join(areas)}. The table below has the same values."
    )


def _short(number: float) -> str:
    return f"{round(number, 1):g}"
