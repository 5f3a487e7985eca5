"""States, days and numbers of meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.meetings.meeting import (
    MAY_FOLLOW,
    Meeting,
    MeetingState,
    board_year,
    check_date,
    check_may_change,
    check_may_move,
    check_may_remove,
    check_near,
    check_state,
    check_time,
    check_times,
    meeting_key,
    meeting_title,
    next_step,
    renumbered,
    shared_year_start,
    state_action,
    states_reached,
    usual_end,
    year_label,
    year_named,
)
from boarddesk.rules.people import (
    Board,
    YearStart,
)
from boarddesk.rules.refused import Refused

TODAY = date(2026, 6, 9)


def meeting(day: date = TODAY, state: MeetingState = MeetingState.PLANNED, number: int = 1) -> Meeting:
    return Meeting(f"{day}", "sib", number, day, state)


def test_a_meeting_goes_from_planned_to_confirmed_a_step_at_a_time() -> None:
    steps, state = [], MeetingState.PLANNED
    while following := next_step(state):
        assert following in MAY_FOLLOW[state]
        steps.append(state := following)
    assert steps[-1] is MeetingState.CONFIRMED
    assert next_step(MeetingState.CANCELLED) is None


@pytest.mark.parametrize(
    ("state", "to"),
    [
        (MeetingState.CONFIRMED, MeetingState.DRAFT_MINUTES),
        (MeetingState.HELD, MeetingState.CANCELLED),
        (MeetingState.CANCELLED, MeetingState.HELD),
        (MeetingState.PLANNED, MeetingState.CONFIRMED),
    ],
)
def test_states_that_cannot_follow_are_refused(state: MeetingState, to: MeetingState) -> None:
    with pytest.raises(Refused):
        check_state(meeting(state=state), to, today=TODAY, register_closed=False)


def test_a_meeting_still_to_come_was_not_held() -> None:
    tomorrow = meeting(date(2026, 6, 10))
    with pytest.raises(Refused):
        check_state(tomorrow, MeetingState.HELD, today=TODAY, register_closed=False)
    check_state(tomorrow, MeetingState.CANCELLED, today=TODAY, register_closed=False)


def test_a_meeting_with_a_closed_register_stays_held() -> None:
    held = meeting(state=MeetingState.HELD)
    with pytest.raises(Refused):
        check_state(held, MeetingState.AGENDA_ISSUED, today=TODAY, register_closed=True)
    check_state(held, MeetingState.AGENDA_ISSUED, today=TODAY, register_closed=False)


def test_a_board_meets_once_a_day_unless_that_was_cancelled() -> None:
    check_date(TODAY, [meeting(state=MeetingState.CANCELLED)])
    with pytest.raises(Refused):
        check_date(TODAY, [meeting()])


@pytest.mark.parametrize(
    ("start", "first", "last", "label"),
    [
        (YearStart.CALENDAR, date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (YearStart.FINANCIAL, date(2025, 4, 1), date(2026, 3, 31), "2025/26"),
        (YearStart.MUNICIPAL, date(2025, 5, 1), date(2026, 4, 30), "2025/26"),
        (YearStart.ACADEMIC, date(2025, 9, 1), date(2026, 8, 31), "2025/26"),
    ],
)
def test_a_board_year_begins_where_the_board_says(
    start: YearStart, first: date, last: date, label: str
) -> None:
    assert board_year(date(2026, 3, 15), start) == (first, last)
    assert year_label(date(2026, 3, 15), start) == label


def test_a_meeting_is_called_by_board_year_and_number() -> None:
    third = meeting(number=3)
    assert meeting_title("SIB", third, YearStart.FINANCIAL) == "SIB 2026/27 · 03"
    assert meeting_key("SIB", third, YearStart.FINANCIAL) == "SIB-2026-03"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("9:30", "09:30"), ("13.05", "13:05"), (" ", ""), ("10", "10:00"), ("10am", "10:00"),
        ("10 AM", "10:00"), ("2", "14:00"), ("2pm", "14:00"), ("1.30pm", "13:30"), ("1:30", "13:30"),
        ("01:30", "01:30"), ("1330", "13:30"), ("noon", "12:00"), ("10 o’clock", "10:00"), ("14h", "14:00"),
        ("12", "12:00"),
    ],
)  # fmt: skip
def test_times_are_kept_in_one_way(typed: str, kept: str) -> None:
    assert check_time(typed) == kept


@pytest.mark.parametrize("typed", ["25:00", "25", "half past", "9:60", "10-12", "item 5", "13am"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        check_time(typed)


@given(st.times(), st.times())
def test_a_meeting_ends_after_it_has_begun(start: time, end: time) -> None:
    typed = f"{start:%H:%M}", f"{end:%H:%M}"
    if typed[0] < typed[1]:
        assert check_times(*typed) == typed
        return
    with pytest.raises(Refused, match="later than the start") as no:
        check_times(*typed)
    assert no.value.field == "end_time"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("10", "12"), ("10:00", "12:00")),
        (("10", "1"), ("10:00", "13:00")),
        (("2", "4"), ("14:00", "16:00")),
        (("6pm", "8"), ("18:00", "20:00")),
        (("9.30am", "11.30"), ("09:30", "11:30")),
    ],
)
def test_an_end_is_read_in_the_half_of_the_day_the_meeting_starts_in(
    typed: tuple[str, str], kept: tuple[str, str]
) -> None:
    assert check_times(*typed) == kept


def test_a_meeting_may_leave_its_start_or_its_end_open() -> None:
    assert check_times("", "9:30") == ("", "09:30")
    assert check_times("16.00", "") == ("16:00", "")


def test_a_year_typed_wrongly_is_refused_and_any_sensible_one_is_not() -> None:
    for year in (1926, 2206):
        with pytest.raises(Refused, match="Look at the year again"):
            check_near(date(year, 6, 9), TODAY)
    for year in (2001, 2051):
        check_near(date(year, 6, 9), TODAY)


@pytest.mark.parametrize(
    ("state", "says"), [(MeetingState.HELD, "its day stays"), (MeetingState.CANCELLED, "Reinstate it first")]
)
def test_what_was_held_or_cancelled_is_not_moved(state: MeetingState, says: str) -> None:
    with pytest.raises(Refused, match=says):
        check_may_move(meeting(state=state))


def test_a_place_is_mended_unless_the_meeting_was_cancelled() -> None:
    check_may_change(meeting(state=MeetingState.CONFIRMED))
    with pytest.raises(Refused, match="Reinstate it first"):
        check_may_change(meeting(state=MeetingState.CANCELLED))


def test_to_plan_a_cancelled_meeting_again_is_to_reinstate_it() -> None:
    assert state_action(MeetingState.CANCELLED, MeetingState.PLANNED) == "Reinstate meeting"
    assert state_action(MeetingState.AGENDA_ISSUED, MeetingState.PLANNED) == "Mark as planned"
    assert state_action(MeetingState.PLANNED, MeetingState.CANCELLED) == "Cancel meeting"


def test_a_meeting_put_in_between_moves_planned_numbers_and_no_issued_one() -> None:
    held = meeting(date(2026, 4, 9), MeetingState.HELD, 1)
    between = meeting(date(2026, 5, 9), number=0)
    later = meeting(date(2026, 6, 9), number=2)
    issued = meeting(date(2026, 7, 9), MeetingState.AGENDA_ISSUED, 3)
    numbers = renumbered([later, issued, held, between])
    assert numbers == {held.id: 1, between.id: 2, later.id: 4, issued.id: 3}


def test_before_anything_is_issued_numbers_follow_the_dates() -> None:
    days = [date(2026, month, 9) for month in (4, 5, 6)]
    meetings = [meeting(day, number=number) for day, number in zip(days, (3, 1, 2), strict=True)]
    assert list(renumbered(meetings).values()) == [1, 2, 3]


@given(
    st.lists(st.tuples(st.integers(1, 12), st.sampled_from(MeetingState), st.integers(0, 12)), max_size=12)
)
def test_numbers_are_never_given_twice_and_issued_ones_stay(
    found: list[tuple[int, MeetingState, int]],
) -> None:
    meetings = [
        replace(meeting(date(2026, month, 9), state, number), id=str(place))
        for place, (month, state, number) in enumerate(found)
    ]
    issued = [one for one in meetings if one.state is not MeetingState.PLANNED and one.number]
    numbers = renumbered(meetings)
    assert all(numbers[one.id] == one.number for one in issued)
    given_now = [numbers[one.id] for one in meetings if one not in issued]
    assert len(set(given_now)) == len(given_now)
    assert not set(given_now) & {one.number for one in issued}


def test_only_a_meeting_still_planned_and_without_a_register_is_removed() -> None:
    check_may_remove(meeting(), has_register=False)
    with pytest.raises(Refused, match="Its register has been opened"):
        check_may_remove(meeting(), has_register=True)
    with pytest.raises(Refused, match="still planned"):
        check_may_remove(meeting(state=MeetingState.HELD), has_register=False)


def test_boards_share_a_year_only_where_it_starts_on_one_day() -> None:
    academic = Board("a", "A", "A", year_start=YearStart.ACADEMIC)
    calendar = Board("b", "B", "B", year_start=YearStart.CALENDAR)
    assert shared_year_start([academic, academic]) is YearStart.ACADEMIC
    assert shared_year_start([academic, calendar]) is shared_year_start([]) is YearStart.FINANCIAL


def test_a_meeting_that_would_end_at_midnight_or_after_is_given_no_end() -> None:
    assert usual_end("21:59", 120) == "23:59"
    assert usual_end("22:00", 120) == usual_end("23:30", 120) == usual_end("", 120) == ""
    assert usual_end("09:05", 65) == "10:10"


@pytest.mark.parametrize("label", ["2026/27", "2026-27", " 2026 ", "2026/2027"])
def test_a_board_year_is_named_as_people_write_it(label: str) -> None:
    assert year_named(label, YearStart.FINANCIAL) == (date(2026, 4, 1), date(2027, 3, 31))
    assert year_named("2026", YearStart.CALENDAR) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("label", ["", "26/27", "2026/28", "0001", "9999", "twenty", "２０２６"])
def test_a_year_nobody_writes_is_refused(label: str) -> None:
    with pytest.raises(Refused, match="Give such as 2026/27"):
        year_named(label, YearStart.FINANCIAL)


def test_a_state_passed_over_or_taken_back_was_not_reached() -> None:
    planned, issued, held = MeetingState.PLANNED, MeetingState.AGENDA_ISSUED, MeetingState.HELD
    assert states_reached([planned, held]) == {planned, held}
    assert states_reached([planned, issued, held]) == {planned, issued, held}
    assert states_reached([planned, issued, planned, held]) == {planned, held}
    assert states_reached([planned, MeetingState.CANCELLED, planned, issued]) == {planned, issued}
