"""The tree of headings: kinds and levels of invented documents of each sort, and sections that tile the text."""

from itertools import cycle

import pytest
from tests.outline.invented import (
    IN_NEED,
    PROSE,
    QUESTIONS,
    STATEMENTS,
    cover,
    lines,
    outline_of,
    paper,
    plan,
    read,
    record,
    release,
    report,
    title_of,
)  # fmt: skip
from tests.read.word.made import p, word_file

from ciextract.pipeline import parse

P = ("Words of the first kind are set down here so that there is something to read.",
     "Words of the second kind are set down here, and nobody has said them before.",
     "Words of the third kind come last, as is the way with things in threes.")  # fmt: skip
OVERVIEW = lines("Overview of findings from joint inspections 2021 to 2025", "May 2025")


def tree(text):
    """The headings, a line each, indented by their level: 'kind number: title'."""
    return [
        f"{'  ' * (section.level - 1)}{section.kind}{f' {section.number}' if section.number else ''}: {section.title[:24]}"
        for section in record(text).sections
        if section.title is not None
    ]


def page(*body):
    return f"<!doctype html><html><body><main>{''.join(body)}</main></body></html>"


def test_a_report_of_2021_to_2025():
    text = report(
        "Our remit", P[0], "How we conducted this inspection", P[1], "Key facts", P[2],
        "Key messages", "Strengths", "1. A good thing.", "Areas for improvement", "1. A lack.",
        "Quality indicator 2.1: Impact on children", P[0], "What children said", P[1],
        f"Statement 1: {STATEMENTS[1]}", "Key messages", "1. A thing of note.", "Noticing danger", P[2],
        f"Statement 2: {STATEMENTS[2]}", "Help that lasts", P[0],
        "Conclusion", P[1], "What happens next?", P[2],
        "Appendix 1: Key terms", P[0], "Appendix 2: The survey", "Who answered it", P[1], "Headquarters", P[2],
    )  # fmt: skip
    assert tree(text) == [
        "introduction: Introduction", "  remit: Our remit", "  method: How we conducted this in", "  key_facts: Key facts",
        "key_messages: Key messages", "  strengths: Strengths", "  areas_for_improvement: Areas for improvement",
        "quality_indicator 2.1: Impact on children", "  topic: What children said",
        "statement 1: Children and young peopl", "  key_messages: Key messages", "  topic: Noticing danger",
        "statement 2: Children and young peopl", "  topic: Help that lasts",
        "conclusion: Conclusion", "next_steps: What happens next?",
        "appendix 1: Key terms", "appendix 2: The survey", "  topic: Who answered it", "contact: Headquarters",
    ]  # fmt: skip


def test_a_report_of_2018_to_2020():
    text = lines(
        cover(programme=IN_NEED), "Key facts", P[0], "Introduction", P[1], "Our remit", P[2], "Our five inspection questions", P[0],
        "Our inspection teams", P[1], "Summary", "Strengths", "• A good thing.", "Priority areas for improvement", "• A lack.",
        "Moray in context", P[2], "Where people live", P[0], f"1. {QUESTIONS[1]}?", P[1], "Noticing danger", P[2],
        f"2. {QUESTIONS[2]}?", P[0], "Help to recover", P[1], "Conclusion", P[2], "Appendix 1: Evaluated quality indicators", P[0],
    )  # fmt: skip
    assert tree(text) == [
        "key_facts: Key facts", "introduction: Introduction", "  remit: Our remit", "  topic: Our five inspection ques",
        "  approach: Our inspection teams", "executive_summary: Summary", "  strengths: Strengths",
        "  areas_for_improvement: Priority areas for impro", "background: Moray in context", "  topic: Where people live",
        "question 1: How good is the partners", "  topic: Noticing danger", "question 2: How good is the partners",
        "  topic: Help to recover", "conclusion: Conclusion", "appendix 1: Evaluated quality indica",
    ]  # fmt: skip


