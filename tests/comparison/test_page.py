"""The page of a comparison: every value on it, drawings with words beside them, nothing loaded, nothing obeyed."""

import re
from dataclasses import replace

import pytest

from ciextract.comparison.beside import beside
from ciextract.comparison.page import condition, page, percent, population
from ciextract.errors import MissingExtra
from ciextract.record import Bounds, GradeRange, PopulationCategory

pytest.importorskip("matplotlib")


@pytest.fixture(scope="module")
def shown(at_risk):
    return beside(at_risk)


@pytest.fixture(scope="module")
def html(shown):
    return page(shown)


@pytest.mark.parametrize(
    ("low", "high", "low_in", "high_in", "words"),
    [
        (75, 100, False, True, "above 75 to 100%"),
        (50, 100, False, False, "above 50 to below 100%"),
        (0, 10, True, True, "from 0 to 10%"),
        (54, 54, True, True, "54%"),
        (33.333333, 33.333333, True, True, "33.3%"),
    ],
)
def test_an_interval_in_words(low, high, low_in, high_in, words):
    bounds = Bounds(low=low, high=high, low_inclusive=low_in, high_inclusive=high_in, basis="arithmetic")
    assert percent(bounds) == words


def test_a_condition_in_words():
    assert condition(None) == ""
    assert condition(GradeRange(min="good", max="excellent")) == "found good to excellent"
    assert condition(GradeRange(min="very_good", max="very_good")) == "found very good"


@pytest.mark.parametrize(
    ("category", "words"),
    [("parents_carers", "parents and carers"), ("general_population", "general population"), ("staff", "staff")],
)
def test_a_population_in_words(category, words):
    assert population(PopulationCategory(category)) == words


def test_every_axis_has_a_drawing_with_words_and_a_table(shown, html):
    assert html.count('<figure role="img" aria-label="Shares of ') == len(shown.axes) == html.count("<svg")
    rows = sum(len(each.shares) for each in shown.axes) + sum(len(each.grades) for each in shown.indicators)
    rows += sum(len(each.messages) for each in shown.recurring)
    assert html.count('<th scope="row">') == rows


def test_the_contents_lead_to_every_part(shown, html):
    targets = re.findall(r'<a href="#([\w-]+)"', html)
    assert len(targets) == 5 + len(shown.axes)
    assert all(html.count(f'id="{target}"') == 1 for target in targets)
    statements = {(each.statement, each.title) for each in shown.axes}
    assert html.count("<h3>Statement ") == len(statements) > 1
    assert ".</h3>" not in html


def test_nothing_is_loaded_and_nothing_runs(html):
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?!#)", html)


def test_what_a_document_says_is_never_markup(at_risk):
    record = next(each for each in at_risk if each.evaluations and len(each.inspection.areas) == 1)
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>$\\frac{1}{2}$"
    evidence = replace(record.evaluations[0].evidence, quote=evil)
    first = replace(record.evaluations[0], evidence=evidence)
    record = replace(record, evaluations=[first])
    html = page(beside([record]))
    assert evil not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_same_bytes_each_time(shown, html):
    assert page(shown) == html


def test_without_the_library_that_draws(shown, monkeypatch):
    monkeypatch.setattr("ciextract.comparison.plots.find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"pip install 'ciextract\[plots\]'"):
        page(shown)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("javascript:alert(1)", False),
        ("https://a.example/ javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://a.example/report.pdf?a=1&b=2", True),
        ("HTTP://a.example", True),
    ],
)
def test_an_address_is_a_link_where_it_is_one_of_the_web(at_risk, url, linked):
    first, *others = at_risk
    record = replace(first, source=replace(first.source, url=url, retrieved="2026-01-31"))
    html = page(beside([record, *others]))
    shown = url.replace("&", "&amp;")
    assert f"{shown}" in html
    assert (f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>' in html) is linked
    assert html.count("<a ") - html.count('<a href="#') == int(linked)
    assert "retrieved 2026-01-31" in html
