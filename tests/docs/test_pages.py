"""Every block of code of the README and of docs/ is run, and prints what the page shows, or says why it is not run."""

import re

import pytest
from tests.docs.blocks import PAGES, ROOT, Block, blocks, commands, links
from tests.docs.session import Session, held

NAMED = {str(page.relative_to(ROOT)): page for page in PAGES}


@pytest.mark.parametrize("name", NAMED)
def test_a_page_s_blocks_print_what_it_shows(name, tmp_path):
    session = Session(tmp_path)
    for block in blocks(NAMED[name].read_text("utf-8")):
        try:
            session.run(block)
        except AssertionError as failed:
            raise AssertionError(f"{name}:{block.line}: {failed}") from None
    if session.lacking:
        pytest.skip(f"{name}: all was run but what takes programs that are not installed: {'; '.join(session.lacking)}")


def test_what_a_page_shows_otherwise_fails(tmp_path):
    session = Session(tmp_path)
    for text in ("$ echo a\nb\n", "$ echo a\n", "$ true\na\n", "$ false\n", "$ exit 3\n", "$ echo a; echo b\na\n"):
        with pytest.raises(AssertionError):
            session.run(Block(1, "console", text))
    session.run(Block(1, "python", "print('a')"))
    with pytest.raises(AssertionError):
        session.run(Block(1, "output", "b\n"))
    for language in ("none", "text", "json", "indented"):
        with pytest.raises(AssertionError):
            session.run(Block(1, language, "ciextract parse report.pdf\n"))


def test_what_a_page_shows_rightly_passes(tmp_path):
    session = Session(tmp_path)
    session.run(Block(1, "text", "one\ntwo\nthree\n", file="words"))
    session.run(Block(1, "console", "$ cat words\none\n…\n$ cat words\no…\n…o\nthree\n$ (exit 3)\n$ echo $?\n3\n"))
    session.run(Block(1, "python", "from pathlib import Path; words = Path('words').read_text()"))
    session.run(Block(1, "python", "print(words)"))
    session.run(Block(1, "output", "one\ntwo\nthree\n"))
    session.run(Block(1, "console", "$ nowhere --at-all\n", left_alone_because="there is no such program"))
    assert session.printed == "one\ntwo\nthree\n\n"


def test_what_takes_a_program_that_lacks_is_told_by_name(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.docs.session.TOOLS", {"unheard-of"})
    session = Session(tmp_path)
    session.run(Block(7, "console", "$ unheard-of --at-all\nwhatever\n"))
    session.run(Block(9, "console", "$ echo a\na\n"))
    assert session.lacking == ["line 7: unheard-of"]


def test_blocks_are_read_with_what_is_said_of_them():
    page = (
        "<!-- setup: touch a -->\n\nWords.\n\n<!-- not run: it waits -->\n```console\n$ b\n```\n\n    c\n\n"
        "<!-- file: d -->\n\n```text\nd\n```\n\n```{toctree}\ne\n```\n"
    )
    assert list(blocks(page)) == [
        Block(1, "setup", "touch a"),
        Block(6, "console", "$ b\n", left_alone_because="it waits"),
        Block(10, "indented", "c\n"),
        Block(14, "text", "d\n", file="d"),
    ]
    with pytest.raises(AssertionError, match="said of no block"):
        list(blocks("<!-- file: a -->\n\nWords.\n"))
    assert commands("$ a \\\n>   b\nc\n$ d\n") == [("a \\\n  b", ["c"]), ("d", [])]


def test_any_number_of_lines_is_not_any_words():
    held("a\nb\n", "…", "a command")
    held("", "…", "a command")
    with pytest.raises(AssertionError):
        held("a\nb\n", "…\na\n", "a command")


LINKED = [(name, link) for name, page in NAMED.items() for link in links(page.read_text("utf-8"))]


@pytest.mark.parametrize(("name", "link"), [one for one in LINKED if "://" not in one[1]])
def test_links_lead_somewhere(name, link):
    path, _, anchor = link.partition("#")
    page = NAMED[name].parent / path if path else NAMED[name]
    assert page.exists()
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE) if anchor else []
    assert not anchor or anchor in {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}
