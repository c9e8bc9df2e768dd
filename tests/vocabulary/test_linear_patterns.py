"""Every pattern on what it takes, what it leaves and their beginnings, again and again: its work grows with the text.

Asserted is a bound on work, not a speed: on a text of this length work that grows with its square takes some seconds,
work that grows with the text some thousandths of one.
"""

import time

import pytest
from tests.vocabulary.files_on_disk import load_all

from ciextract.vocabulary.rules import CompiledRule

LENGTH = 24_000
SECONDS = 2.0


@pytest.fixture(scope="module")
def rules():
    """Every rule that is compiled anywhere, once for each form of its pattern."""
    noted = {}
    plain = CompiledRule.__init__

    def note(self, *rest):
        plain(self, *rest)
        noted.setdefault((self.address, self.rule.pattern), self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CompiledRule, "__init__", note)
        load_all()
    return list(noted.values())


def pieces_of(rule):
    """The first example of each kind, and the beginnings of the first."""
    taken, left = rule.rule.takes[0], rule.rule.leaves[:1]
    beginnings = (taken[: max(1, len(taken) * part // 4)] for part in (1, 2, 3))
    return [f"{piece.strip()} " for piece in (taken, *left, *beginnings)]


def seconds_for(rule, text):
    began = time.process_time()
    for _ in rule.expression.finditer(text):
        pass
    return time.process_time() - began


def test_the_work_of_every_pattern_grows_with_the_text(rules):
    assert len(rules) > 200
    slow = {
        (rule.address, piece)
        for rule in rules
        for piece in pieces_of(rule)
        if seconds_for(rule, (piece * (LENGTH // len(piece) + 1))[:LENGTH]) > SECONDS
    }
    assert slow == set()
