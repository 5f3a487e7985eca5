"""The clock of a meeting while it is minuted: whether it is on, how long an item goes on, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.dates.time_of_day import clock, minutes_of
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.minutes.minutes import ItemMinute

EARLY: Final = 30
"""Minutes before the start in which somebody may already be at the first item."""
OVERRUN: Final = 180
"""Minutes after its end in which a meeting may still be going on."""


def is_on(meeting: Meeting, *, today: date, now: datetime) -> bool:
    """Whether the meeting is going on: on its day, around its times where it has any."""
    if meeting.date != today or meeting.state is MeetingState.CANCELLED:
        return False
    if not meeting.start_time:
        return True
    minute = now.hour * 60 + now.minute
    ends = minutes_of(meeting.end_time or meeting.start_time)
    return minutes_of(meeting.start_time) - EARLY <= minute <= ends + OVERRUN


@dataclass(frozen=True)
class ItemClock:
    """How long an item goes on: when it began, minutes gone, minutes it has; None where nobody knows."""

    began: str
    gone: int | None
    allotted: int | None

    @property
    def over(self) -> int:
        """By how many minutes it is longer than the agenda allows; 0 where it is not."""
        return max((self.gone or 0) - self.allotted, 0) if self.allotted is not None else 0

    @property
    def words(self) -> str:
        """`14 of 20 minutes`; empty where nobody counts."""
        if self.gone is None:
            return ""
        noun = "minute" if self.gone == 1 else "minutes"
        return f"{self.gone} {noun}" if self.allotted is None else f"{self.gone} of {self.allotted} minutes"

    @property
    def until(self) -> str:
        """When its time is up, `14:18`; empty where it has none."""
        if not self.began or self.allotted is None:
            return ""
        return clock(min(minutes_of(self.began) + self.allotted, 24 * 60 - 1))


def item_clock(item: ItemMinute, items: Sequence[ItemMinute], *, now: str = "") -> ItemClock:
    """The clock of an item: until the next one began, or until now where none did and the meeting is on."""
    later = [known for known in items if known.sequence > item.sequence > 0 and known.began]
    ended = min(later, key=lambda known: known.sequence).began if later else now
    gone = None
    if item.began and ended:
        gone = max(minutes_of(ended) - minutes_of(item.began), 0)
    return ItemClock(item.began, gone, item.row.item.minutes)


def next_item(rows: Sequence[AgendaRow], item_id: str, *, by: int = 1) -> AgendaRow | None:
    """The item after this one, or before it, by the agenda; headings are passed over."""
    business = [row for row in rows if not row.is_heading or row.item.id == item_id]
    at = next((place for place, row in enumerate(business) if row.item.id == item_id), None)
    if at is None:
        return business[0] if business else None
    wanted = at + by
    return business[wanted] if 0 <= wanted < len(business) else None


def in_business(items: Sequence[ItemMinute]) -> ItemMinute | None:
    """The item begun last: where the meeting is."""
    return max((item for item in items if item.sequence), key=lambda item: item.sequence, default=None)
