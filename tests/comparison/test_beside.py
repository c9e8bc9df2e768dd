"""What may stand beside each other, and what is left out and why."""

from dataclasses import replace

import pytest

from ciextract.comparison.beside import beside
from ciextract.errors import NotComparable


def without_programme(record):
    return replace(record, inspection=replace(record.inspection, programme=None))


def test_several_programmes_are_refused(records):
    with pytest.raises(NotComparable, match=r"records of \d programmes"):
        beside(records)


def test_an_unknown_programme_is_refused_with_what_there_is(records):
    with pytest.raises(NotComparable, match=r"there are: .*children_at_risk_of_harm"):
        beside(records, "no_such_programme")


def test_records_without_a_programme_are_refused_or_left_out(at_risk):
    with pytest.raises(NotComparable, match="no record has a recognised programme"):
        beside([without_programme(at_risk[0])])
    shown = beside([*at_risk, without_programme(at_risk[0])])
    assert any(each.why == "its programme is not recognised" for each in shown.left_out)


def test_records_of_other_programmes_are_named(records):
    shown = beside(records, "children_at_risk_of_harm")
    others = {each.record_id for each in records if each.inspection.programme != "children_at_risk_of_harm"}
    assert others <= {each.what for each in shown.left_out}
    assert {each.record_id for each in shown.records}.isdisjoint(others)


def test_every_grade_is_there_once(at_risk):
    shown = beside(at_risk)
    given = {
        (each.evaluation.indicator, each.area.code, each.year, each.evaluation.grade)
        for indicator in shown.indicators
        for each in indicator.grades
    }
    assert sum(len(indicator.grades) for indicator in shown.indicators) == len(given)
    said = {(each.indicator, each.grade) for record in at_risk for each in record.evaluations if each.area}
    assert said <= {(indicator, grade) for indicator, _, _, grade in given}


def test_indicators_are_never_mixed(at_risk):
    for indicator in beside(at_risk).indicators:
        assert {each.evaluation.indicator for each in indicator.grades} == {indicator.indicator}


def test_an_axis_has_one_statement_population_and_condition_and_two_areas(at_risk):
    shown = beside(at_risk)
    assert shown.axes
    for axis in shown.axes:
        said = {
            (each.proportion.statement, each.proportion.population.category, str(each.proportion.grade))
            for each in axis.shares
        }
        assert said == {(axis.statement, axis.category, str(axis.grade))}
        assert {each.proportion.measure for each in axis.shares} == {"share"}
        assert len({each.area.code for each in axis.shares}) > 1


def test_shares_of_one_area_alone_have_no_axis(at_risk):
    one = [each for each in at_risk if len(each.inspection.areas) == 1 and each.proportions][:1]
    shown = beside(one)
    assert shown.axes == ()
    assert any("one area alone" in each.why for each in shown.left_out)


def test_messages_recur_across_areas_only(at_risk):
    groups = beside(at_risk).recurring
    assert groups
    for group in groups:
        assert len({each.area.code for each in group.messages}) > 1
        assert {each.message.kind for each in group.messages} == {group.kind}
        texts = [(each.area.code, each.message.text) for each in group.messages]
        assert len(set(texts)) == len(texts)


def test_messages_that_share_little_are_no_group(at_risk):
    one, two = [each for each in at_risk if len(each.inspection.areas) == 1 and each.key_messages][:2]

    def with_message(record, text):
        return replace(record, key_messages=[replace(record.key_messages[0], text=text, kind="message")])

    apart = [with_message(one, "Buses ran late in winter."), with_message(two, "Young people chose the menu.")]
    assert beside(apart).recurring == ()
    near = [
        with_message(one, "Young people helped choose the menu."),
        with_message(two, "Young people chose the menu."),
    ]
    assert len(beside(near).recurring) == 1
