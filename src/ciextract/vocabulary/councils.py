"""Text in, the council areas that it names out, under official names and codes. Which was inspected is not judged."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated

from ciextract.folding import WordIndex, shortest
from ciextract.frozen import frozen
from ciextract.shape import Limits
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import alternatives


class Council(FileModel):
    """A council area: official name, GSS code, the codes it had before, other spellings."""

    name: str
    code: Annotated[str, Limits(pattern=r"^S12\d{6}$")]
    former_codes: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


@frozen
class AreaName:
    """A council area and where text names it."""

    council: Council
    start: int
    end: int


class Councils(FileModel):
    """All council areas, and the phrases in which their names mean something else."""

    not_areas: tuple[str, ...]
    council: Annotated[tuple[Council, ...], Limits(min_length=32, max_length=32)]

    @cached_property
    def by_spelling(self) -> dict[str, Council]:
        names = {spelling: council for council in self.council for spelling in council.spellings}
        names |= {council.name: council for council in self.council}
        return {name.upper(): council for name, council in names.items()} | names

    @cached_property
    def pattern(self) -> str:
        """Any name or spelling, the longest first."""
        return alternatives(self.by_spelling)

    @cached_property
    def folded_pattern(self) -> str:
        """The same for expressions that do not regard case."""
        return alternatives(dict.fromkeys(name.lower() for name in self.by_spelling))

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-]){self.pattern}(?![\w-])")

    @cached_property
    def _others(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """The phrases in which names mean something else, cut where names stand: before and behind each name."""
        forms = (tuple(form.split("{name}")) for form in self.not_areas)
        return tuple((form[:slot], form[slot:]) for form in forms for slot in range(1, len(form)))

    @cached_property
    def _shortest(self) -> tuple[str, ...]:
        return shortest(self.by_spelling)

    def may_be_named_at(self, text: str, words: WordIndex) -> list[int]:
        """A cheap look: offsets at which an area may be named, in order. ``words`` are those of the text."""
        names = ((name, place) for name in self._shortest for place in words.places(name.lower()))
        return sorted({place for name, place in names if text.startswith(name, place)})

    def named_in(self, text: str) -> Iterator[AreaName]:
        """Areas named in the text, in order; an area within another body's name is passed over."""
        if not any(name in text for name in self._shortest):
            return
        for match in self._names.finditer(text):
            if not any(self._is_of_other(text, match, before, behind) for before, behind in self._others):
                yield AreaName(self.by_spelling[match[0]], match.start(), match.end())

    def _is_of_other(self, text: str, match: re.Match[str], before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
        """Whether the name stands between these parts of a phrase."""
        start, end = match.span()
        if not text.startswith(behind[0], end) or not text.endswith(before[-1], 0, start):
            return False
        return self._ends_with(text[:start], before) and self._begins_with(text[end:], behind)

    def _begins_with(self, text: str, form: tuple[str, ...]) -> bool:
        first, *rest = form
        if not text.startswith(first):
            return False
        text = text[len(first) :]
        names = (name for name in self.by_spelling if rest and text.startswith(name))
        return not rest or any(self._begins_with(text[len(name) :], tuple(rest)) for name in names)

    def _ends_with(self, text: str, form: tuple[str, ...]) -> bool:
        *rest, last = form
        if not text.endswith(last):
            return False
        text = text[: len(text) - len(last)]
        names = (name for name in self.by_spelling if rest and text.endswith(name))
        return not rest or any(self._ends_with(text[: len(text) - len(name)], tuple(rest)) for name in names)


@cache
def councils() -> Councils:
    """The councils of councils.toml."""
    return shipped("vocabulary", "councils.toml", Councils)
