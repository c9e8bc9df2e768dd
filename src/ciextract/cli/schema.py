"""Nothing or a directory comes in, the JSON Schemas of records and programme files go out; they are made elsewhere."""

from __future__ import annotations

import os
from typing import Annotated

from ciextract.cli.answer import about
from ciextract.cli.declared import Option
from ciextract.cli.streams import emit
from ciextract.writing import check_writable, replace_file


def schema(
    output: Annotated[
        str | None,
        Option("--output", metavar="DIR", help="Write record-VERSION.json and programme-VERSION.json into it."),
    ] = None,
    programme: Annotated[bool, Option("--programme", help="Print the schema of a programme file.")] = False,
) -> int:
    """Print the JSON Schema of a record.

    \b
    Examples:
      ciextract schema > record.schema.json
      ciextract schema --programme > programme.schema.json
      ciextract schema --output schemas

    The schema is of the 2020-12 kind. Its `version` is the `schema_version` of the records that it describes.
    """
    from ciextract.schema import PROGRAMME_FILE, SCHEMA_FILE, programme_schema_json, schema_json

    if output is None:
        emit((programme_schema_json() if programme else schema_json()).encode())
        return 0
    for name, text in ((SCHEMA_FILE, schema_json()), (PROGRAMME_FILE, programme_schema_json())):
        path = os.path.join(output, name)
        with about(path):
            check_writable(path)
            replace_file(path, text.encode())
    return 0
