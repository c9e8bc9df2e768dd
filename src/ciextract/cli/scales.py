"""The name of a scale or nothing comes in, what published scales say of words goes out, gaps and overlaps included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Annotated

from ciextract.cli.declared import Argument
from ciextract.cli.isolated import settled
from ciextract.cli.streams import emit, terminal_width
from ciextract.printing import printable

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ciextract.batch.messages import Made, Request
    from ciextract.document import Progress
    from ciextract.quantities.scales import Scale, ScaleRange


def scales(
    name: Annotated[str | None, Argument(metavar="[NAME]", show_default=False, hidden=True)] = None,
) -> int:
    """List the published scales that give words of quantity a range in percent.

    \b
    Examples:
      ciextract scales
      ciextract scales education-scotland
      ciextract parse report.pdf --scale education-scotland

    NAME is one of them, or the path of a TOML file of your own, which is checked thereby. No scale is applied unless
    `ciextract parse` is told to; none was ever published for the joint inspections.
    """
    from ciextract.quantities.scales import shipped_scales

    width = terminal_width()
    if name is not None:
        emit(settled(partial(_told, width=width), name).data)
    else:
        emit(_shown([_loaded(one) for one in shipped_scales()], width))
    return 0


def check_scale(name: str | None) -> None:
    """Raise an error where a scale is asked for that does not exist or is wrong; a child looks at it."""
    if name is not None:
        settled(partial(_told, width=None), name)


def _told(request: Request, progress: Progress, width: int | None) -> Made:
    from ciextract.batch.messages import Made

    return Made(_shown([_loaded(request.path)], width))


def _shown(chosen: Sequence[Scale], width: int | None) -> bytes:
    if width is not None:
        from ciextract.cli.screen import drawn

        return drawn((piece for scale in chosen for piece in _drawn(scale)), width)
    return "".join(f"{printable(f'{scale.name} {line}')}\n" for scale in chosen for line in _lines(scale)).encode()


def _loaded(name: str) -> Scale:
    """A scale by its name or from a file. Raises BadConfiguration that says which keys would be accepted."""
    from dataclasses import fields

    from pydantic import ValidationError

    from ciextract.errors import BadConfiguration
    from ciextract.quantities.scales import Scale, ScaleRange, scale

    try:
        return scale(name)
    except BadConfiguration as error:
        if not isinstance(error.__cause__, ValidationError):
            raise
        keys, of_range = (", ".join(each.name for each in fields(kind)) for kind in (Scale, ScaleRange))
        raise BadConfiguration(error.what, f"a scale has {keys}; each range has {of_range}") from error


def _lines(scale: Scale) -> Iterator[str]:
    yield f"is {scale.publisher}: {scale.title}"
    yield f"source {scale.source}"
    yield from (f"{name} {date}" for name, date in _dates(scale))
    for one in scale.range:
        yield f'range {word_of(one)}: {extent_of(one)}, printed as "{one.printed}"'
    yield from flaws_of(scale)


def _dates(scale: Scale) -> list[tuple[str, str]]:
    dates = [("published", scale.published), ("updated", scale.updated)]
    return [(name, date) for name, date in dates if date is not None]


def word_of(one: ScaleRange) -> str:
    """The word of a range as records name it: 'most', 'under 1/2'."""
    relation = "" if one.relation == "exactly" else f"{one.relation} "
    return f"{relation}{one.fraction or one.quantifier}"


def extent_of(one: ScaleRange) -> str:
    """The range in percent: 'over 90 to 100'."""
    over, under = "" if one.low_inclusive else "over ", "" if one.high_inclusive else "under "
    return f"{over}{one.low:g} to {under}{one.high:g}"


def flaws_of(scale: Scale) -> Iterator[str]:
    """Gaps and overlaps between ranges as they were published, and the words that have none."""
    from ciextract.vocabulary.quantities import RANKS

    ordered = sorted(scale.range, key=lambda one: (one.low, one.high))
    yield from _gaps(ordered)
    for lower, upper in combinations(ordered, 2):
        if lower.high > upper.low:
            yield f"overlap: {upper.low:g} to {min(lower.high, upper.high):g} is {word_of(lower)} and {word_of(upper)}"
        elif lower.high == upper.low and lower.high_inclusive and upper.low_inclusive:
            yield f"overlap: {upper.low:g} is {word_of(lower)} and {word_of(upper)}"
    missing = [word for word in RANKS if word not in {one.quantifier for one in ordered}]
    if missing:
        yield f"no range: {', '.join(missing)}"


def _gaps(ordered: list[ScaleRange]) -> Iterator[str]:
    """What no range holds; ``reach`` is how far those before it go, and whether they hold that number itself."""
    reach: tuple[float, bool] = (0, False)
    for one in ordered:
        if one.low > reach[0]:
            yield f"gap: no word between {reach[0]:g} and {one.low:g}"
        elif one.low == reach[0] and not reach[1] and not one.low_inclusive:
            yield f"gap: no word for {one.low:g}"
        reach = max(reach, (one.high, one.high_inclusive))
    if reach[0] < 100:
        yield f"gap: no word between {reach[0]:g} and 100"


def _drawn(scale: Scale) -> Iterator[RenderableType]:
    # Text objects: what stands in a file of the user is never read as markup.
    from rich.table import Table
    from rich.text import Text

    yield Text(printable(scale.name), style="bold")
    yield Text(printable(f"{scale.publisher}: {scale.title}"))
    for line in (*(f"{name} {date}" for name, date in _dates(scale)), scale.source):
        yield Text(printable(line), style="dim")
    table = Table("word", "percent", "as published")
    for one in scale.range:
        table.add_row(*(Text(printable(words)) for words in (word_of(one), extent_of(one), one.printed)))
    yield table
    for flaw in flaws_of(scale):
        yield Text(printable(flaw))
