"""An explanation comes in, what a terminal shows of it goes out, its phrases marked; a pipe is given JSON instead."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ciextract.cli.screen import drawn, in_colour
from ciextract.explain import Decline, Explained, Place, RuleWords, Searched, Summary
from ciextract.printing import printable

_LONGEST = 1000
"""Characters of a value, of a rule's words or of a phrase that are shown; the whole of it is in the JSON."""
_PLACES = 5
"""Places that are shown of a piece of text or of a value; all of them are in the JSON."""
_LOOKED = 3
"""Addresses of rules that are shown where many looked."""

Row = tuple[str, Text]


def answer_drawn(answer: Explained | Searched | Summary, width: int) -> bytes:
    """The answer as a terminal of so many columns shows it."""
    if isinstance(answer, Summary):
        return drawn(_summary(answer), width)
    if isinstance(answer, Searched):
        return drawn(_searched(answer), width)
    return drawn([_explained(answer)], width)


def _explained(one: Explained) -> RenderableType:
    rows = [("value", Text(_short(_value(one.value))))]
    if one.meaning:
        rows.append(("meaning", Text(_plain(one.meaning))))
    for rule in one.rules:
        rows.extend(_rule_rows(rule))
    if not one.rules:
        rows.append(("rule", Text("none: it is told of the file, or holds what rules gave", style="dim")))
    rows.extend(_places(one.places))
    return Group(Text(printable(one.pointer), style="bold"), _grid(rows))


def _rule_rows(rule: RuleWords) -> Iterator[Row]:
    yield "rule", Text(printable(rule.address), style="cyan")
    yield "", Text(f"{rule.file}: {_plain(rule.says)}", style="dim")
    for key, words in rule.words.items():
        shown = words if isinstance(words, str) else " | ".join(words)
        if key != "id":
            yield f"  {key}", Text(_short(_plain(shown)))


def _places(places: tuple[Place, ...]) -> Iterator[Row]:
    for place in places[:_PLACES]:
        yield "text", _marked(place)
    if len(places) > _PLACES:
        yield "", Text(f"and {len(places) - _PLACES} more", style="dim")


def _searched(answer: Searched) -> Iterator[RenderableType]:
    many = len(answer.places)
    yield Text(f"{many} place{'' if many == 1 else 's'}", style="bold")
    yield _grid(_places(answer.places))
    if not answer.values and not answer.declined:
        yield Text("no rule took anything here, and none declined anything")
    for one in answer.values:
        yield Group("", _brief(one))
    for each in answer.declined:
        yield Group("", _decline(each))


def _brief(one: Explained) -> RenderableType:
    rules = [("rule", Text(printable(rule.address), style="cyan")) for rule in one.rules]
    return Group(Text(printable(one.pointer), style="bold"), _grid([*rules, *_places(one.places)]))


def _decline(one: Decline) -> RenderableType:
    return Group(
        Text("declined", style="bold"),
        _grid([("why", Text(one.why)), ("rule", _addresses(one.rules)), ("text", _marked(one.place))]),
    )


def _addresses(rules: tuple[str, ...]) -> Text:
    more = f" and {len(rules) - _LOOKED} more" if len(rules) > _LOOKED else ""
    return Text(printable(", ".join(rules[:_LOOKED]) + more), style="cyan")


def _summary(answer: Summary) -> Iterator[RenderableType]:
    yield Text(printable(answer.record_id), style="bold")
    yield _table(("layer", "rule", "values"), ((one.layer, one.rule, str(one.count)) for one in answer.values))
    reasons = ((one.why, _addresses(one.rules).plain, str(one.count)) for one in answer.declined)
    yield _table(("declined as", "rule", "times"), reasons)


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table()
    for heading in headings:
        table.add_column(heading, justify="right" if heading == headings[-1] else "left")
    for row in rows:
        table.add_row(*(Text(printable(words)) for words in row))
    return table


def _grid(rows: Iterable[Row]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, content in rows:
        grid.add_row(Text(label), content)
    return grid


def _marked(place: Place) -> Text:
    """The phrase in the text around it, set off by a style, or by signs where there are no styles."""
    quote = _short(_plain(place.quote))
    phrase = Text(quote, style="bold reverse") if in_colour() else Text(f">>>{quote}<<<")
    where = [f"p. {place.page}" if place.page else "", f"line {place.line}" if place.line else "", place.heading or ""]
    shown = Text.assemble((" · ".join(_plain(one) for one in where if one), "dim"), "\n" if any(where) else "")
    return shown + Text(_plain(place.before)) + phrase + Text(_plain(place.after))


def _value(value: object) -> str:
    # The evidence is shown as text below.
    if isinstance(value, dict):
        return printable(
            "\n".join(f"{key}: {_json(held)}" for key, held in value.items() if key != "evidence"), keep="\n"
        )
    return printable(value) if isinstance(value, str) else _json(value)


def _json(value: object) -> str:
    return _short(printable(json.dumps(value, ensure_ascii=False)))


def _plain(text: str) -> str:
    """The text on one line, with the spaces at its ends, and with nothing that a terminal would obey."""
    return printable("".join(" " if character in "\n\t" else character for character in text))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
