"""A quantity without a noun of its own in, the category of what it refers back to out. Other sentences are not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ciextract.quantities.model import Mention
from ciextract.quantities.nouns import group_at
from ciextract.quantities.numbers import number_at, whole_at
from ciextract.quantities.syntax import could_be_noun, grammar, is_plural, main_verb_at, noun_at, verb_kind
from ciextract.quantities.words import Words
from ciextract.vocabulary.populations import Category, populations
from ciextract.vocabulary.quantities import Phrases, quantities

_NEAREST = 12
"""Quantities that are looked back over."""
_ASIDE = 8
"""Words between commas or brackets that are passed over on the way to a verb, at the most."""
_REACH = 60
"""Words that are looked back over."""
_PLACE_WORDS = 4
"""Words behind 'in' whose noun says only where."""
_ENDING = frozenset({",", ";", ":", ".", "(", "-", "–"})
"""Marks at which a clause with 'that' and the like ends."""
_WHOLES = frozenset({"partnerships", "records", "other"})
"""Categories whose nouns may name one thing that is not divided."""
_PEOPLE = frozenset({"children", "parents_carers", "staff", "leaders", "general_population"})


def is_of_people(words: Words, mention: Mention) -> bool:
    """Whether only people can be meant: 'most said', 'a third of those who', 'the majority, 26 of 30, felt'."""
    at = mention.follows
    if mention.population is not None:
        start = mention.population[0]
        return words.at(start) == "those" and words.at(start + 1) in ("who", "whom", "whose")
    if words.at(mention.first - 1) == "(" and words.at(mention.first - 2) in grammar().speaking:
        return True  # 'more agreed (46%) than disagreed (38%)'
    if mention.total is not None and _counts_people(words, mention.total):
        return True
    if words.at(at) == "of" and words.at(at + 1) in ("those", "them"):
        if words.at(at + 2) in grammar().answering:
            return True
        at += 2
    if words.at(at) in (",", "("):
        closing = next((end for end in range(at + 1, at + _ASIDE) if words.at(end) in (",", ")")), at)
        at = closing + 1
    while words.at(at) in grammar().before_speaking:
        at += 1
    return words.at(at) in grammar().speaking


def _counts_people(words: Words, total: int) -> bool:
    """'Of the 22 who left': the total has no noun, but only people are 'who'."""
    numbers = (whole_at(words, at) for at in range(len(words)))
    ends = (number[0] for number in numbers if number is not None and number[1] == total)
    return any(words.at(end) in ("who", "whom") for end in ends)


def is_of_judged(words: Words, mention: Mention) -> bool:
    """'Just over half were good or better': nobody is judged so, but what was read."""
    at = mention.follows
    if words.at(at) == "of" and words.at(at + 1) in grammar().pointing:
        at += 2
    holds = words.at(at) in ("has", "have", "had") and words.at(at + 1) != "been"
    judged = words.at(at) in grammar().auxiliaries or words.at(at) == "as"  # 'we evaluated half of these as weak'
    return mention.grade is not None and mention.text is None and judged and not holds


def judged_category(words: Words, end: int) -> Category | None:
    """The last noun before the index that names what inspectors read."""
    for at in range(end - 1, max(-1, end - _REACH), -1):
        known = noun_at(words, at)
        if known is not None and known[0] <= end and known[1].category == "records":
            return known[1]
    return None


def is_people(category: Category | None) -> bool:
    """Whether a category is one of people."""
    return category is not None and category.category in _PEOPLE


def referred_category(words: Words, mentions: Sequence[Mention], position: int) -> Category | None:
    """The category of the earlier quantity, or of the noun before, that the mention refers back to."""
    mention = mentions[position]
    near = mentions[max(0, position - _NEAREST) : position]
    before = [one for one in near if one.quantifier != "all" or (one.category and one.category.all)]
    if is_of_people(words, mention):
        return _people_before(words, before, mention)
    earlier = [one for one in before if one.category is not None]
    pronoun = words.at(mention.follows + 1) if words.at(mention.follows) == "of" else ""
    if pronoun in grammar().governed_relatives:
        noun = _noun_behind(words, earlier[-1].end if earlier else 0, mention)
        if noun is not None:
            return noun
    if earlier:
        return _salient(words, earlier, mention)
    if before:
        return None
    return _plural_behind(words, mention) if pronoun in grammar().pointing else _noun_before(words, mention)


def _people_before(words: Words, before: Sequence[Mention], mention: Mention) -> Category | None:
    """The people of an earlier quantity; where there is no quantity, those of the noun before."""
    people = [one for one in before if is_people(one.category)]
    if before:
        return _salient(words, people, mention) if people else None
    noun = noun_category(words, mention.first)
    return noun if is_people(noun) else _owner(words, mention.first)


def _noun_before(words: Words, mention: Mention) -> Category | None:
    """The category of the noun before the first quantity of a sentence."""
    if words.at(mention.first - 1) in quantities().range.openers:
        return noun_category(words, mention.first, nearest=False)
    noun = _distributed(words, mention.first) or _said_to_be_there(words, mention.first)
    noun = noun or noun_category(words, mention.first)
    inside = words.at(mention.first - 1) == "in" and not words.is_word(mention.follows)
    # 'The views of the child were recorded in half', 'discussions were held, and staff took part in half'
    if inside and noun is None:
        return _place_category(words, mention.first - 1)
    return judged_category(words, mention.first) if inside and is_people(noun) else noun


def _distributed(words: Words, end: int) -> Category | None:
    """'Every child had a plan, and most had a worker': who was spoken of one by one is spoken of still."""
    if words.at(end - 1) == "in":
        return None
    for at in range(end - 2, max(-1, end - _REACH), -1):
        opens = words.at(at) in quantities().fraction.every and _clause_begins(words, at)
        group = group_at(words, at + 1) if opens else None
        if group is not None and group.category is not None:
            return group.category
    return None


def _clause_begins(words: Words, at: int) -> bool:
    """Whether the subject of a clause that speaks of each can start there."""
    before = words.at(at - 1)
    return before in ("", ",", ";") or before in grammar().joining_clauses or before in grammar().before_each


def _said_to_be_there(words: Words, end: int) -> Category | None:
    """'Where there were concerns, almost all had been shared': of what is not known it is of another category."""
    if words.at(end - 1) != ",":
        return None
    for at in range(end - 2, max(-1, end - _REACH), -1):
        framed = words.at(at) == "there" and words.at(at - 1) in grammar().framing
        if framed and words.at(at + 1) in grammar().auxiliaries:
            group = group_at(words, at + 2)
            return (group.category or populations().other) if group is not None else None
    return None


def _place_category(words: Words, end: int) -> Category | None:
    """'In four areas the work was better than in most': the last noun that says where before it is said again."""
    for place in range(end - 1, max(-1, end - _REACH), -1):
        if _says_where(words, place):
            known = (noun_at(words, at) for at in range(place + 1, min(place + _PLACE_WORDS, end)))
            found = next((one for one in known if one is not None and one[0] <= end), None)
            if found is not None:
                return found[1]
    return None


def _says_where(words: Words, at: int) -> bool:
    """Whether 'in' or the like stands there, with no clause behind it ('in which')."""
    return words.at(at) in grammar().placing and words.at(at + 1) not in grammar().relatives


def has_own_subject(words: Words, mention: Mention) -> bool:
    """'Breastfeeding rates rose to 42%': the share is one of what stands there, of which nothing is known."""
    g = grammar()
    if main_verb_at(words, mention.follows):
        return False  # 'pay rates were better, and 42% were content'
    for at in range(1, min(mention.first, _REACH)):
        thing = words.at(at - 1)
        if words.at(at) not in g.rate_nouns or thing in g.rate_describing or thing in g.determiners:
            continue
        owner = thing.endswith(("'s", "s'"))
        if could_be_noun(words, at - 1) and not owner and verb_kind(words, at - 1) in (None, "ing"):
            return main_verb_at(words, at + 1)
    return False


def _owner(words: Words, end: int) -> Category | None:
    """'Parents' views were mixed; 46% agreed': whose they are."""
    owners = (word.rstrip("'").removesuffix("'s") for word in words.low[:end] if word.endswith(("s'", "'s")))
    known = (populations().by_noun.get(owner) for owner in owners)
    return next((one for one in known if is_people(one)), None)


