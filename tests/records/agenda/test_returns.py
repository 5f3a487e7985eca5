"""Returns say which area reported to which meeting, and whom to chase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import board_with_seats

from boarddesk.records.agenda import returns
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.records.plan.areas import add_area
from boarddesk.records.plan.plans import add_plan
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.refused import Refused
from boarddesk.rules.returns import RETURN_KEYS, ReturnState

MAY, JUNE, JULY = date(2026, 5, 12), date(2026, 6, 9), date(2026, 7, 14)
TODAY = date(2026, 6, 2)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def board_id(file: OfficeFile) -> str:
    return board_with_seats(file)


@pytest.fixture
def areas(file: OfficeFile, board_id: str) -> list[str]:
    plan_id = add_plan(file, "Plan", board_id=board_id)
    return [add_area(file, plan_id, number=number, title=f"Area {number}") for number in "123"]


@pytest.fixture
def meetings(file: OfficeFile, board_id: str) -> list[str]:
    made = [add_meeting(file, board_id, day) for day in (MAY, JUNE, JULY)]
    set_state(file, made[0], MeetingState.HELD, today=TODAY)
    return made


def test_each_state_has_the_key_of_its_first_letter() -> None:
    assert "".join(RETURN_KEYS) == "WVLN"


def test_the_areas_that_have_not_reported_to_the_next_meeting_are_chased(
    file: OfficeFile, board_id: str, areas: list[str], meetings: list[str]
) -> None:
    may, june, _july = meetings
    returns.set_return(file, may, areas[0], ReturnState.WRITTEN)
    returns.set_return(file, june, areas[1], ReturnState.VERBAL)
    returns.set_return(file, june, areas[2], ReturnState.NONE)
    grid = returns.returns_grid(file, board_id)
    assert [area.words for area in grid.to_chase] == ["1 Area 1", "3 Area 3"]
    assert [grid.received(meeting_id) for meeting_id in meetings] == [1, 1, 0]
    assert [area.id for area in returns.missing_returns(file, june)] == [areas[0], areas[2]]


def test_a_key_over_several_cells_is_one_change_and_the_same_key_again_another_state(
    file: OfficeFile, board_id: str, areas: list[str], meetings: list[str]
) -> None:
    cells = [(meetings[0], area_id) for area_id in areas]
    returns.set_returns(file, cells, ReturnState.WRITTEN)
    returns.set_return(file, meetings[0], areas[1], ReturnState.LATE)
    grid = returns.returns_grid(file, board_id)
    assert [grid.state(*cell) for cell in cells] == [
        ReturnState.WRITTEN,
        ReturnState.LATE,
        ReturnState.WRITTEN,
    ]
    assert file.undo() == "Note return as late"
    assert file.undo() == "Note return of 3 areas as written"
    assert not returns.returns_grid(file, board_id).states


def test_a_cell_is_emptied_again_and_a_cancelled_meeting_has_none(
    file: OfficeFile, board_id: str, areas: list[str], meetings: list[str]
) -> None:
    returns.set_return(file, meetings[1], areas[0], ReturnState.WRITTEN)
    returns.set_return(file, meetings[1], areas[0], None)
    assert not returns.returns_grid(file, board_id).states
    set_state(file, meetings[1], MeetingState.CANCELLED, today=TODAY)
    assert [meeting.date for meeting in returns.returns_grid(file, board_id).meetings] == [MAY, JULY]
    with pytest.raises(Refused, match="cancelled"):
        returns.set_return(file, meetings[1], areas[0], ReturnState.WRITTEN)
