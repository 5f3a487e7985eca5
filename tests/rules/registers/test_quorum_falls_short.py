"""A register closed below the quorum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.rolls import BOARD, register, row

from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Board, QuorumRule, Role, Sector
from boarddesk.rules.registers.quorum import falls_short
from boarddesk.rules.registers.register import RollRow

DAY = date(2026, 6, 9)


def board(quorum: str, *rules: QuorumRule) -> Board:
    return replace(BOARD, quorum=quorum, quorum_rules=rules)


def said(of: Board, *rows: RollRow, state: MeetingState = MeetingState.HELD) -> str:
    return falls_short(of, register(DAY, rows, state=state))


def test_too_few_are_counted_against_the_need() -> None:
    assert said(board("3"), row("a"), row("b"), row("c", "A")) == "Not quorate: 2 present, 3 needed"


def test_a_missing_sector_or_chair_is_named() -> None:
    rules = QuorumRule(1, sector=Sector.HEALTH), QuorumRule(1, roles=(Role.CHAIR, Role.VICE_CHAIR))
    assert said(board("1", *rules), row("a")) == (
        "Not quorate: at least 1 from health: none; chair or vice-chair: none"
    )
    assert said(board("", QuorumRule(2, sector=Sector.OTHER)), row("a")) == (
        "Not quorate: at least 2 from other: 1"
    )


def test_a_rule_agreed_later_does_not_make_an_old_meeting_inquorate() -> None:
    later = QuorumRule(1, sector=Sector.HEALTH, from_date=date(2026, 6, 10))
    assert said(board("1", later), row("a")) == ""
    assert said(board("1", replace(later, from_date=DAY)), row("a")) != ""


def test_enough_is_no_news_and_neither_is_a_board_without_quorum() -> None:
    assert said(board("2"), row("a"), row("b")) == ""
    assert said(board(""), row("a", "X")) == ""


def test_while_the_register_is_open_nothing_is_said() -> None:
    left_open = replace(register(DAY, [row("a", "X")]), closed=False)
    assert falls_short(board("1"), left_open) == ""


def test_minutes_may_be_drafted_before_the_register_is_closed() -> None:
    assert said(board("1"), row("a", "X"), state=MeetingState.DRAFT_MINUTES)


@pytest.mark.parametrize("state", [MeetingState.INQUORATE, MeetingState.CONFIRMED])
def test_what_was_judged_already_is_not_asked_again(state: MeetingState) -> None:
    assert said(board("1"), row("a", "X"), state=state) == ""
