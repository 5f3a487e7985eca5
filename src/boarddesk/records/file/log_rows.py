"""Rows of the log as they are read: each value of its column's kind, each image an object of JSON.

Whoever reads them at this door knows that what is wrong past it is a mistake in the program, and no damage.
"""

from __future__ import annotations

import json
from typing import Final

from boarddesk.records.file.driver import Connection, Params, Row, fetch

ENTRY: Final = (
    "number, label, who, made_at, kind, reverses, undo_next, redo_next, "
    "first_row, last_row, salt, digest, chain"
)
"""The columns of an entry, each by name: where one is missing the file is not what was written."""
LOGGED_ROW: Final = "id, entry, op, table_name, row_id, before, after"

_TEXT: Final = frozenset({str})
_NUMBER: Final = frozenset({int})
_KINDS: Final = {
    **dict.fromkeys(("label", "who", "made_at", "kind", "salt", "digest", "chain"), _TEXT),
    **dict.fromkeys(("op", "table_name", "row_id", "file_id", "origin", "chain_head"), _TEXT),
    **dict.fromkeys(("number", "first_row", "last_row", "entry", "commit_number"), _NUMBER),
    **dict.fromkeys(("reverses", "undo_next", "redo_next"), _NUMBER | {type(None)}),
}


def fetch_log(connection: Connection, sql: str, params: Params = ()) -> list[Row]:
    """Rows of the log's own tables. Raises ValueError where a value cannot have been written there."""
    rows = fetch(connection, sql, params)
    for row in rows:
        for name, value in row.items():
            if name in _KINDS and type(value) not in _KINDS[name]:
                raise ValueError(f"{name} is no {type(value).__name__}")
    return rows


def read_image(text: object) -> Row:
    """The columns of a row as the log keeps them. Raises ValueError where it is none."""
    try:
        image = json.loads(text) if isinstance(text, str) else None
    except RecursionError as error:
        raise ValueError("it is nested beyond reading") from error
    if not isinstance(image, dict):
        raise ValueError("it is no object of JSON")
    return image
