"""Copies of draft minutes that came back, as they are kept, and what is said when one is taken in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from boarddesk.rules.minutes.corrections.copy import WordCopy
from boarddesk.rules.wording import count_in_figures, listed

NOTHING: Final = "Nothing was changed in it."


@dataclass(frozen=True)
class CopyBack:
    """One copy that came back: from whom, when, and how many changes and comments it holds."""

    id: str
    sent_by: str
    came_on: date
    file_name: str
    is_tracked: bool
    changes: int = 0
    comments: int = 0

    @property
    def how(self) -> str:
        """`Word, tracked`, `not tracked, so compared`"""
        return "Word, tracked" if self.is_tracked else "not tracked, so compared"


def sender_of(copy: WordCopy, file_name: str) -> str:
    """Who most likely sent a copy: who tracked most in it, else who saved it, else the name of the file."""
    hands = [hand.author for paragraph in copy.paragraphs for hand in paragraph.hands if hand.author]
    remarks = [one.author for paragraph in copy.paragraphs for one in paragraph.remarks if one.author]
    counted = hands or remarks
    if counted:
        return Counter(counted).most_common(1)[0][0]
    return copy.saved_by or file_name.rpartition(".")[0] or file_name


def read_sentence(copy: CopyBack, *, formats: int) -> str:
    """`Judith Amberley: 6 changes, 1 comment.` What only looks otherwise is left aside."""
    counts = [
        count_in_figures(count, one)
        for count, one in ((copy.changes, "change"), (copy.comments, "comment"))
        if count
    ]
    says = f"{copy.sent_by}: {listed(counts)}." if counts else f"{copy.sent_by}: {NOTHING.lower()}"
    if formats:
        says += f" {count_in_figures(formats, 'change')} of looks alone left aside."
    return says
