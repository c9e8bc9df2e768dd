"""A document's name without options: done without typer, and just as typer would have it done."""

import inspect
from importlib import import_module

import pytest
from tests.cli.standin import REPORT

from ciextract.cli import OF_A_DOCUMENT
from ciextract.cli.app import app


def same(words, options, run):
    """What the command gives for the document alone, and with options that change nothing, which typer reads."""
    plainly, by_typer = run(*words), run(*words, *options)
    assert (plainly.code, plainly.out, plainly.err) == (by_typer.code, by_typer.out, by_typer.err)
    return plainly


OPTIONS = {
    "parse": ["--indent", "2"],
    "text": ["--encoding", "utf-8"],
    "sections": ["--encoding", "utf-8"],
}


@pytest.mark.parametrize("command", OPTIONS)
def test_an_option_in_the_place_of_the_document_is_left_to_typer(command, run):
    ended = run(command, "--bogus")
    assert ended.code == 2
    assert "no such option" in ended.err


@pytest.mark.parametrize("command", OPTIONS)
def test_a_document_that_is_not_there_is_refused_alike(command, run):
    assert same([command, "nowhere.pdf"], OPTIONS[command], run).code == 3


@pytest.mark.parametrize("command", OPTIONS)
@pytest.mark.parametrize("content", [REPORT, "damaged", "undated words", "raise PasswordRequired"])
def test_a_document_gives_the_same(command, content, run, write):
    same([command, write("a report.txt", content)], OPTIONS[command], run)


@pytest.mark.parametrize("command", OF_A_DOCUMENT)
def test_typer_is_given_the_same_function_and_the_same_defaults(command):
    function = getattr(import_module(f"ciextract.cli.{command}"), command)
    first, *others = inspect.signature(function).parameters.values()
    assert first.name == "file"
    assert all(each.default is not inspect.Parameter.empty for each in others)
    assert function in [registered.callback for registered in app.registered_commands]


def test_a_document_of_standard_input_needs_no_option(spawn):
    ended = spawn("text", "-", stdin=REPORT.encode())
    assert ended.code == 0
    assert ended.out.decode() == REPORT
