"""One file for each kind of finding; the tuple below is the whole list, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ciextract.extractors.areas import areas
from ciextract.extractors.evaluations import evaluations
from ciextract.extractors.finding import Finding
from ciextract.extractors.key_messages import key_messages
from ciextract.extractors.partners import partners
from ciextract.extractors.period import period
from ciextract.extractors.publication import publication
from ciextract.extractors.reading import Reading
from ciextract.extractors.titles import titles

Extractor = Callable[[Reading], Iterator[Finding]]

EXTRACTORS: tuple[Extractor, ...] = (
    titles,
    publication,
    areas,
    period,
    partners,
    key_messages,
    evaluations,
)
"""Deleting one file and its word here takes away its findings and nothing else."""

__all__ = ["EXTRACTORS", "Extractor", "Finding", "Reading"]
