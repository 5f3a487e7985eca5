"""Whoever was asked is known with each action, and once all were the step of the round is done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.records.offices import board_with_seats

from boarddesk.records import rhythm
from boarddesk.records.agenda import arising
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.records.owners import owner_called
from boarddesk.records.packs.chasing import STEP, chase_pack, owners_actions, record_chase
from boarddesk.rules.meetings.meeting import MeetingState

APRIL, MAY, TODAY = date(2026, 4, 14), date(2026, 5, 12), date(2026, 5, 28)


def test_once_every_late_owner_was_asked_the_step_of_the_round_is_ticked(tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        board_id = board_with_seats(file)
        may = add_meeting(file, board_id, MAY)
        set_state(file, may, MeetingState.HELD, today=TODAY)
        add_meeting(file, board_id, date(2026, 6, 9))
        for name in ("Ann Hale", "Ben Moor"):
            owner = owner_called(file, name)
            arising.add_action(file, board_id, text="Send", raised_on=APRIL, due="20 May 2026", owner=owner)
        first, second = owners_actions(file, board_id, today=TODAY)
        assert chase_pack(file, None, today=TODAY).meeting_day == date(2026, 6, 9)

        record_chase(file, first, how="by e-mail", today=TODAY)
        assert STEP not in rhythm.round_records(file, may)[may].ticked
        record_chase(file, second, how="text copied", today=TODAY)
        assert rhythm.round_records(file, may)[may].ticked[STEP] == TODAY
        assert file.undo() == "Chase Ben Moor"
        assert STEP not in rhythm.round_records(file, may)[may].ticked
        assert owners_actions(file, board_id, today=TODAY)[1].last_chased is None
