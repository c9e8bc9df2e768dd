"""Invented documents for the tests: covers, papers, plans and releases put together from words of this project."""

from __future__ import annotations

from ciextract.outline import Outline
from ciextract.pipeline import parse, reading_of
from ciextract.programme.load import programmes
from ciextract.read import read_document

BY_NAME = {programme.name: programme for programme in programmes()}
AT_RISK = BY_NAME["children_at_risk_of_harm"]
IN_NEED = BY_NAME["children_in_need_of_care_and_protection"]
STATEMENTS = {heading.number: heading.titles[0] for heading in AT_RISK.heading if heading.kind == "statement"}
QUESTIONS = {heading.number: heading.titles[0] for heading in IN_NEED.heading if heading.kind == "question"}

THEME = AT_RISK.title.split(" of ", 1)[1]
PROSE = "Children told us that the people who worked with them kept their word and came when they said they would."
"""A paragraph that says nothing that any extractor looks for."""


def title_of(programme=AT_RISK, area="Moray"):
    """A report's title as covers print it."""
    title = programme.title.replace("inspections", "inspection")
    return f"Report of a {title[0].lower()}{title[1:]} in {area}"


def day_of(programme):
    """A day in a year in which no other programme of that title ran."""
    others = [one for one in BY_NAME.values() if one.title == programme.title and one != programme]
    years = range(programme.years[0], programme.years[-1] + 1)
    return f"14 May {next(year for year in years if not any(one.has_year(year) for one in others))}"


def cover(area="Moray", day=None, programme=AT_RISK):
    """The front page of a report."""
    day = day or ("14 May 2024" if programme == AT_RISK else day_of(programme))
    return lines(title_of(programme, area), "Prepared by the Care Inspectorate with other bodies", day)


def report(*body, area="Moray", day=None, programme=AT_RISK):
    """A report: its cover, an introduction, and what the test is about."""
    return lines(cover(area, day, programme), "Introduction", PROSE, *body)


def paper(*body, area="Moray", day="12 November 2023", subject="What the inspectors found in our area"):
    """A committee paper with its labels in two columns."""
    labels = f"Report to:\t{area} Integration Joint Board\nDate:\t{day}\nSubject:\t{subject}\nReport by:\tChief Officer"
    return lines(f"{area} Integration Joint Board {day}", labels, *body)


def plan(*rows, area="Moray", title=None):
    """An improvement plan with a ruled table; each row is a tuple of five cells, or a title across."""
    head = "Ref\tArea for improvement\tWhat we will do\tBy when\tLead"
    table = [row if isinstance(row, str) else "\t".join(row) for row in rows]
    table = [row if "\t" in row else f"{row}\t\t\t\t" for row in table]
    return lines(title or f"{area} Joint Inspection Improvement Plan", "\n".join([head, *table]))


def release(*body, area="Moray"):
    """A news release without a headline."""
    return lines(
        f"The Care Inspectorate has today published what it found when it looked at {THEME} in {area}.",
        *body,
        'Alex Example, Chief Executive of the Care Inspectorate, said: "We were glad of what we saw and say so."',
    )


def lines(*blocks):
    """Blocks of a text file, a blank line between each two."""
    return "\n\n".join(blocks)


def read(text):
    """The text as extractors read it."""
    return reading_of(read_document(text.encode()))


def record(text, **given):
    """The text's record."""
    return parse(text.encode(), **given)


def outline_of(text) -> Outline:
    return read(text).outline


def headings(text, part=None):
    """(kind, number, title) of every heading, in order, of all parts or of one."""
    return [
        (section.kind, section.number, section.title)
        for section in record(text).sections
        if section.title is not None and part in (None, section.document)
    ]


def kinds(text):
    """Kind and level of every heading, in order."""
    return [(section.kind, section.level) for section in record(text).sections if section.title is not None]


def parts(text):
    """Kinds of the documents of the file, in order."""
    return [part.kind.value for part in record(text).documents]
