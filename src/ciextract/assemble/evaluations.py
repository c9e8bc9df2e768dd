"""Findings of grades in, evaluations out: each once a part, conflicts kept and told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ciextract import record
from ciextract.assemble.graded import area_of
from ciextract.assemble.signing import Signer
from ciextract.document import Notice
from ciextract.extractors.finding import EvaluationFinding, Finding
from ciextract.folding import fold_words

Key = tuple[int, str | None, str | None, str, str | None]
"""Part, indicator, area code, status and grade of an evaluation."""


def evaluations(
    signer: Signer, findings: Sequence[Finding], areas: Sequence[record.AreaInspected]
) -> tuple[list[record.Evaluation], list[Notice]]:
    """(evaluations in reading order, what must be told of those that differ)."""
    kept: dict[Key, record.Evaluation] = {}
    given = [one for one in findings if isinstance(one, EvaluationFinding)]
    found = [_evaluation(signer, one, areas) for one in given]
    numbers = {_name(one): one.indicator for one in found if one.indicator is not None}
    for finding, evaluation in zip(given, found, strict=True):
        key = _key(evaluation, finding.known, numbers)
        # Of a sentence and a table that say the same, the one that tells the year or the number says more.
        if key not in kept or _says_more(evaluation, kept[key]):
            kept[key] = evaluation
    return sorted(kept.values(), key=lambda evaluation: evaluation.evidence.start), list(_conflicts(list(kept)))


def _says_more(evaluation: record.Evaluation, other: record.Evaluation) -> bool:
    if other.year is None and evaluation.year is not None:
        return True
    return other.indicator is None and evaluation.indicator is not None


def _name(evaluation: record.Evaluation) -> str:
    return fold_words(evaluation.indicator_name or "")


def _key(evaluation: record.Evaluation, known: str | None, numbers: Mapping[str, str]) -> Key:
    """``numbers`` of indicators by name, as printed anywhere in the file: a sentence may name one without it; ``known``
    is the programme's own name of it."""
    code = evaluation.area.code if evaluation.area else None
    about = evaluation.indicator or numbers.get(_name(evaluation)) or known or evaluation.indicator_name
    return evaluation.document, about, code, evaluation.status, evaluation.grade


def _conflicts(keys: list[Key]) -> list[Notice]:
    """Two evaluations of one indicator and area in one part that differ are both kept, and told."""
    return [
        Notice("evaluations-differ", f"indicator {key[1]} has more than one evaluation for area {key[2]}")
        for position, key in enumerate(keys)
        if any(key[:3] == other[:3] for other in keys[:position])
    ]


def _evaluation(signer: Signer, finding: EvaluationFinding, areas: Sequence[record.AreaInspected]) -> record.Evaluation:
    signature = signer.signature(finding)
    return record.Evaluation(
        document=signature.document,
        rule=signature.rule,
        evidence=signature.evidence,
        indicator=finding.indicator,
        indicator_name=finding.indicator_name,
        area=area_of(finding.area, finding.near, areas),
        year=finding.year,
        status=finding.status,
        grade=finding.grade,
        score=finding.score,
        printed=finding.printed,
        reason=finding.reason,
        section=signer.address(finding).section,
    )
