"""In: the mappings of a gold file. Out: nothing, or an error that names file, line, key and what would be accepted.

The keys are those of the gold README, the words those of the annotation guide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from .entry import Entry
from .folding import fold

_KINDS = "inspection_report overview_report news_release committee_paper improvement_plan other"
_SECTIONS = (
    "foreword introduction remit terms approach method key_facts key_messages strengths areas_for_improvement "
    "quality_indicator statement question topic part evidence_base reflection conclusion next_steps appendix glossary "
    "contact executive_summary background proposals implications consultation improvement_plan other"
)
_GRADES = "unsatisfactory weak adequate good very_good excellent"
_CATEGORIES = "children parents_carers staff leaders records partnerships general_population other"
_RELATIONS = "exactly about just_over over at_least just_under under at_most"
_QUANTIFIERS = "all almost_all most majority half minority few none not_all fraction percentage tally"
_ACTIVITIES = "survey record_review meeting focus_group observation document_review position_statement"
_NOTE = ("note",)  # for people; allowed in every mapping and never read


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of one kind of mapping, and the words that some of them may hold."""

    needed: tuple[str, ...]
    may: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def check(self, entry: Entry) -> None:
        """Refuse unknown keys, missing keys and unknown words."""
        for key in entry.values:
            if key not in self.needed + self.may + _NOTE:
                raise entry.odd(str(key), f"unknown key; known are {', '.join(self.needed + self.may)}")
        for key in self.needed:
            if not entry.has(key):
                raise entry.odd(key, "is missing")
        for key, words in self.words.items():
            word = entry.text(key)
            if word is not None and word not in words.split():
                raise entry.odd(key, f"unknown word {word!r}; known are {', '.join(words.split())}")


_DATED = ("published", "precision")
_DOCUMENT = Shape(("kind",), ("title", *_DATED, "publication_code"), {"kind": _KINDS, "precision": "day month year"})
_INSPECTION = Shape(("programme", "areas"), ("period", "partners"))
_PERIOD = Shape(("start", "end"))
_CONCLUSION = Shape(("confident", "action_plan_requested"), ("reasons",))
_GRADE = Shape(("min", "max"), (), {"min": _GRADES, "max": _GRADES})
LISTS: Mapping[str, Shape] = {
    "sections": Shape(("kind", "title", "level"), ("number", "role", "part"), {"kind": _SECTIONS}),
    "key_messages": Shape(
        ("kind", "section", "text"), ("number", "part"), {"kind": "strength area_for_improvement message"}
    ),
    "evaluations": Shape(
        ("indicator", "area", "status", "grade"),
        ("name", "year", "reason", "quote", "part"),
        {"status": "evaluated not_evaluated", "grade": _GRADES},
    ),
    "proportions": Shape(
        ("quote", "sentence", "form", "quantifier", "relation", "value", "population", "category", "grade"),
        ("section", "statement", "measure", "count", "total", "part"),
        {"form": "word fraction percentage tally", "quantifier": _QUANTIFIERS, "relation": _RELATIONS,
         "category": _CATEGORIES, "measure": "share change target"},
    ),
    "evidence_base": Shape(
        ("activity", "population", "count"), ("relation", "quote", "part"),
        {"activity": _ACTIVITIES, "population": _CATEGORIES, "relation": _RELATIONS},
    ),
    "glossary": Shape(("term", "definition"), ("part",)),
    "tables": Shape(("title", "header", "rows"), ("first_row", "last_row", "part")),
    "actions": Shape(
        ("ref", "issue"), ("statement", "task", "expected_outcome", "owner", "monitoring", "timescale", "part")
    ),
    "grade_counts": Shape(("count", "grade", "total", "area"), ("part",), {"grade": _GRADES}),
    "worded_conclusions": Shape(("about", "text", "area"), ("part",)),
    "progress": Shape(("text", "subject", "area"), ("part",)),
    "quotations": Shape(("speaker", "text_start", "text_end"), ("role", "part")),
}  # fmt: skip
_FILE = Shape(("document", "inspection"), ("source", "parts", "conclusion", *LISTS))


def check_gold(gold: Entry) -> None:
    """Check a whole gold file."""
    _FILE.check(gold)
    for part in gold.entries("parts"):
        _DOCUMENT.check(part)
    _DOCUMENT.check(section_of(gold, "document"))
    inspection = section_of(gold, "inspection")
    _INSPECTION.check(inspection)
    period = inspection.child("period")
    if period is not None:
        _PERIOD.check(period)
    if gold.has("conclusion"):
        _CONCLUSION.check(section_of(gold, "conclusion"))
    for name, shape in LISTS.items():
        for entry in gold.entries(name):
            shape.check(entry)
    for proportion in gold.entries("proportions"):
        _check_proportion(proportion)


def section_of(gold: Entry, key: str) -> Entry:
    """A mapping that must not be empty."""
    entry = gold.child(key)
    if entry is None or not entry.values:
        raise gold.odd(key, "is empty")
    return entry


def _check_proportion(entry: Entry) -> None:
    grade = entry.child("grade")
    if grade is not None:
        _GRADE.check(grade)
    if fold(entry.needed("quote")) not in fold(entry.needed("sentence")):
        raise entry.odd("quote", "does not stand in the sentence")
    _check_share(entry)


def _check_share(entry: Entry) -> None:
    form = entry.needed("form")
    if form == "percentage":
        if entry.decimal("value") is None:
            raise entry.odd("value", "expected the percent, as a number")
    elif form == "fraction":
        try:
            Fraction(entry.needed("value"))
        except ValueError:
            raise entry.odd("value", "expected a fraction such as '3/4'") from None
    elif form == "tally":
        count, _, total = entry.needed("value").partition("/")
        if not (count.isdigit() and total.isdigit()):
            raise entry.odd("value", "expected a tally such as '11/13'")
    elif entry.values["value"] is not None:
        raise entry.odd("value", "expected null for the form word")
