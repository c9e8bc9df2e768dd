"""Quantities of a sentence in, the grades that what was counted had to have out. Grades of indicators are not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ciextract.frozen import frozen
from ciextract.quantities.model import Mention
from ciextract.quantities.numbers import number_ending
from ciextract.quantities.syntax import could_be_noun, grammar, is_closed, verb_kind
from ciextract.quantities.words import Words
from ciextract.record import Grade
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.quantities import Phrases, quantities

_ORDER = tuple(Grade)
_MARKS = ("'", '"', ",")
_LABELLING = frozenset(":-–—=")
"""Between a grade and its share ('Good: 39%')."""
_WIDEST = 2
"""Steps between two grades with 'or' between them that are still a range."""
_NEAR = 12
"""Words between a grade and the share behind it that is stated of it, at the most."""
_RESTRICTING = 6
"""Words behind a pronoun, at the most, that still say which ones are meant."""
_SUBJECT = 14
"""Words between a share that is named and the grade it is of."""
_FORWARD = 45
"""Words between a quantity and the grade behind it."""


@frozen
class Condition:
    """Words ``start`` to ``end`` that state a range of grades, from ``least`` to ``most``."""

    start: int
    end: int
    least: Grade
    most: Grade


@cache
def _printed() -> Phrases:
    return Phrases(word for grade in grades().grade for word in grade.words)


@cache
def _directions() -> dict[str, Phrases]:
    words = quantities().grade_words
    names = ("upward", "downward", "at_least", "at_most", "above", "beneath", "numbered")
    return {name: Phrases(getattr(words, name)) for name in names}


@cache
def _openers() -> frozenset[str]:
    """First words of grades."""
    return frozenset({*_printed().by_first, *"123456"})


def conditions_in(words: Words) -> list[Condition]:
    """The grade conditions of a sentence in order."""
    if _openers().isdisjoint(words.low):
        return []
    found: list[Condition] = []
    for at in [at for at, word in enumerate(words.low) if word in _openers() or word in _MARKS[:2]]:
        condition = _condition(words, at) if not found or at >= found[-1].end else None
        if condition is not None:
            found.append(condition)
    return found


def _grade_at(words: Words, at: int) -> tuple[int, Grade] | None:
    """A grade that starts there, in quotation marks or not; a number behind 'graded'."""
    start = at + 1 if words.at(at) in _MARKS[:2] else at
    length = _printed().at(words.low, start)
    if length:
        named = grades().named(" ".join(words.low[start : start + length]))
        return (start + length, named.grade) if named is not None else None
    word = words.at(at)
    if len(word) != 1 or word not in "123456":
        return None
    numbered, directions = _directions()["numbered"], _directions()
    directed = directions["upward"].at(words.low, at + 1) or directions["downward"].at(words.low, at + 1)
    if numbered.ending(words.low, at) or (directed and any(numbered.at(words.low, one) for one in range(at))):
        return at + 1, _ORDER[int(word) - 1]
    return None


def _marks(words: Words, at: int) -> int:
    return at + 1 if words.at(at) in _MARKS[:2] else at


def _condition(words: Words, at: int) -> Condition | None:
    first = _grade_at(words, at)
    if first is None:
        return None
    end, grade = first
    behind = _marks(words, end)
    directions = _directions()
    start = at
    if words.at(behind) == "quality" or words.at(behind) in quantities().grade_words.standards:
        named = (directions[name].at(words.low, behind + 1) for name in ("upward", "downward"))
        behind += any(named)
    if directions["upward"].at(words.low, behind):
        return Condition(at, behind + directions["upward"].at(words.low, behind), grade, Grade.EXCELLENT)
    if directions["downward"].at(words.low, behind):
        return Condition(at, behind + directions["downward"].at(words.low, behind), Grade.UNSATISFACTORY, grade)
    listed = _listed(words, behind, grade)
    if listed is not None:
        return Condition(at, *listed)
    if words.at(behind) in ("or", "and", "to"):
        second = _grade_at(words, behind + 1)
        if second is not None:
            low, high = sorted((grade, second[1]), key=_ORDER.index)
            if words.at(behind) != "to" and _ORDER.index(high) - _ORDER.index(low) > _WIDEST:
                return None  # 'none was excellent or unsatisfactory'
            return Condition(at, _marks(words, second[0]), low, high) if _is_range(words, start, second[0]) else None
    for name in ("at_least", "at_most", "above", "beneath"):
        length = directions[name].ending(words.low, start)
        if length:
            return Condition(start - length, behind, *_directed(name, grade))
    return Condition(at, behind, grade, grade) if _judges(words, at, end) else None


def _listed(words: Words, at: int, first: Grade) -> tuple[int, Grade, Grade] | None:
    """', very good or excellent' behind a grade: the index behind the list, its lowest and its highest grade."""
    found = [first]
    while words.at(at) == "," or (words.at(at) in ("or", "and") and len(found) > 1):
        last = words.at(at) != ","
        start = at + 1 + (words.at(at + 1) == "or" and not last)
        following = _grade_at(words, start + (words.at(start) == "even"))
        last = last or words.at(at + 1) == "or"
        if following is None:
            return None
        at = _marks(words, following[0])
        found.append(following[1])
        if last:
            low, *_, high = sorted(found, key=_ORDER.index)
            return (at, low, high) if len(found) > 2 else None
    return None


def _directed(name: str, grade: Grade) -> tuple[Grade, Grade]:
    place = _ORDER.index(grade)
    if name == "at_least":
        return grade, Grade.EXCELLENT
    if name == "at_most":
        return Grade.UNSATISFACTORY, grade
    if name == "above":
        return _ORDER[min(place + 1, len(_ORDER) - 1)], Grade.EXCELLENT
    return Grade.UNSATISFACTORY, _ORDER[max(place - 1, 0)]


def _is_range(words: Words, start: int, end: int) -> bool:
    """'Good or very good', but not 'good and excellent relationships'."""
    standard = quantities().grade_words.standards
    return words.at(end) in standard or not _noun_behind(words, end) or words.at(start - 1) in ("as", "a", "an", "be")


def _noun_behind(words: Words, at: int) -> bool:
    """Whether the grade only describes the noun behind it."""
    if not could_be_noun(words, at):
        return False
    if words.at(at) in quantities().grade_words.standards:
        return could_be_noun(words, at + 1) and verb_kind(words, at + 1) is None and not words.at(at + 1).endswith("ly")
    if words.at(at) == "quality":
        return "of" not in (words.at(at - 2), words.at(at - 3)) or could_be_noun(words, at + 1)
    return verb_kind(words, at) not in ("finite", "either") and not words.at(at).endswith("ly")


def _judges(words: Words, start: int, end: int) -> bool:
    """Whether a single grade is a judgement and no plain adjective."""
    standard = words.at(end) in quantities().grade_words.standards and words.at(end + 1) != "of"
    if _noun_behind(words, end):
        return False
    before = words.at(start - 1)
    if before == "or" and _printed().ending(words.low, start - 1):
        return False  # the second of two grades that are no range
    if words.at(start) in _MARKS[:2] or standard or before in quantities().grade_words.judging:
        return True
    counted = number_ending(words, start) is not None
    known = before in grammar().determiners or (is_closed(words, start - 1) and not counted)
    return not words.is_word(start - 1) or not known


def assign_grades(words: Words, mentions: Sequence[Mention]) -> None:
    """Give each quantity the condition that it was counted by, and carry it to later clauses without their own."""
    if not mentions:
        return
    conditions = conditions_in(words)
    if not conditions:
        return
    for condition in conditions:
        target = _target(words, mentions, condition)
        if target is not None and target.grade is None:
            target.grade = (condition.least, condition.most)
    for previous, mention in reversed(list(pairwise(mentions))):
        alike = _joined(words, previous, mention) or _apposed(words, previous, mention)
        alike = alike or _ends_range(words, previous, mention)
        if previous.grade is None and mention.grade is not None and alike:
            previous.grade = mention.grade
    for previous, mention in pairwise(mentions):
        if mention.grade is None and previous.grade is not None and _carries(words, previous, mention, conditions):
            mention.grade = previous.grade


def _joined(words: Words, previous: Mention, mention: Mention) -> bool:
    """'Most plans and a majority of reviews were weak': two quantities of one predicate."""
    start = previous.population[1] if previous.population is not None else previous.end
    between = words.low[start : mention.first]
    return start > previous.end and bool(between) and all(word in (",", "and", "or", "(") for word in between)


def _ends_range(words: Words, previous: Mention, mention: Mention) -> bool:
    """'Between 60% and 70% of plans were good': both ends are shares of one predicate."""
    joined = mention.first == previous.end + 1 and words.at(previous.end) in quantities().range.joins
    return joined and (words.at(previous.end) != "and" or words.at(previous.first - 1) == "between")


def _apposed(words: Words, previous: Mention, mention: Mention) -> bool:
    """'Over a third, 37%, were adequate': the share again as a figure, between commas."""
    between = words.low[previous.end : mention.first]
    closed = (between, words.at(mention.end)) in (([","], ","), (["("], ")"))
    return closed and mention.form in ("percentage", "tally")


def _target(words: Words, mentions: Sequence[Mention], condition: Condition) -> Mention | None:
    behind = next((one for one in mentions if one.first >= condition.end), None)
    before = next((one for one in reversed(mentions) if one.end <= condition.start), None)
    if behind is not None and _linked(words, condition.end, behind.first):
        return behind
    if behind is not None and _labels(words, condition, before, behind):
        return behind
    if before is None or condition.start - before.end > _FORWARD or before.grade is not None:
        return _subject_condition(words, condition, behind)
    return before if _reaches(words, before, condition) else _subject_condition(words, condition, behind)


def _linked(words: Words, start: int, end: int) -> bool:
    """Whether only words that link a grade to its quantity stand between."""
    links = quantities().grade_words.links
    between = words.low[start:end]
    if between == ["("]:
        return True
    return len(between) <= 4 and all(word in links or word in _MARKS[:2] for word in between) and bool(between)


def _labels(words: Words, condition: Condition, before: Mention | None, behind: Mention) -> bool:
    """'Excellent 3%, good: 39%': a grade at the head of its item, right before its share."""
    between = words.low[condition.end : behind.first]
    headed = not words.is_word(condition.start - 1) or words.at(condition.start - 1) == "and"
    if between:
        return headed and len(between) == 1 and between[0] in _LABELLING
    return headed and (before is None or before.end < condition.start)


def _reaches(words: Words, mention: Mention, condition: Condition) -> bool:
    """Whether the quantity's clause holds the grade."""
    start = mention.end
    if mention.population is not None and start <= mention.population[1] <= condition.start:
        start = mention.population[1]
    elif words.at(start) == "of" and words.at(start + 1) in grammar().bare_pronouns:
        start = _behind_pronoun(words, start + 2, condition.start)
    between = words.low[start : condition.start]
    if ";" in between or ":" in between:
        return False
    opened = _comma_behind_opening(words, mention, start)
    for place, word in enumerate(between, start):
        joins = word == "," or word in grammar().joining_clauses
        if joins and place not in opened and _new_subject(words, place + 1, condition.start):
            return False
    return True


