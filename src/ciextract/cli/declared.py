"""What commands say of their arguments comes in, what typer understands goes out; only commands with options need it.

A command's module can be imported without typer, whose import costs more than the reading of a small document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ParamSpec, TypedDict, TypeVar, Unpack, get_args, get_origin, get_type_hints

P = ParamSpec("P")
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


def for_typer(command: Callable[P, R]) -> Callable[P, R]:
    """The command, its annotations put into typer's own words."""
    hints = get_type_hints(command, include_extras=True)
    command.__annotations__ = {name: _translated(hint) for name, hint in hints.items()}
    return command


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
