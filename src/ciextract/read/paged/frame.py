"""One open page in, its coordinates and drawn rectangles out, in points from the top left of what is displayed."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ciextract.document import Box
from ciextract.frozen import frozen
from ciextract.read.paged.boxes import around
from ciextract.read.paged.calls import Corners, count_segments, form_object, object_bounds, object_kind, page_objects

DEEPEST = 4
"""Levels of form objects within one another in which rules are looked for."""
MOST_OBJECTS = 20_000
"""Objects of a page that are looked at for rules."""
MANY_SEGMENTS = 6
"""A path of more segments may draw several lines, which are then looked at one by one."""
MOST_SEGMENTS = 2_000
"""Segments of a path that are looked at."""
SIDES = 3
"""Straight sides from which a part of a path with curves is a box with round corners."""
SMALL = 8.0
"""Points of a path that is a dot, however many segments draw it."""
SLANT = 0.5
"""Points by which a level or upright line may slant."""
WHOLE_PAGE = 0.7
"""A rectangle that covers more of the page than this is its background."""
MANY_DRAWN = 10_000
"""A page on which more is drawn holds a map or the like, of whose strokes only long ones can be rules."""
LONG = 20.0
"""Points of a long stroke."""


@frozen
class Frame:
    """Turns coordinates of a page into those of the page as displayed."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed."""
        return (self.width, self.height) if self.turns % 2 == 0 else (self.height, self.width)

    def turned_by(self, quarters: int) -> Frame:
        """The frame of the page turned so that what lies on its side, so many quarters clockwise, stands upright."""
        return replace(self, turns=(self.turns - quarters) % 4)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box given by two corners in page coordinates."""
        if self.turns == 0:
            # Most pages, and asked for every line: written out for speed.
            x0, x1 = x0 - self.left, x1 - self.left
            y0, y1 = self.height - (y0 - self.bottom), self.height - (y1 - self.bottom)
            return (x1 if x1 < x0 else x0, y1 if y1 < y0 else y0, x1 if x1 > x0 else x0, y1 if y1 > y0 else y0)
        corners = [self._turned(x - self.left, y - self.bottom) for x, y in ((x0, y0), (x1, y1))]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def boxes(self, corners: Iterable[Corners]) -> list[Box]:
        """Boxes of which each is given by its left, bottom, right and top in page coordinates."""
        if self.turns:
            return [self.box(*each) for each in corners]
        left, bottom, height = self.left, self.bottom, self.height
        return [(x0 - left, height - (y1 - bottom), x1 - left, height - (y0 - bottom)) for x0, y0, x1, y1 in corners]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point given in page coordinates."""
        if self.turns == 0:
            return x - self.left, self.height - (y - self.bottom)
        return self._turned(x - self.left, y - self.bottom)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 0:
            return x, self.height - y
        if self.turns == 1:
            return y, x
        if self.turns == 2:
            return self.width - x, y
        return self.height - y, self.width - x


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The frame of a page: what its boxes show of it, be they its own or those of all pages, and its rotation."""
    left, bottom, right, top = page.get_bbox()
    left, right = sorted((left, right))
    bottom, top = sorted((bottom, top))
    return Frame(left, bottom, right - left, top - bottom, page.get_rotation() // 90 % 4)


def rectangles(page: pdfium.PdfPage, frame: Frame) -> list[Box]:
    """Bounds of the page's drawn paths, those of forms included, without backgrounds of the whole page."""
    area = frame.width * frame.height * WHOLE_PAGE
    found = (frame.box(*bounds) for bounds in _paths(page))
    drawn = [box for box in found if (box[2] - box[0]) * (box[3] - box[1]) < area]
    if len(drawn) > MANY_DRAWN:
        drawn = [box for box in drawn if max(box[2] - box[0], box[3] - box[1]) >= LONG][:MANY_DRAWN]
    return drawn