@pytest.mark.parametrize(("below", "levels"), [("h3", [1, 2, 1]), ("h2", [1, 2, 2])])
def test_declared_levels_count_where_the_source_uses_several(below, levels):
    page = (
        f"<!doctype html><main><h1>{cover().splitlines()[0]}</h1><p>14 May 2024</p><h2>Introduction</h2><p>{PROSE}</p>"
        f"<{below}>How we inspected</{below}><p>{PROSE}</p><h2>What came of it</h2><p>{PROSE}</p></main>"
    )
    found = [one.level for one in record(page).sections if one.kind != "preamble"]
    assert found == levels


def test_numbered_chapters_of_an_overview_stand_side_by_side_with_their_topics_below():
    text = lines(
        "Review of findings from the inspection programme 2018-2020", "November 2020",
        "Contents\n\nForeword ..... 2\n1 Introduction ..... 3\n2 What was seen ..... 4\nLeaving care ..... 5\n3 Conclusion ..... 6",
        "Foreword", PROSE, "1 Introduction", PROSE, "2 What was seen", PROSE, "Leaving care", PROSE, "3 Conclusion", PROSE,
    )  # fmt: skip
    found = [(one.kind, one.number, one.level) for one in record(text).sections]
    assert found[-4:] == [("introduction", 1, 1), ("other", 2, 1), ("topic", None, 2), ("conclusion", 3, 1)]


def test_an_overview_in_parts():
    text = lines(
        OVERVIEW, "Foreword", P[0], "Key messages", "Key message 1", P[1], "Our evidence base", P[2], "Part A", "What we found", P[0],
        "Quality indicator 2.1: Impact on children", P[1], "What was hard", P[2],
        f"Statement 1: {STATEMENTS[1]}", "Key messages", "1. A thing of note.", "Early help", P[0],
        "Part B – Questions for leaders", P[1], "Part C: The years ahead", P[2],
        "Appendix 1: Table of evaluations", P[0], "Appendix 2 – Summary of key points", P[1], "Annex C: Glossary", P[2],
    )  # fmt: skip
    assert tree(text) == [
        "foreword: Foreword", "key_messages: Key messages", "evidence_base: Our evidence base", "part A: What we found",
        "  quality_indicator 2.1: Impact on children", "    topic: What was hard",
        "  statement 1: Children and young peopl", "    key_messages: Key messages", "    topic: Early help",
        "part B: Questions for leaders", "part C: The years ahead",
        "appendix 1: Table of evaluations", "appendix 2: Summary of key points", "appendix C: Glossary",
    ]  # fmt: skip
    assert [s.role for s in record(text).sections if s.kind == "appendix"] == ["evaluations", "summary", "glossary"]


def test_a_committee_paper():
    text = paper(
        "1.\tEXECUTIVE SUMMARY", "1.1\tIt went well.", "2.\tBACKGROUND", "2.1\tIt had gone well before.", "3.\tRECOMMENDATIONS",
        "3.1\t<u>What comes next</u>", "\t<p>A list of things to come.</p>", "4.\tIMPLICATIONS", "4.1\t<u>Finance</u> None.",
        "4.2\t**Legal** None.", "5.\tCONSULTATION", "5.1\tNone was held.", "Appendices", "• Appendix A: the report",
    )  # fmt: skip
    assert tree(text) == [
        "executive_summary 1: EXECUTIVE SUMMARY", "background 2: BACKGROUND", "proposals 3: RECOMMENDATIONS",
        "  topic 3.1: What comes next", "implications 4: IMPLICATIONS", "  topic 4.1: Finance", "  topic 4.2: Legal",
        "consultation 5: CONSULTATION", "other: Appendices",
    ]  # fmt: skip


def test_numbers_with_a_point_stand_below_their_chapter_and_side_by_side():
    text = paper("1 Summary", "1.1 Situation", PROSE, "1.2 Background", PROSE, "1.3 What was found", PROSE)
    assert tree(text) == [
        "executive_summary 1: Summary",
        "  topic 1.1: Situation",
        "  background 1.2: Background",
        "  topic 1.3: What was found",
    ]


