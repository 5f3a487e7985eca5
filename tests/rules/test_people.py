"""What somebody is to a board, and since when a seat stands empty."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.people import (
    Belonging,
    Board,
    Membership,
    Role,
    Seat,
    YearStart,
    belonging,
    follow_role,
    is_over,
)

DAY = date(2026, 5, 28)
WEEK = timedelta(days=7)
days = st.dates(date(2024, 1, 1), date(2028, 1, 1))


def _seat(*held: Membership, deputies: tuple[str, ...] = (), to_date: date | None = None) -> Seat:
    return Seat(
        "s",
        "b",
        "Nurse",
        None,
        Role.MEMBER,
        True,
        True,
        None,
        to_date,
        0,
        memberships=held,
        deputy_ids=deputies,
    )


def _held(first: date | None, last: date | None, who: str = "ann") -> Membership:
    return Membership(f"{who}{first}{last}", "s", who, first, last)


@pytest.mark.parametrize(
    ("seat", "expected"),
    [
        (_seat(_held(None, None)), Belonging.MEMBER),
        (_seat(_held(DAY + WEEK, None)), Belonging.MEMBER),
        (_seat(_held(None, DAY)), Belonging.MEMBER),
        (_seat(_held(None, DAY - WEEK)), Belonging.FORMER),
        (_seat(_held(None, None), to_date=DAY - WEEK), Belonging.FORMER),
        (_seat(_held(None, DAY - WEEK), deputies=("ann",)), Belonging.FORMER),
        (_seat(deputies=("ann",)), Belonging.DEPUTY),
        (_seat(deputies=("ann",), to_date=DAY - WEEK), Belonging.NONE),
        (_seat(), Belonging.NONE),
    ],
)
def test_members_hold_a_seat_now_or_soon_and_former_ones_held_one(seat: Seat, expected: Belonging) -> None:
    assert belonging("ann", [seat], DAY) is expected


def test_a_seat_is_vacant_since_the_day_after_its_last_holder_left() -> None:
    seat = _seat(_held(None, DAY - WEEK * 3, "ben"), _held(DAY - WEEK * 2, DAY - WEEK))
    assert seat.vacant_since(DAY) == DAY - WEEK + timedelta(days=1)
    assert seat.held_on(DAY) is None


def test_a_seat_nobody_ever_held_is_vacant_since_it_began() -> None:
    assert _seat().vacant_since(DAY) is None


@given(first=st.none() | days, last=st.none() | days, day=days)
def test_whoever_holds_a_seat_is_a_member(first: date | None, last: date | None, day: date) -> None:
    seat = _seat(_held(first, last))
    if seat.holder_on(day) == "ann":
        assert belonging("ann", [seat], day) is Belonging.MEMBER
        assert not is_over(seat, day)


@pytest.mark.parametrize(
    ("before", "after", "was", "becomes"),
    [
        (Role.MEMBER, Role.ADVISER, (True, True), (True, False)),
        (Role.MEMBER, Role.OBSERVER, (True, True), (False, False)),
        (Role.OBSERVER, Role.CHAIR, (False, False), (True, True)),
        (Role.MEMBER, Role.CHAIR, (False, False), (False, False)),
        (Role.OBSERVER, Role.SECRETARY, (True, True), (True, True)),
    ],
)
def test_a_seat_in_another_role_is_as_usual_only_where_it_was_as_usual(
    before: Role, after: Role, was: tuple[bool, bool], becomes: tuple[bool, bool]
) -> None:
    assert follow_role(before, after, expected=was[0], for_quorum=was[1]) == becomes


def test_a_new_board_starts_with_the_terms_that_are_usual() -> None:
    board = Board("b", "SEND Improvement Board", "SIB")
    assert (board.attendance_target, board.minutes_long, board.year_start) == (90, 120, YearStart.FINANCIAL)
    before_and_after = (board.forms_out, board.papers_due, board.pack_issued)
    assert before_and_after == (-19, -6, -5)
    assert (board.draft_minutes, board.actions_chased, board.plan_sent) == (5, 10, 13)


def test_a_seat_between_two_holders_is_vacant_since_the_first_of_them_left() -> None:
    seat = _seat(
        _held(None, DAY - WEEK, "ben"), _held(DAY + WEEK, DAY + WEEK * 3), _held(DAY + WEEK * 4, None, "cal")
    )
    assert seat.held_on(DAY) is None
    assert seat.vacant_since(DAY) == DAY - WEEK + timedelta(days=1)