def backgrounds(page: pdfium.PdfPage, frame: Frame) -> list[Box]:
    """Bounds of all that is drawn on the page but text, whole forms among it."""
    items = (item for kind, item in page_objects(page.raw, MOST_OBJECTS) if kind != raw.FPDF_PAGEOBJ_TEXT)
    found = (_bounds(item) for item in items if item)
    return [frame.box(*bounds) for bounds in found if bounds is not None]


def stands_on(size: tuple[float, float], box: Box) -> bool:
    """Some of the box lies on a page of that width and height."""
    width, height = size
    return box[2] > 0 and box[0] < width and box[3] > 0 and box[1] < height


def has_images(page: pdfium.PdfPage) -> bool:
    """An image stands on the page."""
    kinds = (kind for kind, _ in page_objects(page.raw, MOST_OBJECTS))
    return any(kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for kind in kinds)


_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DRAWN = frozenset((raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM))


def _paths(page: pdfium.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    for kind, item in page_objects(page.raw, MOST_OBJECTS):
        if item and kind in _DRAWN:
            yield from _path(item, kind, _IDENTITY, 0)


def _path(address: int, kind: int, matrix: _Matrix, depth: int) -> Iterator[tuple[float, float, float, float]]:
    if kind == raw.FPDF_PAGEOBJ_PATH:
        count = count_segments(address)
        bounds = _bounds(address)
        if MANY_SEGMENTS < count <= MOST_SEGMENTS and not _is_small(bounds):
            item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
            yield from _straight(item, count, _times(_matrix_of(item), matrix))
        elif bounds is not None:
            yield _moved(bounds, matrix)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        inner = _times(_matrix_of(item), matrix)
        for index in range(min(raw.FPDFFormObj_CountObjects(item), MOST_OBJECTS)):
            inside = form_object(address, index)
            if inside:
                yield from _path(inside, object_kind(inside), inner, depth + 1)


def _is_small(bounds: tuple[float, float, float, float] | None) -> bool:
    return bounds is not None and max(bounds[2] - bounds[0], bounds[3] - bounds[1]) <= SMALL


def _straight(item: object, count: int, matrix: _Matrix) -> Iterator[tuple[float, float, float, float]]:
    """Level and upright stretches of a path that draws several lines; a box with round corners as a whole."""
    part: list[tuple[float, float, float, float]] = []
    curved = False
    before = start = (0.0, 0.0)
    for kind, point, closes in _segments(item, count):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield from _drawn(part, curved=curved)
            part, curved, start = [], False, point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            part.extend(_stretch(before, point, matrix))
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        if closes:
            part.extend(_stretch(point, start, matrix))
        before = point
    yield from _drawn(part, curved=curved)


def _segments(item: object, count: int) -> Iterator[tuple[int, tuple[float, float], bool]]:
    """(kind, point, whether it closes its part) of each segment of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        closes = bool(raw.FPDFPathSegment_GetClose(segment))
        yield raw.FPDFPathSegment_GetType(segment), (x.value, y.value), closes


def _drawn(part: list[tuple[float, float, float, float]], *, curved: bool) -> list[tuple[float, float, float, float]]:
    """What one part of a path draws: its level and upright stretches, or the box whose corners they leave out."""
    return [around(part)] if curved and len(part) >= SIDES else part


def _stretch(
    one: tuple[float, float], other: tuple[float, float], matrix: _Matrix
) -> Iterator[tuple[float, float, float, float]]:
    if one != other and (abs(one[0] - other[0]) < SLANT or abs(one[1] - other[1]) < SLANT):
        xs, ys = sorted((one[0], other[0])), sorted((one[1], other[1]))
        yield _moved((xs[0], ys[0], xs[1], ys[1]), matrix)


def _bounds(address: int) -> Corners | None:
    found = object_bounds(address)
    return found if found is not None and all(map(math.isfinite, found)) else None


def _matrix_of(item: object) -> _Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(bounds: tuple[float, float, float, float], matrix: _Matrix) -> tuple[float, float, float, float]:
    if matrix == _IDENTITY:
        return bounds
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in bounds[::2] for y in bounds[1::2]]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
