"""The text of a record or of verdicts comes in, what it holds or its flaws go out, each with its place; nothing is read
from disk, and nothing is mended."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import ValidationError

from ciextract.errors import CiextractError, LimitExceeded, UnreadableDocument
from ciextract.record import KNOWN_VERSIONS, SCHEMA_VERSION, Record
from ciextract.schema import record_type, verdicts_type
from ciextract.validation.flaws import Flaw, shown
from ciextract.validation.inner import inner_flaws, parts_of, record_fields
from ciextract.verdicts import KNOWN_VERDICTS, VERDICTS_VERSION, Verdicts

__all__ = [
    "Entry",
    "Flaw",
    "FlawedRecord",
    "FlawedVerdicts",
    "NewerRecord",
    "NotJson",
    "find_flaws",
    "load_record",
    "load_verdicts",
    "parts_of",
    "record_fields",
    "split_records",
]


LONGEST = 64_000_000
"""Characters of one record at the most: in memory JSON may take twenty times as much."""

_Place: TypeAlias = "tuple[_Place, str | int] | None"
"""The place that holds a value, and its name or index there; None for the whole."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a file: its text, and the line (from 1) that it stands on in a file of JSON Lines, else None."""

    line: int | None
    text: str


class NotJson(UnreadableDocument):
    """A text that is no JSON; ``line`` (from 1) is where reading it stopped, None where that is not known."""

    def __init__(self, what: str, line: int | None = None) -> None:
        super().__init__(f"not JSON: {what}", "give a record as `ciextract parse` writes it")
        self.line = line


class NewerRecord(UnreadableDocument):
    """A record of a version of the schema that came after this program."""

    def __init__(self, version: str) -> None:
        super().__init__(f"a record of schema {version}, newer than {SCHEMA_VERSION}", "update ciextract to read it")


