"""Physical lines in, the contents page out: the indexes of its lines and its entries. Headings are not judged here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import zip_longest

from ciextract.folding import fold_words
from ciextract.frozen import frozen
from ciextract.read.lines import JOINER, SOFT_HYPHEN, PhysicalLine
from ciextract.vocabulary.english import english

REACH = 8
"""Lines after the last entry with a page number in which a further one is still looked for."""
ENTRY_LINES = 4
"""Lines of one entry at the most, where its page number stands beside the first of them."""
LONGEST = 160
"""Lines of a contents page at the most."""
LONGEST_ENTRY = 400
"""Characters of an entry at the most."""
LEAST_SPACED = 3
"""Entries at the least where nothing but a space stands before their page numbers, or none have any."""
_WORD_CHARACTER = re.compile(r"\w")
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}|(?:· ?){4,}")
# These two stand at the end of a line; they are tried once each, as a search from each character is quadratic.
_PAGE = re.compile(r"(?<=[.…_·\s])(?:\d{1,3}|[ivxl]{1,5})$", re.IGNORECASE)
_PAGE_FIRST = re.compile(r"\s*(\d{1,3}(?![\d.]\d)|[ivxl]{1,5}(?![a-z]))")
_NUMBERS = re.compile(r"^(?:\d{1,2} (?=\S))+")
_LONGEST_PAGE = 6
"""Characters of a page number and the one before it at the most."""
_LEADER_BACKWARDS = re.compile(r"[.…_·\s]*")


@frozen
class ContentsPage:
    """Indexes of the lines of contents pages, their headings included, and the titles of their entries."""

    lines: frozenset[int]
    entries: tuple[str, ...]


@frozen
class _Entry:
    """The lines of a table row, or one line, that may be an entry; ``page`` is the number that it ends with."""

    lines: tuple[int, ...]
    title: str
    page: str | None


def contents_pages(lines: Sequence[PhysicalLine], aside: frozenset[int]) -> ContentsPage:
    """The contents pages of all documents of the file."""
    found: set[int] = set()
    titles: list[str] = []
    last_places = cache(partial(_last_places, lines))  # once, however many headings of contents a file has
    for index, line in enumerate(lines):
        if index in aside or index in found or line.contents or not _is_heading(line.text):
            continue
        entries = (
            _entries_after(lines, index, aside)
            or _spaced_entries(lines, index, aside)
            or _unpaged_entries(lines, index, aside, last_places)
        )
        if entries:
            found.update((index, *(i for entry in entries for i in entry.lines)))
            titles.extend(_titles(entries))
        elif _heads_nothing(lines, index):
            found.add(index)
    declared = [index for index, line in enumerate(lines) if line.contents]
    found.update(declared, (i - 1 for i in declared if i and _is_heading(lines[i - 1].text)))
    titles.extend(_declared_titles(lines[index].text for index in declared))
    strays = {i for i, line in enumerate(lines) if i not in aside and i not in found and _is_leader_line(line.text)}
    return ContentsPage(frozenset(found | strays), tuple(titles))


def _heads_nothing(lines: Sequence[PhysicalLine], index: int) -> bool:
    """A heading that the source declares, right above another one: its list of links is left out of a page's text."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    return lines[index].level is not None and below is not None and below.level is not None


def _is_heading(text: str) -> bool:
    first = text[:1]
    if not first.isalnum():
        found = _WORD_CHARACTER.search(text)
        first = found[0] if found else ""
    return first.lower() in _initials() and fold_words(text) in english().contents_headings


@cache
def _initials() -> frozenset[str]:
    """First letters of the headings of contents pages: of nearly all lines no more than the first letter is read."""
    return frozenset(heading[0] for heading in english().contents_headings)


def _declared_titles(texts: Iterable[str]) -> Iterator[str]:
    """The titles of entries that the source declares as such, their page numbers left out."""
    for text in texts:
        numbered = _numbered(text)
        title = " ".join((numbered.title if numbered else text).split())
        if title and not _is_heading(title):
            yield title


def _is_leader_line(text: str) -> bool:
    if not _may_hold_leader(text) or not _LEADER.search(text):
        return False
    return _numbered(_in_order(text.replace(JOINER, ""))) is not None


