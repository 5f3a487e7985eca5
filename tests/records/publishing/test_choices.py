"""What was chosen before publishing is kept, changed and taken up again, each step undone by one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import boards, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import add_person
from boarddesk.records.publishing.choices import publish_choices, settle, take_up_again
from boarddesk.records.publishing.lookout import lookout
from boarddesk.records.publishing.publications import (
    publications,
    record_publication,
    take_back_publication,
)
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import NamesPrinted
from boarddesk.rules.publishing.choices import WayOut
from boarddesk.rules.publishing.clue import Passage
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.rules.refused import Refused

DAY = date(2026, 6, 9)


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    file = OfficeFile.create(tmp_path / "office.boarddesk")
    board_id = boards.add_board(file, "SEND Improvement Board", "SIB")
    meetings.add_meeting(file, board_id, DAY)
    return file


def _meeting(file: OfficeFile) -> str:
    return meetings.meetings(file)[0].id


def test_a_choice_takes_the_place_of_the_one_before_and_is_undone(office: OfficeFile) -> None:
    of = _meeting(office)
    (clue,) = lookout(office, boards.boards(office)[0].id).clues([Passage("p", "1", "Two pupils left.")])
    settle(office, of, clue, WayOut.WRITE, instead="fewer than five", on=DAY)
    settle(office, of, clue, WayOut.ACCEPT, why="both are staff", on=DAY)
    (choice,) = publish_choices(office, of)
    assert (choice.how, choice.why, choice.instead) == (WayOut.ACCEPT, "both are staff", "")
    office.undo()
    assert publish_choices(office, of)[0].told == "Now “fewer than five”"
    take_up_again(office, publish_choices(office, of)[0])
    assert not publish_choices(office, of)
    office.undo()
    assert len(publish_choices(office, of)) == 1


def test_a_board_says_its_least_count_and_who_is_known_may_be_named(office: OfficeFile) -> None:
    board = boards.boards(office)[0]
    assert (board.small_numbers, board.published_names) == (5, NamesPrinted.PEOPLE)
    boards.update_board(office, board.id, small_numbers=10, published_names=NamesPrinted.POSTS)
    add_person(office, "Elsie Brook")
    told = "Elsie Brook met nine pupils, and Jonah, a pupil, spoke."
    clues = lookout(office, board.id).clues([Passage("p", "1", told)])
    assert [clue.words for clue in clues] == ["nine", "Jonah"]


def test_what_is_out_is_recorded_once_put_right_and_taken_back(office: OfficeFile) -> None:
    of, board_id = _meeting(office), boards.boards(office)[0].id
    record_publication(office, of, PublicPart.AGENDA, on=date(2026, 6, 2), today=DAY)
    record_publication(office, of, PublicPart.AGENDA, on=date(2026, 6, 3), today=DAY, withheld="one name")
    (out,) = publications(office, board_id)
    assert (out.published_on, out.withheld) == (date(2026, 6, 3), "one name")
    take_back_publication(office, of, PublicPart.AGENDA)
    assert not publications(office, board_id)
    office.undo()
    assert publications(office, board_id) == (out,)


def test_minutes_nobody_confirmed_and_days_to_come_are_refused(office: OfficeFile) -> None:
    of = _meeting(office)
    with pytest.raises(Refused, match="not confirmed yet"):
        record_publication(office, of, PublicPart.MINUTES, on=DAY, today=DAY)
    with pytest.raises(Refused, match="still to come"):
        record_publication(office, of, PublicPart.AGENDA, on=date(2026, 7, 1), today=DAY)
    with pytest.raises(Refused, match="was held"):
        record_publication(office, of, PublicPart.UPDATE, on=DAY, today=DAY)
    meetings.set_state(office, of, MeetingState.HELD, today=DAY)
    record_publication(office, of, PublicPart.UPDATE, on=DAY, today=DAY)
