"""An office with a board, and a meeting of it that was held with three items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import board_with_seats

from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.rules.meetings.meeting import MeetingState

MAY = date(2026, 5, 12)


@dataclass(frozen=True)
class HeldMeeting:
    """A meeting of 12 May 2026 with the ids of its board and its items."""

    file: OfficeFile
    board_id: str
    id: str
    items: tuple[str, ...]


@pytest.fixture
def held(tmp_path: Path) -> Iterator[HeldMeeting]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        board_id = board_with_seats(file)
        of = add_meeting(file, board_id, MAY, start_time="13:30")
        titles = ("Welcome", "Waiting times", "High needs budget")
        made = tuple(add_item(file, of, title, minutes=20) for title in titles)
        set_state(file, of, MeetingState.HELD, today=MAY)
        yield HeldMeeting(file, board_id, of, made)
