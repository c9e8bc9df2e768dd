"""The words of a command line come in, defaults from ciextract.toml go out; what is unknown or wrong is refused."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from ciextract.errors import BadConfiguration, reason

if TYPE_CHECKING:
    from typer.core import TyperCommand, TyperGroup, TyperOption

NAME = "ciextract.toml"
SIZE_CAP = 100_000
"""Bytes of a file that are read at the most."""
NEVER = frozenset({"help", "version", "install_completion", "show_completion", "output", "out", "files_from", "null"})
"""Options that are said each time: what they name would be overwritten or mistaken."""

Value: TypeAlias = "str | int | float | bool"
Defaults: TypeAlias = dict[str, dict[str, Value]]
"""For each command its options by their names in Python."""


def places() -> list[str]:
    """Where a file of defaults is looked for, the one that counts most first."""
    from platformdirs import user_config_dir

    of_user = os.path.join(user_config_dir("ciextract", appauthor=False), NAME)
    try:
        return [os.path.abspath(NAME), of_user]
    except FileNotFoundError:  # somebody took away the folder that the program stands in
        return [of_user]


def found() -> list[str]:
    """The files of defaults that are there."""
    return [path for path in places() if os.path.lexists(path)]


def defaults(group: TyperGroup) -> Defaults:
    """What the files say, checked. Raises BadConfiguration naming file, key and what would be accepted."""
    merged: Defaults = {}
    for path in reversed(found()):
        for command, options in _of_file(path, group).items():
            merged.setdefault(command, {}).update(options)
    return merged


def _of_file(path: str, group: TyperGroup) -> Defaults:
    table = _read(path)
    commands = cast("Mapping[str, TyperCommand]", group.commands)
    general = {key: value for key, value in table.items() if not isinstance(value, dict)}
    said: Defaults = {}
    known: set[str] = set()
    for name, command in commands.items():
        options = {option.opts[0].removeprefix("--"): option for option in _options(command)}
        own = table.get(name, {})
        if not isinstance(own, dict):
            raise BadConfiguration(f"{path}: {name}: is no table", f"write [{name}] and its options below it")
        _refuse_unknown(path, f"{name}.", own, options)
        known |= options.keys()
        chosen = {key: value for key, value in general.items() if key in options} | own
        said[name] = {
            options[key].name or key: _checked(path, key, value, options[key], command) for key, value in chosen.items()
        }
    _refuse_unknown(path, "", table, [*known, *commands])
    return said


def _read(path: str) -> dict[str, object]:
    from ciextract.vocabulary.files import tables_in

    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        raise BadConfiguration(f"{path}: is no file", "take it away")  # a named pipe would be waited for without end
    try:
        with open(path, "rb") as stream:
            content = stream.read(SIZE_CAP + 1)
    except OSError as error:
        raise BadConfiguration(f"{path}: {reason(error)}", "make it readable, or take it away") from error
    if len(content) > SIZE_CAP:
        raise BadConfiguration(f"{path}: larger than {SIZE_CAP} bytes", "it holds defaults of options alone")
    return tables_in(content, path)


def _options(command: TyperCommand) -> Iterator[TyperOption]:
    for option in command.params:
        if option.param_type_name == "option" and option.name not in NEVER:
            yield cast("TyperOption", option)


def _refuse_unknown(
    path: str, place: str, keys: Mapping[str, object], known: Sequence[str] | Mapping[str, object]
) -> None:
    for key in keys:
        if key not in known:
            raise BadConfiguration(f"{path}: {place}{key}: no such option", f"known are {', '.join(sorted(known))}")


def _checked(path: str, key: str, value: object, option: TyperOption, command: TyperCommand) -> Value:
    wanted = "true or false" if option.is_flag else f"{option.metavar or 'a value'}, as {option.opts[0]} takes it"
    meaning = (option.help or "").rstrip(".")
    failure = BadConfiguration(f"{path}: {key}: cannot be {value!r}", f"it is {wanted}: {meaning}")
    if not isinstance(value, (str, int, float)) or option.is_flag != isinstance(value, bool):
        raise failure
    try:
        option.process_value(command.context_class(command), value if option.is_flag else str(value))
    except Exception as error:
        raise failure from error
    return value
