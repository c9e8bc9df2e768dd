"""The names of what stands in a Word document's XML, and the few questions asked of any of it. Nothing is read here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ("customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple", "bdo", "dir", "ruby", "rubyBase")
)
_REMOVED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_SDT = f"{W}sdt"
_ALTERNATES = "AlternateContent"
_FALLBACK = "Fallback"
_TEXT_BOX = f"{W}txbxContent"
_OFF = frozenset({"0", "false", "off"})


def local(element: Element) -> str:
    """The element's name without its namespace; '' for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, path: str) -> str | None:
    """The ``w:val`` of what stands below an element, '' where it has none, None where nothing stands there."""
    found = None if element is None else element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val", "")


def switch(element: Element | None, name: str) -> bool | None:
    """Whether a property is on; None where it is not set."""
    found = value(element, name)
    return None if found is None else found not in _OFF


def number(text: str | None) -> int | None:
    """A whole number as it stands in an attribute, None where it is none."""
    stripped = (text or "").strip().removeprefix("-")
    return int(text or "") if stripped.isdecimal() and len(stripped) < 10 else None


def children(container: Element) -> Iterator[Element]:
    """What stands in a container: wrappers opened, content controls and insertions read, what was deleted left out."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from children(child)
        elif child.tag == _SDT:
            content = child.find(f"{W}sdtContent")
            yield from children(content) if content is not None else ()
        elif local(child) == _ALTERNATES:
            yield from children(child[0]) if len(child) else ()
        elif child.tag not in _REMOVED and local(child):
            yield child


def text_boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing, without what stands in others of them or is an older form of the same."""
    for box in drawing.iterdescendants(_TEXT_BOX):
        around = list(takewhile(lambda above: above is not drawing, box.iterancestors()))
        if not any(above.tag == _TEXT_BOX or local(above) == _FALLBACK for above in around):
            yield box


def has_removals(root: Element) -> bool:
    """Text in the document was deleted under tracked changes."""
    return next(root.iter(f"{W}delText", f"{W}moveFrom"), None) is not None
