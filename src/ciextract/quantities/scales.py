"""The name of a scale or a user's file in, the ranges that it gives to words out. Numbers keep their own bounds."""

from importlib import resources
from typing import Annotated

from ciextract.errors import BadConfiguration
from ciextract.quantities.model import Quantified
from ciextract.record import Bounds, Relation
from ciextract.shape import Limits
from ciextract.vocabulary.files import FileModel, checked, file_of_user, shipped

Percent = Annotated[float, Limits(ge=0, le=100)]
_FOLDER = "scales"
_ENDING = ".toml"


class ScaleRange(FileModel):
    """What one word stands for, in percent. ``fraction`` and ``relation`` name a phrase such as 'less than half'."""

    quantifier: Quantified
    fraction: Annotated[str, Limits(pattern=r"^\d{1,3}/\d{1,3}$")] | None = None
    relation: Relation = "exactly"
    printed: str
    low: Percent
    high: Percent
    low_inclusive: bool = True
    high_inclusive: bool = True

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("low is above high")
        if self.quantifier in ("percentage", "tally"):
            raise ValueError("a scale gives ranges to words, not to numbers")


class Scale(FileModel):
    """A published scale with where it was published."""

    name: Annotated[str, Limits(min_length=1)]
    publisher: str
    title: str
    source: str
    published: str | None = None
    updated: str | None = None
    range: Annotated[tuple[ScaleRange, ...], Limits(min_length=1)]

    def __post_init__(self) -> None:
        keys = [(one.quantifier, one.fraction, one.relation) for one in self.range]
        if len(keys) != len(set(keys)):
            raise ValueError("a word has two ranges")

    def bounds(self, quantifier: str, fraction: str | None, relation: str) -> Bounds | None:
        """The scale's interval for a quantity, None where the scale says nothing of it."""
        for one in self.range:
            if (one.quantifier, one.relation) == (quantifier, relation) and one.fraction in (None, fraction):
                return Bounds(
                    low=one.low, high=one.high, low_inclusive=one.low_inclusive, high_inclusive=one.high_inclusive,
                    basis="published", scale=self.name,
                )  # fmt: skip
        return None


def shipped_scales() -> tuple[str, ...]:
    """The names of the scales that come with the package."""
    folder = resources.files("ciextract").joinpath(_FOLDER)
    return tuple(sorted(entry.name.removesuffix(_ENDING) for entry in folder.iterdir() if entry.name.endswith(_ENDING)))


def scale(name: str) -> Scale:
    """A shipped scale by its name, or the scale in a user's TOML file. Raises BadConfiguration."""
    if name in shipped_scales():
        return shipped(_FOLDER, name + _ENDING, Scale)
    if not name.endswith(_ENDING):
        known = ", ".join(shipped_scales())
        raise BadConfiguration(f"no scale is called {name!r}", f"known are {known}; or give the path of a .toml file")
    return checked(file_of_user(name), name, Scale)
