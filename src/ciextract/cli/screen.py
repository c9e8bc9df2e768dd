"""What rich can draw comes in, the bytes that a terminal shows go out; what is drawn is decided by the commands."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def drawn(pieces: Iterable[RenderableType]) -> bytes:
    """The pieces one below the other, in UTF-8 whatever the locale is; nothing in them is read as markup."""
    screen = io.StringIO()
    console = _console(screen)
    for piece in pieces:
        console.print(piece)
    return screen.getvalue().encode()


def in_colour() -> bool:
    """Whether the terminal shows styles."""
    return _console(io.StringIO()).color_system is not None


def _console(screen: io.StringIO) -> Console:
    from rich.console import Console

    return Console(
        file=screen,
        force_terminal=True,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        width=shutil.get_terminal_size().columns,
        markup=False,
        emoji=False,
        highlight=False,
    )
