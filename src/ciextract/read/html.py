"""A saved web page in, as text; the lines of its article out, menus and the like beside them. Fetches nothing."""

from __future__ import annotations

from ciextract.document import Notice
from ciextract.errors import NoText
from ciextract.read.html_article import choose, everything
from ciextract.read.html_guard import refuse_absurd
from ciextract.read.html_tables import cell_places, data_tables
from ciextract.read.html_tree import PROSE, parse
from ciextract.read.html_walk import walk
from ciextract.read.lines import SourceLines

_HIDDEN = Notice("html-hidden-text", "running text that the page hides was left out", lost=True)
_NO_ARTICLE = Notice("html-no-article", "the whole page was read: all of its text stands in bars or hidden parts")


def read_html(markup: str) -> SourceLines:
    """Read a saved page or a fragment of one.

    Raises LimitExceeded for pages over 20 MB or nested beyond reason, NoText for pages without text. Line numbers are
    those of ``markup``; scripts, styles and templates are not even counted as dropped.
    """
    refuse_absurd(markup)
    markup = markup.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    tree, title = parse(markup)
    tables = data_tables(tree)
    choice = choose(tree, frozenset(tables))
    lines, dropped = walk(tree, choice.kept, cell_places(tree, tables, choice.kept), markup)
    notices = (_HIDDEN,) if choice.hid_prose else ()
    if not lines and any(len(line.text) >= PROSE for line in dropped):
        kept = everything(tree)
        lines, dropped = walk(tree, kept, cell_places(tree, tables, kept), markup)
        notices = (_NO_ARTICLE,)
    if not lines:
        raise NoText("there is no text in the page", "save it after it has loaded, or give the report as PDF or text")
    return SourceLines(
        lines=tuple(lines),
        text_layer="html",
        media_type="text/html",
        title=title,
        dropped=tuple((None, line.text) for line in dropped),
        notices=notices,
    )
