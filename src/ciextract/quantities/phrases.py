"""The word where a population may stand in, the words of the population out. Quantities are not known here."""

from __future__ import annotations

from functools import cache
from typing import Literal

from ciextract.frozen import frozen
from ciextract.quantities.clauses import GOVERNED, Clause, Place, relative_clause, starts_quantity, zero_relative
from ciextract.quantities.nouns import Group, group_at, joined_groups
from ciextract.quantities.numbers import is_year, number_at
from ciextract.quantities.syntax import (
    could_be_noun,
    grammar,
    is_closed,
    is_plural,
    main_verb_at,
    noun_at,
    skip_adverbs,
    verb_kind,
)
from ciextract.quantities.words import Words
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.populations import Category, populations
from ciextract.vocabulary.quantities import Phrases, quantities

_MOST_PIECES = 8
"""Clauses and phrases behind a noun that say which ones, at the most: no sentence is walked through for ever."""
_VERBS = ("either", "participle")


@frozen
class NounPhrase:
    """Words ``start`` to ``end`` of a population and the category of its first noun."""

    start: int
    end: int
    category: Category | None


@frozen
class _Piece:
    """Something behind the noun: always kept, kept with the sentence's verb behind it, or perhaps that verb itself."""

    start: int
    end: int
    kind: Literal["always", "close", "loose", "either", "participle", "ing"]
    main_follows: bool = False


@cache
def _adverbial() -> Phrases:
    return Phrases(grammar().adverbial)


def noun_phrase(words: Words, start: int, place: Place, clause_head: bool = False) -> NounPhrase | None:
    """The noun phrase that starts there with what restricts it.

    ``clause_head`` says that the phrase stands at the head of a clause behind a preposition ('In most records we …').
    """
    group = group_at(words, start)
    if group is None:
        return None
    end = joined_groups(words, group, governed=place in GOVERNED)
    owned = any(words.at(at).endswith(("'s", "s'")) for at in range(group.end, end - 1))
    if end > group.end and (owned or (group.category is None and not is_plural(words.at(group.end - 1)))):
        last = known_noun_before(words, end)
        group = Group(group.start, group.end, last[1] if last is not None else None)
    pieces = _pieces(words, end, group, place, clause_head)
    end = _kept(words, end, pieces, place)
    return NounPhrase(group.start, end, _deferred(words, group, end))


def those_restricted(words: Words, at: int, place: Place) -> int | None:
    """The index behind 'those who answered' or 'those affected by it'; None for 'those found' and 'those' alone."""
    if words.at(at) != "those":
        return None
    relative = at + 1 + (words.at(at + 1) in grammar().prepositions)
    if words.at(relative) in ("who", "whom", "whose"):
        clause = relative_clause(words, relative, place)
        return None if clause is None else clause.full if clause.main_follows else clause.tight
    pieces = _pieces(words, at + 1, Group(at, at + 1, None), place, clause_head=False)
    end = _kept(words, at + 1, pieces, place)
    if end == at + 1 and pieces and words.at(at + 1) in grammar().prepositions:
        end = pieces[0].end  # 'three quarters of those in health, …'
    bare = end == at + 2 and verb_kind(words, at + 1) is not None
    return end if end > at + 1 and not bare else None


def _deferred(words: Words, group: Group, end: int) -> Category | None:
    """The category; of 'respondents' that of the people whom the rest of the phrase names, if any, and of a 'sample of
    children' that of children."""
    if words.at(group.end - 1) in populations().compounds.samples and words.at(group.end) == "of":
        sampled = group_at(words, group.end + 1)
        return sampled.category if sampled is not None else group.category
    if words.at(group.end - 1) not in populations().compounds.deferring:
        return group.category
    for at in range(group.start, end):
        noun = words.at(at).removesuffix("'s").removesuffix("'")
        known = populations().by_noun.get(noun)
        if known is not None and known.category in ("children", "parents_carers", "leaders"):
            return known
    return group.category


def _pieces(words: Words, at: int, group: Group, place: Place, clause_head: bool) -> list[_Piece]:
    pieces: list[_Piece] = []
    while len(pieces) < _MOST_PIECES:
        piece = _piece(words, at, group, place, clause_head)
        if piece is None or piece.end <= at:
            break
        pieces.append(piece)
        at = piece.end
        if piece.main_follows:
            break
    return pieces


