"""Terms of reference as people type them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.date_rules import DateRule, DayKind
from boarddesk.rules.people import Board, QuorumRule, Role, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.terms import (
    AFTER,
    BEFORE,
    check_length,
    check_rule,
    check_target,
    quorum_words,
)
from boarddesk.rules.wording import day

DAY = date(2026, 6, 9)
WORKING = DateRule(0)


@pytest.mark.parametrize(("typed", "kept"), [("90", "90"), (" 87.5 % ", "87.5"), ("0%", "0"), ("100", "100")])
def test_a_target_is_read_with_or_without_its_sign(typed: str, kept: str) -> None:
    assert check_target(typed) == Decimal(kept)


@pytest.mark.parametrize("typed", ["", "most", "101", "-5", "90.123", "9 0"])
def test_a_target_that_is_no_per_cent_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="between 0 and 100") as no:
        check_target(typed)
    assert no.value.field == "attendance_target"


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("120", 120), ("90 minutes", 90), ("45min", 45), ("2 hours", 120), ("2h", 120), ("1h30", 90),
        ("1.5 hours", 90), ("1 hour 45 minutes", 105), ("2 hrs and 15 mins", 135),
    ],
)  # fmt: skip
def test_a_length_is_read_in_minutes(typed: str, minutes: int) -> None:
    assert check_length(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "two hours", "721", "-30", "13 hours", "1.01 hours"])
def test_a_length_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="minutes"):
        check_length(typed)


@given(st.sampled_from([*BEFORE, *AFTER]), st.integers(0, 120), st.sampled_from(["", "-", "+"]))
def test_an_offset_lies_on_its_own_side_whatever_sign_is_typed(step: str, days: int, sign: str) -> None:
    kept = check_rule(f"{sign}{days}", WORKING, step=step).number
    assert abs(kept) == days
    assert kept <= 0 if step in BEFORE else kept >= 0


@given(st.sampled_from([*BEFORE, *AFTER]), st.integers(1, 120), st.sampled_from(DayKind))
def test_an_offset_in_words_is_read_back_as_itself(step: str, days: int, kind: DayKind) -> None:
    kept = check_rule(f"{days} {kind} days", WORKING, step=step)
    assert (abs(kept.number), kept.kind) == (days, kind)
    assert check_rule(kept.words, WORKING, step=step) == kept


@pytest.mark.parametrize("typed", ["", "soon", "121", "1.5", "5 claer days", "clear days", "²"])
def test_an_offset_that_is_no_number_of_days_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="working days"):
        check_rule(typed, WORKING, step="papers_due")


def test_offsets_are_said_in_words() -> None:
    assert DateRule(-1).words == "1 working day before"
    assert DateRule(10).words == "10 working days after"
    assert DateRule(0).words == "on the day"


def test_a_number_alone_keeps_the_kind_of_days_there_was() -> None:
    clear = DateRule(-5, DayKind.CLEAR)
    assert check_rule("6", clear, step="pack_issued") == DateRule(-6, DayKind.CLEAR)
    assert check_rule("6 Working days", clear, step="pack_issued") == DateRule(-6)
    assert check_rule("7 calendar", clear, step="plan_sent") == DateRule(7, DayKind.CALENDAR)


def test_a_quorum_is_said_with_its_rules() -> None:
    rules = (QuorumRule(1, Sector.HEALTH), QuorumRule(1, None, (Role.CHAIR, Role.VICE_CHAIR)))
    board = Board("b", "Board", "B", quorum="1/3", quorum_rules=rules)
    assert quorum_words(board, DAY) == "1/3 of the quorum seats; at least 1 from health; chair or vice-chair"
    assert quorum_words(Board("b", "Board", "B", quorum="8"), DAY) == "8 quorum seats"
    assert quorum_words(Board("b", "Board", "B"), DAY) == ""


def test_a_quorum_rule_still_to_come_is_said_with_its_first_day() -> None:
    board = Board("b", "Board", "B", quorum_rules=(QuorumRule(1, Sector.HEALTH, from_date=DAY),))
    assert quorum_words(board, DAY) == "at least 1 from health"
    assert quorum_words(board, DAY - timedelta(days=1)) == f"at least 1 from health, from {day(DAY)}"


def test_the_longest_meeting_and_the_furthest_day_are_still_taken() -> None:
    assert check_length("720") == check_length("12 hours") == 720
    assert check_rule("120", WORKING, step="plan_sent").number == 120
    assert check_length("1") == 1
