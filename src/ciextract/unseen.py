"""Text comes in, the same text goes out with the characters that a terminal would obey or hide escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

# C0 but for the newline, DEL, C1; Arabic letter mark, bidi marks, line and paragraph separators, bidi embeddings,
# overrides and isolates; lone surrogates, annotation marks, tag characters.
_WITHIN_A_LINE = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)


def escape_unseen(text: str, escape: Callable[[str], str], *, keep: str = "") -> str:
    """The text with each character that a terminal would obey or hide, but for those of ``keep``, escaped."""
    return unseen(newlines="\n" not in keep).sub(lambda found: found[0] if found[0] in keep else escape(found[0]), text)


@cache
def unseen(*, newlines: bool = True) -> re.Pattern[str]:
    """What finds one such character, a newline among them or not."""
    return re.compile(f"[\n{_WITHIN_A_LINE}]" if newlines else f"[{_WITHIN_A_LINE}]")