def _may_hold_leader(text: str) -> bool:
    if not text.isascii():
        return text.count(".") >= 4 or "____" in text or "…" in text or "·" in text
    return "____" in text or (text.count(".") >= 4 and (".." in text or ". ." in text or ".\t." in text))


def _spaced_entries(lines: Sequence[PhysicalLine], heading: int, aside: frozenset[int]) -> list[_Entry]:
    """Entries with nothing but a space before their page numbers, which rise; the text must have their titles again."""
    entries = list(_while_rising(_entries_after(lines, heading, aside, spaced=True)))
    pages = [entry.page for entry in entries if entry.page is not None]
    if len(pages) < LEAST_SPACED:
        return []
    others = (*lines[:heading], *lines[entries[-1].lines[-1] + 1 :])
    titles = {_unnumbered(line.text) for line in others}
    again = sum(_unnumbered(entry.title) in titles for entry in entries if entry.page is not None)
    return entries if again > 1 and again * 3 >= len(pages) else []


def _while_rising(entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """The entries before the first whose page number is smaller than that of one before."""
    last = 0
    for entry in entries:
        page = int(entry.page) if entry.page is not None and entry.page.isdecimal() else last
        if page < last:
            return
        last = page
        yield entry


def _entries_after(
    lines: Sequence[PhysicalLine], heading: int, aside: frozenset[int], *, spaced: bool = False
) -> list[_Entry]:
    """Entries up to where the first of them comes again as a heading of the text, or page numbers end.

    A single space sets a page number apart where they may be ``spaced`` so.
    """
    entries: list[_Entry] = []
    last = -1
    for entry in _candidates(lines, heading + 1, aside, spaced=spaced):
        if _comes_again(entry, entries):
            return entries if last >= 0 or len(entries) > 2 else []
        if len(entries) - last > REACH or len(entries) >= LONGEST or len(entry.title) > LONGEST_ENTRY:
            break
        if entry.page is not None:
            last = len(entries)
        entries.append(entry)
    return entries[: last + 1] if last >= 1 else []


def _unpaged_entries(
    lines: Sequence[PhysicalLine], heading: int, aside: frozenset[int], last_places: Callable[[], Mapping[str, int]]
) -> list[_Entry]:
    """Entries without page numbers, up to where one comes again, whichever it is: most must do so behind the list."""
    listed: dict[str, _Entry] = {}
    for entry in _candidates(lines, heading + 1, aside, spaced=False):
        title = _unnumbered(entry.title)
        if not title or title in listed or len(listed) >= LONGEST or len(entry.title) > LONGEST_ENTRY:
            break
        listed[title] = entry
    else:
        return []
    places = last_places() if len(listed) >= LEAST_SPACED else {}
    again = [place for place, title in enumerate(listed) if places.get(title, 0) >= entry.lines[0]]
    entries = list(listed.values())[: again[-1] + 1] if again else []
    enough = len(again) >= LEAST_SPACED and len(again) * 3 >= len(entries) * 2
    return entries if enough else []


def _last_places(lines: Sequence[PhysicalLine]) -> dict[str, int]:
    """Where each title stands last: on a line, or on one and the line below, on which a heading may go on."""
    places: dict[str, int] = {}
    for index, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        places[_unnumbered(line.text)] = index
        if below is not None and len(line.text) <= LONGEST_ENTRY:
            places[_unnumbered(f"{line.text} {below.text}")] = index
    return places


def _comes_again(entry: _Entry, entries: Sequence[_Entry]) -> bool:
    if entry.page is not None:
        return False
    title = _unnumbered(entry.title)
    likely = [earlier for index, earlier in enumerate(entries) if earlier.page is not None or not index]
    return bool(title) and any(_unnumbered(earlier.title) == title for earlier in likely)


def _unnumbered(title: str) -> str:
    """The folded words without the chapter's number, which the source may keep apart where the title comes again."""
    return _NUMBERS.sub("", fold_words(title), count=1)


def _candidates(lines: Sequence[PhysicalLine], start: int, aside: frozenset[int], *, spaced: bool) -> Iterator[_Entry]:
    index = start
    while index < len(lines):
        row = [index]
        while index + 1 < len(lines) and any(_same_row(line, lines[index + 1]) for line in _last(lines, start, index)):
            index += 1
            row.append(index)
        index += 1
        kept = [i for i in row if i not in aside]
        if kept:
            yield _entry(tuple(kept), [lines[i] for i in kept], spaced=spaced)


def _last(lines: Sequence[PhysicalLine], start: int, index: int) -> Sequence[PhysicalLine]:
    """The line and those that stand directly before it: the page number may stand on the first line of an entry."""
    return lines[max(start, index - ENTRY_LINES + 1) : index + 1]


def _same_row(line: PhysicalLine, other: PhysicalLine) -> bool:
    if line.cell is not None and other.cell is not None:
        return (line.cell.table, line.cell.row) == (other.cell.table, other.cell.row)
    if line.box is None or other.box is None or line.page != other.page:
        return False
    # A page number set at the right edge of the line that it belongs to.
    middle = (other.box[1] + other.box[3]) / 2
    return line.box[1] < middle < line.box[3] and other.box[0] >= line.box[2] and other.text.strip().isdigit()


def _entry(indexes: tuple[int, ...], lines: Sequence[PhysicalLine], *, spaced: bool) -> _Entry:
    *before, last = [line.text.replace(JOINER, "").strip() for line in lines]
    if before and last.isdigit():
        return _Entry(indexes, _without_leader(" ".join(before)), last)
    text = _in_order(" ".join((*before, last)))
    numbered = _numbered(text)
    # Without a leader or a cell of its own a number at the end may be part of the title ('Statement 1').
    if numbered is None or not (spaced or len(lines) > 1 or numbered.apart or _LEADER.search(text)):
        return _Entry(indexes, text, None)
    return _Entry(indexes, _without_leader(numbered.title).strip(), numbered.page)


def _in_order(text: str) -> str:
    """A line whose page number stands before the title, or amid the leader, as they were drawn one over the other."""
    leader = _LEADER.search(text) if _may_hold_leader(text) else None
    page = _PAGE_FIRST.match(text, leader.end()) if leader is not None else None
    if leader is None or page is None:
        return text
    title, behind = text[: leader.start()].strip(), text[page.end() :].strip(" .…_·")
    drawn_over = not behind and page.end() < len(text.rstrip()) if title else bool(behind)
    return f"{title or behind} {leader[0].rstrip()} {page[1]}" if drawn_over else text


@frozen
class _Numbered:
    """A line that ends with a page number; ``apart`` where two spaces or more stand before it."""

    title: str
    page: str
    apart: bool


def _numbered(text: str) -> _Numbered | None:
    """'Next steps ..... 9' in its parts; None for a line without a page number behind a gap."""
    stem, page = _page_at_end(text)
    gap = _gap(stem)
    title = stem[: len(stem) - gap]
    if not page or not gap:
        return None
    if not title or title[-1].isdecimal():  # 'Phase 2 ..... 9': the digit is the title's, the space behind it too.
        title, gap = stem[: len(title) + 1], gap - 1
    if not (gap > 1 or (gap == 1 and stem[-1].isspace())):
        return None
    return _Numbered(title, page, page.isdecimal() and len(stem) - len(stem.rstrip()) > 1)


def _page_at_end(text: str) -> tuple[str, str]:
    """(the text before the page number, the page number or nothing)."""
    bare = text.rstrip()
    page = _PAGE.search(bare[-_LONGEST_PAGE:])
    return (bare[: len(bare) - len(page[0])], page[0]) if page else (text, "")


def _gap(text: str) -> int:
    """How many characters of leaders and white space the text ends in."""
    leader = _LEADER_BACKWARDS.match(text[::-1])
    return leader.end() if leader else 0


def _without_leader(text: str) -> str:
    """The title alone, where a leader, with a page number or without one, ends the text."""
    stem, _ = _page_at_end(text)
    gap = _gap(stem)
    return stem[: len(stem) - gap] if gap > 2 else text


def _titles(entries: Sequence[_Entry]) -> Iterator[str]:
    """Titles as printed, those that wrap joined up to their page number."""
    pending: list[str] = []
    for entry in entries:
        pending.append(entry.title.strip(" .-–•"))
        if entry.page is not None:
            yield " ".join(pending).replace(f"{SOFT_HYPHEN} ", "")
            pending = []
    yield from (title for title in pending if title)
