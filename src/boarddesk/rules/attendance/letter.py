"""The facts of a neutral letter about one person's attendance: what was recorded, and no judgement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.attendance.explanation import ExplainedMeeting, Explanation, Reason, explain
from boarddesk.rules.attendance.figures import DEFINITION, Figure, tally, target_shown
from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.people import Board, Role, TargetFigure
from boarddesk.rules.registers.register import ATTENDED, NOT_RECORDED, Mark, Register, RollRow, Standing
from boarddesk.rules.wording import listed, sentence, with_the

_NAMED = {
    Reason.CANCELLED: "cancelled",
    Reason.OPEN: "its register is still open",
    Reason.NOT_TAKEN: "no register yet",
    Reason.NOT_REQUIRED: "not required",
}
"""Why a meeting of the time is in no figure; one whose roll never had the person is not named."""

_ADDS = {
    Reason.COUNTS: "Counts as present",
    Reason.DEPUTY: "Counts for the seat only",
    Reason.MISSED: "Counts as expected only",
}


@dataclass(frozen=True)
class Correspondents:
    """Who signs the letter, who takes a deputy's name, and who deputises for the person's seat now."""

    signatory: str = ""
    post: Role = Role.CHAIR
    secretary: str = ""
    holds_seat: bool = False
    deputies: tuple[str, ...] = ()

    @property
    def how_to_name_a_deputy(self) -> str:
        """A sentence for whoever holds a seat; whether a deputy is allowed is for the board's terms."""
        if not self.holds_seat:
            return ""
        whom = f"the board secretary, {self.secretary}" if self.secretary else "the board secretary"
        named = f"Named now: {listed(self.deputies)}." if self.deputies else "Nobody is named now."
        return (
            "If you cannot come and the board’s terms of reference allow a deputy, give their name to "
            f"{whom}, before the meeting. A deputy counts for the seat. {named}"
        )