class FlawedRecord(UnreadableDocument):
    """A text that is JSON but no record of this schema or of an earlier version of it; it tells the first ``flaws``."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        place = flaws[0].pointer or "the record"
        super().__init__(f"not a record: {place}: {flaws[0].what}", "see `ciextract validate` for every flaw")
        self.flaws = tuple(flaws)


class FlawedVerdicts(CiextractError):
    """A text that is JSON but no verdicts, or verdicts that make no record; it tells the first flaw."""

    exit_code = 12

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        place = flaws[0].pointer or "the verdicts"
        super().__init__(f"{place}: {flaws[0].what}", "give a file that the review page saved")


def load_record(text: str) -> Record:
    """The record that a JSON text holds, as ``Record.to_json`` or ``ciextract parse`` wrote it.

    A record of an earlier version is loaded as it is; fields that came later are empty. Raises ``NotJson``,
    ``NewerRecord``, and ``FlawedRecord`` where ``find_flaws`` finds anything else.
    """
    value = _load(text)
    version = value.get("schema_version") if isinstance(value, dict) else None
    if isinstance(version, str) and _is_newer(version):
        raise NewerRecord(version)
    record, flaws = _read(text, value)
    if record is None or flaws:
        raise FlawedRecord(flaws)
    return record


def load_verdicts(text: str) -> Verdicts:
    """The verdicts that a JSON text holds, as the review page saved them. Raises ``NotJson`` and ``FlawedVerdicts``."""
    value = _load(text)
    flaws = [*_repeated_names(value)]
    unknown = _unknown_version(value, "verdicts are", KNOWN_VERDICTS)
    if unknown or flaws:
        raise FlawedVerdicts([*flaws, *([unknown] if unknown else [])])
    try:
        return verdicts_type().validate_json(text, strict=True)
    except ValidationError as error:
        raise FlawedVerdicts(_schema_flaws(error, value, VERDICTS_VERSION)) from None


def split_records(text: str, *, lines: bool = False) -> list[Entry]:
    """The records of a file: the whole text, or one for each line that is not blank.

    The text is taken as JSON Lines where ``lines`` says so, or where it has several lines of which the first is a
    JSON object on its own.
    """
    rows = [Entry(number, row) for number, row in enumerate(text.split("\n"), 1) if row.strip()]
    if lines or (len(rows) > 1 and _is_object(rows[0].text)):
        return rows
    return [Entry(None, text)]


def find_flaws(text: str) -> list[Flaw]:
    """The flaws of one record, in the order of its fields; raises ``NotJson``.

    What JSON leaves open is refused: names given twice in one object, NaN and infinite numbers. Beyond the schema,
    evidence must be as long as its quote, and sections and documents that are referred to must exist.
    """
    return _read(text, _load(text))[1]


def _read(text: str, value: object) -> tuple[Record | None, list[Flaw]]:
    """(the record, its flaws); a record that the schema refuses is None."""
    flaws = list(_repeated_names(value))
    unknown = _unknown_version(value)
    if unknown:
        return None, [*flaws, unknown]
    try:
        record = record_type().validate_json(text.removeprefix("\ufeff"), strict=True)
    except ValidationError as error:
        return None, [*flaws, *_schema_flaws(error, value)]
    return record, [*flaws, *inner_flaws(record)]


class _Object(dict[str, object]):
    """A JSON object that remembers which names it was given twice."""

    repeated: Sequence[str] = ()


def _object(pairs: list[tuple[str, object]]) -> _Object:
    made, repeated = _Object(), list[str]()
    for name, value in pairs:
        if name in made:
            repeated.append(name)
        made[name] = value
    if repeated:
        made.repeated = repeated
    return made


def _load(text: str) -> object:
    if not text.strip():
        raise NotJson("it is empty")
    if len(text) > LONGEST:
        megabytes = LONGEST // 1_000_000
        raise LimitExceeded(f"a record of more than {megabytes} MB", "parse the document again, in parts")
    try:
        value: object = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg} at column {error.colno}", error.lineno) from None
    except RecursionError:
        raise NotJson("it is nested too deeply") from None
    except ValueError:
        raise NotJson("a number in it has too many digits") from None
    for place, part in _walk(value):
        if isinstance(part, float) and not math.isfinite(part):
            raise NotJson(f"the number at {_pointer(place)} is not finite")
    return value


def _is_object(row: str) -> bool:
    try:
        return isinstance(_load(row), dict)
    except NotJson:
        return False


def _walk(value: object) -> Iterator[tuple[_Place, object]]:
    """Every value with its place, in order; without recursion, for values may be nested as deep as they like."""
    waiting: list[tuple[_Place, object]] = [(None, value)]
    while waiting:
        place, part = waiting.pop()
        yield place, part
        inner: list[tuple[_Place, object]] = []
        if isinstance(part, dict):
            inner = [((place, name), each) for name, each in part.items()]
        elif isinstance(part, list):
            inner = [((place, index), each) for index, each in enumerate(part)]
        waiting.extend(reversed(inner))


def _pointer(place: _Place) -> str:
    """A place as a JSON Pointer. Only places that are told are spelt: names may be as long as the file."""
    steps = []
    while place is not None:
        place, step = place
        steps.append(f"/{_token(step)}")
    return "".join(reversed(steps))


def _token(name: object) -> str:
    return str(name).replace("~", "~0").replace("/", "~1")


def _repeated_names(value: object) -> Iterator[Flaw]:
    for place, part in _walk(value):
        if isinstance(part, _Object):
            for name in dict.fromkeys(part.repeated):
                yield Flaw(_pointer((place, name)), "is given twice; give it once")


def _unknown_version(value: object, such: str = "a record is", known: tuple[str, ...] = KNOWN_VERSIONS) -> Flaw | None:
    if not isinstance(value, dict):
        return Flaw("", f"is {shown(value)}; {such} a JSON object")
    words = " and ".join(f'"{version}"' for version in known)
    if "schema_version" not in value:
        return Flaw("/schema_version", f"is missing; this program knows {words}")
    version = value["schema_version"]
    if version not in known:
        return Flaw("/schema_version", f"is {shown(version)}, which is unknown; this program knows {words}")
    return None


def _is_newer(version: str) -> bool:
    if not re.fullmatch(r"\d{1,4}(?:\.\d{1,4}){2}", version):
        return False
    return [int(number) for number in version.split(".")] > [int(number) for number in SCHEMA_VERSION.split(".")]


def _schema_flaws(error: ValidationError, value: object, version: str = SCHEMA_VERSION) -> list[Flaw]:
    """One flaw for each place; a place that fits none of several types has them all in its flaw."""
    told: dict[str, str] = {}
    for detail in error.errors(include_url=False, include_context=False):
        pointer, found = _place(detail["loc"], value, missing=detail["type"] == "missing")
        what = _what(detail["type"], detail["msg"], version)
        if not what.startswith("should"):
            told[pointer] = what
        elif pointer in told:
            told[pointer] += f" or {what}"
        else:
            told[pointer] = f"is {shown(found)}; it {what}"
    return [Flaw(pointer, what) for pointer, what in told.items()]


def _what(kind: str, message: str, version: str) -> str:
    if kind == "missing":
        return "is missing; it is always there"
    if kind == "unexpected_keyword_argument":
        return f"is no field of schema {version}; take it out"
    return re.sub(r"^\w+ should", "should", message)


def _place(location: tuple[int | str, ...], value: object, *, missing: bool) -> tuple[str, object]:
    """Pointer and value of a place; the names of types that pydantic adds for unions are left out."""
    pointer = ""
    for step in location:
        inner = _inner(value, step)
        if inner is _NOTHING and not (missing and step == location[-1]):
            break
        pointer, value = f"{pointer}/{_token(step)}", inner
    return pointer, value


_NOTHING = object()


def _inner(value: object, step: int | str) -> object:
    if isinstance(value, dict):
        return value.get(step, _NOTHING)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return _NOTHING
