"""Nothing or a directory comes in, the published JSON Schemas go out; they are made from the models elsewhere."""

from __future__ import annotations

import os
from typing import Annotated

from ciextract.cli.answer import about
from ciextract.cli.declared import Option
from ciextract.cli.files import check_writable, replace_file
from ciextract.cli.streams import emit

Folder = Annotated[
    str | None,
    Option("--output", metavar="DIR", help="Write record-VERSION.json and verdicts-VERSION.json into this directory."),
]


def schema(output: Folder = None) -> int:
    """Print the JSON Schema of a record; into a directory goes that of verdicts too.

    \b
    Examples:
      ciextract schema > record.schema.json
      ciextract schema --output schemas

    The schema is of the 2020-12 kind. Its `version` is the `schema_version` of the records that it describes.
    """
    from ciextract.schema import SCHEMA_FILE, VERDICTS_FILE, schema_json, verdicts_json

    if output is None:
        emit(schema_json().encode())
        return 0
    for name, made in ((SCHEMA_FILE, schema_json), (VERDICTS_FILE, verdicts_json)):
        path = os.path.join(output, name)
        with about(path):
            check_writable(path)
            replace_file(path, made().encode())
    return 0
