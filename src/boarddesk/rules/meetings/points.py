"""A point of a meeting as people type it: an item of the agenda or a time of day."""

from __future__ import annotations

import re
from collections.abc import Mapping

from boarddesk.rules.dates.time_of_day import Hours, looks_like_time, minutes_of, time_among_items
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.refused import Refused

NO_POINT = "Give an item number such as item 5, or a time such as 14:30."
NO_TIME = "There is no such time of day: give one such as 14:30, or an item such as item 5."

_SAID_ITEM = re.compile(
    r"(?:agenda )?(?:item|no\.?) ?(?P<item>\d{1,3}(?:\.\d{1,3})*)\.?", re.IGNORECASE | re.ASCII
)
_ITEM = re.compile(r"(?P<item>\d{1,2}(?:\.\d{1,3})*)\.?", re.ASCII)

_USUAL = 3 * 60
_TITLE = " · "
"""Between the number of an item and its title."""


def hours_of(meeting: Meeting) -> Hours | None:
    """The hours of a meeting; without an end three hours from its start, None without a start."""
    if not meeting.start_time:
        return None
    start = minutes_of(meeting.start_time)
    return Hours(start, max(minutes_of(meeting.end_time), start) if meeting.end_time else start + _USUAL)


def read_point(text: str, hours: Hours | None = None, *, field: str = "part_from") -> str:
    """A time `14:30` or an item number `5` as kept; empty is the start or the end.

    `item 5`, `5` and `5.2` are items. `14:30`, `1430`, `2pm` and `2:30` are times: the half of the day is the
    one nearer to the meeting. `2.30` could be either: it is the time where that lies within half an hour of
    the meeting, and the item where not. A nought in front, `02:30`, says the time of day outright.
    """
    plain = " ".join(text.partition(_TITLE)[0].split())
    if not plain:
        return ""
    said = _SAID_ITEM.fullmatch(plain)
    if said:
        return said["item"]
    time = time_among_items(plain, hours)
    if time is not None:
        return time
    item = _ITEM.fullmatch(plain)
    if item:
        return item["item"]
    raise Refused(NO_TIME if looks_like_time(plain) else NO_POINT, field=field)


def item_in_full(number: str, title: str) -> str:
    """An item of an agenda as it is offered, `item 4.1 · Therapies`; its number is read back."""
    return f"item {number}{_TITLE}{title}"


def check_on_agenda(point: str, items: Mapping[str, str], *, field: str = "part_from") -> None:
    """Refused where an item is named that the agenda has not; where there is no agenda, any may be named."""
    if point and items and not is_time(point) and point not in items:
        raise Refused(f"There is no item {point} on this agenda.", field=field)


def is_time(text: str) -> bool:
    """Whether a point is a time of day rather than an item."""
    return ":" in text


def point_words(point: str) -> str:
    """A point as kept in words: `14:30`, `item 5`; they are read back as the same point."""
    return point if not point or is_time(point) else f"item {point}"


def understood(text: str, hours: Hours | None = None, *, items: Mapping[str, str] | None = None) -> str:
    """What is understood by what was typed, where that is not word for word the same.

    With `items`, titles by number, the item is told by its title.
    """
    try:
        point = read_point(text, hours)
    except Refused:
        return ""
    words = item_in_full(point, items[point]) if items and point in items else point_words(point)
    return "" if words.casefold() == " ".join(text.split()).casefold() else words
