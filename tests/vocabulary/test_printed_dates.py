"""Dates as documents print them: their forms, how precise they are, and dates that there are none of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.vocabulary.dates import EARLIEST, LATEST, dates_in
from ciextract.vocabulary.english import english


def found_in(text):
    return [(one.iso, one.precision) for one in dates_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2024", "29 February 2023", "30/02/2024", "2024-02-30", "31 April 2024", "31.06.2024",
        "32 May 2024", "0 May 2024", "00/05/2024", "14/13/2024", "2024-13-01", "2024-00-10", "05/14/2024",
        "May 1066", "1 May 1889", "May 2999", "2024", "in 2023/24", "2019-20", "May", "14 May", "may 24", "14 May 24",
        "Maybe 2024", "Mayor 2024", "March on 2024 people", "Spring 2024", "12024-05-14", "2024-05-141", "14/05/20245",
        "section 3.4.20", "0345 600 9527", "1.2.3", "", "of 2024",
    ],
)  # fmt: skip
def test_there_is_no_date(text):
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("14 May 2024", "2024-05-14"),
        ("14th May 2024", "2024-05-14"),
        ("1st May, 2024", "2024-05-01"),
        ("2nd of May 2024", "2024-05-02"),
        ("23rd May 2024", "2024-05-23"),
        ("4 th May 2024", "2024-05-04"),
        ("May 14, 2024", "2024-05-14"),
        ("May 14th 2024", "2024-05-14"),
        ("14 MAY 2024", "2024-05-14"),
        ("14 may 2024", "2024-05-14"),
        ("Tuesday 14 May 2024", "2024-05-14"),
        ("Published on: 14 May 2024.", "2024-05-14"),
        ("14/05/2024", "2024-05-14"),
        ("4/5/2024", "2024-05-04"),
        ("14.05.2024", "2024-05-14"),
        ("2024-05-14", "2024-05-14"),
        ("29 February 2024", "2024-02-29"),
        ("31 December 1999", "1999-12-31"),
    ],
)
def test_a_day_is_found(text, iso):
    assert found_in(text) == [(iso, "day")]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("May 2024", "2024-05"),
        ("in MAY 2024", "2024-05"),
        ("May, 2024", "2024-05"),
        ("the September 2021 paper", "2021-09"),
    ],
)
def test_a_month_is_found(text, iso):
    assert found_in(text) == [(iso, "month")]


def test_dates_come_in_order_with_their_places():
    text = "From 4 March 2024, through May 2024, to 2024-06-30."
    assert [(one.iso, text[one.start : one.end]) for one in dates_in(text)] == [
        ("2024-03-04", "4 March 2024"), ("2024-05", "May 2024"), ("2024-06-30", "2024-06-30"),
    ]  # fmt: skip


def test_an_impossible_day_is_no_month_either():
    assert found_in("31 June 2024 and 3 July 2024") == [("2024-07-03", "day")]


@pytest.mark.parametrize("text", ["25 Aug 2022", "25 Aug. 2022", "3 Sept 2022", "3 Sep 2022", "25th Nov 2022"])
def test_a_short_month_is_found(text):
    assert [precision for _, precision in found_in(text)] == ["day"]


@given(st.dates(min_value=date(EARLIEST, 1, 1)))
def test_every_day_is_read_back_from_its_long_form(day):
    month = english().months[day.month - 1].title()
    expected = [(day.isoformat(), "day")] if day.year <= LATEST else []
    assert found_in(f"on {day.day} {month} {day.year}") == expected


@given(st.text())
def test_every_date_stands_where_it_says(text):
    for one in dates_in(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
