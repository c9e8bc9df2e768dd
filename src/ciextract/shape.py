"""What the classes of the published model are made of: closed, frozen, slotted dataclasses and their limits.

Nothing here is checked when an object is made: ``schema`` has pydantic read these same classes where records are
validated or described, so that making and writing a record costs no import of it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

C = TypeVar("C")
Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def shape(cls: type[C]) -> type[C]:
    """Make a class a part of the published model; its fields are given by name."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


@dataclass(frozen=True, slots=True)
class Model:
    """The base of every part of a record; what stands below a field describes it."""

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}  # noqa: RUF012 - annotated, it is a field


def field_names(part: Model) -> Collection[str]:
    """The names of the fields of a part of a record, in their order."""
    return part.__dataclass_fields__.keys()


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
