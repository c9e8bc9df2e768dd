"""Findings in, the record out: precedence and conflicts are settled here and nowhere else. Nothing new is found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ciextract import __version__, record
from ciextract.document import Notice, Span
from ciextract.extractors.finding import (
    AreaFinding,
    CodeFinding,
    DateFinding,
    EvaluationFinding,
    Finding,
    MessageFinding,
    PartnerFinding,
    PeriodFinding,
    TitleFinding,
)
from ciextract.extractors.reading import Reading
from ciextract.outline.model import SectionFound
from ciextract.programme.recognise import Recognised

LAYERS = ("documents", "inspection", "sections", "key_messages", "evaluations")
"""What this version looks for."""
_NOT_NAME = re.compile(r"[^a-z0-9]+")

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the file beside its text."""

    content: bytes
    name: str | None
    url: str | None
    retrieved: str | None


def assemble(reading: Reading, recognised: Recognised, findings: Sequence[Finding], given: Given) -> record.Record:
    """One record of everything that was found."""
    return _Assembler(reading, recognised, findings, given).assembled()


class _Assembler:
    def __init__(self, reading: Reading, recognised: Recognised, findings: Sequence[Finding], given: Given) -> None:
        self._reading = reading
        self._document = reading.document
        self._recognised = recognised
        self._findings = findings
        self._given = given
        self._warnings: list[Notice] = [*reading.document.notices]
        if recognised.notice is not None:
            self._warnings.append(recognised.notice)

    def assembled(self) -> record.Record:
        sha256 = hashlib.sha256(self._given.content).hexdigest()
        documents = self._documents()
        inspection = self._inspection()
        evaluations = self._evaluations(inspection.areas)
        lost = [notice.message for notice in self._document.notices if notice.lost]
        self._warn_of_kinds(documents)
        return record.Record(
            schema_version=record.SCHEMA_VERSION,
            record_id=_record_id(inspection, documents, sha256),
            source=self._source(sha256),
            complete=not lost,
            incomplete_because=lost,
            extractor=record.Extractor(version=__version__),
            looked_for=list(LAYERS),
            documents=documents,
            inspection=inspection,
            sections=[self._section(section) for section in self._reading.outline.sections],
            key_messages=[self._message(finding) for finding in self._of(MessageFinding)],
            evaluations=evaluations,
            warnings=[record.RecordWarning(code=notice.code, message=notice.message) for notice in self._warnings],
        )

    def _of(self, kind: type[F]) -> Iterator[F]:
        return (finding for finding in self._findings if isinstance(finding, kind))

    def _evidence(self, span: Span) -> record.Evidence:
        return record.Evidence(
            start=span.start,
            end=span.end,
            quote=self._document[span],
            page=self._document.page_of(span),
            boxes=[list(box) for box in self._document.boxes_of(span)],
            line=self._document.line_of(span),
        )

    def _source(self, sha256: str) -> record.Source:
        return record.Source.model_validate(
            {
                "file_name": self._given.name,
                "media_type": self._document.media_type,
                "sha256": sha256,
                "bytes": len(self._given.content),
                "pages": self._document.pages,
                "characters": len(self._document.text),
                "text_layer": self._document.text_layer,
                "url": self._given.url,
                "retrieved": self._given.retrieved,
                "ledger": self._document.ledger,
            }
        )

    def _documents(self) -> list[record.Part]:
        titles = {finding.part: finding for finding in self._of(TitleFinding)}
        dates = {finding.part: finding for finding in self._of(DateFinding)}
        codes = {finding.part: finding for finding in self._of(CodeFinding)}
        return [
            self._part(index, titles.get(index), dates.get(index), codes.get(index))
            for index in range(len(self._reading.outline.parts))
        ]

    def _part(
        self, index: int, title: TitleFinding | None, date: DateFinding | None, code: CodeFinding | None
    ) -> record.Part:
        part = self._reading.outline.parts[index]
        return record.Part(
            kind=part.kind,
            title=title.text if title else None,
            published=self._published(date) if date else None,
            publication_code=code.code if code else None,
            start=part.span.start,
            end=part.span.end,
            rule=part.rule,
            title_evidence=self._evidence(title.span) if title else None,
            publication_code_evidence=self._evidence(code.span) if code else None,
        )

    def _published(self, date: DateFinding) -> record.Published:
        return record.Published(
            date=date.date, precision=date.precision, rule=date.rule, evidence=self._evidence(date.span)
        )

    def _inspection(self) -> record.Inspection:
        period = next(self._of(PeriodFinding), None)
        programme = self._recognised.programme
        return record.Inspection(
            programme=programme.name if programme else None,
            programme_evidence=[
                record.ProgrammeEvidence(rule=sign.rule, evidence=self._evidence(sign.span))
                for sign in self._recognised.signs
            ],
            areas=[
                record.AreaInspected(name=f.name, code=f.code, rule=f.rule, evidence=self._evidence(f.span))
                for f in self._of(AreaFinding)
            ],
            period=self._period(period) if period else None,
            partners=[
                record.Partner(name=f.name, rule=f.rule, evidence=self._evidence(f.span))
                for f in self._of(PartnerFinding)
            ],
        )

    def _period(self, finding: PeriodFinding) -> record.Period:
        return record.Period(
            start=finding.start, end=finding.end, rule=finding.rule, evidence=self._evidence(finding.span)
        )

    def _section(self, section: SectionFound) -> record.Section:
        heading = section.heading
        pages = self._document.pages_of(section.span)
        return record.Section(
            id=section.id,
            document=section.part,
            kind=section.kind,
            number=heading.number if heading else None,
            title=" ".join(self._document[heading.title].split()) if heading else None,
            level=section.level,
            parent=section.parent,
            role=heading.role if heading else None,
            start=section.span.start,
            end=section.span.end,
            pages=list(pages) if pages else None,
            text=self._document[section.own],
            rule=heading.rule if heading else "outline/tree#preamble",
            evidence=self._evidence(heading.title) if heading else None,
        )

    def _message(self, finding: MessageFinding) -> record.KeyMessage:
        section = self._reading.section_of(finding.span)
        return record.KeyMessage(
            document=section.part,
            rule=finding.rule,
            evidence=self._evidence(finding.span),
            kind=finding.kind,
            number=finding.number,
            section=section.id,
            statement=section.statement,
            text=finding.text,
        )

    def _evaluations(self, areas: list[record.AreaInspected]) -> list[record.Evaluation]:
        """Each evaluation once a part; the area that was inspected where the words name none."""
        only = record.Area(name=areas[0].name, code=areas[0].code) if len(areas) == 1 else None
        kept: dict[tuple[object, ...], record.Evaluation] = {}
        for finding in self._of(EvaluationFinding):
            evaluation = self._evaluation(finding, only)
            code = evaluation.area.code if evaluation.area else None
            about = evaluation.indicator or evaluation.indicator_name
            key = (evaluation.document, about, code, evaluation.status, evaluation.grade)
            # Of a sentence and a table that say the same, the one that tells the year says more.
            if key not in kept or (kept[key].year is None and evaluation.year is not None):
                kept[key] = evaluation
        self._warn_of_conflicts(list(kept))
        return sorted(kept.values(), key=lambda evaluation: evaluation.evidence.start)

    def _evaluation(self, finding: EvaluationFinding, only: record.Area | None) -> record.Evaluation:
        section = self._reading.section_of(finding.span)
        area = record.Area(name=finding.area[0], code=finding.area[1]) if finding.area else only
        return record.Evaluation(
            document=section.part,
            rule=finding.rule,
            evidence=self._evidence(finding.span),
            indicator=finding.indicator,
            indicator_name=finding.indicator_name,
            area=area,
            year=finding.year,
            status=finding.status,
            grade=finding.grade,
            score=finding.score,
            printed=finding.printed,
            reason=finding.reason,
            section=section.id,
        )

    def _warn_of_conflicts(self, keys: list[tuple[object, ...]]) -> None:
        """Two evaluations of one indicator and area in one part that differ are both kept, and told."""
        for position, key in enumerate(keys):
            if any(key[:3] == other[:3] for other in keys[:position]):
                message = f"indicator {key[1]} has more than one evaluation for area {key[2]}"
                self._warnings.append(Notice("evaluations-differ", message))

    def _warn_of_kinds(self, documents: list[record.Part]) -> None:
        if all(part.kind is record.DocumentKind.OTHER for part in documents):
            self._warnings.append(Notice("no-inspection-document", "no joint inspection document was recognised"))


def _record_id(inspection: record.Inspection, documents: list[record.Part], sha256: str) -> str:
    """Areas or unknown, date or undated, the first 8 of the hash."""
    names = "-".join(area.name for area in inspection.areas[:3]) or "unknown"
    if len(inspection.areas) > 3:
        names = f"{len(inspection.areas)}-areas"
    order = sorted(documents, key=lambda part: part.kind is not record.DocumentKind.INSPECTION_REPORT)
    date = next((part.published.date for part in order if part.published), "undated")
    return f"{_NOT_NAME.sub('-', names.lower()).strip('-')}-{date}-{sha256[:8]}"
