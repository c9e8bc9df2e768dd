"""A figure of a passage in, out the people whom it counts, or who gave or held what it counts. No activities."""

from __future__ import annotations

from dataclasses import replace

from ciextract.extractors.evidence_grounds import REACH, Mention, back
from ciextract.frozen import frozen
from ciextract.record import PopulationCategory
from ciextract.vocabulary.evidence import EvidenceWords, People
from ciextract.vocabulary.evidence_file import EvidenceRules
from ciextract.vocabulary.rules import first_taking


@frozen
class Counted:
    """The people of a text, by its figures."""

    _text: str
    _words: EvidenceWords

    @property
    def _rules(self) -> EvidenceRules:
        return self._words.rules

    def of_unit(self, mention: Mention) -> People | None:
        """Who is named behind a unit, else within it, else last before it, else with the next figure."""
        before = list(self._words.people_in(self._text, back(mention), mention.figure.start))[-1:]
        behind = list(self._words.people_in(self._text, mention.end, mention.until))[:1]
        behind = [one for one in behind if not first_taking(self._rules.cut, self._text[mention.end : one.start])]
        within = list(self._words.people_in(self._text, mention.start, mention.end))[:1]
        leads = first_taking(self._rules.leading_to, self._text[mention.end : mention.until]) is not None
        later = list(self._words.people_in(self._text, mention.until, mention.until + REACH))[:1] if leads else []
        told_before = mention.activity in self._rules.times
        order = (before, behind) if told_before else (behind, within, before, later)
        people = next((people for found in order for people in found), None)
        return self.named(people, mention) if people is not None else None

    def named(self, people: People, mention: Mention) -> People:
        """'Respondents' are those who are named elsewhere in the clause."""
        if people.category is not None:
            return people
        for start, end in ((back(mention), mention.figure.start), (people.end, mention.until)):
            named = [one for one in self._words.people_in(self._text, start, end) if one.category is not None]
            if named:
                return replace(people, category=named[-1].category)
        return replace(people, category=PopulationCategory.OTHER)

    def reached(self, mention: Mention, previous: Mention | None) -> People | None:
        """Whom the figure before counts, else who was named last before it."""
        if previous is not None:
            return previous.people
        named = list(self._words.people_in(self._text, back(mention), mention.figure.start))[-1:]
        return self.named(named[0], mention) if named else None

    def responsible(self, blank: Mention, people: People) -> People | None:
        """'Parents of 14 children': it was not the children who were met, however many they are."""
        if people.category not in (PopulationCategory.CHILDREN, PopulationCategory.OTHER):
            return None
        named = list(self._words.people_in(self._text, blank.since, blank.figure.start))[-1:]
        if people.category is PopulationCategory.OTHER:  # 'staff of 14 organisations' are responsible for nobody
            named = [one for one in named if one.category is PopulationCategory.PARENTS_CARERS]
        between = self._text[named[0].end : blank.figure.start] if named else ""
        return named[0] if named and first_taking(self._rules.responsible_for, between) is not None else None

    def asked(self, mention: Mention, previous: Mention | None) -> People | None:
        """'212 staff answered our survey and 29 the young people's survey': those whose survey it is."""
        if previous is None or previous.activity is None or previous.activity.value != "survey":
            return None
        if first_taking(self._rules.in_survey_of, self._text[mention.start : mention.until]) is None:
            return None
        return next(self._words.people_in(self._text.replace("'s ", "   "), mention.start, mention.until), None)
