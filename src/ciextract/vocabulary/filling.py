"""The tables of a file of this package come in, objects of its model go out: keys and kinds fit, or nothing is made.

Limits of values (``Limits``) are not looked at: they are checked where pydantic reads the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ciextract.shape import Model

M = TypeVar("M", bound=Model)
Filler: TypeAlias = Callable[[Any], Any]
"""Makes of a value of TOML what a field takes. Raises Misfit."""


class Misfit(ValueError):
    """A key or a value that the model does not have, with its place: keys and indexes, the outermost first."""

    def __init__(self, what: str, *place: object) -> None:
        self.what, self.place = what, place
        super().__init__(f"{'.'.join(map(str, place)) or 'the whole file'}: {what}")


def filled(model: type[M], table: object) -> M:
    """An object of the model and all that stands below it. Raises Misfit."""
    fillers = _fillers(model)  # type: ignore[arg-type]  # the objects of a model have no hash, the model has
    values = _each(_table(table).items(), lambda name: fillers.get(name, _unknown))
    try:
        return model(**values)
    except (TypeError, ValueError) as error:
        raise Misfit(str(error)) from error


def _each(values: Iterable[tuple[Any, object]], filler_of: Callable[[Any], Filler]) -> dict[Any, Any]:
    """The values made by the filler of their key; a misfit is told with that key."""
    made = {}
    for key, value in values:
        try:
            made[key] = filler_of(key)(value)
        except Misfit as misfit:
            raise Misfit(misfit.what, key, *misfit.place) from misfit
    return made


@cache
def _fillers(model: type[Model]) -> dict[str, Filler]:
    return {name: _filler(kind) for name, kind in get_type_hints(model, include_extras=True).items()}


def _filler(kind: Any) -> Filler:  # noqa: ANN401 - what stands in an annotation
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Annotated, Union, UnionType):
        return _filler(parts[0])  # TOML has no null: what may be None is left out instead
    if origin in (tuple, frozenset):
        return partial(_several, origin, _filler(parts[0]))
    if origin is dict:
        return partial(_named, _filler(parts[1]))
    if origin is Literal:
        return partial(_choice, {each: each for each in parts})
    if issubclass(kind, Enum):
        return partial(_choice, {each.value: each for each in kind})
    if kind is float:
        return _number
    return partial(filled if issubclass(kind, Model) else _single, kind)


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Misfit("is no table")
    return value


def _unknown(_: object) -> object:
    raise Misfit("unknown key")


def _several(kind: Callable[[Iterable[object]], object], filler: Filler, value: object) -> object:
    if not isinstance(value, list):
        raise Misfit("is no list")
    return kind(_each(enumerate(value), lambda _: filler).values())


def _named(filler: Filler, value: object) -> object:
    return _each(_table(value).items(), lambda _: filler)


def _choice(choices: Mapping[object, object], value: object) -> object:
    if value not in choices:
        raise Misfit(f"is none of {', '.join(map(str, choices))}")
    return choices[value]


def _number(value: object) -> float:
    if type(value) not in (int, float):
        raise Misfit("is no number")
    return float(cast(float, value))


def _single(kind: type, value: object) -> object:
    if type(value) is not kind:
        raise Misfit(f"is no {kind.__name__}")
    return value
