"""Nothing or a directory comes in, the published JSON Schemas go out; they are made from the models elsewhere."""

from __future__ import annotations

import os
from typing import Annotated

from ciextract.cli.answer import about
from ciextract.cli.declared import Option
from ciextract.cli.streams import emit
from ciextract.writing import check_writable, replace_file

Folder = Annotated[
    str | None,
    Option("--output", metavar="DIR", help="Write the schemas of records, programmes and verdicts into it."),
]


def schema(
    output: Folder = None,
    programme: Annotated[bool, Option("--programme", help="Print the schema of a programme file.")] = False,
) -> int:
    """Print the JSON Schema of a record; into a directory go those of programme files and verdicts too.

    \b
    Examples:
      ciextract schema > record.schema.json
      ciextract schema --programme > programme.schema.json
      ciextract schema --output schemas

    The schema is of the 2020-12 kind. Its `version` is the `schema_version` of the records that it describes.
    """
    from ciextract.schema import (
        PROGRAMME_FILE,
        SCHEMA_FILE,
        VERDICTS_FILE,
        programme_schema_json,
        schema_json,
        verdicts_json,
    )

    if output is None:
        emit((programme_schema_json() if programme else schema_json()).encode())
        return 0
    made = {SCHEMA_FILE: schema_json, PROGRAMME_FILE: programme_schema_json, VERDICTS_FILE: verdicts_json}
    for name, text in made.items():
        path = os.path.join(output, name)
        with about(path):
            check_writable(path)
            replace_file(path, text().encode())
    return 0
