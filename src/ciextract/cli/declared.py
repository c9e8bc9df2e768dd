"""What commands say of their arguments comes in, what typer understands goes out; only commands with options need it.

A command's module can be imported without typer, whose import costs more than the reading of a small document.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from inspect import Parameter, Signature
from typing import Annotated, Any, TypedDict, TypeVar, Unpack, get_args, get_origin, get_type_hints

R = TypeVar("R")


class Words(TypedDict, total=False):
    """What typer takes to describe an argument or an option."""

    metavar: str
    help: str
    callback: Callable[[Any], object]
    min: float
    max: float
    hidden: bool
    show_default: bool
    is_eager: bool


class Argument:
    """An argument that has its place."""

    def __init__(self, **words: Unpack[Words]) -> None:
        self.words = words


class Option:
    """An option with its names."""

    def __init__(self, *names: str, **words: Unpack[Words]) -> None:
        self.names, self.words = names, words


def for_typer(command: Callable[..., R]) -> Callable[..., R]:
    """The command, its annotations put into typer's own words.

    One whose first argument is a dataclass is given its fields, each of them an argument or option of its own.
    """
    hints = get_type_hints(command, include_extras=True)
    first = next(iter(hints.values()))
    if is_dataclass(first) and isinstance(first, type):
        return _spread(command, first)
    command.__annotations__ = {name: _translated(hint) for name, hint in hints.items()}
    return command


def _spread(command: Callable[..., R], asked: type) -> Callable[..., R]:
    def spread(**values: object) -> R:
        return command(asked(**values))

    spread.__name__, spread.__doc__ = command.__name__, command.__doc__
    hints = get_type_hints(asked, include_extras=True)
    spread.__annotations__ = {field.name: _translated(hints[field.name]) for field in fields(asked)}
    spread.__signature__ = Signature(  # type: ignore[attr-defined]  # what inspect looks at, and typer with it
        [
            Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hint)
            for field, hint in zip(fields(asked), spread.__annotations__.values(), strict=True)
        ]
    )
    return spread


def _translated(hint: Any) -> Any:  # noqa: ANN401 - an annotation may be anything
    import typer

    if get_origin(hint) is not Annotated:
        return hint
    kind, said = get_args(hint)
    if isinstance(said, Argument):
        return Annotated[kind, typer.Argument(**said.words)]
    if isinstance(said, Option):
        return Annotated[kind, typer.Option(*said.names, **said.words)]
    return hint


def wrong_use(what: str, option: str | None = None) -> Exception:
    """The error of a value that cannot be used; in an option's own callback the option is known."""
    import typer

    return typer.BadParameter(what, param_hint=option)
