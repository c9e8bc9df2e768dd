"""One file for each kind of finding; the tuple below is the whole list, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ciextract.extractors.actions import actions
from ciextract.extractors.areas import areas
from ciextract.extractors.conclusion import conclusion
from ciextract.extractors.evaluations import evaluations
from ciextract.extractors.evidence_base import evidence_base
from ciextract.extractors.finding import Finding
from ciextract.extractors.glossary import glossary
from ciextract.extractors.grade_counts import grade_counts
from ciextract.extractors.key_messages import key_messages
from ciextract.extractors.partners import partners
from ciextract.extractors.period import period
from ciextract.extractors.progress import progress
from ciextract.extractors.proportions import proportions
from ciextract.extractors.publication import publication
from ciextract.extractors.quotations import quotations
from ciextract.extractors.reading import Reading
from ciextract.extractors.tables import tables
from ciextract.extractors.titles import titles
from ciextract.extractors.worded_conclusions import worded_conclusions

Extractor = Callable[[Reading], Iterator[Finding]]

EXTRACTORS: tuple[Extractor, ...] = (
    titles,
    publication,
    areas,
    period,
    partners,
    key_messages,
    evaluations,
    grade_counts,
    worded_conclusions,
    progress,
    proportions,
    evidence_base,
    glossary,
    tables,
    actions,
    conclusion,
    quotations,
)
"""Deleting one file and its word here takes away its findings and nothing else."""

__all__ = ["EXTRACTORS", "Extractor", "Finding", "Reading"]
