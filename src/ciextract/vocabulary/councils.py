"""Text in, the council areas that it names out, under official names and codes. Which was inspected is not judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from pydantic import Field

from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import alternatives


class Council(FileModel):
    """A council area: official name, GSS code, the codes it had before, other spellings."""

    name: str
    code: str = Field(pattern=r"^S12\d{6}$")
    former_codes: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaName:
    """A council area and where text names it."""

    council: Council
    start: int
    end: int


class Councils(FileModel):
    """All council areas, and the phrases in which their names mean something else."""

    not_areas: tuple[str, ...]
    council: tuple[Council, ...] = Field(min_length=32, max_length=32)

    @cached_property
    def by_spelling(self) -> dict[str, Council]:
        names = {spelling: council for council in self.council for spelling in council.spellings}
        names |= {council.name: council for council in self.council}
        return {name.upper(): council for name, council in names.items()} | names

    @cached_property
    def pattern(self) -> str:
        """Any name or spelling, the longest first."""
        return alternatives(list(self.by_spelling))

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-]){self.pattern}(?![\w-])")

    @cached_property
    def _others(self) -> re.Pattern[str]:
        forms = (re.escape(form).replace(r"\ ", " ").replace(r"\{name\}", self.pattern) for form in self.not_areas)
        return re.compile("|".join(forms))

    @cached_property
    def _shortest(self) -> tuple[str, ...]:
        """Names and spellings that hold no other one: a text without any of these names no area."""
        names = sorted(self.by_spelling, key=len)
        return tuple(name for name in names if not any(other in name for other in names if other != name))

    def may_be_named_at(self, text: str) -> list[int]:
        """A cheap look: offsets at which an area may be named, in order; a text without any names none."""
        return sorted(place for name in self._shortest for place in _places(text, name))

    def named_in(self, text: str) -> Iterator[AreaName]:
        """Areas named in the text, in order; an area within another body's name is passed over."""
        others = [match.span() for match in self._others.finditer(text)]
        for match in self._names.finditer(text):
            if not any(start <= match.start() < end for start, end in others):
                yield AreaName(self.by_spelling[match[0]], match.start(), match.end())


def _places(text: str, name: str) -> Iterator[int]:
    place = text.find(name)
    while place >= 0:
        yield place
        place = text.find(name, place + 1)


@cache
def councils() -> Councils:
    """The councils of councils.toml."""
    return shipped("vocabulary", "councils.toml", Councils)
