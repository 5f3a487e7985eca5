"""What speaks against the day of a meeting to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from boarddesk.rules.meetings.clashes import FreeDays, Timetable
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board, Membership, Person, Role, Seat

JUNE = date(2026, 6, 9)
SIB = Board("b1", "SEND Improvement Board", "SIB")
SPB = Board("b2", "SEND Partnership Board", "SPB", minutes_long=60)
MEETING = Meeting("m1", "b1", 3, JUNE, start_time="10:00", end_time="12:00")
OTHER = Meeting("m2", "b2", 1, JUNE, start_time="11:30", end_time="13:00")
PEOPLE = tuple(Person(f"p{n}", name) for n, name in enumerate(("Ann Lee", "Bo Ray", "Cy Ash", "Di Orr")))


def seats(board_id: str, *people: str) -> tuple[Seat, ...]:
    return tuple(
        Seat(f"{board_id}{who}", board_id, "Member", None, Role.MEMBER, counts_for_quorum=True, expected=True,
             memberships=(Membership(f"{board_id} {who}", f"{board_id}{who}", who),))
        for who in people
    )  # fmt: skip


def timetable(*meetings: Meeting, shared: int = 1, free: tuple[FreeDays, ...] = ()) -> Timetable:
    who = [person.id for person in PEOPLE[:shared]]
    return Timetable((SIB, SPB), meetings, (*seats("b1", *who), *seats("b2", *who)), PEOPLE, free)


def said(of: Meeting, within: Timetable) -> list[str]:
    return [clash.says for clash in within.clashes(of)]


def test_meetings_at_one_time_clash_for_who_holds_seats_on_both_and_each_says_so() -> None:
    both = timetable(MEETING, OTHER)
    assert said(MEETING, both) == ["SPB meets at the same time, 11:30 to 13:00: Ann Lee holds seats on both."]
    assert both.clashes(OTHER)[0].other_id == "m1"


@pytest.mark.parametrize(
    ("shared", "names"),
    [(2, "Ann Lee and Bo Ray"), (3, "Ann Lee, Bo Ray and one other"), (4, "Ann Lee, Bo Ray and two others")],
)
def test_of_several_two_are_named_and_the_rest_counted(shared: int, names: str) -> None:
    assert said(MEETING, timetable(MEETING, OTHER, shared=shared))[0].endswith(
        f": {names} hold seats on both."
    )


def test_boards_that_share_nobody_meet_at_one_time_as_they_please() -> None:
    assert said(MEETING, timetable(MEETING, OTHER, shared=0)) == []


def test_a_meeting_that_begins_as_the_other_ends_does_not_clash() -> None:
    assert said(MEETING, timetable(MEETING, replace(OTHER, start_time="12:00"))) == []
    assert said(MEETING, timetable(MEETING, replace(OTHER, start_time="08:00", end_time="10:00"))) == []


def test_without_an_end_a_meeting_takes_as_long_as_its_board_usually_meets() -> None:
    at_nine, at_half_past = (replace(OTHER, start_time=start, end_time="") for start in ("09:00", "09:30"))
    assert said(MEETING, timetable(MEETING, at_nine)) == []
    assert said(MEETING, timetable(MEETING, at_half_past))[0].startswith(
        "SPB meets at the same time, 09:30 to"
    )
    late = replace(OTHER, start_time="23:30", end_time="")
    assert said(replace(MEETING, start_time="23:45", end_time=""), timetable(late)) != []


def test_without_a_time_a_meeting_may_take_the_whole_day_and_that_is_said() -> None:
    says = "SPB meets on the same day, and no time is given: Ann Lee holds seats on both."
    assert said(MEETING, timetable(MEETING, replace(OTHER, start_time="", end_time=""))) == [says]


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.HELD])
def test_what_was_cancelled_or_held_clashes_with_nothing(state: MeetingState) -> None:
    gone = replace(OTHER, state=state)
    assert said(MEETING, timetable(MEETING, gone)) == said(gone, timetable(MEETING, gone)) == []


def test_only_who_holds_the_seats_on_that_day_counts() -> None:
    (seat,) = seats("b2", "p0")
    left = replace(seat, memberships=(replace(seat.memberships[0], to_date=JUNE - timedelta(1)),))
    over = replace(seat, to_date=JUNE - timedelta(1))
    for gone in (left, over):
        within = Timetable((SIB, SPB), (MEETING, OTHER), (*seats("b1", "p0"), gone), PEOPLE)
        assert said(MEETING, within) == []


def test_two_meetings_of_one_board_are_refused_elsewhere_and_no_clash() -> None:
    assert said(MEETING, timetable(MEETING, replace(OTHER, board_id="b1"))) == []


def test_days_kept_free_and_bank_holidays_are_said_by_name() -> None:
    free = (FreeDays("f", date(2026, 5, 25), date(2026, 5, 29), "Half-term"), FreeDays("g", JUNE, JUNE))
    within = timetable(free=free)
    assert said(replace(MEETING, date=date(2026, 5, 25)), within) == [
        "Spring bank holiday.",
        "The office keeps it free: Half-term, 25 May to 29 May 2026.",
    ]
    assert said(MEETING, within) == ["The office keeps it free: 9 June 2026."]
    assert said(replace(MEETING, date=date(2026, 5, 30)), within) == []
