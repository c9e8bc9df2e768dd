"""The words of a stretch in, its quantities out, with what was declined. Populations and grades are not read here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ciextract.quantities.model import Mention, Rejected
from ciextract.quantities.nouns import group_at
from ciextract.quantities.numbers import is_year, number_ending, whole_at
from ciextract.quantities.percents import in_link, printed_percent
from ciextract.quantities.relations import related
from ciextract.quantities.syntax import (
    could_be_noun,
    grammar,
    is_closed,
    is_plural,
    main_verb_at,
    noun_at,
    noun_follows,
    phrases,
    starts_clause,
    verb_kind,
)
from ciextract.quantities.tallies import of_those, total_of_tally
from ciextract.quantities.traps import next_in_row, trap_of
from ciextract.quantities.words import Words
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.quantities import QuantityWord, quantities

Read = Mention | Rejected | None
RULE = "quantities/grammar#"
_GREATEST_RATIO = 1000
"""Of how many 'nine out of ten' may be, at the most."""
_BEHIND_LABEL = frozenset(":-–—")
_LONGEST_LABEL = 6
"""Words of a label, at the most, that an answer stands behind ('Background papers: none')."""
_MOST_DESCRIBING = 2
"""Words between a number and the noun that it counts, at the most."""


def mentions_in(words: Words) -> Iterator[Mention | Rejected]:
    """Quantities and declined ones in reading order; of two that overlap the one that starts first stays."""
    last: Mention | None = None
    declined: Rejected | None = None
    readers = _readers()
    for index in [index for index, word in enumerate(words.low) if word in readers]:
        found = readers[words.low[index]](words, index)
        if isinstance(found, Mention):
            found = trap_of(words, found) or next_in_row(words, found) or found
        if isinstance(found, Mention):
            if last is not None and found.first < last.end and found.first >= last.first:
                continue
            if last is not None and found.first >= last.end:
                yield last
            last = found
        elif isinstance(found, Rejected):
            if found != declined:
                yield found
            declined = found
    if last is not None:
        yield last


_READERS: dict[str, Callable[[Words, int], Read]] = {}


def _readers() -> dict[str, Callable[[Words, int], Read]]:
    """What is tried at a word, by the word."""
    if not _READERS:
        q = quantities()
        percents = {phrase.split()[0]: _percentage for phrase in (*q.percentage.signs, *q.percentage.words)}
        _READERS.update({"in": _ratio, "out": _ratio, "of": _of})
        _READERS.update(percents)
        _READERS.update(dict.fromkeys(q.units, _fraction))
        _READERS.update(dict.fromkeys(q.heads, _word))
    return _READERS


def _word(words: Words, index: int) -> Read:
    for entry in quantities().heads[words.low[index]]:
        core = _word_start(words, index, entry)
        if core is not None:
            return _checked_word(words, _word_mention(words, entry, core, index + 1))
    return None


def _word_start(words: Words, index: int, entry: QuantityWord) -> int | None:
    """Where the phrase of an entry starts, None where the entry is not the one that stands here."""
    core = index
    if entry.before:
        length = phrases(*entry.before).ending(words.low, index)
        if not length:
            return None
        core -= length
    if words.at(core - 1) in entry.adjectives:
        core -= 1
        while words.at(core - 1) in ("but", "and", "yet", ",") and words.at(core - 2) in entry.adjectives:
            core -= 2
    elif not entry.bare:
        return None
    if words.at(core - 1) in entry.degrees:
        core -= 1
    return core - phrases(*entry.articles).ending(words.low, core)


def _word_mention(words: Words, entry: QuantityWord, core: int, end: int) -> Mention:
    mention = Mention(
        form="word", quantifier=entry.quantifier, head=entry.id, rule=f"vocabulary/quantities#{entry.id}",
        first=core, core=core, end=end, follows=end,
    )  # fmt: skip
    if entry.quantifier == "half":
        mention.form, mention.numerator, mention.denominator = "fraction", 1, 2
        return related(words, mention)
    return mention


def _checked_word(words: Words, mention: Mention) -> Read:
    if mention.head in ("majority", "minority"):
        return _checked_group_noun(words, mention)
    if mention.head == "not-all" and _of_degree(words, mention):
        return _adverb(mention)
    if mention.head == "none" and _is_answer(words, mention):
        return _rejected(mention, "answer", "an answer, no share")
    if mention.head == "half" and words.at(mention.core) == "a" and words.at(mention.core - 1) == "and":
        return mention if _joined(words, mention) else _rejected(mention, "mixed-number", "the half of a mixed number")
    if mention.head in ("most", "all", "half") and not _takes_noun(words, _behind_aside(words, mention.follows)):
        return _checked_pronoun(words, mention)
    return mention


def _behind_aside(words: Words, at: int) -> int:
    """The index behind ', if not all,' and ', but not every,'."""
    aside = words.at(at) == "," and words.at(at + 1) in ("if", "but", "though") and words.at(at + 2) == "not"
    aside = aside and words.at(at + 3) in ("all", "every", "quite")
    return at + 4 + (words.at(at + 4) == ",") if aside else at


def _of_degree(words: Words, mention: Mention) -> bool:
    """'It was not all bad'."""
    predicate = words.at(mention.first - 1) in grammar().auxiliaries
    return predicate and words.at(mention.end) != "of" and not noun_follows(words, mention.end)


def _joined(words: Words, mention: Mention) -> bool:
    """Whether 'and a half' ends a range or has a population of its own."""
    unit = words.at(mention.core - 2)
    return words.at(mention.follows) == "of" or unit in quantities().units or unit in ("half", "%", "cent")


def _checked_group_noun(words: Words, mention: Mention) -> Read:
    """'Majority' and 'minority' with an article, or before 'of'."""
    article = words.at(mention.core) in ("the", "a", "an")
    described = words.at(mention.end - 2) in (*grammar().determiners, *quantities().heads["majority"][0].adjectives)
    if words.at(mention.follows) == "of" or article or described:
        return mention
    return _rejected(mention, "compound-majority", "majority or minority as part of another term")


def _is_answer(words: Words, mention: Mention) -> bool:
    """'None' or 'None needed' as all that stands in a cell or line, or behind its label; 'There are none.'"""
    if words.at(mention.first - 1) in grammar().auxiliaries and words.at(mention.first - 2) == "there":
        return not words.is_word(mention.end) or verb_kind(words, mention.end) in ("ing", "either", "participle")
    labelled = words.at(mention.first - 1) in _BEHIND_LABEL and mention.first <= _LONGEST_LABEL + 1
    numbered = mention.first == 1 and words.at(0)[:1].isdecimal()  # '5.1 None.'
    if mention.first and not labelled and not numbered:
        return False
    stop = words.at(len(words) - 1) in (".", "!")
    behind = len(words) - stop - mention.end
    if labelled:
        return not behind or (behind == 1 and verb_kind(words, mention.end) != "finite")
    return not behind or (behind <= 2 and not stop)


def _takes_noun(words: Words, index: int) -> bool:
    """Whether a noun phrase or 'of' follows."""
    word = words.at(index)
    if word == "of":
        return True
    if word in grammar().determiners or word[:1].isdecimal() or whole_at(words, index) is not None:
        return True
    if not could_be_noun(words, index):
        return False
    kind = verb_kind(words, index)
    if kind in ("either", "participle", "ing", "base"):
        return noun_follows(words, index + 1)
    return True


def _checked_pronoun(words: Words, mention: Mention) -> Read:
    """'Most', 'all' and 'half' without a noun: at the head of a clause, or with a relation of their own."""
    first = mention.first
    while words.at(first - 1) in quantities().silent.words:
        first -= 1
    if mention.head == "all":
        alone = main_verb_at(words, mention.follows) and words.at(first - 1) not in grammar().prepositions
        return mention if alone and starts_clause(words, first) else _adverb(mention)
    if mention.first < mention.core or mention.end > mention.core + 1 or starts_clause(words, first):
        pronoun = words.at(first - 1) == "for" and not words.is_word(mention.follows)  # 'stable for most.'
        if words.at(first - 1) in ("at", "for", "after", "above", "as") and mention.head != "half" and not pronoun:
            return _rejected(mention, "adverb", "an adverb, no share")
        return mention
    if mention.head == "half" and words.at(mention.end) == "(" and whole_at(words, mention.end + 1) is not None:
        return mention  # 'attended half (14 of 28)'
    if mention.head == "half" and (_grade_word(words, mention.end) or words.at(first - 1) in ("be", "was", "were")):
        return mention if is_closed(words, mention.end) or _grade_word(words, mention.end) else _adverb(mention)
    return mention if mention.head == "half" and words.at(first - 1) in grammar().finite else _adverb(mention)


def _adverb(mention: Mention) -> Rejected:
    return _rejected(mention, "adverb", "an adverb, no share")


def _rejected(mention: Mention, rule: str, why: str) -> Rejected:
    return Rejected(mention.first, mention.end, RULE + rule, why)


def _grade_word(words: Words, index: int) -> bool:
    return grades().named(words.at(index)) is not None or words.at(index) in ("very", "'", '"')


def _fraction(words: Words, index: int) -> Read:
    """'Two thirds', 'a further quarter', 'a tenth'."""
    unit, plural = words.low[index], words.low[index].endswith("s")
    denominator = quantities().units[unit]
    number = number_ending(words, index)
    core = index - phrases(*quantities().fraction.articles).ending(words.low, index)
    if number is not None and 0 < number[1] < denominator and (number[1] > 1) is plural and number[1].is_integer():
        core, numerator = number[0], int(number[1])
        if words.at(core - 1) in ("remaining", "other", "further") and plural:
            core -= 1
    elif core < index and not plural:
        numerator = 1
    else:
        return Rejected(index, index + 1, RULE + "ordinal", "an ordinal or a part of the year")
    mention = Mention(
        form="fraction", quantifier="fraction", head="fraction", rule=RULE + "fraction", first=core, core=core,
        end=index + 1, follows=index + 1, numerator=numerator, denominator=denominator,
    )  # fmt: skip
    related(words, mention)
    if not _share_follows(words, mention):
        return _rejected(mention, "ordinal-noun", "an ordinal before its noun")
    return mention


def _share_follows(words: Words, mention: Mention) -> bool:
    """Whether what follows a fraction lets it be one: 'of', a verb, punctuation, no noun."""
    at = mention.follows
    word = words.at(at)
    if word == "," and words.at(mention.core) in ("a", "an") and mention.core == mention.first == 0:
        return words.low[at - 1] in ("quarter", "half")
    if is_closed(words, at) or _grade_word(words, at) or mention.end > at or word == "of":
        return True
    kind = verb_kind(words, at)
    if kind in ("either", "participle"):
        return not noun_follows(words, at + 1) or is_closed(words, at + 1)
    if kind == "base":
        return verb_kind(words, at + 1) != "finite"
    return kind is not None or word.endswith("ly") or (words.low[at - 1].endswith("s") and is_plural(word))


def _ratio(words: Words, index: int) -> Read:
    """'One in four', 'four in every five', '9 out of 10', 'one child in ten'."""
    out = words.low[index] == "out"
    if out and words.at(index + 1) != "of":
        return None
    start = index
    number = number_ending(words, start)
    if number is None:
        every = words.at(index + 1) in quantities().fraction.every
        start = _before_noun(words, index, plural=out or _ends_ratio(words, index + 1 + every))
        if out and start == index and number_ending(words, index - 1) and could_be_noun(words, index - 1):
            start -= 1  # 'one office out of two'
        number = number_ending(words, start) if start < index else None
    if number is None or not number[1].is_integer() or number[1] < 1:
        return None
    at = index + 2 if out else index + 1
    if words.at(at) in quantities().fraction.every:
        at += 1
    total = whole_at(words, at)
    if total is None or not number[1] < total[1] <= _GREATEST_RATIO or is_year(words, at):
        return _tally(words, index + 1) if out else None
    if out and total[1] not in quantities().round.totals:
        return _tally(words, index + 1)
    mention = Mention(
        form="fraction", quantifier="fraction", head="ratio", rule=RULE + "ratio", first=number[0], core=number[0],
        end=total[0], follows=total[0], numerator=int(number[1]), denominator=total[1],
    )  # fmt: skip
    if start < index:
        _of_noun_between(words, mention, start, index)
    return related(words, mention)


def _of(words: Words, index: int) -> Read:
    """'One of every five' is a ratio; without 'every' it is a tally."""
    every = words.at(index + 1) in quantities().fraction.every
    return _ratio(words, index) if every else _tally(words, index)


def _ends_ratio(words: Words, at: int) -> bool:
    """'Four cases in five were late', not 'four schools in five days'."""
    total = whole_at(words, at)
    if total is None or total[1] not in quantities().round.totals or words.at(total[0]) in ("of", "or", "to", "-"):
        return False
    return not words.is_word(total[0]) or main_verb_at(words, total[0])


def _before_noun(words: Words, index: int, *, plural: bool) -> int:
    """The first word of a known noun that ends before the index, else the index; 'out of' takes plurals."""
    for start in (index - 1, index - 2):
        known = noun_at(words, start) if start >= 0 else None
        if known is not None and known[0] == index and (plural or not is_plural(words.at(index - 1))):
            return _described(words, start)
    return index


def _described(words: Words, noun: int) -> int:
    """Where the words that describe the noun start, if a number stands before them ('one case conference out of …')."""
    at = noun
    while at > noun - _MOST_DESCRIBING and number_ending(words, at) is None:
        if not could_be_noun(words, at - 1) or verb_kind(words, at - 1) is not None:
            return noun
        at -= 1
    return at if number_ending(words, at) is not None else noun


def _percentage(words: Words, index: int) -> Read:
    """'54%', 'ninety per cent', '40 percent'."""
    q = quantities().percentage
    length = 1 if words.low[index] in q.signs else phrases(*q.words).at(words.low, index)
    number = number_ending(words, index)
    if length and number is None and words.text[words.ends[index] : words.ends[index] + 1].isalnum():
        return Rejected(index, index + 1, RULE + "link", "part of a link")
    if not length or number is None:
        return None
    start, end = number[0], index + length
    mention = Mention(
        form="percentage", quantifier="percentage", head="percentage", rule=RULE + "percentage",
        first=start, core=start, end=end, follows=end, value=number[1],
    )  # fmt: skip
    if in_link(words, start, end):
        return _rejected(mention, "link", "part of a link")
    if words.at(end) in q.units:
        return _rejected(mention, "percentage-points", "a difference in percentage points")
    return related(words, mention)


def _tally(words: Words, index: int) -> Read:
    """'11 of the 13', '52 (28%) of 186', 'two of the panel's five'; ``index`` is at 'of'."""
    if words.at(index) != "of":
        return None
    before = index - 1 if words.at(index - 1) == "out" else index
    if before < index:
        before = _before_noun(words, before, plural=True)  # '24 cases out of 36'
    printed = printed_percent(words, before)
    number = number_ending(words, printed[0] if printed else before)
    pronoun = words.at(index + 1) in grammar().counted_before and whole_at(words, index + 2) is None
    if number is not None and pronoun and printed is None:
        return of_those(words, index, number)
    total = total_of_tally(words, index + 1)
    if number is None or total is None or not number[1].is_integer():
        return None
    total_at, (end, value) = total
    if not 0 < number[1] <= value or words.at(end) in ("%", "per", "percent", *grammar().age_nouns):
        return None
    mention = Mention(
        form="tally", quantifier="tally", head="tally", rule=RULE + "tally", first=number[0], core=number[0], end=end,
        follows=end, count=int(number[1]), total=value, total_at=total_at,
    )  # fmt: skip
    if printed is not None:
        mention.form = mention.quantifier = "percentage"
        mention.value = printed[1]
    elif before < index - 1:
        _of_noun_between(words, mention, before, index - 1)
    return related(words, mention)


def _of_noun_between(words: Words, mention: Mention, start: int, end: int) -> None:
    """'24 cases out of 36' are taken of cases."""
    group = group_at(words, start)
    mention.text, mention.category = words.slice(start, end), group.category if group is not None else None
    mention.population, mention.settled = (start, end), True
