"""A time of day as people type it: `14:30`, `1430`, `2pm`, `10`, `noon`."""

from __future__ import annotations

import re
from typing import NamedTuple

_SAID_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.\s]?(?P<minute>\d{2}))?\s*(?P<half>[ap])\.?\s?m\.?", re.IGNORECASE | re.ASCII
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})", re.ASCII)
_FIGURES = re.compile(r"(?P<hour>\d{1,2})(?P<minute>\d{2})", re.ASCII)
_DOTTED = re.compile(r"(?P<hour>\d{1,2})\.(?P<minute>\d{2})", re.ASCII)
_WHOLE = re.compile(r"(?P<hour>\d{1,2})(?P<minute>)(?:\s?o[’']?clock)?", re.IGNORECASE | re.ASCII)
_HOURS = re.compile(r"\s?h(?:rs?|ours?)?\.?$", re.IGNORECASE)
_NAMED = {"noon": 12 * 60, "midday": 12 * 60, "12 noon": 12 * 60, "midnight": 0}

_DAY = 24 * 60
_NEAR = 30
_EARLIEST = 7 * 60


class Hours(NamedTuple):
    """When a meeting goes on, in minutes of the day."""

    start: int
    end: int

    def away(self, minute: int) -> int:
        """How many minutes before or after the meeting; 0 while it goes on."""
        return max(self.start - minute, minute - self.end, 0)


def read_time(text: str, hours: Hours | None = None) -> str | None:
    """A time as kept, `14:30`, where nothing but a time can stand; None where it is none.

    `10` and `10.15` are times here. The half of the day is the one said, else the one nearer to the hours
    given; nobody meets before seven. A nought in front, `02:30`, says the time of day outright.
    """
    plain = " ".join(text.split())
    if plain.casefold() in _NAMED:
        return clock(_NAMED[plain.casefold()])
    said = _SAID_TIME.fullmatch(plain)
    if said:
        minute = _half_said(int(said["hour"]), int(said["minute"] or 0), half=said["half"].lower())
        return None if minute is None else clock(minute)
    bare = _HOURS.sub("", plain)
    found = next(
        (match for way in (_CLOCK, _FIGURES, _DOTTED, _WHOLE) if (match := way.fullmatch(bare)) is not None),
        None,
    )
    minute = _minute(found, hours) if found is not None else None
    return None if minute is None else clock(minute)


def time_among_items(plain: str, hours: Hours | None) -> str | None:
    """A time as kept where an item of the agenda may stand as well: `5` and `5.2` are items.

    `2.30` could be either: it is the time where that lies within half an hour of the meeting.
    """
    bare = _HOURS.sub("", plain)
    time = None if _WHOLE.fullmatch(bare) and bare == plain else read_time(plain, hours)
    dotted = _DOTTED.fullmatch(plain)
    if time is None or dotted is None or plain.startswith("0") or int(dotted["hour"]) >= 12:
        return time
    return time if _is_near(minutes_of(time), hours) else None


def looks_like_time(plain: str) -> bool:
    """Whether it is written like a time, though there may be no such time of day."""
    bare = _HOURS.sub("", plain)
    return any(way.fullmatch(bare) for way in (_SAID_TIME, _CLOCK, _FIGURES))


def minutes_of(time: str) -> int:
    """`14:30` as minutes of the day."""
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute or 0)


def clock(minute: int) -> str:
    """Minutes of the day as `14:30`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _half_said(hour: int, minute: int, *, half: str) -> int | None:
    """`2pm`; people write `14.30pm` as well."""
    if hour > 23 or minute > 59 or (half == "a" and hour > 12):
        return None
    return (hour % 12 + (12 if half == "p" else 0)) * 60 + minute


def _minute(found: re.Match[str], hours: Hours | None) -> int | None:
    """The morning or the afternoon, whichever is nearer to the meeting; nobody meets before seven."""
    hour, minute = found["hour"], int(found["minute"] or 0)
    if int(hour) > 23 or minute > 59:
        return None
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
