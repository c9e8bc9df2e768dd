"""Three hundred damaged documents, always the same ones: each ends as a record or a documented refusal."""

from collections import Counter

import pytest
from benchmarks.hostile.__main__ import SEED
from benchmarks.hostile.campaign import DOCUMENTED, mutants, run

from ciextract.batch.messages import Refusal

COUNT = 300


@pytest.fixture(scope="module")
def ended():
    return list(run(mutants(SEED, COUNT), 2))


def test_every_one_ends_as_a_record_or_a_documented_refusal(ended):
    assert len(ended) == COUNT
    codes = Counter(one.result.exit_code for one in ended if isinstance(one.result, Refusal))
    assert set(codes) <= DOCUMENTED - {6, 7}


def test_lost_text_is_told(ended):
    lost = [one for one in ended if one.lost and one.mutant.source.endswith("pdf")]
    assert len(lost) > 20
    assert sum(one.outcome == "incomplete" for one in lost) >= 0.8 * len(lost)


def test_the_same_seed_gives_the_same_documents():
    assert [one.content for one in mutants(7, 20)] == [one.content for one in mutants(7, 30)][:20]
