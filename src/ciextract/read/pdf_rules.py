"""The objects of a loaded page in, its thin rules, boxes and number of pictures out. What they mean is not asked here.

Bounds of objects are read, not every point: a page has few paths, and a table border is a thin one. Only paths of
many straight pieces (a whole grid in one path, a border as a ring) are taken apart.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from ciextract.document import Box
from ciextract.read.pdf_frame import Frame

THIN = 5.0
"""Points up to which a path is a rule; pdfium adds the stroke width on either side to the bounds of a line."""
LONG = 8.0
"""Points from which a thin path is a rule; shorter ones are corners of borders, bullets and dashes."""
BACKGROUND = 0.7
"""Share of the page that a box covers from which it is the page's background or frame."""
_PLAIN = 5
"""Segments of a line or a rectangle: those of more are looked into."""
_MOST_SEGMENTS = 4_000
_MOST_OBJECTS = 20_000
"""Objects of a page or a form that are looked at, for pages that draw a picture by a hundred thousand strokes."""
_DEEPEST = 8
"""Forms within forms that are followed."""

Matrix = tuple[float, float, float, float, float, float]
_STRAIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Point = tuple[float, float]


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page beside its text: thin rules, boxes (four edges), the number of pictures and paths."""

    rules: list[Box] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pictures: int = 0
    paths: int = 0


def drawn_on(page: Any, frame: Frame) -> Drawn:
    """The rules and boxes of a loaded page (a raw handle), through its form objects too."""
    return _Gatherer(frame).gather(page)


class _Gatherer:
    """Walks over the objects of one page; its buffers are made once because there are thousands of calls."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._drawn = Drawn()
        self._bounds = [ctypes.c_float() for _ in range(4)]
        self._refs = [ctypes.byref(value) for value in self._bounds]

    def gather(self, page: Any) -> Drawn:
        count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
        get, kind = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
        text = pdfium.FPDF_PAGEOBJ_TEXT
        for index in range(count):
            one = get(page, index)
            if (this := kind(one)) != text:
                self._object(one, this, _STRAIGHT, 0)
        return self._drawn

    def _object(self, one: Any, kind: int, matrix: Matrix, depth: int) -> None:
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(one, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._drawn.pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            within = _product(_matrix(one), matrix)
            for index in range(min(pdfium.FPDFFormObj_CountObjects(one), _MOST_OBJECTS)):
                inner = pdfium.FPDFFormObj_GetObject(one, index)
                if inner:
                    self._object(inner, pdfium.FPDFPageObj_GetType(inner), within, depth + 1)

    def _path(self, one: Any, matrix: Matrix) -> None:
        self._drawn.paths += 1
        left, bottom, right, top = self._refs
        if not pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            return
        box = self._displayed(tuple(value.value for value in self._bounds), matrix)
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:
            self._keep(box)
        elif (count := pdfium.FPDFPath_CountSegments(one)) > _PLAIN:
            for part in _straight_parts(one, min(count, _MOST_SEGMENTS)):
                self._keep(self._displayed(_extent(part), _product(_matrix(one), matrix)), len(part))
        else:
            self._keep(box, count)

    def _displayed(self, bounds: tuple[float, ...], matrix: Matrix) -> Box:
        left, bottom, right, top = bounds
        if matrix is _STRAIGHT:
            return self._frame.box(left, bottom, right, top)
        corners = [_moved(x, y, matrix) for x in (left, right) for y in (bottom, top)]
        return self._frame.box(*_extent(corners))

    def _keep(self, box: Box, corners: int = 2) -> None:
        """Sort a path in by its shape; a slanted line and a page's background are neither rule nor box."""
        wide, high = box[2] - box[0], box[3] - box[1]
        if min(wide, high) <= THIN:
            if max(wide, high) >= LONG:
                self._drawn.rules.append(box)
        elif corners >= 4 and wide * high < BACKGROUND * self._frame.width * self._frame.height:
            self._drawn.boxes.append(box)


def _straight_parts(path: Any, count: int) -> Iterator[list[Point]]:
    """The subpaths that consist of level and upright lines."""
    x, y = ctypes.c_float(), ctypes.c_float()
    part: list[Point] = []
    straight = True
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if straight and len(part) > 1:
                yield part
            part, straight = [point], True
            continue
        straight = straight and kind == pdfium.FPDF_SEGMENT_LINETO and bool(part) and _is_level(part[-1], point)
        part.append(point)
    if straight and len(part) > 1:
        yield part


def _is_level(one: Point, other: Point) -> bool:
    return min(abs(one[0] - other[0]), abs(one[1] - other[1])) < 0.5


def _extent(points: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(one: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(one, ctypes.byref(found))
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first."""
    a, b, c, d, e, f = inner
    k, l, m, n, o, p = outer  # noqa: E741
    return (a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p)


def _moved(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
