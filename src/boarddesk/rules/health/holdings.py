"""What an office holds, counted, to tell one backup from another; and what a backup has not, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.wording import count_in_figures, listed, lower_first

MOST_NAMED: Final = 3


@dataclass(frozen=True)
class Holdings:
    """How many of each an office holds."""

    meetings: int
    confirmed: int
    plan_actions: int
    meeting_actions: int
    kpis: int
    actuals: int
    risks: int
    papers: int
    evidence: int

    @property
    def sentence(self) -> str:
        """`26 meetings, 43 actions`: those of the plan and of meetings together."""
        actions = self.plan_actions + self.meeting_actions
        return f"{count_in_figures(self.meetings, 'meeting')}, {count_in_figures(actions, 'action')}"

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Line by line, as a panel sets them beside those of now."""
        return [
            ("Meetings", f"{self.meetings:,}"),
            ("Confirmed minutes", f"{self.confirmed:,}"),
            ("Plan actions", f"{self.plan_actions:,}"),
            ("Meeting actions", f"{self.meeting_actions:,}"),
            ("KPIs and actuals", f"{self.kpis:,} and {self.actuals:,}"),
            ("Risks", f"{self.risks:,}"),
            ("Papers and evidence", f"{self.papers + self.evidence:,}"),
        ]


def not_in_it(labels: Sequence[str]) -> str:
    """What was done since, newest first, by what it is called in the log: the most frequent first."""
    if not labels:
        return "Nothing: it holds all that the office holds now."
    counts = {label: labels.count(label) for label in dict.fromkeys(labels)}
    often = sorted(counts.items(), key=lambda counted: -counted[1])
    named = [
        lower_first(label) if count == 1 else f"{lower_first(label)} ({count} times)"
        for label, count in often
    ]
    rest = len(named) - MOST_NAMED
    if rest > 0:
        named = [*named[:MOST_NAMED], f"{count_in_figures(rest, 'other kind')} of change"]
    told = listed(named)
    return f"{told[0].upper()}{told[1:]}."
