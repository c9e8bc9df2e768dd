"""Terms with their definitions, wherever a document defines them. Words that are only used, or spelt out, are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ciextract.document import Block, BlockKind, Span, Table
from ciextract.extractors.finding import GlossaryFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.folding import fold, fold_words
from ciextract.frozen import frozen
from ciextract.outline.kinds import UNKNOWN
from ciextract.outline.model import SectionFound
from ciextract.vocabulary.glossary import glossary_file, glossary_words, term_columns
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import CompiledRule

BEGINNING = 220
"""Characters of an entry within which its term ends."""
TERM_WORDS = 12
"""Words of a term at the most, what stands in brackets not counted."""
SHORT_TERM = 6
"""Words of a term at the most that is told from the definition of the line above it."""
BEFORE = 24
"""Characters before what might link a term to its definition that say whether it stands within the term."""
_KINDS = frozenset({"terms", "glossary"})
_ROLE = "glossary"
_BRACKETS = re.compile(r"\s*\([^()]{0,160}\)")
_END_OF_SENTENCE = re.compile(r"[.;?!](?:\s|$)")
_EDGES = " \t:–—-,'\"=*"


@frozen
class _Entry:
    """What an entry's words say, and the rule that told its term from its definition."""

    term: str
    definition: str
    rule: str


def glossary(reading: Reading) -> Iterator[GlossaryFinding]:
    """Entries of sections and tables of terms, and terms that any other sentence frames, in reading order."""
    regions = list(_regions(reading))
    found = [
        *(finding for section in regions for finding in _entries(reading, section)),
        *_tabled(reading, {section.id for section in regions}),
        *_framed_elsewhere(reading, {section.id for section in regions}),
    ]
    yield from sorted(found, key=lambda finding: finding.span)


def _regions(reading: Reading) -> Iterator[SectionFound]:
    """Sections of terms, and those after them whose heading is rather an entry without a final mark."""
    inside = False
    for section in reading.outline.sections:
        heading = section.heading
        unknown = heading is not None and heading.kind in UNKNOWN
        is_entry = inside and heading is not None and unknown and _parsed(reading.document[heading.span], 0) is not None
        inside = is_entry or _defines(reading, section)
        if inside:
            yield section


def _defines(reading: Reading, section: SectionFound) -> bool:
    """The section, or one that it stands under, holds definitions."""
    for one in reading.outline.above(section):
        role = one.heading.role if one.heading is not None else None
        if one.kind in _KINDS or role == _ROLE:
            return True
        if role is None and one.heading is not None and _is_region(reading.document[one.heading.title]):
            return True
    return False


def _is_region(title: str) -> bool:
    return any(rule.search(fold(title)) for rule in glossary_words().region)


# Sections


def _entries(reading: Reading, section: SectionFound) -> Iterator[GlossaryFinding]:
    """The entries among the section's own paragraphs and items; a heading or a bold line can be a term."""
    entry: GlossaryFinding | None = None
    above: Block | None = None
    listing = False
    for block in _blocks(reading, section):
        found = _entry_at(reading, block, above)
        if found is None and entry is not None and _continues(reading, block, entry, listing):
            entry, listing = _longer(reading, entry, block), block.kind is BlockKind.ITEM
            continue
        above = block if found is None and _is_term_line(reading, block) else None
        if found is not None or above is not None:
            yield from (entry,) if entry is not None else ()
            entry, listing = found, False
    yield from (entry,) if entry is not None else ()


def _blocks(reading: Reading, section: SectionFound) -> list[Block]:
    """Paragraphs and items of the section's own text; its heading among them where it may be a term itself."""
    blocks = [block for block in reading.blocks_in(section.own) if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)]
    heading = section.heading
    if heading is None or heading.kind not in UNKNOWN or _is_region(reading.document[heading.title]):
        return [block for block in blocks if heading is None or block.span.start >= heading.span.end]
    return blocks


def _entry_at(reading: Reading, block: Block, above: Block | None) -> GlossaryFinding | None:
    """The entry that the block is, by itself or with the term in the line above it."""
    text = reading.document[block.content]
    lead = block.lead.end - block.content.start if block.lead is not None and not block.bold else 0
    entry = _parsed(text, lead)
    term = _clean(reading.document[above.content]) if above is not None else ""
    if above is None or _same(entry, term):
        return _finding(block.content, entry) if entry is not None else None
    if entry is not None and not _abbreviates(term, entry.term) and _is_entry_below_a_heading(entry, text):
        return _finding(block.content, entry)
    if block.bold or len(text) <= len(term):
        return None
    return _finding(Span(above.content.start, block.content.end), _Entry(term, text, "extractors/glossary#term-above"))


