"""Arguments and options come in as words and go out as values that a command can use; only passwords are read here."""

from __future__ import annotations

import codecs
from typing import Annotated

from ciextract.cli.declared import Argument, Option, wrong_use
from ciextract.errors import reason
from ciextract.intake import open_file

_LONGEST_PASSWORD_FILE = 4096
_OCR_MODES = ("never", "auto", "force")


def _known_encoding(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        b"    ".decode(name, "replace")  # some, such as hex, are no encodings of text
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise wrong_use(f"{name!r} is no known encoding; give a name such as utf-8 or cp1252") from None


def _known_mode(mode: str) -> str:
    if mode not in _OCR_MODES:
        raise wrong_use(f"{mode!r} is none of {', '.join(_OCR_MODES)}")
    return mode


def _iso_date(text: str | None) -> str | None:
    if text is None:
        return None
    from ciextract.record.source import is_date  # most calls need no record here

    if is_date(text):
        return text
    raise wrong_use(f"{text!r} is no date; write it as 2026-11-30")


def _address(text: str | None) -> str | None:
    if text is None:
        return None
    from ciextract.record.source import is_address

    if is_address(text):
        return text
    raise wrong_use(f"{text!r} is no address of http or https; percent-encode odd characters")


def _password_in(path: str | None) -> str | None:
    # The password is asked for in a file, never as an argument: other users of the machine can read arguments.
    if path is None:
        return None
    try:
        with open_file(path) as stream:
            first_line = stream.read(_LONGEST_PASSWORD_FILE).split(b"\n")[0].removesuffix(b"\r")
        return first_line.decode("utf-8-sig")
    except OSError as error:
        raise wrong_use(f"{path!r} cannot be read: {reason(error)}") from None
    except UnicodeDecodeError:
        raise wrong_use(f"{path!r} is not in UTF-8; save it as UTF-8") from None


# Hidden from the list of arguments: each command's own words say what FILE is, without a Python type beside it.
File = Annotated[str, Argument(metavar="FILE", show_default=False, hidden=True)]
Encoding = Annotated[
    str | None,
    Option(
        "--encoding",
        metavar="NAME",
        callback=_known_encoding,
        help="Encoding of a plain text or HTML document that does not say its own.",
    ),
]
Password = Annotated[
    str | None,
    Option(
        "--password-file",
        metavar="FILE",
        callback=_password_in,
        help="File whose first line is the password of an encrypted PDF.",
    ),
]
Ocr = Annotated[
    str,
    Option(
        "--ocr",
        metavar="MODE",
        callback=_known_mode,
        help="Recognise the text of a PDF's pages: never, auto (of those without text) or force (of all).",
    ),
]
SourceUrl = Annotated[
    str | None,
    Option(
        "--source-url",
        metavar="URL",
        callback=_address,
        help="Public address of the document, to be kept in the record.",
    ),
]
Retrieved = Annotated[
    str | None,
    Option(
        "--retrieved",
        metavar="DATE",
        callback=_iso_date,
        help="Date on which the document was fetched, as 2026-11-30, to be kept in the record.",
    ),
]
ScaleName = Annotated[
    str | None,
    Option(
        "--scale",
        metavar="SCALE",
        help="Give words of quantity the ranges of a published scale: its name, or a TOML file.",
    ),
]
ProgrammeName = Annotated[
    str | None,
    Option(
        "--programme",
        metavar="PROGRAMME",
        help="Take the document as one of this programme: its name, or a TOML file.",
    ),
]
Quiet = Annotated[bool, Option("--quiet", help="Leave out the warnings on standard error.")]
NoSummary = Annotated[bool, Option("--quiet", help="Leave out the summary on standard error.")]
Output = Annotated[
    str | None, Option("--output", metavar="FILE", help="Write the record to this file, whole or not at all.")
]
Indent = Annotated[int, Option("--indent", metavar="N", min=0, max=16, help="Spaces for each level.")]
Compact = Annotated[bool, Option("--compact", help="Write the record on one line, without spaces.")]
Strict = Annotated[
    bool,
    Option("--strict", help="Refuse a record that is incomplete, of no known inspection, or at odds with itself."),
]
Timeout = Annotated[
    float | None,
    Option(
        "--timeout",
        metavar="SECONDS",
        min=0.1,
        max=1_000_000,
        help="Time for the whole of a document; otherwise it grows with its size and pages.",
    ),
]
MaxMemory = Annotated[
    int,
    Option(
        "--max-memory",
        metavar="MB",
        min=0,
        max=1_000_000_000,
        show_default=False,
        help="Memory for the process that reads a document, 2048 if not given; 0 for no limit.",
    ),
]
