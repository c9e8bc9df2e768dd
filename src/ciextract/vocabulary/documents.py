"""The rules of documents.toml out, compiled: by what titles, labels and words a document shows its kind."""

import re
from dataclasses import fields
from functools import cache

from ciextract.frozen import frozen
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules

FILE = "vocabulary/documents"


class DocumentsFile(FileModel):
    """documents.toml."""

    report_line: tuple[Rule, ...]
    title: tuple[Rule, ...]
    begins_release: tuple[Rule, ...]
    not_title: tuple[Rule, ...]
    label: tuple[Rule, ...]
    meeting: tuple[Rule, ...]
    cover: tuple[Rule, ...]
    release: tuple[Rule, ...]
    code: tuple[Rule, ...]
    in_code: str
    subject: tuple[Rule, ...]
    byline: tuple[Rule, ...]
    body: tuple[Rule, ...]
    salutation: tuple[Rule, ...]
    dateline: tuple[Rule, ...]
    today: tuple[Rule, ...]
    copyright: tuple[Rule, ...]
    link: tuple[Rule, ...]
    subtitle: tuple[Rule, ...]
    leading: tuple[Rule, ...]
    not_of_title: tuple[Rule, ...]
    of_its_makers: tuple[Rule, ...]


@frozen
class DocumentWords:
    """The compiled rules of documents.toml."""

    report_line: tuple[CompiledRule, ...]
    title: tuple[CompiledRule, ...]
    begins_release: tuple[CompiledRule, ...]
    not_title: tuple[CompiledRule, ...]
    label: tuple[CompiledRule, ...]
    meeting: tuple[CompiledRule, ...]
    cover: tuple[CompiledRule, ...]
    release: tuple[CompiledRule, ...]
    code: tuple[CompiledRule, ...]
    in_code: re.Pattern[str]
    """Takes a stretch that every code holds."""
    subject: tuple[CompiledRule, ...]
    byline: tuple[CompiledRule, ...]
    body: tuple[CompiledRule, ...]
    salutation: tuple[CompiledRule, ...]
    dateline: tuple[CompiledRule, ...]
    today: tuple[CompiledRule, ...]
    copyright: tuple[CompiledRule, ...]
    link: tuple[CompiledRule, ...]
    subtitle: tuple[CompiledRule, ...]
    leading: tuple[CompiledRule, ...]
    not_of_title: tuple[CompiledRule, ...]
    of_its_makers: tuple[CompiledRule, ...]


def documents_file() -> DocumentsFile:
    """The file as it is written."""
    return shipped("vocabulary", "documents.toml", DocumentsFile)


@cache
def document_words() -> DocumentWords:
    """The rules, compiled once."""
    file = documents_file()
    names = {"area": councils().folded_pattern}
    rules = (field.name for field in fields(DocumentWords) if field.name != "in_code")
    compiled = {name: compile_rules(getattr(file, name), FILE, names) for name in rules}
    return DocumentWords(in_code=re.compile(file.in_code), **compiled)
