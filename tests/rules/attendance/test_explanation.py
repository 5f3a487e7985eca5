"""Why a figure is what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.registers.test_register import registers
from tests.rules.rolls import BOARD, register, row, year

from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.explanation import explain
from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.groups import By, GroupKey, count
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role, TargetFigure
from boarddesk.rules.registers.register import Register, Standing

ANN = GroupKey("sib", Standing.MEMBERS, "Ann")


def a_year() -> list[Register]:
    found = year({"Ann": "PDAXNVT", "Ben": "PPPPPPP"})
    rows = [row("Ann", "P")]
    return [
        *found,
        register(date(2026, 8, 9), rows, state=MeetingState.CANCELLED),
        replace(register(date(2026, 9, 9), rows), closed=False),
        register(date(2026, 10, 9), [], state=MeetingState.PLANNED),
        register(date(2026, 11, 9), [row("Ben")]),
        register(date(2026, 12, 9), [replace(row("Ann"), expected=False, role=Role.MEMBER)]),
    ]


def test_each_meeting_says_what_it_did() -> None:
    found = explain(a_year(), ANN, By.PERSON, last=date(2026, 11, 30))
    assert [one.says for one in reversed(found.meetings)] == [
        "counts",
        "deputy: seat only",
        "missed",
        "missed",
        "not required, left out",
        "counts",
        "counts",
        "cancelled, left out",
        "register open, left out",
        "still to come, left out",
        "not on the roll, left out",
    ]


def test_a_day_gone_by_without_a_register_is_not_still_to_come() -> None:
    found = explain(a_year(), ANN, By.PERSON, last=date(2026, 11, 30), today=date(2026, 10, 10))
    assert found.meetings[1].says == "no register yet, left out"
    assert "1 no register yet" in found.sentence() and "still to come" not in found.sentence()
    on_the_day = explain(a_year(), ANN, By.PERSON, last=date(2026, 11, 30), today=date(2026, 10, 9))
    assert on_the_day.meetings[1].says == "still to come, left out"


def test_the_sum_is_a_sentence() -> None:
    found = explain(a_year(), ANN, By.PERSON)
    assert found.sentence() == (
        "3 of 6: there at 3, a deputy came to 1, which counts for the seat only, "
        "missed 2 (1 with apologies and 1 without). "
        "Left out: 1 not required, 1 cancelled, 1 register open, 1 still to come."
    )
    assert found.of(TargetFigure.SEAT) == Figure(4, 6)
    assert found.sentence(TargetFigure.SEAT).startswith(
        "4 of 6: there at 3, a deputy came to 1, which counts,"
    )


def test_a_group_of_seats_says_how_many_were_filled() -> None:
    found = explain(
        year({"Ann": "PX", "Ben": "XX"}), GroupKey("sib", Standing.MEMBERS, "Council"), By.ORGANISATION
    )
    assert [(one.says, one.letters) for one in found.meetings] == [
        ("0 of 2 seats filled", "X X"),
        ("1 of 2 seats filled", "P X"),
    ]


def test_two_seats_of_one_person_are_counted_as_seats_and_not_as_meetings() -> None:
    def two(first: str, second: str, month: int) -> Register:
        seats = (
            replace(row("Ann", mark), id=f"{at}", seat_id=f"{at}") for at, mark in enumerate(first + second)
        )
        return register(date(2026, month, 9), list(seats))

    found = explain([two("P", "P", 1), two("P", "A", 2), two("D", "X", 3)], ANN, By.PERSON)
    assert found.sentence() == (
        "3 of 6 seats over three meetings: there for 3, a deputy came for 1, which counts for the seat only, "
        "missed 2 (1 with apologies and 1 without)."
    )


def test_nothing_expected_is_said_plainly() -> None:
    found = explain(year({"Ann": "NN"}), ANN, By.PERSON)
    assert found.sentence() == "Nothing was expected. Left out: 2 not required."


@given(registers(), st.sampled_from(By))
def test_explained_rows_add_up_to_the_figure(found: list[Register], by: By) -> None:
    for one in attendance_report(count(found, by), [BOARD]).rows:
        explained = explain(found, one.group, by)
        assert (explained.personal, explained.seat) == (one.personal, one.seat)
        assert explained.tally.not_required <= one.tally.not_required
