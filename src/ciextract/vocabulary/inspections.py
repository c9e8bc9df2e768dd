"""The rules of inspections.toml out, compiled: sentences that name the area inspected and the time."""

from functools import cache

from ciextract.frozen import frozen
from ciextract.shape import field_names
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.english import english
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules

FILE = "vocabulary/inspections"


class InspectionsFile(FileModel):
    """inspections.toml; ``names`` are patterns that stand in those of the rules, and in the names before them."""

    names: dict[str, str]
    area: tuple[Rule, ...]
    inspected: tuple[Rule, ...]
    inspected_list: tuple[Rule, ...]
    national: tuple[Rule, ...]
    period: tuple[Rule, ...]
    method_period: tuple[Rule, ...]
    of_many: tuple[Rule, ...]
    not_period: tuple[Rule, ...]


@frozen
class InspectionWords:
    """The compiled rules of inspections.toml."""

    area: tuple[CompiledRule, ...]
    inspected: tuple[CompiledRule, ...]
    inspected_list: tuple[CompiledRule, ...]
    national: tuple[CompiledRule, ...]
    period: tuple[CompiledRule, ...]
    method_period: tuple[CompiledRule, ...]
    of_many: tuple[CompiledRule, ...]
    not_period: tuple[CompiledRule, ...]


def inspections_file() -> InspectionsFile:
    """The file as it is written."""
    return shipped("vocabulary", "inspections.toml", InspectionsFile)


@cache
def inspection_words() -> InspectionWords:
    """The rules, compiled once."""
    file = inspections_file()
    area = councils().folded_pattern
    names = {
        **dict(reversed(file.names.items())),
        "areas": rf"{area}(?:(?:,? and |,\s)(?:(?:in|of) )?(?:the )?{area})*(?![\w-])",
        "area": area,
        "month": english().month_pattern,
    }
    compiled = {name: compile_rules(getattr(file, name), FILE, names) for name in field_names(file) if name != "names"}
    return InspectionWords(**compiled)
