"""Bytes of a PDF in, its objects as they lie in the file out, without trusting its tables. No text is read here."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

from ciextract.frozen import frozen

MOST_INFLATED = 40_000_000
"""Bytes that all streams together are inflated to at the most; what is beyond is not looked at."""
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[ \t\r\n\0\f]{1,8}([0-9]{1,5})[ \t\r\n\0\f]{1,8}obj(?![a-z])")
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_LENGTH = re.compile(rb"/Length\s+([0-9]{1,12})(\s+[0-9]{1,5}\s+R\b)?")
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]{0,200}\]|/[A-Za-z0-9]+)")
_NAME = re.compile(rb"/([A-Za-z0-9]+)")
_NUMBER = re.compile(rb"\s*([0-9]{1,12})\s*endobj")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_WHOLE = {b"FlateDecode", b"Fl"}
_ASCII = {b"ASCII85Decode", b"A85"}
REVISION = b"%%EOF"


@frozen
class Stream:
    """The data of an object: ``sound`` where it has the length that is stated and its checksum holds.

    ``data`` is the inflated data, None where it is of another kind or was not looked at.
    """

    sound: bool
    data: bytes | None


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
    found = [(int(match[1]), match.start(), match.end()) for match in _OBJECT.finditer(content)]
    ends = {number: end for number, _, end in found}
    objects: dict[int, Entity] = {}
    left, end_of_last = MOST_INFLATED, 0
    for number, start, end in found:
        if start < end_of_last:
            continue  # within the data of the one before
        entity, end_of_last = _entity(content, end, ends, left)
        left -= len(entity.stream.data or b"") if entity.stream else 0
        objects[number] = entity
    for entity in list(objects.values()):
        for number, words in _packed(entity):
            objects.setdefault(number, Entity(words, None))
    return Structure(objects, frozenset((number, start) for number, start, _ in found))


def _entity(content: bytes, end: int, ends: dict[int, int], left: int) -> tuple[Entity, int]:
    """The object whose header ends at ``end``, and where it ends."""
    stop = content.find(b"endobj", end)
    stop = len(content) if stop < 0 else stop
    opening = _STREAM.search(content, end, stop)
    if opening is None:
        return Entity(content[end:stop], None), stop
    words = content[end : opening.start()]
    stated = _stated_length(content, words, ends)
    begin = opening.end()
    finish = content.find(b"endstream", begin)
    finish = len(content) if finish < 0 else finish
    if stated is not None and content[begin + stated : begin + stated + 12].lstrip().startswith(b"endstream"):
        return Entity(words, _stream(words, content[begin : begin + stated], left)), begin + stated
    broken = _stream(words, content[begin:finish], left)
    return Entity(words, Stream(False, broken.data)), finish


def _stated_length(content: bytes, words: bytes, ends: dict[int, int]) -> int | None:
    found = _LENGTH.search(words)
    if found is None:
        return None
    if found[2] is None:
        return int(found[1])
    number = _NUMBER.match(content, ends.get(int(found[1]), len(content)))
    return int(number[1]) if number else None


def _stream(words: bytes, data: bytes, left: int) -> Stream:
    found = _FILTER.search(words)
    filters = _NAME.findall(found[1]) if found else []
    if re.search(rb"/Subtype\s*/Image\b", words):
        return Stream(True, None)
    if not filters:
        return Stream(True, data)
    if filters[0] in _ASCII:
        try:
            data = base64.a85decode(data.strip().removesuffix(b"~>").strip())
        except ValueError:
            return Stream(False, None)
        filters = filters[1:]
    if filters and filters[0] in _WHOLE and len(filters) == 1 and left > 0:
        return _inflated(data, left)
    return Stream(True, data if not filters else None)


def _inflated(data: bytes, left: int) -> Stream:
    """The checksum at the end is held against the data; one that is not there at all is no damage."""
    inflating = zlib.decompressobj()
    try:
        plain = inflating.decompress(data, left)
    except zlib.error:
        return Stream(False, None)
    if inflating.eof or inflating.unconsumed_tail:
        return Stream(True, plain)
    raw = zlib.decompressobj(-zlib.MAX_WBITS)
    raw.decompress(data[2:], left)
    return Stream(raw.eof, plain)


def _packed(entity: Entity) -> Iterator[tuple[int, bytes]]:
    """(number, words) of each object in an object stream."""
    data = entity.stream.data if entity.stream else None
    first = re.search(rb"/First\s+([0-9]{1,9})", entity.words)
    if data is None or first is None or not _PACKED.search(entity.words):
        return
    begin = int(first[1])
    heads = [int(word) for word in data[:begin].split() if word.isdigit()]
    starts = [*heads[1::2], len(data) - begin]
    for index, number in enumerate(heads[: len(heads) // 2 * 2 : 2]):
        yield number, data[begin + starts[index] : begin + starts[index + 1]]
