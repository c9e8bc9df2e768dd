"""Lines that look like headings and are none, and headings that do not look like it."""

import pytest
from tests.outline.invented import (
    AT_RISK,
    PROSE,
    STATEMENTS,
    cover,
    headings,
    lines,
    paper,
    plan,
    record,
    release,
    report,
)

MORE = "Nobody whom we met could think of a morning when the door had been locked and the lights had been out."
WORDS = "Few things count for as much as a voice that one knows at the other end of the line."


def titles(*blocks, **given):
    """Titles of the headings of a report below its first statement."""
    text = report(f"Statement 1: {STATEMENTS[1]}", *blocks, **given)
    return [title for _, _, title in headings(text)][2:]


@pytest.mark.parametrize(
    "blocks",
    [
        ["This is a sentence.", PROSE],
        ["This, for example,", PROSE],
        ["They did as follows:", PROSE],
        ["and this goes on", PROSE],
        ["14 May 2023", PROSE],
        ["Tuesday 14 May 2023", PROSE],
        ["12,300 people", PROSE],
        ["43%", PROSE],
        ["www.example.org", PROSE],
        ["alex@example.org", PROSE],
        ["Dundee DD1 4NY", PROSE],
        ["01632 960 142", PROSE],
        ["© Nobody 2024", PROSE],
        ["Key message 3", PROSE],
        ["• Training and confidence\n• Help for families", PROSE],
        ["1. Training and confidence\n2. Help for families", PROSE],
        ["This line is far too long to head anything although it ends without a mark and runs on and on", PROSE],
        ["The last line has nothing under it"],
        ["Rooms and who used them\tDays", PROSE],
        [f'"{WORDS}"', "Young person, 15", PROSE],
        ["Appendix 1 has the words that we use in full.", PROSE],
        ["Part B of our survey went to parents.", PROSE],
        ["Conclusion was reached by none of them.", PROSE],
        ["Our remit is wide.", PROSE],
        ["Alex Doe, Chief Executive", PROSE],
        ["Alex Doe", "Chief Executive"],
        ["Dr Jo A. Doe, Independent Chair, Glenmore Committee", PROSE],
    ],
    ids=lambda blocks: blocks[0][:30],
)
def test_a_line_is_no_heading(blocks):
    assert titles(*blocks) == []


@pytest.mark.parametrize(
    "line", ["Noticing danger", "Being heard and believed", "What families said", "Is help there in time?", "24-hour cover",
             "Children's rights", "'Nothing about us'", "Mental health (CAMHS)", "Vision, values and aims",
             "Strategic Leadership, Chief Officers and Committees"],
)  # fmt: skip
@pytest.mark.parametrize(
    "under", [[PROSE], ["• A bullet of its own\n• And one more"], ["1.1\tA numbered paragraph of some length."]]
)
def test_a_short_line_above_prose_or_a_list_is_a_heading(line, under):
    assert titles(line, *under) == [line]


def test_boxed_figures_head_nothing():
    text = report(
        "Key facts",
        "Total population",
        "12,300 people",
        "Children",
        "18 in a hundred",
        "Homes",
        WORDS,
        "Conclusion",
        PROSE,
    )
    assert [kind for kind, _, _ in headings(text)] == ["introduction", "key_facts", "conclusion"]


def test_nothing_stands_below_the_address_of_the_publisher():
    text = report("Headquarters", "Care Inspectorate", "Other offices", WORDS, "Follow us", WORDS)
    assert [kind for kind, _, _ in headings(text)] == ["introduction", "contact"]


def test_short_lines_of_a_release_are_no_headings():
    assert headings(release("Good news", PROSE, "More to do", WORDS)) == []


def test_short_lines_of_a_paper_are_no_headings_unless_they_are_known():
    found = headings(
        paper("1.\tSUMMARY", "1.1\tIt went well.", "Good news", PROSE, "Implications", "None that we know of.")
    )
    assert [kind for kind, _, _ in found] == ["executive_summary", "implications"]


def test_cells_of_a_plan_are_no_headings():
    rows = [
        ("1.1", "Conclusion", "Key messages", "Next steps", "Headquarters"),
        ("1.2", "Introduction", "Type", "May", "Clerk"),
    ]
    assert [kind for kind, _, _ in headings(plan(*rows))] == ["improvement_plan"]


def test_labels_of_key_messages_are_no_sections():
    text = report(
        "Key messages", "Key message 1", PROSE, "Key message 2:", MORE, "KEY MESSAGE 3", WORDS, "Conclusion", PROSE
    )
    assert [kind for kind, _, _ in headings(text)] == ["introduction", "key_messages", "conclusion"]


