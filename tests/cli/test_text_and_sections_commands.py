"""`ciextract text` and `ciextract sections`, written to a pipe; terminals are in test_process.py."""

import pytest
from tests.cli.standin import REPORT


def test_text_is_exact(run, report):
    assert run("text", report).out == REPORT.encode()


@pytest.mark.parametrize("text", ["no newline at the end", "", "\n", "a\x1b[31m\x00b\u202e\u2028c\n"])
def test_nothing_is_added_to_the_text(run, write, text):
    assert run("text", write("a.txt", text)).out == text.encode()


def test_notices_of_reading_are_lines(run, write):
    path = write("a.txt", "damaged")
    assert run("text", path).err == f"ciextract: {path}: warning: page 3 could not be read\n"
    assert run("text", path, "--quiet").err == ""


def test_sections_are_plain_lines(run, report):
    assert run("sections", report).out.decode().splitlines() == [
        "1   statement 1 Statement 1: Children are safe p.1",
        r"2     topic [bold]Aims[/x]\x1b[31m p.2",
    ]


def test_a_line_for_each_section_whatever_its_title_holds(run, write):
    ended = run("sections", write("a.txt", "a\x85title\u2028in\rpieces\n"))
    assert len(ended.out.decode().splitlines()) == 2


def test_sections_tell_the_record_s_warnings(run, write):
    path = write("a.txt", "A title\nundated\n")
    assert run("sections", path).lines == [f"ciextract: {path}: warning: no date of publication"]
