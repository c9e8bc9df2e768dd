"""Figures of what the inspectors gathered. What a partnership did, shares of a group and plans are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from itertools import takewhile
from typing import cast

from ciextract.document import Span
from ciextract.extractors.evidence_grounds import HANDED, REACH, Grounds, Mention, back
from ciextract.extractors.evidence_passages import Before, Passage, passages
from ciextract.extractors.evidence_people import Counted
from ciextract.extractors.finding import Activity, EvidenceBaseFinding
from ciextract.extractors.reading import Reading
from ciextract.record import PopulationCategory
from ciextract.vocabulary.evidence import Figure, People, evidence_words
from ciextract.vocabulary.rules import CompiledRule, first_taking

Decline = Callable[..., None]
"""Tells of a span that gave nothing why, and the addresses of the rules."""
CLAUSE = 120
"""Characters that a quote runs on at the most behind what it counts."""
_NEXT = 12
"""Characters of a figure, at the most, that stand before those whom it counts."""
_SEPARATORS = frozenset(":=(–—-\t")
"""Marks of which one stands between a label and its figure."""
_WORD = re.compile(r"\S+")
_OWN = "extractors/evidence_base#"
_AGAIN = "the same figure is kept from another place"
_UNLESS_REPLIED = "unless_replied"
"""What the rules say that yield to an answer behind the figure."""
_SUM = "the sum of figures that are told apart behind it"
_UNCOUNTED = "a figure, but no rule says what it counts"


def evidence_base(reading: Reading) -> Iterator[EvidenceBaseFinding]:
    """Each figure of each part once, in reading order."""
    seen: set[tuple[object, ...]] = set()
    gave: Passage | None = None
    for passage, before in passages(reading):
        clause = _Clause(passage, partial(_tells_of_inspectors, before, gave), reading.decline)
        found = list(clause.findings())
        gave = passage if found else gave
        for finding in found:
            part = reading.outline.part_at(finding.span.start)
            key = (part, finding.activity, finding.population_category, finding.count)
            if key in seen:
                reading.decline(finding.span, _AGAIN, _OWN + "once", finding.rule)
            else:
                seen.add(key)
                yield finding


def _tells_of_inspectors(before: Before, gave: Passage | None) -> bool:
    """Whether the passage before gave a figure or names the inspectors first."""
    passage = before()
    return passage is not None and (passage == gave or _is_about_inspectors(passage.text))


def _is_about_inspectors(text: str) -> bool:
    """Whether the first whom a sentence names are the inspectors, so that 'they' in the next one are."""
    words = evidence_words()
    first = next((match.start() for rule in words.rules.inspector if (match := rule.search(text))), None)
    others = next((people.start for people in words.people_in(text)), len(text))
    return first is not None and first < others


def _are_areas(people: People | None) -> bool:
    """Whether areas are counted: they are visited, nobody meets them."""
    return people is not None and people.category is PopulationCategory.PARTNERSHIPS


def _untold(span: Span, why: str, *rules: str) -> None:
    """Nobody is told: the words are read at another place than theirs."""


class _Clause:
    """A passage with its figures. ``known`` tells whether the sentence before was about the inspectors.

    ``decline`` is told which figures are none of what was gathered, and why.
    """

    def __init__(self, passage: Passage, known: Callable[[], bool], decline: Decline) -> None:
        self._passage = passage
        self._text = passage.text
        self._known = known
        self._grounds = Grounds(passage, known)
        self._decline = decline
        self._words = evidence_words()
        self._people = Counted(passage.text, self._words)
        self._rules = evidence_words().rules

    def findings(self) -> Iterator[EvidenceBaseFinding]:
        """Figures that are counted, gathered and the inspectors' own."""
        mentions = list(self.mentions())
        self._spread(mentions)
        mentions = [one for index, one in enumerate(mentions) if not self._is_sum(one, mentions[index + 1 :])]
        for mention in mentions:
            stop = self._grounds.against(mention)
            if mention.activity is not None and stop is None:
                yield self._finding(mention, mention.activity)
            elif stop is not None:
                self._tell(mention.figure, *stop, *((mention.activity.address,) if mention.activity else ()))

    def _is_sum(self, mention: Mention, behind: list[Mention]) -> bool:
        """Whether the figures right behind it say how many of its people were reached in which way."""
        parts = list(takewhile(lambda one: one.activity in self._rules.by_means, behind))
        is_sum = len(parts) > 1 and sum(part.figure.count for part in parts) == mention.figure.count
        if is_sum:
            self._tell(mention.figure, _SUM, _OWN + "sum")
        return is_sum

    def _tell(self, figure: Figure, why: str, *rules: str) -> None:
        self._decline(self._passage.span(figure.start, figure.end), why, *rules)

    def mentions(self) -> Iterator[Mention]:
        """Figures with what they count, in order."""
        figures = list(self._words.figures(self._text))
        starts = [*(figure.start for figure in figures[1:]), len(self._text)]
        labels = self._labels(figures)
        previous: Mention | None = None
        for figure, until in zip(figures, starts, strict=False):
            since = previous.figure.end if previous is not None else 0
            blank = Mention(figure, since, until, figure.end, figure.end)
            label = labels.get(figure.start)
            mention = self._labelled(blank, label, previous) if label is not None else None
            if mention is None:
                mention = self._mention(blank, previous)
                stop = self._declined(figure) if mention is not None else None
                if mention is None:
                    self._tell(figure, _UNCOUNTED, _OWN + "uncounted")
                elif stop is not None:
                    self._tell(figure, stop.why, stop.address)
                    mention = None
            if mention is not None:
                yield mention
                previous = mention

    def _labels(self, figures: list[Figure]) -> dict[int, re.Match[str]]:
        """Labels by the place of the figure behind them; on a bare line only where no verb is needed."""
        apart, in_cells, on_line = self._rules.label
        fragment = self._passage.fragment
        rules = [apart] if any(self._is_apart(figure) for figure in figures) else []
        rules += [in_cells] if fragment and "\t" in self._text else []
        rules += [on_line] if fragment and figures and figures[-1].end == len(self._text) else []
        found = (match for rule in rules for match in rule.finditer(self._text))
        return {match.start("figure"): match for match in found}

    def _is_apart(self, figure: Figure) -> bool:
        before = self._text[max(figure.start - 10, 0) : figure.start]
        return not before.isalnum() and not _SEPARATORS.isdisjoint(before.rstrip())

    def _labelled(self, blank: Mention, label: re.Match[str], previous: Mention | None) -> Mention | None:
        """'focus groups (18)': the label is read as if its figure stood before it."""
        found: Mention | None = None
        for word in _WORD.finditer(self._text, label.start("label"), label.end("label")):
            text = "1 " + self._text[word.start() : label.end("label")].replace("\t", " ")
            mention = next(_Clause(replace(self._passage, text=text), self._known, _untold).mentions(), None)
            fits = mention is not None and mention.figure.start == 0
            if mention is not None and fits and (found is None or (mention.activity and not found.activity)):
                found = self._moved(mention, word.start(), blank)
        inherited = previous.activity if previous is not None else None
        return replace(found, activity=found.activity or inherited) if found is not None else None

    @staticmethod
    def _moved(mention: Mention, start: int, blank: Mention) -> Mention:
        """What was read of a label, with the figure and at the place where it is printed."""
        people, shift = mention.people, start - 2
        if people is not None:
            people = replace(people, start=people.start + shift, end=people.end + shift)
        end = blank.figure.end
        return replace(blank, start=start, end=end, people=people, activity=mention.activity, unit=True, bare=True)

    def _declined(self, figure: Figure) -> CompiledRule | None:
        """The rule by which the words beside a figure say that nothing of it was gathered."""
        before = self._text[max(figure.start - REACH, 0) : figure.start].rstrip()
        behind = self._text[figure.end : figure.end + REACH]
        not_done = first_taking(self._rules.not_done, before)
        yields = not_done is not None and not_done.value == _UNLESS_REPLIED
        replied = yields and first_taking(self._rules.replied, behind) is not None
        return first_taking(self._rules.not_so, behind) or (None if replied else not_done)

    def _mention(self, blank: Mention, previous: Mention | None) -> Mention | None:
        behind = self._text[blank.start : blank.until]
        if blank.figure.often:
            return self._unit(replace(blank, activity=self._rules.times[0], unit=True), self._rules.times[0])
        for rule in (*self._rules.counted, *self._rules.times, *self._rules.replied):
            if match := rule.search(behind):
                return self._unit(replace(blank, end=blank.start + match.end(), activity=rule, unit=True), rule)
        means = first_taking(self._rules.by_means, behind)
        reached = self._people.reached(blank, previous) if means is not None else None
        if reached is not None:
            return replace(blank, people=reached, activity=means, unit=True, bare=True)
        people = self._words.people_at(self._text, blank.start, blank.until)
        if people is not None and blank.figure.start in self._sampled:
            return replace(blank, end=people.end, people=people, activity=self._sampled[blank.figure.start])
        if people is not None:
            whose = self._people.responsible(blank, people)
            return self._of_people(replace(blank, end=people.end, people=whose or self._people.named(people, blank)))
        if first_taking(self._rules.elliptical, behind) is not None:
            return self._elliptical(blank, previous)
        if previous is not None and previous.people and self._are_more(blank.figure):
            return self._of_people(replace(blank, end=blank.figure.end, people=previous.people))
        return self._watched(blank) or self._recorded(blank)

    @cached_property
    def _sampled(self) -> dict[int, CompiledRule]:
        """By the place of its figure the rule that takes it as those whose records were the sample."""
        found = ((rule, match) for rule in self._rules.in_sample for match in rule.finditer(self._text))
        return {match.start("figure"): rule for rule, match in found}

    def _are_more(self, figure: Figure) -> bool:
        """'and spoke to a further seven': more of those whom the figure before counts."""
        return first_taking(self._rules.more_of_them, self._text[figure.start : figure.end + REACH]) is not None

    def _unit(self, mention: Mention, rule: CompiledRule) -> Mention:
        """Responses, meetings and the like, with those who gave or held them; meetings may have been watched."""
        if rule.value in HANDED or rule.value == "record_review":
            return mention
        before = self._text[max(mention.figure.start - REACH, 0) : mention.figure.start].rstrip()
        verbs = tuple(one for one in self._rules.gathered if one.value in ("meeting", "observation"))
        near = self._words.nearest(verbs, before) if rule.value == "meeting" else None
        held = rule.value != "meeting" or (near is not None and near.value == "meeting")
        watched = None if held else self._watched(mention)
        return watched or replace(mention, people=self._people.of_unit(mention))

    def _watched(self, mention: Mention) -> Mention | None:
        """A gathering that was watched, by the words before it or behind it."""
        before = self._text[max(mention.figure.start - REACH, 0) : mention.figure.start].rstrip()
        verb = next((r for r in self._rules.gathered if r.value == "observation" and r.search(before)), None)
        observed = [one for one in self._rules.was_done if one.value == "observation"]
        behind = self._text[mention.start : mention.until]
        for rule in self._rules.looked_at:
            match = rule.search(behind)
            end = mention.start + match.end() if match is not None else 0
            watched = verb or (first_taking(observed, self._text[end : end + REACH]) if match is not None else None)
            if watched is not None and match is not None:
                people = People(mention.start + 1, end, PopulationCategory(rule.value))
                return replace(mention, end=end, people=people, activity=watched, unit=True)
        return None

    def _recorded(self, mention: Mention) -> Mention | None:
        """Whatever else the records that were read are of."""
        before = self._text[max(mention.figure.start - REACH, 0) : mention.figure.start].rstrip()
        rule = first_taking([rule for rule in self._rules.done_with if rule.value == "record_review"], before)
        behind = self._text[mention.start : mention.until]
        noun = next((match for one in self._rules.something if (match := one.search(behind))), None)
        if rule is None or noun is None:
            return None
        return replace(mention, end=mention.start + noun.end(), activity=rule, unit=True)

    def _of_people(self, mention: Mention) -> Mention:
        """What people did, behind their figure, or what was done with them, before it; the plainest words first."""
        behind = self._text[mention.end : mention.until]
        before = self._text[max(mention.since, mention.figure.start - REACH) : mention.figure.start].rstrip()
        if not before and self._passage.fragment:
            before = self._passage.intro
        did = self._did(mention, behind)
        if did is None and self._words.nearest(self._rules.done_with, before) is None:
            did = self._did_together(mention, behind)
        if did is not None and first_taking(self._rules.relative, behind) is None:
            return replace(mention, activity=did)
        near = self._words.nearest(self._rules.done_with, before)
        heard = self._words.nearest(self._rules.listened, before)
        told = first_taking(self._rules.told, behind) if self._passage.method else None
        if near is not None and near.value == "meeting" and _are_areas(mention.people):
            near = None
        return replace(mention, activity=near or did or heard or told)

    def _did_together(self, mention: Mention, behind: str) -> CompiledRule | None:
        """'17 children and 24 parents completed surveys': what the next group did, joined to this by 'and' alone."""
        if not behind.strip() or first_taking(self._rules.joined, behind) is None:
            return None
        following = next(self._words.people_in(self._text, mention.until), None)
        if following is None or following.start - mention.until > _NEXT:
            return None
        return first_taking(self._rules.they_did, self._text[following.end : following.end + REACH])

    def _did(self, mention: Mention, behind: str) -> CompiledRule | None:
        """What the people did, by the words behind them."""
        did = first_taking(self._rules.they_did, behind)
        did = did or first_taking(self._rules.in_groups, self._text[mention.end : mention.end + REACH])
        replied = None if did else first_taking(self._rules.they_replied, behind)
        told = f"{self._passage.intro} {self._text[back(mention) : mention.figure.start]}"
        return did or (replied if first_taking(self._rules.answers, told) is not None else None)

    def _elliptical(self, mention: Mention, previous: Mention | None) -> Mention | None:
        """'nine from parents': what is counted was said before."""
        people = next(self._words.people_in(self._text, mention.start, mention.until), None)
        people = people or self._people.asked(mention, previous)
        if people is None:
            return None
        told = f"{self._passage.intro} {self._text[back(mention) : mention.figure.start]}"
        done = self._words.nearest(self._rules.done_with, self._text[mention.since : mention.figure.start].rstrip())
        activity = done or (previous.activity if previous is not None else None)
        activity = activity or first_taking(self._rules.answers, told)
        people = self._people.named(people, mention)
        return replace(mention, end=people.end, people=people, activity=activity, unit=True, bare=True)

    def _spread(self, mentions: list[Mention]) -> None:
        """What is said of one of several groups that are joined by 'and' is said of all."""
        order = range(1, len(mentions))
        for index in order:
            self._pass_on(mentions, index - 1, index)
        for index in reversed(order):
            self._pass_on(mentions, index, index - 1)

    def _pass_on(self, mentions: list[Mention], giver: int, taker: int) -> None:
        first, second = sorted((giver, taker))
        between = self._text[mentions[first].end : mentions[second].figure.start]
        some_of = self._text.startswith(" of ", mentions[giver].figure.end)  # '18 of their parents and two others'
        of_people = not mentions[giver].unit or (some_of and mentions[giver].people is not None)
        if mentions[taker].activity is None and of_people and first_taking(self._rules.joined, between):
            mentions[taker] = replace(mentions[taker], activity=mentions[giver].activity, bare=taker > giver)

    def _finding(self, mention: Mention, activity: CompiledRule) -> EvidenceBaseFinding:
        people = mention.people
        records = activity.value == "record_review"
        other = PopulationCategory.OTHER if activity.value in HANDED else None
        category = PopulationCategory.RECORDS if records else people.category if people else other
        start, end = (people.start, people.end) if people and not records else (mention.start, mention.end)
        end = mention.figure.start if start < mention.figure.start < end else end
        return EvidenceBaseFinding(
            span=self._passage.span(self._begin(mention, activity), self._close(mention)),
            rule=activity.address,
            activity=cast(Activity, activity.value),
            population_category=category,
            population_text=(self._text[start:end].strip(" \t(:–-") or None) if people or records or other else None,
            count=mention.figure.count,
            relation=mention.figure.relation,
        )

    def _begin(self, mention: Mention, activity: CompiledRule) -> int:
        """Where the clause begins: with its subject; for a further group with its figure."""
        if mention.bare:
            return min(mention.start, mention.figure.start)
        begin = max(mention.since, mention.figure.start - REACH)
        before = self._text[begin : mention.figure.start]
        subjects = (*self._rules.inspector, *self._rules.speaker, *self._rules.pronoun)
        place = max(self._words.last(rule, before) for rule in subjects)
        if place >= 0:
            return begin + place
        led = mention.since > 0 and activity in (*self._rules.done_with, *self._rules.listened)
        place = self._words.last(activity, before.rstrip()) if led else -1
        lead = before[place:] if place >= 0 else re.split(r"[;:.]", before)[-1].lstrip()
        return mention.figure.start - (len(lead) if place >= 0 or (not mention.since and len(lead) < CLAUSE) else 0)

    def _close(self, mention: Mention) -> int:
        """Where the clause ends: at the next mark or before the next figure, if that is near."""
        counted = max(mention.end, mention.people.end if mention.people is not None else 0)
        counted = counted if counted <= mention.until else mention.end
        ends = (rule.search(self._text, counted, mention.until) for rule in self._rules.ends)
        end = min((mark.start() for mark in ends if mark is not None), default=mention.until)
        return counted + (len(self._text[counted:end].rstrip()) if end - counted <= CLAUSE else 0)
