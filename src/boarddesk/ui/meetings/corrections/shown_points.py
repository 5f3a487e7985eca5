"""Which corrections are shown, whose they are, and how many: for the filters and the heads of items."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from boarddesk.rules.minutes.corrections.points import CorrectionPoint


class Show(StrEnum):
    """Which of the corrections are shown."""

    ALL = "All"
    TO_DECIDE = "To decide"
    CONFLICTS = "Conflicts"
    COMMENTS = "Comments"

    def has(self, point: CorrectionPoint) -> bool:
        """Whether a correction is one of them."""
        return {
            Show.ALL: True,
            Show.TO_DECIDE: point.is_undecided,
            Show.CONFLICTS: point.is_conflict,
            Show.COMMENTS: point.is_comment,
        }[self]


def summary(points: Sequence[CorrectionPoint]) -> str:
    """`5 corrections, 1 conflict, 1 comment`"""
    comments = sum(point.is_comment for point in points)
    conflicts = sum(point.is_conflict for point in points)
    counts = (
        (len(points) - comments, "correction", "corrections"),
        (conflicts, "conflict", "conflicts"),
        (comments, "comment", "comments"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def people_of(points: Sequence[CorrectionPoint]) -> list[str]:
    """Everybody who proposed or said something, by name."""
    return sorted({one.author for point in points for one in point.suggestions if one.author})
