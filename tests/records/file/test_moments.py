"""Days of the log and of files: any day somebody can have typed, and files that carry no date."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boarddesk.records.file.moments import day_saved, end_of, stamp


@given(st.dates())
@example(date.min)
@example(date(1900, 1, 1))
@example(date(1969, 12, 31))
@example(date(1970, 1, 1))
@example(date.max - timedelta(1))
def test_every_day_there_is_has_an_end_that_the_log_can_be_asked_about(day: date) -> None:
    written = stamp(end_of(day))
    assert len(written) == len("2026-05-20T22:59:59")
    asked = datetime.fromisoformat(written).replace(tzinfo=UTC)
    assert abs(asked - datetime(day.year, day.month, day.day, 12, tzinfo=UTC)) < timedelta(1, 12)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1910, 1, 1, 10, tzinfo=UTC),
        datetime(1960, 6, 1, 10, tzinfo=UTC),
        datetime(2026, 5, 20, 10, tzinfo=UTC),
    ],
)
def test_a_document_without_a_date_of_its_own_is_dated_all_the_same(tmp_path: Path, moment: datetime) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"")
    seconds = (moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()
    os.utime(path, (seconds, seconds))
    assert day_saved(path) == moment.date()