def _abbreviates(short: str, term: str) -> bool:
    """The line above is the abbreviation of what the text begins with: the first letters of its words."""
    spellings = (re.findall(pattern, term) for pattern in (r"[A-Za-z]+", r"[A-Za-z][\w-]*"))
    first = ("".join(word[0] for word in words).lower() for words in spellings)
    return len(short) > 1 and short.isalpha() and any(one.startswith(short.lower()) for one in first)


def _is_entry_below_a_heading(entry: _Entry, text: str) -> bool:
    """The line above heads a group of entries, rather than being the term that this text defines."""
    words = glossary_words()
    if any(entry.rule == rule.address for rule in words.verb) or len(entry.term.split()) > SHORT_TERM:
        return False
    return not text[:1].islower() and not any(rule.search(fold(text)) for rule in words.opening)


def _same(entry: _Entry | None, term: str) -> bool:
    return entry is not None and fold_words(entry.term) == fold_words(term)


def _is_term_line(reading: Reading, block: Block) -> bool:
    """A short line without a final mark that can be nothing but a term."""
    text = reading.document[block.content]
    if block.kind is not BlockKind.PARAGRAPH or len(text) < 3 or _END_OF_SENTENCE.search(text) or ":" in text[:-1]:
        return False
    return _is_term(text) and len(text.split()) <= TERM_WORDS


def _continues(reading: Reading, block: Block, entry: GlossaryFinding, listing: bool) -> bool:
    """A further paragraph of the entry, or an item of a list that it leads in to."""
    text = reading.document[block.content]
    if block.kind is BlockKind.ITEM:
        return listing or entry.definition.endswith(":")
    return any(rule.search(fold(text)) for rule in glossary_words().goes_on)


def _longer(reading: Reading, entry: GlossaryFinding, block: Block) -> GlossaryFinding:
    span = Span(entry.span.start, block.content.end)
    definition = f"{entry.definition} {_spaced(reading.document[block.content])}"
    return replace(entry, span=span, definition=definition)


# One entry


def _parsed(text: str, lead: int) -> _Entry | None:
    """The entry that a paragraph is; ``lead`` is the length of its bold beginning."""
    text = _spaced(text) if not lead else text
    found = _framed(text) or _twice(text) or (_bold(text, lead) if lead else None) or _linked(text)
    if found is None or not found.term or not _is_definition(found.definition):
        return None
    return replace(found, definition=_spaced(found.definition))


def _framed(text: str) -> _Entry | None:
    for rule in glossary_words().framed:
        match = rule.search(text)
        if match is not None:
            return _Entry(match["term"].strip(_EDGES), match["definition"], rule.address)
    return None


