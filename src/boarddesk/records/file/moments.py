"""Moments of the change log: the clock it is given and how a moment is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

Clock = Callable[[], datetime]


def now() -> datetime:
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """As written in the log: UTC to the second; a moment without a zone is taken to be UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()


def read_stamp(text: str) -> datetime:
    """Raises ValueError where it is none, or one that no zone can be told of."""
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    if not date.min.year < moment.year < date.max.year:
        raise ValueError(f"no moment of the log: {text}")
    return moment


def end_of(day: date) -> datetime:
    """The last moment of a day as it is counted here."""
    end = datetime.combine(day, time(23, 59, 59))
    try:
        return end.astimezone()
    except (OSError, OverflowError, ValueError):  # Windows knows no local time before 1970
        return end.replace(tzinfo=UTC)


def day_of(text: str) -> date:
    """The day here on which something was written into the log."""
    return read_stamp(text).astimezone().date()


def day_saved(path: Path) -> date:
    """The day here on which a file was last written; a file without a date may say 1601."""
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=path.stat().st_mtime)
    try:
        return moment.astimezone().date()
    except OSError:  # Windows knows no local time before 1970
        return moment.date()
