"""Law 5 of the design: headings, indicators, programmes, councils and bodies are data and stand in no ``.py`` file.

The words are read from the files of words, the strings from the sources by ``ast``. Docstrings may name what they are
about. A heading of one word, such as 'Report', is a word like any other and not looked for; names of one word are.
"""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

import ciextract
from ciextract.folding import fold_words

PACKAGE = Path(ciextract.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
SHORTEST = 5
"""Letters of a word from which it is no accident that it stands in a string."""
IN_CAPITALS = {"council", "body"}
"""What is named by words with capitals: 'Highland' is a council, 'highland' is not."""


def read(name):
    return tomllib.loads((PACKAGE / name).read_text(encoding="utf-8"))


def phrases_of(tables):
    """Names, titles, spellings and words of the tables."""
    for table in tables:
        for key in ("name", "title"):
            if key in table:
                yield table[key]
        for key in ("titles", "spellings", "words", "partners"):
            yield from table.get(key, ())


def phrases():
    """(what it is, the phrase) of everything that belongs into the files of words."""
    headings = read("vocabulary/headings.toml")
    for table in ("heading", "label", "stem", "role"):
        yield from (("heading", phrase) for phrase in phrases_of(headings[table]) if " " in phrase)
    for path in sorted(PACKAGE.glob("programmes/*.toml")):
        programme = read(f"programmes/{path.name}")
        yield from (("programme", phrase) for phrase in (programme["name"], programme["title"]))
        yield from (
            ("heading", phrase) for phrase in phrases_of(programme.get("heading", []) + programme.get("stem", []))
        )
        yield from (("indicator", phrase) for phrase in phrases_of(programme.get("indicator", [])))
        yield from (("subject", phrase) for phrase in phrases_of(programme.get("subject", [])))
        yield from (("sign", text) for sign in programme["sign"] for text in sign["takes"])
    yield from (("council", phrase) for phrase in phrases_of(read("vocabulary/councils.toml")["council"]))
    yield from (("body", phrase) for phrase in phrases_of(read("vocabulary/bodies.toml")["body"]))


@cache
def strings_of(source):
    """Every string of a source but for those that stand alone, as docstrings do, and what is told to people."""
    tree = ast.parse(source)
    apart = {id(string) for node in ast.walk(tree) for string in told_or_alone(node)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart
    ]


def told_or_alone(node):
    """Strings of an expression that stands alone, of a ``message``, and of a notice."""
    match node:
        case ast.Expr(value=ast.Constant() as alone):
            return [alone]
        case ast.Assign(targets=[ast.Name(id="message")]) | ast.AugAssign(target=ast.Name(id="message")):
            return ast.walk(node)
        case ast.keyword(arg="message") | ast.Call(func=ast.Name(id="Notice")):
            return ast.walk(node)
    return []


def words_of(what, text):
    """A phrase or a string in the form in which they are compared; escapes of an expression part words."""
    text = re.sub(r"\\[a-zA-Z]", " ", text)
    return re.sub(r"[^\w']+", " ", text).strip() if what in IN_CAPITALS else fold_words(text)


def expression(what):
    """An expression that takes any of the phrases of a sort, as whole words."""
    found = {words_of(what, phrase) for sort, phrase in phrases() if sort == what}
    longest_first = sorted((phrase for phrase in found if len(phrase) >= SHORTEST), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


WHAT = ("heading", "indicator", "subject", "sign", "programme", "council", "body")
EXPRESSIONS = {what: expression(what) for what in WHAT}


def named_in(what, source):
    """(line, phrase) of each phrase of a sort in the strings of a source."""
    for line, text in strings_of(source):
        if found := EXPRESSIONS[what].search(words_of(what, text)):
            yield line, found[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_source_names_what_is_data(path):
    source = path.read_text(encoding="utf-8")
    assert [(what, *found) for what in EXPRESSIONS for found in named_in(what, source)] == []


@pytest.mark.parametrize(
    ("what", "source"),
    [
        ("heading", 'x = "What happens next?"'),
        ("heading", 'x = f"{y}: Priority areas for improvement"'),
        ("heading", "x = r'\\bkey line of enquiry\\b'"),
        ("indicator", 'x = {"Impact on families"}'),
        ("programme", 'if name == "children_at_risk_of_harm": pass'),
        ("subject", 'x = "the strategic leadership of the partnership"'),
        ("sign", 'x = "Across nine quality indicators"'),
        ("council", 'x = ("Moray", 1)'),
        ("council", 'x = "NHS Western Isles"'),
        ("body", 'def f(x="Care Inspectorate"): pass'),
    ],
)
def test_a_source_that_names_it_is_caught(what, source):
    assert list(named_in(what, source))


@pytest.mark.parametrize(
    ("what", "source"),
    [
        ("heading", 'def f():\n    """What happens next?"""'),
        ("heading", 'x = "key_messages"'),
        ("heading", 'x = "background"'),
        ("heading", 'x = "report.pdf"'),
        ("heading", "# What happens next?"),
        ("heading", 'message = f"{x} key messages are numbered"'),
        ("body", 'Notice("unknown", "the Care Inspectorate is not named")'),
        ("council", 'x = "a highland road"'),
        ("council", 'x = "Fifer"'),
        ("body", 'x = "an inspectorate that cares"'),
    ],
)
def test_a_source_that_does_not_is_let_pass(what, source):
    assert list(named_in(what, source)) == []
