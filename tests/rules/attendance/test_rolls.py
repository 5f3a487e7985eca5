"""Rolls side by side: narrowed to some seats, and every mark found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.registers.test_register import registers
from tests.rules.rolls import register, row, side_by_side, year

from boarddesk.rules.attendance.groups import By, count, grouped_rows
from boarddesk.rules.attendance.rolls import Letters, RegisterState
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.registers.marking import with_rows_of
from boarddesk.rules.registers.register import Register

DAY = date(2026, 5, 12)


@given(registers(), st.sets(st.sampled_from(Role), max_size=2))
def test_seats_of_some_roles_are_counted_as_registers_of_those_roles(
    found: list[Register], roles: set[Role]
) -> None:
    row_by_row = count([with_rows_of(one, roles=roles) for one in found], By.SEAT)
    together = side_by_side(found).only(roles=roles).count(By.SEAT)
    assert set(together.groups) == set(row_by_row.groups)
    assert together.represented == row_by_row.represented


@given(registers(), st.sampled_from([By.PERSON, By.SEAT, By.ORGANISATION, By.SECTOR, By.ROLE]))
def test_every_mark_of_every_group_is_found_again(found: list[Register], by: By) -> None:
    letters = Letters(side_by_side(found), by)
    for one in found:
        if one.counts:
            for group, rows in grouped_rows(one, by).items():
                places = letters.at(one.meeting.id, group)
                assert [place.mark for place in places] == [each.mark for each in rows]
                assert [place.is_counted for place in places] == [each.is_counted for each in rows]


def test_a_sector_leaves_nobody_of_another() -> None:
    rolls = side_by_side(year({"Ann": "PPX", "Ben": "PXP"})).only(sectors=[Sector.HEALTH])
    assert rolls.count(By.PERSON).groups == ()


def test_who_stands_on_an_open_register_alone_is_known() -> None:
    newcomer = replace(register(DAY, [row("Cal")]), closed=False)
    letters = Letters(side_by_side([*year({"Ann": "PP"}), newcomer]), By.PERSON)
    assert [seat.person_id for seat in letters.only_open.values()] == ["Cal"]


def test_each_meeting_says_what_became_of_its_register() -> None:
    known = [
        register(date(2026, 1, 9), [row("Ann")]),
        replace(register(date(2026, 2, 9), [row("Ann")]), closed=False),
        register(date(2026, 3, 9), [], state=MeetingState.CANCELLED),
        register(date(2026, 4, 9), [], state=MeetingState.PLANNED),
    ]
    assert [one.register_state for one in side_by_side(known).meetings] == [
        RegisterState.COUNTED,
        RegisterState.OPEN,
        RegisterState.CANCELLED,
        RegisterState.TO_COME,
    ]


def test_an_open_register_says_how_many_are_not_recorded() -> None:
    left = replace(register(DAY, [row("Ann", "."), row("Ben", "P"), row("Cal", ".")]), closed=False)
    assert side_by_side([left, *year({"Ann": "P"})]).missing() == {left.meeting.id: 2}


def test_open_and_cancelled_meetings_are_told_with_the_figures() -> None:
    known = [
        register(date(2026, 1, 9), [row("Ann")]),
        replace(register(date(2026, 2, 9), [row("Ann")]), closed=False),
        register(date(2026, 3, 9), [], state=MeetingState.CANCELLED),
        register(date(2026, 4, 9), [], state=MeetingState.PLANNED),
    ]
    counted = side_by_side(known).count(By.PERSON)
    assert [meeting.date.month for meeting in counted.open_registers] == [2]
    assert [meeting.date.month for meeting in counted.cancelled] == [3]


def test_a_seat_of_an_organisation_nobody_knows_is_of_no_sector() -> None:
    nobody = year({"Ann": "P"}, org={"Ann": ""})
    assert side_by_side(nobody).only(sectors=[Sector.OTHER]).count(By.PERSON).groups


def test_where_nobody_is_of_an_organisation_none_is_expected() -> None:
    counted = side_by_side(year({"Ann": "PA"}, org={"Ann": ""})).count(By.PERSON)
    assert [(meeting.represented.n, meeting.represented.of) for meeting in counted.meetings] == [(0, 0)] * 2
