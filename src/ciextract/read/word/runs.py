"""A paragraph of a Word document in; its stretches of text with their looks, and what hangs on it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ciextract.frozen import frozen
from ciextract.read.html_lines import Look
from ciextract.read.lines import PAGE_END
from ciextract.read.ordinals import ordinal
from ciextract.read.word.marks import Element, W, children, local, text_boxes, value
from ciextract.read.word.styles import Style, Styles, stated

BREAK = "\n"
_CONTENTS_FIELD = re.compile(r"\s*TOC\b", re.IGNORECASE)
_TEXTS = {"tab": "\t", "ptab": "\t", "cr": BREAK, "noBreakHyphen": "\u2011"}
_NOTE_REFERENCES = {"footnoteReference": "1", "endnoteReference": "i"}

Stretch = tuple[str, Look]


@dataclass(slots=True)
class Field:
    """A field that is open: what it asks for, and whether its result has begun."""

    asks: str = ""
    shown: bool = False

    @property
    def is_contents(self) -> bool:
        return bool(_CONTENTS_FIELD.match(self.asks))


@frozen
class NoteMark:
    """A footnote's or endnote's kind and id, and the number that it prints; None where it has a mark of its own."""

    kind: str
    id: str
    printed: str | None


@dataclass(slots=True)
class RunReader:
    """Reads the runs of one paragraph after another; fields may go on over several.

    boxes   text boxes that hang on what was read.  ``marks``  notes that it refers to.  ``hidden``  its hidden text.
    contents_begun  a contents page began in it.
    """

    styles: Styles
    fields: list[Field] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    contents_begun: bool = False
    _counts: dict[str, int] = field(default_factory=dict)
    _runs: int = 0

    @property
    def in_contents(self) -> bool:
        """A field that makes a contents page is open."""
        return any(one.is_contents for one in self.fields)

    def end_contents(self) -> None:
        self.fields = [one for one in self.fields if not one.is_contents]

    def stretches(self, paragraph: Element, base: Style, look: Look) -> Iterator[Stretch]:
        """The paragraph's text in order; ``BREAK`` and ``PAGE_END`` are stretches of their own."""
        for child in children(paragraph):
            if child.tag == f"{W}r":
                yield from self._run(child, base, look)
            elif local(child) in ("oMath", "oMathPara"):
                yield "".join(text.text or "" for text in child.iterdescendants("{*}t")), look

    def _run(self, run: Element, base: Style, look: Look) -> Iterator[Stretch]:
        properties = run.find(f"{W}rPr")
        named = self.styles.of(value(properties, "rStyle"))
        said = stated(None, properties)
        style = said.over(named).over(base)
        if said.bold is None and named.bold and base.bold:  # Two bold styles undo each other, as Word prints them.
            style = replace(style, bold=False)
        self._runs += 1
        own = replace(
            look,
            bold=bool(style.bold) or look.bold,
            italic=bool(style.italic),
            underlined=bool(style.underlined),
            size=(style.size or self.styles.usual_size) / 2,
            linked=_is_linked(run),
            raised=self._runs if style.raised else 0,
        )
        for child in children(run):
            yield from self._piece(child, own, style)

    def _piece(self, child: Element, look: Look, style: Style) -> Iterator[Stretch]:
        name = local(child)
        if name in ("fldChar", "instrText"):
            self._in_field(child, name)
        elif name in ("drawing", "pict", "object"):
            self.boxes.extend(text_boxes(child))
        elif not all(one.shown for one in self.fields):
            return
        elif style.hidden:
            self.hidden.append(child.text or "" if name == "t" else "")
        elif name == "t":
            text = (child.text or "").replace("\n", " ")
            yield text.upper() if style.capitals else text, look
        elif name == "br":
            yield PAGE_END if child.get(f"{W}type") in ("page", "column") else BREAK, look
        elif name == "sym":
            yield _symbol(child), look
        elif name in _NOTE_REFERENCES:
            yield self._note(child, name), replace(look, raised=self._runs)
        elif name in _TEXTS:
            yield _TEXTS[name], look

    def _in_field(self, child: Element, name: str) -> None:
        kind = child.get(f"{W}fldCharType")
        if name == "instrText":
            if self.fields and not self.fields[-1].shown:
                self.fields[-1].asks += child.text or ""
        elif kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
            self.contents_begun = self.contents_begun or self.in_contents
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _note(self, reference: Element, name: str) -> str:
        kind, id = name.removesuffix("Reference"), reference.get(f"{W}id", "")
        if reference.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            self.marks.append(NoteMark(kind, id, None))
            return ""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        printed = ordinal(self._counts[kind], _NOTE_REFERENCES[name])
        self.marks.append(NoteMark(kind, id, printed))
        return printed


def _is_linked(run: Element) -> bool:
    return any(above.tag == f"{W}hyperlink" for above in run.iterancestors(f"{W}hyperlink", f"{W}p"))


def _symbol(element: Element) -> str:
    try:
        return chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
