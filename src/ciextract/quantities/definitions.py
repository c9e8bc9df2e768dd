"""The words of a line in, whether they only say what a word of quantity stands for. Other lines are not known here."""

from __future__ import annotations

from ciextract.quantities.model import Mention
from ciextract.quantities.reader import quantities_in
from ciextract.quantities.words import Words
from ciextract.vocabulary.quantities import quantities

RULE = "vocabulary/quantities#definition"
WHY = "what a word stands for, no share"


def defines_a_word(words: Words) -> bool:
    """Whether a word of quantity and percentages stand there and nothing else ('Most: 60% to 79%')."""
    found = quantities_in(words, lambda: None)
    percentages = [one for one in found if isinstance(one, Mention) and one.form == "percentage"]
    taken = {index for one in found for index in range(one.first, one.end)}
    others = [words.at(index) for index in range(len(words)) if index not in taken and words.is_word(index)]
    named = len(found) > len(percentages) or bool(others)
    return bool(percentages) and named and all(word in quantities().definition.words for word in others)
