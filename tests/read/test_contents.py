"""Contents pages: first text that only looks like one, then contents pages as programs and scanners leave them."""

from __future__ import annotations

import re
import time

import pytest

from ciextract.document import AsideKind
from ciextract.read import read_document
from ciextract.read.contents import contents_pages
from ciextract.read.lines import PhysicalLine
from ciextract.read.plain import read_plain

BODY = "Introduction\n\nThe visit to Glenmore began in the first week of May."
LINES = ["Introduction", "The visit to Glenmore began in the first week of May."]


def entries(text):
    return contents_pages(read_plain(text.encode()).lines, frozenset()).entries


def left(text):
    """The lines of a text file that are not on its contents page."""
    lines = read_plain(text.encode()).lines
    aside = contents_pages(lines, frozenset()).lines
    return [line.text.strip() for index, line in enumerate(lines) if index not in aside]


def printed(text, top, left_edge=70.0, page=2):
    box = (left_edge, top, left_edge + 5.0 * len(text), top + 11.0)
    return PhysicalLine(text, page=page, box=box, size=11.0)


# What is no contents page


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Contents\n\nThe box held letters.\n\nThe letters were kept.", id="no entries"),
        pytest.param("Contents\n\nThe box held 12 letters\n\nand 4 cards", id="numbers within lines"),
        pytest.param("Contents\n\nStatement 1\n\nStatement 2\n\nStatement 3", id="numbers that belong to titles"),
        pytest.param(
            "Contents\n\nForeword 1\nHomes 2\nSchools 3\n\nA list of shelves.", id="numbers and no such titles"
        ),
        pytest.param("Contents\n\nForeword 9\nHomes 4\nSchools 2\n\nForeword\n\nHomes", id="numbers that fall"),
        pytest.param("Contents\n\nIntroduction   1\n\nOne entry alone is none.", id="one entry"),
        pytest.param("Table contents 2021\n\nHomes ..\n\nSchools ..", id="another heading"),
        pytest.param("Area\tHomes\nNorth\t12\nSouth\t14", id="a table of numbers"),
        pytest.param("Wait... what? It was 2019", id="an ellipsis"),
        pytest.param("And so on . . . 3", id="three points"),
        pytest.param(BODY, id="a body"),
    ],
)
def test_text_that_only_looks_like_contents_stays(text):
    assert left(text) == [line for line in re.split(r"[\n\t]", text) if line]
    assert entries(text) == ()


@pytest.mark.parametrize(
    "drawn",
    [
        ["Introduction .......... 3", "........ 5Homes", "........ 7Schools"],
        ["Introduction .......... 3 ......", "Homes ... ..... 5 ......", "Schools ........ 7 ...."],
    ],
    ids=["the number before the title", "the number amid the leader"],
)
def test_entries_that_are_drawn_over_are_read(drawn):
    text = "\n\n".join(["Contents", *drawn, BODY])
    assert entries(text) == ("Introduction", "Homes", "Schools")
    assert left(text) == LINES


@pytest.mark.parametrize("line", ["Costs .......... 3.5 million", "Rooms ........ 12 beds ......."])
def test_a_figure_behind_a_leader_is_no_page_number_that_is_drawn_over(line):
    assert left(f"Rooms\n\n{line}\n\nThe end.") == ["Rooms", line, "The end."]


def test_a_value_behind_a_leader_outside_a_contents_page_is_kept_in_text_or_aside():
    document = read_document(f"{BODY}\n\nChildren looked after at home ........ 134\n".encode())
    kept = [document.text, *(aside.text for aside in document.asides)]
    assert any("Children looked after at home" in text for text in kept)
    assert any("134" in text for text in kept)


# Contents pages


@pytest.mark.parametrize(
    "heading", ["Contents", "CONTENTS", "Table of Contents", "Contents page", "Contents:", "In this report"]
)
def test_each_heading_of_a_contents_page_begins_one(heading):
    assert left(f"{heading}\n\nIntroduction ..... 1\nWhat we did ..... 2\n\n{BODY}") == LINES


