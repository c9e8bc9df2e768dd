"""Bytes of a PDF and its number of pages in, the signs that something of it was lost out. Repairs nothing.

Readers repair a damaged file without a word. Each sign here is one that no sound file of a known producer shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.document import Notice
from ciextract.read.paged.structure import REVISION, Structure, structure_of
from ciextract.read.paged.tables import entries

_TAIL = 2_048
_STARTXREF = re.compile(rb"startxref\s+([0-9]{1,12})")
_ROOT = re.compile(rb"/Root\s+([0-9]{1,10})\s+[0-9]{1,5}\s+R\b")
_PAGES = re.compile(rb"/Pages\s+([0-9]{1,10})\s+[0-9]{1,5}\s+R\b")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)")
_COUNT = re.compile(rb"/Count\s+(-?[0-9]{1,10}+)(?!\s+[0-9]+\s+R)")
_REFERENCE = re.compile(rb"\b([0-9]{1,10})\s+[0-9]{1,5}\s+R\b")
_NEEDED = re.compile(
    rb"/(?:Contents|Resources|Font|XObject|ToUnicode|DescendantFonts|FontDescriptor|FontFile[23]?)\s*"
    rb"(?:\[([^\]|]*)|<<([^>|]*)|([0-9]{1,10}\s+[0-9]{1,5}\s+R))"
)
_OWN = re.compile(rb"/Type\s*/(?:ObjStm|XRef|Metadata)\b")
_ANY_NAME = re.compile(rb"/([^\s/<>\[\](){}%]{1,60})")
_BETWEEN = b"\n|\n"
"""Stands between the words of two objects, so that neither a name nor a reference is made of both."""
_AT_ONCE = 200
"""Objects that are searched at once."""


def damage(content: bytes, pages: int) -> Iterator[Notice]:
    """What tells that text may be lost. ``pages`` is how many were found."""
    header = max(content.find(b"%PDF-"), 0)
    if b"startxref" not in content[-_TAIL:] or REVISION not in content[-_TAIL:]:
        yield Notice("rebuilt-file", "the end of the file is missing or damaged; text may be lost", lost=True)
    if b"/Encrypt" in content:
        return
    structure = structure_of(content)
    if not _tables_hold(content, header, structure):
        yield Notice("rebuilt-table", "the table of the file's objects is wrong; text may be lost", lost=True)
    broken = sum(1 for one in structure.objects.values() if one.stream is not None and not one.stream.sound)
    if broken:
        yield Notice("stream-damaged", f"{broken} streams of the file are damaged; text may be lost", lost=True)
    yield from _page_count(content, structure, pages)
    if _objects_missing(content, structure):
        yield Notice("objects-missing", "objects that pages need are missing; text may be lost", lost=True)


def _tables_hold(content: bytes, header: int, structure: Structure) -> bool:
    """Every table of objects is where the file says, and every object where its table says."""
    starts = [int(match[1]) for match in _STARTXREF.finditer(content)]
    if not starts:
        return True  # told of as a missing end
    found = entries(content, starts[-1], header, structure)
    if found is None:
        return False
    headers = structure.headers
    return all((number, place) in headers or (number, place + header) in headers for number, place in found.items())


def _page_count(content: bytes, structure: Structure, pages: int) -> Iterator[Notice]:
    root = _last(_ROOT, content, structure)
    tree = _PAGES.search(root) if root else None
    if tree is None:
        return
    top = structure.objects.get(int(tree[1]))
    stated = _COUNT.search(top.words) if top else None
    leaves = list(_leaves(int(tree[1]), structure, set()))
    counts = {len(leaves), len(set(leaves)), pages} | ({int(stated[1])} if stated else set())
    if len(counts) > 1:
        words = f"its page tree says {stated[1].decode() if stated else 'nothing'}, {len(set(leaves))} are in it"
        yield Notice("page-count", f"{pages} pages were found; {words}; pages may be lost", lost=True)


def _last(pattern: re.Pattern[bytes], content: bytes, structure: Structure) -> bytes | None:
    found = pattern.findall(content)
    entity = structure.objects.get(int(found[-1])) if found else None
    return entity.words if entity else None


def _leaves(number: int, structure: Structure, seen: set[int]) -> Iterator[int]:
    """Numbers of the pages below a node of the tree; a node that is not there, or comes again, has none."""
    waiting = [number]
    while waiting:
        node = waiting.pop()
        entity = structure.objects.get(node)
        kids = _KIDS.search(entity.words) if entity else None
        if kids is None:
            if entity is not None:
                yield node
        elif node not in seen:
            seen.add(node)
            waiting.extend(int(kid) for kid in reversed(_REFERENCE.findall(kids[1])))


def _objects_missing(content: bytes, structure: Structure) -> bool:
    needed: set[int] = set()
    for words in _words(structure):
        named = {b" ".join(groups) for groups in _NEEDED.findall(words)}
        needed.update(map(int, _REFERENCE.findall(_BETWEEN.join(named))))
    if needed - structure.objects.keys():
        return True
    return _one_revision(content) and (_orphans(structure) or _unnamed_fonts(structure))


def _words(structure: Structure) -> Iterator[bytes]:
    """The words of all objects, those of many at once: a search in each takes longer, all at once take much room."""
    texts = [one.words for one in structure.objects.values()]
    return (_BETWEEN.join(texts[first : first + _AT_ONCE]) for first in range(0, len(texts), _AT_ONCE))


def _one_revision(content: bytes) -> bool:
    """The file was written at once: in one that was changed later, what is no longer used is no damage."""
    return content.count(REVISION) <= (2 if b"/Linearized" in content[:_TAIL] else 1)


def _orphans(structure: Structure) -> bool:
    """Some stream that shows text is used by nothing."""
    used = {int(number) for words in _words(structure) for number in set(_REFERENCE.findall(words))}
    return any(
        one.stream is not None
        and number not in used
        and not _OWN.search(one.words)
        and one.stream.shows_text is not False
        for number, one in structure.objects.items()
    )


def _unnamed_fonts(structure: Structure) -> bool:
    """Some font that is written in has no entry anywhere."""
    unnamed = set[bytes]().union(*(one.stream.fonts for one in structure.objects.values() if one.stream))
    for words in _words(structure) if unnamed else ():
        unnamed.difference_update(_ANY_NAME.findall(words))
    return bool(unnamed)
