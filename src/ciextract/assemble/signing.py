"""Spans in, evidence and addresses out: every value of a record is signed here and nowhere else."""

from __future__ import annotations

from ciextract import record
from ciextract.document import Document, Span
from ciextract.extractors.finding import Finding
from ciextract.extractors.reading import Reading
from ciextract.frozen import frozen


def evidence_at(document: Document, span: Span) -> record.Evidence:
    """The words at a span of a document and where they stand."""
    return record.Evidence(
        start=span.start,
        end=span.end,
        quote=document[span],
        page=document.page_of(span),
        boxes=[list(box) for box in document.boxes_of(span)],
        line=document.line_of(span),
    )


@frozen
class Signature:
    """What every entry has: the part that it stands in, the rule that made it, its evidence."""

    document: int
    rule: str
    evidence: record.Evidence


@frozen
class Address:
    """The section that an entry stands in, and the statement, where it is inside one."""

    section: str
    statement: int | None


class Signer:
    """Signs findings of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def evidence(self, span: Span) -> record.Evidence:
        """The words at the span and where they stand."""
        return evidence_at(self.reading.document, span)

    def signature(self, finding: Finding) -> Signature:
        """Part, rule and evidence of a finding."""
        part = self.reading.outline.part_at(finding.span.start)
        return Signature(part, finding.rule, self.evidence(finding.span))

    def address(self, finding: Finding) -> Address:
        """Section and statement of a finding."""
        section = self.reading.section_of(finding.span)
        return Address(section.id, section.statement)