@pytest.mark.parametrize(
    "gap",
    ["\t", " \t ", " ..... ", "......", " . . . . . ", " …… ", " ·····", "   ", " ____ ", "\t.....\t", " . . . .  "],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_each_way_of_setting_page_numbers_apart(gap, between):
    titles = ["Introduction", "What we did", "What Glenmore can build on"]
    text = "Contents\n\n" + between.join(f"{title}{gap}{page}" for page, title in enumerate(titles, 1))
    assert entries(f"{text}\n\n{BODY}") == tuple(titles)
    assert left(f"{text}\n\n{BODY}") == LINES


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("i", "iv", "12"), ("9", "10", "100")])
def test_page_numbers_may_be_roman_or_long(numbers):
    titles = ["Foreword", "Introduction", "What we did"]
    text = "\n".join(f"{title} ..... {page}" for title, page in zip(titles, numbers, strict=True))
    assert entries(f"Contents\n\n{text}\n\n{BODY}") == tuple(titles)


def test_numbered_entries_keep_their_number():
    text = "Contents\n\n1. Introduction ..... 3\n2. What we did ..... 4\n2.1 In schools ..... 5"
    assert entries(text) == ("1. Introduction", "2. What we did", "2.1 In schools")


def test_an_entry_that_wraps_is_one():
    text = "Contents\n\nIntroduction ..... 1\nHow well workers and\nfamilies get on ..... 2\nNext steps ..... 9"
    assert entries(f"{text}\n\n{BODY}") == ("Introduction", "How well workers and families get on", "Next steps")
    assert left(f"{text}\n\n{BODY}") == LINES


def test_a_word_that_a_hyphen_breaks_at_the_end_of_its_line_is_whole():
    text = f"Contents\n\nFoundations ..... 2\nWhere services work together in neigh\u00ad\nbourhoods ..... 3\n\n{BODY}"
    assert entries(text)[1] == "Where services work together in neighbourhoods"


def test_an_entry_whose_page_number_is_lost_does_not_end_the_page():
    text = "Contents\n\nIntroduction ..... 1\nWhat we did .....\nWhat we found\nNext steps ..... 9"
    assert left(f"{text}\n\n{BODY}") == LINES


def test_lines_below_the_last_page_number_belong_to_the_text():
    text = "Contents\n\nForeword ..... 1\nNext steps ..... 9\n\nA letter from the chair\n\nWe were glad to be asked."
    assert left(text) == ["A letter from the chair", "We were glad to be asked."]


def test_the_page_ends_where_its_first_entry_comes_again():
    text = "Contents\n\nIntroduction ..... 1\nNext steps ..... 9\n\nINTRODUCTION\n\nWhat we did    4 visits\n\nOne    2"
    assert left(text)[0] == "INTRODUCTION"
    assert entries(text) == ("Introduction", "Next steps")


def test_a_page_without_numbers_ends_where_its_first_entry_comes_again():
    text = "Contents\n\nIntroduction\n\nWhat we did\n\nWhat we found\n\nNext steps"
    assert left(f"{text}\n\n{BODY}") == LINES


def test_a_page_without_numbers_ends_where_any_entry_comes_again():
    listed = ["Opening", "1. The area", "2. What helps", "3. How well needs are met", "4. Next steps"]
    body = ["This is what we found.", "1. The area", "Hills.", "2. What helps", "Time.", "3. How well needs", "are met"]
    text = "\n".join(("Contents", *listed, *body, "Quite well.", "4. Next steps", "None."))
    assert left(text)[:2] == ["This is what we found.", "1. The area"]
    assert len(entries(text)) == len(listed)


@pytest.mark.parametrize(
    "lines",
    [
        ("Opening", "Plans", "Records", "They are kept.", "Plans", "Good.", "Records", "Most."),
        ("Opening", "Plans", "Reviews", "Waits", "Moves", "Homes", "Plans", "Waits", "Homes"),
        ("Plans", "Records", "Reviews", "Nothing of this comes again."),
    ],
)
def test_lines_below_the_heading_of_which_too_few_come_again_stay(lines):
    text = "\n".join(("Contents", *lines))
    assert left(text) == ["Contents", *lines]


def test_many_headings_of_contents_take_linear_time():
    began = time.perf_counter()
    left("Contents\na\nb\nc\na\n" * 4_000)
    assert time.perf_counter() - began < 5


def test_a_second_contents_page_in_one_file_is_found_as_well():
    page = "Contents\n\nIntroduction ..... 1\nNext steps ..... 9"
    assert left(f"{page}\n\n{BODY}\n\n{page}\n\n{BODY}") == LINES * 2


