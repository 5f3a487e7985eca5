"""A register closed below the quorum: the sum that says so, for a person to judge."""

from __future__ import annotations

from boarddesk.rules.meetings.meeting import MAY_FOLLOW, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.registers.quorum import QuorumCheck, live_quorum
from boarddesk.rules.registers.register import Register


def falls_short(board: Board, register: Register) -> str:
    """`Not quorate: 3 present, 7 needed` where the meeting could still be marked as inquorate; else empty.

    While the register is open the last members may yet come; what was marked or confirmed was judged already.
    """
    if not register.closed or MeetingState.INQUORATE not in MAY_FOLLOW[register.meeting.state]:
        return ""
    found = live_quorum(board, register)
    sums = [
        f"{one.have} present, {one.needed} needed" if board.quorum and at == 0 else _sum(one)
        for at, one in enumerate(found.checks)
        if not one.met
    ]
    return f"Not quorate: {'; '.join(sums)}" if sums else ""


def _sum(check: QuorumCheck) -> str:
    """`At least 1 from health` as it came out."""
    return f"{check.words}: {check.have or 'none'}"
