"""One small PDF for each habit of producers: what is read of it is what its text file, written by hand, says."""

from pathlib import Path

import pytest

from ciextract.pipeline import read_document

TRAPS = sorted((Path(__file__).parents[2] / "fixtures" / "traps").glob("*.pdf"))


def blocks(path):
    document = read_document(path.read_bytes())
    return [document[block.span] for block in document.blocks]


@pytest.mark.parametrize("path", TRAPS, ids=lambda path: path.stem)
def test_a_trap_is_read_as_its_text_says(path):
    assert blocks(path) == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_every_trap_has_a_text_of_its_own():
    assert {path.stem for path in TRAPS} == {path.stem for path in TRAPS[0].parent.glob("*.txt")}
