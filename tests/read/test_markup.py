"""Leftover markdown and HTML in lines of text: first what is no markup, then what each kind becomes."""

from __future__ import annotations

import pytest

from ciextract.read.markup import LineMarkup


def stretches(*lines):
    """The stretches of each line, blank lines ending what is open."""
    markup = LineMarkup()
    found = []
    for line in lines:
        if line:
            found.append(markup.stretches(line))
        else:
            markup.end_block()
            found.append([])
    return found


def texts(line):
    return [stretch.text.strip() for stretch in stretches(line)[0]]


def only(line):
    (stretch,) = stretches(line)[0]
    return stretch


# What is no markup


@pytest.mark.parametrize(
    "line",
    [
        "Fewer than <5 children and >10 adults replied.",
        "if a < b and c > d",
        "<someone@example.org> wrote back",
        "<https://example.org/page>",
        "Footnote * with a star",
        "a [bracketed] word and (a round one)",
        "[no address] (with a space)",
        "[link](two words)",
        "snake_case_name and one_",
        "3 * 4 * 5",
        "* a starred item",
        "Fish & chips; Q&A; AT&T",
        "100% & more",
        "",
        "   ",
    ],
)
def test_plain_characters_stay(line):
    assert "".join(stretch.text for stretch in LineMarkup().stretches(line)) == line


@pytest.mark.parametrize(
    "line",
    [
        "The <Insert area> partnership agreed this.",
        "Between <a and b> there was little.",
        "Dear <name>, thank you.",
    ],
)
def test_words_between_angle_brackets_are_not_lost(line):
    markup = LineMarkup()
    kept = "".join(stretch.text for stretch in markup.stretches(line)) + "".join(markup.dropped)
    assert all(word in kept for word in line.replace("<", " ").replace(">", " ").split())


@pytest.mark.parametrize("line", ["Standards &regulation", "Pay &parade", "Health &section heads", "Fire &notices"])
def test_an_ampersand_before_a_word_is_no_entity(line):
    assert texts(line) == [line]


@pytest.mark.parametrize("line", ["Signed ________ (chair)", "Name: ____", "__________"])
def test_a_line_to_write_on_is_not_bold(line):
    assert texts(line) == [line]
    assert not any(stretch.bold for stretch in stretches(line)[0])


# Bold


@pytest.mark.parametrize(
    ("line", "text", "lead"),
    [
        ("**Strengths**", "Strengths", 9),
        ("__Strengths__", "Strengths", 9),
        ("<b>Strengths</b>", "Strengths", 9),
        ("<STRONG>Strengths</STRONG>", "Strengths", 9),
        ('<strong class="x">Strengths</strong>', "Strengths", 9),
        ("**Good practice:** staff met weekly.", "Good practice: staff met weekly.", 14),
        ("**Two** **runs** and a plain one", "Two runs and a plain one", 8),
    ],
)
def test_bold_is_kept_as_the_length_of_the_bold_beginning(line, text, lead):
    stretch = only(line)
    assert (stretch.text, stretch.lead) == (text, lead)
    assert stretch.bold is (lead == len(text))


def test_bold_in_the_middle_is_no_beginning():
    stretch = only("Staff said that **trust** mattered most.")
    assert (stretch.text, stretch.lead, stretch.bold) == ("Staff said that trust mattered most.", 0, False)


def test_bold_runs_over_line_ends():
    first, second, third = stretches("**Children were heard", "at each review** and later", "also at home.")
    assert [first[0].bold, second[0].bold, third[0].bold] == [True, False, False]
    assert second[0].lead == len("at each review")


def test_bold_that_never_ends_ends_at_the_blank_line():
    first, _, third = stretches("**Children were heard", "", "That is plain.")
    assert (first[0].bold, third[0].bold) == (True, False)


@pytest.mark.parametrize(
    "line", ["closed only**", "</b>closed only", "</u></li></ol>closed only", "closed only</strong>"]
)
def test_ends_without_beginnings_leave_the_words(line):
    assert texts(line) == ["closed only"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<b>open only", "open only"),
        ("<b><i>crossed</b></i> over", "crossed over"),
        ("<u>label without an end", "label without an end"),
        ("a<b", "a<b"),
        ("<b", "<b"),
        ("***very***", "very"),
    ],
)
def test_unbalanced_tags_leave_the_words(line, text):
    assert " ".join(texts(line)).replace("*", "") == text


# Links and images


