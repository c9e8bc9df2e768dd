"""Sentences with every quantity that they hold, one line each, in cases/*.txt: what they hold and nothing else.

A line is: quote | quantifier | relation | number | population | category | grade | measure; '-' for nothing. The
number of a percentage printed with its tally has the tally behind it. A sentence without lines holds none.
"""

from pathlib import Path

import pytest

from ciextract.folding import WordIndex
from ciextract.quantities.anchors import anchors
from ciextract.quantities.model import Mention
from ciextract.quantities.reader import quantities_in
from ciextract.quantities.words import words_of
from ciextract.vocabulary.english import english

CASES = Path(__file__).parent / "cases"


def cases():
    for path in sorted(CASES.glob("*.txt")):
        for block in path.read_text("utf-8").strip().split("\n\n"):
            sentence, *lines = block.split("\n")
            yield pytest.param(sentence.removeprefix("> "), lines, id=f"{path.stem}: {sentence[2:60]}")


def line(words, one):
    grade = "..".join(one.grade) if one.grade else "-"
    category = one.category.category if one.category else "-"
    quote = words.slice(one.first, one.end)
    told = (quote, one.quantifier, one.relation, number(one), one.text or "-", category, grade, one.measure)
    return " | ".join(told)


def number(one):
    if one.form == "percentage":
        return f"{one.value:g}%" + (f" {one.count}/{one.total}" if one.count else "")
    if one.form == "tally":
        return f"{one.count}/{one.total}"
    return f"{one.numerator}/{one.denominator}" if one.denominator else "-"


@pytest.mark.parametrize(("sentence", "lines"), list(cases()))
def test_case(sentence, lines):
    words = words_of(sentence)
    found = [one for one in quantities_in(words, lambda: None) if isinstance(one, Mention)]
    assert [line(words, one) for one in found] == lines
    index = WordIndex(sentence)
    assert anchors(index, english().numbers_in(index)) or not found, "no anchor leads to this sentence"