def _twice(text: str) -> _Entry | None:
    """The term, and then a sentence that begins with it."""
    words = list(re.finditer(r"\S+", text[:BEGINNING]))
    folded = [fold_words(word[0]) for word in words]
    for count in range(1, min(TERM_WORDS, len(words) // 2) + 1):
        if list(filter(None, folded[:count])) == list(filter(None, folded[count : 2 * count])):
            term = text[: words[count - 1].end()]
            rest = text[words[count].start() :]
            linked = _split(rest, glossary_words().link)
            definition = linked.definition if linked is not None and _same(linked, term) else rest
            return _Entry(_clean(term), definition, "extractors/glossary#term-twice")
    return None


def _bold(text: str, lead: int) -> _Entry | None:
    """A bold term, an abbreviation in brackets after it, and what links it."""
    brackets = _BRACKETS.match(text, lead)
    end = brackets.end() if brackets is not None else lead
    whole, rest = text[:end], text[end:]
    inner = _split(whole + " ", glossary_words().link)
    term = inner.term if inner is not None and not inner.definition.strip() else _clean(whole).rstrip(".")
    if not _is_term(term):
        return None
    linked = _split(f"x{rest}", glossary_words().link)
    definition = linked.definition if linked is not None and linked.term == "x" else rest.lstrip(_EDGES + ".")
    return _Entry(term, definition, "extractors/glossary#bold-term")


def _linked(text: str) -> _Entry | None:
    """'X is …', 'X: …', or a verb with which the definition begins: whichever comes first."""
    words = glossary_words()
    found = [entry for rules in (words.link, words.verb) if (entry := _split(text, rules)) is not None]
    entry = min(found, key=lambda one: len(one.term), default=None)
    if entry is None or not _is_term(entry.term):
        return None
    marked = entry.rule.endswith("#mark")
    if not marked and any(rule.search(entry.term) for rule in words.not_subject):
        return None
    article = None if marked else next((m for rule in words.article if (m := rule.search(entry.term))), None)
    return replace(entry, term=entry.term[article.end() :]) if article is not None else entry


def _split(text: str, rules: Sequence[CompiledRule]) -> _Entry | None:
    """The text at the first of the rules' words, which a verb begins the definition with and a link does not."""
    brackets = [match.span() for match in _BRACKETS.finditer(text, 0, BEGINNING)]
    best: tuple[int, int, str] | None = None
    for rule in rules:
        for match in rule.finditer(text, 0, BEGINNING):
            if any(start <= match.start() < end for start, end in brackets) or _is_inside(text[: match.start()]):
                continue
            kept = match.start() if rule in glossary_words().verb else match.end()
            if best is None or (match.start(), -kept) < (best[0], -best[1]):
                best = (match.start(), kept, rule.address)
            break
    if best is None or not text[: best[0]].strip():
        return None
    return _Entry(_clean(text[: best[0]]), text[best[1] :], best[2])


def _is_inside(before: str) -> bool:
    return any(rule.search(before[-BEFORE:]) for rule in glossary_words().inside_term)


def _is_term(text: str) -> bool:
    """Few words, no sentence, and none that speak of something else."""
    bare = _BRACKETS.sub("", text).strip()
    if not any(char.isalpha() for char in bare) or len(bare.split()) > TERM_WORDS or _END_OF_SENTENCE.search(bare):
        return False
    first = bare.split()[0]
    if len(first) > 1 and first.isupper():
        return True
    return not any(rule.search(fold(bare)) for rule in glossary_words().not_term)


def _is_definition(text: str) -> bool:
    return not any(rule.search(text.strip()) for rule in glossary_words().not_definition)


def _clean(text: str) -> str:
    return _spaced(text).strip(_EDGES)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _finding(span: Span, entry: _Entry) -> GlossaryFinding:
    return GlossaryFinding(span=span, rule=entry.rule, term=_spaced(entry.term), definition=_spaced(entry.definition))


# Tables


def _tabled(reading: Reading, regions: set[str]) -> Iterator[GlossaryFinding]:
    """Rows of tables that name such columns, or that stand in a section of terms."""
    for table in reading.document.tables:
        rows = [[_spaced(reading.document[cell]) for cell in row.cells] for row in table.rows]
        columns = term_columns(rows[0])
        first = table.header if columns is None else 1
        if columns is None and reading.section_of(table.span).id in regions:
            columns = (0, _last_column(rows))
        if columns is not None and columns[1] > 0 and not _explains_a_scale(rows[first:], columns[0]):
            yield from _rows(table, rows, columns, first)


def _explains_a_scale(rows: list[list[str]], term: int) -> bool:
    """The terms are the grades of the scale: what they mean is no glossary."""
    return len(rows) > 1 and all(grades().named(row[term]) is not None for row in rows if row[term])


def _last_column(rows: list[list[str]]) -> int:
    return max((index for row in rows for index, cell in enumerate(row) if cell), default=0)


def _rows(table: Table, rows: list[list[str]], columns: tuple[int, int], first: int) -> Iterator[GlossaryFinding]:
    """An entry for each row; a row without a term goes on with the one before."""
    entry: GlossaryFinding | None = None
    for row, cells in list(zip(table.rows, rows, strict=True))[first:]:
        term, definition = cells[columns[0]].strip(_EDGES), cells[columns[1]]
        if entry is not None and not term and definition:
            whole = f"{entry.definition} {definition}"
            entry = replace(entry, span=Span(entry.span.start, row.span.end), definition=whole)
        elif term and definition:
            yield from (entry,) if entry is not None else ()
            entry = _finding(row.span, _Entry(term, definition, "extractors/glossary#table"))
    yield from (entry,) if entry is not None else ()


# Anywhere else


def _framed_elsewhere(reading: Reading, regions: set[str]) -> Iterator[GlossaryFinding]:
    """'When we say X, we mean …' in a section that is about something else: a whole item, or one sentence."""
    for sentence in _perhaps_framing(reading):
        if sentence.kind is BlockKind.FOOTNOTE or reading.section_of(sentence.span).id in regions:
            continue
        block = reading.document.blocks[sentence.block]
        whole = block.kind is BlockKind.ITEM and block.content.start == sentence.span.start
        span = block.content if whole else sentence.span
        entry = _framed(_spaced(reading.document[span]))
        if entry is not None and _is_definition(entry.definition):
            yield _finding(span, entry)


def _perhaps_framing(reading: Reading) -> Iterator[Sentence]:
    """The sentences with a word that frames a term, and the first ones of the items in which such a word stands."""
    hits = {place for word in glossary_file().framing for place in reading.words.places(word)}
    blocks = (reading.block_at(place) for place in hits)
    hits |= {block.content.start for block in blocks if block.kind is BlockKind.ITEM}
    return reading.sentences_at(sorted(hits))
