"""The tables of an export, one after another: which columns each has and where their cells come from."""

from __future__ import annotations

from ciextract.export import lines
from ciextract.export.columns import Column, Kind, Table


def _entry(name: str, kind: Kind, description: str) -> Column:
    """A column that is called as its field of the entry is."""
    return Column(name, kind, f"entry.{name}", description)


_KEYS = (
    Column("id", "string", "id", "Key of the row."),
    Column("record_id", "string", "record.record_id", "Key of the record, in inspections."),
    Column("programme", "string", "record.inspection.programme", "Programme that the record is of."),
    Column("area_name", "string", "area.name", "Council area; empty where the record is about several."),
    Column("area_code", "string", "area.code", "GSS code of the council area."),
)
_PLACE = (
    Column("document_id", "string", "document", "Part of the file, in documents."),
    Column("section_id", "string", "section", "Section, in sections."),
)
_EVIDENCE = (
    Column("quote", "string", "evidence.quote", "The words of the document that the row comes from."),
    Column("start", "integer", "evidence.start", "First code point of the quote in the canonical text."),
    Column("end", "integer", "evidence.end", "The code point after the quote."),
    Column("page", "integer", "evidence.page", "Page on which the quote starts, from 1."),
    Column("line", "integer", "evidence.line", "Line of the source file, from 1, for plain text."),
    Column("boxes", "string", "boxes", "Boxes of the quote on its page as JSON: x0, top, x1, bottom in points."),
)
_SOURCE = (
    Column("source_file", "string", "source.file_name", "Name of the file that was read."),
    Column("source_sha256", "string", "source.sha256", "Hash of the file that was read."),
    Column("source_url", "string", "source.url", "Public address of the document, as given."),
)
_RULE = _entry("rule", "string", "Address of the rule that made the row.")
_RECORD = ("record_id", "inspections")
_DOCUMENT = ("document_id", "documents")
_SECTION = ("section_id", "sections")


def _signed(*columns: Column) -> tuple[Column, ...]:
    """The columns of entries that say their document, section, rule and evidence."""
    return (*_KEYS, *_PLACE, *columns, _RULE, *_EVIDENCE, *_SOURCE)


def _layer(name: str, description: str, *columns: Column) -> Table:
    return Table(name, description, lines.layer(name), _signed(*columns), (_RECORD, _DOCUMENT, _SECTION))


