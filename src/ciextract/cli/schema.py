"""Nothing or a directory comes in, the JSON Schema of a record goes out; it is made from the model elsewhere."""

from __future__ import annotations

import os
from typing import Annotated

from ciextract.cli.answer import about
from ciextract.cli.declared import Option
from ciextract.cli.files import check_writable, replace_file
from ciextract.cli.streams import emit


def schema(
    output: Annotated[
        str | None, Option("--output", metavar="DIR", help="Write record-VERSION.json into this directory.")
    ] = None,
) -> int:
    """Print the JSON Schema of a record.

    \b
    Examples:
      ciextract schema > record.schema.json
      ciextract schema --output schemas

    The schema is of the 2020-12 kind. Its `version` is the `schema_version` of the records that it describes.
    """
    from ciextract.schema import SCHEMA_FILE, schema_json

    data = schema_json().encode()
    if output is None:
        emit(data)
        return 0
    path = os.path.join(output, SCHEMA_FILE)
    with about(path):
        check_writable(path)
        replace_file(path, data)
    return 0