@pytest.mark.parametrize(
    ("listed", "printed"),
    [
        ("The help that lasts", "Help that lasts"),
        ("Help that lasts", "HELP THAT LASTS"),
        ("Help which lasts", "Help that lasts"),
        ("Help - that lasts", "Help that lasts?"),
    ],
)
def test_a_heading_printed_differently_in_the_contents_is_one(listed, printed):
    cover, rest = report(printed, PROSE, "Conclusion", MORE).split("Introduction", 1)
    text = lines(cover.strip(), "Contents", f"Introduction\t3\n{listed}\t5\nConclusion\t9", "Introduction" + rest)
    assert printed in [title for _, _, title in headings(text)]
    assert listed not in [title for _, _, title in headings(text)]


def test_a_contents_page_is_no_source_of_sections():
    cover, rest = report("Conclusion", PROSE).split("Introduction", 1)
    text = lines(cover.strip(), "Contents", "Introduction\t3\nHelp that lasts\t5\nConclusion\t9", "Introduction" + rest)
    assert [title for _, _, title in headings(text)] == ["Introduction", "Conclusion"]
    assert all("Help that lasts" not in section.text for section in record(text).sections)


def test_an_indicator_without_a_mark_is_a_section_of_its_own():
    name = AT_RISK.indicator[0].name
    found = headings(report(f"Quality indicator 2.1 {name}", PROSE, "Conclusion", MORE))
    assert ("quality_indicator", "2.1", name) in found


def test_a_numbered_heading_right_below_a_numbered_list_keeps_its_kind():
    listed = "1. One thing of note.\n2. Another thing of note."
    text = paper("1.\tSUMMARY", "1.1\tIt went well:", listed, "2.\tBACKGROUND", "2.1\tIt went on.")
    assert headings(text) == [("executive_summary", 1, "SUMMARY"), ("background", 2, "BACKGROUND")]


def test_a_papers_list_of_its_appendices_is_no_list_of_headings():
    text = lines(
        paper("1.\tSUMMARY", "1.1\tIt went well.", "Appendix A: report", "Appendix B: plan"),
        report("Conclusion", PROSE),
    )
    assert [kind for kind, _, _ in headings(text, part=0)] == ["executive_summary"]


def chapters(*blocks, listed=()):
    """Kind and number of the headings of a report that numbers its chapters, behind a list of two messages."""
    front = lines(cover(), "Contents", "\n".join(f"{title}\t{page}" for page, title in enumerate(listed, 3)))
    body = ["1. Introduction", PROSE, "2. Key messages", "Areas for improvement", "1. More time.\n2. More care."]
    text = lines(front if listed else cover(), *body, *blocks)
    return [(kind, number) for kind, number, _ in headings(text)][3:]


def test_a_chapter_in_capitals_below_a_list_that_has_its_number_is_a_heading():
    assert chapters(f"3. STATEMENT 1: {STATEMENTS[1].upper()}", PROSE, "4. CONCLUSION", PROSE) == [
        ("statement", 1),
        ("conclusion", 4),
    ]


def test_a_chapter_that_the_contents_page_lists_below_a_list_that_has_its_number_is_a_heading():
    listed = ("1. Introduction", "2. Key messages", "3. The help that families get", "4. Conclusion")
    assert chapters("3. The help that families get", PROSE, "4. Conclusion", MORE, listed=listed) == [
        ("other", 3),
        ("conclusion", 4),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "3. Help for families",
        "3. Conclusion of the pilot",
        "4. THE NEXT CHAPTER BUT ONE",
        "3. more time",
        "(3) STATEMENT 1: HELP",
    ],
)
def test_the_third_item_of_a_list_is_no_chapter(item):
    assert chapters(f"{item}\n4. Less haste.", "Conclusion", PROSE) == [("conclusion", None)]


def test_a_number_of_the_chapters_goes_on_behind_a_statement():
    assert chapters(f"Statement 1: {STATEMENTS[1]}", PROSE, "3. HOW GOOD IS OUR LEADERSHIP?", PROSE)[1:] == [
        ("other", 3)
    ]


def test_a_title_above_paragraphs_of_its_number_heads_them_in_a_paper():
    found = headings(paper("1\tWhat this paper is about", "1.1\tIt went well.", "2\tWhat it costs", "2.1\tNothing."))
    assert [(kind, number) for kind, number, _ in found] == [("other", 1), ("other", 2)]


def test_a_numbered_paragraph_that_names_an_appendix_is_no_heading():
    found = headings(paper("11.\tAPPENDICES", "11.1\tAppendix A - Improvement Plan", "12.\tCONTACT", PROSE))
    assert [number for _, number, _ in found] == [11, 12]


def test_a_number_apart_from_its_title_by_blanks_alone_is_that_of_the_chapter():
    text = lines(cover(), "1   Introduction", PROSE, "2 The people who live here", PROSE, "3  Conclusion", MORE)
    assert headings(text) == [
        ("introduction", 1, "Introduction"),
        ("other", 2, "The people who live here"),
        ("conclusion", 3, "Conclusion"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2 Mill Lane",
        "2 Workers left in a year.",
        "3 Lessons that we learned",
        "20 Lessons that we learned",
        "2 May 2023",
        "2 people",
    ],
)
def test_a_line_that_begins_with_a_number_is_no_chapter(line):
    text = lines(cover(), "1   Introduction", PROSE, line, "Nobody", "2  Conclusion", MORE)
    assert [number for _, number, _ in headings(text)] == [1, 2]