def _behind_pronoun(words: Words, start: int, limit: int) -> int:
    """Where the comma stands behind 'of these' or 'of those with a plan', else the place right behind the pronoun."""
    for at in range(start, min(start + _RESTRICTING, limit)):
        if words.at(at) == ",":
            return at
        if verb_kind(words, at) == "finite":
            break
    return start


def _comma_behind_opening(words: Words, mention: Mention, end: int) -> range:
    """Where 'In most records, …' sets its opening words apart: the clause that follows is about what they count."""
    if words.at(end) == ")":
        end += 1
    if words.at(end) != "," or words.at(end + 1) in (*grammar().conjunctions, *grammar().relatives):
        return range(0)
    inserted = words.at(end + 1) in grammar().adverbs and words.at(end + 2) == ","  # 'In 22 records, however, …'
    clause = max((at + 1 for at in range(mention.first) if words.at(at) in (",", ";", ":")), default=0)
    opens = words.at(clause + (words.at(clause) == "and")) in grammar().prepositions
    return range(end, end + 1 + 2 * inserted) if opens else range(0)


def _new_subject(words: Words, at: int, end: int) -> bool:
    """Whether a subject of its own stands before the grade ('and good quality contact', ', the plans were good')."""
    at += words.at(at) == "and"
    verb = next((one for one in range(at, end) if verb_kind(words, one) == "finite"), None)
    return verb is not None and verb > at and words.at(at) not in ("had", "were", "was", "to")


