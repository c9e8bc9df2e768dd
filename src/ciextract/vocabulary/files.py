"""A TOML file of this package or of the user in, a checked model out; unknown keys and wrong values are refused."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ciextract.errors import BadConfiguration

SIZE_CAP = 1_000_000
"""Bytes of a file that are read at the most."""


class FileModel(BaseModel):
    """The base of everything that is read from a file of words: closed and frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


M = TypeVar("M", bound=FileModel)


def shipped(folder: str, name: str, model: type[M]) -> M:
    """The file ``name`` of the package's folder, checked."""
    source = resources.files("ciextract").joinpath(folder, name)
    return checked(source.read_bytes(), f"{folder}/{name}", model)


def checked(content: bytes, name: str, model: type[M]) -> M:
    """The model of a file's content. Raises BadConfiguration naming file, key and what would be accepted."""
    if len(content) > SIZE_CAP:
        raise BadConfiguration(f"{name}: {len(content)} bytes", f"a file of words has at most {SIZE_CAP}")
    try:
        return model.model_validate(tomllib.loads(content.decode("utf-8")))
    except UnicodeDecodeError as error:
        raise BadConfiguration(f"{name}: not UTF-8 at byte {error.start}", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(f"{name}: not TOML: {error}", "correct that line") from error
    except ValidationError as error:
        raise BadConfiguration(f"{name}: {_first(error)}", "see docs/programmes.md for what is accepted") from error


def _first(error: ValidationError) -> str:
    """The first complaint as 'key: what is wrong'."""
    complaint = error.errors(include_url=False)[0]
    key = ".".join(str(step) for step in complaint["loc"]) or "the whole file"
    return f"{key}: {complaint['msg']}"
