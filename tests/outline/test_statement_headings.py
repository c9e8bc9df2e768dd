"""Statements and questions: where their words are headings, and where they are only named."""

import textwrap

import pytest
from tests.outline.invented import IN_NEED, PROSE, QUESTIONS, STATEMENTS, headings, lines, paper, plan, record, report

ROW = ("1.1", "Minutes come late", "Type them on the day", "March 2024", "Clerk")
LONG = {
    1: "When a nurse rang with a worry somebody picked it up, wrote down what was said and told her within the hour what "
       "would be done about it. Few of those we asked could think of a time when that had not been so.",
    2: "A plan that a child can read is a plan that a child can use. We saw such plans in two towns, and there the "
       "grown-ups spoke of them too, in kitchens and on buses, as one speaks of the weather.",
    3: "Families had a say when they were asked in good time. Where the letter came on the day, or did not come at all, "
       "they stayed at home and heard what had been settled from a neighbour or from nobody.",
    4: "Those who lead went out to see for themselves. They sat in on calls, read what had been written to families over "
       "their names, and changed the words when they found that they could not follow them.",
}  # fmt: skip


def statements(text, part=None):
    """Numbers of the statement headings of a document."""
    return [number for kind, number, _ in headings(text, part) if kind == "statement"]


def four(written="Statement {}: {}"):
    """The four statements as headings, each with prose under it."""
    return [block for number in STATEMENTS for block in (written.format(number, STATEMENTS[number]), PROSE)]


def aims(written):
    return [written.format(number, STATEMENTS[number]) for number in STATEMENTS]


@pytest.mark.parametrize(
    "blocks",
    [
        ["Statement 2 is about plans, and we come to it later.", PROSE],
        ["What follows bears on Statement 2 and on others too."],
        ["We come back to this under Statement 2."],
        ["Statement 2, which is about plans, was the hardest to judge.", PROSE],
        ["Statements 1 and 2", PROSE],
        [PROSE + "¹", "-", "¹ Statement 2: see what was said of it elsewhere."],
        ["• Statement 1: see above\n• Statement 2: see below", PROSE],
        [
            "\n".join(["Part\tWhere\tPages", f"Statement 1: {STATEMENTS[1]}\t\t", "Statement 2\tbelow\t9", "x\ty\tz"]),
            PROSE,
        ],
    ],
    ids=lambda blocks: blocks[0][:30],
)
def test_a_statement_that_is_only_named_is_no_heading(blocks):
    assert statements(report(*blocks)) == []


@pytest.mark.parametrize(
    "sentence",
    ["Statement 2 - the one about plans - was the hardest to judge.", "Statement 3: here we saw the least to praise."],
)
def test_a_sentence_that_begins_with_a_label_is_no_heading(sentence):
    assert statements(report(sentence, PROSE)) == []


def test_a_sentence_does_not_take_the_number_of_a_heading():
    text = report("Statement 2: this was the hardest to judge, and we say why below.", PROSE, *four())
    assert [title for kind, number, title in headings(text) if number == 2] == [STATEMENTS[2]]


@pytest.mark.parametrize(
    "listed",
    [
        ["\n".join(aims("{}. {}"))],
        ["\n".join(aims("{}. {}.")), PROSE],
        ["\n".join(aims("• {1}"))],
        ["\n".join(aims("• Statement {}: {}"))],
        ["\n".join(aims("Statement {}: {}"))],
        aims("Statement {}: {}"),
        aims("Statement {} - {}"),
        aims("{1}"),
        aims("{}. {}"),
    ],
    ids=["numbered", "numbered, prose after", "bulleted", "labelled bullets", "labelled lines", "labelled paragraphs",
         "labelled with dashes", "plain paragraphs", "numbered paragraphs"],
)  # fmt: skip
def test_a_list_of_aims_is_no_list_of_headings(listed):
    text = report("We ask whether services can show that:", *listed, *four())
    assert statements(text) == [1, 2, 3, 4]
    introduction = next(section for section in record(text).sections if section.kind == "introduction")
    assert STATEMENTS[4] in introduction.text


@pytest.mark.parametrize(
    "listed", [["\n".join(aims("{}. {}"))], ["\n".join(aims("• {1}"))]], ids=["numbered", "bulleted"]
)
def test_a_list_of_aims_alone_makes_no_statements(listed):
    assert statements(report("We ask whether services can show that:", *listed, "Conclusion", PROSE)) == []


@pytest.mark.parametrize("listed", [aims("Statement {}: {}"), aims("{1}")], ids=["labelled", "plain"])
def test_aims_in_paragraphs_of_their_own_alone_make_no_statements(listed):
    assert statements(report("We ask whether services can show that:", *listed, PROSE, "Conclusion", PROSE)) == []


