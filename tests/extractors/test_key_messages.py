"""Key messages, word for word: lists of other things, and messages of an earlier programme, are none."""

import pytest
from tests.outline.invented import BY_NAME, PROSE, STATEMENTS, lines, paper, plan, record, release, report

ROW = ("1.1", "Minutes come late", "Type them on the day", "March 2024", "Clerk")
STATEMENT = f"Statement 1: {STATEMENTS[1]}"
EARLY, HEARD, LATE = "Staff noticed early.", "Families were heard.", "Plans came late."
END = ("Conclusion", PROSE)


def messages(text):
    """(kind, number, text) of each key message."""
    return [(message.kind, message.number, message.text) for message in record(text).key_messages]


@pytest.mark.parametrize(
    "blocks",
    [
        ["Key messages", EARLY, "Plans came late and families had to wait for them.", *END],
        ["Key messages", *END],
        [STATEMENT, "Noticing danger", f"• {EARLY}\n• {HEARD}", PROSE],
        ["Conclusion", "We base that on the following:", f"• {EARLY}\n• {HEARD}"],
        ["Key messages are printed overleaf.", f"1. {EARLY}"],
        ["What happens next?", "The key strengths are as follows:", f"• {EARLY}"],
        ["How we conducted this inspection", f"• {EARLY}"],
        [STATEMENT, "These are the areas for improvement:", f"• {EARLY}"],
        ["What happens next?", "We will send each of these:", f"• {EARLY}"],
    ],
    ids=[
        "prose",
        "nothing",
        "another list",
        "reasons",
        "a sentence",
        "a report's own lead-in",
        "method",
        "body",
        "next",
    ],
)
def test_a_list_of_other_things_holds_no_messages(blocks):
    assert messages(report(*blocks)) == []


@pytest.mark.parametrize(
    "appendix",
    [
        ["Appendix 1: Messages of the programme before", f"• {EARLY}\n• {LATE}"],
        ["Appendix 1: Key strengths of the last programme", f"• {EARLY}"],
        ["Appendix 2: Key messages", f"1. {EARLY}"],
    ],
)
def test_earlier_messages_in_an_appendix_are_none(appendix):
    assert messages(report("Key messages", f"1. {HEARD}", *END, *appendix)) == [("message", 1, HEARD)]


@pytest.mark.parametrize("heading", ["Key messages", "Key strengths", "Areas for improvement"])
def test_earlier_messages_under_a_heading_in_an_appendix_are_none(heading):
    text = report("Key messages", f"1. {HEARD}", *END, "Appendix 1: Looking back", PROSE, heading, f"1. {EARLY}")
    assert messages(text) == [("message", 1, HEARD)]


def test_a_list_of_somebodys_strengths_holds_no_messages():
    text = paper("1.\tSUMMARY", "Each plan names a child's strengths and needs:", "• reading at home\n• more sleep")
    assert messages(text) == []


def test_a_heading_below_an_introduced_list_is_no_message():
    text = paper(
        "1.\tSUMMARY", "The key strengths are as follows:", f"1. {EARLY}", "2.\tBACKGROUND", "2.1\tIt went on."
    )
    assert messages(text) == [("strength", 1, EARLY)]


def test_strengths_and_areas_are_numbered_each_from_one():
    text = report("Key messages", "Strengths", f"1. {EARLY}\n2. {HEARD}", "Areas for improvement", f"1. {LATE}", *END)
    assert messages(text) == [("strength", 1, EARLY), ("strength", 2, HEARD), ("area_for_improvement", 1, LATE)]


@pytest.mark.parametrize("bullet", ["•", "-", "–", "*", "▪", "a)"])
def test_bulleted_messages_have_no_number(bullet):
    text = report("Key messages", "Strengths", f"{bullet} {EARLY}", "Areas for improvement", f"{bullet} {LATE}", *END)
    assert messages(text) == [("strength", None, EARLY), ("area_for_improvement", None, LATE)]


@pytest.mark.parametrize(("first", "second"), [("1.", "2."), ("1)", "2)"), ("(1)", "(2)")])
def test_messages_without_a_line_between_strengths_and_lacks(first, second):
    assert messages(report("Key messages", f"{first} {EARLY}\n{second} {LATE}", *END)) == [
        ("message", 1, EARLY),
        ("message", 2, LATE),
    ]


