"""One word of the source changes: its entry changes accordingly, and no other entry changes but by quoting it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.metamorphic.meanings import differences, masked, meanings_of, reworded, same
from tests.metamorphic.sources import EACH, FEW, NAMES, meanings_of_fixture, placed, record_of, replaced, text_of

from ciextract.folding import fold
from ciextract.read import read_document
from ciextract.vocabulary.councils import councils

GRADES = ("Unsatisfactory", "Weak", "Adequate", "Good", "Very good", "Excellent")
ROWS = re.compile(rf"^(?P<row>[A-Z][^\t\n]+)\t(?:\d{{4}}\t)?(?P<grade>{'|'.join(GRADES)})$", re.MULTILINE)
ROWS_ALONE = [row for row in ROWS.finditer(text_of("overview")) if row["row"] not in ("Falkirk", "Western Isles")]
"""Rows of areas whose grade is in no sentence as well."""
SENTENCES = {
    "graded-report": r"in West Lothian as \*\*(?P<grade>good)\*\*",
    "news-release": r"indicator 2\.1\) as (?P<grade>adequate)",
}
ONE_AREA = {
    "committee-paper": "Inverclyde",
    "graded-report": "West Lothian",
    "news-release": "Perth and Kinross",
    "question-report": "Moray",
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
QUANTITY_WORDS = {
    "most": ("few", {"quantifier": "few", "rank": 1}),
    "few": ("most", {"quantifier": "most", "rank": 5}),
    "almost all": ("most", {"quantifier": "most", "rank": 5}),
    "nearly all": ("few", {"quantifier": "few", "rank": 1}),
    "the majority": ("a minority", {"quantifier": "minority", "rank": 2}),
    "a minority": ("the majority", {"quantifier": "majority", "rank": 4}),
}
OF_THE_PHRASE = ("quote", "quantifier", "rank", "value", "bounds")
"""Fields of a proportion that its words decide."""


def changed_alone(name, text, old, new, layer, fields):
    """What was lost and gained in the layer, once all else is seen to be the same but for the words themselves."""
    found = differences(meanings_of_fixture(name), meanings_of(text))
    mask = masked((old, new))
    for where, (lost, gained) in found.items():
        own = fields if where == layer else ()
        assert ordered(lost, mask, own) == ordered(gained, mask, own), where
        assert all(reworded(entry, mask) != entry or where == layer for entry in lost), where
    return [of_fields(side, fields) for side in found[layer]]


def ordered(entries, mask, fields):
    kept = ({key: value for key, value in entry.items() if key not in fields} for entry in entries)
    return sorted(map(str, (reworded(entry, mask) for entry in kept)))


def of_fields(entries, fields):
    return [{field: entry[field] for field in fields} for entry in entries]


def only(before, after):
    """The one entry that is before and not after, and the other way about."""
    lost, gained = list(before), list(after)
    for entry in before:
        if entry in gained:
            lost.remove(entry)
            gained.remove(entry)
    assert (len(lost), len(gained)) == (1, 1)
    return lost[0], gained[0]


def rescored(name, text, row):
    """The evaluations of the text, the entry of the row apart from the others, which must be as they were."""
    before, after = meanings_of_fixture(name), meanings_of(text)
    found = differences(before, after)
    assert set(found) <= {"evaluations", "tables"}
    lost, gained = only(before["evaluations"], after["evaluations"])
    grades = ("grade", "score", "printed")
    assert {k: v for k, v in lost.items() if k not in grades} == {k: v for k, v in gained.items() if k not in grades}
    assert row is None or len(found["tables"][0]) == 1
    return gained


@FEW
@given(row=st.sampled_from(ROWS_ALONE), grade=st.sampled_from(GRADES))
def test_a_grade_in_a_row(row, grade):
    if grade == row["grade"]:
        return
    gained = rescored("overview", replaced(row.string, *row.span("grade"), grade), row["row"])
    assert (gained["grade"], gained["score"]) == (fold(grade).replace(" ", "_"), GRADES.index(grade) + 1)


@pytest.mark.parametrize("name", SENTENCES)
@FEW
@given(grade=st.sampled_from(GRADES))
def test_a_grade_in_a_sentence(name, grade):
    match = re.search(SENTENCES[name], text_of(name))
    if grade.lower() == match["grade"]:
        return
    gained = rescored(name, replaced(match.string, *match.span("grade"), grade.lower()), None)
    assert (gained["grade"], gained["score"]) == (fold(grade).replace(" ", "_"), GRADES.index(grade) + 1)


@FEW
@given(data=st.data())
def test_a_grade_in_a_list_and_a_table(data):
    """The same grade printed twice: both change, and one evaluation does."""
    name, grade = "question-report", data.draw(st.sampled_from(GRADES), label="grade")
    row = data.draw(st.sampled_from(list(ROWS.finditer(text_of(name)))), label="row")
    if grade == row["grade"]:
        return
    pattern = re.compile(rf"^((?:- )?{re.escape(row['row'])}(?: – |\t)){row['grade']}$", re.MULTILINE)
    gained = rescored(name, pattern.sub(rf"\g<1>{grade}", row.string), row["row"])
    assert gained["score"] == GRADES.index(grade) + 1


def proportions(name, chosen):
    """Proportions of a fixture that the condition holds of, with their place in the text."""
    return placed(name, (entry for entry in record_of(name).proportions if chosen(entry)))


def requantified(name, entry, start, end, words):
    """The fields of the entry once its place holds other words; all else must say the same."""
    text = replaced(text_of(name), start, end, words)
    lost, gained = changed_alone(name, text, entry.evidence.quote, words, "proportions", OF_THE_PHRASE)
    return only(lost, gained)


def is_percentage_alone(entry):
    """A percentage without a tally, which would no longer fit it."""
    return entry.count is None and re.fullmatch(r"\d+(\.\d+)?%", entry.evidence.quote)


@pytest.mark.parametrize("name", [name for name in NAMES if proportions(name, is_percentage_alone)])
@FEW
@given(data=st.data(), value=st.integers(3, 97))
def test_a_percentage(name, data, value):
    places = proportions(name, is_percentage_alone)
    entry, start, end = data.draw(st.sampled_from(places), label="percentage")
    if entry.value == value:
        return
    lost, gained = requantified(name, entry, start, end, f"{value}%")
    assert (lost["value"], gained["value"]) == (entry.value, value)
    assert (gained["bounds"]["low"], gained["bounds"]["high"]) == (value, value)


def is_quantity_word(entry):
    return fold(entry.evidence.quote) in QUANTITY_WORDS


@pytest.mark.parametrize("name", [name for name in NAMES if proportions(name, is_quantity_word)])
@FEW
@given(data=st.data())
def test_a_quantity_word(name, data):
    places = proportions(name, is_quantity_word)
    entry, start, end = data.draw(st.sampled_from(places), label="quantity")
    words, expected = QUANTITY_WORDS[fold(entry.evidence.quote)]
    words = words.capitalize() if entry.evidence.quote[0].isupper() else words
    _, gained = requantified(name, entry, start, end, words)
    assert gained["quote"] == fold(words)
    assert expected.items() <= gained.items()


def dated(name):
    return [part.published for part in record_of(name).documents if part.published]


@EACH
@FEW
@given(data=st.data(), day=st.integers(1, 28), month=st.integers(9, 10))
def test_a_date_throughout(name, data, day, month):
    published = data.draw(st.sampled_from(dated(name)), label="date")
    printed, year = re.sub(r"^[A-Z][a-z]+day ", "", published.evidence.quote), published.date[:4]
    whole = published.precision == "day"
    words = f"{day} {MONTHS[month - 1]} {year}" if whole else f"{MONTHS[month - 1]} {year}"
    date = f"{year}-{month:02}-{day:02}" if whole else f"{year}-{month:02}"
    if any(fold(words) in fold(other.evidence.quote) for other in dated(name)):
        return

    def change(value):
        return re.sub(rf"(?<!\w){re.escape(fold(printed))}", fold(words), date if value == published.date else value)

    text = re.sub(rf"(?<!\w){re.escape(printed)}", words, text_of(name))
    same(reworded(meanings_of_fixture(name), change), meanings_of(text))


@pytest.mark.parametrize("name", ONE_AREA)
@FEW
@given(data=st.data())
def test_an_area_throughout(name, data):
    text, printed = text_of(name), ONE_AREA[name]
    free = [one for one in councils().council if not any(form in text for form in (one.name, *one.spellings))]
    area = data.draw(st.sampled_from(free), label="area")
    codes = {fold(entry.code): fold(area.code) for entry in record_of(name).inspection.areas}

    def change(value):
        return codes.get(value, value.replace(fold(printed), fold(area.name)))

    same(reworded(meanings_of_fixture(name), change), meanings_of(text.replace(printed, area.name)))


def is_whole(name, message):
    """A message with a full stop that its part prints once: twice the same words are one entry."""
    part = record_of(name).documents[message.document]
    printed = read_document(text_of(name).encode()).text[part.start : part.end]
    return message.text.endswith(".") and printed.count(message.text) == 1


@pytest.mark.parametrize("name", [name for name in NAMES if record_of(name).key_messages])
@FEW
@given(data=st.data())
def test_the_words_of_a_key_message(name, data):
    """A sentence is added to one message, at its one place: that message has it, and all other entries are the same."""
    places = placed(name, (one for one in record_of(name).key_messages if is_whole(name, one)))
    message, _, end = data.draw(st.sampled_from(places), label="message")
    text = replaced(text_of(name), end, end, " The lanterns were lit.")
    before, after = meanings_of_fixture(name), meanings_of(text)
    assert set(differences(before, after)) == {"key_messages"}
    lost, gained = only(before["key_messages"], after["key_messages"])
    assert lost | {"text": f"{fold(message.text)} the lanterns were lit."} == gained
