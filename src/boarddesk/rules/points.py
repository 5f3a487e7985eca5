"""A point of a meeting as people type it: an item of the agenda or a time of day."""

from __future__ import annotations

import re
from typing import NamedTuple

from boarddesk.rules.meetings import Meeting
from boarddesk.rules.refused import Refused

NO_POINT = "Give an item number such as item 5, or a time such as 14:30."
NO_TIME = "There is no such time of day: give one such as 14:30, or an item such as item 5."

_SAID_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.\s]?(?P<minute>\d{2}))?\s*(?P<half>[ap])\.?\s?m\.?", re.IGNORECASE | re.ASCII
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})", re.ASCII)
_FIGURES = re.compile(r"(?P<hour>\d{1,2})(?P<minute>\d{2})", re.ASCII)
_DOTTED = re.compile(r"(?P<hour>\d{1,2})\.(?P<minute>\d{2})", re.ASCII)
_HOURS = re.compile(r"\s?h(?:rs?|ours?)?\.?$", re.IGNORECASE)
_SAID_ITEM = re.compile(
    r"(?:agenda )?(?:item|no\.?) ?(?P<item>\d{1,3}(?:\.\d{1,3})*)\.?", re.IGNORECASE | re.ASCII
)
_ITEM = re.compile(r"(?P<item>\d{1,2}(?:\.\d{1,3})*)\.?", re.ASCII)

_DAY = 24 * 60
_NEAR = 30
_USUAL = 3 * 60
_EARLIEST = 7 * 60


class Hours(NamedTuple):
    """When a meeting goes on, in minutes of the day."""

    start: int
    end: int

    def away(self, minute: int) -> int:
        """How many minutes before or after the meeting; 0 while it goes on."""
        return max(self.start - minute, minute - self.end, 0)


def hours_of(meeting: Meeting) -> Hours | None:
    """The hours of a meeting; without an end three hours from its start, None without a start."""
    if not meeting.start_time:
        return None
    start = _minute(meeting.start_time)
    return Hours(start, max(_minute(meeting.end_time), start) if meeting.end_time else start + _USUAL)


def read_point(text: str, hours: Hours | None = None, *, field: str = "part_from") -> str:
    """A time `14:30` or an item number `5` as kept; empty is the start or the end.

    `item 5`, `5` and `5.2` are items. `14:30`, `1430`, `2pm` and `2:30` are times: the half of the day is the
    one nearer to the meeting. `2.30` could be either: it is the time where that lies within half an hour of
    the meeting, and the item where not. A nought in front, `02:30`, says the time of day outright.
    """
    plain = " ".join(text.split())
    if not plain:
        return ""
    said = _SAID_ITEM.fullmatch(plain)
    if said:
        return said["item"]
    time = _time(plain, hours)
    if time is not None:
        return f"{time // 60:02}:{time % 60:02}"
    item = _ITEM.fullmatch(plain)
    if item:
        return item["item"]
    raise Refused(NO_TIME if _looks_like_time(plain) else NO_POINT, field=field)


def is_time(text: str) -> bool:
    """Whether a point is a time of day rather than an item."""
    return ":" in text


def point_words(point: str) -> str:
    """A point as kept in words: `14:30`, `item 5`; they are read back as the same point."""
    return point if not point or is_time(point) else f"item {point}"


def understood(text: str, hours: Hours | None = None) -> str:
    """What is understood by what was typed, where that is not word for word the same."""
    try:
        words = point_words(read_point(text, hours))
    except Refused:
        return ""
    return "" if words == " ".join(text.split()).casefold() else words


def _looks_like_time(plain: str) -> bool:
    bare = _HOURS.sub("", plain)
    return any(one.fullmatch(bare) for one in (_SAID_TIME, _CLOCK, _FIGURES))


def _time(plain: str, hours: Hours | None) -> int | None:
    """The minute of the day that is meant, or None where it is no time."""
    said = _SAID_TIME.fullmatch(plain)
    if said:
        return _half_said(int(said["hour"]), int(said["minute"] or 0), half=said["half"].lower())
    bare = _HOURS.sub("", plain)
    found = _CLOCK.fullmatch(bare) or _FIGURES.fullmatch(bare) or _DOTTED.fullmatch(bare)
    if found is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    time = _nearer(found["hour"], int(found["minute"]), hours)
    hour = found["hour"]
    surely = found.re is not _DOTTED or bare != plain or hour.startswith("0") or int(hour) >= 12
    return time if surely or _is_near(time, hours) else None


def _half_said(hour: int, minute: int, *, half: str) -> int | None:
    """`2pm`; people write `14.30pm` as well."""
    if hour > 23 or minute > 59 or (half == "a" and hour > 12):
        return None
    afternoon = half == "p" or hour > 12
    return (hour % 12 + (12 if afternoon else 0)) * 60 + minute


def _nearer(hour: str, minute: int, hours: Hours | None) -> int:
    """The morning or the afternoon, whichever is nearer to the meeting; nobody meets before seven."""
    early = int(hour) * 60 + minute
    late = early + _DAY // 2
    if hour.startswith("0") or late >= _DAY:
        return early
    if hours is None:
        return early if early >= _EARLIEST else late
    return min(early, late, key=hours.away)


def _is_near(time: int, hours: Hours | None) -> bool:
    """Without the hours of the meeting, `9.15` is a time and `4.10` an item: nobody meets before seven."""
    return _EARLIEST <= time < _DAY // 2 if hours is None else hours.away(time) <= _NEAR


def _minute(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute or 0)
