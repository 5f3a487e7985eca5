"""Random registers of risks: scores over years, reviews late or to come, work late or moved, some sent up."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from boarddesk.records import boards, lines
from boarddesk.records.file.change import Change
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import escalations, issues, register, scores, treatment
from boarddesk.rules.risks.escalations import EscalationKind
from boarddesk.rules.risks.risk import Appetite, ScoreKind

ENTERED = date(2024, 1, 2)
CATEGORIES = (("Money", 4, 8), ("Delivery", 6, 12), ("Trust", None, 6), ("Safety", None, None))


class RandomRegister:
    """A board with its register, a board above it, and a day."""

    def __init__(self, path: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.today = date(2026, 11, 29) - timedelta(self.dice.randint(0, 300))
        self.file = OfficeFile.create(
            path, office="Northmoor", clock=lambda: datetime.combine(self.today, time(9), UTC)
        )
        with self.file.change("Bring everything in") as change:
            self.board = boards.add_board(self.file, "Improvement Board", "IB")
            self.above = boards.add_board(self.file, "Partnership Board", "PB")
            lines.add_line(self.file, self.board, "PB")
            self._meetings(change)
            self.categories = [
                treatment.add_category(self.file, name, appetite=Appetite(optimal, tolerable))
                for name, optimal, tolerable in CATEGORIES
            ]
            for at in range(1, self.dice.choice((0, 1, 4, 9, 15)) + 1):
                self._risk(f"R{at}", self.board)
            self._risk("R1", self.above)
            for at in range(1, self.dice.choice((0, 1, 3)) + 1):
                self._issue(f"I{at}")

    def _meetings(self, change: Change) -> None:
        """Some held, and one to come; a register may come before the first board."""
        days = [self.today + timedelta(30)]
        days += [self.today - timedelta(self.dice.randint(10, 25) + 35 * back) for back in range(8)]
        for number, day in enumerate(sorted(days[: self.dice.choice((1, 2, 5, 9))]), start=1):
            state = "planned" if day > self.today else "held"
            change.insert("meeting", board_id=self.board, number=number, date=day, state=state)

    def _day(self, soonest: int, latest: int) -> date:
        return self.today + timedelta(self.dice.randint(soonest, latest))

    def _maybe(self, day: date, share: float = 0.7) -> date | None:
        return day if self.dice.random() < share else None

    def _risk(self, ref: str, board: str) -> None:
        risk = register.add_risk(
            self.file,
            ref=ref,
            title="Something goes wrong",
            raised_on=self._day(-500, -301),
            board_id=board,
            category_id=self.dice.choice(self.categories),
            next_review=self._maybe(self._day(-40, 60)),
            target_by=self._maybe(self._day(1, 300)),
        )
        self._scores(risk)
        for at in range(self.dice.randint(0, 3)):
            treatment.add_control(self.file, risk, text=f"Control {'abc'[at]}")
        for at in range(self.dice.randint(0, 3)):
            self._mitigation(risk, f"Work {'abc'[at]}")
        happens = self.dice.random()
        if happens < 0.15:
            register.close_risk(self.file, risk, why="It is over.", on=self._day(-200, 0))
        elif happens < 0.5 and board == self.board:
            self._send_up(risk)

    def _scores(self, risk: str) -> None:
        for kind, times in (
            (ScoreKind.INHERENT, self.dice.randint(0, 1)),
            (ScoreKind.TARGET, self.dice.randint(0, 1)),
            (ScoreKind.CURRENT, self.dice.choice((0, 1, 2, 4, 10, 10))),
        ):
            for day in sorted(self._day(-300, 0) for _ in range(times)):
                likelihood, impact = self.dice.randint(1, 5), self.dice.randint(1, 5)
                scores.set_score(self.file, risk, likelihood=likelihood, impact=impact, as_at=day, kind=kind)

    def _mitigation(self, risk: str, text: str) -> None:
        due = self._maybe(self._day(-90, 90), 0.9)
        work = treatment.add_mitigation(self.file, risk, text=text, due=due)
        if due and self.dice.random() < 0.4:
            treatment.move_mitigation(self.file, work, due=self._day(-60, 90), on=self._day(-150, -100))
        if self.dice.random() < 0.3:
            treatment.finish_mitigation(self.file, work, done_on=self._day(-50, 0))

    def _send_up(self, risk: str) -> None:
        sent_on = self._day(-120, -20)
        sent = escalations.escalate(
            self.file,
            escalations.Sending(
                EscalationKind.RISK,
                sent_on,
                "It is too much",
                "Agree to it",
                from_board_id=self.board,
                to_board_id=self.above,
                record_id=risk,
            ),
        )
        if self.dice.random() < 0.4:
            escalations.bring_down(self.file, sent, on=self._day(-19, 0), why="It is agreed")

    def _issue(self, ref: str) -> None:
        issue = issues.add_issue(
            self.file,
            ref=ref,
            title="Something has happened",
            raised_on=self._day(-100, 0),
            board_id=self.board,
            due=self._maybe(self._day(-60, 60)),
        )
        if self.dice.random() < 0.3:
            issues.change_issue(self.file, issue, resolved_on=self.today)
