"""Numbers in digits and words, the intervals of quantities, and the scales that bodies published."""

import pytest

from ciextract.errors import BadConfiguration
from ciextract.quantities.bounds import TOLERANCE, bounds_of, related_bounds
from ciextract.quantities.model import Mention
from ciextract.quantities.numbers import number_at, number_ending
from ciextract.quantities.reader import quantities_in
from ciextract.quantities.scales import scale, shipped_scales
from ciextract.quantities.words import words_of


@pytest.mark.parametrize("text", ["and", "a", "twenty thirty", "five six", "hundred and", "third", "one two", ""])
def test_no_number(text):
    found = number_at(words_of(text), 0)
    assert found is None or found[0] < len(text.split())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7), ("1,204", 1204), ("16.6", 16.6), ("ninety-nine", 99), ("forty two", 42), ("one hundred", 100),
        ("a hundred and five", 105), ("two hundred and twenty-six", 226), ("nineteen", 19), ("three thousand", 3000),
    ],
)  # fmt: skip
def test_number(text, value):
    words = words_of(text)
    assert number_at(words, 0) == (len(words), value)
    assert number_ending(words, len(words)) in ((0, value), (1, 100), (1, value))


def test_digits_of_other_scripts_are_no_surprise():
    assert number_at(words_of("٣ of the ٤"), 0) == (1, 3.0)
    assert number_at(words_of("² of"), 0) is None


def interval(bounds):
    opening, closing = "[" if bounds.low_inclusive else "(", "]" if bounds.high_inclusive else ")"
    return f"{opening}{bounds.low:g}, {bounds.high:g}{closing}"


@pytest.mark.parametrize(
    ("phrase", "expected", "basis"),
    [
        ("Over half of plans", "(50, 100]", "arithmetic"),
        ("Three quarters of plans", "[75, 75]", "arithmetic"),
        ("54% of plans", "[54, 54]", "arithmetic"),
        ("Most plans", "(50, 100)", "arithmetic"),
        ("Almost all plans", "(50, 100)", "arithmetic"),
        ("The majority of plans", "(50, 100)", "arithmetic"),
        ("A minority of plans", "(0, 50)", "arithmetic"),
        ("A few plans", "(0, 50)", "arithmetic"),
        ("None of the plans", "[0, 0]", "arithmetic"),
        ("All plans", "[100, 100]", "arithmetic"),
        ("Not all plans", "[0, 100)", "arithmetic"),
        ("At least 60% of plans", "[60, 100]", "arithmetic"),
        ("No more than one in ten plans", "[0, 10]", "arithmetic"),
        ("Fewer than a quarter of plans", "[0, 25)", "arithmetic"),
        ("12 of the 16 plans", "[75, 75]", "arithmetic"),
        ("Around a quarter of plans", f"[{25 - TOLERANCE:g}, {25 + TOLERANCE:g}]", "convention"),
        ("Just over half of plans", f"(50, {50 + TOLERANCE:g}]", "convention"),
        ("Nearly half of plans", f"[{50 - TOLERANCE:g}, 50)", "convention"),
        ("Just under 3% of plans", "[0, 3)", "convention"),
        ("About 98% of plans", "[93, 100]", "convention"),
    ],
)
def test_bounds(phrase, expected, basis):
    (mention,) = [one for one in quantities_in(words_of(phrase), lambda: None) if isinstance(one, Mention)]
    bounds = bounds_of(mention)
    assert (interval(bounds), bounds.basis, bounds.scale) == (expected, basis, None)


RELATIONS = ("exactly", "about", "just_over", "over", "at_least", "just_under", "under", "at_most")


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("point", [0.0, 0.4, 33.333333, 100.0, 140.0])
def test_bounds_are_in_order(point, relation):
    bounds = related_bounds(point, relation)
    assert bounds.low <= bounds.high


def test_education_scotland_as_published():
    published = scale("education-scotland")
    assert shipped_scales() == ("education-scotland",)
    assert interval(published.bounds("almost_all", None, "exactly")) == "(90, 100]"
    assert interval(published.bounds("most", None, "exactly")) == "[75, 90]"
    assert interval(published.bounds("majority", None, "exactly")) == "[50, 74]"
    assert interval(published.bounds("fraction", "1/2", "under")) == "[15, 49]"
    assert interval(published.bounds("few", None, "exactly")) == "[0, 15]"
    assert published.bounds("minority", None, "exactly") is None
    assert published.bounds("fraction", "1/3", "under") is None
    assert published.bounds("all", None, "exactly") is None


HEAD = 'name = "x"\npublisher = "p"\ntitle = "t"\nsource = "s"\n'
RANGE = '[[range]]\nquantifier = "most"\nprinted = "p"\nlow = 60\nhigh = 80\n'


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (HEAD, "range"),
        (HEAD + RANGE + RANGE, "two ranges"),
        (HEAD + RANGE.replace("60", "90"), "low is above high"),
        (HEAD + RANGE.replace("most", "nearly_most"), "range.0.quantifier"),
        (HEAD + RANGE.replace("80", "800"), "range.0.high"),
        (HEAD + RANGE.replace("most", "percentage"), "to words"),
        (HEAD + RANGE + "colour = 1\n", "colour"),
        ("name = ", "not TOML"),
    ],
)
def test_wrong_scale_is_told(tmp_path, content, complaint):
    path = tmp_path / "mine.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(BadConfiguration, match=r"mine\.toml") as error:
        scale(str(path))
    assert complaint in str(error.value)


def test_unknown_scale_names_the_known_ones(tmp_path):
    with pytest.raises(BadConfiguration, match="education-scotland"):
        scale("estyn")
    with pytest.raises(BadConfiguration, match=r"none\.toml"):
        scale(str(tmp_path / "none.toml"))


def test_scale_of_a_user(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + RANGE, "utf-8")
    bounds = scale(str(path)).bounds("most", None, "exactly")
    assert (interval(bounds), bounds.basis, bounds.scale) == ("[60, 80]", "published", "x")
