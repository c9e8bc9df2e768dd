"""Which heading the words of a line make out, wherever the line stands: sentences and near words make out none."""

import pytest
from tests.outline.invented import AT_RISK, IN_NEED, QUESTIONS, STATEMENTS

from ciextract.outline.matching import ContentsTitles, Matcher


@pytest.fixture(scope="module")
def matcher():
    return Matcher(AT_RISK)


@pytest.mark.parametrize(
    "line",
    [
        "", " ", "Statement", "Statement two", "Statements 1 and 2", "Statement 2 is about plans", "(Statement 2)",
        "Statement 2, as was said, is about plans", "Statement 2; and others", "Under Statement 2 we say more",
        "Statement 2 Children ought to be safe", "Statement 123", "Position statement 1", "Statement2",
        "Part of the plan", "Part time work", "Part B of our survey", "Part a of the form", "Parties: who they were",
        "Appendix 1 has the words that we use", "Appendices A to C", "See Appendix 1", "Annexed papers",
        "Quality indicator 2.1 was graded", "Quality indicators: all of them", "Questions 1 to 5", "Question time",
        "Key message 3", "Keys and messages", "A key message", "Message", "Strength", "Strengths and needs of the child",
        "Children and young people are safer", "Children are safer because someone looked out for them",
        "Introduction of a new form", "Introduced in May", "In conclusion, it went well", "Concluded",
        "How we support staff", "How good is the partnership at baking bread", "How well is it", "Next stepfather",
        "Summary justice", "Contacts with families", "Key facts about us", "Background noise", "An action plan",
        "Report of what we saw", "Appendix No. 2, as printed", "Consulting rooms", "Termly", "Remittance",
    ],
)  # fmt: skip
def test_a_line_makes_out_no_heading(matcher, line):
    assert matcher.match(line) is None


@pytest.mark.parametrize(
    ("line", "kind", "number", "title"),
    [
        ("Statement 2", "statement", 2, ""),
        ("Statement 2: Plans and help", "statement", 2, "Plans and help"),
        ("STATEMENT 2 - Plans and help", "statement", 2, "Plans and help"),
        ("Statement 2 – Plans and help", "statement", 2, "Plans and help"),
        ("Inspection statement 3. Families", "statement", 3, "Families"),
        (f"Statement 1 {STATEMENTS[1]}", "statement", 1, STATEMENTS[1]),
        (f"Statement 4: {STATEMENTS[4]}.", "statement", 4, f"{STATEMENTS[4]}."),
        ("Question 3: What of leaders?", "question", 3, "What of leaders?"),
        ("Key line of enquiry 2: Plans", "question", 2, "Plans"),
        ("Part A", "part", "A", ""),
        ("Part c: The years ahead", "part", "C", "The years ahead"),
        ("Appendix 1: Key terms", "appendix", 1, "Key terms"),
        ("Annex B – The survey", "appendix", "B", "The survey"),
        ("Quality indicator 2.1: Impact", "quality_indicator", "2.1", "Impact"),
        ("QI 9.2", "quality_indicator", "9.2", ""),
    ],
)
def test_a_label_makes_out_its_number(matcher, line, kind, number, title):
    match = matcher.match(line)
    assert (match.kind, match.number, match.labelled) == (kind, number, True)
    assert line[match.title_start :] == title


@pytest.mark.parametrize("label", ["QI 2.1", "Quality indicator 2.1"])
def test_an_indicators_name_needs_no_mark_after_its_label(matcher, label):
    assert matcher.match(f"{label} {AT_RISK.indicator[0].name}") is not None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("INTRODUCTION", "introduction"), ("Our remit", "remit"), ("Key messages:", "key_messages"),
        ("What happens next?", "next_steps"), ("Next steps.", "next_steps"), ("Key facts about Moray", "key_facts"),
        ("Key facts about the Scottish Borders", "key_facts"), ("How the inspection was done", "method"),
        ("How inspectors gathered what they know", "method"), ("Glossary of terms used here", "glossary"),
        ("Abbreviations in this paper", "glossary"), ("Headquarters", "contact"), ("Recommendations", "proposals"),
        ("Appendices", "other"), ("Key massages", "key_messages"), ("Executive sumary", "executive_summary"),
    ],
)  # fmt: skip
def test_words_make_out_a_kind(matcher, line, kind):
    assert matcher.match(line).kind == kind


@pytest.mark.parametrize("number", STATEMENTS)
@pytest.mark.parametrize(
    "garbled",
    [
        lambda t: t.replace(" and ", " & ", 1),
        lambda t: t[:-12],
        lambda t: t.replace("e", "", 2),
        lambda t: t.replace(",", ""),
    ],
    ids=["ampersand", "cut short", "letters lost", "commas lost"],
)
def test_a_statement_is_known_in_spite_of_slips(matcher, number, garbled):
    match = matcher.match(garbled(STATEMENTS[number]))
    assert (match.kind, match.number) == ("statement", number)


def test_statements_are_known_to_their_programme_alone():
    assert Matcher(None).match(STATEMENTS[1]) is None
    assert Matcher(IN_NEED).match(STATEMENTS[1]) is None
    assert Matcher(AT_RISK).match(QUESTIONS[1]) is None


@pytest.mark.parametrize("number", QUESTIONS)
def test_a_question_keeps_its_number_in_other_words(number):
    match = Matcher(IN_NEED).match(f"{QUESTIONS[number]} here?")
    assert (match.kind, match.number) == ("question", number)


def test_a_question_that_is_not_given_has_no_number():
    match = Matcher(IN_NEED).match("How good is the work of leaders?")
    assert (match.kind, match.number) == ("question", None)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Key terms", "glossary"), ("The terms we use in this paper", "glossary"), ("Glossary", "glossary"),
        ("Table of evaluations by area", "evaluations"), ("Evaluated indicators", "evaluations"),
        ("Summary of key points", "summary"), ("The survey", None), ("Long-terms of office", None), ("", None),
    ],
)  # fmt: skip
def test_an_appendix_has_the_role_of_what_it_holds(matcher, title, role):
    assert matcher.role(title) == role


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("Help that lasts", True), ("HELP THAT LASTS", True), ("Help that lasts?", True), ("The help that lasts", True),
        ("Help that last", True), ("Help", False), ("Lasting peace", False), ("What lasts and what does not last long", False),
        ("", False),
    ],
)  # fmt: skip
def test_a_contents_page_lists_a_title_in_nearly_its_words(title, listed):
    assert ContentsTitles(["Introduction", "Help that lasts"]).lists(title) is listed


def test_a_contents_page_that_is_not_there_lists_nothing():
    assert not ContentsTitles([]).lists("Introduction")
