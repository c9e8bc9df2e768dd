"""The walls between the rooms of the library: imports point down, and each outside library has its own room.

Read from the sources by ``ast``, so that imports inside functions count too.
"""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

from ciextract.extractors import EXTRACTORS

PACKAGE = Path(__file__).parents[1] / "src" / "ciextract"

# Lowest first. A room may import what stands below it; a new room is given its place here.
FLOORS = (
    {
        "errors",
        "record",
        "shape",
        "frozen",
        "unseen",
        "as_json",
        "document",
        "folding",
        "printing",
        "intake",
        "writing",
        "verdicts",
    },
    {"vocabulary"},
    {"read", "programme"},
    {"outline"},
    {"quantities"},
    {"extractors", "assemble", "checks"},
    {"pipeline"},
    {"schema"},
    {"validation", "strictness", "merging"},
    {"batch", "comparison", "difference", "drafting", "explain", "export", "reconciliation", "review"},
    {"verification"},
    {"cli"},
    {"__main__"},
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# On the same floor only these see each other.
# A merged record as reviewed is merged anew.
NEIGHBOURS = {
    ("assemble", "extractors"), ("checks", "extractors"), ("assemble", "checks"), ("reconciliation", "review"),
}  # fmt: skip

ROOMS_OF = {
    "pypdfium2": {"read"},
    "pdfplumber": {"read"},
    "pdfminer": {"read"},
    "selectolax": {"read"},
    "lxml": {"read"},
    "ocrmypdf": {"read"},
    "pikepdf": {"read"},
    "rapidfuzz": {"outline", "programme", "comparison", "reconciliation"},
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
    "PIL": {"read"},
    "jinja2": {"comparison", "review"},
    "matplotlib": {"comparison"},
    "pyarrow": {"export"},
    "duckdb": {"export"},
    "xlsxwriter": {"export"},
}


@dataclass(frozen=True)
class Import:
    module: str
    target: str

    @property
    def room(self):
        return room_of(self.module)

    def __str__(self):
        return f"{self.module} imports {self.target}"


def name_of(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module):
    """The second part of a dotted name, ``ciextract`` for the package itself."""
    return [*module.split("."), ""][1] or "ciextract"


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def imports_in(module, tree, *, is_package):
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, alias.name)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                yield Import(module, f"{base}.{alias.name}")


IMPORTS = [
    found
    for name, tree in TREES.items()
    for found in imports_in(name, tree, is_package=MODULES[name].name == "__init__.py")
]
INNER = [each for each in IMPORTS if each.target.split(".")[0] == "ciextract"]


def breaks_a_wall(found):
    """Whether an import goes up, or sideways where it may not."""
    target = room_of(found.target)
    if found.room in (target, "ciextract") or target == "__version__":
        return False
    if target not in FLOOR_OF:  # a public word of the package: it is the pipeline's
        target = "pipeline"
    lowest = FLOOR_OF[found.room] == FLOOR_OF[target] == 0
    if lowest or (found.room, target) in NEIGHBOURS:
        return False
    return FLOOR_OF[target] >= FLOOR_OF[found.room]


def test_every_room_has_a_floor():
    rooms = {room_of(name) for name in MODULES} - {"ciextract"}
    assert rooms <= set(FLOOR_OF), "give the new room its place in FLOORS"


def test_imports_point_down():
    assert [str(each) for each in INNER if breaks_a_wall(each)] == []


@pytest.mark.parametrize("library", ROOMS_OF)
def test_outside_libraries_stay_in_their_room(library):
    users = [each for each in IMPORTS if each.target.split(".")[0] == library]
    assert [str(each) for each in users if each.room not in ROOMS_OF[library]] == []


def test_extractors_never_see_each_other():
    """What extractors share stands in other modules."""
    listed = {extractor.__module__ for extractor in EXTRACTORS}
    between = [each for each in INNER if each.module in listed and each.target.rpartition(".")[0] in listed]
    assert [str(each) for each in between] == []


def test_what_becomes_of_findings_knows_no_extractor():
    """So that one can be deleted; checks and drafts of programmes ask some of them by name."""
    listed = {extractor.__module__ for extractor in EXTRACTORS}
    asking = [
        each for each in INNER if each.target.rpartition(".")[0] in listed and each.module != "ciextract.extractors"
    ]
    assert {each.room for each in asking} == {"checks", "drafting"}


def test_the_library_prints_nothing():
    calls = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert calls == []


def test_only_the_command_line_speaks_to_the_terminal():
    speakers = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr", "stdin"}
    }
    assert {name for name in speakers if room_of(name) != "cli"} == set()


@pytest.mark.parametrize(
    ("module", "statement", "broken"),
    [
        ("ciextract.read.pdf", "from ciextract.pipeline import parse", True),
        ("ciextract.read.pdf", "from ciextract import parse", True),
        ("ciextract.read.pdf", "import ciextract.programme.model", True),
        ("ciextract.extractors.grades", "from ciextract.assemble import assemble", True),
        ("ciextract.batch.run", "from ciextract.export import tables", True),
        ("ciextract.document", "from .read import pdf", True),
        ("ciextract.pipeline", "from .cli import main", True),
        ("ciextract.pipeline", "from ciextract import __version__", False),
        ("ciextract.read.pdf", "from .lines import PhysicalLine", False),
        ("ciextract.read.pdf", "from ciextract.document import Document", False),
        ("ciextract.assemble", "from ciextract.extractors.findings import Finding", False),
        ("ciextract.cli.app", "from ciextract.read.source import read_document", False),
    ],
)
def test_the_rule_itself(module, statement, broken):
    [found] = imports_in(module, ast.parse(statement), is_package=False)
    assert breaks_a_wall(found) is broken