def _piece(words: Words, at: int, group: Group, place: Place, clause_head: bool) -> _Piece | None:
    word, g = words.at(at), grammar()
    if word == "(" and words.at(at + 2) == ")" and words.is_word(at + 1) and words.text[words.starts[at + 1]].isupper():
        return _Piece(at, at + 3, "loose")
    if word in g.relatives and word != "when":
        return _clause_piece(at, relative_clause(words, at, place), place)
    if word in g.prepositions and words.at(at + 1) in g.governed_relatives:
        return _clause_piece(at, relative_clause(words, at + 1, place), place)
    if word in g.pronouns or (word in g.clause_subjects and verb_kind(words, at + 1) is not None):
        return _clause_piece(at, zero_relative(words, at, clause_head, place), place)
    restricted = _age_or_state(words, at)
    if restricted is not None:
        return _Piece(at, restricted, "always")
    if word in g.prepositions:
        return _prepositional(words, at, group)
    return _participial(words, at)


def _clause_piece(at: int, clause: Clause | None, place: Place) -> _Piece | None:
    if clause is None:
        return None
    end = clause.full if clause.main_follows and place not in GOVERNED else clause.tight
    return _Piece(at, end, "always", clause.main_follows and end == clause.full)


def _age_or_state(words: Words, at: int) -> int | None:
    """'aged 12 to 17', 'under five', 'at risk of harm', 'so far': the index behind it."""
    word = words.at(at)
    if word in grammar().ages:
        number = number_at(words, at + 1)
        if number is None and words.at(at + 1) in ("under", "over", "between"):
            number = number_at(words, at + 2)
        if number is None or (could_be_noun(words, number[0]) and not main_verb_at(words, number[0])):
            return None
        return _number_range(words, number[0])
    if words.at(at) == "at" and words.at(at + 1) == "risk":
        return _behind_risk(words, at + 3) if words.at(at + 2) == "of" else at + 2
    return None


def _behind_risk(words: Words, at: int) -> int:
    """The index behind 'harm', 'abuse or neglect', 'harming themselves'; behind 'at risk' where none stands."""
    behind = at + 1 if verb_kind(words, at) == "ing" else at
    if behind > at and words.at(behind) in grammar().objects:
        return behind + 1
    of = group_at(words, behind)
    if of is None:
        return behind if behind > at else at - 1
    end = of.end
    while words.at(end) in (*grammar().conjunctions, ",") and (more := _harm(words, end + 1)):
        end = more
    return end


def _harm(words: Words, at: int) -> int:
    """The index behind a harm that stands there ('neglect', 'domestic abuse'), 0 without one."""
    return next((end + 1 for end in (at, at + 1) if words.at(end) in grammar().harms), 0)


def _number_range(words: Words, at: int) -> int:
    """The index behind 'to 17' or 'or over'."""
    joins = ("to", "-", "–", "or", *(("and",) if words.at(at - 2) == "between" else ()))
    if words.at(at) in joins or words.at(at) == "and":
        second = number_at(words, at + 1)
        if second is not None and words.at(at) in joins:
            return second[0]
        if words.at(at) in ("or", "and") and words.at(at + 1) in grammar().ages_behind:
            return at + 2
    return at


def _prepositional(words: Words, at: int, group: Group) -> _Piece | None:
    """A preposition and its noun phrase."""
    g, word = grammar(), words.at(at)
    if word in g.apart or words.at(at + 1) in g.pronouns:
        return None
    end = _object(words, at + 1)
    if end is None:
        return None
    if (word != "of" and _adverbial().at(words.low, at + 1)) or is_year(words, at + 1):
        return _Piece(at, end, "loose")
    if word == "from" and known_noun_before(words, end) is None:
        return _Piece(at, end, "loose")
    close = word in g.close and not (word == "with" and words.at(group.end - 1) in g.never_close_to)
    close = close or (word in g.locative and _own_sample().at(words.low, at + 1) > 0)
    return _Piece(at, end, "close" if close else "loose")


@cache
def _own_sample() -> Phrases:
    return Phrases(grammar().own_sample)


def _object(words: Words, at: int) -> int | None:
    """The index behind the object of a preposition."""
    if words.at(at) in grammar().objects or words.at(at) in ("then", "each"):
        return at + 1 if words.at(at) != "each" or is_closed(words, at + 1) else _grouped(words, at + 1)
    if verb_kind(words, at) == "base" and words.at(at - 1) == "to":
        return None
    if is_year(words, at):
        return at + 1
    return _grouped(words, at)


def _grouped(words: Words, at: int) -> int | None:
    if words.at(at) in grammar().determiners and words.at(at) not in grammar().kept_determiners:
        at += 1
    elif words.at(at) in ("almost", "nearly") and words.at(at + 1) == "all":
        at += 2
    elif is_closed(words, at) and words.at(at) not in grammar().kept_determiners:
        return None
    group = group_at(words, at)
    return joined_groups(words, group, governed=True) if group is not None else None