def _salient(words: Words, earlier: Sequence[Mention], mention: Mention) -> Category | None:
    """The last quantity that does not only say where, unless the mention says where itself."""
    if words.at(mention.first - 1) in grammar().placing:
        return earlier[-1].category
    named = [one for one in earlier if words.at(one.first - 1) not in grammar().placing]
    return (named or earlier)[-1].category


def salient_category(words: Words, mentions: Sequence[Mention]) -> Category | None:
    """What a sentence is about for the next one: the last quantity that does not only say where."""
    named = [one for one in mentions if one.category is not None]
    about = [one for one in named if words.at(one.first - 1) not in grammar().placing]
    return (about or named)[-1].category if named else None


def _noun_behind(words: Words, start: int, mention: Mention) -> Category | None:
    """The last known plural noun between two quantities, else the last known one."""
    singular = None
    for at in range(mention.first - 1, max(start, mention.first - _REACH) - 1, -1):
        known = noun_at(words, at)
        if known is not None and known[0] <= mention.first:
            longer = noun_at(words, at - 1) if at > start else None
            category = longer[1] if longer is not None and longer[0] >= known[0] else known[1]
            if any(is_plural(word) for word in words.low[at : known[0]]):
                return category
            singular = singular or category
    return singular


def _plural_behind(words: Words, mention: Mention) -> Category | None:
    """The last known plural noun before a pronoun that is not the subject of the pronoun's own clause."""
    clause = True
    for at in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        if words.at(at) in (",", ";", ":") or words.at(at) in grammar().joining_clauses:
            clause = False
        known = noun_at(words, at)
        if known is None or known[0] > mention.first or not is_plural(words.at(known[0] - 1)):
            continue
        verb = any(verb_kind(words, one) for one in range(known[0], mention.first))
        if _per(words, at) or (clause and verb and words.at(at - 1) != "of"):
            continue
        longer = noun_at(words, at - 1) if at else None
        return longer[1] if longer is not None and longer[0] >= known[0] else known[1]
    return None


