"""Quantities of a sentence in, what each is a share of out: the noun phrase as printed and its category.

A phrase that stands for nothing printed has no text; its category is that of what it refers back to.
"""

from __future__ import annotations

from ciextract.quantities.antecedents import referred_category
from ciextract.quantities.beside import bracketed, said_again
from ciextract.quantities.clauses import GOVERNED, Place
from ciextract.quantities.model import Mention
from ciextract.quantities.nouns import group_at
from ciextract.quantities.numbers import whole_at
from ciextract.quantities.phrases import NounPhrase, noun_phrase, those_restricted
from ciextract.quantities.subjects import population_before
from ciextract.quantities.syntax import (
    could_be_noun,
    grammar,
    is_plural,
    main_verb_at,
    noun_at,
    starts_clause,
    verb_kind,
)
from ciextract.quantities.words import Words
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.populations import Category, populations
from ciextract.vocabulary.quantities import quantities

_LONGEST_BRACKET = 9
"""Words in brackets between a quantity and its noun, and the brackets, at the most."""


def assign_populations(words: Words, mentions: list[Mention]) -> None:
    """Give every mention its population; the category of one without text may stay unknown here."""
    for position, mention in enumerate(mentions):
        if not mention.settled:
            _settle(words, mentions, position)
    for position in range(len(mentions) - 2, -1, -1):
        _share_with_next(words, mentions[position], mentions[position + 1])
    for position, mention in enumerate(mentions):
        if mention.text is not None and mention.category is None and not _pronominal(words, mention):
            mention.category = populations().other
        if mention.text is None and not mention.settled:
            _settle_backward(words, mentions, position)
        if mention.category is None:
            mention.category = referred_category(words, mentions, position)


def _pronominal(words: Words, mention: Mention) -> bool:
    """Whether the population is named by a pronoun alone ('those who answered', 'the younger ones')."""
    start, end = mention.population or (0, 0)
    if whole_at(words, end - 1) is not None and words.at(end - 2) in ("other", "remaining"):
        return True  # 'none of the other four'
    if words.at(end - 1).endswith("'s"):
        return True  # 'three fifths of Moray's were good'
    return words.at(start) == "those" or words.at(end - 1) in ("ones", "remainder", "rest", "others", "sample", "whole")


def _settle(words: Words, mentions: list[Mention], position: int) -> None:
    """Read the population behind the quantity."""
    mention = mentions[position]
    if mention.total_at is not None:
        place, head = _place(words, mention), _clause_head(words, mention)
        phrase = noun_phrase(words, mention.total_at, place, head)
        if phrase is None and (behind := _behind_figure(words, mention)) is not None:
            phrase = noun_phrase(words, behind, place, head)  # 'nine of the 16 (56%) children'
            if phrase is not None and place in GOVERNED and main_verb_at(words, phrase.end):
                phrase = None  # 'in nine of the 16 (56%) parents were asked'
        if phrase is not None and _is_graded_alone(words, phrase):
            phrase = None
        if phrase is not None:
            _take(words, mention, phrase)
        mention.settled = words.at(mention.first - 1) != "(" or phrase is not None
        return
    at = _behind_brackets(words, mention)
    if mention.form == "percentage" and words.at(at) in ("most", "least"):
        mention.settled, mention.category = True, populations().by_clue.get(words.at(at + 1))
        return
    if mention.form == "word" and (number := whole_at(words, at)) is not None and words.at(number[0]) == "of":
        at = number[0]
    if words.at(at) in quantities().change.comparing and words.at(at - 1) != "of":
        at += 1
    if words.at(at) == "of":
        _settle_of(words, mention, at + 1, _place_of(words, mentions, position))
    elif _may_have_noun(words, mention, at):
        head = _clause_head(words, mention) or at > mention.end
        phrase = noun_phrase(words, at, _place_of(words, mentions, position), head)
        if phrase is not None and _is_population(words, mention, phrase, at):
            _take(words, mention, phrase)


