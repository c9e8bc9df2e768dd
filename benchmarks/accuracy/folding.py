"""In: texts as printed. Out: texts folded as the annotation guide's first rule says, and the comparisons built on it.

Case, runs of white space, curly and straight quotes, dash variants, markdown emphasis, HTML tags and superscript
footnote markers do not count. Nothing else is forgiven.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SUPERSCRIPT = re.compile(
    r"<sup\b[^<>]*>.*?</sup>|\[\^\w+\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2020\u2021]+", re.I | re.S
)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|hr|[uo]l|li|table|thead|tbody|tr|td|th|h[1-6]|blockquote|section)\b[^<>]*>", re.I
)
_INLINE_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.I)  # takes <b>, leaves <https://…> and '< 5'
_EMPHASIS = re.compile(r"\*\*|__")
# A marker that lost its raised place: takes 'Scotland2' and 'August 2019.1 Inspectors', leaves 'Covid-19' and '2.1'.
_GLUED_MARKER = re.compile(r"((?<=[a-z]{3})[.,;:)'\"]*|(?<=\b20\d\d)[.,;:)]|(?<=\b19\d\d)[.,;:)])\d{1,2}(?=\s|$)", re.I)
_LOOKALIKES = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ`´", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
)
_BULLET = re.compile(r"^(?:[•*·▪◦●○‣⁃-]\s+)+")
_PERCENT = r"\d+(?:\.\d+)?\s*(?:%|per ?cent\b)"
_LED_PERCENT = re.compile(rf"(?:[a-z][a-z' -]* )?{_PERCENT}")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text with everything taken away that does not count in a comparison."""
    text = _BLOCK_TAG.sub(" ", _SUPERSCRIPT.sub("", text))
    text = _EMPHASIS.sub("", _INLINE_TAG.sub("", text)).translate(_LOOKALIKES)
    text = _GLUED_MARKER.sub(r"\1", text)
    return " ".join(text.split()).casefold()


def unquoted(text: str) -> str:
    """The text without the quotation marks around it."""
    return text.strip("\"'“”‘’ \t\n")


@lru_cache(maxsize=65536)
def percentage_core(quote: str) -> str:
    """The folded quote; a percentage without the tally printed beside it: '52 (28%) of the 186' gives '28%'.

    A relation word in front stays ('over 40%' is not '40%'), a hedge behind too ('40% or more').
    """
    folded = fold(quote)
    token = re.search(_PERCENT, folded)
    if token is None or not re.search(r"[\d(]", folded[: token.start()] + folded[token.end() :]):
        return folded
    led = _LED_PERCENT.match(folded)
    return (led or token).group(0)


def sentence_lies_in(sentence: str, longer: str) -> bool:
    """Whether the sentence, its bullet and last stop left off, stands inside the longer one."""
    inner = _BULLET.sub("", fold(sentence)).rstrip(".;:, ")
    return bool(inner) and inner in fold(longer)


def starts_with(text: str, opening: str) -> bool:
    """Whether the text opens with these words."""
    return bool(opening) and fold(text).startswith(fold(opening))


def ends_with(text: str, closing: str) -> bool:
    """Whether the text closes with these words, a last stop not counted."""
    return bool(closing) and fold(text).rstrip(". ").endswith(fold(closing).rstrip(". "))
