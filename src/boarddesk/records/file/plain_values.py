"""What may be kept in a column: plain values, exact decimals, and text without control characters."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum

from boarddesk.rules.characters import unkeepable
from boarddesk.rules.refused import Refused

PlainValue = str | int | float | None


def plain(value: object, *, field: str) -> PlainValue:
    """The value as it is kept; raises Refused for text that cannot be kept."""
    if value is None:
        return None
    if isinstance(value, Enum):
        return plain(value.value, field=field)
    if isinstance(value, str):
        return _text(value, field=field)
    if isinstance(value, bool | int):
        return _whole(int(value), field=field)
    if isinstance(value, float):
        return _number(value, field=field)
    if isinstance(value, Decimal):
        return _decimal(value, field=field)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    raise TypeError(f"{field} cannot keep a {type(value).__name__}")


def _text(value: str, *, field: str) -> str:
    if found := unkeepable(value):
        raise Refused(f"The text holds a character that cannot be kept ({found}). Delete it.", field=field)
    return str(value)


def _whole(value: int, *, field: str) -> int:
    if not -(2**63) <= value < 2**63:
        raise Refused("This number is too large to be kept.", field=field)
    return value


def _number(value: float, *, field: str) -> float:
    if not math.isfinite(value):
        raise Refused("This is not a number that can be kept.", field=field)
    return value


def _decimal(value: Decimal, *, field: str) -> str:
    """Written out in full, so that equal decimals are equal text."""
    if not value.is_finite():
        raise Refused("This is not a number that can be kept.", field=field)
    written = f"{value.normalize():f}"
    return "0" if written == "-0" else written
