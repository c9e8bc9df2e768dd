"""docs/commands.md, the README and --help say the same."""

import json
import re
from pathlib import Path

import pytest
import typer
from pydantic import TypeAdapter

from ciextract.cli.app import app
from ciextract.record import KNOWN_VERSIONS, Evaluation

ROOT = Path(__file__).parents[2]
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
GROUP = typer.main.get_command(app)


def with_inner(path, command):
    """A command and those within it, by the words that call them."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from with_inner(f"{path} {name}", inner)


NAMES = dict(with_inner("ciextract", GROUP))


def chapter(name):
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no chapter on {name}"
    return found[1]


def declared(option):
    return option.opts[0] if option.is_flag or not option.metavar else f"{option.opts[0]} {option.metavar}"


@pytest.mark.parametrize("name", NAMES)
def test_options_are_documented_as_help_has_them(name):
    documented = re.findall(r"^\| `(--[^`]+)` \| (.+) \|$", chapter(name), re.MULTILINE)
    options = [param for param in NAMES[name].params if param.param_type_name == "option"]
    assert documented == [(declared(option), option.help) for option in options]


def test_commands_are_documented_in_their_order():
    assert re.findall(r"^## (ciextract.*)$", COMMANDS, re.MULTILINE) == list(NAMES)


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("words", [path.split()[1:] for path in NAMES])
def test_help_has_its_examples_before_its_options(run, words, flag):
    ended = run(*words, flag)
    assert (ended.code, ended.err) == (0, "")
    usage, rest = ended.out.decode().split("Examples:")
    assert usage.startswith("Usage: ciextract")
    assert "Options:" in rest
    assert "\x1b" not in usage + rest


@pytest.mark.parametrize("name", NAMES)
def test_usage_is_documented_as_help_has_it(run, name):
    usage = run(*name.split()[1:], "--help").out.decode().split("\n\n")[0]
    documented = re.search(rf"^    ({name} .+)$", chapter(name), re.MULTILINE)[1]
    assert documented == " ".join(usage.removeprefix("Usage: ").split())


def test_the_versions_of_records_that_are_checked_are_named():
    named = re.search(r"Records of the schemas (.+?), which have fewer fields", chapter("ciextract validate"))[1]
    assert re.findall(r"[\d.]+\d", named) == list(KNOWN_VERSIONS[:-1])


def test_examples_are_of_commands_that_exist(run):
    pages = [run(*path.split()[1:], "--help").out.decode() for path in NAMES]
    used = re.findall(r"\bciextract ([a-z]+)((?: +--[a-z-]+)*)", "\n".join([*pages, README, COMMANDS]))
    assert {command for command, _ in used} - {"is", "turns"} == set(GROUP.commands)


def test_every_option_in_an_example_exists():
    for command, rest in re.findall(r"`?ciextract (\w+)([^`\n]*)", README + COMMANDS):
        if command in GROUP.commands:
            inner = [one for path, one in NAMES.items() if path.split()[1:2] == [command]]
            known = {name for one in inner for param in one.params for name in param.opts}
            assert set(re.findall(r"(?<= )--[a-z-]+", rest)) <= known | {"--help"}, (command, rest)


def test_the_record_in_the_readme_is_one():
    excerpt = json.loads(re.search(r"```json\n(.*?)```", README, re.DOTALL)[1])
    evaluation = TypeAdapter(Evaluation).validate_json(json.dumps(excerpt["evaluations"][0]), strict=True)
    assert evaluation.evidence.end - evaluation.evidence.start == len(evaluation.evidence.quote)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(spawn, shell):
    words = {"bash": {"COMP_WORDS": "ciextract val", "COMP_CWORD": "1"}}.get(
        shell, {"_TYPER_COMPLETE_ARGS": "ciextract val", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    )
    ended = spawn(env={"_CIEXTRACT_COMPLETE": f"complete_{shell}", **words})
    assert "validate" in ended.out.decode()