def _take(words: Words, mention: Mention, phrase: NounPhrase) -> None:
    end = phrase.end - _has_next_subject(words, phrase)
    end -= words.at(end - 1) in grammar().conjunctions
    mention.text = words.slice(phrase.start, end)
    mention.category, mention.population, mention.settled = phrase.category, (phrase.start, end), True


def _has_next_subject(words: Words, phrase: NounPhrase) -> bool:
    """'In records where a plan was needed one was held': 'one' is the subject of the clause behind."""
    last = phrase.end - 1
    if words.at(last) != "one" or words.at(phrase.end) not in grammar().auxiliaries:
        return False
    relative = any(words.at(at) in grammar().relatives for at in range(phrase.start, last))
    return relative and words.at(last - 1) not in (*grammar().determiners, *grammar().prepositions)


def _place(words: Words, mention: Mention) -> Place:
    before = words.at(_before(words, mention))
    if before == "with":
        return "absolute"
    return "governed" if before in grammar().prepositions and before not in ("than", "as") else "subject"


def _place_of(words: Words, mentions: list[Mention], position: int) -> Place:
    """The place of a mention; 'to' that joins the ends of a range governs nothing."""
    joined = position > 0 and mentions[position - 1].end == mentions[position].first - 1
    return "subject" if joined else _place(words, mentions[position])


def _before(words: Words, mention: Mention) -> int:
    """The word before the quantity, words that change nothing and articles passed over."""
    at = mention.first - 1
    while words.at(at) in quantities().silent.words:
        at -= 1
    return at


def _clause_head(words: Words, mention: Mention) -> bool:
    """Whether the quantity stands behind a preposition at the head of a clause."""
    return starts_clause(words, _before(words, mention)) and _place(words, mention) in GOVERNED


def _behind_brackets(words: Words, mention: Mention) -> int:
    """The index behind a figure in brackets that parts the quantity from its population."""
    at = _behind_aside(words, mention)
    if words.at(at) != "(":
        return at
    for end in range(at + 1, at + _LONGEST_BRACKET):
        if words.at(end) == ")":
            determined = mention.form != "word" or words.at(end + 1) in grammar().determiners
            known = group_at(words, end + 1) if not determined else None
            owned = words.at(end + 1) == "of" or (known is not None and known.category is not None)
            return end + 1 if owned else at
    return at


def _behind_figure(words: Words, mention: Mention) -> int | None:
    """The index of the known noun behind a figure in brackets that stands between a total and its noun."""
    closed = words.at(mention.end - 1) == ")"
    at = mention.end if closed else _behind_brackets(words, mention)
    known = group_at(words, at) if closed or at > mention.follows else None
    return at if known is not None and known.category is not None else None


def _behind_aside(words: Words, mention: Mention) -> int:
    """The index behind 'if any', or behind the comma of 'most, but not all, cases'."""
    at = mention.follows
    aside = at + (words.at(at) == ",")
    if words.at(aside) in grammar().conceding and words.low[aside + 1 : aside + 3] == ["not", "every"]:
        return aside + 3 + (words.at(aside + 3) == ",")
    if words.low[aside : aside + 2] == ["if", "any"]:
        at = aside + 2
        return at + (words.at(at) == ",")
    if words.at(mention.first - 1) == "," and words.low[at : at + 2] == [",", "of"]:
        return at + 1
    opened = words.at(mention.first - 1) in grammar().conceding and words.at(mention.first - 2) == ","
    goes_on = mention.form == "word" or words.at(at + 1) == "of"
    return at + 1 if opened and words.at(at) == "," and goes_on else at


def _settle_of(words: Words, mention: Mention, at: int, place: Place) -> None:
    word, g = words.at(at), grammar()
    if word in g.bare_pronouns:
        noun_may_follow = word in g.kept_determiners and words.at(at + 1) not in g.ages
        group = group_at(words, at) if noun_may_follow else None
        if group is None or group.end <= at + 1:
            _settle_pronoun(words, mention, at)
            return
    phrase = noun_phrase(words, at, place, _clause_head(words, mention))
    mention.settled = True
    if phrase is not None and not _is_graded_alone(words, phrase):
        _take(words, mention, phrase)


