"""Bytes of a PDF in, its objects as they lie in the file out, without trusting its tables. No text is read here."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from ciextract.frozen import frozen

MOST_INFLATED = 40_000_000
"""Bytes that all streams together are inflated to at the most; what is beyond is not looked at."""
_HEADER = re.compile(rb"(?<![0-9])([0-9]{1,10})[ \t\r\n\0\f]{1,8}[0-9]{1,5}[ \t\r\n\0\f]{1,8}\Z")
_LONGEST_HEADER = 32
_WHITE = frozenset(b" \t\r\n\0\f")
_SMALL = frozenset(b"abcdefghijklmnopqrstuvwxyz")
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_LENGTH = re.compile(rb"/Length\s+([0-9]{1,12})(\s+[0-9]{1,5}\s+R\b)?")
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]{0,200}\]|/[A-Za-z0-9]+)")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_FIRST = re.compile(rb"/First\s+([0-9]{1,9})")
_NAME = re.compile(rb"/([A-Za-z0-9]+)")
_NUMBER = re.compile(rb"\s*([0-9]{1,12})\s*endobj")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_KEPT = (b"/ObjStm", b"/XRef")
_SHOWS_TEXT = re.compile(rb"T[jJ]\b")
_USED_FONT = re.compile(rb"/([^\s/<>\[\](){}%]{1,60})\s+-?[0-9.]{1,12}\s+Tf\b")
_WHOLE = {b"FlateDecode", b"Fl"}
_ASCII = {b"ASCII85Decode", b"A85"}
_SPACE = b" \t\r\n\0\f\v"
_LETTERS = bytes(range(ord("!"), ord("u") + 1))
_ZERO = ord("!") * (85**5 - 1) // 84
"""What five of the first letter stand for before it is taken away."""
REVISION = b"%%EOF"


@frozen
class Stream:
    """The data of an object: ``sound`` where it has the length that is stated and its checksum holds.

    data        the inflated data of a table or of objects packed together, None of any other: all of them would take
                many times the room of the file.
    shows_text  the data writes something on a page; None where it is of another kind or was not looked at.
    fonts       names of the fonts that it writes in.
    """

    sound: bool
    data: bytes | None = None
    shows_text: bool | None = None
    fonts: frozenset[bytes] = frozenset()


@frozen
class Entity:
    """An object: its words up to its data, and its data."""

    words: bytes
    stream: Stream | None


@frozen
class Structure:
    """All objects by number, the last of each."""

    objects: dict[int, Entity]
    headers: frozenset[tuple[int, int]]
    """(number, offset) of every object header, earlier revisions included."""


def structure_of(content: bytes) -> Structure:
    """The objects of a file that is not encrypted."""
    found = list(_headers(content))
    ends = {number: end for number, _, end in found}
    objects: dict[int, Entity] = {}
    left, end_of_last = MOST_INFLATED, 0
    for number, start, end in found:
        if start < end_of_last:
            continue  # within the data of the one before
        entity, end_of_last, inflated = _entity(content, end, ends, left)
        left -= inflated
        objects[number] = entity
    for entity in list(objects.values()):
        for number, words in _packed(entity):
            objects.setdefault(number, Entity(words, None))
    return Structure(objects, frozenset((number, start) for number, start, _ in found))


def _headers(content: bytes) -> Iterator[tuple[int, int, int]]:
    """(number, start, end) of every header, found from its last word: a search from each digit reads all data."""
    at = content.find(b"obj")
    while at >= 0:
        if at and content[at - 1] in _WHITE and not (content[at + 3 : at + 4] and content[at + 3] in _SMALL):
            header = _HEADER.search(content, max(at - _LONGEST_HEADER, 0), at)
            if header is not None:
                yield int(header[1]), header.start(), at + 3
        at = content.find(b"obj", at + 3)


def _entity(content: bytes, end: int, ends: dict[int, int], left: int) -> tuple[Entity, int, int]:
    """The object whose header ends at ``end``, where it ends, and the bytes that its data was inflated to."""
    stop = content.find(b"endobj", end)
    stop = len(content) if stop < 0 else stop
    opening = _STREAM.search(content, end, stop)
    if opening is None:
        return Entity(content[end:stop], None), stop, 0
    words = content[end : opening.start()]
    stated = _stated_length(content, words, ends)
    begin = opening.end()
    finish = content.find(b"endstream", begin)
    finish = len(content) if finish < 0 else finish
    whole = stated is not None and content[begin + stated : begin + stated + 12].lstrip().startswith(b"endstream")
    if stated is not None and whole:
        finish = begin + stated
    else:
        finish = content.find(b"endstream", begin)
        finish = len(content) if finish < 0 else finish
    sound, data = _inflated_stream(words, content[begin:finish], left)
    return Entity(words, _looked_at(words, data, sound=whole and sound)), finish, len(data or b"")


def _looked_at(words: bytes, data: bytes | None, *, sound: bool) -> Stream:
    """What is to be known of the data, without most of it."""
    if data is None:
        return Stream(sound)
    kept = data if any(map(words.__contains__, _KEPT)) else None
    if not _SHOWS_TEXT.search(data):
        return Stream(sound, kept, shows_text=False)
    return Stream(sound, kept, shows_text=True, fonts=frozenset(_USED_FONT.findall(data)))


def _stated_length(content: bytes, words: bytes, ends: dict[int, int]) -> int | None:
    found = _LENGTH.search(words)
    if found is None:
        return None
    if found[2] is None:
        return int(found[1])
    number = _NUMBER.match(content, ends.get(int(found[1]), len(content)))
    return int(number[1]) if number else None


def _inflated_stream(words: bytes, data: bytes, left: int) -> tuple[bool, bytes | None]:
    """(whether the data is sound, the inflated data; None where it is of another kind or too much)."""
    found = _FILTER.search(words)
    filters = _NAME.findall(found[1]) if found else []
    if _IMAGE.search(words):
        return True, None
    if not filters:
        return True, data
    if filters[0] in _ASCII:
        decoded = _decoded(data)
        if decoded is None:
            return False, None
        data, filters = decoded, filters[1:]
    if filters and filters[0] in _WHOLE and len(filters) == 1 and left > 0:
        return _inflated(data, left)
    return True, data if not filters else None


def _decoded(data: bytes) -> bytes | None:
    """Bytes that are written as letters, five for four; None for damaged ones. ``base64`` takes five times as long."""
    letters = data.translate(None, _SPACE).removesuffix(b"~>").replace(b"z", b"!!!!!")
    if letters.translate(None, _LETTERS):
        return None
    missing = -len(letters) % 5
    letters += b"u" * missing
    groups = zip(*(letters[place::5] for place in range(5)), strict=True)
    try:
        values = [(((a * 85 + b) * 85 + c) * 85 + d) * 85 + e - _ZERO for a, b, c, d, e in groups]
        plain = struct.pack(f">{len(values)}I", *values)
    except struct.error:
        return None
    return plain[: len(plain) - missing]


def _inflated(data: bytes, left: int) -> tuple[bool, bytes | None]:
    """The checksum at the end is held against the data; one that is not there at all is no damage."""
    inflating = zlib.decompressobj()
    try:
        plain = inflating.decompress(data, left)
    except zlib.error:
        return False, None
    if inflating.eof or inflating.unconsumed_tail:
        return True, plain
    raw = zlib.decompressobj(-zlib.MAX_WBITS)
    raw.decompress(data[2:], left)
    return raw.eof, plain


def _packed(entity: Entity) -> Iterator[tuple[int, bytes]]:
    """(number, words) of each object in an object stream."""
    data = entity.stream.data if entity.stream else None
    first = _FIRST.search(entity.words) if data is not None else None
    if data is None or first is None or not _PACKED.search(entity.words):
        return
    begin = int(first[1])
    heads = [int(word) for word in data[:begin].split() if word.isdigit()]
    starts = [*heads[1::2], len(data) - begin]
    for index, number in enumerate(heads[: len(heads) // 2 * 2 : 2]):
        yield number, data[begin + starts[index] : begin + starts[index + 1]]
