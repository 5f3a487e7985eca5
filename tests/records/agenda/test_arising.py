"""Actions arising keep who has them, their first day, how they ended and why they were opened again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import board_with_seats
from tests.records.plan_offices import small_plan

from boarddesk.records.agenda import arising
from boarddesk.records.boards import add_board, add_organisation
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.records.owners import owner_called
from boarddesk.records.seats import seats, update_membership
from boarddesk.rules.arising import ActionState, BoardAction, PlanLink
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.refused import Refused

MAY, TODAY = date(2026, 5, 12), date(2026, 6, 2)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def board_id(file: OfficeFile) -> str:
    return board_with_seats(file)


def add(file: OfficeFile, board_id: str, *, due: str = "", owner: str = "") -> str:
    whose = owner_called(file, owner)
    return arising.add_action(file, board_id, text="Send the letter", raised_on=MAY, due=due, owner=whose)


def found(file: OfficeFile, action_id: str) -> BoardAction:
    return arising.board_action(file, action_id, today=TODAY)


def test_refs_count_on_for_each_board(file: OfficeFile, board_id: str) -> None:
    other = add_board(file, "Partnership Board", "PB")
    made = [add(file, of) for of in (board_id, board_id, other)]
    assert [found(file, action_id).ref for action_id in made] == ["A1", "A2", "A1"]
    assert [known.ref for known in arising.board_actions(file, board_id, today=TODAY)] == ["A1", "A2"]


def test_a_day_is_read_as_people_write_it_and_kept_as_written(file: OfficeFile, board_id: str) -> None:
    action = found(file, add(file, board_id, due="end of June"))
    assert (action.due, action.due_as_written) == (date(2026, 6, 30), "end of June")
    with pytest.raises(Refused, match="No day is found"):
        add(file, board_id, due="soon, we hope")
    assert len(arising.board_actions(file, today=TODAY)) == 1


def test_the_first_day_stays_known_however_often_it_moves(file: OfficeFile, board_id: str) -> None:
    made = add(file, board_id, due="15 May 2026")
    for due in ("29 May 2026", "30 June 2026"):
        arising.move_action(file, made, due=due, today=TODAY)
    action = found(file, made)
    assert (action.first_due, action.due, action.is_moved) == (date(2026, 5, 15), date(2026, 6, 30), True)
    late = add(file, board_id)
    arising.move_action(file, late, due="9 June 2026", today=TODAY)
    assert found(file, late).first_due == date(2026, 6, 9)
    assert not found(file, late).is_moved


def test_overdue_is_an_open_one_whose_day_has_passed(file: OfficeFile, board_id: str) -> None:
    late, today, no_day = (add(file, board_id, due=due) for due in ("20 May 2026", "2 June 2026", ""))
    assert found(file, late).days_late(TODAY) == 13
    assert [found(file, made).state_on(TODAY) for made in (late, today, no_day)] == [
        ActionState.OVERDUE,
        ActionState.OPEN,
        ActionState.OPEN,
    ]
    assert [known.id for known in arising.open_actions(file, board_id, today=TODAY)] == [late, today, no_day]


def test_done_says_what_was_done_and_opening_it_again_says_why(file: OfficeFile, board_id: str) -> None:
    made = add(file, board_id, due="20 May 2026")
    with pytest.raises(Refused, match="what was done"):
        arising.finish_action(file, made, on=TODAY, what="")
    with pytest.raises(Refused, match="before the action was given"):
        arising.finish_action(file, made, on=date(2026, 5, 1), what="Sent")
    arising.finish_action(file, made, on=TODAY, what="Sent to all")
    assert found(file, made).state_on(TODAY) is ActionState.DONE
    with pytest.raises(Refused, match="done already"):
        arising.withdraw_action(file, made, on=TODAY, why="Not wanted")
    with pytest.raises(Refused, match="why it is opened again"):
        arising.reopen_action(file, made, why=" ")
    arising.reopen_action(file, made, why="Two forums had no copy")
    assert found(file, made).is_open
    said = [(entry.label, entry.before.get("done_what")) for entry in file.history("board_action", made)]
    assert said[-1] == ("Reopen action A1: Two forums had no copy", "Sent to all")
    assert file.undo() == "Reopen action A1: Two forums had no copy"
    assert found(file, made).done_what == "Sent to all"


def test_withdrawn_keeps_why_and_is_no_longer_late(file: OfficeFile, board_id: str) -> None:
    made = add(file, board_id, due="20 May 2026")
    arising.withdraw_action(file, made, on=TODAY, why="Another board has it")
    action = found(file, made)
    assert (action.state_on(TODAY), action.days_late(TODAY)) == (ActionState.WITHDRAWN, 0)
    arising.reopen_action(file, made, why="They have not")
    assert found(file, made).withdrawn_why == ""


def test_a_vacant_post_or_no_owner_is_no_named_person(file: OfficeFile, board_id: str) -> None:
    held, nobody, forum = (
        add(file, board_id, owner=name) for name in ("Seat of Cal Vale", "", "Parent Carer Forum")
    )
    assert found(file, held).holder == "Cal Vale"
    assert [found(file, made).has_nobody for made in (held, nobody, forum)] == [False, True, False]
    (seat,) = (seat for seat in seats(file, board_id) if seat.title == "Seat of Cal Vale")
    update_membership(file, seat.memberships[0].id, to_date=date(2026, 5, 31))
    assert found(file, held).why_nobody == "Post vacant: Seat of Cal Vale"


def test_a_cancelled_meeting_gives_nobody_anything_to_do(file: OfficeFile, board_id: str) -> None:
    meeting_id = add_meeting(file, board_id, MAY)
    set_state(file, meeting_id, MeetingState.CANCELLED, today=TODAY)
    with pytest.raises(Refused, match="cancelled"):
        arising.add_action(file, board_id, text="Send", raised_on=MAY, meeting_id=meeting_id)


def test_how_an_action_went_is_told_without_what_was_undone(file: OfficeFile, board_id: str) -> None:
    made = add(file, board_id, due="15 May 2026", owner="Ann Hale")
    arising.move_action(file, made, due="29 May 2026", today=TODAY)
    arising.change_action(file, made, text="Send both letters", owner=owner_called(file, "Ben Moor"))
    arising.finish_action(file, made, on=TODAY, what="Sent")
    file.undo()
    arising.finish_action(file, made, on=TODAY, what="Sent to all")
    arising.reopen_action(file, made, why="One came back")
    assert [event.words for event in arising.course(file, made)] == [
        "moved from 15 May 2026 to 29 May 2026",
        "from Ann Hale to Ben Moor",
        "done: Sent to all",
        "opened again: One came back (was: Sent to all)",
    ]
    file.undo()
    file.redo()
    assert len(arising.course(file, made)) == 4


def test_a_day_is_counted_from_the_meeting_and_the_next_meeting_is_a_day(
    file: OfficeFile, board_id: str
) -> None:
    add_meeting(file, board_id, MAY)
    with pytest.raises(Refused, match="No next meeting is planned yet"):
        add(file, board_id, due="next meeting")
    add_meeting(file, board_id, date(2026, 7, 14))
    cancelled = add_meeting(file, board_id, date(2026, 6, 9))
    set_state(file, cancelled, MeetingState.CANCELLED, today=TODAY)
    action = found(file, add(file, board_id, due="by the next meeting"))
    assert (action.due, action.due_as_written) == (date(2026, 7, 14), "by the next meeting")
    assert found(file, add(file, board_id, due="2 weeks")).due == date(2026, 5, 26)
    arising.move_action(file, action.id, due="in a fortnight", today=TODAY)
    assert found(file, action.id).due_words.replace("\N{NO-BREAK SPACE}", " ") == (
        "Tue 16 Jun 2026, from “in a fortnight”"
    )


def test_an_action_has_several_owners_and_one_of_them_may_be_an_organisation(
    file: OfficeFile, board_id: str
) -> None:
    body = add_organisation(file, "Northmoor Health Trust", short_name="NHT")
    ann, trust = owner_called(file, "Ann Hale"), owner_called(file, "NHT", organisations=True)
    made = arising.add_action(
        file, board_id, text="Send the letter", raised_on=MAY, owner=trust, co_owners=[ann]
    )
    action = found(file, made)
    assert action.owner_names == "Northmoor Health Trust, Ann Hale" and action.owner.id == body
    assert not action.why_no_person
    arising.change_action(file, made, co_owners=[])
    assert found(file, made).why_no_person == "No person named at Northmoor Health Trust"
    assert file.undo() == "Change action A1"
    assert [held.owner for held in found(file, made).held_by] == [trust, ann]
    arising.change_action(file, made, text="Send both letters")
    assert found(file, made).co_owners


def test_a_vacant_post_is_no_named_person_unless_somebody_has_it_too(file: OfficeFile, board_id: str) -> None:
    made = add(file, board_id, owner="Seat of Cal Vale")
    (seat,) = (seat for seat in seats(file, board_id) if seat.title == "Seat of Cal Vale")
    update_membership(file, seat.memberships[0].id, to_date=date(2026, 5, 31))
    assert found(file, made).has_nobody
    arising.change_action(file, made, co_owners=[owner_called(file, "Ben Moor")])
    assert not found(file, made).has_nobody


def test_the_number_of_the_newest_action_is_not_given_again_when_it_is_removed(
    file: OfficeFile, board_id: str
) -> None:
    add(file, board_id)
    arising.remove_action(file, add(file, board_id))
    assert found(file, add(file, board_id)).ref == "A3"
    file.undo()
    assert found(file, add(file, board_id)).ref == "A3", "an adding that was undone gave none"


def test_updates_are_dated_and_kept_and_the_latest_stands_first(file: OfficeFile, board_id: str) -> None:
    made = add(file, board_id)
    with pytest.raises(Refused, match="Write the update"):
        arising.add_update(file, made, text=" ", as_at=TODAY)
    arising.add_update(file, made, text="Drafted", as_at=TODAY, said_by="Ann Hale")
    arising.add_update(file, made, text="With our press office", as_at=TODAY)
    arising.add_update(file, made, text="Begun", as_at=MAY)
    action = found(file, made)
    assert [said.text for said in action.updates] == ["With our press office", "Drafted", "Begun"]
    assert action.latest and action.updates[1].said_by == "Ann Hale"
    arising.remove_update(file, action.latest.id)
    assert file.undo() == "Remove update"
    assert found(file, made).latest == action.latest
    arising.remove_action(file, made)
    file.undo()
    assert len(found(file, made).updates) == 3


def test_why_it_was_opened_again_is_a_record_of_its_own(file: OfficeFile, board_id: str) -> None:
    made = add(file, board_id)
    arising.finish_action(file, made, on=TODAY, what="Sent")
    arising.reopen_action(file, made, why="One came back", on=TODAY)
    (why,) = found(file, made).updates
    assert (why.text, why.as_at, why.reopens) == ("One came back", TODAY, True)
    file.undo()
    assert not found(file, made).updates and not found(file, made).is_open


def test_who_was_asked_when_and_how_is_kept_with_each_action(file: OfficeFile, board_id: str) -> None:
    first, second = add(file, board_id), add(file, board_id)
    arising.note_chased(file, [first, second], whom="Ann Hale", how="by e-mail", on=MAY)
    arising.note_chased(file, [first], whom="Ann Hale", how="text copied", on=TODAY)
    assert [chase.chased_on for chase in found(file, first).chases] == [TODAY, MAY]
    assert [chase.how for chase in found(file, second).chases] == ["by e-mail"]
    assert file.undo() == "Chase Ann Hale"
    assert len(found(file, first).chases) == 1


def test_an_action_is_for_something_of_the_plan(tmp_path: Path) -> None:
    small = small_plan(tmp_path / "plan.boarddesk")
    with small.file as file:
        link = PlanLink("action", small.first, "1.1")
        made = arising.add_action(file, small.board_id, text="Ask", raised_on=MAY, is_for=link)
        known = found(file, made).is_for
        assert known is not None and (known.kind, known.id) == ("action", small.first) and known.ref
        arising.link_action(file, made, None)
        assert found(file, made).is_for is None
        assert file.undo() == "Link action A1"
        assert found(file, made).is_for == known
