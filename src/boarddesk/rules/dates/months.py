"""Months as they are kept, `2027-03`: in order as text, counted on, in words."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import month

_KEPT: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def month_of(day: date) -> str:
    """The month a day lies in: `2027-03`."""
    return f"{day.year:04}-{day.month:02}"


def first_day(key: str) -> date:
    """The first day of a month."""
    return date(int(key[:4]), int(key[5:]), 1)


def months_on(key: str, count: int) -> str:
    """The month so many months later."""
    at = _at(key) + count
    return f"{at // 12:04}-{at % 12 + 1:02}"


def months_between(first: str, last: str) -> int:
    """How many months the second is later."""
    return _at(last) - _at(first)


def month_words(key: str) -> str:
    """`March 2027`."""
    return month(first_day(key))


def check_month(key: str, *, field: str) -> str:
    """The month as kept; refused where it is none."""
    if key and not _KEPT.fullmatch(key):
        raise Refused("Give the month such as March 2027.", field=field)
    return key


def _at(key: str) -> int:
    return int(key[:4]) * 12 + int(key[5:]) - 1
