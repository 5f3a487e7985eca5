"""What cannot have been written into the log is refused as it is read, so that nothing past it stumbles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from boarddesk.records.file.driver import Connection, connect_in_memory
from boarddesk.records.file.log_rows import fetch_log, read_image
from boarddesk.records.file.moments import read_stamp


@pytest.fixture
def connection() -> Iterator[Connection]:
    with closing(connect_in_memory()) as made:
        yield made


@pytest.mark.parametrize(
    "value",
    [
        "1 AS label",
        "NULL AS made_at",
        "x'61' AS chain",
        "'one' AS number",
        "1.5 AS last_row",
        "'' AS undo_next",
    ],
)
def test_a_value_of_another_kind_is_refused(connection: Connection, value: str) -> None:
    with pytest.raises(ValueError, match=r" is no (int|NoneType|bytes|str|float)"):
        fetch_log(connection, f"SELECT {value}")


def test_what_may_be_written_is_read(connection: Connection) -> None:
    sql = "SELECT 'Add' AS label, 7 AS number, NULL AS undo_next, 3 AS reverses, 'x' AS other"
    assert fetch_log(connection, sql) == [
        {"label": "Add", "number": 7, "undo_next": None, "reverses": 3, "other": "x"}
    ]


@pytest.mark.parametrize("text", [None, 3, b"{}", "", "{", "[]", "null", '"name"', "[" * 100_000])
def test_an_image_that_is_no_object_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match=r"no object|nested|Expecting"):
        read_image(text)


@pytest.mark.parametrize("text", ["", "soon", "0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_a_moment_that_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Invalid isoformat|no moment"):
        read_stamp(text)
