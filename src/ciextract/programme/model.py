"""The model of a programme file and of the shared words of headings; what a file says, checked whole at load."""

from typing import Annotated, Literal

from ciextract.shape import Limits
from ciextract.vocabulary.files import FileModel
from ciextract.vocabulary.rules import Rule

Titles = tuple[str, ...]
SCHEMA_VERSION = "1.0.0"
"""The version of the schema of programme files; a new one where a file that was right is not any longer."""


class Sign(Rule):
    """Something by which a document shows its programme; ``weight`` adds up."""

    weight: Annotated[int, Limits(ge=1, le=3)]


class HeadingWords(FileModel):
    """Titles of one kind of heading; ``number`` where the heading has one of its own.

    ``verified`` is false where nobody has seen the titles in print: they find headings and say nothing of themselves.
    """

    kind: str
    number: int | None = None
    titles: Annotated[Titles, Limits(min_length=1)]
    verified: bool = True


class Stem(FileModel):
    """Words with which the headings of a kind begin."""

    kind: str
    words: Annotated[Titles, Limits(min_length=1)]


class Indicator(FileModel):
    """A quality indicator. ``number`` is left out where it is not verified; ``graded`` indicators get evaluations.

    ``patterns`` are regular expressions that take names with words between them.
    """

    number: Annotated[str, Limits(pattern=r"^\d{1,2}(\.\d{1,2})?$")] | None = None
    name: str
    spellings: Titles = ()
    patterns: Titles = ()
    graded: bool = False


class Subject(FileModel):
    """An area of work that a worded conclusion is about, with other ways of naming it."""

    name: str
    spellings: Titles = ()


Scale = Literal["six_point", "six_point_satisfactory", "worded"]
"""Six grades, the third of them called adequate or satisfactory; or conclusions in words, without grades."""


class Programme(FileModel):
    """A programme of joint inspections: how it is recognised, what its documents have headings for, what it grades.

    ``years`` are the first and the last, or the first alone while a programme goes on.
    """

    name: Annotated[str, Limits(pattern=r"^[a-z0-9_]+$")]
    title: str
    years: Annotated[tuple[int, ...], Limits(min_length=1, max_length=2)]
    partners: tuple[str, ...]
    scale: Scale | None
    sign: Annotated[tuple[Sign, ...], Limits(min_length=2)]
    heading: tuple[HeadingWords, ...] = ()
    stem: tuple[Stem, ...] = ()
    indicator: tuple[Indicator, ...] = ()
    subject: tuple[Subject, ...] = ()

    def __post_init__(self) -> None:
        if self.years[0] > self.years[-1]:
            raise ValueError("years: the first must not be after the second")

    def has_year(self, year: int) -> bool:
        """The programme ran in that year."""
        return self.years[0] <= year and (len(self.years) == 1 or year <= self.years[1])


class KindWords(FileModel):
    """Where headings of a kind stand in the tree; see headings.toml."""

    rank: Literal[0, 1, 2]
    under: tuple[str, ...] = ()
    holds: bool = False
    closes: bool = False


class LabelWords(FileModel):
    """Words before the number of a labelled heading."""

    kind: str
    words: Annotated[Titles, Limits(min_length=1)]


class RoleWords(FileModel):
    """Words in the title of an appendix that tell what it holds."""

    role: str
    words: Annotated[Titles, Limits(min_length=1)]


class Summary(FileModel):
    """Kinds of headings below which a summary of the whole stands."""

    under: tuple[str, ...]


class SharedHeadings(FileModel):
    """headings.toml: kinds, labels, roles and titles that all programmes share; ``names`` stand in ``run_in``.

    ``chapters`` are words before the number of a heading of any kind.
    """

    kind: dict[str, KindWords]
    label: tuple[LabelWords, ...]
    chapters: Titles
    stem: tuple[Stem, ...]
    worded: tuple[Rule, ...]
    summary: Summary
    in_summary: tuple[Rule, ...]
    run_in: tuple[Rule, ...]
    names: dict[str, str]
    role: tuple[RoleWords, ...]
    heading: tuple[HeadingWords, ...]

    def __post_init__(self) -> None:
        used = {heading.kind for heading in self.heading} | {label.kind for label in self.label}
        used.update(stem.kind for stem in self.stem)
        used.update(rule.value for rule in (*self.worded, *self.in_summary, *self.run_in) if rule.value is not None)
        used.update(self.summary.under)
        used.update(name for kind in self.kind.values() for name in kind.under)
        unknown = sorted(used - self.kind.keys())
        if unknown:
            raise ValueError(f"kinds without an entry under [kind]: {', '.join(unknown)}")
