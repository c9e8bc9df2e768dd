"""Quantities of a sentence in, tallies spread over it and percentages printed with their tally out.

'Of these ten, … in seven', '52 (28%) of 186', '11 were … (85%)'. Populations are read elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ciextract.quantities.model import Mention
from ciextract.quantities.nouns import group_at
from ciextract.quantities.numbers import is_year, number_ending, whole_at
from ciextract.quantities.phrases import NounPhrase
from ciextract.quantities.relations import related, relation_before
from ciextract.quantities.syntax import could_be_noun, grammar, is_closed, main_verb_at, noun_at, phrases, verb_kind
from ciextract.quantities.wholes import Whole, last_counted
from ciextract.quantities.words import Words
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.populations import populations
from ciextract.vocabulary.quantities import quantities

ROUNDING = 0.6
"""Percentage points by which a printed percentage may differ from its tally, for rounding."""
_NEAR = 14
"""Words between a percentage and the tally in brackets that goes with it."""
_POSSESSIVE_REACH = 4
"""Words that may stand between 'of' and the total of a tally ('of the child protection committee's five')."""
Before = Callable[[], Words | None]
RULE = "quantities/tallies#"


def with_tallies(words: Words, mentions: list[Mention], wholes: Sequence[Whole], before: Before) -> list[Mention]:
    """The mentions with percentages and their tallies put together, and the tallies that share a total added."""
    mentions = _merged(words, mentions)
    for mention in mentions:
        if mention.form == "percentage" and mention.count is None:
            _with_number_before(words, mention, wholes, before)
    taken = [(one.first, one.end) for one in mentions]
    shared = [one for one in _shared(words, wholes) if not any(a < one.end and one.first < b for a, b in taken)]
    together = sorted([*mentions, *shared], key=lambda one: one.first)
    return [one for one in together if not _counted_in_percentage(one, together)]


def _merged(words: Words, mentions: list[Mention]) -> list[Mention]:
    """A percentage and the tally right beside it are one entry."""
    kept: list[Mention] = []
    for mention in mentions:
        one = _together(words, kept[-1], mention) if kept else None
        if one is None:
            kept.append(mention)
        else:
            kept[-1] = one
    return kept


def _together(words: Words, last: Mention, mention: Mention) -> Mention | None:
    """The entry that a percentage and a tally make, one behind the other; None where they are two."""
    if mention.form == "percentage" and last.form == "tally":
        if _in_brackets(words, mention) and mention.first - 1 == last.end:
            return _with_percentage(last, mention, mention.end + 1)
        if _says_tally_again(words, last, mention):
            return _with_percentage(last, mention, mention.end)
        if _is_of_tally_before(words, last, mention):
            mention.count, mention.total, mention.total_at = last.count, last.total, last.total_at
            return mention
    if _is_tally_of(words, last, mention):
        last.count, last.total = mention.count, mention.total
        return last
    return None


def _with_percentage(tally: Mention, percentage: Mention, end: int) -> Mention:
    tally.form = tally.quantifier = "percentage"
    tally.value, tally.end, tally.follows = percentage.value, end, end
    return tally


def _says_tally_again(words: Words, last: Mention, mention: Mention) -> bool:
    """'(26 of 34, 76%)': the percentage that the tally makes, behind no more than a mark."""
    if mention.first - last.end != 1 or last.count is None or last.total is None or mention.value is None:
        return False
    return words.at(last.end) in (",", ";", "or") and _fits(last.count, last.total, mention.value)


def _is_of_tally_before(words: Words, last: Mention, mention: Mention) -> bool:
    """'26 of 34 plans were late (76%)', or '26 of 34 plans, or 76%, were late': the tally stands further before."""
    if mention.first - last.end >= _NEAR:
        return False
    if _in_brackets(words, mention):
        return number_ending(words, mention.first - 1) is None
    again = words.low[mention.first - 2 : mention.first] == [",", "or"]
    return again and _fits(last.count or 0, last.total or 0, mention.value or 0)


def _is_tally_of(words: Words, last: Mention, mention: Mention) -> bool:
    """'85% of records (68 of the 80)'."""
    if mention.form != "tally" or last.form != "percentage":
        return False
    between = words.low[last.end : mention.first]
    if between and all(word in (",", "or") for word in between) and last.count is None and last.value is not None:
        return _fits(mention.count or 0, mention.total or 0, last.value)
    if not _in_brackets(words, mention):
        return False
    return mention.first - last.end < _NEAR and last.count is None


def _in_brackets(words: Words, mention: Mention) -> bool:
    return words.at(mention.first - 1) == "(" and words.at(mention.end) == ")"


def _with_number_before(words: Words, mention: Mention, wholes: Sequence[Whole], before: Before) -> None:
    """'34 (35%)' and '11 were … (85%)': the count, and the total in scope or in the sentence before."""
    if mention.value is not None and _with_number_behind(words, mention, wholes):
        return
    if not _in_brackets(words, mention) or mention.value is None:
        return
    beside = number_ending(words, mention.first - 1)
    counts = [beside] if beside is not None else list(_numbers(words, 0, mention.first - 1))[::-1]
    whole = next((one for one in reversed(wholes) if one.at < mention.first), None)
    for start, count in counts:
        if whole is not None and start < whole.end:
            continue
        total = whole.total if whole is not None else _total_within(words, start, count, mention.value)
        total = total if total is not None else _total_before(words, before(), count, mention.value)
        if total is None or count > total or (beside is None and not _fits(count, total, mention.value)):
            continue
        mention.count, mention.total = int(count), total
        if beside is not None:
            mention.first = mention.core = start
            mention.end, mention.follows = mention.end + 1, mention.end + 1
        return


def _with_number_behind(words: Words, mention: Mention, wholes: Sequence[Whole]) -> bool:
    """'Of the 60 records, 70% (42)': the count in brackets that makes the percentage of the total in scope."""
    whole = next((one for one in reversed(wholes) if one.at < mention.first), None)
    number = whole_at(words, mention.end + 1) if words.at(mention.end) == "(" else None
    if whole is None or number is None or words.at(number[0]) != ")" or mention.value is None:
        return False
    if not _fits(number[1], whole.total, mention.value):
        return False
    mention.count, mention.total = number[1], whole.total
    mention.end = mention.follows = number[0] + 1
    return True


def _numbers(words: Words, start: int, end: int) -> Iterator[tuple[int, float]]:
    for at in range(start, end):
        number = whole_at(words, at)
        if number is None or is_year(words, at):
            continue
        pronoun = words.at(number[0]) == "of" and words.at(number[0] + 1) in grammar().counted_before
        if pronoun or main_verb_at(words, number[0]):
            yield at, float(number[1])


def _total_within(words: Words, end: int, count: float, value: float) -> int | None:
    """'An audit of 40 files showed that 26 (65%) …': a number before of which the count makes the percentage."""
    numbers = (found[1] for at in range(end) if (found := whole_at(words, at)) is not None and not is_year(words, at))
    return next((total for total in numbers if total >= count and _fits(count, total, value)), None)


def _total_before(words: Words, before: Words | None, count: float, value: float) -> int | None:
    """A number of the sentence before of which the count makes the printed percentage."""
    if before is None:
        return None
    numbers = [
        found[1] for at in range(len(before)) if (found := whole_at(before, at)) is not None and not is_year(before, at)
    ]
    fitting = [total for total in numbers if total >= count and _fits(count, total, value)]
    if fitting:
        return fitting[-1]
    larger = [total for total in numbers if total >= count]
    refers = words.at(0) == "of" and words.at(1) in grammar().pointing
    return larger[0] if len(larger) == 1 and refers else None


def _fits(count: float, total: int, value: float) -> bool:
    return total > 0 and abs(100 * count / total - value) <= ROUNDING


def _shared(words: Words, wholes: Sequence[Whole]) -> Iterator[Mention]:
    """Bare numbers behind a total that count part of it."""
    for position, whole in enumerate(wholes):
        limit = wholes[position + 1].at if position + 1 < len(wholes) else len(words)
        at = whole.end
        first = True
        while at < limit:
            number = whole_at(words, at)
            if number is None or number[1] > whole.total or is_year(words, at):
                at = number[0] if number is not None else at + 1
                continue
            mention = _part(words, at, number, whole)
            if mention is not None:
                if first and not whole.tally and not mention.settled and whole.phrase is not None:
                    _settle(words, mention, whole.phrase)
                first = False
                yield mention
            at = number[0]


def _part(words: Words, at: int, number: tuple[int, int], whole: Whole) -> Mention | None:
    end, count = number
    if words.at(at - 1) in ("but", "bar", "except", "save") and words.at(at - 2) in ("all", "none"):
        return None  # 'all but one'
    noun = _counted_noun(words, end, whole)
    if noun is None and not _stands_alone(words, at, end, whole):
        return None
    first, relation = relation_before(words, at)
    if first < at and noun is None and not main_verb_at(words, end):
        return None
    mention = Mention(
        form="tally", quantifier="tally", head="tally", rule=RULE + "shared-total", first=first, core=at, end=end,
        follows=end, relation=relation, count=count, total=whole.total,
    )  # fmt: skip
    if noun is not None:
        _settle(words, mention, noun)
    elif whole.phrase is not None:
        mention.category = whole.phrase.category
    elif whole.thing:
        mention.category = populations().other
    return mention


def _settle(words: Words, mention: Mention, phrase: NounPhrase) -> None:
    mention.text, mention.category = words.slice(phrase.start, phrase.end), phrase.category
    mention.population, mention.settled = (phrase.start, phrase.end), True


def _counted_noun(words: Words, end: int, whole: Whole) -> NounPhrase | None:
    """The total's own noun behind the number ('in three partnership areas')."""
    group = group_at(words, end)
    if group is None or group.category is None or group.start != end:
        return None
    if whole.tally and whole.phrase is None:
        return None  # 'two of these eight lived in one area': of what the total counts nothing is known
    known = whole.phrase.category if whole.phrase is not None else None
    if (known is group.category) if known is not None else group.category.all:
        return NounPhrase(group.start, group.end, group.category)
    return None


def _stands_alone(words: Words, at: int, end: int, whole: Whole) -> bool:
    """Whether the number has no noun of its own: a verb, a grade or a boundary follows."""
    before, behind = words.at(_behind_silent(words, at) - 1), words.at(end)
    tally, verb = quantities().tally, behind != "there" and main_verb_at(words, end)
    if before in tally.apart and not verb:
        return False
    starts = before in tally.starts or at == whole.end
    if behind == "(":
        return starts or before in tally.governing
    if _is_graded(words, end) or (behind in ("a", "an") and starts):
        return True
    if noun_at(words, end) is not None and verb_kind(words, end) is None:
        return False
    if verb:
        return starts or not words.is_word(at - 1) or relation_before(words, at)[0] < at
    clause = behind != "or" and behind in (*grammar().clause_conjunctions, *grammar().pronouns, "it", "there")
    boundary = not words.is_word(end) or clause
    if starts and behind in grammar().gapped and whole_at(words, end + 1) is None:
        return True
    return boundary and before in tally.governing


def _is_graded(words: Words, at: int) -> bool:
    """'Ten adequate and eight weak', but not 'one good example'."""
    if words.at(at) == "very":
        at += 1
    if grades().named(words.at(at)) is None:
        return False
    noun = could_be_noun(words, at + 1) and verb_kind(words, at + 1) is None
    return not noun or words.at(at + 1) in (*grammar().adverbs, *grammar().postpositive)


def _behind_silent(words: Words, at: int) -> int:
    """The index without the words before it that change nothing ('just four', 'a further two')."""
    while words.at(at - 1) in (*quantities().silent.words, "further", "remaining", "other"):
        at -= 1
    return at - (words.at(at - 1) in ("a", "the") and words.at(at) in ("further", "remaining", "other"))


def of_those(words: Words, index: int, number: tuple[int, float]) -> Mention | None:
    """'87 had a plan, which was good in 54 of those': the total is the last plain count of the sentence."""
    counted = last_counted(words, number[0])
    if counted is None or not 0 < number[1] < counted.total or not number[1].is_integer():
        return None
    thing = counted.thing and words.at(index + 1) == "which"
    mention = Mention(
        form="tally", quantifier="tally", head="tally", rule=RULE + "of-those", first=number[0], core=number[0],
        end=index, follows=index, count=int(number[1]), total=counted.total,
        category=populations().other if thing else counted.category,
    )  # fmt: skip
    return related(words, mention)


def _counted_in_percentage(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a bare number is the tally of a percentage that follows it."""
    return mention.rule == RULE + "shared-total" and any(
        other.form == "percentage" and other.count == mention.count and other.total == mention.total
        and mention.first < other.first and other.first - mention.end < 2 * _NEAR
        for other in mentions
    )  # fmt: skip


def total_of_tally(words: Words, at: int) -> tuple[int, tuple[int, int]] | None:
    """The total of a tally: where its phrase starts, the index behind it and its value."""
    start = at
    length = phrases(*quantities().tally.determiners).at(words.low, at)
    found = whole_at(words, at + length)
    if found is not None:
        if is_year(words, at + length) and not length:
            return None
        keep = words.at(start) in grammar().kept_determiners
        return (start if keep else at + length, found)
    start = at + 1 if words.at(at) in ("the", "a") else at
    for index in range(start, start + _POSSESSIVE_REACH):
        if words.at(index).endswith(("'s", "s'")):
            found = whole_at(words, index + 1)
            return (start, found) if found is not None else None
        if is_closed(words, index):
            return None
    return None
