"""Findings in, the record out: precedence and conflicts are settled here and nowhere else. Nothing new is found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from ciextract import __version__, record
from ciextract.assemble import entries, graded
from ciextract.assemble.evaluations import evaluations
from ciextract.assemble.parts import documents, inspection
from ciextract.assemble.sections import sections
from ciextract.assemble.signing import Signer
from ciextract.checks import CheckFinding
from ciextract.document import Notice
from ciextract.extractors.finding import (
    ActionFinding,
    EvidenceBaseFinding,
    Finding,
    GlossaryFinding,
    GradeCountFinding,
    MessageFinding,
    ProgressFinding,
    ProportionFinding,
    QuotationFinding,
    TableFinding,
    WordedConclusionFinding,
)
from ciextract.extractors.reading import Reading
from ciextract.frozen import frozen
from ciextract.programme.recognise import Recognised
from ciextract.record.naming import record_id

LAYERS = (
    "documents", "inspection", "sections", "key_messages", "evaluations", "grade_counts", "worded_conclusions",
    "progress", "proportions", "evidence_base", "glossary", "tables", "actions", "conclusion", "quotations", "checks",
)  # fmt: skip
"""What this version looks for."""
F = TypeVar("F", bound=Finding)


@frozen
class Given:
    """What is known of the file beside its text."""

    content: bytes
    name: str | None
    url: str | None
    retrieved: str | None


def assemble(
    reading: Reading,
    recognised: Recognised,
    findings: Sequence[Finding],
    held: Sequence[CheckFinding],
    given: Given,
) -> record.Record:
    """One record of everything that was found, and of what came of holding the document against itself."""
    signer = Signer(reading)
    sha256 = hashlib.sha256(given.content).hexdigest()
    parts = documents(signer, findings)
    about = inspection(signer, recognised, findings)
    evaluated, conflicts = evaluations(signer, findings, about.areas)
    lost = [notice.message for notice in reading.document.notices if notice.lost]
    notices = [*reading.document.notices, *_unrecognised(recognised, parts), *conflicts]
    return record.Record(
        schema_version=record.SCHEMA_VERSION,
        record_id=record_id(about.areas, parts, sha256),
        source=_source(reading, given, sha256),
        complete=not lost,
        incomplete_because=lost,
        extractor=record.Extractor(version=__version__),
        looked_for=list(LAYERS),
        documents=parts,
        inspection=about,
        sections=sections(signer),
        key_messages=[entries.key_message(signer, finding) for finding in _of(findings, MessageFinding)],
        evaluations=evaluated,
        grade_counts=[graded.grade_count(signer, finding, about.areas) for finding in _of(findings, GradeCountFinding)],
        worded_conclusions=[
            graded.worded_conclusion(signer, finding, about.areas) for finding in _of(findings, WordedConclusionFinding)
        ],
        progress=[graded.progress(signer, finding, about.areas) for finding in _of(findings, ProgressFinding)],
        proportions=[entries.proportion(signer, finding) for finding in _of(findings, ProportionFinding)],
        evidence_base=[entries.evidence_base(signer, finding) for finding in _of(findings, EvidenceBaseFinding)],
        glossary=[entries.glossary_entry(signer, finding) for finding in _of(findings, GlossaryFinding)],
        tables=[entries.table(signer, finding) for finding in _of(findings, TableFinding)],
        actions=[entries.action(signer, finding) for finding in _of(findings, ActionFinding)],
        conclusion=entries.conclusion(signer, findings),
        quotations=[entries.quotation(signer, finding) for finding in _of(findings, QuotationFinding)],
        checks=[entries.check(signer, finding) for finding in held],
        warnings=[record.RecordWarning(code=notice.code, message=notice.message) for notice in notices],
    )


def _of(findings: Sequence[Finding], kind: type[F]) -> Iterator[F]:
    return (finding for finding in findings if isinstance(finding, kind))


def _source(reading: Reading, given: Given, sha256: str) -> record.Source:
    document = reading.document
    return record.Source(
        file_name=given.name,
        media_type=document.media_type,
        sha256=sha256,
        bytes=len(given.content),
        pages=document.pages,
        characters=len(document.text),
        text_layer=document.text_layer,
        url=given.url,
        retrieved=given.retrieved,
        ledger=record.Ledger(**document.ledger),
    )


def _unrecognised(recognised: Recognised, parts: Sequence[record.Part]) -> Iterator[Notice]:
    if recognised.notice is not None:
        yield recognised.notice
    if all(part.kind is record.DocumentKind.OTHER for part in parts):
        yield Notice("no-inspection-document", "no joint inspection document was recognised")
