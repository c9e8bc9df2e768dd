"""A TOML file of this package or of the user in, its model out; unknown keys and wrong values are refused.

Files of users are checked by pydantic, which has most to say about them. Those of the package are filled into the same
classes without it, as its import takes longer than the reading of a small document; tests have pydantic check them too.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

import tomli

from ciextract.errors import BadConfiguration, reason
from ciextract.intake import open_file
from ciextract.shape import Model, field_names
from ciextract.vocabulary.filling import Misfit, filled

if TYPE_CHECKING:
    from pydantic import ValidationError

SIZE_CAP = 1_000_000
"""Bytes of a file that are read at the most."""
MOST_DOTS = 200
"""Dots of one line at the most: the time to read a key grows with the square of its parts, each of which has one."""
UNKNOWN_KEY = "unexpected_keyword_argument"
"""What pydantic calls a key that a model does not have."""
_REMEDY = "see docs/programmes.md for what is accepted"


@dataclass_transform(frozen_default=True, kw_only_default=True)
class FileModel(Model):
    """The base of everything that is read from a file of words: closed and frozen.

    Modules of such classes do without ``from __future__ import annotations``: what a field takes is read off its
    annotation at each start, and one that is kept as a string would be compiled then.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - annotated it would be a field

    def __init_subclass__(cls) -> None:
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)

    def __init__(self, **values: object) -> None:
        super().__init__(**values)
        self.__post_init__()

    def __hash__(self) -> int:
        """By the first field, which names what most classes are of."""
        return hash(getattr(self, next(iter(field_names(self)))))

    def __post_init__(self) -> None:
        """Hold the fields against each other. Raises ValueError."""


M = TypeVar("M", bound=FileModel)


def shipped(folder: str, name: str, model: type[M]) -> M:
    """The file ``name`` of the package's folder; its keys and the kinds of its values are checked."""
    content = resources.files("ciextract").joinpath(folder, name).read_bytes()
    place = f"{folder}/{name}"
    try:
        return filled(model, tables_in(content, place))
    except Misfit as error:
        raise BadConfiguration(f"{place}: {error}", _REMEDY) from error


def checked(content: bytes, name: str, model: type[M]) -> M:
    """The model of a file's content. Raises BadConfiguration naming file, key and what would be accepted."""
    from pydantic import TypeAdapter, ValidationError

    tables = tables_in(content, name)
    try:
        return TypeAdapter(model).validate_python(tables)
    except ValidationError as error:
        raise BadConfiguration(f"{name}: {_first(error)}", _REMEDY) from error


def file_of_user(path: str) -> bytes:
    """The bytes of a user's file of settings, read no further than shows that there are too many."""
    try:
        with open_file(path) as stream:
            return stream.read(SIZE_CAP + 1)
    except (OSError, ValueError) as error:
        complaint = reason(error) if isinstance(error, OSError) else "is no path"
        raise BadConfiguration(f"{path}: {complaint}", "name a file that can be read") from error


def tables_in(content: bytes, name: str) -> dict[str, object]:
    """What a file of TOML says. Raises BadConfiguration."""
    if len(content) > SIZE_CAP:
        raise BadConfiguration(f"{name}: larger than {SIZE_CAP} bytes", "take out what is not needed")
    for number, line in enumerate(content.split(b"\n") if content.count(b".") > MOST_DOTS else (), 1):
        if line.count(b".") > MOST_DOTS:
            raise BadConfiguration(f"{name}: line {number} has too many dots", f"put at most {MOST_DOTS} on a line")
    try:
        return tomli.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadConfiguration(f"{name}: not UTF-8 at byte {error.start}", "save it as UTF-8") from error
    except tomli.TOMLDecodeError as error:
        raise BadConfiguration(f"{name}: not TOML: {error}", "correct that line") from error
    except RecursionError as error:
        raise BadConfiguration(f"{name}: nested too deeply", "take some levels out") from error
    except ValueError as error:
        raise BadConfiguration(f"{name}: a number has too many digits", "write a smaller one") from error


def _first(error: ValidationError) -> str:
    """The first complaint as 'key: what is wrong'."""
    complaint = error.errors(include_url=False)[0]
    key = ".".join(str(step) for step in complaint["loc"]) or "the whole file"
    return f"{key}: {'unknown key' if complaint['type'] == UNKNOWN_KEY else complaint['msg']}"