def _is_graded_alone(words: Words, phrase: NounPhrase) -> bool:
    """'Half of these good or better', 'five of the 60 weak': a grade stands where the noun would."""
    return grades().named(words.at(phrase.end - 1)) is not None


def _settle_pronoun(words: Words, mention: Mention, at: int) -> None:
    """'Those who answered' and 'those affected by it' are populations, 'these' or 'those' alone none."""
    mention.settled = True
    end = those_restricted(words, at, _place(words, mention))
    if end is not None:
        mention.text, mention.population = words.slice(at, end), (at, end)
        mention.category = _surveyed(words, at, end)


def _surveyed(words: Words, start: int, end: int) -> Category | None:
    """'Those who completed the staff survey' are staff, 'those who answered our survey' are yet unknown."""
    for at in range(start, end):
        noun = words.at(at - 1).removesuffix("'s").removesuffix("'")
        if words.at(at) in populations().compounds.surveys and noun in populations().by_noun:
            return populations().by_noun[noun]
    return None


def _may_have_noun(words: Words, mention: Mention, at: int) -> bool:
    """Whether a noun may follow the quantity without 'of'."""
    if mention.head in ("majority", "minority", "small-number"):
        return False
    if mention.head == "fraction":
        return words.at(at) in grammar().determiners
    return could_be_noun(words, at) or words.at(at) in grammar().determiners or words.at(at)[:1].isdecimal()


def _is_population(words: Words, mention: Mention, phrase: NounPhrase, at: int) -> bool:
    """Whether the words are a noun phrase and not the verb and its object."""
    if grades().named(words.at(at)) is not None or words.at(at) == "very":
        return False
    if words.at(at) == "that" and is_plural(words.at(phrase.end - 1)):
        return False  # 'four in ten that leaders were seen'
    if words.at(phrase.end) in grammar().ago or words.at(phrase.end - 1) in grammar().ago:
        return False  # 'compared with half two years ago'
    if mention.head == "percentage" and words.at(at) in grammar().determiners:
        return False
    kind = verb_kind(words, at)
    governed = _place(words, mention) in GOVERNED
    if mention.head == "ratio" and words.at(at).endswith("s") and words.at(at)[:-1] in grammar().base:
        kind = "base"  # 'one in three waits'
    if kind in ("either", "participle", "ing", "base") and not governed and noun_at(words, at) is None:
        return main_verb_at(words, phrase.end)
    if phrase.category is not None or is_plural(words.at(phrase.end - 1)):
        return True
    if mention.form == "word" or mention.head == "half":
        return True
    return mention.head == "ratio" and main_verb_at(words, phrase.end)


def _share_with_next(words: Words, mention: Mention, following: Mention) -> None:
    """'Between a third and a half of the files': both ends are taken of the files."""
    if mention.settled or following.population is None or following.population[0] < following.end:
        return
    between = words.low[mention.follows : following.first]
    if words.at(mention.follows) == "," and verb_kind(words, mention.first - 1) in ("finite", "either"):
        return  # 'attendance reached 94%, and 93% of leavers …': a clause of its own
    joins = (*quantities().range.joins, *grammar().conceding, ",")
    if len(between) <= 2 and between and all(word in joins or word in quantities().silent.words for word in between):
        mention.text, mention.category = following.text, following.category
        mention.population, mention.settled = following.population, True


def _settle_backward(words: Words, mentions: list[Mention], position: int) -> None:
    mention = mentions[position]
    phrase = (
        bracketed(words, mentions, position)
        or said_again(words, mention)
        or population_before(words, mentions, position)
    )
    if phrase is not None:
        _take(words, mention, phrase)
        if not _pronominal(words, mention):
            mention.category = mention.category or populations().other
