"""What every part of a record is: frozen, closed, compared by its values, and given back by a pickle as it was."""

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from ciextract.record import AreaInspected, Evidence, Period, RecordWarning
from ciextract.shape import changed, field_names, written_fields

WARNING = RecordWarning(code="no-date", message="no date")
EVIDENCE = Evidence(start=0, end=3, quote="One")


@pytest.mark.parametrize("name", ["code", "message", "another"])
def test_nothing_of_a_part_is_changed(name):
    with pytest.raises(FrozenInstanceError, match=name):
        setattr(WARNING, name, "other")
    with pytest.raises(FrozenInstanceError, match=name):
        delattr(WARNING, name)
    assert not hasattr(WARNING, "__dict__")


def test_a_field_that_is_not_known_is_refused():
    with pytest.raises(TypeError, match="RecordWarning has no field 'colour'"):
        RecordWarning(code="a", message="b", colour="red")


def test_a_field_that_has_no_default_is_asked_for():
    with pytest.raises(TypeError, match="RecordWarning needs 'message'"):
        RecordWarning(code="a")


def test_fields_are_given_by_name():
    with pytest.raises(TypeError):
        RecordWarning("a", "b")


def test_what_is_left_out_has_its_default_and_shares_nothing():
    again = Evidence(start=0, end=3, quote="One")
    assert (EVIDENCE.page, EVIDENCE.boxes, EVIDENCE.line) == (None, [], None)
    assert again == EVIDENCE
    assert EVIDENCE.boxes is not again.boxes


def test_parts_are_equal_by_their_values():
    assert RecordWarning(message="no date", code="no-date") == WARNING
    assert replace(WARNING, message="other") != WARNING
    assert WARNING != ("no-date", "no date")


def test_inherited_fields_come_first():
    assert list(field_names(AreaInspected(name="Fife", code="S12000047", rule="a#b", evidence=EVIDENCE))) == [
        "name", "code", "rule", "evidence", "also",
    ]  # fmt: skip
    assert [each.name for each in fields(AreaInspected)] == ["name", "code", "rule", "evidence", "also"]


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda part: pickle.loads(pickle.dumps(part))])
def test_a_copy_is_equal(again):
    assert again(EVIDENCE) == EVIDENCE


def test_a_part_shows_its_values():
    assert repr(WARNING) == "RecordWarning(code='no-date', message='no date')"


def test_a_field_that_may_be_left_out_is_written_where_it_holds_something():
    assert [name for name, _ in written_fields(WARNING)] == ["code", "message"]
    assert dict(written_fields(replace(WARNING, source=0))) == {"code": "no-date", "message": "no date", "source": 0}
    period = Period(start="2020", end="2021", rule="a#b", evidence=EVIDENCE)
    assert "also" not in dict(written_fields(period))
    assert dict(written_fields(changed(period, {"also": [period]})))["also"] == [period]
