"""A sound document and a source of chance in, a damaged one out. Each way of damage is one function."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]
_OBJECT = re.compile(rb"\d+ \d+ obj.*?endobj", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_CONTROLS = ("\0", "\x1b[2J", "\u202e", "\ufffe", "\u2028", "\r", "\f", "\x85", "\u00ad", "\ud7ff")


def flip_bits(content: bytes, chance: Random) -> bytes:
    """One to a hundred bits turned over."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 10, 100))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def truncate(content: bytes, chance: Random) -> bytes:
    """The beginning of it."""
    return content[: chance.randrange(len(content))]


def zero(content: bytes, chance: Random) -> bytes:
    """A range of it as zeros, as after a disk's failure."""
    start = chance.randrange(len(content))
    length = min(chance.choice((16, 512, 4096, 20_000)), len(content) - start)
    return content[:start] + bytes(length) + content[start + length :]


def duplicate(content: bytes, chance: Random) -> bytes:
    """A piece of it twice."""
    start = chance.randrange(len(content))
    piece = content[start : start + chance.choice((10, 500, 5000))]
    place = chance.randrange(len(content))
    return content[:place] + piece + content[place:]


def remove(content: bytes, chance: Random) -> bytes:
    """A piece of it gone."""
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.choice((1, 50, 2000)) :]


def swap_objects(content: bytes, chance: Random) -> bytes:
    """Two objects of a PDF in each other's place; of other files two pieces."""
    found = list(_OBJECT.finditer(content))
    if len(found) < 2:
        return duplicate(content, chance)
    one, other = sorted(chance.sample(found, 2), key=lambda match: match.start())
    between = content[one.end() : other.start()]
    return content[: one.start()] + other[0] + between + one[0] + content[other.end() :]


def change_number(content: bytes, chance: Random) -> bytes:
    """One of the numbers of the file as another one: a length, a count, a reference, an offset."""
    found = list(_NUMBER.finditer(content))
    if not found:
        return flip_bits(content, chance)
    one = chance.choice(found)
    other = chance.choice((b"0", b"1", b"-1", b"99999999", str(int(one[0][:9]) + 1).encode()))
    return content[: one.start()] + other + content[one.end() :]


def insert_controls(content: bytes, chance: Random) -> bytes:
    """Characters that terminals, parsers and readers of lines obey."""
    changed = content
    for _ in range(chance.randrange(1, 20)):
        place = chance.randrange(len(changed) + 1)
        changed = changed[:place] + chance.choice(_CONTROLS).encode() + changed[place:]
    return changed


def repeat_piece(content: bytes, chance: Random) -> bytes:
    """A short piece a thousand times."""
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randrange(1, 40)]
    return content[:start] + piece * 1000 + content[start:]


def no_newlines(content: bytes, chance: Random) -> bytes:
    """All of it on one line."""
    return content.replace(b"\n", b" ")


OF_PDF: tuple[Mutation, ...] = (flip_bits, truncate, zero, duplicate, remove, swap_objects, change_number)
OF_TEXT: tuple[Mutation, ...] = (
    flip_bits, truncate, zero, duplicate, remove, change_number, insert_controls, repeat_piece, no_newlines,
)  # fmt: skip
