"""Terms of reference as people type them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.people import Board, QuorumRule, Role, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.terms import (
    AFTER,
    BEFORE,
    check_length,
    check_offset,
    check_target,
    offset_words,
    quorum_words,
)
from boarddesk.rules.wording import day

DAY = date(2026, 6, 9)


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
    kept = check_offset(f"{sign}{days}", step=step)
    assert abs(kept) == days
    assert kept <= 0 if step in BEFORE else kept >= 0


@given(st.sampled_from([*BEFORE, *AFTER]), st.integers(1, 120))
def test_an_offset_in_words_is_read_back_as_itself(step: str, days: int) -> None:
    kept = check_offset(str(days), step=step)
    assert check_offset(offset_words(kept, step=step), step=step) == kept


@pytest.mark.parametrize("typed", ["", "soon", "121", "1.5"])
def test_an_offset_that_is_no_number_of_days_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="working days"):
        check_offset(typed, step="papers_due")


def test_offsets_are_said_in_words() -> None:
    assert offset_words(-1, step="papers_due") == "1 working day before"
    assert offset_words(10, step="actions_chased") == "10 working days after"
    assert offset_words(0, step="pack_issued") == "on the day"


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
    assert check_offset("120", step="plan_sent") == 120
    assert check_length("1") == 1
