"""There for all of a meeting or for part, by the times of a call."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.names.listed import ListedName, Stay
from boarddesk.rules.registers.call_times import GRACE, Hours, Part, hours_of, part_of

HOURS = Hours("13:30", "15:30")
MEETING = Meeting("m", "b", 1, date(2026, 6, 9), start_time="13:30")


@pytest.mark.parametrize(
    ("stays", "part"),
    [
        ([("13:28", "15:31")], None),
        ([("13:35", "15:25")], None),
        ([("13:36", "15:30")], Part("13:36")),
        ([("13:28", "14:10")], Part("", "14:10")),
        ([("13:30", "13:50"), ("14:30", "15:30")], Part(away=(Stay("14:30", "13:50"),))),
        ([("13:30", "13:50"), ("13:54", "15:30")], None),
        ([("13:30", "15:30"), ("13:50", "14:30")], None),
        ([("13:00", "13:10"), ("13:29", "15:30")], None),
        ([("13:30", "15:30"), ("15:50", "16:00")], None),
        ([("13:40", "")], Part("13:40")),
        ([("", "14:10")], Part("", "14:10")),
        ([], None),
    ],
)
def test_who_came_late_left_early_or_dropped_out_was_there_for_part(
    stays: list[tuple[str, str]], part: Part | None
) -> None:
    assert part_of([Stay(*one) for one in stays], HOURS) == part


def test_a_part_is_said_in_words() -> None:
    part = part_of([Stay("13:52", "14:00"), Stay("14:20", "15:00")], HOURS)
    assert part is not None
    assert part.words == "Came at 13:52, away 14:00 to 14:20, left at 15:00"
    assert part.note == "Away 14:00 to 14:20"


def test_without_the_meetings_hours_only_dropping_out_is_seen() -> None:
    assert part_of([Stay("14:00", "14:10")], Hours()) is None
    assert part_of([Stay("14:00", "14:10"), Stay("14:30", "15:00")], Hours()) is not None


def _listed(*times: tuple[str, str]) -> list[ListedName]:
    return [ListedName(str(at), (), stays=(Stay(*one),)) for at, one in enumerate(times)]


def test_a_meeting_without_an_end_lasts_as_long_as_the_board_usually_meets() -> None:
    assert hours_of(MEETING, 120, _listed(("13:25", "14:10"))) == HOURS


def test_a_meeting_that_ended_early_for_most_is_no_shorter_for_anybody() -> None:
    most = _listed(("13:25", "15:00"), ("13:28", "15:02"), ("13:29", "15:01"), ("13:30", "14:10"))
    assert hours_of(MEETING, 120, most) == Hours("13:30", "15:02")


def test_a_few_who_left_early_do_not_end_a_meeting() -> None:
    few = _listed(("13:25", "14:10"), ("13:28", "14:10"))
    assert hours_of(MEETING, 120, few) == HOURS


TIMES = st.tuples(st.integers(12, 16), st.integers(0, 59)).map(lambda at: f"{at[0]:02}:{at[1]:02}")
STAYS = st.lists(st.tuples(TIMES, TIMES).map(sorted).map(lambda ends: Stay(*ends)), min_size=1, max_size=4)


@given(STAYS)
def test_being_there_longer_never_makes_a_part_of_the_whole(stays: list[Stay]) -> None:
    whole = Stay("13:30", "15:30")
    assert part_of([*stays, whole], HOURS) is None


@given(STAYS)
def test_a_part_is_only_where_minutes_are_missing(stays: list[Stay]) -> None:
    def minute(time: str) -> int:
        return int(time[:2]) * 60 + int(time[3:])

    there = {at for stay in stays for at in range(minute(stay.joined), minute(stay.left))}
    missing = [at not in there for at in range(minute("13:30"), minute("15:30"))]
    runs = "".join("x" if one else " " for one in missing).split()
    assert (part_of(stays, HOURS) is not None) == any(len(run) > GRACE for run in runs)


def _totals(*minutes: int) -> list[ListedName]:
    return [ListedName(str(at), (), minutes=each) for at, each in enumerate(minutes)]


def test_a_list_of_total_minutes_says_who_was_there_for_part() -> None:
    names = _totals(95, 97, 96, 20)
    hours = hours_of(Meeting("m", "b", 1, date(2026, 6, 9)), 0, names)
    assert hours.minutes == 97
    assert [part_of((), hours, one.minutes) for one in names] == [
        None,
        None,
        None,
        Part(lasted="20 of 97 minutes"),
    ]
    assert Part(lasted="20 of 97 minutes").words == "On the call for 20 of 97 minutes"


def test_half_of_a_call_or_two_people_do_not_say_how_long_a_meeting_was() -> None:
    untimed = Meeting("m", "b", 1, date(2026, 6, 9))
    lasted = [
        hours_of(untimed, 0, _totals(*each)).minutes for each in ((97, 96, 20, 30), (97, 96), (97, 96, 20))
    ]
    assert lasted == [None, None, 97]
    half = _listed(("13:25", "15:00"), ("13:28", "15:02"), ("13:29", "14:10"), ("13:30", "14:12"))
    assert hours_of(MEETING, 120, half) == HOURS


def test_total_minutes_are_held_against_the_meetings_own_hours() -> None:
    hours = hours_of(MEETING, 120, _totals(125, 40))
    assert part_of((), hours, 125) is None
    assert part_of((), hours, 40) == Part(lasted="40 of 120 minutes")


def test_times_say_more_than_minutes() -> None:
    assert part_of([Stay("13:30", "15:30")], Hours("13:30", "15:30", 120), 20) is None


def test_a_call_of_three_says_when_most_came_and_five_minutes_are_still_together() -> None:
    late = _listed(("13:40", "15:30"), ("13:45", "15:30"), ("13:41", "15:25"))
    assert hours_of(MEETING, 120, late) == Hours("13:40", "15:30")
    scattered = _listed(("13:40", "15:30"), ("13:46", "15:30"), ("13:47", "15:30"))
    assert hours_of(MEETING, 120, scattered) == Hours("13:30", "15:30")


def test_totals_within_five_minutes_of_the_longest_are_the_whole_call() -> None:
    untimed = Meeting("m", "b", 1, date(2026, 6, 9))
    assert hours_of(untimed, 0, _totals(97, 92, 20)).minutes == 97
    assert hours_of(untimed, 0, _totals(97, 91, 20)).minutes is None
    whole = hours_of(untimed, 0, _totals(97, 92, 92))
    assert part_of((), whole, 92) is None
    assert part_of((), whole, 91) == Part(lasted="91 of 97 minutes")


def test_a_meeting_without_a_start_is_given_no_hours_by_a_call() -> None:
    untimed = Meeting("m", "b", 1, date(2026, 6, 9))
    assert hours_of(untimed, 120, _listed(*[("13:40", "15:30")] * 3)) == Hours()


def test_who_came_exactly_five_minutes_after_the_first_came_with_them() -> None:
    two_of_three = _listed(("13:40", "15:30"), ("13:45", "15:30"), ("13:50", "15:30"))
    assert hours_of(MEETING, 120, two_of_three) == Hours("13:40", "15:30")
    one_of_three = _listed(("13:40", "15:30"), ("13:46", "15:30"), ("13:50", "15:30"))
    assert hours_of(MEETING, 120, one_of_three) == Hours("13:30", "15:30")
