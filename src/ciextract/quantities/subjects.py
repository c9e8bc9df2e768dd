"""A quantity without a noun behind it in, out the noun phrase before it that it is a share of, where there is one.

'Of children who answered, 73% …', 'the proportion of staff … was 54%', 'the number of residents fell by 0.6%'. What a
pronoun refers back to is not read here.
"""

from __future__ import annotations

from ciextract.quantities.beside import same_population
from ciextract.quantities.measures import change_verb_before
from ciextract.quantities.model import Mention
from ciextract.quantities.nouns import group_at
from ciextract.quantities.numbers import is_year, number_ending
from ciextract.quantities.phrases import NounPhrase, known_noun_before, noun_phrase, those_restricted
from ciextract.quantities.syntax import grammar, is_plural, noun_at
from ciextract.quantities.words import Words
from ciextract.vocabulary.quantities import quantities

_OBJECT_REACH = 14
"""Words that are looked back over for the verb whose object changed."""
_SUBJECT_REACH = 30
"""Words that are looked back over for the subject of a share or a change."""


def population_before(words: Words, mentions: list[Mention], position: int) -> NounPhrase | None:
    """The frame that the clause opens with, else the subject of the share or of the change."""
    return (
        _framed(words, mentions, position)
        or _share_subject(words, mentions, position)
        or _change_subject(words, mentions[position])
    )


def _framed(words: Words, mentions: list[Mention], position: int) -> NounPhrase | None:
    """'Of children who answered, 73% …', 'Among nurses it was nearly all', 'for teenagers the figure was …'."""
    mention = mentions[position]
    start = mentions[position - 1].end if position else 0
    for at in range(mention.first - 1, max(start, mention.first - 2 * _SUBJECT_REACH) - 1, -1):
        if words.at(at) not in ("of", "among", "amongst", "for") or not _frame_opens(words, at):
            continue
        pronoun = words.at(at + 1) in grammar().bare_pronouns and words.at(at + 2) in (",", *grammar().figure_words)
        if pronoun:
            return None
        phrase = noun_phrase(words, at + 1, "framed")
        those = those_restricted(words, at + 1, "framed")
        phrase = NounPhrase(at + 1, those, None) if those is not None else phrase
        if phrase is None or phrase.end > mention.first or number_ending(words, phrase.end) is not None:
            return None
        behind = words.low[phrase.end : mention.first]
        if words.at(at) in ("of", "among", "amongst") and behind[:1] == [","]:
            return phrase
        if not behind and position and words.at(at) in ("among", "amongst"):
            return phrase  # 'among nurses it was 29% and among teachers 67%'
        if phrase.category is None and not is_plural(words.at(phrase.end - 1)):
            return None  # 'For strategic leadership the figure was 80%'
        return phrase if behind and _figure_only(behind) else None
    return None


def _frame_opens(words: Words, at: int) -> bool:
    before = words.at(at - 1)
    return at == 0 or before in (",", ";", ":", "-", "–", "(", '"', "'", ".") or before in grammar().clause_conjunctions


def _figure_only(behind: list[str]) -> bool:
    """Whether only 'the figure was' or the like stands between."""
    g = grammar()
    stated = [word for word in behind if word in g.auxiliaries or word in g.figure_verbs]
    rest = [word for word in behind if word not in stated and word not in g.adverbs and word not in ("the", ",", "at")]
    return bool(stated) and all(word in g.figure_words or word in quantities().range.joins for word in rest)


def _share_subject(words: Words, mentions: list[Mention], position: int) -> NounPhrase | None:
    """'The proportion of staff who agreed … was 54%': the noun alone, without what restricts it."""
    mention = mentions[position]
    before = [one for one in mentions[:position] if one.measure != "change"]  # 'up by a fifth, from 70% to 84%'
    start = before[-1].end if before else 0
    for at in range(mention.first - 1, max(start, mention.first - 2 * _SUBJECT_REACH), -1):
        if words.at(at) in (";", "."):
            return None
        if _share_of(words, at):
            group = group_at(words, at + 1)
            if group is None or words.at(at + 1) in grammar().bare_pronouns:
                return None
            return NounPhrase(group.start, group.end, group.category)
    if not position:
        for at in range(mention.end, min(len(words), mention.end + _SUBJECT_REACH)):
            if _share_of(words, at):
                group = group_at(words, at + 1)
                return NounPhrase(group.start, group.end, group.category) if group is not None else None
    if position and _range_behind(words, mentions[position - 1], mention):
        return same_population(mentions[position - 1])
    return None


def _share_of(words: Words, at: int) -> bool:
    """Whether the 'of' there belongs to 'proportion', 'share' or 'percentage'."""
    noun = words.at(at - 1)
    return words.at(at) == "of" and noun in grammar().share_nouns and noun not in grammar().counting_nouns


def _range_behind(words: Words, previous: Mention, mention: Mention) -> bool:
    """'rose from 34% to 57%': the second end of a range whose first end has the population before it."""
    between = words.low[previous.end : mention.first]
    if len(between) > 2 and between[0] == "in" and is_year(words, previous.end + 1):
        between = between[2:]  # 'from 38% in 2022 to 47%'
    behind = previous.population is not None and previous.population[0] >= previous.end
    return len(between) == 1 and between[0] in quantities().range.joins and not behind


def _change_subject(words: Words, mention: Mention) -> NounPhrase | None:
    """'The number of residents fell by 0.6%', 'Children on the register rose by 8%'."""
    if mention.measure != "change":
        return None
    end = mention.first - 1 if words.at(mention.first - 1) == "by" else mention.first
    verb = change_verb_before(words, end)
    if verb is None:
        return _change_object(words, end)
    start = _subject_start(words, verb)
    if words.at(start) in ("the", "a"):
        start += 1
    if words.at(start) in ("that", "those") and words.at(start + 1) == "of":
        group = group_at(words, start + 2)
        return NounPhrase(group.start, group.end, group.category) if group is not None else None
    if words.at(start) in grammar().counting_nouns and words.at(start + 1) == "of":
        start += 2
    phrase = noun_phrase(words, start, "subject")
    if phrase is None or phrase.end >= mention.first or (phrase.category is None):
        return None
    return phrase


def _change_object(words: Words, end: int) -> NounPhrase | None:
    """'To reduce the number of children in care by 20%': what stands between the verb and the amount."""
    for at in range(end - 1, max(0, end - _OBJECT_REACH), -1):
        if not words.is_word(at - 1):
            return None
        if change_verb_before(words, at) == at - 1:
            at += words.at(at) in ("the", "a")
            at += 2 * (words.at(at) in grammar().counting_nouns and words.at(at + 1) == "of")
            phrase = noun_phrase(words, at, "framed")
            return phrase if phrase is not None and phrase.category is not None and phrase.end == end else None
    return None


def _subject_start(words: Words, verb: int) -> int:
    """The first word of the clause that the verb stands in."""
    for at in range(verb - 1, max(0, verb - _SUBJECT_REACH), -1):
        if not words.is_word(at - 1) and words.at(at - 1) not in ("'", '"', "-", "/"):
            return at
        if words.at(at - 1) in grammar().joining_clauses and not _joins_nouns(words, at):
            return at
    return max(0, verb - _SUBJECT_REACH)


def _joins_nouns(words: Words, at: int) -> bool:
    """Whether the 'and' before the index only joins two nouns."""
    return words.at(at - 1) == "and" and noun_at(words, at) is not None and known_noun_before(words, at - 1) is not None
