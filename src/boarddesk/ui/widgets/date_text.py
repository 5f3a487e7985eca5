"""Dates as people here write and read them."""

from __future__ import annotations

from datetime import date, datetime

from boarddesk.rules.dates.typed_days import read_day


def long_date(day: date) -> str:
    """`Tue 9 Jun 2026`."""
    return f"{day:%a} {short_date(day)}"


def short_date(day: date) -> str:
    """`9 Jun 2026`."""
    return f"{day.day} {day:%b} {day.year}"


def day_and_month(day: date) -> str:
    """`9 Jun`."""
    return f"{day.day} {day:%b}"


def full_date(day: date) -> str:
    """`Thursday 28 May 2026`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def read_date(typed: str, *, near: date | None = None) -> date | None:
    """A day as typed, by the calendar of this machine; without its year the one nearest to `near`."""
    return read_day(typed, today=datetime.now().astimezone().date(), near=near)
