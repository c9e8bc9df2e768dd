"""Words given to a named speaker. First the quoted words that are none: of nobody named, in passing, elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outline.invented import PROSE, lines, paper, read, record, release, report

LEAD = "The Care Inspectorate has today published its report of a joint inspection of services for children in Moray."
WORDS = "Children are safer now."
MORE = "There is more to do."


def letter(*blocks):
    """A release without a quotation of its own."""
    return lines(LEAD, *blocks, "The full report can be read here.")


def quotations(*blocks):
    return [(entry.speaker, entry.role, entry.text) for entry in record(letter(*blocks)).quotations]


# What is none


@pytest.mark.parametrize(
    "block",
    [
        'A spokesperson for the Care Inspectorate said: "Children are safer now."',
        'The report said that staff were "open and honest" and plans "a mixed bag".',
        'One young person told inspectors: "I felt heard by my worker."',
        'Jo Doe said the partnership was "open and honest" about it.',
        'Leaders in Moray spoke of "a long road ahead of us all".',
        'Moray Council said: "We are proud of this report."',
        'The Progress Review notes: "More effective leadership was now driving change."',
        'Children call it the "Moray model of care and love".',
    ],
)
def test_words_of_nobody_named_and_words_in_passing(block):
    assert quotations(block) == []


@pytest.mark.parametrize(
    "make", [lambda block: report("Conclusion", block), lambda block: paper("1.\tSUMMARY", block, PROSE)]
)
def test_other_documents_hold_none(make):
    assert record(make(f'Jo Doe, Chief Executive of the Care Inspectorate, said: "{WORDS}"')).quotations == []


@pytest.mark.parametrize(
    "block",
    [
        f'Jo Doe, Chief Executive, said: "{WORDS}" The report calls this "a very great start".',
        f'"{WORDS}" said Jo Doe, Chief Executive, of the "Moray model of care".',
        f'Staff spoke of "a very great start". Jo Doe, Chief Executive, said: "{WORDS}"',
        f'Jo Doe, Chief Executive, said: "{WORDS}"\n\nStaff spoke of "a very great start" too.',
        f'Jo Doe, Chief Executive, said: "{WORDS}"\n\n{PROSE}\n\n"A very great start" is what staff call it.',
    ],
)
def test_other_quoted_words_are_not_added(block):
    assert quotations(block) == [("Jo Doe", "Chief Executive", WORDS)]


# What is one


@pytest.mark.parametrize(
    ("block", "speaker", "role"),
    [
        ('Jo Doe, Chief Executive of the Care Inspectorate, said: "{}"', "Jo Doe", "Chief Executive of the Care Inspectorate"),
        ('The Care Inspectorate\'s chief executive, Jo Doe, said: "{}"', "Jo Doe", "Care Inspectorate's chief executive"),
        ('Care Inspectorate Chief Executive Jo Doe-Roe said: "{}"', "Jo Doe-Roe", "Care Inspectorate Chief Executive"),
        ('Jo Doe (Chief Executive, Care Inspectorate) commented: "{}"', "Jo Doe", "Chief Executive, Care Inspectorate"),
        ('Speaking in Elgin, Jo Doe, the chief inspector, added: "{}"', "Jo Doe", "chief inspector"),
        ('Ann O\'Neill, Head of Children, Families and Justice at Moray Council, said: "{}"', "Ann O'Neill",
         "Head of Children, Families and Justice at Moray Council"),
        ('Councillor Ann Roe, convener of the committee, said: "{}"', "Councillor Ann Roe", "convener of the committee"),
        ('Moray Council leader Jo Doe welcomed the findings and said: "{}"', "Jo Doe", "Moray Council leader"),
        ('Dr Mary McKay, who led the inspection, told reporters: "{}"', "Dr Mary McKay", None),
        ('Jo Doe said: "{}"', "Jo Doe", None),
        ("Jo Doe, Chief Executive, said:\n\n\"{}\"", "Jo Doe", "Chief Executive"),
        ("Jo Doe, Chief Executive:\n\n\"{}\"", "Jo Doe", "Chief Executive"),
        ('"{}" said Jo Doe, Chief Executive of the Care Inspectorate.', "Jo Doe", "Chief Executive of the Care Inspectorate"),
        ('"{}" Jo Doe, chief inspector, said.', "Jo Doe", "chief inspector"),
        ('"{}" said the chief executive of Moray Council, Jo Doe.', "Jo Doe", "chief executive of Moray Council"),
        ('"{}"\n\n- Jo Doe, Chief Executive of the Care Inspectorate', "Jo Doe", "Chief Executive of the Care Inspectorate"),
        ("Jo Doe, Chief Executive, said: '{}'", "Jo Doe", "Chief Executive"),
    ],
)  # fmt: skip
def test_speakers_and_roles(block, speaker, role):
    assert quotations(block.format(WORDS)) == [(speaker, role, WORDS)]


@pytest.mark.parametrize(
    "block",
    [
        f'Jo Doe, Chief Executive, said: "{WORDS}\n\n"{MORE}"',
        f'Jo Doe, Chief Executive, said:\n\n"{WORDS}\n\n"{MORE}"',
        f'Jo Doe, Chief Executive, said: "{WORDS}"\n\n"{MORE}"',
        f'Jo Doe, Chief Executive, said: "{WORDS}\n\n{MORE}"',
        f'Jo Doe, Chief Executive, said: "{WORDS}"\n\nShe added: "{MORE}"',
        f'Jo Doe, Chief Executive, said: "{WORDS}" Ms Doe went on: "{MORE}"',
        f'"{WORDS}" said Jo Doe, Chief Executive. "{MORE}"',
        f'"{WORDS}" said Jo Doe, Chief Executive.\n\n"{MORE}"',
        f"Jo Doe, Chief Executive, said: '{WORDS}\n\n'{MORE}'",
    ],
)
def test_one_quotation_over_several_paragraphs(block):
    assert quotations(block) == [("Jo Doe", "Chief Executive", f"{WORDS} {MORE}")]


def test_each_speaker_has_a_quotation():
    first = f'Jo Doe, Chief Executive, said: "{WORDS}"'
    assert quotations(first, f'"{MORE}" said Pat Roe, chief officer of Moray HSCP.', f'Ann Poe added: "{WORDS}"') == [
        ("Jo Doe", "Chief Executive", WORDS),
        ("Pat Roe", "chief officer of Moray HSCP", MORE),
        ("Ann Poe", None, WORDS),
    ]
    assert [name for name, _, _ in quotations(f'{first} Pat Roe replied: "{MORE}"')] == ["Jo Doe", "Pat Roe"]


def test_the_quote_runs_from_mark_to_mark():
    (entry,) = record(letter(f'"{WORDS}" said Jo Doe, Chief Executive. "{MORE}"')).quotations
    assert entry.evidence.quote == f'{WORDS}" said Jo Doe, Chief Executive. "{MORE}'
    assert entry.rule == "vocabulary/quotations#said-somebody"


@given(
    st.lists(
        st.sampled_from(['"', "said", "Jo Doe,", "Chief Executive,", "words of note", ".", ":", "\n\n", "'"]),
        max_size=30,
    )
)
def test_nothing_breaks_whatever_the_marks(pieces):
    text = letter(" ".join(pieces))
    document = read(text).document
    for entry in record(text).quotations:
        assert document.text[entry.evidence.start : entry.evidence.end] == entry.evidence.quote
        assert len(entry.text.split()) >= 3


def test_who_is_named_before_a_short_quotation_says_what_he_adds():
    text = release('Dr Alex Sample (head of the service) was "pleased". "We know what to do next," he added.')
    found = record(text).quotations
    assert next((one.speaker, one.role, one.text) for one in found) == (
        "Dr Alex Sample",
        "head of the service",
        "We know what to do next,",
    )


def test_a_pronoun_that_nobody_is_named_before_says_nothing():
    assert len(record(release('The report came out. "We know what to do next," he added.')).quotations) == 1


def test_the_group_that_somebody_chairs_is_no_name_of_theirs():
    text = release('Chair of the Chief Officers Group Sam Sample said: "We know what to do next."')
    found = record(text).quotations[0]
    assert (found.speaker, found.role) == ("Sam Sample", "Chair of the Chief Officers Group")


def test_a_pronoun_speaks_for_who_was_named_last_in_the_paragraph():
    words = '"There is more to do, and we know it."'
    assert quotations(f'Council leader Jo Doe said that she was "glad". She added: {words}') == [
        ("Jo Doe", "Council leader", words.strip('"')),
    ]  # fmt: skip
    assert quotations(f"The council was glad. It added: {words}") == []


# The speaker who goes on

SPOKEN = f'Jo Doe, Chief Executive of the trust, said: "{WORDS}"'


@pytest.mark.parametrize(
    "block",
    [
        f'The director added: "{MORE}"',
        f'A parent added: "{MORE}"',
        f'The council added: "{MORE}"',
    ],
)
def test_somebody_else_does_not_go_on(block):
    assert quotations(SPOKEN, block) == [("Jo Doe", "Chief Executive of the trust", WORDS)]


@pytest.mark.parametrize(
    "lead", ["She added:", "The chief executive added:", "Ms Doe went on:", "Of the plans, she said:"]
)
def test_the_speaker_goes_on(lead):
    assert quotations(SPOKEN, f'{lead} "{MORE}"') == [("Jo Doe", "Chief Executive of the trust", f"{WORDS} {MORE}")]


def test_who_said_it_may_stand_between_two_pieces_with_sentences_of_their_own():
    block = f'"{WORDS}" Jo Doe, Chief Executive, said. She concluded: "{MORE}"'
    assert quotations(block) == [("Jo Doe", "Chief Executive", f"{WORDS} {MORE}")]


@pytest.mark.parametrize(
    "above", ["The report was welcomed.", "Jo Doe was at the launch.", "Parents said they were glad."]
)
def test_words_of_he_or_she_need_somebody_who_spoke(above):
    assert quotations(above, f'"{WORDS}" she said.') == []


def test_words_of_she_below_what_somebody_said():
    assert quotations("Jo Doe, Chief Executive, said she was pleased.", f'"{WORDS}" she said.') == [
        ("Jo Doe", "Chief Executive", WORDS)
    ]


def test_words_of_a_role_before_a_comma_are_no_name():
    block = 'Policy Lead for Education, Councillor Mary-Jean Sample, added: "We know that we have more to do."'
    assert [(speaker, role) for speaker, role, _ in quotations(block)] == [
        ("Councillor Mary-Jean Sample", "Policy Lead for Education")
    ]


def test_what_stands_below_with_words_of_its_own_is_no_signature():
    block = f'"{MORE} This is what the report said of us all."\n\nThe Chief Officer, Jo Doe, said: "{WORDS}"'
    assert quotations(block) == [("Jo Doe", "Chief Officer", WORDS)]
