"""Accuracy on the fixtures, and on the shared gold where that folder exists, is nowhere below its floor."""

import json
from pathlib import Path

import pytest
from benchmarks.accuracy.__main__ import main

SHARED = Path(__file__).parents[3] / "shared" / "gold"
SPINE = ("metadata", "sections", "key_messages", "evaluations")


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    import contextlib
    import io

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = main(["--json"])
    return code, json.loads(printed.getvalue())


def test_no_floor_is_broken(scores):
    assert scores[0] == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not here")
@pytest.mark.parametrize("layer", SPINE)
def test_the_spine_on_the_shared_gold(scores, layer):
    groups = [group for name, group in scores[1]["groups"].items() if name.startswith("shared")]
    assert groups
    for group in groups:
        assert group[layer]["f1"] >= 0.98
