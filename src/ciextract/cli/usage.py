"""The arguments of a command come in, its usage goes out as they are declared, the same with every version of typer."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand


class Command(TyperCommand):
    """Versions of typer put brackets and dots of their own around names of arguments, which have theirs here."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - typer's own, of no public type
        arguments = (each for each in self.params if each.param_type_name == "argument")
        return [self.options_metavar or "", *(str(each.metavar) for each in arguments)]