def test_a_committee_paper_names_statements_but_has_none():
    assert statements(paper("1.\tSUMMARY", "1.1\tInspectors asked:", "\n".join(aims("{}. {}")), *four())) == []


def test_a_contents_page_makes_no_statements():
    contents = "\n".join(["Introduction\t3", *(f"Statement {n}: {title}\t{n + 4}" for n, title in STATEMENTS.items())])
    cover, rest = report(*four()).split("Introduction", 1)
    text = lines(cover.strip(), "Contents", contents, "Introduction" + rest)
    assert statements(text) == [1, 2, 3, 4]
    assert all(STATEMENTS[2] not in section.text for section in record(text).sections if section.number != 2)


@pytest.mark.parametrize(
    "written",
    [
        "Statement {}: {}", "Statement {}: {}.", "Statement {} - {}", "Statement {} – {}", "Statement {} {}", "Statement {}. {}",
        "STATEMENT {}: {}", "Inspection statement {}: {}", "Statement {}\n{}", "Statement {}\n\n{}", "Statement {}:\n\n{}",
        "{1}", "{1}.", "{}. {}", "**Statement {}: {}**",
    ],
)  # fmt: skip
def test_a_statement_is_a_heading_however_it_is_printed(written):
    found = headings(report(*four(written)))
    assert [(number, title.rstrip(".")) for kind, number, title in found if kind == "statement"] == list(
        STATEMENTS.items()
    )


@pytest.mark.parametrize(
    ("width", "between"), [(40, "\n\n"), (60, "\n\n"), (90, "\n\n"), (110, "\n\n"), (40, "\n"), (60, "\n"), (90, "\n")]
)
def test_a_wrapped_heading_is_one(width, between):
    wrapped = [
        between.join(
            ["\n".join(textwrap.wrap(f"Statement {n}: {title}", width)), "\n".join(textwrap.wrap(LONG[n], width))]
        )
        for n, title in STATEMENTS.items()
    ]
    found = headings(report(*wrapped))
    assert [title for kind, _, title in found if kind == "statement"] == list(STATEMENTS.values())


@pytest.mark.parametrize("written", ["Statement {}: {}", "Statement {} - {}", "{1}"])
def test_rows_across_a_plan_are_statements_of_it(written):
    rows = [row for n, title in STATEMENTS.items() for row in (written.format(n, title), ROW)]
    text = lines(report("Conclusion", PROSE), plan(*rows))
    assert statements(text, part=1) == [1, 2, 3, 4]
    plan_section = next(section for section in record(text).sections if section.kind == "improvement_plan")
    assert {s.parent for s in record(text).sections if s.kind == "statement"} == {plan_section.id}


@pytest.mark.parametrize(
    "row",
    [
        ("1.1", f"Statement 1: {STATEMENTS[1]}", "Type them", "March 2024", "Clerk"),
        (f"Statement 1: {STATEMENTS[1]}", "Minutes come late", "Type them", "March 2024", "Clerk"),
        ("1.1", "Minutes come late", f"{STATEMENTS[1]}", "", ""),
    ],
)
def test_a_plan_that_names_a_statement_in_a_cell_has_none(row):
    assert statements(lines(report("Conclusion", PROSE), plan(row, ROW)), part=1) == []


def five(written):
    """The five questions of 2018 to 2020, two of them in words that no file has."""
    given = [title for number, title in QUESTIONS.items() if number < 4]
    asked = [*given, "How good is the partnership at helping young people into a life of their own",
             "How good is the work of leaders"]  # fmt: skip
    return [block for number, title in enumerate(asked, 1) for block in (written.format(number, title), PROSE)]


@pytest.mark.parametrize("written", ["{}. {}?", "Question {}: {}?", "Question {}\n{}?"])
def test_questions_keep_the_numbers_that_are_printed(written):
    found = headings(report(*five(written), programme=IN_NEED))
    assert [number for kind, number, _ in found if kind == "question"] == [1, 2, 3, 4, 5]


def test_questions_without_numbers_have_those_of_their_titles():
    found = headings(report(*five("{1}?"), programme=IN_NEED))
    assert [number for kind, number, _ in found if kind == "question"] == [1, 2, 3, None, None]


def test_a_list_of_questions_is_no_list_of_headings():
    listed = "\n".join(five("{}. {}?")[::2])
    text = report("Our five inspection questions", listed, *five("{1}?"), programme=IN_NEED)
    assert [kind for kind, _, _ in headings(text)].count("question") == 5
    assert ("topic", None, "Our five inspection questions") in headings(text)