def test_a_plan():
    row = ("1.1", "Minutes come late", "Type them", "March 2024", "Clerk")
    text = lines(
        report("Conclusion", P[0]), plan(f"Statement 1: {STATEMENTS[1]}", row, f"Statement 2: {STATEMENTS[2]}", row)
    )
    assert tree(text)[2:] == [
        "improvement_plan: Moray Joint Inspection I", "  statement 1: Children and young peopl", "  statement 2: Children and young peopl",
    ]  # fmt: skip


def test_a_release_on_a_web_page():
    text = page(
        "<h1>Early help praised in Moray</h1><p>14 May 2024</p>", "<p>The Care Inspectorate has today published a report.</p>",
        f"<h2>How the inspection was done</h2><p>{P[0]}</p>", f"<h2>Key messages</h2><h3>Strengths</h3><ul><li>{P[1]}</li></ul>",
        f"<h3>Areas for improvement</h3><ul><li>{P[2]}</li></ul><h2>Next steps</h2><p>We shall go back.</p>",
    )  # fmt: skip
    assert tree(text) == [
        "method: How the inspection was d", "key_messages: Key messages", "  strengths: Strengths",
        "  areas_for_improvement: Areas for improvement", "next_steps: Next steps",
    ]  # fmt: skip


def test_a_report_on_a_web_page():
    text = page(
        f"<h1>{title_of()}</h1><p>14 May 2024</p><h2>Introduction</h2><p>{P[0]}</p><h3>Our remit</h3><p>{P[1]}</p>",
        f"<h2>Statement 1: {STATEMENTS[1]}</h2><h3>Key messages</h3><ol><li>A thing of note.</li></ol>",
        f"<h3>Noticing danger</h3><p>{P[2]}</p><h2>Conclusion</h2><p>{PROSE}</p>",
    )
    assert tree(text) == [
        "introduction: Introduction", "  remit: Our remit", "statement 1: Children and young peopl",
        "  key_messages: Key messages", "  topic: Noticing danger", "conclusion: Conclusion",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["Our remit", P[0], "Key facts", P[1]], ["remit: Our remit", "key_facts: Key facts"]),
        (["Conclusion", P[0], "Our remit", P[1]], ["conclusion: Conclusion", "remit: Our remit"]),
        (["Strengths", P[0], "Areas for improvement", P[1]], ["strengths: Strengths", "areas_for_improvement: Areas for improvement"]),
        (["Conclusion", P[0], "Strengths", P[1]], ["conclusion: Conclusion", "  strengths: Strengths"]),
        (["Foreword", P[0], "Key messages", P[1]], ["foreword: Foreword", "key_messages: Key messages"]),
        (["Appendix 1: Key terms", P[0], "Conclusion", P[1]], ["appendix 1: Key terms", "conclusion: Conclusion"]),
    ],
)  # fmt: skip
def test_a_kind_is_a_sub_heading_only_below_what_it_belongs_to(blocks, expected):
    assert tree(lines(cover(), *blocks)) == expected


@pytest.mark.parametrize("heading", ["Key messages", "Key strengths", "Areas for improvement"])
def test_messages_in_an_appendix_stand_below_it(heading):
    assert tree(lines(cover(), "Appendix 1: Looking back", P[0], heading, P[1]))[1].startswith("  ")


@pytest.mark.parametrize(
    "text", ["Dear all,\n\nThe bus is late.\n\nYours", "ab", "12", "•", "A line.\nAnother line.", PROSE]
)
def test_a_text_without_headings_is_one_preamble(text):
    reading = read(text)
    (section,) = reading.outline.sections
    assert (section.kind, section.level, reading.document[section.own]) == ("preamble", 0, reading.document.text)


def test_an_unknown_document_has_its_own_headings():
    assert tree(lines("Our garden in spring", P[0], "Vegetables", P[1])) == ["other: Vegetables"]


@pytest.mark.parametrize(
    "text",
    [
        page(f"<h1>Our garden</h1><p>{P[0]}</p><h2>Vegetables</h2><p>{P[1]}</p><h2>Flowers</h2><p>{P[2]}</p>"),
        lines("Our garden in spring", P[0], "Vegetables", P[1], "Flowers", P[2]),
    ],
    ids=["web page", "plain text"],
)
def test_unknown_headings_stand_side_by_side(text):
    assert tree(text) == ["other: Vegetables", "other: Flowers"]


