"""The body of a class comes in, a frozen and slotted dataclass goes out, made faster than by ``dataclass``.

That compiles up to seven functions for each frozen class at every start, which for all classes together took a fifth of
the reading of a small document. Here ``__init__`` alone is compiled, once an object is made; classes share the others.
Left to ``dataclass`` are classes with an order, and those of which a function makes a field (``default_factory``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform, overload

C = TypeVar("C")


@overload
def frozen(cls: type[C], /) -> type[C]: ...
@overload
def frozen(*, kw_only: bool) -> Callable[[type[C]], type[C]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[C] | None = None, /, *, kw_only: bool = False) -> type[C] | Callable[[type[C]], type[C]]:
    """Make a class what ``dataclass(frozen=True, slots=True)`` makes of it."""
    return _made(cls, kw_only) if cls is not None else lambda cls: _made(cls, kw_only)


def _made(cls: type[C], kw_only: bool) -> type[C]:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    shared = {"_compared": attrgetter(*(each.name for each in fields(made) if each.compare)), **_SHARED}
    for name in shared.keys() - vars(made).keys():
        setattr(made, name, shared[name])
    return cast(type[C], made)


class _Shared:
    """What every class is given."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _compared: ClassVar[Callable[[object], object]]

    def __init__(self, *values: object, **named: object) -> None:
        kind = type(self)
        kind.__init__ = _init_of(kind)  # type: ignore[method-assign]
        kind.__init__(self, *values, **named)

    def __eq__(self, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return type(self)._compared(self) == type(self)._compared(other)

    def __hash__(self) -> int:
        return hash(type(self)._compared(self))

    def __repr__(self) -> str:
        values = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
        return f"{type(self).__qualname__}({', '.join(values)})"

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __setstate__(self, state: tuple[None, dict[str, object]]) -> None:
        for name, value in state[1].items():
            object.__setattr__(self, name, value)


_SHARED = {
    name: vars(_Shared)[name]
    for name in ("__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__", "__setstate__")
}


def _init_of(kind: type[_Shared]) -> Callable[..., None]:
    """The function that sets the slots, its parameters in the order of the fields."""
    given = [each for each in fields(kind) if each.init]
    names = {f"set_{each.name}": getattr(kind, each.name).__set__ for each in given}
    names |= {f"default_{each.name}": each.default for each in given}
    plain, named = ([_parameter(each) for each in given if each.kw_only is kw_only] for kw_only in (False, True))
    parameters = ", ".join(["self", *plain, *(["*", *named] if named else [])])
    steps = [f"set_{each.name}(self, {each.name})" for each in given]
    steps += ["self.__post_init__()"] if hasattr(kind, "__post_init__") else []
    exec(f"def __init__({parameters}):\n {'; '.join(steps)}", names)
    return cast("Callable[..., None]", names["__init__"])


def _parameter(each: Field[Any]) -> str:
    return each.name if each.default is MISSING else f"{each.name}=default_{each.name}"