def _participial(words: Words, at: int) -> _Piece | None:
    """'reviewed', 'held after …', 'responding to …', 'rated good or better'."""
    start = skip_adverbs(words, at)
    kind = verb_kind(words, start)
    if kind == "either" and words.at(start + 1) in grammar().content_clauses:
        return None
    state = words.at(start) in grammar().postpositive and kind is None and start == at
    if kind not in ("either", "participle", "ing") and not state:
        return None
    end = _complements(words, _behind_particle(words, start + 1))
    if kind == "ing" and end == start + 1 and group_at(words, end) is not None:
        end = _grouped(words, end) or end
    return _Piece(at, end, "close" if state else kind)  # type: ignore[arg-type]


def _behind_particle(words: Words, at: int) -> int:
    """The index behind 'after' or 'for' that belongs to the verb ('looked after at home', 'cared for by relatives')."""
    behind = words.at(at + 1) in grammar().prepositions or verb_kind(words, at + 1) == "finite"
    return at + 1 if words.at(at) in grammar().verb_particles and behind else at


def _complements(words: Words, at: int) -> int:
    """The index behind adverbs, grades and prepositional phrases."""
    for _ in range(_MOST_PIECES):
        if starts_quantity(words, at):
            return at
        end = skip_adverbs(words, at)
        if words.at(end) in ("so", "since") and words.at(end + 1) in ("far", "then"):
            end += 2
        end = _grade_words(words, end)
        if words.at(end) in grammar().prepositions and words.at(end) not in ("as", "than", "like", "per"):
            behind = _object(words, end + 1)
            end = behind if behind is not None else end
        if end == at:
            return at
        at = end
    return at


def _grade_words(words: Words, at: int) -> int:
    """The index behind a grade and its direction ('good or better')."""
    for _ in range(_MOST_PIECES):
        length = _graded().at(words.low, at)
        if not length and words.at(at) not in ("'", '"'):
            break
        at += length or 1
    return at


@cache
def _graded() -> Phrases:
    said = quantities().grade_words
    words = [word for grade in grades().grade for word in grade.words]
    joined = [f"{join} {word}" for join in ("or", "as") for word in words]
    return Phrases([*words, *joined, *said.upward, *said.downward])


def _kept(words: Words, end: int, pieces: list[_Piece], place: Place) -> int:
    """The end of what belongs to the phrase."""
    if not pieces:
        return end
    last = pieces[-1]
    whole = last.main_follows or main_verb_at(words, last.end)
    restricts = whole
    if place in GOVERNED and not last.main_follows:
        whole = False
    for position, piece in enumerate(pieces):
        verb_next = whole or (any(one.kind in _VERBS for one in pieces[position + 1 :]) and place == "subject")
        verb_next = restricts if piece.kind == "ing" and place == "governed" else verb_next
        if not _belongs(words, piece, place, verb_next, pieces[position + 1 :]):
            return piece.start if position == 0 else pieces[position - 1].end
    return last.end


def _belongs(words: Words, piece: _Piece, place: Place, verb_next: bool, following: list[_Piece]) -> bool:
    if piece.kind in ("always", "close"):
        return True
    if piece.kind == "loose":
        return verb_next or place == "framed"
    if piece.kind in ("either", "participle"):
        if place == "absolute" and _grade_words(words, piece.start + 1) > piece.start + 1:
            return False  # 'with half of replies judged good': what was found of them
        if place in GOVERNED:
            return _boundary(words, following[-1].end if following else piece.end)
        first = piece.kind == "participle" or not any(one.kind in _VERBS for one in following)
        return (verb_next and first) or place == "framed"
    if piece.kind == "ing":
        restricts = place == "governed" and _boundary(words, following[-1].end if following else piece.end)
        return verb_next or restricts or place == "framed"
    return True


def _boundary(words: Words, at: int) -> bool:
    """Whether a clause ends there, so that a past form before it was a participle."""
    if not words.is_word(at) or starts_quantity(words, at):
        return True
    return words.at(at) in grammar().clause_conjunctions or words.at(at) in grammar().pronouns


def known_noun_before(words: Words, end: int) -> tuple[int, Category] | None:
    """The known noun that ends before the index: its first word and its category."""
    for start in range(max(0, end - 3), end):
        known = noun_at(words, start)
        if known is not None and known[0] == end:
            return start, known[1]
    return None
