"""What sets a clause against the one before does so in every word for it: each reads as 'but' does."""

import pytest

from ciextract.quantities.model import Mention
from ciextract.quantities.reader import quantities_in
from ciextract.quantities.words import words_of
from ciextract.vocabulary.populations import populations

CONTRASTS = populations().grammar.contrasts
SENTENCES = {
    "Most plans were late {} reviews were good.": [("Most", "plans", None)],
    "Most plans held a chronology {} the quality was good.": [("Most", "plans", None)],
    "Most chronologies were good {} a quarter were weak.": [
        ("Most", "chronologies", "good"),
        ("a quarter", None, "weak"),
    ],
    "Most records were good {} late.": [("Most", "records", "good")],
    "We found good plans {} in half of records they were weak.": [("half", "records", "weak")],
    "Good or better was the finding for plans {} 40% of reviews were late.": [("40%", "reviews", None)],
    "We read 60 plans {} of the 60, 20 were good.": [("20", None, "good")],
    "In care there were 4% fewer {} the number of children on the register rose by 9%.": [
        ("4%", None, None),
        ("9%", "children on the register", None),
    ],
}


def quantities(sentence):
    words = words_of(sentence)
    found = [one for one in quantities_in(words, lambda: None) if isinstance(one, Mention)]
    return [(words.slice(one.first, one.end), one.text, one.grade[0].value if one.grade else None) for one in found]


@pytest.mark.parametrize("contrast", sorted(CONTRASTS))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_contrast_parts_clauses(sentence, contrast):
    assert quantities(sentence.format(contrast)) == SENTENCES[sentence]


@pytest.mark.parametrize("contrast", sorted(CONTRASTS))
def test_what_is_told_of_these_has_what_was_counted_last_as_its_total(contrast):
    words = words_of(f"Of the 80 records read 40 were good {contrast} of these, 20 had a review.")
    found = [one for one in quantities_in(words, lambda: None) if isinstance(one, Mention)]
    assert [(one.count, one.total) for one in found] == [(40, 80), (20, 40)]
