"""Days kept free, what meetings clash with, and a year of meetings made in one change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.records.offices import DAY, board_with_seats

from boarddesk.records.boards import board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.timetable import (
    free_days,
    give_free,
    keep_free,
    plan_meetings,
    timetable,
    update_free_days,
)
from boarddesk.rules.dates.pattern import Pattern
from boarddesk.rules.meetings.series import MeetingSeries
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def test_days_are_kept_free_changed_and_given_back_each_in_one_change(file: OfficeFile) -> None:
    free = keep_free(file, DAY, DAY + timedelta(4), " Half-term ")
    update_free_days(file, free, from_day=DAY, until_day=DAY, why="Away day")
    (kept,) = free_days(file)
    assert (kept.from_day, kept.until_day, kept.why) == (DAY, DAY, "Away day")
    give_free(file, free)
    assert free_days(file) == ()
    for days in (1, 5):
        file.undo()
        assert (free_days(file)[0].until_day - DAY).days == days - 1
    file.undo()
    assert free_days(file) == ()


def test_days_kept_free_that_end_before_they_begin_or_last_for_years_are_refused(file: OfficeFile) -> None:
    for until in (DAY - timedelta(1), DAY + timedelta(400)):
        with pytest.raises(Refused) as no:
            keep_free(file, DAY, until)
        assert no.value.field == "until_day"


def test_a_year_is_made_in_one_change_and_undone_in_one(file: OfficeFile) -> None:
    whose = board_with_seats(file)
    series = MeetingSeries(date(2026, 4, 1), date(2027, 3, 31), Pattern(1, nth=2))
    proposed = series.proposed(board(file, whose), timetable(file))
    days = [each.day for each in proposed if each.is_wanted]
    assert len(plan_meetings(file, whose, reversed(days))) == 12
    made = meetings(file, whose)
    assert [(meeting.number, meeting.date) for meeting in made] == list(enumerate(days, start=1))
    again = series.proposed(board(file, whose), timetable(file))
    assert not any(each.may_be_made for each in again)
    assert file.undo_label == "Plan 12 meetings of SIB"
    file.undo()
    assert meetings(file, whose) == ()
    assert board(file, whose).short_name == "SIB"


def test_one_day_refused_makes_none_of_them(file: OfficeFile) -> None:
    whose = board_with_seats(file)
    plan_meetings(file, whose, [DAY])
    with pytest.raises(Refused, match="already meets"):
        plan_meetings(file, whose, [DAY + timedelta(7), DAY])
    assert len(meetings(file, whose)) == 1
    with pytest.raises(Refused, match="at least one day"):
        plan_meetings(file, whose, [])
