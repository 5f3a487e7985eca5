"""How long before a meeting its agenda and reports lie open, where the law says so.

A statutory committee keeps five clear days: Local Government Act 1972, sections 100A and 100B.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from boarddesk.rules.dates.date_rules import DateRule, DayKind, clear_days_between
from boarddesk.rules.refused import Refused

LEAST_CLEAR_DAYS: Final = 5
LEAST_NOTICE: Final = DateRule(-LEAST_CLEAR_DAYS, DayKind.CLEAR)

LEAST: Final = {
    DayKind.CLEAR: LEAST_CLEAR_DAYS,
    DayKind.WORKING: LEAST_CLEAR_DAYS + 1,
    DayKind.CALENDAR: 14,
}
"""The least of each kind that always keeps five clear days; over Christmas they take a fortnight."""

_WHY = f"A statutory committee issues its pack at least {LEAST_CLEAR_DAYS} clear days before the meeting"


def keeps_notice(pack_issued: DateRule) -> bool:
    """Whether a pack issued by this rule lies open for five clear days before every meeting."""
    return -pack_issued.number >= LEAST[pack_issued.kind]


def check_notice(pack_issued: DateRule, *, field: str = "pack_issued") -> None:
    """Refused where a statutory committee would issue its pack too late."""
    if not keeps_notice(pack_issued):
        kind = pack_issued.kind
        so = "" if kind is DayKind.CLEAR else f", which takes {LEAST[kind]} {kind} days"
        raise Refused(f"{_WHY}{so}.", field=field)


def short_notice(issued: date, meeting_day: date) -> str:
    """What is said of a statutory committee's pack that was issued too late; empty where it was not."""
    days = clear_days_between(issued, meeting_day)
    if days >= LEAST_CLEAR_DAYS:
        return ""
    return f"{days or 'no'} clear day{'' if days == 1 else 's'}, {LEAST_CLEAR_DAYS} are needed"
