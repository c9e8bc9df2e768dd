"""The place of a PDF's last table of objects in, where the tables say that each object is out."""

from __future__ import annotations

import re
from itertools import accumulate

from ciextract.read.paged.structure import Structure

_MOST_TABLES = 1_000
_SECTION = re.compile(rb"\s*([0-9]{1,10})\s+([0-9]{1,10})[ \t]*(?:\r\n|\n|\r)")
_ENTRY = re.compile(rb"\s*([0-9]{10}) ([0-9]{5}) ([nf])")
_PREVIOUS = re.compile(rb"/Prev\s+([0-9]{1,12})")
_HYBRID = re.compile(rb"/XRefStm\s+([0-9]{1,12})")
_HEADER = re.compile(rb"\s*([0-9]{1,10})\s+[0-9]{1,5}\s+obj")
_WIDTHS = re.compile(rb"/W\s*\[\s*([0-9])\s+([0-9])\s+([0-9])\s*\]")
_INDEX = re.compile(rb"/Index\s*\[([0-9\s]*)\]")
_SIZE = re.compile(rb"/Size\s+([0-9]{1,10})")
_COLUMNS = re.compile(rb"/Columns\s+([0-9]{1,4})")
_PREDICTED = re.compile(rb"/Predictor\s+1[0-5]\b")

Places = dict[int, int]
"""Offsets of objects by number."""


def entries(content: bytes, start: int, header: int, structure: Structure) -> Places | None:
    """What all tables say, the newest first; None where one of them is not where it should be."""
    found: Places = {}
    waiting, seen = [start], set[int]()
    while waiting and len(seen) < _MOST_TABLES:
        place = waiting.pop(0)
        if place in seen:
            return None
        seen.add(place)
        table = _table(content, place, structure) or _table(content, place + header, structure)
        if table is None:
            return None
        places, following = table
        found = places | found
        waiting.extend(following)
    return {number: place for number, place in found.items() if place > 0}


def _table(content: bytes, place: int, structure: Structure) -> tuple[Places, list[int]] | None:
    """What one table says, -1 for objects that are free or within others, and where the tables before it are."""
    at = place
    while content[at : at + 1].isspace():
        at += 1
    if content.startswith(b"xref", at):
        return _classic(content, at + 4)
    found = _HEADER.match(content, at)
    entity = structure.objects.get(int(found[1])) if found else None
    if entity is None or entity.stream is None or entity.stream.data is None or b"/XRef" not in entity.words:
        return None
    return _packed(entity.words, entity.stream.data), [int(place) for place in _PREVIOUS.findall(entity.words)]


def _classic(content: bytes, at: int) -> tuple[Places, list[int]] | None:
    places: Places = {}
    while section := _SECTION.match(content, at):
        at = section.end()
        for number in range(int(section[1]), int(section[1]) + int(section[2])):
            entry = _ENTRY.match(content, at)
            if entry is None:
                return None
            places[number] = int(entry[1]) if entry[3] == b"n" else -1
            at = entry.end()
    trailer = content[at : content.find(b"startxref", at)]
    if b"trailer" not in trailer or b"/Root" not in trailer:
        return None
    following = [int(match) for pattern in (_PREVIOUS, _HYBRID) for match in pattern.findall(trailer)]
    return places, following


def _packed(words: bytes, data: bytes) -> Places:
    """The entries of a table that is a stream."""
    widths, size = _WIDTHS.search(words), _SIZE.search(words)
    if widths is None or size is None:
        return {}
    kind, second, third = (int(width) for width in widths.groups())
    row = kind + second + third
    plain = _unpredicted(words, data, row)
    index = _INDEX.search(words)
    spans = [int(one) for one in index[1].split()] if index else [0, int(size[1])]
    numbers = (n for first, count in zip(spans[::2], spans[1::2], strict=False) for n in range(first, first + count))
    places: Places = {}
    for number, begin in zip(numbers, range(0, len(plain) - row + 1, max(row, 1)), strict=False):
        of = int.from_bytes(plain[begin : begin + kind], "big") if kind else 1
        place = int.from_bytes(plain[begin + kind : begin + kind + second], "big")
        places[number] = place if of == 1 else -1
    return places


def _unpredicted(words: bytes, data: bytes, row: int) -> bytes:
    """The data, each row of which may be told as the difference from the row above."""
    columns = _COLUMNS.search(words)
    if not _PREDICTED.search(words):
        return data
    width = int(columns[1]) if columns else row
    above = bytes(width)
    rows = []
    for begin in range(0, len(data), width + 1):
        kind, line = data[begin], data[begin + 1 : begin + 1 + width]
        above = _row(kind, line, above)
        rows.append(above)
    return b"".join(rows)


def _row(kind: int, line: bytes, above: bytes) -> bytes:
    if kind == 1:
        return bytes(value & 255 for value in accumulate(line))
    if kind == 2:
        return bytes((one + other) & 255 for one, other in zip(line, above, strict=False))
    return line