def test_messages_of_a_statement_belong_to_it():
    text = report(STATEMENT, "Key messages", f"1. {EARLY}", "Noticing danger", PROSE,
                  f"Statement 2: {STATEMENTS[2]}", "Key messages", f"1. {EARLY}")  # fmt: skip
    found = record(text).key_messages
    assert [(message.statement, message.number, message.text) for message in found] == [(1, 1, EARLY), (2, 1, EARLY)]
    kinds = {section.id: section.kind for section in record(text).sections}
    assert [kinds[message.section] for message in found] == ["key_messages", "key_messages"]


def test_strengths_without_a_heading_above_are_messages_too():
    text = report("Strengths", f"• {EARLY}", "Priority areas for improvement", f"• {LATE}", *END)
    assert messages(text) == [("strength", None, EARLY), ("area_for_improvement", None, LATE)]


LONG = (
    "Staff noticed early and whoever had to know of it was told within a",
    "day in nearly every town that we went to.",
)


@pytest.mark.parametrize("between", ["\n", "\n\f", "\n\n", "\n\f\n", "\n\nPage 5\n\n", "\n\n- 5 -\n\n"])
def test_a_message_over_a_page_break_is_one(between):
    text = report("Key messages", "Strengths", f"1. {between.join(LONG)}\n2. {HEARD}", *END)
    assert messages(text) == [("strength", 1, " ".join(LONG)), ("strength", 2, HEARD)]


def test_what_comes_next_can_list_areas_for_improvement():
    lead = "We have agreed with services the following areas for improvement."
    assert messages(report("What happens next?", lead, f"• {LATE}", PROSE)) == [("area_for_improvement", None, LATE)]


def test_a_conclusion_can_list_strengths_and_what_is_to_be_done():
    text = report(
        "Conclusion", "Areas of particular strength that help families", f"• {EARLY}\n• {HEARD}",
        "In doing so the partnership should take action to:", f"• {LATE}",
    )  # fmt: skip
    assert messages(text) == [
        ("strength", None, EARLY),
        ("strength", None, HEARD),
        ("area_for_improvement", None, LATE),
    ]


def test_what_chief_officers_should_ensure_counts_wherever_it_stands():
    body = ["How good is leadership?", "The Chief Officers should ensure that agencies:", f"• {LATE}\n• {HEARD}"]
    assert [kind for kind, *_ in messages(report(*body))] == ["area_for_improvement", "area_for_improvement"]


def test_bullets_before_a_number_are_messages_of_their_own():
    text = report("Areas for improvement", f"• {LATE}\n• {HEARD}\n1. {EARLY}", *END)
    assert [(number, said) for _, number, said in messages(text)] == [(None, LATE), (None, HEARD), (1, EARLY)]


def test_a_numbered_paragraph_that_introduces_bullets_is_no_message():
    text = paper("Main strengths", f"5. Inspectors named these strengths:\n• {EARLY}\n• {HEARD}", "Implications", PROSE)
    assert messages(text) == [("strength", None, EARLY), ("strength", None, HEARD)]


def test_bullets_below_a_numbered_message_belong_to_it():
    text = report(
        "Key messages", "1. Staff noticed early, above all:\n• in schools\n• in clinics\n2. Plans came late.", *END
    )
    (first, second) = messages(text)
    assert first[1:] == (1, "Staff noticed early, above all: • in schools • in clinics")
    assert second[1:] == (2, LATE)


def test_emphasis_and_markers_of_notes_are_no_words():
    text = report("Key messages", "1. **Staff** noticed early.¹\n2. <b>Plans</b> came late.", *END)
    assert messages(text) == [("message", 1, EARLY), ("message", 2, LATE)]


@pytest.mark.parametrize("label", ["Key message {}", "KEY MESSAGE {}", "Key message {}:", "Message {}"])
def test_a_label_on_a_line_of_its_own_numbers_the_paragraph_below(label):
    blocks = [label.format(1), "Staff noticed early. So they say.", label.format(2), LATE]
    assert messages(report("Key messages", PROSE, *blocks, *END)) == [
        ("message", 1, "Staff noticed early. So they say."), ("message", 2, LATE),
    ]  # fmt: skip