def test_a_leader_line_away_from_its_heading_is_taken():
    assert left(f"{BODY}\n\nNext steps .......... 9") == LINES


def test_lines_that_are_aside_already_are_no_entries():
    lines = read_plain(b"Contents\n\nIntroduction ..... 1\nGlenmore report\nNext steps ..... 9").lines
    page = contents_pages(lines, frozenset({2}))
    assert (page.entries, 2 in page.lines) == (("Introduction", "Next steps"), False)


def test_every_line_of_a_contents_page_is_kept_beside_the_text_as_printed():
    document = read_document(f"Contents\n\nIntroduction ..... 1\nWhat we did ..... 2\n\n{BODY}".encode())
    printed = [aside.text for aside in document.asides if aside.kind is AsideKind.FURNITURE]
    assert printed == ["Contents", "Introduction ..... 1", "What we did ..... 2"]


# PDF


def test_a_page_number_at_the_right_edge_belongs_to_the_line_beside_it():
    lines = [printed("Contents", 80.0)]
    for row, title in enumerate(["Introduction", "What we did", "Next steps"], 1):
        lines += [printed(title, 80.0 + 20 * row), printed(str(row), 80.0 + 20 * row, left_edge=500.0)]
    lines.append(printed("The visit to Glenmore began in May.", 100.0, page=3))
    page = contents_pages(lines, frozenset())
    assert page.entries == ("Introduction", "What we did", "Next steps")
    assert page.lines == frozenset(range(7))


def test_a_number_below_a_line_is_not_its_page_number():
    lines = [printed("Contents", 80.0), printed("Families", 100.0), printed("134", 130.0), printed("Schools", 160.0)]
    assert contents_pages(lines, frozenset()).entries == ()


# Time


def seconds(count, line, filler):
    lines = read_plain(line.format(filler * count).encode()).lines
    started = time.process_time()
    contents_pages(lines, frozenset())
    return time.process_time() - started


@pytest.mark.parametrize("line", ["Visits {} z", "Visits{}z 4 z"])
@pytest.mark.parametrize("filler", ["_", " ", ".", ". ", "…", "·"])
def test_a_long_leader_that_leads_nowhere_takes_linear_time(line, filler):
    """Eight times as much takes eight times as long; were it quadratic, 64 times."""
    short = min(seconds(600, line, filler) for _ in range(5))
    assert min(seconds(4_800, line, filler) for _ in range(2)) < 24 * max(short, 1e-4)


def test_a_hyphen_that_is_not_seen_hides_no_heading_of_contents():
    text = "Con\u00adtents\n\nEarly help .... 3\nLater help .... 5\n\nEarly help\n\nIt came in good time."
    assert read_document(text.encode()).contents == ("Early help", "Later help")


def test_a_single_space_sets_page_numbers_apart_where_the_text_has_the_titles_again():
    text = "Contents\n\nForeword 4\nHow we did it 5\nThe areas\n1. Homes in the north 32\n2. Schools 38\n\nForeword\n\n"
    text += "We came in May.\n\nHow we did it\n\nWe read.\n\n1. Homes in the north\n\nThey are warm."
    assert left(text)[:2] == ["Foreword", "We came in May."]
    assert entries(text)[:2] == ("Foreword", "How we did it")


def test_a_running_head_with_its_page_number_ends_a_contents_page():
    text = (
        "Contents\n\nForeword 4\n• Our remit 4\n• Homes 9\nNext steps 12\nReport of Glenmore 2\n\nForeword\n\nWe came."
    )
    assert left(f"{text}\n\nOur remit\n\nWe asked.")[:2] == ["Report of Glenmore 2", "Foreword"]


def test_a_heading_of_contents_whose_links_are_left_out_is_no_heading():
    links = "".join(f'<li><a href="#s{n}">Part {n}</a></li>' for n in range(4))
    parts = "".join(f'<h2 id="s{n}">Part {n}</h2><p>This is what was found in part {n} of it.</p>' for n in range(4))
    page = f"<html><body><main><h1>What was found</h1><h2>Contents</h2><ul>{links}</ul>{parts}</main></body></html>"
    text = read_document(page.encode()).text
    assert "Contents" not in text
    assert text.count("Part 2") == 1
