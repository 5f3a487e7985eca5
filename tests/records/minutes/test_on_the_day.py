"""What was on no agenda is taken all the same, last, and flagged; a committee says why it was urgent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.records.minutes.conftest import MAY, HeldMeeting

from boarddesk.records.agenda.items import agenda, agenda_issued, agenda_item, copy_agenda
from boarddesk.records.boards import update_board
from boarddesk.records.meetings import add_meeting
from boarddesk.records.minutes.on_the_day import add_on_the_day, take_off_again
from boarddesk.rules.people import BoardKind
from boarddesk.rules.refused import Refused


def test_it_stands_last_and_moves_no_number(held: HeldMeeting) -> None:
    before = [row.number for row in agenda(held.file, held.id).rows]
    made = add_on_the_day(held.file, held.id, "A letter from parents", today=MAY, minutes=5)
    rows = agenda(held.file, held.id).rows
    assert [row.number for row in rows] == [*before, "4"]
    assert (rows[-1].item.id, rows[-1].item.added_on_the_day, rows[-1].minutes) == (made, True, 5)
    held.file.undo()
    assert len(agenda(held.file, held.id).rows) == 3
    held.file.redo()
    assert agenda_item(held.file, made).title == "A letter from parents"


def test_it_may_be_added_to_an_agenda_that_was_issued_but_not_before_the_day(held: HeldMeeting) -> None:
    later = add_meeting(held.file, held.board_id, MAY + timedelta(days=28))
    agenda_issued(held.file, later)
    with pytest.raises(Refused, match="still to come"):
        add_on_the_day(held.file, later, "A letter", today=MAY)
    assert add_on_the_day(held.file, later, "A letter", today=MAY + timedelta(days=28))


def test_a_committee_says_the_special_circumstances(held: HeldMeeting) -> None:
    update_board(held.file, held.board_id, kind=BoardKind.STATUTORY)
    with pytest.raises(Refused, match="special circumstances"):
        add_on_the_day(held.file, held.id, "A closure", today=MAY)
    made = add_on_the_day(held.file, held.id, "A closure", today=MAY, late_why="It came on Monday")
    assert agenda_item(held.file, made).late_why == "It came on Monday"


def test_only_what_was_added_on_the_day_is_taken_off_and_none_of_it_is_copied(held: HeldMeeting) -> None:
    made = add_on_the_day(held.file, held.id, "A letter", today=MAY)
    later = add_meeting(held.file, held.board_id, date(2026, 6, 9))
    copy_agenda(held.file, held.id, later)
    assert [row.item.title for row in agenda(held.file, later).rows][-1] == "High needs budget"
    take_off_again(held.file, made)
    with pytest.raises(Refused, match="not reached"):
        take_off_again(held.file, held.items[0])
