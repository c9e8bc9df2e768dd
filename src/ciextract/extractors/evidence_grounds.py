"""A figure with what it counts in; out, why that was not gathered by the inspectors, nothing where it was."""

from __future__ import annotations

from collections.abc import Callable

from ciextract.extractors.evidence_passages import Passage
from ciextract.frozen import frozen
from ciextract.vocabulary.evidence import Figure, People, evidence_words
from ciextract.vocabulary.rules import CompiledRule, first_taking

HANDED = frozenset({"document_review", "position_statement"})
"""Activities whose papers come from those who are inspected."""
REACH = 170
"""Characters beside a figure within which the words that explain it stand."""
BACK = 400
"""Characters before a figure within which its subject stands."""
_OWN = "extractors/evidence_grounds#"
_UNTOLD = "a figure of people or papers, but no rule says that they were met, asked or read"
_UNGATHERED = "a figure of what can be gathered, but no verb says that it was"
_OTHERS = "nothing shows that the inspectors gathered it"


@frozen
class Mention:
    """A figure with what it counts.

    since, until  where the mention before has its figure, and where the next figure begins.
    start, end    of the noun phrase that is counted.
    activity      the rule that says what was done, None until it is known.
    unit          responses, records or meetings are counted, not people.
    bare          what was done is told elsewhere in the clause.
    """

    figure: Figure
    since: int
    until: int
    start: int
    end: int
    people: People | None = None
    activity: CompiledRule | None = None
    unit: bool = False
    bare: bool = False


def back(mention: Mention) -> int:
    """Where the words before the figure begin in which its subject stands."""
    return max(mention.figure.start - BACK, 0)


class Grounds:
    """A passage in which figures stand. ``known`` tells whether the sentence before was about the inspectors."""

    def __init__(self, passage: Passage, known: Callable[[], bool]) -> None:
        self._passage = passage
        self._text = passage.text
        self._known = known
        self._words = evidence_words()
        self._rules = evidence_words().rules

    def against(self, mention: Mention) -> tuple[str, str] | None:
        """Why what is counted was not gathered by the inspectors, and the rule that says so; None where it was."""
        if mention.activity is None:
            return _UNTOLD, _OWN + "untold"
        if not self._is_gathered(mention):
            return _UNGATHERED, _OWN + "ungathered"
        work = self._by_partner(mention)
        if work is not None:
            return work.why, work.address
        return None if self._is_by_inspectors(mention) else (_OTHERS, _OWN + "others")

    def _is_gathered(self, mention: Mention) -> bool:
        """In a sentence, units need a verb that says that they were gathered; a number of times always needs it."""
        if mention.activity in self._rules.times:
            before = self._text[back(mention) : mention.figure.start].rstrip()
            met = [rule for rule in self._rules.done_with if rule.value == "meeting"]
            return mention.people is not None and first_taking(met, before) is not None
        if not mention.unit or mention.bare or self._passage.fragment or mention.activity in self._rules.replied:
            return True
        value = mention.activity.value if mention.activity is not None else ""
        before = self._text[back(mention) : mention.figure.start].rstrip()
        behind = self._text[mention.end : mention.end + REACH]
        if self._passage.method and ":" in before:
            return True
        verbs = [(rule, before) for rule in self._rules.gathered] + [(rule, behind) for rule in self._rules.was_done]
        return any(rule.value == value and rule.search(text) for rule, text in verbs)

    def _by_partner(self, mention: Mention) -> CompiledRule | None:
        """The rule that takes it as work of those who were inspected, or for them."""
        before = self._text[back(mention) : mention.figure.start].rstrip()
        behind = self._text[mention.end : mention.end + REACH]
        handed = mention.activity is not None and mention.activity.value in HANDED
        work = first_taking(self._rules.partner_work, before)
        return work if work is not None or handed else first_taking(self._rules.for_partner, behind)

    def _is_by_inspectors(self, mention: Mention) -> bool:
        """Whether the last subject before the figure inspects, or the place says that the inspectors gathered it."""
        before = self._text[back(mention) : mention.figure.start].rstrip()
        handed = mention.activity is not None and mention.activity.value in HANDED
        if handed and first_taking(self._rules.inspection, self._text):
            return True
        subject = self._subject(before)
        if subject is None and self._passage.fragment:
            subject = self._subject(self._passage.intro)
        return (self._passage.method or self._is_told_of_inspection()) if subject is None else subject

    def _subject(self, text: str) -> bool | None:
        """True for the inspectors, False for those who were inspected, None where neither is named."""
        speaker = self._rules.speaker
        ours = (*self._rules.inspector, *(speaker if self._passage.ours else ()))
        theirs = (*self._rules.partner_did, *(() if self._passage.ours else speaker))
        last_ours = max(self._words.last(rule, text) for rule in ours)
        last_theirs = max(self._words.last(rule, text) for rule in theirs)
        return last_ours > last_theirs if max(last_ours, last_theirs) >= 0 else None

    def _is_told_of_inspection(self) -> bool:
        text = f"{self._passage.intro} {self._text}"
        speaks = (*self._rules.inspection, *(self._rules.ours if self._passage.ours else ()))
        return first_taking(speaks, text) is not None or self._known()
