"""The words of populations.toml out: categories by head noun, and the grammar by which noun phrases are read."""

from functools import cache, cached_property
from typing import Annotated

from ciextract.record import PopulationCategory
from ciextract.shape import Limits
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.quantities import Phrases


class Category(FileModel):
    """A category and the nouns that show it; ``all`` says that 'all' before them is a proportion."""

    category: PopulationCategory
    all: bool = False
    nouns: tuple[str, ...]
    clues: tuple[str, ...] = ()
    """Words that hint at it where a phrase refers back to nothing better."""
    takes: Annotated[tuple[str, ...], Limits(min_length=1)]
    leaves: tuple[str, ...] = ()


class Compounds(FileModel):
    """Words that go on with a noun phrase where they would else end it."""

    phrases: tuple[str, ...]
    heads_after_collective: frozenset[str]
    collective: frozenset[str]
    deferring: frozenset[str]
    samples: frozenset[str]
    surveys: frozenset[str]


class Grammar(FileModel):
    """Plain English by which the end of a noun phrase is found."""

    auxiliaries: frozenset[str]
    finite: frozenset[str]
    either: frozenset[str]
    speaking: frozenset[str]
    before_speaking: frozenset[str]
    answering: frozenset[str]
    participles: frozenset[str]
    base: frozenset[str]
    infinitives: frozenset[str]
    prepositions: frozenset[str]
    close: frozenset[str]
    never_close_to: frozenset[str]
    locative: frozenset[str]
    placing: frozenset[str]
    own_sample: tuple[str, ...]
    adverbial: tuple[str, ...]
    before_each: frozenset[str]
    framing: frozenset[str]
    conceding: frozenset[str]
    gapped: frozenset[str]
    possessives: tuple[str, ...]
    time_frames: tuple[str, ...]
    ago: frozenset[str]
    age_nouns: frozenset[str]
    harms: frozenset[str]
    given_by_people: frozenset[str]
    relatives: frozenset[str]
    other_subordinators: frozenset[str]
    complementisers: frozenset[str]
    content_clauses: frozenset[str]
    pronouns: frozenset[str]
    clause_subjects: frozenset[str]
    verb_particles: frozenset[str]
    objects: frozenset[str]
    indefinites: frozenset[str]
    bare_pronouns: frozenset[str]
    pointing: frozenset[str]
    governed_relatives: frozenset[str]
    determiners: frozenset[str]
    kept_determiners: frozenset[str]
    conjunctions: frozenset[str]
    contrasts: frozenset[str]
    other_clause_conjunctions: frozenset[str]
    adverbs: frozenset[str]
    postpositive: frozenset[str]
    irregular_plurals: frozenset[str]
    not_plural: frozenset[str]
    ages: frozenset[str]
    ages_behind: frozenset[str]
    other_clause_openers: frozenset[str]
    also_prepositions: frozenset[str]
    particles: frozenset[str]
    apart: frozenset[str]
    share_nouns: frozenset[str]
    counting_nouns: frozenset[str]
    times: frozenset[str]
    rate_nouns: frozenset[str]
    rate_describing: frozenset[str]
    figure_words: frozenset[str]
    figure_verbs: frozenset[str]

    @cached_property
    def subordinators(self) -> frozenset[str]:
        """Words that begin a clause which does not stand alone."""
        return self.contrasts | self.other_subordinators

    @cached_property
    def clause_conjunctions(self) -> frozenset[str]:
        """Words before which a clause ends, whatever follows."""
        return self.conjunctions | self.contrasts | self.other_clause_conjunctions

    @cached_property
    def clause_openers(self) -> frozenset[str]:
        """Words that open a new clause within a sentence."""
        return self.contrasts | self.other_clause_openers

    @cached_property
    def joining_clauses(self) -> frozenset[str]:
        """Words behind which a clause with a subject of its own may begin."""
        return self.contrasts | {"and"}

    @cached_property
    def counted_before(self) -> frozenset[str]:
        """Pronouns behind 'of' that may stand for what the sentence has counted."""
        return self.pointing | self.governed_relatives


class Populations(FileModel):
    """populations.toml."""

    category: tuple[Category, ...]
    compounds: Compounds
    grammar: Grammar

    @cached_property
    def by_noun(self) -> dict[str, Category]:
        return {noun: entry for entry in self.category for noun in entry.nouns}

    @cached_property
    def other(self) -> Category:
        """The category of what is none of the others."""
        return next(entry for entry in self.category if entry.category == "other")

    @cached_property
    def by_clue(self) -> dict[str, Category]:
        return {clue: entry for entry in self.category for clue in entry.clues}

    @cached_property
    def nouns(self) -> Phrases:
        return Phrases([*self.by_noun])

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases(self.compounds.phrases)


@cache
def populations() -> Populations:
    """The words of populations.toml."""
    return shipped("vocabulary", "populations.toml", Populations)