def _subject_condition(words: Words, condition: Condition, behind: Mention | None) -> Mention | None:
    """'The share of plans that were good or better stood at 47%', 'good or better for 83% of children'."""
    if behind is None or behind.first - condition.end > _FORWARD:
        return None
    between = words.low[condition.end : behind.first]
    if ";" in between or ":" in between:
        return None
    if _of_named_share(words, condition.start) and not _parted(between) and words.at(behind.end) != "of":
        return behind
    stated = not quantities().grade_words.stating.isdisjoint(between)
    return behind if stated and len(between) <= _NEAR and _same_clause(words, condition.end, behind.first) else None


def _of_named_share(words: Words, end: int) -> bool:
    """'The share of records in which plans were good or better varied, from 48% …': the figures are of that share."""
    for at in range(end - 1, max(0, end - _SUBJECT), -1):
        if not words.is_word(at):
            return False
        if words.at(at) == "of" and words.at(at - 1) in grammar().share_nouns:
            return words.at(at - 1) not in grammar().counting_nouns
    return False


def _parted(between: Sequence[str]) -> bool:
    return not grammar().contrasts.isdisjoint(between)


def _same_clause(words: Words, start: int, end: int) -> bool:
    between = words.low[start:end]
    return "," not in between and grammar().joining_clauses.isdisjoint(between)


