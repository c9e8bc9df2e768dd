"""Findings of the layers in, the record's entries out, each signed and with its address."""

from __future__ import annotations

from collections.abc import Sequence

from ciextract import record
from ciextract.assemble.signing import Signer
from ciextract.checks import CheckFinding
from ciextract.extractors.finding import (
    ActionFinding,
    ConclusionFinding,
    EvidenceBaseFinding,
    Finding,
    GlossaryFinding,
    MessageFinding,
    ProportionFinding,
    QuotationFinding,
    TableFinding,
)


def key_message(signer: Signer, finding: MessageFinding) -> record.KeyMessage:
    """A key message with the section and the statement that it belongs to."""
    signature, address = signer.signature(finding), signer.address(finding)
    return record.KeyMessage(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        kind=finding.kind,
        number=finding.number,
        section=address.section,
        statement=address.statement,
        text=finding.text,
    )


def proportion(signer: Signer, finding: ProportionFinding) -> record.Proportion:
    """A proportion with the section and the statement that it stands in."""
    signature, address = signer.signature(finding), signer.address(finding)
    return record.Proportion(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        form=finding.form,
        quote=finding.quote,
        quantifier=finding.quantifier,
        rank=finding.rank,
        fraction=finding.fraction,
        value=finding.value,
        relation=finding.relation,
        measure=finding.measure,
        count=finding.count,
        total=finding.total,
        bounds=finding.bounds,
        population=record.Population(text=finding.population, category=finding.category),
        grade=record.GradeRange(min=finding.grade[0], max=finding.grade[1]) if finding.grade else None,
        section=address.section,
        statement=address.statement,
        sentence=finding.sentence,
    )


def evidence_base(signer: Signer, finding: EvidenceBaseFinding) -> record.EvidenceBase:
    """A figure of what the inspectors gathered."""
    signature = signer.signature(finding)
    category = finding.population_category
    return record.EvidenceBase(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        activity=finding.activity,
        population=record.CountedPopulation(category=category, text=finding.population_text) if category else None,
        count=finding.count,
        relation=finding.relation,
    )


def glossary_entry(signer: Signer, finding: GlossaryFinding) -> record.GlossaryEntry:
    """A defined term."""
    signature = signer.signature(finding)
    return record.GlossaryEntry(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        term=finding.term,
        definition=finding.definition,
    )


def table(signer: Signer, finding: TableFinding) -> record.TableEntry:
    """A table with the section that it stands in."""
    signature = signer.signature(finding)
    return record.TableEntry(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        title=finding.title,
        section=signer.address(finding).section,
        header=list(finding.header),
        rows=[list(row) for row in finding.rows],
    )


def action(signer: Signer, finding: ActionFinding) -> record.Action:
    """A row of an improvement plan."""
    signature = signer.signature(finding)
    return record.Action(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        ref=finding.ref,
        statement=finding.statement,
        issue=finding.issue,
        task=finding.task,
        expected_outcome=finding.expected_outcome,
        owner=finding.owner,
        monitoring=finding.monitoring,
        timescale=finding.timescale,
    )


def quotation(signer: Signer, finding: QuotationFinding) -> record.Quotation:
    """Words given to a named speaker."""
    signature = signer.signature(finding)
    return record.Quotation(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        speaker=finding.speaker,
        role=finding.role,
        text=finding.text,
    )


def conclusion(signer: Signer, findings: Sequence[Finding]) -> record.Conclusion | None:
    """The conclusion of the file, where one is stated."""
    finding = next((finding for finding in findings if isinstance(finding, ConclusionFinding)), None)
    if finding is None:
        return None
    signature = signer.signature(finding)
    document = signer.reading.document
    return record.Conclusion(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        confident=finding.confident,
        reasons=[
            record.Reason(text=" ".join(document[span].split()), evidence=signer.evidence(span))
            for span in finding.reasons
        ],
        action_plan_requested=finding.action_plan_requested,
    )


def check(signer: Signer, finding: CheckFinding) -> record.Check:
    """A check with the evidence of both sides."""
    return record.Check(
        id=finding.id,
        status=finding.status,
        message=finding.message,
        evidence=[signer.evidence(span) for span in finding.spans],
    )
