"""The fields that a reviewer gave of a missed value come in, those that follow from them go out with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import get_args

from ciextract.quantities.bounds import WORDS, percent, related_bounds, word_bounds
from ciextract.record import Relation
from ciextract.shape import fields_of
from ciextract.verdicts import Fields, Kind, Leaf
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.quantities import RANKS

_PRECISIONS = {4: "year", 7: "month", 10: "day"}
"""By the length of an ISO date."""
_FRACTION = re.compile(r"([0-9]{1,9})/([1-9][0-9]{0,8})")
_NUMBERS = ("fraction", "percentage", "tally")


def completed(kind: Kind, given: Fields, quote: str) -> Fields:
    """The fields of a value of these words; what was given stands, even where something else would follow."""
    following = _FOLLOWING[kind](given, quote) if kind in _FOLLOWING else {}
    return given | {name: leaf for name, leaf in following.items() if given.get(name) is None}


def _published(given: Fields, _: str) -> Fields:
    return {"precision": _PRECISIONS.get(len(str(given.get("date"))))}


def _area(given: Fields, _: str) -> Fields:
    return {"code": _code(given.get("name"))}


def _evaluation(given: Fields, _: str) -> Fields:
    status = "not_evaluated" if given.get("grade") is None else "evaluated"
    return {"area.code": _code(given.get("area.name")), "status": status}


def _code(name: Leaf) -> str | None:
    """The code of a council area; None for a name that is none."""
    council = councils().by_spelling.get(str(name))
    return council.code if council else None


def _proportion(given: Fields, quote: str) -> Fields:
    quantifier = str(given.get("quantifier"))
    fraction = given.get("fraction") or ("1/2" if quantifier == "half" else None)
    form = quantifier if quantifier in _NUMBERS else "fraction" if fraction else "word"
    bounds = _bounds(given | {"fraction": fraction})
    return {"form": form, "quote": quote, "rank": RANKS.get(quantifier), "fraction": fraction, **bounds}


def _bounds(given: Fields) -> Fields:
    """The interval, made as that of a value that is found; nothing where no number or word tells one."""
    point, relation, word = _point(given), given.get("relation"), str(given.get("quantifier"))
    if point is not None and relation in get_args(Relation):
        bounds = related_bounds(point, relation)  # type: ignore[arg-type]  # it is one of them
    elif point is None and word in WORDS:
        bounds = word_bounds(word)
    else:
        return {}
    return {f"bounds.{name}": leaf for name, leaf in fields_of(bounds)}  # type: ignore[misc]  # all of them leaves


def _point(given: Fields) -> float | None:
    """The number of a share, in percent."""
    value, count, total = given.get("value"), given.get("count"), given.get("total")
    fraction = _FRACTION.fullmatch(str(given.get("fraction")))
    if given.get("quantifier") == "percentage" and isinstance(value, int | float):
        return float(value)
    if given.get("quantifier") == "tally" and isinstance(count, int) and isinstance(total, int) and total:
        return percent(count, total)
    return percent(int(fraction[1]), int(fraction[2])) if fraction else None


_FOLLOWING: Mapping[Kind, Callable[[Fields, str], Fields]] = {
    Kind.PUBLISHED: _published,
    Kind.AREAS: _area,
    Kind.EVALUATIONS: _evaluation,
    Kind.PROPORTIONS: _proportion,
}
