"""The bytes of a programme file in, everything that is wrong with it out: entry, key, what would be accepted instead.

Examples and counter-examples are held against their patterns. Nothing is mended, and no document is read.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from dataclasses import fields

from pydantic import ValidationError

from ciextract.errors import BadConfiguration
from ciextract.frozen import frozen
from ciextract.programme.load import programmes, shared_headings, shipped_text
from ciextract.programme.model import Programme
from ciextract.programme.patience import wears_out
from ciextract.programme.recognise import ENOUGH
from ciextract.vocabulary.files import UNKNOWN_KEY, FileModel, checked, file_of_user, tables_in
from ciextract.vocabulary.rules import NO_PATTERN, CompiledRule

ENDING = ".toml"
_SLOW = "takes too long on a text that repeats its words"
_QUICKER = "a pattern that can take a text in one way only; nothing repeated within what is repeated"
_SHORTEST = 3
"""Characters of an indicator's or a subject's name, at the least."""


@frozen
class Complaint:
    """What is wrong: the entry and its key ("sign 2 (at-home): weight"), what it is, what would be accepted."""

    where: str
    what: str
    accepted: str


def load_programme(name: str) -> Programme:
    """A shipped programme by its name, or the one of a user's TOML file. Raises BadConfiguration."""
    if not name.endswith(ENDING):
        found = next((one for one in programmes() if one.name == name.replace("-", "_")), None)
        if found is None:
            known = ", ".join(one.name for one in programmes())
            raise BadConfiguration(f"no programme is called {name!r}", f"known are {known}; or give a {ENDING} file")
        return found
    content = programme_text(name)
    wrong = next(complaints(content, name), None)
    if wrong is not None:
        accepted = f"{wrong.accepted}; ciextract programme check tells all that is wrong"
        raise BadConfiguration(": ".join(part for part in (name, wrong.where, wrong.what) if part), accepted)
    return checked(content, name, Programme)


def programme_text(name: str) -> bytes:
    """The bytes of a shipped programme's file, by its name, or of a user's file. Raises BadConfiguration."""
    if not name.endswith(ENDING):
        return shipped_text(load_programme(name).name)
    return file_of_user(name)


def complaints(content: bytes, name: str) -> Iterator[Complaint]:
    """Everything that is wrong, in the order of the file; what depends on a wrong key is not looked at."""
    try:
        programme = checked(content, name, Programme)
    except BadConfiguration as error:
        if isinstance(error.__cause__, ValidationError):
            yield from _of_schema(error.__cause__, tables_in(content, name))
        else:
            yield Complaint("", error.what.removeprefix(f"{name}: "), error.remedy)
        return
    yield from _of_signs(programme)
    yield from _of_headings(programme)
    yield from _of_names(programme)
    yield from _of_scale(programme)


# What the model refuses


def _of_schema(error: ValidationError, file: dict[str, object]) -> Iterator[Complaint]:
    found = error.errors(include_url=False)
    for wrong in found:
        steps = wrong["loc"]
        if wrong["type"] == "too_short" and any(len(one["loc"]) > 1 and one["loc"][0] == steps[0] for one in found):
            continue  # a wrong entry is not counted; it is told by itself
        model = _model_at(steps)
        keys = ", ".join(each.name for each in fields(model))
        where = _where(steps, file)
        if wrong["type"] == UNKNOWN_KEY:
            yield Complaint(where, "unknown key", f"accepted here: {keys}")
        elif wrong["type"] == "missing":
            yield Complaint(where, "is missing", f"a key of {keys}")
        else:
            what = f"is {_shown(wrong['input'])}" if steps else "is not right"
            yield Complaint(where, what, wrong["msg"].removeprefix("Value error, "))


def _model_at(steps: tuple[int | str, ...]) -> type[FileModel]:
    """The model of the table that a key stands in."""
    model: type[FileModel] = Programme
    for step in steps[:-1]:
        inner = typing.get_args(typing.get_type_hints(model).get(str(step)))
        model = next((one for one in inner if isinstance(one, type) and issubclass(one, FileModel)), model)
    return model


def _where(steps: tuple[int | str, ...], file: dict[str, object]) -> str:
    """'sign 2 (at-home): weight' for ("sign", 1, "weight")."""
    if len(steps) > 1 and isinstance(steps[1], int):
        entries = file.get(str(steps[0]))
        entry = entries[steps[1]] if isinstance(entries, list) else None
        place = _entry(str(steps[0]), steps[1], entry if isinstance(entry, dict) else {})
        return ": ".join([place, *(str(step) for step in steps[2:])])
    return ".".join(str(step) for step in steps)