def _carries(words: Words, previous: Mention, mention: Mention, conditions: Sequence[Condition]) -> bool:
    """Whether the later clause has no predicate of its own, so that the earlier grade goes on."""
    start = previous.end
    if any(start <= one.start < mention.first for one in conditions) and _clause_of_own(words, previous, mention):
        return False
    return _elliptical(words, mention) and not _clause_of_own(words, previous, mention)


def _clause_of_own(words: Words, previous: Mention, mention: Mention) -> bool:
    """Whether the words between the two quantities state something else."""
    at = mention.first - 1
    content = 0
    while at > previous.end and words.at(at) not in (";", ","):
        kind = verb_kind(words, at)
        if kind in ("either", "ing") or (kind == "finite" and words.at(at) not in grammar().auxiliaries):
            content += words.at(at) not in quantities().grade_words.empty_verbs
        at -= 1
    return content > 0


def _elliptical(words: Words, mention: Mention) -> bool:
    """Whether nothing but 'had been', 'were too' or the population follows the quantity."""
    population = mention.population
    at = population[1] if population is not None and population[0] >= mention.end else mention.end
    rest = _rest_of_clause(words, at)
    said = quantities().grade_words
    plain = [word for word in rest if word not in grammar().auxiliaries and word not in said.echoes]
    return not plain or plain[0] in said.continuing


def _rest_of_clause(words: Words, at: int) -> Iterator[str]:
    while words.is_word(at):
        yield words.at(at)
        at += 1
