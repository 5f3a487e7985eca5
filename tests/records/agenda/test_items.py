"""Agendas kept: brought in, put in order, copied and sent on; and what an issued one does not take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boarddesk.records import boards, meetings
from boarddesk.records.agenda import items, standing
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.agenda.item import Fills, ItemKind, Origin, Outcome, Purpose
from boarddesk.rules.agenda.order import made_sub_item, moved_up
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import BoardKind
from boarddesk.rules.refused import Refused

MAY, JUNE, JULY = date(2026, 5, 12), date(2026, 6, 9), date(2026, 7, 14)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        yield file


@pytest.fixture
def board_id(file: OfficeFile) -> str:
    return boards.add_board(file, "SEND Improvement Board", "SIB", start_time="13:30")


@pytest.fixture
def june(file: OfficeFile, board_id: str) -> str:
    return meetings.add_meeting(file, board_id, JUNE)


def change(file: OfficeFile, item_id: str, **fields: Any) -> None:
    items.change_item(file, replace(items.agenda_item(file, item_id), **fields))


def titles(file: OfficeFile, meeting_id: str) -> list[str]:
    return [f"{row.number} {row.item.title}" for row in items.agenda(file, meeting_id).rows]


def test_items_are_numbered_as_they_stand_and_undo_puts_them_back(file: OfficeFile, june: str) -> None:
    first, second = (items.add_item(file, june, title) for title in ("Welcome", "Waiting times"))
    items.rearrange(file, second, moved_up)
    assert titles(file, june) == ["1 Waiting times", "2 Welcome"]
    items.rearrange(file, first, made_sub_item)
    assert titles(file, june) == ["1 Waiting times", "1.1 Welcome"]
    file.undo()
    file.undo()
    assert titles(file, june) == ["1 Welcome", "2 Waiting times"]


def test_taking_a_heading_away_takes_what_is_under_it_and_undo_brings_all_back(
    file: OfficeFile, june: str
) -> None:
    heading = items.add_item(file, june, "Therapies")
    items.add_item(file, june, "Posts", under=heading)
    items.remove_item(file, heading)
    assert titles(file, june) == []
    file.undo()
    assert titles(file, june) == ["1 Therapies", "1.1 Posts"]


def test_an_item_without_a_title_or_with_impossible_minutes_is_refused(file: OfficeFile, june: str) -> None:
    with pytest.raises(Refused, match="title"):
        items.add_item(file, june, "  ")
    with pytest.raises(Refused, match="minutes"):
        items.add_item(file, june, "Welcome", minutes=-5)
    assert titles(file, june) == []


def issued(file: OfficeFile, meeting_id: str) -> None:
    with file.change("Issue") as change:
        change.update("meeting", meeting_id, state=MeetingState.AGENDA_ISSUED, agenda_version=1)


def test_an_issued_agenda_stands_but_the_chairs_note_may_change(file: OfficeFile, june: str) -> None:
    item_id = items.add_item(file, june, "Waiting times")
    issued(file, june)
    with pytest.raises(Refused, match="issued"):
        change(file, item_id, title="Waits")
    with pytest.raises(Refused, match="issued"):
        items.add_item(file, june, "One more")
    change(file, item_id, chair_note="Ask why.")
    assert items.agenda_item(file, item_id).chair_note == "Ask why."


def test_a_late_item_is_a_supplement_at_the_end(file: OfficeFile, june: str) -> None:
    items.add_item(file, june, "Waiting times")
    issued(file, june)
    late = items.add_item(file, june, "Transport", late_why="The contract ends on 30 June.")
    assert titles(file, june) == ["1 Waiting times", "2 Transport"]
    assert items.agenda_item(file, late).supplement == 1


def test_a_new_version_of_the_agenda_says_why(file: OfficeFile, june: str) -> None:
    item_id = items.add_item(file, june, "Waiting times")
    issued(file, june)
    with pytest.raises(Refused, match="why"):
        items.reopen_agenda(file, june, why=" ", on=MAY)
    items.reopen_agenda(file, june, why="The chair asked for another order.", on=MAY)
    change(file, item_id, title="Waits")
    assert meetings.meeting(file, june).agenda_reopened_why == "The chair asked for another order."
    file.undo()
    file.undo()
    assert meetings.meeting(file, june).agenda_reopened_on is None


def test_an_agenda_issued_here_cannot_be_called_planned_again(file: OfficeFile, june: str) -> None:
    issued(file, june)
    with pytest.raises(Refused, match="new version"):
        meetings.set_state(file, june, MeetingState.PLANNED, today=MAY)


def test_a_statutory_committee_names_the_exempt_paragraph_and_why(
    file: OfficeFile, board_id: str, june: str
) -> None:
    item_id = items.add_item(file, june, "A family’s account")
    change(file, item_id, restricted=True)
    change(file, item_id, restricted=False)
    boards.update_board(file, board_id, kind=BoardKind.STATUTORY)
    with pytest.raises(Refused, match="exempt paragraph") as refused:
        change(file, item_id, restricted=True)
    assert refused.value.field == "exempt_paragraph"
    with pytest.raises(Refused, match="outweighs"):
        change(file, item_id, restricted=True, exempt_paragraph=2)
    change(file, item_id, restricted=True, exempt_paragraph=2, restricted_why="It would name a family.")
    assert items.agenda_item(file, item_id).exempt_paragraph == 2


def test_copying_an_agenda_leaves_the_chairs_notes_and_what_became_of_it_behind(
    file: OfficeFile, board_id: str, june: str
) -> None:
    heading = items.add_item(file, june, "Therapies", kind=ItemKind.DEEP_DIVE)
    posts = items.add_item(file, june, "Posts", under=heading, purpose=Purpose.DECISION, minutes=15)
    change(file, posts, chair_note="Ask why.", words_to_use="May I ask")
    july = meetings.add_meeting(file, board_id, JULY)
    items.copy_agenda(file, june, july)
    copied = items.agenda_items(file, july)
    assert titles(file, july) == ["1 Therapies", "1.1 Posts"]
    assert (copied[1].purpose, copied[1].minutes, copied[1].origin) == (
        Purpose.DECISION,
        15,
        Origin(item_id=posts),
    )
    assert not any(item.chair_note or item.words_to_use or item.outcome for item in copied)
    file.undo()
    assert titles(file, july) == []


def test_an_item_goes_to_the_next_meeting_with_what_is_under_it(
    file: OfficeFile, board_id: str, june: str
) -> None:
    items.add_item(file, june, "Welcome")
    heading = items.add_item(file, june, "Therapies")
    items.add_item(file, june, "Posts", under=heading)
    july = meetings.add_meeting(file, board_id, JULY)
    items.add_item(file, july, "Budget")
    items.send_on(file, heading, july)
    assert titles(file, june) == ["1 Welcome"]
    assert titles(file, july) == ["1 Budget", "2 Therapies", "2.1 Posts"]


def test_what_became_of_an_item_is_noted_once_the_meeting_was_held(file: OfficeFile, june: str) -> None:
    item_id = items.add_item(file, june, "Budget")
    with pytest.raises(Refused, match="still to come"):
        items.set_outcome(file, item_id, Outcome.DEFERRED)
    meetings.set_state(file, june, MeetingState.HELD, today=JUNE)
    items.set_outcome(file, item_id, Outcome.DEFERRED, note="No figures yet.")
    assert items.agenda_item(file, item_id).outcome is Outcome.DEFERRED
    with pytest.raises(Refused, match="held"):
        items.add_item(file, june, "One more")


def test_standing_items_come_once_and_the_minutes_say_of_which_day(
    file: OfficeFile, board_id: str, june: str
) -> None:
    may = meetings.add_meeting(file, board_id, MAY)
    standing.add_standing_item(file, board_id, "Welcome and apologies", minutes=5)
    standing.add_standing_item(file, board_id, "Minutes of the last meeting", fills=Fills.MINUTES)
    standing.bring_in_standing_items(file, june)
    assert titles(file, june) == ["1 Welcome and apologies", "2 Minutes of 12 May"]
    assert items.agenda_items(file, june)[1].minutes_of_id == may
    with pytest.raises(Refused, match="already"):
        standing.bring_in_standing_items(file, june)
    with pytest.raises(Refused, match="fills itself"):
        standing.add_standing_item(file, board_id, "Minutes again", fills=Fills.MINUTES)
