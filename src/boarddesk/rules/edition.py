"""Which paper this is: a draft of its day, or the version that an issue is kept under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.wording import day

PUBLISHED = "Published copy"
FOR_MEMBERS = "For members only, not for publication"


@dataclass(frozen=True)
class Edition:
    """Only what is kept in the office has a version; everything else is a draft and says of when.

    `changed_at` is the time of the office's last change where that was on the same day, so that two drafts
    of one day that differ can be told apart.
    """

    version: int = 0
    drafted_on: date | None = None
    changed_at: str = ""

    @property
    def said(self) -> str:
        """`version 3`, or `draft of 29 November 2026, last change 14:05`."""
        if self.version:
            return f"version\N{NO-BREAK SPACE}{self.version}"
        of = f" of {day(self.drafted_on)}" if self.drafted_on else ""
        return f"draft{of}{f', last change {self.changed_at}' if self.changed_at else ''}"

    def with_day(self, as_at: date) -> str:
        """With the day its content is of: `version 3, as at 2 June 2026`."""
        return f"{self.said}, as at {day(as_at)}"

    def in_brief(self, as_at: date) -> str:
        """For the foot of a page: a draft of the very day its content is of says that day once."""
        return self.said if self.drafted_on == as_at else self.with_day(as_at)

    def of_file(self, name: str) -> str:
        """A name for its file: `Highlight report, version 3`."""
        return f"{name}, {self.said}".replace("\N{NO-BREAK SPACE}", " ").replace(":", "-")


DRAFT = Edition()
"""A draft of no day: what a document is until somebody says more."""
