"""The reporting lines of a day in sentences, for who hears the chart instead of seeing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boarddesk.rules.governance.lines import LineKind, ReportingLine
from boarddesk.rules.people import Board
from boarddesk.rules.wording import day, listed, with_the

VERBS = {
    LineKind.ACCOUNTABLE_TO: "is accountable to",
    LineKind.INFORMS: "informs",
    LineKind.SCRUTINISED_BY: "is scrutinised by",
}


def told(boards: Iterable[Board], lines: Sequence[ReportingLine], when: date) -> list[str]:
    """A sentence for each board: what it owes to whom that day."""
    return [_of_board(board, [line for line in lines if line.board_id == board.id], when) for board in boards]


def title_of(when: date) -> str:
    """What the chart of a day is called."""
    return f"Governance on {day(when)}"


def _of_board(board: Board, lines: Iterable[ReportingLine], when: date) -> str:
    ends: dict[LineKind, list[str]] = {}
    for line in lines:
        if line.stands_on(when):
            ends.setdefault(line.kind, []).append(with_the(line.to_name))
    said = [f"{VERBS[kind]} {listed(ends[kind])}" for kind in LineKind if kind in ends]
    subject = with_the(board.name)
    return f"{subject[0].upper()}{subject[1:]} {listed(said) or 'has no reporting line'}."
