"""The shape of evidence.toml, as it is written and with its rules compiled. What the words mean is not read here."""

from ciextract.frozen import frozen
from ciextract.record import PopulationCategory, Relation
from ciextract.vocabulary.files import FileModel
from ciextract.vocabulary.rules import CompiledRule, Rule


class RelationWords(FileModel):
    """Words beside a number that give its relation."""

    relation: Relation
    words: tuple[str, ...]


class PeopleNouns(FileModel):
    """Nouns that name people of one category."""

    category: PopulationCategory
    nouns: tuple[str, ...]


class EvidenceFile(FileModel):
    """evidence.toml."""

    relation: tuple[RelationWords, ...]
    hedge: tuple[RelationWords, ...]
    people: tuple[PeopleNouns, ...]
    names: dict[str, tuple[str, ...]]
    adverb: dict[str, int]
    multiplier: dict[str, int]
    counted: tuple[Rule, ...]
    times: tuple[Rule, ...]
    in_sample: tuple[Rule, ...]
    elliptical: tuple[Rule, ...]
    in_survey_of: tuple[Rule, ...]
    more_of_them: tuple[Rule, ...]
    replied: tuple[Rule, ...]
    by_means: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    something: tuple[Rule, ...]
    responsible_for: tuple[Rule, ...]
    done_with: tuple[Rule, ...]
    listened: tuple[Rule, ...]
    they_did: tuple[Rule, ...]
    in_groups: tuple[Rule, ...]
    they_replied: tuple[Rule, ...]
    told: tuple[Rule, ...]
    relative: tuple[Rule, ...]
    gathered: tuple[Rule, ...]
    was_done: tuple[Rule, ...]
    looked_at: tuple[Rule, ...]
    inspector: tuple[Rule, ...]
    speaker: tuple[Rule, ...]
    ours: tuple[Rule, ...]
    pronoun: tuple[Rule, ...]
    inspection: tuple[Rule, ...]
    partner_did: tuple[Rule, ...]
    partner_work: tuple[Rule, ...]
    not_done: tuple[Rule, ...]
    not_so: tuple[Rule, ...]
    for_partner: tuple[Rule, ...]
    label: tuple[Rule, ...]
    joined: tuple[Rule, ...]
    leading_to: tuple[Rule, ...]
    cut: tuple[Rule, ...]
    ends: tuple[Rule, ...]
    method_title: tuple[Rule, ...]


@frozen
class EvidenceRules:
    """The compiled rules of evidence.toml, by what they tell."""

    counted: tuple[CompiledRule, ...]
    times: tuple[CompiledRule, ...]
    in_sample: tuple[CompiledRule, ...]
    elliptical: tuple[CompiledRule, ...]
    in_survey_of: tuple[CompiledRule, ...]
    more_of_them: tuple[CompiledRule, ...]
    replied: tuple[CompiledRule, ...]
    by_means: tuple[CompiledRule, ...]
    answers: tuple[CompiledRule, ...]
    something: tuple[CompiledRule, ...]
    responsible_for: tuple[CompiledRule, ...]
    done_with: tuple[CompiledRule, ...]
    listened: tuple[CompiledRule, ...]
    they_did: tuple[CompiledRule, ...]
    in_groups: tuple[CompiledRule, ...]
    they_replied: tuple[CompiledRule, ...]
    told: tuple[CompiledRule, ...]
    relative: tuple[CompiledRule, ...]
    gathered: tuple[CompiledRule, ...]
    was_done: tuple[CompiledRule, ...]
    looked_at: tuple[CompiledRule, ...]
    inspector: tuple[CompiledRule, ...]
    speaker: tuple[CompiledRule, ...]
    ours: tuple[CompiledRule, ...]
    pronoun: tuple[CompiledRule, ...]
    inspection: tuple[CompiledRule, ...]
    partner_did: tuple[CompiledRule, ...]
    partner_work: tuple[CompiledRule, ...]
    not_done: tuple[CompiledRule, ...]
    not_so: tuple[CompiledRule, ...]
    for_partner: tuple[CompiledRule, ...]
    label: tuple[CompiledRule, ...]
    joined: tuple[CompiledRule, ...]
    leading_to: tuple[CompiledRule, ...]
    cut: tuple[CompiledRule, ...]
    ends: tuple[CompiledRule, ...]
    method_title: tuple[CompiledRule, ...]
