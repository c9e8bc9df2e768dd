"""Findings in, out again with the intervals that a published scale gives to words of quantity. None is found here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ciextract.extractors.finding import Finding, ProportionFinding

if TYPE_CHECKING:
    from ciextract.quantities.scales import Scale


def with_scale(findings: Iterable[Finding], scale: Scale) -> Iterator[Finding]:
    """The findings; of shares, those stated in words or as fractions have the scale's intervals, where it has any."""
    for finding in findings:
        yield _scaled(finding, scale) if isinstance(finding, ProportionFinding) else finding


def _scaled(finding: ProportionFinding, scale: Scale) -> ProportionFinding:
    if finding.measure != "share" or finding.form not in ("word", "fraction"):
        return finding
    bounds = scale.bounds(finding.quantifier, finding.fraction, finding.relation)
    return finding if bounds is None else replace(finding, bounds=bounds)
