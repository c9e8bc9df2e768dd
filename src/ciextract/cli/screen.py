"""What rich can draw comes in, the bytes that a terminal shows go out; what is drawn is decided by the commands."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def drawn(pieces: Iterable[RenderableType], width: int) -> bytes:
    """The pieces one below the other, so many columns wide, in UTF-8; nothing in them is read as markup."""
    screen = io.StringIO()
    console = _console(screen, width)
    for piece in pieces:
        console.print(piece)
    return screen.getvalue().encode()


def in_colour() -> bool:
    """Whether the terminal shows styles."""
    return _console(io.StringIO(), 80).color_system is not None


def _console(screen: io.StringIO, width: int) -> Console:
    from rich.console import Console

    return Console(
        file=screen,
        force_terminal=True,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
    )
