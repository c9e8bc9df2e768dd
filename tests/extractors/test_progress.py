"""What reviews say of progress: in other documents, of children, or hoped for, it is no statement of a review."""

import pytest
from tests.outline.invented import BY_NAME, PROSE, lines, record, report

SERVICES = BY_NAME["childrens_services_2012_2018"]
FOLLOWED = lines(
    "Progress review following a joint inspection of services for children and young people in Moray", "May 2016",
    "Introduction", PROSE,
)  # fmt: skip


def progress(sentence, before=FOLLOWED):
    return [(one.text, one.subject) for one in record(lines(before, "Conclusion", sentence)).progress]


@pytest.mark.parametrize(
    "sentence",
    [
        "Children made good progress at school.",
        "Young people were making good progress.",
        "Leaders said that good progress would be made by Christmas.",
        "Partners should make more progress in planning.",
        "The board reviews progress each month.",
        "The progress review was done in May.",
        "Work was in progress.",
        "Good progress at school.",
        "It was too early for the bus.",
    ],
)
def test_a_sentence_states_no_progress(sentence):
    assert progress(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Significant progress.", ("Significant progress", None)),
        ("Partners had made very encouraging progress in helping families.",
         ("very encouraging progress", "helping families")),
        ("The partnership has made considerable progress in leading improvement, though it is early days.",
         ("considerable progress", "leading improvement")),
        ("Some progress had been made in planning for children.", ("Some progress", "planning for children")),
        ("Progress has been slow in the north.", ("slow", "the north")),
        ("Progress towards joint planning was encouraging.", ("encouraging", "joint planning")),
        ("It is too soon to say.", ("too soon to say", None)),
        ("Services have made significant progress.", ("significant progress", None)),
        ("Partners had made good progress with regard to planning and they had begun to share it.",
         ("good progress", "planning")),
        ("Limited progress had been made in respect of advocacy and children's rights.",
         ("Limited progress", "advocacy and children's rights")),
        ("Some progress had been made in planning and partners had made a start on training.",
         ("Some progress", "planning")),
        ("Leaders had a plan but progress was slow in the isles.", ("slow", "the isles")),
        ("It was too early to assess the effects of the plan.", ("too early to assess the effects", None)),
        ("The partnership had never made real progress with neglect.", ("never made real progress", "neglect")),
        ("Partners have not only made good progress in planning.", ("good progress", "planning")),
    ],
)  # fmt: skip
def test_a_sentence_states_progress(sentence, expected):
    assert progress(sentence) == [expected]


def test_a_sentence_can_state_progress_twice():
    sentence = "Progress in developing advocacy was limited, and progress with corporate parenting had been slow."
    assert progress(sentence) == [("limited", "developing advocacy"), ("slow", "corporate parenting")]


def test_only_reviews_state_progress():
    sentence = "Partners had made very encouraging progress in helping families."
    assert record(report("Conclusion", sentence, programme=SERVICES)).progress == []


def test_a_follow_through_is_a_review_too():
    title = "Follow-through inspection of services to protect children and young people in the Moray Council area"
    before = lines(
        title, "June 2011", "Introduction", PROSE, "The joint inspection was made by HM Inspectorate of Education."
    )
    assert progress("Services had made limited progress towards better plans.", before) == [
        ("limited progress", "better plans")
    ]
    assert record(before).documents[0].kind == "inspection_report"


def test_a_letter_about_progress_is_a_review_too():
    subject = (
        "Joint inspection of services for children and young people in Moray: progress since our report of May 2019"
    )
    letter = lines("Example House", "1 High Street", *"ABCD", "4 March 2022", "Dear Colleagues", subject, PROSE)
    assert progress("Some progress has been made.", letter) == [("Some progress", None)]
    assert record(letter).documents[0].title == subject


@pytest.mark.parametrize("sentence", ["Impact on families was evaluated as weak.", "We gave two evaluations of weak."])
def test_the_grades_that_a_review_quotes_are_those_of_the_inspection_before(sentence):
    found = record(lines(FOLLOWED, "Conclusion", sentence))
    assert (found.evaluations, found.grade_counts) == ([], [])


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("There had been limited progress in improving plans.", "limited progress"),
        ("The pace of progress had been slow.", "slow"),
        ("Partners have made steady, if slow, progress.", "steady, if slow, progress"),
    ],
)
def test_progress_is_worded_in_other_ways(sentence, text):
    assert [said for said, _ in progress(sentence)] == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is a progress report.",
        "There should have been some progress by May.",
        "The pace of their work had been slow.",
        "Partners made changes, and reviewed progress.",
    ],
)
def test_other_words_near_progress_state_none(sentence):
    assert progress(sentence) == []
