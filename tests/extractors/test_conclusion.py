"""What inspectors conclude. First what is no conclusion of theirs: others' confidence, other matters, other plans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outline.invented import BY_NAME, PROSE, STATEMENTS, lines, paper, plan, record, release, report

CAN = "We are confident that the partnership has the capacity to improve."
STATEMENT = f"Statement 1: {STATEMENTS[1]}"


def concluded(text):
    """(confident, plan requested), None where nothing is concluded."""
    found = record(text).conclusion
    return found and (found.confident, found.action_plan_requested)


def reasons(*blocks):
    found = record(report("Conclusion", *blocks)).conclusion
    return [reason.text for reason in found.reasons]


# What is none


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff are confident that the partnership has the capacity to improve.",
        "Leaders told us they were confident that they could improve.",
        "Leaders told us they were confident that they would improve.",
        "The partnership is confident that it has the capacity to improve.",
        "We are confident that children here are safe.",
        "We had enough to reach confident conclusions about the capacity of services.",
        "We asked how confident staff were in the capacity of leaders to improve.",
        "Parents had confidence in the ability of schools to change.",
        "At our last inspection we were not confident that services had the capacity to improve.",
    ],
)
def test_the_confidence_of_others_and_of_other_matters(sentence):
    assert concluded(report("Conclusion", sentence)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "We will not ask for an action plan.",
        "No action plan is required.",
        "We read the partnership's action plan with interest.",
        "The link inspector will follow progress with the action plan that is in place.",
        "The council has an action plan of its own.",
        "We did not ask leaders for a joint action plan.",
        "Partners will draw up an improvement plan.",
    ],
)
def test_plans_that_nobody_asks_for(sentence):
    assert concluded(report("What happens next?", sentence)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "We are confident that the partnership has the capacity to improve.",
        "We have asked all services for improvement plans.",
        "The Board is asked to agree the action plan at Appendix B.",
        "Members are invited to note the action plan.",
        "An action plan has been drawn up and will be watched by the committee.",
        "The council was asked to note the action plan.",
    ],
)
def test_in_a_paper_we_are_the_council(sentence):
    assert concluded(paper("1.\tSUMMARY", f"1.1\t{sentence}", f"1.2\t{PROSE}")) is None


@pytest.mark.parametrize(
    "heading", [STATEMENT, "Key messages", "Appendix 1: Key terms", "How we conducted this inspection"]
)
def test_sections_that_do_not_conclude(heading):
    assert concluded(report(heading, CAN, "We will ask for an action plan.")) is None


def test_a_plan_is_the_partnerships_own():
    row = (
        "1.1",
        "Inspectors are confident that we have the capacity to improve",
        "Ask for an action plan",
        "May",
        "CPC",
    )
    assert concluded(plan("Statement 1: Safety", row)) is None


@pytest.mark.parametrize(
    "blocks",
    [
        [CAN, "The partnership should:", "• write plans\n• read them"],
        ["We are confident that the partnership has the capacity to improve in these areas:", "• plans\n• reviews"],
        [CAN, "Priorities for improvement are:", "• plans\n• reviews"],
        [CAN, PROSE, PROSE, PROSE, "This is because of:", "• trust\n• time"],
        [f"{CAN} This is because staff care.", "• trust\n• time"],
    ],
    ids=["to do", "in these areas", "priorities", "far away", "no list follows"],
)
def test_lists_of_something_else_are_no_reasons(blocks):
    assert reasons(*blocks) == []


# What is one


@pytest.mark.parametrize(
    "sentence",
    [
        "The Care Inspectorate and the bodies beside it are confident that partners have the capacity to improve.",
        "With its partner bodies, the Care Inspectorate is confident that leaders can go on to improve.",
        "We have confidence in the partnership's ability to put these matters right.",
        "Inspectors are fully satisfied that the partnership is able to make the changes that are needed.",
        "We have no doubt that the partnership will improve further.",
        "We are not only confident that the partnership has the capacity to improve, we expect it to.",
        "Confidence in the partnership's capacity for improvement is high.",
        "This gives us every confidence that the partnership has the capacity to improve.",
        "The partnership has the capacity to improve, and of that we are confident.",
        "In 2017 we were not confident that services had the capacity to improve. We are now confident of their capacity.",
    ],
)
def test_confident(sentence):
    assert concluded(report("Conclusion", sentence)) == (True, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "We are not yet confident that the partnership has the capacity to improve.",
        "The Care Inspectorate cannot be confident that leaders are able to make the changes.",
        "We do not have confidence that partners can put this right without help.",
        "We lacked confidence in the capacity of the partnership to improve.",
        "Inspectors have little confidence that services can improve.",
        "We are sure that the partnership does not have the capacity to improve.",
        "We aren't confident of the partnership's capacity to improve.",
    ],
)
def test_not_confident(sentence):
    assert concluded(report("Conclusion", sentence)) == (False, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will ask the partnership for a joint action plan.",
        "The Care Inspectorate has requested an improvement plan from partners.",
        "Within eight weeks the partnership will send us an action plan.",
        "We have asked that a joint action plan reach us by August.",
        "Partners have been asked to submit an action plan.",
        "A plan of action has been asked for.",
        "The Care Inspectorate will look to partners for evidence that these points stand in their action plans.",
        "The partnership should prepare a joint action plan within six weeks.",
        "Leaders must submit an action plan to inspectors by June.",
        "In response, partners will publish an improvement plan.",
        "Partners will draw up an improvement plan to address these points.",
    ],
)
def test_a_plan_is_asked_for(sentence):
    assert concluded(report("What happens next?", sentence)) == (None, True)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The inspectors say that they are confident in the capacity of the partnership to improve.", (True, False)),
        ("The Care Inspectorate has asked the partnership to submit an action plan.", (None, True)),
        ("Inspectors found that help came late and called for partners to send in an action plan.", (None, True)),
        ("The report says that inspectors are not confident of the partnership's capacity to improve.", (False, False)),
        ("The partnership has been asked by the inspectors to provide an action plan.", (None, True)),
        ("An action plan must be sent to the Care Inspectorate by May.", (None, True)),
    ],
)
def test_papers_and_releases_name_the_inspectors(sentence, found):
    assert concluded(paper("1.\tSUMMARY", f"1.1\t{sentence}", f"1.2\t{PROSE}")) == found
    assert concluded(release(sentence)) == found
    assert concluded(paper("4.\tKEY FINDINGS", f"4.1\t{sentence}", "5.\tCONSULTATION", f"5.1\t{PROSE}")) == found


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        ([f"{CAN} We base this view on:", "• trust\n• time, given freely."], ["trust", "time, given freely."]),
        ([CAN, "This judgement rests on:", "1. trust\n2. time"], ["trust", "time"]),
        (["We are confident in the capacity of partners to improve because of", "- trust; and\n- time"], ["trust; and", "time"]),
        (["The following give us confidence that partners can improve:", "• trust\n• time"], ["trust", "time"]),
        ([CAN, "Four things lead us to say so:", "• trust\n• time", "• candour", "There is more to do."], ["trust", "time", "candour"]),
    ],
)  # fmt: skip
def test_the_listed_reasons_word_for_word(blocks, found):
    assert reasons(*blocks) == found


def test_a_report_is_heard_before_a_paper_about_it():
    said = "1.1\tThe inspectors are confident that the partnership has the capacity to improve."
    denied = report("Conclusion", "We are not confident that the partnership has the capacity to improve.")
    assert concluded(lines(paper("1.\tSUMMARY", said, f"1.2\t{PROSE}"), denied)) == (False, False)


def test_a_conclusion_is_heard_before_what_comes_next():
    later = (
        "Based on our confidence in the partnership's commitment to improvement we are done. We ask for an action plan."
    )
    found = record(report("Conclusion", CAN, "What happens next?", later)).conclusion
    assert (found.evidence.quote, found.action_plan_requested) == (CAN, True)
    assert found.rule == "vocabulary/conclusions#confident"


@given(
    st.lists(
        st.sampled_from(
            [
                "we are",
                "not",
                "confident",
                "that",
                "leaders",
                "the capacity to improve",
                "ask for",
                "an action plan",
                ".",
                ":",
            ]
        )
    )
)
def test_nothing_breaks_and_evidence_holds(words):
    text = report("Conclusion", " ".join(words) + " end.", "• one\n• two")
    found = record(text).conclusion
    if found is not None:
        assert found.confident is not None or found.action_plan_requested
        assert all(reason.evidence.quote == reason.text for reason in found.reasons)


def test_a_numbered_heading_right_below_the_reasons_is_none_of_them():
    because = "We are confident that the partnership has the capacity to improve. This is based on:"
    text = report(f"Statement 1: {STATEMENTS[1]}", PROSE, "6. Conclusion", because,
                  "• the will of its leaders\n• the skill of its staff", "7. WHAT HAPPENS NEXT?", PROSE)  # fmt: skip
    assert [one.text for one in record(text).conclusion.reasons] == [
        "the will of its leaders",
        "the skill of its staff",
    ]


def test_what_partners_should_take_account_of_is_no_reason():
    said = "We are confident that services will continue to improve. Partners should take account of the need to:"
    assert reasons(said, "• write better plans\n• listen to children") == []


def test_inspectors_who_were_unable_to_be_confident_are_not_confident():
    sentence = "We were unable to be confident in the capacity of the partnership to improve."
    assert concluded(report("Conclusion", sentence)) == (False, False)


CHAPTER = "How good is collaborative leadership?"


def test_a_plan_asked_for_beside_the_confidence_of_the_last_chapter_counts():
    in_need = BY_NAME["children_in_need_of_care_and_protection"]
    able = "We are confident that the partnership has the capacity to make the improvements needed."
    asked = "We have asked for an action plan."
    assert concluded(report(CHAPTER, PROSE, programme=in_need)) is None
    assert concluded(report(CHAPTER, f"{PROSE} {asked}", programme=in_need)) is None
    assert concluded(report(CHAPTER, f"{able} {asked}", programme=in_need)) == (True, True)


def test_confidence_that_is_to_grow_is_not_stated():
    sentence = "This will enhance our confidence in the ability of the partnership to improve."
    assert concluded(report("Conclusion", sentence)) is None
    assert concluded(report("Conclusion", sentence.replace("This will enhance our", "We have"))) == (True, False)
