"""Files of words with unknown keys or wrong values are refused, by the file's name and the key."""

import re
import tomllib
from dataclasses import FrozenInstanceError, field, replace
from typing import Literal

import pytest
from tests.vocabulary.files_on_disk import FILES, PACKAGE, models_of_files, name_of

from ciextract.errors import BadConfiguration
from ciextract.programme import load
from ciextract.programme.load import programmes
from ciextract.programme.model import HeadingWords
from ciextract.record import Grade
from ciextract.vocabulary.files import SIZE_CAP, FileModel, checked, shipped
from ciextract.vocabulary.filling import Misfit, filled

HEADER = re.compile(r"^\[.+\]$", re.MULTILINE)
AT_RISK = "programmes/children-at-risk-of-harm.toml"


@pytest.fixture(scope="module")
def models():
    return models_of_files()


class Small(FileModel):
    word: str
    count: int = 0
    share: float | None = None
    others: frozenset[str] = frozenset()
    relation: Literal["over", "under"] = "under"
    grade: Grade | None = None
    within: dict[str, "Small"] = field(default_factory=dict)


def headers_of(path):
    """Each kind of table of a file, by its first header; the empty one is the top of the file."""
    return ["", *dict.fromkeys(HEADER.findall(path.read_text(encoding="utf-8")))]


def refusal(content, name, model):
    with pytest.raises(BadConfiguration) as caught:
        checked(content.encode(), name, model)
    assert caught.value.exit_code == 9
    assert caught.value.remedy
    return str(caught.value)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_file_is_right_and_the_same_whoever_checks_it(models, path):
    folder, name = path.parent.name, path.name
    model = models[name_of(path)]
    known = checked(path.read_bytes(), name_of(path), model)
    assert shipped(folder, name, model) == known


@pytest.mark.parametrize(
    ("path", "header"), [(path, header) for path in FILES for header in headers_of(path)], ids=lambda v: str(v)[-40:]
)
def test_an_unknown_key_is_refused_in_every_table(models, path, header):
    text = path.read_text(encoding="utf-8")
    surprise = "surprise = { x = { } }\n"
    content = text.replace(header + "\n", f"{header}\n{surprise}", 1) if header else surprise + text
    model = models[name_of(path)]
    message = refusal(content, name_of(path), model)
    assert re.match(rf"{re.escape(name_of(path))}: [\w.]*surprise[.:]", message)
    with pytest.raises(Misfit, match=r"^[\w.]*surprise[.:]"):
        filled(model, tomllib.loads(content))