LONG = f"{PROSE} {MORE}"


def test_a_line_above_a_paragraph_below_the_cover_is_the_first_heading():
    text = lines(cover(), "Who asked for this inspection", LONG, "Conclusion", PROSE)
    assert [title for _, _, title in headings(text)] == ["Who asked for this inspection", "Conclusion"]


@pytest.mark.parametrize("line", ["Published by the Care Inspectorate", "14 May 2024", "© Nobody 2024", "of Moray"])
def test_a_line_of_the_cover_is_no_heading(line):
    text = lines(cover(), line, LONG, "Conclusion", PROSE)
    assert [title for _, _, title in headings(text)] == ["Conclusion"]


@pytest.mark.parametrize("line", ["What worked well", "What works well", "What needs to improve"])
def test_a_sub_heading_that_praises_or_asks_for_more_is_a_topic(line):
    found = headings(report(f"Statement 1: {STATEMENTS[1]}", line, "• A bullet of its own.\n• And one more."))
    assert [kind for kind, _, title in found if title == line] == ["topic"]


def test_a_term_above_its_definition_in_a_glossary_is_no_heading():
    terms = ("Care leaver", "A young person who has left the care of a council.", "Chronology", PROSE)
    for heading in ("Glossary", "Appendix 2: Key terms"):
        assert "Care leaver" not in [title for _, _, title in headings(report("Conclusion", PROSE, heading, *terms))]


@pytest.mark.parametrize("line", ["Financial implications", "Risk and legal implications"])
def test_implications_of_a_kind_are_implications(line):
    found = headings(paper("1.\tSUMMARY", "1.1\tIt went well.", f"2.\t{line}", "2.1\tNone."))
    assert [kind for kind, _, title in found if title == line] == ["implications"]


@pytest.mark.parametrize("line", ["What are the implications", "Implications for practice"])
def test_other_words_about_implications_are_not(line):
    found = headings(report(f"Statement 1: {STATEMENTS[1]}", line, PROSE))
    assert [kind for kind, _, title in found if title == line] == ["topic"]


def test_a_title_may_stand_above_another_one():
    found = titles(PROSE, "What we found", "Before care", PROSE, "After care", PROSE)
    assert found == ["What we found", "Before care", "After care"]


def test_a_label_above_a_label_is_no_title():
    assert titles(PROSE, "Rooms", "Days", "Nobody") == []
    assert titles("• One of a list", "Rooms", "Days", PROSE) == ["Days"]


def test_a_line_that_leads_in_to_a_list_is_no_heading():
    found = headings(
        paper("1.\tSUMMARY", "1.1\tIt went well.", "Priority areas for improvement were:", "• Plans.\n• Rooms.")
    )
    assert [title for _, _, title in found] == ["SUMMARY"]


def test_an_abbreviation_with_its_words_is_no_heading():
    text = report("Conclusion", PROSE, "Glossary", "Hat means what is worn.", "RGM – rain gauge meeting", "Cap: a hat.")
    assert [title for _, _, title in headings(text)][-1] == "Glossary"


def test_a_chapter_of_a_paper_may_be_numbered_with_a_nought():
    found = headings(paper("1.0\tSummary", "1.1\tIt went well.", "2.0\tA word on cost", "2.1\tNothing."))
    assert found == [("executive_summary", 1, "Summary"), ("other", 2, "A word on cost")]


def test_a_numbered_paragraph_of_a_paper_that_leads_in_to_a_list_is_no_heading():
    found = headings(
        paper(
            "4.\tFINDINGS",
            "4.2\tKey strengths identified:",
            "• Staff stayed.\n• Children were heard.",
            "5.\tCONSULTATION",
            PROSE,
        )
    )
    assert [kind for kind, *_ in found] == ["other", "consultation"]


def test_a_kind_of_implications_below_implications_is_a_topic():
    found = headings(
        paper("4.\tIMPLICATIONS", "Financial implications", "None.", "Legal implications", "None.", "5.\tCONSULTATION")
    )
    assert [kind for kind, *_ in found] == ["implications", "topic", "topic", "consultation"]
    found = headings(paper("4.\tFINANCIAL IMPLICATIONS", PROSE, "5.\tLEGAL IMPLICATIONS", PROSE))
    assert [kind for kind, *_ in found] == ["implications", "implications"]


@pytest.mark.parametrize("line", ["Impact on families: quality indicator 2.2", "Impact on families (QI 2.2)"])
def test_an_indicator_may_stand_behind_its_name(line):
    assert ("quality_indicator", "2.2", line) in headings(report(line, PROSE))
    assert "quality_indicator" not in [
        kind for kind, *_ in headings(report("What we said of quality indicator 2.2", PROSE))
    ]
