"""A page's Markdown in, its blocks of code in order out, each with what the comment before it says; nothing is run here.

Comments that are heard, on lines of their own:

    <!-- setup: shell command -->     run before what follows, unseen by the reader
    <!-- file: play.toml -->          the next block is the content of this file
    <!-- not run: reason -->          the next block is left alone
"""

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
_COMMENT = re.compile(r"<!--\s*(setup|file|not run):\s*(.+?)\s*-->", re.DOTALL)


@dataclass(frozen=True)
class Block:
    line: int  # of the page, from 1
    language: str  # of the fence; "indented" without one, "setup" for a comment that is run
    text: str
    file: str | None = None
    left_alone_because: str | None = None


def blocks(page):
    """Directives of the site, whose language is in braces, are no blocks."""
    said = {}
    for token in MarkdownIt("commonmark").parse(page):
        if token.type == "html_block":
            for kind, words in _COMMENT.findall(token.content):
                if kind == "setup":
                    yield Block(token.map[0] + 1, "setup", words)
                else:
                    said[kind] = words
        elif token.type in {"fence", "code_block"} and not token.info.startswith("{"):
            language = (token.info or "none") if token.type == "fence" else "indented"
            yield Block(token.map[0] + 1, language, token.content, said.get("file"), said.get("not run"))
            said = {}
        elif said:
            raise AssertionError(f"line {token.map[0] + 1}: {said} is said of no block")


def links(page):
    """Where the links and pictures of a page lead."""
    for token in MarkdownIt("commonmark").parse(page):
        for inner in token.children or ():
            if inner.type in {"link_open", "image"}:
                yield str(inner.attrs.get("href") or inner.attrs.get("src"))


def commands(console):
    """Of a console block each command, its further lines behind it, and the lines that it is shown to print."""
    shown = []
    for line in console.splitlines():
        if line.startswith("$ "):
            shown.append((line[2:], []))
        elif line.startswith("> ") and shown and not shown[-1][1]:
            shown[-1] = (f"{shown[-1][0]}\n{line[2:]}", [])
        else:
            assert shown, "a console block begins with a command: '$ ' and its words"
            shown[-1][1].append(line)
    return shown
