"""Findings about the file as a whole in, its documents and the inspection out."""

from __future__ import annotations

from collections.abc import Sequence

from ciextract import record
from ciextract.assemble.signing import Signer
from ciextract.extractors.finding import (
    AreaFinding,
    CodeFinding,
    DateFinding,
    Finding,
    PartnerFinding,
    PeriodFinding,
    TitleFinding,
)
from ciextract.programme.recognise import Recognised, SignFound


def documents(signer: Signer, findings: Sequence[Finding]) -> list[record.Part]:
    """The parts of the file in order, each with its title, date and code where it has them."""
    titles = {finding.part: finding for finding in findings if isinstance(finding, TitleFinding)}
    dates = {finding.part: finding for finding in findings if isinstance(finding, DateFinding)}
    codes = {finding.part: finding for finding in findings if isinstance(finding, CodeFinding)}
    return [
        record.Part(
            kind=part.kind,
            title=titles[index].text if index in titles else None,
            published=_published(signer, dates[index]) if index in dates else None,
            publication_code=codes[index].code if index in codes else None,
            start=part.span.start,
            end=part.span.end,
            rule=part.rule,
            title_evidence=signer.evidence(titles[index].span) if index in titles else None,
            publication_code_evidence=signer.evidence(codes[index].span) if index in codes else None,
        )
        for index, part in enumerate(signer.reading.outline.parts)
    ]


def _published(signer: Signer, date: DateFinding) -> record.Published:
    return record.Published(
        date=date.date, precision=date.precision, rule=date.rule, evidence=signer.evidence(date.span)
    )


def inspection(signer: Signer, recognised: Recognised, findings: Sequence[Finding]) -> record.Inspection:
    """What the file says of the inspection itself."""
    period = next((finding for finding in findings if isinstance(finding, PeriodFinding)), None)
    return record.Inspection(
        programme=recognised.programme.name if recognised.programme else None,
        programme_evidence=_signs(signer, recognised.signs),
        programme_candidates=[
            record.ProgrammeCandidate(name=one.programme.name, evidence=_signs(signer, one.signs))
            for one in recognised.candidates
        ],
        areas=[
            record.AreaInspected(name=f.name, code=f.code, rule=f.rule, evidence=signer.evidence(f.span))
            for f in findings
            if isinstance(f, AreaFinding)
        ],
        period=_period(signer, period) if period else None,
        partners=[
            record.Partner(name=f.name, rule=f.rule, evidence=signer.evidence(f.span))
            for f in findings
            if isinstance(f, PartnerFinding)
        ],
    )


def _signs(signer: Signer, signs: Sequence[SignFound]) -> list[record.ProgrammeEvidence]:
    return [record.ProgrammeEvidence(rule=sign.rule, evidence=signer.evidence(sign.span)) for sign in signs]


def _period(signer: Signer, finding: PeriodFinding) -> record.Period:
    return record.Period(
        start=finding.start, end=finding.end, rule=finding.rule, evidence=signer.evidence(finding.span)
    )
