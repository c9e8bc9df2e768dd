"""The name of a scale or a user's file in, the ranges that it gives to words out. Numbers keep their own bounds."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from pydantic import Field, model_validator

from ciextract.errors import BadConfiguration
from ciextract.quantities.model import Quantified
from ciextract.record import Bounds, Relation
from ciextract.vocabulary.files import FileModel, checked

_FOLDER = "scales"
_ENDING = ".toml"


class ScaleRange(FileModel):
    """What one word stands for, in percent. ``fraction`` and ``relation`` name a phrase such as 'less than half'."""

    quantifier: Quantified
    fraction: str | None = Field(default=None, pattern=r"^\d{1,3}/\d{1,3}$")
    relation: Relation = "exactly"
    printed: str
    low: float = Field(ge=0, le=100)
    high: float = Field(ge=0, le=100)
    low_inclusive: bool = True
    high_inclusive: bool = True

    @model_validator(mode="after")
    def _ordered(self) -> ScaleRange:
        if self.low > self.high:
            raise ValueError("low is above high")
        if self.quantifier in ("percentage", "tally"):
            raise ValueError("a scale gives ranges to words, not to numbers")
        return self


class Scale(FileModel):
    """A published scale with where it was published."""

    name: str = Field(min_length=1)
    publisher: str
    title: str
    source: str
    published: str | None = None
    updated: str | None = None
    range: tuple[ScaleRange, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> Scale:
        keys = [(one.quantifier, one.fraction, one.relation) for one in self.range]
        if len(keys) != len(set(keys)):
            raise ValueError("a word has two ranges")
        return self

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
        content = resources.files("ciextract").joinpath(_FOLDER, name + _ENDING).read_bytes()
        return checked(content, f"{_FOLDER}/{name}{_ENDING}", Scale)
    if not name.endswith(_ENDING):
        known = ", ".join(shipped_scales())
        raise BadConfiguration(f"no scale is called {name!r}", f"known are {known}; or give the path of a .toml file")
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        complaint = error.strerror or "cannot be read"
        raise BadConfiguration(f"{name}: {complaint}", "check the path of the scale") from error
    return checked(content, name, Scale)