def _per(words: Words, at: int) -> bool:
    """Whether the noun stands in a rate ('per 10,000 residents')."""
    return words.at(at - 2) == "per" or words.at(at - 1) == "per"


def noun_category(words: Words, end: int, nearest: bool = True) -> Category | None:
    """The last known noun before the index, or the first, outside of clauses with 'that' and the like; else a hint."""
    found, hint = None, None
    for at, category in _told(words, end):
        if category is None:
            hint = populations().by_clue.get(words.at(at), hint)
        elif found is None or found.category == "other" or (nearest and category.category != "other"):
            found = category
    return hint if hint is not None and (found is None or found.category == "other") else found


def _told(words: Words, end: int) -> Iterator[tuple[int, Category | None]]:
    """The known nouns before the index, and the words between them, which have no category.

    Left out are clauses with 'that' and the like, what only says when or where, and what a rate is counted by.
    """
    at, inside, place = max(0, end - _REACH), False, -_PLACE_WORDS
    told = words.at(end - 1) in grammar().content_clauses  # 'says that children get help and that most are safer'
    while at < end:
        if words.at(at) in _ENDING:
            inside = False
        elif _says_where(words, at):
            place = at
        elif behind := _behind_time(words, at) or _behind_rate(words, at):
            at = behind
            continue
        elif words.at(at) in grammar().content_clauses and at:
            inside = not told
        elif not inside:
            behind, category = noun_at(words, at) or (end + 1, None)
            located = category and at - place < _PLACE_WORDS and not words.at(at - 1).endswith("'s")
            if not located:
                yield at, category if behind <= end else None
            at = behind if located or behind <= end else at + 1
            continue
        at += 1


@cache
def _time_frames() -> Phrases:
    return Phrases(grammar().time_frames)


def _behind_time(words: Words, at: int) -> int:
    """Behind the noun of 'at the time of the inspection', which only says when; 0 where nothing says so there."""
    framed = _time_frames().at(words.low, at)
    start = at + framed
    known = (noun_at(words, one) for one in range(start, start + _PLACE_WORDS) if framed)
    return next((found[0] for found in known if found is not None), start) if framed else 0


def _behind_rate(words: Words, at: int) -> int:
    """Behind the noun of 'per 10,000 residents' and the word after it; 0 where no rate stands there."""
    if words.at(at) != "per":
        return 0
    number = number_at(words, at + 1)
    return number[0] + 2 if number is not None else at + 1


def people_category(words: Words) -> Category | None:
    """The first noun of a sentence that names people."""
    known = (noun_at(words, at) for at in range(min(len(words), _REACH)))
    return next((found[1] for found in known if found is not None and is_people(found[1])), None)


def counted_category(words: Words, total: int) -> Category | None:
    """The noun that a sentence counts with this number ('six areas'), None where it does not."""
    for at in range(len(words)):
        number = whole_at(words, at)
        if number is None or number[1] != total or main_verb_at(words, number[0]):
            continue
        if words.at(at - 1) in quantities().fraction.every or words.at(at - 1) == "in":
            continue  # 'four out of every five staff' counts no five
        for start in range(number[0], number[0] + _PLACE_WORDS):
            known = noun_at(words, start)
            if known is not None:
                return known[1]
            if not could_be_noun(words, start):
                break
    return None


def subject_category(words: Words) -> Category | None:
    """The first known noun of a sentence that stands outside of clauses with 'that' and the like and says no time."""
    timed, whole, inside = 0, None, False
    for at in range(min(len(words), _REACH)):
        inside = inside or (words.at(at) in grammar().content_clauses and at > 0)
        if inside and whole is None:
            break
        timed = max(timed, _behind_time(words, at))
        known = noun_at(words, at)
        if known is None or at < timed:
            continue
        if not _has_no_shares(words, at, known):
            return known[1]
        whole = whole or known[1]
    return whole or noun_category(words, min(len(words), _REACH))


def _has_no_shares(words: Words, at: int, known: tuple[int, Category]) -> bool:
    """'The partnership had improved its plans. Half were …': of one partnership, or of one thing, there is no half."""
    end, category = known
    spoken_of_each = words.at(at - 1) in quantities().fraction.every
    one = category.category in _WHOLES and not any(is_plural(word) for word in words.low[at:end])
    return one and not spoken_of_each