def test_a_labelled_message_of_two_paragraphs_is_whole():
    text = report("Key messages", "Key message 1", EARLY, "That was so wherever we went.", "Key message 2", LATE, *END)
    assert messages(text)[0] == ("message", 1, f"{EARLY} That was so wherever we went.")


def test_bullets_below_a_labelled_message_belong_to_it():
    text = report(
        "Key messages",
        "Key message 1",
        "Staff noticed early:",
        "• in schools\n• in clinics",
        "Key message 2",
        LATE,
        *END,
    )
    assert [number for _, number, _ in messages(text)] == [1, 2]


def test_a_label_can_stand_on_the_line_of_its_message():
    text = report("Key messages", f"Key message 1: {EARLY}", f"Key message 2: {LATE}", *END)
    assert messages(text) == [("message", 1, EARLY), ("message", 2, LATE)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The report names four key strengths:", "strength"),
        ("A number of strengths were found, as follows:", "strength"),
        ("The inspection found these strengths:", "strength"),
        ("The report recognises strengths, including:", "strength"),
        ("Among the strengths noted were:", "strength"),
        ("Inspectors saw strengths in the following", "strength"),
        ("It also names two areas for improvement:", "area_for_improvement"),
        ("The main areas of improvement are as follows:", "area_for_improvement"),
        ("The areas for development are:", "area_for_improvement"),
    ],
)
@pytest.mark.parametrize("document", [paper, release])
def test_a_list_that_a_paper_or_a_release_introduces_counts(document, line, kind):
    assert messages(document(line, f"• {EARLY}\n• {HEARD}", PROSE)) == [(kind, None, EARLY), (kind, None, HEARD)]


def test_a_list_within_a_numbered_paragraph_counts():
    listed = f"1.1\t<p>Two key strengths are named:</p> <ol> <li>1. {EARLY}</li> <li>2. {HEARD}</li> </ol>"
    assert messages(paper("1.\tSUMMARY", listed)) == [("strength", 1, EARLY), ("strength", 2, HEARD)]


def test_areas_to_be_addressed_that_a_plan_lists_count():
    text = plan(ROW, title=lines("Moray Improvement Plan", "Areas for improvement to be addressed", f"1. {LATE}"))
    assert messages(text) == [("area_for_improvement", 1, LATE)]


def test_a_list_printed_twice_in_one_document_counts_once():
    twice = [
        "The key strengths are as follows:",
        f"• {EARLY}\n• {HEARD}",
        PROSE,
        "Again, the key strengths are these:",
        f"• {EARLY}",
    ]
    assert messages(paper(*twice)) == [("strength", None, EARLY), ("strength", None, HEARD)]


def test_a_list_printed_in_two_documents_counts_once_in_each():
    text = lines(
        paper("The key strengths are as follows:", f"1. {EARLY}"),
        report("Key messages", "Strengths", f"1. {EARLY}", *END),
    )
    assert [(message.document, message.text) for message in record(text).key_messages] == [(0, EARLY), (1, EARLY)]


def test_messages_come_in_reading_order_with_their_places():
    found = record(report("Key messages", f"1. {EARLY}\n2. {LATE}", *END)).key_messages
    assert [message.evidence.quote for message in found] == [EARLY, LATE]
    assert found[0].evidence.end < found[1].evidence.start


def test_a_release_may_say_that_improvement_was_needed():
    found = record(release("They also found that improvement was needed in:", "* the quality of plans\n* advocacy"))
    assert [(one.kind, one.text) for one in found.key_messages] == [
        ("area_for_improvement", "the quality of plans"),
        ("area_for_improvement", "advocacy"),
    ]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Inspectors saw the following key strengths in the help that children in Moray get.", "strength"),
        ("Inspectors rate services as good and name main strengths that include", "strength"),
        ("Services in Moray accepted the following points for improvement.", "area_for_improvement"),
        ("They agreed on the following main areas for development:", "area_for_improvement"),
    ],
)
def test_a_release_lists_what_inspectors_found_below_a_sentence(lead, kind):
    assert messages(release(lead, f"• {EARLY}\n• {LATE}")) == [(kind, None, EARLY), (kind, None, LATE)]


