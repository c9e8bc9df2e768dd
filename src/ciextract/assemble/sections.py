"""The outline in, the record's sections out."""

from __future__ import annotations

from ciextract import record
from ciextract.assemble.signing import Signer
from ciextract.outline.model import SectionFound

PREAMBLE = "outline/tree#preamble"


def sections(signer: Signer) -> list[record.Section]:
    """Every section in reading order; their own texts tile the canonical text."""
    return [_section(signer, section) for section in signer.reading.outline.sections]


def _section(signer: Signer, section: SectionFound) -> record.Section:
    heading, document = section.heading, signer.reading.document
    pages = document.pages_of(section.span)
    return record.Section(
        id=section.id,
        document=section.part,
        kind=section.kind,
        number=heading.number if heading else None,
        title=" ".join(document[heading.title].split()) if heading else None,
        level=section.level,
        parent=section.parent,
        role=heading.role if heading else None,
        start=section.span.start,
        end=section.span.end,
        pages=list(pages) if pages else None,
        text=document[section.own],
        rule=heading.rule if heading else PREAMBLE,
        evidence=signer.evidence(heading.title) if heading else None,
    )
