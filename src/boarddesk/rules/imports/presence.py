"""When a member of a document is seen on its registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Presence:
    """The days a member stands on the document's rolls, among all its days with a roll."""

    days: frozenset[date]
    starts_later: bool
    ends_earlier: bool

    @property
    def first(self) -> date:
        """The first of them."""
        return min(self.days)

    @property
    def last(self) -> date:
        """The last of them."""
        return max(self.days)