@pytest.mark.parametrize(
    "lead",
    [
        "Staff used the strengths of families.",
        "Following the visit, strengths were talked about.",
        "We went on to ask:",
    ],
)
def test_a_list_below_another_sentence_of_a_release_holds_no_messages(lead):
    assert messages(release(lead, f"• {EARLY}\n• {LATE}")) == []


def test_messages_with_labels_need_no_heading():
    labelled = ["Key message 1", EARLY, "Key message 2", HEARD]
    found = [("message", 1, EARLY), ("message", 2, HEARD)]
    assert messages(lines("What we learned about services for children at risk of harm", PROSE, *labelled)) == found
    assert messages(report("What we learned", *labelled, *END)) == found
    assert messages(report("What we learned", "Key message 1", EARLY, *END)) == []
    assert messages(report("Key messages", f"1. {HEARD}", *END, "Appendix 1: Looking back", *labelled)) == [
        ("message", 1, HEARD)
    ]


def test_a_message_may_begin_on_the_line_of_its_label_and_go_on_below():
    text = report(
        "Key messages", "Key message 1: Children were safer", PROSE, "Key message 2: Families were heard", PROSE, *END
    )
    assert messages(text) == [
        ("message", 1, f"Children were safer {PROSE}"),
        ("message", 2, f"Families were heard {PROSE}"),
    ]
    assert [one.title for one in record(text).sections if one.kind != "preamble"] == [
        "Introduction",
        "Key messages",
        "Conclusion",
    ]


def grouped(*blocks):
    return messages(report("Key messages", *blocks, "Conclusion", PROSE))


def test_messages_under_groups_of_their_own_count():
    found = grouped("For families", f"1. {EARLY}\n2. {HEARD}", "For services", f"3. {LATE}")
    assert found == [("message", 1, EARLY), ("message", 2, HEARD), ("message", 3, LATE)]


def test_a_list_behind_prose_below_messages_is_no_group_of_them():
    assert grouped(f"1. {EARLY}", "For services", f"• {LATE}") == [("message", 1, EARLY)]
    assert grouped("For services", PROSE, f"• {LATE}") == []


