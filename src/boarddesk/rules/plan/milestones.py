"""Milestones: the steps of an action, each done or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.dates.deadlines import ByWhen


@dataclass(frozen=True)
class Milestone:
    """A step of an action with its band or date."""

    id: str
    action_id: str
    text: str
    by_when: ByWhen
    original_by_when: ByWhen | None = None
    owner: str = ""
    done: bool = False
    done_on: date | None = None

    def overdue_on(self, today: date) -> bool:
        """Whether the latest day has passed and the step is not done."""
        return not self.done and self.by_when.overdue_on(today)
