"""Which board is the last one on a day, which is the next, and from when updates are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.date_rules import DateRule
from boarddesk.rules.meetings.boards_around import boards_before, last_board, next_board, updates_asked_from
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.meetings.rhythm import rhythm
from boarddesk.rules.people import Board

OCTOBER, NOVEMBER, DECEMBER = date(2026, 10, 27), date(2026, 11, 29), date(2026, 12, 15)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
STATES = st.sampled_from(list(MeetingState))
MEETINGS = st.dictionaries(DAYS, STATES, max_size=12).map(
    lambda made: [Meeting(f"{day}", "b", 1, day, state) for day, state in made.items()]
)


def meeting(day: date, state: MeetingState = MeetingState.HELD) -> Meeting:
    return Meeting(f"{day}", "b", 1, day, state)


def test_on_its_own_day_a_board_is_not_the_last_one_and_from_the_next_day_it_is() -> None:
    known = [meeting(OCTOBER), meeting(NOVEMBER), meeting(DECEMBER, MeetingState.PLANNED)]
    assert last_board(known, NOVEMBER) == OCTOBER
    assert last_board(known, NOVEMBER + timedelta(1)) == NOVEMBER


def test_marking_todays_meeting_as_held_changes_neither_the_last_board_nor_the_next() -> None:
    planned = [
        meeting(OCTOBER),
        meeting(NOVEMBER, MeetingState.AGENDA_ISSUED),
        meeting(DECEMBER, MeetingState.PLANNED),
    ]
    held = [planned[0], replace(planned[1], state=MeetingState.HELD), planned[2]]
    for known in (planned, held):
        found = next_board(known, NOVEMBER)
        assert (last_board(known, NOVEMBER), found and found.date) == (OCTOBER, NOVEMBER)


def test_a_cancelled_board_is_neither() -> None:
    known = [meeting(OCTOBER, MeetingState.CANCELLED), meeting(DECEMBER, MeetingState.CANCELLED)]
    assert (last_board(known, NOVEMBER), next_board(known, NOVEMBER)) == (None, None)


@given(MEETINGS, DAYS)
def test_the_last_board_lies_before_the_day_and_the_next_does_not(known: list[Meeting], day: date) -> None:
    last, coming = last_board(known, day), next_board(known, day)
    assert last is None or last < day
    assert coming is None or coming.date >= day
    between = [one for one in known if one.state.was_held and (last or date.min) < one.date < day]
    assert between == []


@given(MEETINGS, DAYS)
def test_every_board_held_is_the_last_one_from_the_day_after_it_until_the_day_of_the_next(
    known: list[Meeting], day: date
) -> None:
    held = [one.date for one in boards_before(known, date(2028, 1, 1))]
    assert held == sorted(held)
    for one, following in zip(held, [*held[1:], None], strict=False):
        assert last_board(known, one + timedelta(1)) == one
        assert following is None or last_board(known, following) == one


@given(DAYS, st.integers(-30, -1))
def test_updates_are_asked_for_from_the_day_the_rhythm_says_the_forms_go_out(day: date, offset: int) -> None:
    board = Board("b", "Board", "B", forms_out=offset)
    step = next(
        one
        for one in rhythm(board, meeting(day, MeetingState.PLANNED), today=day)
        if one.title == "Update forms out"
    )
    assert updates_asked_from(day, forms_out=DateRule(offset)) == step.day