@pytest.mark.parametrize(
    ("name", "right", "wrong", "key"),
    [
        ("vocabulary/councils.toml", 'code = "S12000033"', 'code = "S13000033"', "council.0.code"),
        ("vocabulary/councils.toml", 'code = "S12000033"', "", "council.0.code"),
        ("vocabulary/councils.toml", '[[council]]\nname = "Aberdeenshire"\ncode = "S12000034"\n', "", "council"),
        ("vocabulary/councils.toml", 'spellings = ["Aberdeen"]', 'spellings = "Aberdeen"', "council.0.spellings"),
        ("vocabulary/grades.toml", "score = 1", "score = 7", "grade.0.score"),
        ("vocabulary/grades.toml", 'grade = "weak"', 'grade = "feeble"', "grade.1.grade"),
        ("vocabulary/documents.toml", 'id = "plan-in-a-title"', 'id = "Plan in a title"', "title.0.id"),
        ("vocabulary/documents.toml", 'takes = ["Moray', "takes = []\n#", "title.0.takes"),
        ("vocabulary/headings.toml", "rank = 0", "rank = 3", "kind.part.rank"),
        ("vocabulary/headings.toml", 'kind = "statement"', 'kind = "statment"', "statment"),
        ("vocabulary/headings.toml", 'value = "method"', 'value = "methods"', "methods"),
        ("vocabulary/headings.toml", 'under = ["introduction"]', 'under = ["introductory"]', "introductory"),
        ("vocabulary/english.toml", "one = 1", 'one = "eins"', "numbers.one"),
        (AT_RISK, 'name = "children_at_risk_of_harm"', 'name = "Children at risk"', "name"),
        (AT_RISK, "years = [2021, 2025]", "years = [2025, 2021]", "years"),
        (AT_RISK, "years = [2021, 2025]", "years = []", "years"),
        (AT_RISK, 'scale = "six_point"', 'scale = "ten_point"', "scale"),
        (AT_RISK, "weight = 3", "weight = 9", "sign.0.weight"),
        (AT_RISK, 'number = "2.1"', 'number = "two"', "indicator.0.number"),
        (AT_RISK, "number = 1\n", "number = 1.5\n", "heading.0.number"),
        (AT_RISK, "graded = true", 'graded = "perhaps"', "indicator.0.graded"),
    ],
)
def test_a_wrong_value_is_refused_by_its_key(models, name, right, wrong, key):
    text = (PACKAGE / name).read_text(encoding="utf-8")
    assert right in text
    message = refusal(text.replace(right, wrong, 1), name, models[name])
    assert message.startswith(f"{name}: ")
    assert key in message


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"word = 'caf\xe9'", r"words\.toml: not UTF-8 at byte 11"),
        (b"word = \n", r"words\.toml: not TOML: .*line 1"),
        (b"word = 'a'\nword = 'b'\n", r"words\.toml: not TOML: .*line 2"),
        (b"", r"words\.toml: word: Field required"),
        (b"word = 3", r"words\.toml: word: Input should be a valid string"),
        (b"word = 'a'\ncount = 'many'", r"words\.toml: count: "),
        (b"word = 'a'" + b" " * SIZE_CAP, r"words\.toml: larger than 1000000 bytes"),
        (b"word = " + b"[" * 100_000, r"words\.toml: nested too deeply"),
        (b"word = " + b"9" * 5000, r"words\.toml: a number has too many digits"),
        (b"word = 'a'\n" + b".".join([b"a"] * 100_000) + b" = 1", r"words\.toml: line 2 has too many dots"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_place(content, told):
    with pytest.raises(BadConfiguration, match=told):
        checked(content, "words.toml", Small)


def test_a_file_with_one_sign_is_no_programme(models):
    text = (PACKAGE / AT_RISK).read_text(encoding="utf-8")
    first, _, rest = text.partition("[[sign]]")
    sign, _, _ = rest.partition("[[sign]]")
    assert f"{AT_RISK}: sign: " in refusal(f"{first}[[sign]]{sign}", AT_RISK, models[AT_RISK])


def test_a_kind_of_heading_that_nobody_knows_is_refused_with_those_that_are_known(monkeypatch):
    chapter = HeadingWords(kind="chapter", titles=("Chapter one",))
    broken = replace(programmes()[0], heading=(chapter,))
    monkeypatch.setattr(load, "shipped", lambda folder, name, model: broken)
    with pytest.raises(BadConfiguration, match=r"programmes/[a-z0-9-]+\.toml: kind 'chapter' .* accepted: .*statement"):
        programmes.__wrapped__()


def test_programmes_that_say_the_same_are_one_key():
    known = {programme: programme.name for programme in programmes()}
    assert {known[replace(programme)] for programme in programmes()} == set(known.values())


def test_words_are_frozen_once_they_are_read():
    small = checked(b"word = 'a'", "words.toml", Small)
    with pytest.raises(FrozenInstanceError, match="word"):
        small.word = "b"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({}, "the whole file: Small needs 'word'"),
        ({"word": 3}, "word: is no str"),
        ({"word": ["a"]}, "word: is no str"),
        ({"word": "a", "count": True}, "count: is no int"),
        ({"word": "a", "count": 1.0}, "count: is no int"),
        ({"word": "a", "share": "half"}, "share: is no number"),
        ({"word": "a", "share": True}, "share: is no number"),
        ({"word": "a", "others": "b"}, "others: is no list"),
        ({"word": "a", "others": ["b", 3]}, "others.1: is no str"),
        ({"word": "a", "relation": "near"}, "relation: is none of over, under"),
        ({"word": "a", "grade": "feeble"}, "grade: is none of unsatisfactory, weak, .*"),
        ({"word": "a", "within": ["b"]}, "within: is no table"),
        ({"word": "a", "within": {"b": {}}}, "within.b: Small needs 'word'"),
        ({"word": "a", "within": {"b": {"word": "c", "count": "d"}}}, "within.b.count: is no int"),
    ],
)
def test_what_does_not_fit_a_model_is_told_by_its_place(table, told):
    with pytest.raises(Misfit, match=f"^{told}$"):
        filled(Small, table)


def test_what_is_filled_in_has_the_kinds_of_the_model():
    within = {"word": "b"}
    table = {"word": "a", "share": 1, "others": ["c"], "relation": "over", "grade": "weak", "within": {"d": within}}
    small = filled(Small, table)
    assert (small.word, small.count, small.relation) == ("a", 0, "over")
    assert (small.share, type(small.share)) == (1.0, float)
    assert small.others == frozenset({"c"})
    assert small.grade is Grade.WEAK
    assert small.within["d"].word == "b"
