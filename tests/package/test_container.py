"""The Dockerfile, read: what it copies is there, is let through, and is enough for the wheel; nobody runs it as root."""

import shutil

from tests.package.conftest import ROOT, built

LINES = [
    line
    for line in (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
    if line and line[0] != "#"
]
STEPS = [(line.partition(" ")[0], line.partition(" ")[2].strip()) for line in LINES]
COPIED = [word for step, rest in STEPS if step == "COPY" for word in rest.split()[:-1]]


def test_what_it_copies_is_enough_for_the_wheel(wheel, tmp_path):
    source = tmp_path / "source"
    for name in COPIED:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, source / name)
    assert built(source, "wheel", tmp_path / "built").read_bytes() == wheel.read_bytes()


def test_only_that_is_sent_to_the_builder():
    rules = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert rules[0] == "*"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == set(COPIED)


def test_it_ends_as_a_user_with_the_command():
    last = dict(STEPS)
    assert last["USER"] not in ("root", "0")
    assert last["ENTRYPOINT"] == '["ciextract"]'
    steps = [step for step, _ in STEPS]
    assert steps.index("USER") > max(at for at, step in enumerate(steps) if step == "RUN")


def test_its_python_is_one_that_is_supported():
    [version] = [rest.removeprefix("PYTHON=") for step, rest in STEPS if step == "ARG" and rest.startswith("PYTHON=")]
    assert f'"Programming Language :: Python :: {version}"' in (ROOT / "pyproject.toml").read_text("utf-8")
