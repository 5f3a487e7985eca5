"""How many more can be missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import BOARD, register, row, year, year_headrooms

from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.attendance.headroom import Headroom
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role, TargetFigure
from boarddesk.rules.registers.register import Standing

TARGET = Decimal(90)


def test_seven_of_nine_with_two_to_come_can_miss_none_of_a_target_of_ninety() -> None:
    room = Headroom(Figure(7, 7), 2, TARGET)
    assert room.sentence == "7 of 7 so far of 9, target 90%: can miss 0 more."


def test_what_was_missed_already_may_put_the_target_out_of_reach() -> None:
    room = Headroom(Figure(6, 8), 3, TARGET)
    assert (room.reachable, room.can_miss, room.brief) == (False, 0, "Cannot reach it now")


def test_one_of_eleven_may_be_missed() -> None:
    room = Headroom(Figure(1, 1), 10, TARGET)
    assert room.sentence == "1 of 1 so far of 11, target 90%: can miss 1 more."


def test_nobody_can_miss_more_than_there_is_to_come() -> None:
    assert Headroom(Figure(20, 20), 1, Decimal(50)).can_miss == 1


def test_a_year_that_is_over_leaves_nothing_to_miss() -> None:
    assert Headroom(Figure(3, 4), 0, TARGET).brief == "–"


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 1000))
def test_missing_as_many_as_allowed_reaches_the_target_and_one_more_does_not(
    n: int, missed: int, to_come: int, tenths: int
) -> None:
    target = Decimal(tenths) / 10
    room = Headroom(Figure(n, n + missed), to_come, target)
    if not room.whole:
        return
    best = Figure(n + to_come - room.can_miss, room.whole)
    assert best.meets(target) is room.reachable
    if room.reachable and room.can_miss < to_come:
        assert Figure(best.n - 1, best.of).meets(target) is False


def test_planned_meetings_and_open_registers_are_to_come_and_cancelled_ones_are_not() -> None:
    rows = [row("Ann", "A"), row("Guide", role=Role.ADVISER)]
    held = register(date(2026, 4, 9), rows)
    open_one = replace(register(date(2026, 5, 9), rows), closed=False)
    planned = register(date(2026, 6, 9), [row("Ann", ".")], state=MeetingState.PLANNED)
    cancelled = register(date(2026, 7, 9), rows, state=MeetingState.CANCELLED)
    found = year_headrooms([held, open_one, planned, cancelled], [BOARD], By.PERSON)
    assert found == {GroupKey("sib", Standing.MEMBERS, "Ann"): Headroom(Figure(0, 1), 2, TARGET)}


def test_a_vacant_seat_is_not_waited_for() -> None:
    planned = register(date(2026, 6, 9), [row("Ann", "N")], state=MeetingState.PLANNED)
    assert year_headrooms([planned], [BOARD], By.SEAT) == {}


def test_a_board_that_counts_persons_leaves_deputies_out_of_the_sum() -> None:
    personal = replace(BOARD, target_figure=TargetFigure.PERSONAL)
    [room] = year_headrooms(year({"Ann": "PD"}), [personal], By.PERSON).values()
    assert room.so_far == Figure(1, 2)


def test_an_organisation_counts_all_its_seats() -> None:
    [room] = year_headrooms(year({"Ann": "PP", "Ben": "PX"}), [BOARD], By.ORGANISATION).values()
    assert room.so_far == Figure(3, 4)