@dataclass(frozen=True)
class LetterFacts:
    """What a chair may write to a person: dates, marks, figures, the target, and how they are counted."""

    person: str
    board: Board
    first: date
    last: date
    standing: Standing
    explanation: Explanation
    definition: str = DEFINITION
    correspondents: Correspondents = Correspondents()

    @property
    def meetings_expected(self) -> tuple[ExplainedMeeting, ...]:
        """The meetings the person was expected at, oldest first."""
        return tuple(reversed(self.explanation.counted_meetings))

    @property
    def not_there(self) -> tuple[ExplainedMeeting, ...]:
        """Those the person was at in no seat."""
        return tuple(
            meeting
            for meeting in self.meetings_expected
            if not any(row.mark in ATTENDED for row in meeting.rows)
        )

    @property
    def left_out(self) -> tuple[str, ...]:
        """The meetings of the time that are in no figure, oldest first: `10 March 2026 (cancelled)`."""
        found = (
            meeting
            for meeting in reversed(self.explanation.meetings)
            if meeting.reason in _NAMED and (meeting.rows or meeting.reason is not Reason.OPEN)
        )
        return tuple(f"{in_words(meeting.meeting.date)} ({_NAMED[meeting.reason]})" for meeting in found)

    @property
    def holds_several(self) -> bool:
        """Whether the person was expected in two seats at once: each is then spoken of by itself."""
        return any(len(_expected(meeting)) > 1 for meeting in self.meetings_expected)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The body of the letter in plain sentences."""
        count = len(self.meetings_expected)
        seats = ", in more than one seat" if self.holds_several else ""
        return (
            f"Between {in_words(self.first)} and {in_words(self.last)} {with_the(self.board.name)} "
            f"expected you at {count} meeting{'' if count == 1 else 's'}{seats}.",
            *(self._by_seat() if self.holds_several else self._pooled()),
            *self._target(),
            *([f"You were not recorded as present on {_listed(self.not_there)}."] if self.not_there else []),
            *([f"Left out of these figures: {'; '.join(self.left_out)}."] if self.left_out else []),
            "If any of this is not right, please say so and the register will be corrected.",
        )

    def _pooled(self) -> tuple[str, str]:
        return (
            f"The registers record you as present at {self._said(self.explanation.personal)}.",
            f"With deputies, your seat was filled at {self._said(self.explanation.seat)}.",
        )

    def _by_seat(self) -> Iterable[str]:
        seats: dict[str, list[RollRow]] = {}
        for row in (row for meeting in self.meetings_expected for row in _expected(meeting)):
            seats.setdefault(row.seat_id, []).append(row)
        for rows in seats.values():
            counts = tally(rows)
            yield (
                f"In the seat {seat_called(rows[-1])} the registers record you as present at "
                f"{self._said(counts.personal)}; with deputies, it was filled at {self._said(counts.seat)}."
            )

    def _said(self, figure: Figure) -> str:
        held = self.board.attendance_target if self.standing is Standing.MEMBERS else None
        return f"{figure.fraction} ({figure.shown(held)})"

    def _target(self) -> list[str]:
        """The target, where it is held against the person at all."""
        if self.standing is not Standing.MEMBERS:
            return []
        personal = self.board.target_figure is TargetFigure.PERSONAL
        which = "members’ own attendance" if personal else "seats filled, deputies counted"
        return [f"The board’s target is {target_shown(self.board.attendance_target)} of {which}."]

    def recorded(self, meeting: ExplainedMeeting) -> tuple[str, ...]:
        """What the register says of a meeting, in words with the letter; a line for each of several seats."""
        if not self.holds_several:
            return tuple(sentence(_mark_words(row)).rstrip(".") for row in meeting.rows)
        return tuple(f"{seat_called(row)}: {_mark_words(row)}" for row in meeting.rows)

    def adds(self, meeting: ExplainedMeeting) -> str:
        """What a meeting adds to the figures."""
        if meeting.seat.of != 1:
            return meeting.says
        return _ADDS.get(meeting.reason, sentence(meeting.says).rstrip("."))


def letter_facts(
    registers: Iterable[Register], board: Board, person_id: str, *, first: date, last: date
) -> LetterFacts | None:
    """The facts about one person; None where the person was on no roll in that time."""
    known = list(registers)
    rows = [row for register in known for row in register.rows if row.person_id == person_id]
    if not rows:
        return None
    standing = _standing(known, person_id)
    explanation = explain(
        known, GroupKey(board.id, standing, person_id), By.PERSON, first=first, last=last, today=last
    )
    return LetterFacts(rows[-1].person, board, first, last, standing, explanation)


def _standing(registers: Sequence[Register], person_id: str) -> Standing:
    """With whom the person is reported; of somebody who is a member in one seat, the member is written to."""
    found = {
        row.standing
        for register in registers
        if register.counts
        for row in register.rows
        if row.person_id == person_id and row.is_counted
    }
    return next((standing for standing in Standing if standing in found), Standing.NOT_EXPECTED)


def seat_called(row: RollRow) -> str:
    """What a seat is called in a sentence: its title, or whose it is."""
    return f"“{row.seat_title or row.organisation or row.role.value}”"


def _expected(meeting: ExplainedMeeting) -> list[RollRow]:
    return [row for row in meeting.rows if row.is_counted]


def _mark_words(row: RollRow) -> str:
    """`present (P)`, `deputy attended (D): Ben Carr`."""
    if row.mark is None:
        return NOT_RECORDED
    deputy = f": {row.deputy}" if row.mark is Mark.DEPUTY and row.deputy else ""
    return f"{row.mark_label} ({row.mark.value}){deputy}"


def _listed(meetings: Iterable[ExplainedMeeting]) -> str:
    return "; ".join(f"{in_words(meeting.meeting.date)} ({_how(_expected(meeting))})" for meeting in meetings)


def _how(rows: Iterable[RollRow]) -> str:
    """Without blame: apologies, a deputy, or no apologies recorded."""
    marks = {row.mark for row in rows}
    if Mark.DEPUTY in marks:
        deputies = [row.deputy for row in rows if row.deputy]
        return f"deputy: {deputies[0]}" if deputies else "a deputy came"
    return "apologies" if Mark.APOLOGIES in marks else "no apologies recorded"
