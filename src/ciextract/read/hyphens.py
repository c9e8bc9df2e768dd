"""Two neighbouring lines in, what stands between them out: a space, nothing, and whether a hyphen goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ciextract.folding import fold
from ciextract.frozen import frozen
from ciextract.read.lines import BEGINS_WORD, SOFT_HYPHEN, PhysicalLine
from ciextract.read.normal import Run
from ciextract.vocabulary.english import english

HYPHEN = "\u2010"
_WORDS = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_HYPHENATED = re.compile(r"([A-Za-z']+(?:-[A-Za-z']+)*)[-\u2010\u00ad]$")
_LINE_ENDS = frozenset("-–\u2010\u00ad")
"""Characters at the end of a line behind which the next one may go on without a space."""
HABIT = 3
"""Lines that end in U+2010 from which this is how the document breaks words."""
RATE = 0.02
"""Share of lines that end in a hyphen where a document breaks words; compounds alone end fewer."""
_HYPHENS = frozenset(("-", HYPHEN, SOFT_HYPHEN))
_AT_ONCE = 500
"""Lines that are searched for words at once."""
WORD = 3
"""Letters of a word at the least that may be the first part of a compound: 'be-' in 'be-low' is none."""
SHORT = 20
"""Characters of a line that is too short to be broken at its end."""
_LONGEST = 80
"""Characters at the end of a line in which its last word is looked for."""
_RANGE = re.compile(r"\d[-–\u2010]$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_OPEN = re.compile(r"(?:[/=&_?#]|%[0-9A-Fa-f]{2})$")
_MORE_ADDRESS = re.compile(r"[/%?=&#_]|\S+[/%=_?.]\w")
_FIRST_WORD = re.compile(r"[A-Za-z']+")


@frozen
class Glue:
    """Text to write between two lines, and the number of characters to take back first."""

    between: str
    drop: int = 0


_APART = Glue(" ")


class Healer:
    """Knows the words of the document, to tell a word broken at a line end from one that has a hyphen."""

    def __init__(self, lines: Sequence[PhysicalLine]) -> None:
        self._lines = lines
        self._known: frozenset[str] | None = None
        self._breaks: bool | None = None
        self._breaks_plainly: bool | None = None

    def glue(self, before: str, normal: list[Run], *, apart: bool) -> Glue:
        """What joins the text before and the line that follows; ``apart`` where the line itself begins with a gap."""
        after = normal[0][1]
        if before.endswith(BEGINS_WORD):
            return Glue("") if self._begins_word(before[-2:-1], after) else _APART
        cut = not apart and _is_address_cut(before[-_LONGEST:], after)
        if not cut and before[-1:] not in _LINE_ENDS:
            return _APART
        broken = _half(before)
        if cut:
            return Glue("", int(before.endswith(HYPHEN) or self._is_known(broken, after)))
        if not apart and after[:1].isdecimal() and _RANGE.search(before[-2:]):
            return Glue("")
        if not broken or apart:
            return Glue(" ")
        word = _FIRST_WORD.match(after)
        if word is None or not after[:1].islower():
            return Glue("" if after[:1].isalnum() else " ")
        if word[0] in english().hanging:
            return Glue(" ")
        return Glue("", 1) if self._is_one_word(broken[1], word[0], before[-1]) else Glue("")

    def _begins_word(self, initial: str, after: str) -> bool:
        """The letter is no word of its own, or makes one with what follows that stands whole elsewhere."""
        word = _FIRST_WORD.match(after)
        whole = initial + word[0] if word is not None else ""
        return initial.lower() not in english().letters or whole.lower() in self._words()

    def _is_known(self, broken: re.Match[str] | None, after: str) -> bool:
        """The two halves make a word that stands whole elsewhere."""
        word = _FIRST_WORD.match(after)
        if broken is None or word is None:
            return False
        return (broken[1].rsplit("-", 1)[-1] + word[0]).lower() in self._words()

    def _is_one_word(self, head: str, tail: str, hyphen: str) -> bool:
        last = head.rsplit("-", 1)[-1].lower()
        whole, hyphenated = last + tail.lower(), f"{last}-{tail.lower()}"
        if whole in self._words():
            return True
        if hyphen != HYPHEN and self._is_compound(head.lower(), tail.lower()):
            return False
        words = len(last) >= WORD and {last, tail.lower()} <= self._words()
        if hyphen == "-" and (words or not self._breaks_unmarked()):
            return False
        return (hyphen != SOFT_HYPHEN or self._breaks_words()) and hyphenated not in self._words()

    def _is_compound(self, head: str, tail: str) -> bool:
        """A whole word follows what is itself a compound already, or the usual first part of one."""
        return tail in self._words() and ("-" in head or head in english().compounding)

    def _breaks_words(self) -> bool:
        """A hyphen that may be part of its word or not breaks words in this document.

        It does not where words are broken with a hyphen that is used for nothing else, nor where few lines end in one
        and those look like compounds.
        """
        if self._breaks is None:
            ends = [line.text.rstrip()[-1:] for line in self._lines if len(line.text) > SHORT]
            marked = ends.count(SOFT_HYPHEN)
            many = marked >= RATE * len(ends) or 2 * sum(self._halves()) >= marked
            self._breaks = many and ends.count(HYPHEN) < HABIT
        return self._breaks

    def _breaks_unmarked(self) -> bool:
        """A plain hyphen breaks words in this document: most of those at line ends part what is no compound."""
        if self._breaks_plainly is None:
            halves = list(self._halves("-"))
            self._breaks_plainly = sum(halves) >= HABIT and len(halves) <= 2 * sum(halves)
        return self._breaks_plainly

    def _halves(self, hyphen: str = SOFT_HYPHEN) -> Iterator[bool]:
        """For each word that the hyphen parts, whether one of the parts is no word and the first no usual one."""
        for line, following in pairwise(self._lines):
            end = line.text.rstrip()
            if not end.endswith(hyphen):
                continue
            head, tail = _half(end), _FIRST_WORD.match(following.text.lstrip())
            if head and tail:
                first, second = head[1].lower(), tail[0].lower()
                usual = "-" in first or first in english().compounding
                yield not usual and not {first, second} <= self._words()

    def _words(self) -> frozenset[str]:
        """Words that stand whole in a line; the first and last word of a line may be halves."""
        if self._known is None:
            words: set[str] = set()
            whole: list[str] = []
            after_hyphen = False
            for line in self._lines:
                before_hyphen = line.text.rstrip()[-1:] in _HYPHENS
                if after_hyphen or before_hyphen:
                    found = _WORDS.findall(fold(line.text))
                    words.update(found[after_hyphen : len(found) - before_hyphen], _parts(found[1:-1]))
                else:
                    whole.append(line.text)
                after_hyphen = before_hyphen
            self._known = frozenset(words.union(_words_of(whole)))
        return self._known


def _words_of(texts: Sequence[str]) -> set[str]:
    """The words of texts that none begins or ends within; many texts are searched at once."""
    words: set[str] = set()
    for first in range(0, len(texts), _AT_ONCE):
        words.update(_WORDS.findall(fold("\n".join(texts[first : first + _AT_ONCE]))))
    return words.union(_parts(words))


def _parts(words: Iterable[str]) -> Iterator[str]:
    """Neighbouring parts of compounds, two and two."""
    return (part for word in words if "-" in word for part in _pairs(word))


def _half(text: str) -> re.Match[str] | None:
    """The word with a hyphen that the text ends in; a search from each letter before it would find nothing."""
    return _HYPHENATED.search(text[-_LONGEST:].rpartition(" ")[2])


def _is_address_cut(before: str, after: str) -> bool:
    """The line ends within an address of the web that the next one goes on with."""
    address = _ADDRESS.search(before) if "://" in before or "www." in before else None
    if address is None:
        return False
    if address[0].endswith(("-", HYPHEN, SOFT_HYPHEN)) or after[0] in "/%?=&#_":
        return True
    if address[0].endswith("."):
        return after[0].islower()
    return bool(_OPEN.search(address[0]) and _MORE_ADDRESS.match(after))


def _pairs(word: str) -> list[str]:
    parts = word.split("-")
    return [f"{one}-{other}" for one, other in pairwise(parts)]