DOCUMENTS = {
    "report": report("Conclusion", P[0]),
    "paper, report and plan": lines(paper("1.\tSUMMARY"), report(P[0]), plan(("1.1", "a", "b", "c", "d"))),
    "release": release(P[0]),
    "no headings": PROSE,
    "two characters": "xy",
    "heading alone": "Introduction",
}


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_sections_and_parts_tile_the_text(text):
    reading = read(text)
    whole = reading.document.text
    assert "".join(reading.document[section.own] for section in reading.outline.sections) == whole
    assert "".join(reading.document[part.span] for part in reading.outline.parts) == whole


@pytest.mark.parametrize("above", ["Appendix 2", "Annex B", "Statement 3", "Conclusion"])
def test_a_line_above_the_title_of_a_plan_is_told_once(above):
    reading = read(lines(above, plan(("1.1", "Minutes come late", "Type them", "May 2024", "Clerk"))))
    assert "".join(reading.document[section.own] for section in reading.outline.sections) == reading.document.text


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_section_lies_within_those_above_it(text):
    outline = outline_of(text)
    for section in outline.sections:
        above = outline.above(section)
        assert [one.level for one in above] == list(range(section.level, section.level - len(above), -1))
        assert all(section.span in one.span and one.part == section.part for one in above)
        assert section.span in outline.parts[section.part].span


def test_an_offset_is_in_the_innermost_section():
    outline = outline_of(report("Our remit", P[0], f"Statement 1: {STATEMENTS[1]}", "Noticing danger", P[1]))
    for section in outline.sections:
        for offset in (section.own.start, section.own.end - 1):
            assert outline.section_at(offset) is section
    assert [section.statement for section in outline.sections] == [None, None, None, 1, 1]


def set_in(*sizes):
    """Headings that are only bold and large, each above a paragraph, as a Word file without styles."""
    runs = (f'<w:r><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr><w:t>{title}</w:t></w:r>' for title, size in sizes)
    return word_file("".join(p(run) + p(words) for run, words in zip(runs, cycle(P))))


def levels(content):
    return [(section.level, section.title) for section in parse(content).sections if section.title is not None]


def test_headings_of_one_size_say_nothing_of_their_levels():
    titles = ("Introduction", "Our towns", "Our villages", "Our islands")
    assert levels(set_in(*((title, 32) for title in titles))) == [
        (1, "Introduction"),
        *((2, title) for title in titles[1:]),
    ]


def test_one_heading_that_is_larger_than_all_others_is_no_level():
    sizes = (("Introduction", 40), ("Our towns", 32), ("Our villages", 32), ("Our islands", 32))
    assert [level for level, _ in levels(set_in(*sizes))] == [1, 2, 2, 2]


def test_where_some_headings_are_set_lower_those_of_one_size_stand_beside_each_other():
    sizes = (("Introduction", 32), ("Our towns", 32), ("Schools", 26), ("Our villages", 32), ("Roads", 26))
    assert [level for level, _ in levels(set_in(*sizes))] == [1, 1, 2, 1, 2]


def test_the_first_chapter_of_a_paper_in_plain_text_is_told_by_the_second():
    text = lines(
        "Glenmore Council", "Report by: Head of Service", "Date: 3 March 2017",
        "Joint inspection of services for children and young people in Moray",
        "1. Why this note", PROSE, "2. What was found", PROSE, "3. What we will do", PROSE,
    )  # fmt: skip
    found = [(one.number, one.title, one.level) for one in record(text).sections if one.level]
    assert found == [(1, "Why this note", 1), (2, "What was found", 1), (3, "What we will do", 1)]


def test_numbered_items_of_a_paper_with_words_between_them_are_no_chapters():
    text = lines(
        "Glenmore Council", "Report by: Head of Service", "Date: 3 March 2017",
        "Joint inspection of services for children and young people in Moray",
        PROSE, "1. Note the report;", PROSE, "2. Agree the plan.", PROSE,
    )  # fmt: skip
    assert not [one for one in record(text).sections if one.level]
