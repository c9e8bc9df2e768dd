"""Findings of what inspectors conclude beside named grades in, entries of the record out, each with its area."""

from __future__ import annotations

from collections.abc import Sequence

from ciextract import record
from ciextract.assemble.signing import Signer
from ciextract.extractors.finding import GradeCountFinding, ProgressFinding, WordedConclusionFinding

Areas = Sequence[record.AreaInspected]
Named = tuple[str, str] | None


def area_of(named: Named, near: Named, areas: Areas) -> record.Area | None:
    """The area that the words name; else the only one that was inspected; else the one nearby, where it was."""
    if named is not None:
        return record.Area(name=named[0], code=named[1])
    if len(areas) == 1:
        return record.Area(name=areas[0].name, code=areas[0].code)
    inspected = near is not None and any(area.code == near[1] for area in areas)
    return record.Area(name=near[0], code=near[1]) if near is not None and inspected else None


def grade_count(signer: Signer, finding: GradeCountFinding, areas: Areas) -> record.GradeCount:
    """How many indicators have a grade."""
    signature = signer.signature(finding)
    return record.GradeCount(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        count=finding.count,
        grade=finding.grade,
        score=finding.score,
        printed=finding.printed,
        total=finding.total,
        area=area_of(None, finding.area, areas),
        section=signer.address(finding).section,
    )


def worded_conclusion(signer: Signer, finding: WordedConclusionFinding, areas: Areas) -> record.WordedConclusion:
    """What is concluded of an area of work."""
    signature = signer.signature(finding)
    return record.WordedConclusion(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        about=finding.about,
        text=finding.text,
        area=area_of(None, finding.area, areas),
        section=signer.address(finding).section,
    )


def progress(signer: Signer, finding: ProgressFinding, areas: Areas) -> record.ProgressStatement:
    """What is said of progress."""
    signature = signer.signature(finding)
    return record.ProgressStatement(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        text=finding.text,
        subject=finding.subject,
        sentence=finding.sentence,
        area=area_of(None, finding.area, areas),
        section=signer.address(finding).section,
    )
