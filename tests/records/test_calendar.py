"""A meeting's entry is numbered by how often it was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from tests.records.offices import DAY, board_with_seats

from boarddesk.records.boards import update_board
from boarddesk.records.calendar import assumed, entry, next_meeting
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, meeting, move_meeting, set_state, update_meeting
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def meeting_id(file: OfficeFile) -> str:
    return add_meeting(file, board_with_seats(file), DAY)


def raised(file: OfficeFile, meeting_id: str, action: Callable[[], object]) -> int:
    """How much the sequence grew."""
    before = entry(file, meeting_id).sequence
    action()
    return entry(file, meeting_id).sequence - before


def test_a_new_meeting_begins_at_nought(file: OfficeFile, meeting_id: str) -> None:
    assert entry(file, meeting_id).sequence == 0


def test_a_moved_meeting_is_one_further(file: OfficeFile, meeting_id: str) -> None:
    later = DAY + timedelta(7)
    assert raised(file, meeting_id, lambda: move_meeting(file, meeting_id, later, start_time="10:00")) == 1
    assert entry(file, meeting_id).start.isoformat() == "2026-06-16T10:00:00"


def test_another_place_is_one_further(file: OfficeFile, meeting_id: str) -> None:
    assert raised(file, meeting_id, lambda: update_meeting(file, meeting_id, venue="Town Hall")) == 1


def test_cancelling_and_planning_again_each_raise_it(file: OfficeFile, meeting_id: str) -> None:
    for state in (MeetingState.CANCELLED, MeetingState.PLANNED):
        assert raised(file, meeting_id, partial(set_state, file, meeting_id, state, today=DAY)) == 1
        assert entry(file, meeting_id).cancelled is (state is MeetingState.CANCELLED)


def test_what_is_undone_is_one_change_more_and_never_one_less(file: OfficeFile, meeting_id: str) -> None:
    move_meeting(file, meeting_id, DAY + timedelta(7))
    assert raised(file, meeting_id, file.undo) == 1
    assert raised(file, meeting_id, file.redo) == 1


def test_a_meeting_put_before_it_changes_its_number_and_raises_it(file: OfficeFile, meeting_id: str) -> None:
    board_id = meeting(file, meeting_id).board_id
    assert raised(file, meeting_id, lambda: add_meeting(file, board_id, DAY - timedelta(7))) == 1
    assert "· 02" in entry(file, meeting_id).summary


def test_what_the_entry_repeats_of_its_board_raises_it_and_nothing_else_does(
    file: OfficeFile, meeting_id: str
) -> None:
    board_id = meeting(file, meeting_id).board_id
    assert raised(file, meeting_id, lambda: update_board(file, board_id, minutes_long=60)) == 1
    assert raised(file, meeting_id, lambda: update_board(file, board_id, purpose="To improve")) == 0


def test_another_meetings_changes_leave_it_alone(file: OfficeFile, meeting_id: str) -> None:
    other = add_meeting(file, meeting(file, meeting_id).board_id, DAY + timedelta(28))
    assert raised(file, meeting_id, lambda: update_meeting(file, other, venue="Town Hall")) == 0


def test_it_tells_what_it_has_to_assume(file: OfficeFile, meeting_id: str) -> None:
    assert "120 minutes" in assumed(file, meeting_id)


def test_the_next_meeting_is_the_first_that_is_still_to_come(file: OfficeFile, meeting_id: str) -> None:
    board_id = meeting(file, meeting_id).board_id
    second = add_meeting(file, board_id, DAY + timedelta(28))
    assert next_meeting(file, today=DAY).id == meeting_id
    set_state(file, meeting_id, MeetingState.CANCELLED, today=DAY)
    assert next_meeting(file, today=DAY, board_id=board_id).id == second
    with pytest.raises(Refused, match="SIB-2026-03"):
        next_meeting(file, today=date(2027, 1, 1))
