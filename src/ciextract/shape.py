"""What the classes of the published model are made of: closed, frozen, slotted dataclasses and their limits.

Nothing here is checked when an object is made: ``schema`` has pydantic read these same classes where records are
validated or described, so that making and writing a record costs no import of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from inspect import cleandoc
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

C = TypeVar("C")
LEFT_OUT = MappingProxyType({"left_out": True})
"""Metadata of a field that JSON has only where it holds something: neither null nor an empty list."""
Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def shape(cls: type[C]) -> type[C]:
    """Make a class a part of the published model; its fields are given by name.

    What ``dataclass`` would write anew for each class, ``Model`` has once: compiling it took longer at each start than
    the reading of a small document.
    """
    return dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)


def _describe(schema: dict[str, Json], kind: type[object]) -> None:
    # Releases of pydantic differ in whether they tell what a dataclass is.
    if kind.__doc__:
        schema["description"] = cleandoc(kind.__doc__)
    required = schema.get("required")
    if isinstance(required, list):
        schema["required"] = [name for name in required if name not in _left_out(kind)]


@shape
class Model:
    """The base of every part of a record: closed and frozen; what stands below a field describes it."""

    # Not annotated: that would make it a field.
    __pydantic_config__ = {  # noqa: RUF012
        "extra": "forbid",
        "use_attribute_docstrings": True,
        "json_schema_extra": _describe,
    }

    def __init__(self, **values: object) -> None:
        if values.keys() != self.__dataclass_fields__.keys():
            values = _completed(self, values)
        for name, value in values.items():
            _set(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in field_names(self))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in written_fields(self))
        return f"{type(self).__name__}({shown})"

    def __setstate__(self, state: tuple[None, dict[str, object]]) -> None:
        for name, value in state[1].items():
            _set(self, name, value)


_set = object.__setattr__
M = TypeVar("M", bound=Model)


def _completed(part: Model, values: dict[str, object]) -> dict[str, object]:
    """The values of a part with the defaults of fields that are left out. Raises TypeError."""
    named = type(part).__name__
    for name in values:
        if name not in field_names(part):
            raise TypeError(f"{named} has no field {name!r}")
    return {
        name: values[name] if name in values else _default(each, named)
        for name, each in part.__dataclass_fields__.items()
    }


def _default(each: Field[object], named: str) -> object:
    if each.default is not MISSING:
        return each.default
    if each.default_factory is MISSING:
        raise TypeError(f"{named} needs {each.name!r}")
    return each.default_factory()


def field_names(part: Model) -> Collection[str]:
    """The names of the fields of a part of a record, in their order."""
    return part.__dataclass_fields__.keys()


def _left_out(kind: type[object]) -> frozenset[str]:
    if kind not in _LEFT_OUT_OF:
        named = fields(cast(type[Model], kind))
        _LEFT_OUT_OF[kind] = frozenset(each.name for each in named if "left_out" in each.metadata)
    return _LEFT_OUT_OF[kind]


_LEFT_OUT_OF: dict[type[object], frozenset[str]] = {}


def written_fields(part: Model) -> list[tuple[str, object]]:
    """Name and value of each field that JSON has, in the model's order."""
    left_out = _left_out(type(part))
    fields = [(name, getattr(part, name)) for name in field_names(part)]
    if not left_out:
        return fields
    return [(name, value) for name, value in fields if name not in left_out or value not in (None, [])]


def fields_of(part: object) -> Iterator[tuple[str, object]]:
    """Name and value of each field of a part of a record, in the model's order; nothing for any other value."""
    if isinstance(part, Model):
        yield from ((name, getattr(part, name)) for name in field_names(part))


def changed(part: M, fields: Mapping[str, object]) -> M:
    """The part of a record with some of its fields given anew."""
    return type(part)(**{**dict(fields_of(part)), **fields})


class Limits:
    """What values a field takes, in the words of pydantic's core schemas: ``ge``, ``pattern``, ``min_length``."""

    def __init__(self, **words: str | int) -> None:
        self._words = words

    def __get_pydantic_core_schema__(self, kind: type[object], handler: GetCoreSchemaHandler) -> CoreSchema:
        return cast("CoreSchema", {**handler(kind), **self._words})


class Shown:
    """What the JSON Schema says of a field where its class alone does not tell it: ``description``, ``default``."""

    def __init__(self, **words: Json) -> None:
        self._words = words

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        return handler(schema) | self._words
