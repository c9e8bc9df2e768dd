"""Headings of summaries and closes that documents word in many ways, and where they stand in the tree."""

import pytest
from tests.outline.invented import IN_NEED, PROSE, cover, headings, lines, paper, record, report
from tests.outline.test_structures import tree

MORE = "They said so in the spring, and in the autumn when they were asked again they had not changed their minds."


@pytest.mark.parametrize("under", ["Statement 1: Children are safer", "Quality indicator 2.1: Impact on children"])
def test_a_list_of_what_goes_well_inside_the_report_is_a_topic(under):
    found = headings(lines(cover(), "Introduction", PROSE, under, PROSE, "What partners do well", f"- {PROSE}"))
    assert found[-1][0] == "topic"


def test_what_goes_well_above_prose_behind_an_unknown_heading_is_a_topic():
    found = headings(report("In short", PROSE, "What partners do well", PROSE))
    assert found[-1][0] == "topic"


def test_what_goes_well_and_what_must_be_better_hold_messages_before_the_chapters():
    text = report(
        "In short", MORE, "What partners do well", f"- {PROSE}", "What partners need to do better", f"- {MORE}"
    )
    assert [kind for kind, _, _ in headings(text)][-2:] == ["strengths", "areas_for_improvement"]
    assert [message.kind for message in record(text).key_messages] == ["strength", "area_for_improvement"]


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("Evaluation of quality indicator 2.1", "quality_indicator", "2.1"),
        ("Closing remarks and capacity to improve", "conclusion", None),
        ("Main findings at a glance", "key_messages", None),
        ("What next?", "next_steps", None),
        ("Hard words", "glossary", None),
        ("Seeing risk (Statement 1)", "statement", 1),
    ],
)
def test_a_heading_in_other_words_has_its_kind(line, kind, number):
    assert headings(report(line, PROSE))[-1][:2] == (kind, number)


def test_numbers_of_three_parts_head_topics_of_a_paper():
    text = paper("1 ASSESSMENT", "1.3 It went well.", "1.3.1 Quality of care", MORE, "1.3.2 Workforce", PROSE)
    assert tree(text) == ["other 1: ASSESSMENT", "  topic 1.3.1: Quality of care", "  topic 1.3.2: Workforce"]


def test_chapters_with_letters_stand_side_by_side():
    text = paper("A. PURPOSE OF REPORT", PROSE, "B. WHAT WAS SAID", MORE, "C. CONCLUSION", PROSE)
    assert tree(text) == ["introduction A: PURPOSE OF REPORT", "other B: WHAT WAS SAID", "conclusion C: CONCLUSION"]


def test_a_chapter_that_is_declared_to_stand_below_another_is_a_topic_of_it():
    front = "".join(f"<p>{line}</p>" for line in cover().split("\n\n")[1:])
    body = f"<h1>{cover().splitlines()[0]}</h1>{front}<h2>Conclusion</h2><p>{PROSE}</p><h3>Theme 1: Rights</h3><p>{MORE}</p>"
    assert tree(f"<!doctype html><html><body><main>{body}</main></body></html>") == [
        "conclusion: Conclusion",
        "  topic 1: Rights",
    ]


def test_headings_declared_alike_stand_side_by_side_where_others_are_declared_lower_further_on():
    front = "".join(f"<p>{line}</p>" for line in cover().split("\n\n")[1:])
    parts = (("2", "Summary"), ("2", "Progress on what was asked"), ("3", "What staff said"), ("2", "Conclusion"))
    body = "".join(f"<h{level}>{title}</h{level}><p>{PROSE}</p>" for level, title in parts)
    page = f"<h1>{cover().splitlines()[0]}</h1>{front}{body}"
    assert tree(f"<!doctype html><html><body><main>{page}</main></body></html>") == [
        "executive_summary: Summary", "other: Progress on what was ask", "  topic: What staff said", "conclusion: Conclusion",
    ]  # fmt: skip


def test_a_heading_stands_at_the_top_where_the_contents_page_lists_no_other_ones():
    listed = "\n".join(("Introduction\t3", "The people who live here\t5", "Conclusion\t9"))
    body = ("Introduction", PROSE, "Who asked us", MORE, "The people who live here", PROSE, "Conclusion", MORE)
    assert tree(lines(cover(), "Contents", listed, *body)) == [
        "introduction: Introduction", "  topic: Who asked us", "other: The people who live here", "conclusion: Conclusion",
    ]  # fmt: skip
    listed = "\n".join(("Introduction\t3", "Who asked us\t4", "The people who live here\t5", "Conclusion\t9"))
    assert tree(lines(cover(), "Contents", listed, *body))[2] == "  topic: The people who live here"


def test_a_contents_page_may_stand_at_the_end():
    body = ("Introduction", PROSE, "Who asked us", MORE, "Conclusion", PROSE)
    listed = ("Contents", "Introduction 3\nWho asked us 4\nConclusion 9")
    assert "Contents" not in record(lines(cover(), *body, *listed)).sections[-1].text


def test_a_label_may_stand_above_numbered_paragraphs():
    text = paper(
        "IMPLICATIONS", "Finance", "4. There is no cost to the board.", "Workforce", "5. There is none for staff."
    )
    assert tree(text) == ["implications: IMPLICATIONS", "  topic: Finance", "  topic: Workforce"]
    assert tree(paper("IMPLICATIONS", "Finance", "1. Money\n2. Time")) == ["implications: IMPLICATIONS"]


@pytest.mark.parametrize(("year", "name"), [(2007, "child_protection_2005_2009"), (2011, "child_protection_2009_2012")])
def test_the_date_on_the_cover_of_a_report_within_a_paper_tells_two_programmes_apart(year, name):
    title = "Joint inspection of services to protect children and young people in the Moray Council area"
    blocks = [f"{number}. {PROSE}" for number in range(1, 14)]
    front = paper(*blocks, day="14 May", subject="Services to protect children and young people")
    text = lines(front, title, "HM Inspectorate of Education", f"3 June {year}", "Introduction", MORE)
    assert record(text).inspection.programme == name


def test_a_date_in_a_sentence_behind_the_opening_tells_nothing():
    assert IN_NEED.has_year(2019)
    blocks = [f"{number}. {PROSE}" for number in range(1, 14)]
    text = lines(
        paper(*blocks, "There was a joint inspection of services to protect children before June 2007.", day="14 May")
    )
    assert record(text).inspection.programme is None


def test_an_unknown_heading_behind_messages_in_plain_text_stands_at_the_top():
    text = lines(cover(), "Key messages", f"- {PROSE}", "How children are kept safe", MORE, "Help at school", PROSE)
    assert tree(text)[1] == "other: How children are kept sa"


def test_an_unknown_heading_above_a_list_behind_messages_is_a_group_of_them():
    text = lines(cover(), "Key messages", "For all who lead", f"- {PROSE}", "For all who teach", f"- {MORE}")
    assert tree(text) == ["key_messages: Key messages", "  topic: For all who lead", "  topic: For all who teach"]
