"""The words of messages.toml out: labels of key messages and lines that introduce a list of them."""

import re
from functools import cache, cached_property

from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules

_AFTER_A_COLON = " -–—"


class Messages(FileModel):
    """messages.toml."""

    labels: tuple[str, ...]
    introduction: tuple[Rule, ...]

    @cached_property
    def label(self) -> re.Pattern[str]:
        forms = "|".join(re.escape(label).replace(r"\ ", " ").replace(r"\#", r"(\d{1,2})") for label in self.labels)
        return re.compile(rf"\s*(?:{forms})\s*(?:[:.–-](?:\s+|$)|$)", re.IGNORECASE)

    @cached_property
    def introductions(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.introduction, "vocabulary/messages")


@cache
def messages() -> Messages:
    """The words of messages.toml."""
    return shipped("vocabulary", "messages.toml", Messages)


def message_label(text: str) -> int | None:
    """The number of a line that is nothing but the label of a key message."""
    found = labelled_message(text)
    return found[0] if found is not None and found[1] == len(text) else None


def labelled_message(text: str) -> tuple[int, int] | None:
    """The number of a key message, and where its text begins, in a line that its label begins."""
    match = messages().label.match(text)
    return (int(next(group for group in match.groups() if group)), match.end()) if match else None


def leading_in(text: str) -> str:
    """The text without the dash that papers print behind a colon which leads in to a list: 'were:-'."""
    text = text.rstrip()
    stem = text.rstrip(_AFTER_A_COLON)
    return stem if stem.endswith(":") else text
