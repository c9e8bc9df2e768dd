"""The words of messages.toml out: labels of key messages and lines that introduce a list of them."""

from __future__ import annotations

import re
from functools import cache, cached_property

from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules


class Messages(FileModel):
    """messages.toml."""

    labels: tuple[str, ...]
    introduction: tuple[Rule, ...]

    @cached_property
    def label(self) -> re.Pattern[str]:
        forms = "|".join(re.escape(label).replace(r"\ ", " ").replace(r"\#", r"(\d{1,2})") for label in self.labels)
        return re.compile(rf"(?:{forms})\s*[:.–-]?\s*", re.IGNORECASE)

    @cached_property
    def introductions(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.introduction, "vocabulary/messages")


@cache
def messages() -> Messages:
    """The words of messages.toml."""
    return shipped("vocabulary", "messages.toml", Messages)


def message_label(text: str) -> int | None:
    """The number of a line that is nothing but the label of a key message."""
    match = messages().label.fullmatch(text.strip())
    return int(next(group for group in match.groups() if group)) if match else None