INSPECTIONS = Table(
    "inspections",
    "One row for each record: one inspection as one file tells it.",
    lines.inspections,
    (
        *_KEYS,
        Column("period_start", "string", "record.inspection.period.start", "Stated start, a day or a month."),
        Column("period_end", "string", "record.inspection.period.end", "Stated end, a day or a month."),
        Column("complete", "boolean", "record.complete", "Whether all of the file could be read."),
        Column("pages", "integer", "source.pages", "Pages of the file."),
        Column("characters", "integer", "source.characters", "Code points of the canonical text."),
        Column("media_type", "string", "source.media_type", "Type of the file."),
        Column("text_layer", "string", "source.text_layer", "Where the text comes from."),
        Column("retrieved", "string", "source.retrieved", "Date of retrieval, as given."),
        Column("extractor_version", "string", "record.extractor.version", "Version of the program."),
        Column("schema_version", "string", "record.schema_version", "Version of the record's schema."),
        *_EVIDENCE,
        *_SOURCE,
    ),
    (),
)
AREAS = Table(
    "areas",
    "One row for each council area that was inspected.",
    lines.areas,
    (*_KEYS, _RULE, *_EVIDENCE, *_SOURCE),
    (_RECORD,),
)
DOCUMENTS = Table(
    "documents",
    "One row for each document of a file; a file can hold a committee paper, a report and a plan.",
    lines.documents,
    (
        *_KEYS,
        _entry("kind", "string", "What the document is."),
        _entry("title", "string", "Title as printed."),
        Column("published", "string", "entry.published.date", "Date of publication: a day, a month or a year."),
        Column("precision", "string", "entry.published.precision", "How much of the date is stated."),
        _entry("publication_code", "string", "Code of the publication."),
        Column("text_start", "integer", "entry.start", "First code point of the document."),
        Column("text_end", "integer", "entry.end", "The code point after the document."),
        _RULE,
        *_EVIDENCE,
        *_SOURCE,
    ),
    (_RECORD,),
)
SECTIONS = Table(
    "sections",
    "One row for each heading with the text under it; section_id is the section above.",
    lines.sections,
    _signed(
        _entry("kind", "string", "Kind of the heading."),
        _entry("number", "string", "Number of a statement, question or appendix."),
        _entry("title", "string", "Heading as printed."),
        _entry("level", "integer", "1 for a top heading, 0 for what stands before the first."),
        _entry("role", "string", "What the section is for within its statement."),
        _entry("text", "string", "The section's own text, sub-sections left out."),
    ),
    (_RECORD, _DOCUMENT, _SECTION),
)
KEY_MESSAGES = _layer(
    "key_messages",
    "One row for each key message.",
    _entry("kind", "string", "Strength, area for improvement or message."),
    _entry("number", "integer", "Printed number."),
    _entry("statement", "integer", "Statement that it belongs to."),
    _entry("text", "string", "The message, word for word."),
)
EVALUATIONS = _layer(
    "evaluations",
    "One row for each grade of an indicator, or its stated absence.",
    _entry("indicator", "string", "Number of the indicator."),
    _entry("indicator_name", "string", "Name of the indicator."),
    _entry("year", "integer", "Year that an overview gives."),
    _entry("status", "string", "Evaluated or not evaluated."),
    _entry("grade", "string", "Grade on the six-point scale."),
    _entry("score", "integer", "The grade as a number from 1 to 6."),
    _entry("printed", "string", "The grade as printed."),
    _entry("reason", "string", "Stated reason why there is no grade."),
)
GRADE_COUNTS = _layer(
    "grade_counts",
    "One row for each stated number of indicators that were given a grade without being named.",
    _entry("count", "integer", "How many indicators."),
    _entry("grade", "string", "Grade on the six-point scale."),
    _entry("score", "integer", "The grade as a number from 1 to 6."),
    _entry("printed", "string", "The grade as printed."),
    _entry("total", "integer", "Stated number of indicators that were graded."),
)
WORDED_CONCLUSIONS = _layer(
    "worded_conclusions",
    "One row for each conclusion of a programme that gives no grades.",
    _entry("about", "string", "Area of work, as the programme names it."),
    _entry("text", "string", "The conclusion as printed."),
)
PROGRESS = _layer(
    "progress",
    "One row for each statement of progress in a review.",
    _entry("text", "string", "The words that say how much."),
    _entry("subject", "string", "What progress was made in, as printed."),
    _entry("sentence", "string", "The whole sentence."),
)
PROPORTIONS = _layer(
    "proportions",
    "One row for each share of a population.",
    _entry("form", "string", "Word, fraction, percentage or tally."),
    _entry("quantifier", "string", "The quantity word in a fixed spelling."),
    _entry("rank", "integer", "Place of the quantity word from none (0) to all (7)."),
    _entry("fraction", "string", "The fraction, as 3/4."),
    _entry("value", "number", "Percent, for percentages."),
    _entry("relation", "string", "How the value stands to the share: exactly, over, under and so on."),
    _entry("measure", "string", "Share, change or target."),
    _entry("count", "integer", "How many, for a tally."),
    _entry("total", "integer", "Of how many, for a tally."),
    Column("low", "number", "entry.bounds.low", "Lower bound in percent."),
    Column("high", "number", "entry.bounds.high", "Upper bound in percent."),
    Column("low_inclusive", "boolean", "entry.bounds.low_inclusive", "Whether the lower bound itself is meant."),
    Column("high_inclusive", "boolean", "entry.bounds.high_inclusive", "Whether the upper bound itself is meant."),
    Column("basis", "string", "entry.bounds.basis", "Where the bounds come from."),
    Column("scale", "string", "entry.bounds.scale", "The published scale, where one was asked for."),
    Column("population", "string", "entry.population.text", "The noun phrase that the share is taken of."),
    Column("category", "string", "entry.population.category", "Whom or what the share is about."),
    Column("grade_min", "string", "entry.grade.min", "Lowest grade of a condition on quality."),
    Column("grade_max", "string", "entry.grade.max", "Highest grade of a condition on quality."),
    _entry("statement", "integer", "Statement in which it stands."),
    _entry("sentence", "string", "The whole sentence."),
)
EVIDENCE_BASE = _layer(
    "evidence_base",
    "One row for each thing that the inspectors gathered.",
    _entry("activity", "string", "Survey, record review, meeting and so on."),
    Column("population", "string", "entry.population.text", "Whom the figure counts, in the document's words."),
    Column("category", "string", "entry.population.category", "Whom or what the figure counts."),
    _entry("count", "integer", "The figure."),
    _entry("relation", "string", "How the figure stands to the true number."),
)
GLOSSARY = _layer(
    "glossary",
    "One row for each term that a document defines.",
    _entry("term", "string", "The term."),
    _entry("definition", "string", "What it means."),
)
TABLES = _layer("tables", "One row for each printed table.", _entry("title", "string", "Title of the table."))
TABLE_CELLS = Table(
    "table_cells",
    "One row for each cell of a printed table; its evidence is the table's, in tables.",
    lines.cells,
    (
        *_KEYS,
        Column("table_id", "string", "entry.table", "Table, in tables."),
        _entry("row", "integer", "Row below the head row, from 1."),
        _entry("column", "integer", "Column, from 1."),
        _entry("header", "string", "Text of the column's head."),
        _entry("text", "string", "Text of the cell."),
        *_SOURCE,
    ),
    (_RECORD, ("table_id", "tables")),
)
ACTIONS = _layer(
    "actions",
    "One row for each row of a plan of action.",
    _entry("ref", "string", "Reference of the row."),
    _entry("statement", "integer", "Statement that it answers."),
    _entry("issue", "string", "What is to be improved."),
    _entry("task", "string", "What will be done."),
    _entry("expected_outcome", "string", "What will be different."),
    _entry("owner", "string", "Who answers for it."),
    _entry("monitoring", "string", "How it will be known."),
    _entry("timescale", "string", "By when."),
)
CONCLUSIONS = Table(
    "conclusions",
    "One row for each conclusion about the capacity to improve.",
    lines.conclusions,
    _signed(
        _entry("confident", "boolean", "Whether the inspectorate is confident; empty where it does not say."),
        _entry("action_plan_requested", "boolean", "Whether a plan is asked for."),
    ),
    (_RECORD, _DOCUMENT),
)
CONCLUSION_REASONS = Table(
    "conclusion_reasons",
    "One row for each listed reason of a conclusion.",
    lines.reasons,
    (*_KEYS, _entry("text", "string", "The reason, word for word."), *_EVIDENCE, *_SOURCE),
    (_RECORD,),
)
QUOTATIONS = _layer(
    "quotations",
    "One row for each quotation of a named speaker.",
    _entry("speaker", "string", "The speaker."),
    _entry("role", "string", "The speaker's role."),
    _entry("text", "string", "The words."),
)
CHECKS = Table(
    "checks",
    "One row for each check of a document against itself; the evidence is the first of the check's.",
    lines.checks,
    (
        *_KEYS,
        Column("check", "string", "entry.id", "What is checked."),
        _entry("status", "string", "Pass, fail or not made."),
        _entry("message", "string", "Both sides of the check."),
        *_EVIDENCE,
        *_SOURCE,
    ),
    (_RECORD,),
)
ALSO = Table(
    "also",
    "One row for each further source of a merged record that says the same as a row of another table.",
    lines.repeated,
    _signed(
        Column("of_table", "string", "entry.table", "Table of the row."),
        Column("of_id", "string", "entry.row", "Key of the row."),
    ),
    (_RECORD, _DOCUMENT, _SECTION),
)

TABLES_IN_ORDER = (
    INSPECTIONS,
    AREAS,
    DOCUMENTS,
    SECTIONS,
    KEY_MESSAGES,
    EVALUATIONS,
    GRADE_COUNTS,
    WORDED_CONCLUSIONS,
    PROGRESS,
    PROPORTIONS,
    EVIDENCE_BASE,
    GLOSSARY,
    TABLES,
    TABLE_CELLS,
    ACTIONS,
    CONCLUSIONS,
    CONCLUSION_REASONS,
    QUOTATIONS,
    CHECKS,
    ALSO,
)
"""A table stands after those that it points to."""