def test_what_works_well_is_a_strength_in_a_summary_alone():
    found = grouped("What is working well", f"• {EARLY}", "What needs to improve", f"• {LATE}")
    assert found == [("strength", None, EARLY), ("area_for_improvement", None, LATE)]
    assert messages(report(STATEMENT, "What is working well", f"• {EARLY}")) == []


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("The report sets out three strengths:", "strength"),
        ("The areas of particular strength noted were:", "strength"),
        ("The Community Planning Partnership should:", "area_for_improvement"),
        ("Inspectors asked the partnership to make improvements in two areas:", "area_for_improvement"),
        ("They have asked partners to address the following:", "area_for_improvement"),
    ],
)
def test_a_paper_introduces_messages_in_many_words(lead, kind):
    assert messages(paper("1.\tSUMMARY", f"1.1\t{lead}", f"• {EARLY}\n• {LATE}")) == [
        (kind, None, EARLY), (kind, None, LATE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lead", ["The committee should:", "Staff should:", "They asked partners to send these papers:"]
)
def test_other_lists_of_a_paper_are_none(lead):
    assert messages(paper("1.\tSUMMARY", f"1.1\t{lead}", f"• {EARLY}\n• {LATE}")) == []


def test_numerals_that_a_tab_sets_apart_make_a_list():
    text = paper("1.\tSUMMARY", "1.1\tThe report sets out two strengths:", f"i.\t{EARLY}\nii.\t{HEARD}")
    assert messages(text) == [("strength", None, EARLY), ("strength", None, HEARD)]
    assert len(record(text).tables) == 1, "only the labels of the paper are a table"


def test_main_points_for_action_are_areas_for_improvement_below_what_happens_next():
    text = report(
        "9. What happens next?",
        PROSE,
        "Main points for action",
        f"• {LATE}",
        programme=BY_NAME["child_protection_2005_2009"],
    )
    assert messages(text) == [("area_for_improvement", None, LATE)]
    assert (
        messages(report("What happens next?", f"The main points for action were made in May. {PROSE}", f"• {LATE}"))
        == []
    )


# Lists that are printed as paragraphs


NO_MARKS = ("staff who know children well and stay", "leaders who listen and then act")
WHOLE = ("Staff know children well and stay with them.", "Leaders listen and act on what they hear.")


@pytest.mark.parametrize(
    "blocks",
    [
        ["The strengths were:", *WHOLE, "Plans should get better."],
        ["The strengths were:", NO_MARKS[0], PROSE],
        ["The strengths were:", f"{WHOLE[0]} {WHOLE[1]}", PROSE],
        ["The strengths were clear.", *NO_MARKS, PROSE],
        ["The children we met were:", *NO_MARKS, PROSE],
        ["The strengths were:", "ENDS", "Notes to editors", PROSE],
    ],
    ids=["no end", "one", "prose", "no colon", "other", "labels"],
)
def test_paragraphs_behind_a_line_are_no_list(blocks):
    assert messages(release(PROSE, *blocks)) == []


@pytest.mark.parametrize("lead", ["The strengths were:", "Inspectors found several strengths. These included:"])
def test_paragraphs_without_a_stop_are_a_list(lead):
    expected = [("strength", None, text) for text in NO_MARKS]
    assert messages(release(PROSE, lead, *NO_MARKS, PROSE)) == expected


def test_the_last_paragraph_of_a_list_in_small_letters_may_have_a_stop():
    last = "homes that children like."
    found = messages(release(PROSE, "The strengths were:", *NO_MARKS, last, PROSE))
    assert [text for _, _, text in found] == [*NO_MARKS, last]


def test_whole_sentences_are_a_list_up_to_the_next_line_that_introduces_one():
    text = release(PROSE, "The strengths were:", *WHOLE, "Partners should improve how they work in these areas:", PROSE)
    assert messages(text) == [("strength", None, one) for one in WHOLE]


@pytest.mark.parametrize("lead", ["These included:", "The strengths were:"])
def test_whole_sentences_fill_a_section_of_strengths(lead):
    assert messages(report("Key strengths", lead, *WHOLE, *END)) == [("strength", None, one) for one in WHOLE]
    assert messages(report("Key strengths", lead, *WHOLE, f"{PROSE} {PROSE}", *END)) == []


def test_a_summary_may_introduce_its_strengths_in_a_line():
    text = report(
        "Executive summary", "Key strengths were:", f"• {EARLY}", "Areas for improvement were:", f"• {LATE}", *END
    )
    assert messages(text) == [("strength", None, EARLY), ("area_for_improvement", None, LATE)]


def test_a_numbered_paragraph_that_is_called_as_a_heading_of_messages_introduces_them():
    blocks = ("4.2\tKey strengths identified:", f"• {HEARD}", "4.3\tAreas for improvement identified:", f"• {LATE}")
    expected = [("strength", None, HEARD), ("area_for_improvement", None, LATE)]
    assert messages(paper("4.\tKEY FINDINGS", *blocks, "5.\tIMPLICATIONS", PROSE)) == expected
    assert messages(paper("4.\tBACKGROUND", *blocks, "5.\tIMPLICATIONS", PROSE)) == expected


def test_a_table_of_strengths_beside_areas_for_improvement_holds_messages():
    table = f"Strengths\tAreas for improvement\n• {EARLY} • {HEARD}\t• {LATE}"
    assert messages(report("Conclusion", PROSE, table)) == [
        ("strength", None, EARLY), ("strength", None, HEARD), ("area_for_improvement", None, LATE),
    ]  # fmt: skip


def test_the_heads_of_such_a_table_may_be_worded_in_other_ways():
    table = f"What works well\tWhat must improve\n{EARLY}\t{LATE}"
    assert messages(report("The main messages", table, *END)) == [
        ("strength", None, EARLY), ("area_for_improvement", None, LATE),
    ]  # fmt: skip


def test_the_close_of_a_report_may_be_a_part_of_it():
    lead = "There were strengths that made a difference. These were:"
    found = messages(lines(report("Part three - Conclusion", lead, f"• {EARLY}\n• {HEARD}"), "Part four - Next", PROSE))
    assert found == [("strength", None, EARLY), ("strength", None, HEARD)]


def test_a_clause_before_a_list_of_a_release_is_no_heading():
    text = release("Key strengths included:", f"• {EARLY}\n• {HEARD}")
    assert messages(text) == [("strength", None, EARLY), ("strength", None, HEARD)]
    assert [section.title for section in record(text).sections if section.title] == []


@pytest.mark.parametrize("heads", ["Strengths\tNeeds", "Team\tAreas for improvement", "Strengths\tKey strengths"])
def test_other_tables_hold_none(heads):
    assert messages(report("Conclusion", PROSE, f"{heads}\n• {EARLY}\t• {LATE}")) == []


def test_findings_of_a_paper_are_of_the_kind_that_a_line_between_them_says():
    blocks = [("2.1\tInspectors found that:", HEARD), ("2.2\tAreas for improvement were named:", LATE)]
    text = paper("2.\tKEY FINDINGS", *(f"{lead}\n\n• {item}" for lead, item in blocks), "3.\tIMPLICATIONS", PROSE)
    assert messages(text) == [("message", None, HEARD), ("area_for_improvement", None, LATE)]
    text = paper("2.\tKEY FINDINGS", "2.1\tIt is about two things:", f"• {HEARD}\n• {LATE}", "3.\tIMPLICATIONS", PROSE)
    assert messages(text) == [("message", None, HEARD), ("message", None, LATE)]


def test_a_numbered_paragraph_of_a_paper_may_introduce_bullets():
    blocks = ("BACKGROUND", "5. Key strengths:", f"• {EARLY}", f"• {HEARD}", "6. The only matter left is time.",
              "7. Areas for improvement were:", f"• {LATE}", "8. All of it was welcome.")  # fmt: skip
    expected = [("strength", None, EARLY), ("strength", None, HEARD), ("area_for_improvement", None, LATE)]
    assert messages(paper(*blocks)) == expected


def test_a_numbered_paragraph_above_numbered_ones_introduces_none():
    assert messages(paper("BACKGROUND", "5. Key strengths:", f"6. {EARLY}", f"7. {HEARD}")) == []


def test_a_paper_may_introduce_the_key_messages_of_a_report():
    assert messages(paper("BACKGROUND", "The key messages of the report are:", f"• {EARLY}\n• {HEARD}")) == [
        ("message", None, EARLY), ("message", None, HEARD),
    ]  # fmt: skip
    assert messages(report("Conclusion", "The key messages of the plan are:", f"• {EARLY}\n• {HEARD}")) == []


def test_messages_may_stand_in_a_part_that_is_called_so():
    found = messages(
        lines(report("Part 2: Main findings at a glance", f"• {EARLY}\n• {HEARD}"), "Part 3: The rest", PROSE)
    )
    assert found == [("message", None, EARLY), ("message", None, HEARD)]


def test_the_close_of_a_report_may_say_before_a_further_sentence_what_to_act_on():
    lead = "We think that services should act on the following points. Others will help them."
    assert messages(report("What happens next?", lead, f"• {EARLY}\n• {LATE}")) == [
        ("area_for_improvement", None, EARLY), ("area_for_improvement", None, LATE),
    ]  # fmt: skip


def test_a_colon_may_have_a_dash_behind_it():
    blocks = ("4.2 Key strengths identified were:-", f"• {EARLY}", "4.3 Areas for improvement were: -", f"• {LATE}")
    expected = [("strength", None, EARLY), ("area_for_improvement", None, LATE)]
    text = paper("4. INSPECTION FINDINGS", "4.1 It went well.", *blocks, "5. COSTS", PROSE)
    assert messages(text) == expected
    assert [section.title for section in record(text).sections if section.title] == ["INSPECTION FINDINGS", "COSTS"]


def test_the_second_of_two_lists_in_whole_sentences_runs_up_to_who_said_what():
    found = f"{WHOLE[0]} {WHOLE[1]}"
    text = release(PROSE, "The strengths were:", *WHOLE, found, "The areas for improvement were:", WHOLE[0], found)
    assert messages(text) == [
        *(("strength", None, one) for one in (*WHOLE, found)),
        *(("area_for_improvement", None, one) for one in (WHOLE[0], found)),
    ]


def test_weaknesses_that_a_release_lists_are_areas_for_improvement():
    text = release(PROSE, "The Care Inspectorate highlighted several weaknesses in the service:", f"• {LATE}")
    assert messages(text) == [("area_for_improvement", None, LATE)]
    assert messages(release(PROSE, "Each plan lists weaknesses:", f"• {LATE}")) == []
