"""The worked cases, and what holds for every register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import BOARD, register, row, year

from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.groups import By, count
from boarddesk.rules.attendance.report import AttendanceReport, AttendanceRow
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role, TargetFigure
from boarddesk.rules.registers.register import MARK_LABELS, Mark, Register, short_labels


def report(registers: list[Register], by: By = By.PERSON) -> AttendanceReport:
    return attendance_report(count(registers, by), [BOARD])


def only(registers: list[Register], name: str, by: By = By.PERSON) -> AttendanceRow:
    return next(one for one in report(registers, by).rows if one.name == name)


def test_a_legend_is_short_but_says_what_the_office_calls_a_mark() -> None:
    labels = short_labels({**MARK_LABELS, Mark.REMOTE: "joined on screen"})
    assert labels[Mark.REMOTE] == "joined on screen"
    assert (labels[Mark.ABSENT], labels[Mark.DEPUTY]) == ("absent", "deputy")


def test_two_present_one_absent_one_apologies_is_half() -> None:
    total = report(year({"Ann": "P", "Ben": "P", "Cal": "X", "Dee": "A"})).total
    assert total.seat == Figure(2, 4)
    assert total.seat.shown(total.target) == "50%"


def test_one_cancelled_of_five_leaves_four_of_four() -> None:
    registers = year({"Ann": "PPPPP"})
    registers[2] = register(date(2026, 3, 9), registers[2].rows, state=MeetingState.CANCELLED)
    assert only(registers, "Ann").personal == Figure(4, 4)


def test_a_joiner_in_march_is_counted_from_march() -> None:
    registers = year({"Ann": "PPPPPP", "Joiner": "  PPPP"})
    assert only(registers, "Joiner").personal == Figure(4, 4)


def test_a_deputy_counts_for_the_seat_and_not_for_the_person() -> None:
    ann = only(year({"Ann": "PDP"}), "Ann")
    assert (ann.personal, ann.seat) == (Figure(2, 3), Figure(3, 3))
    assert ann.personal.shown(ann.target) == "67%"


def test_not_required_at_two_of_six_leaves_four_of_four() -> None:
    assert only(year({"Ann": "NPPNPP"}), "Ann").seat == Figure(4, 4)


def test_two_seats_of_one_organisation_fill_half_and_are_always_represented() -> None:
    council = only(year({"Ann": "PPP", "Ben": "XXX"}), "Council", By.ORGANISATION)
    assert council.seat == Figure(3, 6)
    assert council.representation == Figure(3, 3)


def test_an_inquorate_meeting_counts_and_a_planned_one_does_not() -> None:
    registers = year({"Ann": "PX"})
    registers[0] = register(date(2026, 1, 9), registers[0].rows, state=MeetingState.INQUORATE)
    registers[1] = register(date(2026, 2, 9), registers[1].rows, state=MeetingState.PLANNED)
    assert only(registers, "Ann").seat == Figure(1, 1)


def test_an_open_register_is_left_out_and_said() -> None:
    registers = year({"Ann": "PX"})
    registers[1] = replace(registers[1], closed=False)
    shown = report(registers)
    assert shown.total.seat == Figure(1, 1)
    assert shown.open_note == "1 register open"


def test_advisers_are_reported_apart() -> None:
    day = date(2026, 1, 9)
    rows = [row("Ann"), row("Adviser", "A", role=Role.ADVISER), row("Clerk", role=Role.SECRETARY)]
    shown = report([register(day, rows)])
    assert shown.total.seat == Figure(1, 1)
    assert shown.advisers.seat == Figure(0, 1)
    assert [one.name for one in shown.adviser_rows] == ["Adviser"]
    assert shown.adviser_rows[0].meets_target is None
    assert only([register(day, rows)], "Clerk").seat == Figure(0, 0)


def test_advisers_range_from_the_least_to_the_most_often_there() -> None:
    registers = [
        register(date(2026, 1, day), [row("A1", one, role=Role.ADVISER), row("A2", two, role=Role.ADVISER)])
        for day, (one, two) in enumerate(zip("PPPPPPPPPXX", "PPPPPPPPPPX", strict=True), start=1)
    ]
    assert report(registers).advisers_range == "each adviser 82% to 91%"
    assert report(registers, By.SEAT).advisers_range == "each adviser 82% to 91%"


@pytest.mark.parametrize("by", [By.MEETING, By.ORGANISATION, By.SECTOR, By.ROLE])
def test_where_a_row_is_not_one_adviser_no_range_of_each_is_given(by: By) -> None:
    days = [register(date(2026, 1, day), [row("A1", "PX"[day - 1], role=Role.ADVISER)]) for day in (1, 2)]
    assert report(days, by).adviser_rows
    assert report(days, by).advisers_range == ""


def test_where_only_advisers_are_asked_for_their_figures_are_the_report() -> None:
    rows = [row("Ann", "X"), row("Adviser", "P", role=Role.ADVISER)]
    whole = [register(date(2026, 1, 9), rows)]
    apart = [replace(one, rows=one.rows[1:]) for one in whole]
    assert not report(whole).is_of_advisers
    assert report(apart).is_of_advisers
    shown = report(apart).of_advisers()
    assert shown.total.seat == Figure(1, 1)
    assert shown.total.target is None
    assert [one.seat for one in shown.trend] == [Figure(1, 1)]
    low = shown.lowest()
    assert low is not None and low.seat == Figure(1, 1)


@pytest.mark.parametrize("by", [By.SECTOR, By.ROLE, By.MEETING])
def test_a_row_of_several_organisations_names_none_of_them(by: By) -> None:
    rows = [row("Ann", org="Council"), row("Ben", org="Trust")]
    shown = report([register(date(2026, 1, 9), rows)], by)
    assert {one.organisation for one in shown.rows} == {""}


def test_a_row_knows_the_id_of_the_person_it_names() -> None:
    before = replace(row("Nurse"), person_id="p", person="Penrose")
    after = replace(row("Nurse"), person_id="m", person="Mistry")
    registers = [register(date(2026, 1, 9), [before]), register(date(2026, 2, 9), [after])]
    (seat,) = report(registers, By.SEAT).rows
    assert (seat.person, seat.person_id) == ("Mistry", "m")


def test_the_target_is_held_against_personal_attendance_where_the_board_says_so() -> None:
    counted = count(year({"Ann": "PPPPPPPPPD"}), By.PERSON)
    personal = replace(BOARD, target_figure=TargetFigure.PERSONAL)
    assert attendance_report(counted, [BOARD]).total.judged == Figure(10, 10)
    assert attendance_report(counted, [personal]).total.judged == Figure(9, 10)


def test_the_lowest_and_highest_meeting_stand_beside_the_pooled_figure() -> None:
    shown = report(year({"Ann": "PPX", "Ben": "PXX"}))
    low, high = shown.lowest(), shown.highest()
    assert low is not None and low.meeting.date == date(2026, 3, 9)
    assert high is not None and high.title == "SIB 2025/26 · 01"


def test_a_person_with_two_seats_is_pooled_and_a_seat_stands_alone() -> None:
    second = replace(row("Ann", "A"), id="second", seat_id="second", seat_title="Second seat")
    registers = [register(date(2026, 1, 9), [row("Ann"), second])]
    assert only(registers, "Ann").seat == Figure(1, 2)
    assert only(registers, "Second seat", By.SEAT).seat == Figure(0, 1)


def test_a_period_takes_the_meetings_between_two_days() -> None:
    counted = count(year({"Ann": "XPPX"}), By.PERSON, first=date(2026, 2, 9), last=date(2026, 3, 9))
    assert attendance_report(counted, [BOARD]).total.seat == Figure(2, 2)


def test_rows_stand_in_roll_order_with_advisers_last() -> None:
    rows = [row("Zed"), row("Adviser", role=Role.ADVISER), row("Ann")]
    assert [one.name for one in report([register(date(2026, 1, 9), rows)]).rows] == ["Zed", "Ann", "Adviser"]


WHO = ["Ann", "Ben", "Cal", "Dee", "Eve"]
ORGS = dict(zip(WHO, ["Council", "Council", "Trust", "Forum", ""], strict=True))
ROLES = dict(zip(WHO, [Role.CHAIR, Role.MEMBER, Role.MEMBER, Role.ADVISER, Role.OBSERVER], strict=True))


@st.composite
def registers(draw: st.DrawFn) -> list[Register]:
    months = draw(st.lists(st.tuples(st.sampled_from(MeetingState), st.booleans()), max_size=8))
    found = []
    for month, (state, closed) in enumerate(months, start=1):
        letters = draw(st.lists(st.sampled_from("PVTDAXN "), min_size=len(WHO), max_size=len(WHO)))
        rows = [
            row(who, letter, org=ORGS[who], role=ROLES[who])
            for who, letter in zip(WHO, letters, strict=True)
            if letter.strip()
        ]
        found.append(replace(register(date(2026, month, 9), rows, state=state), closed=closed))
    return found


@given(registers(), st.sampled_from(By))
def test_a_pooled_total_equals_the_sum_of_its_parts(found: list[Register], by: By) -> None:
    shown = report(found, by)
    assert sum((one.seat for one in shown.members), Figure(0, 0)) == shown.total.seat
    assert sum((one.personal for one in shown.members), Figure(0, 0)) == shown.total.personal
    assert sum((one.seat for one in shown.adviser_rows), Figure(0, 0)) == shown.advisers.seat


@given(registers())
def test_organisations_represented_add_up_whichever_way_they_are_grouped(found: list[Register]) -> None:
    wanted = report(found).total.representation
    for by in (By.ORGANISATION, By.SECTOR, By.MEETING, By.BOARD):
        parts = [one.representation or Figure(0, 0) for one in report(found, by).members]
        assert sum(parts, Figure(0, 0)) == wanted


@given(registers(), st.sampled_from(By))
def test_personal_is_never_more_than_seat_and_seat_never_more_than_all(found: list[Register], by: By) -> None:
    for one in report(found, by).rows:
        assert 0 <= one.personal.n <= one.seat.n <= one.seat.of == one.personal.of


@given(registers(), st.integers(1, 28))
def test_adding_a_cancelled_meeting_changes_no_figure(found: list[Register], day: int) -> None:
    cancelled = register(date(2025, 12, day), [row(who, "X") for who in WHO], state=MeetingState.CANCELLED)
    before, after = report(found), report([*found, cancelled])
    assert (before.rows, before.total, before.trend) == (after.rows, after.total, after.trend)


@given(registers())
def test_the_order_of_registers_and_rows_changes_no_figure(found: list[Register]) -> None:
    shuffled = [replace(one, rows=tuple(reversed(one.rows))) for one in reversed(found)]
    assert report(shuffled) == report(found)


@given(registers())
def test_marking_one_more_row_not_required_takes_exactly_it_out(found: list[Register]) -> None:
    for place, one in enumerate(found):
        for at, each in enumerate(one.rows):
            if one.counts and each.is_counted and each.standing.value == "members":
                spared = replace(each, mark=Mark.NOT_REQUIRED)
                rows = (*one.rows[:at], spared, *one.rows[at + 1 :])
                changed = [*found[:place], replace(one, rows=rows), *found[place + 1 :]]
                assert report(changed).total.seat.of == report(found).total.seat.of - 1
                return
