"""The name of a programme comes in and is refused where it cannot be used, before any document is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ciextract.cli.isolated import settled

if TYPE_CHECKING:
    from ciextract.batch.messages import Made, Request
    from ciextract.document import Progress


def check_programme(name: str | None) -> None:
    """Raise an error where a programme is asked for that does not exist or is wrong; a user's file goes to a child."""
    if name is None:
        return
    from ciextract.programme.checking import ENDING, load_programme

    if name.endswith(ENDING):
        settled(text_of, name)
    else:
        load_programme(name)


def text_of(request: Request, progress: Progress) -> Made:
    """The bytes of a programme's file, which has been checked."""
    from ciextract.batch.messages import Made
    from ciextract.programme.checking import load_programme, programme_text

    load_programme(request.path)
    return Made(programme_text(request.path))
