"""Which backups are kept as they age, and why each of them: all of 48 hours, then by day, week and month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

WAIT: Final = timedelta(minutes=15)
"""A backup follows a change by then."""

ALL_OF: Final = timedelta(hours=48)
RECENT: Final = "of the last 2 days"
PERIODS: Final[tuple[tuple[str, int, Callable[[datetime], object]], ...]] = (
    ("day", 12, lambda moment: moment.date()),
    ("week", 10, lambda moment: tuple(moment.isocalendar())[:2]),
    ("month", 12, lambda moment: (moment.year, moment.month)),
)
"""The newest of each so many, and what makes a moment one of them."""


def kept_for(made: Sequence[datetime], *, at: datetime) -> list[str]:
    """Why each of these backups, newest first, is kept: the longest it is kept for; '' where it goes."""
    why = [RECENT if at - moment <= ALL_OF else "" for moment in made]
    older = [place for place, reason in enumerate(why) if not reason]
    for name, count, period in PERIODS:
        newest: dict[object, int] = {}
        for place in older:
            newest.setdefault(period(made[place]), place)
        for place in list(newest.values())[:count]:
            why[place] = name
    return why
