"""Classes that ``frozen`` makes are what ``dataclass(frozen=True, slots=True)`` would make of them."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from ciextract.document import Aside, AsideKind, Notice
from ciextract.frozen import frozen

NOTICE = Notice("no-date", "no date")


def both(**options):
    """A class made in both ways."""
    return [
        make()
        for make in (lambda: point(frozen, **options), lambda: point(dataclass, frozen=True, slots=True, **options))
    ]


def point(decorator, **options):
    class Point:
        """A point with its name."""

        x: int
        y: int = 2
        name: str = field(default="p", compare=False, repr=False)

        def __post_init__(self):
            object.__setattr__(self, "y", self.y + 1)

        @property
        def total(self):
            return self.x + self.y

    return decorator(**options)(Point) if options else decorator(Point)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((1, 2, "q", 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1}), ((), {"y": 1})],
)
@pytest.mark.parametrize("first", [True, False])
def test_what_does_not_fit_the_fields_is_refused_alike(values, named, first):
    told = []
    for kind in both():
        if not first:
            kind(1)
        with pytest.raises(TypeError) as caught:
            kind(*values, **named)
        told.append(str(caught.value).partition("__init__")[2])
    assert told[0] == told[1]


def test_fields_by_name_alone_are_refused_by_place():
    for kind in both(kw_only=True):
        with pytest.raises(TypeError, match="positional"):
            kind(1)
        assert kind(x=1).total == 4


@pytest.mark.parametrize("name", ["code", "another"])
def test_nothing_is_changed(name):
    with pytest.raises(FrozenInstanceError, match=name):
        setattr(NOTICE, name, "other")
    with pytest.raises(FrozenInstanceError, match=name):
        delattr(NOTICE, name)
    assert not hasattr(NOTICE, "__dict__")


@pytest.mark.parametrize(
    ("values", "named"), [((1,), {}), ((1, 5), {}), ((1, 5, "q"), {}), ((), {"x": 1, "name": "r"})]
)
def test_objects_are_the_same_as_those_of_a_dataclass(values, named):
    ours, other = (kind(*values, **named) for kind in both())
    assert repr(ours).partition("(")[2] == repr(other).partition("(")[2]
    assert repr(ours).endswith(f"Point(x={ours.x}, y={ours.y})")
    assert [getattr(ours, each.name) for each in fields(ours)] == [getattr(other, each.name) for each in fields(other)]
    assert dataclasses.asdict(ours) == dataclasses.asdict(other)
    assert hash(ours) == hash(other)
    assert ours != other
    assert type(ours).__match_args__ == type(other).__match_args__


def test_values_are_equal_by_the_fields_that_count():
    kind, _ = both()
    assert kind(1, 2, "p") == kind(1, 2, "q")
    assert len({kind(1, 2), kind(1, 2, "q"), kind(1, 3)}) == 2
    assert kind(1, 2) != kind(2, 2)
    assert kind(1) != (1, 3)
    assert Notice("a", "b") != Aside(AsideKind.CONTENTS, "b")


def test_what_is_replaced_is_a_value_of_its_own():
    assert replace(NOTICE, message="other") == Notice("no-date", "other")
    assert NOTICE.message == "no date"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_copies_and_pickles_are_equal(again):
    assert again(NOTICE) == NOTICE


def test_a_class_keeps_what_it_says_of_itself_and_hands_its_fields_on():
    @frozen
    class Named:
        """Shown by its name."""

        name: str

        def __repr__(self):
            return f"<{self.name}>"

    @frozen
    class Aged(Named):
        """With an age too."""

        age: int = 3

    assert repr(Named("a")) == "<a>"
    assert (Aged("a").name, Aged("a").age) == ("a", 3)
    assert Aged("a") == Aged(name="a", age=3) != Named("a")
