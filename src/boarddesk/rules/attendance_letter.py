"""The facts of a neutral letter about one person's attendance: what was recorded, and no judgement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.attendance import Mark, Register, RollRow
from boarddesk.rules.attendance_counted import By, GroupKey
from boarddesk.rules.attendance_figures import DEFINITION, Figure, target_shown
from boarddesk.rules.attendance_reasons import ExplainedMeeting, Explanation, explain
from boarddesk.rules.deadlines import in_words
from boarddesk.rules.people import Board, TargetFigure


@dataclass(frozen=True)
class LetterFacts:
    """What a chair may write to a person: dates, marks, figures, the target, and how they are counted."""

    person: str
    board: Board
    first: date
    last: date
    explanation: Explanation
    definition: str = DEFINITION

    @property
    def personal(self) -> Figure:
        """The person's own attendance."""
        return self.explanation.personal

    @property
    def seat(self) -> Figure:
        """The seat's attendance while the person held it, deputies counted."""
        return self.explanation.seat

    @property
    def missed(self) -> tuple[ExplainedMeeting, ...]:
        """Meetings the person was not at in person, oldest first."""
        found = [one for one in self.explanation.counted if one.personal.n < one.personal.of]
        return tuple(reversed(found))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The body of the letter in plain sentences."""
        judged = self.personal if self.board.target_figure is TargetFigure.PERSONAL else self.seat
        target = self.board.attendance_target
        which = "members’ own attendance" if judged is self.personal else "seats filled, deputies counted"
        return (
            f"Between {in_words(self.first)} and {in_words(self.last)} the {self.board.name} expected you at "
            f"{self.personal.of} meeting{'' if self.personal.of == 1 else 's'}.",
            f"The registers record you as present at {self.personal.text(target)}.",
            f"With deputies, your seat was filled at {self.seat.text(target)}.",
            f"The board’s target is {target_shown(target)} of {which}.",
            *([f"You were not recorded as present on {_listed(self.missed)}."] if self.missed else []),
            "If any of this is not right, please say so and the register will be corrected.",
        )


def letter_facts(
    registers: Iterable[Register], board: Board, person_id: str, *, first: date, last: date
) -> LetterFacts | None:
    """The facts about one person; None where the person was on no roll in that time."""
    known = list(registers)
    rows = [row for one in known for row in one.rows if row.person_id == person_id]
    if not rows:
        return None
    group = GroupKey(board.id, rows[-1].standing, person_id)
    explanation = explain(known, group, By.PERSON, first=first, last=last)
    return LetterFacts(rows[-1].person, board, first, last, explanation)


def _listed(meetings: Iterable[ExplainedMeeting]) -> str:
    return "; ".join(f"{in_words(one.meeting.date)} ({_how(one.rows)})" for one in meetings)


def _how(rows: Iterable[RollRow]) -> str:
    """Without blame: apologies, a deputy, or no apologies recorded."""
    marks = {row.mark for row in rows}
    if Mark.DEPUTY in marks:
        deputies = [row.deputy for row in rows if row.deputy]
        return f"deputy: {deputies[0]}" if deputies else "a deputy came"
    return "apologies" if Mark.APOLOGIES in marks else "no apologies recorded"