def _entry(table: str, index: int, entry: dict[str, object]) -> str:
    named = next((entry[key] for key in ("id", "name", "kind") if key in entry), None)
    return f"{table} {index + 1}" + (f" ({named})" if named is not None else "")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


# What the words say against each other


def _of_signs(programme: Programme) -> Iterator[Complaint]:
    seen: set[str] = set()
    for index, sign in enumerate(programme.sign):
        where = _entry("sign", index, {"id": sign.id})
        if sign.id in seen:
            yield Complaint(f"{where}: id", "is used twice", "an id of its own")
        seen.add(sign.id)
        try:
            rule = CompiledRule(sign, "programmes", {})
            rule.expression  # noqa: B018 - compiled here, that a wrong one is told with its place
        except BadConfiguration as error:
            yield Complaint(f"{where}: pattern", f"is no regular expression: {error.__cause__}", "correct the pattern")
            continue
        if wears_out(rule.expression, (*sign.takes, *sign.leaves)):
            yield Complaint(f"{where}: pattern", _SLOW, _QUICKER)
            continue
        for text in sign.takes:
            if rule.search(text) is None:
                yield Complaint(f"{where}: takes", f"the pattern does not take {text!r}", "correct one of them")
        for text in sign.leaves:
            if rule.search(text) is not None:
                yield Complaint(f"{where}: leaves", f"the pattern takes {text!r}", "correct one of them")
        if not sign.leaves:
            yield Complaint(f"{where}: leaves", "is empty", "a text that looks like the sign and is none")
    if 2 * sum(sign.weight for sign in programme.sign) < ENOUGH:
        accepted = f"{ENOUGH} in all, those at the beginning of a document doubled"
        yield Complaint("sign", "the weights are too small for any document", accepted)


def _of_headings(programme: Programme) -> Iterator[Complaint]:
    known = shared_headings().kind
    kinds: dict[str, str] = {}
    tables = [("heading", index, one.kind, one.titles) for index, one in enumerate(programme.heading)]
    tables += [("stem", index, one.kind, ()) for index, one in enumerate(programme.stem)]
    for table, index, kind, titles in tables:
        where = _entry(table, index, {"kind": kind})
        if kind not in known:
            yield Complaint(f"{where}: kind", f"is {kind!r}, which is unknown", f"accepted: {', '.join(known)}")
        for title in titles:
            if kinds.setdefault(title.lower(), kind) != kind:
                yield Complaint(f"{where}: titles", f"{title!r} has another kind too", "each title under one kind")


def _of_names(programme: Programme) -> Iterator[Complaint]:
    seen: set[str] = set()
    tables = [("indicator", index, one.name, one.spellings) for index, one in enumerate(programme.indicator)]
    tables += [("subject", index, one.name, one.spellings) for index, one in enumerate(programme.subject)]
    for table, index, own, spellings in tables:
        where = _entry(table, index, {"name": own})
        for name in (own, *spellings):
            if len(name.strip()) < _SHORTEST:
                yield Complaint(where, f"the name {name!r} is too short", f"{_SHORTEST} characters or more")
            if f"{table} {name.lower()}" in seen:
                yield Complaint(where, f"the name {name!r} is used twice", "each name once")
            seen.add(f"{table} {name.lower()}")
    for index, one in enumerate(programme.indicator):
        where = _entry("indicator", index, {"name": one.name})
        for pattern in one.patterns:
            try:
                expression = re.compile(pattern, re.IGNORECASE)
            except NO_PATTERN as error:
                yield Complaint(f"{where}: patterns", f"{pattern!r} is no regular expression: {error}", "correct it")
                continue
            if wears_out(expression, (one.name, *one.spellings)):
                yield Complaint(f"{where}: patterns", f"{pattern!r} {_SLOW}", _QUICKER)


def _of_scale(programme: Programme) -> Iterator[Complaint]:
    grades = programme.scale not in (None, "worded")
    if not grades and any(one.graded for one in programme.indicator):
        yield Complaint("indicator", "is graded, and the scale has no grades", "scale six_point, or graded left out")
    if programme.scale == "worded" and not programme.subject:
        yield Complaint("subject", "is missing", "with the scale worded, what the conclusions are about")
    if programme.scale != "worded" and programme.subject:
        yield Complaint("subject", "has no use with this scale", "the scale worded")
