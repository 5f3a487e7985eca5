"""Moments of the change log: the clock it is given and how a moment is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

Clock = Callable[[], datetime]


def now() -> datetime:
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """As written in the log: UTC to the second; a moment without a zone is taken to be UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def read_stamp(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def end_of(day: date) -> datetime:
    """The last moment of a day as it is counted here."""
    return datetime.combine(day, time(23, 59, 59)).astimezone()


def day_of(text: str) -> date:
    """The day here on which something was written into the log."""
    return read_stamp(text).astimezone().date()