@pytest.mark.parametrize(
    ("line", "text", "dropped"),
    [
        ("See [the plan](https://example.org/a%20plan.pdf).", "See the plan.", ["https://example.org/a%20plan.pdf"]),
        ("[One](/1) and [two](/2)", "One and two", ["/1", "/2"]),
        ("[a [nested] one](/3)", "[a [nested] one](/3)", []),
        ("![A map](map.png) of it", "of it", ["A map", "map.png"]),
        ("![](map.png)of it", "of it", ["map.png"]),
        ('<a href="/4">the annex</a> has it', "the annex has it", []),
        ("**[Bold link](/5)**", "Bold link", ["/5"]),
    ],
)
def test_links_leave_their_words_and_drop_their_address(line, text, dropped):
    markup = LineMarkup()
    assert " ".join(stretch.text.strip() for stretch in markup.stretches(line)) == text
    assert markup.dropped == dropped


@pytest.mark.parametrize(
    "line",
    ["[the annex](https://example.org/a_(b).pdf)", '[the annex](https://example.org/a "title")', "[the annex](<a b>)"],
)
def test_links_with_brackets_titles_or_spaces_in_their_address_leave_their_words(line):
    assert texts(line) == ["the annex"]


# Tags that break


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("One<br>two<br/>three<BR />four", ["One", "two", "three", "four"]),
        ("<p>One</p><p>two</p>", ["One", "two"]),
        ("<ul><li>One</li><li>two</li></ul>", ["One", "two"]),
        ("<ul><li>One<li>two</ul>", ["One", "two"]),
        ("<ol>1. One 2. two 3. three</ol>", ["1. One", "2. two", "3. three"]),
        ("<ol>Steps: 1. One 2. two</ol>", ["Steps:", "1. One", "2. two"]),
        ("<ul>• One • two</ul>", ["• One", "• two"]),
        ("<ol>1. In 2021 3. was not next 2. two</ol>", ["1. In 2021 3. was not next", "2. two"]),
        ("1. One 2. two 3. three", ["1. One 2. two 3. three"]),
        ("<h2>Title</h2>Text", ["Title", "Text"]),
        ("<u>Label</u> And text", ["Label", "And text"]),
        ("<u>Whole</u> words in a sentence", ["Whole words in a sentence"]),
        ("Text with <u>a stressed</u> word", ["Text with a stressed word"]),
    ],
)
def test_what_tags_break_a_line_into(line, expected):
    assert texts(line) == expected


def test_list_items_are_marked_as_such():
    assert [stretch.item for stretch in stretches("<ul><li>One</li><li>two</li></ul> after")[0]] == [True, True, False]


def test_a_list_may_run_over_line_ends():
    first, second, third = stretches("<ol>1. One 2. two", "more of two 3.", "</ol>1. not listed 2. any more")
    assert [stretch.text.strip() for stretch in first] == ["1. One", "2. two"]
    assert [stretch.text for stretch in second] == ["more of two 3."]
    assert [stretch.text for stretch in third] == ["1. not listed 2. any more"]


@pytest.mark.parametrize(
    ("line", "level"),
    [("<h1>Title</h1>", 1), ("<H3>Title</H3>", 3), ("<u>Title</u>", 3), (" <u>Title</u>", 3), ("<b>Title</b>", None)],
)
def test_declared_headings_have_their_level(line, level):
    stretch = only(line)
    assert (stretch.text.strip(), stretch.level) == ("Title", level)


def test_what_follows_a_label_is_fresh_and_has_no_level():
    label, text = stretches("<u>Strengths</u> Staff met weekly.")[0]
    assert (label.level, text.level, text.fresh) == (3, None, True)


# Entities


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Food &amp; drink", "Food & drink"),
        ("&lt;5 children", "<5 children"),
        ("caf&eacute; &#8211; open", "café – open"),
        ("a&nbsp;b", "a\u00a0b"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("&unknown; stays", "&unknown; stays"),
    ],
)
def test_entities_are_characters(line, text):
    assert texts(line) == [text]


def test_markup_stays_linear_on_hostile_lines():
    """Nothing here is a finished piece of markup; each is gone through once with a bounded look ahead."""
    for piece in ("[", "![", "[a](", "<a ", "**", "<", "&", "__", "<ol>1. "):
        line = piece * 4_000
        kept = "".join(stretch.text for stretch in LineMarkup().stretches(line))
        assert len(kept) <= len(line)
